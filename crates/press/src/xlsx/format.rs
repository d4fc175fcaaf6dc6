//! How cells look: quiet rules, a header that stands out on screen and in print, figures as Vietnamese offices write them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::Holds;

const LETTERS: &str = "Times New Roman";
const SIZE: u32 = 12;
/// The height of a line, in points.
pub(super) const LINE: f64 = 16.0;
/// The greatest height of a row.
const HIGHEST: f64 = 409.0;
const RULE: Color = Color::RGB(0x00BF_BFBF);
const HEAD: Color = Color::RGB(0x00E8_EDF3);

/// Cells of a book, whatever they hold.
pub(super) fn plain() -> Format {
    Format::new().set_font_name(LETTERS).set_font_size(SIZE)
}

/// The first line above a list.
pub(super) fn title() -> Format {
    plain().set_bold().set_font_size(14)
}

/// The header row.
pub(super) fn head() -> Format {
    ruled().set_bold().set_background_color(HEAD).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
}

/// The cells of a column.
pub(super) fn cells(holds: &Holds) -> Format {
    let cell = ruled().set_align(FormatAlign::Top);
    match holds {
        // As text, a code keeps its zeros when somebody types it.
        Holds::Text | Holds::Choice(_) | Holds::Of { .. } => cell.set_num_format("@"),
        Holds::Whole => cell.set_num_format("#,##0"),
        Holds::Year => cell.set_num_format("0").set_align(FormatAlign::Center),
        Holds::Decimal => cell.set_num_format("#,##0.###"),
        Holds::Date => cell.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
        Holds::Money => cell.set_num_format("#,##0"),
    }
}

/// The height of so many lines.
pub(super) fn high(lines: usize) -> f64 {
    (LINE * lines as f64).min(HIGHEST)
}

fn ruled() -> Format {
    plain().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(RULE)
}
