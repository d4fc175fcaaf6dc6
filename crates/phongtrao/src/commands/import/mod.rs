//! `phongtrao import`: a spreadsheet that people have, into the data folder.

mod shown;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use phongtrao_diagnostic::{FileReport, Report, Severity, Words, draw};
use phongtrao_register::description;
use phongtrao_register::import::{ColumnNamed, Imported, Request, import};
use phongtrao_sheet::{MOST_NOTES, Note, noted};

use super::rules::load;
use crate::{data, files, shown as out, texts};

pub(super) fn command(words: &Words) -> Command {
    let file = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let tables = description::tables().iter().map(|table| table.name.as_str());
    Command::new("import")
        .about(words.say(&texts::import_about()))
        .arg(file("file").value_name("FILE").required(true).help(words.say(&texts::import_file_help())))
        .arg(
            Arg::new("as")
                .long("as")
                .value_name("TABLE")
                .value_parser(clap::builder::PossibleValuesParser::new(tables))
                .hide_possible_values(true)
                .required(true)
                .help(words.say(&texts::import_as_help())),
        )
        .arg(data::argument(words))
        .arg(Arg::new("sheet").long("sheet").value_name("NAME").help(words.say(&texts::import_sheet_help())))
        .arg(many("column", "D=NAME").help(words.say(&texts::import_column_help())))
        .arg(many("set", "NAME=VALUE").help(words.say(&texts::import_set_help())))
        .arg(file("plan").long("plan").value_name("PLAN").help(words.say(&texts::import_plan_help())))
        .arg(super::packs_argument(words))
        .arg(flag("create-units").help(words.say(&texts::import_create_units_help())))
        .arg(flag("update").help(words.say(&texts::import_update_help())))
        .arg(flag("trust-days").help(words.say(&texts::import_trust_days_help())))
        .arg(flag("dry-run").help(words.say(&texts::import_dry_run_help())))
        .arg(file("out").long("out").value_name("NOTED").help(words.say(&texts::import_out_help())))
}

fn many(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).action(ArgAction::Append)
}

