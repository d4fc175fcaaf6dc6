//! `interim-called-final`: the review of one phase called interim (`sơ kết`) here and final (`tổng kết`) there.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_document::{Document, Node, NodeKind};
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
    for (at, child) in node.children.iter().enumerate() {
        if let Some(heading) = heading(child) {
            let words = document.words(heading).as_str().to_lowercase();
            let interim =
                words.chars().count() <= LONGEST_HEADING && words.contains(&WORDS.interim) && !words.contains(&WORDS.final_review);
            if let Some(year) = interim.then(|| only_year(context, reach(node, at))).flatten() {
                interims.push(Review { span: heading.span, from: None, to: year });
            }
        }
        headed(document, child, context, interims);
    }
}

/// What stands under the heading: up to the next part of its series, since what is numbered below it may have been read as standing beside it.
fn reach(parent: &Node, at: usize) -> Span {
    let class = |node: &Node| node.clause().map(|clause| clause.label.class);
    let part = &parent.children[at];
    let next = parent.children[at + 1..].iter().find(|other| class(other) == class(part));
    Span { start: part.span.start, end: next.map_or(parent.span.end, |next| next.span.start) }
}

/// A longer paragraph is a sentence, and names what is done in passing.
const LONGEST_HEADING: usize = 60;

/// The first paragraph of a labelled part.
fn heading(part: &Node) -> Option<&Node> {
    part.clause().and_then(|_| part.children.iter().find(|child| child.kind == NodeKind::Paragraph))
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
