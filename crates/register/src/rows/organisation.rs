//! Units, people, and who stands where.

use phongtrao_value::Date;

use super::Place;
use super::row::{Fields, Row, choice};

/// A unit. Units merge and split: a successor takes over what was known of the old one, which stays readable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// The household that they belong to.
    pub household: Option<String>,
    /// Date of death.
    pub died: Option<Date>,
}

/// A household.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Household {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Its name, as on a certificate.
    pub name: String,
    /// Its head.
    pub head: Option<String>,
    /// The hamlet, neighbourhood or commune that it lives in.
    pub unit: Option<String>,
    /// First day there.
    pub from: Option<Date>,
    /// Last day there.
    pub to: Option<Date>,
}

/// What kind of post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PostKind {
    /// The one main post at a time.
    #[default]
    Main,
    /// Kiêm nhiệm.
    Concurrent,
    /// Biệt phái.
    Seconded,
}

/// A person's place in a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Post {
    /// Where it was read.
    pub place: Place,
    /// Who.
    pub person: String,
    /// Where.
    pub unit: String,
    /// What as: `Trưởng khoa`, `Giảng viên`, `Học viên`.
    pub title: Option<String>,
    /// Rank or grade: `Thiếu tá`, `Giảng viên chính`.
    pub grade: Option<String>,
    /// Main, concurrent, seconded. In each tree a person has at most one main post at a time.
    pub kind: PostKind,
    /// Its place in the order of posts, the highest first.
    pub rank: Option<i64>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// A person's status over a time: `working`, `leave`, `maternity`, `training`, `treatment`, `studying`, `leading`, `retired`, `left`, `dead` (words of the pack `people`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

impl Status {
    /// Of a person who is no longer alive.
    pub const DEAD: &str = "dead";
}

choice!(PostKind { Main = "main", Concurrent = "concurrent", Seconded = "seconded" });

impl Row for Unit {
    fn blank() -> Unit {
        Unit::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("name", &mut self.name);
        fields.needed("tree", &mut self.tree);
        fields.given("parent", &mut self.parent);
        fields.given("kind", &mut self.kind);
        fields.given("block", &mut self.block);
        fields.given("order", &mut self.order);
        fields.given("from", &mut self.from);
        fields.given("to", &mut self.to);
        fields.list("successors", &mut self.successors);
    }
}

impl Row for Person {
    fn blank() -> Person {
        Person::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("name", &mut self.name);
        fields.given("sort_as", &mut self.sort_as);
        fields.given("sex", &mut self.sex);
        fields.given("born", &mut self.born);
        fields.needed("category", &mut self.category);
        fields.given("household", &mut self.household);
        fields.given("died", &mut self.died);
    }
}

impl Row for Household {
    fn blank() -> Household {
        Household::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("name", &mut self.name);
        fields.given("head", &mut self.head);
        fields.given("unit", &mut self.unit);
        fields.given("from", &mut self.from);
        fields.given("to", &mut self.to);
    }
}

impl Row for Post {
    fn blank() -> Post {
        Post::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("person", &mut self.person);
        fields.needed("unit", &mut self.unit);
        fields.given("title", &mut self.title);
        fields.given("grade", &mut self.grade);
        fields.needed("kind", &mut self.kind);
        fields.given("rank", &mut self.rank);
        fields.given("from", &mut self.from);
        fields.given("to", &mut self.to);
    }
}

impl Row for Status {
    fn blank() -> Status {
        Status::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("person", &mut self.person);
        fields.needed("status", &mut self.status);
        fields.given("from", &mut self.from);
        fields.given("to", &mut self.to);
    }
}
