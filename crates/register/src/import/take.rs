//! Rows of a list as rows of the data folder: cells converted, people and units found, what is missing made or told.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_sheet::{Content, Line, Moment, moment};
use phongtrao_value::{Date, YearKind};

use super::fields::{FAMILY, FEMALE, Fields, GIVEN, MALE, OF_BORN, OF_NAME, OF_UNIT, UNITS};
use super::listed::ListedRow;
use super::names::{key, mended, slug};
use super::notes::Notes;
use super::remarks::{Remark, Remarks};
use super::subjects::{Clues, Sought, Subjects};
use super::values::{Refusal, Values, grade, kind_of_year, short};
use crate::description::{Column, Kind, Table};
use crate::rows::Unit;
use crate::{SubjectKind, texts};

/// Cells of a row in the order of the columns of its table; nothing where the list says nothing.
pub(super) type Cells = Vec<Option<String>>;

/// Takes rows.
pub(super) struct Taker<'a> {
    pub(super) fields: &'a Fields,
    /// The column of the page for each field.
    pub(super) columns: &'a BTreeMap<&'static str, u32>,
    /// What is said for all rows alike.
    pub(super) given: &'a BTreeMap<&'static str, Content>,
    pub(super) values: Values<'a>,
    pub(super) subjects: Subjects,
    /// Rows of other tables that people refer to by name: table and name → id.
    pub(super) named_rows: BTreeMap<(String, String), String>,
    pub(super) ids: BTreeSet<(String, String)>,
    pub(super) year_kind: Option<YearKind>,
    pub(super) create_units: bool,
    pub(super) new_units: Vec<Unit>,
    pub(super) remarks: Remarks,
    pub(super) notes: Notes,
}

/// Why a code or name leads to nobody.
enum NotFound {
    /// Nobody has it; with the name and id that are near it.
    Unknown(Option<(String, String)>),
    /// Lists of codes give it several meanings, each of another.
    SeveralByCodes(Vec<String>),
    /// Several have it.
    Several(Vec<String>),
}

