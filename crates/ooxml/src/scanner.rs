//! Pulls markup out of a part: one pass, no tree, no recursion.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::{MarkupError, Vocabulary};

/// How many prefixes a part may declare; a file that declares more is made to slow readers down.
const PREFIXES: usize = 256;

/// A piece of markup.
#[derive(Debug)]
pub enum Token<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element ends; elements without content end as well.
    End(Vocabulary, &'a str),
    /// Characters.
    Text(Cow<'a, str>),
}

/// An element that begins.
#[derive(Debug, Clone)]
pub struct Element<'a> {
    /// The vocabulary of its name.
    pub vocabulary: Vocabulary,
    /// Its name without prefix.
    pub name: &'a str,
    tag: &'a str,
}

impl<'a> Element<'a> {
    /// The value of an attribute by its name without prefix; the first one, when there are several.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let tag = BytesStart::from_content(self.tag, self.tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(self.tag.len()));
        let found = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let value = match found.value {
            Cow::Borrowed(value) => value.to_owned(),
            Cow::Owned(value) => value,
        };
        Some(Cow::Owned(unescape(&value).map(Cow::into_owned).unwrap_or(value)))
    }

    /// The value of the attribute `val`, which most properties carry.
    pub fn value(&self) -> Option<Cow<'a, str>> {
        self.attribute("val")
    }

    /// A property that is on when it is there, unless its value says otherwise.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// The value of an attribute as a whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// Scans one part.
pub struct Scanner<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Prefixes and what they mean. A prefix that is declared again with another meaning has the last: no producer does, and a table that
    /// follows scopes would be a way to make reading slow.
    prefixes: Vec<(&'a str, Vocabulary)>,
    /// The end of an element without content, which is told after its beginning.
    closing: Option<(Vocabulary, &'a str)>,
    depth: usize,
    finished: bool,
}

impl<'a> Scanner<'a> {
    /// Scans decoded markup.
    pub fn new(text: &'a str) -> Scanner<'a> {
        let mut reader = Reader::from_str(text);
        // A lone ampersand harms nothing; readers of others pass over it as well.
        reader.config_mut().allow_dangling_amp = true;
        Scanner { text, reader, prefixes: Vec::new(), closing: None, depth: 0, finished: false }
    }

    /// The byte of the part up to which was scanned.
    pub fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The next piece; `None` at the end and after an error.
    #[expect(clippy::should_implement_trait, reason = "an iterator would promise that it can go on after an error")]
    pub fn next(&mut self) -> Option<Result<Token<'a>, MarkupError>> {
        if let Some((vocabulary, name)) = self.closing.take() {
            return Some(Ok(Token::End(vocabulary, name)));
        }
        while !self.finished {
            match self.step() {
                Ok(Some(token)) => return Some(Ok(token)),
                Ok(None) => {}
                Err(error) => {
                    self.finished = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }

    fn step(&mut self) -> Result<Option<Token<'a>>, MarkupError> {
        let at = self.reader.buffer_position();
        let event = self.reader.read_event().map_err(|error| MarkupError::Broken { at, reason: error.to_string() })?;
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                Ok(Some(Token::Start(self.element(at, tag.len()))))
            }
            Event::Empty(tag) => {
                let element = self.element(at, tag.len());
                self.closing = Some((element.vocabulary, element.name));
                Ok(Some(Token::Start(element)))
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                let name = self.slice(at, 2, tag.len());
                let (vocabulary, local) = self.name(name.trim_end());
                Ok(Some(Token::End(vocabulary, local)))
            }
            Event::Text(text) => Ok(Some(Token::Text(text.into_inner()))),
            Event::CData(text) => Ok(Some(Token::Text(text.into_inner()))),
            Event::GeneralRef(reference) => Ok(Some(Token::Text(resolved(at, &reference)?))),
            Event::DocType(_) => Err(MarkupError::DocumentType { at }),
            Event::Eof if self.depth > 0 => Err(MarkupError::Broken { at, reason: "the part ends within an element".to_owned() }),
            Event::Eof => {
                self.finished = true;
                Ok(None)
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Ok(None),
        }
    }

    /// The content of a tag as a slice of the part itself: the scanner's own values don't outlive the step.
    fn slice(&self, at: u64, skip: usize, length: usize) -> &'a str {
        let start = usize::try_from(at).unwrap_or(usize::MAX).saturating_add(skip);
        self.text.get(start..start.saturating_add(length)).unwrap_or_default()
    }

    fn element(&mut self, at: u64, length: usize) -> Element<'a> {
        let tag = self.slice(at, 1, length);
        if tag.contains("xmlns") {
            self.declare(tag);
        }
        let name = tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
        let (vocabulary, local) = self.name(name);
        Element { vocabulary, name: local, tag }
    }

    fn declare(&mut self, tag: &'a str) {
        let start = BytesStart::from_content(tag, tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len()));
        for attribute in start.attributes().with_checks(false).flatten() {
            let prefix = match attribute.key.as_ref() {
                "xmlns" => "",
                key => match key.strip_prefix("xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            // A slice of the tag, found again by its place: the attribute borrows from a value of this function.
            let Some(prefix) = tag.find(prefix).and_then(|at| tag.get(at..at + prefix.len())) else { continue };
            let vocabulary = Vocabulary::of(&attribute.value);
            match self.prefixes.iter().position(|(known, _)| *known == prefix) {
                Some(known) => self.prefixes[known].1 = vocabulary,
                None if self.prefixes.len() < PREFIXES => self.prefixes.push((prefix, vocabulary)),
                None => {}
            }
        }
    }

    fn name(&self, name: &'a str) -> (Vocabulary, &'a str) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let declared = self.prefixes.iter().find(|(known, _)| *known == prefix).map(|(_, vocabulary)| *vocabulary);
        (declared.unwrap_or_else(|| Vocabulary::of_undeclared(prefix)), local)
    }
}

