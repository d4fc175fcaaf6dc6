//! `phongtrao press`: a single paper out of a file with its fields.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context as _;
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{FileReport, Finding, Report, Severity, Words, draw};
use phongtrao_press::pdf::Standard;
use phongtrao_press::{Emblem, Kind, Paper, Style, papers};
use phongtrao_rules::Packs;
use phongtrao_value::Date;

use crate::{files, shown, texts};

pub(super) fn command(words: &Words) -> Command {
    let path = |id: &'static str, name: &'static str| Arg::new(id).long(id).value_name(name).value_parser(value_parser!(PathBuf));
    Command::new("press")
        .about(words.say(&texts::press_about()))
        .arg(Arg::new("kind").value_name("KIND").help(words.say(&texts::press_kind_help())))
        .arg(path("data", "FILE.toml").help(words.say(&texts::press_data_help())))
        .arg(
            path("out", "FILE.pdf|FILE.docx")
                .value_parser(out_parser(words))
                .action(ArgAction::Append)
                .help(words.say(&texts::press_out_help())),
        )
        .arg(path("template", "FILE.typ").help(words.say(&texts::press_template_help())))
        .arg(path("emblem", "FILE.png").help(words.say(&texts::press_emblem_help())))
        .arg(
            Arg::new("sheets")
                .long("sheets")
                .value_name("N")
                .value_parser(value_parser!(NonZeroUsize))
                .help(words.say(&texts::press_sheets_help())),
        )
        .arg(Arg::new("made-on").long("made-on").value_name("DATE").help(words.say(&texts::press_made_on_help())))
        .arg(super::standard_argument(words))
        .arg(Arg::new("example").long("example").action(ArgAction::SetTrue).help(words.say(&texts::press_example_help())))
        .arg(Arg::new("explain").long("explain").action(ArgAction::SetTrue).help(words.say(&texts::press_explain_help())))
}

/// Files whose ending says in which format they are written.
fn out_parser(words: &Words) -> impl TypedValueParser<Value = PathBuf> + use<> {
    let help = words.say(&texts::press_out_help());
    PathBufValueParser::new().try_map(move |path: PathBuf| format_of(&path).map(|_| path).ok_or_else(|| help.clone()))
}

/// In what a paper is written.
enum Format {
    Pdf,
    Word,
}

fn format_of(path: &Path) -> Option<Format> {
    let ending = path.extension()?;
    let formats = [("pdf", Format::Pdf), ("docx", Format::Word)];
    formats.into_iter().find_map(|(known, format)| ending.eq_ignore_ascii_case(known).then_some(format))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let Some(name) = matches.get_one::<String>("kind") else {
        let longest = papers::KINDS.iter().map(|kind| kind.name.len()).max().unwrap_or_default();
        papers::KINDS.iter().try_for_each(|kind| shown::line(format!("{:<longest$}  {}", kind.name, kind.title())))?;
        return Ok(ExitCode::SUCCESS);
    };
    let known = || papers::KINDS.iter().map(|kind| kind.name).collect::<Vec<&str>>().join(", ");
    let kind = papers::kind(name).with_context(|| words.say(&texts::press_unknown_kind(name, known())))?;
    if matches.get_flag("explain") {
        shown::text(kind.documentation)?;
        return Ok(ExitCode::SUCCESS);
    }
    let Some(data) = matches.get_one::<PathBuf>("data").filter(|_| !matches.get_flag("example")) else {
        shown::text(kind.example)?;
        return Ok(ExitCode::SUCCESS);
    };
    press(matches, kind, data, words)
}

fn press(matches: &ArgMatches, kind: &Kind, data: &Path, words: &Words) -> anyhow::Result<ExitCode> {
    let text = read_text(data)?;
    let style = match style(matches, kind, words)? {
        Ok(style) => style,
        Err(fault) => return Ok(refused(fault, words)),
    };
    let paper = match read(kind, &text) {
        Ok(paper) => paper,
        Err(finding) => return Ok(refused(FileReport::new(data.display().to_string(), text, vec![*finding]), words)),
    };
    let jobs = jobs(paper, matches.get_one("sheets").copied(), &outs(matches, kind));
    if let Err(findings) = all_set(&jobs, &style, super::standard(matches))? {
        let own = matches.get_one::<PathBuf>("template").map(|path| path.display().to_string()).zip(style.templates.get(kind.name));
        return Ok(refused(told(&data.display().to_string(), own, findings), words));
    }
    jobs.iter().flat_map(|job| &job.outs).try_for_each(|out| shown::line(out.display().to_string()))?;
    Ok(ExitCode::SUCCESS)
}

