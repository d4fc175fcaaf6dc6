//! People of one name who would stand beside each other as one and the same line: what tells them apart.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_value::Date;

use crate::{Case, Facts};

/// What tells somebody from a namesake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Born {
    /// The year of birth, where it is another for each of them.
    In(i16),
    /// The day of birth, where years are the same.
    On(Date),
}

/// Those who need more than a name.
#[derive(Debug, Default)]
pub(crate) struct Namesakes {
    born: BTreeMap<String, Born>,
    /// Whom nothing that is known tells apart.
    pub(crate) alike: BTreeSet<String>,
}

impl Namesakes {
    /// Among the people of some cases, those of whom a list shows the same, name included.
    pub(crate) fn among<'c>(facts: &Facts<'_>, cases: impl Iterator<Item = &'c Case>, shown: impl Fn(&str) -> String) -> Namesakes {
        let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for case in cases {
            if let Some(person) = facts.person(&case.subject) {
                named.entry(&person.name).or_default().insert(&case.subject);
            }
        }
        let mut found = Namesakes::default();
        for of_name in named.into_values().filter(|subjects| subjects.len() > 1) {
            let mut same: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            of_name.into_iter().for_each(|subject| same.entry(shown(subject)).or_default().push(subject));
            same.into_values().filter(|subjects| subjects.len() > 1).for_each(|subjects| found.tell_apart(facts, &subjects));
        }
        found
    }

    fn tell_apart(&mut self, facts: &Facts<'_>, subjects: &[&str]) {
        let days = subjects.iter().map(|subject| facts.person(subject)?.born);
        let Some(days) = days.collect::<Option<Vec<Date>>>() else {
            self.alike.extend(subjects.iter().map(|subject| (*subject).to_owned()));
            return;
        };
        let of_year: BTreeSet<i16> = days.iter().map(|day| day.year()).collect();
        let of_day: BTreeSet<Date> = days.iter().copied().collect();
        if of_day.len() < days.len() {
            self.alike.extend(subjects.iter().map(|subject| (*subject).to_owned()));
            return;
        }
        let are_years_enough = of_year.len() == days.len();
        let born = |day: Date| if are_years_enough { Born::In(day.year()) } else { Born::On(day) };
        self.born.extend(subjects.iter().zip(days).map(|(subject, day)| ((*subject).to_owned(), born(day))));
    }

    /// What tells a subject from a namesake; none where it has none.
    pub(crate) fn of(&self, subject: &str) -> Option<Born> {
        self.born.get(subject).copied()
    }
}
