//! What packs and a plan call honours and levels: handed in, since this crate knows no rules.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_value::nearest;

use super::words::{plain, words};
use crate::SubjectKind;

/// Names of honours, awards and levels with their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Names and abbreviations of honours, each with the id; an id as often as it has names.
    pub honours: Vec<(String, String)>,
    /// The same of the awards of a plan.
    pub awards: Vec<(String, String)>,
    /// The names and abbreviations of the honours that these awards are, each with the id of the award.
    pub awards_of_honours: Vec<(String, String)>,
    /// Whom each award of the plan is for, by its id.
    pub awards_for: BTreeMap<String, Vec<AwardFor>>,
    /// The criteria that a person attests, each with the id: those of the packs, and of the plan where one is named.
    pub criteria: Vec<(String, String)>,
    /// Whether a plan is named: without one any id may be one of its own.
    pub has_plan: bool,
    /// The levels of scales.
    pub levels: Vec<LevelName>,
}

/// Some of those for whom an award is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwardFor {
    /// People, units or households; of none: whomever the words name.
    pub kind: Option<SubjectKind>,
    /// Categories of people; of none: all.
    pub categories: Vec<String>,
    /// Kinds of units; of none: all.
    pub unit_kinds: Vec<String>,
}

/// Whom a row is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Whom {
    pub(super) kind: SubjectKind,
    /// The category of a person, the kind of a unit, where it has one.
    pub(super) word: Option<String>,
}

impl AwardFor {
    /// Whether it is for somebody; who has no category or kind may be meant.
    fn fits(&self, whom: &Whom) -> bool {
        let (own, others) = match whom.kind {
            SubjectKind::Person => (&self.categories, &self.unit_kinds),
            SubjectKind::Unit => (&self.unit_kinds, &self.categories),
            SubjectKind::Household => return self.kind == Some(SubjectKind::Household),
        };
        let is_of_kind = self.kind.map_or(!own.is_empty() || others.is_empty(), |kind| kind == whom.kind);
        is_of_kind && (own.is_empty() || whom.word.as_ref().is_none_or(|word| own.contains(word)))
    }
}

/// A name of a level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LevelName {
    /// The scale.
    pub scale: String,
    /// The id of the level.
    pub level: String,
    /// What it is called.
    pub name: String,
}

/// A vocabulary as cells are looked up in it: in the form in which names are compared.
pub(super) struct Index<'v> {
    vocabulary: &'v Vocabulary,
    honours: Names,
    awards: Names,
    /// Awards by the names of their honours.
    awards_of_honours: Names,
    criteria: Names,
    /// With what the bodies begin that give an honour.
    givers: Vec<String>,
    /// Scale and level.
    levels: BTreeMap<String, BTreeSet<(String, String)>>,
}

/// Ids by name.
type Names = BTreeMap<String, BTreeSet<String>>;

/// What a column names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// Honours of the packs.
    Honours,
    /// Awards of the plan.
    Awards,
    /// Either of them, those of the plan first.
    Both,
    /// Criteria that a person attests.
    Criteria,
}

/// The form in which names are compared: `sĩ` and `sỹ`, `kỷ` and `kỉ` are written both ways.
fn spelt(name: &str) -> String {
    plain(name).replace('y', "i")
}

