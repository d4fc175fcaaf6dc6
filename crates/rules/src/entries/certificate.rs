//! Sizes of printed certificates.

use serde::Deserialize;

/// The size of a printed certificate, lying.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Width in millimetres.
    pub width: u32,
    /// Height in millimetres.
    pub height: u32,
    /// Width of the frame around the text, where it is said.
    pub border_width: Option<u32>,
    /// Height of that frame.
    pub border_height: Option<u32>,
}