impl NotFound {
    fn told(self, said: &str) -> Refusal {
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
    /// What a field of a row holds: its cell, else what is said for all rows.
    pub(super) fn content(&self, field: &str, line: &Line) -> Option<Content> {
        let cell = self.columns.get(field).and_then(|column| line.at(*column)).map(|slot| slot.content.clone());
        cell.or_else(|| self.given.get(field).cloned())
    }

    fn shown(&self, field: &str, line: &Line) -> Option<String> {
        self.content(field, line).map(|content| content.shown()).filter(|shown| !shown.is_empty())
    }

    /// Writes a note on the cell of a field; on the first cell of the row where no column has it.
    pub(super) fn note(&mut self, line: &Line, field: &str, (message, help): Refusal) {
        let first = || self.fields.keys().iter().find_map(|key| self.columns.get(key)).or_else(|| self.columns.values().min()).copied();
        let column = self.columns.get(field).copied().or_else(first).unwrap_or_default();
        let row = line.at(column).and_then(|slot| slot.merged_from).unwrap_or(line.number);
        self.notes.error(row, column, message, help);
    }

    /// Makes a unit of the list known before its rows are taken: rows above and below name it.
    pub(super) fn announce_unit(&mut self, line: &Line) {
        let Some(name) = self.shown("name", line) else { return };
        let known = || matches!(self.subjects.of_name(&name, &[SubjectKind::Unit], &Clues::default()), Sought::One(_) | Sought::Several(_));
        let id = match self.shown("id", line) {
            Some(id) => id,
            None if known() => return,
            None => slug(&name),
        };
        if !id.is_empty() && self.subjects.of_id(&id).is_none() {
            self.subjects.add_unit(&Unit { id, name, ..Unit::default() });
        }
    }

    /// The row of the main table.
    pub(super) fn row(&mut self, row: &ListedRow<'_>) -> Cells {
        let table = self.fields.table;
        let mut cells: Cells = table.columns.iter().map(|column| self.cell(table, column, row)).collect();
        self.level(table, row.line, &mut cells);
        self.year(table, row.line, &mut cells);
        self.empty(table, row.line, &cells);
        cells
    }

    /// The cell of a column.
    pub(super) fn cell(&mut self, table: &'static Table, column: &'static Column, row: &ListedRow<'_>) -> Option<String> {
        let line = row.line;
        if self.fields.whose().is_some_and(|whose| whose.name == column.name && table.name == self.fields.table.name) {
            return self.whose(column, row);
        }
        if self.fields.second.is_some() && table.name == self.fields.table.name {
            match column.name.as_str() {
                "name" => return self.name(line),
                "sex" => return self.sex(table, column, line),
                "born" => return self.born(table, column, line),
                _ => {}
            }
        }
        // The level is read with its scale.
        if column.name == "level" && column.kind == Kind::Word {
            return None;
        }
        let content = self.content(&column.name, line)?;
        let read = match column.kind {
            Kind::Unit => return self.unit(&column.name, &content.shown(), line),
            Kind::Units => {
                let shown = content.shown();
                let ids: Vec<String> = shown
                    .split([';', '\n'])
                    .map(str::trim)
                    .filter(|name| !name.is_empty())
                    .filter_map(|name| self.unit(&column.name, name, line))
                    .collect();
                Ok(ids.join(";"))
            }
            Kind::Person | Kind::Household => {
                let kind = if column.kind == Kind::Person { SubjectKind::Person } else { SubjectKind::Household };
                let shown = content.shown();
                self.found(&shown, &[kind], &Clues::default()).map_err(|why| why.told(&shown))
            }
            Kind::One => self.one(column, &content.shown()),
            Kind::Text if column.name == "grade" => grade(&content.shown()),
            _ => self.values.cell(table, column, &content, &mut self.remarks),
        };
        match read {
            Ok(cell) => Some(cell).filter(|cell| !cell.is_empty()),
            Err(refusal) => {
                self.note(line, &column.name, refusal);
                None
            }
        }
    }

    /// A name in one column or in two, as names are written.
    fn name(&mut self, line: &Line) -> Option<String> {
        let name = self.whole_name("name", line)?;
        let Some(mended) = mended(&name) else { return Some(name) };
        self.remarks.count(Remark::Capitals, || format!("{name} → {mended}"));
        Some(mended)
    }

    fn whole_name(&self, field: &str, line: &Line) -> Option<String> {
        let halves = [self.shown(FAMILY, line), self.shown(GIVEN, line)];
        self.shown(field, line).or_else(|| {
            let name = halves.into_iter().flatten().collect::<Vec<_>>().join(" ");
            (!name.is_empty()).then_some(name)
        })
    }

    /// The sex, of its own column, or of that of two columns in which something stands.
    fn sex(&mut self, table: &'static Table, column: &'static Column, line: &Line) -> Option<String> {
        if let Some(content) = self.content("sex", line) {
            let read = self.values.cell(table, column, &content, &mut self.remarks);
            return read.map_err(|refusal| self.note(line, "sex", refusal)).ok();
        }
        match (self.shown(MALE, line), self.shown(FEMALE, line)) {
            (Some(_), Some(_)) => {
                self.note(line, FEMALE, (texts::import_both_sexes(), texts::import_both_sexes_help()));
                None
            }
            (Some(_), None) => Some("male".to_owned()),
            (None, Some(_)) => Some("female".to_owned()),
            // A list that marks women only does not say of the others that they are men, but for a column of men beside.
            (None, None) => None,
        }
    }

    /// The date of birth, of its own column, or of the columns of men and women where dates stand in these.
    fn born(&mut self, table: &'static Table, column: &'static Column, line: &Line) -> Option<String> {
        let of_sexes = || {
            [MALE, FEMALE]
                .into_iter()
                .find(|field| self.shown(field, line).is_some_and(|shown| shown.contains(|c: char| c.is_ascii_digit())))
        };
        let field = if self.columns.contains_key("born") { "born" } else { of_sexes()? };
        let content = self.content(field, line)?;
        match self.values.cell(table, column, &content, &mut self.remarks) {
            Ok(cell) => Some(cell).filter(|cell| !cell.is_empty()),
            Err(refusal) => {
                self.note(line, field, refusal);
                None
            }
        }
    }

    /// Whom a row is of: by code, else by name with unit and date of birth.
    fn whose(&mut self, column: &'static Column, row: &ListedRow<'_>) -> Option<String> {
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
    fn found(&mut self, said: &str, kinds: &[SubjectKind], clues: &Clues) -> Result<String, NotFound> {
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
        let bare = match words.split_once(['.', ')', ':']) {
            Some((number, name)) if number.chars().count() <= 4 && !name.trim().is_empty() => name.trim(),
            _ => words,
        };
        let column = heading.slots.iter().find(|slot| slot.content.shown() == words).map_or(0, |slot| slot.column);
        match self.unit_id(bare) {
            Ok(id) => Some(id),
            Err((message, help)) => {
                self.notes.error(heading.number, column, message, help);
                None
            }
        }
    }

    /// A row of another table, by id or by its title.
    fn one(&self, column: &Column, said: &str) -> Result<String, Refusal> {
        let of = column.of.clone().unwrap_or_default();
        if self.ids.contains(&(of.clone(), said.to_owned())) {
            return Ok(said.to_owned());
        }
        let named = self.named_rows.get(&(of.clone(), key(said))).cloned();
        named.ok_or_else(|| (texts::data_reference_unknown(short(said), of), texts::data_reference_unknown_help()))
    }

    /// The level of a rating with its scale; discipline has one scale.
    fn level(&mut self, table: &'static Table, line: &Line, cells: &mut Cells) {
        let Some(at) = table.columns.iter().position(|column| column.name == "level" && column.kind == Kind::Word) else { return };
        let Some(content) = self.content("level", line) else { return };
        let scale_at = table.position("scale");
        let scale = match scale_at {
            Some(scale) => cells.get(scale).cloned().flatten(),
            None => Some(table.name.clone()),
        };
        match self.values.level(&content.shown(), scale.as_deref(), &mut self.remarks) {
            Ok((scale, level)) => {
                set(cells, Some(at), level);
                set(cells, scale_at, scale);
            }
            Err(refusal) => self.note(line, "level", refusal),
        }
    }

    /// The year in four figures, and its kind where the cell itself or the organisation says it.
    fn year(&mut self, table: &'static Table, line: &Line, cells: &mut Cells) {
        let (Some(at), Some(kind_at)) = (table.position("year"), table.position("year_kind")) else {
            if let Some(at) = table.position("year")
                && let Some(Some(year)) = cells.get_mut(at)
            {
                year.truncate(4);
            }
            return;
        };
        let Some(Some(year)) = cells.get_mut(at) else { return };
        // Cells are figures here: no letter is cut in two.
        year.truncate(4);
        if cells.get(kind_at).is_some_and(Option::is_none) {
            let own = self.content("year", line).as_ref().and_then(kind_of_year).map(str::to_owned);
            // Where rows of one year and two kinds stand beside each other, nothing said is a kind of its own.
            let usual = self.year_kind.filter(|_| !table.unique.iter().any(|column| column == "year_kind"));
            if let Some(kind) = own.or_else(|| usual.map(|kind| kind.word().to_owned())) {
                set(cells, Some(kind_at), kind);
            }
        }
    }

    /// Cells that must have a value and have none.
    fn empty(&mut self, table: &'static Table, line: &Line, cells: &Cells) {
        let whose = self.fields.whose().map(|column| column.name.as_str());
        for (column, cell) in table.columns.iter().zip(cells) {
            let told = column.kind == Kind::Id || Some(column.name.as_str()) == whose || !self.columns.contains_key(column.name.as_str());
            if column.required && column.default.is_none() && cell.is_none() && !told && self.content(&column.name, line).is_none() {
                self.note(line, &column.name, (texts::data_cell_empty(&column.name), texts::data_cell_empty_help()));
            }
        }
        let nameless = self.fields.second.is_some() && self.whole_name("name", line).is_none();
        if nameless && !self.columns.contains_key("name") {
            self.note(line, FAMILY, (texts::data_cell_empty("name"), texts::data_cell_empty_help()));
        }
    }
}

fn set(cells: &mut Cells, at: Option<usize>, value: String) {
    if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
        *cell = Some(value);
    }
}
