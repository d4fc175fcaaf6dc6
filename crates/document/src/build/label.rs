//! Labels at the beginning of a paragraph: `Phần I`, `Điều 4.`, `A.`, `I.`, `1.`, `1.1.`, `a)`, `(1)`, `Thứ nhất`, `-`, `+`, `*`.

use phongtrao_value::text::{is_alphabetic, is_alphanumeric, is_in_small, is_lowercase};

use super::words::{LABELS, LabelWords};
use crate::LabelClass;

/// A label that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub(super) class: LabelClass,
    /// Without final dot, colon or bracket.
    pub(super) text: &'a str,
    /// Where `text` begins in the line: after an opening bracket.
    pub(super) from: usize,
    /// How many bytes the label takes, with its dot or bracket.
    pub(super) length: usize,
    /// Its place in its series, from 1; 0 for items without one.
    pub(super) value: u32,
    /// Whether a dot, a bracket or the end of the line closes it.
    pub(super) closed: bool,
}

/// The highest number that a label has: what is more is an amount.
const HIGHEST: u32 = 199;

/// How many numbers a label may be made of: `1.2.3`. What has more is the number of something else, and would make addresses without end.
const MOST_NUMBERS: u8 = 9;

/// The label at the beginning of the words.
pub(super) fn at_start(words: &str) -> Option<Found<'_>> {
    let bytes = words.as_bytes();
    match bytes.first()? {
        b'-' | b'+' | b'*' => mark(words, 1),
        b'(' => bracketed(words),
        b'0'..=b'9' => number(words),
        b'I' | b'V' | b'X' => roman(words, 0).or_else(|| letter(words)).or_else(|| named(words)),
        b'P' | b'C' | b'M' | b'T' | 0xc4 => named(words).or_else(|| letter(words)),
        b'B' | b'H' | b'N' | b'S' => letter(words).or_else(|| ordinal(words)),
        b'A'..=b'Z' => letter(words),
        b'p' | b'c' | b'm' | b't' | b'a'..=b'z' => letter(words),
        0xe2 | 0xc2 | 0xef => sign(words),
        _ => None,
    }
}

/// A dash, a plus or a star with what it stands before.
fn mark(words: &str, length: usize) -> Option<Found<'_>> {
    let bytes = words.as_bytes();
    let (class, alone) = match bytes.first()? {
        b'-' => (LabelClass::Dash, false),
        b'+' => (LabelClass::Plus, false),
        _ => (LabelClass::Bullet, true),
    };
    let next = words[length..].chars().next();
    let fits = match next {
        None => true,
        Some(' ') => true,
        Some(c) => !alone && (is_alphabetic(c) || class == LabelClass::Plus || c == '“' || c.is_ascii_digit()),
    };
    fits.then(|| Found { class, text: &words[..length], from: 0, length, value: 0, closed: true })
}

/// Dashes and bullets outside of ASCII.
fn sign(words: &str) -> Option<Found<'_>> {
    let first = words.chars().next()?;
    let class = match first {
        '–' | '—' | '−' | '‐' | '‑' => LabelClass::Dash,
        '•' | '·' | '●' | '○' | '▪' | '■' | '◦' | '►' | '➢' | '✓' | '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' => {
            LabelClass::Bullet
        }
        _ => return None,
    };
    let length = first.len_utf8();
    Some(Found { class, text: &words[..length], from: 0, length, value: 0, closed: true })
}

/// `(1)`, `(a)`, `(i)`.
fn bracketed(words: &str) -> Option<Found<'_>> {
    const LONGEST: usize = 5;
    let close = words.bytes().take(LONGEST).position(|b| b == b')')?;
    let inner = &words[1..close];
    let value = if inner.bytes().all(|b| b.is_ascii_digit()) && !inner.is_empty() { inner.parse().ok()? } else { letter_value(inner)? };
    Some(Found { class: LabelClass::Bracketed, text: inner, from: 1, length: close + 1, value, closed: true })
}

