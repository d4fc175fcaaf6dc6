//! Where the lines of a face stand: a layout that comes with the paper, and an organisation's measures of its own printed blanks.

use std::collections::BTreeMap;
use std::num::NonZeroU8;

use phongtrao_document::write::Side;
use serde::{Deserialize, Serialize};

use crate::Emblem;
use crate::composed::{Face, FaceLine, FacePicture};
use crate::within::{Breadth, LetterSize, Millimetres};

/// What a line of a face is, in the order in which it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spot {
    /// The name of the country, or the Party's heading.
    Country,
    /// The motto below it.
    Motto,
    /// The post of whoever decides, in capitals.
    DecidedBy,
    /// `TẶNG`, `TẶNG DANH HIỆU`, `TRUY TẶNG`.
    Act,
    /// What is given, in capitals.
    Honour,
    /// Who is honoured.
    Recipient,
    /// Post and unit.
    Post,
    /// For what.
    Achievement,
    /// The decision, with number and date.
    Decision,
    /// For which year.
    Year,
    /// The ordinal in the decision.
    GoldenBook,
    /// Place and date of signing.
    PlaceDate,
    /// In what capacity it is signed.
    Capacity,
    /// The name of who signs.
    Signatory,
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sheet {
    /// A4, across.
    A4,
    /// A5, across.
    A5,
    /// The sheet of certificates of merit.
    Merit,
}

/// Sheets, and where lines stand on the first of them; on the others all measures grow or shrink with the sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Layout {
    /// The sheet for which the places below are measured.
    pub measured_on: Sheet,
    /// Width and height of the sheets, in millimetres.
    pub sheets: BTreeMap<Sheet, (f64, f64)>,
    /// How far the border stands from the edges.
    pub border: f64,
    /// The room of the emblem.
    pub emblem: Room,
    /// The lines that are printed on a blank which has all the others already.
    pub on_blank: Vec<Spot>,
    /// Where the lines stand.
    pub lines: BTreeMap<Spot, Place>,
}

impl Layout {
    /// The sheet of a width and height.
    pub(crate) fn sheet_of(&self, width: f64, height: f64) -> Option<Sheet> {
        let is_close = |of: &(f64, f64)| (of.0 - width).abs() < 0.5 && (of.1 - height).abs() < 0.5;
        self.sheets.iter().find(|(_, of)| is_close(of)).map(|(sheet, _)| *sheet)
    }
}

/// A room on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Room {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Where a line stands, and how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Place {
    x: f64,
    y: f64,
    width: f64,
    size: f64,
    #[serde(default = "one")]
    lines: u8,
    #[serde(default)]
    bold: bool,
    #[serde(default)]
    italic: bool,
    #[serde(default)]
    red: bool,
    #[serde(default)]
    ruled: bool,
    #[serde(default = "middle")]
    side: Side,
}

fn one() -> u8 {
    1
}

fn middle() -> Side {
    Side::Middle
}

/// On what a certificate is printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Printing {
    /// The sheet: Decision 01/2026/QĐ-TTg says which award has which.
    pub sheet: Sheet,
    /// Whether the sheets are blanks that are printed already, so that only what differs is put on them.
    #[serde(default)]
    pub on_blank: bool,
    /// Whether a ruler in millimetres is laid over the sheets, to be printed on plain paper and held against a blank.
    #[serde(default)]
    pub ruler: bool,
    /// Where the lines stand on the organisation's blanks.
    #[serde(default)]
    pub calibration: Calibration,
}

/// How an organisation's own blanks differ: measured with a ruler on the blank, in millimetres.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Calibration {
    /// How far everything moves to the right: what the printer takes in askew.
    #[serde(default)]
    pub dx: Millimetres,
    /// How far everything moves down.
    #[serde(default)]
    pub dy: Millimetres,
    /// The lines that are printed; without any, those that differ from one certificate to the next.
    #[serde(default)]
    pub printed: Vec<Spot>,
    /// Lines that stand elsewhere than the layout says.
    #[serde(default)]
    pub lines: BTreeMap<Spot, Measured>,
}

