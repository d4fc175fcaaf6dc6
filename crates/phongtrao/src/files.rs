//! Files of the command line: folders opened, results written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use phongtrao_document::read::is_document;

/// What a system leaves in folders that somebody looks into.
const PUT_BY_SYSTEMS: [&str; 2] = ["Thumbs.db", "desktop.ini"];

/// The files that the arguments name: files as they are, folders as the documents that lie in them, by name.
pub(crate) fn expand(arguments: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            files.extend(documents_in(argument)?);
        } else {
            files.push(argument.clone());
        }
    }
    Ok(files)
}

fn documents_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry.with_context(|| folder.display().to_string())?.path();
        if path.is_file() && is_document(&path.to_string_lossy()) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The name of a file as it is shown and kept: without its folders.
pub(crate) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Whether systems and office programs put a file of this name beside those that are open or looked at.
pub(crate) fn is_put_by_programs(name: &str) -> bool {
    name.starts_with("~$") || name.starts_with('.') || PUT_BY_SYSTEMS.contains(&name)
}

/// Writes a file whole: beside its place first, then renamed over it, so that nobody ever sees half of it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    write_all(&[(path.to_path_buf(), bytes)])
}

/// Writes files that belong together: all beside their places first, and only when each is whole on the disk they take their places.
pub(crate) fn write_all(files: &[(PathBuf, &[u8])]) -> anyhow::Result<()> {
    let partial = |path: &Path| path.with_file_name(format!(".{}.partial", name(path)));
    let written = files.iter().try_for_each(|(path, bytes)| write_beside(path, &partial(path), bytes));
    let renamed = written
        .and_then(|()| files.iter().try_for_each(|(path, _)| fs::rename(partial(path), path).with_context(|| path.display().to_string())));
    if renamed.is_err() {
        // What was half written must not stay; that it can't be removed either changes nothing about the error.
        files.iter().for_each(|(path, _)| drop(fs::remove_file(partial(path))));
    }
    renamed
}

fn write_beside(path: &Path, beside: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    let written = fs::File::create(beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.with_context(|| path.display().to_string())
}
