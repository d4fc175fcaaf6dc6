//! Plain text, also with Markdown in it: lines, tables drawn by bars, and the marks that are no words of the document.

mod bars;
mod markup;
mod notes;
mod tabs;

use phongtrao_diagnostic::Span;

use crate::{Block, Format, Line, Look, Noise, Place, Places, Source, decode};

/// Lines and tables of a text file.
pub fn read(bytes: &[u8]) -> Source {
    let decoded = decode::decode(bytes);
    let mut source = of_text(decoded.text);
    source.findings = decoded.findings;
    source
}

/// Lines and tables of a text that is decoded.
pub fn of_text(text: String) -> Source {
    let markdown = markup::is_markdown(&text);
    let mut cutter = Cutter { text: &text, markdown, bold: false, noise: Vec::new(), blocks: Vec::new(), places: Places::default() };
    cutter.cut();
    let Cutter { noise, blocks, places, .. } = cutter;
    let format = if markdown { Format::Markdown } else { Format::Text };
    Source { format, text, blocks, noise, places, findings: Vec::new() }
}

/// Whether the text has marks of a text file: Markdown, tables drawn by bars, a note of a crawler at its head.
pub(crate) fn is_marked(text: &str) -> bool {
    markup::is_markdown(text) || text.starts_with("# source:") || bar_lines(text) >= FEWEST_BARS
}

/// How many lines with a bar at their head make it likely that tables are drawn by bars.
const FEWEST_BARS: usize = 3;

/// How many lines begin with a bar.
pub(crate) fn bar_lines(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start().starts_with('|')).count()
}

/// Lines, tables and noise of a part of a text that another format printed; spans count from the part's beginning.
pub(crate) fn cut(part: &str, markdown: bool) -> (Vec<Block>, Vec<(Span, Noise)>) {
    let mut cutter = Cutter { text: part, markdown, bold: false, noise: Vec::new(), blocks: Vec::new(), places: Places::default() };
    cutter.cut();
    (cutter.blocks, cutter.noise)
}

/// Whether stars and hashes are marks in this text.
pub(crate) fn is_markdown(text: &str) -> bool {
    markup::is_markdown(text)
}

/// The work of cutting: the text, where it stands, what it made so far.
struct Cutter<'a> {
    text: &'a str,
    markdown: bool,
    /// Whether bold words are open at the beginning of the line.
    bold: bool,
    noise: Vec<(Span, Noise)>,
    blocks: Vec<Block>,
    places: Places,
}

impl Cutter<'_> {
    fn cut(&mut self) {
        let (lines, mut at) = (lines(self.text), 0);
        for (index, span) in lines.iter().enumerate() {
            self.places.push(span.start, Place::Line(u32::try_from(index + 1).unwrap_or(u32::MAX)));
        }
        while at < lines.len() {
            at = self.take(&lines, at);
        }
    }

    /// Takes the note, the table or the line at `at`; the line after it.
    fn take(&mut self, lines: &[Span], at: usize) -> usize {
        let line = lines[at].of(self.text);
        if let Some(end) = notes::end(self.text, lines, at) {
            self.noise.push((lines[at].to(lines[end - 1]), Noise::FrontMatter));
            return end;
        }
        let first = line.trim_start().as_bytes().first().copied();
        // Emphasis does not reach beyond a paragraph; a star too few would turn all that follows.
        self.bold &= first.is_some();
        if first == Some(b'|') {
            return bars::take(self, lines, at);
        }
        if line.contains('\t')
            && let Some(end) = tabs::end(self.text, lines, at)
        {
            tabs::take(self, &lines[at..end]);
            return end;
        }
        if let Some(line) = self.line(lines[at]) {
            self.blocks.push(Block::Line(line));
        }
        at + 1
    }

    /// A line, with its marks noted as noise.
    fn line(&mut self, span: Span) -> Option<Line> {
        let words = span.of(self.text);
        if is_rule(words) {
            self.rule(span);
            return Some(Line { span: Span::new(span.start, span.start), look: Look::default(), whole: false });
        }
        let look = if self.markdown { self.markup(span) } else { Look::default() };
        Some(Line { span, look, whole: look.heading.is_some() })
    }

    /// Notes the visible part of a line as a rule.
    fn rule(&mut self, span: Span) {
        let words = span.of(self.text);
        let start = span.start + (words.len() - words.trim_start().len());
        let end = span.start + words.trim_end().len();
        if start < end {
            self.noise.push((Span::new(start, end), Noise::Rule));
        }
    }
}

/// The spans of the lines, without their line ends.
fn lines(text: &str) -> Vec<Span> {
    let (mut spans, mut start) = (Vec::with_capacity(text.len() / 64 + 1), 0);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        spans.push(Span::new(start, end));
        start = end + 1;
    }
    if start < text.len() {
        spans.push(Span::new(start, text.len()));
    }
    spans
}

/// Whether the line is a drawn rule: nothing but dashes, stars, underscores, dots, at least three, or a single star.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let Some(first) = line.chars().next() else { return false };
    if first.is_alphanumeric() {
        return false;
    }
    let drawn = |c: char| matches!(c, '-' | '_' | '*' | '=' | '~' | '–' | '—' | '−' | '.' | '…' | '`' | ' ');
    (line.len() >= 3 || line == "*") && line.chars().all(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible(text: &str) -> Vec<String> {
        let source = of_text(text.to_owned());
        let mut kept = source.text.clone().into_bytes();
        for (span, _) in &source.noise {
            kept[span.range()].fill(b'#');
        }
        String::from_utf8(kept).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    #[rstest::rstest]
    #[case("# source: https://example.org\nXin chào", &["#############################", "Xin chào"])]
    #[case("**I. MỤC ĐÍCH**", &["##I. MỤC ĐÍCH##"])]
    #[case("## II. Yêu cầu", &["###II. Yêu cầu"])]
    #[case("**A**\n* một mục", &["##A##", "* một mục"])]
    #[case("-------\nTên", &["#######", "Tên"])]
    #[case("Số 5 (*)\n*", &["Số 5 (*)", "#"])]
    fn marks_are_noise(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(visible(text), expected);
    }

    #[test]
    fn front_matter_and_notes_are_noise() {
        let text = "---\nid: X\ntitle: Y\n---\n<div class=\"source-note\">\n <p>ghi chú</p>\n</div>\n\nKẾ HOẠCH";
        let source = of_text(text.to_owned());
        assert!(source.noise.iter().all(|(_, noise)| *noise == Noise::FrontMatter));
        let lines = source.blocks.iter().filter(|block| matches!(block, Block::Line(line) if !line.span.of(text).trim().is_empty()));
        assert_eq!(lines.count(), 1);
    }

    #[test]
    fn a_bold_line_is_seen() {
        let source = of_text("**Mục đích**\nVăn bản **đậm** một phần".to_owned());
        let bold: Vec<bool> =
            source.blocks.iter().filter_map(|block| if let Block::Line(line) = block { Some(line.look.bold) } else { None }).collect();
        assert_eq!(bold, [true, false]);
    }
}
