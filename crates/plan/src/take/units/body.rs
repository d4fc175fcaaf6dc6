//! The name of a body in a heading or at the beginning of a sentence that gives it work.

use std::ops::Range;

use phongtrao_value::text::is_lowercase;

use super::words::{UnitWords, WORDS};
use crate::take::phrase::{CLOSING, OPENING, head, is_border, tail, trimmed};

/// How much of a paragraph is looked at, in bytes.
const WINDOW: usize = 4096;
/// How far from the beginning of a sentence the name of a body may begin, in bytes.
const REACH: usize = 700;
/// How far before the end of a kind a noun that holds a verb may begin, in bytes.
const COMPOUND: usize = 40;
/// How long the name of a body, or of several in one item, may be, in bytes.
const LONGEST: usize = 700;
/// How long a line without a verb may be that stands as a heading without a label, in bytes.
const LONGEST_LINE: usize = 260;

/// A body and the rest of its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The name.
    pub(super) name: Range<usize>,
    /// Where its work begins, when it follows in the same sentence.
    pub(super) work: Option<usize>,
    /// Whether a word before the name gives it the work: `Giao`, `Đề nghị`.
    pub(super) given: bool,
}

/// The body that a heading names, with nothing else in it.
pub(super) fn in_heading(text: &str, lower: &str) -> Option<Named> {
    let words = &*WORDS;
    let (text, lower) = (head(text, WINDOW), head(lower, WINDOW));
    let whole = trimmed(text, 0..text.len(), &[CLOSING, OPENING].concat());
    let (start, given) = after_giving(words, lower, whole.start);
    let kind = kind_end(words, lower, start)?;
    let mut end = start + head(text.get(start..whole.end)?, LONGEST).len();
    if let Some(verb) = heading_end(words, lower, kind).filter(|verb| *verb < end) {
        end = verb;
    }
    let name = without_bracket(text, start..end);
    (name.end >= kind).then_some(Named { name, work: None, given })
}

/// The body at which a sentence is addressed.
pub(super) fn in_sentence(text: &str, lower: &str) -> Option<Named> {
    let words = &*WORDS;
    let (text, lower) = (head(text, WINDOW), head(lower, WINDOW));
    let begin = beginning(text);
    if words.carrying_out.within(lower.get(begin..).unwrap_or_default()) {
        return None;
    }
    let (start, given) = addressed(words, lower, begin)?;
    let kind = kind_end(words, lower, start)?;
    let cut = first_work(words, text, lower, kind);
    let colon = lower.get(kind..).and_then(|tail| tail.find(':')).map(|at| at + kind);
    let (end, work) = match (colon, cut) {
        (Some(colon), Some(cut)) if colon < cut => (colon, colon + 1),
        (_, Some(cut)) => (cut, cut),
        (Some(colon), None) => (colon, colon + 1),
        (None, None) => return None,
    };
    let name = without_bracket(text, trimmed(text, start..end, CLOSING));
    if name.end < kind || name.len() > LONGEST || text.get(name.clone()).is_some_and(|name| name.contains(". ")) {
        return None;
    }
    Some(Named { name, work: Some(work), given })
}

/// Where the words of a sentence begin, behind its dash or the colon of its heading.
pub(super) fn beginning(text: &str) -> usize {
    let colon = trimmed(text, 0..text.len(), &[':']).start;
    trimmed(text, colon..text.len(), OPENING).start
}

/// The body that a line of its own names, as a heading that lacks its label.
pub(super) fn in_line(text: &str, lower: &str) -> Option<Named> {
    let line = text.trim_end();
    // Lines in capitals are the bodies of signatures.
    if line.len() > LONGEST_LINE || line.ends_with(['.', ';', ',']) || phongtrao_value::text::is_capitals(line) {
        return None;
    }
    let named = in_heading(text, lower)?;
    let whole = first_work(&WORDS, text, lower, named.name.start).is_none_or(|cut| cut >= named.name.end);
    whole.then_some(named)
}

/// Whether the words begin with a body, whatever follows.
pub(super) fn begins(lower: &str, at: usize) -> bool {
    kind_end(&WORDS, lower, at).is_some()
}

/// The byte after words like `Giao` and `Đề nghị`, and whether one stood there.
fn after_giving(words: &UnitWords, lower: &str, at: usize) -> (usize, bool) {
    let mut start = at;
    // Two of them may follow each other: `Đề nghị đối với`.
    for _ in 0..2 {
        let Some(length) = lower.get(start..).and_then(|tail| words.giving.start(tail)) else { break };
        start = trimmed(lower, start + length..lower.len(), &[':']).start;
    }
    (start, start > at)
}

