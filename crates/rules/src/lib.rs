//! Dated packs: what the law, the forms and the calendars say, as data with a source and the day when it was last checked.
//!
//! Nothing is judged here. The packs lie in `packs/` at the root and are embedded.

/// The packs that hold together.
#[derive(Debug, Clone, Default)]
pub struct Packs {}
