//! The tables and columns for `docs/data.md`.

use std::fmt::Write as _;

use crate::description::{Column, Kind, Table, tables};

/// A heading, what the table is, and a list of its columns, for each table, as Markdown.
pub fn reference() -> String {
    let mut out = String::new();
    tables().iter().for_each(|table| section(table, &mut out));
    out
}

fn section(table: &Table, out: &mut String) {
    let sensitive = if table.sensitive { " Sensitive: shown only to those who need it." } else { "" };
    // Writing into a String does not fail.
    let _ = write!(out, "### `{}`\n\n{}{sensitive} ({})\n\n", table.name, table.en, table.vi);
    if !table.unique.is_empty() {
        let columns: Vec<String> = table.unique.iter().map(|column| format!("`{column}`")).collect();
        let _ = write!(out, "No two rows are equal in {}.\n\n", columns.join(", "));
    }
    let _ = write!(out, "```csv\n{}```\n\n", table.header());
    out.push_str("| column | cell | meaning | in Vietnamese |\n| --- | --- | --- | --- |\n");
    for column in &table.columns {
        let _ = writeln!(out, "| `{}` | {} | {} | {} |", column.name, cell(column), column.en, column.vi);
    }
    out.push('\n');
}

fn cell(column: &Column) -> String {
    let of = column.of.as_deref().unwrap_or_default();
    let what = match column.kind {
        Kind::Id => "id".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Word => "word".to_owned(),
        Kind::Person => "id of a person".to_owned(),
        Kind::Unit => "id of a unit".to_owned(),
        Kind::Household => "id of a household".to_owned(),
        Kind::Subject => "id of a person, unit or household".to_owned(),
        Kind::Units => "ids of units, with semicolons between".to_owned(),
        Kind::One => format!("id of a row of `{of}`"),
        Kind::Order => "whole number".to_owned(),
        Kind::Count => "whole number, 0 or more".to_owned(),
        Kind::Year => "year".to_owned(),
        Kind::Amount => "number".to_owned(),
        Kind::Percent => "number from 0 to 100".to_owned(),
        Kind::Flag => "yes or no".to_owned(),
        Kind::Day => "day".to_owned(),
        Kind::Hour => "hour".to_owned(),
        Kind::Choice => column.values.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
    };
    match (&column.default, column.required) {
        (Some(default), _) => format!("{what}; empty: `{default}`"),
        (None, true) => format!("{what} (required)"),
        (None, false) => what,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_documentation_describes_every_table_and_column() {
        let documentation = include_str!("../../../docs/data.md");
        let reference = super::reference();
        assert!(documentation.contains(&reference), "docs/data.md should end with this:\n{reference}");
    }
}
