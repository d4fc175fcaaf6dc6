//! A round to be judged: the plan, the packs and the data folder that a command names, and what is wrong with them.

mod plan_text;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use phongtrao_clerk::Organisation;
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words, draw};
use phongtrao_judge::round::{RestsOn, RoundInput, slips};
use phongtrao_movement::rounds::{self, Wanted};
use phongtrao_plan::lints::{self, Levels};
use phongtrao_plan::{Plan, file};
use phongtrao_register::Register;
use phongtrao_register::description::SETTINGS;
use phongtrao_rules::Packs;
use phongtrao_value::Date;
use sha2::{Digest as _, Sha256};

use crate::commands::rules::load;
use crate::texts;
use plan_text::PlanText;

/// What a command is given.
pub(crate) struct RoundRequest<'a> {
    /// `plan.toml`, or an official text.
    pub(crate) plan: &'a Path,
    /// What is laid over it.
    pub(crate) completion: Option<&'a Path>,
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
    /// The plan.
    pub(crate) plan: Plan,
    /// The same as `plan.toml`.
    pub(crate) plan_text: String,
    /// What is asked.
    pub(crate) round: RoundInput,
    /// What is known.
    pub(crate) register: Register,
    /// What law and custom say.
    pub(crate) packs: Packs,
    /// The hashes of plan, packs and facts.
    pub(crate) rests_on: RestsOn,
    /// What may be a slip in the facts.
    pub(crate) doubts: Report,
}

impl Loaded {
    /// Says what may be a slip, where errors go.
    pub(crate) fn say_doubts(&self, words: &Words) {
        if !self.doubts.files.is_empty() {
            eprint!("{}", draw::human(&self.doubts, words, crate::commands::check::style()));
        }
    }
}

/// Everything read: the round, or what is wrong with plan, packs or data; then nothing is judged.
pub(crate) enum Prepared {
    /// All of it is sound.
    Sound(Box<Loaded>),
    /// Findings, errors among them.
    Faulty(Report),
}

/// The bytes that a round rests on, each file with its name.
pub(crate) struct Sources {
    /// `plan.toml`, or an official text.
    pub(crate) plan: (String, Vec<u8>),
    /// What is laid over it.
    pub(crate) completion: Option<(String, Vec<u8>)>,
    /// The files of the data folder, by name.
    pub(crate) data: Vec<(String, Vec<u8>)>,
    /// How the organisation writes and signs, where the data folder says it: who chairs the council decides between equals.
    pub(crate) organisation: Option<Vec<u8>>,
    /// The organisation's own packs.
    pub(crate) packs: Vec<(String, String)>,
}

impl Sources {
    fn read(request: &RoundRequest<'_>) -> anyhow::Result<Sources> {
        Ok(Sources {
            plan: named(request.plan)?,
            completion: request.completion.map(named).transpose()?,
            data: crate::data::files(request.data)?,
            organisation: crate::data::organisation(request.data)?,
            packs: request.packs.map(load::texts).transpose()?.unwrap_or_default(),
        })
    }

    /// Whoever chairs the council. A faulty file says nothing; the command that writes papers tells what is wrong with it.
    fn chair(&self, register: &Register) -> Option<BTreeSet<String>> {
        let text = str::from_utf8(self.organisation.as_ref()?).ok()?;
        Organisation::read(text).ok()?.council.chaired_by(register)
    }

    fn rests_on(&self) -> RestsOn {
        let packs = Packs::embedded_files();
        let packs = packs.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
        let organisation = self.organisation.iter().map(|bytes| (Organisation::FILE, bytes.as_slice()));
        RestsOn {
            plan: hash([Some(&self.plan), self.completion.as_ref()].into_iter().flatten().map(|(_, bytes)| ("", bytes.as_slice()))),
            packs: hash(packs.chain(self.packs.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))),
            facts: hash(self.data.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).chain(organisation)),
        }
    }
}

