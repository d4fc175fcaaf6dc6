//! Papers as typed values, and their PDF, DOCX and XLSX.
//!
//! A paper is a folder in [`papers`]: a struct that says what the paper needs, its words, a Typst template, an example and its documentation. A paper is composed
//! once, out of its struct and its words, into parts that both writers set: what the PDF says the Word file says too. Workbooks are values of their own ([`xlsx`]).

pub mod achievements;
mod built_in;
pub mod certificates;
mod composed;
mod docx;
mod emblem;
pub mod faces;
mod fields;
pub mod frame;
pub mod grid;
pub mod lists;
pub mod meeting;
pub mod own;
pub mod papers;
pub mod pdf;
pub mod points;
mod required;
pub mod sheet;
mod style;
pub mod texts;
mod words;
pub mod xlsx;

pub use built_in::built_in;
pub use composed::{Body, Composed, Face, FaceLine, FacePicture};
pub use docx::docx;
pub use emblem::Emblem;
pub use fields::{filled, filled_if_said, read};
pub use papers::{Kind, Paper};
pub use style::Style;
pub use words::Phrase;
