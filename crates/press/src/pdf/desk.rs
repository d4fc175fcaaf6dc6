//! What Typst sets a paper from: letters, shared layout, the paper's template and its data. Nothing else is there, neither files nor a clock.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Finding, Severity, Span};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::model::HeadingElem;
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World, WorldExt as _};

use super::Standard;
use crate::{Body, texts};

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
    template: FileId,
    data: FileId,
    letter: Source,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = LETTERS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
    Shared {
        library: LazyHash::new(Library::default()),
        without_bookmarks: LazyHash::new(without_bookmarks()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: file("/paper.typ"),
        data: file("/paper.json"),
        letter: Source::new(file("/letter.typ"), include_str!("letter.typ").to_owned()),
    }
});

fn without_bookmarks() -> Library {
    let mut library = Library::default();
    library.styles.set(HeadingElem::bookmarked, Smart::Custom(false));
    library
}

fn file(path: &str) -> FileId {
    // The paths are the three above, which are sound.
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a sound path")))
}

/// The desk on which one paper is set.
pub(super) struct Desk {
    template: Source,
    data: Bytes,
    standard: Standard,
}

impl Desk {
    pub(super) fn new(template: &str, data: String, standard: Standard) -> Desk {
        Desk { template: Source::new(SHARED.template, template.to_owned()), data: Bytes::from_string(data), standard }
    }

    /// The place in the template, where it is there.
    pub(super) fn place(&self, span: DiagSpan) -> Option<Span> {
        let range = (span.id()? == SHARED.template).then(|| self.range(span))??;
        Some(Span::new(range.start, range.end))
    }
}

impl World for Desk {
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
            id if id == SHARED.letter.id() => Ok(SHARED.letter.clone()),
            id => Err(missing(id)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHARED.data { Ok(self.data.clone()) } else { Err(missing(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    /// No paper says on which day it happens to be set.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
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
    let Body::Letter(letter) = body;
    // What is printed stands in the strings of the body; looking at its JSON finds them all.
    let all = serde_json::to_string(letter).unwrap_or_default();
    let known = |letter: char| letter.is_control() || SHARED.fonts[0].info().coverage.contains(u32::from(letter));
    let Some(unknown) = all.chars().find(|letter| !known(*letter)) else { return Ok(()) };
    let words = all.split('"').find(|words| words.contains(unknown)).unwrap_or_default();
    let message = texts::letter_unknown(unknown.to_string(), words);
    Err(Box::new(Finding::new("paper-letter-unknown", Severity::Error, message).help(texts::letter_unknown_help())))
}
