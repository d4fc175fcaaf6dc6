//! Spans that may lie over each other, as marks side by side.

use crate::{Finding, Severity, Span};

/// How words are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marking {
    /// Another place that explains a finding.
    Label,
    /// The place of a finding.
    Finding(Severity),
}

impl Marking {
    /// Its class in a style sheet.
    pub(super) fn class(self) -> &'static str {
        match self {
            Marking::Label => "label",
            Marking::Finding(severity) => severity.code(),
        }
    }
}

/// All marks of a text in order; where spans lie over each other, the heaviest shows.
pub(super) fn marked(findings: &[Finding], text: &str) -> Vec<(Span, Marking)> {
    let mut borders: Vec<(usize, Marking, bool)> = Vec::new();
    let mut add = |span: Span, marking| {
        let (start, end) = (text.floor_char_boundary(span.start), text.floor_char_boundary(span.end));
        if start < end {
            borders.push((start, marking, true));
            borders.push((end, marking, false));
        }
    };
    for finding in findings {
        finding.labels.iter().for_each(|label| add(label.span, Marking::Label));
        if let Some(span) = finding.span {
            add(span, Marking::Finding(finding.severity));
        }
    }
    borders.sort_by_key(|(at, ..)| *at);
    sweep(&borders)
}

const MARKINGS: [Marking; 4] =
    [Marking::Finding(Severity::Error), Marking::Finding(Severity::Warning), Marking::Finding(Severity::Note), Marking::Label];

fn sweep(borders: &[(usize, Marking, bool)]) -> Vec<(Span, Marking)> {
    let mut open = [0usize; MARKINGS.len()];
    let mut from = 0;
    let mut marks: Vec<(Span, Marking)> = Vec::new();
    for (at, marking, begins) in borders {
        let heaviest = MARKINGS.iter().zip(open).find(|(_, open)| *open > 0).map(|(marking, _)| *marking);
        match (heaviest, marks.last_mut()) {
            (Some(_), _) if from == *at => {}
            (Some(heaviest), Some((span, last))) if span.end == from && *last == heaviest => span.end = *at,
            (Some(heaviest), _) => marks.push((Span::new(from, *at), heaviest)),
            (None, _) => {}
        }
        from = *at;
        for (known, open) in MARKINGS.iter().zip(&mut open) {
            if known == marking {
                *open = if *begins { *open + 1 } else { *open - 1 };
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::marked;
    use crate::{Finding, Severity, Span, sample};

    fn finding(severity: Severity, start: usize, end: usize) -> Finding {
        Finding::new("a", severity, sample::said("a")).at(Span { start, end })
    }

    fn drawn(findings: &[Finding]) -> String {
        let mut line = vec!['.'; 10];
        for (span, marking) in marked(findings, "0123456789") {
            line[span.range()].fill(marking.class().chars().next().unwrap());
        }
        line.into_iter().collect()
    }

    use Severity::{Error, Note, Warning};

    #[rstest]
    #[case::none(&[], "..........")]
    #[case::apart(&[finding(Error, 1, 3), finding(Note, 5, 6)], ".ee..n....")]
    #[case::over_each_other(&[finding(Warning, 1, 6), finding(Error, 4, 8)], ".wwweeee..")]
    #[case::within(&[finding(Warning, 1, 8), finding(Error, 3, 5)], ".wweewww..")]
    #[case::under(&[finding(Error, 1, 8), finding(Note, 3, 5)], ".eeeeeee..")]
    #[case::label_within(&[finding(Warning, 1, 3).label(Span { start: 2, end: 5 }, sample::said("a"))], ".wwll.....")]
    #[case::behind_the_end(&[finding(Error, 8, 99)], "........ee")]
    #[case::empty(&[finding(Error, 4, 4)], "..........")]
    fn the_heaviest_shows(#[case] findings: &[Finding], #[case] line: &str) {
        assert_eq!(drawn(findings), line);
    }

    proptest! {
        #[test]
        fn marks_are_in_order_and_apart(spans in prop::collection::vec((0usize..30, 0usize..30), 0..9)) {
            let findings: Vec<Finding> = spans.iter().map(|(start, end)| finding(Note, *start, *end)).collect();
            let marks = marked(&findings, &"x".repeat(25));
            prop_assert!(marks.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start));
            let covered: usize = marks.iter().map(|(span, _)| span.len()).sum();
            let expected = (0..25).filter(|at| spans.iter().any(|(start, end)| start <= at && at < end)).count();
            prop_assert_eq!(covered, expected);
        }
    }
}
