//! Positioned text → lines in the order in which they are read, columns, tables and noise. This half runs in the parent and trusts nothing.

mod columns;
mod compose;
mod furniture;
mod grid;
mod line;
mod paragraphs;
mod rows;

use std::collections::BTreeMap;

use self::{
    columns::Part,
    compose::{CellLines, Composer, Printed},
    grid::Grid,
    line::TextLine,
    paragraphs::{Habit, Margins},
    rows::{Row, Segment, rows},
};
use super::pages::{Flags, Length, Page, Piece};
use crate::{Noise, Source, read::text};

/// The widest padding of a cell, in hundredths of a point.
const WIDEST_PADDING: Length = 800;

/// What stands on a page, from the top.
enum Element {
    Line(TextLine),
    Columns(Vec<TextLine>, Vec<TextLine>),
    Table(Table),
}

struct Table {
    top: Length,
    columns: Vec<Length>,
    rows: Vec<Vec<CellLines>>,
}

/// A page with its tables taken out.
struct Laid {
    rows: Vec<Row>,
    tables: Vec<Table>,
    turned: Vec<TextLine>,
    /// The base lines of all rows, to number lines by.
    bases: Vec<Length>,
}

/// The text of the pages with its lines and tables.
pub(crate) fn compose(pages: &[Page]) -> Source {
    let source = compose_as(pages, None);
    if !text::is_marked(&source.text) {
        return source;
    }
    let printed = Printed { markdown: text::is_markdown(&source.text), bars: text::bar_lines(&source.text) > 0 };
    compose_as(pages, Some(printed))
}

fn compose_as(pages: &[Page], printed: Option<Printed>) -> Source {
    let laid: Vec<Laid> = pages.iter().enumerate().map(|(index, page)| lay(index, page)).collect();
    let free: Vec<Vec<Row>> = laid.iter().map(|laid| laid.rows.clone()).collect();
    let noise = furniture::furniture(pages, &free);
    let columns = !printed.is_some_and(|printed| printed.bars);
    let mut elements = Vec::new();
    for (index, laid) in laid.into_iter().enumerate() {
        join_page(&mut elements, page_elements(index, laid, &noise, columns));
    }
    let margins = margins(pages, &elements);
    for element in &mut elements {
        if let Element::Line(line) = element
            && let Some(margins) = margins.get(&pages[line.page].width)
        {
            line.close_stretched(*margins);
        }
    }
    write(pages, elements, &margins, Composer::new(printed))
}

fn lay(index: usize, page: &Page) -> Laid {
    let (turned, upright): (Vec<Piece>, Vec<Piece>) = page.pieces.iter().cloned().partition(|piece| piece.flags.has(Flags::TURNED));
    let bases: Vec<Length> = rows(upright.clone()).iter().map(|row| row.base).collect();
    let grids = grid::grids(&page.rules);
    let mut in_grids: Vec<Vec<((usize, usize), Piece)>> = vec![Vec::new(); grids.len()];
    let mut free = Vec::new();
    for piece in upright {
        match grids.iter().enumerate().find_map(|(at, grid)| Some((at, grid.place(&piece)?))) {
            Some((at, place)) => in_grids[at].push((place, piece)),
            None => free.push(piece),
        }
    }
    let tables = grids.iter().zip(in_grids).map(|(grid, pieces)| table(index, grid, pieces, &bases)).collect();
    Laid { rows: rows(free), tables, turned: turned_lines(index, turned), bases }
}

fn table(page: usize, grid: &Grid, pieces: Vec<((usize, usize), Piece)>, bases: &[Length]) -> Table {
    let cells = grid.cells();
    let mut owners: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for cell in cells.iter().flatten() {
        for column in cell.column..cell.column + cell.columns {
            owners.insert((cell.row, column), cell.owner);
        }
    }
    let mut texts: BTreeMap<(usize, usize), Vec<Piece>> = BTreeMap::new();
    for (place, piece) in pieces {
        texts.entry(owners.get(&place).copied().unwrap_or(place)).or_default().push(piece);
    }
    let made = cells.iter().map(|row| {
        row.iter()
            .map(|cell| {
                let own = if cell.owner == (cell.row, cell.column) { texts.remove(&cell.owner) } else { None };
                let lines: Vec<TextLine> =
                    rows(own.unwrap_or_default()).iter().map(|row| numbered(TextLine::of_row(page, row), bases)).collect();
                let edges = (grid.columns[cell.column], grid.columns[cell.column + cell.columns]);
                let margins = (!lines.is_empty()).then(|| cell_margins(edges, &lines));
                CellLines { columns: u32::try_from(cell.columns).unwrap_or(1), lines, margins }
            })
            .collect()
    });
    let rows = made.collect();
    Table { top: grid.rows.first().copied().unwrap_or(0), columns: grid.columns.clone(), rows }
}

/// The edges of a cell's text: the padding on the right is that on the left.
fn cell_margins((left, right): (Length, Length), lines: &[TextLine]) -> Margins {
    let padding = lines.iter().map(|line| line.left - left).min().unwrap_or(0).clamp(0, WIDEST_PADDING);
    Margins { left: left + padding, right: right - padding }
}

fn numbered(mut line: TextLine, bases: &[Length]) -> TextLine {
    let before = bases.partition_point(|base| *base < line.base);
    line.number = u32::try_from(before + 1).unwrap_or(u32::MAX);
    line
}

