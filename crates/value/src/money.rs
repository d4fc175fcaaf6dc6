//! Money in đồng.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::Decimal;
use crate::figures::grouped;

/// An amount in đồng, which has no smaller part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Money = Money(0);

    /// So many đồng.
    pub const fn dong(dong: i64) -> Money {
        Money(dong)
    }

    /// How many đồng.
    pub const fn as_dong(self) -> i64 {
        self.0
    }

    /// The sum; `None` beyond what can be counted.
    pub fn plus(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).map(Money)
    }

    /// The difference; `None` beyond what can be counted.
    pub fn minus(self, other: Money) -> Option<Money> {
        self.0.checked_sub(other.0).map(Money)
    }

    /// The amount so many times; `None` beyond what can be counted.
    pub fn for_each(self, number: u64) -> Option<Money> {
        self.0.checked_mul(i64::try_from(number).ok()?).map(Money)
    }

    /// A multiple, rounded up to a step that the rule of the day names: 2.340.000 × 1,5 to the next 10.000 is 3.510.000. `None` beyond what
    /// can be counted, and for a step that is none.
    pub fn times(self, multiple: Decimal, step: Money) -> Option<Money> {
        if step.0 < 1 {
            return None;
        }
        let step = i128::from(step.0);
        let thousandths = i128::from(self.0) * i128::from(multiple.thousandths());
        let steps = thousandths.div_euclid(step * 1000) + i128::from(thousandths.rem_euclid(step * 1000) > 0);
        i64::try_from(steps * step).ok().map(Money)
    }
}

impl fmt::Display for Money {
    /// In figures as Vietnamese texts write them: `1.520.000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(self.0 >= 0, "", &grouped(self.0.unsigned_abs()))
    }
}

/// What stands where an amount should stand is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an amount in whole dong: {0}")]
pub struct InvalidMoney(pub String);

impl FromStr for Money {
    type Err = InvalidMoney;

    /// Reads `1520000` and `1.520.000`; dots stand before each three digits or nowhere.
    fn from_str(text: &str) -> Result<Money, InvalidMoney> {
        parse(text).ok_or_else(|| InvalidMoney(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Money> {
    let (sign, figures) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut groups = figures.split('.');
    let mut digits = groups.next()?.to_owned();
    let grouped = figures.contains('.');
    if digits.is_empty() || (grouped && digits.len() > 3) {
        return None;
    }
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let sound = digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| digits.parse::<i64>().ok()).flatten().map(|dong| Money(sign * dong))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[rstest::rstest]
    #[case(0, "0")]
    #[case(520, "520")]
    #[case(1_520_000, "1.520.000")]
    #[case(-45_000, "-45.000")]
    #[case(1_000_000_000, "1.000.000.000")]
    fn figures(#[case] dong: i64, #[case] shown: &str) {
        assert_eq!(Money::dong(dong).to_string(), shown);
        assert_eq!(shown.parse(), Ok(Money::dong(dong)));
    }

    #[rstest::rstest]
    #[case("")]
    #[case("1.52")]
    #[case("1520.000")]
    #[case(".000")]
    #[case("1,5")]
    #[case("+5")]
    #[case("99999999999999999999")]
    fn what_is_no_amount(#[case] text: &str) {
        assert!(text.parse::<Money>().is_err());
    }

    #[rstest::rstest]
    #[case(2_340_000, "1.5", 10_000, 3_510_000)]
    #[case(2_340_000, "0.3", 10_000, 710_000)]
    #[case(2_340_000, "0.3", 1, 702_000)]
    #[case(1_490_000, "0.333", 1, 496_170)]
    #[case(5, "0.1", 1, 1)]
    #[case(0, "3.5", 10_000, 0)]
    fn multiples_are_rounded_up_to_the_step(#[case] base: i64, #[case] multiple: &str, #[case] step: i64, #[case] expected: i64) {
        let multiple = multiple.parse().expect("a multiple of the table above");
        assert_eq!(Money::dong(base).times(multiple, Money::dong(step)), Some(Money::dong(expected)));
    }

    #[test]
    fn without_a_step_there_is_no_rounding() {
        assert_eq!(Money::dong(5).times(Decimal::ZERO, Money::ZERO), None);
    }

    proptest! {
        #[test]
        fn figures_read_back(dong in -1_000_000_000_000_i64..1_000_000_000_000) {
            prop_assert_eq!(Money::dong(dong).to_string().parse(), Ok(Money::dong(dong)));
        }

        #[test]
        fn a_multiple_is_the_least_step_that_is_enough(dong in 0_i64..10_000_000, thousandths in 0_i64..50_000, step in 1_i64..100_000) {
            let got = Money::dong(dong).times(Decimal::from_thousandths(thousandths), Money::dong(step)).expect("small amounts").as_dong();
            let exact = i128::from(dong) * i128::from(thousandths);
            prop_assert_eq!(got % step, 0);
            prop_assert!(i128::from(got) * 1000 >= exact);
            prop_assert!(got == 0 || i128::from(got - step) * 1000 < exact);
        }
    }
}
