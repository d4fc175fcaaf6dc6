//! `phongtrao demo`: the main job as far as it stands, on the first example.

use std::io::Cursor;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command};
use include_dir::{Dir, include_dir};
use phongtrao_clerk::Organisation;
use phongtrao_clerk::prepared::{Prepared, Sources};
use phongtrao_diagnostic::{FileReport, Report, Words, draw};
use phongtrao_document::read;
use phongtrao_judge::reasons::earliest;
use phongtrao_judge::round::{Judged, Outcome, judge};
use phongtrao_plan::lints::{self, Context, Levels};
use phongtrao_plan::{SourceFile, file, take};
use phongtrao_rules::Packs;
use phongtrao_rules::criteria::Audience;

use super::assess;
use super::run::of_texts;
use crate::foreign::ChildProcess;
use crate::rounds;
use crate::{shown, texts};

/// The official text of the first example, as its Word file.
const EXAMPLE: &[u8] = include_bytes!("../../../../examples/lifelong-learning-university/lifelong-learning-university.docx");
const NAME: &str = "lifelong-learning-university.docx";
/// Its finished plan, its data, and the round that is judged.
const PLAN: &[u8] = include_bytes!("../../../../examples/lifelong-learning-university/plan.toml");
static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples/lifelong-learning-university/data");
/// The rules of its council.
static PACKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples/lifelong-learning-university/packs");
const ROUND: &str = "hang-nam";
/// Where its papers are put, among the files that nobody keeps.
const FOLDER: &str = "phongtrao-demo";

pub(super) fn command(words: &Words) -> Command {
    Command::new("demo")
        .about(words.say(&texts::demo_about()))
        .arg(Arg::new("once").long("once").action(ArgAction::SetTrue).help(words.say(&texts::demo_once_help())))
}

pub(super) fn run(_matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    show_reading(words)?;
    show_results(words)?;
    make_papers(words)?;
    shown::line(format_args!("\n{}", words.say(&texts::demo_next())))?;
    Ok(ExitCode::SUCCESS)
}

/// The faults of the official text, and the plan that comes out of it.
fn show_reading(words: &Words) -> anyhow::Result<()> {
    let document = read::read(NAME, EXAMPLE, &ChildProcess::new());
    let mut taken = take::take(&document);
    taken.plan.source = Some(SourceFile::of(NAME, EXAMPLE));
    let context = Context::of_document(&document, &taken, Packs::embedded());
    let findings = lints::check(&context, &Levels::new());

    shown::line(format_args!("{}\n", words.say(&texts::demo_findings(NAME))))?;
    let report = Report::of(FileReport::new(NAME, document.text.as_str(), findings));
    shown::text(draw::human(&report, words, super::check::style()))?;
    shown::line(format_args!("\n{}\n", words.say(&texts::demo_plan())))?;
    std::io::copy(&mut Cursor::new(file::write(&taken.plan)), &mut std::io::stdout())?;
    Ok(())
}

fn sources() -> Sources {
    let data = DATA.files().map(|file| (crate::files::name(file.path()), file.contents().to_vec()));
    // The organisation's own signatures are no table: `run` reads them apart.
    let data = data.filter(|(name, _)| name != Organisation::FILE);
    let packs = PACKS.files().map(|file| (crate::files::name(file.path()), file.contents_utf8().unwrap_or_default().to_owned()));
    let organisation = DATA.get_file(Organisation::FILE).map(|file| file.contents().to_vec());
    let plan = ("plan.toml".to_owned(), PLAN.to_vec());
    Sources { plan, completion: None, data: data.collect(), organisation, packs: packs.collect() }
}

/// The yearly round of the finished plan, judged on the example's data, and why one person did not make it.
fn show_results(words: &Words) -> anyhow::Result<()> {
    let Prepared::Sound(loaded) = rounds::prepare(&sources(), Some(ROUND), None, words)? else {
        anyhow::bail!(words.say(&texts::assess_nothing_judged()));
    };
    let judged = judge(&loaded.round, &loaded.register, loaded.rests_on.clone());
    let view = assess::draw::View { judged: &judged, audience: Audience::All, award: None, words };
    shown::line(format_args!("\n{}\n", words.say(&texts::demo_results())))?;
    shown::text(assess::draw::all(&view, "human"))?;
    let (award, subject) = left_out(&judged).context("the example has somebody of every outcome")?;
    shown::line(format_args!("\n{}\n", words.say(&texts::demo_why(subject))))?;
    let view = assess::draw::View { award: Some(award), ..view };
    let round = &loaded.round;
    let ahead = |award: &str| earliest(round, &loaded.register, &judged, award, subject).filter(|year| year.is_later(round));
    shown::text(assess::draw::explained(&view, subject, "human", &ahead).unwrap_or_default())?;
    Ok(())
}

/// The whole round with its votes, and the folder of its papers.
fn make_papers(words: &Words) -> anyhow::Result<()> {
    let text = |name: &str| DATA.get_file(name).and_then(|file| file.contents_utf8()).unwrap_or_default();
    let Prepared::Sound(loaded) = rounds::prepare(&sources(), Some(ROUND), None, words)? else {
        anyhow::bail!(words.say(&texts::assess_nothing_judged()));
    };
    shown::line(format_args!("\n{}\n", words.say(&texts::demo_papers())))?;
    of_texts(&loaded, text(Organisation::FILE), &std::env::temp_dir().join(FOLDER), words)
}

/// An award, and the first subject that does not meet it.
fn left_out(judged: &Judged) -> Option<(&str, &str)> {
    judged.awards.iter().find_map(|award| {
        let result = award.results.iter().find(|result| result.outcome == Outcome::NotMet)?;
        Some((award.id.as_str(), result.subject.as_str()))
    })
}
