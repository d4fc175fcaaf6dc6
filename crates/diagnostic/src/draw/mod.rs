//! Drawings of a report: for a person at a terminal, for other programs, for a browser.

mod excerpt;
mod human;
mod json;
mod marking;
mod page;
mod sarif;
mod short;

pub use human::{Style, human};
pub use json::json;
pub use page::page;
pub use sarif::{Rule, Tool, sarif};
pub use short::short;

/// JSON as people can read it too.
fn pretty(value: &impl serde::Serialize) -> String {
    // Serialising fails only for maps whose keys are not strings and for types that refuse: there is none here.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Style, Tool};
    use crate::{Edit, FileReport, Finding, Report, Severity, Span, sample};

    /// Texts as they come out of broken files: breaks of all kinds, tabs, control signs, marks without letters, wide and joined signs.
    fn text() -> impl Strategy<Value = String> {
        "([a-zộĐ ]|\n|\r|\r\n|\t|[\u{0}-\u{1f}]|\u{301}|\u{200b}|\u{202e}|\u{5b66}|\u{1f468}\u{200d}\u{1f469}| {40}|x{99}){0,30}"
    }

    fn span() -> impl Strategy<Value = Span> {
        (0usize..150, 0usize..60).prop_map(|(start, length)| Span::new(start, start + length))
    }

    fn finding() -> impl Strategy<Value = Finding> {
        let edits = prop::collection::vec((span(), "[aộ\n]{0,3}").prop_map(|(span, replacement)| Edit { span, replacement }), 0..4);
        (prop::option::of(span()), prop::collection::vec(span(), 0..4), prop::option::of(edits)).prop_map(|(place, labels, edits)| {
            let finding =
                Finding::new("a", Severity::Warning, sample::said("no-such-day")).at(place).help(sample::said("no-such-day-help"));
            let finding = labels.into_iter().fold(finding, |finding, span| finding.label(span, sample::said("doubled-word-label")));
            edits.into_iter().fold(finding, |finding, edits| finding.fix(sample::said("doubled-word-fix"), edits))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn any_finding_of_any_text_is_drawn(text in text(), findings in prop::collection::vec(finding(), 0..4), columns in 0usize..200) {
            let count = findings.len();
            let report = Report::of(FileReport::new("a.txt", text, findings));
            let words = sample::words();
            let tool = Tool { name: "a", version: "1", rules: Vec::new() };
            super::human(&report, &words, Style { colour: true, columns });
            super::sarif(&report, &words, &tool);
            prop_assert_eq!(super::short(&report, &words).lines().count(), count);
            let rows: Vec<serde_json::Value> = serde_json::from_str(&super::json(&report, &words)).unwrap();
            prop_assert_eq!(rows.len(), count);
            prop_assert_eq!(super::page(&report, &words).matches("<article").count(), count);
        }
    }
}
