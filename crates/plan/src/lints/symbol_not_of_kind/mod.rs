//! `symbol-not-of-kind`: a symbol that belongs to another kind of document.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A symbol that belongs to another kind of document.
pub(super) static LINT: Lint = Lint {
    name: "symbol-not-of-kind",
    level: Severity::Error,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let (Some(kind), Some(line)) = (&document.frame.kind, &document.frame.number_line) else { return };
    let Some(right) = context.packs.kind(&kind.value) else { return };
    let parts = line.value.split(['/', '-', '–', ' ', ':']).filter(|part| !part.is_empty());
    // The first known symbol is the kind's; what follows are bodies, whose letters may look like one.
    let Some(found) =
        parts.filter_map(|part| context.packs.kind(part).map(|kind| kind.symbol.as_str()).or((part == LETTER).then_some(part))).next()
    else {
        return;
    };
    if found != right.symbol {
        let message = texts::symbol_not_of_kind(found, right.name.as_str());
        sink.push(sink.finding(message).at(line.span).help(texts::symbol_not_of_kind_help(right.symbol.as_str())));
    }
}

/// What many write for an official letter, which by the decree has no symbol of its own.
const LETTER: &str = "CV";
