//! `phongtrao demo`: the main job as far as it stands, on the first example.

use std::io::Cursor;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};
use phongtrao_diagnostic::{FileReport, Report, Words, draw};
use phongtrao_document::read;
use phongtrao_plan::lints::{self, Context, Levels};
use phongtrao_plan::{SourceFile, file, take};
use phongtrao_rules::Packs;

use crate::foreign::ChildProcess;
use crate::texts;

/// The official text of the first example, as its Word file.
const EXAMPLE: &[u8] = include_bytes!("../../../../examples/lifelong-learning-university/lifelong-learning-university.docx");
const NAME: &str = "lifelong-learning-university.docx";

pub(super) fn command(words: &Words) -> Command {
    Command::new("demo")
        .about(words.say(&texts::demo_about()))
        .arg(Arg::new("once").long("once").action(ArgAction::SetTrue).help(words.say(&texts::demo_once_help())))
}

pub(super) fn run(_matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let document = read::read(NAME, EXAMPLE, &ChildProcess::new());
    let mut taken = take::take(&document);
    taken.plan.source = Some(SourceFile::of(NAME, EXAMPLE));
    let context = Context::of_document(&document, &taken, Packs::embedded());
    let findings = lints::check(&context, &Levels::new());

    println!("{}\n", words.say(&texts::demo_findings(NAME)));
    let report = Report::of(FileReport::new(NAME, document.text.as_str(), findings));
    print!("{}", draw::human(&report, words, super::check::style()));
    println!("\n{}\n", words.say(&texts::demo_plan()));
    std::io::copy(&mut Cursor::new(file::write(&taken.plan)), &mut std::io::stdout())?;
    println!("\n{}", words.say(&texts::demo_next()));
    Ok(ExitCode::SUCCESS)
}
