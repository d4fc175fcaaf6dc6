//! Styles by the names that `styles.xml` gives them, and the measures of the page.

use super::letter::HeadKind;

/// The width of the text on A4 with margins of 3 cm and 2 cm, in twentieths of a point.
pub(super) const TEXT_WIDTH: usize = 11_906 - 1_701 - 1_134;
/// The left column of the head; the name of the country needs the rest.
pub(super) const HEAD_LEFT: usize = 3_600;
/// The left column of the end.
pub(super) const END_LEFT: usize = 4_535;

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
