//! Days in running text: `ngày 5 tháng 8 năm 2025`, `ngày 05/8/2025`, `5/8/2025`, `5-8-2025`.

use std::ops::Range;

use phongtrao_value::Date;
use phongtrao_value::text::is_alphabetic;

/// A day that begins at the start of the words, with the length of its words.
pub(super) fn at_start(words: &str) -> Option<(Date, usize)> {
    let mut reader = Reader { words, at: 0 };
    let worded = reader.word("ng").is_some() && reader.rest_of_word();
    if worded {
        reader.spaces();
    }
    let day = reader.number(2)?;
    reader.spaces();
    let mark = reader.peek()?;
    if matches!(mark, '/' | '-' | '.' | '–') {
        reader.at += mark.len_utf8();
        reader.spaces();
        let month = reader.number(2)?;
        reader.spaces();
        let second = reader.peek().filter(|second| matches!(second, '/' | '-' | '.' | '–'))?;
        reader.at += second.len_utf8();
        reader.spaces();
        let year = reader.year()?;
        return date(year, month, day).map(|date| (date, reader.at));
    }
    reader.word("th")?;
    reader.rest_of_word();
    reader.spaces();
    let month = reader.number(2)?;
    reader.spaces();
    reader.word("n")?;
    reader.rest_of_word();
    reader.spaces();
    let year = reader.year()?;
    date(year, month, day).map(|date| (date, reader.at))
}

/// The first day within the words.
pub(super) fn first(words: &str) -> Option<(Date, Range<usize>)> {
    let bytes = words.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit() || (bytes[at] == b'n' && bytes[at..].starts_with(b"ng"));
        let free = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'/' || bytes[at - 1] >= 0x80);
        if starts
            && free
            && let Some((date, length)) = words.get(at..).and_then(at_start)
        {
            return Some((date, at..at + length));
        }
        at += 1;
    }
    None
}

fn date(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

struct Reader<'a> {
    words: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.words[self.at..].chars().next()
    }

    fn spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += self.peek().map_or(0, char::len_utf8);
        }
    }

    /// The letters, in any case.
    fn word(&mut self, letters: &str) -> Option<()> {
        let found = self.words.get(self.at..self.at + letters.len())?;
        found.eq_ignore_ascii_case(letters).then(|| self.at += letters.len())
    }

    /// Passes the letters up to the end of the word.
    fn rest_of_word(&mut self) -> bool {
        while let Some(c) = self.peek().filter(|c| is_alphabetic(*c)) {
            self.at += c.len_utf8();
        }
        true
    }

    fn number(&mut self, digits: usize) -> Option<u32> {
        let count = self.words[self.at..].bytes().take_while(u8::is_ascii_digit).count();
        let number = self.words[self.at..self.at + count].parse().ok().filter(|_| count <= digits)?;
        self.at += count;
        Some(number)
    }

    fn year(&mut self) -> Option<i16> {
        let count = self.words[self.at..].bytes().take_while(u8::is_ascii_digit).count();
        let year = self.words[self.at..self.at + count].parse().ok().filter(|_| count == 4)?;
        self.at += count;
        Some(year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("ngày 5 tháng 8 năm 2025", "2025-08-05")]
    #[case("Sơn La, ngày 18 tháng 11 năm 2025", "2025-11-18")]
    #[case("số 5/KH-UBND ngày 05/8/2025 về", "2025-08-05")]
    #[case("ký 5-8-2025", "2025-08-05")]
    fn days(#[case] words: &str, #[case] expected: &str) {
        assert_eq!(first(words).map(|(date, _)| date.to_string()).as_deref(), Some(expected));
    }

    #[rstest::rstest]
    #[case("ngày tháng 8 năm 2025")]
    #[case("ngày 31/2/2025")]
    #[case("số 21/2025/QĐ-UBND")]
    #[case("giai đoạn 2021-2030")]
    fn no_days(#[case] words: &str) {
        assert_eq!(first(words), None);
    }
}
