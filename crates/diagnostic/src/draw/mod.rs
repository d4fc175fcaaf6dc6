//! Drawings of a report: for a person at a terminal, for other programs, for a browser.

mod excerpt;
mod human;
mod json;
mod marking;
mod page;
mod sarif;
mod short;

pub use human::{Style, human};
pub use json::json;
pub use page::page;
pub use sarif::{Rule, Tool, sarif};
pub use short::short;

/// JSON as people can read it too.
fn pretty(value: &impl serde::Serialize) -> String {
    // Serialising fails only for maps whose keys are not strings and for types that refuse: there is none here.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
