//! Static range analysis: what a number can be decides how narrow its column is.

use super::number::common_divisor;
use super::{Form, Number, Width};

/// Beyond this scale numbers are kept as fractions.
const SCALE_MOST: i128 = 1_000_000_000_000;

impl Form {
    /// The narrowest form for numbers from `least` to `most` that are whole when multiplied with `scale`.
    pub(crate) fn narrowest(least: Number, most: Number, scale: i128) -> Form {
        let width = if scale > SCALE_MOST { Width::Exact } else { stored_range(least, most, scale).map_or(Width::Exact, narrowest_width) };
        Form { width, scale: if width == Width::Exact { 1 } else { scale }, least, most }
    }

    /// A fraction, or an infinity.
    pub(crate) fn exact(least: Number, most: Number) -> Form {
        Form { width: Width::Exact, scale: 1, least, most }
    }

    /// Any number.
    pub(crate) fn any() -> Form {
        Form::exact(Number::NEGATIVE_INFINITY, Number::INFINITY)
    }

    pub(crate) fn is_exact(&self) -> bool {
        self.width == Width::Exact
    }

    /// A number as it is stored; a fraction where this form has no room for its places.
    pub(crate) fn store(&self, number: Number) -> Number {
        if self.is_exact() { number } else { number.times(Number::whole(self.scale)).unwrap_or(number) }
    }

    /// A form that holds all numbers of all of them.
    pub(crate) fn common(forms: &[Form]) -> Form {
        let least = forms.iter().map(|form| form.least).min().unwrap_or(Number::ZERO);
        let most = forms.iter().map(|form| form.most).max().unwrap_or(Number::ZERO);
        if forms.iter().any(Form::is_exact) {
            return Form::exact(least, most);
        }
        let scale = forms.iter().try_fold(1, |scale, form| common_multiple(scale, form.scale));
        scale.map_or(Form::exact(least, most), |scale| Form::narrowest(least, most, scale))
    }
}

/// Both ends times the scale, where they are whole numbers.
fn stored_range(least: Number, most: Number, scale: i128) -> Option<(i128, i128)> {
    let stored = |number: Number| match number.times(Number::whole(scale))?.parts()? {
        (whole, 1) => Some(whole),
        _ => None,
    };
    Some((stored(least)?, stored(most)?))
}

/// The greatest value of each width is kept for *missing*, and for a limit that nothing reaches.
fn narrowest_width((least, most): (i128, i128)) -> Width {
    let within = |from: i128, to: i128| from <= least && most < to;
    if within(0, i128::from(u8::MAX)) {
        Width::U8
    } else if within(0, i128::from(u16::MAX)) {
        Width::U16
    } else if within(i128::from(i32::MIN), i128::from(i32::MAX)) {
        Width::I32
    } else if within(i128::from(i64::MIN), i128::from(i64::MAX)) {
        Width::I64
    } else {
        Width::Exact
    }
}

/// The least common multiple of two numbers above zero.
pub(crate) fn common_multiple(left: i128, right: i128) -> Option<i128> {
    (left / common_divisor(left, right)).checked_mul(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(0, 254, Width::U8)]
    #[case(0, 255, Width::U16)]
    #[case(-1, 10, Width::I32)]
    #[case(0, 65_535, Width::I32)]
    #[case(0, i128::from(i32::MAX), Width::I64)]
    #[case(0, i128::from(i64::MAX), Width::Exact)]
    fn range_chooses_width(#[case] least: i128, #[case] most: i128, #[case] width: Width) {
        assert_eq!(Form::narrowest(Number::whole(least), Number::whole(most), 1).width, width);
    }

    #[test]
    fn places_are_scaled_up() {
        let half = Number::fraction(17, 2).unwrap_or(Number::ZERO);
        assert_eq!(Form::narrowest(Number::ZERO, half, 10).width, Width::U8);
        assert_eq!(Form::narrowest(Number::ZERO, half, 1).width, Width::Exact);
    }
}
