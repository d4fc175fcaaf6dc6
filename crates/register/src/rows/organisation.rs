//! Units, people, and who stands where.

use phongtrao_value::Date;

use super::Place;

/// A unit. Units merge and split: a successor takes over what was known of the old one, which stays readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The tree that it stands in: `administration`, `party`, `union`, `youth`, `classes` …
    pub tree: String,
    /// The unit above in that tree.
    pub parent: Option<String>,
    /// What it is: `faculty`, `office`, `class`, `commune` … as the organisation calls it.
    pub kind: Option<String>,
    /// The block that it is judged in.
    pub block: Option<String>,
    /// Its place in the organisation's order (protocol).
    pub order: Option<i64>,
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
    /// The units that took over when it ended.
    pub successors: Vec<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Full name as printed.
    pub name: String,
    /// The name by which lists are ordered, where it is not family, middle and given name (foreign and highland names).
    pub sort_as: Option<String>,
    /// `female`, `male`; none where it is not known.
    pub sex: Option<String>,
    /// Date of birth.
    pub born: Option<Date>,
    /// `viên chức`, `sinh viên`, … as an id: `official`, `worker`, `student`, `cadet`, `soldier` …
    pub category: String,
    /// Date of death.
    pub died: Option<Date>,
}

/// What kind of post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PostKind {
    /// The one main post at a time.
    Main,
    /// Kiêm nhiệm.
    Concurrent,
    /// Biệt phái.
    Seconded,
}

/// A person's place in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Where it was read.
    pub place: Place,
    /// Who.
    pub person: String,
    /// Where.
    pub unit: String,
    /// What as: `Trưởng khoa`, `Giảng viên`, `Học viên`.
    pub title: Option<String>,
    /// Main, concurrent, seconded. In each tree a person has at most one main post at a time.
    pub kind: PostKind,
    /// Its place in the order of posts, the highest first.
    pub rank: Option<i64>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// A person's status over a time: `working`, `leave`, `maternity`, `training`, `treatment`, `studying`, `retired`, `left`, `dead` (words of the pack `people`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Where it was read.
    pub place: Place,
    /// Who.
    pub person: String,
    /// Which.
    pub status: String,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}
