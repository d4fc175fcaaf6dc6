//! Walks over the markup of a text: one pass, with a list of what is open in place of recursion.

mod paragraphs;

use phongtrao_ooxml::{Element, MarkupError, Scanner, Token, Vocabulary};

use crate::decode::Cleaned;
use crate::decode::legacy::Encoding;

use super::fields::Fields;
use super::label;
use super::numbering::Counting;
use super::paragraph::Paragraph;
use super::properties::RunProperties;
use super::sink::Sink;
use super::styles::Styles;

/// What was met on the way, to be told.
#[derive(Debug, Default)]
pub(super) struct Met {
    pub(super) deleted: usize,
    pub(super) inserted: usize,
    pub(super) hidden: usize,
    pub(super) comments: usize,
    pub(super) embedded: usize,
    pub(super) notes: usize,
    pub(super) too_deep: bool,
    pub(super) cleaned: Cleaned,
}

/// Text in fonts of old encodings: what was seen of it, and what of it is converted.
#[derive(Debug, Default)]
pub(super) struct OldFonts {
    pub(super) samples: Vec<(Encoding, String)>,
    pub(super) converted: Vec<Encoding>,
    sampled: usize,
}

/// So many bytes of text in old fonts are kept to judge by.
const SAMPLE: usize = 64 << 10;

impl OldFonts {
    fn sample(&mut self, paragraph: &Paragraph) {
        for (encoding, piece) in paragraph.old_pieces() {
            if self.sampled < SAMPLE {
                self.sampled += piece.len();
                self.samples.push((encoding, piece.chars().take(SAMPLE).collect()));
            }
        }
    }
}

/// Walks over one part.
pub(super) struct Walk<'a> {
    pub(super) sink: Sink,
    pub(super) met: Met,
    pub(super) fonts: OldFonts,
    styles: &'a Styles,
    counting: Counting<'a>,
    open: Vec<Paragraph>,
    /// What a paragraph leaves whose mark was deleted.
    left: Option<Paragraph>,
    count: u32,
    context: Context,
    fields: Fields,
    /// For each open choice between alternatives, whether one was taken.
    alternatives: Vec<bool>,
    /// How many elements deep in a part that is passed over.
    aside: usize,
    /// For each open row, whether it was deleted.
    rows: Vec<bool>,
    /// What the next paragraph begins with: the number of a note.
    mark: Option<String>,
    /// The words of the text element that is open: references to characters cut them into pieces.
    piece: String,
}

/// Where in a paragraph the walk stands.
#[derive(Debug, Default)]
struct Context {
    in_paragraph_properties: bool,
    in_run_properties: bool,
    in_mark_properties: bool,
    in_row_properties: bool,
    in_text: bool,
    preserves: bool,
}

