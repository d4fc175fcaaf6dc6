//! Initiatives: recognised, and not used before.

use phongtrao_register::rows::{Award, Initiative};
use phongtrao_rules::criteria::Span;
use phongtrao_value::Period;

use super::{Addition, Facts, Found, no_days, of};
use crate::exact::Amount;
use crate::program::Number;
use crate::{Verdict, texts};

/// The scale of the packs that the levels of recognition stand on.
const SCALE: &str = "initiative";

impl<'a> Facts<'a> {
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
                None => Found::waiting_for_unit(Verdict::Unknown, Addition::Recognition, texts::missing_initiative_of(award.id.as_str())),
            };
        }
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Verdict::Unknown, missing),
        };
        let (unused, used) = self.of_author(subject);
        let mut found = self.recognised(&unused, least, Some(period));
        self.name_used(&used, &mut found);
        found
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
        let (unused, used) = self.of_author(subject);
        for initiative in unused {
            let one = self.recognised(&[initiative], least, Some(period));
            sure += i128::from(one.value == Verdict::Met);
            perhaps += i128::from(one.value != Verdict::NotMet);
            found.grounds.extend(one.grounds);
            found.missing.extend(one.missing);
        }
        found.value = Amount::between(Number::whole(sure), Number::whole(perhaps));
        self.name_used(&used, &mut found);
        found
    }

    /// The initiatives of a person: those that may count, and those on which an award rested that was decided by the day of judging, each with that award.
    fn of_author(&self, subject: &str) -> (Vec<&'a Initiative>, Vec<(&'a Initiative, &'a Award)>) {
        let ledger = self.decided(subject);
        let (mut unused, mut used) = (Vec::new(), Vec::new());
        let authors = of(&self.rows.authors, subject).iter();
        for initiative in authors.filter_map(|row| self.rows.initiatives.get(row.initiative.as_str()).copied()) {
            match ledger.iter().find(|award| award.initiative.as_deref() == Some(initiative.id.as_str())) {
                Some(award) => used.push((initiative, *award)),
                None => unused.push(initiative),
            }
        }
        (unused, used)
    }

    /// Says of an initiative that was used for which award it was.
    fn name_used<T>(&self, used: &[(&Initiative, &Award)], found: &mut Found<T>) {
        for (initiative, award) in used {
            let honour = self.names.honour(&award.honour);
            found.ground(&award.place, texts::fact_initiative_used(initiative.title.as_str(), honour));
        }
    }

    fn recognised(&self, initiatives: &[&Initiative], least: usize, period: Option<Period>) -> Found<Verdict> {
        let mut found = Found::bare(Verdict::NotMet);
        for initiative in initiatives {
            let Some(level) = initiative.level.as_deref() else {
                found.value = found.value.max(Verdict::Unknown);
                found.ground(&initiative.place, texts::fact_initiative_waiting(initiative.title.as_str()));
                found.miss_of_unit(Addition::Recognition, texts::missing_recognition(initiative.title.as_str()));
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
                found.miss_of_unit(Addition::Recognition, texts::missing_recognition(initiative.title.as_str()));
            }
        }
        if found.value == Verdict::Met {
            found.missing.clear();
        }
        found
    }
}
