//! `phongtrao run`: a round from plan and data to the finished folder.

mod evidence;
mod folder;
mod looks;
mod setting;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgMatches, Command, value_parser};
use phongtrao_clerk::{Facts, Organisation, Outcome, pages, work};
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words, draw};
use phongtrao_press::Style;
use phongtrao_register::Index;

use crate::rounds::{self, Loaded, Order};
use crate::workers::Threads;
use crate::{shown, texts};
use folder::OutFolder;

/// Where the plan that was judged lies in the folder.
const PLAN: &str = "ke-hoach/plan.toml";

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
        .arg(super::threads_argument(&texts::run_threads_help(), words))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let (Some(plan), Some(data), Some(out)) = (path("plan"), path("data"), path("out")) else {
        return Ok(ExitCode::from(super::COULD_NOT_READ));
    };
    let as_of = rounds::day(matches.get_one::<String>("as-of"), words)?;
    let order = Order {
        plan,
        completion: path("complete"),
        data,
        packs: path("packs"),
        round: matches.get_one::<String>("round").map(String::as_str),
        as_of,
    };
    let loaded = match rounds::load(&order, words)? {
        rounds::Outcome::Sound(loaded) => loaded,
        rounds::Outcome::Faulty(report) => return Ok(refuse(&report, words)),
    };
    loaded.say_doubts(words);
    let (organisation, signed) = match organisation(data, words)? {
        Ok(organisation) => organisation,
        Err(report) => return Ok(refuse(&report, words)),
    };
    let (style, looks) = match looks::read(&organisation, data, loaded.round.calendar.as_of, words)? {
        Ok(looks) => looks,
        Err(report) => return Ok(refuse(&report, words)),
    };
    let missing = evidence::missing(&loaded.register, data);
    make(&loaded, (&organisation, &style, &format!("{signed} looks={looks}")), missing, out, super::threads(matches), words)
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
        Ok(organisation) => Ok((organisation, rounds::hash_of(text.as_bytes()))),
        Err(finding) => Err(Report::of(FileReport::new(path.display().to_string(), text, vec![*finding]))),
    })
}

/// A round whose files are parts of the program: the demo.
pub(super) fn of_texts(loaded: &Loaded, organisation: &str, out: &Path, words: &Words) -> anyhow::Result<()> {
    let signed = rounds::hash_of(organisation.as_bytes());
    let organisation = Organisation::read(organisation).map_err(|finding| anyhow::anyhow!(words.say(&finding.message)))?;
    make(loaded, (&organisation, &Style::plain(loaded.round.calendar.as_of), &signed), None, out, super::threads_of_machine(), words)?;
    Ok(())
}

/// Works through the round and writes its folder.
fn make(
    loaded: &Loaded,
    (organisation, style, signed): (&Organisation, &Style, &str),
    missing: Option<Finding>,
    out: &Path,
    threads: Threads,
    words: &Words,
) -> anyhow::Result<ExitCode> {
    let index = Index::new(&loaded.register);
    let facts = Facts {
        plan: &loaded.plan,
        packs: &loaded.packs,
        round: &loaded.round,
        register: &loaded.register,
        index: &index,
        organisation,
        rests_on: &loaded.rests_on,
    };
    let mut outcome = work(&facts, &threads);
    outcome.findings.extend(missing);
    let mut folder = OutFolder::begin(out, &head(&facts, signed), words)?;
    if let Err(fault) = setting::papers(&outcome, style, &mut folder, threads.0, words)? {
        return Ok(refuse(&Report::of(FileReport::new(fault.file, fault.text, vec![fault.finding])), words));
    }
    for page in pages::pages(&facts, &outcome, words) {
        folder.put(&page.path, page.html.as_bytes())?;
    }
    folder.put(PLAN, loaded.plan_text.as_bytes())?;
    folder.finish()?;
    told(&outcome, out, words)
}

/// What the folder's manifest begins with: a folder that was begun from other facts is begun anew.
fn head(facts: &Facts<'_>, signed: &str) -> String {
    let rests_on = facts.rests_on;
    format!(
        "# phongtrao {} round={} as-of={} plan={} packs={} facts={} organisation={signed}\n",
        env!("CARGO_PKG_VERSION"),
        facts.round.id,
        facts.as_of(),
        rests_on.plan,
        rests_on.packs,
        rests_on.facts
    )
}

fn told(outcome: &Outcome, out: &Path, words: &Words) -> anyhow::Result<ExitCode> {
    let papers: usize = outcome.folders.iter().map(|folder| folder.items.len()).sum();
    for finding in &outcome.findings {
        eprintln!("{}", said(finding, words));
    }
    shown::line(words.say(&texts::run_made(papers, outcome.folders.len(), out.join("index.html").display().to_string())))?;
    let is_error = outcome.findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_error { ExitCode::from(super::ERRORS_FOUND) } else { ExitCode::SUCCESS })
}

fn said(finding: &Finding, words: &Words) -> String {
    let help = finding.help.as_ref().map(|help| format!("\n  {}", words.say(help))).unwrap_or_default();
    format!("{}: {}{help}", words.say(&finding.severity.text()), words.say(&finding.message))
}
