//! `phongtrao whatif`: a limit, a quota, another plan or pack tried before it is signed.

mod cost;
mod draw;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{Words, draw as findings};
use phongtrao_judge::round::{Judged, RoundInput, judge};
use phongtrao_judge::whatif::{self, NotSet};

use crate::rounds::{self, Loaded, Order, Outcome};
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
                .required_unless_present_any(["against", "packs"])
                .help(words.say(&texts::whatif_set_help())),
        )
        .arg(path("against").long("against").value_name("PLAN").help(words.say(&texts::whatif_against_help())))
        .arg(path("packs").long("packs").value_name("DIR").help(words.say(&texts::whatif_packs_help())))
        .arg(Arg::new("round").long("round").value_name("ID").help(words.say(&texts::assess_round_help())))
        .arg(Arg::new("as-of").long("as-of").value_name("DATE").help(words.say(&texts::assess_as_of_help())))
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
    loaded: Loaded,
    judged: Judged,
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let (Some(plan), Some(data)) = (path("plan"), path("data")) else { return Ok(ExitCode::from(super::COULD_NOT_READ)) };
    let as_of = rounds::day(matches.get_one::<String>("as-of"), words)?;
    let order = Order { plan, data, packs: None, round: text("round"), as_of };
    let Some(before) = variant(&order, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let other =
        Order { plan: path("against").unwrap_or(plan), packs: path("packs"), as_of: Some(before.loaded.round.calendar.as_of), ..order };
    let is_other = path("against").is_some() || path("packs").is_some();
    let Some(mut after) = (if is_other { variant(&other, words)? } else { variant(&order, words)? }) else {
        return Ok(ExitCode::from(super::ERRORS_FOUND));
    };
    let format = text("format").unwrap_or("human");
    let mut curves = Vec::new();
    for setting in matches.get_many::<String>("set").into_iter().flatten() {
        let Some((place, value)) = setting.split_once('=') else { anyhow::bail!(words.say(&texts::whatif_not_a_setting(setting))) };
        match whatif::range(value) {
            Some(values) => curves.push(curve(&after, place, &values, words)?),
            None => set(&mut after.loaded.round, place, value, words)?,
        }
    }
    after.judged = judge(&after.loaded.round, &after.loaded.register, after.loaded.rests_on.clone());
    let shown = draw::Shown { before: &before, after: &after, curves: &curves, settings: settings(matches, path("against")), words };
    shown::text(shown.drawn(format))?;
    Ok(ExitCode::SUCCESS)
}

fn settings(matches: &ArgMatches, against: Option<&Path>) -> Vec<String> {
    let set = matches.get_many::<String>("set").into_iter().flatten().cloned();
    set.chain(against.map(|path| path.display().to_string())).collect()
}

fn variant(order: &Order<'_>, words: &Words) -> anyhow::Result<Option<Variant>> {
    match rounds::load(order, words)? {
        Outcome::Sound(loaded) => {
            let judged = judge(&loaded.round, &loaded.register, loaded.rests_on.clone());
            Ok(Some(Variant { loaded: *loaded, judged }))
        }
        Outcome::Faulty(report) => {
            eprint!("{}", findings::human(&report, words, super::check::style()));
            eprintln!("{}", words.say(&texts::assess_nothing_judged()));
            Ok(None)
        }
    }
}

fn set(round: &mut RoundInput, place: &str, value: &str, words: &Words) -> anyhow::Result<()> {
    whatif::set(round, place, value).map_err(|error| {
        let text = match error {
            NotSet::NoPlace => texts::whatif_no_place(place),
            NotSet::NoSuchId => texts::whatif_no_such_id(place),
            NotSet::NoLimit => texts::whatif_no_limit(place),
            NotSet::NoValue => texts::whatif_no_value(value),
        };
        anyhow::anyhow!(words.say(&text))
    })
}

/// How many have each award at each value of a range.
struct Curve {
    place: String,
    /// Each value with the number of those who have each award, in the order of the awards, and the money.
    points: Vec<(String, Vec<usize>, cost::Cost)>,
}

fn curve(of: &Variant, place: &str, values: &[phongtrao_value::Decimal], words: &Words) -> anyhow::Result<Curve> {
    let mut points = Vec::new();
    for value in values {
        let mut round = of.loaded.round.clone();
        set(&mut round, place, &value.to_string(), words)?;
        let judged = judge(&round, &of.loaded.register, of.loaded.rests_on.clone());
        let met = judged.awards.iter().map(draw::met).collect();
        let cost = cost::cost(&judged, &of.loaded.packs, &of.loaded.register);
        points.push((value.to_string(), met, cost));
    }
    Ok(Curve { place: place.to_owned(), points })
}
