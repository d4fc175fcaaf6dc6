//! Maps from character codes to letters (`ToUnicode`) as fonts carry them.

use std::collections::BTreeMap;

use super::content::{Content, Operand};

/// How many codes one map may have; the largest that a font can use.
const MOST_CODES: usize = 70_000;

/// A map from codes to letters.
#[derive(Debug, Default)]
pub(crate) struct Map {
    letters: BTreeMap<u32, String>,
}

impl Map {
    /// The letters of a code.
    pub(crate) fn get(&self, code: u32) -> Option<&str> {
        self.letters.get(&code).map(String::as_str)
    }

    /// From the stream of a `ToUnicode` map.
    pub(crate) fn parse(bytes: &[u8]) -> Map {
        let mut map = Map::default();
        let mut content = Content::new(bytes);
        while let Some(operator) = content.next_operator() {
            match operator {
                b"endbfchar" => map.add_single(&content.operands),
                b"endbfrange" => map.add_ranges(&content.operands),
                _ => {}
            }
        }
        map
    }

    fn add_single(&mut self, operands: &[Operand]) {
        for pair in operands.chunks_exact(2) {
            if let [Operand::Bytes(code), Operand::Bytes(letters)] = pair {
                self.add(code_of(code), utf16(letters));
            }
        }
    }

    fn add_ranges(&mut self, operands: &[Operand]) {
        for triple in operands.chunks_exact(3) {
            let [Operand::Bytes(first), Operand::Bytes(last), target] = triple else { continue };
            let (first, last) = (code_of(first), code_of(last));
            match target {
                Operand::Bytes(letters) => self.add_range(first, last, letters),
                Operand::Array(all) => {
                    for (code, letters) in (first..=last).zip(all) {
                        if let Operand::Bytes(letters) = letters {
                            self.add(code, utf16(letters));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The last letter counts up with the code.
    fn add_range(&mut self, first: u32, last: u32, letters: &[u8]) {
        let mut text = utf16(letters);
        let Some(start) = text.pop() else { return };
        for (offset, code) in (first..=last).take(MOST_CODES).enumerate() {
            let letter = u32::try_from(offset).ok().and_then(|offset| char::from_u32(u32::from(start) + offset));
            if let Some(letter) = letter {
                self.add(code, format!("{text}{letter}"));
            }
        }
    }

    fn add(&mut self, code: u32, letters: String) {
        if self.letters.len() < MOST_CODES && !letters.is_empty() {
            self.letters.insert(code, letters);
        }
    }
}

fn code_of(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// Text in UTF-16 with the high byte first; a single byte is a letter by itself.
fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// A text string of a PDF (`ActualText`): UTF-16 with a mark, else one byte a letter.
pub(crate) fn text_string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(units) => utf16_all(units),
        None => match bytes.strip_prefix(b"\xef\xbb\xbf") {
            Some(letters) => String::from_utf8_lossy(letters).into_owned(),
            None => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

fn utf16_all(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::single(b"1 beginbfchar <0001> <1EBF> endbfchar", 1, "ế")]
    #[case::range(b"1 beginbfrange <0001> <0003> <0041> endbfrange", 3, "C")]
    #[case::array(b"1 beginbfrange <01> <02> [<0041> <00660069>] endbfrange", 2, "fi")]
    #[case::decomposed(b"1 beginbfchar <05> <006500B40301> endbfchar", 5, "e´\u{301}")]
    #[case::outside_the_basic_plane(b"1 beginbfchar <05> <D83DDE00> endbfchar", 5, "😀")]
    fn letters(#[case] map: &[u8], #[case] code: u32, #[case] expected: &str) {
        assert_eq!(Map::parse(map).get(code), Some(expected));
    }

    #[test]
    fn a_range_over_everything_is_bounded() {
        let map = Map::parse(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert!(map.letters.len() <= MOST_CODES);
    }
}
