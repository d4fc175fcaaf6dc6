//! Paints a page without ink: follows the operators of its content and notes where which letters come to stand.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{
    cmap,
    content::{Content, Operand},
    font::Font,
    letters::Letters,
    matrix::Matrix,
    object::{dictionary, numbers, stream_bytes},
    path::Path,
};
use crate::read::pdf::pages::{Flags, Page};

/// How many states of the pen may be saved at a time.
const MOST_SAVED: usize = 256;

/// How deep drawings may stand in one another.
const DEEPEST_DRAWING: usize = 12;

/// How many operators one file may have. A page of text has some 2,000.
const MOST_OPERATORS: u32 = 40_000_000;

/// How deep marked content may stand in one another.
const MOST_MARKS: usize = 256;

/// What all pages share: the fonts that were read, and what may still be done.
pub(crate) struct Painter<'a> {
    document: &'a Document,
    fonts: BTreeMap<ObjectId, Rc<Font>>,
    operators_left: u32,
    /// How many glyphs had no letter.
    pub(crate) unmapped: u32,
}

#[derive(Clone)]
struct Pen {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_spacing: f32,
    word_spacing: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// A part of the content that the file marks.
struct Mark {
    is_artifact: bool,
    /// The words that stand for its glyphs; taken by the first of them.
    words: Option<Words>,
}

enum Words {
    Waiting(String),
    Taken,
}

struct Canvas {
    pen: Pen,
    saved: Vec<Pen>,
    text: Matrix,
    line: Matrix,
    path: Path,
    letters: Letters,
    marks: Vec<Mark>,
    images: u32,
}

impl<'a> Painter<'a> {
    /// For the pages of a document.
    pub(crate) fn new(document: &'a Document) -> Painter<'a> {
        Painter { document, fonts: BTreeMap::new(), operators_left: MOST_OPERATORS, unmapped: 0 }
    }

    /// Whether nothing more will be painted.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.operators_left == 0
    }

