//! The picture of an emblem, as the organisation has it: none comes with the program.

use std::sync::Arc;

use phongtrao_diagnostic::{Finding, Severity};

use crate::texts;

/// What every PNG picture begins with, up to its width.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// A picture in PNG: what both PDF and Word files can hold.
#[derive(Clone, PartialEq, Eq)]
pub struct Emblem {
    bytes: Arc<[u8]>,
    /// Width and height in points of the picture.
    size: (u32, u32),
}

impl Emblem {
    /// A picture out of the bytes of its file.
    ///
    /// # Errors
    ///
    /// A finding when it is no picture in PNG.
    pub fn read(bytes: &[u8]) -> Result<Emblem, Box<Finding>> {
        let fault = || Box::new(Finding::new("paper-emblem", Severity::Error, texts::emblem_unread()).help(texts::emblem_unread_help()));
        let head = bytes.strip_prefix(SIGNATURE).and_then(|head| head.first_chunk::<8>()).ok_or_else(fault)?;
        let [a, b, c, d, e, f, g, h] = *head;
        let size = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
        if size.0 == 0 || size.1 == 0 { Err(fault()) } else { Ok(Emblem { bytes: bytes.into(), size }) }
    }

    /// Its file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its width and height, the largest that have room, with its own proportions.
    pub fn within(&self, width: f64, height: f64) -> (f64, f64) {
        let own = (f64::from(self.size.0), f64::from(self.size.1));
        let scale = (width / own.0).min(height / own.1);
        (own.0 * scale, own.1 * scale)
    }
}

impl std::fmt::Debug for Emblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Emblem {} x {}", self.size.0, self.size.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Emblem;

    #[test]
    fn it_keeps_its_proportions() {
        let head = [super::SIGNATURE, &[0, 0, 0, 40, 0, 0, 0, 80]].concat();
        let emblem = Emblem::read(&head).expect("a head of a picture");
        assert_eq!(emblem.within(24.0, 24.0), (12.0, 24.0));
    }

    #[rstest::rstest]
    #[case(b"")]
    #[case(b"<svg xmlns='http://www.w3.org/2000/svg'/>")]
    #[case(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")]
    #[case(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x09")]
    fn what_is_no_picture_is_a_finding(#[case] bytes: &[u8]) {
        assert_eq!(Emblem::read(bytes).expect_err("no picture").code, "paper-emblem");
    }
}
