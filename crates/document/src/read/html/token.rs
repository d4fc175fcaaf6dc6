//! HTML cut into text and tags, in one pass forward: whatever the bytes are, each is looked at a bounded number of times.
//!
//! It follows the tokenizer of the HTML standard as far as text and the attributes that tell how text is set need it. Attributes stay unparsed until
//! somebody asks, so that a tag with a million of them costs no more than its length. Where a tag never ends the standard drops the rest of the
//! file; here it stays as text.

use memchr::{memchr, memchr2, memmem};

/// A piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, character references in it not resolved.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag, by its name.
    End(&'a str),
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// As written.
    pub(super) name: &'a str,
    /// All between the name and the end of the tag.
    attributes: &'a str,
}

/// Only so many attributes of a tag are looked at; what tells how text is set stands among the first.
const MOST_ATTRIBUTES: usize = 64;

impl<'a> Tag<'a> {
    /// The attributes, values without their quotes.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let (name, value, after) = attribute(rest)?;
            rest = after;
            Some((name, value))
        })
        .take(MOST_ATTRIBUTES)
    }
}

/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// Cuts a text into tokens.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The element whose raw content comes next.
    raw: Option<&'a str>,
    /// No tag ends in what is left: all of it is text.
    only_text: bool,
    /// No quote of this kind is left.
    no_more: [bool; 2],
}

impl<'a> Tokens<'a> {
    /// Over a text.
    pub(super) fn new(text: &'a str) -> Tokens<'a> {
        Tokens { rest: text, raw: None, only_text: false, no_more: [false; 2] }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// The content of a raw element, up to its end tag.
    fn raw_text(&mut self, name: &str) -> &'a str {
        let bytes = self.rest.as_bytes();
        let ends = memchr::memchr_iter(b'<', bytes).find(|at| {
            let after = bytes.get(at + 2..).unwrap_or_default();
            let is_end =
                bytes.get(at + 1) == Some(&b'/') && after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes());
            is_end && after.get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric())
        });
        self.take(ends.unwrap_or(bytes.len()))
    }

    /// What begins with `<`: a tag, something to pass over (`Ok(None)`), or only a sign (`Err`).
    fn markup(&mut self) -> Result<Option<Token<'a>>, ()> {
        let bytes = self.rest.as_bytes();
        match bytes.get(1) {
            Some(b'!') if bytes.starts_with(b"<!--") => {
                self.take(comment_length(bytes));
                Ok(None)
            }
            Some(b'!' | b'?') => self.skip_to_end(),
            Some(b'/') => match bytes.get(2) {
                Some(letter) if letter.is_ascii_alphabetic() => self.tag(2).map(|tag| Some(Token::End(tag.name))),
                Some(_) => self.skip_to_end(),
                None => Err(()),
            },
            Some(letter) if letter.is_ascii_alphabetic() => self.tag(1).map(|tag| Some(Token::Start(tag))),
            _ => Err(()),
        }
    }

    fn skip_to_end(&mut self) -> Result<Option<Token<'a>>, ()> {
        let Some(end) = memchr(b'>', self.rest.as_bytes()) else {
            self.only_text = true;
            return Err(());
        };
        self.take(end + 1);
        Ok(None)
    }

    /// The tag whose name begins `at` bytes from here.
    fn tag(&mut self, at: usize) -> Result<Tag<'a>, ()> {
        let text = self.rest;
        let bytes = text.as_bytes();
        let name_end = bytes.iter().skip(at).position(|byte| is_space(*byte) || matches!(byte, b'/' | b'>')).map(|length| at + length);
        let Some((name_end, end)) = name_end.and_then(|name_end| Some((name_end, self.tag_end(bytes, name_end)?))) else {
            self.only_text = true;
            return Err(());
        };
        self.take(end + 1);
        Ok(Tag { name: &text[at..name_end], attributes: &text[name_end..end] })
    }

    /// Where the `>` of a tag is: the first one outside of a quoted value.
    fn tag_end(&mut self, bytes: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let length = bytes[at..].iter().position(|byte| matches!(byte, b'>' | b'='))?;
            at += length;
            if bytes[at] == b'>' {
                return Some(at);
            }
            at += 1;
            at += bytes[at..].iter().take_while(|byte| is_space(**byte)).count();
            if let Some(quote @ (b'"' | b'\'')) = bytes.get(at).copied() {
                at += 1;
                // A quote that nothing closes is a slip of the pen: the value then ends with the tag.
                if let Some(length) = self.closing_quote(&bytes[at..], quote) {
                    at += length + 1;
                }
            }
        }
    }

    fn closing_quote(&mut self, bytes: &[u8], quote: u8) -> Option<usize> {
        let no_more = &mut self.no_more[usize::from(quote == b'"')];
        if *no_more {
            return None;
        }
        let found = memchr(quote, bytes);
        *no_more = found.is_none();
        found
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            let text = self.raw_text(name);
            if !text.is_empty() {
                return Some(Token::Text(text));
            }
        }
        loop {
            let bytes = self.rest.as_bytes();
            let first = *bytes.first()?;
            if self.only_text {
                return Some(Token::Text(self.take(bytes.len())));
            }
            if first != b'<' {
                let length = memchr(b'<', bytes).unwrap_or(bytes.len());
                return Some(Token::Text(self.take(length)));
            }
            match self.markup() {
                Ok(None) => {}
                Ok(Some(token)) => {
                    if let Token::Start(tag) = token {
                        self.raw = RAW.iter().any(|raw| tag.name.eq_ignore_ascii_case(raw)).then_some(tag.name);
                    }
                    return Some(token);
                }
                Err(()) => return Some(Token::Text(self.take(1))),
            }
        }
    }
}

