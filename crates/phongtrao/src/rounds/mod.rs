//! A round to be judged: the plan, the packs and the data folder that a command names, and what is wrong with them.

mod days;
mod input;

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words};
use phongtrao_judge::round::{RestsOn, RoundInput};
use phongtrao_plan::lints::{self, Levels};
use phongtrao_plan::{Plan, file};
use phongtrao_register::Register;
use phongtrao_rules::Packs;
use phongtrao_value::Date;
use sha2::{Digest as _, Sha256};

use crate::texts;

/// What a command is given.
pub(crate) struct Order<'a> {
    /// `plan.toml`.
    pub(crate) plan: &'a Path,
    /// The data folder.
    pub(crate) data: &'a Path,
    /// The organisation's own packs.
    pub(crate) packs: Option<&'a Path>,
    /// Id of the round.
    pub(crate) round: Option<&'a str>,
    /// The day of judging.
    pub(crate) as_of: Option<Date>,
}

/// A round with the facts that it is judged on.
pub(crate) struct Loaded {
    /// What is asked.
    pub(crate) round: RoundInput,
    /// What is known.
    pub(crate) register: Register,
    /// The hashes of plan, packs and facts.
    pub(crate) rests_on: RestsOn,
}

/// Everything read: the round, or what is wrong with plan, packs or data; then nothing is judged.
pub(crate) enum Outcome {
    /// All of it is sound.
    Sound(Box<Loaded>),
    /// Findings, errors among them.
    Faulty(Report),
}

/// A plan with its text and findings.
pub(crate) struct ReadPlan {
    pub(crate) plan: Plan,
    pub(crate) report: FileReport,
    hash: String,
}

/// Reads a plan.
pub(crate) fn read_plan(path: &Path, packs: &Packs) -> anyhow::Result<ReadPlan> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (plan, mut findings) = file::read(&text);
    findings.extend(lints::check(&lints::Context::of_file(&text, &plan, packs), &Levels::new()));
    Ok(ReadPlan { plan, report: FileReport::new(path.display().to_string(), text, findings), hash: hash([bytes.as_slice()]) })
}

/// Reads all that a command names.
pub(crate) fn load(order: &Order<'_>, words: &Words) -> anyhow::Result<Outcome> {
    let own = order.packs.map(texts_of).transpose()?.unwrap_or_default();
    let (packs, mut reports) = packs_of(&own);
    let read = read_plan(order.plan, &packs)?;
    let files = files_of(order.data)?;
    let (register, data) = Register::read(&files);
    reports.push(read.report);
    reports.extend(data);
    if reports.iter().flat_map(|report| &report.findings).any(is_error) {
        return Ok(Outcome::Faulty(only_errors(reports)));
    }
    let rests_on = RestsOn {
        plan: read.hash,
        packs: hash(Packs::embedded_files().iter().map(|(_, text)| text.as_bytes()).chain(own.iter().map(|(_, text)| text.as_bytes()))),
        facts: hash(files.iter().map(|(_, bytes)| bytes.as_slice())),
    };
    let round = input::round(&read.plan, &packs, &register, order, words)?;
    Ok(Outcome::Sound(Box::new(Loaded { round, register, rests_on })))
}

/// The packs that come with the program, and the organisation's own laid over them.
fn packs_of(own: &[(String, String)]) -> (Packs, Vec<FileReport>) {
    let own: Vec<(String, &str)> = own.iter().map(|(name, text)| (name.clone(), text.as_str())).collect();
    let (packs, findings) = Packs::laid_over(&Packs::embedded_files(), &own);
    let mut reports: Vec<FileReport> = Vec::new();
    for found in findings {
        let text = own.iter().find(|(name, _)| *name == found.file).map(|(_, text)| (*text).to_owned()).unwrap_or_default();
        reports.push(FileReport::new(found.file, text, vec![found.finding]));
    }
    (packs, reports)
}

fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Error
}

/// The findings that stop judging; the others are shown by `check`.
fn only_errors(reports: Vec<FileReport>) -> Report {
    let with_errors = reports.into_iter().filter_map(|mut report| {
        report.findings.retain(is_error);
        (!report.findings.is_empty()).then_some(report)
    });
    Report { files: with_errors.collect() }
}

/// The files of a folder by name, without its folders.
fn files_of(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry.with_context(|| folder.display().to_string())?.path();
        if path.is_file() {
            files.push((crate::files::name(&path), fs::read(&path).with_context(|| path.display().to_string())?));
        }
    }
    files.sort();
    Ok(files)
}

fn texts_of(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let files = files_of(folder)?.into_iter().filter(|(name, _)| name.ends_with(".toml"));
    Ok(files.map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect())
}

fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        // The length of each part keeps two different folders from having the same bytes.
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The day of an option, or what is wrong with it.
pub(crate) fn day(text: Option<&String>, words: &Words) -> anyhow::Result<Option<Date>> {
    let read = |text: &String| text.parse().map_err(|_| anyhow::anyhow!(words.say(&texts::assess_not_a_day(text))));
    text.map(read).transpose()
}
