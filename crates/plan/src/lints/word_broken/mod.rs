//! `word-broken`: letters that the file has lost: a font map without them, or characters that are no letters.

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_value::text::composed;

use crate::lints::{Context, Lint, On, Passage, Sink};
use crate::texts;

/// Letters that the file has lost.
pub(super) static LINT: Lint = Lint {
    name: "word-broken",
    level: Severity::Note,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut first = None;
    let mut count = 0_usize;
    for passage in &context.passages {
        for span in broken(passage, context.text) {
            first = first.or(Some(span));
            count += 1;
        }
    }
    if first.is_some() {
        sink.push(sink.finding(texts::word_broken(count)).at(first).help(texts::word_broken_help()));
    }
}

/// The words of a passage that lost letters.
fn broken(passage: &Passage, text: &str) -> Vec<Span> {
    let words = passage.as_str();
    if words.is_ascii() {
        return Vec::new();
    }
    let begin = words.as_ptr() as usize;
    let pieces = words.split(' ').filter(|word| !word.is_ascii());
    let spans = pieces.filter_map(|word| {
        let start = word.as_ptr() as usize - begin;
        let span = passage.span(start..start + word.len());
        (has_lost_letter(word, span.of(text)) || word.contains(is_no_letter)).then_some(span)
    });
    spans.collect()
}

/// Whether a letter was put back: the file has a tone alone where the word has a letter with it.
fn has_lost_letter(word: &str, printed: &str) -> bool {
    let tone = |c: char| matches!(c, '\u{300}'..='\u{309}' | '\u{323}');
    printed.contains(tone) && composed(printed) != composed(word) && composed(printed).contains(tone)
}

/// Signs that stand for nothing in Vietnamese: the replacement character, and ideographs that come of bytes read wrongly.
fn is_no_letter(c: char) -> bool {
    c == '\u{fffd}' || matches!(c, '\u{4e00}'..='\u{9fff}')
}
