//! Cells of CSV as they are written.

/// What parts cells in the files that people have: a cell with one of these in quotes is read alike, whichever of them a reader takes.
pub const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Writes a cell, in quotes where it holds a separator, a quote or a line break.
pub fn push_cell(cell: &str, separators: &[char], text: &mut String) {
    if cell.contains(separators) || cell.contains(['"', '\n', '\r']) {
        push_quoted(cell, text);
    } else {
        text.push_str(cell);
    }
}

/// Writes a cell in quotes.
pub(crate) fn push_quoted(cell: &str, text: &mut String) {
    text.push('"');
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::{SEPARATORS, push_cell};

    #[rstest::rstest]
    #[case("khoa-may", "khoa-may", "khoa-may")]
    #[case("", "", "")]
    #[case("a,b", "\"a,b\"", "\"a,b\"")]
    #[case("a;b", "a;b", "\"a;b\"")]
    #[case("sai \"mã\"", "\"sai \"\"mã\"\"\"", "\"sai \"\"mã\"\"\"")]
    #[case("hai\ndòng", "\"hai\ndòng\"", "\"hai\ndòng\"")]
    fn cells_stand_in_quotes_where_they_must(#[case] cell: &str, #[case] comma: &str, #[case] any: &str) {
        let written = |separators: &[char]| {
            let mut text = String::new();
            push_cell(cell, separators, &mut text);
            text
        };
        assert_eq!((written(&[',']), written(&SEPARATORS)), (comma.to_owned(), any.to_owned()));
    }
}
