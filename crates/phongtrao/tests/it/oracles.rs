//! What checkers and readers that nobody here wrote say of the Word files that the program writes.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::conversions::{libreoffice, python_docx};
use crate::examples::{NAMES, letter};
use crate::support::{self, printed};

#[test]
fn the_open_xml_validator_finds_no_fault() {
    for name in NAMES {
        is_valid(&letter(name));
    }
}

/// The Open XML SDK's validator finds no fault.
pub(crate) fn is_valid(file: &Path) {
    let validator = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../oracles/node_modules/.bin/ooxml-validator");
    if !validator.exists() {
        return support::skip("the Open XML validator is not installed: npm install --no-save --prefix oracles");
    }
    let output = Command::new("node").arg(&validator).arg(file).output().expect("node starts");
    assert!(output.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&output.stdout));
}

/// All paragraphs in the order of the file, those in tables too.
const PARAGRAPHS: &str = r#"
import sys
import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

document = docx.Document(sys.argv[1])
for paragraph in document.element.body.iter(qn("w:p")):
    print(Paragraph(paragraph, document).text)
"#;

#[test]
fn python_docx_reads_the_same_lines() {
    for name in NAMES {
        let Some(mut python) = python_docx() else { return };
        let theirs = printed(python.env("PYTHONIOENCODING", "utf-8").args(["-c", PARAGRAPHS]).arg(letter(name)));
        assert_eq!(lines(&theirs), lines(&support::document(&letter(name)).text), "{name}");
    }
}

/// The lines with words in them; cells that stand side by side are lines too.
fn lines(text: &str) -> Vec<&str> {
    text.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect()
}

#[test]
fn libreoffice_prints_the_same_words() {
    let out = tempfile::tempdir().expect("a folder");
    let letters: Vec<PathBuf> = NAMES.iter().map(|name| letter(name)).collect();
    let Some(()) = libreoffice("pdf", &letters, out.path()) else { return };
    for name in NAMES {
        let Some(mut pdftotext) = support::tool("pdftotext", &["-v"]) else { return };
        let theirs = printed(pdftotext.arg(out.path().join(format!("{name}.pdf"))).arg("-"));
        assert_eq!(words(&without_page_numbers(&theirs)), words(&support::document(&letter(name)).text), "{name}");
    }
}

/// A page but the first begins with its number.
fn without_page_numbers(text: &str) -> String {
    let pages = text.split('\u{c}').map(|page| page.trim_start());
    pages.map(|page| page.trim_start_matches(|letter: char| letter.is_ascii_digit())).collect::<Vec<_>>().join("\n")
}

/// All words, in an order that does not depend on which column of the letterhead is read first; `pdftotext` drops a dash at the end of a line.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    words.sort_unstable();
    words
}
