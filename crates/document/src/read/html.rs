//! HTML: what a browser shows, as lines and tables. Nothing here recurses over the page: elements lie on a stack of bounded depth.

mod element;
mod finish;
mod lines;
mod list;
mod reference;
mod setting;
mod tables;
mod token;

use std::borrow::Cow;

use memchr::{memchr, memmem};
use phongtrao_diagnostic::{Finding, Severity};

use crate::decode::{View, view};
use crate::{Format, Source, texts};
use element::{Element, Kind, element, roles};
use finish::{Finished, Page};
use lines::Lines;
use list::List;
use setting::Setting;
use token::{Tag, Token, Tokens};

/// Elements within elements are told apart so deep; deeper ones only break lines.
const DEEPEST: usize = 256;

/// So many megabytes of a page are read.
const MOST_MEGABYTES: usize = 256;

/// So much of the beginning is searched for what the page says of itself.
const HEAD: usize = 4096;

/// Lines and tables of a page.
pub fn read(bytes: &[u8]) -> Source {
    let limit = MOST_MEGABYTES << 20;
    let too_large = bytes.len() > limit;
    let bytes = &bytes[..bytes.len().min(limit)];
    let View { text, kind, damaged } = view(bytes, charset(bytes));
    let mut reader = Reader::new();
    for token in Tokens::new(&text) {
        reader.take(token);
    }
    let too_deep = reader.too_deep;
    let (text, blocks, old_fonts, places) = reader.lines.close();
    let Finished { text, blocks, places, mut findings } = finish::finish(Page { text, blocks, old_fonts, places, kind, damaged });
    if too_deep {
        findings.push(Finding::new("too-deep", Severity::Warning, texts::too_deep(lines::DEEPEST_TABLE)));
    }
    if too_large {
        findings.push(Finding::new("too-large", Severity::Warning, texts::too_large(MOST_MEGABYTES)));
    }
    Source { format: Format::Html, text, blocks, noise: Vec::new(), places, findings }
}

/// Whether bytes are a page, whatever their file is called: markup comes first, and it is of the head of a page.
pub fn is_html(bytes: &[u8]) -> bool {
    // Of UTF-16 only the plain letters count here.
    let head: Vec<u8> = bytes.iter().take(HEAD).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").or(head.strip_prefix(b"\xFF\xFE")).or(head.strip_prefix(b"\xFE\xFF")).unwrap_or(&head);
    let signs: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<head>", b"<body", b"<meta "];
    head.trim_ascii_start().starts_with(b"<") && signs.iter().any(|sign| memmem::find(head, sign).is_some())
}

/// The encoding that the page names.
fn charset(bytes: &[u8]) -> Option<&[u8]> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let at = memmem::find(head, b"charset").or_else(|| memmem::find(head, b"CHARSET"))?;
    let value = head[at + "charset".len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b':')).unwrap_or(value.len());
    Some(&value[..end])
}

/// An element that is open.
struct Open {
    element: Element,
    setting: Setting,
    /// Whether it stands in one that no browser shows, and so cuts nothing.
    within_hidden: bool,
    list: Option<List>,
}

/// The state of reading.
struct Reader {
    lines: Lines,
    open: Vec<Open>,
    /// Elements beyond the depth that are open.
    beyond: usize,
    too_deep: bool,
    /// A line end right behind `<pre>` does not count.
    skip_line_end: bool,
}

impl Reader {
    fn new() -> Reader {
        Reader { lines: Lines::new(), open: Vec::new(), beyond: 0, too_deep: false, skip_line_end: false }
    }

    fn setting(&self) -> Setting {
        self.open.last().map(|open| open.setting).unwrap_or_default()
    }

