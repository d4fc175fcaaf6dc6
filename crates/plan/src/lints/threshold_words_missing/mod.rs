//! `threshold-words-missing`: a threshold with words missing.
//!
//! Two ways to be sure: a rating that lacks a word (`words.toml` knows the ratings' broken forms), and "… or more" behind words that name no level.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use phongtrao_value::text::folded;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Passage, Region, Sink, nearby};
use crate::texts;

/// A threshold with words missing.
pub(super) static LINT: Lint = Lint {
    name: "threshold-words-missing",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

#[derive(Deserialize)]
struct Words {
    /// Broken forms of ratings, in small letters.
    broken: Vec<Broken>,
    /// The words that make a level a threshold.
    thresholds: Vec<String>,
    /// Words that name a level or belong to one, folded.
    levels: Vec<String>,
}

#[derive(Deserialize)]
struct Broken {
    words: String,
    meant: String,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for passage in context.passages.iter().filter(|passage| matches!(passage.region, Region::Body | Region::Annex)) {
        // In a cell the level may stand in the cell beside it.
        if !broken_rating(passage, sink) && !passage.in_table {
            without_level(passage, sink);
        }
    }
}

fn broken_rating(passage: &Passage, sink: &mut Sink<'_>) -> bool {
    let words = passage.as_str();
    for broken in &WORDS.broken {
        let Some(at) = words.find(broken.words.as_str()) else { continue };
        let message = texts::threshold_words_missing(broken.words.as_str());
        let finding = sink.finding(message).at(passage.span(at..at + broken.words.len()));
        sink.push(finding.help(texts::threshold_words_missing_help(broken.meant.as_str())));
        return true;
    }
    false
}

fn without_level(passage: &Passage, sink: &mut Sink<'_>) {
    let words = passage.as_str();
    for threshold in &WORDS.thresholds {
        for (at, _) in words.match_indices(threshold.as_str()) {
            let before = nearby::before(words, at);
            let start = before.rfind(['.', ';', ':', '(']).map_or(0, |stop| stop + 1);
            let phrase = before[start..].trim();
            // A label or the rest of a broken line says nothing about what was meant.
            if phrase.split(' ').count() >= LEAST_WORDS && !names_level(phrase) {
                let begin = at - before[start..].trim_start().len();
                let span = passage.span(begin..at + threshold.len());
                let message = texts::threshold_words_missing_level(threshold.as_str());
                sink.push(sink.finding(message).at(span).help(texts::threshold_words_missing_level_help()));
            }
        }
    }
}

/// So many words make a phrase that should name its level.
const LEAST_WORDS: usize = 3;

fn names_level(phrase: &str) -> bool {
    let has_figure = phrase.contains(|c: char| c.is_ascii_digit() || QUOTES.contains(&c));
    let names = |word: &str| WORDS.levels.iter().any(|level| level == word);
    has_figure || folded(phrase).split(|c: char| !c.is_alphanumeric()).any(names)
}

/// A quoted title is a level.
const QUOTES: [char; 3] = ['"', '\u{201c}', '\u{201d}'];
