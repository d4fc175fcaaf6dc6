//! Vietnamese text: composed form, folding, capitals, spaces.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The composed form (NFC).
pub fn composed(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// Lower case without tone and letter marks, `đ` as `d`: the form in which words are searched and compared loosely.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' => out.push('d'),
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// White space of every kind folded to single spaces, none at the ends.
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether the text has letters and none of them is a small one: `KẾ HOẠCH`.
pub fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Đẩy mạnh", "day manh")]
    #[case("HỘI ĐỒNG", "hoi dong")]
    #[case("hoa\u{300}", "hoa")]
    fn folding(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(folded(text), expected);
    }

    #[rstest::rstest]
    #[case("KẾ HOẠCH", true)]
    #[case("Kế hoạch", false)]
    #[case("2025 - 2030", false)]
    fn capitals(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_capitals(text), expected);
    }

    #[test]
    fn spaces_are_squeezed() {
        assert_eq!(squeezed("  Sơn\u{a0} La,\n ngày "), "Sơn La, ngày");
    }
}
