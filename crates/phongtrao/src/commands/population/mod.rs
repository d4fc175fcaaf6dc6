//! `phongtrao population`: judges a population in columns by one rule, and rolls the results up.

mod people;
mod units;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{FileReport, Report, Severity, Span, Words, draw};
use phongtrao_judge::Program;
use phongtrao_judge::population::{Counts, FileColumns, Unfit, wanted};
use phongtrao_judge::program::Leaf;
use phongtrao_register::columns::ColumnError;
use phongtrao_register::columns::results::{CsvResults, ParquetResults, Results};
use phongtrao_rules::criteria::{Node, Rule, read_rule};
use phongtrao_value::nearest;

use crate::{files, shown, texts};

use people::People;
use units::Units;

/// The heading of the column of results, and its words: not met, unknown, met.
const HEADING: &str = "result";
const RESULTS: [&str; 3] = ["not-met", "unknown", "met"];

pub(super) fn command(words: &Words) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    let option = |name: &'static str| path(name).long(name).value_name("FILE");
    Command::new("population")
        .about(words.say(&texts::population_about()))
        .arg(path("people").value_name("PEOPLE").required(true).help(words.say(&texts::population_people_help())))
        .arg(option("rules").required(true).help(words.say(&texts::population_rules_help())))
        .arg(Arg::new("unit").long("unit").value_name("COLUMN").help(words.say(&texts::population_unit_help())))
        .arg(option("units").requires("unit").help(words.say(&texts::population_units_help())))
        .arg(option("roll-up").requires("unit").help(words.say(&texts::population_roll_up_help())))
        .arg(option("out").help(words.say(&texts::population_out_help())))
        .arg(
            Arg::new("keep")
                .long("keep")
                .value_name("COLUMN")
                .action(ArgAction::Append)
                .requires("out")
                .help(words.say(&texts::population_keep_help())),
        )
        .arg(super::threads_argument(&texts::population_threads_help(), words))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let required = |name: &str| super::required::<PathBuf>(matches, name);
    let (file, rules) = (required("people")?, required("rules")?);
    let Some(rule) = rule(rules, words)? else { return Ok(ExitCode::from(super::COULD_NOT_READ)) };
    let people = People::open(file)?;
    let program = Program::compile_for(&rule, &FileColumns(people.fields())).map_err(|error| {
        anyhow::anyhow!(words.say(&texts::population_rule_not_judged(rules.display().to_string(), words.say(&error.words()))))
    })?;
    let wanted = wanted(&program).map_err(|unfit| anyhow::anyhow!(words.say(&unfit_text(&unfit, &people, words))))?;
    let units = path("units").map(|path| Units::read(path, words)).transpose()?;
    let asked = people::Asked {
        program: &program,
        wanted: &wanted,
        unit: matches.get_one::<String>("unit").map(String::as_str),
        threads: super::threads(matches),
    };
    let keep: Vec<String> = matches.get_many("keep").into_iter().flatten().cloned().collect();
    let counts = match path("out") {
        Some(out) => judged_into(&people, &asked, units.as_ref(), &keep, (file, out), words)?,
        None => people.count(&asked, units.as_ref()).map_err(|error| unread(file, &error, words))?,
    };
    if let Some(out) = path("roll-up") {
        files::write(out, units::roll_up(&counts, units.as_ref())?.as_bytes())?;
    }
    shown::line(words.say(&summary(&counts)))?;
    Ok(ExitCode::SUCCESS)
}

/// The rule of a file; what is wrong with it is said.
fn rule(path: &Path, words: &Words) -> anyhow::Result<Option<Rule>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let table = toml::de::DeTable::parse(&text).with_context(|| path.display().to_string())?;
    let reading = read_rule(&Node::of_table(table.get_ref(), Span::default(), &[]), None);
    let sound = reading.findings.iter().all(|finding| finding.severity != Severity::Error);
    let report = Report::of(FileReport::new(path.display().to_string(), text.clone(), reading.findings));
    if !report.files.iter().all(|file| file.findings.is_empty()) {
        eprint!("{}", draw::human(&report, words, super::check::style()));
    }
    Ok(reading.value.filter(|_| sound))
}

