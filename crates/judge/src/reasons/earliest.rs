//! The first year in which an award is possible, when all goes well from the judged year on.
//!
//! Supposed are, year by year: the highest level of each scale that the rule names, an initiative of the highest level, each lower award in every year in
//! which its own rule in the packs allows it, and no discipline. What is no matter of years is supposed to turn out well. Nothing that happened is
//! changed: a year that is rated keeps its rating, and discipline ends by its dates.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Text;
use phongtrao_register::Register;
use phongtrao_register::rows::{Award, Initiative, InitiativeAuthor, Place, Rating};
use phongtrao_rules::criteria::{Audience, Fact, Rule, Test};
use phongtrao_value::{Date, Period, YearKind};

use super::Builder;
use super::years::{Needed, of_years};
use crate::facts::{Ask, Facts, Found, Rows, of, year_words};
use crate::round::{AwardInput, Judged, RoundInput};
use crate::{Calendar, Verdict, texts};

/// How many years ahead are looked at.
// no figure of law: a bound of the search.
pub const MOST_YEARS: i16 = 15;

/// The scale of the packs that the levels of recognition of initiatives stand on.
const INITIATIVE: &str = "initiative";

/// When an award is possible at the earliest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earliest {
    /// In that year.
    In {
        /// The year.
        year: i16,
        /// What kind of year.
        kind: YearKind,
        /// Whether it still depends on what nobody has written down of the years before.
        open: bool,
    },
    /// In none of the years that are looked at.
    Never,
}

impl Earliest {
    /// What a person reads.
    pub fn words(self) -> Text {
        match self {
            Earliest::In { year, kind, open: false } => texts::earliest_year(year_words(kind, year)),
            Earliest::In { year, kind, open: true } => texts::earliest_open(year_words(kind, year)),
            Earliest::Never => texts::earliest_never(i64::from(MOST_YEARS)),
        }
    }

    /// Whether years stand in the way: it is later than the judged year, or never.
    pub fn is_later(self, round: &RoundInput) -> bool {
        match self {
            Earliest::In { year, kind, .. } => round.calendar.judged(kind).is_none_or(|judged| judged < year),
            Earliest::Never => true,
        }
    }
}

/// The first year in which an award that a subject does not meet is possible for it. `None` where it can't have the award, or died.
pub fn earliest(round: &RoundInput, register: &Register, judged: &Judged, award: &str, subject: &str) -> Option<Earliest> {
    if register.people.iter().any(|person| person.id == subject && person.died.is_some()) {
        return None;
    }
    let asked = Asked { round, judged, subject };
    let whole = asked.of(award)?;
    let titles: BTreeMap<&str, Rule> = round.awards.iter().filter_map(|award| Some((award.id.as_str(), asked.of(&award.id)?))).collect();
    let title = |award: &str| titles.get(award);
    let mut ahead = Ahead::new(round, register, subject);
    let kind = round.calendar.year_kind;
    let Some(rule) = of_years(&whole, &title) else {
        let year = round.calendar.judged(kind)?;
        return Some(Earliest::In { year, kind, open: false });
    };
    let lower = Lower::of(&rule, round);
    let judged_award = round.awards.iter().find(|own| own.id == award);
    let builder = Builder::default();
    for years in 0..=MOST_YEARS {
        let calendar = shifted(&round.calendar, years)?;
        ahead.suppose(&calendar, &lower, &builder);
        let verdict = ahead.verdict(&rule, judged_award, &calendar, &builder);
        if verdict != Verdict::NotMet {
            return Some(Earliest::In { year: calendar.judged(kind)?, kind, open: verdict == Verdict::Unknown });
        }
    }
    Some(Earliest::Never)
}

/// What awards of the round ask of a subject.
struct Asked<'a> {
    round: &'a RoundInput,
    judged: &'a Judged,
    subject: &'a str,
}

impl Asked<'_> {
    /// The rule of the subject's group and the awards that it requires; `None` where it can't have the award.
    fn of(&self, award: &str) -> Option<Rule> {
        let group = &self.judged.award(award)?.of(self.subject)?.group;
        let award = self.round.awards.iter().find(|own| own.id == award)?;
        let own = award.groups.iter().find(|own| own.id == *group)?.rule.clone();
        let titles = award.requires.iter().map(|id| plain(Test::Fact(Fact::Title { award: id.clone() })));
        Some(plain(Test::All(std::iter::once(own).chain(titles).collect())))
    }
}

