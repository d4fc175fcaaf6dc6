//! Lines that are no words of the document: page numbers, headers of a gazette, stamps of digital signatures, rules.

use crate::Noise;

/// What is known of the pages so far.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// The number of the last page that was met.
    last: Option<u32>,
    /// Whether the line before was a header, so that a number may follow.
    after_header: bool,
    /// How many more lines may belong to a stamp.
    stamp: u8,
}

/// Why the line is no words of the document, when it is none.
pub(super) fn of_line(line: &str, pages: &mut Pages) -> Option<Noise> {
    let after_header = std::mem::take(&mut pages.after_header);
    let stamp = std::mem::take(&mut pages.stamp);
    let first = *line.as_bytes().first()?;
    match first {
        b'0'..=b'9' | b'-' | b'T' | b't' | b'P' | 0xe2 => {
            if let Some(number) = page_number(line)
                && is_next(number, pages.last, after_header)
            {
                pages.last = Some(number);
                pages.stamp = stamp;
                return Some(Noise::PageNumber);
            }
        }
        _ => {}
    }
    if is_header(line) {
        pages.after_header = true;
        return Some(Noise::RunningHeader);
    }
    if is_stamp(line, stamp, pages) {
        return Some(Noise::SignatureStamp);
    }
    is_rule(line).then_some(Noise::Rule)
}

/// The number of `5`, `- 5 -`, `Trang 5`, `5/12`.
fn page_number(line: &str) -> Option<u32> {
    const LONGEST: usize = 20;
    if line.len() > LONGEST {
        return None;
    }
    let line = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' '));
    let words = &super::words::NOISE;
    let line = words.page.iter().find_map(|page| super::words::after(line, page)).unwrap_or(line);
    let (number, rest) = line.split_at(line.bytes().take_while(u8::is_ascii_digit).count());
    let rest = rest.trim_start_matches('/');
    (number.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit())).then(|| number.parse().ok()).flatten()
}

/// Whether a page with this number may follow.
fn is_next(number: u32, last: Option<u32>, after_header: bool) -> bool {
    /// Numbers that may be the first to be printed.
    const FIRST: u32 = 3;
    /// How many pages may stand without a number between two with one.
    const SKIPPED: u32 = 3;
    after_header || last.map_or(number <= FIRST, |last| number > last && number <= last + SKIPPED)
}

/// `CÔNG BÁO/Số 12/Ngày 1-2-2026`.
fn is_header(line: &str) -> bool {
    const LONGEST: usize = 80;
    line.len() <= LONGEST && super::words::NOISE.headers.iter().any(|header| line.starts_with(header.as_str()) && line.contains("/"))
}

/// `Ký bởi: …` and the lines of the same stamp that follow.
fn is_stamp(line: &str, left: u8, pages: &mut Pages) -> bool {
    const LINES: u8 = 6;
    let words = &super::words::NOISE;
    let begins = words.stamps.iter().any(|stamp| line.starts_with(stamp.as_str()));
    let goes_on = left > 0 && words.stamp_lines.iter().any(|stamp| line.starts_with(stamp.as_str()));
    if begins {
        pages.stamp = LINES;
    } else if goes_on {
        pages.stamp = left - 1;
    }
    begins || goes_on
}

/// A line that draws: dashes, underscores, stars, dots, at least three of them.
fn is_rule(line: &str) -> bool {
    let drawn = |c: char| matches!(c, '-' | '_' | '*' | '=' | '~' | '–' | '—' | '−' | '.' | '…' | ' ');
    (line.len() >= 3 && line.chars().all(drawn)) || line == "*"
}