pub(super) fn run(matches: &ArgMatches, words: &Words) -> anyhow::Result<ExitCode> {
    let folder = data::folder(matches);
    // clap has seen to it that the argument is there.
    let file = matches.get_one::<PathBuf>("file").map_or(Path::new(""), PathBuf::as_path);
    let bytes = data::bytes(file).with_context(|| file.display().to_string())?;
    // A folder that is not there yet is a new one.
    let there = if folder.is_dir() { data::files(folder)? } else { Vec::new() };
    let Some(packs) = load::of(matches, words)? else { return Ok(ExitCode::from(super::ERRORS_FOUND)) };
    let vocabulary = vocabulary::of(&packs, matches.get_one::<PathBuf>("plan").map(PathBuf::as_path))?;
    let imported = import(&there, &files::name(file), &bytes, &request(matches, words)?, &vocabulary);
    tell(&imported, file, &bytes, words)?;
    if !imported.is_sound() {
        give_back(&imported, file, &bytes, matches, words)?;
        return Ok(ExitCode::from(super::ERRORS_FOUND));
    }
    if matches.get_one::<PathBuf>("out").is_some() {
        give_back(&imported, file, &bytes, matches, words)?;
    }
    if matches.get_flag("dry-run") {
        out::line(words.say(&texts::import_dry_run()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let new: Vec<(PathBuf, &[u8])> = imported.files.iter().map(|(name, text)| (folder.join(name), text.as_bytes())).collect();
    files::write_all(&new)?;
    out::line(words.say(&if new.is_empty() { texts::import_nothing_new() } else { texts::import_written(folder.display().to_string()) }))?;
    Ok(ExitCode::SUCCESS)
}

fn request<'m>(matches: &'m ArgMatches, words: &Words) -> anyhow::Result<Request<'m>> {
    let mut columns = Vec::new();
    for said in matches.get_many::<String>("column").into_iter().flatten() {
        // A header may have the sign in it; a field has not.
        let parts = said.rsplit_once('=').filter(|(column, _)| !column.trim().is_empty());
        let (column, field) = parts.with_context(|| words.say(&texts::import_bad_column(said)))?;
        columns.push((column_named(column), field.trim().to_owned()));
    }
    let mut given = Vec::new();
    for said in matches.get_many::<String>("set").into_iter().flatten() {
        let (field, value) = said.split_once('=').with_context(|| words.say(&texts::import_bad_set(said)))?;
        given.push((field.trim().to_owned(), value.to_owned()));
    }
    Ok(Request {
        table: matches.get_one::<String>("as").map_or("", String::as_str),
        sheet: matches.get_one::<String>("sheet").map(String::as_str),
        columns,
        given,
        create_units: matches.get_flag("create-units"),
        update: matches.get_flag("update"),
        trust_days: matches.get_flag("trust-days"),
    })
}

/// A column by its letters, else by what its header says: `AI` and `ai` are letters, `Ai` is a word.
fn column_named(said: &str) -> ColumnNamed {
    /// The last column that is read is IV.
    const MOST: u32 = 256;
    let one_case =
        |letters: &str| letters.bytes().all(|byte| byte.is_ascii_uppercase()) || letters.bytes().all(|byte| byte.is_ascii_lowercase());
    column_of(said)
        .filter(|number| *number < MOST && one_case(said.trim()))
        .map_or_else(|| ColumnNamed::Header(said.trim().to_owned()), ColumnNamed::Number)
}

/// The number of a column, from 0, by its letters.
fn column_of(letters: &str) -> Option<u32> {
    let letters = letters.trim();
    let sound = (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digit = |byte: u8| u32::from(byte.to_ascii_uppercase().saturating_sub(b'A')) + 1;
    let number = letters.bytes().take(3).fold(0, |number, byte| number * 26 + digit(byte));
    number.checked_sub(1).filter(|_| sound)
}

/// Says what the list was taken for and what is wrong with it.
fn tell(imported: &Imported, file: &Path, bytes: &[u8], words: &Words) -> anyhow::Result<()> {
    let mut reports = imported.reports.clone();
    if !imported.findings.is_empty() {
        // Places in a CSV file are counted in its text; those of a workbook are none.
        let text = if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            String::from_utf8_lossy(bytes)
        } else {
            "".into()
        };
        reports.push(FileReport::new(file.display().to_string(), text.trim_start_matches('\u{feff}'), imported.findings.clone()));
    }
    if let Some(preview) = &imported.preview {
        out::text(shown::preview(preview, words))?;
        out::text(shown::notes(&imported.notes, words))?;
    }
    if reports.iter().flat_map(|report| &report.findings).any(|finding| finding.severity >= Severity::Note) {
        eprint!("{}", draw::human(&Report { files: reports }, words, super::check::style()));
    }
    if imported.is_sound() {
        out::text(shown::counts(imported, words))?;
    } else {
        eprintln!("{}", words.say(&texts::import_nothing_written()));
    }
    Ok(())
}

/// Gives the file back with notes on its cells: where `--out` says, else beside the file; a dry run writes it only where it was asked for.
fn give_back(imported: &Imported, file: &Path, bytes: &[u8], matches: &ArgMatches, words: &Words) -> anyhow::Result<()> {
    let asked = matches.get_one::<PathBuf>("out");
    let Some(preview) = imported.preview.as_ref().filter(|_| !imported.notes.is_empty()) else { return Ok(()) };
    if asked.is_none() && matches.get_flag("dry-run") {
        return Ok(());
    }
    let path = asked.cloned().unwrap_or_else(|| beside(file));
    let note = |note: &phongtrao_register::import::CellNote| Note {
        page: preview.page.clone(),
        row: note.row,
        column: note.column,
        text: shown::note(note, words),
    };
    // Errors first: what is beyond the bound is left out.
    let errors = imported.notes.iter().filter(|note| note.severity == Severity::Error);
    let others = imported.notes.iter().filter(|note| note.severity != Severity::Error);
    let notes: Vec<Note> = errors.chain(others).take(MOST_NOTES).map(note).collect();
    let (author, column) = (words.say(&texts::import_author()), words.say(&texts::import_notes_column()));
    let noted = noted(&files::name(file), bytes, &notes, &author, &column).with_context(|| file.display().to_string())?;
    files::write(&path, &noted)?;
    eprintln!("{}", words.say(&texts::import_noted(path.display().to_string())));
    Ok(())
}

/// `LIST.xlsx` → `LIST.noted.xlsx`
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = file.extension().map_or_else(|| "csv".to_owned(), |ending| ending.to_string_lossy().into_owned());
    file.with_file_name(format!("{stem}.noted.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("A", Some(0))]
    #[case("d", Some(3))]
    #[case("AA", Some(26))]
    #[case("4", None)]
    #[case("", None)]
    #[case("ABCD", None)]
    fn columns_by_their_letters(#[case] letters: &str, #[case] expected: Option<u32>) {
        assert_eq!(column_of(letters), expected);
    }

    #[rstest::rstest]
    #[case("d", ColumnNamed::Number(3))]
    #[case("AI", ColumnNamed::Number(34))]
    #[case("Ai", ColumnNamed::Header("Ai".to_owned()))]
    #[case("STT", ColumnNamed::Header("STT".to_owned()))]
    #[case(" Số phiếu ", ColumnNamed::Header("Số phiếu".to_owned()))]
    fn columns_as_people_name_them(#[case] said: &str, #[case] expected: ColumnNamed) {
        assert_eq!(column_named(said), expected);
    }

    #[test]
    fn the_noted_copy_stands_beside_the_file() {
        assert_eq!(beside(Path::new("a/DS.2026.xlsx")), Path::new("a/DS.2026.noted.xlsx"));
    }
}
