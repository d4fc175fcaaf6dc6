//! Whether a word is a syllable that Vietnamese could have: the measure by which one encoding is told from another.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// The parts of syllables, as `words/syllables.toml` lists them.
#[derive(serde::Deserialize)]
struct Parts {
    onsets: Vec<String>,
    rhymes: Vec<String>,
    stops: Vec<String>,
}

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    // The file is compiled in, and a test reads it: it parses.
    let mut parts: Parts = toml::from_str(include_str!("../../../words/syllables.toml")).expect("words/syllables.toml parses");
    parts.onsets.sort_unstable();
    parts.rhymes.sort_unstable();
    parts
});

/// The longest syllable has seven letters; a longer word is none.
const LONGEST: usize = 7;

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const TILDE: char = '\u{303}';
const HOOK_ABOVE: char = '\u{309}';
const DOT_BELOW: char = '\u{323}';

/// Whether the word, in any case, is an onset with a rhyme and at most one tone that the rhyme may take.
pub(crate) fn is_syllable(word: &str) -> bool {
    if word.chars().nth(LONGEST * 3).is_some() {
        return false;
    }
    let Some((plain, tone)) = without_tone(word) else { return false };
    // Few words have more than one way to be cut: `gia` is `gi` + `a` and `g` + `ia`.
    plain.char_indices().map(|(at, _)| at).take(4).any(|at| {
        let (onset, rhyme) = plain.split_at(at);
        is_one_of(&PARTS.onsets, onset) && is_one_of(&PARTS.rhymes, rhyme) && takes(rhyme, tone)
    })
}

fn is_one_of(sorted: &[String], part: &str) -> bool {
    sorted.binary_search_by(|known| known.as_str().cmp(part)).is_ok()
}

fn takes(rhyme: &str, tone: Option<char>) -> bool {
    let stopped = PARTS.stops.iter().any(|stop| rhyme.len() > stop.len() && rhyme.ends_with(stop.as_str()));
    !stopped || matches!(tone, Some(ACUTE | DOT_BELOW))
}

/// The word in small letters without its tone, and the tone; none when there are two.
fn without_tone(word: &str) -> Option<(String, Option<char>)> {
    let mut tone = None;
    let mut plain = String::with_capacity(word.len());
    for c in word.nfd().flat_map(char::to_lowercase) {
        match c {
            GRAVE | ACUTE | TILDE | HOOK_ABOVE | DOT_BELOW if tone.is_some() => return None,
            GRAVE | ACUTE | TILDE | HOOK_ABOVE | DOT_BELOW => tone = Some(c),
            _ => plain.push(c),
        }
    }
    Some((plain.nfc().collect(), tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Nghiêng")]
    #[case("QUYẾT")]
    #[case("định")]
    #[case("gì")]
    #[case("giếng")]
    #[case("quốc")]
    #[case("khuyến")]
    #[case("ở")]
    #[case("ưu")]
    #[case("khuỷu")]
    fn syllables(#[case] word: &str) {
        assert!(is_syllable(word), "{word}");
    }

    #[rstest::rstest]
    #[case("")]
    #[case("été")]
    #[case("schön")]
    #[case("coäng")]
    #[case("hßa")]
    #[case("tôc")]
    #[case("nghiêngnghiêngnghiêng")]
    fn no_syllables(#[case] word: &str) {
        assert!(!is_syllable(word), "{word}");
    }
}
