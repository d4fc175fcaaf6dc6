//! The one writer of static pages: everything that it is given as words or as the value of an attribute is escaped.
//!
//! Names of elements and attributes, and styles, are of the code (`'static`); words come from anywhere. There is no way to put markup in as a
//! string. What it writes has no script and asks for nothing from outside.

/// Elements that have no end tag.
const VOID: &[&str] = &["br", "hr", "img", "link", "meta", "wbr"];
/// Attributes that name another place.
const PLACES: &[&str] = &["href", "src"];

/// A page, or a part of one, as it is written.
#[derive(Debug, Clone, Default)]
pub struct Html {
    written: String,
}

impl Html {
    /// A part without anything in it.
    pub fn new() -> Html {
        Html::default()
    }

    /// A whole page of its own: its style is in it, and a policy that forbids everything else.
    pub fn page(language: &str, title: &str, style: &'static str, body: impl FnOnce(&mut Html)) -> String {
        let mut html = Html { written: "<!DOCTYPE html>\n".to_owned() };
        html.element("html", &[("lang", language)], |html| {
            html.element("head", &[], |html| {
                html.void("meta", &[("charset", "utf-8")]);
                html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
                html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
                html.words("title", &[], title);
                html.style(style);
            });
            html.line();
            html.element("body", &[], body);
        });
        html.line();
        html.written
    }

    /// An element with what `inner` writes.
    pub fn element(&mut self, name: &'static str, attributes: &[(&'static str, &str)], inner: impl FnOnce(&mut Html)) {
        self.open(name, attributes);
        inner(self);
        self.written.push_str("</");
        self.written.push_str(name);
        self.written.push('>');
    }

    /// An element with nothing but words in it.
    pub fn words(&mut self, name: &'static str, attributes: &[(&'static str, &str)], words: &str) {
        self.element(name, attributes, |html| html.text(words));
    }

    /// An element that has no end.
    pub fn void(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        debug_assert!(VOID.contains(&name), "{name} has an end tag");
        self.open(name, attributes);
    }

    /// Words.
    pub fn text(&mut self, words: &str) {
        escape(words, &mut self.written);
    }

    /// A line break of the source, which readers do not see.
    pub fn line(&mut self) {
        self.written.push('\n');
    }

    /// What was written.
    pub fn into_string(self) -> String {
        self.written
    }

    fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.written.push('<');
        self.written.push_str(name);
        for (attribute, value) in attributes {
            self.written.push(' ');
            self.written.push_str(attribute);
            self.written.push_str("=\"");
            let kept = if PLACES.contains(attribute) && !is_harmless(value) { "#" } else { value };
            escape(kept, &mut self.written);
            self.written.push('"');
        }
        self.written.push('>');
    }

    fn style(&mut self, style: &'static str) {
        debug_assert!(!style.contains("</"), "a style does not end its element");
        self.written.push_str("<style>\n");
        self.written.push_str(style);
        self.written.push_str("</style>");
    }
}

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// A place on this page, beside it, or on the web; never a script.
fn is_harmless(place: &str) -> bool {
    let before_path = place.split(['/', '#', '?']).next().unwrap_or_default();
    !before_path.contains(':') || place.starts_with("https:") || place.starts_with("http:") || place.starts_with("mailto:")
}

fn escape(words: &str, written: &mut String) {
    let mut from = 0;
    for (at, byte) in words.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            b'\t' | b'\n' | b'\r' => continue,
            // Pages can't hold the other control characters, not even as numbers.
            0..=31 | 127 => "\u{fffd}",
            _ => continue,
        };
        // All of these are characters of one byte, so both ends are borders.
        written.push_str(words.get(from..at).unwrap_or_default());
        written.push_str(escaped);
        from = at + 1;
    }
    written.push_str(words.get(from..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::Html;

    fn text(words: &str) -> String {
        let mut html = Html::new();
        html.text(words);
        html.into_string()
    }

    fn unescaped(written: &str) -> String {
        let written = written.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        written.replace("&amp;", "&")
    }

    #[test]
    fn an_element_holds_its_words() {
        let mut html = Html::new();
        html.element("p", &[("class", "a\"b")], |html| html.words("b", &[], "<Điều 1> & 'hết'"));
        assert_eq!(html.into_string(), "<p class=\"a&quot;b\"><b>&lt;Điều 1&gt; &amp; &#39;hết&#39;</b></p>");
    }

    #[rstest]
    #[case("#c-1", "#c-1")]
    #[case("a/b:c", "a/b:c")]
    #[case("https://example.vn/a", "https://example.vn/a")]
    #[case("javascript:alert(1)", "#")]
    #[case(" javascript:alert(1)", "#")]
    #[case("java\nscript:alert(1)", "#")]
    #[case("data:text/html,x", "#")]
    fn a_place_is_never_a_script(#[case] place: &str, #[case] kept: &str) {
        let mut html = Html::new();
        html.words("a", &[("href", place)], "");
        assert_eq!(html.into_string(), format!("<a href=\"{kept}\"></a>"));
    }

    #[test]
    fn a_page_is_whole_and_asks_for_nothing() {
        let page = Html::page("vi", "</title><script>", "p { color: red }", |html| html.text("x"));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
        assert!(page.ends_with("</html>\n"));
        assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
    }

    proptest! {
        #[test]
        fn words_never_become_markup(words in any::<String>()) {
            let written = text(&words);
            prop_assert!(!written.contains(['<', '>', '"', '\'']));
            let kept: String = words.chars().map(|c| if c.is_ascii_control() && !"\t\n\r".contains(c) { '\u{fffd}' } else { c }).collect();
            prop_assert_eq!(unescaped(&written), kept);
        }

        #[test]
        fn a_value_stays_in_its_attribute(value in any::<String>()) {
            let mut html = Html::new();
            html.words("p", &[("title", &value)], "");
            let written = html.into_string();
            prop_assert_eq!(written.matches('"').count(), 2);
            prop_assert_eq!(written.matches('<').count(), 2);
        }
    }
}