fn read_text(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// How the paper looks, or what is wrong with the picture of the emblem.
fn style(matches: &ArgMatches, kind: &Kind, words: &Words) -> anyhow::Result<Result<Style, FileReport>> {
    let made_on = crate::rounds::day(matches.get_one::<String>("made-on"), words)?.unwrap_or_else(today);
    let mut style = Style::plain(made_on);
    if let Some(path) = matches.get_one::<PathBuf>("template") {
        style.templates.insert(kind.name.to_owned(), read_text(path)?);
    }
    if let Some(path) = matches.get_one::<PathBuf>("emblem") {
        match Emblem::read(&fs::read(path).with_context(|| path.display().to_string())?) {
            Ok(emblem) => style.emblem = Some(emblem),
            Err(finding) => return Ok(Err(FileReport::new(path.display().to_string(), "", vec![*finding]))),
        }
    }
    Ok(Ok(style))
}

/// The files that are asked for, each once.
fn outs(matches: &ArgMatches, kind: &Kind) -> Vec<PathBuf> {
    let Some(asked) = matches.get_many::<PathBuf>("out") else {
        return ["pdf", "docx"].map(|ending| PathBuf::from(format!("{}.{ending}", kind.name))).into();
    };
    let mut outs: Vec<PathBuf> = Vec::new();
    for out in asked {
        if !outs.contains(out) {
            outs.push(out.clone());
        }
    }
    outs
}

/// The kind of paper that a `plan.toml` becomes as well.
const PLAN: &str = "plan";

/// A key that every `plan.toml` has, and no paper.
const FORMAT: &str = "format";

/// A paper out of the file with its fields; the plan also out of a `plan.toml`.
fn read(kind: &Kind, text: &str) -> Result<Box<dyn Paper>, Box<Finding>> {
    let is_plan = kind.name == PLAN && text.parse::<toml::Table>().is_ok_and(|table| table.contains_key(FORMAT));
    if !is_plan {
        return (kind.read)(text);
    }
    let (plan, findings) = phongtrao_plan::file::read(text);
    match findings.into_iter().find(|finding| finding.severity == Severity::Error) {
        Some(fault) => Err(Box::new(fault)),
        None => Ok(Box::new(phongtrao_clerk::plan_paper(&plan, Packs::embedded()))),
    }
}

/// A paper to be made.
struct PrintJob {
    paper: Box<dyn Paper>,
    /// The files that it becomes: all of them, or none.
    outs: Vec<PathBuf>,
    /// What tells it from other files of the same kind.
    ident: String,
}

/// Which paper goes into which files: a paper of many sheets can be split into numbered files.
fn jobs(paper: Box<dyn Paper>, most: Option<NonZeroUsize>, outs: &[PathBuf]) -> Vec<PrintJob> {
    let kind = paper.kind().name;
    let parts = most.map(|most| paper.parts(most)).unwrap_or_default();
    if parts.is_empty() {
        return vec![PrintJob { paper, outs: outs.to_vec(), ident: kind.to_owned() }];
    }
    let numbered = (1..).zip(parts).map(|(number, paper)| {
        let outs = outs.iter().map(|out| numbered(out, number)).collect();
        PrintJob { paper, outs, ident: format!("{kind} {number}") }
    });
    numbered.collect()
}

fn numbered(out: &Path, number: usize) -> PathBuf {
    let name = out.file_stem().unwrap_or_default().to_string_lossy();
    let ending = out.extension().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!("{name}-{number:04}.{ending}"))
}

/// What became of a paper: its files are there, or it has faults.
type Set = anyhow::Result<Result<(), Vec<Finding>>>;

/// Sets and writes all files, on as many threads as there are processors; none is held longer than it is written. The first fault stops all.
fn all_set(jobs: &[PrintJob], style: &Style, standard: Standard) -> Set {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let made = made(job, style, standard);
            if !matches!(made, Ok(Ok(()))) {
                next.store(jobs.len(), Ordering::Relaxed);
                return made;
            }
        }
        Ok(Ok(()))
    };
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get).min(jobs.len());
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut done = Ok(Ok(()));
        for thread in started {
            // A thread that fell falls here too.
            let ended = thread.join().unwrap_or_else(|fallen| std::panic::resume_unwind(fallen));
            if matches!(done, Ok(Ok(()))) {
                done = ended;
            }
        }
        done
    })
}

/// The files of a paper, written when all of them are set.
fn made(job: &PrintJob, style: &Style, standard: Standard) -> Set {
    let set = |out: &PathBuf| Ok((out.clone(), set(&*job.paper, style, &job.ident, out, standard)?));
    let files = match job.outs.iter().map(set).collect::<Result<Vec<(PathBuf, Vec<u8>)>, Vec<Finding>>>() {
        Ok(files) => files,
        Err(findings) => return Ok(Err(findings)),
    };
    let files: Vec<(PathBuf, &[u8])> = files.iter().map(|(out, bytes)| (out.clone(), bytes.as_slice())).collect();
    files::write_all(&files)?;
    Ok(Ok(()))
}

/// The format is that of the file's ending.
fn set(paper: &dyn Paper, style: &Style, ident: &str, out: &Path, standard: Standard) -> Result<Vec<u8>, Vec<Finding>> {
    match format_of(out) {
        Some(Format::Word) => phongtrao_press::docx(paper, style).map_err(|finding| vec![*finding]),
        Some(Format::Pdf) | None => phongtrao_press::pdf::pdf(paper, style, ident, standard),
    }
}

/// The faults of a paper that cannot be set, in the file in which somebody mends them: the own template where they point into it, else what the paper is made from.
pub(super) fn told(file: &str, own: Option<(String, &String)>, findings: Vec<Finding>) -> FileReport {
    let points = findings.iter().any(|finding| finding.span.is_some());
    match own.filter(|_| points) {
        Some((template, text)) => FileReport::new(template, text, findings),
        None => FileReport::new(file, "", findings),
    }
}

fn refused(fault: FileReport, words: &Words) -> ExitCode {
    eprint!("{}", draw::human(&Report::of(fault), words, super::check::style()));
    ExitCode::from(super::ERRORS_FOUND)
}

/// Today in Viet Nam, which has one time zone and no summer time.
fn today() -> Date {
    jiff::tz::offset(7).to_datetime(jiff::Timestamp::now()).date()
}
