//! An official text as a Word file in the letter frame of Decree 30/2020: `cargo run --example letter -- TEXT.txt LETTER.docx …`.
//!
//! `cargo xtask examples` makes the Word files of `examples/` with it.

use std::path::Path;

use anyhow::Context as _;
use phongtrao_document::read::{NoParsers, read};
use phongtrao_document::write::{self, Letter};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for pair in arguments.chunks(2) {
        let [text, letter] = pair else { anyhow::bail!("a text without a letter: {pair:?}") };
        make(Path::new(text), Path::new(letter))?;
    }
    Ok(())
}

fn make(text: &Path, letter: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(text).with_context(|| text.display().to_string())?;
    let document = read(&text.display().to_string(), &bytes, &NoParsers);
    std::fs::write(letter, write::docx(&Letter::of(&document))?).with_context(|| letter.display().to_string())
}