fn resolved<'a>(at: u64, reference: &BytesRef<'_>) -> Result<Cow<'a, str>, MarkupError> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(Cow::Owned(character.to_string()));
    }
    let name = reference.clone().into_inner();
    match quick_xml::escape::resolve_predefined_entity(&name) {
        Some(words) => Ok(Cow::Owned(words.to_owned())),
        None => Err(MarkupError::Entity { at, name: name.chars().take(40).collect() }),
    }
}

/// The characters of a part: UTF-8 or UTF-16 by its first bytes. Bytes that are neither become U+FFFD, and the second value says so.
pub fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let units = |wide: fn([u8; 2]) -> u16| bytes[2..].chunks_exact(2).map(move |pair| wide([pair[0], pair[1]]));
    let text = match bytes {
        [0xff, 0xfe, ..] => Cow::Owned(wide(units(u16::from_le_bytes))),
        [0xfe, 0xff, ..] => Cow::Owned(wide(units(u16::from_be_bytes))),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        _ => String::from_utf8_lossy(bytes),
    };
    let lossy = matches!(text, Cow::Owned(_)) && text.contains('\u{fffd}');
    (text, lossy)
}

fn wide(units: impl Iterator<Item = u16>) -> String {
    char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn told(text: &str) -> String {
        let mut scanner = Scanner::new(text);
        let mut out = String::new();
        while let Some(token) = scanner.next() {
            match token {
                Ok(Token::Start(element)) => {
                    out.push_str(&format!("<{:?} {} {}>", element.vocabulary, element.name, element.value().unwrap_or_default()))
                }
                Ok(Token::End(_, name)) => out.push_str(&format!("</{name}>")),
                Ok(Token::Text(words)) => out.push_str(&words),
                Err(error) => out.push_str(&format!("!{error}")),
            }
        }
        out
    }

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    #[rstest]
    #[case("<w:p w:val='a &amp; b'>x</w:p>", "<Word p a & b>x</p>")]
    #[case("<w:br />", "<Word br ></br>")]
    #[case("<w:t>a&lt;b &#7871; c & d</w:t>", "<Word t >a<b ế c & d</t>")]
    #[case("<w:t><![CDATA[<a>]]></w:t>", "<Word t ><a></t>")]
    #[case("<!-- note --><w:p></w:p >", "<Word p ></p>")]
    #[case("<unknown:p/>", "<Other p ></p>")]
    fn markup_is_told_in_order(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(told(text), expected);
    }

    #[test]
    fn a_vocabulary_is_known_by_its_namespace_and_not_by_its_prefix() {
        assert_eq!(told(&format!("<x:p xmlns:x='{WORD}'/>")), "<Word p ></p>");
        assert_eq!(told(&format!("<p xmlns='{WORD}'/>")), "<Word p ></p>");
        assert_eq!(told("<w:p xmlns:w='urn:example:other'/>"), "<Other p ></p>");
    }

    #[rstest]
    #[case("<w:p><w:r></w:p>")]
    #[case("<w:p>text")]
    #[case("<w:p")]
    #[case("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    #[case("<a>&b;</a>")]
    fn broken_markup_and_entities_are_errors(#[case] text: &str) {
        assert!(told(text).contains('!'), "{}", told(text));
    }

    #[test]
    fn parts_may_be_in_wide_characters() {
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("<w:t>ế</w:t>".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(told(&decoded(&wide).0), "<Word t >ế</t>");
        assert_eq!(decoded(b"\xef\xbb\xbf<a/>").0, "<a/>");
        assert!(decoded(b"<a>\xff</a>").1);
    }
}
