//! A second evaluator, written apart from the first and as simple as can be: one row, one recursion, fractions.

use std::cmp::Ordering;

use phongtrao_rules::criteria::{Fact, Limit, Part, Quantity, Rule, Test};
use phongtrao_value::Decimal;

/// A fraction: the second number is above zero.
pub(crate) type Fraction = (i128, i128);

/// From, to; `None` where nothing bounds it.
pub(crate) type Bounds = (Option<Fraction>, Option<Fraction>);

/// The facts about one row.
pub(crate) trait Facts {
    /// A number.
    fn number(&self, name: &str) -> Bounds;
    /// Yes or no.
    fn flag(&self, name: &str) -> Option<bool>;
    /// The value of a key.
    fn key(&self, name: &str) -> Option<String>;
}

pub(crate) fn compare(left: Fraction, right: Fraction) -> Ordering {
    (left.0 * right.1).cmp(&(right.0 * left.1))
}

fn decimal(number: Decimal) -> Fraction {
    (i128::from(number.thousandths()), 1000)
}

fn add(left: Fraction, right: Fraction) -> Fraction {
    lowest((left.0 * right.1 + right.0 * left.1, left.1 * right.1))
}

fn multiply(left: Fraction, right: Fraction) -> Fraction {
    lowest((left.0 * right.0, left.1 * right.1))
}

fn lowest((numerator, denominator): Fraction) -> Fraction {
    let (mut left, mut right) = (numerator.abs(), denominator);
    while right != 0 {
        (left, right) = (right, left % right);
    }
    (numerator / left, denominator / left)
}

/// 0 not met, 1 unknown, 2 met.
pub(crate) fn verdict(rule: &Rule, facts: &impl Facts) -> u8 {
    match &rule.test {
        Test::All(rules) => rules.iter().map(|rule| verdict(rule, facts)).min().unwrap_or(2),
        Test::Any(rules) => rules.iter().map(|rule| verdict(rule, facts)).max().unwrap_or(0),
        Test::None(rules) => 2 - rules.iter().map(|rule| verdict(rule, facts)).max().unwrap_or(0),
        Test::AtLeast { least, of } => {
            let verdicts: Vec<u8> = of.iter().map(|rule| verdict(rule, facts)).collect();
            let count = |at: u8| verdicts.iter().filter(|&&verdict| verdict >= at).count() as u32;
            u8::from(count(2) >= *least) + u8::from(count(1) >= *least)
        }
        Test::Amount { of, min, max } => {
            let bounds = amount(of, facts);
            let min = min.as_ref().map_or(2, |min| reaches(bounds, limit(min, facts)));
            // At most a limit: the limit reaches the number.
            let max = max.as_ref().map_or(2, |max| reaches(limit(max, facts), bounds));
            min.min(max)
        }
        Test::Fact(Fact::Column(name)) => facts.flag(name).map_or(1, |yes| if yes { 2 } else { 0 }),
        Test::Fact(Fact::Attribute { of, values }) => facts.key(of).map_or(1, |value| if values.contains(&value) { 2 } else { 0 }),
        Test::Fact(_) => unreachable!("the populations of these tests have columns only"),
    }
}

/// Whether a number is at least another, both perhaps only bounded.
fn reaches(number: Bounds, limit: Bounds) -> u8 {
    let not_below = |number: Option<Fraction>, limit: Option<Fraction>| Some(compare(number?, limit?) != Ordering::Less);
    if not_below(number.0, limit.1) == Some(true) {
        2
    } else if not_below(number.1, limit.0) == Some(false) {
        0
    } else {
        1
    }
}

fn limit(limit: &Limit, facts: &impl Facts) -> Bounds {
    let same = |number: Decimal| (Some(decimal(number)), Some(decimal(number)));
    match limit {
        Limit::Fixed(number) => same(*number),
        Limit::By { keys, cases, otherwise } => {
            let values: Vec<_> = keys.iter().map(|key| facts.key(key)).collect();
            let may_be = |case: &[String]| case.iter().zip(&values).all(|(case, value)| value.as_ref().is_none_or(|value| case == value));
            let mut possible = cases.iter().filter(|(case, _)| may_be(case)).map(|(_, number)| *number);
            match otherwise {
                _ if values.iter().all(Option::is_some) => possible.next().or(*otherwise).map_or((None, None), same),
                Some(otherwise) => {
                    let all: Vec<_> = possible.chain([*otherwise]).collect();
                    (all.iter().min().copied().map(decimal), all.iter().max().copied().map(decimal))
                }
                None => (None, None),
            }
        }
    }
}

