//! `phongtrao press`: a single paper out of a file with its fields.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context as _;
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
        .arg(path("out", "FILE.pdf|FILE.docx").action(ArgAction::Append).help(words.say(&texts::press_out_help())))
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

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let Some(name) = matches.get_one::<String>("kind") else {
        let longest = papers::KINDS.iter().map(|kind| kind.name.len()).max().unwrap_or_default();
        papers::KINDS.iter().try_for_each(|kind| shown::line(format!("{:<longest$}  {}", kind.name, title(kind))))?;
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

/// What a paper is called: the first line of its documentation.
fn title(kind: &Kind) -> &str {
    kind.documentation.lines().next().unwrap_or_default().trim_start_matches('#').trim()
}

fn press(matches: &ArgMatches, kind: &Kind, data: &Path, words: &Words) -> anyhow::Result<ExitCode> {
    let text = fs::read_to_string(data).with_context(|| data.display().to_string())?;
    let made_on = crate::rounds::day(matches.get_one::<String>("made-on"), words)?.unwrap_or_else(today);
    let mut style = Style::plain(made_on);
    let template = matches.get_one::<PathBuf>("template");
    if let Some(path) = template {
        style.templates.insert(kind.name.to_owned(), fs::read_to_string(path).with_context(|| path.display().to_string())?);
    }
    if let Some(path) = matches.get_one::<PathBuf>("emblem") {
        match Emblem::read(&fs::read(path).with_context(|| path.display().to_string())?) {
            Ok(emblem) => style.emblem = Some(emblem),
            Err(finding) => return fault(path, String::new(), *finding, words),
        }
    }
    let paper = match read(kind, &text) {
        Ok(paper) => paper,
        Err(finding) => return fault(data, text, *finding, words),
    };
    let plain = [PathBuf::from(format!("{}.pdf", kind.name)), PathBuf::from(format!("{}.docx", kind.name))];
    let outs: Vec<&PathBuf> = match matches.get_many::<PathBuf>("out") {
        Some(outs) => outs.collect(),
        None => plain.iter().collect(),
    };
    let orders = orders(paper, matches.get_one("sheets").copied(), &outs);
    if let Err(finding) = all_set(&orders, &style, super::standard(matches))? {
        return fault(template.map_or(data, PathBuf::as_path), String::new(), *finding, words);
    }
    orders.iter().try_for_each(|order| shown::line(order.out.display().to_string()))?;
    Ok(ExitCode::SUCCESS)
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

/// A file to be made.
struct Order {
    paper: Arc<dyn Paper>,
    out: PathBuf,
    /// What tells it from other files of the same kind.
    ident: String,
}

/// Which paper goes into which file: a paper of many sheets can be split into numbered files.
fn orders(paper: Box<dyn Paper>, most: Option<NonZeroUsize>, outs: &[&PathBuf]) -> Vec<Order> {
    let kind = paper.kind().name;
    let parts: Vec<Arc<dyn Paper>> = most.map(|most| paper.parts(most)).unwrap_or_default().into_iter().map(Arc::from).collect();
    if parts.is_empty() {
        let paper: Arc<dyn Paper> = Arc::from(paper);
        return outs.iter().map(|out| Order { paper: Arc::clone(&paper), out: (*out).clone(), ident: kind.to_owned() }).collect();
    }
    let file = |number: usize, paper: &Arc<dyn Paper>, out: &Path| {
        let name = out.file_stem().unwrap_or_default().to_string_lossy();
        let ending = out.extension().unwrap_or_default().to_string_lossy();
        let out = out.with_file_name(format!("{name}-{number:04}.{ending}"));
        Order { paper: Arc::clone(paper), out, ident: format!("{kind} {number}") }
    };
    (1..).zip(&parts).flat_map(|(number, part)| outs.iter().map(move |out| file(number, part, out))).collect()
}

/// Sets and writes all files, on as many threads as there are processors; none is held longer than it is written.
fn all_set(orders: &[Order], style: &Style, standard: Standard) -> anyhow::Result<Result<(), Box<Finding>>> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(Order { paper, out, ident }) = orders.get(next.fetch_add(1, Ordering::Relaxed)) {
            match set(&**paper, style, ident, out, standard) {
                Ok(bytes) => files::write(out, &bytes)?,
                Err(finding) => {
                    next.store(orders.len(), Ordering::Relaxed);
                    return anyhow::Ok(Err(finding));
                }
            }
        }
        anyhow::Ok(Ok(()))
    };
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get).min(orders.len());
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

/// The format is that of the file's ending.
fn set(paper: &dyn Paper, style: &Style, ident: &str, out: &Path, standard: Standard) -> Result<Vec<u8>, Box<Finding>> {
    match out.extension().is_some_and(|ending| ending == "docx") {
        true => phongtrao_press::docx(paper, style),
        false => phongtrao_press::pdf::pdf(paper, style, ident, standard),
    }
}

fn fault(path: &Path, text: String, finding: Finding, words: &Words) -> anyhow::Result<ExitCode> {
    let text = if text.is_empty() { fs::read_to_string(path).unwrap_or_default() } else { text };
    let report = Report::of(FileReport::new(path.display().to_string(), text, vec![finding]));
    eprint!("{}", draw::human(&report, words, super::check::style()));
    Ok(ExitCode::from(super::ERRORS_FOUND))
}

/// Today in Viet Nam, which has one time zone and no summer time.
fn today() -> Date {
    jiff::tz::offset(7).to_datetime(jiff::Timestamp::now()).date()
}
