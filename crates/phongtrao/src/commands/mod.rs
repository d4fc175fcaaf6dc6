//! Subcommands: each file has `command`, which describes it in the language of the interface, and `run`.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use phongtrao_diagnostic::Words;

use crate::texts;

mod assess;
mod check;
mod demo;
mod explain;
mod fmt;
mod import;
mod ledger;
mod ledger_told;
mod population;
mod read;
mod rules;
mod sample;
mod whatif;

/// Errors were found in what was checked.
pub(crate) const ERRORS_FOUND: u8 = 1;
/// A file could not be read, or a result not written.
pub(crate) const COULD_NOT_READ: u8 = 2;

/// The whole command line, described in the language of `words`.
pub(crate) fn command(words: &Words) -> Command {
    Command::new("phongtrao")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.say(&texts::about()))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("vi|en")
                .value_parser(["vi", "en"])
                .default_value("vi")
                .global(true)
                .help(words.say(&texts::lang_help())),
        )
        .subcommands([
            read::command(words),
            check::command(words),
            explain::command(words),
            fmt::command(words),
            demo::command(words),
            import::command(words),
            ledger::command(words),
            assess::command(words),
            whatif::command(words),
            sample::command(words),
            rules::command(words),
            population::command(words),
        ])
}

/// Runs the subcommand that was asked for.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    match matches.subcommand() {
        Some(("read", matches)) => read::run(matches, words),
        Some(("check", matches)) => check::run(matches, words),
        Some(("explain", matches)) => explain::run(matches, words),
        Some(("fmt", matches)) => fmt::run(matches, words),
        Some(("demo", matches)) => demo::run(matches, words),
        Some(("import", matches)) => import::run(matches, words),
        Some(("ledger", matches)) => ledger::run(matches, words),
        Some(("assess", matches)) => assess::run(matches, words),
        Some(("whatif", matches)) => whatif::run(matches, words),
        Some(("sample", matches)) => sample::run(matches, words),
        Some(("rules", matches)) => rules::run(matches, words),
        Some(("population", matches)) => population::run(matches, words),
        // clap has refused every other name before.
        _ => Ok(ExitCode::from(COULD_NOT_READ)),
    }
}
