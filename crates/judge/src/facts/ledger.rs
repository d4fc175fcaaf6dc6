//! The ledger: awards over the years.

use std::collections::BTreeMap;

use phongtrao_register::rows::{Award, AwardStatus};
use phongtrao_rules::criteria::Held;
use phongtrao_value::{Date, Period, YearKind};

use super::{Ask, Facts, Found, of};
use crate::exact::Amount;
use crate::{Verdict, texts};

/// How deep `after` and `each` are followed into each other.
const DEPTH: usize = 8;

/// An award with the year and the days of its achievement.
#[derive(Clone, Copy)]
struct Earlier<'a> {
    award: &'a Award,
    year: Option<(YearKind, i16)>,
    achieved: Option<Period>,
    /// What the conditions of `each` say of it.
    sure: Verdict,
}

impl<'a> Facts<'a> {
    pub(super) fn held(&self, held: &Held, subject: &str, ask: &dyn Ask) -> Found<Verdict> {
        let mut found = Found::bare(Verdict::NotMet);
        found.value = self.held_since(held, subject, ask, &mut found, DEPTH).0;
        if found.value == Verdict::Met {
            found.missing.clear();
        }
        found
    }

    /// Whether the awards are held, and the last day of the achievement of the one that completes them.
    pub(super) fn held_on(&self, held: &Held, subject: &str, ask: &dyn Ask, found: &mut Found<Amount>) -> (Verdict, Option<Date>) {
        let mut awards = Found::bare(Verdict::NotMet);
        let (verdict, since) = self.held_since(held, subject, ask, &mut awards, DEPTH);
        found.grounds.extend(awards.grounds);
        if verdict == Verdict::Unknown {
            found.missing.extend(awards.missing);
        }
        (verdict, since)
    }

    /// Whether the awards are held, and the day from which what is asked for `after` them counts.
    fn held_since(&self, held: &Held, subject: &str, ask: &dyn Ask, found: &mut Found<Verdict>, depth: usize) -> (Verdict, Option<Date>) {
        let mut since = None;
        let mut before = Verdict::Met;
        if let (Some(after), Some(depth)) = (&held.after, depth.checked_sub(1)) {
            (before, since) = self.held_since(after, subject, ask, found, depth);
            if before == Verdict::NotMet {
                return (Verdict::NotMet, None);
            }
        }
        let mut awards = self.awards_of(&held.of, subject);
        awards.retain(|earlier| is_after(earlier, since) && self.is_within(earlier, held.within_years));
        let anew = self.restart(subject).filter(|_| held.consecutive || held.within_years.is_some());
        for earlier in &mut awards {
            found.ground(&earlier.award.place, self.award_words(earlier));
            if let Some(rule) = &held.each {
                earlier.sure = self.rested(rule, earlier, subject, ask, found);
            }
            if let Some((restart, achieved)) = anew.zip(earlier.achieved)
                && restart.counts(achieved.from) < earlier.sure
            {
                earlier.sure = restart.counts(achieved.from);
                restart.explain(found);
            }
        }
        awards.retain(|earlier| earlier.sure != Verdict::NotMet);
        let times = usize::try_from(held.times.max(1)).unwrap_or(usize::MAX);
        let reached = |least: Verdict| {
            let counted = awards.iter().filter(|earlier| earlier.sure >= least);
            if held.consecutive { self.consecutive(counted, times) } else { self.nth(counted, times) }
        };
        if let Some(end) = reached(Verdict::Met) {
            return (before, end);
        }
        if let Some(end) = reached(Verdict::Unknown) {
            return (before.min(Verdict::Unknown), end);
        }
        // An award whose year nobody wrote down may close a gap.
        let undated = awards.iter().filter(|earlier| earlier.year.is_none()).count();
        if undated > 0 && (held.consecutive || held.within_years.is_some()) && awards.len() >= times {
            found.miss(texts::missing_award_year(undated));
            return (before.min(Verdict::Unknown), None);
        }
        (Verdict::NotMet, None)
    }

