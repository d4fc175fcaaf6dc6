//! Styles by the names that `styles.xml` gives them, and the measures of the page.

use super::letter::{HeadKind, HeadLine, Page};
use super::lines::broken;
use super::widths::Letters;

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

/// How many sign beside each other: three, where they come in threes.
pub(super) fn abreast(signatures: usize) -> usize {
    if signatures.is_multiple_of(3) { 3 } else { 2 }
}

/// The width of a column in which one of so many signs; some room parts it from the next.
pub(super) fn signature_width(page: Page, places: usize) -> usize {
    text_width(page) / places.max(1)
}

/// The room that is left between the words of two who sign beside each other: 4 mm.
pub(super) const BETWEEN: usize = 228;

/// The letters of capacities and names: smaller where three sign beside each other.
pub(super) fn signature_letters(abreast: usize) -> Letters {
    Letters { size: if abreast > 2 { 13 } else { 14 }, bold: true }
}

/// The letters of names in the head, of the motto and of titles.
pub(super) fn head_letters(kind: HeadKind) -> Letters {
    Letters { size: if kind == HeadKind::Motto { 13 } else { 12 }, bold: kind != HeadKind::Superior }
}

/// The letters of the title.
pub(super) const TITLE: Letters = Letters { size: 14, bold: true };

/// How far a rule is indented on both sides of a column, in twentieths of a point: below a name or a title it has two fifths of the words, below the motto their length.
pub(super) fn rule_indent(style: &str, words: &str, letters: Letters, width: usize) -> usize {
    let longest = letters.longest(words).min(width);
    let length = if style == "RuleLong" { longest } else { longest * 2 / 5 };
    (width - length) / 2
}

/// A name of the head in as few lines as it needs.
pub(super) fn broken_head(line: &HeadLine, width: usize) -> String {
    match line.kind {
        HeadKind::Superior | HeadKind::Issuer => broken(&line.words, head_letters(line.kind), width),
        _ => line.words.clone(),
    }
}
