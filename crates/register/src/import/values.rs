//! A cell of a spreadsheet as the data folder writes it; what could be two things is a fault, never a guess.

use std::collections::BTreeSet;

use phongtrao_diagnostic::Text;
use phongtrao_sheet::{Content, Moment, moment, of_serial, value};
use phongtrao_value::hour;

use super::codes::Codes;
use super::remarks::{Remark, Remarks};
use super::vocabulary::{Index, Of, Whom};
use super::words::{plain, words};
use crate::description::{Column, Kind, Table};
use crate::read::cells::{fits, refused};
use crate::texts;

use super::fields::REGISTRATIONS;

/// What is wrong with a cell, and what to do.
pub(super) type Refusal = (Text, Text);

/// Turns cells into those of the data folder.
pub(super) struct Values<'a> {
    pub(super) vocabulary: Index<'a>,
    pub(super) codes: Codes,
    pub(super) from_1904: bool,
    /// Whom the row at hand is of, where that is known.
    pub(super) whom: Option<Whom>,
}

impl Values<'_> {
    /// The cell of a column; empty where it says nothing. Columns that refer to somebody are looked up elsewhere.
    pub(super) fn cell(&self, table: &Table, column: &Column, content: &Content, remarks: &mut Remarks) -> Result<String, Refusal> {
        if let Content::Error(error) = content {
            return Err((texts::import_formula(error), texts::import_formula_help()));
        }
        match column.kind {
            Kind::Text => Ok(text(content)),
            Kind::Day => self.day(column, content, remarks),
            Kind::Hour => hour_of_day(column, content),
            Kind::Year => year(column, content),
            Kind::Flag => flag(column, content),
            Kind::Count | Kind::Order => whole(column, content),
            Kind::Amount => number(column, content),
            Kind::Percent => percent(column, content),
            Kind::Choice | Kind::Word => self.word(table, column, &content.shown(), remarks),
            Kind::Id | Kind::Person | Kind::Unit | Kind::Household | Kind::Subject | Kind::Units | Kind::One => code(column, content),
        }
    }

    fn day(&self, column: &Column, content: &Content, remarks: &mut Remarks) -> Result<String, Refusal> {
        let no_day = |shown: &str| Err((texts::data_no_day(short(shown), &column.name), texts::import_no_day_help()));
        let words = match content {
            Content::Day(day) => return Ok(day.to_string()),
            // A workbook's number is a day that lost its format, unless it is a year.
            Content::Number(number) if (1900.0..2200.0).contains(number) => content.shown(),
            Content::Number(number) => {
                return match of_serial(*number, self.from_1904).filter(|_| *number > 2200.0) {
                    Some(day) => {
                        remarks.count(Remark::Serial, || format!("{} → {}", content.shown(), Content::Day(day).shown()));
                        Ok(day.to_string())
                    }
                    None => no_day(&content.shown()),
                };
            }
            Content::Text(words) => words.clone(),
            Content::Flag(_) | Content::Error(_) => return no_day(&content.shown()),
        };
        match moment(&words) {
            Moment::Day(day) => Ok(day.to_string()),
            Moment::ShortYear(day) => {
                remarks.count(Remark::ShortYear, || format!("{words} → {}", Content::Day(day).shown()));
                Ok(day.to_string())
            }
            Moment::Year(year) if column.name == "born" => {
                remarks.count(Remark::YearOnly, || year.to_string());
                Ok(String::new())
            }
            Moment::Year(_) => Err((texts::import_only_year(words, &column.name), texts::import_only_year_help())),
            Moment::Month(..) => Err((texts::import_only_month(words, &column.name), texts::import_only_month_help())),
            Moment::MonthFirst(day) => Err((texts::import_month_first(words), texts::import_month_first_help(Content::Day(day).shown()))),
            Moment::NoSuchDay => Err((texts::import_no_such_day(short(&words)), texts::import_no_day_help())),
            Moment::Unclear => no_day(&words),
        }
    }

    /// A word that criteria, packs and plans name.
    fn word(&self, table: &Table, column: &Column, cell: &str, remarks: &mut Remarks) -> Result<String, Refusal> {
        let honours = honours(table, column);
        let named = |cell: &str| -> BTreeSet<String> {
            let mut found: BTreeSet<String> = words().value(&table.name, &column.name, cell).map(str::to_owned).into_iter().collect();
            if let Some(of) = honours {
                found.extend(self.vocabulary.called(cell, of));
            }
            found
        };
        let known = |word: &str| {
            let listed = column.values.iter().any(|value| value == word);
            listed || honours.is_some_and(|of| self.vocabulary.is_id(word, of))
        };
        let lower = cell.to_lowercase();
        if known(cell) || known(&lower) {
            return Ok(if known(cell) { cell.to_owned() } else { lower });
        }
        let mut found = named(cell);
        if found.is_empty() {
            let others = self.codes.other_words(cell);
            found = others.iter().flat_map(|other| if known(other) { BTreeSet::from([other.clone()]) } else { named(other) }).collect();
            if !found.is_empty() {
                remarks.count(Remark::Code, || format!("{cell} → {}", found.iter().next().cloned().unwrap_or_default()));
            }
        }
        if let (true, Some(whom)) = (found.len() > 1, self.whom.as_ref().filter(|_| matches!(honours, Some(Of::Awards | Of::Both)))) {
            let narrowed = self.vocabulary.narrowed(found.clone(), whom);
            if let (Some(one), true) = (narrowed.first(), narrowed.len() == 1) {
                remarks.count(Remark::Award, || format!("{cell} → {one}"));
                found = narrowed;
            }
        }
        let several: Vec<&str> = found.iter().map(String::as_str).collect();
        match several.as_slice() {
            [one] => Ok((*one).to_owned()),
            [] if honours.is_some() => Err(self.no_honour(cell, honours.unwrap_or(Of::Honours))),
            [] if column.kind == Kind::Word && fits(column, cell) && is_word(table, column, cell) => Ok(cell.to_owned()),
            [] if !words().said(&table.name, &column.name).is_empty() => {
                let said = words().said(&table.name, &column.name).join(", ");
                Err((texts::import_no_word(short(cell), &column.name), texts::import_no_choice_help(said)))
            }
            [] if column.kind == Kind::Word => {
                Err((texts::import_no_word(short(cell), &column.name), texts::import_no_word_help(&column.vi)))
            }
            [] => Err(refused(column, cell)),
            several => Err((texts::import_several(short(cell), several.join(", ")), texts::import_several_help())),
        }
    }

    /// The ids of a cell that names several honours.
    pub(super) fn several(&self, table: &Table, column: &Column, content: &Content) -> Option<Vec<String>> {
        self.vocabulary.several(&content.shown(), honours(table, column)?)
    }

    fn no_honour(&self, cell: &str, of: Of) -> Refusal {
        let near = self.vocabulary.nearest(cell, of);
        if of == Of::Criteria {
            let all = self.vocabulary.criteria().join("; ");
            let help = match near {
                Some((name, id)) => texts::import_no_criterion_nearest(name, id, all),
                None => texts::import_no_criterion_help(all),
            };
            return (texts::import_no_criterion(short(cell)), help);
        }
        let help = match near {
            Some((name, id)) => texts::import_no_honour_nearest(name, id),
            None if of == Of::Awards => texts::import_no_award_help(),
            None => texts::import_no_honour_help(),
        };
        (texts::import_no_honour(short(cell)), help)
    }

    /// The scale and level that a cell means; `scale` where the row says which.
    pub(super) fn level(&self, cell: &str, scale: Option<&str>, remarks: &mut Remarks) -> Result<(String, String), Refusal> {
        let of = |cell: &str| self.vocabulary.levels_called(cell, scale);
        let mut found = of(cell);
        if found.is_empty() {
            found = self.codes.other_words(cell).iter().flat_map(|other| of(other)).collect();
            if !found.is_empty() {
                remarks.count(Remark::Code, || cell.to_owned());
            }
        }
        let several: Vec<(String, String)> = found.into_iter().collect();
        match several.as_slice() {
            [(scale, level)] => Ok((scale.clone(), level.clone())),
            [] => {
                let levels = self.vocabulary.levels_of(scale).join(", ");
                Err((texts::import_no_level(short(cell)), texts::import_no_level_help(levels)))
            }
            several => {
                let scales: BTreeSet<&str> = several.iter().map(|(scale, _)| scale.as_str()).collect();
                let scales: Vec<&str> = scales.into_iter().collect();
                let first = scales.first().copied().unwrap_or_default();
                Err((texts::import_several_scales(short(cell), scales.join(", ")), texts::import_several_scales_help(first)))
            }
        }
    }
}

