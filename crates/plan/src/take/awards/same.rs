//! Offers gathered, each honour once.

use phongtrao_value::text::is_alphanumeric;

use super::AwardOffer;
use super::words::WORDS;
use crate::take::phrase::lowered;

/// Offers in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Offers {
    offers: Vec<(AwardOffer, Key)>,
}

/// What makes an honour the same as another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    name: Vec<String>,
    authority: Vec<String>,
}

/// How many words an authority may have more than another that it is the fuller name of.
const FULLER: usize = 6;

/// How many honours are kept: no document offers so many.
const MOST: usize = 1000;

impl Offers {
    /// Adds an offer, or makes a known one fuller.
    pub(super) fn add(&mut self, offer: AwardOffer) {
        let key = Key { name: comparable(&offer.name), authority: comparable(offer.authority.as_deref().unwrap_or_default()) };
        let room = self.offers.len() < MOST;
        match self.offers.iter_mut().find(|(_, known)| known.is_same(&key)) {
            Some((known, known_key)) => {
                for subject in &offer.subjects {
                    if !known.subjects.contains(subject) {
                        known.subjects.push(*subject);
                    }
                }
                if known_key.authority.is_empty() && !key.authority.is_empty() || known_key.is_less_than(&key) {
                    *known = AwardOffer { subjects: std::mem::take(&mut known.subjects), ..offer };
                    *known_key = key;
                }
            }
            None if room => self.offers.push((offer, key)),
            None => {}
        }
    }

    /// The offers. Several may have become the same when they became fuller.
    pub(super) fn found(self) -> Vec<AwardOffer> {
        let mut kept: Vec<(AwardOffer, Key)> = Vec::new();
        for (offer, key) in self.offers {
            if !kept.iter().any(|(_, known)| known.is_same(&key)) {
                kept.push((offer, key));
            }
        }
        kept.into_iter().map(|(offer, _)| offer).collect()
    }
}

impl Key {
    /// Whether both are of one name, and of one authority as far as it is said.
    fn is_same(&self, other: &Key) -> bool {
        self.name == other.name && is_part_of(&self.authority, &other.authority)
    }

    /// Whether the other's authority says more: this one's is its beginning, or a level alone (`của tỉnh`).
    fn is_less_than(&self, other: &Key) -> bool {
        let fuller = other.authority.len() > self.authority.len();
        fuller && (self.authority.len() <= 1 || other.authority.starts_with(&self.authority))
    }
}

/// Whether the words of the shorter stand in the longer in the same order, and few others with them.
fn is_part_of(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    short.is_empty()
        || long.starts_with(short)
        || (long.len() - short.len() <= FULLER && short.iter().all(|word| rest.any(|other| other == word)))
}

fn comparable(name: &str) -> Vec<String> {
    let lower = lowered(name);
    let words = lower.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty());
    let mut out = Vec::new();
    for word in words {
        match WORDS.written_out.get(word) {
            Some(long) => out.extend(long.split(' ').map(str::to_owned)),
            None => out.push(word.to_owned()),
        }
    }
    out
}
