//! What can be wrong with a package, as values.

use thiserror::Error;

/// Why a package could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PackageError {
    /// The bytes are no zip file at all.
    #[error("not a package")]
    NotAPackage,
    /// The bytes begin as a zip file, but its directory, which stands at the end, is not there.
    #[error("the end of the package is missing")]
    Truncated,
    /// The directory contradicts itself or the entries.
    #[error("the package is damaged: {0}")]
    Damaged(String),
    /// The package, or one of its parts, is encrypted.
    #[error("the package is encrypted")]
    Encrypted,
    /// More entries than the bound.
    #[error("the package has {0} parts")]
    TooManyParts(usize),
    /// Two entries with names that are the same but for case.
    #[error("two parts are called {0}")]
    DuplicateName(String),
    /// A name that begins at a root or climbs out of the package.
    #[error("a part is called {0}")]
    UnsafeName(String),
    /// Two entries share bytes of the file.
    #[error("parts overlap in the file")]
    Overlap,
    /// The package names no main part, or names one that is not there.
    #[error("the package names no main part")]
    NoMainPart,
}

/// A bound that a part reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The size of one part.
    Part,
    /// The size of all parts together.
    Whole,
    /// The ratio of inflated to packed size.
    Ratio,
}

/// Why a part is not whole. What could be read before is kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PartFault {
    /// It is larger than a bound allows; nothing beyond the bound was inflated.
    #[error("part {name} is larger than allowed")]
    TooLarge {
        /// The part.
        name: String,
        /// The bound.
        bound: Bound,
    },
    /// Its packed bytes are damaged, or its checksum is wrong.
    #[error("part {name} is damaged: {reason}")]
    Damaged {
        /// The part.
        name: String,
        /// What the unpacker said.
        reason: String,
    },
}

/// Why the markup of a part could not be read further.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MarkupError {
    /// It is no well-formed XML.
    #[error("the markup is broken at byte {at}: {reason}")]
    Broken {
        /// The byte of the part.
        at: u64,
        /// What the scanner said.
        reason: String,
    },
    /// It brings a document type with it: entities of its own are refused.
    #[error("the markup declares a document type at byte {at}")]
    DocumentType {
        /// The byte of the part.
        at: u64,
    },
    /// It uses an entity that XML does not know.
    #[error("the markup uses the entity {name} at byte {at}")]
    Entity {
        /// The byte of the part.
        at: u64,
        /// Its name.
        name: String,
    },
}
