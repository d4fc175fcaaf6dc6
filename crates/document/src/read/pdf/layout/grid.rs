//! Tables with drawn lines: rules that cross one another make a grid, pieces fall into its cells.

use crate::read::pdf::pages::{Length, Piece, Rule};

/// How far apart lines may stand that are meant to be one, or to touch (1.5 points).
const TOUCH: Length = 150;

/// How far a rule may fall short of the one that it crosses (3 points).
const REACH: Length = 300;

/// The narrowest column and the lowest row (4 points).
const SMALLEST_CELL: Length = 400;

/// How many rules of a page are looked at; a page with more is a drawing.
const MOST_RULES: usize = 3_000;

/// How many columns a table may have.
const MOST_COLUMNS: usize = 64;

/// A grid of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The borders of its columns, one more than columns.
    pub(crate) columns: Vec<Length>,
    /// The borders of its rows, one more than rows.
    pub(crate) rows: Vec<Length>,
    across: Vec<Rule>,
    down: Vec<Rule>,
}

/// Where a cell begins, and how many columns it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its row.
    pub(crate) row: usize,
    /// Its first column.
    pub(crate) column: usize,
    /// How many columns it takes.
    pub(crate) columns: usize,
    /// The cell that its text belongs to: itself, or the one above that goes on into it.
    pub(crate) owner: (usize, usize),
}

/// The grids of a page, from the top; none within another.
pub(crate) fn grids(rules: &[Rule]) -> Vec<Grid> {
    if rules.len() > MOST_RULES {
        return Vec::new();
    }
    let (across, down): (Vec<Rule>, Vec<Rule>) = rules.iter().partition(|rule| rule.is_horizontal());
    let (across, down) = (merged(across, false), merged(down, true));
    let mut found: Vec<Grid> = connected(&across, &down).into_iter().filter_map(|(across, down)| Grid::of(across, down)).collect();
    found.sort_by_key(|grid| (grid.rows.first().copied(), grid.columns.first().copied()));
    let all = found.clone();
    found.retain(|grid| !all.iter().any(|other| other != grid && other.holds(grid)));
    found
}

/// Rules on one line that touch become one. Vertical ones are turned first and turned back at the end.
fn merged(rules: Vec<Rule>, turned: bool) -> Vec<Rule> {
    let turn = |rule: Rule| if turned { Rule { left: rule.top, top: rule.left, right: rule.bottom, bottom: rule.right } } else { rule };
    let mut rules: Vec<Rule> = rules.into_iter().map(turn).collect();
    rules.sort_by_key(|rule| (rule.top, rule.left));
    // Lines that are meant to be one get one height.
    let mut height = None;
    for rule in &mut rules {
        match height {
            Some(last) if rule.top - last <= TOUCH => (rule.top, rule.bottom) = (last, last),
            _ => height = Some(rule.top),
        }
    }
    rules.sort_by_key(|rule| (rule.top, rule.left));
    let mut out: Vec<Rule> = Vec::new();
    for rule in rules {
        match out.last_mut() {
            Some(last) if last.top == rule.top && rule.left - last.right <= TOUCH * 2 => last.right = last.right.max(rule.right),
            _ => out.push(rule),
        }
    }
    out.into_iter().map(turn).collect()
}

/// Rules that cross one another, group by group.
fn connected(across: &[Rule], down: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut group: Vec<usize> = (0..across.len() + down.len()).collect();
    for (first, horizontal) in across.iter().enumerate() {
        for (second, vertical) in down.iter().enumerate() {
            if crosses(*horizontal, *vertical) {
                let (one, other) = (root(&mut group, first), root(&mut group, across.len() + second));
                group[one.max(other)] = one.min(other);
            }
        }
    }
    let mut groups: Vec<(usize, Vec<Rule>, Vec<Rule>)> = Vec::new();
    for index in 0..group.len() {
        let root = root(&mut group, index);
        let place = match groups.binary_search_by_key(&root, |(at, ..)| *at) {
            Ok(place) => place,
            Err(place) => {
                groups.insert(place, (root, Vec::new(), Vec::new()));
                place
            }
        };
        match across.get(index) {
            Some(rule) => groups[place].1.push(*rule),
            None => groups[place].2.push(down[index - across.len()]),
        }
    }
    groups.into_iter().map(|(_, across, down)| (across, down)).collect()
}

fn root(group: &mut [usize], mut at: usize) -> usize {
    while group[at] != at {
        group[at] = group[group[at]];
        at = group[at];
    }
    at
}

fn crosses(across: Rule, down: Rule) -> bool {
    (across.left - REACH..=across.right + REACH).contains(&down.left) && (down.top - REACH..=down.bottom + REACH).contains(&across.top)
}

impl Grid {
    /// A grid needs two cells at least: one alone is a frame around text.
    fn of(across: Vec<Rule>, down: Vec<Rule>) -> Option<Grid> {
        if across.len() < 2 || down.is_empty() {
            return None;
        }
        let columns = borders(down.iter().map(|rule| rule.left), across.iter().map(|rule| (rule.left, rule.right)));
        let rows = borders(across.iter().map(|rule| rule.top), down.iter().map(|rule| (rule.top, rule.bottom)));
        let (wide, high) = (columns.len().saturating_sub(1), rows.len().saturating_sub(1));
        (wide >= 1 && high >= 1 && wide * high >= 2 && wide <= MOST_COLUMNS).then_some(Grid { columns, rows, across, down })
    }

