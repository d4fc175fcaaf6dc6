//! The documents that a preamble cites.

use std::ops::Range;

use phongtrao_value::DocumentNumber;
use phongtrao_value::text::{is_alphabetic, is_alphanumeric};

use super::dates;
use super::flow::Flow;
use super::words::PREAMBLE;
use crate::{Field, LegalBasis};

/// How many documents a preamble may cite; no real one cites so many.
const MOST: usize = 1000;

/// The documents cited in a range of the buffer, each numbered one once, in order.
pub(super) fn read(flow: &Flow, range: Range<usize>) -> Vec<LegalBasis> {
    let words = flow.slice(range.clone());
    let numbers = numbers(words);
    let mut found: Vec<(usize, LegalBasis)> = laws(flow, words, range.start, &numbers);
    let mut known = std::collections::BTreeSet::new();
    for (index, (at, number)) in numbers.iter().enumerate() {
        if known.insert(number.as_str().to_lowercase()) {
            let next = numbers.get(index + 1).map_or(words.len(), |(next, _)| next.start);
            found.push((at.start, basis(flow, words, range.start, at, next, number)));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.truncate(MOST);
    found.into_iter().map(|(_, basis)| basis).collect()
}

/// The numbers of documents in the words.
pub(super) fn numbers(words: &str) -> Vec<(Range<usize>, DocumentNumber)> {
    let bytes = words.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit()
            || at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80 || bytes[at - 1] == b'/')
        {
            at += 1;
            continue;
        }
        match number(words, at) {
            Some((end, number)) => {
                found.push((at..end, number));
                at = end;
            }
            None => at += bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count(),
        }
    }
    found
}

/// The number that begins at `at`: digits, then parts after `/` or `-`, with at least two capital letters among them.
fn number(words: &str, at: usize) -> Option<(usize, DocumentNumber)> {
    /// Longer ones are no numbers.
    const LONGEST: usize = 48;
    let mut end = at + words[at..].bytes().take_while(u8::is_ascii_digit).count();
    let mut printed = words[at..end].to_owned();
    let mut capitals = 0;
    while printed.len() < LONGEST {
        let rest = &words[end..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let Some(separator) = rest[spaces..].chars().next().filter(|c| matches!(c, '/' | '-' | '–')) else { break };
        let after = &rest[spaces + separator.len_utf8()..];
        let more = after.len() - after.trim_start_matches(' ').len();
        let part = after[more..].split(|c: char| !(is_alphanumeric(c) || c == '&' || c == '.')).next().unwrap_or_default();
        let part = part.trim_end_matches('.');
        // A part of a symbol is in capitals; digits alone are a year, and a space beside them makes them something else.
        let upper = part.chars().filter(|c| c.is_uppercase()).count();
        let is_year = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()) && spaces + more == 0 && separator == '/';
        let is_symbol = upper > 0
            && (part.chars().count() <= 3 && part.starts_with(char::is_uppercase)
                || upper * 2 >= part.chars().filter(|c| is_alphabetic(*c)).count()
                || upper >= 2);
        let spaced = spaces > 0 && more > 0 && upper < 2;
        if part.is_empty() || spaced || !(is_year || is_symbol) {
            break;
        }
        capitals += upper;
        printed.push(separator);
        printed.push_str(part);
        end = words.len() - after.len() + more + part.len();
    }
    // `53/2014/QH13`, `01 /QĐ-X`.
    (capitals >= 2).then(|| printed.parse().ok().map(|number| (end, number))).flatten()
}

fn basis(flow: &Flow, words: &str, offset: usize, at: &Range<usize>, next: usize, number: &DocumentNumber) -> LegalBasis {
    let kind = kind_before(words, at.start);
    let start = kind.as_ref().map_or(at.start, |kind| kind.start);
    let rest = &words[at.end..next];
    let rest = &rest[..end(rest)];
    let about = title(rest);
    let date = date_after(rest, about.as_ref().map_or(rest.len(), |about| about.start));
    let end = date.as_ref().map_or(at.end, |(_, date)| at.end + date.end);
    let span = |range: Range<usize>| flow.span(offset + range.start..offset + range.end);
    LegalBasis {
        span: span(start..end),
        kind: kind.map(|kind| words[kind].to_owned()),
        number: Some(Field::new(number.clone(), span(at.clone()))),
        issuer: issuer(&rest[..about.as_ref().map_or(rest.len(), |about| about.start)]),
        date: date.map(|(date, range)| Field::new(date, span(at.end + range.start..at.end + range.end))),
        title: about.map(|about| rest[about].trim().trim_end_matches(['.', ',', ':']).to_owned()),
    }
}

