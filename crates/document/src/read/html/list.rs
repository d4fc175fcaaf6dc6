//! Labels that a browser draws before the items of lists.

use phongtrao_value::figures;

use super::token::Tag;

/// A list, and the number of its next item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    style: Style,
    next: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Dash,
    Arabic,
    SmallLetter,
    CapitalLetter,
    SmallRoman,
    CapitalRoman,
}

impl List {
    /// The list that a tag opens.
    pub(super) fn new(name: &str, tag: Tag<'_>) -> List {
        let mut list = List { style: if name == "ol" { Style::Arabic } else { Style::Dash }, next: 1 };
        for (attribute, value) in tag.attributes().filter(|_| name == "ol") {
            if attribute.eq_ignore_ascii_case("type") {
                list.style = match value {
                    "a" => Style::SmallLetter,
                    "A" => Style::CapitalLetter,
                    "i" => Style::SmallRoman,
                    "I" => Style::CapitalRoman,
                    _ => Style::Arabic,
                };
            } else if attribute.eq_ignore_ascii_case("start") {
                list.next = value.trim().parse().unwrap_or(1);
            }
        }
        list
    }

    /// The label of the next item, which may name its own number.
    pub(super) fn label(&mut self, tag: Tag<'_>) -> String {
        let own = tag.attributes().find(|(attribute, _)| attribute.eq_ignore_ascii_case("value"));
        let number = own.and_then(|(_, value)| value.trim().parse().ok()).unwrap_or(self.next);
        self.next = number.saturating_add(1);
        match self.style {
            Style::Dash => "- ".to_owned(),
            Style::SmallLetter => format!("{}) ", letter(number).to_ascii_lowercase()),
            Style::CapitalLetter => format!("{}. ", letter(number)),
            Style::SmallRoman => format!("{}. ", roman(number).to_ascii_lowercase()),
            Style::CapitalRoman => format!("{}. ", roman(number)),
            Style::Arabic => format!("{number}. "),
        }
    }
}

/// `A` to `Z`, `AA` …, as a browser counts.
fn letter(mut number: u32) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
    }
    letters.iter().rev().collect()
}

/// Roman, as far as Roman numbers go.
fn roman(number: u32) -> String {
    figures::roman(number).unwrap_or_else(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(1, "A", "I")]
    #[case(4, "D", "IV")]
    #[case(27, "AA", "XXVII")]
    #[case(1999, "BXW", "MCMXCIX")]
    #[case(0, "", "0")]
    fn numbers(#[case] number: u32, #[case] letters: &str, #[case] digits: &str) {
        assert_eq!(letter(number), letters);
        assert_eq!(roman(number), digits);
    }
}
