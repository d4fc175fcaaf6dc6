//! The ledger: awards over the years.

use std::collections::BTreeMap;

use phongtrao_register::rows::{Award, AwardStatus};
use phongtrao_rules::criteria::{Audience, Held};
use phongtrao_value::{Date, Period, YearKind};

use super::{Addition, Ask, Facts, Found, of};
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
    /// Whether it counts: by its days, by the conditions of `each`, and by what was used before.
    sure: Verdict,
}

/// From when what is asked for after an award counts: the end of the achievement of the one that completes it. It lies between two days, of which either
/// may not be known.
#[derive(Clone, Copy)]
pub(super) struct Since {
    earliest: Option<Date>,
    latest: Option<Date>,
}

impl Since {
    /// Whether what began on a day counts.
    pub(super) fn counts(self, from: Option<Date>) -> Verdict {
        match from {
            Some(from) if self.latest.is_some_and(|latest| latest < from) => Verdict::Met,
            Some(from) if self.earliest.is_some_and(|earliest| from <= earliest) => Verdict::NotMet,
            _ => Verdict::Unknown,
        }
    }
}

impl<'a> Facts<'a> {
    pub(super) fn held(&self, held: &Held, subject: &str, ask: &dyn Ask) -> Found<Verdict> {
        let mut found = Found::bare(Verdict::NotMet);
        found.value = self.held_since(held, subject, ask, &mut found, DEPTH).0;
        if found.value != Verdict::Unknown {
            found.missing.clear();
        }
        found
    }

    /// Whether the awards are held, and from when what comes after them counts.
    pub(super) fn held_on(&self, held: &Held, subject: &str, ask: &dyn Ask, found: &mut Found<Amount>) -> (Verdict, Since) {
        let mut awards = Found::bare(Verdict::NotMet);
        let (verdict, since) = self.held_since(held, subject, ask, &mut awards, DEPTH);
        found.grounds.extend(awards.grounds);
        if verdict == Verdict::Unknown {
            found.missing.extend(awards.missing);
        }
        (verdict, since)
    }

    /// Whether the awards are held, and from when what is asked for `after` them counts.
    fn held_since(&self, held: &Held, subject: &str, ask: &dyn Ask, found: &mut Found<Verdict>, depth: usize) -> (Verdict, Since) {
        let never = (Verdict::NotMet, Since { earliest: None, latest: None });
        let mut since = None;
        let mut before = Verdict::Met;
        if let (Some(after), Some(depth)) = (&held.after, depth.checked_sub(1)) {
            let missing = found.missing.len();
            let (is_held, from) = self.held_since(after, subject, ask, found, depth);
            (before, since) = (is_held, Some(from));
            if before == Verdict::Met {
                found.missing.truncate(missing);
            }
            if before == Verdict::NotMet {
                return never;
            }
        }
        let mut awards = self.awards_of(&held.of, subject, found);
        for earlier in &mut awards {
            self.weigh(earlier, held, since, found);
        }
        awards.retain(|earlier| earlier.sure != Verdict::NotMet);
        self.count_anew_after(&mut awards, held, subject, found);
        for earlier in awards.iter_mut().filter(|earlier| earlier.sure != Verdict::NotMet) {
            found.ground(&earlier.award.place, self.award_words(earlier));
            if let Some(rule) = &held.each {
                earlier.sure = self.rested(rule, earlier, subject, ask, found).min(earlier.sure);
            }
        }
        awards.retain(|earlier| earlier.sure != Verdict::NotMet);
        let times = usize::try_from(held.times.max(1)).unwrap_or(usize::MAX);
        let undated = awards.iter().filter(|earlier| earlier.year.is_none()).count();
        // An award whose year nobody wrote down may close a gap.
        let closes_gap = held.consecutive && undated > 0 && awards.len() >= times;
        let reached = |counts: &dyn Fn(&&Earlier<'_>) -> bool| {
            let counted = awards.iter().filter(|earlier| counts(earlier));
            if held.consecutive { consecutive(counted, times) } else { nth(counted, times) }
        };
        let verdict = match (reached(&|earlier| earlier.sure == Verdict::Met), reached(&|_| true)) {
            (Some(_), _) => Verdict::Met,
            (None, None) if closes_gap => {
                found.miss_of_unit(Addition::AwardDecision, texts::missing_award_year(undated));
                Verdict::Unknown
            }
            (None, Some(_)) => Verdict::Unknown,
            (None, None) => return never,
        };
        let earliest = reached(&|_| true).flatten().filter(|_| awards.iter().all(|earlier| earlier.achieved.is_some()));
        let latest = reached(&|earlier| earlier.sure == Verdict::Met && earlier.achieved.is_some()).flatten();
        (before.min(verdict), Since { earliest, latest })
    }

