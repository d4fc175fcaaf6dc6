//! The folder that `--data` names.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Arg, ArgMatches, value_parser};
use phongtrao_clerk::Organisation;
use phongtrao_diagnostic::Words;
use phongtrao_register::description;

use crate::texts;

/// Endings of the tables; `data.toml` is read besides.
const TABLES: [&str; 2] = ["csv", "xlsx"];

/// `--data DIR`
pub(crate) fn argument(words: &Words) -> Arg {
    Arg::new("data").long("data").value_name("DIR").required(true).value_parser(value_parser!(PathBuf)).help(words.say(&texts::data_help()))
}

/// The folder that was named.
pub(crate) fn folder(matches: &ArgMatches) -> &Path {
    // clap has seen to it that the argument is there.
    matches.get_one::<PathBuf>("data").map_or(Path::new("."), PathBuf::as_path)
}

/// The files of a data folder, by name: its tables and `data.toml`. Files that office programs put beside those that are open are left out.
pub(crate) fn files(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry.with_context(|| folder.display().to_string())?.path();
        let name = crate::files::name(&path);
        let table = path.extension().is_some_and(|ending| TABLES.iter().any(|table| ending.eq_ignore_ascii_case(table)));
        if (table || name == description::SETTINGS) && !crate::files::is_put_by_programs(&name) && path.is_file() {
            files.push((name, bytes(&path).with_context(|| path.display().to_string())?));
        }
    }
    files.sort();
    Ok(files)
}

/// How the organisation writes and signs, where the folder says it.
pub(crate) fn organisation(folder: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    let path = folder.join(Organisation::FILE);
    if path.is_file() { fs::read(&path).with_context(|| path.display().to_string()).map(Some) } else { Ok(None) }
}

/// The bytes of a table: one more than is read at most tells that it is too large, and more are not taken in.
pub(crate) fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(phongtrao_sheet::MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
