//! `phongtrao ledger`: past awards added, contradictions found, the history of a person told.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{FileReport, Report, Severity, Words, draw};
use phongtrao_register::{Index, Register, Subject, is_whole, ledger};
use phongtrao_value::text::folded;

use super::ledger_told as told;
use super::rules::load;
use crate::pack_honours::PackHonours;
use crate::{data, files, shown, texts};

pub(super) fn command(words: &Words) -> Command {
    Command::new("ledger")
        .about(words.say(&texts::ledger_about()))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("import")
                .about(words.say(&texts::ledger_import_about()))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .required(true)
                        .value_parser(value_parser!(PathBuf))
                        .help(words.say(&texts::ledger_import_file_help())),
                )
                .arg(data::argument(words))
                .arg(super::packs_argument(words))
                .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(words.say(&texts::ledger_dry_run_help()))),
        )
        .subcommand(
            Command::new("check")
                .about(words.say(&texts::ledger_check_about()))
                .arg(data::argument(words))
                .arg(super::packs_argument(words))
                .arg(format(words, &["human", "short", "json"])),
        )
        .subcommand(
            Command::new("explain")
                .about(words.say(&texts::ledger_explain_about()))
                .arg(Arg::new("subject").value_name("PERSON").required(true).help(words.say(&texts::ledger_subject_help())))
                .arg(data::argument(words))
                .arg(super::packs_argument(words))
                .arg(format(words, &["human", "json"])),
        )
}

fn format(words: &Words, formats: &'static [&'static str]) -> Arg {
    Arg::new("format")
        .long("format")
        .value_parser(clap::builder::PossibleValuesParser::new(formats))
        .default_value("human")
        .help(words.say(&texts::ledger_format_help()))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let (name, matches) = super::subcommand(matches)?;
    let Some(packs) = load::of(matches, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let honours = PackHonours { packs: &packs, language: words.language() };
    match name {
        "import" => import(matches, &honours, words),
        "explain" => explain(matches, &honours, words),
        "check" => check(matches, &honours, words),
        _ => anyhow::bail!(super::REFUSED),
    }
}

fn import(matches: &ArgMatches, honours: &PackHonours<'_>, words: &Words) -> anyhow::Result<ExitCode> {
    let folder = data::folder(matches);
    let file = super::required::<PathBuf>(matches, "file")?;
    let bytes = data::bytes(file).with_context(|| file.display().to_string())?;
    let (import, reports) = ledger::import(&data::files(folder)?, &files::name(file), &bytes, honours);
    let whole = is_whole(&reports);
    show(reports, "human", words);
    if !whole {
        eprintln!("{}", words.say(&texts::ledger_nothing_added()));
        return Ok(ExitCode::from(super::ERRORS_FOUND));
    }
    let (added, duplicates) = (import.added.len(), import.duplicates);
    if matches.get_flag("dry-run") {
        shown::line(words.say(&texts::ledger_would_add(added, duplicates)))?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(text) = import.ledger {
        files::write(&folder.join("ledger.csv"), text.as_bytes())?;
    }
    shown::line(words.say(&texts::ledger_added(added, duplicates)))?;
    Ok(ExitCode::SUCCESS)
}

fn check(matches: &ArgMatches, honours: &PackHonours<'_>, words: &Words) -> anyhow::Result<ExitCode> {
    let (_, reports) = ledger::check(&data::files(data::folder(matches))?, honours);
    let code = if is_whole(&reports) { ExitCode::SUCCESS } else { ExitCode::from(super::ERRORS_FOUND) };
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    let report = Report { files: reports };
    shown::text(drawn(&report, format, words))?;
    Ok(code)
}

fn explain(matches: &ArgMatches, honours: &PackHonours<'_>, words: &Words) -> anyhow::Result<ExitCode> {
    let (register, reports) = Register::read(&data::files(data::folder(matches))?);
    let whole = is_whole(&reports);
    show(reports, "human", words);
    if !whole {
        return Ok(ExitCode::from(super::ERRORS_FOUND));
    }
    let index = Index::new(&register);
    let asked = matches.get_one::<String>("subject").map_or("", String::as_str);
    let subject = match named(&index, asked).as_slice() {
        [subject] => *subject,
        [] => anyhow::bail!(words.say(&texts::ledger_nobody(asked))),
        several => {
            let ids: Vec<&str> = several.iter().take(MOST_NAMED).map(|subject| index.id(*subject)).collect();
            anyhow::bail!(words.say(&texts::ledger_several(asked, ids.join(", "))));
        }
    };
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => shown::line(format_args!("{:#}", told::json(&index, subject, honours)))?,
        _ => shown::text(told::human(&index, subject, honours, words))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// So many people of one name are listed.
const MOST_NAMED: usize = 20;

/// The subject of an id, else all those of a name; marks and capitals make no difference.
fn named(index: &Index<'_>, asked: &str) -> Vec<Subject> {
    if let Some(subject) = index.subject(asked) {
        return vec![subject];
    }
    let asked = folded(asked.trim());
    let all = index.people().chain(index.units()).chain(index.households());
    all.filter(|subject| folded(index.name(*subject)) == asked).collect()
}

/// Findings beside the result go where errors go.
fn show(reports: Vec<FileReport>, format: &str, words: &Words) {
    let report = Report { files: reports };
    if report.files.iter().flat_map(|file| &file.findings).any(|finding| finding.severity >= Severity::Note) {
        eprint!("{}", drawn(&report, format, words));
    }
}

fn drawn(report: &Report, format: &str, words: &Words) -> String {
    match format {
        "short" => draw::short(report, words),
        "json" => draw::json(report, words),
        _ => draw::human(report, words, super::check::style()),
    }
}
