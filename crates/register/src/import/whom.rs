//! Whom a row is of, and which unit it names: by code, by name, by what lists of codes say.

use std::collections::BTreeSet;

use phongtrao_sheet::{Content, Line, Moment, moment};
use phongtrao_value::Date;

use super::fields::{FAMILY, OF_BORN, OF_NAME, OF_UNIT, UNITS};
use super::listed::{ListedRow, without_number};
use super::names::{key, slug};
use super::remarks::Remark;
use super::subjects::{Clues, Sought};
use super::take::Taker;
use super::values::{Refusal, short};
use crate::description::{Column, Kind};
use crate::rows::Unit;
use crate::{SubjectKind, texts};

/// Why a code or name leads to nobody.
pub(super) enum NotFound {
    /// Nobody has it; with the name and id that are near it.
    Unknown(Option<(String, String)>),
    /// Lists of codes give it several meanings, each of another.
    SeveralByCodes(Vec<String>),
    /// Several have it.
    Several(Vec<String>),
}

impl NotFound {
    pub(super) fn told(self, said: &str) -> Refusal {
        match self {
            NotFound::Unknown(Some((name, id))) => (texts::import_unknown(short(said)), texts::import_unknown_nearest(name, id)),
            NotFound::Unknown(None) => (texts::import_unknown(short(said)), texts::import_unknown_help()),
            NotFound::SeveralByCodes(ids) => (texts::import_several(short(said), ids.join(", ")), texts::import_several_help()),
            NotFound::Several(ids) => (texts::import_several_people(short(said), ids.join(", ")), texts::import_several_people_help()),
        }
    }

    /// The same of a unit, which can be created.
    fn told_of_unit(self, said: &str) -> Refusal {
        match self {
            NotFound::Unknown(Some((name, id))) => (texts::import_unknown_unit(short(said)), texts::import_unknown_nearest(name, id)),
            NotFound::Unknown(None) => (texts::import_unknown_unit(short(said)), texts::import_unknown_unit_help()),
            several => several.told(said),
        }
    }
}

/// All that can be subjects.
const SUBJECTS: [SubjectKind; 3] = [SubjectKind::Person, SubjectKind::Unit, SubjectKind::Household];

