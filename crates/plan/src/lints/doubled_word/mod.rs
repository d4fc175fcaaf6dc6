//! `doubled-word`: a word printed twice in a row.

use phongtrao_diagnostic::{Edit, Severity};
use phongtrao_value::text::folded;

use crate::lints::{Context, Lint, On, Passage, Region, Sink};
use crate::texts;

/// A word printed twice in a row.
pub(super) static LINT: Lint = Lint {
    name: "doubled-word",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

/// Words that Vietnamese doubles on purpose, in folded form (`words/doubled.toml`).
static DOUBLED_ON_PURPOSE: std::sync::LazyLock<std::collections::BTreeSet<String>> = std::sync::LazyLock::new(|| {
    let words = include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    words.map(str::to_owned).collect()
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for passage in &context.passages {
        // In tables a column may well begin as the one before it ended.
        if !passage.in_table && matches!(passage.region, Region::Title | Region::Preamble | Region::Body) {
            check_passage(passage, sink);
        }
    }
}

fn check_passage(passage: &Passage, sink: &mut Sink<'_>) {
    let words = passage.as_str();
    let mut last: Option<(usize, &str)> = None;
    for (start, word) in starts(words) {
        if let Some((last_start, last_word)) = last
            && last_word.to_lowercase() == word.to_lowercase()
            && is_word(word)
            && !DOUBLED_ON_PURPOSE.contains(&folded(word))
        {
            let span = passage.span(last_start..start + word.len());
            let doubled = passage.span(last_start + last_word.len()..start + word.len());
            let finding = sink.finding(texts::doubled_word(word)).at(span).help(texts::doubled_word_help());
            sink.push(finding.fix(texts::doubled_word_fix(word), vec![Edit { span: doubled, replacement: String::new() }]));
            last = None;
            continue;
        }
        last = Some((start, word));
    }
}

/// Words with the byte at which each begins.
fn starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let begin = text.as_ptr() as usize;
    text.split(' ').map(move |word| (word.as_ptr() as usize - begin, word))
}

/// Letters only: figures, labels and words with punctuation behind them may stand twice.
fn is_word(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}
