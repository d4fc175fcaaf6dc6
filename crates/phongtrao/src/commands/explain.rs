//! `phongtrao explain`.

use std::process::ExitCode;

use clap::{ArgMatches, Command};
use phongtrao_diagnostic::Words;

pub(super) fn command(_words: &Words) -> Command {
    Command::new("explain")
}

pub(super) fn run(_matches: &ArgMatches, _words: &Words) -> anyhow::Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