/// Words that do not stand upright follow the page, in the order of painting.
fn turned_lines(page: usize, pieces: Vec<Piece>) -> Vec<TextLine> {
    let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let Some(first) = pieces.first() else { return Vec::new() };
    let segment = Segment { left: first.left, right: first.right, text: words.join(" "), ..Segment::default() };
    let (left, right, base, size) = (first.left, first.right, first.base, first.size);
    vec![TextLine { page, number: 1, left, right, base, size, segments: vec![segment], noise: None }]
}

fn page_elements(index: usize, laid: Laid, noise: &BTreeMap<(usize, usize), Noise>, columns: bool) -> Vec<Element> {
    let mut elements: Vec<(Length, Element)> = Vec::new();
    let mut run: Vec<Row> = Vec::new();
    let mut tops: Vec<Length> = laid.tables.iter().map(|table| table.top).collect();
    tops.sort_unstable();
    let mut passed = 0;
    for (at, row) in laid.rows.into_iter().enumerate() {
        let known = noise.get(&(index, at)).copied();
        let tables = tops.partition_point(|top| *top < row.base);
        if tables > passed || known.is_some() {
            finish_run(index, &mut run, &laid.bases, columns, &mut elements);
            passed = tables;
        }
        match known {
            Some(known) => {
                let mut line = numbered(TextLine::of_row(index, &row), &laid.bases);
                line.noise = Some(known);
                elements.push((row.base, Element::Line(line)));
            }
            None => run.push(row),
        }
    }
    finish_run(index, &mut run, &laid.bases, columns, &mut elements);
    elements.extend(laid.tables.into_iter().map(|table| (table.top, Element::Table(table))));
    elements.sort_by_key(|(top, _)| *top);
    elements.into_iter().map(|(_, element)| element).chain(laid.turned.into_iter().map(Element::Line)).collect()
}

/// Rows between two tables: among them columns may stand. All get the height of the first, so that newspaper columns keep their order.
fn finish_run(page: usize, run: &mut Vec<Row>, bases: &[Length], columns: bool, elements: &mut Vec<(Length, Element)>) {
    let Some(top) = run.first().map(|row| row.base) else { return };
    let parts = if columns { columns::parts(page, run) } else { run.iter().map(|row| Part::Line(TextLine::of_row(page, row))).collect() };
    for part in parts {
        let element = match part {
            Part::Line(line) => Element::Line(numbered(line, bases)),
            Part::Columns(left, right) => {
                let number = |lines: Vec<TextLine>| lines.into_iter().map(|line| numbered(line, bases)).collect();
                Element::Columns(number(left), number(right))
            }
        };
        elements.push((top, element));
    }
    run.clear();
}

/// A table that fills the end of a page and one of the same columns at the head of the next are one.
fn join_page(elements: &mut Vec<Element>, page: Vec<Element>) {
    let mut page = page.into_iter().peekable();
    let is_noise = |element: &Element| matches!(element, Element::Line(line) if line.noise.is_some());
    let mut between: Vec<Element> = Vec::new();
    while let Some(element) = page.next_if(is_noise) {
        between.push(element);
    }
    let last = elements.iter().rposition(|element| !is_noise(element));
    if let (Some(last), Some(Element::Table(_))) = (last, page.peek())
        && let Some(Element::Table(first)) = elements.get_mut(last)
        && let Some(Element::Table(mut next)) = page.next()
    {
        if same_columns(&first.columns, &next.columns) {
            first.rows.append(&mut next.rows);
        } else {
            between.push(Element::Table(next));
        }
    }
    elements.append(&mut between);
    elements.extend(page);
}

fn same_columns(one: &[Length], other: &[Length]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() <= 300)
}

/// The margins of the pages, one pair for all pages of one width.
fn margins(pages: &[Page], elements: &[Element]) -> BTreeMap<Length, Margins> {
    let mut by_width: BTreeMap<Length, Vec<&TextLine>> = BTreeMap::new();
    for element in elements {
        if let Element::Line(line) = element
            && line.noise.is_none()
        {
            by_width.entry(pages[line.page].width).or_default().push(line);
        }
    }
    by_width.into_iter().map(|(width, lines)| (width, Margins::of(lines.iter().copied()))).collect()
}

fn write(pages: &[Page], elements: Vec<Element>, margins: &BTreeMap<Length, Margins>, mut composer: Composer) -> Source {
    let of = |line: &TextLine| margins.get(&pages[line.page].width).copied().unwrap_or(Margins { left: 0, right: pages[line.page].width });
    let lines: Vec<(&TextLine, Margins)> = elements
        .iter()
        .filter_map(|element| match element {
            Element::Line(line) if line.noise.is_none() => Some((line, of(line))),
            _ => None,
        })
        .collect();
    let habit = Habit::of(&lines);
    let mut flow: Vec<(TextLine, Margins)> = Vec::new();
    for element in elements {
        match element {
            Element::Line(line) => {
                let margins = of(&line);
                flow.push((line, margins));
            }
            Element::Columns(left, right) => {
                composer.body(&std::mem::take(&mut flow), habit);
                let cell = |lines: Vec<TextLine>| CellLines { columns: 1, lines, margins: None };
                composer.table(&[vec![cell(left), cell(right)]], habit);
            }
            Element::Table(table) => {
                composer.body(&std::mem::take(&mut flow), habit);
                composer.table(&table.rows, habit);
            }
        }
    }
    composer.body(&flow, habit);
    composer.finish()
}
