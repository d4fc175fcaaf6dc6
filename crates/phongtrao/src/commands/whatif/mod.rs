//! `phongtrao whatif`: a limit, a quota, another plan or pack tried before it is signed.

mod annex;
mod cost;
mod draw;
mod lines;
mod settings;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_clerk::prepared::{Prepared, PreparedRound};
use phongtrao_diagnostic::{Words, draw as findings};
use phongtrao_judge::population::side_by_side;
use phongtrao_judge::round::{Judged, judge};
use phongtrao_judge::whatif;
use phongtrao_value::Decimal;

use crate::rounds::{self, RoundRequest};
use crate::workers::Threads;
use crate::{shown, texts};

pub(super) fn command(words: &Words) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    Command::new("whatif")
        .about(words.say(&texts::whatif_about()))
        .arg(path("plan").value_name("PLAN").required(true).help(words.say(&texts::assess_plan_help())))
        .arg(path("data").long("data").value_name("DIR").required(true).help(words.say(&texts::assess_data_help())))
        .arg(
            Arg::new("set")
                .long("set")
                .value_name("PLACE=VALUE")
                .action(ArgAction::Append)
                .required_unless_present_any(["against", "against-packs"])
                .help(words.say(&texts::whatif_set_help())),
        )
        .arg(path("against").long("against").value_name("PLAN").help(words.say(&texts::whatif_against_help())))
        .arg(super::packs_argument(words))
        .arg(path("against-packs").long("against-packs").value_name("DIR").help(words.say(&texts::whatif_against_packs_help())))
        .arg(Arg::new("round").long("round").value_name("ID").help(words.say(&texts::assess_round_help())))
        .arg(Arg::new("as-of").long("as-of").value_name("DATE").help(words.say(&texts::assess_as_of_help())))
        .arg(super::threads_argument(&texts::whatif_threads_help(), words))
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["human", "csv", "markdown"])
                .default_value("human")
                .help(words.say(&texts::whatif_format_help())),
        )
}

/// A round with what it came to.
struct Variant {
    loaded: PreparedRound,
    judged: Judged,
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let [plan, data] = [super::required::<PathBuf>(matches, "plan")?, super::required(matches, "data")?];
    let as_of = rounds::day(matches.get_one::<String>("as-of"), words)?;
    let request = RoundRequest { plan, completion: None, data, packs: path("packs"), round: text("round"), as_of };
    let Some(before) = variant(&request, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let other = RoundRequest {
        plan: path("against").unwrap_or(plan),
        packs: path("against-packs").or(path("packs")),
        as_of: Some(before.loaded.round.calendar.as_of),
        ..request
    };
    let Some(mut after) = variant(&other, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let (mut told, mut ranges) = (others(matches), Vec::new());
    let mut is_changed = !told.is_empty();
    for setting in matches.get_many::<String>("set").into_iter().flatten() {
        let Some((place, value)) = setting.split_once('=') else { anyhow::bail!(words.say(&texts::whatif_not_a_setting(setting))) };
        let what = settings::told(&after.loaded.round, place, value).map_or_else(|| setting.clone(), |text| words.say(&text));
        match whatif::range(value) {
            Some(values) => ranges.push((place, values)),
            None if value.contains("..") => anyhow::bail!(words.say(&texts::whatif_no_range(value))),
            None => {
                settings::set(&mut after.loaded.round, place, value, words)?;
                is_changed = true;
            }
        }
        told.push(what);
    }
    after.judged = judge(&after.loaded.round, &after.loaded.register, after.loaded.rests_on.clone());
    // Each value of a range is tried on top of all that is set, in whatever order it was said.
    let threads = super::threads(matches);
    let curves = ranges.iter().map(|(place, values)| curve(&after, place, values, threads, words)).collect::<anyhow::Result<Vec<_>>>()?;
    let shown = draw::Shown { before: &before, after: &after, is_changed, curves: &curves, settings: told, words };
    shown::text(shown.drawn(text("format").unwrap_or("human")))?;
    Ok(ExitCode::SUCCESS)
}

/// The other plan and packs, by name.
fn others(matches: &ArgMatches) -> Vec<String> {
    let named = ["against", "against-packs"].into_iter().filter_map(|name| matches.get_one::<PathBuf>(name));
    named.map(|path| Path::display(path).to_string()).collect()
}

fn variant(request: &RoundRequest<'_>, words: &Words) -> anyhow::Result<Option<Variant>> {
    match rounds::load(request, words)? {
        Prepared::Sound(loaded) => {
            rounds::say_doubts(&loaded, words);
            let judged = judge(&loaded.round, &loaded.register, loaded.rests_on.clone());
            Ok(Some(Variant { loaded: *loaded, judged }))
        }
        Prepared::Faulty(report) => {
            eprint!("{}", findings::human(&report, words, super::check::style()));
            eprintln!("{}", words.say(&texts::assess_nothing_judged()));
            Ok(None)
        }
    }
}

/// How many have each award at each value of a range.
struct Curve {
    place: String,
    /// Each value with the number of those who have each award, in the order of the awards, and the money.
    points: Vec<Point>,
}

/// A value of a range, and what it would come to.
struct Point {
    value: String,
    /// In the order of the awards.
    met: Vec<usize>,
    cost: cost::Cost,
}

/// Tries each value of a range, side by side on the threads.
fn curve(of: &Variant, place: &str, values: &[Decimal], threads: Threads, words: &Words) -> anyhow::Result<Curve> {
    // A place that can't be set is told once, before the work begins.
    let mut rounds = Vec::new();
    for value in values {
        let mut round = of.loaded.round.clone();
        settings::set(&mut round, place, &value.to_string(), words)?;
        rounds.push((value.to_string(), round));
    }
    let brought = side_by_side(&threads, rounds.len(), |next| {
        let mut points = Vec::new();
        while let Some(at) = next.take() {
            let Some((value, round)) = rounds.get(at) else { continue };
            let judged = judge(round, &of.loaded.register, of.loaded.rests_on.clone());
            let met = judged.awards.iter().map(draw::met).collect();
            let cost = cost::cost(&judged, &of.loaded.packs, &of.loaded.register);
            points.push((at, Point { value: value.clone(), met, cost }));
        }
        points
    });
    let mut points: Vec<(usize, Point)> = brought.into_iter().flatten().collect();
    points.sort_by_key(|(at, _)| *at);
    Ok(Curve { place: place.to_owned(), points: points.into_iter().map(|(_, point)| point).collect() })
}
