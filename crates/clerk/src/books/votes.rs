//! The votes on each, body by body.

use phongtrao_movement::meetings::Layer;
use phongtrao_press::xlsx::{Cell, Column, Holds, Worksheet};

use super::words::WORDS;
use super::{row, sheet};
use crate::Case;
use crate::papers::Material;

pub(super) fn sheet_of<'d>(material: &Material<'d, '_>, cases: &[&'d Case]) -> Worksheet {
    let heads = &WORDS.heads;
    let columns = vec![
        Column::new(&heads.body, 14, Holds::Choice(WORDS.bodies.values().cloned().collect())),
        Column::new(&heads.agreed, 11, Holds::Whole),
        Column::new(&heads.of, 11, Holds::Whole),
        Column::new(&heads.outcome, 20, Holds::Choice(WORDS.outcomes.values().cloned().collect())),
        Column::new(&heads.why, 44, Holds::Text),
    ];
    let rows = cases.iter().flat_map(|case| {
        let layers = case.votes.iter().flat_map(|votes| &votes.layers);
        layers.map(|layer| row(material, case, vote(material, layer)))
    });
    sheet(&WORDS.tabs.votes, columns, rows, material)
}

fn vote(material: &Material<'_, '_>, layer: &Layer) -> [Cell; 5] {
    let share = layer.result.votes;
    let number = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok()).map_or(Cell::Empty, Cell::Whole);
    let because: Vec<String> = layer.result.because.iter().map(|because| material.vietnamese.say(&because.text())).collect();
    [
        Cell::text(WORDS.bodies.get(layer.body.word()).cloned().unwrap_or_default()),
        number(share.map(|share| share.part())),
        number(share.map(|share| share.whole())),
        Cell::text(WORDS.outcomes.get(layer.result.outcome.code()).cloned().unwrap_or_default()),
        Cell::text(because.join("; ")),
    ]
}
