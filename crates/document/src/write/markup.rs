//! The markup of a letter.

mod ending;

use std::borrow::Cow;
use std::fmt::Write as _;

use phongtrao_ooxml::escaped;

use super::held::{HELD, held};
use super::letter::{HeadLine, HeadRow, Letter, Page, Part};
use super::parts::{TITLE, head_left, head_letters, head_style, heading_style, rule_below, rule_indent, sheet, text_width};
use super::widths::Letters;

const NAMESPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
);

/// The part of the document itself; `header` is the relationship of its header.
pub(super) fn document(letter: &Letter, header: &str) -> String {
    let text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    let mut out = Markup { text, page: letter.page, keep: false, is_before_table: false, in_table: false };
    out.push(&format!("<w:document {NAMESPACES}><w:body>"));
    out.letter(letter, header);
    out.section(header);
    out.push("</w:body></w:document>");
    out.text
}

pub(super) struct Markup {
    text: String,
    /// The paper on which the parts stand that are written now.
    pub(super) page: Page,
    /// Whether paragraphs stay on one page with what follows them.
    pub(super) keep: bool,
    /// Whether a table follows, which in Word has no distance of its own.
    is_before_table: bool,
    /// Whether the words stand in a table: in its narrow columns Word would tear what it may not tear at a hyphen anywhere else.
    pub(super) in_table: bool,
}

impl Markup {
    pub(super) fn push(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// The paper of the parts above, with page numbers of their own, none on the first page.
    fn section(&mut self, header: &str) {
        let sheet = sheet(self.page);
        let across = if sheet.width > sheet.height { " w:orient=\"landscape\"" } else { "" };
        self.push(&format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{header}\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{across}/>\
             <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"{}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
             <w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>",
            sheet.width, sheet.height, sheet.left
        ));
    }

    fn letter(&mut self, letter: &Letter, header: &str) {
        let mut new_page = false;
        for (index, part) in letter.parts.iter().enumerate() {
            if *part == Part::NewPage {
                new_page = true;
                continue;
            }
            if let Part::Section(page) = part {
                self.push("<w:p><w:pPr><w:pStyle w:val=\"Closing\"/>");
                self.section(header);
                self.push("</w:pPr></w:p>");
                self.page = *page;
                new_page = false;
                continue;
            }
            if std::mem::take(&mut new_page) {
                self.page_break();
            }
            self.keep = letter.keeps(index);
            self.is_before_table = letter.is_before_table(index);
            self.part(part);
            self.keep = false;
            self.is_before_table = false;
        }
        // A table must not be the last of the page.
        if matches!(letter.parts.last(), None | Some(Part::Table(_) | Part::Bars(_) | Part::Head(_) | Part::End { .. })) {
            self.empty("Closing");
        }
    }

    pub(super) fn part(&mut self, part: &Part) {
        match part {
            Part::Head(rows) => self.head(rows),
            Part::Title(lines) => self.title(lines),
            Part::Addressees(lines) => lines.iter().for_each(|line| self.paragraph("Addressee", line)),
            Part::Basis(words) => self.paragraph("LegalBasis", words),
            Part::Centred(words) => self.paragraph("CentredLine", words),
            Part::Heading { level, words, centred } => self.paragraph(&heading_style(*level, *centred), words),
            Part::Paragraph(words) => self.body(words),
            Part::Labelled { label, words } => self.labelled(label, words),
            Part::Remark(words) => self.paragraph("Remark", words),
            Part::Line(words) => self.paragraph("PlainLine", words),
            Part::Dotted(lines) => (0..*lines).for_each(|_| self.paragraph("DottedLine", "\t")),
            Part::Table(table) => self.table(table, 0),
            Part::Bars(bars) => self.bars(bars),
            Part::End { recipients, signatures } => self.end(recipients, signatures),
            Part::Signatures(blocks) => self.side_by_side(blocks),
            Part::SignedBelow(block) => self.below(block),
            Part::NewPage | Part::Section(_) => self.page_break(),
        }
    }

    pub(super) fn paragraph(&mut self, style: &str, words: &str) {
        self.begin(style);
        self.run(words);
        self.push("</w:p>");
    }

    fn body(&mut self, words: &str) {
        self.begin_body(words);
        self.run(words);
        self.push("</w:p>");
    }

    /// A row of dots is one long word: the line before it would be drawn apart.
    fn begin_body(&mut self, words: &str) {
        let side = if words.contains(ROOM) { "<w:jc w:val=\"left\"/>" } else { "" };
        self.begin_beside("BodyText", side);
    }

