//! The markup of tables with borders.

use super::letter::{Part, Row, RowKind, Side, Table, TableCell};
use super::markup::Markup;
use super::parts::text_width;

/// The columns of a table as they are set.
struct Columns {
    /// In twentieths of a point.
    widths: Vec<usize>,
    /// Whether they are as wide as the table says: otherwise Word may fit them to their words.
    are_fixed: bool,
    are_dense: bool,
    sides: Vec<Option<Side>>,
    /// Rows that the cell above each column still takes.
    taken: Vec<u8>,
    depth: usize,
}

impl Columns {
    fn of(table: &Table, room: usize, depth: usize) -> Columns {
        if table.columns.is_empty() {
            let number = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(1);
            let width = room / (depth + 1) / number;
            return Columns {
                widths: vec![width; number],
                are_fixed: false,
                are_dense: false,
                sides: vec![None; number],
                taken: vec![0; number],
                depth,
            };
        }
        let parts: usize = table.columns.iter().map(|column| usize::from(column.width)).sum();
        let width = |part: u16| room / (depth + 1) * usize::from(part) / parts.max(1);
        Columns {
            widths: table.columns.iter().map(|column| width(column.width)).collect(),
            are_fixed: true,
            are_dense: table.is_dense(),
            sides: table.columns.iter().map(|column| Some(column.side)).collect(),
            taken: vec![0; table.columns.len()],
            depth,
        }
    }
}

impl Markup {
    /// A table with borders. A row with fewer cells than there are columns lets its last cell take what is left.
    pub(super) fn table(&mut self, table: &Table, depth: usize) {
        let mut columns = Columns::of(table, text_width(self.page), depth);
        let whole: usize = columns.widths.iter().sum();
        self.push("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>");
        self.push(&match columns.are_fixed {
            true => format!("<w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"),
            false => String::from("<w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>"),
        });
        columns.widths.iter().for_each(|width| self.push(&format!("<w:gridCol w:w=\"{width}\"/>")));
        self.push("</w:tblGrid>");
        // Of a table that stays with what follows, the last row does.
        let keep = std::mem::take(&mut self.keep);
        let outer = std::mem::replace(&mut self.in_table, true);
        let mut rows = table.rows.iter().filter(|row| !row.cells.is_empty()).peekable();
        while let Some(row) = rows.next() {
            self.keep = keep && rows.peek().is_none();
            self.row(row, &mut columns);
        }
        self.keep = false;
        self.in_table = outer;
        self.push("</w:tbl>");
    }

    fn row(&mut self, row: &Row, columns: &mut Columns) {
        self.push("<w:tr>");
        self.push(match row.kind {
            RowKind::Head => "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
            _ if columns.are_fixed => "<w:trPr><w:cantSplit/></w:trPr>",
            _ => "",
        });
        let mut cells = row.cells.iter().peekable();
        let mut at = 0;
        while at < columns.widths.len() {
            if columns.taken[at] > 0 {
                columns.taken[at] -= 1;
                self.push(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:vMerge/></w:tcPr>", columns.widths[at]));
                self.empty(style(RowKind::Plain, None, columns.are_dense));
                self.push("</w:tc>");
                at += 1;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let span = if cells.peek().is_none() { columns.left_from(at) } else { usize::from(cell.across) + 1 };
            self.cell(cell, row.kind, at, span, columns);
            columns.taken[at] = cell.down;
            at += span;
        }
        self.push("</w:tr>");
    }

    fn cell(&mut self, cell: &TableCell, kind: RowKind, at: usize, span: usize, columns: &Columns) {
        let width: usize = columns.widths.iter().skip(at).take(span).sum();
        self.push(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
        if span > 1 {
            self.push(&format!("<w:gridSpan w:val=\"{span}\"/>"));
        }
        if cell.down > 0 {
            self.push("<w:vMerge w:val=\"restart\"/>");
        }
        self.push(if kind == RowKind::Head { "<w:vAlign w:val=\"center\"/></w:tcPr>" } else { "</w:tcPr>" });
        let style = style(kind, columns.sides.get(at).copied().flatten(), columns.are_dense);
        for part in &cell.parts {
            match part {
                Part::Table(table) => self.table(table, columns.depth + 1),
                Part::Paragraph(words) => self.paragraph(style, words),
                part => self.part(part),
            }
        }
        // A cell ends with a paragraph.
        if !matches!(cell.parts.last(), Some(Part::Paragraph(_) | Part::Centred(_) | Part::Basis(_) | Part::Heading { .. } | Part::Line(_)))
        {
            self.empty(style);
        }
        self.push("</w:tc>");
    }
}

impl Columns {
    /// How many columns from there are free up to the end or to one that a cell above takes.
    fn left_from(&self, at: usize) -> usize {
        self.taken.iter().skip(at).take_while(|taken| **taken == 0).count().max(1)
    }
}

fn style(kind: RowKind, side: Option<Side>, is_dense: bool) -> &'static str {
    match (kind, side, is_dense) {
        (RowKind::Head, _, false) => "TableHead",
        (RowKind::Head, _, true) => "TableHeadSmall",
        (RowKind::Total, Some(Side::Right), false) => "TableTotalRight",
        (RowKind::Total, Some(Side::Right), true) => "TableTotalRightSmall",
        (RowKind::Total, Some(Side::Middle), false) => "TableTotalMiddle",
        (RowKind::Total, Some(Side::Middle), true) => "TableTotalMiddleSmall",
        (RowKind::Group | RowKind::Total, _, false) => "TableGroup",
        (RowKind::Group | RowKind::Total, _, true) => "TableGroupSmall",
        (RowKind::Plain, Some(Side::Right), false) => "TableTextRight",
        (RowKind::Plain, Some(Side::Right), true) => "TableTextRightSmall",
        (RowKind::Plain, Some(Side::Middle), false) => "TableTextMiddle",
        (RowKind::Plain, Some(Side::Middle), true) => "TableTextMiddleSmall",
        (RowKind::Plain, _, false) => "TableText",
        (RowKind::Plain, _, true) => "TableTextSmall",
    }
}
