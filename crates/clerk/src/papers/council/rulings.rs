//! What the chair decided between equals: in the minutes where it decided something at that meeting, and in doubt where it is not the chair's.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::tally::Because;
use phongtrao_press::papers::council_minutes::Ruling;
use phongtrao_register::rows::Ruling as Row;

use super::{Desk, Session, layer};
use crate::organisation::is_called;
use crate::{Case, texts};

/// The message of a reason that the chair gave the place.
const RULED: &str = "chair-ruled";

/// The ruling on a case, where the chair gave it the place on the day of the meeting.
pub(super) fn of(desk: &Desk<'_, '_>, session: &Session<'_>, case: &Case) -> Option<Ruling> {
    let row = row(desk, case).filter(|row| row.on == session.sitting.on && has_decided(case))?;
    Some(Ruling { nominee: desk.printed_name(&case.subject), reason: row.reason.clone() })
}

fn row<'d>(desk: &Desk<'d, '_>, case: &Case) -> Option<&'d Row> {
    desk.facts.register.rulings.iter().find(|row| row.award == case.award && row.subject == case.subject)
}

fn has_decided(case: &Case) -> bool {
    let in_votes = layer(case).is_some_and(|layer| layer.result.because.iter().any(|because| matches!(because, Because::Ruled { .. })));
    in_votes || case.reason.parts.iter().any(|part| part.words.key == RULED)
}

/// Rulings on cases of the round by somebody who is not the chair.
pub(super) fn doubts(desk: &Desk<'_, '_>) -> Vec<Finding> {
    let rows = desk.cases.iter().filter_map(|case| Some((case, row(desk, case)?)));
    rows.filter(|(_, row)| !is_of_chair(desk, row)).map(|(case, row)| not_of_chair(desk, case, row)).collect()
}

/// Where nobody says who the chair is, nothing is in doubt.
fn is_of_chair(desk: &Desk<'_, '_>, row: &Row) -> bool {
    let council = &desk.facts.organisation.council;
    let Some(chair) = &council.chair.name else { return true };
    let index = desk.facts.index;
    let name = index.subject(&row.by).and_then(|person| index.person(person)).map(|person| person.name.as_str());
    let by_id = council.members.iter().any(|member| member.name == *chair && member.person.as_deref() == Some(row.by.as_str()));
    by_id || name.is_some_and(|name| is_called(chair, name))
}

fn not_of_chair(desk: &Desk<'_, '_>, case: &Case, row: &Row) -> Finding {
    let (by, subject) = (desk.printed_name(&row.by), desk.printed_name(&case.subject));
    let message = texts::ruling_not_of_chair(subject, by, desk.facts.organisation.council.name.as_str());
    Finding::new("clerk-ruling-not-of-chair", Severity::Warning, message)
        .help(texts::ruling_not_of_chair_help(i64::from(row.place.line), row.place.file))
}
