//! For how many an honour is: the numbers beside it.

use std::ops::Range;

use phongtrao_value::text::is_alphanumeric;

use super::extent::skip_space;
use super::mention::Mention;
use super::words::WORDS;
use crate::take::parts::Words;
use crate::take::phrase::{CLOSING, OPENING, head, sentence_end, trimmed};

/// How far from an honour its number is looked for, in bytes.
const REACH: usize = 400;

/// The words of counting behind an honour and before `to`: `cho 02 tập thể, 03 cá nhân`; else those of choosing between `from` and the honour:
/// `lựa chọn 05 tập thể đề nghị tặng …`.
pub(super) fn beside(words: &Words, from: usize, mention: &Mention, to: usize) -> Option<Range<usize>> {
    let sentence = sentence_end(words.text(), mention.range.end);
    behind(words, mention.range.end..to.min(sentence)).or_else(|| before(words, from..mention.start))
}

/// The words of counting with which a text begins, below a heading that names an honour: `Giấy khen: 02 lớp`.
pub(super) fn at_start(words: &Words) -> Option<Range<usize>> {
    /// Few words stand before the number: `cho`, `tặng không quá`.
    const FEW: usize = 24;
    behind(words, 0..sentence_end(words.text(), 0)).filter(|range| range.start <= FEW)
}

fn behind(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    let near = head(words.lower.get(range.clone())?, REACH);
    let start = range.start + counted(near)?;
    let limited = WORDS.limits.all(&words.lower, range.start).take_while(|limit| limit.start < start).last();
    let start = limited
        .filter(|limit| words.lower.get(limit.end..start).is_some_and(|between| between.trim().is_empty()))
        .map_or(start, |limit| limit.start);
    let end = words.text().get(start..range.end)?.find(';').map_or(range.end, |semicolon| start + semicolon);
    Some(without_bracket(words.text(), joined(words, start..end)))
}

fn before(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    let lower = words.lower.get(range.clone())?;
    let from = lower.rfind(';').map_or(0, |semicolon| semicolon + 1);
    let chosen = WORDS.choosing.all(lower, from).next()?.end;
    let near = head(lower.get(chosen..)?, REACH);
    let first = near.len() - near.trim_start().len();
    let start = range.start + chosen + counted(near).filter(|at| *at == first)?;
    let asked = WORDS.asking.all(&words.lower, start).next().map_or(range.end, |asked| asked.start.min(range.end));
    Some(trimmed(words.text(), start..asked, CLOSING))
}

/// Where the first number stands that counts those who are honoured: `10 tập thể`, `5% quân số`.
fn counted(near: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = near.get(at..)?.find(|c: char| c.is_ascii_digit()) {
        let start = at + found;
        let tail = near.get(start..)?;
        let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let own = near.get(..start)?.chars().next_back().is_none_or(|c| !is_alphanumeric(c) && !matches!(c, '/' | '.' | ','));
        let rest = tail.get(digits..)?;
        let who = rest.get(skip_space(rest, 0)..)?;
        // A share is a number of those who are honoured where it is the most; else it is one that they must reach.
        let share = who.starts_with('%')
            && WORDS.limits.all(near, 0).any(|limit| near.get(limit.end..start).is_some_and(|between| between.trim().is_empty()));
        if own && (share || rest.starts_with(char::is_whitespace) && WORDS.counted_kinds.start(who).is_some()) {
            return Some(start);
        }
        at = start + digits;
    }
    None
}

/// Without the words that lead on to the next honour, and without what goes on behind a bracket that began before.
fn joined(words: &Words, range: Range<usize>) -> Range<usize> {
    let asked = WORDS.asking.all(&words.lower, range.start).next().map_or(range.end, |asked| asked.start.min(range.end));
    let closed = trimmed(words.text(), range.start..asked, &[CLOSING, OPENING].concat());
    let lower = words.lower.get(closed.clone()).unwrap_or_default();
    let last = WORDS.joining.iter().find(|word| super::extent::ends_with_word(lower, word)).map_or(0, String::len);
    trimmed(words.text(), closed.start..closed.end - last, CLOSING)
}

fn without_bracket(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    match (words.find('('), words.find(')')) {
        (None, Some(close)) => range.start..range.start + close,
        (Some(open), Some(close)) if close < open => range.start..range.start + close,
        (Some(open), None) => trimmed(text, range.start..range.start + open, CLOSING),
        _ => range,
    }
}

#[cfg(test)]
mod tests {
    use super::super::mention::mentions;
    use super::*;
    use crate::take::phrase::lowered;

    #[rstest::rstest]
    #[case::for_whom(
        "tặng Giấy khen cho 10 tập thể, 30 cá nhân có thành tích xuất sắc.",
        Some("10 tập thể, 30 cá nhân có thành tích xuất sắc")
    )]
    #[case::at_most("tặng Bằng khen cho không quá 03 tập thể và 05 cá nhân.", Some("không quá 03 tập thể và 05 cá nhân"))]
    #[case::colon("Giấy khen: 02 lớp; mức thưởng theo quy định.", Some("02 lớp"))]
    #[case::share("Giấy khen: không quá 5% quân số mỗi đơn vị.", Some("không quá 5% quân số mỗi đơn vị"))]
    #[case::bracket("Giấy khen cho các khoa (tối đa 05 tập thể) và 20 cá nhân.", Some("tối đa 05 tập thể"))]
    #[case::chosen("Lựa chọn 05 tập thể, 10 cá nhân tiêu biểu đề nghị tặng Bằng khen.", Some("05 tập thể, 10 cá nhân tiêu biểu"))]
    #[case::condition("Đơn vị có 20 cá nhân trở lên được xét tặng Giấy khen.", None)]
    #[case::reached("Giấy khen cho đơn vị có 90% cá nhân trở lên hoàn thành nhiệm vụ.", None)]
    #[case::money("Giấy khen kèm 500.000 đồng, trao ngày 20/11/2026.", None)]
    fn numbers_beside_an_honour(#[case] text: &str, #[case] expected: Option<&str>) {
        let words = Words::of(text);
        let mention = mentions(text, &lowered(text)).into_iter().next().expect("an honour of the table above");
        assert_eq!(beside(&words, 0, &mention, text.len()).map(|range| &text[range]), expected);
    }
}
