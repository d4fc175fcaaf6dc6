//! What a subject was given in the last years: ratings, honours, and the initiatives that were recognised. The table of the council and the reports of
//! achievements show the same.

use phongtrao_register::Subject;
use phongtrao_register::rows::{Award, AwardStatus, Initiative, InitiativeAuthor, Rating};
use phongtrao_value::{Date, YearKind};

use super::file::FILE;
use crate::Facts;

/// How many years back papers look.
const YEARS: i16 = 5; // no figure of law: what councils are used to see

/// What a subject was given.
#[derive(Default)]
pub(super) struct Past<'d> {
    pub(super) ratings: Vec<OfYear<&'d Rating>>,
    /// Those in force: who had an award taken back does not have it.
    pub(super) honours: Vec<OfYear<&'d Award>>,
    pub(super) initiatives: Vec<(&'d InitiativeAuthor, &'d Initiative)>,
}

/// Something of a year.
pub(super) struct OfYear<T> {
    /// As printed: `2025`; a school year by both of its years.
    pub(super) year: String,
    pub(super) given: T,
}

impl<'d> Past<'d> {
    pub(super) fn of(facts: &Facts<'d>, subject: &str) -> Past<'d> {
        let Some(subject) = facts.index.subject(subject) else { return Past::default() };
        let first = facts.as_of().year() - YEARS;
        Past {
            ratings: ratings(facts, subject, first),
            honours: honours(facts, subject, first),
            initiatives: initiatives(facts, subject, first),
        }
    }
}

fn ratings<'d>(facts: &Facts<'d>, subject: Subject, first: i16) -> Vec<OfYear<&'d Rating>> {
    let ratings = facts.index.ratings(subject).filter(|rating| rating.year > first);
    ratings.map(|given| OfYear { year: year(given.year, Some(given.year_kind)), given }).collect()
}

fn honours<'d>(facts: &Facts<'d>, subject: Subject, first: i16) -> Vec<OfYear<&'d Award>> {
    let of_year = |given: &'d Award| {
        let of = given.year.or_else(|| given.decided_on.map(Date::year)).filter(|year| *year > first)?;
        Some(OfYear { year: year(of, given.year.and(given.year_kind)), given })
    };
    facts.index.ledger(subject).filter(|award| award.status == AwardStatus::InForce).filter_map(of_year).collect()
}

fn initiatives<'d>(facts: &Facts<'d>, subject: Subject, first: i16) -> Vec<(&'d InitiativeAuthor, &'d Initiative)> {
    let written = facts.index.authors(subject).filter_map(|author| Some((author, facts.index.initiative(&author.initiative)?)));
    written.filter(|(_, initiative)| initiative.recognised_on.is_some_and(|day| day.year() > first && day <= facts.as_of())).collect()
}

fn year(year: i16, kind: Option<YearKind>) -> String {
    match kind {
        Some(YearKind::School) => FILE.years.fill(&[("from", &year.to_string()), ("to", &(i32::from(year) + 1).to_string())]),
        _ => year.to_string(),
    }
}