impl<'v> Index<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Index<'v> {
        let names = |all: &[(String, String)]| {
            let mut names = Names::new();
            for (name, id) in all {
                names.entry(spelt(name)).or_default().insert(id.clone());
            }
            names
        };
        let mut levels: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
        for level in &vocabulary.levels {
            let pair = (level.scale.clone(), level.level.clone());
            levels.entry(spelt(&level.name)).or_default().insert(pair.clone());
            levels.entry(spelt(&level.level)).or_default().insert(pair);
        }
        let awards_of_honours = names(&vocabulary.awards_of_honours);
        Index {
            honours: names(&vocabulary.honours),
            awards: names(&vocabulary.awards),
            awards_of_honours,
            criteria: names(&vocabulary.criteria),
            givers: words().givers.iter().map(|giver| spelt(giver)).collect(),
            levels,
            vocabulary,
        }
    }

    /// Whether an honour, an award of the plan or a criterion has an id. Without a plan any word may be one of its own.
    pub(super) fn is_id(&self, id: &str, of: Of) -> bool {
        let of_plan = matches!(of, Of::Awards | Of::Criteria);
        let any = of_plan && !self.vocabulary.has_plan && !id.contains(' ') && id.is_ascii();
        any || self.lists(of).any(|list| list.iter().any(|(_, known)| known == id))
    }

    fn lists(&self, of: Of) -> impl Iterator<Item = &'v [(String, String)]> {
        let Vocabulary { honours, awards, criteria, .. } = self.vocabulary;
        let lists: [&[(String, String)]; 2] = match of {
            Of::Honours => [honours, &[]],
            Of::Awards => [awards, &[]],
            Of::Both => [awards, honours],
            Of::Criteria => [criteria, &[]],
        };
        lists.into_iter()
    }

    /// The ids of the criteria that a person attests; the first, which are those of the plan, with their names.
    pub(super) fn criteria(&self) -> Vec<String> {
        /// More of them are no help.
        const NAMED: usize = 12;
        const MOST: usize = 80;
        let criteria = self.vocabulary.criteria.iter().enumerate().take(MOST);
        criteria.map(|(at, (name, id))| if at < NAMED { format!("{id} ({name})") } else { id.clone() }).collect()
    }

    /// The ids of a name.
    pub(super) fn called(&self, name: &str, of: Of) -> BTreeSet<String> {
        self.of_spelt(&spelt(name), of).cloned().unwrap_or_default()
    }

    /// Of several awards of one name those that are for somebody.
    pub(super) fn narrowed(&self, ids: BTreeSet<String>, whom: &Whom) -> BTreeSet<String> {
        let fits = |id: &String| self.vocabulary.awards_for.get(id).is_none_or(|all| all.iter().any(|one| one.fits(whom)));
        ids.into_iter().filter(fits).collect()
    }

    /// By its name, else by the name without who gives it: `Giấy khen của Hiệu trưởng`, `BK cấp Bộ`.
    fn of_spelt(&self, name: &str, of: Of) -> Option<&BTreeSet<String>> {
        self.exactly(name, of).or_else(|| self.exactly(self.without_giver(name)?, of))
    }

    fn without_giver<'n>(&self, name: &'n str) -> Option<&'n str> {
        let is_giver = |rest: &str| {
            let rest = words().before_givers.iter().find_map(|word| rest.strip_prefix(word.as_str())).unwrap_or(rest).trim_start();
            self.givers.iter().any(|giver| rest.strip_prefix(giver.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        };
        let parts = name.match_indices(' ').map(|(at, _)| (&name[..at], &name[at + 1..]));
        parts.into_iter().find(|(_, rest)| is_giver(rest)).map(|(before, _)| before)
    }

    fn exactly(&self, name: &str, of: Of) -> Option<&BTreeSet<String>> {
        let awards = || self.awards.get(name).or_else(|| self.awards_of_honours.get(name));
        match of {
            Of::Honours => self.honours.get(name),
            Of::Awards => awards(),
            Of::Criteria => self.criteria.get(name),
            Of::Both => awards().or_else(|| self.honours.get(name)),
        }
    }

    /// The ids of a cell that is made of names alone, each of one id, with `and` and figures between: several titles of one
    /// subject.
    pub(super) fn several(&self, cell: &str, of: Of) -> Option<Vec<String>> {
        /// A cell of more words is no list of names.
        const MOST_WORDS: usize = 80;
        let spelt_cell = spelt(cell);
        let said: Vec<&str> = spelt_cell.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS + 1).collect();
        if said.len() > MOST_WORDS {
            return None;
        }
        let is_between = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || words().between_names.iter().any(|own| own == word);
        // From the end: the ids of the words from each place on, of the longest first name where several would do.
        let mut from: Vec<Option<Vec<String>>> = vec![None; said.len() + 1];
        if let Some(end) = from.last_mut() {
            *end = Some(Vec::new());
        }
        for first in (0..said.len()).rev() {
            let rest = |at: usize| from.get(at).cloned().flatten();
            let of_name = |last: usize| {
                let name = said.get(first..last)?.join(" ");
                let id = self.of_spelt(&name, of).filter(|ids| ids.len() == 1)?.first()?.clone();
                let rest = rest(last)?;
                Some(std::iter::once(id.clone()).chain(rest.into_iter().filter(|other| *other != id)).collect())
            };
            let skipped = || rest(first + 1).filter(|_| said.get(first).is_some_and(|word| is_between(word)));
            let found = (first + 1..=said.len()).rev().find_map(of_name).or_else(skipped);
            if let Some(place) = from.get_mut(first) {
                *place = found;
            }
        }
        from.into_iter().next().flatten().filter(|ids: &Vec<String>| !ids.is_empty())
    }

    /// The name and id that were probably meant.
    pub(super) fn nearest(&self, name: &str, of: Of) -> Option<(String, String)> {
        let names: Vec<&(String, String)> = self.lists(of).flatten().collect();
        let near = nearest(name, names.iter().map(|(known, _)| known.as_str()))?;
        names.into_iter().find(|(known, _)| known == near).cloned()
    }

    /// The levels of a name, each with its scale; of one scale where it is said.
    pub(super) fn levels_called(&self, name: &str, scale: Option<&str>) -> BTreeSet<(String, String)> {
        let found = self.levels.get(&spelt(name)).into_iter().flatten();
        found.filter(|(own, _)| scale.is_none_or(|scale| own == scale)).cloned().collect()
    }

    /// The names of the levels of a scale.
    pub(super) fn levels_of(&self, scale: Option<&str>) -> Vec<&'v str> {
        /// More of them are no help.
        const MOST: usize = 12;
        let mut names: Vec<&str> = Vec::new();
        for level in self.vocabulary.levels.iter().filter(|known| scale.is_none_or(|scale| known.scale == scale)) {
            if !names.contains(&level.name.as_str()) && names.len() < MOST {
                names.push(&level.name);
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, id)| ((*name).to_owned(), (*id).to_owned())).collect()
    }

    fn vocabulary() -> Vocabulary {
        Vocabulary {
            honours: pairs(&[
                ("Lao động tiên tiến", "worker"),
                ("LĐTT", "worker"),
                ("Chiến sĩ thi đua cơ sở", "fighter"),
                ("Giấy khen", "letter"),
            ]),
            awards: pairs(&[
                ("Lao động tiên tiến của trường", "ldtt"),
                ("Giấy khen của Hiệu trưởng", "gk"),
                ("Giấy khen đột xuất", "gk-dx"),
            ]),
            awards_of_honours: pairs(&[("Lao động tiên tiến", "ldtt"), ("LĐTT", "ldtt"), ("Giấy khen", "gk"), ("Giấy khen", "gk-dx")]),
            criteria: pairs(&[("Có thành tích trong phong trào thi đua", "movement")]),
            has_plan: true,
            ..Vocabulary::default()
        }
    }

    #[rstest::rstest]
    #[case::another_spelling("CHIẾN SỸ THI ĐUA CƠ SỞ", Of::Honours, &["fighter"])]
    #[case::award_by_its_name("Giấy khen của Hiệu trưởng", Of::Awards, &["gk"])]
    #[case::award_by_its_honour("LĐTT", Of::Awards, &["ldtt"])]
    #[case::honour_of_two_awards("Giấy khen", Of::Awards, &["gk", "gk-dx"])]
    #[case::award_before_honour("LĐTT", Of::Both, &["ldtt"])]
    #[case::honour_that_is_no_award("Chiến sĩ thi đua cơ sở", Of::Both, &["fighter"])]
    #[case::honour_with_its_giver("Giấy khen của Trưởng khoa", Of::Honours, &["letter"])]
    #[case::honour_with_another_giver("Giấy khen của ai đó", Of::Honours, &[])]
    #[case::award_by_its_honour_with_its_giver("Giấy khen cấp Trường", Of::Awards, &["gk", "gk-dx"])]
    #[case::criterion("có thành tích trong phong trào thi đua", Of::Criteria, &["movement"])]
    #[case::nobody_knows("Huy chương", Of::Both, &[])]
    fn a_name_has_ids(#[case] name: &str, #[case] of: Of, #[case] expected: &[&str]) {
        let vocabulary = vocabulary();
        assert_eq!(Index::new(&vocabulary).called(name, of).into_iter().collect::<Vec<_>>(), expected);
    }

    #[rstest::rstest]
    #[case::sign_between("LĐTT; Chiến sĩ thi đua cơ sở", Some(vec!["worker", "fighter"]))]
    #[case::nothing_between("Lao động tiên tiến Chiến sỹ thi đua cơ sở", Some(vec!["worker", "fighter"]))]
    #[case::numbered("1. LĐTT 2. Giấy khen", Some(vec!["worker", "letter"]))]
    #[case::and("Chiến sĩ thi đua cơ sở và Giấy khen", Some(vec!["fighter", "letter"]))]
    #[case::the_same_twice("LĐTT, lao động tiên tiến", Some(vec!["worker"]))]
    #[case::numbered_and_alone("1) LĐTT", Some(vec!["worker"]))]
    #[case::only_a_figure("1", None)]
    #[case::a_word_that_nobody_knows("LĐTT, Huy chương", None)]
    fn a_cell_of_several_names(#[case] cell: &str, #[case] expected: Option<Vec<&str>>) {
        let vocabulary = vocabulary();
        let expected: Option<Vec<String>> = expected.map(|ids| ids.into_iter().map(str::to_owned).collect());
        assert_eq!(Index::new(&vocabulary).several(cell, Of::Honours), expected);
    }
}
