//! What is known of each kind of invented organisation: its units, posts and words, as data.

use std::sync::LazyLock;

use serde::Deserialize;

/// Which organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Faculties, offices, classes.
    University,
    /// Faculties, offices, companies of cadets.
    Military,
    /// Communes and chapters.
    Association,
    /// Departments, communes, villages, households.
    Province,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 4] = [Kind::University, Kind::Military, Kind::Association, Kind::Province];

    /// The word of the command line.
    pub fn word(self) -> &'static str {
        match self {
            Kind::University => "university",
            Kind::Military => "military",
            Kind::Association => "association",
            Kind::Province => "province",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The data of `words/sample.toml`.
#[derive(Deserialize)]
pub(super) struct Sample {
    pub(super) words: Words,
    #[serde(rename = "organisation")]
    organisations: Vec<Template>,
    pub(super) communes: Communes,
}

/// Words that are the same for all.
#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) decision: String,
    pub(super) household_of_man: String,
    pub(super) household_of_woman: String,
    pub(super) attested_by: String,
    pub(super) excused: String,
    pub(super) task: String,
    pub(super) report: String,
    pub(super) country: String,
    pub(super) receiver: String,
    pub(super) ruling: String,
}

/// Of what names of communes are put together.
#[derive(Deserialize)]
pub(super) struct Communes {
    pub(super) provinces: Vec<String>,
    pub(super) first: Vec<String>,
    pub(super) second: Vec<String>,
}

/// An organisation of a kind.
#[derive(Deserialize)]
pub(super) struct Template {
    kind: String,
    pub(super) name: String,
    pub(super) year: String,
    pub(super) school_year: (i8, i8),
    pub(super) staff: u64,
    pub(super) staff_category: Vec<(String, u32)>,
    pub(super) member_category: Vec<(String, u32)>,
    pub(super) member_status: String,
    pub(super) rating_scale: String,
    pub(super) yearly_title: String,
    pub(super) yearly_title_of_units: String,
    pub(super) leader: String,
    pub(super) deputy_leader: String,
    pub(super) office_head: (String, String),
    pub(super) office_member: Vec<(String, u32)>,
    pub(super) branch_head: (String, String),
    pub(super) branch_member: Vec<(String, u32)>,
    pub(super) group_tree: String,
    pub(super) group_kind: String,
    pub(super) group_name: String,
    pub(super) group_head: (String, String),
    pub(super) group_member: String,
    pub(super) group_size: usize,
    pub(super) branch_kind: String,
    pub(super) offices: Vec<(String, String)>,
    pub(super) branches: Vec<(String, String, String)>,
    pub(super) merged: Merged,
    pub(super) trees: Vec<(String, String, String, String)>,
    pub(super) records: Vec<(String, String)>,
    pub(super) initiatives: Vec<String>,
}

/// Units of which one became.
#[derive(Deserialize)]
pub(super) struct Merged {
    pub(super) old: Vec<(String, String)>,
    pub(super) new: (String, String),
    pub(super) on: String,
}

static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    // The data stands in this crate; the tests of this folder make every kind of organisation of it.
    toml::from_str(include_str!("../../words/sample.toml")).expect("the data of invented organisations is sound")
});

/// The data.
pub(super) fn sample() -> &'static Sample {
    &SAMPLE
}

impl Template {
    /// The organisation of a kind.
    pub(super) fn of(kind: Kind) -> Option<&'static Template> {
        SAMPLE.organisations.iter().find(|template| template.kind == kind.word())
    }
}
