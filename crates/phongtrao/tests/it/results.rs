//! `docs/results.md` shows what the program prints of the examples: every block that begins with a command is run and compared.
//!
//! With `PHONGTRAO_WRITE_DOCS=1` the blocks are written anew instead.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{printed, program};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

const BEGIN: &str = "```console\n$ phongtrao ";
const END: &str = "```\n";

/// The page with what the commands print now.
fn with_what_is_printed(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, block)) = rest.split_once(BEGIN) {
        let (command, block) = block.split_once('\n').expect("a command has a line of its own");
        let (_, after) = block.split_once(END).expect("a block has an end");
        let said = printed(program().args(command.split(' ')).current_dir(root()).env("NO_COLOR", "1"));
        out.push_str(&format!("{before}{BEGIN}{command}\n{}\n{END}", said.trim_end()));
        rest = after;
    }
    out + rest
}

#[test]
fn the_page_of_results_shows_what_the_program_prints() {
    let file = root().join("docs/results.md");
    let page = fs::read_to_string(&file).expect("docs/results.md");
    let now = with_what_is_printed(&page);
    if std::env::var_os("PHONGTRAO_WRITE_DOCS").is_some() {
        fs::write(&file, now).expect("the page is written");
        return;
    }
    for (line, (shown, is)) in page.lines().zip(now.lines()).enumerate() {
        assert_eq!(shown, is, "docs/results.md:{}: run the test with PHONGTRAO_WRITE_DOCS=1 and read what changed", line + 1);
    }
    assert_eq!(page.lines().count(), now.lines().count());
}
