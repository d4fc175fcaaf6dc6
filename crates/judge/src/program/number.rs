//! Exact numbers with both infinities: shares and means as fractions, and the ends of bounds that nothing bounds.

use std::cmp::Ordering;

use phongtrao_value::Decimal;

/// A fraction in lowest terms, or one of the infinities. Compared without dividing, so that 6 of 7 is not 86 percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    numerator: i128,
    /// Greater than zero; zero stands for an infinity of the numerator's sign.
    denominator: i128,
}

impl Number {
    /// Nothing.
    pub const ZERO: Number = Number { numerator: 0, denominator: 1 };
    /// Beyond every number.
    pub const INFINITY: Number = Number { numerator: 1, denominator: 0 };
    /// Below every number.
    pub const NEGATIVE_INFINITY: Number = Number { numerator: -1, denominator: 0 };

    /// A whole number.
    pub const fn whole(number: i128) -> Number {
        Number { numerator: number, denominator: 1 }
    }

    /// A fraction; `None` of nothing.
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Number> {
        let common = common_divisor(numerator, denominator);
        let (numerator, denominator) = (numerator.checked_div(common)?, denominator.checked_div(common)?);
        match denominator.cmp(&0) {
            Ordering::Greater => Some(Number { numerator, denominator }),
            Ordering::Less => Some(Number { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? }),
            Ordering::Equal => None,
        }
    }

    /// A percentage; `None` of nothing.
    pub fn share(part: u64, whole: u64) -> Option<Number> {
        Number::fraction(i128::from(part) * 100, i128::from(whole))
    }

    /// Numerator and denominator in lowest terms; `None` of an infinity.
    pub fn parts(self) -> Option<(i128, i128)> {
        (self.denominator > 0).then_some((self.numerator, self.denominator))
    }

    /// Whether it is a number, and no infinity.
    pub fn is_finite(self) -> bool {
        self.denominator > 0
    }

    /// The greatest number of three places that is not above it.
    pub fn down(self) -> Decimal {
        self.thousandths(|numerator, denominator| numerator.div_euclid(denominator))
    }

    /// The least number of three places that is not below it.
    pub fn up(self) -> Decimal {
        self.thousandths(|numerator, denominator| -(-numerator).div_euclid(denominator))
    }

