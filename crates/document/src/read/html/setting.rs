//! How an element sets the text within it: from its name, the attribute `align` and its inline style.

use super::token::Tag;
use crate::decode::legacy::Encoding;

/// How text is set, as it is handed down from element to element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Setting {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) centred: bool,
    pub(super) heading: Option<u8>,
    /// White space and line ends are kept.
    pub(super) preformatted: bool,
    /// A browser does not show it.
    pub(super) hidden: bool,
    /// The old encoding of its font, if the font is one of those.
    pub(super) encoding: Option<Encoding>,
}

/// Elements that a browser with scripts does not show, or shows as something other than text.
const HIDDEN: [&str; 14] = [
    "script", "style", "title", "noscript", "template", "select", "datalist", "svg", "iframe", "noembed", "noframes", "audio", "video",
    "canvas",
];

impl Setting {
    /// The setting within an element that stands in this one.
    pub(super) fn within(mut self, name: &str, tag: Tag<'_>) -> Setting {
        match name {
            "b" | "strong" => self.bold = true,
            "i" | "em" => self.italic = true,
            "center" => self.centred = true,
            "th" => (self.bold, self.centred) = (true, true),
            "td" => self.centred = false,
            "pre" | "xmp" | "textarea" => self.preformatted = true,
            _ if HIDDEN.contains(&name) => self.hidden = true,
            _ => {}
        }
        if let &[b'h', level @ b'1'..=b'6'] = name.as_bytes() {
            (self.bold, self.heading) = (true, Some(level - b'0'));
        }
        for (attribute, value) in tag.attributes() {
            match attribute {
                _ if attribute.eq_ignore_ascii_case("align") && name != "table" && name != "img" => {
                    self.centred = value.trim().eq_ignore_ascii_case("center")
                }
                _ if attribute.eq_ignore_ascii_case("face") => self.font(value),
                _ if attribute.eq_ignore_ascii_case("hidden") => self.hidden = true,
                _ if attribute.eq_ignore_ascii_case("style") => self.style(value),
                _ => {}
            }
        }
        self
    }

    fn style(&mut self, style: &str) {
        for (property, value) in style.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let (property, value) = (property.trim(), value.trim());
            let is = |name: &str| property.eq_ignore_ascii_case(name);
            let says = |word: &str| value.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
            if is("font-weight") {
                self.bold = says("bold") || value.parse().is_ok_and(|weight: u32| weight >= 600);
            } else if is("font-style") {
                self.italic = says("italic") || says("oblique");
            } else if is("text-align") {
                self.centred = says("center");
            } else if is("display") && says("none") || is("visibility") && says("hidden") {
                self.hidden = true;
            } else if is("white-space") {
                self.preformatted = says("pre");
            } else if is("font-family") {
                self.font(value);
            }
        }
    }

    fn font(&mut self, names: &str) {
        let first = names.replace("&quot;", "");
        let first = first.split(',').next().unwrap_or_default().trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        self.encoding = Encoding::of_font(first);
    }
}
