//! A font: how its codes are cut out of a string, how wide each is, and which letters it stands for.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

use super::{
    cmap::Map,
    glyphs::{self, Base},
    object::{dictionary, number, stream_bytes},
};
use crate::read::pdf::{legacy, pages::Flags};

/// The width of a letter, in thousandths of the font's size, where neither font nor file tells.
const USUAL_WIDTH: f32 = 500.0;

/// How many widths one font may list.
const MOST_WIDTHS: usize = 70_000;

/// A font.
#[derive(Debug)]
pub(crate) struct Font {
    two_bytes: bool,
    widths: BTreeMap<u32, f32>,
    usual_width: f32,
    /// From the space of glyphs to that of text: a thousandth, except in fonts whose glyphs are drawings.
    scale: f32,
    letters: Map,
    by_code: Vec<Option<String>>,
    /// Bold, italic, fixed width, encoding.
    pub(crate) flags: Flags,
}

/// A code of a string.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// How far the next one stands, in sizes of the font.
    pub(crate) advance: f32,
    /// What it stands for; `None` when no map tells.
    pub(crate) letters: Option<String>,
    /// Whether it is the single byte 32, which takes word spacing.
    pub(crate) is_space_code: bool,
}

impl Font {
    /// From its dictionary.
    pub(crate) fn read(document: &Document, font: &Dictionary) -> Font {
        let subtype = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let two_bytes = subtype == b"Type0";
        let inner = if two_bytes { descendant(document, font).unwrap_or(font) } else { font };
        let descriptor = dictionary(document, inner, b"FontDescriptor");
        let mut made = Font {
            two_bytes,
            widths: BTreeMap::new(),
            usual_width: USUAL_WIDTH,
            scale: 0.001,
            letters: to_unicode(document, font),
            by_code: Vec::new(),
            flags: flags(font, descriptor),
        };
        if two_bytes {
            made.read_wide_widths(document, inner);
        } else {
            made.read_widths(document, font, descriptor);
            made.read_encoding(document, font, descriptor, subtype);
        }
        if subtype == b"Type3" {
            made.scale = matrix_scale(document, font);
        }
        made
    }

    /// The codes of a string.
    pub(crate) fn glyphs<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Glyph> + 'a {
        let step = if self.two_bytes { 2 } else { 1 };
        bytes.chunks(step).map(move |code| self.glyph(code))
    }

    fn glyph(&self, bytes: &[u8]) -> Glyph {
        let code = bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
        let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
        Glyph { advance: width * self.scale, letters: self.letters_of(code), is_space_code: bytes == [b' '] }
    }

    fn letters_of(&self, code: u32) -> Option<String> {
        if let Some(letters) = self.letters.get(code).filter(|letters| !letters.chars().all(|letter| letter == '\0')) {
            return Some(letters.to_owned());
        }
        let code = usize::try_from(code).ok()?;
        self.by_code.get(code)?.clone()
    }

    fn read_widths(&mut self, document: &Document, font: &Dictionary, descriptor: Option<&Dictionary>) {
        let first = number(document, font, b"FirstChar").unwrap_or(0.0);
        if let Some(missing) = descriptor.and_then(|descriptor| number(document, descriptor, b"MissingWidth")).filter(|width| *width > 0.0)
        {
            self.usual_width = missing;
        }
        let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) else { return };
        for (offset, width) in widths.iter().take(256).enumerate() {
            let code = first as u32 + u32::try_from(offset).unwrap_or(u32::MAX - 256);
            if let Some(width) = plain_number(document, width) {
                self.widths.insert(code, width);
            }
        }
    }

    fn read_encoding(&mut self, document: &Document, font: &Dictionary, descriptor: Option<&Dictionary>, subtype: &[u8]) {
        let encoding = font.get_deref(b"Encoding", document).ok();
        let named = encoding.and_then(|encoding| match encoding {
            Object::Name(name) => Some(name.as_slice()),
            Object::Dictionary(inner) => inner.get_deref(b"BaseEncoding", document).and_then(Object::as_name).ok(),
            _ => None,
        });
        let base = match named {
            Some(b"MacRomanEncoding") => Base::Macintosh,
            Some(b"WinAnsiEncoding") => Base::Windows,
            Some(_) => Base::Standard,
            None if subtype == b"TrueType" => Base::Windows,
            None => Base::Standard,
        };
        // A font of signs has letters of its own: without a map its codes say nothing.
        let of_signs = named.is_none()
            && encoding.is_none()
            && descriptor.is_some_and(|descriptor| is_flagged(descriptor, 4))
            && subtype != b"TrueType";
        self.by_code = (0..=255).map(|code| glyphs::letter(base, code).filter(|_| !of_signs).map(String::from)).collect();
        if let Some(Object::Dictionary(inner)) = encoding {
            self.read_differences(document, inner);
        }
    }

    fn read_differences(&mut self, document: &Document, encoding: &Dictionary) {
        let Ok(differences) = encoding.get_deref(b"Differences", document).and_then(Object::as_array) else { return };
        let mut code = 0;
        for entry in differences {
            if let Some(next) = plain_number(document, entry) {
                code = next as usize;
            } else if let Ok(name) = entry.as_name() {
                if let Some(place) = self.by_code.get_mut(code) {
                    *place = std::str::from_utf8(name).ok().and_then(glyphs::by_name);
                }
                code = code.saturating_add(1);
            }
        }
    }

    /// `W` of a composite font: `first [w w w]` or `first last w`.
    fn read_wide_widths(&mut self, document: &Document, font: &Dictionary) {
        self.usual_width = number(document, font, b"DW").unwrap_or(1000.0);
        let Ok(entries) = font.get_deref(b"W", document).and_then(Object::as_array) else { return };
        let mut at = 0;
        while let (Some(first), Some(second)) = (entries.get(at), entries.get(at + 1)) {
            let Some(first) = plain_number(document, first).map(|first| first as u32) else { return };
            if let Ok((_, Object::Array(widths))) = document.dereference(second) {
                self.add_widths((first..).zip(widths.iter().filter_map(|width| plain_number(document, width))));
                at += 2;
            } else {
                let last = plain_number(document, second).map_or(first, |last| last as u32);
                let Some(width) = entries.get(at + 2).and_then(|width| plain_number(document, width)) else { return };
                self.add_widths((first..=last).map(|code| (code, width)));
                at += 3;
            }
        }
    }

    fn add_widths(&mut self, widths: impl Iterator<Item = (u32, f32)>) {
        for (code, width) in widths.take(MOST_WIDTHS) {
            if self.widths.len() >= MOST_WIDTHS {
                return;
            }
            self.widths.insert(code, width);
        }
    }
}

