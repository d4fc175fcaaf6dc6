//! `criterion-beyond-subject`: a person is asked for what only a body can do, by the criterion itself or by the clause that it refers to.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink};
use crate::take::phrase::{Phrases, lowered};
use crate::{Criterion, Subject, SubjectKind, texts};

/// A person is asked for what only a body can do, by the criterion itself or by the clause that it refers to.
pub(super) static LINT: Lint = Lint {
    name: "criterion-beyond-subject",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

#[derive(Deserialize)]
struct Data {
    acts: Vec<String>,
    helping: Vec<String>,
    heads: Vec<String>,
    section: Vec<String>,
    clause: Vec<String>,
}

struct Words {
    acts: Phrases,
    heads: Phrases,
    section: Phrases,
    clause: Phrases,
    helping: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of bodies' acts are sound");
    let [acts, heads, section, clause] = [&data.acts, &data.heads, &data.section, &data.clause].map(|list| Phrases::new(list));
    Words { acts, heads, section, clause, helping: data.helping }
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for criterion in context.plan.criteria.iter().filter(|criterion| is_asked_of_persons(context, criterion)) {
        if let Some(act) = act_of_a_body(&criterion.label) {
            let message = texts::criterion_beyond_subject(act);
            sink.push(sink.finding(message).at(criterion.origin.span).help(texts::criterion_beyond_subject_help()));
        } else if let Some((other, act)) = referred(context, criterion) {
            let message = texts::criterion_beyond_subject_referred(act, criterion.label.as_str());
            let finding = sink.finding(message).at(criterion.origin.span).help(texts::criterion_beyond_subject_help());
            sink.push(match other.origin.span {
                Some(span) => finding.label(span, texts::criterion_beyond_subject_here()),
                None => finding,
            });
        }
    }
}

/// Whether all subjects of a criterion are persons, and none of them leads a body.
fn is_asked_of_persons(context: &Context<'_>, criterion: &Criterion) -> bool {
    let asked = |subject: &&Subject| criterion.subjects.is_empty() || criterion.subjects.contains(&subject.id);
    let mut subjects = context.plan.subjects.iter().filter(asked).peekable();
    let person = |subject: &Subject| subject.kind == Some(SubjectKind::Individual) && !WORDS.heads.within(&lowered(&subject.who));
    subjects.peek().is_some() && subjects.all(person)
}

/// The act of a body that a criterion asks for, in its own words; one in which somebody only helps is none.
fn act_of_a_body(label: &str) -> Option<&str> {
    let lower = lowered(label);
    let act = WORDS.acts.all(&lower, 0).find(|range| {
        let before = lower.get(..range.start).unwrap_or_default().trim_end();
        !WORDS.helping.iter().any(|word| before.ends_with(word.as_str()))
    })?;
    label.get(act)
}

/// The criterion among those of the clause that a criterion refers to that only a body can meet.
fn referred<'a>(context: &'a Context<'_>, criterion: &Criterion) -> Option<(&'a Criterion, &'a str)> {
    let lower = lowered(&criterion.label);
    let section = label_after(&lower, &WORDS.section)?;
    let clause = label_after(&lower, &WORDS.clause)?;
    let within = context.plan.criteria.iter().filter(|other| stands_in(other, section, clause));
    within.filter(|other| other.id != criterion.id).find_map(|other| Some((other, act_of_a_body(&other.label)?)))
}

/// The label right after a word like `mục`.
fn label_after<'a>(lower: &'a str, word: &Phrases) -> Option<&'a str> {
    let at = word.all(lower, 0).next()?.end;
    let label = lower.get(at..)?.split_whitespace().next()?.trim_matches(|c: char| !c.is_alphanumeric());
    (!label.is_empty()).then_some(label)
}

/// Whether a criterion stands in that clause of that section; `khoản I` may mean the clause `1`.
fn stands_in(criterion: &Criterion, section: &str, clause: &str) -> bool {
    let Some(address) = &criterion.origin.clause else { return false };
    let labels: Vec<String> = address.0.split('.').map(|label| lowered(label.split('[').next().unwrap_or_default())).collect();
    let is = |label: &str, wanted: &str| label == wanted || roman(wanted).is_some_and(|number| number.to_string() == label);
    labels.windows(2).any(|pair| is(&pair[0], section) && is(&pair[1], clause))
}

/// The value of a small Roman number.
fn roman(label: &str) -> Option<usize> {
    const NUMBERS: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    NUMBERS.iter().position(|number| *number == label).map(|index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Ban hành kế hoạch đọc sách hằng năm", Some("Ban hành kế hoạch"))]
    #[case("Tham mưu ban hành kế hoạch đọc sách", None)]
    #[case("Tham gia tổ chức phong trào thi đua", None)]
    #[case("Đọc mỗi tháng 01 cuốn sách", None)]
    fn acts(#[case] label: &str, #[case] expected: Option<&str>) {
        assert_eq!(act_of_a_body(label), expected);
    }
}
