//! Words that name an honour, whether it is offered or not.

use std::ops::Range;

use phongtrao_value::text::{is_alphabetic, is_alphanumeric};

use super::extent::{giver, in_quotes, is_authority, is_capital, name_end, quoted, quoted_list, skip_space};
use super::words::{Nature, WORDS};
use crate::AwardForm;
use crate::take::phrase::{OPENING, is_border, trimmed};

/// An honour that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// What kind of words name it.
    pub(super) nature: Nature,
    /// Its form in the Law.
    pub(super) form: AwardForm,
    /// Where it begins, with the word `danh hiệu` before it.
    pub(super) start: usize,
    /// Where it stands, with the authority after it.
    pub(super) range: Range<usize>,
    /// The name as it is to be written.
    pub(super) name: String,
    /// The authority, with its place.
    pub(super) authority: Option<Range<usize>>,
    /// Whether a name follows that says all kinds of a noun: `Huân chương các loại`.
    pub(super) all_kinds: bool,
}

/// How many mentions of one paragraph are looked at: no real one has so many.
const MOST: usize = 300;

/// All of them in the order of the words.
pub(super) fn mentions(text: &str, lower: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for range in WORDS.honours.all(lower, 0) {
        if found.len() >= MOST {
            found.truncate(MOST);
            break;
        }
        let Some((nature, form)) = lower.get(range.clone()).and_then(|words| WORDS.natures.get(words)).copied() else { continue };
        // What an earlier mention holds is no mention of its own.
        if found.last().is_some_and(|last| range.start < last.range.end && !matches!(last.nature, Nature::TitleWord | Nature::Honouring)) {
            continue;
        }
        let hold =
            Mention { nature, form, start: range.start, range: range.clone(), name: String::new(), authority: None, all_kinds: false };
        match nature {
            Nature::TitleWord => titles(text, lower, &hold, &mut found),
            Nature::Title => found.extend(known_title(text, lower, hold)),
            Nature::Prize => found.push(named(text, hold)),
            Nature::Noun { named, quoted, .. } => noun(text, lower, hold, Needs { name: named, quotes: quoted }, &mut found),
            Nature::Honouring => honoured(text, lower, &hold, &mut found),
        }
    }
    found
}

fn named(text: &str, mention: Mention) -> Mention {
    let name = text.get(mention.range.clone()).unwrap_or_default().to_owned();
    Mention { name, ..mention }
}

/// The names after the word for titles.
fn titles(text: &str, lower: &str, word: &Mention, found: &mut Vec<Mention>) {
    let first = skip_space(text, word.range.end);
    let mut at = trimmed(text, word.range.end..text.len(), &[':']).start;
    while let Some(length) = lower.get(at..).and_then(|tail| WORDS.title_fillers.start(tail)) {
        at = trimmed(text, at + length..text.len(), &[':']).start;
    }
    let names = quoted_list(text, at);
    for name in &names {
        // A flag or a certificate in quotation marks is what it is: its noun is met next.
        let inner = lower.get(name.start..).unwrap_or_default();
        if WORDS.honours.start(inner).is_none() {
            found.push(named(text, Mention { range: name.clone(), form: form_of(lower, name), ..word.clone() }));
        }
    }
    let here = lower.get(at..).unwrap_or_default();
    // Without quotation marks the name begins right after the word, and is no heading in capitals.
    let plain = names.is_empty()
        && at == first
        && is_capital(text, at)
        && !phongtrao_value::text::is_capitals(text.get(at..name_end(text, lower, at, false)).unwrap_or_default());
    if plain && WORDS.honours.start(here).is_none() {
        let end = name_end(text, lower, at, false);
        if end > at {
            found.push(named(text, Mention { range: at..end, ..word.clone() }));
        }
    }
}

/// A learning title is a recognition, whatever word stands before it.
fn form_of(lower: &str, name: &Range<usize>) -> AwardForm {
    let words = lower.get(name.clone()).unwrap_or_default();
    WORDS.natures.get(words).map_or(AwardForm::Title, |(_, form)| *form)
}

/// A title that is known by its name.
fn known_title(text: &str, lower: &str, mention: Mention) -> Option<Mention> {
    let at = mention.range.start;
    if in_quotes(text, at) {
        let open = text.get(..at)?.trim_end().char_indices().next_back()?.0;
        let (range, _) = quoted(text, open)?;
        return Some(named(text, Mention { range, ..mention }));
    }
    // Without quotation marks a title begins with a capital, and may go on with the body that it is of (`Chiến sĩ thi đua Bộ …`).
    if !is_capital(text, at) {
        return None;
    }
    let words = lower.get(mention.range.clone()).unwrap_or_default();
    let open = WORDS.open_titles.start(words).is_some();
    let end = if open { name_end(text, lower, mention.range.end, false).max(mention.range.end) } else { mention.range.end };
    Some(named(text, Mention { range: at..end, ..mention }))
}

