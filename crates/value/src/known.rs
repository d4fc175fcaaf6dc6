//! *Unknown* as a value.

/// A fact that is known, or that is not, with the reason why not.
///
/// There is no `Default`: a missing figure is never zero and a zero is never missing (invariant 6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known<T> {
    /// The fact stands in a source that was read.
    Known(T),
    /// The fact is not known, and why.
    Unknown(String),
}

impl<T> Known<T> {
    /// The fact, where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Known::Known(fact) => Some(fact),
            Known::Unknown(_) => None,
        }
    }
}
