//! The box of a note, in the vector language of older files: without it office programs do not show the comment.

use std::fmt::Write as _;

const ROOT: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";
const LAYOUT: &str = "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>";
const TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
const TYPE_NAME: &str = "id=\"_x0000_t202\"";
const SHAPE_NAME: &str = "_x0000_s";

/// The drawing with a box for each cell (row and column from 0) behind those that are there; a new drawing where there is none.
pub(super) fn with_boxes(drawing: Option<&str>, cells: &[(u32, u32)]) -> Option<String> {
    let Some(drawing) = drawing else {
        return Some(format!("{ROOT}{LAYOUT}{TYPE}{}</xml>", boxes("", 1025, cells)));
    };
    // Not every such part is well-formed: only its end is looked for.
    let end = drawing.rfind("</xml>")?;
    let declared = ["xmlns:v=", "xmlns:o=", "xmlns:x="].iter().all(|name| drawing.contains(name));
    let names = if declared { "" } else { ROOT.trim_start_matches("<xml").trim_end_matches('>') };
    let (before, after) = drawing.split_at(end);
    let mut out = String::from(before);
    if !drawing.contains(TYPE_NAME) {
        out.push_str(&TYPE.replacen("<v:shapetype", &format!("<v:shapetype{names}"), 1));
    }
    out.push_str(&boxes(names, first_free(drawing), cells));
    out.push_str(after);
    Some(out)
}

/// The number behind the highest one that a shape has.
fn first_free(drawing: &str) -> u64 {
    let numbers = drawing.match_indices(SHAPE_NAME).filter_map(|(at, _)| {
        let digits = drawing.get(at + SHAPE_NAME.len()..)?;
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits.get(..end.min(9))?.parse::<u64>().ok()
    });
    numbers.max().map_or(1025, |highest| highest + 1)
}

fn boxes(names: &str, first: u64, cells: &[(u32, u32)]) -> String {
    let mut out = String::new();
    for ((row, column), number) in cells.iter().zip(first..) {
        let (left, right, top, bottom) = (column + 1, column + 4, row.saturating_sub(1), row + 5);
        // Writing into a String does not fail.
        let _ = write!(
            out,
            "<v:shape{names} id=\"{SHAPE_NAME}{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:90pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 10, {right}, 30, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_stand_behind_those_that_are_there() {
        let first = with_boxes(None, &[(4, 3)]).expect("a new drawing");
        let second = with_boxes(Some(&first), &[(5, 0)]).expect("a drawing");
        assert!(second.contains("_x0000_s1025\"") && second.contains("_x0000_s1026\""));
        assert_eq!((second.matches("<v:shapetype ").count(), second.matches("</xml>").count()), (1, 1));
        assert!(second.starts_with(first.trim_end_matches("</xml>")));
        assert_eq!(with_boxes(Some("<xml>"), &[]), None);
    }
}
