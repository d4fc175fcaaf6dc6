//! Insertions into the markup of a part, at places that a scanner found; every other byte stays.

use phongtrao_ooxml::{Element, Scanner, Token};

use super::NotesError;

/// Where something can be put behind the children of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The byte of its closing tag; the byte behind its tag where it has no content.
    at: usize,
    /// The name with its prefix, where it has no content and must be opened.
    empty: Option<String>,
}

impl Spot {
    /// The place before a byte.
    pub(super) fn before(at: usize) -> Spot {
        Spot { at, empty: None }
    }
}

/// What a walk over a part meets.
pub(super) struct Met<'e, 'a> {
    /// The element; its end when there is none.
    pub(super) element: Option<&'e Element<'a>>,
    /// Its name without prefix.
    pub(super) name: &'a str,
    /// How many elements are around it.
    pub(super) depth: usize,
    /// The first byte of its tag.
    pub(super) start: usize,
    /// The place behind its children; only at its end.
    pub(super) spot: Option<Spot>,
}

/// The prefix of an element, `x:` or nothing, and all that the walk meets, in order.
pub(super) fn walk<'a>(text: &'a str, mut meet: impl FnMut(&Met<'_, 'a>)) -> Result<String, NotesError> {
    let mut scanner = Scanner::new(text);
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut prefix = None;
    while let Some(token) = scanner.next() {
        let end = usize::try_from(scanner.position()).unwrap_or(usize::MAX);
        match token.map_err(|error| NotesError::Part(error.to_string()))? {
            Token::Start(element) => {
                // No attribute holds this sign: the last one before the end of the tag begins it.
                let start = text.get(..end).and_then(|before| before.rfind('<')).unwrap_or_default();
                prefix.get_or_insert_with(|| prefix_of(raw_name(text, start)).to_owned());
                meet(&Met { element: Some(&element), name: element.name, depth: open.len(), start, spot: None });
                open.push((start, end));
            }
            Token::End(_, name) => {
                let Some((start, open_end)) = open.pop() else { continue };
                let spot = match open_end == end {
                    true => Spot { at: end, empty: Some(raw_name(text, start).to_owned()) },
                    false => Spot { at: text.get(..end).and_then(|before| before.rfind("</")).unwrap_or(end), empty: None },
                };
                meet(&Met { element: None, name, depth: open.len(), start, spot: Some(spot) });
            }
            Token::Text(_) => {}
        }
    }
    prefix.ok_or_else(|| NotesError::Part(String::new()))
}

fn raw_name(text: &str, start: usize) -> &str {
    let rest = text.get(start + 1..).unwrap_or_default();
    let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

fn prefix_of(name: &str) -> &str {
    name.find(':').and_then(|colon| name.get(..=colon)).unwrap_or_default()
}

/// Insertions, gathered and then made at once.
#[derive(Debug, Default)]
pub(super) struct Insertions {
    /// From where to where is replaced, and by what.
    edits: Vec<(usize, usize, String)>,
}

impl Insertions {
    /// Puts something before a byte.
    pub(super) fn before(&mut self, at: usize, what: String) {
        self.edits.push((at, at, what));
    }

    /// Puts something behind the children of an element.
    pub(super) fn behind(&mut self, spot: &Spot, what: String) {
        match &spot.empty {
            None => self.before(spot.at, what),
            // `/>` becomes the end of an opening tag.
            Some(name) => self.edits.push((spot.at.saturating_sub(2), spot.at, format!(">{what}</{name}>"))),
        }
    }

    /// The text with everything in its place; what was put at one place stands in the order in which it was put there.
    pub(super) fn made(mut self, text: &str) -> String {
        self.edits.sort_by_key(|(from, ..)| *from);
        let mut out = String::with_capacity(text.len() + self.edits.iter().map(|(_, _, what)| what.len()).sum::<usize>());
        let mut at = 0;
        for (from, to, what) in self.edits {
            out.push_str(text.get(at..from).unwrap_or_default());
            out.push_str(&what);
            at = to.max(at);
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("<a><b/></a>", "<a><b/>!</a>")]
    #[case("<a/>", "<a>!</a>")]
    #[case("<x:a y='1' />", "<x:a y='1' >!</x:a>")]
    #[case("<?xml version='1.0'?><a><!-- c --></a>\n", "<?xml version='1.0'?><a><!-- c -->!</a>\n")]
    fn behind_the_children_of_the_root(#[case] text: &str, #[case] expected: &str) {
        let mut root = None;
        walk(text, |met| root = met.spot.clone().filter(|_| met.depth == 0)).expect("sound markup");
        let mut insertions = Insertions::default();
        insertions.behind(&root.expect("a root"), "!".to_owned());
        assert_eq!(insertions.made(text), expected);
    }
}
