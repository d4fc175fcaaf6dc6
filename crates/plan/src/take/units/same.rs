//! When two names are of the same body: abbreviations written out, one name the other with a word or two put in.

use phongtrao_value::text::is_alphanumeric;

use crate::take::phrase::lowered;

/// Names that were met, in their comparable form.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Vec<Vec<String>>);

/// How many words a name must have for one word more to make no difference.
const LONG_NAME: usize = 6;

impl Names {
    /// The place of a name met before, or `new` for one that is kept now.
    pub(super) fn place(&mut self, name: &str, new: usize) -> usize {
        let words = comparable(name);
        match self.0.iter().position(|known| is_same(known, &words)) {
            Some(place) => place,
            None => {
                self.0.push(words);
                new
            }
        }
    }
}

fn is_same(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short == long {
        return true;
    }
    let mut rest = long.iter();
    let inserted = long.len() - short.len();
    // A word at the end narrows the name (`tỉnh`, `khác`); one within seldom does.
    inserted == 1 && short.len() >= LONG_NAME && short.last() == long.last() && short.iter().all(|word| rest.any(|other| other == word))
}

/// Words in small letters, with the usual abbreviations written out and without articles.
fn comparable(name: &str) -> Vec<String> {
    let lower = lowered(name);
    let words = lower.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty());
    let mut out = Vec::new();
    for word in words {
        match super::words::WORDS.written_out.get(word) {
            Some(long) => out.extend(long.split(' ').map(str::to_owned)),
            None if super::words::WORDS.articles.iter().any(|article| article == word) => {}
            None => out.push(word.to_owned()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("UBND các xã, phường", "Ủy ban nhân dân xã, phường", true)]
    #[case("Sở Y tế", "Sở Nội vụ", false)]
    #[case("Các sở, ban, ngành", "Các sở, ban, ngành khác", false)]
    #[case("Các cấp ủy trực thuộc Huyện ủy", "Các cấp ủy đảng trực thuộc Huyện ủy", true)]
    fn same(#[case] one: &str, #[case] other: &str, #[case] expected: bool) {
        let mut names = Names::default();
        assert_eq!(names.place(one, 0), 0);
        assert_eq!(names.place(other, 1) == 0, expected);
    }
}