fn descendant<'a>(document: &'a Document, font: &'a Dictionary) -> Option<&'a Dictionary> {
    let all = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok()?;
    document.dereference(all.first()?).ok()?.1.as_dict().ok()
}

fn to_unicode(document: &Document, font: &Dictionary) -> Map {
    match font.get_deref(b"ToUnicode", document) {
        Ok(Object::Stream(stream)) => stream_bytes(stream).map(|bytes| Map::parse(&bytes)).unwrap_or_default(),
        _ => Map::default(),
    }
}

fn matrix_scale(document: &Document, font: &Dictionary) -> f32 {
    let first =
        font.get_deref(b"FontMatrix", document).and_then(Object::as_array).ok().and_then(|matrix| plain_number(document, matrix.first()?));
    first.map(f32::abs).filter(|scale| *scale > 0.0).unwrap_or(0.001)
}

fn plain_number(document: &Document, object: &Object) -> Option<f32> {
    document.dereference(object).ok()?.1.as_float().ok().filter(|number| number.is_finite())
}

/// Bits of `Flags` in a font's descriptor: 1 fixed width, 4 signs, 64 italic, 1 << 18 bold.
fn is_flagged(descriptor: &Dictionary, bit: i64) -> bool {
    descriptor.get(b"Flags").and_then(Object::as_i64).is_ok_and(|flags| flags & bit != 0)
}

/// How the font is set, by its name (`BAAAAA+TimesNewRomanPS-BoldItalicMT`) and its descriptor.
fn flags(font: &Dictionary, descriptor: Option<&Dictionary>) -> Flags {
    let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default();
    let name = String::from_utf8_lossy(name);
    let name = name.split_once('+').map_or(name.as_ref(), |(_, name)| name);
    let old_encoding = legacy::flags_of_font(name);
    let name = name.to_ascii_lowercase();
    let said = |bit| descriptor.is_some_and(|descriptor| is_flagged(descriptor, bit));
    Flags::default()
        .with(Flags::BOLD, name.contains("bold") || name.contains("black") || name.contains("heavy") || said(1 << 18))
        .with(Flags::ITALIC, name.contains("italic") || name.contains("oblique") || said(64))
        .with(Flags::FIXED_WIDTH, name.contains("mono") || name.contains("courier") || name.contains("consolas") || said(1))
        .with(old_encoding, true)
}
