//! Tree → DOCX: free text, tables, the letter frame of Decree 30/2020.
//!
//! A [`Letter`] is what a letter is made of, part by part; it comes from a tree ([`Letter::of`]) or is put together for a new text. [`docx`] sets it:
//! A4, Times New Roman, letterhead and end in two columns without borders, labels as words and never as automatic numbering.

mod bars;
mod from_tree;
mod held;
mod letter;
mod lines;
mod markup;
mod parts;
mod table;
mod widths;

pub use letter::{Bar, Column, HeadKind, HeadLine, HeadRow, Letter, Page, Part, Row, RowKind, Side, SignatureBlock, Table, TableCell};

use phongtrao_ooxml::{PackageWriter, kind};

const FOLDER: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const DOCUMENT: &str = "word/document.xml";

/// The letter as a Word file. The same letter gives the same bytes.
///
/// # Errors
///
/// When the letter is larger than a Word file can be (4 GiB).
pub fn docx(letter: &Letter) -> Result<Vec<u8>, std::io::Error> {
    let letter = &letter.clone().balanced();
    let mut package = PackageWriter::new();
    package.relate("", kind::OFFICE_DOCUMENT, DOCUMENT);
    package.relate(DOCUMENT, kind::STYLES, "word/styles.xml");
    package.relate(DOCUMENT, kind::SETTINGS, "word/settings.xml");
    let header = package.relate(DOCUMENT, kind::HEADER, "word/header1.xml");
    package.part(DOCUMENT, &format!("{FOLDER}document.main+xml"), markup::document(letter, &header));
    package.part("word/styles.xml", &format!("{FOLDER}styles+xml"), include_str!("styles.xml"));
    package.part("word/settings.xml", &format!("{FOLDER}settings+xml"), include_str!("settings.xml"));
    package.part("word/header1.xml", &format!("{FOLDER}header+xml"), include_str!("header.xml"));
    package.finish()
}

#[cfg(test)]
mod tests;
