//! The ledger: all awards and ratings of a subject over the years, through moves, merges and splits.
//!
//! [`entries`] tells them in order, [`check`] finds what contradicts itself, [`import`] adds past awards that never passed through the program.

mod chain;
mod contradictions;
mod entries;
mod import;
mod past;

use phongtrao_diagnostic::FileReport;
use phongtrao_value::Date;

use crate::read::folder;
use crate::{Register, Remark};

pub use entries::{Entry, EntryKind, entries};
pub use import::{Import, import};

/// What packs say of an honour, as far as the ledger has to know it. The caller asks the packs: this crate knows no rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Honour {
    /// Its name, in the language of the interface.
    pub name: String,
    /// Whether it can be given posthumously; none where no source says.
    pub posthumous: Option<bool>,
    /// Ways to it: for each, the awards that must have been held. Without ways, or with one that needs nothing, no chain is looked for.
    pub ways: Vec<Vec<Need>>,
}

/// Awards that must have been held before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Ids of honours, any of which counts.
    pub of: Vec<String>,
    /// How often.
    pub times: u32,
    /// Whether the years of achievement must follow each other.
    pub consecutive: bool,
}

/// The honours that are known.
pub trait Honours {
    /// The honour of an id as it stands on a day; none where there is none of that id.
    fn honour(&self, id: &str, on: Option<Date>) -> Option<Honour>;

    /// The id that was probably meant.
    fn nearest(&self, id: &str) -> Option<String>;

    /// What else is wrong with ids that only packs know: scales and levels.
    fn remarks(&self, _register: &Register) -> Vec<Remark> {
        Vec::new()
    }
}

/// Reads a folder and looks for contradictions in its ledger. A folder that could not be read whole is not looked at further.
pub fn check(files: &[(String, Vec<u8>)], honours: &impl Honours) -> (Register, Vec<FileReport>) {
    folder::read(files, |register, faults| contradictions::find(register, honours, faults))
}
