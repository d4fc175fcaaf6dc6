//! Names as people have them: of the Kinh and of others, of one word and of five, ordered by other words than the last.

use std::sync::LazyLock;

use serde::Deserialize;

use super::random::{Random, Shares};

/// A name and how lists order it, where that is not by its last word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) printed: String,
    pub(super) sort_as: Option<String>,
}

/// A name of anybody.
pub(super) fn name(female: bool, random: &mut Random) -> Name {
    NAMES.draw(random).map(|group| group.name(female, random)).unwrap_or_else(|| Name { printed: String::new(), sort_as: None })
}

#[derive(Deserialize)]
struct Written {
    #[serde(rename = "group")]
    groups: Vec<WrittenGroup>,
}

#[derive(Deserialize)]
struct WrittenGroup {
    share: u32,
    pattern: String,
    sort: Option<String>,
    families: Vec<(String, u32)>,
    middle_female: Vec<(String, u32)>,
    middle_male: Vec<(String, u32)>,
    given_female: Vec<(String, u32)>,
    given_male: Vec<(String, u32)>,
}

struct Group {
    pattern: String,
    sort: Option<String>,
    families: Shares<String>,
    female: [Shares<String>; 2],
    male: [Shares<String>; 2],
}

static NAMES: LazyLock<Shares<Group>> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    let written: Written = toml::from_str(include_str!("../../words/names.toml")).expect("the names are sound");
    Shares::new(written.groups.into_iter().map(|group| (group.share, Group::new(group))).map(|(share, group)| (group, share)))
});

impl Group {
    fn new(written: WrittenGroup) -> Group {
        Group {
            pattern: written.pattern,
            sort: written.sort,
            families: Shares::new(written.families),
            female: [Shares::new(written.middle_female), Shares::new(written.given_female)],
            male: [Shares::new(written.middle_male), Shares::new(written.given_male)],
        }
    }

    fn name(&self, female: bool, random: &mut Random) -> Name {
        let draw = |shares: &Shares<String>, random: &mut Random| shares.draw(random).cloned().unwrap_or_default();
        let [middles, givens] = if female { &self.female } else { &self.male };
        let (family, middle) = (draw(&self.families, random), draw(middles, random));
        let mut given = draw(givens, random);
        // Few have their middle name's word a second time.
        if middle.split(' ').next_back() == Some(&given) {
            given = draw(givens, random);
        }
        let put = |pattern: &str| {
            let words = pattern.replace("{family}", &family).replace("{middle}", &middle).replace("{given}", &given);
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Name { printed: put(&self.pattern), sort_as: self.sort.as_deref().map(put) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize) -> Vec<Name> {
        let mut random = Random::new(1, 0);
        (0..count).map(|at| name(at % 2 == 0, &mut random)).collect()
    }

    #[test]
    fn family_names_are_as_common_as_their_shares_say() {
        let names = names(20_000);
        let share = |family: &str| names.iter().filter(|name| name.printed.starts_with(family)).count();
        // 384 of 1,052 in a group of 872 of a thousand.
        assert!((6000..7000).contains(&share("Nguyễn ")), "{}", share("Nguyễn "));
        assert!(share("Trần ") > share("Lê ") && share("Lê ") > share("Phạm "));
    }

    #[test]
    fn names_are_of_one_word_and_of_many_and_some_say_how_they_are_ordered() {
        let names = names(20_000);
        assert!(names.iter().all(|name| !name.printed.is_empty() && !name.printed.contains("  ")));
        assert!(names.iter().any(|name| !name.printed.contains(' ')));
        assert!(names.iter().any(|name| name.printed.split(' ').count() >= 5));
        assert!(names.iter().any(|name| name.sort_as.as_deref() == Some("Phommachanh Bounmy") && name.printed == "Bounmy Phommachanh"));
    }
}
