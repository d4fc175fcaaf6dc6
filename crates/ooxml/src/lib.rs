//! Office packages: read within bounds, written in fixed order with fixed times.
//!
//! [`Package`] is a zip file with named parts, their types and their relationships; [`Scanner`] pulls markup out of a part without building
//! a tree; [`PackageWriter`] makes a package whose bytes depend on nothing but its parts; [`Package::patched`] changes a few parts of one and leaves
//! all others as they are.

mod error;
mod limits;
mod name;
mod package;
mod patch;
mod relationship;
mod scanner;
mod types;
mod vocabulary;
mod write;

pub use error::{Bound, MarkupError, PackageError, PartFault};
pub use limits::Limits;
pub use name::relationships as relationships_part;
pub use package::{Package, Part};
pub use relationship::{Relationship, kind};
pub use scanner::{Element, Scanner, Token, decoded};
pub use vocabulary::Vocabulary;
pub use write::{PackageWriter, escaped};
