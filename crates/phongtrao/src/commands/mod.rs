//! Subcommands: each file has `command`, which describes it in the language of the interface, and `run`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{Text, Words};
use phongtrao_press::pdf::Standard;

use crate::texts;
use crate::workers::Threads;

mod assess;
pub(crate) mod check;
mod demo;
mod explain;
mod fmt;
mod import;
mod ledger;
mod ledger_told;
mod population;
mod press;
mod read;
pub(crate) mod rules;
mod run;
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
            press::command(words),
            run::command(words),
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
        Some(("press", matches)) => press::run(matches, words),
        Some(("run", matches)) => run::run(matches, words),
        // clap has refused every other name before.
        _ => Ok(ExitCode::from(COULD_NOT_READ)),
    }
}

/// `--threads N`, with what it is for.
fn threads_argument(help: &Text, words: &Words) -> Arg {
    Arg::new("threads").long("threads").value_name("N").value_parser(value_parser!(NonZeroUsize)).help(words.say(help))
}

/// As many as `--threads` says, else as the machine has cores.
fn threads(matches: &ArgMatches) -> Threads {
    matches.get_one::<NonZeroUsize>("threads").copied().map_or_else(threads_of_machine, Threads)
}

/// As many as the machine has cores.
fn threads_of_machine() -> Threads {
    Threads(std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN))
}

/// The standards of PDF for keeping.
const A2A: &str = "a2a";
const A1B: &str = "a1b";

/// `--standard a2a|a1b`
fn standard_argument(words: &Words) -> Arg {
    let standard = Arg::new("standard").long("standard").value_parser([A2A, A1B]).default_value(A2A);
    standard.help(words.say(&texts::press_standard_help()))
}

fn standard(matches: &ArgMatches) -> Standard {
    if matches.get_one::<String>("standard").is_some_and(|name| name == A1B) { Standard::A1b } else { Standard::A2a }
}

/// `--packs DIR`: the organisation's own packs.
fn packs_argument(words: &Words) -> Arg {
    Arg::new("packs").long("packs").value_name("DIR").value_parser(value_parser!(PathBuf)).help(words.say(&texts::assess_packs_help()))
}
