//! Lists of who is honoured: grouped by award, numbered through.

use std::collections::BTreeSet;

use phongtrao_document::write::{Column, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::figures;
use phongtrao_value::text::with_small_first;
use serde::{Deserialize, Serialize};

use crate::Phrase;

/// Those who are put forward for one award, in the organisation's order. The order is whoever's who makes the list; a paper never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AwardGroup {
    /// The award as printed: `Danh hiệu “Lao động tiên tiến”`.
    pub award: String,
    /// What they are.
    pub of: SubjectKind,
    /// What the award is, where a paper's words depend on it.
    #[serde(default)]
    pub form: Option<AwardForm>,
    /// Who they are.
    pub nominees: Vec<Nominee>,
}

/// What an award of a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AwardForm {
    /// A title of emulation.
    Title,
    /// A commendation.
    Commendation,
}

/// What is honoured; in lists collectives stand before households, and these before individuals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// Units.
    Collective,
    /// Households.
    Household,
    /// People.
    Individual,
}

/// One who is put forward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Nominee {
    /// The name as printed, with the form of address where the list shows one.
    pub name: String,
    /// Post and unit of a person; the unit above of a unit.
    #[serde(default)]
    pub post: String,
    /// What stands in the column of remarks.
    #[serde(default)]
    pub note: String,
}

/// Words of the heads of a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    /// `TT`.
    pub number: String,
    /// `Tên tập thể, cá nhân`, with a place for those who stand in it.
    pub name: Phrase,
    /// `Họ và tên`, where it holds nobody but people.
    pub name_of_individuals: String,
    /// `Tập thể`.
    pub collective: String,
    /// `Hộ gia đình`.
    pub household: String,
    /// `Cá nhân`.
    pub individual: String,
    /// `Chức vụ, đơn vị`.
    pub post: String,
    /// `Ghi chú`.
    pub note: String,
}

impl ListWords {
    /// What a kind of subject is called.
    fn kind(&self, kind: SubjectKind) -> &str {
        match kind {
            SubjectKind::Collective => &self.collective,
            SubjectKind::Household => &self.household,
            SubjectKind::Individual => &self.individual,
        }
    }

    /// `tập thể, cá nhân`: what stands in the groups, within a sentence.
    pub fn subjects<'g>(&self, groups: impl IntoIterator<Item = &'g AwardGroup>) -> String {
        let kinds: BTreeSet<SubjectKind> = groups.into_iter().map(|group| group.of).collect();
        kinds.into_iter().map(|kind| with_small_first(self.kind(kind))).collect::<Vec<String>>().join(", ")
    }

    /// The head of the column of names.
    fn names(&self, groups: &[AwardGroup]) -> String {
        let only_people = groups.iter().all(|group| group.of == SubjectKind::Individual);
        if only_people { self.name_of_individuals.clone() } else { self.name.fill(&[("subjects", &self.subjects(groups))]) }
    }
}

/// The groups of one award beside each other.
pub fn by_award(groups: &[AwardGroup]) -> impl Iterator<Item = &[AwardGroup]> {
    groups.chunk_by(|one, other| one.award == other.award)
}

/// The list as a table: a line for each award, below it one for each kind where several have it, then the nominees; the number runs through the whole list and becomes the
/// number in the golden book.
pub fn table(groups: &[AwardGroup], words: &ListWords) -> Part {
    let mut rows = vec![Row::of(RowKind::Head, [&words.number, &words.names(groups), &words.post, &words.note])];
    let mut number = 0_usize;
    for award in by_award(groups) {
        rows.extend(award.first().map(|group| heading(&group.award)));
        let kinds: Vec<&[AwardGroup]> = award.chunk_by(|one, other| one.of == other.of).collect();
        for (index, kind) in kinds.iter().enumerate() {
            if let (true, Some(group)) = (kinds.len() > 1, kind.first()) {
                let roman = u32::try_from(index + 1).ok().and_then(figures::roman).unwrap_or_default();
                rows.push(heading(&format!("{roman}. {}", words.kind(group.of))));
            }
            for nominee in kind.iter().flat_map(|group| &group.nominees) {
                number += 1;
                rows.push(Row::of(RowKind::Plain, [&number.to_string(), &nominee.name, &nominee.post, &nominee.note]));
            }
        }
    }
    let column = |width, side| Column { width, side };
    let columns = vec![column(8, Side::Middle), column(37, Side::Left), column(37, Side::Left), column(18, Side::Left)];
    Part::Table(Table { columns, rows })
}