/// A line as measured; what is not measured stays as the layout says.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measured {
    /// The left edge of its room.
    pub x: Option<Millimetres>,
    /// The foot of the letters of its first line.
    pub y: Option<Millimetres>,
    /// The width of its room.
    pub width: Option<Breadth>,
    /// The size of its letters, in points.
    pub size: Option<LetterSize>,
    /// How many lines it has room for.
    pub lines: Option<NonZeroU8>,
    /// On which side of its room the words stand.
    pub side: Option<Side>,
}

/// The face of these sheets, whole, or only what a blank leaves open.
pub fn face(layout: &Layout, printing: &Printing, emblem: Option<&Emblem>, sheets: Vec<Vec<(Spot, String)>>) -> Face {
    let Printing { sheet, on_blank, ruler, ref calibration } = *printing;
    let size_of = |sheet: &Sheet| layout.sheets.get(sheet).copied().unwrap_or((1.0, 1.0));
    let ((width, height), (base_width, base_height)) = (size_of(&sheet), size_of(&layout.measured_on));
    let grown = Grown { across: width / base_width, down: height / base_height };
    let printed = if calibration.printed.is_empty() { &layout.on_blank } else { &calibration.printed };
    let lines = |words: Vec<(Spot, String)>| {
        let shown = words.into_iter().filter(|(spot, words)| !words.is_empty() && (!on_blank || printed.contains(spot)));
        shown.filter_map(|(spot, words)| Some(line(spot, words, layout.lines.get(&spot)?, grown, calibration))).collect()
    };
    let border = (!on_blank).then_some(layout.border * grown.least());
    let emblem = emblem.filter(|_| !on_blank).map(|emblem| picture(emblem, layout.emblem, grown));
    Face { width, height, border, emblem, ruler, sheets: sheets.into_iter().map(lines).collect() }
}

/// The emblem in the middle of its room.
fn picture(emblem: &Emblem, room: Room, grown: Grown) -> FacePicture {
    let (width, height) = emblem.within(room.width * grown.least(), room.height * grown.least());
    let x = (room.x + room.width / 2.0) * grown.across - width / 2.0;
    let y = (room.y + room.height / 2.0) * grown.down - height / 2.0;
    FacePicture { x, y, width, height, picture: emblem.clone() }
}

/// How much larger a sheet is than the one that was measured.
#[derive(Clone, Copy)]
struct Grown {
    across: f64,
    down: f64,
}

impl Grown {
    fn least(self) -> f64 {
        self.across.min(self.down)
    }
}

