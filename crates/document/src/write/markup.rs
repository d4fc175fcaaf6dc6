//! The markup of a letter.

use std::fmt::Write as _;

use phongtrao_ooxml::escaped;

use super::letter::{HeadLine, HeadRow, Letter, Page, Part, SignatureBlock};
use super::parts::{end_left, head_left, head_style, heading_style, rule_below, rule_indent, sheet, text_width};

const NAMESPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
);

/// The part of the document itself; `header` is the relationship of its header.
pub(super) fn document(letter: &Letter, header: &str) -> String {
    let mut out =
        Markup { text: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"), page: letter.page, keep: false };
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
    keep: bool,
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
            self.part(part);
            self.keep = false;
        }
        // A table must not be the last of the page.
        if matches!(
            letter.parts.last(),
            None | Some(Part::Table(_) | Part::Bars(_) | Part::Head(_) | Part::End { .. } | Part::Signatures(_) | Part::SignedBelow(_))
        ) {
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
            Part::Paragraph(words) => self.paragraph("BodyText", words),
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

    fn begin(&mut self, style: &str) {
        let keep = if self.keep { "<w:keepNext/>" } else { "" };
        self.push(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}</w:pPr>"));
    }

    fn labelled(&mut self, label: &str, words: &str) {
        self.begin("BodyText");
        self.push("<w:r><w:rPr><w:b/><w:bCs/></w:rPr>");
        let _ = write!(self.text, "<w:t xml:space=\"preserve\">{} </w:t></w:r>", escaped(label));
        self.run(words);
        self.push("</w:p>");
    }

    pub(super) fn empty(&mut self, style: &str) {
        self.push(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr></w:p>"));
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
                if !piece.is_empty() {
                    // Writing to a string does not fail.
                    let _ = write!(self.text, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(piece));
                }
            }
        }
        self.push("</w:r>");
    }

    fn title(&mut self, lines: &[String]) {
        for (index, line) in lines.iter().enumerate() {
            let style = match index {
                0 => "Title",
                _ if line.starts_with('(') => "Enclosure",
                _ => "Subtitle",
            };
            self.paragraph(style, line);
        }
        self.rule("RuleTitle", text_width(self.page));
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
                self.rule(rule, width);
            }
        }
        if lines.is_empty() {
            self.empty("HeadOther");
        }
    }

    /// The line below a name, the motto or a title; its style knows how far it is indented on an upright sheet.
    fn rule(&mut self, style: &str, width: usize) {
        match rule_indent(style, width).filter(|_| self.page == Page::Across) {
            Some(indent) => self
                .push(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:ind w:left=\"{indent}\" w:right=\"{indent}\"/></w:pPr></w:p>")),
            None => self.empty(style),
        }
    }

    /// Two columns where there is something for both; otherwise paragraphs, those of a signature set to the right.
    fn end(&mut self, recipients: &[String], signatures: &[SignatureBlock]) {
        if signatures.len() > 1 {
            self.side_by_side(signatures);
            self.recipients(recipients);
            return;
        }
        if recipients.is_empty() || signatures.is_empty() {
            self.recipients(recipients);
            self.signatures(signatures, "Alone");
            return;
        }
        let (left, width) = (end_left(self.page), text_width(self.page));
        self.columns("LetterEnd", &[left, width - left]);
        self.push("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        self.column(left, |out| out.recipients(recipients));
        self.column(width - left, |out| out.signatures(signatures, ""));
        self.push("</w:tr></w:tbl>");
    }

    /// Up to three sign beside each other; who signs alone does so on the right.
    fn side_by_side(&mut self, signatures: &[SignatureBlock]) {
        let width = text_width(self.page);
        for line in signatures.chunks(if signatures.len().is_multiple_of(3) { 3 } else { 2 }) {
            let places = line.len().max(2);
            self.columns("LetterEnd", &vec![width / places; places]);
            self.sign_row(line, places, Markup::capacities);
            self.sign_row(line, places, |out, block| out.name(block, ""));
            self.push("</w:tbl>");
            self.empty("Recipients");
        }
    }

    fn below(&mut self, block: &SignatureBlock) {
        self.columns("LetterEnd", &[text_width(self.page)]);
        self.sign_row(std::slice::from_ref(block), 1, Markup::capacities);
        self.sign_row(std::slice::from_ref(block), 1, |out, block| out.name(block, ""));
        self.push("</w:tbl>");
    }

    /// One row for all capacities and one for all names, so that the names stand in one line.
    fn sign_row(&mut self, blocks: &[SignatureBlock], places: usize, fill: impl Fn(&mut Markup, &SignatureBlock)) {
        let width = text_width(self.page) / places;
        self.push("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        (blocks.len()..places).for_each(|_| self.column(width, |out| out.empty("Recipients")));
        for block in blocks {
            self.column(width, |out| fill(out, block));
        }
        self.push("</w:tr>");
    }

    fn recipients(&mut self, lines: &[String]) {
        for (index, line) in lines.iter().enumerate() {
            self.paragraph(if index == 0 { "RecipientsHeading" } else { "Recipients" }, line);
        }
    }

    /// Signature blocks; `place` is what the names of their styles end with.
    fn signatures(&mut self, blocks: &[SignatureBlock], place: &str) {
        for block in blocks {
            block.lines.iter().for_each(|line| self.paragraph(&format!("Capacity{place}"), line));
            self.hint(block);
            if block.name.is_some() {
                self.name(block, place);
            }
        }
    }

    fn capacities(&mut self, block: &SignatureBlock) {
        block.lines.iter().for_each(|line| self.paragraph("Capacity", line));
        self.hint(block);
        if block.lines.is_empty() && block.hint.is_none() {
            self.empty("Capacity");
        }
    }

    fn hint(&mut self, block: &SignatureBlock) {
        if let Some(hint) = &block.hint {
            self.paragraph("SignatureHint", hint);
        }
    }

    fn name(&mut self, block: &SignatureBlock, place: &str) {
        match &block.name {
            Some(name) => self.paragraph(&format!("SignatureName{place}"), name),
            None => self.empty("Recipients"),
        }
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
