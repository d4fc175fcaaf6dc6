//! What a rule says that no subject could meet, or that everybody meets.

use phongtrao_diagnostic::Span;
use phongtrao_value::Decimal;

use crate::texts;

use super::super::{Band, How, Limit, Members, Quantity};
use super::limit::Measured;
use super::{Read, Reader};

/// Whether a quantity is a percentage.
pub(super) fn measured(quantity: &Quantity) -> Measured {
    let is_share = match quantity {
        Quantity::Duties { how, .. } | Quantity::Members(Members { how, .. }) | Quantity::Units(Members { how, .. }) => *how == How::Share,
        Quantity::MeanOf(parts) | Quantity::LeastOf(parts) | Quantity::GreatestOf(parts) => all_shares(parts),
        _ => false,
    };
    if is_share { Measured::Share } else { Measured::Number }
}

pub(super) fn all_shares(parts: &[Quantity]) -> bool {
    !parts.is_empty() && parts.iter().all(|part| measured(part) == Measured::Share)
}

impl Reader {
    /// The least value lies above the greatest.
    pub(super) fn crossed(&mut self, min: Option<&Limit>, max: Option<&Limit>, span: Span) -> Read<()> {
        let (Some(min), Some(max)) = (min, max) else { return Ok(()) };
        match crossing(min, max) {
            Some((least, greatest)) => {
                let message = texts::rule_limits_crossed(least.to_string(), greatest.to_string());
                self.fault("rule-limits-crossed", span, message, texts::rule_limits_crossed_help())
            }
            None => Ok(()),
        }
    }

    /// Bands that do not rise.
    pub(super) fn rising(&mut self, bands: &[(Band, Span)]) -> Read<()> {
        for pair in bands.windows(2) {
            if let [(before, _), (band, span)] = pair
                && before.from >= band.from
            {
                let message = texts::rule_bands_order(band.from.to_string(), before.from.to_string());
                return self.fault("rule-bands-order", *span, message, texts::rule_bands_order_help());
            }
        }
        Ok(())
    }
}

/// A case in which the least value lies above the greatest.
fn crossing(min: &Limit, max: &Limit) -> Option<(Decimal, Decimal)> {
    let crossed = |(least, greatest): (Decimal, Decimal)| (least > greatest).then_some((least, greatest));
    match (min, max) {
        (Limit::Fixed(least), Limit::Fixed(greatest)) => crossed((*least, *greatest)),
        (Limit::Fixed(least), Limit::By { .. }) => values(max).find_map(|greatest| crossed((*least, greatest))),
        (Limit::By { .. }, Limit::Fixed(greatest)) => values(min).find_map(|least| crossed((least, *greatest))),
        (Limit::By { keys: left, cases, .. }, Limit::By { keys: right, cases: other, .. }) if left == right => {
            let other: std::collections::BTreeMap<&[String], Decimal> =
                other.iter().map(|(case, limit)| (case.as_slice(), *limit)).collect();
            cases.iter().find_map(|(case, least)| crossed((*least, *other.get(case.as_slice())?)))
        }
        (Limit::By { .. }, Limit::By { .. }) => None,
    }
}

/// All values that a limit can have.
fn values(limit: &Limit) -> impl Iterator<Item = Decimal> + '_ {
    let (fixed, cases, otherwise) = match limit {
        Limit::Fixed(value) => (Some(*value), [].as_slice(), None),
        Limit::By { cases, otherwise, .. } => (None, cases.as_slice(), *otherwise),
    };
    fixed.into_iter().chain(cases.iter().map(|(_, value)| *value)).chain(otherwise)
}
