//! Names of files: letters that every system takes, and in one folder never the same twice.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_value::text;

/// What is called by no letter that a name of a file may have.
const NAMELESS: &str = "x";

/// Longer names are cut: a path of several must still fit.
const LONGEST: usize = 80;

/// A name of a file that every system takes: letters without marks, figures and dashes.
pub(crate) fn slug(words: &str) -> String {
    let slug = text::slug(words, LONGEST);
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

/// The names that are given in a folder.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// The name, and 1; where it is given already, the first of `name-2`, `name-3` … that is not, with its number.
    pub(crate) fn give(&mut self, name: &str) -> (String, usize) {
        let mut number = 1;
        loop {
            let given = if number == 1 { name.to_owned() } else { format!("{name}-{number}") };
            if self.0.insert(given.clone()) {
                return (given, number);
            }
            number += 1;
        }
    }
}

/// A name for each id. An id that is a name as it stands keeps it, whichever comes first.
pub(crate) fn of_ids<'i>(ids: impl Iterator<Item = &'i str>) -> BTreeMap<&'i str, String> {
    let mut names = Names::default();
    let (plain, others): (Vec<&str>, Vec<&str>) = ids.partition(|id| slug(id) == *id);
    plain.into_iter().chain(others).map(|id| (id, names.give(&slug(id)).0)).collect()
}

#[cfg(test)]
mod tests {
    use super::{of_ids, slug};

    #[rstest::rstest]
    #[case("Tờ trình đề nghị khen thưởng", "to-trinh-de-nghi-khen-thuong")]
    #[case("Giấy khen: H'Hen Niê", "giay-khen-h-hen-nie")]
    #[case("../../etc", "etc")]
    #[case("…", "x")]
    fn names_of_files(#[case] words: &str, #[case] expected: &str) {
        assert_eq!(slug(words), expected);
    }

    #[rstest::rstest]
    #[case::one_is_a_name(&["lop.lao.1", "lop-lao-1"], &["lop-lao-1-2", "lop-lao-1"])]
    #[case::none_is(&["Lớp 1", "lop.1"], &["lop-1", "lop-1-2"])]
    #[case::the_number_is_taken(&["lop-1", "lop.1", "lop-1-2"], &["lop-1", "lop-1-3", "lop-1-2"])]
    fn no_two_ids_share_a_name(#[case] ids: &[&str], #[case] expected: &[&str]) {
        let names = of_ids(ids.iter().copied());
        assert_eq!(ids.iter().map(|id| names[id].as_str()).collect::<Vec<&str>>(), expected);
    }

    #[test]
    fn long_names_that_begin_alike_are_told_apart() {
        let ids = ["khen-thuong-".repeat(9) + "mot", "khen-thuong-".repeat(9) + "hai"];
        let names = of_ids(ids.iter().map(String::as_str));
        assert_ne!(names[ids[0].as_str()], names[ids[1].as_str()]);
    }
}
