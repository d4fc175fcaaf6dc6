//! Fast look-ups over a register: the rows of a subject, the members of a unit, the units below it.
//!
//! Every person, unit and household is a [`Subject`], a number; rows of each table are grouped by it once. An index is made of a register that was
//! read whole; rows that name a subject which is not there are in no group.

mod groups;
mod members;
mod tree;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};

use crate::Register;
use crate::rows::{
    Attendance, Attestation, Award, Discipline, Duty, Household, Initiative, InitiativeAuthor, LearningResult, MeetingResult, Pending,
    Person, Post, Rating, Record, Registration, Score, Status, Unit,
};
use groups::Groups;
use tree::Tree;

/// A person, a unit or a household, as a number: people first, then units, then households, each in the order of their file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject(pub u32);

/// What a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// A person.
    Person,
    /// A unit.
    Unit,
    /// A household.
    Household,
}

/// A hasher with fixed keys: the same register gives the same index.
type Hasher = BuildHasherDefault<DefaultHasher>;

/// Look-ups over a register.
#[derive(Debug)]
pub struct Index<'r> {
    register: &'r Register,
    subjects: HashMap<&'r str, Subject, Hasher>,
    initiatives: HashMap<&'r str, u32, Hasher>,
    tree: Tree,
    groups: AllGroups,
}

/// The rows of each table by subject.
#[derive(Debug)]
struct AllGroups {
    posts: Groups,
    posts_in: Groups,
    statuses: Groups,
    households_in: Groups,
    people_of: Groups,
    registrations: Groups,
    records: Groups,
    tasks: Groups,
    reports: Groups,
    inspections: Groups,
    attestations: Groups,
    attendance: Groups,
    results: Groups,
    scores: Groups,
    ratings: Groups,
    authors: Groups,
    discipline: Groups,
    pending: Groups,
    ledger: Groups,
    meetings: Groups,
}

impl<'r> Index<'r> {
    /// The index of a register.
    pub fn new(register: &'r Register) -> Index<'r> {
        let people = register.people.iter().map(|person| person.id.as_str());
        let units = register.units.iter().map(|unit| unit.id.as_str());
        let households = register.households.iter().map(|household| household.id.as_str());
        let ids = people.chain(units).chain(households);
        let mut subjects =
            HashMap::with_capacity_and_hasher(register.people.len() + register.units.len() + register.households.len(), Hasher::default());
        for (number, id) in ids.enumerate() {
            // The first of two with one id: a register with two was refused when it was read.
            subjects.entry(id).or_insert(Subject(number_of(number)));
        }
        let initiatives =
            register.initiatives.iter().enumerate().rev().map(|(row, initiative)| (initiative.id.as_str(), number_of(row))).collect();
        let groups = AllGroups::new(register, &subjects);
        let tree = Tree::new(register, &subjects);
        Index { register, subjects, initiatives, tree, groups }
    }

    /// The register that it is of.
    pub fn register(&self) -> &'r Register {
        self.register
    }

    /// How many subjects there are; they are numbered from 0.
    pub fn len(&self) -> usize {
        self.register.people.len() + self.register.units.len() + self.register.households.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The subject of an id.
    pub fn subject(&self, id: &str) -> Option<Subject> {
        self.subjects.get(id).copied()
    }

    /// What a subject is.
    pub fn kind(&self, subject: Subject) -> SubjectKind {
        let (people, units) = (self.register.people.len(), self.register.units.len());
        match subject.place() {
            place if place < people => SubjectKind::Person,
            place if place < people + units => SubjectKind::Unit,
            _ => SubjectKind::Household,
        }
    }

    /// The id of a subject.
    pub fn id(&self, subject: Subject) -> &'r str {
        let id = self.person(subject).map(|person| &person.id);
        let id = id.or_else(|| self.unit(subject).map(|unit| &unit.id));
        id.or_else(|| self.household(subject).map(|household| &household.id)).map_or("", String::as_str)
    }