/// The bounds of a quantity.
pub(crate) fn amount(quantity: &Quantity, facts: &impl Facts) -> Bounds {
    match quantity {
        Quantity::Column { name, .. } => facts.number(name),
        Quantity::Fixed(number) => (Some(decimal(*number)), Some(decimal(*number))),
        Quantity::Bands { of, bands } => {
            let (from, to) = amount(of, facts);
            let none = (Decimal::ZERO, None);
            let all: Vec<_> = std::iter::once(none).chain(bands.iter().map(|band| (band.points, Some(band.from)))).collect();
            let touched = all.iter().enumerate().filter(|(place, (_, first))| {
                let begins = first.is_none_or(|first| to.is_none_or(|to| compare(decimal(first), to) != Ordering::Greater));
                let next = all.get(place + 1).and_then(|(_, next)| *next);
                begins && next.is_none_or(|next| from.is_none_or(|from| compare(from, decimal(next)) == Ordering::Less))
            });
            let points: Vec<_> = touched.map(|(_, (points, _))| *points).collect();
            (points.iter().min().copied().map(decimal), points.iter().max().copied().map(decimal))
        }
        Quantity::Ratio { of, target, points, most } => {
            let points = decimal(*points);
            let per = |target: Fraction| multiply(points, (target.1, target.0));
            let factor = match limit(target, facts) {
                (Some(low), Some(high)) if points.0 < 0 => (Some(per(low)), Some(per(high))),
                (Some(low), Some(high)) => (Some(per(high)), Some(per(low))),
                _ if points.0 < 0 => (None, Some((0, 1))),
                _ => (Some((0, 1)), None),
            };
            capped(product(amount(of, facts), factor), *most)
        }
        Quantity::If { rule, points } => {
            let given = |at: u8| if verdict(rule, facts) >= at { decimal(*points) } else { (0, 1) };
            if points.thousandths() < 0 { (Some(given(1)), Some(given(2))) } else { (Some(given(2)), Some(given(1))) }
        }
        Quantity::Total { of, bonus, bonus_most, penalty, penalty_most } => {
            let bonus = capped(sum(bonus, facts), *bonus_most);
            let penalty = capped(sum(penalty, facts), *penalty_most);
            let less = (negative(penalty.1), negative(penalty.0));
            plus(plus(sum(of, facts), bonus), less)
        }
        Quantity::MeanOf(of) => {
            let sum = of.iter().fold((Some((0, 1)), Some((0, 1))), |sum, quantity| plus(sum, amount(quantity, facts)));
            let share = |end: Option<Fraction>| end.map(|end| multiply(end, (1, of.len() as i128)));
            (share(sum.0), share(sum.1))
        }
        Quantity::LeastOf(of) => {
            let all: Vec<_> = of.iter().map(|quantity| amount(quantity, facts)).collect();
            let least = all.iter().map(|bounds| bounds.0).collect::<Option<Vec<_>>>();
            (
                least.and_then(|ends| ends.into_iter().min_by(|a, b| compare(*a, *b))),
                all.iter().filter_map(|bounds| bounds.1).min_by(|a, b| compare(*a, *b)),
            )
        }
        Quantity::GreatestOf(of) => {
            let all: Vec<_> = of.iter().map(|quantity| amount(quantity, facts)).collect();
            let most = all.iter().map(|bounds| bounds.1).collect::<Option<Vec<_>>>();
            (
                all.iter().filter_map(|bounds| bounds.0).max_by(|a, b| compare(*a, *b)),
                most.and_then(|ends| ends.into_iter().max_by(|a, b| compare(*a, *b))),
            )
        }
        Quantity::Run { of, min } => {
            let verdicts: Vec<u8> = of.iter().map(|quantity| reaches(amount(quantity, facts), limit(min, facts))).collect();
            (Some((longest(&verdicts, 2), 1)), Some((longest(&verdicts, 1), 1)))
        }
        _ => unreachable!("the populations of these tests have columns only"),
    }
}

fn longest(verdicts: &[u8], at: u8) -> i128 {
    verdicts.split(|&verdict| verdict < at).map(|run| run.len() as i128).max().unwrap_or(0)
}

fn sum(parts: &[Part], facts: &impl Facts) -> Bounds {
    parts.iter().fold((Some((0, 1)), Some((0, 1))), |sum, part| plus(sum, amount(&part.of, facts)))
}

fn plus(left: Bounds, right: Bounds) -> Bounds {
    (left.0.zip(right.0).map(|(left, right)| add(left, right)), left.1.zip(right.1).map(|(left, right)| add(left, right)))
}

fn negative(end: Option<Fraction>) -> Option<Fraction> {
    end.map(|(numerator, denominator)| (-numerator, denominator))
}

fn capped(bounds: Bounds, most: Option<Decimal>) -> Bounds {
    let Some(most) = most.map(decimal) else { return bounds };
    let cap = |end: Fraction| if compare(end, most) == Ordering::Greater { most } else { end };
    (bounds.0.map(cap), Some(bounds.1.map_or(most, cap)))
}

/// The product of two bounded numbers: the least and greatest of the four products of their ends; nothing times no bound is nothing.
fn product(left: Bounds, right: Bounds) -> Bounds {
    // An end that is missing is an infinity, of the sign in the second place.
    let ends = |bounds: Bounds| [(bounds.0, -1), (bounds.1, 1)];
    let mut products = Vec::new();
    for (left, left_sign) in ends(left) {
        for (right, right_sign) in ends(right) {
            let sign = |end: Option<Fraction>, infinite: i128| end.map_or(infinite, |end| end.0.signum());
            let of_signs = sign(left, left_sign) * sign(right, right_sign);
            products.push(match left.zip(right) {
                Some((left, right)) => (Some(multiply(left, right)), of_signs),
                None if of_signs == 0 => (Some((0, 1)), 0),
                None => (None, of_signs),
            });
        }
    }
    let least = if products.iter().any(|(end, sign)| end.is_none() && *sign < 0) {
        None
    } else {
        products.iter().filter_map(|(end, _)| *end).min_by(|a, b| compare(*a, *b))
    };
    let most = if products.iter().any(|(end, sign)| end.is_none() && *sign > 0) {
        None
    } else {
        products.iter().filter_map(|(end, _)| *end).max_by(|a, b| compare(*a, *b))
    };
    (least, most)
}
