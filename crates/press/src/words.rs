//! Phrases of official papers with places to be filled.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A phrase of a paper: `Căn cứ biên bản ngày {date}`. Names in braces are filled when the paper is composed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase(String);

impl Phrase {
    /// The phrase with its places filled. A name that is not given stays as it is, which the tests of each paper look for.
    pub fn fill(&self, given: &[(&str, &str)]) -> String {
        let given: BTreeMap<&str, &str> = given.iter().copied().collect();
        let mut out = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            match after.split_once('}').and_then(|(name, behind)| Some((given.get(name)?, behind))) {
                Some((words, behind)) => {
                    out.push_str(words);
                    rest = behind;
                }
                None => {
                    out.push('{');
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    }

    /// The phrase as it stands.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The names of its places.
    pub fn places(&self) -> Vec<&str> {
        self.0.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0)).collect()
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Phrase {
        Phrase(phongtrao_value::text::composed(words))
    }
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Phrase, D::Error> {
        String::deserialize(deserializer).map(|words| Phrase::from(words.as_str()))
    }
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;

    #[rstest::rstest]
    #[case("Số: {number}/{symbol}", &[("number", "05"), ("symbol", "QĐ-ĐHX")], "Số: 05/QĐ-ĐHX")]
    #[case("{a}{a}", &[("a", "{b}"), ("b", "x")], "{b}{b}")]
    #[case("một { hai", &[], "một { hai")]
    #[case("{ai}", &[], "{ai}")]
    #[case("", &[("a", "b")], "")]
    fn places_are_filled_once(#[case] phrase: &str, #[case] given: &[(&str, &str)], #[case] expected: &str) {
        assert_eq!(Phrase::from(phrase).fill(given), expected);
    }

    #[test]
    fn places_are_named() {
        assert_eq!(Phrase::from("Số: {number}/{symbol}").places(), ["number", "symbol"]);
    }
}