impl Taker<'_> {
    /// Whom a row is of: by code, else by name with unit and date of birth.
    pub(super) fn whose(&mut self, column: &'static Column, row: &ListedRow<'_>) -> Option<String> {
        let line = row.line;
        let kinds: &[SubjectKind] = if column.kind == Kind::Person { &SUBJECTS[..1] } else { &SUBJECTS };
        let (code, name) = (self.shown(&column.name, line), self.whole_name(OF_NAME, line));
        let unit = match (self.shown(OF_UNIT, line), row.heading) {
            (Some(unit), _) => self.unit(OF_UNIT, &unit, line),
            (None, Some((heading, words))) if name.is_some() => self.unit_of_heading(words, heading),
            _ => None,
        };
        let clues = Clues { unit, ..self.clues(line) };
        let named = if self.columns.contains_key(OF_NAME) { OF_NAME } else { FAMILY };
        match (code, name) {
            (Some(code), name) => {
                let id = match self.found(&code, kinds, &clues) {
                    Ok(id) => id,
                    Err(why) => {
                        self.note(line, &column.name, why.told(&code));
                        return None;
                    }
                };
                let known = self.subjects.of_id(&id).map(|known| known.name.clone()).unwrap_or_default();
                match name.filter(|name| key(name) != key(&known)) {
                    Some(name) => {
                        let message = texts::import_other_name(&code, &known, short(&name));
                        self.note(line, named, (message, texts::import_other_name_help()));
                        None
                    }
                    None => Some(id),
                }
            }
            (None, Some(name)) => match self.found(&name, kinds, &clues) {
                Ok(id) => {
                    self.remarks.count(Remark::Found, || format!("{name} → {id}"));
                    Some(id)
                }
                Err(why) => {
                    self.note(line, named, why.told(&name));
                    None
                }
            },
            (None, None) => {
                self.note(line, &column.name, (texts::import_nobody(), texts::import_nobody_help()));
                None
            }
        }
    }

    fn clues(&self, line: &Line) -> Clues {
        let (mut born, mut born_in): (Option<Date>, Option<i16>) = (None, None);
        match self.content(OF_BORN, line) {
            Some(Content::Day(day)) => born = Some(day),
            Some(other) => match moment(&other.shown()) {
                Moment::Day(day) | Moment::ShortYear(day) => born = Some(day),
                Moment::Year(year) => born_in = Some(year),
                // What is no date of birth tells nobody apart; the code or the name decides alone.
                Moment::Month(..) | Moment::MonthFirst(_) | Moment::NoSuchDay | Moment::Unclear => {}
            },
            None => {}
        }
        Clues { unit: None, born, born_in }
    }

    /// Somebody or something by code, by name, by what a list of codes says.
    pub(super) fn found(&mut self, said: &str, kinds: &[SubjectKind], clues: &Clues) -> Result<String, NotFound> {
        let by_code = self.subjects.of_code(said, kinds);
        if let Sought::One(id) = by_code {
            if id != said {
                self.remarks.count(Remark::Bare, || format!("{said} → {id}"));
            }
            return Ok(id);
        }
        let by_name = self.subjects.of_name(said, kinds, clues);
        if let Sought::One(id) = by_name {
            return Ok(id);
        }
        let mut others: BTreeSet<String> = BTreeSet::new();
        for other in self.values.codes.other_words(said) {
            for sought in [self.subjects.of_code(&other, kinds), self.subjects.of_name(&other, kinds, clues)] {
                if let Sought::One(id) = sought {
                    others.insert(id);
                }
            }
        }
        let others: Vec<String> = others.into_iter().collect();
        match (others.as_slice(), by_code, by_name) {
            ([id], ..) => {
                self.remarks.count(Remark::Code, || format!("{said} → {id}"));
                Ok(id.clone())
            }
            ([_, _, ..], ..) => Err(NotFound::SeveralByCodes(others.clone())),
            (_, _, Sought::Several(ids)) | (_, Sought::Several(ids), _) => Err(NotFound::Several(ids)),
            (_, _, Sought::Nobody(near @ Some(_))) | (_, Sought::Nobody(near @ Some(_)), _) => Err(NotFound::Unknown(near)),
            _ => Err(NotFound::Unknown(None)),
        }
    }

    /// A unit by code or name; a new one where that was asked for.
    pub(super) fn unit(&mut self, field: &str, said: &str, line: &Line) -> Option<String> {
        match self.unit_id(said) {
            Ok(id) => Some(id),
            Err(refusal) => {
                self.note(line, field, refusal);
                None
            }
        }
    }

    fn unit_id(&mut self, said: &str) -> Result<String, Refusal> {
        let why = match self.found(said, &[SubjectKind::Unit], &Clues::default()) {
            Ok(id) => return Ok(id),
            Err(why) => why,
        };
        if !matches!(why, NotFound::Unknown(_)) || !self.create_units || self.fields.table.name == UNITS {
            return Err(why.told_of_unit(said));
        }
        let id = slug(said);
        if id.is_empty() || self.subjects.of_id(&id).is_some() {
            return Err(NotFound::Unknown(None).told_of_unit(said));
        }
        self.remarks.count(Remark::Unit, || format!("{said} ({id})"));
        let unit = Unit { id: id.clone(), name: said.to_owned(), ..Unit::default() };
        self.subjects.add_unit(&unit);
        self.new_units.push(unit);
        Ok(id)
    }

    /// The unit that a heading within the list names: without its number, `II. Khoa Toán`.
    pub(super) fn unit_of_heading(&mut self, words: &str, heading: &Line) -> Option<String> {
        let column = heading.slots.iter().find(|slot| slot.content.shown() == words).map_or(0, |slot| slot.column);
        match self.unit_id(without_number(words)) {
            Ok(id) => Some(id),
            Err((message, help)) => {
                self.notes.error(heading.number, column, message, help);
                None
            }
        }
    }
}
