//! Names that a plan uses and packs give.

use phongtrao_diagnostic::Finding;
use phongtrao_rules::criteria::{Naming, Reference, unknown_references};
use phongtrao_rules::{Body, Packs};

/// The honours, scales, levels and criteria sets that the plan names and no pack gives.
pub fn unknown_in_packs(references: &[Reference], packs: &Packs) -> Vec<Finding> {
    unknown_references(references, |naming, within| names(packs, naming, within))
}

/// The names of a kind that packs give; `None` for kinds that they don't.
fn names<'p>(packs: &'p Packs, naming: Naming, within: Option<&str>) -> Option<Vec<&'p str>> {
    match naming {
        Naming::Honour => Some(ids(packs, |body| matches!(body, Body::Honour(_)))),
        Naming::Scale => Some(ids(packs, |body| matches!(body, Body::Scale(_)))),
        Naming::Set => Some(ids(packs, |body| matches!(body, Body::Set(_)))),
        // Of a scale that no pack gives, the scale itself is the finding.
        Naming::Level => Some(levels(packs, within?)).filter(|levels| !levels.is_empty()),
        Naming::Discipline => Some(levels(packs, "discipline")),
        Naming::Initiative => Some(levels(packs, "initiative")),
        _ => None,
    }
}

fn ids(packs: &Packs, is: fn(&Body) -> bool) -> Vec<&str> {
    packs.entries().iter().filter(|entry| entry.body.as_ref().is_some_and(is)).map(|entry| entry.head.id.as_str()).collect()
}

fn levels<'p>(packs: &'p Packs, scale: &str) -> Vec<&'p str> {
    let of = packs.versions(scale).filter_map(|entry| match &entry.body {
        Some(Body::Scale(scale)) => Some(scale),
        _ => None,
    });
    of.flat_map(|scale| &scale.levels).map(|level| level.id.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read_with_names;

    #[rstest::rstest]
    #[case("[[award]]\nid = \"a\"\nname = \"b\"\nhonour = \"learning-citisen\"", "\"learning-citisen\"")]
    #[case("[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"rating\", scale = \"ratings\", min = \"good\" }", "\"ratings\"")]
    #[case("[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"rating\", scale = \"rating\", min = \"godo\" }", "\"godo\"")]
    #[case("[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"set\", of = \"no-such-set\", min = 80 }", "\"no-such-set\"")]
    #[case("[[award]]\nid = \"a\"\nname = \"b\"\nrank_by = { kind = \"set\", of = \"no-such-set\" }", "\"no-such-set\"")]
    #[case("[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"no-discipline\", level = \"warnign\" }", "\"warnign\"")]
    fn a_name_that_no_pack_gives_is_found(#[case] body: &str, #[case] place: &str) {
        let text = format!("format = 1\n{body}\n");
        let (_, findings, references) = read_with_names(&text);
        assert_eq!(findings, []);
        let found = unknown_in_packs(&references, Packs::embedded());
        let places: Vec<&str> = found.iter().map(|finding| finding.span.map_or("", |span| span.of(&text))).collect();
        assert_eq!(places, [place]);
    }
}
