//! `blank-left-open`: a blank in the body that was to be filled.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use regex::Regex;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Passage, Region, Sink};
use crate::texts;

/// A blank in the body that was to be filled.
pub(super) static LINT: Lint = Lint {
    name: "blank-left-open",
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
    /// What a blank looks like: one pattern for each kind.
    blanks: Vec<String>,
    /// How a line of a form begins or what it asks for.
    forms: String,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));
static BLANK: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.blanks.join("|")));
static FORM: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.forms));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("embedded data: {error}"))
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.official_text().is_none() {
        return;
    }
    for passage in context.passages.iter().filter(|passage| matches!(passage.region, Region::Title | Region::Preamble | Region::Body)) {
        if !passage.in_table && !is_form(passage) {
            // The number and the date of one document are often blank together: one finding is enough.
            if let Some(blank) = BLANK.find(passage.as_str()) {
                let span = passage.span(blank.range());
                sink.push(sink.finding(texts::blank_left_open(blank.as_str())).at(span).help(texts::blank_left_open_help()));
            }
        }
    }
}

/// A line to be filled in by hand: mostly dots, or the words of a form.
fn is_form(passage: &Passage) -> bool {
    let words = passage.as_str();
    let dots = words.chars().filter(|c| matches!(c, '.' | '…' | '_')).count();
    dots * 3 > words.chars().count() || FORM.is_match(words)
}
