//! What a crawler wrote around a text: where it came from, front matter, notes in boxes, fences.

use phongtrao_diagnostic::Span;

/// How many lines front matter or a note may have; a longer one is text of the document.
const LONGEST_NOTE: usize = 80;

/// How many lines from the top front matter and notes are looked for.
const TOP: usize = 120;

/// The line after the note that begins at `at`, when one begins there.
pub(super) fn end(text: &str, lines: &[Span], at: usize) -> Option<usize> {
    let line = lines[at].of(text).trim();
    match line.as_bytes().first()? {
        b'#' if at == 0 && line.starts_with("# source:") => Some(at + 1),
        b'-' if at < TOP && line == "---" => front_matter(text, lines, at),
        b'<' if line.starts_with("<div") && line.contains("note") => boxed(text, lines, at),
        b'`' if line.starts_with("```") => Some(at + 1),
        _ => None,
    }
}

/// From `---` to `---`, with `key: value` in the first line between.
fn front_matter(text: &str, lines: &[Span], at: usize) -> Option<usize> {
    let first = lines.get(at + 1)?.of(text);
    let (key, _) = first.split_once(':')?;
    let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let last = (at + 2..lines.len().min(at + LONGEST_NOTE)).find(|&line| lines[line].of(text).trim() == "---")?;
    is_key.then_some(last + 1)
}

/// From `<div class="…note">` to `</div>`.
fn boxed(text: &str, lines: &[Span], at: usize) -> Option<usize> {
    let last = (at..lines.len().min(at + LONGEST_NOTE)).find(|&line| lines[line].of(text).contains("</div>"))?;
    Some(last + 1)
}
