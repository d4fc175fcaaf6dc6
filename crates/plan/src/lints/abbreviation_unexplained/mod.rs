//! `abbreviation-unexplained`: an abbreviation that is used before it is explained, and that not everybody knows.

mod shape;

use std::collections::BTreeSet;

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Passage, Region, Sink};
use crate::texts;

/// An abbreviation that is used before it is explained, and that not everybody knows.
pub(super) static LINT: Lint = Lint {
    name: "abbreviation-unexplained",
    level: Severity::Note,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.official_text().is_none() {
        return;
    }
    let mut seen = BTreeSet::new();
    for passage in context.passages.iter().filter(|passage| is_running_text(passage)) {
        let words = passage.as_str();
        for range in shape::abbreviations(words) {
            let abbreviation = &words[range.clone()];
            // Only the first use counts: what is not explained there stays so, or is explained too late.
            if seen.insert(abbreviation) && !context.packs.knows_abbreviation(abbreviation) && !shape::is_explained(words, range.clone()) {
                let finding = sink.finding(texts::abbreviation_unexplained(abbreviation)).at(passage.span(range));
                sink.push(finding.help(texts::abbreviation_unexplained_help(abbreviation)));
            }
        }
    }
}

/// Sentences of the body: tables have heads with abbreviations of their own, and headings in capitals hide what is one.
fn is_running_text(passage: &Passage) -> bool {
    let letters = || passage.as_str().chars().filter(|c| c.is_alphabetic());
    let body = matches!(passage.region, Region::Title | Region::Preamble | Region::Body) && !passage.in_table;
    body && letters().filter(|c| c.is_uppercase()).count() * 2 < letters().count()
}
