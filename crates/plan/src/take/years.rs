//! Years in a heading or subject line: `giai đoạn 2023-2030`, `đến năm 2030`, `năm học 2024-2025`, `năm 2025`.

use std::ops::Range;

use phongtrao_value::When;

/// A stretch of years that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Years {
    /// From when; `None` of an end alone.
    pub(crate) from: Option<When>,
    /// To when.
    pub(crate) to: When,
}

/// Words before a year.
pub(crate) struct Cues<'a> {
    /// `giai đoạn`
    pub(crate) span: &'a [String],
    /// `năm học`
    pub(crate) school_year: &'a [String],
    /// `đến năm`
    pub(crate) until: &'a [String],
    /// `năm`
    pub(crate) year: &'a [String],
    /// `so với năm`: the year with which something is compared.
    pub(crate) compared: &'a [String],
}

/// All stretches in the order of a text in small letters.
pub(crate) fn of(lower: &str, cues: &Cues<'_>) -> Vec<Years> {
    let numbers = numbers(lower);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((range, year)) = numbers.get(at) {
        let before = lower.get(..range.start).unwrap_or_default().trim_end();
        let second = numbers.get(at + 1).filter(|(next, _)| joins(lower.get(range.end..next.start).unwrap_or_default(), cues));
        at += 1 + usize::from(second.is_some());
        let ends = |words: &[String]| words.iter().any(|word| before.ends_with(word.as_str()));
        match second {
            Some((_, last)) if ends(cues.school_year) && *last == year + 1 => {
                let year = When::SchoolYear(*year);
                found.push(Years { from: Some(year), to: year });
            }
            Some((_, last)) if last >= year && ends(cues.span) => {
                found.push(Years { from: Some(When::Year(*year)), to: When::Year(*last) })
            }
            Some(_) => {}
            None if ends(cues.compared) => {}
            None if ends(cues.until) => found.push(Years { from: None, to: When::Year(*year) }),
            None if ends(cues.year) => found.push(Years { from: Some(When::Year(*year)), to: When::Year(*year) }),
            None => {}
        }
    }
    found
}

/// Numbers that can be years.
fn numbers(text: &str) -> Vec<(Range<usize>, i16)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |length| at + length);
        let after_slash = at > 0 && matches!(bytes[at - 1], b'/' | b'.' | b',');
        if end - at == 4 && !after_slash && bytes.get(end) != Some(&b'/') {
            let year = text.get(at..end).and_then(|digits| digits.parse().ok()).filter(|year| (1990..=2100).contains(year));
            found.extend(year.map(|year| (at..end, year)));
        }
        at = end;
    }
    found
}

/// Whether what stands between two years makes a stretch of them.
fn joins(between: &str, cues: &Cues<'_>) -> bool {
    let words = between.trim();
    matches!(words, "-" | "–" | "—") || cues.until.iter().any(|until| words == until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("phong trào “đọc sách” giai đoạn 2026-2028", Some("2026"), "2028")]
    #[case("phong trào “đọc sách giai đoạn 2026 – 2028”", Some("2026"), "2028")]
    #[case("xã hội học tập đến năm 2030", None, "2030")]
    #[case("năm học 2025-2026", Some("2025-2026"), "2025-2026")]
    #[case("công tác thi đua năm 2026", Some("2026"), "2026")]
    #[case("giai đoạn từ năm 2026 đến năm 2028", Some("2026"), "2028")]
    fn stretches(#[case] text: &str, #[case] from: Option<&str>, #[case] to: &str) {
        let [span, school_year, until, year] = [["giai đoạn"], ["năm học"], ["đến năm"], ["năm"]].map(|words| words.map(str::to_owned));
        let cues = Cues { span: &[span[0].clone(), year[0].clone()], school_year: &school_year, until: &until, year: &year, compared: &[] };
        let found: Vec<_> =
            of(text, &cues).into_iter().map(|years| (years.from.map(|from| from.to_string()), years.to.to_string())).collect();
        assert_eq!(found, [(from.map(str::to_owned), to.to_owned())]);
    }

    #[test]
    fn a_year_of_comparison_is_no_period() {
        let ([until, year, compared], none): (_, [String; 0]) =
            ([["đến năm"], ["năm"], ["so với năm"]].map(|words| words.map(str::to_owned)), []);
        let cues = Cues { span: &none, school_year: &none, until: &until, year: &year, compared: &compared };
        assert_eq!(of("giảm 15% rác nhựa so với năm 2025", &cues), []);
    }

    #[test]
    fn a_term_of_office_is_no_period() {
        let (span, none): ([String; 1], [String; 0]) = (["giai đoạn".to_owned()], []);
        let cues = Cues { span: &span, school_year: &none, until: &none, year: &none, compared: &none };
        assert_eq!(of("đại hội nhiệm kỳ 2026 - 2031", &cues), []);
    }
}
