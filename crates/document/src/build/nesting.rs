//! Where a labelled part belongs: whose child it is, by the author's own numbering.

use crate::LabelClass;

/// A part that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Open<'a> {
    pub(super) class: LabelClass,
    pub(super) value: u32,
    /// The label as printed, for numbers of several parts.
    pub(super) text: &'a str,
}

/// A label that comes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coming<'a> {
    pub(super) class: LabelClass,
    pub(super) value: u32,
    pub(super) text: &'a str,
    /// Whether the words before it announced a list.
    pub(super) announced: bool,
}

/// How many of the open parts stay open when the label comes; it becomes the child of the last of them.
pub(super) fn parent(open: &[Open], coming: Coming) -> usize {
    if !coming.class.names() {
        return unnamed(open, coming.class);
    }
    if let LabelClass::Decimal(_) = coming.class
        && let Some(kept) = by_prefix(open, coming.text)
    {
        return kept;
    }
    let same = |part: &Open| part.class == coming.class;
    let follows = |part: &Open| same(part) && (part.value + 1 == coming.value || skips_letter(part, coming));
    if let Some(sibling) = open.iter().rposition(follows) {
        return sibling;
    }
    let innermost = open.iter().rposition(|part| part.class.names());
    if coming.value <= 1 {
        return first_of_list(open, coming, innermost);
    }
    // The series jumps: with its class, where it stands, or where its class would stand.
    if let Some(sibling) = open.iter().rposition(|part| same(part) && part.value < coming.value).or_else(|| open.iter().rposition(same)) {
        return sibling;
    }
    open.iter().position(|part| rank(part.class) >= rank(coming.class)).unwrap_or(open.len())
}

/// `đ` may follow `d`, or `e` may; `f`, `j`, `w`, `z` are left out by most.
fn skips_letter(part: &Open, coming: Coming) -> bool {
    let letters = matches!(coming.class, LabelClass::Letter | LabelClass::CapitalLetter);
    letters && coming.value > part.value && coming.value <= part.value + 3
}

/// A dash belongs to the named part it stands in, a plus below dashes.
fn unnamed(open: &[Open], class: LabelClass) -> usize {
    match open.iter().rposition(|part| part.class == class) {
        Some(sibling) if open[sibling..].iter().all(|part| !part.class.names()) => sibling,
        _ => {
            let named = open.iter().rposition(|part| part.class.names()).map_or(0, |last| last + 1);
            let above = open[named..].iter().position(|part| rank(part.class) > rank(class)).map_or(open.len(), |at| named + at);
            above.max(named)
        }
    }
}

/// `1.2` belongs to `1`, and stands beside `1.1`.
fn by_prefix(open: &[Open], text: &str) -> Option<usize> {
    let (prefix, _) = text.rsplit_once('.')?;
    let above = open.iter().rposition(|part| part.text == prefix && matches!(part.class, LabelClass::Arabic | LabelClass::Decimal(_)))?;
    Some(above + 1)
}

/// The first of a list: below the innermost named part, unless its class stands above that part by rank.
fn first_of_list(open: &[Open], coming: Coming, innermost: Option<usize>) -> usize {
    let Some(innermost) = innermost else { return 0 };
    let above = open.iter().rposition(|part| part.class == coming.class);
    if let Some(above) = above {
        let restarts = rank(coming.class) < rank(open[innermost].class) && is_structural(coming.class);
        let beside = above == innermost && !coming.announced;
        return if restarts || beside { above } else { innermost + 1 };
    }
    if is_structural(coming.class) {
        // A part of a high class never lies within one of a low class.
        return open.iter().position(|part| rank(part.class) > rank(LabelClass::Roman)).map_or(innermost + 1, |at| at.min(innermost + 1));
    }
    innermost + 1
}

/// Classes that order a document as a whole.
fn is_structural(class: LabelClass) -> bool {
    class <= LabelClass::Roman && class != LabelClass::Article
}

/// The usual order of classes, from the outermost.
fn rank(class: LabelClass) -> u32 {
    match class {
        LabelClass::Part => 0,
        LabelClass::Chapter => 1,
        LabelClass::Section => 2,
        LabelClass::Article => 3,
        LabelClass::CapitalLetter => 4,
        LabelClass::Roman => 5,
        LabelClass::Ordinal => 6,
        LabelClass::Arabic => 7,
        LabelClass::Decimal(count) => 8 + u32::from(count.min(20)),
        LabelClass::Letter => 30,
        LabelClass::Bracketed => 31,
        LabelClass::Bullet => 40,
        LabelClass::Dash => 41,
        LabelClass::Plus => 42,
    }
}
