//! Which worksheet holds the list and what each of its columns is, with what was said on the command line.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_sheet::{Book, Content, Moment, Page, letters, moment};
use phongtrao_value::nearest;

use super::codes::Codes;
use super::fields::{FAMILY, Fields, OF_NAME, OF_UNIT, may_be_several};
use super::header::{self, ColumnFound, Found, Named, Taken};
use super::listed::Listed;
use super::names::key;
use super::notes::Notes;
use super::remarks::Remarks;
use super::subjects::Subjects;
use super::take::Taker;
use super::values::Values;
use super::vocabulary::Index;
use super::words::{plain, words};
use super::{ColumnNamed, Request, Vocabulary};
use crate::description::Kind;
use crate::{Register, texts};

/// The list of a file.
pub(super) struct SetUp<'b> {
    pub(super) page: &'b Page,
    pub(super) found: Found,
    columns: BTreeMap<&'static str, u32>,
    given: BTreeMap<&'static str, Content>,
    /// Further columns of the field of which a row may name several.
    further: BTreeMap<&'static str, Vec<u32>>,
    /// Two columns that were taken for one field.
    doubled: Vec<(u32, u32, &'static str)>,
}

/// A finding, boxed: it is large and rare.
type Refused = Box<Finding>;

impl<'b> SetUp<'b> {
    /// Finds the list, or says why there is none.
    pub(super) fn new(book: &'b Book, fields: &Fields, request: &Request<'_>) -> Result<SetUp<'b>, Refused> {
        let said = said(request, fields)?;
        let (page, mut found) = page(book, fields, request, &said)?;
        overrule(&mut found, &said, request)?;
        unit_as_subject(&mut found, fields);
        let (mut columns, mut further, mut doubled) =
            (BTreeMap::<&'static str, u32>::new(), BTreeMap::<&'static str, Vec<u32>>::new(), Vec::new());
        for column in &found.columns {
            let Taken::Field(field) = column.taken else { continue };
            match columns.get(field) {
                None => drop(columns.insert(field, column.column)),
                Some(_) if may_be_several(&fields.table.name, field) => further.entry(field).or_default().push(column.column),
                Some(first) => doubled.push((*first, column.column, field)),
            }
        }
        let mut given = BTreeMap::new();
        for (field, value) in &request.given {
            given.insert(named(fields, field)?, Content::Text(value.trim().to_owned()));
        }
        Ok(SetUp { page, found, columns, given, further, doubled })
    }

    /// What takes the rows of the list.
    pub(super) fn taker<'a>(
        &'a self,
        book: &Book,
        fields: &'a Fields,
        register: &Register,
        vocabulary: &'a Vocabulary,
        request: &Request<'_>,
    ) -> Taker<'a> {
        let initiative = |id: &String, title: &String| (("initiatives".to_owned(), key(title)), id.clone());
        Taker {
            fields,
            columns: &self.columns,
            further: &self.further,
            several: None,
            given: &self.given,
            values: Values {
                vocabulary: Index::new(vocabulary),
                codes: Codes::of(book, &self.page.name),
                from_1904: book.from_1904,
                whom: None,
            },
            subjects: Subjects::new(register),
            named_rows: register.initiatives.iter().map(|row| initiative(&row.id, &row.title)).collect(),
            ids: register.initiatives.iter().map(|row| ("initiatives".to_owned(), row.id.clone())).collect(),
            year_kind: register.organisation.year_kind,
            create_units: request.create_units,
            new_units: Vec::new(),
            remarks: Remarks::default(),
            notes: Notes::default(),
        }
    }

    fn says(&self, field: &str) -> bool {
        self.columns.contains_key(field) || self.given.contains_key(field)
    }

    /// What is wrong with the header: columns that every row needs and the list does not have, two columns for one field. Whether the rows can be taken all
    /// the same: not where nothing says whom they are of.
    pub(super) fn header(&self, fields: &Fields, taker: &mut Taker<'_>) -> bool {
        let row = self.found.lines.1;
        for (first, second, field) in &self.doubled {
            let (left, right) = (letters(*first as usize), letters(*second as usize));
            taker.notes.error(row, *second, texts::import_two_columns(&left, &right, *field), texts::import_two_columns_help(&right));
        }
        let missing = self.missing(fields);
        if let Some(first) = missing.first() {
            let column = self.found.columns.first().map_or(0, |column| column.column);
            let names: Vec<String> = missing.iter().map(|field| fields.called(field)).collect();
            let cells = fields.words(first);
            let help = if let Some(year) = self.year_above().filter(|_| *first == "year") {
                texts::import_missing_help_year(year)
            } else if cells.is_empty() {
                texts::import_missing_help(*first)
            } else {
                texts::import_missing_help_words(*first, cells.join(", "))
            };
            taker.notes.error(row, column, texts::import_missing(names.join(", ")), help);
        }
        let whose = fields.whose().map_or("name", |column| column.name.as_str());
        !missing.contains(&whose)
    }

    /// The year that the titles above the list say, where they say one: `Năm học 2025 - 2026`.
    fn year_above(&self) -> Option<String> {
        /// A title is not longer.
        const LONGEST: usize = 300;
        let lines = self.page.lines.iter().take(self.found.first);
        let titles = lines.flat_map(|line| &line.slots).filter_map(|slot| match &slot.content {
            Content::Text(title) if title.len() <= LONGEST => Some(plain(title)),
            _ => None,
        });
        let years = titles.filter_map(|title| words().years.iter().find_map(|word| year_behind(&title, word)));
        let all: BTreeSet<String> = years.collect();
        all.first().filter(|_| all.len() == 1).cloned()
    }

    fn missing(&self, fields: &Fields) -> Vec<&'static str> {
        let whose = fields.whose().map(|column| column.name.as_str());
        let named = self.says(OF_NAME) || self.says(FAMILY);
        let is_missing = |name: &str, kind: Kind| {
            let made = kind == Kind::Id
                || (Some(name) == whose && named)
                || (name == "name" && self.says(FAMILY))
                || (name == "scale" && self.says("level"));
            !made && !self.says(name)
        };
        let columns = fields.table.columns.iter().filter(|column| column.required && column.default.is_none());
        columns.filter(|column| is_missing(&column.name, column.kind)).map(|column| column.name.as_str()).collect()
    }

    /// Dates of which day and month have changed places: where the workbook was set to write the month first, `30/8` stayed text and `5/8` became a date of
    /// the eighth day of May.
    pub(super) fn swapped_days(&self, fields: &Fields, listed: &Listed<'_>, taker: &mut Taker<'_>) {
        /// Fewer dates with small days are no sign of anything.
        const FEWEST: usize = 3;
        let days = self.columns.iter().filter(|(field, _)| fields.column(field).is_some_and(|(_, column)| column.kind == Kind::Day));
        for (_, column) in days {
            let slots = || listed.rows.iter().filter_map(|row| Some((row.line, row.line.at(*column)?)));
            let texts_of_days = || {
                slots().filter_map(|(_, slot)| match &slot.content {
                    Content::Text(words) if words.contains('/') => match moment(words) {
                        Moment::Day(day) => Some(day.day()),
                        _ => None,
                    },
                    _ => None,
                })
            };
            let dates: Vec<_> =
                slots().filter_map(|(line, slot)| if let Content::Day(day) = slot.content { Some((line, day)) } else { None }).collect();
            let only_large = texts_of_days().next().is_some() && texts_of_days().all(|day| day > 12);
            if only_large && dates.len() >= FEWEST && dates.iter().all(|(_, day)| day.day() <= 12) {
                for (line, day) in dates {
                    let swapped = format!("{}/{}/{}", day.month(), day.day(), day.year());
                    let message = texts::import_swapped(Content::Day(day).shown(), swapped);
                    taker.notes.error(line.number, *column, message, texts::import_swapped_help());
                }
            }
        }
    }
}

