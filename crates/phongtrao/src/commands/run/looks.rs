//! How an organisation has its papers: its emblem, and its own templates and words in the folder `papers` of its data.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use phongtrao_clerk::{Organisation, hash_of_files};
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words};
use phongtrao_press::{Emblem, Kind, Style, own, papers};
use phongtrao_value::Date;

use crate::texts;

/// The folder of own templates (`decision.typ`) and words (`decision.toml`), by the kind of paper.
const FOLDER: &str = "papers";
const TEMPLATE: &str = "typ";
const WORDS: &str = "toml";

/// The looks of an organisation.
pub(super) struct Looks {
    pub(super) style: Style,
    /// The hash of what they rest on.
    pub(super) rests_on: String,
    /// What else lies among the templates, where something does.
    pub(super) strays: Option<Finding>,
}

/// Where the own template of a kind of paper stands in the data folder.
pub(super) fn template(kind: &Kind) -> String {
    format!("{FOLDER}/{}.{TEMPLATE}", kind.name)
}

/// The looks of an organisation, or what is wrong with them.
pub(super) fn read(organisation: &Organisation, data: &Path, made_on: Date, words: &Words) -> anyhow::Result<Result<Looks, Report>> {
    let mut style = Style::plain(made_on);
    let mut rests_on: Vec<(String, Vec<u8>)> = Vec::new();
    if let Some(file) = &organisation.certificates.emblem {
        let path = data.join(file);
        let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
        match Emblem::read(&bytes) {
            Ok(emblem) => style.emblem = Some(emblem),
            Err(finding) => return Ok(Err(report(&path, String::new(), *finding))),
        }
        rests_on.push((file.clone(), bytes));
    }
    let (own, strays) = files(&data.join(FOLDER)).with_context(|| words.say(&texts::run_no_looks(FOLDER)))?;
    for path in own {
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        rests_on.push((crate::files::name(&path), text.clone().into_bytes()));
        if let Err(finding) = laid_over(&mut style, &path, &text) {
            return Ok(Err(report(&path, text, *finding)));
        }
    }
    let rests_on = rests_on.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    Ok(Ok(Looks { style, rests_on: hash_of_files(rests_on), strays: stray(&strays) }))
}

/// The templates and words of a folder by name, and the files besides; none where the folder is not there. Files that systems and office programs put there do not
/// count.
fn files(folder: &Path) -> std::io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Default::default()),
        Err(error) => return Err(error),
    };
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths.retain(|path| path.is_file() && !crate::files::is_put_by_programs(&crate::files::name(path)));
    paths.sort();
    Ok(paths.into_iter().partition(|path| path.extension().is_some_and(|ending| ending == TEMPLATE || ending == WORDS)))
}

/// Files that are no template and no words are told and left alone.
fn stray(files: &[PathBuf]) -> Option<Finding> {
    let names = files.iter().map(|path| crate::files::name(path)).collect::<Vec<String>>().join(", ");
    (!names.is_empty()).then(|| {
        Finding::new("run-stray-files", Severity::Warning, texts::run_stray_files(FOLDER, names)).help(texts::run_stray_files_help())
    })
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
