//! Purposes and requirements.

use std::sync::LazyLock;

use serde::Deserialize;

use super::parts::Parts;
use super::phrase::Phrases;
use super::statements::Statement as Words;
use super::topics::Topic;
use crate::Statement;

#[derive(Deserialize)]
struct Data {
    purpose_opens: Vec<String>,
    requirement_opens: Vec<String>,
}

struct Opens {
    purpose: Phrases,
    requirement: Phrases,
}

static OPENS: LazyLock<Opens> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/statements.toml")).expect("the words of statements are sound");
    Opens { purpose: Phrases::new(&data.purpose_opens), requirement: Phrases::new(&data.requirement_opens) }
});

/// The purposes in the order of the text.
pub(crate) fn purposes(parts: &Parts, statements: &[Words<'_>]) -> Vec<Statement> {
    take(parts, statements, Topic::Purpose)
}

/// The requirements in the order of the text.
pub(crate) fn requirements(parts: &Parts, statements: &[Words<'_>]) -> Vec<Statement> {
    take(parts, statements, Topic::Requirement)
}

fn take(parts: &Parts, statements: &[Words<'_>], topic: Topic) -> Vec<Statement> {
    let mut found = Vec::new();
    for statement in statements.iter().filter(|statement| statement.topics.has(topic)) {
        let both = statement.topics.has(Topic::Purpose) && statement.topics.has(Topic::Requirement);
        let guessed: &[&str] = match (statement.topics.only(topic), both) {
            (true, _) => &[],
            (false, true) if likelier(statement.lower()) == topic => &["text"],
            _ => continue,
        };
        found.push(Statement { origin: statement.origin(parts, guessed), text: statement.text().to_owned() });
    }
    found
}

/// Under a heading that names both, what the first words make likelier.
fn likelier(lower: &str) -> Topic {
    let purpose = OPENS.purpose.start(lower);
    let requirement = OPENS.requirement.start(lower);
    if requirement > purpose { Topic::Requirement } else { Topic::Purpose }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("nâng cao nhận thức của sinh viên", Topic::Purpose)]
    #[case("việc tổ chức phải thiết thực", Topic::Requirement)]
    #[case("các đơn vị chủ động triển khai", Topic::Requirement)]
    fn under_one_heading(#[case] text: &str, #[case] expected: Topic) {
        assert_eq!(likelier(text), expected);
    }
}
