//! Whether those who were there are as many by the roll as by the votes.

use phongtrao_diagnostic::{Finding, Severity};

use super::{Material, Session, withheld};
use crate::papers::sittings;
use crate::texts;

/// A roll that the votes contradict, and rows of one meeting with other numbers of those present; a member who leaves for an own case is none.
pub(super) fn contradictory(material: &Material<'_, '_>, session: &Session<'_>) -> Vec<Finding> {
    let counted = session.counted.values().max_by_key(|row| row.present).copied();
    let most = counted.and_then(|row| row.present);
    let cases = session.lines.iter().flat_map(|line| line.cases.iter().copied());
    let is_other = |row: &&phongtrao_register::rows::MeetingResult| row.present.is_some() && row.present != most;
    let other = cases.filter(|case| withheld::own_case(material, case).is_none()).filter_map(|case| session.row(case)).find(is_other);
    let uneven = other.map(|row| {
        let (fewer, most) = (i64::from(row.present.unwrap_or_default()), i64::from(most.unwrap_or_default()));
        let message = texts::presence_uneven(row.meeting.as_str(), most, fewer);
        Finding::new("clerk-presence-uneven", Severity::Warning, message).help(texts::presence_uneven_help())
    });
    counted.and_then(|row| sittings::contradictory(material, row)).into_iter().chain(uneven).collect()
}
