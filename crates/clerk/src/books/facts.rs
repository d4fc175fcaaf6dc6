//! The facts of a round as a workbook: a sheet for each table of the data folder, in the form that `phongtrao import` reads.

use phongtrao_movement::bonus::Amount;
use phongtrao_press::lists::Nominee;
use phongtrao_press::xlsx::{Book, Cell, Column, Holds, Worksheet};
use phongtrao_register::description::{self, Kind};
use phongtrao_register::rows::SignedRow;
use phongtrao_register::{Listed, Register};
use phongtrao_value::Date;

use super::words::WORDS;
use crate::papers::{Made, Material, paid, signed_amounts};
use crate::round::{Content, Item};
use crate::signed::Act;

/// Tables with more rows are no reading for a spreadsheet; their file in the data folder has them.
const MOST_ROWS: usize = 100_000;
/// Empty rows below each table, with its drop-downs.
const ROOM: u32 = 50;
/// What cells of yes and no offer.
const FLAGS: [&str; 2] = ["yes", "no"];

/// All tables but those whose facts are shown only to those who need them.
pub(crate) fn of_facts(material: &Material<'_, '_>) -> Made {
    let listed: Vec<Listed> = material.facts.register.listed(MOST_ROWS).into_iter().filter(|listed| !listed.table.sensitive).collect();
    let mut sheets = vec![contents(&listed)];
    let told: Vec<Listed> = listed.into_iter().filter(|listed| !listed.rows.is_empty()).collect();
    let places: Vec<&'static str> = told.iter().map(|listed| listed.table.name.as_str()).collect();
    let is_none = told.is_empty();
    // The words of a table go as its cells come.
    sheets.extend(told.into_iter().map(|listed| table(listed, &places)));
    let title = &WORDS.titles.facts;
    let book = Book { title: format!("{title}: {}", material.facts.round.label), sheets, lists: WORDS.lists.clone() };
    Made::from((!is_none).then(|| Item::of_book(title, book)))
}

/// The table `signed` for the data folder: the lists of the round's decisions in order, with names, posts and money as they print them, and with room for number and day.
pub(crate) fn to_sign(material: &Material<'_, '_>) -> Made {
    let round = &material.facts.round.id;
    let register = material.facts.register;
    let others = register.signed.iter().filter(|row| row.round != *round).cloned();
    let rows = [(Act::Award, &material.chosen), (Act::Recognition, &material.recognised)].into_iter().flat_map(|(act, list)| {
        let signed = material.facts.signed(act);
        let (number, on) = (signed.as_ref().and_then(|signed| signed.number), signed.and_then(|signed| signed.on));
        // The money of what is recognised stands in no decision.
        let paid = if act == Act::Award { signed_amounts(material.facts, list) } else { Vec::new() };
        let paid = paid.into_iter().map(|(_, amount)| amount.as_ref().and_then(paid_in_dong)).chain(std::iter::repeat(None));
        (1..).zip(list).zip(paid).map(move |((place, case), amount)| {
            let Nominee { name, post, .. } = material.as_signed(case);
            SignedRow {
                round: round.clone(),
                place,
                award: case.award.clone(),
                subject: case.subject.clone(),
                name: Some(name),
                post: (!post.is_empty()).then_some(post),
                amount,
                number,
                on,
                ..SignedRow::default()
            }
        })
    });
    let signed = Register { signed: others.chain(rows).collect(), ..Register::default() };
    let listed = signed.listed(MOST_ROWS).into_iter().find(|listed| listed.table.name == SIGNED && !listed.rows.is_empty());
    let book = listed.map(|listed| Book { title: listed.table.vi.clone(), sheets: vec![table(listed, &[])], lists: WORDS.lists.clone() });
    Made::from(book.map(|book| Item { file: SIGNED.to_owned(), title: WORDS.titles.signed.clone(), content: Content::Book(book) }))
}

/// The bonus as the table has it.
fn paid_in_dong(amount: &Amount<'_>) -> Option<u32> {
    paid(amount).and_then(|money| u32::try_from(money.as_dong()).ok())
}

/// The table of the data folder.
const SIGNED: &str = "signed";

/// What the tabs are, which have the names of tables.
fn contents(listed: &[Listed]) -> Worksheet {
    let heads = &WORDS.heads;
    let columns = vec![
        Column::new(&heads.tab, 16, Holds::Text),
        Column::new(&heads.meaning, 70, Holds::Text),
        Column::new(&heads.rows, 10, Holds::Whole),
        Column::new(&heads.note, 40, Holds::Text),
    ];
    let rows = listed.iter().map(|listed| {
        let note = if listed.rows.is_empty() { WORDS.payments.too_long.fill(&[("file", &listed.table.csv)]) } else { String::new() };
        vec![Cell::text(&listed.table.name), Cell::text(&listed.table.vi), Cell::count(listed.number), Cell::text(note)]
    });
    Worksheet { name: WORDS.tabs.contents.clone(), above: Vec::new(), columns, rows: rows.collect(), room: 0 }
}

fn table(listed: Listed, places: &[&str]) -> Worksheet {
    let columns = listed.table.columns.iter().map(|column| {
        let (width, holds) = holds(column, places);
        Column { head: column.head.as_ref().unwrap_or(&column.name).clone(), meaning: column.vi.clone(), width, holds }
    });
    let kinds: Vec<Kind> = listed.table.columns.iter().map(|column| column.kind).collect();
    let rows = listed.rows.into_iter().map(|row| row.into_iter().zip(&kinds).map(|(words, kind)| cell(words, *kind)).collect());
    Worksheet { name: listed.table.name.clone(), above: Vec::new(), columns: columns.collect(), rows: rows.collect(), room: ROOM }
}

/// The width of a column, and what its cells hold.
fn holds(column: &description::Column, places: &[&str]) -> (u16, Holds) {
    let of = |table: &str| match places.iter().position(|known| *known == table) {
        // Behind the contents; the first column of a table that others name is its id.
        Some(place) => (18, Holds::Of { sheet: place + 1, column: 0 }),
        None => (18, Holds::Text),
    };
    match column.kind {
        Kind::Unit => of("units"),
        Kind::Household => of("households"),
        Kind::One => of(column.of.as_deref().unwrap_or_default()),
        Kind::Choice => (14, Holds::Choice(column.values.clone())),
        Kind::Flag => (10, Holds::Choice(FLAGS.map(str::to_owned).to_vec())),
        Kind::Day => (13, Holds::Date),
        Kind::Hour => (9, Holds::Text),
        Kind::Year => (9, Holds::Year),
        Kind::Order | Kind::Count => (10, Holds::Whole),
        Kind::Amount | Kind::Percent => (11, Holds::Decimal),
        Kind::Text => (32, Holds::Text),
        Kind::Id | Kind::Word | Kind::Person | Kind::Subject | Kind::Units => (18, Holds::Text),
    }
}

/// A cell with the value that its words say.
fn cell(words: String, kind: Kind) -> Cell {
    let typed = match kind {
        Kind::Day => words.parse::<Date>().ok().map(Cell::Date),
        Kind::Year | Kind::Order | Kind::Count => words.parse().ok().map(Cell::Whole),
        Kind::Amount | Kind::Percent => words.parse().ok().map(Cell::Decimal),
        _ => None,
    };
    typed.unwrap_or_else(|| Cell::text(words))
}
