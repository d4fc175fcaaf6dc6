//! `cargo xtask examples`: the Word file of every official text under `examples/`, made by the program's own writer.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context as _, bail};

/// Makes `examples/NAME/NAME.docx` of each `examples/NAME/NAME.txt`.
pub(crate) fn make(root: &Path) -> anyhow::Result<ExitCode> {
    let mut texts: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(root.join("examples")).context("examples/")? {
        let folder = entry?.path();
        let name = folder.file_name().context("an example has a name")?.to_owned();
        let text = folder.join(name).with_extension("txt");
        if text.is_file() {
            texts.push(text);
        }
    }
    texts.sort();
    let letters = texts.iter().flat_map(|text| [text.clone(), text.with_extension("docx")]);
    let made = Command::new("cargo")
        .args(["run", "--quiet", "--package", "phongtrao", "--example", "letter", "--"])
        .args(letters)
        .current_dir(root)
        .status()?;
    if !made.success() {
        bail!("the letters were not made");
    }
    Ok(ExitCode::SUCCESS)
}
