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

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::Span;

    use super::*;
    use crate::{Line, Places};

    /// Paragraphs of a format, the first bold or not.
    fn paragraphs(format: Format, bold: bool, text: &str) -> Source {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let lines = text.lines().zip(starts).map(|(line, start)| {
            let look = Look { bold: bold && start == 0, ..Look::default() };
            Block::Line(Line { span: Span::new(start, start + line.len()), look, whole: true })
        });
        let blocks = lines.collect();
        Source { format, text: text.to_owned(), blocks, noise: Vec::new(), places: Places::default(), findings: Vec::new() }
    }

    #[rstest::rstest]
    #[case::pasted_text(Format::Docx, false, "KẾ HOẠCH\nXây dựng thói quen\nđọc sách.", true)]
    #[case::set_by_word(Format::Docx, true, "KẾ HOẠCH\nXây dựng thói quen\nđọc sách.", false)]
    #[case::paragraphs_of_a_page(Format::Html, false, "KẾ HOẠCH\nXây dựng thói quen\nđọc sách.", false)]
    #[case::marks_on_a_page(Format::Html, false, "**KẾ HOẠCH**\n\n**I. MỤC ĐÍCH**\n\n**II. YÊU CẦU**", true)]
    fn plain_text_is_read_as_text(#[case] format: Format, #[case] bold: bool, #[case] text: &str, #[case] typed: bool) {
        let source = paragraphs(format, bold, text);
        let read = or_same(source.clone());
        assert_eq!(read.text, source.text);
        assert_eq!(read.blocks != source.blocks, typed);
    }
}