/// `1.`, `1)`, `1/`, `1.1.`, `1.1`.
fn number(words: &str) -> Option<Found<'_>> {
    let bytes = words.as_bytes();
    let (mut at, mut count) = (0, 0_u8);
    let last = loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 3 || (bytes[at] == b'0' && count > 0) {
            return None;
        }
        let last: u32 = words[at..at + digits].parse().ok().filter(|value| *value <= HIGHEST)?;
        at += digits;
        count += 1;
        if count > MOST_NUMBERS {
            return None;
        }
        let more = bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !more {
            break last;
        }
        at += 1;
    };
    let text = &words[..at];
    let (length, closed, class) = number_end(words, at, count)?;
    Some(Found { class, text, from: 0, length, value: last, closed })
}

/// How a number that reaches to `at` is closed.
fn number_end(words: &str, at: usize, count: u8) -> Option<(usize, bool, LabelClass)> {
    let class = if count == 1 { LabelClass::Arabic } else { LabelClass::Decimal(count) };
    let rest = &words[at..];
    let after = |mark: char| rest.strip_prefix(mark);
    if let Some(rest) = after('.') {
        let fits = rest.is_empty() || rest.starts_with([' ', '“', '"', '(']) || rest.starts_with(is_alphabetic);
        return fits.then_some((at + 1, true, class));
    }
    if let Some(rest) = after(')') {
        let bracketed = if count == 1 { LabelClass::Bracketed } else { class };
        return (rest.is_empty() || rest.starts_with(' ') || rest.starts_with(is_alphabetic)).then_some((at + 1, true, bracketed));
    }
    if let Some(rest) = after('/').or_else(|| after('-')).or_else(|| after(':')) {
        return (count <= 2 && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase)).then_some((at + 1, true, class));
    }
    // `1.1 Tên mục` without its last dot.
    let decimal = count > 1 && rest.starts_with(' ') && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c == '“');
    decimal.then_some((at, false, class))
}

/// `I.`, `IV)`, `I -`; `from` bytes of the words stand before it.
fn roman(words: &str, from: usize) -> Option<Found<'_>> {
    let length = words[from..].bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let text = &words[from..from + length];
    let value = roman_value(text)?;
    let rest = &words[from + length..];
    let closed =
        |mark: char| rest.strip_prefix(mark).filter(|rest| rest.is_empty() || !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
    let end = if closed('.').or_else(|| closed(')')).or_else(|| closed(':')).is_some()
        || rest.starts_with("- ")
        || rest.starts_with("/ ")
        || rest.starts_with("/.")
    {
        1
    } else if rest.starts_with(" - ") || rest.starts_with(" – ") {
        rest.chars().take(2).map(char::len_utf8).sum()
    } else {
        return None;
    };
    Some(Found { class: LabelClass::Roman, text, from, length: from + length + end, value, closed: true })
}

/// The value of a Roman number up to 39, written as it should be.
pub(super) fn roman_value(text: &str) -> Option<u32> {
    const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    if text.is_empty() || text.len() > 7 {
        return None;
    }
    (0..4_u32).rev().find_map(|tens| {
        let rest = text.strip_prefix(TENS[tens as usize])?;
        let ones = ONES.iter().position(|ones| *ones == rest)?;
        u32::try_from(ones).ok().map(|ones| tens * 10 + ones).filter(|value| *value > 0)
    })
}

/// `A.`, `a)`, `a.`, `đ)`, `a1)`.
fn letter(words: &str) -> Option<Found<'_>> {
    let first = words.chars().next()?;
    let text = &words[..first.len_utf8()];
    let mut length = text.len();
    let rest = &words[length..];
    let small = is_lowercase(first);
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if small && digits > 0 && digits < 3 && rest[digits..].starts_with([')', '.']) {
        let value = rest[..digits].parse().ok()?;
        return Some(Found {
            class: LabelClass::Decimal(2),
            text: &words[..length + digits],
            from: 0,
            length: length + digits + 1,
            value,
            closed: true,
        });
    }
    let mark = rest.chars().next().filter(|mark| matches!(mark, '.' | ')' | '/' | '-'))?;
    let after = &rest[1..];
    // `A- MỤC TIÊU`; in small letters or before a name a dash joins.
    if mark == '-' && (small || !after.starts_with(' ') || !after.trim_start().contains(' ') || !phongtrao_value::text::is_capitals(after))
    {
        return None;
    }
    let fits = after.is_empty() || after.starts_with(' ') || (mark == ')' && after.starts_with(is_alphabetic));
    let spaced = mark != '/' || after.starts_with(' ');
    length += 1;
    let value = letter_value(text)?;
    let class = if small { LabelClass::Letter } else { LabelClass::CapitalLetter };
    (fits && spaced).then_some(Found { class, text, from: 0, length, value, closed: true })
}

