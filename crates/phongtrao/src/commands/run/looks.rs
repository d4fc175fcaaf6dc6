//! How an organisation has its papers: its emblem, and its own templates and words in the folder `papers` of its data.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use phongtrao_clerk::Organisation;
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words};
use phongtrao_press::{Emblem, Kind, Style, own, papers};
use phongtrao_value::Date;

use crate::{rounds, texts};

/// The folder of own templates (`decision.typ`) and words (`decision.toml`), by the kind of paper.
pub(super) const FOLDER: &str = "papers";
pub(super) const TEMPLATE: &str = "typ";
const WORDS: &str = "toml";

/// The looks of an organisation, and the hash of what they rest on.
pub(super) fn read(
    organisation: &Organisation,
    data: &Path,
    made_on: Date,
    words: &Words,
) -> anyhow::Result<Result<(Style, String), Report>> {
    let mut style = Style::plain(made_on);
    let mut rests_on = Vec::new();
    if let Some(file) = &organisation.certificates.emblem {
        let path = data.join(file);
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        match Emblem::read(&bytes) {
            Ok(emblem) => style.emblem = Some(emblem),
            Err(finding) => return Ok(Err(report(&path, String::new(), *finding))),
        }
        rests_on.extend(bytes);
    }
    for path in files(&data.join(FOLDER)).with_context(|| words.say(&texts::run_no_looks(FOLDER)))? {
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        rests_on.extend_from_slice(text.as_bytes());
        if let Err(finding) = laid_over(&mut style, &path, &text) {
            return Ok(Err(report(&path, text, *finding)));
        }
    }
    Ok(Ok((style, rounds::hash_of(&rests_on))))
}

/// The files of a folder by name; none where the folder is not there.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

fn laid_over(style: &mut Style, path: &Path, text: &str) -> Result<(), Box<Finding>> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let kind = papers::KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| unknown(&name))?;
    match path.extension().and_then(|ending| ending.to_str()) {
        Some(TEMPLATE) => {
            style.templates.insert(kind.name.to_owned(), text.to_owned());
        }
        Some(WORDS) => {
            style.words.insert(kind.name.to_owned(), own::words(kind, text)?);
        }
        _ => return Err(unknown(&path.file_name().unwrap_or_default().to_string_lossy())),
    }
    Ok(())
}

fn unknown(name: &str) -> Box<Finding> {
    let kinds: Vec<&str> = papers::KINDS.iter().map(|kind: &&Kind| kind.name).collect();
    let finding = Finding::new("run-own-paper", Severity::Error, texts::run_own_paper(name));
    Box::new(finding.help(texts::run_own_paper_help(kinds.join(", "))))
}

fn report(path: &Path, text: String, finding: Finding) -> Report {
    Report::of(FileReport::new(path.display().to_string(), text, vec![finding]))
}
