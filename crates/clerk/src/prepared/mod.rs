//! A round made ready: bytes of plan, packs and data folder read to what is judged, or to what is wrong with them. No file is opened here: whoever has the bytes hands
//! them in, and the parsers of others with them.

mod plan_text;

use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Text};
use phongtrao_document::read::Foreign;
use phongtrao_judge::round::{RestsOn, RoundInput, slips};
use phongtrao_movement::rounds::{self, Wanted};
use phongtrao_plan::lints::{self, Levels};
use phongtrao_plan::{Plan, file};
use phongtrao_register::description::SETTINGS;
use phongtrao_register::{Index, Register};
use phongtrao_rules::Packs;
use phongtrao_value::Date;

use crate::hashes::hash_of_files;
use crate::{Council, Facts, Organisation};
use plan_text::PlanText;

/// The bytes that a round rests on, each file with its name.
#[derive(Debug, Clone)]
pub struct Sources {
    /// `plan.toml`, or an official text.
    pub plan: (String, Vec<u8>),
    /// What is laid over it.
    pub completion: Option<(String, Vec<u8>)>,
    /// The files of the data folder, by name.
    pub data: Vec<(String, Vec<u8>)>,
    /// How the organisation writes and signs, where the data folder says it: who chairs the council decides between equals.
    pub organisation: Option<Vec<u8>>,
    /// The organisation's own packs.
    pub packs: Vec<(String, String)>,
}

impl Sources {
    /// The council. A faulty file says nothing; the command that writes papers tells what is wrong with it.
    fn council(&self) -> Option<Council> {
        let text = str::from_utf8(self.organisation.as_ref()?).ok()?;
        Some(Organisation::read(text).ok()?.council)
    }

    fn rests_on(&self) -> RestsOn {
        let packs = Packs::embedded_files();
        let packs = packs.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
        let organisation = self.organisation.iter().map(|bytes| (Organisation::FILE, bytes.as_slice()));
        RestsOn {
            plan: hash_of_files(
                [Some(&self.plan), self.completion.as_ref()].into_iter().flatten().map(|(_, bytes)| ("", bytes.as_slice())),
            ),
            packs: hash_of_files(packs.chain(self.packs.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))),
            facts: hash_of_files(self.data.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).chain(organisation)),
        }
    }
}

/// A round with the facts that it is judged on.
#[derive(Debug)]
pub struct PreparedRound {
    /// The plan.
    pub plan: Plan,
    /// The same as `plan.toml`.
    pub plan_text: String,
    /// What is asked.
    pub round: RoundInput,
    /// What is known.
    pub register: Register,
    /// What law and custom say.
    pub packs: Packs,
    /// The hashes of plan, packs and facts.
    pub rests_on: RestsOn,
    /// What may be a slip in the facts.
    pub doubts: Report,
}

impl PreparedRound {
    /// All that papers are made of, with an index of the register and how the organisation writes and signs.
    pub fn facts<'a>(&'a self, index: &'a Index<'a>, organisation: &'a Organisation) -> Facts<'a> {
        let PreparedRound { plan, packs, round, register, rests_on, .. } = self;
        Facts { plan, packs, round, register, index, organisation, rests_on }
    }
}

/// Everything read: the round, or what is wrong with plan, packs or data; then nothing is judged.
#[derive(Debug)]
pub enum Prepared {
    /// All of it is sound.
    Sound(Box<PreparedRound>),
    /// Findings, errors among them.
    Faulty(Report),
}

/// Makes a round of what was read, the one of this id, judged on this day; where none is said, the one that is open, on the day on which it closes. Any error in plan,
/// packs or data: nothing is judged.
///
/// # Errors
///
/// Why a sound plan has no such round.
pub fn prepare(sources: &Sources, id: Option<&str>, as_of: Option<Date>, foreign: &dyn Foreign) -> Result<Prepared, Text> {
    let (packs, mut reports) = packs_of(&sources.packs);
    let plan_text = PlanText::of(sources, foreign);
    let text = plan_text.text.clone();
    let (plan, findings) = if plan_text.is_faulty() { (Plan::default(), Vec::new()) } else { plan_of(&plan_text, &packs) };
    reports.extend(plan_text.reports(findings));
    let sound = |reports: &[FileReport]| !reports.iter().flat_map(|report| &report.findings).any(is_error);
    let is_plan_sound = sound(&reports);
    let mut round = None;
    let (register, data) = Register::read_with(&sources.data, |register| {
        let council = sources.council();
        let chair = council.as_ref().and_then(|council| council.chaired_by(register));
        let council = council.map(|council| council.member_ids()).unwrap_or_default();
        let asked = is_plan_sound.then(|| rounds::round(&plan, &packs, register, &Wanted { id, as_of, chair, council }));
        let remarks = asked.as_ref().and_then(|asked| asked.as_ref().ok()).map(|round| slips(round, register));
        round = asked;
        remarks.unwrap_or_default()
    });
    reports.extend(scope_report(&register, &sources.data, &packs));
    let is_sound = sound(&reports) && sound(&data);
    match round {
        Some(round) if is_sound => {
            let round = round?;
            let doubts = only(data, &|finding| DOUBTS.contains(&finding.code));
            Ok(Prepared::Sound(Box::new(PreparedRound {
                plan,
                plan_text: text,
                round,
                register,
                packs,
                rests_on: sources.rests_on(),
                doubts,
            })))
        }
        _ => {
            reports.extend(data);
            Ok(Prepared::Faulty(only(reports, &is_error)))
        }
    }
}

/// What may be a slip in the facts and stops nothing: ids that neither packs nor plan know, and rows that seem to speak against each other. Whoever judges on them is told.
const DOUBTS: [&str; 7] = [
    "best-rating-beside-discipline",
    "ledger-honour",
    "unknown-award",
    "unknown-criterion",
    "unknown-indicator",
    "unknown-level",
    "unknown-scale",
];

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
    if own.is_empty() {
        return (Packs::embedded().clone(), Vec::new());
    }
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