/// The place of a letter in the order of labels.
fn letter_value(text: &str) -> Option<u32> {
    let letter = text.chars().next().filter(|_| text.chars().count() == 1)?;
    let small = letter.to_lowercase().next()?;
    let place = LABELS.letters.iter().position(|known| known.starts_with(small))?;
    u32::try_from(place + 1).ok()
}

/// `Phần thứ nhất`, `Chương I`, `Mục 1`, `Điều 4.`, `Thứ hai`, `Một là`.
fn named(words: &str) -> Option<Found<'_>> {
    let known: &LabelWords = &LABELS;
    let lists = [
        (&known.part, LabelClass::Part),
        (&known.chapter, LabelClass::Chapter),
        (&known.section, LabelClass::Section),
        (&known.article, LabelClass::Article),
    ];
    for (names, class) in lists {
        if let Some(length) = names.iter().find_map(|name| prefix(words, name)) {
            return numbered(words, length, class);
        }
    }
    ordinal(words)
}

/// The length of `name` and the space behind it, when the words begin with it in any case.
fn prefix(words: &str, name: &str) -> Option<usize> {
    let mut rest = words.chars();
    for expected in name.chars() {
        let c = rest.next()?;
        is_in_small(c, expected).then_some(())?;
    }
    rest.as_str().strip_prefix(' ').map(|rest| words.len() - rest.len())
}

/// The number behind `Phần`, `Chương`, `Mục`, `Điều`.
fn numbered(words: &str, from: usize, class: LabelClass) -> Option<Found<'_>> {
    let first_is_capital = words.starts_with(char::is_uppercase);
    let rest = &words[from..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let romans = rest.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let (length, value) = if digits > 0 {
        let letter = usize::from(rest.as_bytes().get(digits).is_some_and(|b| matches!(b, b'a'..=b'd')));
        (digits + letter, rest[..digits].parse().ok().filter(|value| *value <= HIGHEST * 5)?)
    } else if romans > 0 {
        (romans, roman_value(&rest[..romans])?)
    } else if let Some(found) = ordinal(rest).filter(|_| class == LabelClass::Part) {
        (found.text.len(), found.value)
    } else if class != LabelClass::Article && rest.starts_with(char::is_uppercase) {
        let first = rest.chars().next()?;
        (first.len_utf8(), letter_value(&rest[..first.len_utf8()])?)
    } else {
        return None;
    };
    let end = from + length;
    let mark = words[end..].chars().next();
    let closing = matches!(mark, Some('.' | ':' | ')'));
    let ends = mark.is_none() || closing;
    // `Chương I QUY ĐỊNH CHUNG` on one line.
    let heads = mark == Some(' ')
        && words[end..].trim_start().starts_with(|c: char| c.is_uppercase() || c == '-' || c == '–')
        && class != LabelClass::Article
        && phongtrao_value::text::is_capitals(&words[end..]);
    let length = end + usize::from(closing);
    (first_is_capital && (ends || heads)).then_some(Found { class, text: &words[..end], from: 0, length, value, closed: ends })
}

/// `Thứ nhất,`, `Một là,`.
fn ordinal(words: &str) -> Option<Found<'_>> {
    let known: &LabelWords = &LABELS;
    let (length, value) = if let Some(from) = prefix(words, &known.ordinal) {
        let place = known.ordinals.iter().rposition(|word| is_word(&words[from..], word))?;
        (from + known.ordinals[place].len(), place + 1)
    } else {
        let place =
            known.counts.iter().position(|word| prefix(words, word).is_some_and(|from| is_word(&words[from..], &known.count_end)))?;
        (prefix(words, &known.counts[place])? + known.count_end.len(), place + 1)
    };
    let rest = words.get(length..)?;
    let closes = rest.starts_with([',', ':', '.', ')']);
    let value = u32::try_from(value).ok()?;
    let text = words.get(..length)?;
    let found =
        Found { class: LabelClass::Ordinal, text, from: 0, length: length + usize::from(closes), value, closed: closes || rest.is_empty() };
    (closes || rest.is_empty() || rest.starts_with(' ')).then_some(found)
}