/// What a column names, where it names honours or awards.
fn honours(table: &Table, column: &Column) -> Option<Of> {
    match column.name.as_str() {
        "honour" => Some(Of::Honours),
        "award" => Some(Of::Awards),
        "of" if table.name == REGISTRATIONS => Some(Of::Both),
        "criterion" => Some(Of::Criteria),
        _ => None,
    }
}

/// What of a cell is shown in a message.
pub(super) fn short(cell: &str) -> String {
    cell.chars().take(60).collect()
}

/// Whether a cell is a word as packs and plans write them. Where people have words for the values of a column, a short one is an abbreviation that nobody
/// knows (`GV`), and none of these words.
fn is_word(table: &Table, column: &Column, cell: &str) -> bool {
    const SHORTEST: usize = 4;
    let sound = cell.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    let listed = !words().said(&table.name, &column.name).is_empty();
    sound
        && (!listed
            || (cell.len() >= SHORTEST && !cell.bytes().any(|byte| byte.is_ascii_uppercase()))
            || words().is_value(&table.name, &column.name, cell))
}

fn text(content: &Content) -> String {
    content.shown()
}

/// A code, whether the workbook has it as text or as a number.
fn code(column: &Column, content: &Content) -> Result<String, Refusal> {
    let code = content.shown();
    if fits(column, &code) { Ok(code) } else { Err(refused(column, &code)) }
}

