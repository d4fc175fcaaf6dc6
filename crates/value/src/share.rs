//! A part of a whole, compared without rounding.

use std::cmp::Ordering;
use std::fmt;

use crate::Decimal;

/// Thousandths of a percentage in a whole.
const WHOLE: i128 = 100_000;

/// So many of so many: 6 of 7 is more than 85 % and is not 86 %.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    part: u64,
    whole: u64,
}

impl Share {
    /// `part` of `whole`; `None` of nothing, where a share has no meaning.
    pub fn new(part: u64, whole: u64) -> Option<Share> {
        (whole > 0).then_some(Share { part, whole })
    }

    /// The part.
    pub fn part(self) -> u64 {
        self.part
    }

    /// The whole.
    pub fn whole(self) -> u64 {
        self.whole
    }

    /// Whether it is that percentage or more.
    pub fn reaches(self, percentage: Decimal) -> bool {
        self.against(percentage) != Ordering::Less
    }

    /// How it compares with a percentage.
    pub fn against(self, percentage: Decimal) -> Ordering {
        (i128::from(self.part) * WHOLE).cmp(&(i128::from(percentage.thousandths()) * i128::from(self.whole)))
    }

    /// The least part of a whole that reaches a percentage: 80 % of 7 is 6. No part is less than nothing.
    pub fn least_part(percentage: Decimal, whole: u64) -> u64 {
        let exact = i128::from(percentage.thousandths()).max(0) * i128::from(whole);
        // A percentage of nine million billions of all that can be counted does not fit; it is then out of reach.
        u64::try_from((exact + WHOLE - 1) / WHOLE).unwrap_or(u64::MAX)
    }

    /// The greatest part of a whole that does not exceed a percentage: 15 % of 27 is 4. No part is less than nothing.
    pub fn greatest_part(percentage: Decimal, whole: u64) -> u64 {
        let exact = i128::from(percentage.thousandths()).max(0) * i128::from(whole);
        u64::try_from(exact / WHOLE).unwrap_or(u64::MAX)
    }

    /// The percentage to three places, cut off, so that what is shown never reaches a limit that the share does not reach.
    pub fn percentage(self) -> Decimal {
        let thousandths = i128::from(self.part) * WHOLE / i128::from(self.whole);
        Decimal::from_thousandths(i64::try_from(thousandths).unwrap_or(i64::MAX))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Share) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Share) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Share) -> Ordering {
        (u128::from(self.part) * u128::from(other.whole)).cmp(&(u128::from(other.part) * u128::from(self.whole)))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.whole)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn percent(text: &str) -> Decimal {
        text.parse().expect("a percentage of the tables below")
    }

    #[rstest::rstest]
    #[case("80", 7, 6)]
    #[case("80", 5, 4)]
    #[case("80", 0, 0)]
    #[case("100", 33, 33)]
    #[case("0", 33, 0)]
    #[case("66.667", 3, 3)]
    #[case("66.666", 3, 2)]
    #[case("-5", 3, 0)]
    fn least_part_that_reaches(#[case] percentage: &str, #[case] whole: u64, #[case] least: u64) {
        assert_eq!(Share::least_part(percent(percentage), whole), least);
    }

    #[rstest::rstest]
    #[case("15", 27, 4)]
    #[case("20", 5, 1)]
    #[case("20", 4, 0)]
    #[case("100", 4, 4)]
    fn greatest_part_that_does_not_exceed(#[case] percentage: &str, #[case] whole: u64, #[case] greatest: u64) {
        assert_eq!(Share::greatest_part(percent(percentage), whole), greatest);
    }

    #[rstest::rstest]
    #[case(6, 7, "85.714")]
    #[case(1, 3, "33.333")]
    #[case(2, 3, "66.666")]
    #[case(4, 5, "80")]
    fn shown_without_rounding_up(#[case] part: u64, #[case] whole: u64, #[case] shown: &str) {
        assert_eq!(Share::new(part, whole).map(|share| share.percentage().to_string()), Some(shown.to_owned()));
    }

    #[test]
    fn of_nothing_there_is_no_share() {
        assert_eq!(Share::new(0, 0), None);
    }

    proptest! {
        #[test]
        fn the_least_part_reaches_and_one_fewer_does_not(thousandths in 0_i64..200_000, whole in 1_u64..1_000_000) {
            let percentage = Decimal::from_thousandths(thousandths);
            let least = Share::least_part(percentage, whole);
            prop_assert!(Share::new(least, whole).is_some_and(|share| share.reaches(percentage)));
            prop_assert!(least == 0 || Share::new(least - 1, whole).is_some_and(|share| !share.reaches(percentage)));
        }

        #[test]
        fn the_greatest_part_is_within_and_one_more_is_not(thousandths in 0_i64..200_000, whole in 1_u64..1_000_000) {
            let percentage = Decimal::from_thousandths(thousandths);
            let greatest = Share::greatest_part(percentage, whole);
            let against = |part| Share::new(part, whole).map(|share| share.against(percentage));
            prop_assert_ne!(against(greatest), Some(Ordering::Greater));
            prop_assert_eq!(against(greatest + 1), Some(Ordering::Greater));
        }

        #[test]
        fn what_is_shown_never_reaches_more(part in 0_u64..100_000, whole in 1_u64..100_000, thousandths in 0_i64..150_000) {
            let share = Share::new(part, whole).expect("a whole");
            let limit = Decimal::from_thousandths(thousandths);
            prop_assert_eq!(share.percentage() >= limit, share.reaches(limit));
        }

        #[test]
        fn equal_fractions_are_equal(part in 0_u64..100_000, whole in 1_u64..100_000, times in 1_u64..1_000) {
            prop_assert_eq!(Share::new(part, whole), Share::new(part * times, whole * times));
        }
    }
}
