//! CSV: UTF-8 with or without a mark, or UTF-16 with one, parted by comma, semicolon or tab, cells in quotes where they hold one of these.

use std::borrow::Cow;

use memchr::{memchr, memchr3};
use phongtrao_diagnostic::{Finding, Severity, Span};

use crate::{Cell, Sheet, texts};

/// Files beyond this are not read: no institution has a table that long.
pub const MOST_BYTES: usize = 512 << 20;

/// How the cells of a text are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// Between cells: `,`, `;` or a tab.
    pub(crate) separator: u8,
    /// Whether a cell may stand in quotes.
    pub(crate) quotes: bool,
}

/// Reads the bytes of a CSV file whose header is its first row.
pub(crate) fn read(bytes: &[u8]) -> (Sheet, Vec<Finding>) {
    read_parted(bytes, |text| separator(text.lines().find(|line| !line.trim().is_empty()).into_iter()))
}

/// Reads the bytes of a CSV file that may have title rows above its header.
pub(crate) fn read_titled(bytes: &[u8]) -> (Sheet, Vec<Finding>) {
    /// The header stands among so many rows.
    const FIRST: usize = 40;
    read_parted(bytes, |text| separator(text.lines().filter(|line| !line.trim().is_empty()).take(FIRST)))
}

fn read_parted(bytes: &[u8], parted: impl Fn(&str) -> u8) -> (Sheet, Vec<Finding>) {
    let empty =
        |finding| (Sheet { text: String::new(), dialect: Dialect { separator: b',', quotes: true }, worksheet: None }, vec![finding]);
    if bytes.len() > MOST_BYTES {
        return empty(Finding::new("sheet-too-large", Severity::Error, texts::sheet_too_large()).help(texts::sheet_too_large_help()));
    }
    let mut findings = Vec::new();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match (from_utf16(bytes), str::from_utf8(bytes)) {
        (Some(text), _) => text,
        (None, Ok(text)) => text.to_owned(),
        (None, Err(error)) => {
            let message = texts::sheet_not_utf8();
            let at = Span::new(error.valid_up_to(), error.valid_up_to());
            findings.push(Finding::new("sheet-not-utf8", Severity::Error, message).at(at).help(texts::sheet_not_utf8_help()));
            String::from_utf8_lossy(bytes).into_owned()
        }
    };
    let dialect = Dialect { separator: parted(&text), quotes: true };
    findings.extend(open_quote(&text, dialect));
    (Sheet { text, dialect, worksheet: None }, findings)
}

/// The text of what Excel calls “Unicode Text”, known by its mark; none of anything else.
fn from_utf16(bytes: &[u8]) -> Option<String> {
    let pairs = |bytes: &[u8], number: fn([u8; 2]) -> u16| -> String {
        let numbers = bytes.chunks_exact(2).map(|pair| number([pair[0], pair[1]]));
        char::decode_utf16(numbers).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(pairs(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(pairs(rest, u16::from_be_bytes)),
        _ => None,
    }
}

/// What parts the cells: whichever of the three signs stands most often outside quotes in one of these lines.
fn separator<'a>(lines: impl Iterator<Item = &'a str>) -> u8 {
    let mut most = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    for line in lines {
        let mut counts = [0usize; 3];
        let mut quoted = false;
        for byte in line.bytes() {
            quoted ^= byte == b'"';
            if !quoted && let Some(place) = most.iter().position(|(sign, _)| *sign == byte) {
                counts[place] += 1;
            }
        }
        most.iter_mut().zip(counts).for_each(|((_, most), count)| *most = count.max(*most));
    }
    // The first of equals: a header of one column has none of them.
    most.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}

/// A quote that opens a cell and is never closed swallows all rows after it.
fn open_quote(text: &str, dialect: Dialect) -> Option<Finding> {
    memchr(b'"', text.as_bytes())?;
    // Only the last cell of a text can be open.
    let (mut at, mut line) = (0, 1);
    let mut cells = Vec::new();
    while at < text.len() {
        cells.clear();
        (at, line) = split(text, at, line, dialect, &mut cells);
    }
    let last = cells.last()?;
    let raw = last.span.of(text);
    let open = raw.starts_with('"') && closing(raw.as_bytes(), 1).is_none();
    let start = last.span.start;
    open.then(|| {
        Finding::new("sheet-open-quote", Severity::Error, texts::sheet_open_quote())
            .at(Span::new(start, start + 1))
            .help(texts::sheet_open_quote_help())
    })
}

/// Splits the row that begins at a byte into cells; where and on which line the next one begins.
pub(crate) fn split<'a>(text: &'a str, start: usize, line: u32, dialect: Dialect, cells: &mut Vec<Cell<'a>>) -> (usize, u32) {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut breaks = 0;
    loop {
        let (end, cell) = cell(text, at, dialect, &mut breaks);
        cells.push(cell);
        match bytes.get(end) {
            Some(sign) if *sign == dialect.separator => at = end + 1,
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return (end + 2, line + breaks + 1),
            // A lone carriage return ends a row as well, but it is no line of the text.
            Some(b'\r') => return (end + 1, line + breaks),
            Some(_) => return (end + 1, line + breaks + 1),
            None => return (end, line + breaks),
        }
    }
}

