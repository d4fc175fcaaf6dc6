//! Names as lists write them: in capitals, with marks in another place, without marks; and ids made of names.

use phongtrao_value::text::{self, composed, is_alphabetic, is_capitals, is_lowercase, squeezed, tone_last};

/// A name of a person as it is printed, where a list has it in capitals or small letters throughout; none where it is written as names are.
pub(super) fn mended(name: &str) -> Option<String> {
    let letters = || name.chars().filter(|c| is_alphabetic(*c));
    let small = letters().all(is_lowercase);
    if letters().count() < 2 || !(is_capitals(name) || small) {
        return None;
    }
    let mut out = String::with_capacity(name.len());
    let mut first = true;
    for c in name.chars() {
        // A letter behind an apostrophe or a hyphen begins a word of its own: H'Hen, Y-Bhiốt.
        if first {
            out.extend(c.to_uppercase())
        } else {
            out.extend(c.to_lowercase())
        }
        first = !is_alphabetic(c) && !('\u{300}'..='\u{36f}').contains(&c);
    }
    Some(out)
}

/// The form in which two writings of one name are the same.
pub(super) fn key(name: &str) -> String {
    tone_last(&squeezed(&composed(name)).replace(['\u{2019}', '\u{2018}', '`'], "'"))
}

/// The form in which names that are nearly the same are found: marks left out as well.
pub(super) fn loose(name: &str) -> String {
    super::words::plain(name)
}

/// An id made of words: small letters without marks, hyphens between.
pub(super) fn slug(name: &str) -> String {
    /// Longer ids are no help to anybody.
    const LONGEST: usize = 60;
    text::slug(name, LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("NGUYỄN VĂN AN", Some("Nguyễn Văn An"))]
    #[case("nguyễn văn an", Some("Nguyễn Văn An"))]
    #[case("H'HEN NIÊ", Some("H'Hen Niê"))]
    #[case("Y BHIỐT ÊBAN", Some("Y Bhiốt Êban"))]
    #[case("Nguyễn Văn An", None)]
    #[case("Y", None)]
    fn names_in_capitals_are_mended(#[case] name: &str, #[case] expected: Option<&str>) {
        assert_eq!(mended(name).as_deref(), expected);
    }

    #[rstest::rstest]
    #[case("Hoà  Bình", "HÒA BÌNH", true)]
    #[case("H’Hen", "H'Hen", true)]
    #[case("Ha", "Hà", false)]
    fn two_writings_of_one_name(#[case] left: &str, #[case] right: &str, #[case] same: bool) {
        assert_eq!(key(left) == key(right), same);
        assert_eq!(loose(left), loose(right));
    }

    #[rstest::rstest]
    #[case("Khoa Toán - Tin", "khoa-toan-tin")]
    #[case("Đội 1 (ca đêm)", "doi-1-ca-dem")]
    #[case("…", "")]
    fn ids_of_names(#[case] name: &str, #[case] expected: &str) {
        assert_eq!(slug(name), expected);
    }
}
