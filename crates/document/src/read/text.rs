//! Plain text, also with Markdown in it.

use phongtrao_diagnostic::Span;

use crate::{Block, Format, Line, Look, Place, Places, Source, decode};

/// Lines of a text file.
pub fn read(bytes: &[u8]) -> Source {
    let decoded = decode::decode(bytes);
    let mut blocks = Vec::new();
    let mut places = Places::default();
    let mut start = 0;
    for (index, line) in decoded.text.split('\n').enumerate() {
        places.push(start, Place::Line(u32::try_from(index + 1).unwrap_or(u32::MAX)));
        let span = Span::new(start, start + line.len());
        blocks.push(Block::Line(Line { span, look: Look::default(), whole: false }));
        start = span.end + 1;
    }
    Source { format: Format::Text, text: decoded.text, blocks, noise: Vec::new(), places, findings: decoded.findings }
}
