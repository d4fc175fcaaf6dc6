//! How a council is made up.

use serde::Deserialize;

/// How a council is made up. What the source leaves open is none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Council {
    /// Whether the number of members must be odd.
    #[serde(default)]
    pub odd: bool,
    /// The greatest number of vice-chairs.
    pub most_vice_chairs: Option<u32>,
}

impl Council {
    /// Whether a council may have so many members, so many of them vice-chairs.
    pub fn allows(&self, members: u32, vice_chairs: u32) -> bool {
        (!self.odd || members % 2 == 1) && self.most_vice_chairs.is_none_or(|most| vice_chairs <= most)
    }
}
