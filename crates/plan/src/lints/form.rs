//! What is left of a document's form: lints on missing parts speak only where the text at hand shows that the part should be there.

use phongtrao_document::{Document, Node, NodeKind, Noise};
use phongtrao_value::text::folded;

/// Words of the line of place and date, folded, in their order.
const SLOTS: [&str; 3] = ["ngay", "thang", "nam"];

/// Whether the line of the date has an empty place between "ngày", "tháng" and "năm". A line that can't be read is not a blank one.
pub(super) fn has_open_date(date_line: &str) -> bool {
    let line = folded(date_line);
    let mut rest = line.as_str();
    let mut open = false;
    for (at, slot) in SLOTS.iter().enumerate() {
        let Some(found) = rest.find(slot) else { return at > 0 && rest.trim().is_empty() };
        rest = &rest[found + slot.len()..];
        let end = SLOTS.get(at + 1).and_then(|next| rest.find(next)).unwrap_or(rest.len());
        open |= !rest[..end].contains(char::is_alphanumeric);
    }
    open
}

/// Whether the letterhead was read so badly (a scan) that a missing part means nothing.
pub(super) fn is_unreadable(document: &Document) -> bool {
    let frame = &document.frame;
    frame.issued_on.is_none() && frame.date_line.as_ref().is_some_and(|line| !has_open_date(&line.value))
}

/// Whether the text comes out of a gazette, which leaves parts of the original away.
pub(super) fn is_from_gazette(document: &Document) -> bool {
    fn has_header(node: &Node) -> bool {
        node.kind == NodeKind::Noise(Noise::RunningHeader) || node.children.iter().any(has_header)
    }
    has_header(&document.root)
}

/// Whether the text at hand reaches to the end of the document: it has signatures, recipients or the closing mark.
pub(super) fn is_whole(document: &Document) -> bool {
    let frame = &document.frame;
    frame.closing_mark.is_some() || !frame.signatures.is_empty() || !frame.recipients.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Sông Vân, ngày     tháng 10 năm 2026", true)]
    #[case("Sông Vân, ngày ... tháng ... năm 2026", true)]
    #[case("Sông Vân, ngày", true)]
    #[case("Sông Vân, ngày 12 tháng 10 năm 2026", false)]
    #[case("Sông Vân, ngayWthdng 10 năm 2026", false)]
    fn blanks_in_the_line_of_the_date(#[case] line: &str, #[case] open: bool) {
        assert_eq!(has_open_date(line), open);
    }
}
