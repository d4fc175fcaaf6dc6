//! A file with its findings: an official text, or a `plan.toml`.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use phongtrao_diagnostic::{FileReport, Finding};
use phongtrao_plan::lints::{self, Context, Levels};
use phongtrao_plan::{file, take};
use phongtrao_rules::Packs;

use crate::files;
use crate::foreign::ChildProcess;

/// A file with its findings.
pub(crate) struct Checked {
    /// The decoded text that the findings point into.
    pub(crate) text: String,
    /// What was found, in the order of the text.
    pub(crate) findings: Vec<Finding>,
    /// Whether the decoded text is the file byte for byte, so that a repair can be written back.
    pub(crate) as_written: bool,
}

impl Checked {
    /// The findings under the name by which the person called the file.
    pub(crate) fn report(self, path: &Path) -> FileReport {
        FileReport::new(path.display().to_string(), self.text, self.findings)
    }
}

/// Reads a file and looks for faults by the given packs.
pub(crate) fn check(path: &Path, levels: &Levels, packs: &Packs) -> anyhow::Result<Checked> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        Ok(check_plan(&bytes, levels, packs))
    } else {
        Ok(check_document(path, &bytes, levels, packs))
    }
}

fn check_plan(bytes: &[u8], levels: &Levels, packs: &Packs) -> Checked {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let (plan, mut findings, names) = file::read_with_names(&text);
    findings.extend(file::unknown_in_packs(&names, packs));
    findings.extend(lints::check(&Context::of_file(&text, &plan, packs), levels));
    Checked { as_written: text.as_bytes() == bytes, text, findings }
}

fn check_document(path: &Path, bytes: &[u8], levels: &Levels, packs: &Packs) -> Checked {
    let mut document = phongtrao_document::read::read(&files::name(path), bytes, &ChildProcess::new());
    let mut findings = std::mem::take(&mut document.findings);
    let mut taken = take::take(&document);
    findings.append(&mut taken.findings);
    findings.extend(lints::check(&Context::of_document(&document, &taken, packs), levels));
    Checked { as_written: document.text.as_bytes() == bytes, text: document.text, findings }
}