/// `2025`, `2025-2026`, `Năm học 2025 – 2026`; a school year is written with both its years.
fn year(column: &Column, content: &Content) -> Result<String, Refusal> {
    let shown = content.shown();
    if let Content::Day(_) = content {
        return Err(refused(column, &shown));
    }
    let figures: Vec<String> =
        shown.split(|c: char| !c.is_ascii_digit()).filter(|figures| !figures.is_empty()).map(str::to_owned).collect();
    let said: String =
        plain(&shown).split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).collect::<Vec<_>>().join(" ");
    let known = said.is_empty() || words().value("", "year_kind", &said).is_some();
    let year = match figures.as_slice() {
        [year] if year.len() == 4 => year.clone(),
        [first, second] if first.len() == 4 && second.len() == 2 => format!("{first}-{}{second}", first.get(..2).unwrap_or_default()),
        [first, second] => format!("{first}-{second}"),
        _ => shown.clone(),
    };
    if known && fits(column, &year) { Ok(year) } else { Err(refused(column, &shown)) }
}

/// The kind of year that the cell of a year itself says.
pub(super) fn kind_of_year(content: &Content) -> Option<&'static str> {
    let shown = plain(&content.shown());
    let said: Vec<&str> = shown.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    match words().value("", "year_kind", &said.join(" ")) {
        Some(kind) if !said.is_empty() && kind != "calendar" => Some(if kind == "school" { "school" } else { "statistics" }),
        // Two years that follow each other are a school year, whatever else the rows of the organisation mean.
        _ => (said.is_empty() && shown.split(' ').count() == 2).then_some("school"),
    }
}

/// An hour in words, or as a workbook keeps it: a part of the day.
fn hour_of_day(column: &Column, content: &Content) -> Result<String, Refusal> {
    let shown = content.shown();
    let minutes = |part: f64| ((0.0..1.0).contains(&part)).then(|| (part * 1440.0).round() as i64);
    let of_part = |part: f64| minutes(part).and_then(|minutes| hour::read(&format!("{}:{:02}", minutes / 60, minutes % 60)));
    let found = match content {
        Content::Number(part) => of_part(*part),
        _ => hour::read(&shown),
    };
    found.map(hour::written).ok_or_else(|| refused(column, &shown))
}

