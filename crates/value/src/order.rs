//! The order of Vietnamese words: syllable by syllable, in each first the letters by the alphabet, then the tone, whatever the case.
//!
//! A text becomes a key of bytes once, and keys compare as bytes: lists need no collation of a database.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Ends the letters of a syllable, so that a shorter one stands before a longer one that begins like it. The tone follows.
const END_OF_SYLLABLE: u8 = 1;
/// Digits stand before letters.
const FIRST_DIGIT: u8 = 2;
const FIRST_LETTER: u8 = FIRST_DIGIT + 10;
/// Comes before a letter of another script, written as itself.
const OTHER_SCRIPT: u8 = 0xff;

#[derive(Deserialize)]
struct Written {
    letters: String,
    tones: [char; 5],
    vowels: String,
    silent: String,
}

struct Alphabet {
    /// A letter with its marks, composed, and its place.
    places: BTreeMap<String, u8>,
    tones: [char; 5],
    vowels: String,
    silent: String,
}

static ALPHABET: LazyLock<Alphabet> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    let written: Written = toml::from_str(include_str!("../words/alphabet.toml")).expect("the alphabet is sound");
    // Each letter has a second place, for itself with a mark that is not in the alphabet.
    let places = (FIRST_LETTER..OTHER_SCRIPT).step_by(2);
    let letters = written.letters.split_whitespace().map(|letter| letter.nfc().collect::<String>());
    Alphabet { places: letters.zip(places).collect(), tones: written.tones, vowels: written.vowels, silent: written.silent }
});

/// The key of a text in the order of Vietnamese words.
pub fn key(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() * 2);
    for syllable in syllables(text) {
        push_syllable(&syllable, &mut out);
    }
    out
}

/// The syllables of a text in small letters, marks beside their letters: what stands between spaces and signs.
fn syllables(text: &str) -> Vec<String> {
    let is_part = |c: char| crate::text::is_alphanumeric(c) || is_combining_mark(c) || ALPHABET.silent.contains(c);
    let small = text.nfd().collect::<String>().to_lowercase();
    small.split(|c| !is_part(c)).filter(|part| part.chars().any(crate::text::is_alphanumeric)).map(str::to_owned).collect()
}

fn push_syllable(syllable: &str, out: &mut Vec<u8>) {
    let alphabet = &*ALPHABET;
    let mut tone = 0;
    let mut decomposed = syllable.chars().filter(|c| !alphabet.silent.contains(*c)).peekable();
    while let Some(letter) = decomposed.next() {
        let mut marked = String::from(letter);
        while let Some(mark) = decomposed.next_if(|c| is_combining_mark(*c)) {
            let heard = alphabet.tones.iter().zip(1..).find(|(sign, _)| **sign == mark && alphabet.vowels.contains(letter));
            match heard {
                Some((_, place)) => tone = place,
                None => marked.push(mark),
            }
        }
        push_letter(letter, &marked, out);
    }
    out.extend([END_OF_SYLLABLE, tone]);
}

