//! What the plan is: title, number, date, issuers, form, scope, period, the plan above.

use std::sync::LazyLock;

use phongtrao_document::Document;
use serde::Deserialize;

use super::calendar::Period;
use super::ids::slug;
use super::phrase::{Phrases, lowered};
use super::statements::{Statement, origin};
use super::topics::Topic;
use super::years::Cues;
use crate::{Identity, MovementForm};

#[derive(Deserialize)]
struct Data {
    emulation: Vec<String>,
    thematic: Vec<String>,
    regular: Vec<String>,
    carries_out: Vec<String>,
    above: Vec<String>,
    span: Vec<String>,
    school_year: Vec<String>,
    until: Vec<String>,
    year: Vec<String>,
    compared: Vec<String>,
}

struct Words {
    emulation: Phrases,
    thematic: Phrases,
    regular: Phrases,
    carries_out: Phrases,
    data: Data,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/identity.toml")).expect("the words of identity are sound");
    Words {
        emulation: Phrases::new(&data.emulation),
        thematic: Phrases::new(&data.thematic),
        regular: Phrases::new(&data.regular),
        carries_out: Phrases::new(&data.carries_out),
        data,
    }
});

/// Words before a year.
pub(crate) fn cues() -> Cues<'static> {
    let data = &WORDS.data;
    Cues { span: &data.span, school_year: &data.school_year, until: &data.until, year: &data.year, compared: &data.compared }
}

/// The identity of a plan.
pub(crate) fn take(document: &Document, statements: &[Statement<'_>], period: &Period) -> Identity {
    let frame = &document.frame;
    let title = frame.title.as_ref().map(|title| title.value.clone());
    let lower = lowered(title.as_deref().unwrap_or_default());
    let number = frame.number.as_ref().map(|number| number.value.to_string());
    let form = form(&lower);
    let parent = parent(document);
    let scope = scope(statements);
    let mut guessed = Vec::new();
    guessed.extend(form.is_some().then_some("form"));
    guessed.extend((!period.origin.guessed.is_empty()).then_some("period"));
    guessed.extend(parent.is_some().then_some("parent"));
    let span = frame.title.as_ref().map(|title| title.span).unwrap_or_default();
    Identity {
        origin: origin(&Default::default(), span, &guessed),
        id: number.as_deref().or(title.as_deref().map(name)).map(slug).filter(|id| !id.is_empty()),
        title,
        kind: frame.kind.as_ref().map(|kind| kind.value.clone()).filter(|kind| !kind.is_empty()),
        number,
        issued_on: frame.issued_on.as_ref().map(|date| date.value),
        issuers: frame.issuers.iter().map(|issuer| issuer.value.clone()).collect(),
        place: frame.place.as_ref().map(|place| place.value.clone()),
        form,
        scope,
        from: period.from,
        to: period.to,
        parent,
    }
}

/// The name within quotation marks in a subject line, else the whole line.
fn name(title: &str) -> &str {
    let quoted = title.split_once(['“', '"']).and_then(|(_, rest)| rest.split_once(['”', '"']));
    quoted.map_or(title, |(name, _)| name)
}

/// The form that the words of the subject line make likely.
fn form(title: &str) -> Option<MovementForm> {
    if !WORDS.emulation.within(title) {
        return None;
    }
    let regular = WORDS.regular.within(title);
    let thematic = WORDS.thematic.within(title);
    match (regular, thematic) {
        (true, _) => Some(MovementForm::Regular),
        (false, true) => Some(MovementForm::Thematic),
        (false, false) => None,
    }
}

fn scope(statements: &[Statement<'_>]) -> Option<String> {
    statements.iter().find(|statement| statement.topics.only(Topic::Scope)).map(|statement| statement.text().to_owned())
}

/// How many bytes before a basis are looked at for what is done with it.
const BEFORE: usize = 40;

/// The number of the first basis that the plan says it carries out.
fn parent(document: &Document) -> Option<String> {
    document.frame.bases.iter().find_map(|basis| {
        let kind = basis.kind.as_deref().map(lowered)?;
        let from = document.text.floor_char_boundary(basis.span.start.saturating_sub(BEFORE));
        let before = lowered(document.text.get(from..basis.span.start).unwrap_or_default());
        let carries = WORDS
            .carries_out
            .all(&before, 0)
            .last()
            .is_some_and(|range| before.get(range.end..).is_some_and(|rest| !rest.contains([';', '.'])));
        let number = basis.number.as_ref()?.value.to_string();
        (carries && WORDS.data.above.contains(&kind)).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("tổ chức phong trào thi đua “đọc sách mỗi ngày” giai đoạn 2026-2028", Some(MovementForm::Thematic))]
    #[case("phát động đợt thi đua cao điểm chào mừng đại hội", Some(MovementForm::Thematic))]
    #[case("tổ chức phong trào thi đua năm 2026", Some(MovementForm::Regular))]
    #[case("tuyển sinh đại học năm 2026", None)]
    fn forms(#[case] title: &str, #[case] expected: Option<MovementForm>) {
        assert_eq!(form(title), expected);
    }
}
