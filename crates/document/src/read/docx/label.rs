//! Numbers of automatic lists in letters and figures.

use phongtrao_value::figures;

/// How a level of a list writes its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NumberFormat {
    /// `1`, and everything that is not known here.
    #[default]
    Decimal,
    /// `01`.
    DecimalZero,
    /// `I`.
    UpperRoman,
    /// `i`.
    LowerRoman,
    /// `A`.
    UpperLetter,
    /// `a`.
    LowerLetter,
    /// The text of the level, without any number.
    Bullet,
    /// Nothing.
    None,
}

/// Letters are doubled from the 27th number on; beyond this one nobody counts in letters.
const MOST_LETTERS: i64 = 26 * 8;

impl NumberFormat {
    /// By the name that the file gives.
    pub(super) fn of(name: &str) -> NumberFormat {
        match name {
            "decimalZero" => NumberFormat::DecimalZero,
            "upperRoman" => NumberFormat::UpperRoman,
            "lowerRoman" => NumberFormat::LowerRoman,
            "upperLetter" => NumberFormat::UpperLetter,
            "lowerLetter" => NumberFormat::LowerLetter,
            "bullet" => NumberFormat::Bullet,
            "none" => NumberFormat::None,
            _ => NumberFormat::Decimal,
        }
    }

    /// The number as a reader sees it.
    pub(super) fn write(self, number: i64) -> String {
        match self {
            NumberFormat::Decimal => number.to_string(),
            NumberFormat::DecimalZero => format!("{number:02}"),
            NumberFormat::UpperRoman => roman(number),
            NumberFormat::LowerRoman => roman(number).to_ascii_lowercase(),
            NumberFormat::UpperLetter => letters(number, b'A'),
            NumberFormat::LowerLetter => letters(number, b'a'),
            NumberFormat::Bullet | NumberFormat::None => String::new(),
        }
    }
}

/// Roman, as far as Roman numbers go.
fn roman(number: i64) -> String {
    u32::try_from(number).ok().and_then(figures::roman).unwrap_or_else(|| number.to_string())
}

/// `a` to `z`, then `aa`, `bb`: so Word counts, also in Vietnamese documents.
fn letters(number: i64, first: u8) -> String {
    if !(1..=MOST_LETTERS).contains(&number) {
        return number.to_string();
    }
    // Within the range just checked, both fit.
    let (turn, letter) = ((number - 1) / 26, (number - 1) % 26);
    let letter = char::from(first + u8::try_from(letter).unwrap_or_default());
    std::iter::repeat_n(letter, usize::try_from(turn + 1).unwrap_or(1)).collect()
}

/// The character that a bullet shows. Signs of picture fonts stand in a private range of characters that mean nothing outside of their font:
/// dashes stay dashes, everything else becomes a bullet.
pub(super) fn bullet(text: &str, font: Option<&str>) -> String {
    let mut characters = text.chars().filter(|c| !c.is_whitespace());
    let (Some(first), rest) = (characters.next(), characters.next()) else { return String::new() };
    let picture = font.is_some_and(|font| ["symbol", "wingdings", "webdings", "courier"].iter().any(|name| folds(font, name)));
    match first {
        '\u{f02d}' | '\u{f0be}' => "-".to_owned(),
        '\u{f02b}' => "+".to_owned(),
        '\u{f02a}' => "*".to_owned(),
        '\u{e000}'..='\u{f8ff}' => "•".to_owned(),
        '-' | '+' | '*' | '–' | '—' => text.trim().to_owned(),
        _ if picture && rest.is_none() => "•".to_owned(),
        _ => text.trim().to_owned(),
    }
}

fn folds(font: &str, name: &str) -> bool {
    font.get(..name.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(name))
}

/// The character that a symbol of a picture font shows: those that documents use; a bullet for the rest.
pub(super) fn symbol(font: &str, code: u32) -> char {
    let low = code & 0xff;
    let is_symbol = folds(font, "symbol");
    match (is_symbol, low) {
        (true, 0xb3) => '≥',
        (true, 0xa3) => '≤',
        (true, 0xb1) => '±',
        (true, 0xb4) => '×',
        (true, 0xb8) => '÷',
        (true, 0xb9) => '≠',
        (true, 0xae) => '→',
        (true, 0xde) => '⇒',
        (true, 0xb0) => '°',
        (true, 0xe5) => '∑',
        (_, 0x2d | 0xbe) if is_symbol => '-',
        (true, 0x20..=0x7e) => char::from_u32(low).unwrap_or('•'),
        (false, 0xfc | 0x50) => '✓',
        (false, 0xfe | 0x52) => '☑',
        (false, 0xa8 | 0x6f | 0x71 | 0xa3) => '☐',
        (false, 0xfd | 0x53 | 0x54) => '☒',
        (false, 0xe0 | 0xd8 | 0xf0) => '→',
        (false, 0x28 | 0x29) => '☎',
        _ if !(0xe000..=0xf8ff).contains(&code) => char::from_u32(code).filter(|c| !c.is_control()).unwrap_or('•'),
        _ => '•',
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(NumberFormat::Decimal, 12, "12")]
    #[case(NumberFormat::DecimalZero, 3, "03")]
    #[case(NumberFormat::UpperRoman, 1994, "MCMXCIV")]
    #[case(NumberFormat::UpperRoman, 0, "0")]
    #[case(NumberFormat::LowerRoman, 4, "iv")]
    #[case(NumberFormat::UpperLetter, 27, "AA")]
    #[case(NumberFormat::LowerLetter, 5, "e")]
    #[case(NumberFormat::LowerLetter, 1_000_000_000, "1000000000")]
    #[case(NumberFormat::None, 1, "")]
    fn numbers_are_written_as_word_shows_them(#[case] format: NumberFormat, #[case] number: i64, #[case] expected: &str) {
        assert_eq!(format.write(number), expected);
    }

    #[rstest]
    #[case("-", Some("Times New Roman"), "-")]
    #[case("–", None, "–")]
    #[case("+", None, "+")]
    #[case("\u{f0b7}", Some("Symbol"), "•")]
    #[case("\u{f02d}", Some("Symbol"), "-")]
    #[case("o", Some("Courier New"), "•")]
    #[case("§", Some("Wingdings"), "•")]
    #[case("*", Some("Symbol"), "*")]
    #[case("", None, "")]
    fn bullets_are_what_a_reader_sees(#[case] text: &str, #[case] font: Option<&str>, #[case] expected: &str) {
        assert_eq!(bullet(text, font), expected);
    }

    #[rstest]
    #[case("Symbol", 0xf0b3, '≥')]
    #[case("Wingdings", 0xf0fc, '✓')]
    #[case("Wingdings 2", 0xf0a3, '☐')]
    #[case("Times New Roman", 0x2265, '≥')]
    fn symbols_are_what_a_reader_sees(#[case] font: &str, #[case] code: u32, #[case] expected: char) {
        assert_eq!(symbol(font, code), expected);
    }
}
