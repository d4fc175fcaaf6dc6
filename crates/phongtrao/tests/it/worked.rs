//! The rounds of the examples, each worked through once, from the official text with its completion, for all tests that only look at what came of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, OnceLock};

use crate::examples::{example, letter};
use crate::support::{printed, program};

/// An example and the round of it.
pub(crate) type Round = (&'static str, &'static str);

/// The rounds of the examples.
pub(crate) const ROUNDS: [Round; 8] = [
    ("digital-skills", "chung-ket"),
    ("digital-skills", "tong-ket"),
    ("learning-partnership", "hang-nam"),
    ("lifelong-learning-university", "hang-nam"),
    ("lifelong-learning-university", "so-ket"),
    ("lifelong-learning-university", "tong-ket"),
    ("member-pathway", "gioi-thieu"),
    ("peak-drive", "tong-ket"),
];

/// A round of each example that has papers and workbooks.
pub(crate) const WITH_PAPERS: [Round; 4] = [ROUNDS[1], ROUNDS[2], ROUNDS[3], ROUNDS[7]];

static WORKED: LazyLock<BTreeMap<Round, OnceLock<PathBuf>>> =
    LazyLock::new(|| ROUNDS.iter().map(|round| (*round, OnceLock::new())).collect());

/// The finished folder of a round.
pub(crate) fn worked(round: Round) -> &'static Path {
    WORKED[&round].get_or_init(|| {
        let (name, id) = round;
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rounds").join(name).join(id);
        emptied(&out);
        printed(&mut of_text(program(), round, &example(name, "data"), &out));
        out
    })
}

/// The command for a round of an example: its official text with the completion, and the rules of its organisation.
pub(crate) fn of_text(mut command: Command, (name, round): (&str, &str), data: &Path, out: &Path) -> Command {
    command.arg("run").arg(letter(name)).arg("--complete").arg(example(name, "complete.toml"));
    command.arg("--data").arg(data).args(["--round", round, "--lang", "vi"]).arg("--out").arg(out);
    let packs = example(name, "packs");
    if packs.is_dir() {
        command.arg("--packs").arg(packs);
    }
    command
}

/// Removes what an earlier run of the tests left, with what it did not finish.
fn emptied(out: &Path) {
    for left in [out.to_owned(), out.with_extension("partial")] {
        if left.exists() {
            fs::remove_dir_all(&left).unwrap_or_else(|error| panic!("{}: {error}", left.display()));
        }
    }
}
