//! Members of a unit, and units below it.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::rows::PostKind;
use phongtrao_rules::criteria::{Audience, Fact, How, Members, Rule, Test};
use phongtrao_value::Date;

use super::attributes::is_on;
use super::{Addition, Ask, Facts, Found, Ground, of};
use crate::exact::{Amount, count, share};
use crate::program::Number;
use crate::{Verdict, texts};

/// How many of those of whom a condition came to the same are named; more would bury the reader.
const NAMED: usize = 20;

impl Facts<'_> {
    pub(super) fn members(&self, members: &Members, unit: &str, ask: &dyn Ask) -> Found<Amount> {
        let people = self.people_of(unit, self.calendar.day(members.on));
        self.among(members, &people, ask)
    }

    pub(super) fn units(&self, members: &Members, unit: &str, ask: &dyn Ask) -> Found<Amount> {
        let day = self.calendar.day(members.on);
        let units: Vec<&str> = self.below(unit, day).into_iter().filter(|id| *id != unit).collect();
        self.among(members, &units, ask)
    }

    /// People with a main post in a unit or below it on a day, each once, in the order of their ids.
    pub(crate) fn people_of(&self, unit: &str, day: Date) -> Vec<&str> {
        let units = self.below(unit, day);
        let posts = units.iter().flat_map(|unit| of(&self.rows.posts_of_unit, unit));
        let people: BTreeSet<&str> = posts
            .filter(|post| post.kind == PostKind::Main && is_on(post.from, post.to, day))
            .map(|post| post.person.as_str())
            .filter(|person| self.rows.people.get(person).is_none_or(|person| person.died.is_none_or(|died| day < died)))
            .collect();
        people.into_iter().collect()
    }

    /// A unit and all below it on a day.
    pub(crate) fn below(&self, unit: &str, day: Date) -> Vec<&str> {
        let Some(first) = self.rows.units.get(unit) else { return Vec::new() };
        let mut seen = BTreeSet::from([first.id.as_str()]);
        let mut units = vec![first.id.as_str()];
        let mut at = 0;
        while let Some(id) = units.get(at).copied() {
            at += 1;
            for below in of(&self.rows.units_below, id) {
                if is_on(below.from, below.to, day) && seen.insert(below.id.as_str()) {
                    units.push(below.id.as_str());
                }
            }
        }
        units
    }

    /// How many of them a rule holds of, out of those that count at all. Who may count or not is thought of in both ways.
    fn among(&self, members: &Members, subjects: &[&str], ask: &dyn Ask) -> Found<Amount> {
        let mut tally = Tally::default();
        let mut found = Found::bare(Amount::known(Number::ZERO));
        let audience = audience_of(&members.having).max(members.among.as_deref().map(audience_of).unwrap_or_default());
        let mut named: BTreeMap<Verdict, usize> = BTreeMap::new();
        for subject in subjects {
            let counts = members.among.as_ref().map_or_else(|| Found::bare(Verdict::Met), |rule| ask.ask(rule, subject, self));
            if counts.value == Verdict::NotMet {
                continue;
            }
            let has = ask.ask(&members.having, subject, self);
            tally.add(counts.value, has.value);
            let number = named.entry(has.value).or_default();
            *number += 1;
            if let Some(place) = self.place_of(subject).filter(|_| *number <= NAMED && !is_of_everybody(&members.having)) {
                let words = match has.value {
                    Verdict::Met => texts::fact_member_is(self.name(subject)),
                    Verdict::Unknown => texts::fact_member_open(self.name(subject)),
                    Verdict::NotMet => texts::fact_member_not(self.name(subject)),
                };
                found.members.push((has.value, Ground { place: *place, words, audience }));
            }
        }
        found.value = tally.amount(members.how);
        if tally.is_open() {
            found.miss_of_unit(Addition::Fact, texts::missing_members(tally.open));
        }
        if members.how == How::Share && tally.counted == 0 {
            found.miss(texts::missing_nobody());
        }
        found
    }

    fn place_of(&self, subject: &str) -> Option<&phongtrao_register::rows::Place> {
        self.rows.people.get(subject).map(|person| &person.place).or_else(|| self.rows.units.get(subject).map(|unit| &unit.place))
    }

    /// The name of a person or unit, or its id.
    pub(crate) fn name<'b>(&'b self, subject: &'b str) -> &'b str {
        let person = self.rows.people.get(subject).map(|person| person.name.as_str());
        person.or_else(|| self.rows.units.get(subject).map(|unit| unit.name.as_str())).unwrap_or(subject)
    }
}

/// Whether a condition holds of everybody: then nobody is named for it.
fn is_of_everybody(rule: &Rule) -> bool {
    matches!(&rule.test, Test::All(of) if of.is_empty())
}

/// Who may read of whom a condition holds: what touches discipline is for the desk and the council, whoever is asked about.
fn audience_of(rule: &Rule) -> Audience {
    let below = match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().map(audience_of).max().unwrap_or_default(),
        Test::Fact(Fact::Undisciplined(_)) => Audience::Chair,
        Test::Amount { .. } | Test::Fact(_) => Audience::All,
    };
    // Who may read it of himself may not read it of others.
    if rule.audience > Audience::All { Audience::Chair } else { below }
}

/// Counted so far: those who surely count, and those who perhaps do.
#[derive(Default)]
struct Tally {
    /// Surely or perhaps counted.
    counted: usize,
    /// Counted and met; counted and perhaps met; counted and not met.
    sure: [usize; 3],
    /// Perhaps counted, in the same order.
    perhaps: [usize; 3],
    open: usize,
}

impl Tally {
    fn add(&mut self, counts: Verdict, has: Verdict) {
        self.counted += 1;
        let of = if counts == Verdict::Met { &mut self.sure } else { &mut self.perhaps };
        let place = match has {
            Verdict::Met => 0,
            Verdict::Unknown => 1,
            Verdict::NotMet => 2,
        };
        if let Some(count) = of.get_mut(place) {
            *count += 1;
        }
        self.open += usize::from(counts == Verdict::Unknown || has == Verdict::Unknown);
    }

    fn is_open(&self) -> bool {
        self.open > 0
    }

    fn amount(&self, how: How) -> Amount {
        let [met, open, not] = self.sure;
        let [may_met, may_open, may_not] = self.perhaps;
        if how == How::Count {
            return Amount::between(count(met), count(met + open + may_met + may_open));
        }
        // The least share: all that perhaps count and can be not met do count; the greatest: all that can be met.
        let least = share(met, met + open + not + may_open + may_not).or_else(|| share(may_met, may_met));
        let most = share(met + open + may_met + may_open, met + open + not + may_met + may_open).or_else(|| share(0, may_not));
        match (least, most) {
            (Some(least), Some(most)) => Amount::between(least, most),
            _ => Amount::unknown(),
        }
    }
}
