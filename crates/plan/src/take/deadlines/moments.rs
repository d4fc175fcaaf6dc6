//! One moment: day, month, quarter, part of a year, year, school year.

use phongtrao_value::Recurrence;

use super::grammar::every;
use super::moment::{Moment, Shape};
use super::tokens::{Kind, Tokens};
use super::words::Role;

/// A moment and where the text goes on behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parsed {
    pub(super) moment: Moment,
    pub(super) next: usize,
    /// Numbers alone, without `ngày` and without a year.
    pub(super) bare: bool,
}

impl Parsed {
    fn new(moment: Moment, next: usize) -> Parsed {
        Parsed { moment, next, bare: false }
    }
}

/// The moment that begins at a token.
pub(super) fn moment(tokens: &Tokens, at: usize) -> Option<Parsed> {
    match tokens.get(at)?.kind {
        Kind::Number { .. } => months_of_year(tokens, at).or_else(|| numbers(tokens, at)),
        Kind::Mark(_) => None,
        Kind::Word => match tokens.role(at) {
            Some(Role::Day) => day(tokens, at + 1),
            Some(Role::Month) => month(tokens, at + 1),
            Some(Role::Quarter) => quarter(tokens, at + 1),
            Some(Role::Year) => year(tokens, at + 1),
            Some(Role::First | Role::Middle | Role::Last) => part(tokens, at + 1),
            Some(_) => None,
            None => short_month(tokens, at)
                .and_then(|number| with_year(tokens, Shape::Month(number), at + 1).filter(|found| found.moment.complete())),
        },
    }
}

/// Another moment of the same kind whose word is not printed again: the `12` of `tháng 9 đến 12/2025`.
pub(super) fn like(tokens: &Tokens, at: usize, first: &Moment) -> Option<Parsed> {
    match first.shape {
        Shape::Month(_) => month(tokens, at),
        Shape::Quarter(_) => quarter(tokens, at),
        Shape::Day { .. } => tokens.number(at, 2).and_then(|_| day(tokens, at)),
        Shape::Year => tokens.year(at).map(|year| Parsed::new(Moment::new(Shape::Year, Some(year)), at + 1)),
        _ => None,
    }
    .or_else(|| tokens.year(at).filter(|_| first.year.is_some()).map(|year| Parsed::new(Moment::new(Shape::Year, Some(year)), at + 1)))
}

/// A day whose month stands with the end of the period: `từ 9 - 13/12/2024`.
pub(super) fn bare_day(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let day = tokens.number(at, 2).filter(|day| (1..=31).contains(day))?;
    Some(Parsed::new(Moment::new(Shape::Day { day, month: None }, None), at + 1))
}

/// `01-15/6/2022`: a number, a dash, and a whole day.
pub(super) fn day_before_dash(tokens: &Tokens, at: usize) -> bool {
    let dash = tokens.number(at, 2).is_some() && tokens.is_mark(at + 1, &['-', '–']) && begins_freely(tokens, at);
    dash && tokens.is_mark(at + 3, &['/']) && tokens.is_mark(at + 5, &['/']) && tokens.year(at + 6).is_some()
}

/// `đầu tháng 9`, `trung tuần tháng 8`, `cuối năm 2025`, `cuối quý II`.
fn part(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let at = if tokens.is(at, Role::Part) { at + 1 } else { at };
    match tokens.role(at)? {
        Role::Month => month(tokens, at + 1),
        Role::Quarter => quarter(tokens, at + 1),
        Role::Year => year(tokens, at + 1),
        _ => None,
    }
}

/// Behind `ngày`.
fn day(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let at = if tokens.is(at, Role::Mong) { at + 1 } else { at };
    let day = tokens.number(at, 2)?;
    let behind = at + 1;
    if let Some((month, next)) = month_of_day(tokens, behind) {
        return month_and_year(tokens, day, month, next);
    }
    if let Some((Recurrence::Monthly, next)) = every(tokens, behind) {
        return Some(Parsed::new(Moment::new(Shape::Day { day, month: None }, None).every(Recurrence::Monthly), next));
    }
    if let Some(next) = month_of_quarter(tokens, behind) {
        return Some(Parsed::new(Moment::new(Shape::Quarterly, None), next));
    }
    let counts = tokens.is(behind, Role::Month) || tokens.is_mark(behind, &['%']);
    (!counts).then(|| Parsed::new(Moment::new(Shape::Day { day, month: None }, None), behind))
}