/// Where the name begins: at the beginning, after a giving word, or after a comma that ends an opener (`Căn cứ Kế hoạch này, …`).
fn addressed(words: &UnitWords, lower: &str, begin: usize) -> Option<(usize, bool)> {
    let (start, given) = after_giving(words, lower, begin);
    if kind_end(words, lower, start).is_some() {
        return Some((start, given));
    }
    lower.get(begin..).and_then(|tail| words.openers.start(tail))?;
    let reach = head(lower.get(begin..)?, REACH);
    reach.match_indices([',', ':']).find_map(|(at, _)| {
        let next = trimmed(lower, begin + at + 1..lower.len(), &[]).start;
        let (start, given) = after_giving(words, lower, next);
        let found = kind_end(words, lower, start).is_some() && (given || works(words, lower, start));
        found.then_some((start, given))
    })
}

/// Whether a verb of work follows the body before the sentence ends, so that it is the sentence's subject and not one of a list of sources.
fn works(words: &UnitWords, lower: &str, start: usize) -> bool {
    let tail = lower.get(start..).unwrap_or_default();
    let end = tail.find(". ").unwrap_or(tail.len());
    words.verbs.all(lower, start).chain(words.cutters.all(lower, start)).next().is_some_and(|verb| verb.start < start + end)
}

/// The byte after the kind of the body that begins at `start`.
fn kind_end(words: &UnitWords, lower: &str, start: usize) -> Option<usize> {
    let tail = lower.get(start..)?;
    let mut at = 0;
    let mut plural = false;
    // `Lãnh đạo các đơn vị`: two determiners at most.
    for _ in 0..2 {
        let rest = tail.get(at..)?;
        let Some(length) = words.determiners.start(rest) else { break };
        plural = true;
        at += length;
        at += tail.get(at..)?.len() - tail.get(at..)?.trim_start().len();
    }
    let rest = tail.get(at..)?;
    let not = words.not_bodies.start(rest).unwrap_or(0);
    let plural_kind = words.plural_kinds.start(rest).filter(|_| plural);
    let kind = words.kinds.start(rest).max(plural_kind);
    kind.filter(|length| *length > not || (plural && *length == not)).map(|length| start + at + length)
}

/// Where the work begins: at the first cutter, or at the first verb that is no part of the name.
fn first_work(words: &UnitWords, text: &str, lower: &str, from: usize) -> Option<usize> {
    let limit = from + LONGEST;
    let compounds: Vec<Range<usize>> =
        words.compounds.all(lower, from - tail(lower.get(..from)?, COMPOUND).len()).take_while(|range| range.start < limit).collect();
    let is_own = |range: &Range<usize>| !compounds.iter().any(|compound| compound.start <= range.start && range.end <= compound.end);
    // Where a line end was lost, the work begins with a capital after the name: only words that no name holds tell.
    let small = words.cutters.all(lower, from).find(|range| is_small(text, range.start) && is_own(range)).map(|range| range.start);
    let sure = words.heading_cutters.all(lower, from).next().map(|range| range.start);
    let cut = [small, sure].into_iter().flatten().min();
    let mut held = compounds.iter().peekable();
    let verb = words.verbs.all(lower, from).take_while(|range| range.start < limit).find(|range| {
        while held.next_if(|compound| compound.end <= range.start).is_some() {}
        let in_compound = held.peek().is_some_and(|compound| compound.start <= range.start && range.start < compound.end);
        !in_compound && is_small(text, range.start) && !is_joined(words, lower, range.start)
    });
    let first = [cut, verb.map(|range| range.start)].into_iter().flatten().min();
    first.filter(|at| *at < limit)
}

/// In a heading only words that no name holds end the name.
fn heading_end(words: &UnitWords, lower: &str, from: usize) -> Option<usize> {
    words.heading_cutters.all(lower, from).next().map(|range| range.start).filter(|at| !is_joined(words, lower, *at))
}

fn is_small(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|tail| tail.chars().next()).is_some_and(is_lowercase)
}

/// Whether the word at `at` follows a comma or a word of joining.
fn is_joined(words: &UnitWords, lower: &str, at: usize) -> bool {
    let before = lower.get(..at).unwrap_or_default().trim_end();
    if before.ends_with([',', '-', '–', '&', '/', '(']) {
        return true;
    }
    words.joining.iter().any(|word| before.ends_with(word.as_str()) && is_border(before, before.len() - word.len()))
}

