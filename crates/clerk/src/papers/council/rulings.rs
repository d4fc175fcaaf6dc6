//! What the chair decided between equals: in the minutes where it decided something at that meeting.

use phongtrao_movement::tally::Because;
use phongtrao_press::papers::council_minutes::Ruling;
use phongtrao_register::rows::Ruling as Row;

use super::{Material, Session, layer};
use crate::Case;

/// The ruling on a case, where the chair gave it the place on the day of the meeting.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>, case: &Case) -> Option<Ruling> {
    let is_own = |row: &&Row| row.award == case.award && row.subject == case.subject && row.on == session.sitting.on;
    let row = material.facts.register.rulings.iter().find(is_own).filter(|_| has_decided(case))?;
    Some(Ruling { nominee: material.printed_name(&case.subject), reason: row.reason.clone() })
}

fn has_decided(case: &Case) -> bool {
    let in_votes = layer(case).is_some_and(|layer| layer.result.because.iter().any(|because| matches!(because, Because::Ruled { .. })));
    in_votes || case.reason.parts.iter().any(|part| part.ruled)
}
