//! The folder of a finished round. It is written beside its place, with a manifest, and renamed when it is whole; a run that was stopped goes on.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use phongtrao_diagnostic::Words;

use crate::{files, rounds, texts};

/// The manifest, in the form that `sha256sum --check` reads; its first line says what the folder rests on.
pub(super) const MANIFEST: &str = "manifest.sha256";

/// A folder that is being written.
pub(super) struct OutFolder {
    place: PathBuf,
    partial: PathBuf,
    head: String,
    /// The hash of each file, by its path.
    files: BTreeMap<String, String>,
    /// Files that an earlier run wrote from the same facts.
    before: BTreeMap<String, String>,
    manifest: fs::File,
}

impl OutFolder {
    /// Begins the folder, or goes on with one that was begun from the same facts.
    pub(super) fn begin(place: &Path, head: &str, words: &Words) -> anyhow::Result<OutFolder> {
        if place.exists() && !is_ours(place) {
            anyhow::bail!(words.say(&texts::run_foreign_folder(place.display().to_string())));
        }
        let partial = beside(place, "partial");
        let before = begun(&partial, head);
        if before.is_none() && partial.exists() {
            fs::remove_dir_all(&partial).with_context(|| partial.display().to_string())?;
        }
        fs::create_dir_all(&partial).with_context(|| partial.display().to_string())?;
        let path = partial.join(MANIFEST);
        let mut manifest = fs::File::options().create(true).append(true).open(&path).with_context(|| path.display().to_string())?;
        if before.is_none() {
            manifest.write_all(head.as_bytes()).with_context(|| path.display().to_string())?;
        }
        let (place, head) = (place.to_owned(), head.to_owned());
        Ok(OutFolder { place, partial, head, files: BTreeMap::new(), before: before.unwrap_or_default(), manifest })
    }

    /// Whether an earlier run left this file whole.
    pub(super) fn has(&mut self, path: &str) -> bool {
        let Some(hash) = self.before.get(path) else { return false };
        let is_whole = fs::read(self.partial.join(path)).is_ok_and(|bytes| rounds::hash_of(&bytes) == *hash);
        if is_whole {
            self.files.insert(path.to_owned(), hash.clone());
        }
        is_whole
    }

    /// Writes a file, then its line of the manifest.
    pub(super) fn put(&mut self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        files::write(&self.partial.join(path), bytes)?;
        let hash = rounds::hash_of(bytes);
        writeln!(self.manifest, "{hash}  {path}").with_context(|| path.to_owned())?;
        self.files.insert(path.to_owned(), hash);
        Ok(())
    }

    /// Puts the whole folder into its place.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        for path in self.before.keys().filter(|path| !self.files.contains_key(*path)) {
            // A file of the run that was stopped which this one does not make.
            let _ = fs::remove_file(self.partial.join(path));
        }
        let lines: String = self.files.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        files::write(&self.partial.join(MANIFEST), format!("{}{lines}", self.head).as_bytes())?;
        let replaced = beside(&self.place, "replaced");
        if self.place.exists() {
            fs::rename(&self.place, &replaced).with_context(|| self.place.display().to_string())?;
        }
        fs::rename(&self.partial, &self.place).with_context(|| self.place.display().to_string())?;
        if replaced.exists() {
            fs::remove_dir_all(&replaced).with_context(|| replaced.display().to_string())?;
        }
        Ok(())
    }
}

fn beside(place: &Path, ending: &str) -> PathBuf {
    place.with_file_name(format!("{}.{ending}", files::name(place)))
}

/// Only a folder with a manifest, or an empty one, is replaced.
fn is_ours(place: &Path) -> bool {
    place.join(MANIFEST).is_file() || fs::read_dir(place).is_ok_and(|mut entries| entries.next().is_none())
}

/// What an earlier run wrote from the same facts; none where it began from others, or there was none.
fn begun(partial: &Path, head: &str) -> Option<BTreeMap<String, String>> {
    let text = fs::read_to_string(partial.join(MANIFEST)).ok()?;
    let lines = text.strip_prefix(head)?.lines();
    Some(lines.filter_map(|line| line.split_once("  ")).map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect())
}