/// `2025-2026` of `dang ky thi dua nam hoc 2025 2026`, behind `nam hoc`.
fn year_behind(title: &str, word: &str) -> Option<String> {
    let (_, behind) = title.split_once(&format!("{word} "))?;
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let years: Vec<&str> = behind.split(' ').take_while(is_year).take(2).collect();
    (!years.is_empty()).then(|| years.join("-"))
}

/// The worksheet that was named, else the only visible one that has such a list.
fn page<'b>(book: &'b Book, fields: &Fields, request: &Request<'_>, said: &Named) -> Result<(&'b Page, Found), Refused> {
    let names = || book.pages.iter().map(|page| page.name.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(name) = request.sheet {
        let Some(page) = book.page(name) else {
            let message = texts::import_no_sheet(name);
            return Err(Box::new(Finding::new("import-no-sheet", Severity::Error, message).help(texts::import_no_sheet_help(names()))));
        };
        return header::find(page, fields, said).map(|found| (page, found)).ok_or_else(|| no_header(page, fields));
    }
    let visible = || book.pages.iter().filter(|page| page.visible);
    let mut lists: Vec<(&Page, Found)> = visible().filter_map(|page| Some((page, header::find(page, fields, said)?))).collect();
    // A worksheet that says whom a row is of is a list; others may share a column with it.
    let keys = fields.keys();
    let says_whom = |found: &Found| {
        found.columns.iter().any(|column| matches!(column.taken, Taken::Field(field) if keys.contains(&field) || field == OF_UNIT))
    };
    if lists.iter().any(|(_, found)| says_whom(found)) {
        lists.retain(|(_, found)| says_whom(found));
    }
    if lists.len() > 1 {
        let names: Vec<&str> = lists.iter().map(|(page, _)| page.name.as_str()).collect();
        let message = texts::import_several_sheets(names.join(", "));
        let help = texts::import_several_sheets_help(names.first().copied().unwrap_or_default());
        return Err(Box::new(Finding::new("import-several-sheets", Severity::Error, message).help(help)));
    }
    lists.pop().ok_or_else(|| visible().next().map_or_else(|| no_header(&Page::default(), fields), |page| no_header(page, fields)))
}

fn no_header(page: &Page, fields: &Fields) -> Refused {
    let columns: Vec<&str> = fields.table.columns.iter().map(|column| column.vi.trim_end_matches('.')).take(6).collect();
    let first = fields.keys().first().copied().or_else(|| fields.names().next()).unwrap_or_default();
    let message = texts::import_no_header(&page.name);
    Box::new(Finding::new("import-no-header", Severity::Error, message).help(texts::import_no_header_help(columns.join("; "), first)))
}

/// Where a row names a unit and nobody besides, the row is of the unit.
fn unit_as_subject(found: &mut Found, fields: &Fields) {
    let Some(whose) = fields.whose().filter(|column| column.kind == Kind::Subject) else { return };
    let is = |column: &ColumnFound, names: &[&str]| matches!(column.taken, Taken::Field(field) if names.contains(&field));
    if found.columns.iter().any(|column| is(column, &[&whose.name, OF_NAME, FAMILY])) {
        return;
    }
    if let (Some(name), Some(column)) = (fields.named(OF_NAME), found.columns.iter_mut().find(|column| is(column, &[OF_UNIT]))) {
        column.taken = Taken::Field(name);
    }
}

/// What was said of columns, with the fields that there are.
fn said(request: &Request<'_>, fields: &Fields) -> Result<Named, Refused> {
    let mut said = Named::default();
    for (column, field) in &request.columns {
        let taken = if field.is_empty() || field == "-" { Taken::PassedOver } else { Taken::Field(named(fields, field)?) };
        match column {
            ColumnNamed::Number(number) => drop(said.numbers.insert(*number, taken)),
            ColumnNamed::Header(header) => drop(said.headers.insert(plain(header), taken)),
        }
    }
    Ok(said)
}

/// A column is what was said; the one that was taken for the same field is nothing then.
fn overrule(found: &mut Found, said: &Named, request: &Request<'_>) -> Result<(), Refused> {
    let heads = |column: &ColumnFound| header::said_of(&column.header, said).is_some();
    let is_absent = |header: &&str| {
        let only = said.only(&plain(header));
        !found.columns.iter().any(|column| header::said_of(&column.header, &only).is_some())
    };
    let named = |(column, _): &'_ (ColumnNamed, String)| if let ColumnNamed::Header(header) = column { Some(header.clone()) } else { None };
    if let Some(absent) = request.columns.iter().filter_map(named).find(|header| is_absent(&header.as_str())) {
        let all: Vec<String> = found.columns.iter().map(|column| column.header.join(" > ")).collect();
        let help = texts::import_no_column_help(all.join("; "));
        return Err(Box::new(Finding::new("import-no-column", Severity::Error, texts::import_no_column(absent)).help(help)));
    }
    for (column, taken) in &said.numbers {
        match found.columns.iter_mut().find(|known| known.column == *column) {
            Some(known) => known.taken = *taken,
            None => found.columns.push(ColumnFound { column: *column, header: Vec::new(), taken: *taken, is_vague: false }),
        }
    }
    found.columns.sort_by_key(|known| known.column);
    let own: Vec<Taken> = said.headers.values().chain(said.numbers.values()).copied().collect();
    let gives_way = |column: &&mut ColumnFound| {
        own.contains(&column.taken)
            && matches!(column.taken, Taken::Field(_))
            && !said.numbers.contains_key(&column.column)
            && !heads(column)
    };
    found.columns.iter_mut().filter(gives_way).for_each(|column| column.taken = Taken::Unknown);
    Ok(())
}

fn named(fields: &Fields, field: &str) -> Result<&'static str, Refused> {
    fields.named(field).ok_or_else(|| {
        let all: BTreeSet<&str> = fields.names().collect();
        let all: Vec<&str> = all.into_iter().collect();
        let help = match nearest(field, all.iter().copied()) {
            Some(near) => texts::import_no_field_nearest(near, all.join(", ")),
            None => texts::import_no_field_help(all.join(", ")),
        };
        Box::new(Finding::new("import-no-field", Severity::Error, texts::import_no_field(field)).help(help))
    })
}
