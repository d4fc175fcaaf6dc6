//! The number and symbol of an official document (Decree 30/2020, Appendix I, ô 3).

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

/// A number and symbol, as `982/KH-UBND`, `71/2025/QĐ-UBND`, `46-CT/TW`, `06/2022/QH15`.
///
/// Kept as printed, without spaces; its parts are read from it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocumentNumber(String);

/// A text that is not a document's number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the number of a document: {0}")]
pub struct InvalidDocumentNumber(pub String);

#[derive(Deserialize)]
struct Words {
    label: String,
    blank: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/document-number.toml")).expect("the words of a number are sound")
});

impl DocumentNumber {
    /// The number that a clerk gives in a series: `05/QĐ-ĐHX`, with a zero before a single digit. None for zero and an empty symbol.
    pub fn given(serial: u32, symbol: &str) -> Option<DocumentNumber> {
        let symbol: String = symbol.chars().filter(|c| !c.is_whitespace()).collect();
        (serial > 0 && !symbol.is_empty()).then(|| DocumentNumber(format!("{serial:02}/{symbol}")))
    }

    /// The line of a paper: `Số: 05/QĐ-ĐHX`.
    pub fn line(&self) -> String {
        format!("{} {}", WORDS.label, self.0)
    }

    /// The line of a paper that has no number yet, with room for one: `Số:       /QĐ-ĐHX`.
    pub fn blank_line(symbol: &str) -> String {
        format!("{} {}/{symbol}", WORDS.label, WORDS.blank)
    }

    /// As printed, without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The running number in its series: 982 of `982/KH-UBND`.
    pub fn serial(&self) -> Option<u32> {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        self.0[..end].parse().ok()
    }

    /// The year within the number: 2025 of `71/2025/QĐ-UBND`.
    pub fn year(&self) -> Option<i16> {
        self.0.split('/').skip(1).find_map(|part| {
            let digits = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten()
        })
    }

    /// All after the running number and the year: `KH-UBND`, `CT/TW`, `QH15`.
    pub fn symbol(&self) -> &str {
        let digits = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let rest = self.0[digits..].trim_start_matches(['/', '-']);
        match rest.split_once('/') {
            Some((year, symbol)) if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => symbol,
            _ => rest,
        }
    }

    /// The abbreviation of the kind of document, where the symbol begins with one: `KH` of `982/KH-UBND`.
    pub fn kind(&self) -> &str {
        self.symbol().split(['-', '/', '–']).next().unwrap_or_default()
    }
}

impl FromStr for DocumentNumber {
    type Err = InvalidDocumentNumber;

    fn from_str(text: &str) -> Result<DocumentNumber, InvalidDocumentNumber> {
        let printed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let begins_with_digit = printed.starts_with(|c: char| c.is_ascii_digit());
        if begins_with_digit && printed.contains(['/', '-', '–']) {
            Ok(DocumentNumber(printed))
        } else {
            Err(InvalidDocumentNumber(text.to_owned()))
        }
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("982/KH-UBND", Some(982), None, "KH-UBND", "KH")]
    #[case("71/2025/QĐ-UBND", Some(71), Some(2025), "QĐ-UBND", "QĐ")]
    #[case("46-CT/TW", Some(46), None, "CT/TW", "CT")]
    #[case("06/2022/QH15", Some(6), Some(2022), "QH15", "QH15")]
    #[case("2184 /TB-ĐHNN", Some(2184), None, "TB-ĐHNN", "TB")]
    fn parts(#[case] text: &str, #[case] serial: Option<u32>, #[case] year: Option<i16>, #[case] symbol: &str, #[case] kind: &str) {
        let number: DocumentNumber = text.parse().expect("a number of the table above");
        assert_eq!((number.serial(), number.year(), number.symbol(), number.kind()), (serial, year, symbol, kind));
    }

    #[rstest::rstest]
    #[case("/KH-UBND")]
    #[case("KH")]
    #[case("12")]
    #[case("")]
    fn what_is_no_number_is_refused(#[case] text: &str) {
        assert!(text.parse::<DocumentNumber>().is_err());
    }

    #[rstest::rstest]
    #[case(5, "Số: 05/QĐ-ĐHX")]
    #[case(10, "Số: 10/QĐ-ĐHX")]
    #[case(1234, "Số: 1234/QĐ-ĐHX")]
    fn numbers_below_ten_have_a_zero(#[case] serial: u32, #[case] line: &str) {
        let number = DocumentNumber::given(serial, "QĐ-ĐHX").expect("a number");
        assert_eq!((number.line().as_str(), number.serial(), number.symbol()), (line, Some(serial), "QĐ-ĐHX"));
    }

    #[test]
    fn a_paper_without_a_number_has_room_for_it() {
        assert_eq!(DocumentNumber::blank_line("QĐ-ĐHX"), "Số:       /QĐ-ĐHX");
        assert_eq!(DocumentNumber::given(0, "QĐ-ĐHX"), None);
        assert_eq!(DocumentNumber::given(1, " "), None);
    }
}