/// The name without a bracket at its end.
fn without_bracket(text: &str, name: Range<usize>) -> Range<usize> {
    let words = text.get(name.clone()).unwrap_or_default();
    let Some(open) = words.rfind('(').filter(|open| *open > 0) else { return name };
    let closed = words.get(open..).is_some_and(|tail| tail.trim_end().ends_with(')') || !tail.contains(')'));
    if closed { trimmed(text, name.start..name.start + open, CLOSING) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::phrase::lowered;

    fn name(named: fn(&str, &str) -> Option<Named>, text: &str) -> Option<String> {
        named(text, &lowered(text)).map(|named| text[named.name].to_owned())
    }

    #[rstest::rstest]
    #[case::office("Sở Thủy lợi", Some("Sở Thủy lợi"))]
    #[case::colon("Phòng Đối ngoại:", Some("Phòng Đối ngoại"))]
    #[case::request("Đề nghị Ủy ban Mặt trận Tổ quốc xã Vân Hà", Some("Ủy ban Mặt trận Tổ quốc xã Vân Hà"))]
    #[case::concerning("Đối với các thôn, xóm", Some("các thôn, xóm"))]
    #[case::duty("Trách nhiệm của Hội Khuyến học huyện", Some("Hội Khuyến học huyện"))]
    #[case::shared("Công đoàn, Đoàn Thanh niên, Hội Cựu chiến binh", Some("Công đoàn, Đoàn Thanh niên, Hội Cựu chiến binh"))]
    #[case::bracket("Sở Nội vụ (cơ quan thường trực)", Some("Sở Nội vụ"))]
    #[case::verb_in_name("Ban Quản lý dự án xây dựng", Some("Ban Quản lý dự án xây dựng"))]
    #[case::topic("Tổ chức phát động thi đua", None)]
    #[case::money("Kinh phí thực hiện", None)]
    #[case::prevention("Phòng, chống tham nhũng", None)]
    #[case::issue("Ban hành văn bản", None)]
    #[case::officer("Kế toán", Some("Kế toán"))]
    #[case::polite("Các ông (bà) Trưởng thôn", Some("Các ông (bà) Trưởng thôn"))]
    fn headings(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(name(in_heading, text).as_deref(), expected);
    }

    #[rstest::rstest]
    #[case::leads("Hội Làm vườn tỉnh chủ trì, phối hợp với Sở Nông nghiệp mở lớp.", Some("Hội Làm vườn tỉnh"))]
    #[case::colon("Sở Tài chính: chủ trì bố trí kinh phí.", Some("Sở Tài chính"))]
    #[case::given("Giao Sở Y tế theo dõi việc thực hiện.", Some("Sở Y tế"))]
    #[case::standing("Giao Phòng Hành chính và Văn phòng Đoàn là cơ quan thường trực.", Some("Phòng Hành chính và Văn phòng Đoàn"))]
    #[case::opener("Căn cứ Kế hoạch này và nhiệm vụ được giao, các xã, phường xây dựng kế hoạch.", Some("các xã, phường"))]
    #[case::yearly("Hằng năm, Sở Nội vụ ban hành văn bản hướng dẫn.", Some("Sở Nội vụ"))]
    #[case::logistics("Phòng Hậu cần - Kỹ thuật bảo đảm vật tư.", Some("Phòng Hậu cần - Kỹ thuật"))]
    #[case::building("Sở Xây dựng xây dựng quy chế.", Some("Sở Xây dựng"))]
    #[case::organising("Ban Tổ chức Huyện ủy tổng hợp danh sách.", Some("Ban Tổ chức Huyện ủy"))]
    #[case::informing(
        "Các cơ quan thông tin, tuyên truyền của huyện có trách nhiệm đưa tin.",
        Some("Các cơ quan thông tin, tuyên truyền của huyện")
    )]
    #[case::behind_colon(": Giao Sở Nội vụ xem xét trong quý II.", Some("Sở Nội vụ"))]
    #[case::balancing("Sở Tài chính cân đối, bố trí kinh phí.", Some("Sở Tài chính"))]
    #[case::notice("Văn phòng tỉnh thông báo để các đơn vị biết.", None)]
    #[case::no_body("Kịp thời tổ chức trao thưởng.", None)]
    #[case::enforcement("Chánh Văn phòng và các đơn vị chịu trách nhiệm thi hành Quyết định này.", None)]
    #[case::force("Quy chế này có hiệu lực từ ngày ký.", None)]
    fn sentences(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(name(in_sentence, text).as_deref(), expected);
    }

    #[rstest::rstest]
    #[case::line("Phòng Đào tạo", Some("Phòng Đào tạo"))]
    #[case::sentence("Phòng Đào tạo lập danh sách.", None)]
    #[case::signature("HỘI NÔNG DÂN XÃ", None)]
    fn lines(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(name(in_line, text).as_deref(), expected);
    }
}
