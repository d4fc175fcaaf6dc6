//! The rows of a register by the subject that they are about.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::Register;
use phongtrao_register::rows::{
    Attendance, Attestation, Award, Discipline, Duty, Household, Initiative, InitiativeAuthor, LearningResult, Pending, Person, Post,
    Rating, Record, Ruling, Score, Status, Unit,
};
use phongtrao_value::Date;

/// Rows of one table by a key, in the order of the file.
pub(super) type By<'a, Row> = BTreeMap<&'a str, Vec<&'a Row>>;

/// All tables that judging looks into, by subject.
#[derive(Debug)]
pub(crate) struct Rows<'a> {
    pub(crate) units: BTreeMap<&'a str, &'a Unit>,
    pub(crate) units_below: By<'a, Unit>,
    /// Units by the unit that took over.
    pub(crate) units_before: By<'a, Unit>,
    pub(crate) people: BTreeMap<&'a str, &'a Person>,
    pub(crate) households: BTreeMap<&'a str, &'a Household>,
    pub(crate) posts: By<'a, Post>,
    pub(crate) posts_of_unit: By<'a, Post>,
    pub(crate) statuses: By<'a, Status>,
    pub(crate) records: By<'a, Record>,
    pub(crate) tasks: By<'a, Duty>,
    pub(crate) reports: By<'a, Duty>,
    pub(crate) attestations: By<'a, Attestation>,
    pub(crate) attendance: By<'a, Attendance>,
    pub(crate) results: By<'a, LearningResult>,
    pub(crate) scores: By<'a, Score>,
    pub(crate) ratings: By<'a, Rating>,
    pub(crate) initiatives: BTreeMap<&'a str, &'a Initiative>,
    pub(crate) authors: By<'a, InitiativeAuthor>,
    pub(crate) discipline: By<'a, Discipline>,
    pub(crate) pending: By<'a, Pending>,
    pub(crate) ledger: By<'a, Award>,
    /// What the chair decided between equals, by award.
    pub(crate) rulings: By<'a, Ruling>,
}

impl<'a> Rows<'a> {
    pub(crate) fn new(register: &'a Register) -> Rows<'a> {
        Rows {
            units: register.units.iter().map(|unit| (unit.id.as_str(), unit)).collect(),
            units_below: by(register.units.iter().filter_map(|unit| Some((unit.parent.as_deref()?, unit)))),
            units_before: by(register.units.iter().flat_map(|unit| unit.successors.iter().map(move |after| (after.as_str(), unit)))),
            people: register.people.iter().map(|person| (person.id.as_str(), person)).collect(),
            households: register.households.iter().map(|household| (household.id.as_str(), household)).collect(),
            posts: by(register.posts.iter().map(|post| (post.person.as_str(), post))),
            posts_of_unit: by(register.posts.iter().map(|post| (post.unit.as_str(), post))),
            statuses: by(register.statuses.iter().map(|status| (status.person.as_str(), status))),
            records: by(register.records.iter().map(|row| (row.subject.as_str(), row))),
            tasks: by(register.tasks.iter().map(|row| (row.subject.as_str(), row))),
            reports: by(register.reports.iter().map(|row| (row.subject.as_str(), row))),
            attestations: by(register.attestations.iter().map(|row| (row.subject.as_str(), row))),
            attendance: by(register.attendance.iter().map(|row| (row.person.as_str(), row))),
            results: by(register.results.iter().map(|row| (row.subject.as_str(), row))),
            scores: by(register.scores.iter().map(|row| (row.subject.as_str(), row))),
            ratings: by(register.ratings.iter().map(|row| (row.subject.as_str(), row))),
            initiatives: register.initiatives.iter().map(|row| (row.id.as_str(), row)).collect(),
            authors: by(register.authors.iter().map(|row| (row.person.as_str(), row))),
            discipline: by(register.discipline.iter().map(|row| (row.subject.as_str(), row))),
            pending: by(register.pending.iter().map(|row| (row.subject.as_str(), row))),
            ledger: by(register.ledger.iter().map(|row| (row.subject.as_str(), row))),
            rulings: by(register.rulings.iter().map(|row| (row.award.as_str(), row))),
        }
    }

    /// A subject and the units that it had taken over from by a day.
    pub(crate) fn and_before<'b>(&'b self, subject: &'b str, day: Date) -> Vec<&'b str> {
        let mut seen = BTreeSet::from([subject]);
        let mut units = vec![subject];
        let mut at = 0;
        while let Some(unit) = units.get(at).copied() {
            at += 1;
            for before in self.ended_before(unit, day) {
                if seen.insert(before.id.as_str()) {
                    units.push(before.id.as_str());
                }
            }
        }
        units
    }

    /// The units whose facts stand for a subject: its own where it has some of the kind that is sought, else those of the units that it took over from.
    pub(crate) fn own_or_before<'b>(&'b self, subject: &'b str, day: Date, has: &dyn Fn(&str) -> bool) -> Vec<&'b str> {
        let mut seen = BTreeSet::from([subject]);
        let mut open = vec![subject];
        let mut found = Vec::new();
        while let Some(unit) = open.pop() {
            if has(unit) {
                found.push(unit);
                continue;
            }
            let before = self.ended_before(unit, day).map(|before| before.id.as_str());
            open.extend(before.filter(|before| seen.insert(before)));
        }
        found.sort_unstable();
        found
    }

    /// Units that had ended by a day and that a unit took over from.
    fn ended_before<'b>(&'b self, unit: &str, day: Date) -> impl Iterator<Item = &'b Unit> {
        of(&self.units_before, unit).iter().copied().filter(move |before| before.to.is_none_or(|to| to < day))
    }
}

fn by<'a, Row>(rows: impl Iterator<Item = (&'a str, &'a Row)>) -> By<'a, Row> {
    let mut by = By::new();
    for (key, row) in rows {
        by.entry(key).or_default().push(row);
    }
    by
}

/// The rows of a subject.
pub(crate) fn of<'b, 'a, Row>(by: &'b By<'a, Row>, subject: &str) -> &'b [&'a Row] {
    by.get(subject).map_or(&[], Vec::as_slice)
}
