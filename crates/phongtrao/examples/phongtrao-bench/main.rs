//! The program as one of the engines of `bench/` (see its README): judges a population cold and warm, and says how long it took.

use std::fmt::Write as _;
use std::fs::File;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, bail};
use clap::{Arg, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::Span;
use phongtrao_judge::Program;
use phongtrao_judge::population::{Counts, FileColumns, Judged, Population, Stream, wanted};
use phongtrao_judge::program::Scratch;
use phongtrao_register::columns::parquet::Parquet;
use phongtrao_register::columns::{ColumnError, Packed, Wanted};
use phongtrao_rules::criteria::{Node, Rule, read_rule};

#[path = "../../src/workers.rs"]
mod workers;

use workers::Threads;

/// The rules of `bench/`.
const FLAT: &str = include_str!("../../../../bench/flat.toml");
const DEEP: &str = include_str!("../../../../bench/deep.toml");

const COLD_ROUNDS: usize = 3;
const UNIT: &str = "commune";

fn main() -> anyhow::Result<()> {
    let arguments = Command::new("phongtrao-bench")
        .arg(Arg::new("set").long("set").required(true).value_parser(["flat", "deep"]))
        .arg(Arg::new("file").long("file").required(true).value_parser(value_parser!(PathBuf)))
        .arg(Arg::new("rounds").long("rounds").default_value("5").value_parser(value_parser!(usize)))
        .arg(Arg::new("threads").long("threads").default_value("2").value_parser(value_parser!(NonZeroUsize)))
        .arg(Arg::new("counts").long("counts").required(true).value_parser(value_parser!(PathBuf)))
        .get_matches();
    let engine = Engine::new(&arguments)?;
    let report = engine.run(*arguments.get_one::<usize>("rounds").unwrap_or(&5))?;
    let counts = arguments.get_one::<PathBuf>("counts").context("--counts")?;
    std::fs::write(counts, table(&report.counts))?;
    println!("{}", serde_json::to_string(&report.said)?);
    Ok(())
}

struct Engine {
    set: String,
    file: PathBuf,
    rule: Rule,
    threads: Threads,
}

struct Report {
    counts: Counts,
    said: serde_json::Value,
}

impl Engine {
    fn new(arguments: &ArgMatches) -> anyhow::Result<Engine> {
        let set = arguments.get_one::<String>("set").context("--set")?.clone();
        let rule = rule(if set == "flat" { FLAT } else { DEEP })?;
        let file = arguments.get_one::<PathBuf>("file").context("--file")?.clone();
        let threads = Threads(*arguments.get_one("threads").context("--threads")?);
        Ok(Engine { set, file, rule, threads })
    }

    fn run(&self, rounds: usize) -> anyhow::Result<Report> {
        let (cold_ms, cold) = timed(COLD_ROUNDS, || {
            let opened = self.opened()?;
            Ok(self.stream(&opened).count(&opened.program, &self.threads)?)
        })?;
        let cold_peak = peak_bytes();
        let opened = self.opened()?;
        let program = &opened.program;
        let (load_ms, population) = timed(1, || Ok(self.stream(&opened).load(&self.threads)?))?;
        population.count(program, &self.threads);
        let (warm_ms, warm) = timed(rounds, || Ok(population.count(program, &self.threads)))?;
        if cold != warm {
            bail!("cold and warm results differ");
        }
        let (judge_ms, judged) = timed(1, || Ok(population.judge(program, &self.threads)))?;
        let (changed, slowest) = changed(program, population, judged)?;
        let said = serde_json::json!({
            "engine": "phongtrao", "version": env!("CARGO_PKG_VERSION"), "set": self.set, "people": warm.all().iter().sum::<u64>(),
            "threads": self.threads.0.get(), "load_ms": load_ms[0], "warm_ms": warm_ms, "cold_ms": cold_ms,
            "cold_peak_bytes": cold_peak, "peak_bytes": peak_bytes(),
            "warm_keeping_every_verdict_ms": judge_ms[0], "one_changed_person_ms": changed, "one_changed_person_slowest_ms": slowest,
        });
        Ok(Report { counts: warm, said })
    }

    /// Opens the file and makes the program for its columns.
    fn opened(&self) -> anyhow::Result<Opened> {
        let parquet = Parquet::open(&File::open(&self.file)?)?;
        let fields = parquet.fields();
        let program = Program::compile_for(&self.rule, &FileColumns(&fields)).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        let wanted = wanted(&program).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        Ok(Opened { parquet, program, wanted })
    }

    fn stream<'a>(&'a self, opened: &'a Opened) -> Stream<'a, impl Fn() -> Result<File, ColumnError> + Sync> {
        let open = || File::open(&self.file).map_err(|error| ColumnError::Parquet(error.into()));
        Stream { parquet: &opened.parquet, wanted: &opened.wanted, unit: Some(UNIT), open }
    }
}

/// A file, and the program for it.
struct Opened {
    parquet: Parquet,
    program: Program,
    wanted: Vec<Wanted>,
}

fn rule(text: &str) -> anyhow::Result<Rule> {
    let table = toml::de::DeTable::parse(text)?;
    let reading = read_rule(&Node::of_table(table.get_ref(), Span::default(), &[]), None);
    reading.value.with_context(|| format!("{:?}", reading.findings))
}

/// The milliseconds of each round, and the last result.
fn timed<T>(rounds: usize, mut work: impl FnMut() -> anyhow::Result<T>) -> anyhow::Result<(Vec<f64>, T)> {
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        let result = work()?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        if times.len() >= rounds {
            return Ok((times, result));
        }
    }
}

/// Changes a fact of some people, judges each of them again and explains the result: milliseconds a person, the median and the slowest.
fn changed(program: &Program, mut population: Population, mut judged: Judged) -> anyhow::Result<(f64, f64)> {
    let mut times = Vec::new();
    let mut scratch = Scratch::default();
    for row in (0..population.rows).step_by((population.rows / 100).max(1)) {
        let start = Instant::now();
        if let Some(Packed::Bytes(values)) = population.columns.iter_mut().find(|column| matches!(column, Packed::Bytes(_)))
            && let Some(value) = values.get_mut(row)
        {
            *value = u8::from(*value == 0);
        }
        let mended = judged.mend(program, &population, row, &mut scratch).context("a row of the population")?;
        std::hint::black_box(mended);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    if *judged.counts() != population.count(program, &phongtrao_judge::population::Alone) {
        bail!("judging only what changed differs from judging everybody");
    }
    times.sort_by(f64::total_cmp);
    let at = |place: usize| times.get(place).copied().unwrap_or(0.0);
    Ok((at(times.len() / 2), at(times.len().saturating_sub(1))))
}

/// The greatest memory that the process has held.
fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")).and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    peak.unwrap_or(0) * 1024
}

fn table(counts: &Counts) -> String {
    let mut table = "commune,not_met,unknown,met\n".to_owned();
    for (commune, unit) in (0..counts.units()).zip(0_u16..) {
        let [not_met, unknown, met] = counts.of(unit);
        // Writing to a String never fails.
        let _ = writeln!(table, "{commune},{not_met},{unknown},{met}");
    }
    table
}
