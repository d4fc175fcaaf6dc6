//! `points-off-total`: points of the items of a clause whose sum is not the number that its heading states.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use phongtrao_document::{Document, Node};
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink};
use crate::take::phrase::{Phrases, head, lowered};
use crate::texts;

/// Points of the items of a clause whose sum is not the number that its heading states.
pub(super) static LINT: Lint = Lint {
    name: "points-off-total",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

#[derive(Deserialize)]
struct Data {
    unit: String,
    not: Vec<String>,
    head: usize,
}

struct Words {
    unit: String,
    not: Phrases,
    head: usize,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of points are sound");
    Words { unit: data.unit, not: Phrases::new(&data.not), head: data.head }
});

/// How many items a clause must have for their sum to mean anything.
const LEAST_ITEMS: usize = 2;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if let Some(document) = context.document {
        clauses(document, &document.root, sink);
    }
}

fn clauses(document: &Document, node: &Node, sink: &mut Sink<'_>) {
    if let Some(heading) = node.clause().and_then(|clause| clause.heading.as_ref())
        && let Some(total) = points(&heading.value)
        && let Some(sum) = sum(document, node)
        && sum != total
    {
        let finding = sink.finding(texts::points_off_total(sum, total)).at(heading.span);
        sink.push(finding.help(texts::points_off_total_help()));
    }
    node.children.iter().filter(|child| !child.is_leaf()).for_each(|child| clauses(document, child, sink));
}

/// The sum of the points of all items, when every one of them states its own.
fn sum(document: &Document, node: &Node) -> Option<usize> {
    let items = node.children.iter().filter(|child| child.clause().is_some());
    let points: Vec<usize> = items.map(|item| points_of(document, item)).collect::<Option<_>>()?;
    (points.len() >= LEAST_ITEMS).then(|| points.iter().sum())
}

fn points_of(document: &Document, item: &Node) -> Option<usize> {
    match item.clause().and_then(|clause| clause.heading.as_ref()) {
        Some(heading) => points(&heading.value),
        None => points(document.words(item).as_str()),
    }
}

/// The points that words state, when they state them once and plainly: neither a range, nor a most, nor a part that is taken off.
fn points(words: &str) -> Option<usize> {
    let lower = lowered(head(words, WORDS.head));
    if WORDS.not.within(&lower) {
        return None;
    }
    let mut stated = lower.match_indices(WORDS.unit.as_str()).filter_map(|(at, _)| number_before(lower.get(..at)?));
    let first = stated.next()?;
    stated.next().is_none().then_some(first)
}

fn number_before(words: &str) -> Option<usize> {
    let words = words.trim_end();
    let start = words.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    // A part of a longer figure is no number of its own: `7,5`, `5-10`.
    let alone = words
        .get(..start)
        .is_some_and(|before| before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | ':' | '[')));
    words.get(start..).filter(|_| alone)?.parse::<u16>().ok().map(usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Công tác đọc sách (30 điểm)", Some(30))]
    #[case("Công tác đọc sách: 30 điểm", Some(30))]
    #[case("Điểm thưởng: Tối đa (03 điểm)", None)]
    #[case("Từ 5-10 điểm", None)]
    #[case("Điểm trung bình 7,5 điểm", None)]
    #[case("Trừ 05 điểm", None)]
    fn stated(#[case] words: &str, #[case] expected: Option<usize>) {
        assert_eq!(points(words), expected);
    }
}
