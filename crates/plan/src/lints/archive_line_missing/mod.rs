//! `archive-line-missing`: recipients without the line of the archive.

use phongtrao_diagnostic::Severity;

use crate::RecipientPurpose;
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

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let recipients = &document.frame.recipients;
    let archived = context.plan.recipients.iter().any(|recipient| recipient.purpose == Some(RecipientPurpose::File));
    if let (false, Some(last)) = (archived, recipients.last()) {
        sink.push(sink.finding(texts::archive_line_missing()).at(last.line.span).help(texts::archive_line_missing_help()));
    }
}
