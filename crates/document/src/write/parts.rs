//! Styles by the names that `styles.xml` gives them, and the measures of the page.

use super::letter::{HeadKind, HeadLine, Page};

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

/// How far a rule is indented on both sides of a column, in twentieths of a point; none for styles that are no rule.
pub(super) fn rule_indent(style: &str, width: usize) -> Option<usize> {
    let length = match style {
        "RuleShort" => width * 2 / 5,
        // As long as the motto.
        "RuleLong" => MOTTO,
        "RuleTitle" => width / 5,
        _ => return None,
    };
    Some(width.saturating_sub(length) / 2)
}

/// The length of the motto at 13 points.
const MOTTO: usize = 3_400;

/// A name of the head that is longer than its column, broken into lines of about the same length: a last word alone looks torn.
pub(super) fn balanced(line: &HeadLine, width: usize) -> String {
    if !matches!(line.kind, HeadKind::Superior | HeadKind::Issuer) {
        return line.words.clone();
    }
    let capital = if line.kind == HeadKind::Issuer { BOLD_CAPITAL } else { CAPITAL };
    let length = |words: &str| words.chars().map(|letter| if NARROW.contains(&letter) { NARROW_LETTER } else { capital }).sum::<usize>();
    let lines = length(&line.words).div_ceil(width.max(1));
    let aim = length(&line.words) / lines.max(1);
    let mut out = String::new();
    let mut current = 0;
    for word in line.words.split(' ') {
        let own = length(word) + length(" ");
        // The longer part stands above; a dash never begins a line.
        let is_full = word != "-" && (current >= aim || current + own > width);
        if !out.is_empty() && is_full {
            out.push('\n');
            current = 0;
        } else if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        current += own;
    }
    out
}

/// About how long letters of 12 points are, in twentieths of a point.
const CAPITAL: usize = 160;
const BOLD_CAPITAL: usize = 172;
const NARROW_LETTER: usize = 70;
const NARROW: [char; 5] = [' ', '-', ',', '.', 'I'];

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("KHOA NÔNG NGHIỆP", "KHOA NÔNG NGHIỆP")]
    #[case("TRƯỜNG ĐẠI HỌC VĨNH GIANG", "TRƯỜNG ĐẠI HỌC\nVĨNH GIANG")]
    #[case("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "HỘI ĐỒNG THI ĐUA -\nKHEN THƯỞNG")]
    fn long_names_are_broken_in_the_middle(#[case] name: &str, #[case] expected: &str) {
        let line = HeadLine { kind: HeadKind::Issuer, words: name.to_owned() };
        assert_eq!(balanced(&line, head_left(Page::Upright)), expected);
    }
}
