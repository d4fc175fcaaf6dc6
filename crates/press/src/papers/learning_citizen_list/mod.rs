//! List of learning citizens (danh sách đề nghị công nhận Công dân học tập): by unit, with points where the set gives them.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, figures};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::points::Points;
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(LearningCitizenList, "learning-citizen-list", Words);

/// The people who are to be recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LearningCitizenList {
    /// Whose list it is.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// The day on which it was closed, once it is known.
    pub date: Option<Date>,
    /// What they are recognised as: `Công dân học tập`.
    pub title: String,
    /// For what period: `năm 2026`.
    pub occasion: String,
    /// The people, unit by unit in the organisation's order; the number runs through.
    pub units: Vec<Group>,
    /// Who made the list.
    pub prepared_by: Signature,
    /// Who answers for it.
    pub signature: Signature,
}

/// The people of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// The unit.
    pub unit: String,
    /// Its people.
    pub people: Vec<Citizen>,
}

/// One who is to be recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Citizen {
    /// The name as printed.
    pub name: String,
    /// The year of birth, where the list shows it.
    pub born: Option<i16>,
    /// The post.
    #[serde(default)]
    pub post: String,
    /// The points, as the set counts them.
    pub points: Option<Points>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    group: Phrase,
    sum: Phrase,
    number: String,
    name: String,
    born: String,
    post: String,
    points: String,
    note: String,
}

impl LearningCitizenList {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("title", &self.title), ("occasion", &self.occasion)]);
        let people: usize = self.units.iter().map(|unit| unit.people.len()).sum();
        let parts = vec![
            self.letterhead.dated(&self.place, self.date, style),
            frame::title(&words.kind, &[&about]),
            Part::Table(self.table(words)),
            Part::Paragraph(words.sum.fill(&[("number", &figures::two_places(people as u64))])),
            Part::Signatures(vec![self.prepared_by.block(), self.signature.block()]),
        ];
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    /// Columns of which nobody has anything are left out.
    fn table(&self, words: &Words) -> Table {
        let all = || self.units.iter().flat_map(|unit| &unit.people);
        let (born, points) = (all().any(|person| person.born.is_some()), all().any(|person| person.points.is_some()));
        let columns = [
            Some((&words.number, 8, Side::Middle)),
            Some((&words.name, 30, Side::Left)),
            born.then_some((&words.born, 11, Side::Middle)),
            Some((&words.post, 28, Side::Left)),
            points.then_some((&words.points, 11, Side::Middle)),
            Some((&words.note, 20, Side::Left)),
        ];
        let columns: Vec<(&String, u16, Side)> = columns.into_iter().flatten().collect();
        let mut rows = vec![Row::of(RowKind::Head, columns.iter().map(|(head, ..)| *head))];
        let mut number = 0_usize;
        for unit in &self.units {
            let said = words.group.fill(&[("unit", &unit.unit), ("number", &figures::two_places(unit.people.len() as u64))]);
            rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(said).across(3 + u8::from(born) + u8::from(points))] });
            for person in &unit.people {
                number += 1;
                let year = person.born.map(|year| year.to_string()).unwrap_or_default();
                let given = person.points.map(Points::said).unwrap_or_default();
                let cells = [
                    Some(number.to_string()),
                    Some(person.name.clone()),
                    born.then_some(year),
                    Some(person.post.clone()),
                    points.then_some(given),
                    Some(person.note.clone()),
                ];
                rows.push(Row::of(RowKind::Plain, cells.into_iter().flatten()));
            }
        }
        Table { columns: columns.into_iter().map(|(_, width, side)| Column { width, side }).collect(), rows }
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_document::write::Part;
    use phongtrao_value::Date;

    use super::{KIND, LearningCitizenList};
    use crate::{Body, Paper as _, Style};

    #[rstest::rstest]
    #[case::all("{ name = 'A', born = 1980, points = 85.5 }", 6)]
    #[case::without_points("{ name = 'A', born = 1980 }", 5)]
    #[case::names_only("{ name = 'A' }", 4)]
    fn columns_stand_where_they_have_something_to_say(#[case] people: &str, #[case] columns: usize) {
        let text = KIND.example.split("[[units]]").next().unwrap_or_default();
        let text = format!("{text}\n[[units]]\nunit = 'X'\npeople = [{people}]");
        let paper: LearningCitizenList = crate::read(&text).expect("a list");
        let Body::Letter(letter) = paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body;
        let table = letter.parts.iter().find_map(|part| if let Part::Table(table) = part { Some(table) } else { None }).expect("a table");
        assert_eq!((table.columns.len(), table.rows.last().map(|row| row.cells.len())), (columns, Some(columns)));
    }
}
