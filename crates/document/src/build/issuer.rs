//! The issuing body of a text without letterhead and signature, as its preamble names it.

use std::ops::Range;

use phongtrao_value::text::folded;

use super::flow::Flow;
use super::words::{FRAME, PREAMBLE, begins};
use crate::Field;

/// The body that the preamble says to issue the document: `Trường A ban hành Kế hoạch …`.
pub(super) fn read(flow: &Flow, preamble: Range<usize>) -> Option<Field<String>> {
    let words = flow.slice(preamble.clone());
    let mut start = 0;
    let mut found = None;
    for (at, mark) in words.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | '.' | '”')).chain([(words.len(), ' ')]) {
        if let Some(length) = words.get(start..at).and_then(body) {
            let from = start + (words[start..at].len() - words[start..at].trim_start().len());
            found =
                Some(Field::new(words[from..from + length].to_owned(), flow.span(preamble.start + from..preamble.start + from + length)));
        }
        start = (at + mark.len_utf8()).min(words.len());
    }
    found
}

/// How many bytes name a body at the beginning of a clause, when a verb of issuing follows.
fn body(clause: &str) -> Option<usize> {
    /// A body's name is shorter.
    const LONGEST: usize = 110;
    let clause = clause.trim_start();
    if !clause.starts_with(char::is_uppercase) {
        return None;
    }
    let head: String = clause.chars().take(24).collect();
    if !begins(&folded(&head), &FRAME.bodies) {
        return None;
    }
    let verb = PREAMBLE.promulgates.iter().filter_map(|verb| clause.find(&format!(" {verb} "))).min()?;
    let name =
        PREAMBLE.auxiliaries.iter().find_map(|word| clause[..verb].strip_suffix(word.as_str())).unwrap_or(&clause[..verb]).trim_end();
    (verb <= LONGEST).then_some(name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Trường Đại học Phía Đông xây dựng kế hoạch như sau", Some("Trường Đại học Phía Đông"))]
    #[case("nhằm ban hành kế hoạch", None)]
    #[case("Hội Khuyến học là nơi đoàn kết", None)]
    fn bodies(#[case] clause: &str, #[case] expected: Option<&str>) {
        assert_eq!(body(clause).map(|length| &clause[..length]), expected);
    }
}
