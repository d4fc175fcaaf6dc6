//! The folder of a finished round. It is written beside its place, with a manifest, and renamed when it is whole; a run that was stopped goes on.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Context as _;
use phongtrao_clerk::hash_of;
use phongtrao_diagnostic::Words;

use super::replaced::{self, Kept};
use crate::{files, texts};

/// The manifest, in the form that `sha256sum --check` reads; its first line says what the folder rests on.
pub(super) const MANIFEST: &str = "manifest.sha256";

/// With what the first line of every manifest begins.
pub(super) const MARK: &str = "# phongtrao ";

/// A folder that is being written, by as many threads as there are.
pub(super) struct OutFolder {
    place: PathBuf,
    partial: PathBuf,
    head: String,
    /// Files that an earlier run wrote from the same facts.
    before: BTreeMap<String, String>,
    written: Mutex<Written>,
    /// What people had put into a folder that an earlier run was replacing when it was stopped.
    kept: Option<Kept>,
}

struct Written {
    /// The hash of each file, by its path.
    files: BTreeMap<String, String>,
    manifest: fs::File,
}

impl OutFolder {
    /// Begins the folder, or goes on with one that was begun from the same facts. What would stop it at its end is told now.
    pub(super) fn begin(place: &Path, head: &str, words: &Words) -> anyhow::Result<OutFolder> {
        if place.file_name().is_none() {
            anyhow::bail!(words.say(&texts::run_out_nameless(place.display().to_string())));
        }
        let kept = recovered(place).with_context(|| place.display().to_string())?;
        let partial = beside(place, "partial");
        for folder in [place, &partial] {
            if folder.exists() && !is_ours(folder) {
                anyhow::bail!(words.say(&texts::run_foreign_folder(folder.display().to_string())));
            }
        }
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
        let (place, head, written) = (place.to_owned(), head.to_owned(), Mutex::new(Written { files: BTreeMap::new(), manifest }));
        Ok(OutFolder { place, partial, head, before: before.unwrap_or_default(), written, kept })
    }

    /// Whether an earlier run left this file whole.
    pub(super) fn has(&self, path: &str) -> bool {
        let Some(hash) = self.before.get(path) else { return false };
        let is_whole = fs::read(self.partial.join(path)).is_ok_and(|bytes| hash_of(&bytes) == *hash);
        if is_whole {
            self.written().files.insert(path.to_owned(), hash.clone());
        }
        is_whole
    }

    /// Writes a file, then its line of the manifest. Half a file is no harm here: nobody looks into the folder yet, and a run that goes on knows it by its hash.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let file = self.partial.join(path);
        let folder = file.parent().unwrap_or(&self.partial);
        fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes)).with_context(|| file.display().to_string())?;
        let hash = hash_of(bytes);
        let mut written = self.written();
        writeln!(written.manifest, "{hash}  {path}").with_context(|| self.partial.join(MANIFEST).display().to_string())?;
        let before = written.files.insert(path.to_owned(), hash);
        debug_assert!(before.is_none(), "{path} is written twice");
        Ok(())
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        // A thread that fell between two lines of it left it whole.
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts the whole folder into its place. What people had put into an earlier one, or changed there, is kept beside it.
    pub(super) fn finish(self) -> anyhow::Result<Vec<Kept>> {
        let files = self.written.into_inner().unwrap_or_else(PoisonError::into_inner).files;
        for path in self.before.keys().filter(|path| !files.contains_key(*path)) {
            // A file of the run that was stopped which this one does not make.
            let _ = fs::remove_file(self.partial.join(path));
        }
        let lines: String = files.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        files::write(&self.partial.join(MANIFEST), format!("{}{lines}", self.head).as_bytes())?;
        on_disk(&self.partial).with_context(|| self.partial.display().to_string())?;
        let replaced = free(&self.place, REPLACED);
        let is_there = self.place.exists();
        if is_there {
            fs::rename(&self.place, &replaced).with_context(|| self.place.display().to_string())?;
        }
        fs::rename(&self.partial, &self.place).with_context(|| self.place.display().to_string())?;
        let kept = is_there.then(|| replaced::swept(&replaced)).flatten();
        Ok(self.kept.into_iter().chain(kept).collect())
    }
}

/// What a folder is called that another one takes the place of.
const REPLACED: &str = "replaced";

/// Clears away what a run left that was stopped while it put its folder into place: the folder before it goes back, or, where the new one is there, goes.
fn recovered(place: &Path) -> io::Result<Option<Kept>> {
    let replaced = beside(place, REPLACED);
    if !has_manifest(&replaced) {
        return Ok(None);
    }
    if place.exists() {
        return Ok(replaced::swept(&replaced));
    }
    fs::rename(&replaced, place)?;
    Ok(None)
}

/// All that was written is on the disk, in one go.
#[cfg(target_os = "linux")]
fn on_disk(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn on_disk(_folder: &Path) -> io::Result<()> {
    rustix::fs::sync();
    Ok(())
}

/// The system has no way to say it once for all files: the manifest's hashes tell which are whole.
#[cfg(not(unix))]
fn on_disk(_folder: &Path) -> io::Result<()> {
    Ok(())
}

fn beside(place: &Path, ending: &str) -> PathBuf {
    place.with_file_name(format!("{}.{ending}", files::name(place)))
}

/// A place beside a folder where nothing is: `OUT.replaced`, `OUT.replaced-2` …
fn free(place: &Path, ending: &str) -> PathBuf {
    let numbered = (2..).map(|number: u64| beside(place, &format!("{ending}-{number}")));
    let mut places = std::iter::once(beside(place, ending)).chain(numbered);
    places.find(|place| !place.exists()).unwrap_or_else(|| beside(place, ending))
}

/// Only a folder with a manifest, or an empty one, is replaced.
fn is_ours(place: &Path) -> bool {
    has_manifest(place) || fs::read_dir(place).is_ok_and(|mut entries| entries.next().is_none())
}

/// Whether a folder has a manifest of this program; one of which not even the first line was written is one too.
fn has_manifest(folder: &Path) -> bool {
    fs::read_to_string(folder.join(MANIFEST)).is_ok_and(|text| text.starts_with(MARK) || MARK.starts_with(&text))
}

/// What an earlier run wrote from the same facts; none where it began from others, or there was none.
fn begun(partial: &Path, head: &str) -> Option<BTreeMap<String, String>> {
    let text = fs::read_to_string(partial.join(MANIFEST)).ok()?;
    Some(listed(text.strip_prefix(head)?))
}

/// The files that a manifest lists, each with its hash. Only paths below its folder count: what it lists is removed.
pub(super) fn listed(manifest: &str) -> BTreeMap<String, String> {
    let lines = manifest.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once("  "));
    lines.filter(|(_, path)| is_below(path)).map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()
}

fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}
