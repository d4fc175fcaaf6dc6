//! Text that stands side by side without drawn lines: the two columns of a letterhead, recipients beside the signature, newspaper columns.

use std::ops::Range;

use super::{
    line::TextLine,
    rows::{Row, share},
};
use crate::read::pdf::pages::Length;

/// The narrowest gutter between two columns, in hundredths of the font's size.
const GUTTER: i64 = 60;

/// How many rows with words on both sides a letterhead or the end of a document has at most; a longer run is a list set with tabs.
const MOST_PAIRS: usize = 14;

/// How many lines each column of a newspaper page has at least.
const NEWSPAPER_LINES: usize = 12;

/// How much of its column a line of a newspaper fills on average, in hundredths.
const NEWSPAPER_FILL: i64 = 75;

/// How far lines may stand apart that one column holds, in hundredths of the font's size: a signature leaves room for a hand.
const FAR: i64 = 900;

/// The same for lines that stand on their left edge.
const NEAR: i64 = 190;

/// How far a name may hang out of the column in which it stands, in hundredths of the font's size.
const SLACK: i64 = 300;

/// What stands between two tables of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// A line, maybe of several segments.
    Line(TextLine),
    /// Two columns.
    Columns(Vec<TextLine>, Vec<TextLine>),
}

/// Finds columns among the rows of a page.
pub(crate) fn parts(page: usize, rows: &[Row]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    // Rows before this one stand in columns already.
    let mut free = 0;
    while at < rows.len() {
        match Region::from(page, rows, at, free).filter(Region::is_columns) {
            Some(region) => {
                // Rows above the first pair that belong to a column were taken for lines before the pair was seen.
                let taken = rows[region.rows.start..at].len();
                parts.truncate(parts.len() - taken.min(parts.len()));
                at = region.rows.end;
                free = at;
                region.finish(&mut parts);
            }
            None => {
                parts.push(Part::Line(TextLine::of_row(page, &rows[at])));
                at += 1;
            }
        }
    }
    parts
}

/// Rows of two columns with a gutter between them that no word crosses.
struct Region {
    rows: Range<usize>,
    gutter: Range<Length>,
    left: Vec<TextLine>,
    right: Vec<TextLine>,
    pairs: usize,
}

/// How a row lies to a gutter.
enum Side {
    Left(TextLine),
    Right(TextLine),
    Both(TextLine, TextLine),
    Across,
}

impl Region {
    /// The region whose first pair is the row at `first`, or that row and the next when they would overlap in one column; it holds no row before
    /// `free`.
    fn from(page: usize, rows: &[Row], first: usize, free: usize) -> Option<Region> {
        let gutter = pair(rows, first)?;
        let mut region = Region { rows: first..first, gutter, left: Vec::new(), right: Vec::new(), pairs: 0 };
        region.grow_down(page, rows);
        region.grow_up(page, rows, free);
        Some(region)
    }

    fn grow_down(&mut self, page: usize, rows: &[Row]) {
        // Rows after the last pair are only taken when they fit into a column; until then they wait.
        while let Some(row) = rows.get(self.rows.end) {
            let Some((side, gutter)) = self.side(page, row) else { return };
            let fits = match &side {
                Side::Across => false,
                Side::Both(..) => true,
                Side::Left(line) => self.fits(line, &self.left) || self.is_overlapped(rows),
                Side::Right(line) => self.fits(line, &self.right) || self.is_under_right(line) || self.is_overlapped(rows),
            };
            if !fits {
                return;
            }
            self.gutter = gutter;
            self.take(side, false);
            self.rows.end += 1;
        }
    }

    fn grow_up(&mut self, page: usize, rows: &[Row], free: usize) {
        while let Some(row) = self.rows.start.checked_sub(1).filter(|above| *above >= free).and_then(|above| rows.get(above)) {
            let Some((side, gutter)) = self.side(page, row) else { return };
            let fits = match &side {
                Side::Across | Side::Both(..) => false,
                Side::Left(line) => self.fits(line, &self.left),
                Side::Right(line) => self.fits(line, &self.right),
            };
            if !fits {
                return;
            }
            self.gutter = gutter;
            self.take(side, true);
            self.rows.start -= 1;
        }
    }

    /// Whether the next row overlaps the one after or before it: in one column it could not.
    fn is_overlapped(&self, rows: &[Row]) -> bool {
        let at = self.rows.end;
        overlaps(rows, at) || at.checked_sub(1).is_some_and(|before| overlaps(rows, before))
    }

    /// How a row lies to the gutter, and what is left of the gutter.
    fn side(&self, page: usize, row: &Row) -> Option<(Side, Range<Length>)> {
        let narrowest = share(row.size, GUTTER);
        let across = Some((Side::Across, self.gutter.clone()));
        // The rightmost gap within the gutter parts the columns: the left one may have gaps of its own, a purpose behind a recipient.
        for cut in (0..=row.pieces.len()).rev() {
            let left = row.pieces.get(..cut)?.iter().map(|piece| piece.right).max();
            let right = row.pieces.get(cut).map(|piece| piece.left);
            let gutter = self.gutter.start.max(left.unwrap_or(Length::MIN))..self.gutter.end.min(right.unwrap_or(Length::MAX));
            if gutter.end - gutter.start < narrowest {
                continue;
            }
            let side = match (left, right) {
                (Some(_), None) => Side::Left(part(page, row, 0..cut)),
                (None, Some(_)) => Side::Right(part(page, row, 0..row.pieces.len())),
                // Two words of one sentence may happen to stand on both sides of a gutter: a pair needs a gap that stands out.
                _ if row.cut_within(&gutter).is_none() => return across,
                _ => both(page, row, cut),
            };
            return Some((side, gutter));
        }
        across
    }

