//! PDF with a text layer.
//!
//! Two halves: [`extract`] runs in a child process, where the library under it may panic, hang or eat memory, and makes [`pages`] of positioned text;
//! [`source`] runs in the parent and makes lines, columns, tables and noise of them.

pub mod extract;
mod layout;
mod legacy;
pub mod pages;

use phongtrao_diagnostic::{Finding, Severity, Text};

use self::pages::{Page, Pages, Trouble};
use super::{Foreign, ForeignError};
use crate::{Format, Places, Source, texts};

/// The name under which [`Foreign`] runs [`extract`].
pub const PARSER: &str = "pdf";

/// The largest file that is read, in bytes (256 MiB).
const LARGEST_FILE: usize = 256 << 20;

/// With fewer letters than so many on a page with a picture, the page is one: a scan with a stamp or a number on it.
const FEWEST_LETTERS: usize = 12;

/// Of a hundred glyphs so many may lack a letter before it is said.
const MOST_UNMAPPED: u32 = 1;

/// Reads a PDF, its parser run by `foreign`.
pub fn read(bytes: &[u8], foreign: &dyn Foreign) -> Source {
    if bytes.len() > LARGEST_FILE {
        return failed(too_large());
    }
    match foreign.run(PARSER, bytes) {
        Ok(output) => match Pages::parse(&output) {
            Some(pages) => source(pages),
            None => failed(parser_failed("")),
        },
        Err(ForeignError::Failed(reason)) => failed(parser_failed(&reason)),
        Err(ForeignError::TooSlow) => failed(error("pdf-too-slow", texts::pdf_too_slow(), texts::pdf_too_slow_help())),
        Err(ForeignError::TooLarge) => failed(too_large()),
    }
}

/// The child's half: positioned text, in the form that [`source`] reads.
pub fn extract(bytes: &[u8]) -> Vec<u8> {
    extract::extract(bytes).write()
}

/// The parent's half.
pub fn source(mut pages: Pages) -> Source {
    let findings = findings(&pages);
    let (converted, encodings) = legacy::convert(std::mem::take(&mut pages.pages));
    let mut source = layout::compose(&converted);
    source.findings.extend(findings);
    source.findings.extend(encodings.first().map(|encoding| {
        Finding::new("old-encoding", Severity::Note, texts::old_encoding(encoding.name())).help(texts::old_encoding_help())
    }));
    source
}

#[cfg(test)]
mod tests;

fn findings(pages: &Pages) -> Vec<Finding> {
    let mut found = Vec::new();
    match pages.trouble {
        Some(Trouble::Encrypted) => return vec![error("pdf-encrypted", texts::pdf_encrypted(), texts::pdf_encrypted_help())],
        Some(Trouble::Damaged) => return vec![error("pdf-damaged", texts::pdf_damaged(), texts::pdf_damaged_help())],
        Some(Trouble::Cut) => found.push(warning("pdf-cut", texts::pdf_cut(pages.pages.len()), texts::pdf_cut_help())),
        None => {}
    }
    let letters: usize = pages.pages.iter().map(letters).sum();
    let scanned: Vec<usize> = (1..)
        .zip(&pages.pages)
        .filter(|(_, page)| page.images > 0 && self::letters(page) < FEWEST_LETTERS)
        .map(|(number, _)| number)
        .collect();
    if letters == 0 || scanned.len() == pages.pages.len() {
        found.push(error("no-text-layer", texts::no_text_layer(), texts::no_text_layer_help()));
    } else if !scanned.is_empty() {
        let numbers = scanned.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        found.push(warning("page-without-text", texts::page_without_text(numbers), texts::page_without_text_help()));
    }
    let most = u32::try_from(letters / 100).unwrap_or(u32::MAX).saturating_mul(MOST_UNMAPPED);
    if pages.unmapped > most {
        let count = usize::try_from(pages.unmapped).unwrap_or(usize::MAX);
        found.push(warning("pdf-letters-lost", texts::pdf_letters_lost(count), texts::pdf_letters_lost_help()));
    }
    found
}

fn letters(page: &Page) -> usize {
    page.pieces.iter().map(|piece| piece.text.chars().filter(|letter| letter.is_alphanumeric()).count()).sum()
}

fn failed(finding: Finding) -> Source {
    Source {
        format: Format::Pdf,
        text: String::new(),
        blocks: Vec::new(),
        noise: Vec::new(),
        places: Places::default(),
        findings: vec![finding],
    }
}

fn too_large() -> Finding {
    error("pdf-too-large", texts::pdf_too_large(), texts::pdf_too_large_help())
}

fn parser_failed(reason: &str) -> Finding {
    error("pdf-parser-failed", texts::pdf_parser_failed(reason), texts::pdf_parser_failed_help())
}

fn error(code: &'static str, message: Text, help: Text) -> Finding {
    Finding::new(code, Severity::Error, message).help(help)
}

fn warning(code: &'static str, message: Text, help: Text) -> Finding {
    Finding::new(code, Severity::Warning, message).help(help)
}
