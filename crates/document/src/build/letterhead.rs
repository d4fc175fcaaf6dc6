//! The head of the first page: bodies, motto, number and symbol, place and date, in whatever columns they were printed.

use std::ops::Range;

use phongtrao_diagnostic::Span;
use phongtrao_value::DocumentNumber;
use phongtrao_value::text::{is_alphabetic, is_alphanumeric, is_lowercase};

use super::columns::{self, Column, Piece};
use super::dates;
use super::flow::Flow;
use super::words::{FRAME, begins};
use crate::{Field, Frame};

/// Reads the lines of a letterhead into the frame. Whether any of them is one.
pub(super) fn read(flow: &Flow, lines: Range<usize>, frame: &mut Frame) -> bool {
    let pieces = columns::pieces(flow, lines).into_iter().flat_map(part_motto).collect::<Vec<_>>();
    let mut names: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let used = take(&pieces, at, &mut names, frame);
        at += used.max(1);
    }
    bodies(&names, frame);
    frame.motto.is_some() || frame.number_line.is_some() || frame.date_line.is_some() || !names.is_empty()
}

/// Takes the piece at `at` with those that go on with it; how many it took.
fn take(pieces: &[Piece], at: usize, names: &mut Vec<Piece>, frame: &mut Frame) -> usize {
    let piece = &pieces[at];
    if is_motto(piece, pieces[..at].iter().rev().find(|before| same_column(before, piece))) {
        let motto = frame.motto.get_or_insert_with(|| Field::new(String::new(), piece.span));
        if !motto.value.is_empty() {
            motto.value.push(' ');
        }
        motto.value.push_str(&piece.words);
        motto.span = motto.span.to(piece.span);
        return 1;
    }
    if is_number(piece) {
        return number(pieces, at, frame);
    }
    if is_date(piece) {
        return date(pieces, at, frame);
    }
    if begins(&piece.folded, &FRAME.subject) {
        return subject(pieces, at, frame);
    }
    if is_name(piece) {
        names.push(piece.clone());
    }
    1
}

fn same_column(one: &Piece, other: &Piece) -> bool {
    one.column == other.column || one.column == Column::Alone || other.column == Column::Alone
}

/// A line of a letterhead is shorter.
const LONGEST_PIECE: usize = 600;

/// A piece that holds a name and the motto, parted.
fn part_motto(piece: Piece) -> Vec<Piece> {
    if piece.words.len() > LONGEST_PIECE {
        return vec![piece];
    }
    let named = FRAME.motto.iter().find(|motto| piece.folded.contains(motto.as_str()));
    let found = named.and_then(|motto| columns::find_folded(&piece.words, motto));
    let Some(found) = found.filter(|found| found.start > 0 && !piece.words[..found.start].trim().is_empty()) else { return vec![piece] };
    let (name, motto) = piece.words.split_at(found.start);
    let part = |words: &str, column| {
        let words = words.trim().trim_end_matches(['-', '_', '*', ' ']).to_owned();
        Piece { folded: phongtrao_value::text::folded(&words), words, column, ..piece.clone() }
    };
    vec![part(name, piece.column), part(motto, Column::At(1))]
}

/// Letters alone, to compare what is broken and spaced in many ways.
pub(super) fn letters(folded: &str) -> String {
    folded.chars().filter(|c| is_alphanumeric(*c)).collect()
}

/// Whether the piece is the motto or a part of it.
fn is_motto(piece: &Piece, before: Option<&Piece>) -> bool {
    /// A part of the motto as long as this is told by itself.
    const LONG: usize = 16;
    if piece.words.len() > LONGEST_PIECE {
        return false;
    }
    let letters = letters(&piece.folded);
    let mottos = &super::words::MOTTOS;
    if letters.len() < 2 {
        return false;
    }
    let within = |letters: &str| mottos.iter().any(|motto| motto.contains(letters));
    if within(&letters) && letters.len() >= LONG {
        return true;
    }
    /// The beginning of a motto as long as this is told by itself.
    const BEGINNING: usize = 9;
    if letters.len() >= BEGINNING && mottos.iter().any(|motto| motto.starts_with(&letters)) {
        return true;
    }
    if letters.len() >= LONG && mottos.iter().any(|motto| letters.starts_with(motto.as_str())) {
        return true;
    }
    let goes_on = before.is_some_and(|before| {
        let joined = self::letters(&before.folded) + &letters;
        before.column == piece.column && within(&joined) && before.line + 1 >= piece.line.saturating_sub(1)
    });
    goes_on && within(&letters)
}

