//! A text cut into words, numbers and marks.

use phongtrao_value::text::{is_alphanumeric, lowered};

use super::words::{LEXICON, Role};

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// What a word does in a date.
    pub(super) role: Option<Role>,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits alone.
    Number {
        /// Its value, as far as it can matter in a date.
        value: u32,
        /// How many digits.
        digits: u8,
    },
    /// Letters, or letters and digits.
    Word,
    /// Any other character.
    Mark(char),
}

/// A text in small letters, byte for byte as long as the text itself, and its tokens.
pub(super) struct Tokens {
    /// The text in small letters.
    pub(super) small: String,
    list: Vec<Token>,
}

impl Tokens {
    /// Cuts a text.
    pub(super) fn new(text: &str) -> Tokens {
        let small = lowered(text);
        let list = cut(&small);
        Tokens { small, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Token> {
        self.list.get(at).copied()
    }

    /// The letters of a token, empty past the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.get(at).and_then(|token| self.small.get(token.start..token.end)).unwrap_or_default()
    }

    pub(super) fn role(&self, at: usize) -> Option<Role> {
        self.list.get(at)?.role
    }

    pub(super) fn is(&self, at: usize, role: Role) -> bool {
        self.role(at) == Some(role)
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(&mark))
    }

    /// A number of at most so many digits.
    pub(super) fn number(&self, at: usize, most_digits: u8) -> Option<u32> {
        match self.get(at)?.kind {
            Kind::Number { value, digits } if digits <= most_digits => Some(value),
            _ => None,
        }
    }

    /// A year of four digits, of our time or the century before.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        match self.get(at)?.kind {
            Kind::Number { value, digits: 4 } if (1900..2200).contains(&value) => i16::try_from(value).ok(),
            _ => None,
        }
    }

    /// Whether the token stands without a space behind the token before it.
    pub(super) fn joined(&self, at: usize) -> bool {
        at > 0 && self.get(at).zip(self.get(at - 1)).is_some_and(|(here, before)| here.start == before.end)
    }
}

fn cut(small: &str) -> Vec<Token> {
    let mut list = Vec::with_capacity(small.len() / 5);
    let mut letters = small.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if letter.is_whitespace() {
            continue;
        }
        if !is_alphanumeric(letter) {
            list.push(Token { kind: Kind::Mark(letter), role: None, start, end: start + letter.len_utf8() });
            continue;
        }
        let mut end = start + letter.len_utf8();
        let mut value = letter.to_digit(10);
        while let Some(&(at, next)) = letters.peek() {
            if !in_word(next) {
                break;
            }
            value = value.zip(next.to_digit(10)).map(|(value, digit)| value.saturating_mul(10).saturating_add(digit));
            end = at + next.len_utf8();
            letters.next();
        }
        let kind = match value {
            Some(value) => Kind::Number { value, digits: u8::try_from(end - start).unwrap_or(u8::MAX) },
            None => Kind::Word,
        };
        let role = if kind == Kind::Word { small.get(start..end).and_then(|word| LEXICON.role(word)) } else { None };
        list.push(Token { kind, role, start, end });
    }
    list
}

/// Letters, digits, and tone marks that stand by themselves.
fn in_word(letter: char) -> bool {
    is_alphanumeric(letter) || ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_marks() {
        let tokens = Tokens::new("Trước NGÀY 30/8, T12");
        let words: Vec<&str> = (0..tokens.len()).map(|at| tokens.word(at)).collect();
        assert_eq!(words, ["trước", "ngày", "30", "/", "8", ",", "t12"]);
        assert_eq!(tokens.number(2, 2), Some(30));
        assert!(tokens.is(1, Role::Day) && tokens.joined(3) && !tokens.joined(2));
    }

    proptest::proptest! {
        #[test]
        fn small_letters_keep_their_places(text in ".{0,40}") {
            proptest::prop_assert_eq!(lowered(&text).len(), text.len());
        }
    }
}
