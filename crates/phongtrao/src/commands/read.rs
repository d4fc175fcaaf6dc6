//! `phongtrao read`: official texts to plans that run, or to what was read of them.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use indicatif::{ProgressBar, ProgressStyle};
use phongtrao_diagnostic::Words;
use phongtrao_document::Document;
use phongtrao_plan::reading::Reading;
use phongtrao_plan::take;
use phongtrao_plan::{SourceFile, file};

use crate::foreign::ChildProcess;
use crate::{fault, files, full, shown, texts};

/// From this many files on, a bar shows how far the work is.
const MANY: usize = 4;

pub(super) fn command(words: &Words) -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    Command::new("read")
        .about(words.say(&texts::read_about()))
        .arg(super::files_argument(&texts::read_files_help(), words))
        .arg(Arg::new("out").long("out").value_name("DIR").value_parser(value_parser!(PathBuf)).help(words.say(&texts::read_out_help())))
        .arg(flag("force").help(words.say(&texts::read_force_help())))
        .arg(flag("json").help(words.say(&texts::read_json_help())))
        .arg(flag("full").requires("json").help(words.say(&texts::read_full_help())))
        .arg(flag("text").conflicts_with("json").help(words.say(&texts::read_text_help())))
}

/// What to do with each document.
struct ReadOptions<'a> {
    out: Option<&'a Path>,
    force: bool,
    form: Form,
    several: bool,
    words: &'a Words,
}

#[derive(Clone, Copy)]
enum Form {
    Plan,
    Json { full: bool },
    Text,
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let arguments: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let paths = files::expand(&arguments)?;
    let form = match (matches.get_flag("json"), matches.get_flag("text")) {
        (true, _) => Form::Json { full: matches.get_flag("full") },
        (_, true) => Form::Text,
        _ => Form::Plan,
    };
    let several = paths.len() > 1 || arguments.iter().any(|path| path.is_dir());
    let out = matches.get_one::<PathBuf>("out").map(PathBuf::as_path);
    let options = ReadOptions { out, force: matches.get_flag("force"), form, several, words };
    read_all(&paths, &options)
}

fn read_all(paths: &[PathBuf], options: &ReadOptions<'_>) -> anyhow::Result<ExitCode> {
    let bar = progress(paths.len());
    let mut code = ExitCode::SUCCESS;
    for path in paths {
        bar.set_message(files::name(path));
        if let Err(error) = read_one(path, options) {
            // One file that can't be read does not stop the others.
            bar.suspend(|| {
                eprintln!("{}", options.words.say(&texts::file_failed(path.display().to_string(), fault::said(&error, options.words))))
            });
            code = ExitCode::from(super::COULD_NOT_READ);
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(code)
}

fn progress(files: usize) -> ProgressBar {
    if files < MANY || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:32} {pos}/{len} {wide_msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(files as u64).with_style(style)
}

fn read_one(path: &Path, options: &ReadOptions<'_>) -> anyhow::Result<()> {
    let bytes = fs::read(path).with_context(|| options.words.say(&texts::can_not_open()))?;
    let document = phongtrao_document::read::read(&files::name(path), &bytes, &ChildProcess::new());
    match options.form {
        Form::Text => put(path, "txt", document.text.as_bytes(), options),
        Form::Json { full } => put_json(path, &document, full, options),
        Form::Plan => put_plan(path, &bytes, &document, options),
    }
}

fn put_json(path: &Path, document: &Document, full: bool, options: &ReadOptions<'_>) -> anyhow::Result<()> {
    let taken = take::take(document);
    let mut object = serde_json::to_value(Reading::new(document, &taken))?;
    if let (true, Some(object)) = (full, object.as_object_mut()) {
        full::add(object, document, &taken);
    }
    if options.several && options.out.is_none() {
        if let Some(object) = object.as_object_mut() {
            object.insert("file".to_owned(), files::name(path).into());
        }
        return put(path, "json", format!("{object}\n").as_bytes(), options);
    }
    put(path, "json", format!("{object:#}\n").as_bytes(), options)
}

fn put_plan(path: &Path, bytes: &[u8], document: &Document, options: &ReadOptions<'_>) -> anyhow::Result<()> {
    let mut taken = take::take(document);
    taken.plan.source = Some(SourceFile::of(&files::name(path), bytes));
    let target = plan_path(path, options.out);
    if target.exists() && !options.force {
        anyhow::bail!(options.words.say(&texts::plan_exists(target.display().to_string())));
    }
    files::write(&target, file::write(&taken.plan).as_bytes())?;
    shown::line(options.words.say(&texts::plan_written(target.display().to_string())))?;
    Ok(())
}

/// `NAME.plan.toml` beside the official text, or under `--out`.
fn plan_path(path: &Path, out: Option<&Path>) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = format!("{stem}.plan.toml");
    out.map_or_else(|| path.with_file_name(&name), |folder| folder.join(&name))
}

/// Writes a result under `--out`, or prints it.
fn put(path: &Path, ending: &str, bytes: &[u8], options: &ReadOptions<'_>) -> anyhow::Result<()> {
    let Some(folder) = options.out else {
        return std::io::stdout().write_all(bytes).context("stdout");
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    files::write(&folder.join(format!("{stem}.{ending}")), bytes)
}