fn is_number(piece: &Piece) -> bool {
    FRAME.number.iter().any(|word| {
        piece
            .words
            .to_lowercase()
            .strip_prefix(word.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' ', '.', '/', '-']))
    })
}

fn is_date(piece: &Piece) -> bool {
    let words = &piece.folded;
    let day = words.find("ngay");
    day.is_some_and(|day| words[day..].contains("thang") || words.len() < 60) && words.contains("ngay")
}

/// A line of a body's name is printed in capitals.
fn is_name(piece: &Piece) -> bool {
    let (mut capitals, mut letters) = (0, 0);
    for c in piece.words.chars().filter(|c| is_alphabetic(*c)) {
        letters += 1;
        capitals += usize::from(!is_lowercase(c));
    }
    letters >= 2 && capitals * 10 >= letters * 8
}

/// `Số: 12/KH-UBND`, also with the number in the next line.
fn number(pieces: &[Piece], at: usize, frame: &mut Frame) -> usize {
    let piece = &pieces[at];
    let (mut words, mut span, mut used) = (piece.words.clone(), piece.span, 1);
    let rest = |words: &str| words.trim_start_matches(is_alphabetic).trim_matches([':', '.', ' ']).is_empty();
    while rest(&words) || words.ends_with(['/', '-']) || (!words.contains('/') && words.len() < 14) {
        let Some(next) = pieces.get(at + used).filter(|next| {
            let beside = next.line == piece.line && next.words.starts_with(['/', '-']);
            next.column == piece.column || piece.column == Column::Alone || beside
        }) else {
            break;
        };
        if !next.words.contains(['/', '-']) || is_date(next) || next.words.len() > 40 {
            break;
        }
        words.push(' ');
        words.push_str(&next.words);
        span = span.to(next.span);
        used += 1;
    }
    if frame.number_line.is_some() {
        return used;
    }
    let printed = words.trim_start_matches(is_alphabetic).trim_start_matches([':', '.', ' ']);
    if let Ok(number) = printed.trim_end_matches(['.', ',', ';']).parse::<DocumentNumber>()
        && number.as_str().chars().any(is_alphabetic)
    {
        frame.number = Some(Field::new(number, span));
    }
    frame.number_line = Some(Field::new(words, span));
    used
}

/// `Sơn La, ngày 5 tháng 8 năm 2025`, also over two lines.
fn date(pieces: &[Piece], at: usize, frame: &mut Frame) -> usize {
    let piece = &pieces[at];
    let (mut words, mut span, mut used) = (piece.words.clone(), piece.span, 1);
    while dates::first(&words).is_none() {
        let Some(next) = pieces.get(at + used).filter(|next| next.column == piece.column && next.line <= piece.line + used) else { break };
        let short = next.words.len() < 16;
        // `…, ngày 05 tháng 01 năm / 2027`
        let number = short && next.words.starts_with(|c: char| c.is_ascii_digit()) && !is_number(next);
        let goes_on = number || next.folded.contains("thang") || short && next.folded.contains("nam");
        if !goes_on || is_name(next) {
            break;
        }
        words.push(' ');
        words.push_str(&next.words);
        span = span.to(next.span);
        used += 1;
    }
    if frame.date_line.is_some() {
        return used;
    }
    if let Some(range) = columns::find_folded(&words, "ngay") {
        let broken = at.checked_sub(1).map(|before| &pieces[before]).filter(|before| goes_before(before, piece));
        let place = words[..range.start].trim().trim_end_matches([',', ' ', '.']).trim();
        let place = place.rsplit_once([':', '_']).map_or(place, |(_, place)| place.trim_start_matches(|c: char| c != ' ').trim());
        let place = broken.map_or(place.to_owned(), |before| format!("{} {place}", before.words));
        if !place.is_empty() && place.len() < 60 {
            let place_span = Span::new(span.start, (span.start + range.start).min(span.end));
            frame.place = Some(Field::new(place, broken.map_or(place_span, |before| before.span.to(place_span))));
        }
    }
    if let Some((date, _)) = dates::first(&words) {
        frame.issued_on = Some(Field::new(date, span));
    }
    frame.date_line = Some(Field::new(words, span));
    used
}

