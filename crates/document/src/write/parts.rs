//! Styles by the names that `styles.xml` gives them, and the measures of the page.

use super::letter::{HeadKind, Page};

/// A sheet of paper, in twentieths of a point.
pub(super) struct Sheet {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Its left margin; the right one is [`RIGHT`].
    pub(super) left: usize,
}

/// The right margin: 2 cm.
const RIGHT: usize = 1_134;

/// The sheet that a page is. Decree 30/2020, Annex I: A4, 30 to 35 mm on the left, 15 to 20 on the right.
pub(super) fn sheet(page: Page) -> Sheet {
    match page {
        Page::Upright => Sheet { width: 11_906, height: 16_838, left: 1_701 },
        Page::Across => Sheet { width: 16_838, height: 11_906, left: 1_701 },
        Page::Slip => Sheet { width: 11_906, height: 8_391, left: 1_134 },
    }
}

/// The width of the text.
pub(super) fn text_width(page: Page) -> usize {
    let sheet = sheet(page);
    sheet.width - sheet.left - RIGHT
}

/// The left column of the head; the name of the country needs the rest.
pub(super) fn head_left(page: Page) -> usize {
    match page {
        Page::Upright => 3_600,
        Page::Across => 6_000,
        Page::Slip => 4_000,
    }
}

/// The left column of the end.
pub(super) fn end_left(page: Page) -> usize {
    text_width(page) / 2
}

/// The style of a line of the head.
pub(super) fn head_style(kind: HeadKind) -> &'static str {
    match kind {
        HeadKind::Superior => "Superior",
        HeadKind::Issuer => "Issuer",
        HeadKind::Country => "Country",
        HeadKind::Motto => "Motto",
        HeadKind::Number => "DocumentNumber",
        HeadKind::PlaceDate => "PlaceDate",
        HeadKind::Other => "HeadOther",
    }
}

/// The rule that stands below the last line of this kind.
pub(super) fn rule_below(kind: HeadKind) -> Option<&'static str> {
    match kind {
        HeadKind::Issuer => Some("RuleShort"),
        HeadKind::Motto => Some("RuleLong"),
        _ => None,
    }
}

/// The style of a heading.
pub(super) fn heading_style(level: u8, centred: bool) -> String {
    let level = level.clamp(1, 9);
    if centred { format!("HeadingCentred{}", level.min(3)) } else { format!("Heading{level}") }
}