    /// Whether an award lies in the time that is asked; one of which that can't be said may.
    fn weigh(&self, earlier: &mut Earlier<'_>, held: &Held, since: Option<Since>, found: &mut Found<Verdict>) {
        let is_after = since.map_or(Verdict::Met, |since| since.counts(earlier.achieved.map(|period| period.from)));
        earlier.sure = is_after.min(self.is_within(earlier, held.within_years));
        if earlier.sure == Verdict::Unknown {
            found.miss(if earlier.achieved.is_none() {
                texts::missing_award_when(
                    self.names.honour(&earlier.award.honour),
                    earlier.award.place.file,
                    i64::from(earlier.award.place.line),
                )
            } else if is_after == Verdict::Unknown {
                texts::missing_award_after(self.names.honour(&earlier.award.honour))
            } else {
                texts::missing_year_begins()
            });
        }
    }

    /// Where several awards or years are asked, time counts anew after discipline, and after the last time that the same honour was given: what rests behind
    /// either does not count again.
    fn count_anew_after(&self, awards: &mut [Earlier<'_>], held: &Held, subject: &str, found: &mut Found<Verdict>) {
        if !(held.consecutive || held.within_years.is_some() || held.times > 1) {
            return;
        }
        let restart = self.restart(subject).filter(|_| held.consecutive || held.within_years.is_some());
        // One award alone is what somebody has, no achievement that is counted up.
        let used = self.used_up(subject).filter(|_| held.consecutive || held.times > 1);
        for earlier in awards {
            if let Some((restart, achieved)) = restart.zip(earlier.achieved)
                && restart.counts(achieved.from) < earlier.sure
            {
                earlier.sure = restart.counts(achieved.from);
                restart.explain(found);
            }
            if let Some(used) = &used
                && used.counts(earlier.achieved) < earlier.sure
            {
                earlier.sure = used.counts(earlier.achieved);
                used.explain(self, found);
            }
        }
    }

    /// Awards in force of a subject and, for a unit, of those that it took over from, oldest first. One of a kind that is no basis for the award that is
    /// judged is said and left out.
    fn awards_of(&self, honours: &[String], subject: &str, found: &mut Found<Verdict>) -> Vec<Earlier<'a>> {
        let mut awards: Vec<Earlier<'a>> = Vec::new();
        for award in self.decided(subject).into_iter().filter(|award| honours.contains(&award.honour)) {
            let no_basis = self.judged.and_then(|judged| judged.no_basis(award));
            if let Some(source) = no_basis {
                found.ground(&award.place, texts::fact_award_no_basis(self.names.honour(&award.honour), source));
            } else {
                awards.push(self.earlier(award));
            }
        }
        awards.sort_by_key(|earlier| (earlier.achieved.map(|period| period.to), earlier.award.place.line));
        awards
    }

