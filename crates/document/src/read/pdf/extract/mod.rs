//! Bytes of a PDF → positioned text. This half runs in the child process: the library under it may panic, hang, or eat memory.

mod cmap;
mod content;
mod font;
mod glyphs;
mod letters;
mod matrix;
mod object;
mod paint;
mod path;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use self::{
    matrix::Matrix,
    object::{MOST_UNPACKED, dictionary, numbers},
    paint::Painter,
};
use super::pages::{Page, Pages, Trouble};

/// How many pages are read.
const MOST_PAGES: usize = 5_000;

/// How many bytes of text are read.
const MOST_TEXT: usize = 64 << 20;

/// How far up a page's parents are asked for what it inherits.
const MOST_PARENTS: usize = 64;

/// A4, in points.
const USUAL_PAGE: [f32; 4] = [0.0, 0.0, 595.0, 842.0];

/// The positioned text of a PDF.
pub(crate) fn extract(bytes: &[u8]) -> Pages {
    let document = match load(bytes) {
        Ok(document) => document,
        Err(trouble) => return Pages { trouble: Some(trouble), ..Pages::default() },
    };
    let ids: Vec<ObjectId> = document.page_iter().take(MOST_PAGES + 1).collect();
    if ids.is_empty() {
        return Pages { trouble: Some(Trouble::Damaged), ..Pages::default() };
    }
    let mut pages = Pages::default();
    let mut painter = Painter::new(&document);
    let mut text = 0;
    for id in ids {
        if pages.pages.len() == MOST_PAGES || text > MOST_TEXT || painter.is_exhausted() {
            pages.trouble = Some(Trouble::Cut);
            break;
        }
        let page = page(&document, id, &mut painter);
        text += page.pieces.iter().map(|piece| piece.text.len()).sum::<usize>();
        pages.pages.push(page);
    }
    pages.unmapped = painter.unmapped;
    pages
}

/// Many files are locked only against changes: the empty password opens them.
fn load(bytes: &[u8]) -> Result<Document, Trouble> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
    match Document::load_mem_with_options(bytes, options) {
        Ok(document) if document.is_encrypted() => Err(Trouble::Encrypted),
        Ok(document) => Ok(document),
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => Err(Trouble::Encrypted),
        Err(_) => Err(Trouble::Damaged),
    }
}

fn page<'a>(document: &'a Document, id: ObjectId, painter: &mut Painter<'a>) -> Page {
    let Ok(page) = document.get_dictionary(id) else { return Page::default() };
    let bounds = inherited(document, page, |at| numbers(document, at, b"CropBox").or_else(|| numbers(document, at, b"MediaBox")));
    let turned = inherited(document, page, |at| object::number(document, at, b"Rotate")).unwrap_or(0.0);
    let (matrix, width, height) = seen(bounds.unwrap_or(USUAL_PAGE), turned);
    let mut made =
        Page { width: path::length(width).unwrap_or_default(), height: path::length(height).unwrap_or_default(), ..Page::default() };
    let resources: Vec<&Dictionary> = inherited(document, page, |at| dictionary(document, at, b"Resources")).into_iter().collect();
    if let Ok(content) = document.get_page_content_with_limit(id, MOST_UNPACKED) {
        painter.paint(&content, &resources, matrix, &mut made);
    }
    made
}

/// What the page, or the nearest of its parents that has it, says.
fn inherited<'a, T>(document: &'a Document, page: &'a Dictionary, mut ask: impl FnMut(&'a Dictionary) -> Option<T>) -> Option<T> {
    let mut at = page;
    for _ in 0..MOST_PARENTS {
        if let Some(found) = ask(at) {
            return Some(found);
        }
        at = at.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}

/// From the space of the file (upwards, maybe turned) to that of the reader (from the upper left corner, downwards).
fn seen([x, y, right, top]: [f32; 4], turned: f32) -> (Matrix, f32, f32) {
    let (left, right, bottom, top) = (x.min(right), x.max(right), y.min(top), y.max(top));
    let (wide, high) = (right - left, top - bottom);
    match (turned as i64).rem_euclid(360) {
        90 => (Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]), high, wide),
        180 => (Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]), wide, high),
        270 => (Matrix([0.0, -1.0, -1.0, 0.0, top, right]), high, wide),
        _ => (Matrix([1.0, 0.0, 0.0, -1.0, -left, top]), wide, high),
    }
}
