//! `phongtrao rules`: what the packs say, on which day, from which source, and how an organisation's own packs change it.

mod draw;
pub(crate) mod load;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{Severity, Words};
use phongtrao_rules::diff::{self, Change};
use phongtrao_rules::{Entry, Kind};
use phongtrao_value::Date;

use crate::{shown, texts};

pub(super) fn command(words: &Words) -> Command {
    let on = || Arg::new("on").long("on").value_name("YYYY-MM-DD").value_parser(day).help(words.say(&texts::rules_on_help()));
    let packs = || {
        Arg::new("packs").long("packs").value_name("DIR").value_parser(value_parser!(PathBuf)).help(words.say(&texts::rules_packs_help()))
    };
    let format = || {
        Arg::new("format")
            .long("format")
            .value_parser(["human", "json"])
            .default_value("human")
            .help(words.say(&texts::rules_format_help()))
    };
    let instead = || Arg::new("instead").long("instead").action(ArgAction::SetTrue).help(words.say(&texts::rules_instead_help()));
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    Command::new("rules")
        .about(words.say(&texts::rules_about()))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("list")
                .about(words.say(&texts::rules_list_about()))
                .arg(Arg::new("kind").long("kind").value_parser(kinds).help(words.say(&texts::rules_kind_help())))
                .args([on(), packs(), format()]),
        )
        .subcommand(
            Command::new("show")
                .about(words.say(&texts::rules_show_about()))
                .arg(Arg::new("id").value_name("ID").required(true).help(words.say(&texts::rules_id_help())))
                .args([on(), packs(), format()]),
        )
        .subcommand(
            Command::new("diff")
                .about(words.say(&texts::rules_diff_about()))
                .arg(Arg::new("a").value_name("A").required(true).help(words.say(&texts::rules_side_help())))
                .arg(Arg::new("b").value_name("B").help(words.say(&texts::rules_side_help())))
                .args([instead(), format()]),
        )
        .subcommand(
            Command::new("check")
                .about(words.say(&texts::rules_check_about()))
                .arg(Arg::new("dir").value_name("DIR").value_parser(value_parser!(PathBuf)).help(words.say(&texts::rules_packs_help())))
                .args([instead(), format()]),
        )
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    match super::subcommand(matches)? {
        ("list", matches) => list(matches, words),
        ("show", matches) => show(matches, words),
        ("diff", matches) => difference(matches, words),
        ("check", matches) => check(matches, words),
        _ => anyhow::bail!(super::REFUSED),
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse::<Date>().map_err(|error| error.to_string())
}

fn is_json(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|format| format == "json")
}

fn list(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let Some(loaded) = load::sound(matches.get_one("packs"), false, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let kind = matches.get_one::<String>("kind").and_then(|word| Kind::from_word(word));
    let on = matches.get_one::<Date>("on").copied();
    let asked = |entry: &&Entry| kind.is_none_or(|kind| entry.kind == kind) && on.is_none_or(|on| entry.holds_on(on));
    let mut entries: Vec<&Entry> = loaded.packs.entries().iter().filter(asked).collect();
    entries.sort_by_key(|entry| (entry.kind, &entry.head.id, entry.head.from));
    if is_json(matches) {
        shown::line(draw::json(&entries, &loaded.packs, on, words))?;
    } else {
        entries.iter().try_for_each(|entry| shown::line(draw::line(entry, words)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let Some(loaded) = load::sound(matches.get_one("packs"), false, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    let on = matches.get_one::<Date>("on").copied();
    let versions: Vec<&Entry> = loaded.packs.versions(id).filter(|entry| on.is_none_or(|on| entry.holds_on(on))).collect();
    if versions.is_empty() {
        let known = loaded.packs.entries().iter().map(|entry| entry.head.id.as_str());
        let unknown = match (on.filter(|_| loaded.packs.versions(id).next().is_some()), phongtrao_value::nearest(id, known)) {
            (Some(on), _) => texts::rules_not_on(id, on),
            (None, Some(meant)) => texts::rules_meant(id, meant),
            (None, None) => texts::rules_unknown(id),
        };
        anyhow::bail!(words.say(&unknown));
    }
    if is_json(matches) {
        shown::line(draw::json(&versions, &loaded.packs, on, words))?;
    } else {
        versions.iter().try_for_each(|entry| shown::text(draw::whole(entry, &loaded.packs, on, words)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn difference(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let side = |name| matches.get_one::<String>(name).map(String::as_str);
    let (a, b) = (side("a").unwrap_or_default(), side("b"));
    let instead = matches.get_flag("instead");
    let read = |folder: Option<&str>| load::sound(folder.map(PathBuf::from).as_ref(), instead && folder.is_some(), words);
    let changes: Vec<Change> = match (a.parse::<Date>(), b.map(str::parse::<Date>)) {
        (Ok(before), Some(Ok(after))) => {
            let Some(loaded) = read(None)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
            let of_day = |day: Date| loaded.packs.entries().iter().filter(move |entry| entry.holds_on(day));
            diff::between_days(of_day(before), of_day(after))
        }
        (Err(_), None | Some(Err(_))) => {
            let (before, after) = if b.is_some() { (Some(a), b) } else { (None, Some(a)) };
            let (Some(before), Some(after)) = (read(before)?, read(after)?) else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
            diff::between(before.packs.entries().iter(), after.packs.entries().iter())
        }
        _ => anyhow::bail!(words.say(&texts::rules_sides_differ())),
    };
    shown::text(if is_json(matches) { draw::changes_json(&changes) } else { draw::changes(&changes, words) })?;
    Ok(ExitCode::SUCCESS)
}

fn check(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let loaded = load::read(matches.get_one("dir"), matches.get_flag("instead"))?;
    let drawn = if is_json(matches) {
        phongtrao_diagnostic::draw::json(&loaded.report, words)
    } else {
        phongtrao_diagnostic::draw::human(&loaded.report, words, super::check::style())
    };
    shown::text(drawn)?;
    if !is_json(matches) {
        shown::line(words.say(&texts::rules_checked(loaded.packs.packs().len(), loaded.packs.entries().len())))?;
    }
    let errors = loaded.report.count(Severity::Error) > 0;
    Ok(if errors { ExitCode::from(super::ERRORS_FOUND) } else { ExitCode::SUCCESS })
}
