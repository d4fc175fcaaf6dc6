//! Where the money comes from.

use std::sync::LazyLock;

use serde::Deserialize;

use super::parts::Parts;
use super::phrase::{CLOSING, trimmed};
use super::statements::{self, Statement, origin};
use super::topics::Topic;
use crate::Budget;

#[derive(Deserialize)]
struct Data {
    money_opens: Vec<String>,
}

static WORDS: LazyLock<Data> =
    // The data stands in this crate; the tests read it.
    LazyLock::new(|| toml::from_str(include_str!("../../words/statements.toml")).expect("the words of statements are sound"));

/// The first part about money, else the first sentence that names the money and has no part of its own.
pub(crate) fn take(parts: &Parts, statements: &[Statement<'_>]) -> Option<Budget> {
    of_part(parts, statements).or_else(|| statements.iter().find_map(|statement| of_sentence(parts, statement)))
}

/// `Kinh phí thực hiện: Từ nguồn …`
fn of_sentence(parts: &Parts, statement: &Statement<'_>) -> Option<Budget> {
    if !WORDS.money_opens.iter().any(|words| statement.lower().starts_with(words.as_str())) {
        return None;
    }
    let colon = statement.text().find(':')?;
    let said = trimmed(statement.words.text(), statement.range.start + colon + 1..statement.range.end, CLOSING);
    let source = statement.words.text().get(said.clone()).filter(|words| !words.is_empty())?.to_owned();
    Some(Budget {
        origin: origin(&parts.0[statement.part].address, statement.words.span(said), &[]),
        source: Some(source),
        lines: Vec::new(),
    })
}

/// The first part about money: its first statement is the source, further ones are lines.
fn of_part(parts: &Parts, statements: &[Statement<'_>]) -> Option<Budget> {
    let mut about = statements::about(statements, Topic::Budget).filter(|statement| !statement.bare_heading);
    let first = about.next()?;
    let top = outermost(parts, first.part);
    let lines = about.take_while(|statement| statement.part >= top && statement.part < parts.0[top].end);
    Some(Budget {
        origin: first.origin(parts, &[]),
        source: Some(first.text().to_owned()),
        lines: lines.map(|statement| statement.text().to_owned()).collect(),
    })
}

/// The part whose heading names the money.
fn outermost(parts: &Parts, part: usize) -> usize {
    let mut at = part;
    loop {
        let named = parts.0[at].heading.as_ref().is_some_and(|heading| super::topics::of_heading(&heading.lower).has(Topic::Budget));
        match (named, parts.0[at].parent) {
            (false, Some(parent)) => at = parent,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::take::{take, testing::document};

    #[rstest::rstest]
    #[case(
        "I. TỔ CHỨC THỰC HIỆN\n1. Các khoa\n- Cử người học.\nKinh phí thực hiện: Từ nguồn quỹ khen thưởng.\n",
        Some("Từ nguồn quỹ khen thưởng")
    )]
    #[case("I. KINH PHÍ\nTừ nguồn chi thường xuyên.\n\nII. NỘI DUNG\nKinh phí: do Trường cấp.\n", Some("Từ nguồn chi thường xuyên"))]
    #[case("I. NỘI DUNG\n1. Các khoa\n- Cử người học, kinh phí tự lo.\n", None)]
    fn the_money_has_a_part_or_a_sentence(#[case] body: &str, #[case] source: Option<&str>) {
        assert_eq!(take(&document(body)).plan.budget.and_then(|budget| budget.source).as_deref(), source);
    }
}
