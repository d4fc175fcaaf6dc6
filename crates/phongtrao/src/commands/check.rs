//! `phongtrao check`: the faults of official texts and of plans.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};
use phongtrao_diagnostic::draw::{self, Rule, Style, Tool};
use phongtrao_diagnostic::{FileReport, Finding, Language, Report, Severity, Words, apply};
use phongtrao_plan::lints::{self, Levels};
use phongtrao_rules::Packs;

use super::rules::load;
use crate::checked::{self, Checked};
use crate::{fault, files, shown, texts};

pub(super) fn command(words: &Words) -> Command {
    let formats = ["human", "short", "json", "sarif", "html"];
    Command::new("check")
        .about(words.say(&texts::check_about()))
        .arg(super::files_argument(&texts::check_files_help(), words))
        .arg(Arg::new("format").long("format").value_parser(formats).default_value("human").help(words.say(&texts::check_format_help())))
        .arg(
            Arg::new("level")
                .long("level")
                .value_name("LINT=off|note|warn|error")
                .action(ArgAction::Append)
                .help(words.say(&texts::check_level_help())),
        )
        .arg(super::packs_argument(words))
        .arg(Arg::new("fix").long("fix").action(ArgAction::SetTrue).help(words.say(&texts::check_fix_help())))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let levels = match levels(matches.get_many::<String>("level").into_iter().flatten()) {
        Ok(levels) => levels,
        Err(fault) => anyhow::bail!(words.say(&texts::level_unknown(fault))),
    };
    let Some(packs) = load::of(matches, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let by = By { levels: &levels, packs: &packs };
    let arguments: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let mut report = Report::default();
    let mut unread = false;
    for path in files::expand(&arguments)? {
        match by.check(&path) {
            Ok(checked) if matches.get_flag("fix") => report.files.push(mend(&path, checked, &by, words)?),
            Ok(checked) => report.files.push(checked.report(&path)),
            Err(error) => {
                eprintln!("{}", words.say(&texts::file_failed(path.display().to_string(), fault::said(&error, words))));
                unread = true;
            }
        }
    }
    let format = matches.get_one::<String>("format").map_or("human", String::as_str);
    shown::text(drawn(&report, format, words))?;
    Ok(code(&report, unread))
}

/// By what files are checked.
struct By<'a> {
    levels: &'a Levels,
    packs: &'a Packs,
}

impl By<'_> {
    fn check(&self, path: &Path) -> anyhow::Result<Checked> {
        checked::check(path, self.levels, self.packs)
    }
}

/// The levels of `--level LINT=LEVEL`; what is not understood comes back.
fn levels<'a>(arguments: impl Iterator<Item = &'a String>) -> Result<Levels, String> {
    let mut levels = Levels::new();
    for argument in arguments {
        let (lint, level) = argument.split_once('=').ok_or_else(|| argument.clone())?;
        let level = match level {
            "off" => None,
            "note" => Some(Severity::Note),
            "warn" => Some(Severity::Warning),
            "error" => Some(Severity::Error),
            _ => return Err(argument.clone()),
        };
        if lints::lint(lint).is_none() {
            return Err(argument.clone());
        }
        levels.insert(lint.to_owned(), level);
    }
    Ok(levels)
}

/// Applies the safe repairs to a text file or a `plan.toml`, as often as they change something, and checks what came out.
fn mend(path: &Path, mut checked: Checked, by: &By<'_>, words: &Words) -> anyhow::Result<FileReport> {
    /// A repair may make room for another; more rounds than this would be two repairs that undo each other.
    const ROUNDS: usize = 8;
    if !checked.as_written {
        eprintln!("{}", words.say(&texts::fix_only_text(path.display().to_string())));
        return Ok(checked.report(path));
    }
    for _ in 0..ROUNDS {
        let applied = apply(&checked.text, checked.findings.iter().filter_map(|finding| finding.fix.as_ref()));
        if applied.text == checked.text {
            break;
        }
        files::write(path, applied.text.as_bytes())?;
        checked = by.check(path)?;
    }
    Ok(checked.report(path))
}

fn drawn(report: &Report, format: &str, words: &Words) -> String {
    match format {
        "short" => draw::short(report, words),
        "json" => draw::json(report, words),
        "sarif" => draw::sarif(report, words, &tool(words)),
        "html" => draw::page(report, words),
        _ => draw::human(report, words, style()),
    }
}

pub(crate) fn style() -> Style {
    let terminal = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Style { colour: terminal, ..Style::default() }
}

fn tool(words: &Words) -> Tool<'static> {
    let rules = lints::LINTS.iter().map(|lint| {
        let help = match words.language() {
            Language::Vietnamese => lint.explain_vi,
            Language::English => lint.explain_en,
        };
        let title = help.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
        Rule { code: lint.name, title, help: help.to_owned(), level: lint.level }
    });
    Tool { name: "phongtrao", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() }
}

fn code(report: &Report, unread: bool) -> ExitCode {
    let errors = |finding: &Finding| finding.severity == Severity::Error;
    if unread {
        ExitCode::from(super::COULD_NOT_READ)
    } else if report.files.iter().flat_map(|file| &file.findings).any(errors) {
        ExitCode::from(super::ERRORS_FOUND)
    } else {
        ExitCode::SUCCESS
    }
}
