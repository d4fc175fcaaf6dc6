//! `archive-line-missing`: recipients without the line of the archive.

use phongtrao_diagnostic::Severity;
use phongtrao_value::text::folded;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// Recipients without the line of the archive.
pub(super) static LINT: Lint = Lint {
    name: "archive-line-missing",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

/// How the line of the archive begins, folded.
const ARCHIVE: &str = "luu";

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let recipients = &document.frame.recipients;
    let archived = recipients.iter().any(|recipient| folded(&recipient.line.value).starts_with(ARCHIVE));
    if let (false, Some(last)) = (archived, recipients.last()) {
        sink.push(sink.finding(texts::archive_line_missing()).at(last.line.span).help(texts::archive_line_missing_help()));
    }
}
