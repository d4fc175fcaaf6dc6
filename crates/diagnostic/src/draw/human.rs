//! For a person at a terminal: each finding under the words that it is about, as a compiler would draw it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::excerpt::{Excerpt, Mark, excerpts};
use crate::{Edit, FileReport, Finding, Fix, LineIndex, Report, Severity, Span, Words, texts};

/// Columns beside the words of a line: its number and the rule.
const MARGIN: usize = 12;
/// How the renderer draws a gap between lines.
const GAP: char = '⸬';
/// Nothing is drawn narrower.
const NARROWEST: usize = 40;

/// How it looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether in colours.
    pub colour: bool,
    /// How many columns the terminal has.
    pub columns: usize,
}

impl Default for Style {
    fn default() -> Style {
        Style { colour: false, columns: 120 }
    }
}

/// Every finding under the words that it is about, and a closing line that counts them.
pub fn human(report: &Report, words: &Words, style: Style) -> String {
    let columns = style.columns.max(NARROWEST);
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    // Lines are cut here, so that a long one costs no more than what is shown of it.
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(columns * 2);
    let mut drawn = String::new();
    for file in &report.files {
        let drawing = Drawing { file, index: LineIndex::new(&file.text), words, columns: columns - MARGIN };
        for finding in &file.findings {
            drawn.push_str(&drawing.draw(finding, &renderer));
            drawn.push_str("\n\n");
        }
    }
    drawn.push_str(&words.say(&counted(report)));
    drawn.push('\n');
    drawn
}

/// How many findings there are of each weight.
pub(super) fn counted(report: &Report) -> crate::Text {
    let count = |severity| report.count(severity);
    match (count(Severity::Error), count(Severity::Warning), count(Severity::Note)) {
        (0, 0, 0) => texts::nothing_found(),
        (errors, warnings, notes) => texts::count_of_findings(errors, warnings, notes),
    }
}

struct Drawing<'a> {
    file: &'a FileReport,
    index: LineIndex<'a>,
    words: &'a Words,
    columns: usize,
}

impl Drawing<'_> {
    fn draw(&self, finding: &Finding, renderer: &Renderer) -> String {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title =
            level.with_name(self.words.say(&finding.severity.text())).primary_title(self.words.say(&finding.message)).id(finding.code);
        let mut group = title.element(self.origin(finding));
        for lines in self.lines(finding).chunk_by(|one, next| one.line + 1 == next.line) {
            group = group.element(annotated(lines));
        }
        if let Some(help) = &finding.help {
            let help = self.words.say(help);
            group = group.element(Level::HELP.with_name(self.words.say(&texts::help())).message(help));
        }
        let mut groups = vec![group];
        groups.extend(finding.fix.as_ref().map(|fix| self.repair(fix)));
        without_first_gap(&renderer.render(&groups))
    }

    fn origin(&self, finding: &Finding) -> Origin<'_> {
        let origin = Origin::path(self.file.name.as_str());
        match finding.span {
            Some(span) => {
                let place = self.index.position(span.start);
                origin.line(place.line).char_column(place.column)
            }
            None => origin,
        }
    }

    fn lines(&self, finding: &Finding) -> Vec<Excerpt> {
        let mut marks = Vec::new();
        if let Some(span) = finding.span {
            self.mark(span, None, true, &mut marks);
        }
        for label in &finding.labels {
            self.mark(label.span, Some(self.words.say(&label.text)), false, &mut marks);
        }
        excerpts(&self.index, self.columns, marks)
    }

    /// A span of several lines is marked in its first line and in its last.
    fn mark(&self, span: Span, label: Option<String>, primary: bool, marks: &mut Vec<Mark>) {
        let text = self.index.text();
        let start = text.floor_char_boundary(span.start);
        let end = text.floor_char_boundary(span.end.max(span.start));
        // A span that ends with a line break ends on the line before it.
        let end = start + text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']).len();
        let (first, last) = (self.index.line(start), self.index.line(end));
        if first == last {
            marks.push(Mark { span: Span::new(start, end), label, primary });
            return;
        }
        let said = self.words.say(&texts::several_lines(first, last));
        let label = label.map_or_else(|| said.clone(), |label| format!("{label} ({said})"));
        marks.push(Mark { span: Span::new(start, self.index.end(first).max(start)), label: Some(label), primary });
        marks.push(Mark { span: Span::new(self.index.start(last), end), label: None, primary });
    }

    /// What the repair does; its edits are drawn when they lie in one line.
    fn repair(&self, fix: &Fix) -> Group<'_> {
        let title = Level::HELP.with_name(self.words.say(&texts::fix())).secondary_title(self.words.say(&fix.title));
        if !self.fits_one_line(fix) {
            return Group::with_title(title);
        }
        let mark = |edit: &Edit| Mark { span: edit.span, label: Some(edit.replacement.clone()), primary: true };
        let marks: Vec<Mark> = fix.edits.iter().map(mark).collect();
        let length = |marks: &[Mark]| marks.iter().map(|mark| mark.span.len()).sum::<usize>();
        let (count, whole) = (marks.len(), length(&marks));
        match excerpts(&self.index, self.columns, marks).as_slice() {
            // A repair that is wider than what is shown of its line would be drawn as another one.
            [line] if line.marks.len() == count && length(&line.marks) == whole => {
                let patches = line.marks.iter().map(|mark| Patch::new(mark.span.range(), mark.label.clone().unwrap_or_default()));
                title.element(Snippet::source(line.text.clone()).line_start(line.line).patches(patches))
            }
            _ => Group::with_title(title),
        }
    }

    /// Whether the edits are ones of this text, within lines, none over another.
    fn fits_one_line(&self, fix: &Fix) -> bool {
        let mut spans: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
        spans.sort();
        let apart = spans.windows(2).all(|pair| matches!(pair, [one, next] if one.end <= next.start && one.start < next.start));
        let plain = |words: &str| !words.contains(['\n', '\r']);
        let inside = |edit: &Edit| self.index.text().get(edit.span.range()).is_some_and(plain) && plain(&edit.replacement);
        apart && fix.edits.iter().all(inside)
    }
}