    fn begin(&mut self, style: &str) {
        self.begin_beside(style, "");
    }

    fn begin_beside(&mut self, style: &str, side: &str) {
        let keep = if self.keep { "<w:keepNext/>" } else { "" };
        let space = if self.is_before_table { "<w:spacing w:after=\"120\"/>" } else { "" };
        self.push(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{space}{side}</w:pPr>"));
    }

    fn labelled(&mut self, label: &str, words: &str) {
        self.begin_body(words);
        self.push("<w:r><w:rPr><w:b/><w:bCs/></w:rPr>");
        self.piece(&format!("{label} "));
        self.push("</w:r>");
        self.run(words);
        self.push("</w:p>");
    }

    pub(super) fn empty(&mut self, style: &str) {
        self.begin(style);
        self.push("</w:p>");
    }

    fn page_break(&mut self) {
        self.push("<w:p><w:pPr><w:pStyle w:val=\"Closing\"/></w:pPr><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    /// Words with tabs and line ends as signs of their own.
    fn run(&mut self, words: &str) {
        self.push("<w:r>");
        for (index, line) in words.split('\n').enumerate() {
            if index > 0 {
                self.push("<w:br/>");
            }
            for (index, piece) in line.split('\t').enumerate() {
                if index > 0 {
                    self.push("<w:tab/>");
                }
                self.piece(piece);
            }
        }
        self.push("</w:r>");
    }

    /// Words of one line; what is not torn at its end has hyphens and spaces that hold.
    fn piece(&mut self, words: &str) {
        let words = if self.in_table { Cow::Borrowed(words) } else { held(words) };
        for (index, part) in words.split(HELD).enumerate() {
            if index > 0 {
                self.push("<w:noBreakHyphen/>");
            }
            if !part.is_empty() {
                // Writing to a string does not fail.
                let _ = write!(self.text, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(part));
            }
        }
    }

    fn title(&mut self, lines: &[String]) {
        let is_before_table = std::mem::take(&mut self.is_before_table);
        for (index, line) in lines.iter().enumerate() {
            let style = match index {
                0 => "Title",
                _ if line.starts_with('(') => "Enclosure",
                _ => "Subtitle",
            };
            self.paragraph(style, line);
        }
        let about: Vec<&str> = lines.iter().skip(1).map(String::as_str).filter(|line| !line.starts_with('(')).collect();
        let words = if about.is_empty() { lines.first().cloned().unwrap_or_default() } else { about.join("\n") };
        self.is_before_table = is_before_table;
        self.rule("RuleTitle", &words, TITLE, text_width(self.page));
    }

    fn head(&mut self, rows: &[HeadRow]) {
        let (left, width) = (head_left(self.page), text_width(self.page));
        self.columns("LetterFrame", &[left, width - left]);
        for row in rows {
            self.push("<w:tr>");
            self.column(left, |out| out.head_lines(&row.left, left));
            self.column(width - left, |out| out.head_lines(&row.right, width - left));
            self.push("</w:tr>");
        }
        self.push("</w:tbl>");
    }

    fn head_lines(&mut self, lines: &[HeadLine], width: usize) {
        for (index, line) in lines.iter().enumerate() {
            self.paragraph(head_style(line.kind), &line.words);
            let is_last = lines.get(index + 1).is_none_or(|next| next.kind != line.kind);
            if let Some(rule) = rule_below(line.kind).filter(|_| is_last) {
                self.rule(rule, &line.words, head_letters(line.kind), width);
            }
        }
        if lines.is_empty() {
            self.empty("HeadOther");
        }
    }

    /// The line below a name, the motto or a title, measured by their words.
    fn rule(&mut self, style: &str, words: &str, letters: Letters, width: usize) {
        let indent = rule_indent(style, words, letters, width);
        let space = if self.is_before_table { "<w:spacing w:after=\"120\"/>" } else { "" };
        self.push(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{space}<w:ind w:left=\"{indent}\" w:right=\"{indent}\"/></w:pPr></w:p>"
        ));
    }

    /// The beginning of a table of columns without borders.
    pub(super) fn columns(&mut self, style: &str, widths: &[usize]) {
        let whole: usize = widths.iter().sum();
        self.push(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        ));
        widths.iter().for_each(|width| self.push(&format!("<w:gridCol w:w=\"{width}\"/>")));
        self.push("</w:tblGrid>");
    }

    pub(super) fn column(&mut self, width: usize, fill: impl FnOnce(&mut Markup)) {
        self.push(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        fill(self);
        self.push("</w:tc>");
    }
}

/// Where somebody writes by hand.
const ROOM: &str = "………";
