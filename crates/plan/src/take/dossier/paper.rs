//! The papers in an item, and in a sentence that lists them.

use std::ops::Range;

use super::words::WORDS;
use crate::take::phrase::{CLOSING, OPENING, Phrases, sentence_end, trimmed};

/// How long the words before a paper in an item may be (`Người nộp muộn: gửi …`), in bytes.
const LEAD: usize = 120;
/// How long a case in a bracket may be before it is left out, in bytes.
const LONG_CASE: usize = 40;

/// The papers of an item: one as a rule, several where a semicolon sets a paper of its own apart.
pub(super) fn in_item(text: &str, lower: &str) -> Vec<Range<usize>> {
    let begin = trimmed(text, 0..text.len(), OPENING).start;
    let Some(first) = paper_start(text, lower, begin) else { return Vec::new() };
    let end = sentence_end(text, first.start);
    let marks: &[char] = if first.brought { &[';', ','] } else { &[';'] };
    split(text, lower, first.start..end, marks, &WORDS.own_papers)
}

/// The papers of a sentence that lists them after `gồm`.
pub(super) fn in_sentence(text: &str, lower: &str, from: usize) -> Vec<Range<usize>> {
    let begin = trimmed(text, from..text.len(), &[':']).start;
    let begin = after_count(text, lower, begin);
    if !is_paper(lower, begin) {
        return Vec::new();
    }
    let end = sentence_end(text, begin);
    let semicolons = text.get(begin..end).is_some_and(|list| list.contains(';'));
    split(text, lower, begin..end, if semicolons { &[';'] } else { &[',', ';'] }, &WORDS.papers)
}

/// Whether a paper begins at `at`.
pub(super) fn is_paper(lower: &str, at: usize) -> bool {
    let tail = lower.get(after_number(lower, at)..).unwrap_or_default();
    let not = WORDS.no_papers.start(tail).unwrap_or(0);
    WORDS.papers.start(tail).is_some_and(|length| length > not)
}

struct First {
    start: usize,
    /// Whether words stand before it that say who brings it.
    brought: bool,
}

/// Where the first paper of an item begins: at its beginning, or after words like `…: gửi`.
fn paper_start(text: &str, lower: &str, begin: usize) -> Option<First> {
    if is_paper(lower, begin) {
        return Some(First { start: begin, brought: false });
    }
    let tail = lower.get(begin..)?;
    if WORDS.no_papers.start(tail).is_some() {
        return None;
    }
    let colon = tail.find(':').filter(|at| *at < LEAD)?;
    let after = trimmed(text, begin + colon + 1..text.len(), &[]).start;
    let length = lower.get(after..).and_then(|tail| WORDS.bringing.start(tail)).unwrap_or(0);
    let start = trimmed(text, after + length..text.len(), &[]).start;
    is_paper(lower, start).then_some(First { start, brought: true })
}

/// The byte after a number before a paper: `01 tờ trình`.
fn after_number(lower: &str, at: usize) -> usize {
    let tail = lower.get(at..).unwrap_or_default();
    let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    at + tail.get(digits..).map_or(0, |rest| digits + (rest.len() - rest.trim_start().len()))
}

/// The byte after a count of sets and a colon: `gồm 01 bộ (bản chính): …`.
fn after_count(text: &str, lower: &str, at: usize) -> usize {
    if is_paper(lower, at) {
        return at;
    }
    let colon = text.get(at..).and_then(|tail| tail.find(':')).filter(|length| *length < LEAD);
    colon.map_or(at, |length| trimmed(text, at + length + 1..text.len(), &[]).start)
}

/// Cuts a list at the marks after which a paper of its own begins; what lies in brackets is not cut.
fn split(text: &str, lower: &str, list: Range<usize>, marks: &[char], own: &Phrases) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = list.start;
    let mut depth = 0_usize;
    for (at, c) in text.get(list.clone()).unwrap_or_default().char_indices() {
        let at = list.start + at;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && marks.contains(&c) => {
                let next = trimmed(text, at + 1..list.end, OPENING).start;
                let tail = lower.get(after_number(lower, next)..list.end).unwrap_or_default();
                if own.start(tail).is_some() && is_paper(lower, next) {
                    found.push(start..at);
                    start = next;
                }
            }
            _ => {}
        }
    }
    found.push(start..list.end);
    found.into_iter().map(|range| without_case(text, lower, trimmed(text, range, CLOSING))).filter(|range| !range.is_empty()).collect()
}

/// The words without a bracket at their end that tells a case at length.
fn without_case(text: &str, lower: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let Some(open) = words.find('(') else { return range };
    let inner = lower.get(range.start + open + 1..range.end).unwrap_or_default();
    let tells = inner.len() > LONG_CASE && WORDS.case_brackets.start(inner.trim_start()).is_some();
    if tells { trimmed(text, range.start..range.start + open, CLOSING) } else { range }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::phrase::lowered;

    fn words(text: &str, ranges: Vec<Range<usize>>) -> Vec<&str> {
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[rstest::rstest]
    #[case::one("- Tờ trình của đơn vị;", &["Tờ trình của đơn vị"])]
    #[case::together("Tờ trình, biên bản họp của lớp.", &["Tờ trình, biên bản họp của lớp"])]
    #[case::second_sentence("Ảnh chụp thẻ thư viện. Trường hợp mất thẻ, bạn đọc nộp đơn.", &["Ảnh chụp thẻ thư viện"])]
    #[case::apart("Đơn của hội viên; công văn của chi hội.", &["Đơn của hội viên", "công văn của chi hội"])]
    #[case::going_on("Báo cáo có xác nhận của khoa; xác nhận của phường.", &["Báo cáo có xác nhận của khoa; xác nhận của phường"])]
    #[case::brought("Người nộp muộn: gửi đơn giải trình, công văn của chi hội.", &["đơn giải trình", "công văn của chi hội"])]
    #[case::case_bracket("Trích lục khai sinh (trường hợp thông tin không khớp thì phải có xác nhận của xã).", &["Trích lục khai sinh"])]
    #[case::bracket("Các tài liệu khác (nếu có)", &["Các tài liệu khác (nếu có)"])]
    #[case::handing_in("Hồ sơ nộp 02 bộ về Văn phòng.", &[])]
    #[case::note("Lưu ý: giữ lại mã hồ sơ.", &[])]
    #[case::body("Đơn vị nộp hồ sơ trước ngày 5/5.", &[])]
    fn items(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(words(text, in_item(text, &lowered(text))), expected);
    }

    #[rstest::rstest]
    #[case::commas(" tờ trình, biên bản họp và danh sách.", &["tờ trình", "biên bản họp và danh sách"])]
    #[case::semicolons(": Đơn đăng ký, có ảnh; bản sao thẻ; giấy giới thiệu.", &["Đơn đăng ký, có ảnh", "bản sao thẻ", "giấy giới thiệu"])]
    #[case::count(" 02 bộ (bản chính): Tờ trình; danh sách.", &["Tờ trình", "danh sách"])]
    #[case::nothing(":", &[])]
    fn lists(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(words(text, in_sentence(text, &lowered(text), 0)), expected);
    }
}