    /// The cell borders' box holds the other's.
    fn holds(&self, other: &Grid) -> bool {
        let inside = |outer: &[Length], inner: &[Length]| match (outer, inner) {
            ([first, .., last], [start, .., end]) => first - TOUCH <= *start && *end <= last + TOUCH,
            _ => false,
        };
        inside(&self.columns, &other.columns) && inside(&self.rows, &other.rows)
    }

    /// The row and column in which a piece stands.
    pub(crate) fn place(&self, piece: &Piece) -> Option<(usize, usize)> {
        let middle = i64::midpoint(i64::from(piece.left), i64::from(piece.right));
        let column = band(&self.columns, Length::try_from(middle).ok()?)?;
        let row = band(&self.rows, piece.base - piece.size * 3 / 10)?;
        Some((row, column))
    }

    /// The cells, row by row.
    pub(crate) fn cells(&self) -> Vec<Vec<Cell>> {
        let (high, wide) = (self.rows.len() - 1, self.columns.len() - 1);
        let mut owners: Vec<Vec<(usize, usize)>> = Vec::with_capacity(high);
        let mut cells = Vec::with_capacity(high);
        for row in 0..high {
            let mut line: Vec<Cell> = Vec::new();
            let mut row_owners: Vec<(usize, usize)> = Vec::with_capacity(wide);
            for column in 0..wide {
                if column > 0 && !self.has_border_left(row, column) {
                    if let (Some(cell), Some(owner)) = (line.last_mut(), row_owners.last().copied()) {
                        cell.columns += 1;
                        row_owners.push(owner);
                    }
                    continue;
                }
                let above = row
                    .checked_sub(1)
                    .filter(|_| !self.has_border_above(row, column))
                    .and_then(|above| owners.get(above)?.get(column).copied());
                let owner = above.unwrap_or((row, column));
                line.push(Cell { row, column, columns: 1, owner });
                row_owners.push(owner);
            }
            owners.push(row_owners);
            cells.push(line);
        }
        cells
    }

    fn has_border_left(&self, row: usize, column: usize) -> bool {
        let middle = i32::midpoint(self.rows[row], self.rows[row + 1]);
        self.down.iter().any(|rule| (rule.left - self.columns[column]).abs() <= TOUCH * 2 && (rule.top..=rule.bottom).contains(&middle))
    }

    fn has_border_above(&self, row: usize, column: usize) -> bool {
        let middle = i32::midpoint(self.columns[column], self.columns[column + 1]);
        self.across.iter().any(|rule| (rule.top - self.rows[row]).abs() <= TOUCH * 2 && (rule.left..=rule.right).contains(&middle))
    }
}

/// Borders in order, those that nearly coincide as one; the ends of the crossing rules are borders too (tables open at their sides).
fn borders(lines: impl Iterator<Item = Length>, ends: impl Iterator<Item = (Length, Length)> + Clone) -> Vec<Length> {
    let first = ends.clone().map(|(start, _)| start).min();
    let last = ends.map(|(_, end)| end).max();
    let mut all: Vec<Length> = lines.chain(first).chain(last).collect();
    all.sort_unstable();
    all.dedup_by(|next, kept| *next - *kept < SMALLEST_CELL);
    all
}

fn band(borders: &[Length], at: Length) -> Option<usize> {
    let after = borders.partition_point(|border| *border <= at);
    (after > 0 && after < borders.len()).then(|| after - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn across(left: i32, right: i32, y: i32) -> Rule {
        Rule { left: left * 100, right: right * 100, top: y * 100, bottom: y * 100 }
    }

    fn down(top: i32, bottom: i32, x: i32) -> Rule {
        Rule { left: x * 100, right: x * 100, top: top * 100, bottom: bottom * 100 }
    }

    fn spans(rules: &[Rule]) -> Vec<Vec<(usize, bool)>> {
        let grids = grids(rules);
        let Some(grid) = grids.first() else { return Vec::new() };
        let own = |cell: &Cell| (cell.columns, cell.owner == (cell.row, cell.column));
        grid.cells().iter().map(|row| row.iter().map(own).collect()).collect()
    }

    #[rstest::rstest]
    #[case::two_by_two(&[across(0, 100, 0), across(0, 100, 20), across(0, 100, 40), down(0, 40, 0), down(0, 40, 50), down(0, 40, 100)],
        vec![vec![(1, true), (1, true)], vec![(1, true), (1, true)]])]
    #[case::head_over_both_columns(&[across(0, 100, 0), across(0, 100, 20), across(0, 100, 40), down(0, 40, 0), down(20, 40, 50), down(0, 40, 100)],
        vec![vec![(2, true)], vec![(1, true), (1, true)]])]
    #[case::cell_over_two_rows(&[across(0, 100, 0), across(50, 100, 20), across(0, 100, 40), down(0, 40, 0), down(0, 40, 50), down(0, 40, 100)],
        vec![vec![(1, true), (1, true)], vec![(1, false), (1, true)]])]
    #[case::open_at_the_sides(&[across(0, 100, 0), across(0, 100, 20), down(0, 20, 50)], vec![vec![(1, true), (1, true)]])]
    #[case::drawn_piece_by_piece(&[across(0, 50, 0), across(50, 100, 0), across(0, 50, 20), across(50, 100, 20), down(0, 20, 0), down(0, 20, 50), down(0, 20, 100)],
        vec![vec![(1, true), (1, true)]])]
    #[case::a_frame(&[across(0, 100, 0), across(0, 100, 20), down(0, 20, 0), down(0, 20, 100)], vec![])]
    #[case::a_line_under_a_heading(&[across(0, 100, 0)], vec![])]
    fn grid(#[case] rules: &[Rule], #[case] expected: Vec<Vec<(usize, bool)>>) {
        assert_eq!(spans(rules), expected);
    }
}
