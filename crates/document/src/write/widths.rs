//! How wide words are in the letters of official papers.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// Widths by letter, in thousandths of the size.
type Widths = BTreeMap<char, usize>;

/// A letter that the table does not have is as wide as a capital.
const UNKNOWN: usize = 722;

/// The table as `words/widths.toml` has it: letters by their width.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    upright: BTreeMap<String, String>,
    bold: BTreeMap<String, String>,
}

/// Upright letters, and bold ones.
static WIDTHS: LazyLock<[Widths; 2]> = LazyLock::new(|| {
    // The words are part of the program; the tests of all papers read them.
    let words: Words = toml::from_str(include_str!("../../words/widths.toml")).expect("words/widths.toml parses");
    [by_letter(&words.upright), by_letter(&words.bold)]
});

fn by_letter(widths: &BTreeMap<String, String>) -> Widths {
    let of_width = |(width, letters): (&String, &String)| -> Vec<(char, usize)> {
        let width = width.parse().unwrap_or(UNKNOWN);
        letters.chars().map(|letter| (letter, width)).collect()
    };
    widths.iter().flat_map(of_width).collect()
}

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    /// Their size in points.
    pub(super) size: usize,
    pub(super) bold: bool,
}

impl Letters {
    /// The width of a line, in twentieths of a point.
    pub(super) fn width(self, line: &str) -> usize {
        let widths = &WIDTHS[usize::from(self.bold)];
        let thousandths: usize = line.chars().map(|letter| widths.get(&letter).copied().unwrap_or(UNKNOWN)).sum();
        thousandths * self.size * 20 / 1000
    }

    /// The width of the longest of several lines.
    pub(super) fn longest(self, words: &str) -> usize {
        words.split('\n').map(|line| self.width(line)).max().unwrap_or_default()
    }
}
