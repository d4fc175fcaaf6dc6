//! Lines that are drawn: of all paths, those that run straight across or down.

use super::{content::Content, matrix::Matrix};
use crate::read::pdf::pages::{GREATEST_LENGTH, Length, Rule};

/// How thick a box may be that is drawn for a line, in points.
const THICKEST_RULE: f32 = 3.0;

/// How short a rule may be, in points; dots and ticks are none.
const SHORTEST_RULE: f32 = 4.0;

/// How far a line may leave its direction, in points.
const MOST_SLOPE: f32 = 0.7;

/// How many rules a page may have; a table of a thousand cells has some 4,000.
const MOST_RULES: usize = 20_000;

/// How many points a path may have; longer ones are pictures.
const MOST_POINTS: usize = 4096;

/// The path under construction and the rules that were drawn.
#[derive(Debug, Default)]
pub(crate) struct Path {
    /// Parts of the path, in the coordinates of the page.
    parts: Vec<Vec<(f32, f32)>>,
    points: usize,
    /// What was drawn so far.
    pub(crate) rules: Vec<Rule>,
}

impl Path {
    /// One operator that builds or paints a path; others do nothing.
    pub(crate) fn operate(&mut self, operator: &[u8], content: &Content, matrix: Matrix) {
        match operator {
            b"m" => self.begin(matrix.apply(content.number(0), content.number(1))),
            b"l" => self.add(matrix.apply(content.number(0), content.number(1))),
            b"re" => self.add_box(content.matrix(), matrix),
            // A curve ends the straight part and begins another.
            b"c" => self.begin(matrix.apply(content.number(4), content.number(5))),
            b"v" | b"y" => self.begin(matrix.apply(content.number(2), content.number(3))),
            b"h" => self.close(),
            b"S" | b"B" | b"B*" => self.paint(true),
            b"s" | b"b" | b"b*" => {
                self.close();
                self.paint(true);
            }
            b"f" | b"F" | b"f*" => self.paint(false),
            b"n" => self.clear(),
            _ => {}
        }
    }

    fn begin(&mut self, point: (f32, f32)) {
        if self.points < MOST_POINTS {
            self.parts.push(vec![point]);
            self.points += 1;
        }
    }

    fn add(&mut self, point: (f32, f32)) {
        if self.points < MOST_POINTS
            && let Some(part) = self.parts.last_mut()
        {
            part.push(point);
            self.points += 1;
        }
    }

    fn add_box(&mut self, [x, y, width, height, ..]: [f32; 6], matrix: Matrix) {
        self.begin(matrix.apply(x, y));
        for (x, y) in [(x + width, y), (x + width, y + height), (x, y + height), (x, y)] {
            self.add(matrix.apply(x, y));
        }
    }

    fn close(&mut self) {
        if let Some(first) = self.parts.last().and_then(|part| part.first()).copied() {
            self.add(first);
        }
    }

    fn clear(&mut self) {
        self.parts.clear();
        self.points = 0;
    }

    fn paint(&mut self, stroked: bool) {
        for part in std::mem::take(&mut self.parts) {
            if let Some(thin) = thin_box(&part) {
                self.draw(thin);
            } else if stroked {
                part.windows(2).for_each(|ends| self.draw([ends[0].0, ends[0].1, ends[1].0, ends[1].1]));
            }
        }
        self.points = 0;
    }

    fn draw(&mut self, [x, y, right, bottom]: [f32; 4]) {
        let (wide, high) = ((right - x).abs(), (bottom - y).abs());
        if wide.max(high) < SHORTEST_RULE || wide.min(high) > MOST_SLOPE || self.rules.len() >= MOST_RULES {
            return;
        }
        let (Some(x), Some(y), Some(right), Some(bottom)) = (length(x), length(y), length(right), length(bottom)) else { return };
        self.rules.push(Rule { left: x.min(right), top: y.min(bottom), right: x.max(right), bottom: y.max(bottom) });
    }
}

/// The middle line of a box that is too thin to hold anything.
fn thin_box(points: &[(f32, f32)]) -> Option<[f32; 4]> {
    if points.len() < 4 {
        return None;
    }
    let left = points.iter().map(|point| point.0).fold(f32::INFINITY, f32::min);
    let right = points.iter().map(|point| point.0).fold(f32::NEG_INFINITY, f32::max);
    let top = points.iter().map(|point| point.1).fold(f32::INFINITY, f32::min);
    let bottom = points.iter().map(|point| point.1).fold(f32::NEG_INFINITY, f32::max);
    let (wide, high) = (right - left, bottom - top);
    if high <= THICKEST_RULE && wide > high {
        return Some([left, (top + bottom) / 2.0, right, (top + bottom) / 2.0]);
    }
    (wide <= THICKEST_RULE && high > wide).then_some([(left + right) / 2.0, top, (left + right) / 2.0, bottom])
}

/// Points to hundredths; `None` for what is no place on any page.
pub(crate) fn length(points: f32) -> Option<Length> {
    let hundredths = (points * 100.0).round();
    // A float between these bounds fits.
    (hundredths.abs() <= GREATEST_LENGTH as f32).then_some(hundredths as Length)
}
