//! What the text leaves to another document.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::parts::Parts;
use super::phrase::{CLOSING, Phrases, trimmed};
use super::sentences;
use super::statements::{Statement, origin};
use super::topics::Topic;
use crate::Deferred;

#[derive(Deserialize)]
struct Data {
    leading: Vec<String>,
    standing: Vec<String>,
    not_left: Vec<String>,
    not_what: Vec<String>,
    until: Vec<String>,
}

struct Words {
    leading: Phrases,
    standing: Phrases,
    not_left: Phrases,
    not_what: Phrases,
    until: Phrases,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/deferral.toml")).expect("the words of deferral are sound");
    Words {
        leading: Phrases::new(&data.leading),
        standing: Phrases::new(&data.standing),
        not_left: Phrases::new(&data.not_left),
        not_what: Phrases::new(&data.not_what),
        until: Phrases::new(&data.until),
    }
});

/// All of it in the order of the text.
pub(crate) fn take(parts: &Parts, statements: &[Statement<'_>]) -> Vec<Deferred> {
    let mut found = Vec::new();
    for statement in statements.iter().filter(|statement| !statement.topics.only(Topic::Purpose)) {
        let lower = statement.lower();
        if !WORDS.leading.within(lower) && !WORDS.standing.within(lower) {
            continue;
        }
        for sentence in sentences::of(statement) {
            found.extend(of_sentence(parts, statement, sentence));
        }
    }
    found
}

fn of_sentence(parts: &Parts, statement: &Statement<'_>, sentence: Range<usize>) -> Option<Deferred> {
    let lower = statement.words.lower.get(sentence.clone())?;
    let text = statement.words.text().get(sentence.clone())?;
    let (what, to) = left(lower)?;
    let what = text.get(what).map(str::trim).filter(|what| !what.is_empty()).map(str::to_owned);
    let heading = || parts.0[statement.part].heading.as_ref().map(|heading| heading.text().trim().to_owned());
    Some(Deferred {
        origin: origin(&parts.0[statement.part].address, statement.words.span(sentence), &[]),
        what: what.or_else(heading).unwrap_or_else(|| text.to_owned()),
        to: to.and_then(|to| text.get(to)).map(str::to_owned),
    })
}

/// What a sentence in small letters leaves, and to what.
fn left(lower: &str) -> Option<(Range<usize>, Option<Range<usize>>)> {
    if let Some(standing) = WORDS.standing.all(lower, 0).next() {
        let what = before(lower, standing.start);
        return Some((if what.len() < 4 { 0..lower.len() } else { what }, Some(standing)));
    }
    for leading in WORDS.leading.all(lower, 0) {
        let to = leading.start..document_end(lower, leading.end);
        let after = lower.get(leading.end..to.end).unwrap_or_default().trim();
        let what = before(lower, leading.start);
        let law = WORDS.not_left.within(after);
        if !law && !WORDS.not_what.within(lower.get(what.clone()).unwrap_or_default()) {
            return Some((what, Some(trimmed(lower, to, CLOSING))));
        }
    }
    None
}

/// Where the name of the document ends: at a comma, a bracket, a word that goes on with something else, or the end.
fn document_end(lower: &str, from: usize) -> usize {
    let rest = lower.get(from..).unwrap_or_default();
    // A comma right after the phrase goes on with it: `theo điều lệ, quy định của mỗi tổ chức`.
    let skip = if rest.starts_with(',') { 1 } else { 0 };
    let mark = rest.get(skip..).and_then(|rest| rest.find([',', '(', ')', ';'])).map_or(rest.len(), |at| at + skip);
    let word = WORDS.until.all(rest, 0).next().map_or(rest.len(), |until| until.start);
    from + mark.min(word)
}

/// What stands before a phrase: all of the sentence, or what is said in the bracket that holds the phrase.
fn before(lower: &str, end: usize) -> Range<usize> {
    let words = lower.get(..end).unwrap_or_default();
    let open = words.rfind('(').filter(|open| !words.get(*open..).unwrap_or_default().contains(')'));
    trimmed(lower, open.map_or(0, |open| open + 1)..end, CLOSING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("khen thưởng cấp bộ thực hiện theo văn bản cấp trên", Some(("khen thưởng cấp bộ thực hiện", "theo văn bản cấp trên")))]
    #[case("số lượng theo kế hoạch của sở giáo dục", Some(("số lượng", "theo kế hoạch của sở giáo dục")))]
    #[case("hồ sơ khen thưởng có hướng dẫn riêng", Some(("hồ sơ khen thưởng", "có hướng dẫn riêng")))]
    #[case("hội viên theo điều lệ, quy định của mỗi hội", Some(("hội viên", "theo điều lệ, quy định của mỗi hội")))]
    #[case("khen thưởng cấp bộ theo văn bản cấp trên và theo quy định của pháp luật", Some(("khen thưởng cấp bộ", "theo văn bản cấp trên")))]
    #[case("đề nghị tặng bằng khen (số lượng theo kế hoạch của bộ)", Some(("số lượng", "theo kế hoạch của bộ")))]
    #[case("chế độ theo quy định của pháp luật", None)]
    #[case("thực hiện theo hướng dẫn tại phụ lục kèm theo kế hoạch này", None)]
    fn what_is_left(#[case] text: &str, #[case] expected: Option<(&str, &str)>) {
        let found = left(text).map(|(what, to)| (&text[what], to.map(|to| &text[to]).unwrap_or_default()));
        assert_eq!(found, expected);
    }
}
