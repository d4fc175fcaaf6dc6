//! From when to when, as the language writes it.

use std::fmt;
use std::str::FromStr;

use phongtrao_value::YearKind;

use super::Span;

/// Nobody counts more years back.
// no figure of law: a bound against slips of the pen.
const MOST_YEARS: u32 = 200;

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Span::Round => f.write_str("round"),
            Span::Year { kind, back: 0 } => write!(f, "{}-year", kind.word()),
            Span::Year { kind, back } => write!(f, "{}-year-{back}", kind.word()),
            Span::Years { kind, count } => write!(f, "{count} {}-years", kind.word()),
            Span::Phase(id) => write!(f, "phase:{id}"),
            Span::Plan => f.write_str("plan"),
            Span::Ever => f.write_str("ever"),
        }
    }
}

/// What stands where a span should stand is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a span of time: {0}")]
pub struct InvalidSpan(pub String);

impl FromStr for Span {
    type Err = InvalidSpan;

    fn from_str(text: &str) -> Result<Span, InvalidSpan> {
        parse(text).ok_or_else(|| InvalidSpan(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Span> {
    match text {
        "round" => return Some(Span::Round),
        "plan" => return Some(Span::Plan),
        "ever" => return Some(Span::Ever),
        _ => {}
    }
    if let Some(id) = text.strip_prefix("phase:") {
        return (!id.is_empty()).then(|| Span::Phase(id.to_owned()));
    }
    if let Some((count, kind)) = text.split_once(' ') {
        let kind = YearKind::from_word(kind.strip_suffix("-years").or(kind.strip_suffix("-year"))?)?;
        return years(count).filter(|count| *count > 0).map(|count| Span::Years { kind, count });
    }
    let (kind, rest) = text.split_once("-year")?;
    let kind = YearKind::from_word(kind)?;
    let back = if rest.is_empty() { 0 } else { years(rest.strip_prefix('-')?)? };
    Some(Span::Year { kind, back })
}

fn years(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().filter(|years| *years <= MOST_YEARS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("round", Span::Round)]
    #[case("calendar-year", Span::Year { kind: YearKind::Calendar, back: 0 })]
    #[case("school-year-1", Span::Year { kind: YearKind::School, back: 1 })]
    #[case("3 calendar-years", Span::Years { kind: YearKind::Calendar, count: 3 })]
    #[case("1 statistics-years", Span::Years { kind: YearKind::Statistics, count: 1 })]
    #[case("phase:gd1", Span::Phase("gd1".to_owned()))]
    #[case("plan", Span::Plan)]
    #[case("ever", Span::Ever)]
    fn spans_read_and_write(#[case] text: &str, #[case] span: Span) {
        assert_eq!((text.parse(), span.to_string()), (Ok(span), text.to_owned()));
    }

    #[rstest::rstest]
    #[case("")]
    #[case("year")]
    #[case("calendar-year-")]
    #[case("calendar-year+1")]
    #[case("0 calendar-years")]
    #[case("-1 calendar-years")]
    #[case("3 lunar-years")]
    #[case("phase:")]
    #[case("4000000000 calendar-years")]
    fn what_is_no_span(#[case] text: &str) {
        assert!(text.parse::<Span>().is_err());
    }
}
