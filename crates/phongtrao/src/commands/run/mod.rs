//! `phongtrao run`: a round from plan and data to the finished folder.

mod evidence;
mod folder;
mod looks;
mod replaced;
mod setting;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgMatches, Command, value_parser};
use phongtrao_clerk::prepared::{Prepared, PreparedRound};
use phongtrao_clerk::{Facts, FinishedRound, Organisation, PLAN_FOLDER, hash_of, hash_of_files, pages};
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words, draw};
use phongtrao_press::Style;
use phongtrao_press::pdf::Standard;
use phongtrao_register::Index;

use crate::rounds::{self, RoundRequest};
use crate::workers::Threads;
use crate::{shown, texts};
use folder::OutFolder;
use replaced::Kept;
use setting::Setting;

/// The plan that was judged, in the folder of the plan.
const PLAN: &str = "plan.toml";

pub(super) fn command(words: &Words) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    Command::new("run")
        .about(words.say(&texts::run_about()))
        .arg(path("plan").value_name("PLAN|DOCUMENT").required(true).help(words.say(&texts::assess_plan_help())))
        .arg(path("complete").long("complete").value_name("FILE").help(words.say(&texts::assess_complete_help())))
        .arg(path("data").long("data").value_name("DIR").required(true).help(words.say(&texts::assess_data_help())))
        .arg(path("out").long("out").value_name("DIR").required(true).help(words.say(&texts::run_out_help())))
        .arg(Arg::new("round").long("round").value_name("ID").help(words.say(&texts::assess_round_help())))
        .arg(Arg::new("as-of").long("as-of").value_name("DATE").help(words.say(&texts::assess_as_of_help())))
        .arg(super::packs_argument(words))
        .arg(super::standard_argument(words))
        .arg(super::threads_argument(&texts::run_threads_help(), words))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let required = |name: &str| super::required::<PathBuf>(matches, name);
    let (plan, data, out) = (required("plan")?, required("data")?, required("out")?);
    let as_of = rounds::day(matches.get_one::<String>("as-of"), words)?;
    let request = RoundRequest {
        plan,
        completion: path("complete"),
        data,
        packs: path("packs"),
        round: matches.get_one::<String>("round").map(String::as_str),
        as_of,
    };
    let loaded = match rounds::load(&request, words)? {
        Prepared::Sound(loaded) => loaded,
        Prepared::Faulty(report) => return Ok(refuse(&report, words)),
    };
    rounds::say_doubts(&loaded, words);
    let (organisation, signed) = match organisation(data, words)? {
        Ok(organisation) => organisation,
        Err(report) => return Ok(refuse(&report, words)),
    };
    let looks = match looks::read(&organisation, data, loaded.round.calendar.as_of, words)? {
        Ok(looks) => looks,
        Err(report) => return Ok(refuse(&report, words)),
    };
    let standard = super::standard(matches);
    let missing = evidence::missing(&loaded.register, data);
    if let Some(strays) = &looks.strays {
        eprintln!("{}", said(strays, words));
    }
    let rests_on = format!("{signed} looks={}", looks.rests_on);
    let making = Making { loaded: &loaded, organisation: &organisation, style: &looks.style, standard, rests_on: &rests_on, missing, out };
    making.make(super::threads(matches), words)
}

fn refuse(report: &Report, words: &Words) -> ExitCode {
    eprint!("{}", draw::human(report, words, super::check::style()));
    eprintln!("{}", words.say(&texts::run_nothing_made()));
    ExitCode::from(super::ERRORS_FOUND)
}

/// How the organisation writes and signs.
fn organisation(data: &Path, words: &Words) -> anyhow::Result<Result<(Organisation, String), Report>> {
    let path = data.join(Organisation::FILE);
    let text = std::fs::read_to_string(&path).with_context(|| words.say(&texts::run_no_organisation(path.display().to_string())))?;
    Ok(match Organisation::read(&text) {
        Ok(organisation) => Ok((organisation, hash_of(text.as_bytes()))),
        Err(finding) => Err(Report::of(FileReport::new(path.display().to_string(), text, vec![*finding]))),
    })
}

