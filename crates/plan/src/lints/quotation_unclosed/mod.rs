//! `quotation-unclosed`: an opening quotation mark or bracket without its end.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Passage, Region, Sink};
use crate::texts;

/// An opening quotation mark or bracket without its end.
pub(super) static LINT: Lint = Lint {
    name: "quotation-unclosed",
    level: Severity::Note,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let passages: Vec<&Passage> = context.passages.iter().filter(|passage| is_sentence(passage)).collect();
    for (at, passage) in passages.iter().enumerate() {
        for pair in PAIRS {
            let Some(open) = unclosed(passage.as_str(), pair) else { continue };
            // A quotation may run over paragraphs, and a paragraph may have been taken for two.
            let closed_later = passages[at + 1..].iter().take(REACH).any(|later| closes(later.as_str(), pair));
            if !closed_later {
                let span = passage.span(open..open + pair.open.len_utf8());
                let mark = pair.open.to_string();
                sink.push(sink.finding(texts::quotation_unclosed(mark)).at(span).help(texts::quotation_unclosed_help()));
                break;
            }
        }
    }
}

fn is_sentence(passage: &Passage) -> bool {
    matches!(passage.region, Region::Title | Region::Preamble | Region::Body) && !passage.in_table
}

/// So many paragraphs a quotation may run on.
const REACH: usize = 12;

/// A mark that opens, and the marks that may close it.
#[derive(Clone, Copy)]
struct Pair {
    open: char,
    close: &'static [char],
}

const PAIRS: [Pair; 2] = [Pair { open: '\u{201c}', close: &['\u{201d}', '"', '\u{2019}', '\u{201c}'] }, Pair { open: '(', close: &[')'] }];

/// The last opening mark that nothing closes.
fn unclosed(text: &str, pair: Pair) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        if pair.close.contains(&c) && (c != pair.open || !open.is_empty()) {
            open.pop();
        } else if c == pair.open {
            open.push(at);
        }
    }
    open.last().copied()
}

/// Whether the text has a closing mark for one that was opened before it.
fn closes(text: &str, pair: Pair) -> bool {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == pair.open && !(pair.close.contains(&c) && depth > 0) {
            depth += 1;
        } else if pair.close.contains(&c) {
            // The bracket of a label (`a)`) closes nothing.
            if depth == 0 && at > LABEL {
                return true;
            }
            depth = (depth - 1).max(0);
        }
    }
    false
}

/// The bytes at the beginning of a paragraph that may be its label.
const LABEL: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("phong trào “Học tập suốt đời”", None)]
    #[case("phong trào “Học tập suốt đời", Some("“Học tập suốt đời"))]
    #[case("a) Gửi hồ sơ (bản giấy) và thư", None)]
    #[case("Gửi hồ sơ (bản giấy và thư", Some("(bản giấy và thư"))]
    fn what_is_left_open(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(PAIRS.iter().find_map(|pair| unclosed(text, *pair)).map(|at| &text[at..]), expected);
    }
}
