//! A person's name and its place in a list.

use crate::order;
use crate::text::{composed, is_alphabetic, squeezed};

/// A name: family, middle and given name in this order, or a name that is not cut so and says by what it is ordered.
///
/// It is equal to another where both are written alike; the order of lists is that of [`PersonName::sort_key`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonName {
    printed: String,
    sort_as: Option<String>,
}

/// What stands where a name should stand has no letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a name: {0:?}")]
pub struct InvalidPersonName(pub String);

/// The place of a name in lists: bytes that compare as names are ordered. Two people may have the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Vec<u8>);

impl SortKey {
    /// The bytes, as a database keeps them.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A Vietnamese name cut into its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts<'a> {
    family: &'a str,
    middle: &'a str,
    given: &'a str,
}

impl PersonName {
    /// A name as printed, in composed form and with single spaces. What is given to order it by is kept where it has a letter.
    pub fn new(printed: &str, sort_as: Option<&str>) -> Result<PersonName, InvalidPersonName> {
        let clean = |text: &str| Some(squeezed(&composed(text))).filter(|text| text.chars().any(is_alphabetic));
        let printed = clean(printed).ok_or_else(|| InvalidPersonName(printed.to_owned()))?;
        Ok(PersonName { printed, sort_as: sort_as.and_then(clean) })
    }

    /// As printed.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    /// By what it is ordered, where that is not family, middle and given name.
    pub fn sort_as(&self) -> Option<&str> {
        self.sort_as.as_deref()
    }

    /// In capitals, as on certificates.
    pub fn capitals(&self) -> String {
        self.printed.to_uppercase()
    }

    /// The family name: the first word. None of a name of one word, and of one that is not cut.
    pub fn family(&self) -> Option<&str> {
        self.parts().map(|parts| parts.family).filter(|family| !family.is_empty())
    }

    /// What stands between family and given name. None where there is nothing, and of a name that is not cut.
    pub fn middle(&self) -> Option<&str> {
        self.parts().map(|parts| parts.middle).filter(|middle| !middle.is_empty())
    }

    /// The given name: the last word. None of a name that is not cut.
    pub fn given(&self) -> Option<&str> {
        self.parts().map(|parts| parts.given)
    }

    /// The place in lists: by given name, then by family name, then by what stands between, each syllable by its letters and then by its
    /// tone. A name that says by what it is ordered is ordered by that, from its first word on.
    pub fn sort_key(&self) -> SortKey {
        let ordered = match (self.sort_as(), self.parts()) {
            (Some(sort_as), _) => sort_as.to_owned(),
            (None, Some(parts)) => [parts.given, parts.family, parts.middle].join(" "),
            (None, None) => self.printed.clone(),
        };
        SortKey(order::key(&ordered))
    }

    /// A name with its own order is never cut.
    fn parts(&self) -> Option<Parts<'_>> {
        if self.sort_as.is_some() {
            return None;
        }
        let Some((before, given)) = self.printed.rsplit_once(' ') else {
            return Some(Parts { family: "", middle: "", given: &self.printed });
        };
        let (family, middle) = before.split_once(' ').unwrap_or((before, ""));
        Some(Parts { family, middle, given })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(text: &str) -> PersonName {
        let (printed, sort_as) = text.split_once(" = ").map_or((text, None), |(printed, sort_as)| (printed, Some(sort_as)));
        PersonName::new(printed, sort_as).expect("a name of the tables below")
    }

