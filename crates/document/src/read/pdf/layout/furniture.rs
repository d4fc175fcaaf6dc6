//! What a page repeats and nobody reads: its number, the header and footer.

use std::collections::BTreeMap;

use super::rows::Row;
use crate::{
    Noise,
    read::pdf::pages::{Length, Page},
};

/// How many rows at the head and at the foot of a page may be furniture.
const ROWS: usize = 3;

/// The outer band of a page in which a number alone is the page's, in hundredths of its height.
const MARGIN: i64 = 8;

/// The band in which what the file marks as furniture, or repeats on several pages, is taken for it.
const WIDE_MARGIN: i64 = 14;

/// On how many pages a line is repeated that is a header.
const REPEATED: usize = 3;

/// How far the height of a repeated line may differ from page to page.
const SAME_HEIGHT: Length = 200;

/// A row's place: page and index.
type Place = (usize, usize);

/// The rows that are furniture.
pub(crate) fn furniture(pages: &[Page], rows: &[Vec<Row>]) -> BTreeMap<Place, Noise> {
    let candidates = candidates(rows);
    let mut found = BTreeMap::new();
    page_numbers(pages, &candidates, &mut found);
    repeated(pages, &candidates, &mut found);
    for candidate in &candidates {
        let page = &pages[candidate.place.0];
        if candidate.is_artifact && is_within(page, candidate.base, WIDE_MARGIN) {
            let noise = if candidate.number.is_some() { Noise::PageNumber } else { Noise::RunningHeader };
            found.entry(candidate.place).or_insert(noise);
        }
    }
    outermost(rows, &found)
}

/// Furniture stands between the words of a page and its edge: what has words on both sides is none.
fn outermost(rows: &[Vec<Row>], found: &BTreeMap<Place, Noise>) -> BTreeMap<Place, Noise> {
    let mut kept = BTreeMap::new();
    for (page, rows) in rows.iter().enumerate() {
        let of = |index: &usize| found.get(&(page, *index)).map(|noise| ((page, *index), *noise));
        kept.extend((0..rows.len()).map_while(|index| of(&index)));
        kept.extend((0..rows.len()).rev().map_while(|index| of(&index)));
    }
    kept
}

struct Candidate {
    place: Place,
    base: Length,
    text: String,
    number: Option<usize>,
    is_artifact: bool,
}

fn candidates(rows: &[Vec<Row>]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (page, rows) in rows.iter().enumerate() {
        let outer = |index: &usize| *index < ROWS || *index + ROWS >= rows.len();
        for index in (0..rows.len()).filter(outer) {
            let row = &rows[index];
            let text = row.segments().into_iter().map(|range| row.segment(range).text).collect::<Vec<_>>().join(" ");
            let number = page_number(&text);
            found.push(Candidate { place: (page, index), base: row.base, number, is_artifact: row.is_artifact(), text });
        }
    }
    found
}

/// A line that is a number and nothing else but signs, one short word, and maybe the count of pages: `3`, `- 3 -`, `Trang 3/10`.
fn page_number(text: &str) -> Option<usize> {
    let numbers: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let signs = text.chars().all(|letter| {
        letter.is_alphanumeric() || letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '/' | '|' | '.' | '[' | ']' | '~')
    });
    let simple = match numbers.as_slice() {
        [_] => words.len() <= 1,
        // `3/10` alone could be a date or a count; the pages' order decides.
        [page, count] => {
            let counted = page.len() < count.len() || (page.len() == count.len() && page <= count);
            counted && (words.len() == 2 || (words.len() <= 1 && text.contains('/')))
        }
        _ => false,
    };
    let short = words.iter().all(|word| word.chars().count() <= 5);
    let is_label = text.ends_with(['.', '/']);
    (simple && short && signs && !is_label).then(|| numbers.first()?.parse().ok().filter(|number| *number < 10_000))?
}

/// Numbers that count with the pages, and a number in the outer margin that is the page's own.
fn page_numbers(pages: &[Page], candidates: &[Candidate], found: &mut BTreeMap<Place, Noise>) {
    let mut by_offset: BTreeMap<(i64, i64), Vec<&Candidate>> = BTreeMap::new();
    for candidate in candidates {
        let Some(number) = candidate.number else { continue };
        let (page, index) = candidate.place;
        let offset = i64::try_from(number).unwrap_or(i64::MAX) - i64::try_from(page).unwrap_or(0);
        by_offset.entry((offset, band(candidate.base))).or_default().push(candidate);
        let alone = is_within(&pages[page], candidate.base, MARGIN) && (offset == 1 || index > 0);
        if alone {
            found.insert(candidate.place, Noise::PageNumber);
        }
    }
    for group in by_offset.values() {
        let first = group.first().map(|candidate| candidate.place.0);
        if group.iter().any(|candidate| Some(candidate.place.0) != first) {
            found.extend(group.iter().map(|candidate| (candidate.place, Noise::PageNumber)));
        }
    }
}

/// The same words at the same height of several pages; numbers in them may count.
fn repeated(pages: &[Page], candidates: &[Candidate], found: &mut BTreeMap<Place, Noise>) {
    let mut groups: BTreeMap<(String, i64), Vec<&Candidate>> = BTreeMap::new();
    for candidate in candidates {
        let key = candidate.text.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
        groups.entry((key, band(candidate.base))).or_default().push(candidate);
    }
    for ((text, _), group) in &groups {
        let mut on: Vec<usize> = group.iter().map(|candidate| candidate.place.0).collect();
        on.dedup();
        let is_within = |hundredths| group.iter().all(|candidate| is_within(&pages[candidate.place.0], candidate.base, hundredths));
        let enough = (on.len() >= REPEATED && is_within(WIDE_MARGIN)) || (on.len() >= 2 && is_within(MARGIN));
        if enough && text.chars().any(char::is_alphabetic) {
            found.extend(group.iter().map(|candidate| (candidate.place, Noise::RunningHeader)));
        }
    }
}

/// Heights that differ little fall into one band.
fn band(base: Length) -> i64 {
    i64::from(base) / i64::from(SAME_HEIGHT * 2)
}

fn is_within(page: &Page, base: Length, hundredths: i64) -> bool {
    let margin = i64::from(page.height) * hundredths / 100;
    i64::from(base) <= margin || i64::from(base) >= i64::from(page.height) - margin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("3", Some(3))]
    #[case("- 12 -", Some(12))]
    #[case("Trang 3/10", Some(3))]
    #[case("Page 3 of 10", Some(3))]
    #[case("3.", None)]
    #[case("30/8/2025", None)]
    #[case("Năm 2025 có 3", None)]
    #[case("Kế hoạch", None)]
    fn numbers(#[case] text: &str, #[case] expected: Option<usize>) {
        assert_eq!(page_number(text), expected);
    }
}
