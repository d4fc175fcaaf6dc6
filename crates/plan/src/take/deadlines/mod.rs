//! Dates by which somebody must do something.
//!
//! The way: [`walk`] gives the texts of body and annexes that may hold dates, [`text`] reads the dates of one text ([`tokens`], [`grammar`]),
//! [`judge`] tells deadlines from dates that only name, count, found or tell. Words and phrases are in `words/dates.toml` and
//! `words/dates-cues.toml`.

use phongtrao_diagnostic::Span;
use phongtrao_document::{Address, Document};
use phongtrao_value::When;

use super::{Deadline, Item};
use judge::Scene;
use text::Found;
use walk::Unit;
use words::CUES;

pub(super) use words::Phrases;

mod grammar;
mod judge;
mod moment;
mod moments;
mod sentence;
mod text;
mod tokens;
pub(in crate::take) mod walk;
mod words;

/// The dates of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// Every date by which somebody must do something, or at which something is held, in the order of the text.
    pub deadlines: Vec<Deadline>,
    /// Days that no calendar has: `30/02/2026`.
    pub impossible: Vec<Item>,
    /// Days with a day of the week printed beside them that is another: the day as printed, and the words.
    pub wrong_weekdays: Vec<(When, Item)>,
}

/// All deadlines in the order of the text.
pub fn take(document: &Document) -> Vec<Deadline> {
    dates(document).deadlines
}

/// The deadlines, and the dates that are none.
pub fn dates(document: &Document) -> Dates {
    of_units(document, &walk::units(document), &clauses(document))
}

/// The same, from texts that were gathered already.
pub(in crate::take) fn of_units(document: &Document, units: &[Unit<'_>], clauses: &[(Address, Span)]) -> Dates {
    let scene = scene(document);
    let mut dates = Dates::default();
    for unit in units {
        for found in text::dates(unit.words.as_str(), unit.place, scene) {
            dates.add(unit, &found);
        }
    }
    dates.place(clauses);
    dates
}

/// All clauses with their addresses and places.
pub(in crate::take) fn clauses(document: &Document) -> Vec<(Address, Span)> {
    document.clauses().into_iter().map(|(address, node)| (address, node.span)).collect()
}

impl Dates {
    fn add(&mut self, unit: &Unit<'_>, found: &Found) {
        let quote = unit.words.as_str().get(found.quote.clone()).unwrap_or_default().to_owned();
        let span = unit.words.span(found.quote.clone());
        // The clause is put before the cell when all dates are known.
        let clause = Address(unit.cell.clone().unwrap_or_default());
        match found.when {
            Err(_) => self.impossible.push(Item { words: quote, span, clause }),
            Ok(when) => {
                if is_other_weekday(when, found.weekday) {
                    self.wrong_weekdays.push((when, Item { words: quote.clone(), span, clause: clause.clone() }));
                }
                if found.deadline {
                    self.deadlines.push(Deadline { when, from: found.from, quote, span, clause });
                }
            }
        }
    }

    /// Gives each date the clause that it stands in.
    fn place(&mut self, clauses: &[(Address, Span)]) {
        put_clauses(clauses, self.deadlines.iter_mut().map(|date| (date.span, &mut date.clause)));
        put_clauses(clauses, self.impossible.iter_mut().map(|date| (date.span, &mut date.clause)));
        put_clauses(clauses, self.wrong_weekdays.iter_mut().map(|(_, date)| (date.span, &mut date.clause)));
    }
}

/// Puts before each address that of the innermost clause around its span. Clauses come with the outer before the inner, spans in the order of the
/// text: one walk over both.
pub(in crate::take) fn put_clauses<'a>(clauses: &[(Address, Span)], dates: impl Iterator<Item = (Span, &'a mut Address)>) {
    let mut open: Vec<&(Address, Span)> = Vec::new();
    let mut rest = clauses.iter().peekable();
    for (span, address) in dates {
        while let Some(clause) = rest.next_if(|(_, clause)| clause.start <= span.start) {
            while open.last().is_some_and(|(_, outer)| !outer.holds(clause.1)) {
                open.pop();
            }
            open.push(clause);
        }
        while open.last().is_some_and(|(_, clause)| clause.end < span.end) {
            open.pop();
        }
        if let Some((clause, _)) = open.last() {
            address.0.insert_str(0, &clause.0);
        }
    }
}

fn is_other_weekday(when: When, weekday: Option<i8>) -> bool {
    match (when, weekday) {
        (When::Day(day), Some(weekday)) => day.weekday().to_monday_one_offset() != weekday,
        _ => false,
    }
}

fn scene(document: &Document) -> Scene {
    let frame = &document.frame;
    let is_one_of = |kinds: &[String]| frame.kind.as_ref().is_some_and(|kind| kinds.contains(&kind.value));
    let (telling, ruling) = (is_one_of(&CUES.kinds.telling), is_one_of(&CUES.kinds.ruling));
    let line = frame.date_line.as_ref().map(|line| line.value.as_str());
    // Of a date without its day: what a report tells was over by the end of the month, what a plan sets lies after its beginning.
    let month = line.and_then(issue_month).and_then(|month| if telling { month.last_day() } else { month.first_day() });
    let issued_on = frame.issued_on.as_ref().map(|day| day.value).or(month);
    let of_bases = || frame.bases.iter().filter_map(|basis| basis.date.as_ref()).map(|day| day.value.year()).max();
    Scene { issued_on, year: issued_on.map(|day| day.year()).or_else(|| line.and_then(last_year)).or_else(of_bases), telling, ruling }
}

/// `ngày   tháng 6 năm 2026`: the month of an issue whose day was left blank.
fn issue_month(line: &str) -> Option<When> {
    let found = grammar::expressions(&tokens::Tokens::new(line));
    found.last().and_then(|found| found.to.when(None).ok()).filter(|when| matches!(when, When::Month { .. }))
}

fn last_year(line: &str) -> Option<i16> {
    let tokens = tokens::Tokens::new(line);
    (0..tokens.len()).rev().find_map(|at| tokens.year(at))
}

/// The span that a title names, and whether it says both ends: `giai đoạn 2023 - 2030`, `năm 2026`, `đến năm 2030`. Years behind one of `terms` are
/// those of something else.
pub(in crate::take) fn title_period(title: &str, terms: &Phrases) -> Option<(Option<When>, When, bool)> {
    let tokens = tokens::Tokens::new(title);
    let dash = |at: usize| tokens.is_mark(at, &['-', '–', '—']);
    let head = |at: usize| tokens.get(at).and_then(|token| tokens.small.get(..token.start)).unwrap_or_default();
    let own = |at: &usize| !sentence::ends_with_phrase(head(*at), terms);
    let pair = |at: usize| tokens.year(at).zip(tokens.year(at + 2).filter(|_| dash(at + 1)));
    if let Some((from, to)) = (0..tokens.len()).filter(own).find_map(pair) {
        return Some((Some(When::Year(from)), When::Year(to), true));
    }
    let found = grammar::expressions(&tokens);
    // A day in a title is that of a document or of a feast.
    let last = found.iter().rfind(|found| own(&found.tokens.start) && !matches!(found.to.shape, moment::Shape::Day { .. }))?;
    let to = last.to.when(None).ok()?;
    let by_then = last.tokens.start > 0 && tokens.is(last.tokens.start - 1, words::Role::Until);
    let from = last.from.and_then(|from| from.when(None).ok());
    Some((from.or_else(|| (!by_then).then_some(to)), to, last.from.is_some()))
}
