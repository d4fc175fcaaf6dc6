//! Plain text that was pasted into a word processor or a page, line by line: it is read as the text that it is.
//!
//! Such a file has nothing of its format: no bold word, no centred line, no table. Its paragraphs are the lines of the text, broken at a width,
//! with the marks of a text file; a paragraph that ends there ends no sentence.

use crate::{Block, Format, Look, Source};

use super::text;

/// The source, its blocks cut as those of a text when nothing of the format is used.
pub(super) fn or_same(source: Source) -> Source {
    if !source.noise.is_empty() || !is_typed(&source) {
        return source;
    }
    let (blocks, noise) = text::cut(&source.text, text::is_markdown(&source.text));
    Source { blocks, noise, ..source }
}

/// Whether the source is lines without any look. Paragraphs of pages often have none: there the lines must be broken by hand or the text be marked.
fn is_typed(source: &Source) -> bool {
    let plain = |block: &Block| matches!(block, Block::Line(line) if line.look == Look::default());
    let broken = |block: &Block| matches!(block, Block::Line(line) if !line.whole);
    source.blocks.iter().all(plain) && (source.format == Format::Docx || source.blocks.iter().all(broken) || text::is_marked(&source.text))
}