/// How long the comment is that begins here; one that nothing ends takes all.
fn comment_length(bytes: &[u8]) -> usize {
    let start = "<!--".len();
    for short in [&b">"[..], b"->"] {
        if bytes[start..].starts_with(short) {
            return start + short.len();
        }
    }
    let ends = [memmem::find(&bytes[start..], b"-->").map(|at| at + 3), memmem::find(&bytes[start..], b"--!>").map(|at| at + 4)];
    ends.into_iter().flatten().min().map_or(bytes.len(), |length| start + length)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

/// The first attribute: its name, its value, and what comes after.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    if text.is_empty() {
        return None;
    }
    // An equals sign at the beginning is part of the name.
    let end = text.bytes().skip(1).position(|byte| is_space(byte) || matches!(byte, b'/' | b'=')).map_or(text.len(), |length| length + 1);
    // The byte before `end` may end a character of several bytes, never cut one: all that ends a name is ASCII; the first byte skipped may begin one.
    let (name, rest) = text.split_at(text.ceil_char_boundary(end));
    let Some(value) = rest.trim_ascii_start().strip_prefix('=') else { return Some((name, "", rest)) };
    let value = value.trim_ascii_start();
    let quote = value.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''));
    if let Some(quote) = quote
        && let Some(end) = memchr(quote, &value.as_bytes()[1..])
    {
        return Some((name, &value[1..end + 1], &value[end + 2..]));
    }
    let value = if quote.is_some() { &value[1..] } else { value };
    let end = memchr2(b' ', b'\n', value.as_bytes()).unwrap_or(value.len());
    Some((name, &value[..end], &value[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let mut out = String::new();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => out.push_str(text),
                Token::Start(tag) => {
                    out.push_str(&format!("[{}", tag.name));
                    tag.attributes().for_each(|(name, value)| out.push_str(&format!(" {name}={value}")));
                    out.push(']');
                }
                Token::End(name) => out.push_str(&format!("[/{name}]")),
            }
        }
        out
    }

    #[rstest::rstest]
    #[case("a<b>c</b>d", "a[b]c[/b]d")]
    #[case("<p align=center class='x y' STYLE=\"a > b\">c", "[p align=center class=x y STYLE=a > b]c")]
    #[case("<br/>a<br />", "[br]a[br]")]
    #[case("1 < 2 <3 <> </> a", "1 < 2 <3 <>  a")]
    #[case("a<!-- <b> -->c<!-->d<!--->e<!-- x --!>f", "acdef")]
    #[case("<!DOCTYPE html><?xml?><![if !x]>a<![endif]>", "a")]
    #[case("<script>if (a < b) '</b>'</script>c", "[script]if (a < b) '</b>'[/script]c")]
    #[case("<title>a<b></TITLE>c", "[title]a<b>[/TITLE]c")]
    #[case("a<!-- never ends", "a")]
    #[case("a<b c", "a<b c")]
    #[case("a<b c='d>e", "a[b c=d]e")]
    #[case("<a b c=>d", "[a b= c=]d")]
    #[case("<a é=\"ê\" =x>d", "[a é=ê =x=]d")]
    fn tokens(#[case] html: &str, #[case] expected: &str) {
        assert_eq!(shown(html), expected);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut(html in r#"([<>/='"! a-c\n-]|<b |<!--|-->|é|</|script|title){0,60}"#) {
            shown(&html);
        }
    }
}