    /// Awards in force of a subject and, for a unit, of those that it took over from, oldest first.
    fn awards_of(&self, honours: &[String], subject: &str) -> Vec<Earlier<'_>> {
        let mut awards: Vec<Earlier<'_>> = self
            .and_before(subject)
            .into_iter()
            .flat_map(|subject| of(&self.rows.ledger, subject))
            .filter(|award| award.status == AwardStatus::InForce && honours.contains(&award.honour))
            .filter(|award| award.decided_on.is_none_or(|day| day <= self.calendar.as_of))
            .map(|award| self.earlier(award))
            .collect();
        awards.sort_by_key(|earlier| (earlier.achieved.map(|period| period.to), earlier.award.place.line));
        awards
    }

    /// The year and days of an achievement: what the decision states, else what its period says, else its date.
    fn earlier<'b>(&self, award: &'b Award) -> Earlier<'b> {
        let own_kind = award.year_kind.unwrap_or(self.calendar.year_kind);
        let stated = award.year.map(|year| (own_kind, year));
        let printed = match (award.from, award.to) {
            (Some(from), Some(to)) => Some(Period { from, to }),
            (None, Some(to)) => Some(Period { from: to, to }),
            _ => None,
        };
        let of_year = stated.and_then(|(kind, year)| self.calendar.year(kind, year));
        let achieved = printed.or(of_year).or_else(|| award.decided_on.map(|day| Period { from: day, to: day }));
        let year = stated.or_else(|| Some((own_kind, self.calendar.year_of(own_kind, printed?.to)?)));
        Earlier { award, year, achieved, sure: Verdict::Met }
    }

    fn is_within(&self, earlier: &Earlier<'_>, years: Option<u32>) -> bool {
        let Some(years) = years.and_then(|years| i16::try_from(years).ok()) else { return true };
        let year = earlier.year.or_else(|| {
            let kind = self.calendar.year_kind;
            Some((kind, self.calendar.year_of(kind, earlier.achieved?.to)?))
        });
        // An award without any date is kept: it may lie within.
        let Some((kind, year)) = year else { return true };
        self.calendar.judged(kind).is_none_or(|judged| judged - years < year && year <= judged)
    }

    /// What the conditions of an earlier award say, looked up for its own period.
    fn rested(
        &self,
        rule: &phongtrao_rules::criteria::Rule,
        earlier: &Earlier<'_>,
        subject: &str,
        ask: &dyn Ask,
        found: &mut Found<Verdict>,
    ) -> Verdict {
        let calendar = earlier.achieved.map_or_else(|| self.calendar.clone(), |period| self.calendar.of_period(period));
        let then = Facts { calendar, resting: Some(earlier.award), ..self.clone() };
        let said = ask.ask(rule, subject, &then);
        found.grounds.extend(said.grounds);
        found.missing.extend(said.missing);
        said.value
    }

    /// The end of the `times`th award; `None` where there are fewer.
    fn nth<'b>(&self, awards: impl Iterator<Item = &'b Earlier<'b>>, times: usize) -> Option<Option<Date>> {
        awards.skip(times - 1).map(|earlier| earlier.achieved.map(|period| period.to)).next()
    }

    /// The end of the first row of years that is long enough; years of one kind follow each other, and two awards of one year are one.
    fn consecutive<'b>(&self, awards: impl Iterator<Item = &'b Earlier<'b>>, times: usize) -> Option<Option<Date>> {
        let mut years: BTreeMap<(YearKind, i16), Option<Date>> = BTreeMap::new();
        for earlier in awards {
            if let Some(year) = earlier.year {
                years.insert(year, earlier.achieved.map(|period| period.to));
            }
        }
        let mut last: Option<(YearKind, i16)> = None;
        let mut length = 0;
        for ((kind, year), end) in years {
            length = if last == Some((kind, year - 1)) { length + 1 } else { 1 };
            last = Some((kind, year));
            if length >= times {
                return Some(end);
            }
        }
        None
    }

    fn award_words(&self, earlier: &Earlier<'_>) -> phongtrao_diagnostic::Text {
        let award = earlier.award;
        let decision = award.decision.clone().unwrap_or_default();
        let year = earlier.year.map(|(kind, year)| super::year_words(kind, year)).unwrap_or_default();
        texts::fact_award(self.names.honour(&award.honour), year, decision)
    }
}

/// Whether an award was achieved after a day.
fn is_after(earlier: &Earlier<'_>, since: Option<Date>) -> bool {
    since.is_none_or(|since| earlier.achieved.is_none_or(|period| since < period.from))
}