fn flag(column: &Column, content: &Content) -> Result<String, Refusal> {
    let yes = match content {
        Content::Flag(flag) => Some(*flag),
        other => value::flag(&other.shown()),
    };
    yes.map(|yes| if yes { "yes" } else { "no" }.to_owned()).ok_or_else(|| refused(column, &content.shown()))
}

fn whole(column: &Column, content: &Content) -> Result<String, Refusal> {
    let shown = content.shown();
    if let (Content::Day(_), Kind::Count) = (content, column.kind) {
        return Err((texts::import_count_became_day(&column.name, &shown), texts::import_count_became_day_help()));
    }
    // `9 phiếu`, `11 người`
    let counted =
        shown.rsplit_once(' ').filter(|(_, unit)| words().counted.contains(&plain(unit))).map_or(shown.as_str(), |(count, _)| count);
    let sound = value::whole(counted.trim()).filter(|number| column.kind != Kind::Count || *number >= 0);
    sound.map(|number| number.to_string()).ok_or_else(|| refused(column, &shown))
}

/// So many of so many: `9/11`, `09/11 phiếu`, `9/11 (81,8 %)`.
pub(super) fn of_all(content: &Content) -> Option<(i64, i64)> {
    let Content::Text(said) = content else { return None };
    let (part, rest) = said.split_once('/')?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (all, more) = rest.split_at(end);
    let is_told = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || words().counted.contains(word);
    let sound = !more.contains('/') && plain(more).split(' ').all(is_told);
    Some((value::whole(part.trim())?, value::whole(all)?)).filter(|(part, all)| sound && *part >= 0 && part <= all)
}

fn number(column: &Column, content: &Content) -> Result<String, Refusal> {
    let shown = content.shown();
    value::number(&shown).map(|number| number.to_string()).ok_or_else(|| refused(column, &shown))
}

/// `40`, `40 %`. A number up to 1 is either a share of one or a percentage: the workbook shows both alike.
fn percent(column: &Column, content: &Content) -> Result<String, Refusal> {
    let shown = content.shown();
    let figures = shown.strip_suffix('%').map(str::trim);
    let number = value::number(figures.unwrap_or(&shown)).filter(|_| fits(column, figures.unwrap_or(&shown)) || figures.is_some());
    match number {
        Some(number) if figures.is_none() && (1..=1000).contains(&number.thousandths()) => {
            Err((texts::import_share(&shown), texts::import_share_help()))
        }
        Some(number) if (0..=100_000).contains(&number.thousandths()) => Ok(number.to_string()),
        _ => Err(refused(column, &shown)),
    }
}

