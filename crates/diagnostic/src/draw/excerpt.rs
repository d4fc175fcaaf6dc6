//! The lines that a finding is drawn on, cut around what matters: a paragraph of an official text is one line of many hundred characters.

use unicode_width::UnicodeWidthChar as _;

use crate::{LineIndex, Span};

/// What stands for words that were cut away.
const CUT: char = '…';
/// Characters without width that are kept for each column: more of them are not writing.
const CHARACTERS_A_COLUMN: usize = 8;
/// Drawn as four columns.
const TAB: usize = 4;

/// A place to draw, and what to say there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    /// The bytes: of the text before cutting, of the excerpt after.
    pub(super) span: Span,
    /// What is said at it.
    pub(super) label: Option<String>,
    /// Whether it is the finding's own place.
    pub(super) primary: bool,
}

/// A line, or a part of one, with the marks on it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Excerpt {
    /// Which line it is, from 1.
    pub(super) line: usize,
    /// Its words.
    pub(super) text: String,
    /// The marks, in bytes of `text`.
    pub(super) marks: Vec<Mark>,
}

/// The lines that the marks lie on, in order, each no wider than `columns`. A mark must lie within one line.
pub(super) fn excerpts(index: &LineIndex<'_>, columns: usize, marks: Vec<Mark>) -> Vec<Excerpt> {
    let border = |byte| index.text().floor_char_boundary(byte);
    let whole = |mark: Mark| Mark { span: Span::new(border(mark.span.start), border(mark.span.end)), ..mark };
    let mut placed: Vec<(usize, Mark)> = marks.into_iter().map(whole).map(|mark| (index.line(mark.span.start), mark)).collect();
    placed.sort_by_key(|(line, mark)| (*line, !mark.primary, mark.span.start));
    let by_line = placed.chunk_by(|(one, _), (other, _)| one == other);
    by_line
        .filter_map(|placed| {
            let line = placed.first()?.0;
            let marks = placed.iter().map(|(_, mark)| mark.clone()).collect();
            Some(cut(index, line, columns, marks))
        })
        .collect()
}

fn cut(index: &LineIndex<'_>, line: usize, columns: usize, marks: Vec<Mark>) -> Excerpt {
    let whole = Span::new(index.start(line), index.end(line));
    let focus = focus(index.text(), columns, &marks);
    let window = window(index.text(), whole, focus, columns);
    let mut text = String::new();
    if window.start > whole.start {
        text.push(CUT);
    }
    let shift = text.len();
    text.push_str(window.of(index.text()));
    let within = |byte: usize| byte.clamp(window.start, window.end) - window.start + shift;
    let marks = marks.into_iter().filter(|mark| mark.span.start <= window.end && mark.span.end >= window.start);
    let marks = marks.map(|mark| Mark { span: Span::new(within(mark.span.start), within(mark.span.end)), ..mark }).collect();
    if window.end < whole.end {
        text.push(CUT);
    }
    Excerpt { line, text, marks }
}

/// What must be seen: all marks when they fit, else the first, which is the finding's own place if that is on this line.
fn focus(text: &str, columns: usize, marks: &[Mark]) -> Span {
    let first = marks.first().map(|mark| mark.span).unwrap_or_default();
    let all = marks.iter().fold(first, |all, mark| all.to(mark.span));
    if walk(all.of(text).chars(), columns).1 == all.len() { all } else { first }
}

