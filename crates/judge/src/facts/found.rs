//! What a look into the register brings: a value, the rows that it rests on, and what is missing.

use phongtrao_diagnostic::Text;
use phongtrao_register::rows::Place;
use phongtrao_rules::criteria::Audience;

/// A row that a result rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// Where it stands in the data folder.
    pub place: Place,
    /// What it says.
    pub words: Text,
    /// Who may read it.
    pub audience: Audience,
}

/// Something that is not known yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// What, and who or what it waits for.
    pub words: Text,
    /// Who may read it.
    pub audience: Audience,
}

impl Missing {
    /// Something missing that everybody may know of who may see the result.
    pub fn new(words: Text) -> Missing {
        Missing { words, audience: Audience::All }
    }
}

/// A value with the rows that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// The rows.
    pub grounds: Vec<Ground>,
    /// What is missing; empty where the value is known.
    pub missing: Vec<Missing>,
}

impl<T> Found<T> {
    /// A value that rests on no row.
    pub fn bare(value: T) -> Found<T> {
        Found { value, grounds: Vec::new(), missing: Vec::new() }
    }

    /// A value that waits for something.
    pub fn waiting(value: T, words: Text) -> Found<T> {
        Found { value, grounds: Vec::new(), missing: vec![Missing::new(words)] }
    }

    /// The same with a row.
    pub(crate) fn ground(&mut self, place: &Place, words: Text) {
        self.grounds.push(Ground { place: *place, words, audience: Audience::All });
    }

    /// The same with something missing.
    pub(crate) fn miss(&mut self, words: Text) {
        self.missing.push(Missing::new(words));
    }
}
