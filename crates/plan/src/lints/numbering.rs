//! Series of labels, for the lints on numbering: labelled parts side by side, with the value of each label.

use phongtrao_document::{Document, LabelClass, Node, NodeKind};

/// A labelled part and the value of its label: 3 for `III`, `3`, `c`, `2.3`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbered<'a> {
    /// The part.
    pub(super) node: &'a Node,
    /// The value of its label.
    pub(super) value: u32,
    /// Whether the alphabet used for letters could give the value one less: authors leave `đ` out, or do not.
    pub(super) or_less: bool,
}

/// All series of the body: the parts below one part that have labels of one class, in order. Annexes have series of their own.
pub(super) fn series(document: &Document) -> Vec<Vec<Numbered<'_>>> {
    let mut found = Vec::new();
    collect(&document.root, &mut found);
    found
}

fn collect<'a>(node: &'a Node, found: &mut Vec<Vec<Numbered<'a>>>) {
    let mut classes: Vec<(LabelClass, Vec<Numbered<'a>>)> = Vec::new();
    gather(node, &mut classes);
    found.extend(classes.into_iter().map(|(_, series)| series));
    node.children.iter().for_each(|child| collect(child, found));
}

/// The clauses directly below a node. The label of a part names its class; articles run on through chapters and are left out.
fn gather<'a>(node: &'a Node, classes: &mut Vec<(LabelClass, Vec<Numbered<'a>>)>) {
    for child in &node.children {
        let Some(clause) = child.clause() else { continue };
        let class = clause.label.class;
        if matches!(class, LabelClass::Article | LabelClass::Ordinal) || !class.names() {
            continue;
        }
        let Some((value, or_less)) = value(class, &clause.label.text) else { continue };
        let numbered = Numbered { node: child, value, or_less };
        match classes.iter_mut().find(|(known, _)| *known == class) {
            Some((_, series)) => series.push(numbered),
            None => classes.push((class, vec![numbered])),
        }
    }
}

/// Whether the two stand below one parent with nothing but parts between them; a table or another level may begin a series anew.
pub(super) fn is_body(document: &Document, node: &Node) -> bool {
    fn holds(parent: &Node, node: &Node) -> bool {
        parent.kind == NodeKind::Body && parent.span.holds(node.span)
            || parent.children.iter().any(|child| child.kind != NodeKind::Annex && holds(child, node))
    }
    holds(&document.root, node)
}

/// The value of a label, and whether it may be one less (see `Numbered`).
pub(super) fn value(class: LabelClass, label: &str) -> Option<(u32, bool)> {
    let last = label.rsplit([' ', '.']).next()?;
    match class {
        LabelClass::Roman => Some((roman(last)?, false)),
        LabelClass::Letter => letter(last),
        LabelClass::CapitalLetter => letter(&last.to_lowercase()),
        LabelClass::Part | LabelClass::Chapter | LabelClass::Section => Some((last.parse().ok().or_else(|| roman(last))?, false)),
        _ => Some((last.parse().ok()?, false)),
    }
}

fn roman(label: &str) -> Option<u32> {
    let digit = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let digits: Vec<u32> = label.chars().map(digit).collect::<Option<_>>()?;
    let value = digits.iter().enumerate().fold(0_i64, |sum, (at, digit)| {
        let before_greater = digits.get(at + 1).is_some_and(|next| next > digit);
        sum + if before_greater { -i64::from(*digit) } else { i64::from(*digit) }
    });
    u32::try_from(value).ok().filter(|value| *value > 0)
}

/// The place of a letter in the Vietnamese alphabet of labels (without marks but `d` with a bar); from `e` on authors may have left that one out.
fn letter(label: &str) -> Option<(u32, bool)> {
    const ORDER: [char; 22] =
        ['a', 'b', 'c', 'd', '\u{111}', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x'];
    let mut letters = label.chars();
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    let place = u32::try_from(ORDER.iter().position(|c| *c == letter)?).ok()? + 1;
    Some((place, place > 5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(LabelClass::Roman, "IV", Some(4))]
    #[case(LabelClass::Roman, "XIX", Some(19))]
    #[case(LabelClass::Arabic, "12", Some(12))]
    #[case(LabelClass::Decimal(2), "2.3", Some(3))]
    #[case(LabelClass::Letter, "đ", Some(5))]
    #[case(LabelClass::Letter, "g", Some(7))]
    #[case(LabelClass::CapitalLetter, "C", Some(3))]
    #[case(LabelClass::Chapter, "Chương II", Some(2))]
    #[case(LabelClass::Roman, "ABC", None)]
    fn labels_have_values(#[case] class: LabelClass, #[case] label: &str, #[case] expected: Option<u32>) {
        assert_eq!(value(class, label).map(|(value, _)| value), expected);
    }
}
