//! Texts without a letterhead: a news item, an article, or a notice copied to a page.

use std::ops::Range;

use phongtrao_value::text::folded;

use super::flow::Flow;
use super::words::{HEADLINE, KINDS};
use crate::{Field, Frame};

/// Reads the headline; its lines.
pub(super) fn read(flow: &Flow, lines: Range<usize>, frame: &mut Frame) -> Range<usize> {
    /// A headline is shorter.
    const LONGEST: usize = 260;
    let first = lines.clone().take(6).find(|line| is_headline(flow.line(*line)));
    let kind = |words: &str| {
        let folded = folded(&words.chars().take(30).collect::<String>());
        KINDS
            .iter()
            .find(|(kind, _)| super::words::after(&folded, kind).is_some())
            .map(|(kind, abbreviation)| (kind.chars().count(), abbreviation.clone()))
    };
    let Some(line) = first.filter(|line| flow.line(*line).len() <= LONGEST) else {
        frame.kind = flow.lines.first().map(|line| Field::new(HEADLINE.news.clone(), line.span));
        return lines.start..lines.start;
    };
    let at = &flow.lines[line];
    let words = flow.line(line);
    // `[Đơn vị] Kế hoạch …`.
    let bare = words.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(words, |(_, rest)| rest.trim_start());
    let (abbreviation, title) = match kind(bare) {
        Some((length, abbreviation)) => {
            let length: usize = bare.chars().take(length).map(char::len_utf8).sum();
            (abbreviation, bare[length..].trim_start_matches([' ', ':']))
        }
        None => (HEADLINE.news.clone(), words),
    };
    let end = at.words.end;
    frame.kind = Some(Field::new(abbreviation, at.span));
    if !title.is_empty() {
        frame.title = Some(Field::new(title.to_owned(), flow.span(end - title.len()..end)));
    }
    line..line + 1
}

/// Whether a line can be a headline: no sentence, no date, no section of a page.
fn is_headline(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 12 && !super::paragraphs::ends_sentence(words) && super::label::at_start(words).is_none() && words.len() < 260
}