/// The names in quotation marks right after a word of honouring: `tôn vinh “Người gieo chữ”`.
fn honoured(text: &str, lower: &str, word: &Mention, found: &mut Vec<Mention>) {
    for name in quoted_list(text, skip_space(text, word.range.end)) {
        if WORDS.honours.start(lower.get(name.start..).unwrap_or_default()).is_none() {
            found.push(named(text, Mention { range: name, ..word.clone() }));
        }
    }
}

/// What a noun needs to be an honour.
struct Needs {
    name: bool,
    quotes: bool,
}

/// A noun with its name and its authority.
fn noun(text: &str, lower: &str, mention: Mention, needs: Needs, found: &mut Vec<Mention>) {
    let next = trimmed(text, mention.range.end..text.len(), &[':']).start;
    let names = quoted_list(text, next);
    if !names.is_empty() {
        let word = text.get(mention.range.clone()).unwrap_or_default();
        let authority = names.last().and_then(|last| behind(text, lower, last.end)).or_else(|| giver(text, lower, mention.range.start));
        for name in names {
            let words = format!("{word} “{}”", text.get(name.clone()).unwrap_or_default());
            let range =
                if found.last().is_none_or(|last| last.range.end <= mention.range.start) { mention.range.start..name.end } else { name };
            found.push(Mention { name: words, range, authority: authority.clone(), ..mention.clone() });
        }
        return;
    }
    if needs.quotes {
        return;
    }
    if needs.name {
        return found.extend(noun_with_name(text, lower, mention, next));
    }
    found.push(with_authority(text, lower, mention));
}

fn noun_with_name(text: &str, lower: &str, mention: Mention, next: usize) -> Option<Mention> {
    let tail = lower.get(next..)?;
    if let Some(length) = WORDS.all_of_them.start(tail) {
        return Some(named(text, Mention { range: mention.range.start..next + length, all_kinds: true, ..mention }));
    }
    // Badges told apart by years: `Huy hiệu 70 năm tuổi X` is `Huy hiệu X`.
    let digits = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let after = skip_space(text, next + digits);
    if let Some(length) = lower.get(after..).and_then(|tail| WORDS.counted.start(tail)) {
        let name_start = skip_space(text, after + length);
        let first = text.get(name_start..)?.split(|c: char| !is_alphanumeric(c)).next().unwrap_or_default();
        let mut letters = first.chars();
        let capital: String = letters.next()?.to_uppercase().chain(letters).collect();
        let name = format!("{} {capital}", text.get(mention.range.clone())?);
        return Some(Mention { range: mention.range.start..name_start + first.len(), name, ..mention });
    }
    if !is_capital(text, next) {
        return None;
    }
    let known = WORDS.names.start(tail).map(|length| next + length);
    let end = with_rank(text, lower, known.unwrap_or_else(|| capitals_end(text, next)));
    (end > next).then(|| named(text, Mention { range: mention.range.start..end, ..mention }))
}

/// The byte after the run of words with capitals that begins at `from`.
fn capitals_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while is_capital(text, at) {
        let tail = text.get(at..).unwrap_or_default();
        end = at + tail.find(|c: char| !is_alphanumeric(c)).unwrap_or(tail.len());
        at = skip_space(text, end);
        if at == end {
            break;
        }
    }
    end
}

/// The byte after the rank that follows a name.
fn with_rank(text: &str, lower: &str, end: usize) -> usize {
    let next = skip_space(text, end);
    lower.get(next..).and_then(|tail| WORDS.ranks.start(tail)).map_or(end, |length| next + length)
}

/// The authority behind a name in quotation marks: `Cờ “Đơn vị dẫn đầu” của Giám đốc`.
fn behind(text: &str, lower: &str, end: usize) -> Option<Range<usize>> {
    let closed = trimmed(text, end..text.len(), &['”', '"', '»', '’']).start;
    let of =
        WORDS.of.iter().find(|of| lower.get(closed..).is_some_and(|tail| tail.starts_with(of.as_str()) && is_border(tail, of.len())))?;
    let from = skip_space(text, closed + of.len());
    let to = is_authority(text, lower, from).then(|| name_end(text, lower, from, false))?;
    (to > from).then_some(from..to)
}

