//! Offers gathered, each honour once.

use phongtrao_value::text::is_alphanumeric;

use super::AwardOffer;
use super::words::WORDS;
use crate::take::phrase::lowered;

/// Offers in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Offers {
    offers: Vec<(AwardOffer, Key)>,
    /// The words of the name of who issues the document.
    issuer: Vec<String>,
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
    /// None yet, of a document of this issuer.
    pub(super) fn of(issuer: &str) -> Offers {
        Offers { offers: Vec::new(), issuer: comparable(issuer) }
    }

    /// Adds an offer, or makes a known one fuller.
    pub(super) fn add(&mut self, offer: AwardOffer) {
        let key = Key { name: comparable(&offer.name), authority: comparable(offer.authority.as_deref().unwrap_or_default()) };
        let room = self.offers.len() < MOST;
        let issuer = &self.issuer;
        match self.offers.iter_mut().find(|(_, known)| known.is_same(&key, issuer)) {
            Some((known, known_key)) => {
                for subject in &offer.subjects {
                    if !known.subjects.contains(subject) {
                        known.subjects.push(*subject);
                    }
                }
                known.heads.extend(offer.heads.iter().cloned());
                known.quota = known.quota.take().or_else(|| offer.quota.clone());
                if known_key.authority.is_empty() && !key.authority.is_empty() || known_key.is_less_than(&key) {
                    let (subjects, heads) = (std::mem::take(&mut known.subjects), std::mem::take(&mut known.heads));
                    *known = AwardOffer { subjects, heads, quota: known.quota.take(), ..offer };
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
            if !kept.iter().any(|(_, known)| known.is_same(&key, &self.issuer)) {
                kept.push((offer, key));
            }
        }
        kept.into_iter().map(|(offer, _)| offer).collect()
    }
}

impl Key {
    /// Whether both are of one name, and of one authority as far as it is said.
    fn is_same(&self, other: &Key, issuer: &[String]) -> bool {
        self.name == other.name && is_part_of(&self.authority, &other.authority) && !self.is_elsewhere(other, issuer)
    }

    /// Whether one's authority is an office alone, which is that of the issuer, and the other's the same office of another body: `Giám đốc`,
    /// `Giám đốc Sở Y tế`.
    fn is_elsewhere(&self, other: &Key, issuer: &[String]) -> bool {
        let (short, long) = if self.authority.len() <= other.authority.len() {
            (&self.authority, &other.authority)
        } else {
            (&other.authority, &self.authority)
        };
        let Some(body) = long.strip_prefix(short.as_slice()).filter(|body| !body.is_empty()) else { return false };
        let office = WORDS.offices.start(&short.join(" ")).is_some_and(|length| length == short.join(" ").len());
        // Two words tell a body from another: `nhà trường`, `Sở Y tế`.
        office && !issuer.is_empty() && !body.iter().take(2).any(|word| issuer.contains(word))
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
