//! Dated packs: what the law, the forms and the calendars say, as data with a source and the day when it was last checked.
//!
//! Nothing is judged here. The packs lie in `packs/` at the root and are embedded; each file holds a `[pack]` table and entries, every entry with
//! its source. What is not known is left out or marked, never guessed.

mod across;
mod calendar;
pub mod criteria;
pub mod diff;
mod documents;
pub mod entries;
mod help;
mod honours;
mod kinds;
mod overlay;
mod own_entries;
mod own_faults;
mod pack;
mod pack_file;
mod packs;
mod stricter;
pub mod texts;

pub use calendar::Holiday;
pub use documents::{Amendment, LegalDocument, Validity};
pub use entries::{Body, Entry, Kind, Scope};
pub use honours::{Honour, HonourForm};
pub use kinds::DocumentKind;
pub use pack::{Confidence, Pack};
pub use packs::{About, PackFinding, Packs};
