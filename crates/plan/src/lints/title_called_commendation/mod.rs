//! `title-called-commendation`: a title called a form of commendation, or a form of commendation called a title.

use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_rules::HonourForm;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Region, Sink};
use crate::take::phrase::{Phrases, lowered, tail, trimmed};
use crate::{AwardForm, texts};

/// A title called a form of commendation, or a form of commendation called a title.
pub(super) static LINT: Lint = Lint {
    name: "title-called-commendation",
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
    title_words: Vec<String>,
    commendation_words: Vec<String>,
    fillers: Vec<String>,
    both: Vec<String>,
}

struct Words {
    title_words: Phrases,
    commendation_words: Phrases,
    both: Phrases,
    fillers: Phrases,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of titles and commendations are sound");
    Words {
        title_words: Phrases::new(&data.title_words),
        commendation_words: Phrases::new(&data.commendation_words),
        both: Phrases::new(&data.both),
        fillers: Phrases::new(&data.fillers),
    }
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let names_of = |form: HonourForm| {
        let honours = context.packs.honours_of_fixed_name().iter().filter(move |honour| honour.form == form);
        Phrases::new(&honours.map(|honour| lowered(&honour.name_vi)).collect::<Vec<_>>())
    };
    let (titles, commendations) = (names_of(HonourForm::Title), names_of(HonourForm::Commendation));
    for passage in context.passages.iter().filter(|passage| passage.region != Region::Annex) {
        let lower = lowered(passage.as_str());
        for range in called(&lower, &WORDS.commendation_words, &titles) {
            push_title(sink, passage.as_str().get(range.clone()).unwrap_or_default(), Some(passage.span(range)));
        }
        for range in called(&lower, &WORDS.title_words, &commendations) {
            push_commendation(sink, passage.as_str().get(range.clone()).unwrap_or_default(), Some(passage.span(range)));
        }
    }
    if context.document.is_some() {
        return;
    }
    for award in &context.plan.awards {
        let name = lowered(&award.name);
        match award.form {
            Some(AwardForm::Commendation) if titles.start(&name).is_some() => push_title(sink, &award.name, award.origin.span),
            Some(AwardForm::Title) if commendations.start(&name).is_some() => push_commendation(sink, &award.name, award.origin.span),
            _ => {}
        }
    }
}

fn push_title(sink: &mut Sink<'_>, name: &str, place: Option<Span>) {
    sink.push(sink.finding(texts::title_called_commendation(name)).at(place).help(texts::title_called_commendation_help()));
}

fn push_commendation(sink: &mut Sink<'_>, name: &str, place: Option<Span>) {
    sink.push(sink.finding(texts::title_called_commendation_reverse(name)).at(place).help(texts::title_called_commendation_help()));
}

/// Where a name stands right after a word that calls it something else.
fn called(lower: &str, callers: &Phrases, names: &Phrases) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for caller in callers.all(lower, 0) {
        // `danh hiệu thi đua, hình thức khen thưởng: …` calls what follows both.
        let before = tail(lower.get(..caller.start).unwrap_or_default(), NEAR);
        if WORDS.both.within(before) {
            continue;
        }
        let mut at = skip(lower, caller.end);
        while let Some(length) = lower.get(at..).and_then(|rest| WORDS.fillers.start(rest)) {
            at = skip(lower, at + length);
        }
        let length = lower.get(at..).and_then(|rest| names.start(rest));
        found.extend(length.map(|length| at..at + length));
    }
    found
}

/// How far before the word the other one makes it a word for both, in bytes.
const NEAR: usize = 40;

/// The byte after white space, a colon and opening quotation marks.
fn skip(lower: &str, at: usize) -> usize {
    trimmed(lower, at..lower.len(), &[':', '“', '"', '‘', '«']).start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("hình thức khen thưởng: “lao động tiên tiến” và giấy khen", true)]
    #[case("danh hiệu thi đua, hình thức khen thưởng: “lao động tiên tiến”", false)]
    #[case("hình thức khen thưởng: giấy khen, lao động tiên tiến", false)]
    fn titles(#[case] text: &str, #[case] expected: bool) {
        let titles = Phrases::new(&["lao động tiên tiến".into()]);
        assert_eq!(!called(text, &WORDS.commendation_words, &titles).is_empty(), expected);
    }
}
