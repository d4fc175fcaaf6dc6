//! `interim-called-final`: the review of one phase called interim (`sơ kết`) here and final (`tổng kết`) there.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_document::{Document, Node};
use phongtrao_value::When;
use regex::Regex;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Passage, Region, Sink};
use crate::texts;

/// The review of one phase called interim here and final there.
pub(super) static LINT: Lint = Lint {
    name: "interim-called-final",
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
    interim: String,
    final_review: String,
    /// After the word of a review: the phase that is reviewed, its first and last year.
    phase: String,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));

static INTERIM: LazyLock<Regex> = LazyLock::new(|| phase_of(&WORDS.interim));
static FINAL: LazyLock<Regex> = LazyLock::new(|| phase_of(&WORDS.final_review));

fn phase_of(review: &str) -> Regex {
    Regex::new(&format!("(?i){review}{}", WORDS.phase)).unwrap_or_else(|error| panic!("embedded data: {error}"))
}

/// A review, the last year of its phase, and the first where the words give it.
struct Review {
    span: Span,
    from: Option<i16>,
    to: i16,
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let finals = reviews(&context.passages, &FINAL);
    if finals.is_empty() {
        return;
    }
    let mut interims = reviews(&context.passages, &INTERIM);
    headed(document, &document.root, context, &mut interims);
    let same = |one: &Review, other: &Review| one.to == other.to && one.from.zip(other.from).is_none_or(|(one, other)| one == other);
    if let Some((last, interim)) =
        finals.iter().find_map(|last| interims.iter().find(|interim| same(last, interim)).map(|interim| (last, interim)))
    {
        let finding = sink.finding(texts::interim_called_final(i64::from(last.to))).at(last.span).help(texts::interim_called_final_help());
        sink.push(finding.label(interim.span, texts::interim_called_final_interim()));
    }
}

/// The reviews of the body with the years of their phase.
fn reviews(passages: &[Passage], review: &Regex) -> Vec<Review> {
    let body = passages.iter().filter(|passage| passage.region == Region::Body);
    let found = body.flat_map(|passage| review.captures_iter(passage.as_str()).map(move |captures| (passage, captures)));
    let reviews = found.filter_map(|(passage, captures)| {
        let whole = captures.get(0)?;
        let year = |group: usize| captures.get(group).and_then(|year| year.as_str().parse().ok());
        Some(Review { span: passage.span(whole.range()), from: year(1), to: year(2)? })
    });
    reviews.collect()
}

/// Parts headed as an interim review whose days all lie in one year.
fn headed(document: &Document, node: &Node, context: &Context<'_>, interims: &mut Vec<Review>) {
    for child in &node.children {
        if let Some(heading) = child.clause().and_then(|clause| clause.heading.as_ref()) {
            let words = heading.value.to_lowercase();
            if words.contains(&WORDS.interim)
                && !words.contains(&WORDS.final_review)
                && let Some(year) = only_year(context, child.span)
            {
                interims.push(Review { span: heading.span, from: None, to: year });
            }
        }
        headed(document, child, context, interims);
    }
}

/// The year of all days in the part, when it is one.
fn only_year(context: &Context<'_>, part: Span) -> Option<i16> {
    let deadlines = context.taken?.deadlines.iter().filter(|deadline| part.holds(deadline.span));
    let mut years = deadlines.map(|deadline| match deadline.when {
        When::Day(day) => Some(day.year()),
        When::Month { year, .. } | When::Quarter { year, .. } | When::Year(year) => Some(year),
        _ => None,
    });
    let first = years.next()??;
    years.all(|year| year == Some(first)).then_some(first)
}
