//! Short ways to what a PDF's objects hold.

use lopdf::{Dictionary, Document, Object, Stream};

/// How large a single stream may become when it is unpacked, in bytes. A page of text has some 50 KB; pictures are never unpacked.
pub(crate) const MOST_UNPACKED: usize = 64 << 20;

/// The dictionary (or that of the stream) under a key.
pub(crate) fn dictionary<'a>(document: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    match of.get_deref(key, document).ok()? {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The number under a key.
pub(crate) fn number(document: &Document, of: &Dictionary, key: &[u8]) -> Option<f32> {
    of.get_deref(key, document).and_then(Object::as_float).ok().filter(|number| number.is_finite())
}

/// The numbers of the array under a key.
pub(crate) fn numbers<const N: usize>(document: &Document, of: &Dictionary, key: &[u8]) -> Option<[f32; N]> {
    let array = of.get_deref(key, document).and_then(Object::as_array).ok()?;
    let mut numbers = [0.0; N];
    for (place, object) in numbers.iter_mut().zip(array) {
        *place = document.dereference(object).ok()?.1.as_float().ok().filter(|number| number.is_finite())?;
    }
    (array.len() >= N).then_some(numbers)
}

/// The unpacked bytes of a stream; `None` when they can't be unpacked or are too many.
pub(crate) fn stream_bytes(stream: &Stream) -> Option<Vec<u8>> {
    if stream.dict.get(b"Filter").is_err() {
        return Some(stream.content.clone());
    }
    stream.decompressed_content_with_limit(MOST_UNPACKED).ok()
}
