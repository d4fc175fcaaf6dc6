//! The markup of a letter.

use std::fmt::Write as _;

use phongtrao_ooxml::escaped;

use super::letter::{HeadLine, HeadRow, Letter, Part, SignatureBlock, Table, TableCell};
use super::parts::{END_LEFT, HEAD_LEFT, TEXT_WIDTH, head_style, heading_style, rule_below};

const NAMESPACES: &str = concat!(
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" ",
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
);

/// The part of the document itself; `header` is the relationship of its header.
pub(super) fn document(letter: &Letter, header: &str) -> String {
    let mut out = Markup(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"));
    out.push(&format!("<w:document {NAMESPACES}><w:body>"));
    out.letter(letter);
    out.push(&format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{header}\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         <w:titlePg/></w:sectPr></w:body></w:document>"
    ));
    out.0
}

struct Markup(String);

impl Markup {
    fn push(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    fn letter(&mut self, letter: &Letter) {
        let mut new_page = false;
        for part in &letter.parts {
            if *part == Part::NewPage {
                new_page = true;
                continue;
            }
            if std::mem::take(&mut new_page) {
                self.page_break();
            }
            self.part(part);
        }
        // A table must not be the last of the page.
        if matches!(letter.parts.last(), None | Some(Part::Table(_) | Part::Head(_) | Part::End { .. })) {
            self.empty("Closing");
        }
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Head(rows) => self.head(rows),
            Part::Title(lines) => self.title(lines),
            Part::Addressees(lines) => lines.iter().for_each(|line| self.paragraph("Addressee", line)),
            Part::Basis(words) => self.paragraph("LegalBasis", words),
            Part::Centred(words) => self.paragraph("CentredLine", words),
            Part::Heading { level, words, centred } => self.paragraph(&heading_style(*level, *centred), words),
            Part::Paragraph(words) => self.paragraph("BodyText", words),
            Part::Table(table) => self.table(table, 0),
            Part::End { recipients, signatures } => self.end(recipients, signatures),
            Part::NewPage => self.page_break(),
        }
    }

    fn paragraph(&mut self, style: &str, words: &str) {
        self.push(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"));
        self.run(words);
        self.push("</w:p>");
    }

    fn empty(&mut self, style: &str) {
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
                    let _ = write!(self.0, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(piece));
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
        self.empty("RuleTitle");
    }

    fn head(&mut self, rows: &[HeadRow]) {
        self.columns("LetterFrame", HEAD_LEFT);
        for row in rows {
            self.push("<w:tr>");
            self.column(HEAD_LEFT, |out| out.head_lines(&row.left));
            self.column(TEXT_WIDTH - HEAD_LEFT, |out| out.head_lines(&row.right));
            self.push("</w:tr>");
        }
        self.push("</w:tbl>");
    }

    fn head_lines(&mut self, lines: &[HeadLine]) {
        for (index, line) in lines.iter().enumerate() {
            self.paragraph(head_style(line.kind), &line.words);
            let is_last = lines.get(index + 1).is_none_or(|next| next.kind != line.kind);
            if let Some(rule) = rule_below(line.kind).filter(|_| is_last) {
                self.empty(rule);
            }
        }
        if lines.is_empty() {
            self.empty("HeadOther");
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
        self.columns("LetterEnd", END_LEFT);
        self.push("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        self.column(END_LEFT, |out| out.recipients(recipients));
        self.column(TEXT_WIDTH - END_LEFT, |out| out.signatures(signatures, ""));
        self.push("</w:tr></w:tbl>");
    }

    /// Two bodies sign beside each other, before the recipients.
    fn side_by_side(&mut self, signatures: &[SignatureBlock]) {
        let half = TEXT_WIDTH / 2;
        for pair in signatures.chunks(2) {
            self.columns("LetterEnd", half);
            self.push("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            self.column(half, |out| out.signatures(&pair[..1], ""));
            self.column(TEXT_WIDTH - half, |out| match pair.get(1..2) {
                Some(second) if !second.is_empty() => out.signatures(second, ""),
                _ => out.empty("Recipients"),
            });
            self.push("</w:tr></w:tbl>");
            self.empty("Recipients");
        }
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
            if let Some(name) = &block.name {
                self.paragraph(&format!("SignatureName{place}"), name);
            }
        }
    }

    /// The beginning of a table of two columns without borders.
    fn columns(&mut self, style: &str, left: usize) {
        let right = TEXT_WIDTH - left;
        self.push(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"{left}\"/><w:gridCol w:w=\"{right}\"/></w:tblGrid>"
        ));
    }

    fn column(&mut self, width: usize, fill: impl FnOnce(&mut Markup)) {
        self.push(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
        fill(self);
        self.push("</w:tc>");
    }

    /// A table with borders. A row with fewer cells than the widest lets its last cell take what is left.
    fn table(&mut self, table: &Table, depth: usize) {
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let width = TEXT_WIDTH / (depth + 1) / columns;
        self.push("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
        (0..columns).for_each(|_| self.push(&format!("<w:gridCol w:w=\"{width}\"/>")));
        self.push("</w:tblGrid>");
        for row in table.rows.iter().filter(|row| !row.is_empty()) {
            self.push("<w:tr>");
            for (index, cell) in row.iter().enumerate() {
                let span = if index + 1 == row.len() { columns - index } else { 1 };
                self.cell(cell, span, width, depth);
            }
            self.push("</w:tr>");
        }
        self.push("</w:tbl>");
    }

    fn cell(&mut self, cell: &TableCell, span: usize, width: usize, depth: usize) {
        self.push(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", width * span));
        if span > 1 {
            self.push(&format!("<w:gridSpan w:val=\"{span}\"/>"));
        }
        self.push("</w:tcPr>");
        for part in &cell.parts {
            match part {
                Part::Table(table) => self.table(table, depth + 1),
                Part::Paragraph(words) => self.paragraph("TableText", words),
                part => self.part(part),
            }
        }
        // A cell ends with a paragraph.
        if !matches!(cell.parts.last(), Some(Part::Paragraph(_) | Part::Centred(_) | Part::Basis(_) | Part::Heading { .. })) {
            self.empty("TableText");
        }
        self.push("</w:tc>");
    }
}
