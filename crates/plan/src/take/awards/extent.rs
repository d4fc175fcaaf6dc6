//! How far the name of an honour and that of its authority reach.

use std::ops::Range;

use phongtrao_value::text::is_alphanumeric;

use super::words::WORDS;
use crate::take::phrase::{CLOSING, is_border, trimmed};

/// How long a name may be, in bytes.
const LONGEST: usize = 240;
/// How many names a list may have.
const LONGEST_LIST: usize = 100;
/// How far before a word of giving its giver may stand, in bytes.
const GIVER: usize = 160;
/// How many names of authorities before a word of giving are looked at.
const MOST_AUTHORITIES: usize = 8;

const OPENING_QUOTES: &[char] = &['“', '"', '«', '‘', '”'];
const CLOSING_QUOTES: &[char] = &['”', '"', '»', '’', '“'];

/// The words in quotation marks that begin at `at`, without the marks, and the byte after them.
pub(super) fn quoted(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let tail = text.get(at..)?;
    let open = tail.chars().next().filter(|c| OPENING_QUOTES.contains(c))?;
    let start = at + open.len_utf8();
    let close = text.get(start..)?.char_indices().take_while(|(at, _)| *at < LONGEST).find(|(_, c)| CLOSING_QUOTES.contains(c))?;
    let words = trimmed(text, start..start + close.0, &[',', '.', ';']);
    (!words.is_empty()).then_some((words, start + close.0 + close.1.len_utf8()))
}

/// All names of a list in quotation marks that begins at `at`: `“A”, “B” và “C”`.
pub(super) fn quoted_list(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = at;
    while let Some((name, end)) = quoted(text, at).filter(|_| names.len() < LONGEST_LIST) {
        names.push(name);
        at = next_in_list(text, end);
    }
    names
}

/// The byte after the comma, semicolon or joining word at `at`.
pub(super) fn next_in_list(text: &str, at: usize) -> usize {
    let skipped = trimmed(text, at..text.len(), &[',', ';', '/']).start;
    let tail = text.get(skipped..).unwrap_or_default();
    let joining = WORDS.joining.iter().find(|word| tail.starts_with(word.as_str()) && is_border(tail, word.len()));
    joining.map_or(skipped, |word| trimmed(text, skipped + word.len()..text.len(), &[]).start)
}

/// Whether a quotation mark opens right before `at`.
pub(super) fn in_quotes(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|head| head.trim_end().chars().next_back()).is_some_and(|c| OPENING_QUOTES.contains(&c))
}

/// Where a name that begins at `from` ends: at punctuation, at a word that no name holds, or at another honour. `leading` names stand at the
/// beginning of an item, where a list of authorities may go on after a semicolon.
pub(super) fn name_end(text: &str, lower: &str, from: usize, leading: bool) -> usize {
    let limit = text.len().min(from + LONGEST);
    let mut end = from;
    let mut at = from;
    while let Some(word) = next_word(text, at).filter(|word| word.start < limit) {
        if word.start > from && stops(text, lower, word.start) {
            break;
        }
        end = word.end;
        at = word.end;
        match text.get(word.end..).and_then(|tail| tail.chars().next()) {
            None => break,
            Some(c) if c.is_whitespace() || matches!(c, '-' | '–' | '/' | '&') => {}
            Some(',') if goes_on(text, lower, word.end + 1, leading) => at += 1,
            Some(';') if leading && is_authority(text, lower, skip_space(text, word.end + 1)) => at += 1,
            Some(_) => break,
        }
    }
    without_joining(lower, from..end)
}

/// The next run of letters and digits.
fn next_word(text: &str, at: usize) -> Option<Range<usize>> {
    let tail = text.get(at..)?;
    let start = tail.char_indices().find(|(_, c)| is_alphanumeric(*c))?.0;
    // What lies between may only be white space and dashes.
    if tail.get(..start)?.chars().any(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '/' | '&' | ',' | ';')) {
        return None;
    }
    let length = tail.get(start..)?.find(|c: char| !is_alphanumeric(c)).unwrap_or(tail.len() - start);
    Some(at + start..at + start + length)
}

/// Whether no name goes on with the word at `at`.
fn stops(text: &str, lower: &str, at: usize) -> bool {
    let tail = lower.get(at..).unwrap_or_default();
    if WORDS.honours.start(tail).is_some() {
        return true;
    }
    let joining = WORDS.joining.iter().find(|word| tail.starts_with(word.as_str()) && is_border(tail, word.len()));
    if let Some(word) = joining {
        let next = skip_space(text, at + word.len());
        let listed = lower.get(next..).is_some_and(|tail| WORDS.list_words.start(tail).is_some());
        let honour = lower.get(next..).is_some_and(|tail| WORDS.honours.start(tail).is_some());
        return honour || !(listed || is_capital(text, next));
    }
    WORDS.ends.start(tail).is_some() && !is_capital(text, at)
}

