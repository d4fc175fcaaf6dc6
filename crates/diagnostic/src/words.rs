//! Keys and arguments, and the bundle of messages that turns them into words.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use phongtrao_value::{Date, printed_date};

type Bundle = fluent_bundle::concurrent::FluentBundle<FluentResource>;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Vietnamese, the first.
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// `vi` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Vietnamese => "vi",
            Language::English => "en",
        }
    }

    /// A day in figures: `05/9/2026` as Vietnamese official texts write it (a zero before days below 10 and before January and February;
    /// Decree 30/2020, Appendix I), `2026-09-05` in English.
    pub fn day(self, day: Date) -> String {
        match self {
            Language::Vietnamese => printed_date::short(day),
            Language::English => day.to_string(),
        }
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// Words of the document or a name.
    Words(String),
    /// A count.
    Number(i64),
    /// A day, written as the language writes days.
    Day(Date),
    /// A name that data give in each language.
    Name(Name),
}

/// A name that data give in each language: of a level, an honour, an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// In Vietnamese.
    pub vietnamese: String,
    /// In English.
    pub english: String,
}

impl Name {
    /// The same in every language: an id, or the name of a person.
    pub fn same(name: &str) -> Name {
        Name { vietnamese: name.to_owned(), english: name.to_owned() }
    }

    /// Several names in a row, with commas.
    pub fn list(names: impl IntoIterator<Item = Name>) -> Name {
        let (vietnamese, english): (Vec<String>, Vec<String>) = names.into_iter().map(|name| (name.vietnamese, name.english)).unzip();
        Name { vietnamese: vietnamese.join(", "), english: english.join(", ") }
    }

    /// The name in a language.
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vietnamese,
            Language::English => &self.english,
        }
    }
}

impl From<Name> for Argument {
    fn from(name: Name) -> Argument {
        Argument::Name(name)
    }
}

impl From<Date> for Argument {
    fn from(day: Date) -> Argument {
        Argument::Day(day)
    }
}

impl From<&str> for Argument {
    fn from(words: &str) -> Argument {
        Argument::Words(words.to_owned())
    }
}

impl From<String> for Argument {
    fn from(words: String) -> Argument {
        Argument::Words(words)
    }
}

impl From<&String> for Argument {
    fn from(words: &String) -> Argument {
        Argument::Words(words.clone())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Argument {
        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Argument {
        Argument::Number(number)
    }
}

/// A message by its key, with its arguments: words only when a [`Words`] says it.
///
/// Made by the accessors that `cargo xtask tidy --write` generates from the Fluent files of each crate, so a missing key does not compile.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The key of the message.
    pub key: &'static str,
    /// Its arguments by name.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// The Fluent sources of one crate, in each language.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// Vietnamese sources.
    pub vietnamese: &'static [&'static str],
    /// English sources.
    pub english: &'static [&'static str],
}

/// The messages of one language.
pub struct Words {
    language: Language,
    bundle: Bundle,
}

impl Words {
    /// All messages of the given crates in one language.
    pub fn new(language: Language, texts: &[&Texts]) -> Words {
        let tag: unic_langid::LanguageIdentifier = match language {
            Language::Vietnamese => unic_langid::LanguageIdentifier::from_bytes(b"vi").unwrap_or_default(),
            Language::English => unic_langid::LanguageIdentifier::from_bytes(b"en").unwrap_or_default(),
        };
        let mut bundle = Bundle::new_concurrent(vec![tag]);
        // U+2068/2069 around arguments would land in papers, in JSON and in tests.
        bundle.set_use_isolating(false);
        for source in texts.iter().flat_map(|texts| match language {
            Language::Vietnamese => texts.vietnamese,
            Language::English => texts.english,
        }) {
            // A source with a fault keeps its sound messages; `xtask tidy` fails on the fault itself.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Words { language, bundle }
    }

    /// The language of these words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message in words; its key when no source has it (`xtask tidy` shows that none is missing).
    pub fn say(&self, text: &Text) -> String {
        let Some(pattern) = self.bundle.get_message(text.key).and_then(|message| message.value()) else {
            return text.key.to_owned();
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in &text.arguments {
            match value {
                Argument::Words(words) => arguments.set(*name, words.as_str()),
                Argument::Number(number) => arguments.set(*name, FluentValue::from(*number)),
                Argument::Day(day) => arguments.set(*name, self.language.day(*day)),
                Argument::Name(of_data) => arguments.set(*name, of_data.of(self.language)),
            }
        }
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("2026-09-05", "05/9/2026", "2026-09-05")]
    #[case("2026-01-12", "12/01/2026", "2026-01-12")]
    #[case("2026-10-30", "30/10/2026", "2026-10-30")]
    fn days_are_written_as_the_language_writes_them(#[case] day: Date, #[case] vietnamese: &str, #[case] english: &str) {
        assert_eq!((Language::Vietnamese.day(day), Language::English.day(day)), (vietnamese.to_owned(), english.to_owned()));
    }
}