    /// The name of a subject.
    pub fn name(&self, subject: Subject) -> &'r str {
        let name = self.person(subject).map(|person| &person.name);
        let name = name.or_else(|| self.unit(subject).map(|unit| &unit.name));
        name.or_else(|| self.household(subject).map(|household| &household.name)).map_or("", String::as_str)
    }

    /// The row of a person; none where the subject is no person.
    pub fn person(&self, subject: Subject) -> Option<&'r Person> {
        self.register.people.get(subject.place())
    }

    /// The row of a unit; none where the subject is no unit.
    pub fn unit(&self, subject: Subject) -> Option<&'r Unit> {
        self.register.units.get(subject.place().checked_sub(self.register.people.len())?)
    }

    /// The row of a household; none where the subject is no household.
    pub fn household(&self, subject: Subject) -> Option<&'r Household> {
        self.register.households.get(subject.place().checked_sub(self.register.people.len() + self.register.units.len())?)
    }

    /// All people, in the order of their file.
    pub fn people(&self) -> impl ExactSizeIterator<Item = Subject> + use<> {
        numbers(0, self.register.people.len())
    }

    /// All units, in the order of their file.
    pub fn units(&self) -> impl ExactSizeIterator<Item = Subject> + use<> {
        numbers(self.register.people.len(), self.register.units.len())
    }

    /// All households, in the order of their file.
    pub fn households(&self) -> impl ExactSizeIterator<Item = Subject> + use<> {
        numbers(self.register.people.len() + self.register.units.len(), self.register.households.len())
    }

    /// The initiative of an id.
    pub fn initiative(&self, id: &str) -> Option<&'r Initiative> {
        self.initiatives.get(id).and_then(|row| self.register.initiatives.get(*row as usize))
    }
}

impl Subject {
    /// The number as a place in a list of all subjects.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

fn numbers(from: usize, count: usize) -> impl ExactSizeIterator<Item = Subject> + use<> {
    (number_of(from)..number_of(from + count)).map(Subject)
}

/// No register has more rows than a file of the size that is read can hold.
fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// For each table the accessor of its rows by subject.
macro_rules! rows_of {
    ($($(#[$doc:meta])* $name:ident: $row:ident;)+) => {
        impl<'r> Index<'r> {
            $(
                $(#[$doc])*
                pub fn $name(&self, subject: Subject) -> impl DoubleEndedIterator<Item = &'r $row> + ExactSizeIterator + '_ {
                    let rows = &self.register.$name;
                    // Groups are made of the places of these very rows.
                    self.groups.$name.of(subject).iter().map(|row| &rows[*row as usize])
                }
            )+
        }
    };
}

rows_of! {
    /// The posts of a person.
    posts: Post;
    /// The statuses of a person.
    statuses: Status;
    /// What a subject registered to reach.
    registrations: Registration;
    /// The records of a subject.
    records: Record;
    /// The tasks of a subject.
    tasks: Duty;
    /// The reports that a subject owes.
    reports: Duty;
    /// The inspections of a subject.
    inspections: Duty;
    /// What was attested of a subject.
    attestations: Attestation;
    /// Where a person should have been.
    attendance: Attendance;
    /// The marks and certificates of a subject.
    results: LearningResult;
    /// The scores of a subject.
    scores: Score;
    /// The ratings of a subject.
    ratings: Rating;
    /// The initiatives that a person is an author of ([`Index::initiative`] finds each).
    authors: InitiativeAuthor;
    /// The discipline of a subject.
    discipline: Discipline;
    /// What is pending about a subject.
    pending: Pending;
    /// The awards of a subject itself; [`Index::ledger_with_predecessors`] adds those of units that it took over.
    ledger: Award;
    /// What meetings decided on a subject.
    meetings: MeetingResult;
}

impl AllGroups {
    fn new(register: &Register, subjects: &HashMap<&str, Subject, Hasher>) -> AllGroups {
        let count = register.people.len() + register.units.len() + register.households.len();
        macro_rules! by {
            ($table:ident, $column:ident) => {
                Groups::new(count, register.$table.len(), |row| subjects.get(register.$table[row].$column.as_str()).copied())
            };
        }
        let optional = |id: &Option<String>| id.as_deref().and_then(|id| subjects.get(id).copied());
        AllGroups {
            posts: by!(posts, person),
            posts_in: by!(posts, unit),
            statuses: by!(statuses, person),
            households_in: Groups::new(count, register.households.len(), |row| optional(&register.households[row].unit)),
            people_of: Groups::new(count, register.people.len(), |row| optional(&register.people[row].household)),
            registrations: by!(registrations, subject),
            records: by!(records, subject),
            tasks: by!(tasks, subject),
            reports: by!(reports, subject),
            inspections: by!(inspections, subject),
            attestations: by!(attestations, subject),
            attendance: by!(attendance, person),
            results: by!(results, subject),
            scores: by!(scores, subject),
            ratings: by!(ratings, subject),
            authors: by!(authors, person),
            discipline: by!(discipline, subject),
            pending: by!(pending, subject),
            ledger: by!(ledger, subject),
            meetings: by!(meetings, subject),
        }
    }
}