    /// Whether a line goes on with a column: under the same middle, or on the same left edge and near.
    fn fits(&self, line: &TextLine, column: &[TextLine]) -> bool {
        let near = |other: &&TextLine, most: i64| (line.base - other.base).abs() <= share(line.size.max(other.size), most);
        let nearest = || column.iter().min_by_key(|other| (line.base - other.base).abs());
        nearest().is_some_and(
            |other| {
                if line.has_left_of(other) { near(&other, NEAR) } else { line.has_middle_of(other) && near(&other, FAR) }
            },
        )
    }

    /// Whether a line stands below the right column and within it: a name under the post of who signs.
    fn is_under_right(&self, line: &TextLine) -> bool {
        let slack = share(line.size, SLACK);
        let left = self.right.iter().map(|other| other.left).min();
        let right = self.right.iter().map(|other| other.right).max();
        let near = self.right.last().is_some_and(|last| line.base - last.base <= share(line.size, FAR));
        let within = left.is_some_and(|left| line.left >= left - slack) && right.is_some_and(|right| line.right <= right + slack);
        near && within && !self.is_between(line)
    }

    /// Whether a line stands in the middle of both columns rather than of the right one: the title below a letterhead.
    fn is_between(&self, line: &TextLine) -> bool {
        let middle = |lines: &mut dyn Iterator<Item = &TextLine>| {
            let edges = lines.map(|line| (line.left, line.right)).reduce(|all, line| (all.0.min(line.0), all.1.max(line.1)));
            edges.map(|(left, right)| i32::midpoint(left, right))
        };
        let of_both = middle(&mut self.left.iter().chain(&self.right));
        let of_right = middle(&mut self.right.iter());
        let off = |middle: Length| (line.middle() - middle).abs();
        of_both.zip(of_right).is_some_and(|(both, right)| off(both) < off(right))
    }

    fn take(&mut self, side: Side, above: bool) {
        let mut put = |line: TextLine, left: bool| {
            let column = if left { &mut self.left } else { &mut self.right };
            let place = if above { 0 } else { column.len() };
            column.insert(place, line);
        };
        match side {
            Side::Left(line) => put(line, true),
            Side::Right(line) => put(line, false),
            Side::Both(left, right) => {
                put(left, true);
                put(right, false);
                self.pairs += 1;
            }
            Side::Across => {}
        }
    }

    fn is_columns(&self) -> bool {
        self.left.len() >= 2 && self.right.len() >= 2 && (self.pairs <= MOST_PAIRS || self.is_newspaper())
    }

    fn is_newspaper(&self) -> bool {
        [&self.left, &self.right].into_iter().all(|column| {
            let left = column.iter().map(|line| line.left).min().unwrap_or(0);
            let right = column.iter().map(|line| line.right).max().unwrap_or(0);
            let filled: i64 = column.iter().map(|line| i64::from(line.width())).sum();
            let room = i64::from(right - left) * i64::try_from(column.len()).unwrap_or(i64::MAX);
            column.len() >= NEWSPAPER_LINES && filled * 100 >= room * NEWSPAPER_FILL
        })
    }

    /// Newspaper columns are read one after the other; others are kept side by side.
    fn finish(self, parts: &mut Vec<Part>) {
        if self.is_newspaper() {
            parts.extend(self.left.into_iter().chain(self.right).map(Part::Line));
        } else {
            parts.push(Part::Columns(self.left, self.right));
        }
    }
}

fn part(page: usize, row: &Row, range: Range<usize>) -> TextLine {
    TextLine::of_part(page, row, range)
}

fn both(page: usize, row: &Row, cut: usize) -> Side {
    Side::Both(part(page, row, 0..cut), part(page, row, cut..row.pieces.len()))
}

/// The gutter of a pair that begins at a row: two segments of it, or it and the next row when they overlap in height.
fn pair(rows: &[Row], first: usize) -> Option<Range<Length>> {
    let row = rows.get(first)?;
    let segments = row.segments();
    if let [left, right] = segments.as_slice() {
        // A blank left for a number or a day parts no columns: `ngày     tháng`.
        let begins = row.pieces.get(right.start)?.text.chars().next()?;
        if begins.is_lowercase() {
            return None;
        }
        let edge = row.pieces.get(left.clone())?.iter().map(|piece| piece.right).max()?;
        return Some(edge..row.pieces.get(right.start)?.left);
    }
    if segments.len() > 1 {
        return None;
    }
    let next = rows.get(first + 1)?;
    if !overlaps(rows, first) {
        // Two rows with a gap at the same place, though each alone would not show columns.
        return row.weak_gaps().find(|gap| next.cut_within(gap).is_some());
    }
    let gutter = row.right().min(next.right())..row.left().max(next.left());
    (gutter.end - gutter.start >= share(row.size, GUTTER)).then_some(gutter)
}

/// Whether the row at `at` and the next stand so close that they would overlap in one column.
fn overlaps(rows: &[Row], at: usize) -> bool {
    match (rows.get(at), rows.get(at + 1)) {
        (Some(row), Some(next)) => next.base - row.base < share(row.size.min(next.size), 85),
        _ => false,
    }
}
