//! The bonus money of those who stand in the organisation's own decision.

use phongtrao_movement::bonus::Amount;
use phongtrao_press::xlsx::{Cell, Column, Holds, Worksheet};

use super::words::WORDS;
use super::{row, sheet};
use crate::Case;
use crate::papers::{Material, signed_amounts};

pub(super) fn sheet_of<'d>(material: &Material<'d, '_>, cases: &[&'d Case]) -> Worksheet {
    let heads = &WORDS.heads;
    let columns = vec![Column::new(&heads.money, 18, Holds::Money), Column::new(&heads.note, 44, Holds::Text)];
    let chosen: Vec<&Case> = cases.iter().copied().filter(|case| material.is_chosen(case)).collect();
    let rows = signed_amounts(material.facts, &chosen).into_iter().map(|(case, amount)| row(material, case, paid(amount.as_ref())));
    sheet(&WORDS.tabs.money, columns, rows, material)
}

fn paid(amount: Option<&Amount<'_>>) -> [Cell; 2] {
    let words = &WORDS.payments;
    match amount {
        None => [Cell::Empty, Cell::text(&words.not_stated)],
        Some(amount) if !amount.is_paid => [Cell::Empty, Cell::text(&words.not_paid)],
        Some(amount) if amount.at_most => [Cell::Money(amount.money), Cell::text(&words.at_most)],
        Some(amount) => [Cell::Money(amount.money), Cell::text(amount.doubt.unwrap_or_default())],
    }
}
