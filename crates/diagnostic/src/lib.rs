//! One finding, many drawings: a finding holds a code, a severity, keys with arguments and spans; it becomes words only when drawn.
//!
//! [`draw`] has the drawings; [`html`] is the one way in which static pages of the product are written.

pub mod draw;
mod finding;
mod fix;
pub mod html;
mod index;
mod report;
#[cfg(test)]
mod sample;
mod span;
pub mod texts;
mod words;

pub use finding::{Edit, Finding, Fix, Label, Severity};
pub use fix::{Applied, apply};
pub use index::{LineIndex, Position};
pub use report::{FileReport, Report};
pub use span::Span;
pub use words::{Argument, Language, Name, Text, Texts, Words};
