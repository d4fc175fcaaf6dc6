//! Exact decimal numbers of up to three places: points, marks, percentages, multiples.

use std::fmt;
use std::str::FromStr;

/// A number in thousandths. Judging never uses binary fractions: 8,5 points are 8,5 points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// Nothing.
    pub const ZERO: Decimal = Decimal(0);

    /// A number of thousandths.
    pub const fn from_thousandths(thousandths: i64) -> Decimal {
        Decimal(thousandths)
    }

    /// A whole number; `None` beyond about nine million billions.
    pub fn whole(number: i64) -> Option<Decimal> {
        number.checked_mul(1000).map(Decimal)
    }

    /// The number in thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if self.0 < 0 {
            f.write_str("-")?;
        }
        if rest == 0 {
            return write!(f, "{whole}");
        }
        let places = format!("{rest:03}");
        write!(f, "{whole}.{}", places.trim_end_matches('0'))
    }
}

/// What stands where a number should stand is none, or has more than three places.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a number of up to three places: {0}")]
pub struct InvalidDecimal(pub String);

impl FromStr for Decimal {
    type Err = InvalidDecimal;

    /// Reads `8`, `8.5`, `8,5`, `-3`; a percent sign is not part of a number.
    fn from_str(text: &str) -> Result<Decimal, InvalidDecimal> {
        parse(text).ok_or_else(|| InvalidDecimal(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Decimal> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, places) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let separated = whole.len() < digits.len();
    if whole.is_empty() || !all_digits(whole) || !all_digits(places) || places.len() > 3 || (separated && places.is_empty()) {
        return None;
    }
    let places: i64 = format!("{places:0<3}").parse().ok()?;
    let number = whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(places)?;
    Some(Decimal(if negative { -number } else { number }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[rstest::rstest]
    #[case("8", "8")]
    #[case("8,5", "8.5")]
    #[case("0.125", "0.125")]
    #[case("-3.50", "-3.5")]
    fn reads_both_habits(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(text.parse::<Decimal>().expect("a number of the table above").to_string(), shown);
    }

    #[rstest::rstest]
    #[case("")]
    #[case("8.")]
    #[case("1.2345")]
    #[case("80%")]
    #[case("1.000.000")]
    #[case("99999999999999999999")]
    fn refuses_what_is_none(#[case] text: &str) {
        assert!(text.parse::<Decimal>().is_err());
    }

    proptest! {
        #[test]
        fn written_form_reads_back(thousandths in -1_000_000_000_i64..1_000_000_000) {
            let number = Decimal::from_thousandths(thousandths);
            prop_assert_eq!(number.to_string().parse::<Decimal>(), Ok(number));
        }
    }
}
