//! The elements that matter to lines and tables.

/// An element that matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Its number among all of them: what equals it is the same element.
    pub(super) number: usize,
    /// One bit for what it is in [`roles`]; none for most.
    pub(super) role: u16,
}

/// What an element is when another one closes it without saying so. A set of them is a number, so that a deep page costs no time.
pub(super) mod roles {
    pub(in crate::read::html) const PARAGRAPH: u16 = 1;
    pub(in crate::read::html) const ITEM: u16 = 1 << 1;
    pub(in crate::read::html) const TERM: u16 = 1 << 2;
    pub(in crate::read::html) const LIST: u16 = 1 << 3;
    pub(in crate::read::html) const TERMS: u16 = 1 << 4;
    pub(in crate::read::html) const CELL: u16 = 1 << 5;
    pub(in crate::read::html) const CAPTION: u16 = 1 << 6;
    pub(in crate::read::html) const ROW: u16 = 1 << 7;
    pub(in crate::read::html) const ROW_GROUP: u16 = 1 << 8;
    pub(in crate::read::html) const TABLE: u16 = 1 << 9;
    pub(in crate::read::html) const BOX: u16 = 1 << 10;
    /// Behind one of these an end tag does not look for what it ends.
    pub(in crate::read::html) const BORDERS: u16 = CELL | CAPTION | TABLE;
}

fn role(name: &str, kind: Kind) -> u16 {
    match (name, kind) {
        (_, Kind::Cell) => roles::CELL,
        (_, Kind::Row) => roles::ROW,
        (_, Kind::Table) => roles::TABLE,
        ("caption", _) => roles::CAPTION,
        (_, Kind::RowGroup) => roles::ROW_GROUP,
        ("p", _) => roles::PARAGRAPH,
        ("li", _) => roles::ITEM,
        ("dt" | "dd", _) => roles::TERM,
        ("ol" | "ul" | "menu" | "dir", _) => roles::LIST,
        ("dl", _) => roles::TERMS,
        ("button" | "object", _) => roles::BOX,
        _ => 0,
    }
}

/// How an element cuts text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Inline,
    Void,
    Block,
    Table,
    RowGroup,
    Row,
    Cell,
}

/// The names of the elements that matter, in order; all others are passed over.
const ELEMENTS: [(&str, Kind); 86] = [
    ("a", Kind::Inline),
    ("address", Kind::Block),
    ("article", Kind::Block),
    ("aside", Kind::Block),
    ("audio", Kind::Inline),
    ("b", Kind::Inline),
    ("blockquote", Kind::Block),
    ("body", Kind::Block),
    ("br", Kind::Void),
    ("button", Kind::Inline),
    ("canvas", Kind::Inline),
    ("caption", Kind::RowGroup),
    ("center", Kind::Block),
    ("datalist", Kind::Inline),
    ("dd", Kind::Block),
    ("details", Kind::Block),
    ("dialog", Kind::Block),
    ("dir", Kind::Block),
    ("div", Kind::Block),
    ("dl", Kind::Block),
    ("dt", Kind::Block),
    ("em", Kind::Inline),
    ("fieldset", Kind::Block),
    ("figcaption", Kind::Block),
    ("figure", Kind::Block),
    ("font", Kind::Inline),
    ("footer", Kind::Block),
    ("form", Kind::Block),
    ("h1", Kind::Block),
    ("h2", Kind::Block),
    ("h3", Kind::Block),
    ("h4", Kind::Block),
    ("h5", Kind::Block),
    ("h6", Kind::Block),
    ("head", Kind::Block),
    ("header", Kind::Block),
    ("hgroup", Kind::Block),
    ("hr", Kind::Void),
    ("html", Kind::Block),
    ("i", Kind::Inline),
    ("iframe", Kind::Inline),
    ("label", Kind::Inline),
    ("legend", Kind::Block),
    ("li", Kind::Block),
    ("link", Kind::Void),
    ("main", Kind::Block),
    ("menu", Kind::Block),
    ("nav", Kind::Block),
    ("noembed", Kind::Inline),
    ("noframes", Kind::Inline),
    ("noscript", Kind::Inline),
    ("object", Kind::Inline),
    ("ol", Kind::Block),
    ("optgroup", Kind::Block),
    ("option", Kind::Block),
    ("p", Kind::Block),
    ("pre", Kind::Block),
    ("s", Kind::Inline),
    ("script", Kind::Inline),
    ("search", Kind::Block),
    ("section", Kind::Block),
    ("select", Kind::Inline),
    ("small", Kind::Inline),
    ("span", Kind::Inline),
    ("strike", Kind::Inline),
    ("strong", Kind::Inline),
    ("style", Kind::Inline),
    ("sub", Kind::Inline),
    ("summary", Kind::Block),
    ("sup", Kind::Inline),
    ("svg", Kind::Inline),
    ("table", Kind::Table),
    ("tbody", Kind::RowGroup),
    ("td", Kind::Cell),
    ("template", Kind::Inline),
    ("textarea", Kind::Block),
    ("tfoot", Kind::RowGroup),
    ("th", Kind::Cell),
    ("thead", Kind::RowGroup),
    ("title", Kind::Inline),
    ("tr", Kind::Row),
    ("u", Kind::Inline),
    ("ul", Kind::Block),
    ("video", Kind::Inline),
    ("wbr", Kind::Void),
    ("xmp", Kind::Block),
];

/// The element of a name in any case.
pub(super) fn element(name: &str) -> Option<Element> {
    if name.len() > "blockquote".len() {
        return None;
    }
    let compared = |known: &str| {
        let name = name.bytes().map(|byte| byte.to_ascii_lowercase());
        known.bytes().cmp(name)
    };
    let at = ELEMENTS.binary_search_by(|(known, _)| compared(known)).ok()?;
    ELEMENTS.get(at).map(|(name, kind)| Element { name, kind: *kind, number: at, role: role(name, *kind) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| *name));
        assert_eq!(element("BlockQuote").map(|element| element.name), Some("blockquote"));
        assert!(element("o:p").is_none());
    }
}
