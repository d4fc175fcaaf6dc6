//! Office packages: read within bounds, written in fixed order with fixed times.
//!
//! [`Package`] is a zip file with named parts, their types and their relationships; [`Scanner`] pulls markup out of a part without building
//! a tree; [`PackageWriter`] makes a package whose bytes depend on nothing but its parts.

mod error;
mod limits;
mod name;
mod package;
mod relationship;
mod scanner;
mod types;
mod vocabulary;
mod write;

pub use error::{Bound, MarkupError, PackageError, PartFault};
pub use limits::Limits;
pub use package::{Package, Part};
pub use relationship::{Relationship, kind};
pub use scanner::{Element, Scanner, Token, decoded};
pub use vocabulary::Vocabulary;
pub use write::{PackageWriter, escaped};
