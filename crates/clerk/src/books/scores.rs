//! The points on which results rest, indicator by indicator.

use std::collections::BTreeSet;

use phongtrao_press::xlsx::{Cell, Column, Holds, Worksheet};
use phongtrao_register::rows::{Place, Score};
use phongtrao_value::Decimal;

use super::words::WORDS;
use super::{row, sheet};
use crate::Case;
use crate::papers::Material;

pub(super) fn sheet_of<'d>(material: &Material<'d, '_>, cases: &[&'d Case]) -> Worksheet {
    let heads = &WORDS.heads;
    let columns = vec![
        Column::new(&heads.indicator, 40, Holds::Text),
        Column::new(&heads.year, 8, Holds::Year),
        Column::new(&heads.own, 11, Holds::Decimal),
        Column::new(&heads.appraised, 11, Holds::Decimal),
        Column::new(&heads.cross, 11, Holds::Decimal),
    ];
    let index = material.facts.index;
    let rows = cases.iter().flat_map(|case| {
        let rests_on: BTreeSet<&Place> = case.reason.places().collect();
        let own = index.subject(&case.subject).into_iter().flat_map(|subject| index.scores(subject));
        own.filter(move |score| rests_on.contains(&score.place)).map(|score| row(material, case, points(material, score)))
    });
    sheet(&WORDS.tabs.scores, columns, rows, material)
}

fn points(material: &Material<'_, '_>, score: &Score) -> [Cell; 5] {
    let name = material.facts.round.names.indicators.get(&score.indicator);
    let points = |points: Option<Decimal>| points.map_or(Cell::Empty, Cell::Decimal);
    [
        Cell::text(name.map_or(score.indicator.as_str(), |name| &name.vietnamese)),
        Cell::Whole(score.year.into()),
        points(score.own),
        points(score.appraised),
        points(score.cross),
    ]
}
