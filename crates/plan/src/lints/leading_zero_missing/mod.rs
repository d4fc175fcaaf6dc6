//! `leading-zero-missing`: a number below 10, a day below 10 or a month 1 or 2 written without its leading zero.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Edit, Severity, Span};
use regex::Regex;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A number below 10, a day below 10 or a month 1 or 2 written without its leading zero.
pub(super) static LINT: Lint = Lint {
    name: "leading-zero-missing",
    level: Severity::Note,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

#[derive(Deserialize)]
struct Words {
    /// A figure that lacks its zero, as the first group: in the line of the number, in that of the date.
    number: String,
    dates: [String; 2],
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));
static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.number));
static DATES: LazyLock<[Regex; 2]> = LazyLock::new(|| [pattern(&WORDS.dates[0]), pattern(&WORDS.dates[1])]);

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("embedded data: {error}"))
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text().filter(|_| context.follows_state_form()) else { return };
    let frame = &document.frame;
    let number = frame.number_line.iter().filter(|_| frame.number.is_some()).flat_map(|line| figure(&document.text, line.span, &NUMBER));
    let dates = DATES.iter().flat_map(|date| {
        frame.date_line.iter().filter(|_| frame.issued_on.is_some()).flat_map(|line| figure(&document.text, line.span, date))
    });
    let figures: Vec<Span> = number.chain(dates).collect();
    if let Some(first) = figures.first().copied() {
        let finding =
            sink.finding(texts::leading_zero_missing(first.of(&document.text))).at(first).help(texts::leading_zero_missing_help());
        let edits =
            figures.iter().map(|figure| Edit { span: Span { start: figure.start, end: figure.start }, replacement: ZERO.to_owned() });
        sink.push(finding.fix(texts::leading_zero_missing_fix(), edits.collect()));
    }
}

const ZERO: &str = "0";

/// Where in the line the figure without its zero stands.
fn figure(text: &str, line: Span, pattern: &Regex) -> Option<Span> {
    let found = pattern.captures(line.of(text))?.get(1)?;
    Some(Span { start: line.start + found.start(), end: line.start + found.end() })
}