/// The month behind a day: `/8`, `tháng 8`, or with a year behind it `-8-2025`, `.8.2025`.
fn month_of_day(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let month = tokens.number(at + 1, 2)?;
    let separate = tokens.is(at, Role::Month) || tokens.is_mark(at, &['/']);
    let dashed = |mark: char| tokens.is_mark(at, &[mark]) && tokens.is_mark(at + 2, &[mark]) && tokens.year(at + 3).is_some();
    (separate || dashed('-') || dashed('.') || dashed('–')).then_some((month, at + 2))
}

fn month_and_year(tokens: &Tokens, day: u32, month: u32, next: usize) -> Option<Parsed> {
    with_year(tokens, Shape::Day { day, month: Some(month) }, next)
}

/// `tháng cuối quý`, `tháng đầu của quý sau`, behind a day.
fn month_of_quarter(tokens: &Tokens, at: usize) -> Option<usize> {
    let at = if tokens.is(at, Role::Of) { at + 1 } else { at };
    if !tokens.is(at, Role::Month) || !matches!(tokens.role(at + 1), Some(Role::First | Role::Middle | Role::Last)) {
        return None;
    }
    (at + 2..at + 5).find(|at| tokens.is(*at, Role::Quarter)).map(|at| at + 1)
}

/// Behind `tháng`.
fn month(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let month = tokens.number(at, 2).filter(|month| (1..=12).contains(month))?;
    // In `tháng 12 ngày` and `tháng 6%` the number counts something else.
    if tokens.is_mark(at + 1, &['%']) {
        return None;
    }
    with_year(tokens, Shape::Month(month), at + 1)
}

/// `T12/2025`
pub(super) fn short_month(tokens: &Tokens, at: usize) -> Option<u32> {
    let digits = tokens.word(at).strip_prefix('t')?;
    let month: u32 = (1..=2).contains(&digits.len()).then(|| digits.parse().ok()).flatten()?;
    (1..=12).contains(&month).then_some(month)
}

/// Behind `quý`.
fn quarter(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let quarter = match tokens.word(at) {
        "i" | "1" | "01" => 1,
        "ii" | "2" | "02" => 2,
        "iii" | "3" | "03" => 3,
        "iv" | "4" | "04" => 4,
        _ => return None,
    };
    with_year(tokens, Shape::Quarter(quarter), at + 1)
}

/// Behind `năm`: a year, or `học` and a school year.
fn year(tokens: &Tokens, at: usize) -> Option<Parsed> {
    if tokens.is(at, Role::School) {
        let first = tokens.year(at + 1)?;
        let second = tokens.is_mark(at + 2, &['-', '–', '/', '—']).then(|| tokens.year(at + 3)).flatten()?;
        return (second == first + 1).then(|| Parsed::new(Moment::new(Shape::School, Some(first)), at + 4));
    }
    let year = tokens.year(at)?;
    Some(Parsed::new(Moment::new(Shape::Year, Some(year)), at + 1))
}

/// `6 tháng đầu năm 2025`, `03 tháng cuối năm`.
fn months_of_year(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let count = tokens.number(at, 2).filter(|count| (2..=11).contains(count))?;
    if !tokens.is(at + 1, Role::Month) || !tokens.is(at + 3, Role::Year) {
        return None;
    }
    let last = match tokens.role(at + 2)? {
        Role::First => count,
        Role::Last => 12,
        _ => return None,
    };
    let year = tokens.year(at + 4);
    Some(Parsed::new(Moment::new(Shape::Months(last), year), at + 4 + usize::from(year.is_some())))
}

