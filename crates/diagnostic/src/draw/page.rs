//! One static page: the text beside its findings in the margin.

use super::marking::{Marking, marked};
use crate::html::Html;
use crate::{FileReport, Finding, LineIndex, Report, Severity, Span, Text, Words, texts};

const STYLE: &str = include_str!("../../look/findings.css");
/// Of a longer quotation of what a repair changes, so many characters are shown.
const QUOTED: usize = 120;

/// The whole page; it needs nothing beside it.
pub fn page(report: &Report, words: &Words) -> String {
    let title = match report.files.as_slice() {
        [file] => texts::page_title(&file.name),
        files => texts::page_title_of_several(files.len()),
    };
    let title = words.say(&title);
    Html::page(words.language().code(), &title, STYLE, |html| {
        html.element("main", &[], |html| {
            html.words("h1", &[], &title);
            figures(report, words, html);
            for (number, file) in report.files.iter().enumerate() {
                if report.files.len() > 1 {
                    html.words("h2", &[], &file.name);
                }
                FilePage { number, file, index: LineIndex::new(&file.text), words }.write(html);
            }
        });
    })
}

fn figures(report: &Report, words: &Words, html: &mut Html) {
    let figures = [
        (Severity::Error, texts::page_counted_errors()),
        (Severity::Warning, texts::page_counted_warnings()),
        (Severity::Note, texts::page_counted_notes()),
    ];
    html.element("dl", &[("class", "figures")], |html| {
        for (severity, label) in figures {
            html.element("div", &[("class", severity.code())], |html| {
                html.words("dt", &[], &words.say(&label));
                html.words("dd", &[], &report.count(severity).to_string());
            });
        }
    });
    html.line();
}

struct FilePage<'a> {
    number: usize,
    file: &'a FileReport,
    index: LineIndex<'a>,
    words: &'a Words,
}

impl FilePage<'_> {
    fn write(&self, html: &mut Html) {
        let marking = marked(&self.file.findings, self.index.text());
        let mut marking = marking.iter().copied().peekable();
        html.element("section", &[], |html| {
            html.element("div", &[("class", "clause heading")], |html| {
                html.words("div", &[("class", "text")], &self.say(&texts::page_text()));
                html.words("div", &[], &self.say(&texts::page_findings()));
            });
            html.line();
            for row in self.rows() {
                html.element("div", &[("class", "clause")], |html| {
                    html.element("div", &[("class", "text"), ("lang", "vi")], |html| {
                        for line in row.lines.clone() {
                            self.line(line, &mut marking, html);
                        }
                    });
                    html.element("div", &[], |html| row.findings.iter().for_each(|finding| self.finding(finding, html)));
                });
                html.line();
            }
        });
    }

    /// A row begins with each line that findings begin in, so that they stand beside it.
    fn rows(&self) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for finding in &self.file.findings {
            let line = finding.span.map_or(1, |span| self.index.line(span.start));
            match rows.last_mut() {
                Some(row) if row.lines.start >= line => row.findings.push(finding),
                _ => rows.push(Row { lines: line..line, findings: vec![finding] }),
            }
        }
        if rows.first().is_none_or(|row| row.lines.start > 1) {
            rows.insert(0, Row { lines: 1..1, findings: Vec::new() });
        }
        let mut end = self.index.lines() + 1;
        for row in rows.iter_mut().rev() {
            row.lines.end = end;
            end = row.lines.start;
        }
        rows
    }

    fn line(&self, line: usize, marking: &mut std::iter::Peekable<impl Iterator<Item = (Span, Marking)>>, html: &mut Html) {
        let whole = Span::new(self.index.start(line), self.index.end(line));
        if whole.of(self.index.text()).trim().is_empty() {
            return;
        }
        html.element("p", &[("id", &self.place(line))], |html| {
            let mut from = whole.start;
            while let Some(&(span, kind)) = marking.peek() {
                if span.start >= whole.end {
                    break;
                }
                let (start, end) = (span.start.max(from), span.end.min(whole.end));
                if start < end {
                    html.text(Span::new(from, start).of(self.index.text()));
                    html.words("mark", &[("class", kind.class())], Span::new(start, end).of(self.index.text()));
                    from = end;
                }
                if span.end > whole.end {
                    break;
                }
                marking.next();
            }
            html.text(Span::new(from, whole.end).of(self.index.text()));
        });
    }

    fn finding(&self, finding: &Finding, html: &mut Html) {
        let class = format!("finding {}", finding.severity.code());
        html.element("article", &[("class", &class)], |html| {
            html.element("h3", &[], |html| {
                html.words("span", &[("class", "kind")], &format!("{} ·", self.say(&finding.severity.text())));
                html.text(" ");
                html.text(&self.say(&finding.message));
            });
            if let Some(help) = &finding.help {
                html.element("p", &[], |html| self.titled(&texts::help(), help, html));
            }
            for label in &finding.labels {
                html.element("p", &[], |html| {
                    self.link(label.span, html);
                    html.text(": ");
                    html.text(&self.say(&label.text));
                });
            }
            self.fix(finding, html);
            html.element("footer", &[], |html| {
                if let Some(span) = finding.span {
                    self.link(span, html);
                    html.text(" ");
                }
                html.words("code", &[], finding.code);
            });
        });
    }

    fn fix(&self, finding: &Finding, html: &mut Html) {
        let Some(fix) = &finding.fix else { return };
        html.element("p", &[], |html| {
            self.titled(&texts::fix(), &fix.title, html);
            for edit in &fix.edits {
                for (name, words) in [("del", edit.span.of(self.index.text())), ("ins", edit.replacement.as_str())] {
                    if !words.is_empty() {
                        html.text(" ");
                        html.words(name, &[], &quoted(words));
                    }
                }
            }
        });
    }

    fn titled(&self, title: &Text, words: &Text, html: &mut Html) {
        html.words("b", &[], &format!("{}:", self.say(title)));
        html.text(" ");
        html.text(&self.say(words));
    }

    fn link(&self, span: Span, html: &mut Html) {
        let line = self.index.line(span.start);
        html.words("a", &[("href", &format!("#{}", self.place(line)))], &self.say(&texts::page_line(line)));
    }

    fn place(&self, line: usize) -> String {
        format!("file-{}-line-{line}", self.number + 1)
    }

    fn say(&self, text: &Text) -> String {
        self.words.say(text)
    }
}