    fn take(&mut self, token: Token<'_>) {
        let skip_line_end = std::mem::take(&mut self.skip_line_end);
        match token {
            Token::Text(text) if skip_line_end => self.text(text.strip_prefix('\n').or(text.strip_prefix("\r\n")).unwrap_or(text)),
            Token::Text(text) => self.text(text),
            Token::Start(tag) => {
                if let Some(element) = element(tag.name) {
                    self.start(element, tag);
                }
            }
            Token::End(name) => {
                if let Some(element) = element(name) {
                    self.end(element);
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        let setting = self.setting();
        if !setting.hidden {
            self.lines.add(&resolved(text), setting);
        }
    }

    fn start(&mut self, element: Element, tag: Tag<'_>) {
        let hidden = self.setting().hidden;
        match element.kind {
            Kind::Void => {
                if element.name == "br" && !hidden {
                    self.lines.end_line(false);
                } else if element.name == "hr" && !hidden {
                    self.lines.end_line(true);
                }
                return;
            }
            Kind::Inline => {}
            _ if hidden => {}
            _ => self.start_block(element, tag),
        }
        self.push(element, tag);
    }

    /// What a block ends before it begins.
    fn start_block(&mut self, element: Element, tag: Tag<'_>) {
        self.lines.end_line(true);
        self.close_implied(element);
        match element.kind {
            Kind::Table if !self.lines.open_table() => self.too_deep = true,
            Kind::Row => self.lines.open_row(),
            Kind::Cell => {
                let (columns, rows) = spans(tag);
                self.lines.open_cell(columns, rows);
            }
            Kind::RowGroup => self.lines.close_row(),
            _ if element.name == "li" => {
                let list = self.open.iter_mut().rev().find_map(|open| open.list.as_mut());
                if let Some(label) = list.map(|list| list.label(tag)) {
                    self.lines.label(label);
                }
            }
            _ if element.name == "pre" => self.skip_line_end = true,
            _ => {}
        }
    }

    fn push(&mut self, element: Element, tag: Tag<'_>) {
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            self.too_deep = true;
            return;
        }
        let mut setting = self.setting();
        if matches!(element.kind, Kind::Table) {
            // Tables do not take over how the text around them is set.
            setting = Setting { hidden: setting.hidden, encoding: setting.encoding, ..Setting::default() };
        }
        let setting = setting.within(element.name, tag);
        let list = (element.role == roles::LIST).then(|| List::new(element.name, tag));
        self.open.push(Open { element, setting, within_hidden: self.setting().hidden, list });
    }

    /// Closes what the start of a block closes without saying so: a paragraph, an item, a cell, a row.
    fn close_implied(&mut self, element: Element) {
        use roles::{BOX, CAPTION, CELL, ITEM, LIST, PARAGRAPH, ROW, ROW_GROUP, TABLE, TERM, TERMS};
        let (closes, stops) = match element.kind {
            Kind::Cell => (CELL | CAPTION, TABLE | ROW),
            Kind::Row => (ROW | CELL | CAPTION, TABLE | ROW_GROUP),
            Kind::RowGroup => (ROW_GROUP | ROW | CELL | CAPTION, TABLE),
            _ if element.role == ITEM => (ITEM | PARAGRAPH, LIST | CELL | TABLE),
            _ if element.role == TERM => (TERM | PARAGRAPH, TERMS | CELL | TABLE),
            _ => (PARAGRAPH, CELL | TABLE | CAPTION | BOX),
        };
        let reach = self.open.iter().rposition(|open| open.element.role & stops != 0).map_or(0, |at| at + 1);
        if let Some(at) = self.open[reach..].iter().position(|open| open.element.role & closes != 0) {
            self.open.truncate(reach + at);
        }
    }

    fn end(&mut self, element: Element) {
        if matches!(element.kind, Kind::Void) {
            if element.name == "br" {
                self.lines.end_line(false);
            }
            return;
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            if !self.setting().hidden {
                self.end_block(element);
            }
            return;
        }
        let borders = match element.kind {
            Kind::Table => 0,
            Kind::Row | Kind::RowGroup | Kind::Cell => roles::TABLE,
            _ => roles::BORDERS,
        };
        let is_it = |open: &Open| open.element.number == element.number;
        let Some(at) = self.open.iter().rposition(|open| is_it(open) || open.element.role & borders != 0) else { return };
        if !is_it(&self.open[at]) {
            return;
        }
        let cuts = !self.open[at].within_hidden;
        match element.kind {
            // `<b><p>…</b>…</p>`: only the one element ends.
            Kind::Inline => drop(self.open.remove(at)),
            _ => self.open.truncate(at),
        }
        if cuts {
            self.end_block(element);
        }
    }

    fn end_block(&mut self, element: Element) {
        match element.kind {
            Kind::Inline | Kind::Void => {}
            Kind::Table => self.lines.close_table(),
            Kind::Row | Kind::RowGroup => self.lines.close_row(),
            Kind::Cell => self.lines.close_cell(),
            Kind::Block => self.lines.end_line(true),
        }
    }
}

/// Text with its character references resolved.
fn resolved(text: &str) -> Cow<'_, str> {
    if memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match reference::resolve(rest) {
            Some(found) => {
                out.push(found.first);
                out.extend(found.second);
                found.length
            }
            None => {
                out.push('&');
                1
            }
        };
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How many columns and rows a cell takes.
fn spans(tag: Tag<'_>) -> (u32, u32) {
    let (mut columns, mut rows) = (1, 1);
    for (name, value) in tag.attributes() {
        let number = || value.trim().parse().unwrap_or(1).clamp(1, tables::MOST_COLUMNS);
        if name.eq_ignore_ascii_case("colspan") {
            columns = number();
        } else if name.eq_ignore_ascii_case("rowspan") {
            rows = number();
        }
    }
    (columns, rows)
}

#[cfg(test)]
mod tests;