/// Judges into a file that appears only when all of it is written.
fn judged_into(
    people: &People,
    asked: &people::Asked,
    units: Option<&Units>,
    keep: &[String],
    (from, out): (&Path, &Path),
    words: &Words,
) -> anyhow::Result<Counts> {
    if std::fs::canonicalize(out).ok().zip(std::fs::canonicalize(from).ok()).is_some_and(|(out, from)| out == from) {
        anyhow::bail!(words.say(&texts::population_same_file(out.display().to_string())));
    }
    let beside = out.with_file_name(format!(".{}.partial", files::name(out)));
    let file = File::create(&beside).with_context(|| out.display().to_string())?;
    let written = judged_to(people, asked, units, keep, file, people::is_csv(out)).map_err(|error| unread(from, &error, words));
    let renamed = written.and_then(|counts| std::fs::rename(&beside, out).map(|()| counts).with_context(|| out.display().to_string()));
    if renamed.is_err() {
        // What was half written must not stay; that it can't be removed either changes nothing about the error.
        let _ = std::fs::remove_file(&beside);
    }
    renamed
}

fn judged_to(
    people: &People,
    asked: &people::Asked,
    units: Option<&Units>,
    keep: &[String],
    file: File,
    is_csv: bool,
) -> Result<Counts, ColumnError> {
    let mut results: Box<dyn Results> = if is_csv {
        Box::new(CsvResults::new(std::io::BufWriter::new(file), HEADING, &RESULTS))
    } else {
        Box::new(ParquetResults::new(file, HEADING, &RESULTS))
    };
    let counts = people.judge(asked, units, keep, results.as_mut())?;
    results.close()?;
    Ok(counts)
}

fn unread(file: &Path, error: &ColumnError, words: &Words) -> anyhow::Error {
    anyhow::anyhow!(words.say(&error_text(file, error)))
}

fn summary(counts: &Counts) -> phongtrao_diagnostic::Text {
    let [not_met, unknown, met] = counts.all();
    let number = |count: u64| count.to_string();
    texts::population_summary(number(not_met + unknown + met), number(met), number(not_met), number(unknown))
}

fn unfit_text(Unfit(leaf): &Unfit, people: &People, words: &Words) -> phongtrao_diagnostic::Text {
    let name = match leaf {
        Leaf::Key(_)
        | Leaf::Quantity(phongtrao_rules::criteria::Quantity::Column { .. } | phongtrao_rules::criteria::Quantity::Score { .. })
        | Leaf::Fact(phongtrao_rules::criteria::Fact::Column(_)) => leaf.name().to_owned(),
        other => return texts::population_needs_register(words.say(&other.words())),
    };
    let there = || people.fields().iter().map(|field| field.name.as_str());
    match nearest(&name, there()) {
        Some(near) => texts::population_no_column_for_nearest(name.as_str(), near),
        None => texts::population_no_column_for(name.as_str(), there().collect::<Vec<_>>().join(", ")),
    }
}

fn error_text(file: &Path, error: &ColumnError) -> phongtrao_diagnostic::Text {
    let file = file.display().to_string();
    match error {
        ColumnError::NoColumn(name) => texts::population_no_column(file, name.clone()),
        ColumnError::Twice(name) => texts::population_column_twice(file, name.clone()),
        ColumnError::Value { column, row, value } => texts::population_bad_value(file, row.to_string(), value.clone(), column.clone()),
        ColumnError::Csv(error) => match error.kind() {
            csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
                let line = pos.as_ref().map_or(0, csv::Position::line);
                texts::population_ragged(file, line.to_string(), len.to_string(), expected_len.to_string())
            }
            _ => texts::file_failed(file, error.to_string()),
        },
        other => texts::file_failed(file, other.to_string()),
    }
}