/// Numbers with bars: `30/8/2025`, `30-8-2025`, `12/2023`, `30/8`, also `30 tháng 8`.
fn numbers(tokens: &Tokens, at: usize) -> Option<Parsed> {
    let first = tokens.number(at, 2)?;
    // `tuần 2 tháng 10`: the number counts weeks, and the month stands by itself.
    let week = at > 0 && tokens.is(at - 1, Role::Part);
    if week || !begins_freely(tokens, at) {
        return None;
    }
    if tokens.is_mark(at + 1, &['/']) && tokens.year(at + 2).is_some() && (1..=12).contains(&first) {
        let numbered = at > 0 && tokens.is(at - 1, Role::Number);
        let parsed = Parsed::new(Moment::new(Shape::Month(first), tokens.year(at + 2)), at + 3);
        return (!numbered && ends_freely(tokens, at + 3)).then_some(parsed);
    }
    let (month, next) = month_of_day(tokens, at + 1)?;
    let mut parsed = month_and_year(tokens, first, month, next)?;
    let with_words = tokens.is(at + 1, Role::Month);
    let plausible = (1..=31).contains(&first) && (1..=12).contains(&month);
    parsed.bare = !parsed.moment.complete() && !with_words;
    // `1/2 ngày` is half a day.
    if parsed.bare && matches!(tokens.role(parsed.next), Some(Role::Day | Role::Month | Role::Number)) {
        return None;
    }
    ((plausible || parsed.moment.year.is_some()) && ends_freely(tokens, parsed.next)).then_some(parsed)
}

/// Whether no number or sign is joined to the number from the left.
fn begins_freely(tokens: &Tokens, at: usize) -> bool {
    !tokens.joined(at) || !tokens.is_mark(at - 1, &['/', '-', '.', ':', '+', '#', '_'])
}

/// Whether no more of a document's number is joined from the right.
fn ends_freely(tokens: &Tokens, at: usize) -> bool {
    let goes_on = tokens.joined(at) && tokens.is_mark(at, &['/', '-']) && tokens.joined(at + 1);
    let symbol = tokens.is_mark(at, &['/']) || matches!(tokens.get(at + 1).map(|token| token.kind), Some(Kind::Word));
    let share = tokens.is_mark(at, &['%']);
    !(share || goes_on && symbol)
}

/// The year or the recurrence behind a month or a quarter.
fn with_year(tokens: &Tokens, shape: Shape, at: usize) -> Option<Parsed> {
    if let Some((year, next)) = printed_year(tokens, at) {
        return Some(Parsed::new(Moment::new(shape, Some(year)), next));
    }
    let moment = Moment::new(shape, None);
    match every(tokens, at) {
        Some((recurrence @ Recurrence::Yearly, next)) => Some(Parsed::new(moment.every(recurrence), next)),
        _ => Some(Parsed::new(moment, at)),
    }
}

/// `/2025`, `-2025`, `.2025`, ` năm 2025`, `, năm 2025`, ` của năm 2025`; of two digits only behind a bar: `30/8/25`.
fn printed_year(tokens: &Tokens, at: usize) -> Option<(i16, usize)> {
    if tokens.is_mark(at, &['/', '-', '.', '–']) {
        let joined = tokens.joined(at) && tokens.joined(at + 1);
        return tokens
            .year(at + 1)
            .filter(|_| joined || tokens.is_mark(at, &['/']))
            .map(|year| (year, at + 2))
            .or_else(|| short_year(tokens, at));
    }
    let at = if tokens.is_mark(at, &[',']) || tokens.is(at, Role::Of) { at + 1 } else { at };
    tokens.is(at, Role::Year).then(|| tokens.year(at + 1)).flatten().map(|year| (year, at + 2))
}

fn short_year(tokens: &Tokens, at: usize) -> Option<(i16, usize)> {
    // `30/8/25`: the day, its bar and the month stand before.
    let bars = at >= 3 && tokens.is_mark(at, &['/']) && tokens.is_mark(at - 2, &['/']) && tokens.joined(at) && tokens.joined(at + 1);
    let year = tokens.number(at + 1, 2).filter(|year| bars && (10..=60).contains(year))?;
    i16::try_from(2000 + year).ok().map(|year| (year, at + 2))
}