impl<'a> Walk<'a> {
    /// A walk that has not begun.
    pub(super) fn new(styles: &'a Styles, counting: Counting<'a>, converted: Vec<Encoding>) -> Walk<'a> {
        Walk {
            sink: Sink::default(),
            met: Met::default(),
            fonts: OldFonts { converted, ..OldFonts::default() },
            styles,
            counting,
            open: Vec::new(),
            left: None,
            count: 0,
            context: Context::default(),
            fields: Fields::default(),
            alternatives: Vec::new(),
            aside: 0,
            rows: Vec::new(),
            mark: None,
            piece: String::new(),
        }
    }

    /// Walks over a part, as far as it can be read.
    ///
    /// # Errors
    ///
    /// When the markup breaks off; what was read before is kept, and the number of the paragraph is told.
    pub(super) fn part(&mut self, text: &str) -> Result<(), (u32, MarkupError)> {
        let mut scanner = Scanner::new(text);
        let mut result = Ok(());
        while let Some(token) = scanner.next() {
            match token {
                Ok(Token::Start(_)) if self.aside > 0 => self.aside += 1,
                Ok(Token::End(..)) if self.aside > 0 => self.aside -= 1,
                Ok(Token::Start(element)) => self.start(&element),
                Ok(Token::End(vocabulary, name)) => self.end(vocabulary, name),
                Ok(Token::Text(words)) if self.context.in_text && self.aside == 0 => self.piece.push_str(&words),
                Ok(Token::Text(_)) => {}
                Err(error) => result = Err((self.count, error)),
            }
        }
        self.finish();
        result
    }

    /// Ends everything that a broken part left open.
    fn finish(&mut self) {
        if self.context.in_text {
            self.end_text();
        }
        self.aside = 0;
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        self.flush_left();
        self.sink.end();
        self.context = Context::default();
        self.fields = Fields::default();
        self.alternatives.clear();
        self.rows.clear();
    }

    fn start(&mut self, element: &Element<'_>) {
        match element.vocabulary {
            Vocabulary::Word => self.start_word(element),
            Vocabulary::Compatibility => self.start_alternative(element.name),
            Vocabulary::Math if element.name == "t" => self.begin_text(element),
            _ => {}
        }
    }

    /// Of several alternatives the first is read: they say the same, for older and newer readers.
    fn start_alternative(&mut self, name: &str) {
        match (name, self.alternatives.last_mut()) {
            ("AlternateContent", _) => self.alternatives.push(false),
            ("Choice" | "Fallback", Some(taken)) if *taken => self.aside = 1,
            ("Choice" | "Fallback", Some(taken)) => *taken = true,
            _ => {}
        }
    }

    fn start_word(&mut self, element: &Element<'_>) {
        let context = &mut self.context;
        if context.in_run_properties {
            if let Some((properties, _)) = self.open.last_mut().and_then(|paragraph| paragraph.run.as_mut()) {
                properties.take(element);
            }
            return self.pass(element, &["rPrChange"]);
        }
        if context.in_paragraph_properties {
            return self.start_in_paragraph_properties(element);
        }
        if context.in_row_properties {
            return self.start_in_row_properties(element);
        }
        match element.name {
            "p" => self.begin_paragraph(),
            "pPr" => context.in_paragraph_properties = true,
            "r" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.run = Some((RunProperties::default(), None));
                }
            }
            "rPr" => context.in_run_properties = self.open.last().is_some_and(|paragraph| paragraph.run.is_some()),
            "t" => self.begin_text(element),
            "tbl" => self.begin_table(),
            "tr" => {
                self.flush_left();
                self.rows.push(false);
                self.sink.begin_row();
            }
            "trPr" => context.in_row_properties = true,
            "tc" if self.rows.last() == Some(&true) => self.aside = 1,
            "tc" => self.sink.begin_cell(),
            "gridSpan" => self.sink.columns(element.number("val").unwrap_or(1)),
            "del" | "moveFrom" => {
                self.met.deleted += 1;
                self.aside = 1;
            }
            "ins" | "moveTo" => self.met.inserted += 1,
            "footnote" | "endnote" => self.begin_note(element),
            "altChunk" | "subDoc" => self.met.embedded += 1,
            "commentReference" => self.met.comments += 1,
            "instrText" | "delText" | "delInstrText" | "rt" | "sectPr" | "tblPr" | "tblGrid" | "sdtPr" | "sdtEndPr" | "smartTagPr"
            | "customXmlPr" | "tblPrEx" | "ffData" => self.aside = 1,
            name => self.sign(name, element),
        }
    }

    fn start_in_paragraph_properties(&mut self, element: &Element<'_>) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match element.name {
            "rPr" => self.context.in_mark_properties = true,
            "del" if self.context.in_mark_properties => {
                paragraph.joined = true;
                self.met.deleted += 1;
            }
            "ins" if self.context.in_mark_properties => self.met.inserted += 1,
            _ if self.context.in_mark_properties => {}
            _ => paragraph.properties.take(element),
        }
        self.pass(element, &["pPrChange", "rPrChange", "sectPr", "numberingChange"]);
    }

    fn start_in_row_properties(&mut self, element: &Element<'_>) {
        match (element.name, self.rows.last_mut()) {
            ("del", Some(deleted)) => {
                *deleted = true;
                self.met.deleted += 1;
            }
            ("ins", _) => self.met.inserted += 1,
            ("gridBefore", _) => self.sink.empty_cell(element.number("val").unwrap_or(1)),
            _ => {}
        }
        self.pass(element, &["trPrChange"]);
    }

    /// Passes over an element with all that it holds.
    fn pass(&mut self, element: &Element<'_>, names: &[&str]) {
        if names.contains(&element.name) {
            self.aside = 1;
        }
    }

    /// Signs that stand for words: tabs, line ends, symbols.
    fn sign(&mut self, name: &str, element: &Element<'_>) {
        if self.open.is_empty() || self.open.last().is_some_and(|paragraph| paragraph.run.is_none()) {
            return;
        }
        match name {
            "tab" | "ptab" => self.push("\t"),
            "cr" => self.end_line(false),
            "br" => self.end_line(matches!(element.attribute("type").as_deref(), Some("page" | "column"))),
            "noBreakHyphen" => self.push("-"),
            // It shows nothing, but in an old encoding its code is a letter.
            "softHyphen" if self.look().encoding.is_some() => self.push("\u{ad}"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let font = element.attribute("font").unwrap_or_default();
                if let Some(code) = code {
                    self.push(label::symbol(&font, code).encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => self.fields.mark(&element.attribute("fldCharType").unwrap_or_default()),
            _ => {}
        }
    }

    fn end(&mut self, vocabulary: Vocabulary, name: &str) {
        match (vocabulary, name) {
            (Vocabulary::Compatibility, "AlternateContent") => {
                self.alternatives.pop();
            }
            (Vocabulary::Word | Vocabulary::Math, "t") => self.end_text(),
            (Vocabulary::Word, name) => self.end_word(name),
            _ => {}
        }
    }

    fn end_word(&mut self, name: &str) {
        match name {
            "rPr" if self.context.in_run_properties => self.context.in_run_properties = false,
            "rPr" => self.context.in_mark_properties = false,
            "pPr" => self.context.in_paragraph_properties = false,
            "trPr" => self.context.in_row_properties = false,
            "r" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.run = None;
                }
            }
            "p" => self.end_paragraph(),
            "tbl" => {
                self.flush_left();
                self.sink.end_table();
            }
            "tr" => {
                self.rows.pop();
                self.sink.end_row();
            }
            "tc" => {
                self.flush_left();
                self.sink.end_cell();
            }
            "txbxContent" | "footnote" | "endnote" | "comment" => self.flush_left(),
            _ => {}
        }
    }

    fn begin_table(&mut self) {
        self.flush_left();
        self.met.too_deep |= !self.sink.begin_table();
    }

    /// Notes are numbered in their own order; what only draws the line above them is none.
    fn begin_note(&mut self, element: &Element<'_>) {
        if element.attribute("type").is_some_and(|kind| kind != "normal") {
            self.aside = 1;
            return;
        }
        self.met.notes += 1;
        self.mark = Some(format!("[{}] ", self.met.notes));
    }
}
