//! `closing-mark-missing`: a body that does not end with `./.`

use phongtrao_diagnostic::{Edit, Severity, Span};

use crate::lints::{Context, Lint, On, Region, Sink};
use crate::texts;

/// A body that does not end with `./.`
pub(super) static LINT: Lint = Lint {
    name: "closing-mark-missing",
    level: Severity::Note,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let frame = &document.frame;
    // Texts of the Party end with a full stop (Regulation 399-QĐ/TW), those without signature may well be cut.
    if frame.closing_mark.is_some() || frame.signatures.is_empty() || !context.follows_state_form() {
        return;
    }
    if let Some(last) = last_sentence(context) {
        let finding = sink.finding(texts::closing_mark_missing()).at(last).help(texts::closing_mark_missing_help());
        let stop = Span { start: last.end - 1, end: last.end };
        sink.push(match last.of(&document.text).ends_with('.') {
            true => finding.fix(texts::closing_mark_missing_fix(), vec![Edit { span: stop, replacement: CLOSING_MARK.to_owned() }]),
            false => finding,
        });
    }
}

/// What stands at the end of the text of an administrative document.
const CLOSING_MARK: &str = "./.";

/// The last sentence before the signatures; a remark in brackets below it (`(Kèm theo Phụ lục)`) is none.
fn last_sentence(context: &Context<'_>) -> Option<Span> {
    let body =
        context.passages.iter().rev().filter(|passage| matches!(passage.region, Region::Body | Region::Preamble) && !passage.in_table);
    let last = body.map(|passage| (passage, passage.as_str().trim_end())).find(|(_, words)| !words.starts_with('('))?;
    let (passage, words) = last;
    let start = words.trim_end_matches('.').rfind(". ").map_or(0, |stop| stop + 2);
    (start < words.len()).then(|| passage.span(start..words.len()))
}
