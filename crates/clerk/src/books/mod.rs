//! Workbooks of a round: everything that was judged, as lists that can be sorted and filtered, and the facts that it rests on, as `phongtrao import` reads them.

mod criteria;
mod facts;
mod money;
mod results;
mod scores;
mod votes;
mod words;

use phongtrao_press::xlsx::{Book, Cell, Column, Holds, Worksheet};

use self::words::WORDS;
use crate::papers::{Made, Material, Proposer};
use crate::round::Item;
use crate::{Case, Standing};

pub(crate) use facts::{of_facts, to_sign};

/// Beyond so many cases a workbook leaves out those that do not meet the conditions, and says so: nobody scrolls through them, and the pages have them.
const MOST_CASES: usize = 20_000;

/// Makes a sheet of cases.
type Sheet = for<'d> fn(&Material<'d, '_>, &[&'d Case]) -> Worksheet;

/// The sheets of a workbook; one without rows is left out.
const SHEETS: [Sheet; 5] = [results::sheet_of, criteria::sheet_of, scores::sheet_of, votes::sheet_of, money::sheet_of];

/// Everybody of the round.
pub(crate) fn of_round(material: &Material<'_, '_>) -> Made {
    Made::from(book(material, &WORDS.titles.round, &material.facts.organisation.name, material.in_order.clone()))
}

/// Everybody of a unit that puts somebody forward: also those who do not meet the conditions, which its meeting asks about.
pub(crate) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let cases = material.by_unit.get(&proposer.unit).cloned().unwrap_or_default();
    Made::from(book(material, &WORDS.titles.unit, proposer.name, cases))
}

fn book<'d>(material: &Material<'d, '_>, title: &str, whose: &str, mut cases: Vec<&'d Case>) -> Option<Item> {
    let all = cases.len();
    if all > MOST_CASES {
        cases.retain(|case| case.standing != Standing::NotMet);
    }
    let left_out = all - cases.len();
    let mut sheets: Vec<Worksheet> = SHEETS.iter().map(|make| make(material, &cases)).filter(|sheet| !sheet.rows.is_empty()).collect();
    for sheet in &mut sheets {
        sheet.above = above(material, title, whose, left_out);
    }
    let book = Book { title: format!("{title}: {}", material.facts.round.label), sheets, lists: WORDS.lists.clone() };
    (!book.sheets.is_empty()).then(|| Item::of_book(title, book))
}

/// What stands above each list: what it is, whose, as of when, and whom it leaves out.
fn above(material: &Material<'_, '_>, title: &str, whose: &str, left_out: usize) -> Vec<String> {
    let day = phongtrao_value::printed_date::short(material.facts.as_of());
    let mut lines = vec![title.to_uppercase(), format!("{whose} · {} · {day}", material.facts.round.label)];
    if left_out > 0 {
        lines.push(WORDS.left_out.fill(&[("number", &left_out.to_string())]));
    }
    lines
}

/// A sheet whose rows begin with their number, who it is, and for what.
fn sheet(tab: &str, more: Vec<Column>, rows: impl Iterator<Item = Vec<Cell>>, material: &Material<'_, '_>) -> Worksheet {
    let heads = &WORDS.heads;
    let mut awards: Vec<String> = Vec::new();
    for award in &material.facts.plan.awards {
        let title = material.facts.award_title(&award.id);
        if !awards.contains(&title) {
            awards.push(title);
        }
    }
    let mut columns = vec![
        Column::new(&heads.number, 6, Holds::Whole),
        Column::new(&heads.id, 12, Holds::Text),
        Column::new(&heads.name, 24, Holds::Text),
        Column::new(&heads.unit, 20, Holds::Text),
        Column::new(&heads.award, 26, Holds::Choice(awards)),
    ];
    columns.extend(more);
    let numbered = rows.enumerate().map(|(place, mut row)| {
        row.insert(0, Cell::count(place + 1));
        row
    });
    Worksheet { name: tab.to_owned(), above: Vec::new(), columns, rows: numbered.collect(), room: 0 }
}

/// Who a case is of, and for what: the cells with which its rows begin, but for their number.
fn who(material: &Material<'_, '_>, case: &Case) -> Vec<Cell> {
    let index = material.facts.index;
    let name = index.subject(&case.subject).map_or(case.subject.as_str(), |subject| index.name(subject));
    let unit = material.facts.unit_of(&case.subject).map_or("", |unit| index.name(unit));
    vec![Cell::text(&case.subject), Cell::text(name), Cell::text(unit), Cell::text(material.facts.award_title(&case.award))]
}

/// The same with more cells.
fn row(material: &Material<'_, '_>, case: &Case, more: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    let mut row = who(material, case);
    row.extend(more);
    row
}
