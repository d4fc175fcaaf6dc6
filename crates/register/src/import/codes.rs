//! Lists of codes with their names, which templates keep on worksheets of their own, often hidden.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_sheet::{Book, Line, Page};

use super::words::{plain, words};

/// Codes and names of the worksheets beside the list.
#[derive(Debug, Default)]
pub(super) struct Codes {
    names: BTreeMap<String, BTreeSet<String>>,
    codes: BTreeMap<String, BTreeSet<String>>,
}

/// So many codes are looked at; more are no list of codes.
const MOST: usize = 100_000;

/// A code is not longer.
const LONGEST_CODE: usize = 24;

impl Codes {
    /// The codes of all worksheets but the one that holds the list.
    pub(super) fn of(book: &Book, list: &str) -> Codes {
        let mut codes = Codes::default();
        let mut left = MOST;
        for page in book.pages.iter().filter(|page| page.name != list) {
            for column in pairs(page) {
                for line in page.lines.iter().take(left) {
                    left = left.saturating_sub(1);
                    if let Some((code, name)) = pair(line, column) {
                        codes.names.entry(code.to_lowercase()).or_default().insert(name.clone());
                        codes.codes.entry(plain(&name)).or_default().insert(code);
                    }
                }
            }
        }
        codes
    }

    /// What a cell may mean besides what it says: the names of its code, the codes of its name, both halves of `code - name`.
    pub(super) fn other_words(&self, cell: &str) -> BTreeSet<String> {
        let names = self.names.get(&cell.trim().to_lowercase()).into_iter().flatten();
        let codes = self.codes.get(&plain(cell)).into_iter().flatten();
        let halves = words().code_and_name.iter().find_map(|sign| cell.split_once(sign.as_str()));
        let halves = halves.map(|(code, name)| [code.trim().to_owned(), name.trim().to_owned()]).into_iter().flatten();
        names.chain(codes).cloned().chain(halves).filter(|words| !words.is_empty()).collect()
    }
}

/// The left columns of pairs that read as code and name in nearly all rows that have both.
fn pairs(page: &Page) -> Vec<u32> {
    /// So many rows show what a column is.
    const SHOWN: usize = 200;
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for line in page.lines.iter().take(SHOWN) {
        for slot in &line.slots {
            if line.at(slot.column + 1).is_some() {
                let (all, sound) = counts.entry(slot.column).or_default();
                *all += 1;
                *sound += usize::from(pair(line, slot.column).is_some());
            }
        }
    }
    counts.into_iter().filter(|(_, (all, sound))| *sound >= 2 && sound * 10 >= all * 8).map(|(column, _)| column).collect()
}

fn pair(line: &Line, column: u32) -> Option<(String, String)> {
    let (code, name) = (line.at(column)?.content.shown(), line.at(column + 1)?.content.shown());
    let sound = !code.is_empty() && code.chars().count() <= LONGEST_CODE && !code.contains(' ') && name.chars().any(char::is_alphabetic);
    sound.then_some((code, name))
}

#[cfg(test)]
mod tests {
    use phongtrao_sheet::{Content, Slot};

    use super::*;

    fn page(name: &str, rows: &[&[&str]]) -> Page {
        let slot = |(column, words): (u32, &&str)| Slot { column, content: Content::Text((*words).to_owned()), merged_from: None };
        let line = |(number, cells): (u32, &&[&str])| Line { number, slots: (0..).zip(cells.iter()).map(slot).collect() };
        Page { name: name.to_owned(), visible: false, lines: (1..).zip(rows.iter()).map(line).collect(), wide: Vec::new() }
    }

    #[test]
    fn a_code_is_known_by_its_list() {
        let list = page("Danh sách", &[&["01", "An"]]);
        let lists = page("DM", &[&["Mã", "Tên"], &["DH01", "Lao động tiên tiến"], &["DH02", "Chiến sĩ thi đua cơ sở"]]);
        let codes = Codes::of(&Book { pages: vec![list, lists], from_1904: false }, "Danh sách");
        assert!(codes.other_words("dh02").contains("Chiến sĩ thi đua cơ sở"));
        assert!(codes.other_words("lao động tiên tiến").contains("DH01"));
        assert!(codes.other_words("01").is_empty());
        assert_eq!(codes.other_words("X - Y z").into_iter().collect::<Vec<_>>(), ["X", "Y z"]);
    }
}
