//! Ids made of words: `ca-nhan`, `khoi-sinh-vien-tap-the`.

use std::collections::BTreeMap;

use phongtrao_value::text;

/// How many words an id takes.
const WORDS: usize = 5;

/// The first words of a text as an id.
pub(crate) fn slug(words: &str) -> String {
    text::slug(words, usize::MAX).split('-').take(WORDS).collect::<Vec<&str>>().join("-")
}

/// Ids of one table: one that is taken gets a number.
#[derive(Debug, Default)]
pub(crate) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// The id itself, or with a number after it when it is taken.
    pub(crate) fn unique(&mut self, id: &str) -> String {
        let count = self.0.entry(id.to_owned()).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 {
            return id.to_owned();
        }
        let numbered = format!("{id}-{count}");
        self.unique(&numbered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Khối viên chức, người lao động", "khoi-vien-chuc-nguoi-lao")]
    #[case("“Đơn vị học tập”", "don-vi-hoc-tap")]
    fn words_become_an_id(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(slug(text), expected);
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        let mut ids = Ids::default();
        assert_eq!(["a", "a", "b", "a"].map(|id| ids.unique(id)), ["a", "a-2", "b", "a-3"]);
    }
}