/// Whether a list goes on after a comma before `at`.
fn goes_on(text: &str, lower: &str, at: usize, leading: bool) -> bool {
    let next = skip_space(text, at);
    lower.get(next..).is_some_and(|tail| WORDS.list_words.start(tail).is_some()) || (leading && is_authority(text, lower, next))
}

/// Whether an authority begins at `at`.
pub(super) fn is_authority(text: &str, lower: &str, at: usize) -> bool {
    lower.get(at..).is_some_and(|tail| WORDS.authorities.start(tail).is_some()) && is_capital(text, at)
}

pub(super) fn is_capital(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|tail| tail.chars().next()).is_some_and(char::is_uppercase)
}

pub(super) fn skip_space(text: &str, at: usize) -> usize {
    trimmed(text, at.min(text.len())..text.len(), &[]).start
}

fn without_joining(lower: &str, name: Range<usize>) -> usize {
    let words = lower.get(name.clone()).unwrap_or_default();
    let last = WORDS.joining.iter().find(|word| words.ends_with(word.as_str()) && is_border(words, words.len() - word.len()));
    let length = last.map_or(words.len(), |word| words.len() - word.len());
    name.start + words.get(..length).unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c)).len()
}

/// Who gives, when the subject of the word of giving before `at` is an authority: `Chủ tịch … xem xét tặng |`.
pub(super) fn giver(text: &str, lower: &str, at: usize) -> Option<Range<usize>> {
    let mut end = lower.get(..at)?.trim_end().len();
    let mut gave = false;
    loop {
        // `xem xét, quyết định tặng`
        let verbs = lower.get(..end)?.trim_end_matches(|c: char| gave && (c == ',' || c.is_whitespace()));
        let Some(word) = WORDS.giving_verbs.iter().find(|word| ends_with_word(verbs, word)) else { break };
        end = verbs.get(..verbs.len() - word.len())?.trim_end().len();
        gave = true;
    }
    if !gave {
        return None;
    }
    let head = lower.get(..end)?;
    let floor = head.char_indices().rev().take_while(|(at, _)| end - *at < GIVER).last()?.0;
    let part = head.get(floor..)?.rfind([',', ';', ':', '.', '(', ')']).map_or(floor, |at| floor + at + 1);
    // Who asks stands before who gives: `Trường đề nghị Chủ tịch UBND tỉnh tặng`.
    let mut authorities = WORDS.authorities.all(head, part).filter(|range| is_capital(text, range.start)).take(MOST_AUTHORITIES);
    let found = authorities.find(|range| name_end(text, lower, range.start, false) >= end)?;
    Some(found.start..end)
}

pub(super) fn ends_with_word(words: &str, word: &str) -> bool {
    words.ends_with(word) && is_border(words, words.len() - word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::phrase::lowered;

    #[rstest::rstest]
    #[case("Hiệu trưởng cho các tập thể", "Hiệu trưởng")]
    #[case("Bộ trưởng Bộ Giáo dục và Đào tạo, Giấy khen của Hiệu trưởng", "Bộ trưởng Bộ Giáo dục và Đào tạo")]
    #[case("Thủ trưởng các cơ quan, đơn vị đối với", "Thủ trưởng các cơ quan, đơn vị")]
    #[case("Chủ tịch UBND huyện và Giấy khen", "Chủ tịch UBND huyện")]
    #[case("Hội đồng Đội (nếu có)", "Hội đồng Đội")]
    fn authorities_end(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(&text[..name_end(text, &lowered(text), 0, false)], expected);
    }

    #[test]
    fn a_leading_list_of_authorities_goes_on() {
        let text = "Thủ trưởng các đơn vị; Chủ tịch UBND các xã, phường.";
        assert_eq!(name_end(text, &lowered(text), 0, true), text.len() - 1);
    }

    #[rstest::rstest]
    #[case("trình Chủ tịch UBND huyện xem xét tặng ", Some("Chủ tịch UBND huyện"))]
    #[case("Nhà trường đề nghị UBND tỉnh tặng ", Some("UBND tỉnh"))]
    #[case("Ủy ban nhân dân phường đề nghị Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định tặng ", Some("Chủ tịch Ủy ban nhân dân tỉnh"))]
    #[case("Bệnh viện trình Sở Y tế đề nghị Bộ Y tế tặng ", Some("Bộ Y tế"))]
    #[case("Trường đề nghị tặng ", None)]
    #[case("các đơn vị được tặng ", None)]
    fn givers(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(giver(text, &lowered(text), text.len()).map(|range| &text[range]), expected);
    }

    #[test]
    fn lists_of_quoted_names() {
        let text = "“Lớp học xanh”, “Tổ học xanh” và “Bạn học xanh” của trường";
        let names: Vec<&str> = quoted_list(text, 0).into_iter().map(|name| &text[name]).collect();
        assert_eq!(names, ["Lớp học xanh", "Tổ học xanh", "Bạn học xanh"]);
    }
}
