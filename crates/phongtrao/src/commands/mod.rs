//! Subcommands: each file has `command`, which describes it in the language of the interface, and `run`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
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

/// Describes a subcommand.
type Describe = fn(&Words) -> Command;
/// Runs a subcommand.
type Run = fn(&ArgMatches, &Words) -> anyhow::Result<ExitCode>;

/// All subcommands by name, in the order in which they are shown.
const SUBCOMMANDS: &[(&str, Describe, Run)] = &[
    ("read", read::command, read::run),
    ("check", check::command, check::run),
    ("explain", explain::command, explain::run),
    ("fmt", fmt::command, fmt::run),
    ("demo", demo::command, demo::run),
    ("import", import::command, import::run),
    ("ledger", ledger::command, ledger::run),
    ("assess", assess::command, assess::run),
    ("whatif", whatif::command, whatif::run),
    ("sample", sample::command, sample::run),
    ("rules", rules::command, rules::run),
    ("population", population::command, population::run),
    ("press", press::command, press::run),
    ("run", run::command, run::run),
];

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
        .subcommands(SUBCOMMANDS.iter().map(|(_, describe, _)| describe(words)))
}

/// Runs the subcommand that was asked for.
pub(crate) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let (name, matches) = subcommand(matches)?;
    let (.., run) = SUBCOMMANDS.iter().find(|(known, ..)| *known == name).context(REFUSED)?;
    run(matches, words)
}

/// Why what is taken for granted of a command line is there.
const REFUSED: &str = "clap refuses every other command line";

/// The subcommand that was asked for, with its arguments.
fn subcommand(matches: &ArgMatches) -> anyhow::Result<(&str, &ArgMatches)> {
    matches.subcommand().context(REFUSED)
}

/// An argument that must be there.
fn required<'m, T: Clone + Send + Sync + 'static>(matches: &'m ArgMatches, name: &str) -> anyhow::Result<&'m T> {
    matches.get_one(name).context(REFUSED)
}

/// `FILE …`, one at least, with what becomes of them.
fn files_argument(help: &Text, words: &Words) -> Arg {
    Arg::new("files").value_name("FILE").required(true).num_args(1..).value_parser(value_parser!(PathBuf)).help(words.say(help))
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

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::{Language, Words};

    use super::SUBCOMMANDS;
    use crate::texts;

    #[test]
    fn every_subcommand_is_described_under_its_name() {
        let words = Words::new(Language::English, &[&texts::TEXTS]);
        for (name, describe, _) in SUBCOMMANDS {
            assert_eq!(describe(&words).get_name(), *name);
        }
    }
}
