//! The lines of `Nơi nhận`.

use phongtrao_diagnostic::Span;
use phongtrao_value::text::{folded, is_alphabetic};

use super::columns::Piece;
use super::label;
use super::words::{FRAME, RECIPIENTS, begins};
use crate::{Field, Frame, Recipient};

/// Reads the pieces of the recipients.
pub(super) fn read(pieces: &[Piece], frame: &mut Frame) {
    let mut items: Vec<(String, Span)> = Vec::new();
    let mut begun = false;
    let mut archived = false;
    for piece in pieces {
        let mut words = piece.words.as_str();
        if !begun && begins(piece.folded.trim_start_matches(|c: char| !is_alphabetic(c)), &FRAME.recipients) {
            begun = true;
            words = words.split_once(':').map_or("", |(_, rest)| rest).trim();
            if words.is_empty() {
                continue;
            }
        }
        let item = label::at_start(words).filter(|found| !found.class.names());
        if let Some(item) = item {
            if archived {
                continue;
            }
            let rest = words[item.length..].trim();
            for part in parts(rest) {
                items.push((part.to_owned(), piece.span));
            }
        } else if let Some((last, span)) = items.last_mut().filter(|(last, _)| !archived || !is_done(last)) {
            last.push(' ');
            last.push_str(words);
            *span = span.to(piece.span);
        } else if items.is_empty() && !words.is_empty() {
            items.extend(in_one_line(words).map(|part| (part.to_owned(), piece.span)));
        }
        archived |= items.last().is_some_and(|(last, _)| is_archive(last));
    }
    frame.recipients = items.into_iter().filter_map(|(words, span)| recipient(&words, span)).collect();
}

/// Several receivers in one line: `- Bộ A; - Bộ B`.
fn parts(words: &str) -> Vec<&str> {
    words.split("; - ").flat_map(|part| part.split(". - ")).collect()
}

/// All receivers in the line of `Nơi nhận` itself, without dashes: `Nơi nhận: Bộ A; Sở B (để báo cáo); Lưu: VT`.
fn in_one_line(words: &str) -> impl Iterator<Item = &str> {
    words.split("; ").map(|part| part.trim_start_matches(['-', ' '])).filter(|part| !part.is_empty())
}

/// Whether the line is the one for the archive.
fn is_archive(words: &str) -> bool {
    begins(&folded(&words.chars().take(8).collect::<String>()), &RECIPIENTS.archive)
}

/// Whether the line of the archive is complete.
fn is_done(words: &str) -> bool {
    words.ends_with(['.', ';'])
}

fn recipient(words: &str, span: Span) -> Option<Recipient> {
    let mut line = words.trim().trim_end_matches([';', '.', ',', ':', ' ', '/']).to_owned();
    if is_archive(&line)
        && let Some(end) = line.rfind(". ").filter(|end| line.len() - end <= 10 && line[..*end].contains([',', ':']))
    {
        // File codes behind the archive line.
        line.truncate(end);
    }
    line = line.replace("; (", " (").replace(", (", " (").replace(",(", " (");
    if !line.chars().any(is_alphabetic) {
        return None;
    }
    let (who, purpose) = match (line.rfind('('), line.ends_with(')')) {
        (Some(open), true) if open > 0 => (line[..open].trim().to_owned(), Some(line[open + 1..line.len() - 1].trim().to_owned())),
        _ => (line.clone(), None),
    };
    Some(Recipient { line: Field::new(line, span), who, purpose })
}