fn push_letter(letter: char, marked: &str, out: &mut Vec<u8>) {
    let place = |letter: &str| ALPHABET.places.get(letter).copied();
    let mut one = [0; 4];
    let plain: &str = letter.encode_utf8(&mut one);
    let known = place(&marked.nfc().collect::<String>()).or_else(|| place(plain).map(|place| place + 1));
    match (known, letter.to_digit(10)) {
        (Some(place), _) => out.push(place),
        // A digit is less than ten.
        (None, Some(digit)) => out.push(FIRST_DIGIT + u8::try_from(digit).unwrap_or_default()),
        (None, None) => {
            out.push(OTHER_SCRIPT);
            out.extend_from_slice(plain.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[rstest::rstest]
    // Letters by the alphabet.
    #[case("an", "ăn")]
    #[case("ăn", "ân")]
    #[case("dung", "đung")]
    #[case("đung", "em")]
    #[case("em", "êm")]
    #[case("on", "ôn")]
    #[case("ôn", "ơn")]
    #[case("un", "ưn")]
    // Tones only among the same letters.
    #[case("hoa", "hòa")]
    #[case("hòa", "hỏa")]
    #[case("hỏa", "hõa")]
    #[case("hõa", "hóa")]
    #[case("hóa", "họa")]
    #[case("họa", "hoan")]
    #[case("ho an", "họ")]
    #[case("bá", "bàn")]
    #[case("bàn", "bạn")]
    // The first syllable that differs decides, tone before the next syllable.
    #[case("hoa xuân", "hòa an")]
    #[case("hoa", "hoa an")]
    // Letters of other languages beside their plain letter.
    #[case("bhiốt", "ƀuôn")]
    #[case("bzzz", "ƀ")]
    #[case("ƀ", "c")]
    #[case("cz", "čư")]
    #[case("čư", "d")]
    #[case("ez", "ĕ")]
    #[case("ĕ", "ê")]
    #[case("oz", "ŏ")]
    #[case("ŏ", "ô")]
    #[case("uz", "ŭ")]
    #[case("ŭ", "ư")]
    #[case("nz", "ñ")]
    #[case("ñ", "o")]
    #[case("ê", "ê̆")]
    #[case("sz", "ś")]
    #[case("ś", "t")]
    // Figures before letters, other scripts after them.
    #[case("9", "a")]
    #[case("z", "ລາວ")]
    fn pairs(#[case] first: &str, #[case] second: &str) {
        assert!(key(first) < key(second), "{first} before {second}");
    }

    #[rstest::rstest]
    #[case("Hoà", "HÒA")]
    #[case("H'Hen", "H’Hen")]
    #[case("hòa", "ho\u{300}a")]
    #[case("Đắk-Lắk", "  đắk lắk ")]
    fn the_same_place(#[case] one: &str, #[case] other: &str) {
        assert_eq!(key(one), key(other));
    }

    #[test]
    fn every_letter_of_the_alphabet_has_its_own_place() {
        let written: Written = toml::from_str(include_str!("../words/alphabet.toml")).expect("a table");
        assert_eq!(ALPHABET.places.len(), written.letters.split_whitespace().count());
        let keys: Vec<Vec<u8>> = written.letters.split_whitespace().map(key).collect();
        assert!(keys.is_sorted_by(|one, next| one < next), "{keys:?}");
    }

    /// Syllables in the order of their letters, and each with its tones in their order.
    const SYLLABLES: [[&str; 6]; 12] = [
        ["a", "à", "ả", "ã", "á", "ạ"],
        ["an", "àn", "ản", "ãn", "án", "ạn"],
        ["anh", "ành", "ảnh", "ãnh", "ánh", "ạnh"],
        ["ăn", "ằn", "ẳn", "ẵn", "ắn", "ặn"],
        ["dung", "dùng", "dủng", "dũng", "dúng", "dụng"],
        ["dương", "dường", "dưởng", "dưỡng", "dướng", "dượng"],
        ["đức", "đức", "đức", "đức", "đức", "đức"],
        ["hoa", "hòa", "hỏa", "hõa", "hóa", "họa"],
        ["hoan", "hoàn", "hoản", "hoãn", "hoán", "hoạn"],
        ["hương", "hường", "hưởng", "hưỡng", "hướng", "hượng"],
        ["uyên", "uyền", "uyển", "uyễn", "uyến", "uyện"],
        ["vy", "vỳ", "vỷ", "vỹ", "vý", "vỵ"],
    ];

    proptest! {
        #[test]
        fn keys_are_in_the_order_of_letters_then_tones(
            one in prop::collection::vec((0_usize..12, 0_usize..6), 0..4),
            other in prop::collection::vec((0_usize..12, 0_usize..6), 0..4),
        ) {
            // One syllable of the table has no tones to choose from.
            let plain = |words: &[(usize, usize)]| words.iter().map(|(at, tone)| (*at, if *at == 6 { 0 } else { *tone })).collect::<Vec<_>>();
            let text = |words: &[(usize, usize)]| words.iter().map(|(at, tone)| SYLLABLES[*at][*tone]).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(key(&text(&one)).cmp(&key(&text(&other))), plain(&one).cmp(&plain(&other)));
        }

        #[test]
        fn any_text_has_a_key_that_case_and_composition_do_not_change(text in "\\PC{0,20}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(key(&text), key(&decomposed));
        }
    }
}
