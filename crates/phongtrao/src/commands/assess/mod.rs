//! `phongtrao assess`: one round judged, with reasons.

mod changed;
pub(crate) mod draw;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};
use phongtrao_clerk::prepared::{Prepared, PreparedRound};
use phongtrao_diagnostic::{Words, draw as findings};
use phongtrao_judge::reasons::earliest;
use phongtrao_judge::round::{Judged, judge_among};
use phongtrao_rules::criteria::Audience;

use crate::rounds::{self, RoundRequest};
use crate::{files, shown, texts};

pub(super) fn command(words: &Words) -> Command {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    Command::new("assess")
        .about(words.say(&texts::assess_about()))
        .arg(path("plan").value_name("PLAN|DOCUMENT").required(true).help(words.say(&texts::assess_plan_help())))
        .arg(path("complete").long("complete").value_name("FILE").help(words.say(&texts::assess_complete_help())))
        .arg(path("data").long("data").value_name("DIR").required(true).help(words.say(&texts::assess_data_help())))
        .arg(Arg::new("round").long("round").value_name("ID").help(words.say(&texts::assess_round_help())))
        .arg(Arg::new("as-of").long("as-of").value_name("DATE").help(words.say(&texts::assess_as_of_help())))
        .arg(Arg::new("explain").long("explain").value_name("SUBJECT").help(words.say(&texts::assess_explain_help())))
        .arg(
            path("changed-since")
                .long("changed-since")
                .value_name("DIR")
                .conflicts_with("explain")
                .help(words.say(&texts::assess_changed_since_help())),
        )
        .arg(Arg::new("award").long("award").value_name("ID").help(words.say(&texts::assess_award_help())))
        .arg(super::packs_argument(words))
        .arg(super::threads_argument(&texts::assess_threads_help(), words))
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["human", "json", "csv", "html"])
                .default_value("human")
                .help(words.say(&texts::assess_format_help())),
        )
        .arg(
            Arg::new("audience")
                .long("audience")
                .value_parser(["all", "subject", "chair"])
                .default_value("all")
                .help(words.say(&texts::assess_audience_help())),
        )
        .arg(path("out").long("out").value_name("DIR").help(words.say(&texts::assess_out_help())))
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| matches.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let [plan, data] = [super::required::<PathBuf>(matches, "plan")?, super::required(matches, "data")?];
    let as_of = rounds::day(matches.get_one::<String>("as-of"), words)?;
    let request = RoundRequest { plan, completion: path("complete"), data, packs: path("packs"), round: text("round"), as_of };
    let Some(loaded) = sound(&request, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let format = text("format").unwrap_or("human");
    let (again, judged) = match path("changed-since") {
        None => (None, judge_among(&super::threads(matches), &loaded.round, &loaded.register, loaded.rests_on.clone())),
        Some(_) if format == "html" => anyhow::bail!(words.say(&texts::assess_changed_no_page())),
        Some(folder) => {
            let earlier = RoundRequest { data: folder, as_of: Some(loaded.round.calendar.as_of), ..request };
            let Some(earlier) = sound(&earlier, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
            let (again, judged) = changed::judge_since(&earlier, &loaded);
            (Some(again), judged)
        }
    };
    let PreparedRound { round, register, .. } = *loaded;
    let view = draw::View { judged: &judged, audience: audience(text("audience")), award: text("award"), words };
    if let Some(award) = view.award.filter(|award| judged.award(award).is_none()) {
        anyhow::bail!(words.say(&texts::assess_no_award(award)));
    }
    let drawn = match (text("explain"), &again) {
        (_, Some(again)) => changed::drawn(again, &view, format),
        (Some(subject), None) => {
            let ahead = |award: &str| earliest(&round, &register, &judged, award, subject).filter(|year| year.is_later(&round));
            draw::explained(&view, subject, format, &ahead).ok_or_else(|| anyhow::anyhow!(words.say(&texts::assess_no_subject(subject))))?
        }
        (None, None) => draw::all(&view, format),
    };
    put(path("out"), format, &drawn)?;
    Ok(code(&judged))
}

/// What a command names, read whole; what is wrong with it is said.
fn sound(request: &RoundRequest<'_>, words: &Words) -> anyhow::Result<Option<Box<PreparedRound>>> {
    match rounds::load(request, words)? {
        Prepared::Sound(loaded) => {
            rounds::say_doubts(&loaded, words);
            Ok(Some(loaded))
        }
        Prepared::Faulty(report) => {
            eprint!("{}", findings::human(&report, words, super::check::style()));
            eprintln!("{}", words.say(&texts::assess_nothing_judged()));
            Ok(None)
        }
    }
}

pub(super) fn audience(word: Option<&str>) -> Audience {
    match word {
        Some("chair") => Audience::Chair,
        Some("subject") => Audience::Subject,
        _ => Audience::All,
    }
}

fn put(out: Option<&Path>, format: &str, drawn: &str) -> anyhow::Result<()> {
    let Some(folder) = out else {
        shown::text(drawn)?;
        return Ok(());
    };
    let ending = if format == "human" { "txt" } else { format };
    fs::create_dir_all(folder)?;
    files::write(&folder.join(format!("assessment.{ending}")), drawn.as_bytes())
}

fn code(judged: &Judged) -> ExitCode {
    let error = |noticed: &phongtrao_judge::round::Noticed| noticed.finding.severity == phongtrao_diagnostic::Severity::Error;
    if judged.findings.iter().any(error) { ExitCode::from(super::ERRORS_FOUND) } else { ExitCode::SUCCESS }
}
