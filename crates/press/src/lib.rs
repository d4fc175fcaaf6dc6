//! Papers as typed values, and their PDF, DOCX and XLSX.
//!
//! A paper is a folder in [`papers`]: a struct that says what the paper needs, its words, a Typst template, an example and its documentation. A paper is composed
//! once, out of its struct and its words, into parts that both writers set: what the PDF says the Word file says too. Workbooks are values of their own ([`xlsx`]).

mod composed;
mod docx;
mod fields;
pub mod frame;
pub mod lists;
pub mod meeting;
pub mod papers;
pub mod pdf;
pub mod sheet;
mod style;
pub mod texts;
mod words;
pub mod xlsx;

pub use composed::{Body, Composed};
pub use docx::docx;
pub use fields::read;
pub use papers::{Kind, Paper};
pub use style::Style;
pub use words::Phrase;
