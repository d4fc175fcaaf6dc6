//! Exact numbers of packs: TOML numbers and texts into thousandths, fractions as `2/3`.

use std::fmt;

use phongtrao_value::Decimal;
use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// An exact fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Above the line.
    pub numerator: u32,
    /// Below the line; never nothing.
    pub denominator: u32,
}

impl Fraction {
    /// The least whole number of so many that is this part of them or more.
    pub fn least_of(self, number: u64) -> u64 {
        let exact = u128::from(number) * u128::from(self.numerator);
        u64::try_from(exact.div_ceil(u128::from(self.denominator))).unwrap_or(u64::MAX)
    }
}

impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Fraction, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parts = text.split_once('/').and_then(|(over, under)| Some((over.trim().parse().ok()?, under.trim().parse().ok()?)));
        match parts {
            Some((numerator, denominator)) if denominator > 0 => Ok(Fraction { numerator, denominator }),
            _ => Err(D::Error::custom(format!("not a fraction like 2/3: {text}"))),
        }
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

/// For `deserialize_with`: a number of up to three places.
pub(super) fn decimal<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    deserializer.deserialize_any(Number)
}

/// For `deserialize_with`: the same where the key may be missing.
pub(super) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    decimal(deserializer).map(Some)
}

struct Number;

impl Visitor<'_> for Number {
    type Value = Decimal;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number of up to three places")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Decimal, E> {
        Decimal::whole(number).ok_or_else(|| E::custom("the number is too great"))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        // The shortest text of a binary fraction is what was written, so 0.3 is exactly three tenths again.
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        text.parse().map_err(E::custom)
    }
}
