//! The markup of a chart of bars: a table without borders, whose bars are shaded cells. It needs no drawing, and each figure can be read and changed.

use super::letter::Bar;
use super::markup::Markup;
use super::parts::text_width;

/// Into how many columns the room of the bars is cut.
const STEPS: usize = 50;

/// The shade of bars: it can be told from the paper when it is copied in black and white.
const SHADE: &str = "7F7F7F";

impl Markup {
    /// A row for each bar: what it stands for, the bar, its figure.
    pub(super) fn bars(&mut self, bars: &[Bar]) {
        let width = text_width(self.page);
        let (label, figure) = (width * 36 / 100, width * 14 / 100);
        let step = (width - label - figure) / STEPS;
        let mut widths = vec![label];
        widths.extend([step; STEPS]);
        widths.push(figure);
        self.columns("LetterFrame", &widths);
        for bar in bars {
            self.push("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            self.column(label, |out| out.paragraph("TableText", &bar.label));
            let full = (usize::from(bar.length) * STEPS).div_ceil(100).min(STEPS);
            self.steps(full, step, Some(SHADE));
            self.steps(STEPS - full, step, None);
            self.column(figure, |out| out.paragraph("TableTextRight", &bar.figure));
            self.push("</w:tr>");
        }
        self.push("</w:tbl>");
    }

    /// A cell of so many columns; white lines above and below part it from its neighbours.
    fn steps(&mut self, number: usize, step: usize, shade: Option<&str>) {
        if number == 0 {
            return;
        }
        self.push(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{number}\"/>", number * step));
        if let Some(shade) = shade {
            let line = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"48\" w:space=\"0\" w:color=\"FFFFFF\"/>");
            self.push(&format!("<w:tcBorders>{}{}</w:tcBorders>", line("top"), line("bottom")));
            self.push(&format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{shade}\"/>"));
        }
        self.push("</w:tcPr>");
        self.empty("TableText");
        self.push("</w:tc>");
    }
}
