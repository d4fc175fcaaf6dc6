//! A list of staff or students: people with their ids, and their posts.

use std::collections::BTreeMap;

use phongtrao_sheet::{Line, Moment, moment};
use phongtrao_value::Date;

use super::fields::{PEOPLE, POSTS};
use super::listed::ListedRow;
use super::merge::TableRows;
use super::names::{key, slug};
use super::remarks::Remark;
use super::subjects::{Clues, Sought};
use super::take::{Cells, Taker};
use crate::description::{self, Table};
use crate::{SubjectKind, texts};

/// The people of a list who got an id of their name: two of one name and year must not get one id.
#[derive(Debug, Default)]
pub(super) struct People {
    made: BTreeMap<String, (String, Option<String>)>,
}

impl People {
    /// The post of a row, where it names a unit: its person is still to be filled in.
    pub(super) fn post(&self, row: &ListedRow<'_>, taker: &mut Taker<'_>) -> Option<Cells> {
        let table = description::table(POSTS)?;
        let mut cells: Cells =
            table.columns.iter().map(|column| if column.name == "person" { None } else { taker.cell(table, column, row) }).collect();
        let at = table.position("unit")?;
        if cells.get(at).is_some_and(Option::is_none)
            && let (false, Some((heading, words))) = (taker.columns.contains_key("unit"), row.heading)
        {
            let unit = taker.unit_of_heading(words, heading);
            if let Some(cell) = cells.get_mut(at) {
                *cell = unit;
            }
        }
        cells.get(at)?.as_ref()?;
        Some(cells)
    }

    /// Fills in the id of a person where the list has none: of the person who is there already, else one made of the name.
    pub(super) fn id(&mut self, cells: &mut Cells, post: Option<&Cells>, line: &Line, taker: &mut Taker<'_>, people: Option<&TableRows>) {
        let (Some(table), Some(people)) = (description::table(PEOPLE), people) else { return };
        let cell = |column: &str| table.position(column).and_then(|at| cells.get(at)).cloned().flatten();
        let (Some(at), None, Some(name)) = (table.position("id"), cell("id"), cell("name")) else { return };
        let born: Option<Date> = cell("born").and_then(|born| born.parse().ok());
        let born_in = born.map(Date::year).or_else(|| year_of_birth(line, taker));
        let unit = post.and_then(unit_of);
        let clues = Clues { unit, born, born_in };
        let id = match taker.subjects.of_name(&name, &[SubjectKind::Person], &clues) {
            Sought::One(id) => Some(id),
            Sought::Several(ids) => {
                taker.note(line, "name", (texts::import_several_people(&name, ids.join(", ")), texts::import_several_people_help()));
                return;
            }
            Sought::Nobody(_) => self.new_id(&name, born, born_in, people, taker),
        };
        let Some(id) = id else {
            taker.note(line, "name", (texts::import_needs_code(&name), texts::import_needs_code_help()));
            return;
        };
        if let Some(cell) = cells.get_mut(at) {
            *cell = Some(id);
        }
    }

    /// `nguyen-van-an-1985`; with the whole date where that is another's.
    fn new_id(
        &mut self,
        name: &str,
        born: Option<Date>,
        born_in: Option<i16>,
        people: &TableRows,
        taker: &mut Taker<'_>,
    ) -> Option<String> {
        let slug = slug(name);
        if slug.is_empty() {
            return None;
        }
        let own = (key(name), born.map(|born| born.to_string()).or_else(|| born_in.map(|year| year.to_string())));
        let first = born_in.map_or_else(|| slug.clone(), |year| format!("{slug}-{year}"));
        let second = born.map(|born| format!("{slug}-{:04}{:02}{:02}", born.year(), born.month(), born.day()));
        for id in [Some(first), second].into_iter().flatten() {
            match self.made.get(&id) {
                // The same again: that it stands there twice is told of the row.
                Some(other) if *other == own => return Some(id),
                None if !people.has_id(&id) && taker.subjects.of_id(&id).is_none() => {
                    taker.remarks.count(Remark::MadeId, || format!("{name} → {id}"));
                    self.made.insert(id.clone(), own);
                    return Some(id);
                }
                _ => {}
            }
        }
        None
    }
}

fn unit_of(post: &Cells) -> Option<String> {
    let at = description::table(POSTS)?.position("unit")?;
    post.get(at).cloned().flatten()
}

fn year_of_birth(line: &Line, taker: &Taker<'_>) -> Option<i16> {
    let fields = ["born", super::fields::MALE, super::fields::FEMALE];
    let content = fields.iter().find_map(|field| taker.content(field, line))?;
    match moment(&content.shown()) {
        Moment::Year(year) => Some(year),
        _ => None,
    }
}

/// Says whose a post is.
pub(super) fn owned(post: &mut Cells, person: &Cells, people: &Table) {
    let id = people.position("id").and_then(|at| person.get(at)).cloned().flatten();
    if let Some(cell) = description::table(POSTS).and_then(|posts| posts.position("person")).and_then(|at| post.get_mut(at)) {
        *cell = id;
    }
}
