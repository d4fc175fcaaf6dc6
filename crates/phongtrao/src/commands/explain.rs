//! `phongtrao explain`: what a lint looks for, why it matters, what to do.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};
use phongtrao_diagnostic::{Language, Words};
use phongtrao_plan::lints::{self, Lint};

use crate::{shown, texts};

pub(super) fn command(words: &Words) -> Command {
    Command::new("explain")
        .about(words.say(&texts::explain_about()))
        .arg(Arg::new("lint").value_name("LINT").help(words.say(&texts::explain_lint_help())))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let Some(name) = matches.get_one::<String>("lint") else {
        lints::LINTS.iter().try_for_each(|lint| shown::line(format_args!("{:32} {}", lint.name, title(lint, words))))?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(lint) = lints::lint(name) else {
        anyhow::bail!(words.say(&texts::lint_unknown(name)));
    };
    shown::line(format_args!("{}\n\n{}", lint.name, explanation(lint, words).trim_end()))?;
    Ok(ExitCode::SUCCESS)
}

fn explanation(lint: &Lint, words: &Words) -> &'static str {
    match words.language() {
        Language::Vietnamese => lint.explain_vi,
        Language::English => lint.explain_en,
    }
}

fn title(lint: &Lint, words: &Words) -> &'static str {
    explanation(lint, words).lines().next().unwrap_or_default().trim_start_matches("# ")
}