/// A round whose files are parts of the program: the demo.
pub(super) fn of_texts(loaded: &PreparedRound, organisation: &str, out: &Path, words: &Words) -> anyhow::Result<()> {
    let rests_on = hash_of(organisation.as_bytes());
    let organisation = Organisation::read(organisation).map_err(|finding| anyhow::anyhow!(words.say(&finding.message)))?;
    let style = Style::plain(loaded.round.calendar.as_of);
    let standard = Standard::A2a;
    let making = Making { loaded, organisation: &organisation, style: &style, standard, rests_on: &rests_on, missing: None, out };
    making.make(super::threads_of_machine(), words)?;
    Ok(())
}

/// A round and how its papers look.
struct Making<'m> {
    loaded: &'m PreparedRound,
    organisation: &'m Organisation,
    style: &'m Style,
    standard: Standard,
    /// The hashes of how the organisation signs and of its own templates.
    rests_on: &'m str,
    /// Evidence that is not there.
    missing: Option<Finding>,
    out: &'m Path,
}

impl Making<'_> {
    /// Works through the round and writes its folder.
    fn make(self, threads: Threads, words: &Words) -> anyhow::Result<ExitCode> {
        let loaded = self.loaded;
        let index = Index::new(&loaded.register);
        let facts = loaded.facts(&index, self.organisation);
        let folder = OutFolder::begin(self.out, &self.head(&facts), words)?;
        let setting = Setting { style: self.style, standard: self.standard, folder: &folder };
        let mut finished = match setting::papers(&facts, &setting, threads, words)? {
            Ok(finished) => finished,
            Err(fault) => return Ok(refuse(&Report::of(fault), words)),
        };
        finished.findings.extend(self.missing);
        pages::pages(&facts, &finished, words, &mut |page| folder.put(&page.path, page.html.as_bytes()))?;
        folder.put(&format!("{PLAN_FOLDER}/{PLAN}"), loaded.plan_text.as_bytes())?;
        let kept = folder.finish()?;
        told(&finished, &kept, self.out, words)
    }

    /// What the folder's manifest begins with: a folder that was begun from other facts, or by another build of the program, is begun anew.
    fn head(&self, facts: &Facts<'_>) -> String {
        let built_in = hash_of_files(phongtrao_clerk::built_in().map(|text| ("", text.as_bytes())));
        let standard = match self.standard {
            Standard::A2a => super::A2A,
            Standard::A1b => super::A1B,
        };
        let mark = folder::MARK;
        let rests_on = facts.rests_on;
        format!(
            "{mark}{} papers={built_in} standard={standard} round={} as-of={} plan={} packs={} facts={} organisation={}\n",
            env!("CARGO_PKG_VERSION"),
            facts.round.id,
            facts.as_of(),
            rests_on.plan,
            rests_on.packs,
            rests_on.facts,
            self.rests_on
        )
    }
}

fn told(finished: &FinishedRound, kept: &[Kept], out: &Path, words: &Words) -> anyhow::Result<ExitCode> {
    let papers: usize = finished.folders.iter().map(|folder| folder.items.len()).sum();
    for finding in finished.findings.iter().cloned().chain(kept.iter().map(Kept::finding)) {
        eprintln!("{}", said(&finding, words));
    }
    shown::line(words.say(&texts::run_made(papers, finished.folders.len(), out.join("index.html").display().to_string())))?;
    let is_error = finished.findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_error { ExitCode::from(super::ERRORS_FOUND) } else { ExitCode::SUCCESS })
}

fn said(finding: &Finding, words: &Words) -> String {
    let help = finding.help.as_ref().map(|help| format!("\n  {}", words.say(help))).unwrap_or_default();
    format!("{}: {}{help}", words.say(&finding.severity.text()), words.say(&finding.message))
}
