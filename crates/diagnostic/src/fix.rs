//! Applying safe repairs.

use std::collections::BTreeMap;

use crate::{Edit, Fix};

/// A text after repairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The text with the repairs made.
    pub text: String,
    /// How many repairs were left out, whole: they meet an earlier one, contradict themselves, or do not fit the text.
    /// Checking the new text again offers those that are still needed.
    pub refused: usize,
}

/// The text with all edits of each repair, or none of them. An earlier repair goes before a later one that it meets.
pub fn apply<'a>(text: &str, fixes: impl IntoIterator<Item = &'a Fix>) -> Applied {
    let mut accepted: BTreeMap<usize, &Edit> = BTreeMap::new();
    let mut refused = 0;
    for fix in fixes {
        let before = accepted.len();
        let mut taken = Vec::with_capacity(fix.edits.len());
        for edit in &fix.edits {
            if !fits(text, edit) || meets(&accepted, edit) {
                break;
            }
            accepted.insert(edit.span.start, edit);
            taken.push(edit.span.start);
        }
        if taken.len() < fix.edits.len() {
            accepted.retain(|start, _| !taken.contains(start));
            debug_assert_eq!(accepted.len(), before, "a refused repair leaves nothing behind");
            refused += 1;
        }
    }
    Applied { text: rewritten(text, accepted.values().copied()), refused }
}

fn fits(text: &str, edit: &Edit) -> bool {
    text.get(edit.span.range()).is_some()
}

/// Whether an accepted edit shares bytes with this one, or begins where it begins, so that their order would be a guess.
fn meets(accepted: &BTreeMap<usize, &Edit>, edit: &Edit) -> bool {
    let before = accepted.range(..=edit.span.start).next_back();
    let after = accepted.range(edit.span.start..).next();
    before.is_some_and(|(start, other)| other.span.end > edit.span.start || *start == edit.span.start)
        || after.is_some_and(|(start, _)| *start < edit.span.end)
}

fn rewritten<'a>(text: &str, edits: impl Iterator<Item = &'a Edit>) -> String {
    let mut new = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        // Accepted edits lie within the text, one after the other.
        new.push_str(text.get(from..edit.span.start).unwrap_or_default());
        new.push_str(&edit.replacement);
        from = edit.span.end;
    }
    new.push_str(text.get(from..).unwrap_or_default());
    new
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::apply;
    use crate::{Edit, Fix, Span, Text};

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edits = edits.iter().map(|(start, end, to)| Edit { span: Span { start: *start, end: *end }, replacement: (*to).to_owned() });
        Fix { title: Text { key: "fix", arguments: Vec::new() }, edits: edits.collect() }
    }

    #[rstest]
    #[case::none(&[], "0123456789", 0)]
    #[case::replaced(&[fix(&[(2, 4, "xyz")])], "01xyz456789", 0)]
    #[case::inserted_and_removed(&[fix(&[(0, 0, "a"), (9, 10, "")])], "a012345678", 0)]
    #[case::edits_out_of_order(&[fix(&[(8, 9, "b"), (1, 2, "a")])], "0a234567b9", 0)]
    #[case::side_by_side(&[fix(&[(2, 4, "a")]), fix(&[(4, 6, "b")])], "01ab6789", 0)]
    #[case::the_later_meets_the_earlier(&[fix(&[(2, 5, "a")]), fix(&[(4, 6, "b")])], "01a56789", 1)]
    #[case::around_an_accepted(&[fix(&[(4, 5, "a")]), fix(&[(2, 8, "b")])], "0123a56789", 1)]
    #[case::two_insertions_at_one_place(&[fix(&[(4, 4, "a")]), fix(&[(4, 4, "b")])], "0123a456789", 1)]
    #[case::refused_whole(&[fix(&[(4, 5, "a")]), fix(&[(0, 1, "x"), (4, 5, "b")])], "0123a56789", 1)]
    #[case::contradicts_itself(&[fix(&[(1, 5, "a"), (3, 4, "b")])], "0123456789", 1)]
    #[case::behind_the_text(&[fix(&[(9, 11, "a")])], "0123456789", 1)]
    fn repairs_are_made_whole_or_not(#[case] fixes: &[Fix], #[case] text: &str, #[case] refused: usize) {
        let applied = apply("0123456789", fixes);
        assert_eq!((applied.text.as_str(), applied.refused), (text, refused));
    }

    #[test]
    fn a_repair_within_a_character_is_refused() {
        assert_eq!(apply("ộ", &[fix(&[(1, 2, "a")])]).refused, 1);
    }

    proptest! {
        #[test]
        fn any_edits_leave_a_text(text in "[aộ]{0,20}", edits in prop::collection::vec((0usize..50, 0usize..50), 0..9)) {
            let fixes: Vec<Fix> = edits.iter().map(|(start, end)| fix(&[(*start, *end, "|")])).collect();
            let applied = apply(&text, &fixes);
            prop_assert_eq!(applied.text.matches('|').count() + applied.refused, fixes.len());
        }
    }
}
