//! Figures as Vietnamese papers print them: dots between thousands, a comma before decimals.

use crate::Decimal;

/// A count with dots between its thousands: `12.345`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A decimal number: `86,5`, `1.234,75`, `-3`.
pub fn decimal(number: Decimal) -> String {
    let (whole, thousandths) = (number.thousandths().unsigned_abs() / 1000, number.thousandths().unsigned_abs() % 1000);
    let sign = if number.thousandths() < 0 { "-" } else { "" };
    let places = format!("{thousandths:03}");
    match places.trim_end_matches('0') {
        "" => format!("{sign}{}", grouped(whole)),
        places => format!("{sign}{},{places}", grouped(whole)),
    }
}

/// A percentage: `86,5%`, without a space, as official papers print it.
pub fn percentage(number: Decimal) -> String {
    format!("{}%", decimal(number))
}

/// A share that something came to: `85,71%`, cut off after two places, so that it never shows more than there is.
pub fn share(percentage: Decimal) -> String {
    self::percentage(Decimal::from_thousandths(percentage.thousandths() / 10 * 10))
}

/// The same of a share that may be as much, rounded up.
pub fn share_at_most(percentage: Decimal) -> String {
    share(Decimal::from_thousandths(percentage.thousandths().saturating_add(9)))
}

/// A count of a list with two places: `05`, `12`, as papers print small counts of people and copies.
pub fn two_places(number: u64) -> String {
    if number < 10 { format!("{number:02}") } else { grouped(number) }
}

/// A number in Roman figures: `IV`; none for zero and from 4000 on.
pub fn roman(number: u32) -> Option<String> {
    const FIGURES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    let mut rest = number;
    for (value, figure) in FIGURES {
        while rest >= value && number < 4000 {
            out.push_str(figure);
            rest -= value;
        }
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("86.5", "86,5")]
    #[case("86", "86")]
    #[case("1234.75", "1.234,75")]
    #[case("-0.125", "-0,125")]
    #[case("0", "0")]
    fn decimals_have_a_comma(#[case] number: &str, #[case] printed: &str) {
        let number: Decimal = number.parse().expect("a number of the table above");
        assert_eq!(decimal(number), printed);
        assert_eq!(percentage(number), format!("{printed}%"));
    }

    #[rstest::rstest]
    #[case(0, "0", "00")]
    #[case(5, "5", "05")]
    #[case(999, "999", "999")]
    #[case(1_000, "1.000", "1.000")]
    #[case(1_234_567, "1.234.567", "1.234.567")]
    fn counts_have_dots(#[case] number: u64, #[case] printed: &str, #[case] two: &str) {
        assert_eq!((grouped(number).as_str(), two_places(number).as_str()), (printed, two));
    }

    #[rstest::rstest]
    #[case(0, None)]
    #[case(1, Some("I"))]
    #[case(4, Some("IV"))]
    #[case(1994, Some("MCMXCIV"))]
    #[case(3999, Some("MMMCMXCIX"))]
    #[case(4000, None)]
    fn roman_figures(#[case] number: u32, #[case] printed: Option<&str>) {
        assert_eq!(roman(number).as_deref(), printed);
    }

    #[rstest::rstest]
    #[case(85_714, "85,71%", "85,72%")]
    #[case(71_429, "71,42%", "71,43%")]
    #[case(99_999, "99,99%", "100%")]
    #[case(80_000, "80%", "80%")]
    fn shares_are_cut_off_after_two_places(#[case] thousandths: i64, #[case] least: &str, #[case] most: &str) {
        let number = Decimal::from_thousandths(thousandths);
        assert_eq!((share(number), share_at_most(number)), (least.to_owned(), most.to_owned()));
    }
}