    /// Awards in force that were decided by the day of judging.
    pub(super) fn decided(&self, subject: &str) -> Vec<&'a Award> {
        let of_subject = self.and_before(subject).into_iter().flat_map(|subject| of(&self.rows.ledger, subject).iter().copied());
        let in_force = of_subject.filter(|award| award.status == AwardStatus::InForce);
        in_force.filter(|award| award.decided_on.is_none_or(|day| day <= self.calendar.as_of)).collect()
    }

    /// The last time that the honour which is judged was given to the subject, where the packs let time count anew after it.
    pub(super) fn used_up(&self, subject: &str) -> Option<Used<'a>> {
        let judged = self.judged?;
        let (honour, source) = (judged.honour.as_deref()?, judged.counts_from.as_deref()?);
        // One of another kind was given for something else.
        let given = self.decided(subject).into_iter().filter(|award| award.honour == honour && judged.no_basis(award).is_none());
        let used = given.map(|award| Used { award, until: self.earlier(award).achieved.map(|period| period.to), source });
        used.max_by_key(|used| (used.until.is_some(), used.until, used.award.place.line))
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

    fn is_within(&self, earlier: &Earlier<'_>, years: Option<u32>) -> Verdict {
        let Some(years) = years.and_then(|years| i16::try_from(years).ok()) else { return Verdict::Met };
        let of_days = || {
            let kind = self.calendar.year_kind;
            Some((kind, self.calendar.year_of(kind, earlier.achieved?.to)?))
        };
        let year = earlier.year.or_else(of_days);
        let judged = year.and_then(|(kind, year)| Some((self.calendar.judged(kind)?, year)));
        judged.map_or(Verdict::Unknown, |(judged, year)| Verdict::of(judged - years < year && year <= judged))
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
        let then = Facts { calendar, resting: Some(earlier.award), judged: None, ..self.clone() };
        let said = ask.ask(rule, subject, &then);
        found.grounds.extend(said.grounds);
        found.missing.extend(said.missing);
        said.value
    }

    fn award_words(&self, earlier: &Earlier<'_>) -> phongtrao_diagnostic::Text {
        let award = earlier.award;
        let decision = award.decision.clone().unwrap_or_default();
        let year = earlier.year.map(|(kind, year)| super::year_words(kind, year)).unwrap_or_default();
        texts::fact_award(self.names.honour(&award.honour), year, decision)
    }
}

/// The last time that an honour was given, after which time counts anew.
#[derive(Clone, Copy)]
pub(super) struct Used<'a> {
    award: &'a Award,
    /// The end of its achievement; none where nobody has written it down.
    until: Option<Date>,
    source: &'a str,
}

impl Used<'_> {
    /// Whether what was achieved in some days still counts.
    pub(super) fn counts(&self, achieved: Option<Period>) -> Verdict {
        achieved.zip(self.until).map_or(Verdict::Unknown, |(achieved, until)| Verdict::of(until < achieved.from))
    }

    /// Says why something does not count.
    pub(super) fn explain<T>(&self, facts: &Facts<'_>, found: &mut Found<T>) {
        let honour = facts.names.honour(&self.award.honour);
        match self.until {
            Some(until) => found.ground_once(Audience::All, &self.award.place, texts::fact_used_up(honour, until, self.source)),
            None => found.miss(texts::missing_award_when(honour, self.award.place.file, i64::from(self.award.place.line))),
        }
    }
}

/// The end of the `times`th award; `None` where there are fewer.
fn nth<'b>(awards: impl Iterator<Item = &'b Earlier<'b>>, times: usize) -> Option<Option<Date>> {
    awards.skip(times - 1).map(|earlier| earlier.achieved.map(|period| period.to)).next()
}

/// The end of the first row of years that is long enough. Years of one kind follow each other, and two awards of one year are one; so do printed periods of
/// which the second begins on the day after the first.
fn consecutive<'b>(awards: impl Iterator<Item = &'b Earlier<'b>>, times: usize) -> Option<Option<Date>> {
    let mut years: BTreeMap<(YearKind, i16), Option<Period>> = BTreeMap::new();
    for earlier in awards {
        if let Some(year) = earlier.year {
            years.insert(year, earlier.achieved);
        }
    }
    let mut last: Option<((YearKind, i16), Option<Period>)> = None;
    let mut length = 0;
    for ((kind, year), achieved) in years {
        let adjoins = |before: Option<Period>| {
            before.zip(achieved).is_some_and(|(before, achieved)| before.to.tomorrow().is_ok_and(|day| day == achieved.from))
        };
        let follows = last.is_some_and(|(before, days)| before == (kind, year - 1) || (before.0 == kind && adjoins(days)));
        length = if follows { length + 1 } else { 1 };
        last = Some(((kind, year), achieved));
        if length >= times {
            return Some(achieved.map(|period| period.to));
        }
    }
    None
}
