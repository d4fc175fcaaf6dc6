//! `phongtrao fmt`: a `plan.toml` in order, comments kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command};
use phongtrao_diagnostic::{FileReport, Report, Severity, Words, draw};
use phongtrao_plan::file;

use crate::{files, shown, texts};

pub(super) fn command(words: &Words) -> Command {
    Command::new("fmt")
        .about(words.say(&texts::fmt_about()))
        .arg(super::files_argument(&texts::fmt_files_help(), words))
        .arg(Arg::new("check").long("check").action(ArgAction::SetTrue).help(words.say(&texts::fmt_check_help())))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    for path in matches.get_many::<PathBuf>("files").into_iter().flatten() {
        match format(path, matches.get_flag("check"), words)? {
            Formatted::InOrder => {}
            Formatted::OutOfOrder => {
                shown::line(words.say(&texts::fmt_out_of_order(path.display().to_string())))?;
                code = ExitCode::from(super::ERRORS_FOUND);
            }
            Formatted::Unreadable => code = ExitCode::from(super::COULD_NOT_READ),
        }
    }
    Ok(code)
}

enum Formatted {
    InOrder,
    OutOfOrder,
    Unreadable,
}

/// Puts one file in order, or says whether it is. A file that is no plan is left as it is.
fn format(path: &Path, only_check: bool, words: &Words) -> anyhow::Result<Formatted> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let (_, findings) = file::read(&text);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        let report = Report::of(FileReport::new(path.display().to_string(), text, findings));
        eprint!("{}", draw::human(&report, words, super::check::style()));
        return Ok(Formatted::Unreadable);
    }
    let formatted = file::format(&text);
    if formatted == text {
        return Ok(Formatted::InOrder);
    }
    if only_check {
        return Ok(Formatted::OutOfOrder);
    }
    files::write(path, formatted.as_bytes())?;
    Ok(Formatted::InOrder)
}