/// A file with its name.
fn named(path: &Path) -> anyhow::Result<(String, Vec<u8>)> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| name.clone())?;
    Ok((name, bytes))
}

/// Reads all that a command names.
pub(crate) fn load(request: &RoundRequest<'_>, words: &Words) -> anyhow::Result<Prepared> {
    prepare(&Sources::read(request)?, request.round, request.as_of, words)
}

/// Makes a round of what was read. Any error in plan, packs or data: nothing is judged.
pub(crate) fn prepare(sources: &Sources, id: Option<&str>, as_of: Option<Date>, words: &Words) -> anyhow::Result<Prepared> {
    let (packs, mut reports) = packs_of(&sources.packs);
    let plan_text = PlanText::of(sources);
    let text = plan_text.text.clone();
    let (plan, findings) = if plan_text.is_faulty() { (Plan::default(), Vec::new()) } else { plan_of(&plan_text, &packs) };
    reports.extend(plan_text.reports(findings));
    let sound = |reports: &[FileReport]| !reports.iter().flat_map(|report| &report.findings).any(is_error);
    let is_plan_sound = sound(&reports);
    let mut round = None;
    let (register, data) = Register::read_with(&sources.data, |register| {
        let asked = is_plan_sound.then(|| rounds::round(&plan, &packs, register, &Wanted { id, as_of, chair: sources.chair(register) }));
        let remarks = asked.as_ref().and_then(|asked| asked.as_ref().ok()).map(|round| slips(round, register));
        round = asked;
        remarks.unwrap_or_default()
    });
    reports.extend(scope_report(&register, &sources.data, &packs));
    let is_sound = sound(&reports) && sound(&data);
    match round {
        Some(round) if is_sound => {
            let round = round.map_err(|fault| anyhow::anyhow!(words.say(&fault)))?;
            let doubts = only(data, &|finding| DOUBTS.contains(&finding.code));
            Ok(Prepared::Sound(Box::new(Loaded { plan, plan_text: text, round, register, packs, rests_on: sources.rests_on(), doubts })))
        }
        _ => {
            reports.extend(data);
            Ok(Prepared::Faulty(only(reports, &is_error)))
        }
    }
}

/// What may be a slip in the facts and stops nothing: ids that neither packs nor plan know. Whoever judges on them is told.
const DOUBTS: [&str; 5] = ["ledger-honour", "unknown-award", "unknown-indicator", "unknown-level", "unknown-scale"];

/// The plan of a file, and what is wrong with it.
fn plan_of(plan_text: &PlanText, packs: &Packs) -> (Plan, Vec<Finding>) {
    let text = &plan_text.text;
    let (plan, mut findings, names) = file::read_with_names(text);
    findings.extend(file::unknown_in_packs(&names, packs));
    findings.extend(lints::check(&lints::Context::of_file(text, &plan, packs), &Levels::new()));
    if plan_text.is_taken {
        findings.extend(file::missing(&plan));
    }
    (plan, findings)
}

/// What the organisation says of itself that the packs do not know.
fn scope_report(register: &Register, data: &[(String, Vec<u8>)], packs: &Packs) -> Option<FileReport> {
    let findings = rounds::unknown(&register.organisation, packs);
    let (name, bytes) = data.iter().find(|(name, _)| name == SETTINGS).filter(|_| !findings.is_empty())?;
    Some(FileReport::new(name, String::from_utf8_lossy(bytes), findings))
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

/// The findings of a kind. Of all those of a plan, `check` shows the rest.
fn only(reports: Vec<FileReport>, is: &dyn Fn(&Finding) -> bool) -> Report {
    let with = reports.into_iter().filter_map(|mut report| {
        report.findings.retain(|finding| is(finding));
        (!report.findings.is_empty()).then_some(report)
    });
    Report { files: with.collect() }
}

/// The hash of some bytes, in hexadecimal.
pub(crate) fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of some files with their names.
pub(crate) fn hash<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut sha = Sha256::new();
    for part in files.into_iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]) {
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
