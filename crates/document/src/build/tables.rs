//! Tables: rows and cells with their paragraphs, and the parts that Roman-numbered rows make of the tables of an annex.

use phongtrao_diagnostic::Span;
use phongtrao_value::text::is_alphabetic;

use super::assemble::{Assembler, DEPTH};
use super::columns::words_of;
use super::flow::Flow;
use super::label;
use crate::{Block, Clause, Field, Label, LabelClass, NodeKind, Row, TableBlock, TableCell};

/// Puts a table into the tree.
pub(super) fn assemble(flow: &Flow, table: usize, tree: &mut Assembler) {
    if let Some(table) = flow.tables.get(table) {
        table_node(flow, table, tree);
    }
}

fn table_node(flow: &Flow, table: &TableBlock, tree: &mut Assembler) {
    tree.open(NodeKind::Table, table.span.start);
    table.rows.iter().for_each(|row| row_node(flow, row, tree));
    tree.close();
}

fn row_node(flow: &Flow, row: &Row, tree: &mut Assembler) {
    tree.open(NodeKind::Row, row.span.start);
    for cell in &row.cells {
        cell_node(flow, cell, tree);
    }
    tree.close();
}

fn cell_node(flow: &Flow, cell: &TableCell, tree: &mut Assembler) {
    tree.open(NodeKind::Cell, cell.span.start);
    if cell.blocks.is_empty() {
        tree.words(&NodeKind::Text, cell.span);
    }
    let mut paragraph: Option<Span> = None;
    for block in &cell.blocks {
        match block {
            Block::Line(line) => {
                let words = line.span.of(flow.text).trim();
                if words.is_empty() {
                    continue;
                }
                paragraph = match paragraph {
                    Some(span) if !starts_anew(words) && !line.whole => Some(span.to(line.span)),
                    Some(span) => {
                        tree.paragraph(span);
                        Some(line.span)
                    }
                    None => Some(line.span),
                };
                if line.whole
                    && let Some(span) = paragraph.take()
                {
                    tree.paragraph(span);
                }
            }
            Block::Table(table) => {
                if let Some(span) = paragraph.take() {
                    tree.paragraph(span);
                }
                if tree.depth() + 4 < DEPTH {
                    table_node(flow, table, tree);
                } else {
                    tree.paragraph(table.span);
                }
            }
        }
    }
    if let Some(span) = paragraph {
        tree.paragraph(span);
    }
    tree.close();
}

/// Whether a line of a cell begins a paragraph: with a label.
fn starts_anew(words: &str) -> bool {
    label::at_start(words.trim_start_matches('*')).is_some()
}

/// Puts a table of an annex into the tree: a row with a Roman number heads the rows up to the next.
pub(super) fn assemble_with_parts(flow: &Flow, table: usize, tree: &mut Assembler) {
    let Some(table) = flow.tables.get(table) else { return };
    let heads: Vec<Option<Clause>> = table.rows.iter().map(|row| part_of(flow, row)).collect();
    if heads.iter().all(Option::is_none) {
        table_node(flow, table, tree);
        return;
    }
    let mut in_part = false;
    let mut in_table = false;
    for (row, head) in table.rows.iter().zip(heads) {
        if let Some(clause) = head {
            if in_table {
                tree.close();
            }
            if in_part {
                tree.close();
            }
            tree.open(NodeKind::Clause(Box::new(clause)), row.span.start);
            in_part = true;
            in_table = false;
        }
        if !in_table {
            tree.open(NodeKind::Table, row.span.start);
            in_table = true;
        }
        row_node(flow, row, tree);
    }
    if in_table {
        tree.close();
    }
    if in_part {
        tree.close();
    }
}

/// The part that a row heads: a Roman number in its first cell, words in the next, figures at most in the others.
fn part_of(flow: &Flow, row: &Row) -> Option<Clause> {
    let mut cells = row.cells.iter().map(|cell| (cell.span, words_of(flow, cell.span))).filter(|(_, words)| !words.is_empty());
    let (first_span, first) = cells.next()?;
    let number = first.trim_end_matches(['.', ')', ' ']);
    let (label_span, text, title) = if label::roman_value(number).is_some() {
        let (span, words) = cells.next()?;
        (first_span, number.to_owned(), (span, words))
    } else {
        let found = label::at_start(&first).filter(|found| found.class == LabelClass::Roman)?;
        let title = first[found.length..].trim().to_owned();
        (first_span, found.text.to_owned(), (first_span, title))
    };
    let figures = |words: &str| !words.chars().any(is_alphabetic);
    if title.1.len() < 4 || !cells.all(|(_, words)| figures(&words)) {
        return None;
    }
    let label = Label { class: LabelClass::Roman, text, span: label_span };
    Some(Clause { label, heading: Some(Field::new(title.1.trim_end_matches([':', '.']).to_owned(), title.0)), depth: 1 })
}