    /// Paints content; `matrix` leads to the page as it is seen.
    pub(crate) fn paint(&mut self, content: &[u8], resources: &[&'a Dictionary], matrix: Matrix, page: &mut Page) {
        let pen = Pen { matrix, font: None, size: 0.0, letter_spacing: 0.0, word_spacing: 0.0, stretch: 1.0, leading: 0.0, rise: 0.0 };
        let mut canvas = Canvas {
            pen,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            path: Path::default(),
            letters: Letters::default(),
            marks: Vec::new(),
            images: 0,
        };
        self.run(content, resources, &mut canvas, 0);
        canvas.letters.finish(&mut page.pieces);
        page.rules.append(&mut canvas.path.rules);
        page.images += canvas.images;
    }

    fn run(&mut self, content: &[u8], resources: &[&'a Dictionary], canvas: &mut Canvas, depth: usize) {
        let mut content = Content::new(content);
        while let Some(operator) = content.next_operator() {
            if self.operators_left == 0 {
                return;
            }
            self.operators_left -= 1;
            match operator {
                b"Tf" => self.choose_font(&content, resources, canvas),
                b"Tj" => self.show(&content, 0, canvas),
                b"'" => {
                    canvas.next_line();
                    self.show(&content, 0, canvas);
                }
                b"\"" => {
                    canvas.pen.word_spacing = content.number(0);
                    canvas.pen.letter_spacing = content.number(1);
                    canvas.next_line();
                    self.show(&content, 2, canvas);
                }
                b"TJ" => self.show_array(&content, canvas),
                b"Do" => self.draw(&content, resources, canvas, depth),
                b"EI" => canvas.images = canvas.images.saturating_add(1),
                b"BMC" | b"BDC" => self.mark(&content, resources, canvas),
                b"EMC" => {
                    canvas.marks.pop();
                }
                _ => canvas.operate(operator, &content),
            }
        }
    }

    fn choose_font(&mut self, content: &Content, resources: &[&'a Dictionary], canvas: &mut Canvas) {
        let Some(Operand::Name(name)) = content.operands.first() else { return };
        canvas.pen.size = content.number(1);
        canvas.pen.font = self.font(name, resources);
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> Option<Rc<Font>> {
        let document = self.document;
        let fonts = resources.iter().filter_map(|resources| dictionary(document, resources, b"Font"));
        let object = fonts.filter_map(|fonts| fonts.get(name).ok()).next()?;
        if let Object::Reference(id) = object {
            if let Some(font) = self.fonts.get(id) {
                return Some(Rc::clone(font));
            }
            let font = Rc::new(Font::read(document, document.get_dictionary(*id).ok()?));
            self.fonts.insert(*id, Rc::clone(&font));
            return Some(font);
        }
        Some(Rc::new(Font::read(document, object.as_dict().ok()?)))
    }

    fn show_array(&mut self, content: &Content, canvas: &mut Canvas) {
        let Some(Operand::Array(parts)) = content.operands.first() else { return };
        for part in parts {
            match part {
                Operand::Bytes(bytes) => self.show_bytes(bytes, canvas),
                Operand::Number(back) => {
                    let shift = -back / 1000.0 * canvas.pen.size * canvas.pen.stretch;
                    canvas.text = Matrix::translation(shift, 0.0).then(canvas.text);
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, content: &Content, index: usize, canvas: &mut Canvas) {
        if let Some(Operand::Bytes(bytes)) = content.operands.get(index) {
            self.show_bytes(bytes, canvas);
        }
    }

    fn show_bytes(&mut self, bytes: &[u8], canvas: &mut Canvas) {
        let Some(font) = canvas.pen.font.clone() else { return };
        for glyph in font.glyphs(bytes) {
            let pen = &canvas.pen;
            let spacing = pen.letter_spacing + if glyph.is_space_code { pen.word_spacing } else { 0.0 };
            let width = glyph.advance * pen.size * pen.stretch;
            let place = Matrix([pen.size * pen.stretch, 0.0, 0.0, pen.size, 0.0, pen.rise]).then(canvas.text).then(pen.matrix);
            canvas.text = Matrix::translation(width + spacing * pen.stretch, 0.0).then(canvas.text);
            let after = canvas.text.then(canvas.pen.matrix).apply(0.0, canvas.pen.rise);
            let flags = font.flags.with(Flags::ARTIFACT, canvas.marks.iter().any(|mark| mark.is_artifact));
            let words = canvas.marks.iter_mut().rev().find_map(|mark| mark.words.as_mut());
            let letters = match words {
                Some(words) => match std::mem::replace(words, Words::Taken) {
                    Words::Waiting(words) => words,
                    Words::Taken => String::new(),
                },
                None => glyph.letters.unwrap_or_else(|| {
                    self.unmapped = self.unmapped.saturating_add(1);
                    char::REPLACEMENT_CHARACTER.to_string()
                }),
            };
            canvas.letters.add(&letters, place, after, flags);
        }
    }

    fn mark(&mut self, content: &Content, resources: &[&'a Dictionary], canvas: &mut Canvas) {
        if canvas.marks.len() >= MOST_MARKS {
            return;
        }
        let is_artifact = matches!(content.operands.first(), Some(Operand::Name(tag)) if tag == b"Artifact");
        let words = match content.operands.get(1) {
            Some(Operand::Dictionary(entries)) => entries.iter().find_map(|(key, value)| match value {
                Operand::Bytes(bytes) if key == b"ActualText" => Some(cmap::text_string(bytes)),
                _ => None,
            }),
            Some(Operand::Name(name)) => self.named_words(name, resources),
            _ => None,
        };
        canvas.marks.push(Mark { is_artifact, words: words.map(Words::Waiting) });
    }

    fn named_words(&self, name: &[u8], resources: &[&'a Dictionary]) -> Option<String> {
        let lists = resources.iter().filter_map(|resources| dictionary(self.document, resources, b"Properties"));
        let properties = lists.filter_map(|list| dictionary(self.document, list, name)).next()?;
        properties.get_deref(b"ActualText", self.document).and_then(Object::as_str).ok().map(cmap::text_string)
    }

    fn draw(&mut self, content: &Content, resources: &[&'a Dictionary], canvas: &mut Canvas, depth: usize) {
        let document = self.document;
        let Some(Operand::Name(name)) = content.operands.first() else { return };
        let drawings = resources.iter().filter_map(|resources| dictionary(document, resources, b"XObject"));
        let Some(Object::Stream(stream)) = drawings.filter_map(|drawings| drawings.get_deref(name, document).ok()).next() else { return };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
            canvas.images = canvas.images.saturating_add(1);
            return;
        }
        let (true, Some(bytes)) = (depth < DEEPEST_DRAWING, stream_bytes(stream)) else { return };
        let own = dictionary(document, &stream.dict, b"Resources");
        let inner: Vec<_> = own.into_iter().chain(resources.iter().copied().take(DEEPEST_DRAWING)).collect();
        let (pen, saved) = (canvas.pen.clone(), std::mem::take(&mut canvas.saved));
        let (text, line) = (canvas.text, canvas.line);
        if let Some(matrix) = numbers(document, &stream.dict, b"Matrix") {
            canvas.pen.matrix = Matrix(matrix).then(canvas.pen.matrix);
        }
        // Unpacking costs as much as many operators, so that a drawing painted a million times comes to an end soon.
        self.operators_left = self.operators_left.saturating_sub(u32::try_from(bytes.len() / 64).unwrap_or(u32::MAX));
        self.run(&bytes, &inner, canvas, depth + 1);
        (canvas.pen, canvas.saved, canvas.text, canvas.line) = (pen, saved, text, line);
    }
}

impl Canvas {
    fn operate(&mut self, operator: &[u8], content: &Content) {
        match operator {
            b"q" if self.saved.len() < MOST_SAVED => self.saved.push(self.pen.clone()),
            b"Q" => self.pen = self.saved.pop().unwrap_or_else(|| self.pen.clone()),
            b"cm" => self.pen.matrix = Matrix(content.matrix()).then(self.pen.matrix),
            b"BT" => self.begin_line(Matrix::IDENTITY),
            b"Tm" => self.begin_line(Matrix(content.matrix())),
            b"Td" => self.move_line(content.number(0), content.number(1)),
            b"TD" => {
                self.pen.leading = -content.number(1);
                self.move_line(content.number(0), content.number(1));
            }
            b"T*" => self.next_line(),
            b"Tc" => self.pen.letter_spacing = content.number(0),
            b"Tw" => self.pen.word_spacing = content.number(0),
            b"Tz" => self.pen.stretch = content.number(0) / 100.0,
            b"TL" => self.pen.leading = content.number(0),
            b"Ts" => self.pen.rise = content.number(0),
            _ => self.path.operate(operator, content, self.pen.matrix),
        }
    }

    fn begin_line(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    fn move_line(&mut self, x: f32, y: f32) {
        self.begin_line(Matrix::translation(x, y).then(self.line));
    }

    fn next_line(&mut self) {
        self.move_line(0.0, -self.pen.leading);
    }
}
