//! TCVN3 (ABC): one code a letter, read here as the characters of Latin-1 that the codes show without their font.

use std::sync::LazyLock;

/// The table, as `words/tcvn3.toml` has it.
#[derive(serde::Deserialize)]
struct Words {
    fonts: Vec<String>,
    capital_fonts_end: String,
    signs: String,
    letters: Vec<(char, char)>,
}

/// For the codes from A0 to FF: the letter.
struct Table {
    letters: [Option<char>; 0x60],
    signs: Vec<char>,
    fonts: Vec<String>,
    capital_fonts_end: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The file is compiled in, and a test reads it: it parses.
    let words: Words = toml::from_str(include_str!("../../../words/tcvn3.toml")).expect("words/tcvn3.toml parses");
    let mut letters = [None; 0x60];
    for (code, letter) in words.letters {
        if let Some(entry) = slot(code).and_then(|slot| letters.get_mut(slot)) {
            *entry = Some(letter);
        }
    }
    Table { letters, signs: words.signs.chars().collect(), fonts: words.fonts, capital_fonts_end: words.capital_fonts_end }
});

fn slot(code: char) -> Option<usize> {
    (u32::from(code)).checked_sub(0xA0).map(|slot| slot as usize).filter(|slot| *slot < 0x60)
}

/// The letter that a character stands for.
fn letter(code: char) -> Option<char> {
    slot(code).and_then(|slot| TABLE.letters[slot])
}

/// Which letters a font of this encoding shows; none when the font is of another kind.
pub(crate) fn font(name: &str) -> Option<Case> {
    let name = name.trim().to_lowercase();
    let ours = TABLE.fonts.iter().any(|start| name.starts_with(start.as_str()));
    ours.then(|| if name.ends_with(&TABLE.capital_fonts_end) { Case::Capitals } else { Case::AsTyped })
}

/// What a font shows for the codes of small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// Small letters (`.VnTime`).
    AsTyped,
    /// Capitals (`.VnTimeH`).
    Capitals,
}

/// The text in Unicode. Characters that the encoding lacks stay.
///
/// Capitals with a tone have no code of their own. A text that lost its fonts holds small letters in their place (`KÕ HO¹CH` for `KẾ HOẠCH`): they
/// become capitals again where all plain letters of the word, or of the line for a word with one or none, are capitals. A line set wholly in a
/// capital font can't be told from small letters any more and stays small.
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    for line in text.split_inclusive('\n') {
        decode_line(line, &mut out);
    }
    out
}

/// The text in Unicode, of a run that is set in a capital font (`.VnTimeH`): all letters are capitals.
pub fn decode_capitals(text: &str) -> String {
    decode(text).to_uppercase()
}

fn decode_line(line: &str, out: &mut String) {
    let mut plain = Plain::default();
    line.chars().for_each(|c| plain.add(c));
    let capital_line = plain.capitals >= 2 && plain.small == 0;
    let is_letter = |c: char| c.is_ascii_alphabetic() || letter(c).is_some();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if is_letter(first) {
            let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            decode_word(word, capital_line, out);
            rest = after;
        } else {
            let end = rest.find(is_letter).unwrap_or(rest.len());
            let (between, after) = rest.split_at(end);
            out.push_str(between);
            rest = after;
        }
    }
}

fn decode_word(word: &str, capital_line: bool, out: &mut String) {
    if word.is_ascii() {
        out.push_str(word);
        return;
    }
    let mut characters = word.chars();
    if let (Some(only), None) = (characters.next(), characters.next())
        && TABLE.signs.contains(&only)
    {
        out.push(only);
        return;
    }
    let mut plain = Plain::default();
    word.chars().for_each(|c| plain.add(c));
    let letters = word.chars().map(|c| letter(c).unwrap_or(c));
    if plain.small == 0 && (plain.capitals >= 2 || capital_line) {
        out.extend(letters.flat_map(char::to_uppercase));
    } else {
        out.extend(letters);
    }
}

/// How many of the letters that need no table are capitals, and how many are small.
#[derive(Default)]
struct Plain {
    capitals: usize,
    small: usize,
}

impl Plain {
    fn add(&mut self, c: char) {
        self.capitals += usize::from(c.is_ascii_uppercase());
        self.small += usize::from(c.is_ascii_lowercase());
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The text as its writer's program would have kept it: the table the other way, capitals with a tone as small letters.
    pub(crate) fn encode(text: &str) -> String {
        let code = |c: char| (0xA0u8..=0xFF).map(char::from).find(|code| letter(*code) == Some(c));
        let small = |c: char| c.to_lowercase().next().unwrap_or(c);
        text.chars().map(|c| if c.is_ascii() { c } else { code(c).or_else(|| code(small(c))).unwrap_or(c) }).collect()
    }

    #[test]
    fn every_letter_has_one_code() {
        let mut letters: Vec<char> = (0xA0u8..=0xFF).filter_map(|code| letter(char::from(code))).collect();
        assert_eq!(letters.len(), 74, "67 small letters with a mark, 7 capitals without a tone");
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 74);
    }

    #[rstest::rstest]
    #[case("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam")]
    #[case("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc")]
    #[case("ng\u{ad}êi", "người")]
    #[case("KÕ HO¹CH", "KẾ HOẠCH")]
    #[case("KÕ ho¹ch", "Kế hoạch")]
    #[case("VÒ viÖc thi ®ua", "Về việc thi đua")]
    #[case("12 × 3 · 4", "12 × 3 · 4")]
    #[case("Điều 1", "Điều 1")]
    fn decoding(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(decode(text), expected);
    }

    #[test]
    fn capital_fonts_show_capitals() {
        assert_eq!(decode_capitals("kÕ ho¹ch"), "KẾ HOẠCH");
        assert_eq!(font(".VnTimeH"), Some(Case::Capitals));
        assert_eq!(font(" .VnTime"), Some(Case::AsTyped));
        assert_eq!(font("Times New Roman"), None);
    }
}