/// Whether the words begin with the whole word, in any case.
fn is_word(words: &str, word: &str) -> bool {
    let mut rest = words.chars();
    let same = word.chars().all(|expected| rest.next().is_some_and(|c| is_in_small(c, expected)));
    same && !rest.as_str().starts_with(is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("I. MỤC ĐÍCH", LabelClass::Roman, "I", 1)]
    #[case("IV.\u{20}Kinh phí", LabelClass::Roman, "IV", 4)]
    #[case("A. PHẦN CHUNG", LabelClass::CapitalLetter, "A", 1)]
    #[case("Đ. PHẦN KHÁC", LabelClass::CapitalLetter, "Đ", 5)]
    #[case("1. Mục đích", LabelClass::Arabic, "1", 1)]
    #[case("12.Về tổ chức", LabelClass::Arabic, "12", 12)]
    #[case("1) Mục đích", LabelClass::Bracketed, "1", 1)]
    #[case("1.2. Chi hội", LabelClass::Decimal(2), "1.2", 2)]
    #[case("1.2.3 Chi hội", LabelClass::Decimal(3), "1.2.3", 3)]
    #[case("B- CHỈ TIÊU", LabelClass::CapitalLetter, "B", 2)]
    #[case("a) Tập thể", LabelClass::Letter, "a", 1)]
    #[case("đ) Cá nhân", LabelClass::Letter, "đ", 5)]
    #[case("(2) Nhóm hai", LabelClass::Bracketed, "2", 2)]
    #[case("Điều 4. Tổ chức", LabelClass::Article, "Điều 4", 4)]
    #[case("ĐIỀU 4", LabelClass::Article, "ĐIỀU 4", 4)]
    #[case("Chương II", LabelClass::Chapter, "Chương II", 2)]
    #[case("Mục 1. Hình thức", LabelClass::Section, "Mục 1", 1)]
    #[case("Phần thứ hai", LabelClass::Part, "Phần thứ hai", 2)]
    #[case("PHẦN I: CHUNG", LabelClass::Part, "PHẦN I", 1)]
    #[case("Thứ nhất, tiếp tục", LabelClass::Ordinal, "Thứ nhất", 1)]
    #[case("Một là, tiếp tục", LabelClass::Ordinal, "Một là", 1)]
    #[case("Hai là, tiếp tục", LabelClass::Ordinal, "Hai là", 2)]
    #[case("Bốn là: tiếp tục", LabelClass::Ordinal, "Bốn là", 4)]
    #[case("Sáu là, tiếp tục", LabelClass::Ordinal, "Sáu là", 6)]
    #[case("- Ban Giám hiệu", LabelClass::Dash, "-", 0)]
    #[case("+ Lớp học", LabelClass::Plus, "+", 0)]
    #[case("• Giải nhất", LabelClass::Bullet, "•", 0)]
    fn labels(#[case] words: &str, #[case] class: LabelClass, #[case] text: &str, #[case] value: u32) {
        let found = at_start(words).expect("a label of the table above");
        assert_eq!((found.class, found.text, found.value), (class, text, value));
    }

    #[rstest::rstest]
    #[case("30.000.000 đồng")]
    #[case("20/5/2022 hạn cuối")]
    #[case("2021 - 2030")]
    #[case("1.5 triệu")]
    #[case("Điều lệ Hội")]
    #[case("Điều 4 của Quyết định")]
    #[case("Mục tiêu chung")]
    #[case("Phần mềm mới")]
    #[case("XI của Đảng")]
    #[case("Các đơn vị")]
    #[case("B.V.Thắng")]
    #[case("A- Ba")]
    #[case("Hai bên thống nhất")]
    fn what_is_no_label(#[case] words: &str) {
        assert_eq!(at_start(words), None);
    }
}