fn plain(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

/// The awards that a rule builds on, those first that others build on, each with what is left of its own rule.
#[derive(Default)]
struct Lower {
    awards: Vec<(String, Option<Rule>)>,
    scales: BTreeSet<String>,
}

impl Lower {
    fn of(rule: &Rule, round: &RoundInput) -> Lower {
        let mut lower = Lower::default();
        lower.follow(rule, round, &mut BTreeSet::new());
        lower
    }

    fn follow(&mut self, rule: &Rule, round: &RoundInput, seen: &mut BTreeSet<String>) {
        let mut needed = Needed::default();
        needed.add(rule, true);
        self.scales.extend(needed.scales);
        for honour in needed.honours {
            // Honours are a closed list, each followed once: a circle ends here.
            if seen.insert(honour.clone()) {
                let own = round.honours.get(&honour).and_then(|rule| of_years(rule, &|_| None));
                if let Some(own) = &own {
                    self.follow(own, round, seen);
                }
                self.awards.push((honour, own));
            }
        }
    }
}

/// What is known of one subject, and what is supposed.
struct Ahead<'a> {
    round: &'a RoundInput,
    subject: &'a str,
    /// The subject and the units that it took over from.
    before: BTreeSet<String>,
    register: Register,
}

impl<'a> Ahead<'a> {
    /// Only what was known on the day of judging, of the subject and of units that it took over from.
    fn new(round: &'a RoundInput, register: &Register, subject: &'a str) -> Ahead<'a> {
        let day = round.calendar.as_of;
        let rows = Rows::new(register);
        let own = rows.and_before(subject, day);
        let before = own.iter().map(|id| (*id).to_owned()).collect();
        let known = |on: Option<Date>| on.is_none_or(|on| on <= day);
        let ledger = own.iter().flat_map(|id| of(&rows.ledger, id)).filter(|row| known(row.decided_on));
        let ratings = own.iter().flat_map(|id| of(&rows.ratings, id)).filter(|row| known(row.decided_on));
        let discipline = own.iter().flat_map(|id| of(&rows.discipline, id)).filter(|row| row.on <= day);
        let authors = of(&rows.authors, subject);
        let initiatives = authors.iter().filter_map(|author| rows.initiatives.get(author.initiative.as_str()));
        let rested = own.iter().flat_map(|id| of(&rows.ledger, id)).filter_map(|row| rows.initiatives.get(row.initiative.as_deref()?));
        let register = Register {
            organisation: register.organisation.clone(),
            units: register.units.clone(),
            people: rows.people.get(subject).into_iter().map(|row| (*row).clone()).collect(),
            posts: of(&rows.posts, subject).iter().map(|row| (*row).clone()).collect(),
            statuses: of(&rows.statuses, subject).iter().map(|row| (*row).clone()).collect(),
            ledger: ledger.map(|row| (*row).clone()).collect(),
            ratings: ratings.map(|row| (*row).clone()).collect(),
            discipline: discipline.map(|row| (*row).clone()).collect(),
            authors: authors.iter().map(|row| (*row).clone()).collect(),
            initiatives: initiatives.chain(rested).map(|row| (*row).clone()).collect(),
            ..Register::default()
        };
        Ahead { round, subject, before, register }
    }

    /// A good year: ratings and an initiative, then the lower awards that their rules allow.
    fn suppose(&mut self, calendar: &Calendar, lower: &Lower, builder: &Builder) {
        for scale in &lower.scales {
            self.suppose_rating(calendar, scale);
        }
        self.suppose_initiative(calendar, "");
        for (honour, rule) in &lower.awards {
            if rule.as_ref().is_none_or(|rule| self.verdict(rule, None, calendar, builder) == Verdict::Met) {
                self.suppose_award(calendar, honour);
            }
        }
    }

    fn suppose_rating(&mut self, calendar: &Calendar, scale: &str) {
        let counts = |row: &&Rating| {
            self.before.contains(&row.subject)
                && (row.scale == scale || self.round.counts_as.get(&row.scale).is_some_and(|as_| as_ == scale))
        };
        let own: Vec<&Rating> = self.register.ratings.iter().filter(counts).collect();
        let kind = match own.last() {
            Some(last) if own.iter().all(|row| row.year_kind != calendar.year_kind) => last.year_kind,
            _ => calendar.year_kind,
        };
        let Some(year) = calendar.judged(kind) else { return };
        let Some(level) = self.round.scales.get(scale).and_then(|levels| levels.last()) else { return };
        if own.iter().any(|row| row.year == year && row.year_kind == kind) {
            return;
        }
        let (subject, scale, level) = (self.subject.to_owned(), scale.to_owned(), level.clone());
        self.register.ratings.push(Rating {
            place: Place::default(),
            subject,
            year,
            year_kind: kind,
            scale,
            level,
            decision: None,
            decided_on: None,
        });
    }

    /// An initiative of the year; `for_award` keeps one on which an award rests apart from the one that is free.
    fn suppose_initiative(&mut self, calendar: &Calendar, for_award: &str) -> Option<String> {
        let level = self.round.scales.get(INITIATIVE)?.last()?.clone();
        let id = format!("+{for_award}-{}", calendar.period.to);
        let (title, recognised_on) = (id.clone(), Some(calendar.period.to));
        self.register.initiatives.push(Initiative { id: id.clone(), title, level: Some(level), recognised_on, ..Initiative::default() });
        let person = self.subject.to_owned();
        self.register.authors.push(InitiativeAuthor { initiative: id.clone(), person, ..InitiativeAuthor::default() });
        Some(id)
    }

    /// The award of the year, unless it has one of that year.
    fn suppose_award(&mut self, calendar: &Calendar, honour: &str) {
        let own: Vec<&Award> = self.register.ledger.iter().filter(|row| row.honour == honour).collect();
        let kind = own.iter().rev().find_map(|row| row.year_kind).unwrap_or(calendar.year_kind);
        let Some(year) = calendar.judged(kind) else { return };
        let days = calendar.year(kind, year).unwrap_or(calendar.period);
        let is_of_year = |row: &&Award| {
            (row.year == Some(year) && row.year_kind.is_none_or(|own| own == kind)) || row.to.is_some_and(|to| days.holds(to))
        };
        if own.iter().any(is_of_year) {
            return;
        }
        let initiative = self.suppose_initiative(calendar, honour);
        self.register.ledger.push(Award {
            subject: self.subject.to_owned(),
            honour: honour.to_owned(),
            decided_on: Some(calendar.as_of),
            from: Some(days.from),
            to: Some(days.to),
            year: Some(year),
            year_kind: Some(kind),
            initiative,
            ..Award::default()
        });
    }

    /// What a rule comes to; of the award that is judged, achievements that were used for the same honour do not count again.
    fn verdict(&self, rule: &Rule, award: Option<&AwardInput>, calendar: &Calendar, builder: &Builder) -> Verdict {
        let rows = Rows::new(&self.register);
        let facts = Facts { judged: award, ..self.round.facts(&rows, calendar.clone()) };
        builder.verdict(rule, self.subject, &facts, &Alone { builder }).value
    }
}

/// Asks rules of one subject only; other awards of the round stand in the rule itself by now.
struct Alone<'a> {
    builder: &'a Builder,
}

impl Ask for Alone<'_> {
    fn ask(&self, rule: &Rule, subject: &str, facts: &Facts<'_>) -> Found<Verdict> {
        self.builder.verdict(rule, subject, facts, self)
    }

    fn title(&self, _: &str, _: &str) -> Option<Found<Verdict>> {
        Some(Found::bare(Verdict::NotMet))
    }
}

/// The calendar so many years later, judged when its period is over.
fn shifted(calendar: &Calendar, years: i16) -> Option<Calendar> {
    let period = Period { from: later(calendar.period.from, years)?, to: later(calendar.period.to, years)? };
    let judged_on = period.to.max(later(calendar.as_of, years)?);
    Some(Calendar { as_of: judged_on, closes: judged_on, period, ..calendar.clone() })
}

/// The same day so many years later; the last of February for its 29th.
fn later(day: Date, years: i16) -> Option<Date> {
    let year = day.year().checked_add(years)?;
    Date::new(year, day.month(), day.day()).ok().or_else(|| Some(Date::new(year, day.month(), 1).ok()?.last_of_month()))
}