/// The renderer draws a gap before each part of a text that it did not place itself; before the first there is none.
fn without_first_gap(drawn: &str) -> String {
    // Only its sign is a letter-like thing on that line: the words of a text stand behind the rule, and colours end in `m`.
    let is_gap = |line: &str| line.contains(GAP) && line.chars().all(|c| matches!(c, GAP | ' ' | '\u{1b}' | '[' | ';' | 'm' | '0'..='9'));
    let mut gone = false;
    let lines = drawn.split('\n').filter(|line| {
        let first = !gone && is_gap(line);
        gone |= first;
        !first
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn annotated(lines: &[Excerpt]) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
    let mut source = String::new();
    let mut annotations = Vec::new();
    for line in lines {
        for mark in &line.marks {
            let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let span = mark.span.start + source.len()..mark.span.end + source.len();
            annotations.push(kind.span(span).label(mark.label.clone()));
        }
        source.push_str(&line.text);
        source.push('\n');
    }
    Snippet::source(source).line_start(lines.first().map_or(1, |line| line.line)).fold(false).annotations(annotations)
}

#[cfg(test)]
mod tests {
    use super::{Style, human};
    use crate::{FileReport, Finding, Report, Severity, sample};

    #[test]
    fn findings_are_drawn_under_their_words() {
        let drawn = human(&sample::report(), &sample::words(), Style::default());
        insta::assert_snapshot!(drawn, @r"
        ghi chú[no-recipients]: Văn bản không có nơi nhận.
         ─▸ kế hoạch.txt

        lỗi[date-does-not-exist]: Ngày 31/02/2026 không có trên lịch.
          ╭▸ kế hoạch.txt:2:12
          │
        2 │ Hoàn thành 31/02/2026 là ngày cuối.
          │            ━━━━━━━━━━
          │
          ╰ nên làm: Ghi ngày cuối tháng, 28/02/2026.

        cần xem[doubled-word]: Từ “thi đua” viết hai lần liền nhau.
          ╭▸ kế hoạch.txt:3:10
          │
        3 │ Các khối thi đua thi đua với nhau.
          │          ━━━━━━━┬───────
          │                 │
          │                 lần thứ hai
          ╰╴
        có thể tự sửa: bỏ lần thứ hai
          ╭╴
        3 - Các khối thi đua thi đua với nhau.
        3 + Các khối thi đua với nhau.
          ╰╴

        1 lỗi, 1 chỗ cần xem, 1 ghi chú
        ");
    }

    #[test]
    fn a_long_paragraph_is_cut_and_marks_stand_under_their_letters() {
        let long = "Phát huy tinh thần đoàn kết, ".repeat(20);
        let text = format!("{long}\the\u{323}c sinh giỏi, {long}\nsau\nnữa\ncuối cùng");
        let findings = vec![
            Finding::new("a", Severity::Warning, sample::said("no-recipients"))
                .at(sample::span(&text, "sinh giỏi"))
                .label(sample::span(&text, "nữa"), sample::said("doubled-word-label")),
            Finding::new("b", Severity::Error, sample::said("no-recipients")).at(sample::span(&text, "sau\nnữa\ncuối")),
        ];
        let drawn = human(&Report::of(FileReport::new("a.txt", text, findings)), &sample::words(), Style { colour: false, columns: 80 });
        insta::assert_snapshot!(drawn, @r"
        cần xem[a]: Văn bản không có nơi nhận.
          ╭▸ a.txt:1:587
          │
        1 │ …y tinh thần đoàn kết,     hẹc sinh giỏi, Phát huy tinh thần đoàn kết…
          │                                ━━━━━━━━━
          │
          ⸬  
        3 │ nữa
          ╰╴─── lần thứ hai

        lỗi[b]: Văn bản không có nơi nhận.
          ╭▸ a.txt:2:1
          │
        2 │ sau
          │ ━━━ 2 … 4
          │
          ⸬  
        4 │ cuối cùng
          ╰╴━━━━

        1 lỗi, 1 chỗ cần xem, 0 ghi chú
        ");
    }

    #[test]
    fn nothing_found_is_said() {
        assert_eq!(human(&Report::default(), &sample::words(), Style::default()), "Không có nhận xét nào.\n");
    }

    #[test]
    fn colours_are_there_only_when_wanted() {
        let drawn = |colour| human(&sample::report(), &sample::words(), Style { colour, columns: 80 });
        assert!(drawn(true).contains('\u{1b}') && !drawn(false).contains('\u{1b}'));
    }
}
