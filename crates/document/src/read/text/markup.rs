//! Markdown in a text: stars, hash headings, escapes, and the tags that crawlers leave.

use phongtrao_diagnostic::Span;

use super::Cutter;
use crate::{Look, Noise};

/// How much of a text is looked at to tell whether it has Markdown in it.
const SAMPLE: usize = 1 << 20;

/// Whether stars and hashes are marks in this text.
pub(super) fn is_markdown(text: &str) -> bool {
    let sample = &text.as_bytes()[..text.len().min(SAMPLE)];
    let bold = memchr::memmem::find(sample, b"**").is_some_and(|at| !sample[at..].starts_with(b"***\n"));
    let heads = sample.starts_with(b"# ") || sample.starts_with(b"## ") || sample.starts_with(b"### ");
    bold || heads && !sample.starts_with(b"# source:")
        || memchr::memmem::find(sample, b"\n# ").is_some()
        || memchr::memmem::find(sample, b"\n## ").is_some()
}

/// A tag is shorter; a longer one is text.
const LONGEST_TAG: usize = 400;

/// Tags that say how words are set.
const TAGS: &[&str] =
    &["h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "i", "u", "br", "em", "sup", "sub", "strong", "span", "div", "center", "hr"];

impl Cutter<'_> {
    /// Notes the marks of a line as noise; how the line is set.
    pub(super) fn markup(&mut self, span: Span) -> Look {
        let line = span.of(self.text);
        let bytes = line.as_bytes();
        let mut look = Look::default();
        let indent = bytes.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let mut at = indent;
        let hashes = bytes[at..].iter().take_while(|b| **b == b'#').count();
        if (1..=6).contains(&hashes) && bytes.get(at + hashes) == Some(&b' ') {
            look.heading = u8::try_from(hashes).ok();
            self.mark(span.start + at, hashes + 1);
            at += hashes + 1;
        }
        if bytes.get(at) == Some(&b'>') && bytes.get(at + 1) == Some(&b' ') {
            self.mark(span.start + at, 2);
            at += 2;
        }
        look.bold = self.inline(span.start, line, at);
        look
    }

    /// Notes the marks from byte `from` of the line on; whether all of its letters are bold.
    fn inline(&mut self, start: usize, line: &str, from: usize) -> bool {
        let bytes = line.as_bytes();
        let (mut at, mut plain, mut bold) = (from, false, false);
        let mut seen = from;
        while let Some(step) = memchr::memchr3(b'*', b'\\', b'<', &bytes[at..]) {
            let mark = at + step;
            if line[seen..mark].contains(char::is_alphanumeric) {
                *if self.bold { &mut bold } else { &mut plain } = true;
            }
            let length = self.mark_at(start, bytes, mark, from);
            at = mark + length.max(1);
            seen = at;
        }
        if line[seen.min(line.len())..].contains(char::is_alphanumeric) {
            *if self.bold { &mut bold } else { &mut plain } = true;
        }
        bold && !plain
    }

    /// Notes the mark at byte `at` of the line, when it is one; its length.
    fn mark_at(&mut self, start: usize, bytes: &[u8], at: usize, from: usize) -> usize {
        match bytes[at] {
            b'*' => self.stars(start, bytes, at, from),
            b'\\' if bytes.get(at + 1).is_some_and(|next| next.is_ascii_punctuation()) => {
                self.mark(start + at, 1);
                // What is escaped is no mark itself.
                2
            }
            b'<' => self.tag(start, bytes, at),
            _ => 1,
        }
    }

    fn stars(&mut self, start: usize, bytes: &[u8], at: usize, from: usize) -> usize {
        let count = bytes[at..].iter().take_while(|b| **b == b'*').count();
        let before = at.checked_sub(1).filter(|before| *before >= from).map(|before| bytes[before]);
        let after = bytes.get(at + count).copied();
        let item = count == 1 && at == from && after.is_none_or(|b| b.is_ascii_whitespace());
        let note = count == 1 && before == Some(b'(') && after == Some(b')');
        if item && after.is_some() || note {
            return count;
        }
        if count >= 2 {
            self.bold = if count % 4 == 0 { self.bold } else { !self.bold };
        }
        self.mark(start + at, count);
        count
    }

    fn tag(&mut self, start: usize, bytes: &[u8], at: usize) -> usize {
        let inner = &bytes[at + 1..];
        let name = inner.strip_prefix(b"/").unwrap_or(inner);
        let length = name.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
        let known = std::str::from_utf8(&name[..length]).is_ok_and(|name| TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)));
        match memchr::memchr(b'>', &bytes[at..bytes.len().min(at + LONGEST_TAG)]) {
            Some(end) if known => {
                self.mark(start + at, end + 1);
                end + 1
            }
            _ => 1,
        }
    }

    fn mark(&mut self, start: usize, length: usize) {
        self.noise.push((Span::new(start, start + length), Noise::Markup));
    }
}
