//! `phongtrao sample`: invented people, as a data folder, with a whole round to run, or as a population of columns.

mod round;

use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use indicatif::ProgressBar;
use phongtrao_diagnostic::{Text, Words};
use phongtrao_register::Register;
use phongtrao_register::sample::population::{Population, Shape};
use phongtrao_register::sample::{Kind, Settings, country, parquet};

use crate::{files, shown, texts};

pub(super) fn command(words: &Words) -> Command {
    let option = |name: &'static str, value: &'static str, help: Text| Arg::new(name).long(name).value_name(value).help(words.say(&help));
    let number = |name, value, help| option(name, value, help).value_parser(value_parser!(u64));
    let path = |name, value, help| option(name, value, help).value_parser(value_parser!(PathBuf));
    let flag = |name: &'static str, help: Text| Arg::new(name).long(name).action(ArgAction::SetTrue).help(words.say(&help));
    Command::new("sample").about(words.say(&texts::sample_about())).args([
        number("people", "N", texts::sample_people_help()).required(true),
        number("seed", "S", texts::sample_seed_help()).default_value("1"),
        path("out", "DIR|FILE", texts::sample_out_help()).required(true),
        option("population", "flat|deep", texts::sample_population_help()).value_parser(["flat", "deep"]).conflicts_with("kind"),
        path("units", "FILE", texts::sample_units_help()).requires("population"),
        number("staff", "N", texts::sample_staff_help()).conflicts_with("population"),
        flag("round", texts::sample_round_help()).conflicts_with_all(["population", "kind"]),
        option("kind", "KIND", texts::sample_kind_help()).value_parser(Kind::ALL.map(Kind::word)).default_value(Kind::University.word()),
    ])
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let (people, seed) = (*super::required::<u64>(matches, "people")?, *super::required::<u64>(matches, "seed")?);
    let out = super::required::<PathBuf>(matches, "out")?;
    match matches.get_one::<String>("population").map(String::as_str) {
        Some("flat") => population(&Population::new(Shape::Flat, people, seed), out)?,
        Some(_) => population(&Population::new(Shape::Deep, people, seed), out)?,
        None => {
            let staff = matches.get_one::<u64>("staff").copied();
            let kind = matches.get_one::<String>("kind").and_then(|word| Kind::from_word(word)).unwrap_or(Kind::University);
            let register = Register::sample(Settings { kind, people, staff, seed });
            let is_round = matches.get_flag("round");
            let files = if is_round { round::files(register, &super::threads_of_machine(), words)? } else { register.write() };
            for (name, text) in files {
                files::write(&out.join(name), text.as_bytes())?;
            }
        }
    }
    if let Some(units) = matches.get_one::<PathBuf>("units") {
        let table = country().write().into_iter().find(|(name, _)| name == "units.csv");
        files::write(units, table.map(|(_, text)| text).unwrap_or_default().as_bytes())?;
    }
    shown::line(words.say(&texts::sample_written(out.display().to_string())))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a population beside its place first: tens of millions take a while, and nobody must find half of them.
fn population(population: &Population, out: &Path) -> anyhow::Result<()> {
    if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    let beside = out.with_file_name(format!(".{}.partial", files::name(out)));
    let bar = ProgressBar::new(population.groups());
    let written = fs::File::create(&beside)
        .map_err(anyhow::Error::from)
        .and_then(|file| Ok(parquet::write(population, BufWriter::new(file), |done| bar.set_position(done))?))
        .and_then(|()| Ok(fs::rename(&beside, out)?));
    bar.finish_and_clear();
    if written.is_err() {
        // What was half written must not stay; that it can't be removed either changes nothing about the error.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| out.display().to_string())
}