/// Where what is said of a document ends: at a semicolon, but for one within its name (`quy định về phân cấp …; quy định chi tiết …`).
fn end(rest: &str) -> usize {
    let goes_on = |at: usize| PREAMBLE.goes_on.iter().any(|words| rest[at + 1..].trim_start().starts_with(words.as_str()));
    rest.match_indices(';').map(|(at, _)| at).find(|at| !goes_on(*at)).unwrap_or(rest.len())
}

/// The kind word before a number: `Quyết định số`.
fn kind_before(words: &str, number: usize) -> Option<Range<usize>> {
    /// How far before the number its kind may stand.
    const REACH: usize = 60;
    let from = (number.saturating_sub(REACH)..=number).find(|from| words.is_char_boundary(*from))?;
    let before = &words[from..number];
    PREAMBLE
        .kinds
        .iter()
        .filter_map(|kind| before.rfind(kind.as_str()).map(|at| from + at..from + at + kind.len()))
        .max_by_key(|range| (range.end, range.len()))
}

/// The day of a document: before the words that say what it is about.
fn date_after(rest: &str, about: usize) -> Option<(phongtrao_value::Date, Range<usize>)> {
    /// How far behind the number the day may stand.
    const REACH: usize = 110;
    let (date, range) = dates::first(rest)?;
    (range.start <= REACH && range.start <= about.max(12)).then_some((date, range))
}

/// What a document is about: from `về`, `ban hành` … on, as far as the words in which the text announces itself.
fn title(rest: &str) -> Option<Range<usize>> {
    let start = PREAMBLE.titles.iter().filter_map(|title| word_at(rest, title)).min()?;
    Some(start..announcement(rest).filter(|at| *at > start).unwrap_or(rest.len()))
}

/// Where the words begin that end a preamble: `…, Chi bộ xây dựng Kế hoạch như sau:`. They name a body, with a capital, behind a comma or a full stop.
fn announcement(rest: &str) -> Option<usize> {
    let ends = rest.trim_end().trim_end_matches([':', '.']).trim_end().ends_with(PREAMBLE.announces.as_str());
    let names_a_body = |(at, mark): &(usize, &str)| rest[at + mark.len()..].starts_with(char::is_uppercase);
    let marks = rest.match_indices(", ").chain(rest.match_indices(". ")).filter(names_a_body);
    marks.map(|(at, _)| at).max().filter(|_| ends)
}

/// Where a whole word stands.
fn word_at(words: &str, word: &str) -> Option<usize> {
    words.match_indices(word).map(|(at, _)| at).find(|at| {
        let free_before = *at == 0 || words[..*at].ends_with(' ');
        free_before && !words[at + word.len()..].starts_with(is_alphanumeric)
    })
}

/// Who issued it: behind `của`.
fn issuer(before_title: &str) -> Option<String> {
    let at = word_at(before_title, &PREAMBLE.issued_by)?;
    let rest = before_title[at + PREAMBLE.issued_by.len()..].trim();
    let rest = dates::first(rest).map_or(rest, |(_, range)| &rest[..range.start]);
    let rest = rest.trim().trim_end_matches([',', '.', ':', '(']).trim();
    (!rest.is_empty() && rest.len() < 160).then(|| rest.to_owned())
}

/// How far behind the word `Luật` its date may stand.
const LAW: usize = 320;

