//! Rows of a list as rows of the data folder: cells converted, people and units found, what is missing made or told.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_sheet::{Content, Line};
use phongtrao_value::YearKind;

use super::fields::{FAMILY, FEMALE, Fields, GIVEN, MALE, may_be_several};
use super::listed::ListedRow;
use super::names::{key, mended, slug};
use super::notes::Notes;
use super::remarks::{Remark, Remarks};
use super::subjects::{Clues, Sought, Subjects};
use super::values::{Refusal, Values, grade, kind_of_year, of_all, short};
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
    /// Further columns of a field of which a row may name several.
    pub(super) further: &'a BTreeMap<&'static str, Vec<u32>>,
    /// What is said for all rows alike.
    pub(super) given: &'a BTreeMap<&'static str, Content>,
    pub(super) values: Values<'a>,
    pub(super) subjects: Subjects,
    /// Rows of other tables that people refer to by name: table and name → id.
    pub(super) named_rows: BTreeMap<(String, String), String>,
    pub(super) ids: BTreeSet<(String, String)>,
    pub(super) year_kind: Option<YearKind>,
    pub(super) create_units: bool,
    /// The honours of the row at hand, where its cells name several: the place of the column, and the ids.
    pub(super) several: Option<(usize, Vec<String>)>,
    pub(super) new_units: Vec<Unit>,
    pub(super) remarks: Remarks,
    pub(super) notes: Notes,
}

impl Taker<'_> {
    /// What a field of a row holds: its cell, else what is said for all rows. A dash is nothing.
    pub(super) fn content(&self, field: &str, line: &Line) -> Option<Content> {
        let cell = self.columns.get(field).and_then(|column| cell_of(line, *column));
        cell.or_else(|| self.given.get(field).cloned())
    }

    pub(super) fn shown(&self, field: &str, line: &Line) -> Option<String> {
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

    /// The rows of the main table: one, and where its cells name several honours one for each of them.
    pub(super) fn rows(&mut self, row: &ListedRow<'_>) -> Vec<Cells> {
        self.several = None;
        let cells = self.row(row);
        let Some((at, ids)) = self.several.take() else { return vec![cells] };
        let with = |id: String| {
            let mut cells = cells.clone();
            set(&mut cells, Some(at), id);
            cells
        };
        ids.into_iter().map(with).collect()
    }

    fn row(&mut self, row: &ListedRow<'_>) -> Cells {
        let table = self.fields.table;
        // Whom a row is of tells which award is meant where several have one name.
        let whose = self.fields.whose().and_then(|whose| table.position(&whose.name));
        let of = whose.and_then(|at| self.cell(table, table.columns.get(at)?, row));
        self.values.whom = of.as_ref().and_then(|of| self.subjects.whom(of));
        let mut cell = |(at, column)| if Some(at) == whose { of.clone() } else { self.cell(table, column, row) };
        let mut cells: Cells = table.columns.iter().enumerate().map(&mut cell).collect();
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
        if self.further.contains_key(column.name.as_str()) {
            return self.of_several_columns(table, column, line);
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
            Kind::Count if of_all(&content).is_some() => self.part(table, column, &content, line),
            _ => match self.words(table, column, &content) {
                Ok(words) if words.len() > 1 => {
                    self.several = table.position(&column.name).map(|at| (at, words.clone()));
                    Ok(words.into_iter().next().unwrap_or_default())
                }
                read => read.map(|words| words.into_iter().next().unwrap_or_default()),
            },
        };
        match read {
            Ok(cell) => Some(cell).filter(|cell| !cell.is_empty()),
            Err(refusal) => {
                self.note(line, &column.name, refusal);
                None
            }
        }
    }

    /// The cell of a column; of one that names honours as many as it names.
    fn words(&mut self, table: &'static Table, column: &'static Column, content: &Content) -> Result<Vec<String>, Refusal> {
        self.values.cell(table, column, content, &mut self.remarks).map(|cell| vec![cell]).or_else(|refusal| {
            // A meeting votes on one award at a time: its ballots are of no other. A criterion is attested by itself.
            let may = may_be_several(&table.name, &column.name) || column.name == "honour";
            let several = may.then(|| self.values.several(table, column, content)).flatten();
            several.ok_or(refusal)
        })
    }

    /// What all columns of a field name.
    fn of_several_columns(&mut self, table: &'static Table, column: &'static Column, line: &Line) -> Option<String> {
        let field = column.name.as_str();
        let first = self.columns.get(field).copied();
        let columns: Vec<u32> = first.into_iter().chain(self.further.get(field).into_iter().flatten().copied()).collect();
        let mut all: Vec<String> = Vec::new();
        for at in columns {
            let Some(content) = cell_of(line, at) else { continue };
            match self.words(table, column, &content) {
                Ok(words) => words.into_iter().for_each(|word| {
                    if !all.contains(&word) {
                        all.push(word)
                    }
                }),
                Err((message, help)) => self.notes.error(line.number, at, message, help),
            }
        }
        if all.is_empty() {
            // The first of them says that nothing stands there.
            return None;
        }
        self.several = table.position(field).map(|at| (at, all.clone()));
        all.into_iter().next()
    }

    /// `9/11`: nine, where the row or the command line says of something else that it is eleven.
    fn part(&mut self, table: &'static Table, column: &'static Column, content: &Content, line: &Line) -> Result<String, Refusal> {
        let (part, all) = of_all(content).unwrap_or_default();
        let others = table.columns.iter().filter(|other| other.kind == Kind::Count && other.name != column.name);
        let is_said = |other: &Column| self.shown(&other.name, line).is_some_and(|said| said.parse() == Ok(all));
        let mut others = others.filter(|other| is_said(other));
        match others.next() {
            Some(_) => Ok(part.to_string()),
            None => Err((texts::import_part(content.shown(), all), texts::import_part_help(all))),
        }
    }

    /// A name in one column or in two, as names are written.
    fn name(&mut self, line: &Line) -> Option<String> {
        let name = self.whole_name("name", line)?;
        let Some(mended) = mended(&name) else { return Some(name) };
        self.remarks.count(Remark::Capitals, || format!("{name} → {mended}"));
        Some(mended)
    }

    pub(super) fn whole_name(&self, field: &str, line: &Line) -> Option<String> {
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

/// What a cell holds; nothing where it is empty or only a dash.
fn cell_of(line: &Line, column: u32) -> Option<Content> {
    let is_dash = |words: &str| words.chars().all(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2212}' | ' '));
    line.at(column).map(|slot| slot.content.clone()).filter(|content| !matches!(content, Content::Text(words) if is_dash(words)))
}

fn set(cells: &mut Cells, at: Option<usize>, value: String) {
    if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
        *cell = Some(value);
    }
}