fn line(spot: Spot, words: String, place: &Place, grown: Grown, calibration: &Calibration) -> FaceLine {
    let measured = calibration.lines.get(&spot).copied().unwrap_or_default();
    FaceLine {
        spot,
        words,
        x: measured.x.map_or(place.x * grown.across, Millimetres::get) + calibration.dx.get(),
        y: measured.y.map_or(place.y * grown.down, Millimetres::get) + calibration.dy.get(),
        width: measured.width.map_or(place.width * grown.across, Breadth::get),
        lines: measured.lines.map_or(place.lines, NonZeroU8::get),
        size: measured.size.map_or(place.size * grown.least(), LetterSize::get),
        bold: place.bold,
        italic: place.italic,
        red: place.red,
        ruled: place.ruled,
        side: measured.side.unwrap_or(place.side),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::{Calibration, Layout, Printing, Spot, face};
    use crate::papers;

    const LAYOUT: &str = r#"
measured-on = "a4"
sheets = { a4 = [300.0, 200.0], merit = [360.0, 220.0] }
border = 8.0
emblem = { x = 140, y = 10, width = 20, height = 20 }
on-blank = ["recipient"]
lines.honour = { x = 20, y = 100, width = 260, size = 30 }
lines.recipient = { x = 30, y = 110, width = 240, size = 20 }
"#;

    fn layout() -> Layout {
        toml::from_str(LAYOUT).expect("a layout")
    }

    fn printing(text: &str) -> Printing {
        toml::from_str(text).expect("a printing")
    }

    fn words() -> Vec<Vec<(Spot, String)>> {
        vec![vec![(Spot::Honour, "GIẤY KHEN".into()), (Spot::Recipient, "Ông Y Bhiốt Êban".into()), (Spot::Post, "Giảng viên".into())]]
    }

    #[test]
    fn a_larger_sheet_has_larger_measures() {
        let face = face(&layout(), &printing("sheet = \"merit\""), None, words());
        assert_eq!((face.width, face.height), (360.0, 220.0));
        let places: Vec<[f64; 3]> =
            face.sheets[0].iter().map(|line| [line.x, line.y, line.size].map(|number| (number * 10.0).round() / 10.0)).collect();
        assert_eq!(places, [[24.0, 110.0, 33.0], [36.0, 121.0, 22.0]]);
    }

    #[test]
    fn on_a_blank_stands_only_what_differs_where_the_ruler_says() {
        let blank = "sheet = \"a4\"\non-blank = true\ncalibration = { dx = 1.5, dy = -2, lines.recipient = { x = 60, y = 98.5 } }";
        let face = face(&layout(), &printing(blank), None, words());
        assert_eq!(face.border, None);
        let lines: Vec<(Spot, f64, f64, f64)> = face.sheets[0].iter().map(|line| (line.spot, line.x, line.y, line.width)).collect();
        assert_eq!(lines, [(Spot::Recipient, 61.5, 96.5, 240.0)]);
    }

    #[test]
    fn other_lines_can_be_open_on_a_blank() {
        let blank = "sheet = \"a4\"\non-blank = true\ncalibration.printed = [\"honour\"]";
        let face = face(&layout(), &printing(blank), None, words());
        assert_eq!(face.sheets[0].iter().map(|line| line.spot).collect::<Vec<Spot>>(), [Spot::Honour]);
    }

    #[rstest]
    #[case::no_end("lines.recipient.size = inf")]
    #[case::no_number("lines.recipient.size = nan")]
    #[case::larger_than_a_sheet("lines.recipient.size = 1e9")]
    #[case::less_than_nothing("lines.recipient.size = -5")]
    #[case::no_width("lines.recipient.width = -3")]
    #[case::no_lines("lines.recipient.lines = 0")]
    #[case::a_place_that_is_none("lines.recipient.x = nan")]
    #[case::a_move_that_is_none("dx = nan")]
    #[case::a_move_off_the_table("dy = -inf")]
    fn measures_are_refused_where_no_sheet_has_them(#[case] text: &str) {
        let finding = crate::read::<Calibration>(text).expect_err("no measure");
        let value = text.find('=').expect("a value") + 2;
        assert_eq!(finding.span.map(|span| (span.start, span.end)), Some((value, text.len())), "{finding:?}");
    }

    fn measure() -> impl Strategy<Value = f64> {
        prop_oneof![any::<f64>(), -1100.0..1100.0, 0.5..210.0]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

        /// Whatever a ruler or a slip of the hand gives: it is refused, or both files are made.
        #[test]
        fn what_is_measured_can_be_printed(x in measure(), y in measure(), width in measure(), size in measure(), lines: u8, dx in measure()) {
            let kind = papers::kind("certificate").expect("a kind of paper");
            let number = |of: f64| toml::Value::Float(of).to_string();
            let [x, y, width, size, dx] = [x, y, width, size, dx].map(number);
            let measured = format!("x = {x}, y = {y}, width = {width}, size = {size}, lines = {lines}");
            let blank = format!("[printing]\ncalibration = {{ dx = {dx}, lines.recipient = {{ {measured} }} }}\non-blank = true\n");
            let text = kind.example.replacen("[printing]\n", &blank, 1);
            prop_assert_ne!(&text, kind.example);
            if let Ok(paper) = (kind.read)(&text) {
                let style = crate::Style::plain(phongtrao_value::Date::constant(2026, 6, 30));
                prop_assert!(crate::docx(&*paper, &style).is_ok());
                prop_assert!(crate::pdf::pdf(&*paper, &style, "measured", crate::pdf::Standard::A2a).is_ok(), "{}", measured);
            }
        }
    }
}
