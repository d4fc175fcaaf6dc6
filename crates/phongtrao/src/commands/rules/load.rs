//! Packs of the command line: those that come with the program, with the files of a folder laid over them or in their place.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use phongtrao_diagnostic::{FileReport, Report, Severity, Words, draw};
use phongtrao_rules::{PackFinding, Packs};

/// Folders in folders: nobody keeps packs deeper.
const MOST_DEPTH: usize = 16;

/// Packs, and what is wrong with their files.
pub(crate) struct Loaded {
    /// The packs.
    pub(crate) packs: Packs,
    /// Their files that have findings.
    pub(crate) report: Report,
}

/// The packs of the program and of a folder or file.
pub(crate) fn read(own: Option<&PathBuf>, instead: bool) -> anyhow::Result<Loaded> {
    let mut paths = Vec::new();
    if let Some(own) = own {
        gather(own, MOST_DEPTH, &mut paths)?;
    }
    let mut files = Vec::new();
    for path in paths {
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        files.push((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
    }
    let own: Vec<(String, &str)> = files.iter().map(|(name, text)| (name.clone(), text.as_str())).collect();
    let embedded = Packs::embedded_files();
    let (packs, findings) = if instead { Packs::laid_over(&own, &[]) } else { Packs::laid_over(&embedded, &own) };
    let texts = embedded.iter().chain(&own).map(|(name, text)| (name.as_str(), *text));
    Ok(Loaded { packs, report: report(texts, &findings) })
}

/// The packs that a command goes by: those of the program, with the organisation's own that `--packs` names laid over them. `None` where these have errors,
/// which are said on standard error.
pub(crate) fn of(matches: &clap::ArgMatches, words: &Words) -> anyhow::Result<Option<std::borrow::Cow<'static, Packs>>> {
    use std::borrow::Cow;
    Ok(match matches.get_one::<PathBuf>("packs") {
        None => Some(Cow::Borrowed(Packs::embedded())),
        own => sound(own, false, words)?.map(|loaded| Cow::Owned(loaded.packs)),
    })
}

/// The same where nothing is wrong; else what is wrong is said on standard error.
pub(crate) fn sound(own: Option<&PathBuf>, instead: bool, words: &Words) -> anyhow::Result<Option<Loaded>> {
    let loaded = read(own, instead)?;
    if loaded.report.count(Severity::Error) > 0 {
        eprint!("{}", draw::human(&loaded.report, words, super::super::check::style()));
        return Ok(None);
    }
    Ok(Some(loaded))
}

fn report<'a>(files: impl Iterator<Item = (&'a str, &'a str)>, findings: &[PackFinding]) -> Report {
    let of = |name: &str| findings.iter().filter(|found| found.file == name).map(|found| found.finding.clone()).collect::<Vec<_>>();
    let reports = files.map(|(name, text)| FileReport::new(name, text, of(name))).filter(|file| !file.findings.is_empty());
    Report { files: reports.collect() }
}

/// The texts of a folder's packs, each named by its way within the folder.
pub(crate) fn texts(own: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut paths = Vec::new();
    gather(own, MOST_DEPTH, &mut paths)?;
    let text = |path: PathBuf| {
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        let name = path.strip_prefix(own).ok().filter(|name| !name.as_os_str().is_empty()).unwrap_or(&path);
        Ok((name.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()))
    };
    paths.into_iter().map(text).collect()
}

fn gather(path: &Path, depth: usize, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !path.is_dir() {
        found.push(path.to_owned());
        return Ok(());
    }
    let Some(depth) = depth.checked_sub(1) else { return Ok(()) };
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).with_context(|| path.display().to_string())? {
        entries.push(entry.with_context(|| path.display().to_string())?.path());
    }
    entries.sort();
    for entry in entries {
        if entry.is_dir() || entry.extension().is_some_and(|ending| ending == "toml") {
            gather(&entry, depth, found)?;
        }
    }
    Ok(())
}
