//! One line a finding: `file:line:column: severity[code]: message`, as editors and `grep` want it.

use std::fmt::Write as _;

use crate::{LineIndex, Report, Words};

/// One line a finding; without line and column when it concerns the file as a whole.
pub fn short(report: &Report, words: &Words) -> String {
    let mut drawn = String::new();
    for file in &report.files {
        let index = LineIndex::new(&file.text);
        for finding in &file.findings {
            // One line is one finding, whatever a file's name or a quoted word holds.
            let message = one_line(&words.say(&finding.message));
            let _ = write!(drawn, "{}:", one_line(&file.name));
            if let Some(span) = finding.span {
                let place = index.position(span.start);
                let _ = write!(drawn, "{}:{}:", place.line, place.column);
            }
            let _ = writeln!(drawn, " {}[{}]: {message}", finding.severity.code(), finding.code);
        }
    }
    drawn
}

fn one_line(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::short;
    use crate::sample;

    #[test]
    fn a_finding_is_a_line() {
        let drawn = short(&sample::report(), &sample::words());
        assert_eq!(
            drawn,
            "kế hoạch.txt: note[no-recipients]: Văn bản không có nơi nhận.\n\
             kế hoạch.txt:2:12: error[date-does-not-exist]: Ngày 31/02/2026 không có trên lịch.\n\
             kế hoạch.txt:3:10: warning[doubled-word]: Từ “thi đua” viết hai lần liền nhau.\n"
        );
    }
}
