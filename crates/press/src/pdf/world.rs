//! What Typst sets a paper from: letters, shared layout, the paper's template and its data. Nothing else is there, neither files nor a clock.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Finding, Severity, Span};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::Abs;
use typst::model::HeadingElem;
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};

use super::Standard;
use crate::{Body, Emblem, texts};

/// Liberation Serif 2: of the same measures as Times New Roman, with all letters of Vietnamese and of the languages of the Central Highlands.
static LETTERS: [&[u8]; 4] = [
    include_bytes!("../../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSerif-BoldItalic.ttf"),
];

/// What all papers share.
struct Shared {
    library: LazyHash<Library>,
    /// The same for files without bookmarks.
    without_bookmarks: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The same, to be measured.
    instances: Vec<FontInstance>,
    template: FileId,
    data: FileId,
    emblem: FileId,
    /// The layouts that templates import.
    layouts: [Source; 2],
}

/// The layouts of letters and of certificates.
pub(crate) const LAYOUTS: [&str; 2] = [include_str!("letter.typ"), include_str!("face.typ")];

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = LETTERS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    Shared {
        library: LazyHash::new(Library::default()),
        without_bookmarks: LazyHash::new(without_bookmarks()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        instances: fonts.iter().map(instance).collect(),
        fonts,
        template: file("/paper.typ"),
        data: file("/paper.json"),
        emblem: file("/emblem.png"),
        layouts: [Source::new(file("/letter.typ"), LAYOUTS[0].to_owned()), Source::new(file("/face.typ"), LAYOUTS[1].to_owned())],
    }
});

fn instance(font: &Font) -> FontInstance {
    font.clone().instantiate(font.info().variant, Abs::pt(1.0), &FontVariations::default())
}

fn without_bookmarks() -> Library {
    let mut library = Library::default();
    library.styles.set(HeadingElem::bookmarked, Smart::Custom(false));
    library
}

fn file(path: &str) -> FileId {
    // The paths are those above, which are sound.
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a sound path")))
}

/// The world in which one paper is set.
pub(super) struct PaperWorld {
    template: Source,
    data: Bytes,
    emblem: Option<Bytes>,
    standard: Standard,
}

impl PaperWorld {
    pub(super) fn new(template: &str, data: String, emblem: Option<&Emblem>, standard: Standard) -> PaperWorld {
        PaperWorld {
            template: Source::new(SHARED.template, template.to_owned()),
            data: Bytes::from_string(data),
            emblem: emblem.map(|emblem| Bytes::new(emblem.bytes().to_vec())),
            standard,
        }
    }

    /// The place in the template, where it is there.
    pub(super) fn place(&self, span: DiagSpan) -> Option<Span> {
        let range = (span.id()? == SHARED.template).then(|| self.range(span))??;
        Some(Span::new(range.start, range.end))
    }
}

impl World for PaperWorld {
    /// Checkers of PDF/A-1 refuse bookmarks in the form in which they are written here.
    fn library(&self) -> &LazyHash<Library> {
        match self.standard {
            Standard::A2a => &SHARED.library,
            Standard::A1b => &SHARED.without_bookmarks,
        }
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        SHARED.template
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id {
            id if id == SHARED.template => Ok(self.template.clone()),
            id => SHARED.layouts.iter().find(|layout| layout.id() == id).cloned().ok_or_else(|| missing(id)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == SHARED.data => Ok(self.data.clone()),
            id if id == SHARED.emblem => self.emblem.clone().ok_or_else(|| missing(id)),
            id => Err(missing(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    /// No paper says on which day it happens to be set.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// How wide words are in letters of size one, in the looks that papers have: what line breaks follow from.
pub(crate) fn width(words: &str, bold: bool, italic: bool) -> f64 {
    let letters = &SHARED.instances[usize::from(bold) + 2 * usize::from(italic)];
    let glyphs = words.chars().filter_map(|letter| letters.ttf().glyph_index(letter));
    glyphs.filter_map(|glyph| letters.x_advance(glyph.0)).map(|width| width.get()).sum()
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

/// Looks whether every letter can be printed.
///
/// # Errors
///
/// A finding that names the first letter that cannot, with the words that it stands in.
pub(super) fn letters(body: &Body) -> Result<(), Box<Finding>> {
    // What is printed stands in the strings of the body; looking at its JSON finds them all.
    let all = serde_json::to_string(body).unwrap_or_default();
    let known = |letter: char| letter.is_control() || SHARED.fonts[0].info().coverage.contains(u32::from(letter));
    let Some(unknown) = all.chars().find(|letter| !known(*letter)) else { return Ok(()) };
    let words = all.split('"').find(|words| words.contains(unknown)).unwrap_or_default();
    let message = texts::letter_unknown(unknown.to_string(), words);
    Err(Box::new(Finding::new("paper-letter-unknown", Severity::Error, message).help(texts::letter_unknown_help())))
}