/// A noun that stands by itself, with the authority after or before it.
fn with_authority(text: &str, lower: &str, mention: Mention) -> Mention {
    let start = mention.range.start;
    let next = skip_space(text, mention.range.end);
    let leading = is_leading(text, start);
    let of = WORDS.of.iter().find(|of| lower.get(next..).is_some_and(|tail| tail.starts_with(of.as_str()) && is_border(tail, of.len())));
    let authority = match of {
        Some(of) => Some(skip_space(text, next + of.len())),
        None => {
            (is_authority(text, lower, next) || lower.get(next..).is_some_and(|tail| WORDS.levels.start(tail).is_some())).then_some(next)
        }
    };
    if let Some(from) = authority {
        let end = name_end(text, lower, from, leading);
        if end > from {
            let end = closed_quote(text, start, end);
            return named(text, Mention { range: start..end, authority: Some(from..end), ..mention });
        }
    }
    match giver(text, lower, start) {
        Some(giver) => {
            let words = text.get(mention.range.clone()).unwrap_or_default();
            let name = format!("{words} {} {}", WORDS.of.first().map_or("", String::as_str), text.get(giver.clone()).unwrap_or_default());
            Mention { name, authority: Some(giver), ..mention }
        }
        None => named(text, mention),
    }
}

/// A name in quotation marks ends with them.
fn closed_quote(text: &str, start: usize, end: usize) -> usize {
    if !in_quotes(text, start) {
        return end;
    }
    let open = text.get(..start).and_then(|head| head.trim_end().char_indices().next_back()).map(|(at, _)| at);
    open.and_then(|open| quoted(text, open)).map_or(end, |(words, _)| words.end.max(start))
}

/// Whether nothing but marks, a number and the word for titles stands before `at`.
pub(super) fn is_leading(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let start = trimmed(head, 0..head.len(), OPENING).start;
    head.get(start..).unwrap_or_default().chars().all(|c: char| !is_alphabetic(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::phrase::lowered;

    #[rstest::rstest]
    #[case::plain("đề nghị tặng Giấy khen cho các em", &["Giấy khen"])]
    #[case::after("Bằng khen của Chủ tịch UBND huyện;", &["Bằng khen của Chủ tịch UBND huyện"])]
    #[case::two("Bằng khen của Bộ trưởng Bộ Y tế và Giấy khen của Giám đốc", &["Bằng khen của Bộ trưởng Bộ Y tế", "Giấy khen của Giám đốc"])]
    #[case::before("Chủ tịch UBND xã xem xét tặng Giấy khen cho các hộ", &["Giấy khen của Chủ tịch UBND xã"])]
    #[case::bare_authority("xét tặng Bằng khen Chủ tịch UBND huyện cho", &["Bằng khen Chủ tịch UBND huyện"])]
    #[case::titles("đạt danh hiệu “Lớp học xanh”, “Tổ học xanh”.", &["Lớp học xanh", "Tổ học xanh"])]
    #[case::known("công nhận Lao động tiên tiến cho", &["Lao động tiên tiến"])]
    #[case::not_named("các danh hiệu thi đua theo quy định", &[])]
    #[case::flag("danh hiệu “Cờ thi đua của Bộ Thủy sản”", &["Cờ thi đua của Bộ Thủy sản"])]
    #[case::badge("Huy hiệu 40 năm tuổi Đảng", &["Huy hiệu Đảng"])]
    #[case::medal("Huân chương Lao động hạng Ba cho tập thể", &["Huân chương Lao động hạng Ba"])]
    #[case::badges("Kỷ niệm chương “Vì biển xanh”, “Vì rừng xanh”", &["Kỷ niệm chương “Vì biển xanh”", "Kỷ niệm chương “Vì rừng xanh”"])]
    #[case::named_flag("Cờ “Đơn vị dẫn đầu” của Giám đốc; treo cờ Tổ quốc", &["Cờ “Đơn vị dẫn đầu”"])]
    #[case::honoured("mỗi quý tôn vinh “Người gieo chữ” và tôn vinh các tập thể", &["Người gieo chữ"])]
    #[case::prizes("01 giải Nhất, 02 giải Nhì", &["giải Nhất", "giải Nhì"])]
    fn honours_are_named(#[case] text: &str, #[case] expected: &[&str]) {
        let names: Vec<String> = mentions(text, &lowered(text)).into_iter().map(|mention| mention.name).collect();
        assert_eq!(names, expected);
    }
}