fn heading(words: &str) -> Row {
    Row { kind: RowKind::Group, cells: vec![TableCell::of(words).across(3)] }
}

/// How many are put forward of a kind.
pub fn number_of(groups: &[AwardGroup], of: SubjectKind) -> usize {
    groups.iter().filter(|group| group.of == of).map(|group| group.nominees.len()).sum()
}

/// Words that say how many; whoever stands in a list for two awards is counted twice, and that is said.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// `{number} cá nhân`.
    pub once: Phrase,
    /// `{number} lượt cá nhân`.
    pub repeated: Phrase,
}

impl Counted {
    /// How many of a kind there are; none where there are none.
    pub fn said(&self, groups: &[AwardGroup], of: SubjectKind) -> Option<String> {
        let number = number_of(groups, of);
        let phrase = if has_repeated(groups, of) { &self.repeated } else { &self.once };
        (number > 0).then(|| phrase.fill(&[("number", &format!("{number:02}"))]))
    }
}

/// Whether somebody of a kind is put forward for several awards.
pub fn has_repeated(groups: &[AwardGroup], of: SubjectKind) -> bool {
    let mut seen = BTreeSet::new();
    let mut named = groups.iter().filter(|group| group.of == of).flat_map(|group| &group.nominees);
    named.any(|nominee| !seen.insert((nominee.name.as_str(), nominee.post.as_str())))
}

#[cfg(test)]
mod tests {
    use phongtrao_document::write::{Part, RowKind};

    use super::{AwardGroup, ListWords, Nominee, SubjectKind, table};

    const TWO: SubjectKind = SubjectKind::Collective;
    const ONE: SubjectKind = SubjectKind::Individual;

    fn words() -> ListWords {
        #[derive(serde::Deserialize)]
        struct Words {
            list: ListWords,
        }
        toml::from_str::<Words>(include_str!("papers/submission_letter/words.toml")).expect("words").list
    }

    #[rstest::rstest]
    #[case::one_kind(&[("Giấy khen", ONE)], "Họ và tên | Giấy khen")]
    #[case::two_kinds_of_one_award(&[("Giấy khen", TWO), ("Giấy khen", ONE)], "Tên tập thể, cá nhân | Giấy khen | I. Tập thể | II. Cá nhân")]
    #[case::two_groups_of_one_kind(&[("Giấy khen", ONE), ("Giấy khen", ONE)], "Họ và tên | Giấy khen")]
    #[case::two_awards(&[("Tập thể xuất sắc", TWO), ("Giấy khen", ONE)], "Tên tập thể, cá nhân | Tập thể xuất sắc | Giấy khen")]
    #[case::none(&[], "Họ và tên")]
    fn heads_of_a_list(#[case] groups: &[(&str, SubjectKind)], #[case] expected: &str) {
        let nominee = Nominee { name: "A".to_owned(), post: String::new(), note: String::new() };
        let group = |(award, of): &(&str, SubjectKind)| AwardGroup {
            award: (*award).to_owned(),
            of: *of,
            form: None,
            nominees: vec![nominee.clone()],
        };
        let Part::Table(table) = table(&groups.iter().map(group).collect::<Vec<_>>(), &words()) else { panic!("a table") };
        let heads = table.rows.iter().filter(|row| row.kind != RowKind::Plain).filter_map(|row| match row.kind {
            RowKind::Head => row.cells.get(1),
            _ => row.cells.first(),
        });
        let said: Vec<&str> = heads
            .filter_map(|cell| match cell.parts.first() {
                Some(Part::Paragraph(words)) => Some(words.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(said.join(" | "), expected);
    }
}