    #[rstest::rstest]
    // The given name decides first.
    #[case("Trần Văn An", "Nguyễn Thị Bình")]
    #[case("Lê Thu Hà", "Đỗ Thị Hạnh")]
    // Then the family name, then what stands between.
    #[case("Đỗ Văn Hà", "Nguyễn An Hà")]
    #[case("Nguyễn An Hà", "Nguyễn Thị Hà")]
    #[case("Nguyễn Hà", "Nguyễn An Hà")]
    #[case("Nguyễn Thị Hà", "Nguyễn Thị Thu Hà")]
    // Letters before tones, tones before the next word.
    #[case("Vũ Hoa", "Bùi Hòa")]
    #[case("Vũ Họa", "Bùi Hoàn")]
    #[case("Vũ Dũng", "An Đạt")]
    #[case("Vũ Ân", "An Bảo")]
    #[case("Hồ Ánh", "Hồ Ân")]
    #[case("Lý An", "Lỹ Ân")]
    // Names that say by what they are ordered.
    #[case("H’Hen Niê = Hen Niê", "Nguyễn Văn Hiền")]
    #[case("Y Bhiốt Êban = Bhiốt Êban", "Trần Bích")]
    #[case("Trần Bảy", "Y Bhiốt Êban = Bhiốt Êban")]
    #[case("Bounmy Phommachanh = Bounmy Phommachanh", "Lê Cường")]
    #[case("Đinh Ƀlơm = Ƀlơm", "Lê Cường")]
    #[case("Lê Bùi", "Đinh Ƀlơm = Ƀlơm")]
    #[case("Kmhăng", "Lê Lan")]
    fn pairs(#[case] first: &str, #[case] second: &str) {
        let (first, second) = (name(first), name(second));
        assert!(first.sort_key() < second.sort_key(), "{first:?} before {second:?}");
    }

    #[rstest::rstest]
    #[case("Nguyễn Thị Thu Hà", Some("Nguyễn"), Some("Thị Thu"), Some("Hà"))]
    #[case("  Lê\u{a0}Bình ", Some("Lê"), None, Some("Bình"))]
    #[case("Kmhăng", None, None, Some("Kmhăng"))]
    #[case("H’Hen Niê = Hen Niê", None, None, None)]
    fn parts(#[case] text: &str, #[case] family: Option<&str>, #[case] middle: Option<&str>, #[case] given: Option<&str>) {
        let name = name(text);
        assert_eq!((name.family(), name.middle(), name.given()), (family, middle, given));
    }

    #[rstest::rstest]
    #[case("")]
    #[case(" . ")]
    #[case("123")]
    fn what_is_no_name_is_refused(#[case] text: &str) {
        assert_eq!(PersonName::new(text, None), Err(InvalidPersonName(text.to_owned())));
    }

    #[test]
    fn a_name_is_printed_in_composed_form_and_in_capitals() {
        let name = PersonName::new("Đỗ  Thu Ha\u{300}", Some(" . ")).expect("a name");
        assert_eq!((name.printed(), name.sort_as(), name.capitals().as_str()), ("Đỗ Thu Hà", None, "ĐỖ THU HÀ"));
    }

    fn any_name() -> impl Strategy<Value = PersonName> {
        let word = prop::sample::select(vec!["An", "Ân", "Ấn", "Bình", "bình", "Đức", "Dũng", "Hoa", "Hòa", "Hoà", "Ñă", "Ƀlơm", "H’Hen"]);
        let words = prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "));
        (words.clone(), prop::option::of(words))
            .prop_map(|(printed, sort_as)| PersonName::new(&printed, sort_as.as_deref()).expect("words of letters"))
    }

    proptest! {
        #[test]
        fn the_order_is_total_and_compares_part_by_part(one in any_name(), other in any_name(), third in any_name()) {
            let key = |name: &PersonName| name.sort_key();
            prop_assert_eq!(key(&one).cmp(&key(&other)), key(&other).cmp(&key(&one)).reverse());
            if key(&one) <= key(&other) && key(&other) <= key(&third) {
                prop_assert!(key(&one) <= key(&third));
            }
            if let (Some(given), Some(other_given)) = (one.given(), other.given()) {
                let part = |text: Option<&str>| order::key(text.unwrap_or_default());
                let by_parts = order::key(given).cmp(&order::key(other_given))
                    .then_with(|| part(one.family()).cmp(&part(other.family())))
                    .then_with(|| part(one.middle()).cmp(&part(other.middle())));
                prop_assert_eq!(key(&one).cmp(&key(&other)), by_parts);
            }
        }

        #[test]
        fn case_and_spaces_do_not_move_a_name(name in any_name()) {
            let shouted = PersonName::new(&name.capitals().replace(' ', "  "), name.sort_as().map(str::to_uppercase).as_deref()).expect("a name");
            prop_assert_eq!(shouted.sort_key(), name.sort_key());
        }
    }
}
