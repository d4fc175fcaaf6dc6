//! A number about a subject, or the bounds between which it lies while facts are missing; exact, never rounded.

use crate::program::Number;

/// A number, or the bounds between which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The least that it can be.
    pub least: Number,
    /// The greatest that it can be; infinite where nothing bounds it.
    pub most: Number,
}

impl Amount {
    /// A known number.
    pub fn known(number: Number) -> Amount {
        Amount { least: number, most: number }
    }

    /// Nothing is known but that it is not negative.
    pub fn unknown() -> Amount {
        Amount { least: Number::ZERO, most: Number::INFINITY }
    }

    /// Between two numbers.
    pub fn between(least: Number, most: Number) -> Amount {
        Amount { least, most }
    }

    /// The same without anything above.
    #[must_use]
    pub fn open(self) -> Amount {
        Amount { most: Number::INFINITY, ..self }
    }

    /// Whether it is known.
    pub fn is_known(self) -> bool {
        self.least == self.most
    }
}

/// How many.
pub(crate) fn count(number: usize) -> Number {
    Number::whole(number as i128)
}

/// A percentage, `None` of nothing.
pub(crate) fn share(part: usize, whole: usize) -> Option<Number> {
    Number::fraction(part as i128 * 100, whole as i128)
}

/// A mean of thousandths, `None` of nothing.
pub(crate) fn mean(sum: i128, number: usize) -> Option<Number> {
    Number::fraction(sum, number as i128 * 1000)
}
