//! Text in fonts of the old encodings TCVN3 (ABC) and VNI, whose letters stand in the places of others.

use super::pages::{Flags, Page};
use crate::decode::legacy::{Encoding, holds};

/// The flags that a font of an old encoding gets; those of both together mean the capitals of TCVN3.
const FONTS: [(Flags, Encoding); 3] =
    [(Flags::TCVN3, Encoding::Tcvn3), (Flags::VNI, Encoding::Vni), (Flags(Flags::TCVN3.0 | Flags::VNI.0), Encoding::Tcvn3Capitals)];

const BOTH: Flags = FONTS[2].0;

/// The flags for a font of this name.
pub(crate) fn flags_of_font(name: &str) -> Flags {
    let encoding = Encoding::of_font(name);
    FONTS.iter().find(|(_, known)| Some(*known) == encoding).map(|(flags, _)| *flags).unwrap_or_default()
}

/// The pages in Unicode, and the encodings that were converted.
pub(crate) fn convert(mut pages: Vec<Page>) -> (Vec<Page>, Vec<Encoding>) {
    let mut converted = Vec::new();
    for (flags, encoding) in FONTS {
        let is_set = |piece: &super::pages::Piece| piece.flags.0 & BOTH.0 == flags.0;
        let mut texts =
            pages.iter().flat_map(|page| &page.pieces).filter(|piece| is_set(piece)).map(|piece| piece.text.as_str()).peekable();
        // The capitals' font is put on a few headings: it is believed where the words do not speak against it.
        if texts.peek().is_none() || !holds(encoding, texts) {
            continue;
        }
        for piece in pages.iter_mut().flat_map(|page| &mut page.pieces).filter(|piece| is_set(piece)) {
            piece.text = encoding.decode(&piece.text);
        }
        converted.push(encoding);
    }
    (pages, converted)
}
