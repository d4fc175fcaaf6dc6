//! What kernels are generic over: integers of four widths, and exact numbers.

use crate::program::{Cells, Number};

use super::Lane;

/// A value that kernels compare.
pub(crate) trait Word: Copy + Ord + Send + Sync + 'static {
    /// Fills new room; never read.
    const FILLER: Self;

    /// A stored number as a value; `None` where it does not fit.
    fn stored(number: Number) -> Option<Self>;

    /// The number that it stands for at a scale.
    fn number(self, scale: i128) -> Number;

    /// The lane of this width.
    fn of(lane: &Lane) -> &Vec<Self>;

    /// The lane of this width.
    fn of_mut(lane: &mut Lane) -> &mut Vec<Self>;

    /// Least and most of cells of this width; none where they have another.
    fn cells<'a>(cells: &Cells<'a>) -> (&'a [Self], &'a [Self]);
}

/// An integer, whose greatest value stands for *missing* in a column.
pub(crate) trait Integer: Word {
    /// Stands for a value that is missing.
    const MISSING: Self;

    /// The sum, modulo the width.
    fn plus(self, other: Self) -> Self;

    /// The product, modulo the width.
    fn times(self, other: Self) -> Self;

    /// The lowest bits of a number: sums are modular, so that only their end has to fit.
    fn lowest_bits(number: i128) -> Self;
}

/// The lowest bits of one integer as another, sign kept.
pub(crate) trait Truncate<To> {
    fn truncate(self) -> To;
}

macro_rules! integers {
    ($($word:ident, $field:ident, $cells:ident;)*) => {$(
        impl Word for $word {
            const FILLER: $word = 0;

            fn stored(number: Number) -> Option<$word> {
                let (numerator, denominator) = number.parts()?;
                (denominator == 1).then(|| $word::try_from(numerator).ok()).flatten()
            }

            fn number(self, scale: i128) -> Number {
                Number::fraction(i128::from(self), scale).unwrap_or(Number::ZERO)
            }

            fn of(lane: &Lane) -> &Vec<$word> {
                &lane.$field
            }

            fn of_mut(lane: &mut Lane) -> &mut Vec<$word> {
                &mut lane.$field
            }

            fn cells<'a>(cells: &Cells<'a>) -> (&'a [$word], &'a [$word]) {
                match cells {
                    Cells::$cells(values) => (values, values),
                    _ => (&[], &[]),
                }
            }
        }

        impl Integer for $word {
            const MISSING: $word = $word::MAX;

            #[inline(always)]
            fn plus(self, other: $word) -> $word {
                self.wrapping_add(other)
            }

            #[inline(always)]
            fn times(self, other: $word) -> $word {
                self.wrapping_mul(other)
            }

            fn lowest_bits(number: i128) -> $word {
                number as $word
            }
        }

        integers!(@truncate $word, u8 u16 i32 i64);
    )*};
    (@truncate $word:ident, $($to:ident)*) => {$(
        impl Truncate<$to> for $word {
            #[inline(always)]
            fn truncate(self) -> $to {
                self as $to
            }
        }
    )*};
}

integers! {
    u8, bytes, Bytes;
    u16, shorts, Shorts;
    i32, integers, Integers;
    i64, longs, Longs;
}

impl Word for Number {
    const FILLER: Number = Number::ZERO;

    fn stored(number: Number) -> Option<Number> {
        Some(number)
    }

    fn number(self, _scale: i128) -> Number {
        self
    }

    fn of(lane: &Lane) -> &Vec<Number> {
        &lane.numbers
    }

    fn of_mut(lane: &mut Lane) -> &mut Vec<Number> {
        &mut lane.numbers
    }

    fn cells<'a>(cells: &Cells<'a>) -> (&'a [Number], &'a [Number]) {
        match cells {
            Cells::Bounds(least, most) => (least, most),
            _ => (&[], &[]),
        }
    }
}