/// The part of a line that is shown: the focus with as much on both sides as there is room.
fn window(text: &str, whole: Span, focus: Span, columns: usize) -> Span {
    let focus = Span::new(focus.start.clamp(whole.start, whole.end), focus.end.clamp(whole.start, whole.end));
    let (shown, bytes) = walk(focus.of(text).chars(), columns);
    let end = focus.start + bytes;
    let before = Span::new(whole.start, focus.start).of(text);
    let after = Span::new(end, whole.end).of(text);
    let room = columns - shown;
    // What one side leaves free the other may use.
    let right_wants = walk(after.chars(), room).0;
    let (_, left) = walk(before.chars().rev(), room - right_wants.min(room / 2));
    let start = focus.start - left;
    let used = walk(Span::new(start, end).of(text).chars(), columns).0;
    let (_, right) = walk(after.chars(), columns - used);
    // A mark without its letter would be drawn on the sign of the cut.
    let marks = |part: &str| part.chars().take_while(|c| c.width() == Some(0)).take(CHARACTERS_A_COLUMN).map(char::len_utf8).sum::<usize>();
    let start = if start > whole.start { start + marks(Span::new(start, focus.start).of(text)) } else { start };
    Span::new(start, end + right)
}

/// How many columns, at most `columns`, and how many bytes these characters take.
fn walk(characters: impl Iterator<Item = char>, columns: usize) -> (usize, usize) {
    let (mut used, mut bytes) = (0, 0);
    for c in characters.take(columns.saturating_mul(CHARACTERS_A_COLUMN)) {
        let width = if c == '\t' { TAB } else { c.width().unwrap_or(1) };
        if used + width > columns {
            break;
        }
        used += width;
        bytes += c.len_utf8();
    }
    (used, bytes)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Mark, excerpts};
    use crate::{LineIndex, Span, sample};

    fn mark(text: &str, words: &str, primary: bool) -> Mark {
        Mark { span: sample::span(text, words), label: None, primary }
    }

    #[rstest]
    #[case::fits("một hai ba", "hai", 20, "một hai ba", "hai")]
    #[case::cut_on_both_sides("một hai ba bốn năm", "ba", 8, "…ai ba bố…", "ba")]
    #[case::room_left_of_the_start("một hai ba bốn năm", "một", 8, "một hai …", "một")]
    #[case::room_right_of_the_end("một hai ba bốn năm", "năm", 8, "… bốn năm", "năm")]
    #[case::wider_than_the_room("một hai ba bốn năm", "hai ba bốn", 6, "…hai ba…", "hai ba")]
    #[case::marks_above_letters_have_no_width("me\u{302}\u{323}t hai ba", "hai", 10, "me\u{302}\u{323}t hai ba", "hai")]
    fn a_line_is_cut_around_its_mark(
        #[case] text: &str,
        #[case] words: &str,
        #[case] columns: usize,
        #[case] cut: &str,
        #[case] marked: &str,
    ) {
        let excerpts = excerpts(&LineIndex::new(text), columns, vec![mark(text, words, true)]);
        assert_eq!(excerpts[0].text, cut);
        assert_eq!(excerpts[0].marks[0].span.of(cut), marked);
    }

    #[test]
    fn lines_come_in_order_and_share_their_marks() {
        let text = "một hai\nba\nbốn";
        let marks = vec![mark(text, "bốn", true), mark(text, "hai", false), mark(text, "một", false)];
        let excerpts = excerpts(&LineIndex::new(text), 20, marks);
        assert_eq!(excerpts.iter().map(|excerpt| (excerpt.line, excerpt.marks.len())).collect::<Vec<_>>(), [(1, 2), (3, 1)]);
    }

    #[test]
    fn a_mark_far_from_the_finding_is_left_out() {
        let text = format!("một {} hai", "x".repeat(90));
        let excerpts = excerpts(&LineIndex::new(&text), 20, vec![mark(&text, "hai", true), mark(&text, "một", false)]);
        assert_eq!(excerpts[0].marks.len(), 1);
    }

    #[test]
    fn a_letter_with_endless_marks_is_cut_too() {
        let text = format!("a{}b", "\u{301}".repeat(100_000));
        let excerpts = excerpts(&LineIndex::new(&text), 10, vec![Mark { span: Span::new(0, 1), label: None, primary: true }]);
        assert!(excerpts[0].text.len() < 500);
    }
}