/// A rank as it is printed: army spreadsheets write codes.
pub(super) fn grade(cell: &str) -> Result<String, Refusal> {
    let upper = cell.to_uppercase().replace([' ', '.'], "");
    let is_code = upper.contains('/') || words().ranks.contains_key(&upper) || upper.starts_with('-');
    if !is_code {
        return Ok(cell.to_owned());
    }
    let professional = &words().professional;
    let (code, added) = match professional.endings.iter().find_map(|ending| upper.strip_suffix(ending.as_str())) {
        Some(code) => (code, professional.added.as_str()),
        None => (upper.as_str(), ""),
    };
    let rank = words().ranks.get(code).map(|rank| format!("{rank}{added}"));
    rank.ok_or_else(|| (texts::import_no_rank(short(cell)), texts::import_no_rank_help()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description;
    use crate::import::Vocabulary;

    fn read(table: &str, column: &str, content: Content) -> String {
        let table = description::table(table).expect("a table");
        let column = table.columns.iter().find(|known| known.name == column).expect("a column");
        let vocabulary = Vocabulary {
            honours: vec![
                ("Lao động tiên tiến".to_owned(), "advanced-worker".to_owned()),
                ("LĐTT".to_owned(), "advanced-worker".to_owned()),
            ],
            ..Vocabulary::default()
        };
        let values = Values { vocabulary: Index::new(&vocabulary), codes: Codes::default(), from_1904: false, whom: None };
        values.cell(table, column, &content, &mut Remarks::default()).unwrap_or_else(|(message, _)| format!("! {}", message.key))
    }

    #[rstest::rstest]
    #[case::day("ledger", "decided_on", "30.08.2026", "2026-08-30")]
    #[case::month("ledger", "decided_on", "8/2026", "! import-only-month")]
    #[case::month_first("ledger", "decided_on", "8/30/2026", "! import-month-first")]
    #[case::year_of_birth("people", "born", "1985", "")]
    #[case::year_of_decision("ledger", "decided_on", "2025", "! import-only-year")]
    #[case::sex("people", "sex", "Nữ", "female")]
    #[case::category("people", "category", "Viên chức", "official")]
    #[case::own_word("people", "category", "official", "official")]
    #[case::no_word("people", "category", "Thành phần khác", "! import-no-word")]
    #[case::unknown_abbreviation("people", "category", "GVC", "! import-no-word")]
    #[case::word_of_a_pack("people", "category", "auditor", "auditor")]
    #[case::word_without_a_list("records", "kind", "GK1", "GK1")]
    #[case::honour("ledger", "honour", "Lao động  Tiên tiến", "advanced-worker")]
    #[case::honour_in_short("ledger", "honour", "LĐTT", "advanced-worker")]
    #[case::honour_by_id("ledger", "honour", "advanced-worker", "advanced-worker")]
    #[case::no_honour("ledger", "honour", "Chiến sĩ dũng cảm", "! import-no-honour")]
    #[case::school_year("ratings", "year", "Năm học 2025 – 2026", "2025-2026")]
    #[case::school_year_in_short("ratings", "year", "2025-26", "2025-2026")]
    #[case::year("ratings", "year", "2025", "2025")]
    #[case::years_apart("ratings", "year", "2025-2027", "! data-no-year")]
    #[case::mark("tasks", "accepted", "✓", "yes")]
    #[case::no_mark("tasks", "accepted", "-", "! data-no-flag")]
    #[case::count("meetings", "agreed", "11", "11")]
    #[case::half_a_ballot("meetings", "agreed", "10,5", "! data-no-count")]
    #[case::percent("authors", "share", "40 %", "40")]
    #[case::amount("records", "amount", "8,5", "8.5")]
    fn a_cell_of_every_kind(#[case] table: &str, #[case] column: &str, #[case] cell: &str, #[case] expected: &str) {
        assert_eq!(read(table, column, Content::Text(cell.to_owned())), expected);
    }

    #[rstest::rstest]
    #[case::serial("ledger", "decided_on", 46264.0, "2026-08-30")]
    #[case::year("people", "born", 1985.0, "")]
    #[case::small("ledger", "decided_on", 12.0, "! data-no-day")]
    #[case::code("people", "id", 12.0, "12")]
    #[case::half_a_code("people", "id", 12.5, "12.5")]
    #[case::share("authors", "share", 0.4, "! import-share")]
    #[case::percent("authors", "share", 40.0, "40")]
    #[case::year_of_rating("ratings", "year", 2025.0, "2025")]
    fn a_number_of_a_workbook(#[case] table: &str, #[case] column: &str, #[case] number: f64, #[case] expected: &str) {
        assert_eq!(read(table, column, Content::Number(number)), expected);
    }

    #[rstest::rstest]
    #[case("1//", "Thiếu tá")]
    #[case("4/", "Đại úy")]
    #[case("3/-CN", "Thượng úy chuyên nghiệp")]
    #[case("2// CN", "Trung tá chuyên nghiệp")]
    #[case("H2", "Trung sĩ")]
    #[case("Thượng tá", "Thượng tá")]
    #[case("Giảng viên chính", "Giảng viên chính")]
    #[case("-CN", "!")]
    #[case("5//", "!")]
    fn ranks_in_codes(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(grade(cell).unwrap_or_else(|_| "!".to_owned()), expected);
    }

    #[rstest::rstest]
    #[case("2025-2026", Some("school"))]
    #[case("Năm học 2025", Some("school"))]
    #[case("2025", None)]
    #[case("Năm 2025", None)]
    fn what_kind_of_year_a_cell_says(#[case] cell: &str, #[case] expected: Option<&str>) {
        assert_eq!(kind_of_year(&Content::Text(cell.to_owned())), expected);
    }
}