    fn thousandths(self, divide: impl Fn(i128, i128) -> i128) -> Decimal {
        let within =
            |number: i128| Decimal::from_thousandths(i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX }));
        match self.numerator.checked_mul(1000) {
            Some(numerator) if self.is_finite() => within(divide(numerator, self.denominator)),
            _ => within(if self.numerator < 0 { i128::MIN } else { i128::MAX }),
        }
    }

    /// The sum; `None` where it is beyond 128 bits or adds opposite infinities.
    pub fn plus(self, other: Number) -> Option<Number> {
        match (self.is_finite(), other.is_finite()) {
            (true, true) => {}
            (true, false) => return Some(other),
            (false, true) => return Some(self),
            (false, false) => return (self == other).then_some(self),
        }
        if self.denominator == other.denominator {
            return Number::fraction(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Number::fraction(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The product, where nothing times an infinity is nothing; `None` where it is beyond 128 bits.
    pub fn times(self, other: Number) -> Option<Number> {
        let sign = self.numerator.signum() * other.numerator.signum();
        if sign == 0 {
            return Some(Number::ZERO);
        }
        if !self.is_finite() || !other.is_finite() {
            return Some(Number { numerator: sign, denominator: 0 });
        }
        let (left, right) = (Number::fraction(self.numerator, other.denominator)?, Number::fraction(other.numerator, self.denominator)?);
        Some(Number {
            numerator: left.numerator.checked_mul(right.numerator)?,
            denominator: left.denominator.checked_mul(right.denominator)?,
        })
    }

    /// One divided by it; `None` of nothing and of infinities.
    pub fn inverse(self) -> Option<Number> {
        self.is_finite().then(|| Number::fraction(self.denominator, self.numerator)).flatten()
    }
}

impl From<Decimal> for Number {
    fn from(number: Decimal) -> Number {
        let thousandths = i128::from(number.thousandths());
        let common = common_divisor(thousandths, 1000);
        Number { numerator: thousandths / common, denominator: 1000 / common }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        match (self.is_finite(), other.is_finite()) {
            (true, true) => compare((self.numerator, self.denominator), (other.numerator, other.denominator)),
            (true, false) => 0.cmp(&other.numerator),
            (false, true) => self.numerator.cmp(&0),
            (false, false) => self.numerator.cmp(&other.numerator),
        }
    }
}

/// Compares by cross-multiplying; where the products are beyond 128 bits, by whole parts and then the inverses of what is left.
fn compare(left: (i128, i128), right: (i128, i128)) -> Ordering {
    if left.1 == right.1 {
        return left.0.cmp(&right.0);
    }
    match (left.0.checked_mul(right.1), right.0.checked_mul(left.1)) {
        (Some(left), Some(right)) => left.cmp(&right),
        _ => compare_by_parts(left, right),
    }
}

fn compare_by_parts(mut left: (i128, i128), mut right: (i128, i128)) -> Ordering {
    let mut swapped = false;
    loop {
        let wholes = left.0.div_euclid(left.1).cmp(&right.0.div_euclid(right.1));
        let (rest_left, rest_right) = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
        let order = match (wholes, rest_left, rest_right) {
            (Ordering::Less | Ordering::Greater, _, _) => wholes,
            (Ordering::Equal, 0, 0) => Ordering::Equal,
            (Ordering::Equal, 0, _) => Ordering::Less,
            (Ordering::Equal, _, 0) => Ordering::Greater,
            _ => {
                // Euclid's algorithm: the denominators fall at every turn, so that this ends.
                (left, right, swapped) = ((left.1, rest_left), (right.1, rest_right), !swapped);
                continue;
            }
        };
        return if swapped { order.reverse() } else { order };
    }
}

/// The greatest common divisor, at least one.
pub(crate) fn common_divisor(left: i128, right: i128) -> i128 {
    let (mut left, mut right) = (left.unsigned_abs(), right.unsigned_abs());
    while right != 0 {
        (left, right) = (right, left % right);
    }
    i128::try_from(left).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[rstest::rstest]
    #[case(Number::share(6, 7), Decimal::from_thousandths(85_714), Decimal::from_thousandths(85_715))]
    #[case(Number::share(4, 5), Decimal::from_thousandths(80_000), Decimal::from_thousandths(80_000))]
    #[case(Number::fraction(-1, 3), Decimal::from_thousandths(-334), Decimal::from_thousandths(-333))]
    fn rounds_only_where_asked(#[case] number: Option<Number>, #[case] down: Decimal, #[case] up: Decimal) {
        assert_eq!(number.map(|number| (number.down(), number.up())), Some((down, up)));
    }

    #[test]
    fn six_of_seven_is_less_than_86_percent() {
        assert!(Number::share(6, 7) < Some(Number::whole(86)));
        assert!(Number::share(6, 7) > Some(Number::from(Decimal::from_thousandths(85_714))));
    }

    #[test]
    fn infinities_stand_at_both_ends() {
        assert!(Number::NEGATIVE_INFINITY < Number::whole(i128::MIN));
        assert!(Number::whole(i128::MAX) < Number::INFINITY);
        assert_eq!(Number::INFINITY.plus(Number::NEGATIVE_INFINITY), None);
        assert_eq!(Number::INFINITY.times(Number::ZERO), Some(Number::ZERO));
    }

    proptest! {
        #[test]
        fn both_ways_of_comparing_agree(left in (-1000_i128..1000, 1_i128..1000), right in (-1000_i128..1000, 1_i128..1000)) {
            prop_assert_eq!(compare(left, right), compare_by_parts(left, right));
        }

        #[test]
        fn adding_and_multiplying_keep_order(left in -1000_i128..1000, right in 1_i128..1000, more in 1_i128..1000) {
            let number = Number::fraction(left, right).unwrap_or(Number::ZERO);
            prop_assert!(number.plus(Number::whole(more)) > Some(number));
            prop_assert_eq!(number.times(Number::whole(more)).and_then(|much| much.times(Number::fraction(1, more)?)), Some(number));
        }
    }
}