/// The cell that begins at a byte, and the byte of what ends it.
fn cell<'a>(text: &'a str, start: usize, dialect: Dialect, breaks: &mut u32) -> (usize, Cell<'a>) {
    let bytes = text.as_bytes();
    let rest_end = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + memchr3(dialect.separator, b'\n', b'\r', rest).unwrap_or(rest.len())
    };
    let quoted = dialect.quotes && bytes.get(start) == Some(&b'"');
    if !quoted {
        let end = rest_end(start);
        return (end, trimmed(text, start, end));
    }
    let close = closing(bytes, start + 1).unwrap_or(bytes.len());
    let end = if close < bytes.len() { rest_end(close + 1) } else { bytes.len() };
    let inner = text.get(start + 1..close).unwrap_or_default();
    let behind = text.get(close + 1..end).unwrap_or_default();
    *breaks += u32::try_from(memchr::memchr_iter(b'\n', inner.as_bytes()).count()).unwrap_or(u32::MAX);
    let mut value = if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
    if !behind.trim().is_empty() {
        value.to_mut().push_str(behind);
    }
    let value = match value {
        Cow::Borrowed(value) => Cow::Borrowed(value.trim()),
        Cow::Owned(value) => Cow::Owned(value.trim().to_owned()),
    };
    (end, Cell { text: value, span: Span::new(start, end) })
}

fn trimmed(text: &str, start: usize, end: usize) -> Cell<'_> {
    let raw = text.get(start..end).unwrap_or_default();
    let is_sign = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_sign(raw.as_bytes().first()) && is_sign(raw.as_bytes().last()) {
        return Cell { text: Cow::Borrowed(raw), span: Span::new(start, end) };
    }
    let value = raw.trim();
    let before = raw.len() - raw.trim_start().len();
    let from = if value.is_empty() { start } else { start + before };
    Cell { text: Cow::Borrowed(value), span: Span::new(from, from + value.len()) }
}

/// The quote that closes the one before `from`; two in a row stand for one.
fn closing(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::{Row, Sheet};

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let (sheet, _) = Sheet::read("table.csv", text.as_bytes());
        let mut rows = sheet.rows();
        let mut row = Row::default();
        let mut found = Vec::new();
        while rows.next(&mut row) {
            found.push((row.line, row.cells.iter().map(|cell| cell.text.to_string()).collect()));
        }
        found
    }

    #[rstest::rstest]
    #[case::comma("id,name\n1,An\n", &["1", "An"])]
    #[case::semicolon("id;name\n1;8,5\n", &["1", "8,5"])]
    #[case::tab("id\tname\n1\tAn; Bình\n", &["1", "An; Bình"])]
    #[case::mark("\u{feff}id,name\r\n1,An\r\n", &["1", "An"])]
    #[case::quotes("id,name\n\"1\",\"Nói \"\"có\"\", rồi\"\n", &["1", "Nói \"có\", rồi"])]
    #[case::spaces("id, name\n 1 ,\" An \"\n", &["1", "An"])]
    #[case::no_break_at_the_end("id,name\n1,An", &["1", "An"])]
    fn a_row_of_every_habit(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(rows(text)[1], (2, expected.iter().map(ToString::to_string).collect()));
    }

    #[test]
    fn lines_are_counted_through_breaks_in_cells() {
        let lines: Vec<u32> = rows("id,text\n\n1,\"a\nb\"\n2,c\n").iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 3, 5]);
    }

    #[rstest::rstest]
    #[case::little(b"\xff\xfe", u16::to_le_bytes)]
    #[case::big(b"\xfe\xff", u16::to_be_bytes)]
    fn unicode_text_of_excel_is_read(#[case] mark: &[u8], #[case] bytes: fn(u16) -> [u8; 2]) {
        let text: Vec<u8> = mark.iter().copied().chain("id\tname\r\n1\tLê Ánh\r\n".encode_utf16().flat_map(bytes)).collect();
        let (sheet, findings) = Sheet::read("table.csv", &text);
        assert_eq!(findings, []);
        assert!(sheet.text.contains("Lê Ánh") && sheet.dialect.separator == b'\t');
    }

    #[rstest::rstest]
    #[case::open_quote("id,name\n1,\"An\n2,Binh\n".as_bytes(), "sheet-open-quote")]
    #[case::latin(b"id,name\n1,\xe9\n", "sheet-not-utf8")]
    fn what_is_wrong_is_found(#[case] bytes: &[u8], #[case] code: &str) {
        let (_, findings) = Sheet::read("table.csv", bytes);
        assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [code]);
    }

    proptest! {
        /// The library `csv` is the oracle: the same cells, but for white space around them and for empty rows.
        #[test]
        fn cells_are_those_of_the_library(body in "([a-c ạ,\"]|\n|\r\n){0,60}") {
            let text = format!("x,y\n{body}");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.expect("a text of strings").iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            let found: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
