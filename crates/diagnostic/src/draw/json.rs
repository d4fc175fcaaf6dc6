//! The findings as a JSON array.

use serde::Serialize;

use crate::{LineIndex, Report, Words};

/// One finding; places in characters of the decoded text, from 1, none when it concerns the file as a whole.
#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    /// The end is the place behind the last character.
    end_line: Option<usize>,
    end_column: Option<usize>,
}

/// All findings of all files as one array of objects.
pub fn json(report: &Report, words: &Words) -> String {
    let mut rows = Vec::new();
    for file in &report.files {
        let index = LineIndex::new(&file.text);
        for finding in &file.findings {
            let start = finding.span.map(|span| index.position(span.start));
            let end = finding.span.map(|span| index.position(span.end.max(span.start)));
            rows.push(Row {
                code: finding.code,
                severity: finding.severity.code(),
                message: words.say(&finding.message),
                help: finding.help.as_ref().map(|help| words.say(help)),
                file: &file.name,
                line: start.map(|place| place.line),
                column: start.map(|place| place.column),
                end_line: end.map(|place| place.line),
                end_column: end.map(|place| place.column),
            });
        }
    }
    super::pretty(&rows)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{Report, sample};

    #[test]
    fn a_finding_has_exactly_these_keys() {
        let drawn: Value = serde_json::from_str(&super::json(&sample::report(), &sample::words())).unwrap();
        assert_eq!(
            drawn,
            json!([
                { "code": "no-recipients", "severity": "note", "message": "Văn bản không có nơi nhận.", "help": null, "file": "kế hoạch.txt",
                  "line": null, "column": null, "end_line": null, "end_column": null },
                { "code": "date-does-not-exist", "severity": "error", "message": "Ngày 31/02/2026 không có trên lịch.",
                  "help": "Ghi ngày cuối tháng, 28/02/2026.", "file": "kế hoạch.txt",
                  "line": 2, "column": 12, "end_line": 2, "end_column": 22 },
                { "code": "doubled-word", "severity": "warning", "message": "Từ “thi đua” viết hai lần liền nhau.", "help": null,
                  "file": "kế hoạch.txt", "line": 3, "column": 10, "end_line": 3, "end_column": 25 },
            ])
        );
    }

    #[test]
    fn no_findings_are_an_empty_array() {
        assert_eq!(super::json(&Report::default(), &sample::words()).trim(), "[]");
    }
}
