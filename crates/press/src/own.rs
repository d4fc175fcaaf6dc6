//! An organisation's own words for a kind of paper, checked when they are read.

use phongtrao_diagnostic::{Finding, Severity};
use toml::Value;

use crate::{Kind, texts};

/// Own words for a kind of paper: some of its keys, each of the same shape as the words that come with the program.
///
/// # Errors
///
/// A finding that names the key: text that is no TOML, a key that the paper does not have, words of another shape, a place in braces that nothing fills.
pub fn words(kind: &Kind, text: &str) -> Result<toml::Table, Box<Finding>> {
    let own: toml::Table = text.parse().map_err(|error: toml::de::Error| fault(texts::own_words_no_toml(error.message())))?;
    // The words of the program are read by the tests of every kind.
    let plain: toml::Table = kind.words.parse().unwrap_or_default();
    for (key, value) in &own {
        fits(key, value, plain.get(key))?;
    }
    Ok(own)
}

fn fits(key: &str, own: &Value, plain: Option<&Value>) -> Result<(), Box<Finding>> {
    match (own, plain) {
        (_, None) => Err(fault(texts::own_words_unknown(key))),
        (Value::String(own), Some(Value::String(plain))) => match places(own).find(|place| !places(plain).any(|known| known == *place)) {
            Some(place) => Err(fault(texts::own_words_place(key, place))),
            None => Ok(()),
        },
        (Value::Array(own), Some(Value::Array(plain))) if own.len() == plain.len() => {
            own.iter().zip(plain).try_for_each(|(own, plain)| fits(key, own, Some(plain)))
        }
        (Value::Table(own), Some(Value::Table(plain))) => own.iter().try_for_each(|(key, own)| fits(key, own, plain.get(key))),
        _ => Err(fault(texts::own_words_shape(key))),
    }
}

/// The names in braces.
fn places(words: &str) -> impl Iterator<Item = &str> {
    words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn fault(message: phongtrao_diagnostic::Text) -> Box<Finding> {
    Box::new(Finding::new("press-own-words", Severity::Error, message))
}

#[cfg(test)]
mod tests {
    use crate::papers;

    #[rstest::rstest]
    #[case("kind = \"THƯ MỜI\"", true)]
    #[case("time_at = \"{date}, lúc {hour}.\"", true)]
    #[case("time_at = \"{day}\"", false)]
    #[case("kinds = \"THƯ MỜI\"", false)]
    #[case("kind = [\"THƯ MỜI\"]", false)]
    #[case("kind = ", false)]
    fn own_words_fit_their_paper(#[case] text: &str, #[case] fit: bool) {
        let invitation = papers::KINDS.iter().find(|kind| kind.name == "invitation").expect("a kind of paper");
        assert_eq!(super::words(invitation, text).is_ok(), fit, "{text}");
    }
}
