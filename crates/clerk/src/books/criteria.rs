//! What each criterion came to: a row for each condition and number that everybody may read.

use phongtrao_judge::Verdict;
use phongtrao_judge::program::Number;
use phongtrao_judge::reasons::Reason;
use phongtrao_press::xlsx::{Cell, Column, Holds, Worksheet};

use super::words::WORDS;
use super::{row, sheet};
use crate::Case;
use crate::papers::Material;

pub(super) fn sheet_of<'d>(material: &Material<'d, '_>, cases: &[&'d Case]) -> Worksheet {
    let (heads, verdicts) = (&WORDS.heads, &WORDS.verdicts);
    let columns = vec![
        Column::new(&heads.criterion, 48, Holds::Text),
        Column::new(&heads.asked, 16, Holds::Text),
        Column::new(&heads.verdict, 11, Holds::Choice(vec![verdicts.met.clone(), verdicts.not_met.clone(), verdicts.unknown.clone()])),
        Column::new(&heads.amount, 10, Holds::Decimal),
        Column::new(&heads.most, 10, Holds::Decimal),
    ];
    let rows = cases.iter().flat_map(|case| {
        let mut rows = Vec::new();
        // What has no id is how conditions are put together, or is not for everybody.
        case.reason.each(&mut |reason| {
            if reason.id.is_some() {
                rows.push(row(material, case, criterion(material, reason)));
            }
        });
        rows
    });
    sheet(&WORDS.tabs.criteria, columns, rows, material)
}

fn criterion(material: &Material<'_, '_>, reason: &Reason) -> [Cell; 5] {
    let verdicts = &WORDS.verdicts;
    let verdict = match reason.verdict {
        Some(Verdict::Met) => verdicts.met.as_str(),
        Some(Verdict::NotMet) => &verdicts.not_met,
        Some(Verdict::Unknown) => &verdicts.unknown,
        None => "",
    };
    let (amount, most) = match reason.amount {
        Some(amount) if amount.is_known() => (number(amount.least), Cell::Empty),
        Some(amount) => (number(amount.least), number(amount.most)),
        None => (Cell::Empty, Cell::Empty),
    };
    [
        Cell::text(material.vietnamese.say(&reason.words)),
        Cell::text(reason.asked.as_ref().map(|asked| material.vietnamese.say(&asked.words)).unwrap_or_default()),
        Cell::text(verdict),
        amount,
        most,
    ]
}

/// A number as it is shown everywhere: never more than it is.
fn number(number: Number) -> Cell {
    if number.is_finite() { Cell::Decimal(number.down()) } else { Cell::Empty }
}
