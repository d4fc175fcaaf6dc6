//! What the walk makes of paragraphs: their words with their looks, and the lines that they become.

use phongtrao_ooxml::{Element, Vocabulary};

use super::Walk;
use crate::Place;
use crate::read::docx::paragraph::{Paragraph, RunLook};
use crate::read::docx::properties::{ParagraphProperties, RunProperties};
use crate::read::docx::styles::Styles;

impl Walk<'_> {
    pub(super) fn begin_paragraph(&mut self) {
        self.count = self.count.saturating_add(1);
        let mut paragraph = Paragraph::at(Place::Paragraph(self.count));
        if let Some(left) = self.left.take() {
            paragraph.take_over(left);
        }
        if let Some(mark) = self.mark.take() {
            paragraph.push(&mark, RunLook::default());
        }
        self.open.push(paragraph);
    }

    pub(super) fn begin_text(&mut self, element: &Element<'_>) {
        self.context.in_text = true;
        self.context.preserves = element.vocabulary == Vocabulary::Math || element.attribute("space").as_deref() == Some("preserve");
    }

    pub(super) fn end_text(&mut self) {
        self.context.in_text = false;
        let piece = std::mem::take(&mut self.piece);
        let words = if self.context.preserves { piece.as_str() } else { piece.trim_matches(|c: char| c.is_ascii_whitespace()) };
        // Line ends within markup are spaces; those of other programs end a line.
        let is_end = |c: char| matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if words.contains(|c: char| c.is_control() || is_end(c)) {
            for (index, line) in words.split(is_end).enumerate() {
                if index > 0 {
                    self.end_line(false);
                }
                self.push(&line.replace("\r\n", " ").replace(['\r', '\n'], " "));
            }
        } else {
            self.push(words);
        }
        // The room that it took serves the next.
        self.piece = piece;
        self.piece.clear();
    }

    pub(super) fn push(&mut self, words: &str) {
        let look = self.look();
        if self.fields.instructing() {
            return;
        }
        if look.hidden {
            self.met.hidden += 1;
            return;
        }
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.push(words, look);
        }
    }

    pub(super) fn end_line(&mut self, is_page: bool) {
        let look = self.look();
        if look.hidden || self.fields.instructing() {
            return;
        }
        match self.open.last_mut() {
            Some(paragraph) if is_page => paragraph.end_page(look),
            Some(paragraph) => paragraph.end_line(look),
            None => {}
        }
    }

    /// What the properties of the open run come to; worked out once a run.
    pub(super) fn look(&mut self) -> RunLook {
        let Some(paragraph) = self.open.last_mut() else { return RunLook::default() };
        match &mut paragraph.run {
            Some((_, Some(look))) => *look,
            Some((properties, look)) => {
                let found = resolved(self.styles, &paragraph.properties, properties);
                *look = Some(found);
                found
            }
            None => RunLook::default(),
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if self.open.is_empty() {
            self.fields.end_paragraph();
        }
        if paragraph.joined {
            self.left = (!paragraph.is_empty()).then_some(paragraph);
        } else {
            self.flush(paragraph);
        }
    }

    pub(super) fn flush_left(&mut self) {
        if let Some(paragraph) = self.left.take() {
            self.flush(paragraph);
        }
    }

    fn flush(&mut self, mut paragraph: Paragraph) {
        self.fonts.sample(&paragraph);
        let style = self.styles.paragraph(paragraph.properties.style.as_deref());
        let direct = std::mem::take(&mut paragraph.properties);
        let properties = direct.over(&style.paragraph).over(self.styles.paragraph_defaults());
        let label = properties.list.filter(|list| *list != 0);
        let label = label.and_then(|list| self.counting.next(list, properties.level, properties.list_style.as_deref()));
        let converted = &self.fonts.converted;
        let (words, cleaned) = paragraph.words(label.as_deref(), |encoding| converted.contains(&encoding));
        self.met.cleaned.controls += cleaned.controls;
        self.met.cleaned.look_alikes += cleaned.look_alikes;

        let centred = properties.centred.unwrap_or(false);
        let heading = properties.outline.filter(|level| *level < 9).map(|level| level + 1);
        let mut place = paragraph.place;
        let mut lines = words.split('\n').enumerate().peekable();
        while let Some((index, line)) = lines.next() {
            let look = paragraph.look(index, centred, heading);
            self.sink.line(line, look, lines.peek().is_none(), place.take());
        }
    }
}

/// Properties of the run itself count before those of styles. Between the style of the paragraph and that of the run, one bold upon another
/// is upright again (ISO/IEC 29500-1, 17.7.3).
fn resolved(styles: &Styles, paragraph: &ParagraphProperties, run: &RunProperties) -> RunLook {
    let around = &styles.paragraph(paragraph.style.as_deref()).run;
    let own = &styles.character(run.style.as_deref()).run;
    let defaults = styles.run_defaults();
    let toggle = |direct: Option<bool>, around: Option<bool>, own: Option<bool>, default: Option<bool>| {
        direct.unwrap_or_else(|| {
            (around.unwrap_or(false) ^ own.unwrap_or(false)) || (around.is_none() && own.is_none() && default == Some(true))
        })
    };
    RunLook {
        bold: toggle(run.bold, around.bold, own.bold, defaults.bold),
        italic: toggle(run.italic, around.italic, own.italic, defaults.italic),
        capitals: toggle(run.capitals, around.capitals, own.capitals, defaults.capitals),
        hidden: toggle(run.hidden, around.hidden, own.hidden, defaults.hidden),
        encoding: run.encoding.or(own.encoding).or(around.encoding).or(defaults.encoding).flatten(),
    }
}