/// Whether the first words of a place that was broken stand before: `Thành phố Hồ / Chí Minh, ngày …`.
fn goes_before(before: &Piece, piece: &Piece) -> bool {
    let near = before.column == piece.column && before.line + 1 == piece.line && !piece.blank_before;
    near && !is_name(before)
        && !is_number(before)
        && !is_motto(before, None)
        && before.words.len() < 30
        && !before.words.contains([':', '/'])
}

/// `V/v …` of a letter, with the lines that go on with it in its column.
fn subject(pieces: &[Piece], at: usize, frame: &mut Frame) -> usize {
    let piece = &pieces[at];
    let mut title = strip_subject(&piece.words).to_owned();
    let mut span = piece.span;
    let mut last = at;
    for (index, next) in pieces.iter().enumerate().skip(at + 1) {
        let below =
            next.line > pieces[last].line && (next.column == piece.column || next.column == Column::Alone || piece.column == Column::Alone);
        if !below {
            continue;
        }
        if next.line > pieces[last].line + 1
            || is_date(next)
            || is_number(next)
            || is_motto(next, None)
            || begins(&next.folded, &FRAME.addressees)
            || next.blank_before
        {
            break;
        }
        title.push(' ');
        title.push_str(&next.words);
        span = span.to(next.span);
        last = index;
    }
    if frame.title.is_none() {
        frame.title = Some(Field::new(title, span));
    }
    last + 1 - at
}

/// A subject line without `V/v`.
pub(super) fn strip_subject(words: &str) -> &str {
    let mut rest = words;
    for _ in 0..2 {
        let head: String = rest.chars().take(4).collect::<String>().to_lowercase();
        if head.starts_with("v/v") {
            rest = rest[3..].trim_start_matches([':', '.', ' ']);
        }
    }
    rest
}

/// The superior and the issuers among lines of names.
fn bodies(names: &[Piece], frame: &mut Frame) {
    let left: Vec<&Piece> = names.iter().filter(|name| matches!(name.column, Column::Alone | Column::At(0))).collect();
    let right: Vec<&Piece> = names.iter().filter(|name| !matches!(name.column, Column::Alone | Column::At(0))).collect();
    let place = frame.place.as_ref().map(|place| phongtrao_value::text::folded(&place.value));
    let mut found = join(&left, place.as_deref());
    let others = join(&right, place.as_deref());
    if found.is_empty() {
        found = others;
    } else if let (Some(other), true) = (others.last(), left.iter().any(|name| name.column == Column::At(0))) {
        // Two bodies side by side issue together.
        frame.issuers.push(other.clone());
    }
    if let Some(issuer) = found.pop() {
        frame.issuers.insert(0, issuer);
    }
    frame.superior = found.pop();
}

/// Lines of names, joined where a name was broken: also before the folded place of the date, which may begin as a body does (`TRƯỜNG HÀ`).
fn join(lines: &[&Piece], place: Option<&str>) -> Vec<Field<String>> {
    let mut names: Vec<Field<String>> = Vec::new();
    for line in lines {
        let words = line.words.trim_matches(|c: char| matches!(c, '*' | '-' | '_' | ' ' | '#'));
        if words.is_empty() {
            continue;
        }
        let is_place = place == Some(line.folded.trim());
        let starts = begins(&line.folded, &FRAME.bodies) && !begins(&line.folded, &FRAME.places) && !is_place;
        match names.last_mut() {
            Some(name) if !starts || is_unfinished(&name.value) => {
                name.value.push(' ');
                name.value.push_str(words);
                name.span = name.span.to(line.span);
            }
            _ => names.push(Field::new(words.to_owned(), line.span)),
        }
    }
    names
}

/// Whether a name must go on: it ends with a comma, a dash or `VÀ`.
fn is_unfinished(name: &str) -> bool {
    let folded = phongtrao_value::text::folded(name);
    name.ends_with([',', '-', '–']) || folded.ends_with(" va")
}
