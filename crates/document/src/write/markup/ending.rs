//! The end of a letter: to whom it goes, and who signs.

use super::Markup;
use crate::write::letter::SignatureBlock;
use crate::write::parts::{abreast, end_left, signature_width, text_width};

impl Markup {
    /// Two columns where there is something for both; otherwise paragraphs, those of a signature set to the right.
    pub(super) fn end(&mut self, recipients: &[String], signatures: &[SignatureBlock]) {
        if signatures.len() > 1 {
            // Recipients never stand alone on a page.
            self.keep = !recipients.is_empty();
            self.side_by_side(signatures);
            self.keep = false;
            self.empty("Recipients");
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
    pub(super) fn side_by_side(&mut self, signatures: &[SignatureBlock]) {
        let abreast = abreast(signatures.len());
        let place = if abreast > 2 { "OfThree" } else { "" };
        for line in signatures.chunks(abreast) {
            let places = line.len().max(2);
            self.columns("LetterSignatures", &vec![signature_width(self.page, places); places]);
            if line.iter().any(|block| block.dated.is_some()) {
                self.sign_row(line, places, Markup::date);
            }
            self.sign_row(line, places, |out, block| out.capacities(block, place));
            self.sign_row(line, places, |out, block| out.name(block, place));
            self.push("</w:tbl>");
            // Tables that follow each other would be one; a line of a point's height parts them, and fits on a page that is full.
            self.empty("Closing");
        }
    }

    pub(super) fn below(&mut self, block: &SignatureBlock) {
        self.columns("LetterEnd", &[text_width(self.page)]);
        self.sign_row(std::slice::from_ref(block), 1, |out, block| out.capacities(block, ""));
        self.sign_row(std::slice::from_ref(block), 1, |out, block| out.name(block, ""));
        self.push("</w:tbl>");
        self.empty("Closing");
    }

    /// One row for all capacities and one for all names, so that the names stand in one line.
    fn sign_row(&mut self, blocks: &[SignatureBlock], places: usize, fill: impl Fn(&mut Markup, &SignatureBlock)) {
        let width = signature_width(self.page, places);
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
            block.dated.iter().for_each(|date| self.paragraph("SignatureDate", date));
            block.lines.iter().for_each(|line| self.paragraph(&format!("Capacity{place}"), line));
            self.hint(block, "");
            if block.name.is_some() {
                self.name(block, place);
            }
        }
    }

    fn date(&mut self, block: &SignatureBlock) {
        match &block.dated {
            Some(date) => self.paragraph("SignatureDate", date),
            None => self.empty("SignatureDate"),
        }
    }

    fn capacities(&mut self, block: &SignatureBlock, place: &str) {
        block.lines.iter().for_each(|line| self.paragraph(&format!("Capacity{place}"), line));
        self.hint(block, place);
        if block.lines.is_empty() && block.hint.is_none() {
            self.empty("Capacity");
        }
    }

    fn hint(&mut self, block: &SignatureBlock, place: &str) {
        if let Some(hint) = &block.hint {
            self.paragraph(&format!("SignatureHint{place}"), hint);
        }
    }

    fn name(&mut self, block: &SignatureBlock, place: &str) {
        match &block.name {
            Some(name) => self.paragraph(&format!("SignatureName{place}"), name),
            None => self.empty("Recipients"),
        }
    }
}
