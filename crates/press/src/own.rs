//! An organisation's own words for a kind of paper, checked when they are read.

use std::ops::Range;

use phongtrao_diagnostic::{Finding, Severity, Span, Text};
use toml::de::{DeTable, DeValue};
use toml::{Spanned, Value};

use crate::{Kind, texts};

/// Own words for a kind of paper: some of its keys, each of the same shape as the words that come with the program.
///
/// # Errors
///
/// A finding that names the key, at its place: text that is no TOML, a key that the paper does not have, words of another shape, a place in braces that nothing fills.
pub fn words(kind: &Kind, text: &str) -> Result<toml::Table, Box<Finding>> {
    let no_toml = |error: toml::de::Error| fault(error.span().unwrap_or_default(), texts::own_words_no_toml(error.message()));
    let placed = DeTable::parse(text).map_err(no_toml)?;
    // The words of the program are read by the tests of every kind.
    let plain: toml::Table = kind.words.parse().unwrap_or_default();
    all_fit(placed.get_ref(), &plain)?;
    text.parse().map_err(no_toml)
}

fn all_fit(own: &DeTable<'_>, plain: &toml::Table) -> Result<(), Box<Finding>> {
    own.iter().try_for_each(|(key, value)| match plain.get(key.get_ref().as_ref()) {
        Some(plain) => fits(key.get_ref(), value, plain),
        None => Err(fault(key.span(), texts::own_words_unknown(key.get_ref().as_ref()))),
    })
}

fn fits(key: &str, own: &Spanned<DeValue<'_>>, plain: &Value) -> Result<(), Box<Finding>> {
    match (own.get_ref(), plain) {
        (DeValue::String(words), Value::String(plain)) => match places(words).find(|place| !places(plain).any(|known| known == *place)) {
            Some(place) => Err(fault(own.span(), texts::own_words_place(key, place))),
            None => Ok(()),
        },
        (DeValue::Array(own), Value::Array(plain)) if own.len() == plain.len() => {
            own.iter().zip(plain).try_for_each(|(own, plain)| fits(key, own, plain))
        }
        (DeValue::Table(own), Value::Table(plain)) => all_fit(own, plain),
        _ => Err(fault(own.span(), texts::own_words_shape(key))),
    }
}

/// The names in braces.
fn places(words: &str) -> impl Iterator<Item = &str> {
    words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn fault(at: Range<usize>, message: Text) -> Box<Finding> {
    Box::new(Finding::new("press-own-words", Severity::Error, message).at(Span::from(at)))
}

#[cfg(test)]
mod tests {
    use crate::papers;

    #[rstest::rstest]
    #[case("kind = \"THƯ MỜI\"", None)]
    #[case("time_at = \"{date}, lúc {hour}.\"", None)]
    #[case("time_at = \"{day}\"", Some("\"{day}\""))]
    #[case("kind = \"THƯ MỜI\"\nkinds = \"THƯ MỜI\"", Some("kinds"))]
    #[case("kind = [\"THƯ MỜI\"]", Some("[\"THƯ MỜI\"]"))]
    #[case("kind = ", Some(""))]
    fn own_words_fit_their_paper_or_are_told_at_their_place(#[case] text: &str, #[case] wrong: Option<&str>) {
        let invitation = papers::kind("invitation").expect("a kind of paper");
        let told = super::words(invitation, text).err();
        let place = told.map(|finding| finding.span.map_or("no place", |span| &text[span.start..span.end]));
        assert_eq!(place, wrong, "{text}");
    }
}
