//! What the tests share: the program, the folder of real documents, tools of others.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

use phongtrao_document::Document;
use phongtrao_document::read::{NoParsers, read};

/// The built program.
pub(crate) fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_phongtrao"))
}

/// What a command printed on standard output; it must have ended well.
#[track_caller]
pub(crate) fn printed(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("the command starts");
    assert!(status.success(), "{command:?}: {status}\n{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).expect("UTF-8")
}

/// A file or folder of the examples.
pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

/// The folder of real documents, labels and oracles: `PHONGTRAO_SHARED`, else `shared` beside the checkout. Nothing installs it: what it is named as must be
/// there, and who has none skips its tests.
pub(crate) fn shared() -> Option<PathBuf> {
    let is_there = |folder: &PathBuf| folder.join("corpus").is_dir();
    if let Some(named) = std::env::var_os("PHONGTRAO_SHARED").map(PathBuf::from) {
        assert!(is_there(&named), "PHONGTRAO_SHARED: no real documents in {}", named.display());
        return Some(named);
    }
    let beside = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared")).filter(is_there);
    if beside.is_none() {
        eprintln!("skipped: the folder of real documents is not there");
    }
    beside
}

/// A tool of others, when it is installed; each is asked once.
pub(crate) fn tool(name: &str, probe: &[&str]) -> Option<Command> {
    static KNOWN: Mutex<BTreeMap<String, bool>> = Mutex::new(BTreeMap::new());
    let ask = || Command::new(name).args(probe).output().is_ok_and(|output| output.status.success());
    let there = *KNOWN.lock().unwrap_or_else(PoisonError::into_inner).entry(format!("{name} {}", probe.join(" "))).or_insert_with(ask);
    if !there {
        skip(&format!("{name} is not installed"));
    }
    there.then(|| Command::new(name))
}

/// Says that a suite was skipped and why; with `PHONGTRAO_REQUIRE_ALL=1` that is a failure.
#[track_caller]
pub(crate) fn skip(reason: &str) {
    assert!(std::env::var_os("PHONGTRAO_REQUIRE_ALL").is_none_or(|value| value != "1"), "skipped, and all is required: {reason}");
    eprintln!("skipped: {reason}");
}

/// The files of a folder with that ending, by name.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    files.sort();
    files
}

/// A document read within this process; a foreign parser is none of it.
pub(crate) fn document(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    document_of(&path.file_name().expect("a file").to_string_lossy(), &bytes)
}

/// The same of bytes.
pub(crate) fn document_of(name: &str, bytes: &[u8]) -> Document {
    read(name, bytes, &NoParsers)
}
