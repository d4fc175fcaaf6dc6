//! A report that tests draw.

use crate::{Edit, FileReport, Finding, Language, Report, Severity, Span, Text, Texts, Words};

const TEXT: &str = "KẾ HOẠCH\nHoàn thành 31/02/2026 là ngày cuối.\nCác khối thi đua thi đua với nhau.\n";

/// Words of the frame, and of the sample.
pub(crate) fn words() -> Words {
    let own = Texts { vietnamese: &[include_str!("../tests/sample.ftl")], english: &[include_str!("../tests/sample.ftl")] };
    Words::new(Language::Vietnamese, &[&crate::texts::TEXTS, &own])
}

/// A text of one key without arguments.
pub(crate) fn said(key: &'static str) -> Text {
    Text { key, arguments: Vec::new() }
}

/// Where words stand in a text.
pub(crate) fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// An error with help, a warning with a fix and a label, and a note without a place.
pub(crate) fn report() -> Report {
    let doubled = span(TEXT, "thi đua thi đua");
    let second = Span::new(doubled.start + "thi đua".len(), doubled.end);
    let findings = vec![
        Finding::new("doubled-word", Severity::Warning, said("doubled-word"))
            .at(doubled)
            .label(second, said("doubled-word-label"))
            .fix(said("doubled-word-fix"), vec![Edit { span: second, replacement: String::new() }]),
        Finding::new("date-does-not-exist", Severity::Error, said("no-such-day"))
            .at(span(TEXT, "31/02/2026"))
            .help(said("no-such-day-help")),
        Finding::new("no-recipients", Severity::Note, said("no-recipients")),
    ];
    Report::of(FileReport::new("kế hoạch.txt", TEXT, findings))
}
