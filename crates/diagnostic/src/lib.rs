//! One finding, many drawings: a finding holds a code, a severity, keys with arguments and spans; it becomes words only when drawn.

mod finding;
mod span;
pub mod texts;
mod words;

pub use finding::{Edit, Finding, Fix, Label, Severity};
pub use span::Span;
pub use words::{Argument, Language, Text, Texts, Words};
