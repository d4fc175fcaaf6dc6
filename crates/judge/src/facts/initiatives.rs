//! Initiatives: recognised, and not used before.

use phongtrao_register::rows::{AwardStatus, Initiative};
use phongtrao_rules::criteria::Span;
use phongtrao_value::Period;

use super::{Facts, Found, no_days, of};
use crate::exact::Amount;
use crate::program::Number;
use crate::{Verdict, texts};

/// The scale of the packs that the levels of recognition stand on.
const SCALE: &str = "initiative";

impl Facts<'_> {
    /// An initiative recognised at that level or above within the span that no award of the same subject rested on. Under `each` it is the one that the
    /// earlier award rested on.
    pub(super) fn initiative(&self, level: &str, span: &Span, subject: &str) -> Found<Verdict> {
        let Some(least) = self.level(SCALE, level) else {
            return Found::waiting(Verdict::Unknown, texts::missing_level(level, self.names.scale(SCALE)));
        };
        if let Some(award) = self.resting {
            let rested = award.initiative.as_deref().and_then(|id| self.rows.initiatives.get(id));
            return match rested {
                Some(initiative) => self.recognised(&[initiative], least, None),
                None => Found::waiting(Verdict::Unknown, texts::missing_initiative_of(award.id.as_str())),
            };
        }
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Verdict::Unknown, missing),
        };
        self.recognised(&self.unused_of(subject), least, Some(period))
    }

    /// How many initiatives were recognised at that level or above within the span and not used. One whose recognition is not written yet may count.
    pub(super) fn initiatives(&self, level: &str, span: &Span, subject: &str) -> Found<Amount> {
        let open = Amount { least: Number::ZERO, most: Number::INFINITY };
        let Some(least) = self.level(SCALE, level) else {
            return Found::waiting(open, texts::missing_level(level, self.names.scale(SCALE)));
        };
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(open, missing),
        };
        let mut found = Found::bare(open);
        let (mut sure, mut perhaps) = (0, 0);
        for initiative in self.unused_of(subject) {
            let one = self.recognised(&[initiative], least, Some(period));
            sure += i128::from(one.value == Verdict::Met);
            perhaps += i128::from(one.value != Verdict::NotMet);
            found.grounds.extend(one.grounds);
            found.missing.extend(one.missing);
        }
        found.value = Amount::between(Number::whole(sure), Number::whole(perhaps));
        found
    }

    fn unused_of(&self, subject: &str) -> Vec<&Initiative> {
        let mine = of(&self.rows.authors, subject).iter().filter_map(|row| self.rows.initiatives.get(row.initiative.as_str()).copied());
        mine.filter(|initiative| !self.is_used(&initiative.id, subject)).collect()
    }

    fn is_used(&self, initiative: &str, subject: &str) -> bool {
        let ledger = of(&self.rows.ledger, subject).iter();
        ledger.filter(|award| award.status == AwardStatus::InForce).any(|award| award.initiative.as_deref() == Some(initiative))
    }

    fn recognised(&self, initiatives: &[&Initiative], least: usize, period: Option<Period>) -> Found<Verdict> {
        let mut found = Found::bare(Verdict::NotMet);
        for initiative in initiatives {
            let Some(level) = initiative.level.as_deref() else {
                found.value = found.value.max(Verdict::Unknown);
                found.ground(&initiative.place, texts::fact_initiative_waiting(initiative.title.as_str()));
                found.miss(texts::missing_recognition(initiative.title.as_str()));
                continue;
            };
            let verdict = match (self.level(SCALE, level), initiative.recognised_on) {
                (Some(place), _) if place < least => Verdict::NotMet,
                (None, _) => Verdict::Unknown,
                (Some(_), None) => {
                    if period.is_some() {
                        Verdict::Unknown
                    } else {
                        Verdict::Met
                    }
                }
                (Some(_), Some(day)) => Verdict::of(period.is_none_or(|period| self.calendar.counts(period, day))),
            };
            found.value = found.value.max(verdict);
            found.ground(&initiative.place, texts::fact_initiative(initiative.title.as_str(), self.names.level(SCALE, level)));
            if verdict == Verdict::Unknown {
                found.miss(texts::missing_recognition(initiative.title.as_str()));
            }
        }
        if found.value == Verdict::Met {
            found.missing.clear();
        }
        found
    }
}
