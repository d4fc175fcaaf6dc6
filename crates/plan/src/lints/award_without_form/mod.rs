//! `award-without-form`: a round or clause of commending that names no title and no form of commendation.

use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use phongtrao_document::{Document, Node, NodeKind};
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink, promises};
use crate::take::phrase::{Phrases, is_border, lowered};
use crate::texts;

/// A round or clause of commending that names no title and no form of commendation.
pub(super) static LINT: Lint = Lint {
    name: "award-without-form",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

#[derive(Deserialize)]
struct Data {
    openings: Vec<String>,
    times: Vec<String>,
    honours: Vec<String>,
    elsewhere: Vec<String>,
    label: usize,
    least: usize,
}

struct Words {
    openings: Phrases,
    times: Phrases,
    honours: Phrases,
    elsewhere: Phrases,
    label: usize,
    least: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of commending are sound");
    let [openings, times, honours, elsewhere] =
        [&data.openings, &data.times, &data.honours, &data.elsewhere].map(|list| Phrases::new(list));
    Words { openings, times, honours, elsewhere, label: data.label, least: data.least }
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    match context.document {
        Some(document) if promises::promises(context) => clauses(document, &document.root, sink),
        Some(_) => {}
        None => rounds(context, sink),
    }
}

/// Clauses that are headed by a commendation at a time, and name no honour.
fn clauses(document: &Document, node: &Node, sink: &mut Sink<'_>) {
    for child in &node.children {
        match child.kind {
            NodeKind::Clause(_) => clause(document, child, sink),
            NodeKind::Body | NodeKind::Annex => clauses(document, child, sink),
            _ => {}
        }
    }
}

fn clause(document: &Document, node: &Node, sink: &mut Sink<'_>) {
    let words = document.words(node);
    let lower = lowered(words.as_str());
    let Some(heading) = heading(&lower) else { return clauses(document, node, sink) };
    // A heading alone: what it announces stands under a label of another kind.
    let says_more = lower.get(heading.end..).is_some_and(|rest| rest.split_whitespace().count() > WORDS.least);
    if !says_more || WORDS.honours.within(&lower) || WORDS.elsewhere.within(&lower) {
        return;
    }
    let named = words.as_str().get(heading.clone()).unwrap_or_default().trim();
    sink.push(sink.finding(texts::award_without_form(named)).at(words.span(heading)).help(texts::award_without_form_help()));
}

/// The words with which a clause begins, when they are a commendation at a time: `Khen thưởng hằng năm`.
fn heading(lower: &str) -> Option<Range<usize>> {
    let begins = |at: &usize| lower.get(*at..).is_some_and(|rest| WORDS.openings.start(rest).is_some());
    let start = lower.char_indices().map(|(at, _)| at).take(WORDS.label).filter(|at| is_border(lower, *at)).find(begins)?;
    let opening = start + WORDS.openings.start(lower.get(start..)?)?;
    // The time stands right after.
    let next = opening + lower.get(opening..)?.len() - lower.get(opening..)?.trim_start().len();
    let time = WORDS.times.start(lower.get(next..)?)?;
    Some(start..next + time)
}

/// Rounds for which no award is meant, where no award is meant for all.
fn rounds(context: &Context<'_>, sink: &mut Sink<'_>) {
    let plan = context.plan;
    for round in &plan.rounds {
        let meant = plan.awards.iter().any(|award| award.round.as_deref().is_none_or(|id| id == round.id));
        if !meant {
            let name = round.label.as_deref().unwrap_or(&round.id);
            sink.push(sink.finding(texts::award_without_form(name)).at(round.origin.span).help(texts::award_without_form_help()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("a. khen thưởng hàng năm: căn cứ kết quả", Some("khen thưởng hàng năm"))]
    #[case("khen thưởng đột xuất", Some("khen thưởng đột xuất"))]
    #[case("kinh phí khen thưởng hằng năm", None)]
    #[case("khen thưởng và tiêu chuẩn khen thưởng", None)]
    fn headings(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(heading(text).map(|range| &text[range]), expected);
    }
}
