//! VNI for Windows: a plain letter and a mark, read here as the characters of Windows-1252 that the codes show without their font.

use std::sync::LazyLock;

/// The table, as `words/vni.toml` has it.
#[derive(serde::Deserialize)]
struct Words {
    fonts: Vec<String>,
    letters: Vec<(String, char)>,
}

/// Where a character that has no place in a table is kept out.
const NONE: char = '\0';

struct Table {
    /// For each character of Latin-1: the letter that it stands for alone.
    alone: [char; 256],
    /// The plain letters that take a mark, each with the letter that it gives with each character of Latin-1.
    marked: Vec<(char, [char; 256])>,
    fonts: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The file is compiled in, and a test reads it: it parses.
    let words: Words = toml::from_str(include_str!("../../../words/vni.toml")).expect("words/vni.toml parses");
    let mut table = Table { alone: [NONE; 256], marked: Vec::new(), fonts: words.fonts };
    for (codes, letter) in &words.letters {
        let mut codes = codes.chars();
        match (codes.next(), codes.next()) {
            (Some(code), None) => {
                table.add_alone(code, *letter);
                table.add_alone(capital(code), capital(*letter));
            }
            (Some(plain), Some(mark)) => {
                for mark in [mark, capital(mark)] {
                    table.add_marked(plain, mark, *letter);
                    table.add_marked(capital(plain), mark, capital(*letter));
                }
            }
            _ => {}
        }
    }
    table
});

impl Table {
    fn add_alone(&mut self, code: char, letter: char) {
        if let Some(slot) = self.alone.get_mut(code as usize) {
            *slot = letter;
        }
    }

    fn add_marked(&mut self, plain: char, mark: char, letter: char) {
        if !self.marked.iter().any(|(known, _)| *known == plain) {
            self.marked.push((plain, [NONE; 256]));
        }
        let row = self.marked.iter_mut().find(|(known, _)| *known == plain);
        if let Some(slot) = row.and_then(|(_, row)| row.get_mut(mark as usize)) {
            *slot = letter;
        }
    }

    fn alone(&self, code: char) -> Option<char> {
        self.alone.get(code as usize).copied().filter(|letter| *letter != NONE)
    }

    fn marked(&self, plain: char, mark: char) -> Option<char> {
        // Marks lie above C0, so that a plain text never comes to the search.
        if u32::from(mark) < 0xC0 {
            return None;
        }
        let row = self.marked.iter().find(|(known, _)| *known == plain)?;
        row.1.get(mark as usize).copied().filter(|letter| *letter != NONE)
    }
}

/// The capital of a letter; every letter of Vietnamese has exactly one.
fn capital(c: char) -> char {
    c.to_uppercase().next().unwrap_or(c)
}

/// Whether the font is one of this encoding.
pub(crate) fn is_font(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    TABLE.fonts.iter().any(|start| name.starts_with(start.as_str()))
}

/// The text in Unicode. Characters that the encoding lacks stay, as do marks without a letter that takes them.
pub fn decode(text: &str) -> String {
    let table = &*TABLE;
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let marked = characters.peek().and_then(|mark| table.marked(c, *mark));
        if marked.is_some() {
            characters.next();
        }
        out.push(marked.or_else(|| table.alone(c)).unwrap_or(c));
    }
    out
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The text as its writer's program would have kept it: the table the other way.
    pub(crate) fn encode(text: &str) -> String {
        let table = &*TABLE;
        let mut out = String::new();
        for c in text.chars().collect::<Vec<_>>() {
            let alone = (0u8..=255).map(char::from).find(|code| table.alone(*code) == Some(c));
            let marked = || {
                let rows = table.marked.iter();
                let pairs = rows.flat_map(|(plain, row)| (0u8..=255).map(move |mark| (*plain, char::from(mark), row[mark as usize])));
                // The capital mark stands behind a capital letter.
                pairs.filter(|(_, _, letter)| *letter == c).find(|(plain, mark, _)| plain.is_uppercase() == mark.is_uppercase())
            };
            match (c.is_ascii(), alone) {
                (true, _) => out.push(c),
                (false, Some(code)) => out.push(code),
                (false, None) => match marked() {
                    Some((plain, mark, _)) => out.extend([plain, mark]),
                    None => out.push(c),
                },
            }
        }
        out
    }

    #[rstest::rstest]
    #[case("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    #[case("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc")]
    #[case("thöôûng", "thưởng")]
    #[case("ù alone", "ù alone")]
    #[case("Điều", "Điều")]
    fn decoding(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(decode(text), expected);
    }

    #[test]
    fn fonts() {
        assert!(is_font("VNI-Times"));
        assert!(!is_font("Verdana"));
    }
}
