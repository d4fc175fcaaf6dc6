//! Numbers that a measure came to, as papers print them.

use phongtrao_judge::Amount;
use phongtrao_judge::reasons::Reason;
use phongtrao_rules::criteria::{How, Limit, Quantity, Rule, Test};
use phongtrao_value::{Decimal, figures};

/// A number, or the bounds between which it lies; whatever is shown never says more than is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Figure {
    /// It is known.
    Known(String),
    /// It lies between these.
    Between(String, String),
}

/// How a measure is shown: as a number, or as a percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Number,
    Percentage,
    /// A number between 0 and 1 of which the plan speaks as a percentage.
    Fraction,
}

/// How a measure is shown, beside the value that the plan sets: `100%` of a mean that must reach 1.
pub(crate) fn shown(measure: &Rule, planned: Option<&str>) -> Shown {
    let Test::Amount { of, min, .. } = &measure.test else { return Shown::Number };
    let how = match of {
        Quantity::Members(members) | Quantity::Units(members) => Some(members.how),
        Quantity::Duties { how, .. } => Some(*how),
        _ => None,
    };
    if how == Some(How::Share) {
        return Shown::Percentage;
    }
    let planned = planned.and_then(|planned| planned.trim().strip_suffix('%')?.trim().parse::<i64>().ok());
    match (planned, min) {
        (Some(planned), Some(Limit::Fixed(least))) if how.is_none() && planned * 10 == least.thousandths() => Shown::Fraction,
        (Some(planned), Some(Limit::Fixed(least))) if how.is_none() && planned * 1000 == least.thousandths() => Shown::Percentage,
        _ => Shown::Number,
    }
}

/// The number that a measure came to. Of the organisation as a whole a number that rests on no row is no zero: nobody has written anything down.
pub(crate) fn figure(measure: &Rule, reason: &Reason, shown: Shown) -> Option<Figure> {
    let amount = amount(reason)?;
    if !counts_others(measure) && reason.places().next().is_none() {
        return None;
    }
    let least = said(amount.least.down(), shown, figures::share);
    match (amount.is_known(), amount.most.is_finite()) {
        (true, _) => Some(Figure::Known(least)),
        (false, true) => Some(Figure::Between(least, said(amount.most.up(), shown, figures::share_at_most))),
        (false, false) => None,
    }
}

/// Whether it counts members or units: of these it is known who they are.
pub(crate) fn counts_others(measure: &Rule) -> bool {
    matches!(&measure.test, Test::Amount { of: Quantity::Members(_) | Quantity::Units(_), .. })
}

/// The number that is nearest to the top.
fn amount(reason: &Reason) -> Option<Amount> {
    reason.amount.or_else(|| reason.parts.iter().find_map(amount))
}

fn said(number: Decimal, shown: Shown, share: fn(Decimal) -> String) -> String {
    match shown {
        Shown::Number => figures::decimal(number),
        Shown::Percentage => share(number),
        Shown::Fraction => share(Decimal::from_thousandths(number.thousandths().saturating_mul(100))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, said, shown};
    use phongtrao_rules::criteria::{Audience, Limit, Quantity, Rule, Test};
    use phongtrao_value::{Decimal, figures};

    fn at_least(thousandths: i64) -> Rule {
        let of = Quantity::Fixed(Decimal::from_thousandths(0));
        let test = Test::Amount { of, min: Some(Limit::Fixed(Decimal::from_thousandths(thousandths))), max: None };
        Rule { id: None, label: None, source: None, audience: Audience::All, test }
    }

    #[rstest::rstest]
    #[case::a_mean_of_which_the_plan_speaks_as_a_percentage(1_000, Some("100%"), Shown::Fraction)]
    #[case::a_number_that_is_a_percentage(5_000, Some("5%"), Shown::Percentage)]
    #[case::a_number(3_000, Some("3 tin, bài"), Shown::Number)]
    #[case::nothing_planned(3_000, None, Shown::Number)]
    #[case::another_limit(3_000, Some("80%"), Shown::Number)]
    fn measures_are_shown_as_the_plan_speaks_of_them(#[case] least: i64, #[case] planned: Option<&str>, #[case] expected: Shown) {
        assert_eq!(shown(&at_least(least), planned), expected);
    }

    #[rstest::rstest]
    #[case(857, Shown::Fraction, "85,7%")]
    #[case(85_714, Shown::Percentage, "85,71%")]
    #[case(5_000, Shown::Number, "5")]
    fn numbers_are_printed(#[case] thousandths: i64, #[case] shown: Shown, #[case] expected: &str) {
        assert_eq!(said(Decimal::from_thousandths(thousandths), shown, figures::share), expected);
    }

    #[test]
    fn what_may_be_more_is_not_cut() {
        assert_eq!(said(Decimal::from_thousandths(71_429), Shown::Percentage, figures::share_at_most), "71,43%");
    }
}
