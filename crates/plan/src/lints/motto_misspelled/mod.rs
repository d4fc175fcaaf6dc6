//! `motto-misspelled`: the national motto written otherwise than it is.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Edit, Severity};
use regex::Regex;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Region, Sink};
use crate::texts;

/// The national motto written otherwise than it is.
pub(super) static LINT: Lint = Lint {
    name: "motto-misspelled",
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
    /// The motto in whatever capitals and dashes.
    motto: String,
    /// The motto as it may stand: with hyphens or dashes, spaces lost in a line.
    right: String,
    /// The motto as the decree prints it.
    written: String,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));
static MOTTO: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.motto));
static RIGHT: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.right));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("embedded data: {error}"))
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.official_text().is_none() {
        return;
    }
    for passage in context.passages.iter().filter(|passage| passage.region == Region::Letterhead) {
        let Some(motto) = MOTTO.find(passage.as_str()).filter(|motto| !RIGHT.is_match(motto.as_str())) else { continue };
        let span = passage.span(motto.range());
        let finding =
            sink.finding(texts::motto_misspelled(motto.as_str())).at(span).help(texts::motto_misspelled_help(WORDS.written.as_str()));
        sink.push(
            finding.fix(texts::motto_misspelled_fix(WORDS.written.as_str()), vec![Edit { span, replacement: WORDS.written.clone() }]),
        );
        return;
    }
}