/// Laws cited by name and date alone.
fn laws(flow: &Flow, words: &str, offset: usize, numbers: &[(Range<usize>, DocumentNumber)]) -> Vec<(usize, LegalBasis)> {
    let mut found = Vec::new();
    for law in &PREAMBLE.laws {
        for (at, _) in words.match_indices(law.as_str()) {
            let reach = (at + LAW).min(words.len());
            let reach = (at..=reach).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(at);
            let end = words[at..reach].find(';').map_or(reach, |end| at + end);
            let sentence = &words[at..end];
            let Some((date, day)) = dates::first(sentence) else { continue };
            let next_number = numbers.partition_point(|(number, _)| number.start < at);
            let numbered = numbers.get(next_number).is_some_and(|(number, _)| number.start < at + day.start);
            let nested = PREAMBLE.laws.iter().any(|other| other.len() > law.len() && words[..at + law.len()].ends_with(other.as_str()));
            let more = sentence[law.len()..day.start].contains(&format!(", {law} "))
                || sentence[law.len()..day.start].contains(&format!("; {law} "));
            if numbered || nested || more || day.start > 240 || !sentence[law.len()..].starts_with(' ') || inner(words, at) {
                continue;
            }
            let span = |range: Range<usize>| flow.span(offset + range.start..offset + range.end);
            let basis = LegalBasis {
                span: span(at..at + day.end),
                kind: Some(law.clone()),
                number: None,
                date: Some(Field::new(date, span(at + day.start..at + day.end))),
                issuer: None,
                title: Some(sentence[law.len()..day.start].trim().trim_end_matches(',').to_owned()),
            };
            found.push((at, basis));
        }
    }
    found
}

/// Whether the law is named within the name of another: `sửa đổi, bổ sung một số điều của Luật …`.
fn inner(words: &str, at: usize) -> bool {
    let before = words[..at].trim_end();
    before.ends_with(PREAMBLE.issued_by.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(" ngày 24/8/2026 của Đảng ủy về phát triển đảng viên, Chi bộ xây dựng Kế hoạch như sau:", Some("về phát triển đảng viên"))]
    #[case(" của Học viện về chuyển đổi số. Phân hiệu (gọi tắt là Phân hiệu) ban hành Kế hoạch như sau:", Some("về chuyển đổi số"))]
    #[case(" của Đoàn trường về công tác Hội, Đội", Some("về công tác Hội, Đội"))]
    #[case(" của Trường, Khoa ban hành như sau:", Some("ban hành như sau:"))]
    #[case(" ngày 24/8/2026", None)]
    fn what_a_basis_is_about(#[case] rest: &str, #[case] expected: Option<&str>) {
        assert_eq!(title(rest).map(|about| &rest[about]), expected);
    }

    #[rstest::rstest]
    #[case(
        " của Chính phủ quy định về phân cấp; quy định chi tiết một số điều của Luật; Căn cứ",
        " của Chính phủ quy định về phân cấp; quy định chi tiết một số điều của Luật"
    )]
    #[case(" sửa đổi, bổ sung Luật A; bãi bỏ Luật B;", " sửa đổi, bổ sung Luật A; bãi bỏ Luật B")]
    #[case(" ngày 24/8/2026; Thông tư", " ngày 24/8/2026")]
    #[case(" ngày 24/8/2026", " ngày 24/8/2026")]
    fn a_semicolon_may_stand_within_a_name(#[case] rest: &str, #[case] expected: &str) {
        assert_eq!(&rest[..end(rest)], expected);
    }

    #[rstest::rstest]
    #[case("Quyết định số 12/QĐ-TTg ngày 5/8/2025 của Thủ tướng", &["12/QĐ-TTg"])]
    #[case("Luật số 06/2022/QH15 và Nghị định số 98/2023/NĐ-CP", &["06/2022/QH15", "98/2023/NĐ-CP"])]
    #[case("Nghị quyết số 57- NQ/TW; Hướng dẫn số 12 - HD/BTCTW", &["57-NQ/TW", "12-HD/BTCTW"])]
    #[case("Công văn số 195/CV-KHVN, ngày 27/7/2023", &["195/CV-KHVN"])]
    #[case("giai đoạn 2021-2030, ngày 25/3/2022, mục 24/24h", &[])]
    #[case("Chỉ thị số - CT/ĐU ngày /12/2025", &[])]
    #[case("số 8935/BNV-CTTN&BĐG ngày", &["8935/BNV-CTTN&BĐG"])]
    fn numbers_in_a_preamble(#[case] words: &str, #[case] expected: &[&str]) {
        let found: Vec<String> = numbers(words).into_iter().map(|(_, number)| number.to_string()).collect();
        assert_eq!(found, expected);
    }
}
