//! A folder of an earlier run that another one took the place of: what the program wrote goes; what people put in or changed stays, and is told.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use phongtrao_clerk::hash_of;
use phongtrao_diagnostic::{Finding, Severity};

use super::folder::{MANIFEST, listed};
use crate::{files, texts};

/// So many are named; of the others their number is told.
const NAMED: usize = 5;

/// Files that systems and office programs leave in folders that somebody looks into; nobody misses them.
const LEFT_BY_PROGRAMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];
const LOCKS: [&str; 2] = ["~$", ".~lock."];

/// What stays of a folder.
pub(super) struct Kept {
    folder: PathBuf,
    /// Below it, in order; what could not be looked into is named as a whole, and the folder itself not at all.
    files: Vec<String>,
}

impl Kept {
    /// What is told of it.
    pub(super) fn finding(&self) -> Finding {
        if self.files.is_empty() {
            let folder = self.folder.display().to_string();
            return Finding::new("run-kept", Severity::Warning, texts::run_kept_unread(folder.as_str()))
                .help(texts::run_kept_help(folder.as_str()));
        }
        let named = self.files.iter().take(NAMED).map(String::as_str).collect::<Vec<&str>>().join(", ");
        let (number, folder) = (self.files.len(), self.folder.display().to_string());
        let message = texts::run_kept(number, named, folder.as_str());
        Finding::new("run-kept", Severity::Warning, message).help(texts::run_kept_help(folder.as_str()))
    }
}

/// Takes away what the manifest of a folder calls its own and nobody has changed since, the manifest last. None where nothing stays, not even the folder.
pub(super) fn swept(folder: &Path) -> Option<Kept> {
    let manifest = folder.join(MANIFEST);
    let own = listed(&fs::read_to_string(&manifest).unwrap_or_default());
    let mut stays = Vec::new();
    sweep(folder, "", &own, &mut stays);
    // What cannot be removed stays, and is told with the rest.
    let _ = fs::remove_file(&manifest);
    let is_gone = fs::remove_dir(folder).is_ok();
    stays.sort();
    (!is_gone).then(|| Kept { folder: folder.to_owned(), files: stays })
}

/// Links are not followed: they are somebody's, as are files whose names no manifest has.
fn sweep(folder: &Path, below: &str, own: &BTreeMap<String, String>, stays: &mut Vec<String>) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<io::Result<Vec<DirEntry>>>());
    let Ok(entries) = entries else {
        // Nobody knows what lies there: nothing of it goes.
        stays.extend((!below.is_empty()).then(|| below.to_owned()));
        return;
    };
    for path in entries.iter().map(DirEntry::path) {
        let name = files::name(&path);
        let inner = format!("{below}{name}");
        if path.is_dir() && !path.is_symlink() {
            sweep(&path, &format!("{inner}/"), own, stays);
            // Only an empty folder goes.
            let _ = fs::remove_dir(&path);
        } else if inner != MANIFEST {
            let goes = is_left_by_programs(&name) || (!path.is_symlink() && own.get(&inner).is_some_and(|hash| is_same(&path, hash)));
            if !goes || fs::remove_file(&path).is_err() {
                stays.push(inner);
            }
        }
    }
}

fn is_same(path: &Path, hash: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| hash_of(&bytes) == hash)
}

fn is_left_by_programs(name: &str) -> bool {
    LEFT_BY_PROGRAMS.contains(&name) || LOCKS.iter().any(|lock| name.starts_with(lock))
}

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::{Language, Words};

    use super::*;

    fn written(folder: &Path, name: &str, text: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn manifest(folder: &Path, names: &[&str]) {
        let line = |name: &&str| format!("{}  {name}\n", hash_of(b"own"));
        written(folder, MANIFEST, &names.iter().map(line).collect::<String>());
    }

    #[test]
    fn what_is_the_programs_own_goes() {
        let place = tempfile::tempdir().expect("a place");
        let folder = place.path().join("out");
        written(&folder, "don-vi/a.pdf", "own");
        manifest(&folder, &["don-vi/a.pdf"]);
        assert!(swept(&folder).is_none());
        assert!(!folder.exists());
    }

    /// A manifest may say what it likes: nothing outside of its folder is touched.
    #[test]
    fn a_manifest_names_files_of_its_folder_alone() {
        let named = ["don-vi/a.pdf", "../beside.pdf", "/etc/beside.pdf", "a/../../beside.pdf", "./a.pdf", ""];
        let text: String = named.iter().map(|name| format!("00  {name}\n")).collect();
        assert_eq!(listed(&text).into_keys().collect::<Vec<String>>(), ["don-vi/a.pdf"]);
    }

    #[test]
    fn a_folder_that_stays_is_told_even_if_nobody_can_look_into_it() {
        let place = tempfile::tempdir().expect("a place");
        // A file in its place can neither be looked into nor be removed as a folder.
        let folder = place.path().join("out");
        fs::write(&folder, "no folder").expect("a file");
        let kept = swept(&folder).expect("it stays");
        let said = Words::new(Language::English, &[&texts::TEXTS]).say(&kept.finding().message);
        assert!(said.contains(&folder.display().to_string()), "{said}");
    }
}
