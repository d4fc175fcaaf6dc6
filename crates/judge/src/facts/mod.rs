//! The leaves of criteria: each looked up in the register for one subject, with the rows that it rests on and what is missing.
//!
//! Records, tasks, reports, inspections, attendance, discipline and the ledger are complete by definition: what stands in no row did not happen, and
//! counts as nothing, once the days are over. Ratings, marks, scores and attestations are given by somebody: while they are not given they are unknown,
//! never nothing.

mod attributes;
mod discipline;
mod duties;
mod found;
mod initiatives;
mod learning;
mod ledger;
mod members;
mod ratings;
mod records;
mod rows;
mod scores;
mod service;

use std::collections::BTreeMap;

use phongtrao_register::rows::Award;
use phongtrao_rules::criteria::{Fact, Quantity, Rule, Span};
use phongtrao_value::{Decimal, Period};

pub(crate) use attributes::is_on;
pub use found::{Addition, Found, Ground, Missing};
pub(crate) use ratings::year_words;
use rows::By;
pub(crate) use rows::{Rows, of};

use crate::calendar::Calendar;
use crate::exact::Amount;
use crate::round::AwardInput;
use crate::{Names, Verdict, texts};

/// Levels of scales by the scale's id, the lowest first: `rating`, `discipline`, `initiative` … as the packs have them.
pub type Scales = BTreeMap<String, Vec<String>>;

/// The indicators of criteria sets by the set's id, each with the greatest score that can be given.
pub type Sets = BTreeMap<String, Vec<(String, Decimal)>>;

/// Asks a rule of another subject, or of the same one in another year: what a leaf needs to look through it.
pub(crate) trait Ask {
    /// Whether a rule holds of a subject.
    fn ask(&self, rule: &Rule, subject: &str, facts: &Facts<'_>) -> Found<Verdict>;
    /// What became of another award of the round; `None` where the plan has no such award.
    fn title(&self, award: &str, subject: &str) -> Option<Found<Verdict>>;
}

/// Where the leaves are looked up.
#[derive(Clone)]
pub(crate) struct Facts<'a> {
    pub(crate) rows: &'a Rows<'a>,
    pub(crate) calendar: Calendar,
    pub(crate) scales: &'a Scales,
    /// Scales whose levels count on another one.
    pub(crate) counts_as: &'a BTreeMap<String, String>,
    /// Categories of people that a scale is not applied to where only another scale is asked for.
    pub(crate) never_for: &'a BTreeMap<String, Vec<String>>,
    pub(crate) sets: &'a Sets,
    /// What people read in place of ids.
    pub(crate) names: &'a Names,
    /// Where time counts anew after discipline has ended: the source of that rule.
    pub(crate) restarts: Option<&'a str>,
    /// The earlier award whose conditions are looked at (`each`).
    pub(crate) resting: Option<&'a Award>,
    /// The award that is judged: what was used for the same honour before, and what is no basis for it.
    pub(crate) judged: Option<&'a AwardInput>,
}

impl<'a> Facts<'a> {
    /// Whether a fact holds of a subject.
    pub(crate) fn fact(&self, fact: &Fact, subject: &str, ask: &dyn Ask) -> Found<Verdict> {
        match fact {
            Fact::Yes { of, span } => self.yes(of, span, subject),
            Fact::Attested { of } => self.attested(of, subject),
            Fact::Rating { scale, least, years } => self.rated(scale, least, *years, subject),
            Fact::Held(held) => self.held(held, subject, ask),
            Fact::Title { award } => {
                ask.title(award, subject).unwrap_or_else(|| Found::waiting(Verdict::Unknown, texts::missing_title(self.names.award(award))))
            }
            Fact::Undisciplined(discipline) => self.undisciplined(discipline, subject),
            Fact::Initiative { level, span } => self.initiative(level, span, subject),
            Fact::Attribute { of, values } => self.attribute(of, values, subject),
            Fact::Column(name) => Found::waiting(Verdict::Unknown, texts::missing_column(name.as_str())),
        }
    }

    /// The number of a leaf for a subject.
    pub(crate) fn quantity(&self, quantity: &Quantity, subject: &str, ask: &dyn Ask) -> Found<Amount> {
        match quantity {
            Quantity::Records { how, of, span, verified } => self.records(*how, of, span, *verified, subject),
            Quantity::Duties { of, kind, state, span, how } => self.duties(*of, kind.as_deref(), *state, span, *how, subject),
            Quantity::Result { of, span } => self.result(of, span, subject),
            Quantity::Score { of, by, most } => self.score(of, *by, *most, subject),
            Quantity::Members(members) => self.members(members, subject, ask),
            Quantity::Units(members) => self.units(members, subject, ask),
            Quantity::Service { of, span } => self.service(of, span, subject),
            Quantity::Ratings(ratings) => self.ratings(ratings, subject, ask),
            Quantity::Initiatives { level, span } => self.initiatives(level, span, subject),
            Quantity::Column { name, .. } => Found::waiting(Amount::unknown(), texts::missing_column(name.as_str())),
            Quantity::Set { of, by } => self.set(of, *by, subject),
            Quantity::SetLeast { of, by } => self.set_least(of, *by, subject),
            // Everything else is arithmetic of the program and never one of its inputs.
            _ => Found::waiting(Amount::unknown(), texts::missing_sense()),
        }
    }

    /// A subject and the units that it had taken over from by the day of judging.
    pub(crate) fn and_before<'b>(&'b self, subject: &'b str) -> Vec<&'b str> {
        self.rows.and_before(subject, self.calendar.as_of)
    }

    /// The rows of a subject and of the units that it took over from.
    fn of_all<Row>(&self, rows: &By<'a, Row>, subject: &str) -> Vec<&'a Row> {
        self.and_before(subject).into_iter().flat_map(|subject| of(rows, subject)).copied().collect()
    }

    /// The days of a span, or what is missing to know them.
    pub(crate) fn days(&self, span: &Span) -> Result<Period, Missing> {
        self.calendar.span(span).ok_or_else(|| {
            Missing::new(match span {
                Span::Phase(id) => texts::missing_phase(id.as_str()),
                Span::Plan => texts::missing_plan_period(),
                _ => texts::missing_year_begins(),
            })
        })
    }

    /// The place of a level on its scale; `None` where the packs have no such scale or level.
    pub(crate) fn level(&self, scale: &str, level: &str) -> Option<usize> {
        self.scales.get(scale)?.iter().position(|known| known == level)
    }
}

/// What several units say of the one that took over from them: a number that lies between theirs.
fn of_several(each: Vec<Found<Amount>>) -> Option<Found<Amount>> {
    let least = each.iter().map(|found| found.value.least).min()?;
    let most = each.iter().map(|found| found.value.most).max()?;
    let agree = each.iter().all(|found| found.value == Amount { least, most });
    let mut all = Found::bare(Amount { least, most });
    for found in each {
        all.grounds.extend(found.grounds);
        all.missing.extend(found.missing);
    }
    if !agree {
        all.miss_of_unit(Addition::Fact, texts::missing_merged());
    }
    Some(all)
}

/// A value of which nothing is known because its days are not.
pub(crate) fn no_days<T>(value: T, missing: Missing) -> Found<T> {
    Found { missing: vec![missing], ..Found::bare(value) }
}