struct Row<'a> {
    lines: std::ops::Range<usize>,
    findings: Vec<&'a Finding>,
}

fn quoted(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::{FileReport, Finding, Report, Severity, Span, sample};

    /// The words of a page: what stands between its tags, spaces put together.
    fn read(page: &str) -> String {
        let body = page.split("<main>").nth(1).unwrap_or_default();
        let words: String = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect::<Vec<_>>().join(" ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_text_stands_beside_its_findings() {
        let read = read(&page(&sample::report(), &sample::words()));
        assert!(
            read.contains("Hoàn thành 31/02/2026 là ngày cuối. lỗi · Ngày 31/02/2026 không có trên lịch. nên làm: Ghi ngày cuối tháng"),
            "{read}"
        );
        assert!(read.contains("Các khối thi đua thi đua với nhau."), "{read}");
        assert!(read.contains("dòng 3 : lần thứ hai"), "{read}");
    }

    #[test]
    fn the_words_of_a_finding_are_marked() {
        let page = page(&sample::report(), &sample::words());
        assert!(page.contains("<mark class=\"error\">31/02/2026</mark>"));
        assert!(page.contains("<mark class=\"warning\">thi đua thi đua</mark>"));
    }

    #[test]
    fn nothing_of_a_document_becomes_markup() {
        let text = "a <script>alert(1)</script>\n\"b\" & c";
        let findings = vec![Finding::new("a", Severity::Error, sample::said("no-recipients")).at(Span::new(0, text.len()))];
        let page = page(&Report::of(FileReport::new("<img src=x>", text, findings)), &sample::words());
        assert!(!page.contains("<script") && !page.contains("<img"));
        assert!(page.contains("<mark class=\"error\">a &lt;script&gt;alert(1)&lt;/script&gt;</mark>"));
        assert!(page.contains("<mark class=\"error\">&quot;b&quot; &amp; c</mark>"));
    }

    #[test]
    fn every_line_is_on_the_page_once() {
        let text: String = (0..50).map(|number| format!("dòng-{number}.\n")).collect();
        let at = |words: &str| Finding::new("a", Severity::Note, sample::said("no-recipients")).at(sample::span(&text, words));
        let findings = vec![at("dòng-7."), at("dòng-7."), at("dòng-30."), Finding::new("b", Severity::Note, sample::said("no-recipients"))];
        let read = read(&page(&Report::of(FileReport::new("a", text.clone(), findings)), &sample::words()));
        for number in 0..50 {
            assert_eq!(read.matches(&format!("dòng-{number}.")).count(), 1);
        }
    }
}
