//! Standards and criteria, by subject.

use std::sync::LazyLock;

use serde::Deserialize;

use super::ids::Ids;
use super::parts::Parts;
use super::phrase::{CLOSING, Phrases};
use super::statements::{self, Statement};
use super::subjects;
use super::topics::{self, Topic};
use crate::{Criterion, Subject};

#[derive(Deserialize)]
struct Data {
    procedure_opens: Vec<String>,
}

static PROCEDURE: LazyLock<Phrases> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/statements.toml")).expect("the words of statements are sound");
    Phrases::new(&data.procedure_opens)
});

/// All of them in the order of the text.
pub(crate) fn take(parts: &Parts, statements: &[Statement<'_>], subjects: &[Subject]) -> Vec<Criterion> {
    let mut ids = Ids::default();
    let mut criteria = Vec::new();
    for statement in statements::about(statements, Topic::Criteria).filter(|statement| says_something(parts, statement)) {
        let said = asked_of(parts, statement, subjects);
        // Where only one can be honoured, the criteria can be nobody else's.
        let only = (said.is_empty() && subjects.len() == 1).then(|| subjects[0].id.clone());
        let guessed: &[&str] = if only.is_some() { &["subject"] } else { &[] };
        let asked: Vec<String> = said.into_iter().chain(only).collect();
        let number = criteria.len() + 1;
        criteria.push(Criterion {
            origin: statement.origin(parts, guessed),
            id: ids.unique(&format!("c{number}")),
            subjects: asked,
            label: label(parts, statement),
            measure: None,
        });
    }
    criteria
}

/// The longest line that can be the heading of something else, in words.
const HEADING: usize = 4;

/// The words of a criterion; a few words behind a heading say nothing without it: `Phong cách phục vụ: 40 điểm`.
fn label(parts: &Parts, statement: &Statement<'_>) -> String {
    let part = &parts.0[statement.part];
    let text = statement.text();
    let opens = part.paragraphs.first().is_some_and(|first| std::ptr::eq(first, statement.words));
    let few = text.split_whitespace().count() <= HEADING;
    match &part.heading {
        Some(heading) if opens && few && !statement.bare_heading => {
            format!("{}: {text}", heading.text().trim_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c)))
        }
        _ => text.to_owned(),
    }
}

/// Whether a statement is more than a heading.
fn says_something(parts: &Parts, statement: &Statement<'_>) -> bool {
    let leaf = parts.0[statement.part].end == statement.part + 1;
    let short = statement.text().split_whitespace().count() <= HEADING;
    let heading = short && (!leaf || topics::of_heading(statement.lower()).only(Topic::Other));
    !statement.bare_heading && !heading && PROCEDURE.start(statement.lower()).is_none()
}

/// The subjects of the kind, and where there are several of the block, that the headings above name.
fn asked_of(parts: &Parts, statement: &Statement<'_>, all: &[Subject]) -> Vec<String> {
    let kinds = subjects::kinds_of(parts, statement);
    let block = subjects::block(parts, statement.part);
    let of_kind = all.iter().filter(|subject| subject.kind.is_some_and(|kind| kinds.contains(&kind)));
    let of_block = of_kind.filter(|subject| block.is_none() || subject.block == block);
    of_block.map(|subject| subject.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::take::{take, testing::document};

    #[rstest::rstest]
    #[case("a) Phong cách phục vụ: 40 điểm;\nb) Vệ sinh: 30 điểm.\n", &["Phong cách phục vụ: 40 điểm", "Vệ sinh: 30 điểm"])]
    #[case("a) Đọc sách: Mỗi lớp đọc ít nhất 20 đầu sách trong năm.\n", &["Mỗi lớp đọc ít nhất 20 đầu sách trong năm"])]
    fn a_few_words_have_their_heading(#[case] items: &str, #[case] expected: &[&str]) {
        let plan = take(&document(&format!("I. TIÊU CHÍ CHẤM ĐIỂM\n{items}"))).plan;
        assert_eq!(plan.criteria.iter().map(|criterion| criterion.label.as_str()).collect::<Vec<_>>(), expected);
    }
}
