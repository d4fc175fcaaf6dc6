//! Date expressions: ranges and lists of moments.

use std::ops::Range;

use phongtrao_value::Recurrence;

use super::moment::{Moment, Shape};
use super::moments::{self, Parsed};
use super::tokens::{Kind, Tokens};
use super::words::{LEXICON, Role};

/// A date or a period as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expression {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The beginning, of a period.
    pub(super) from: Option<Moment>,
    /// The date, of a period its end.
    pub(super) to: Moment,
    /// `từ` without an end.
    pub(super) open: bool,
    /// Nothing printed says that these numbers are a date: `3/2` without `ngày` and without a year.
    pub(super) bare: bool,
    /// The day of the week that is printed beside the day, Monday is 1.
    pub(super) weekday: Option<i8>,
}

/// All date expressions of a text, in order.
pub(super) fn expressions(tokens: &Tokens) -> Vec<Expression> {
    let mut found: Vec<Expression> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let next = if may_begin(tokens, at) { phrase(tokens, at, &mut found) } else { None };
        at = next.unwrap_or(at + 1);
    }
    share_years(tokens, &mut found);
    found
}

fn may_begin(tokens: &Tokens, at: usize) -> bool {
    match tokens.get(at).map(|token| token.kind) {
        Some(Kind::Number { digits, .. }) => digits <= 2,
        Some(Kind::Word) => moments::short_month(tokens, at).is_some() || tokens.role(at).is_some_and(begins),
        _ => false,
    }
}

fn begins(role: Role) -> bool {
    use Role::{Day, Every, First, From, Last, Middle, Month, Quarter, Year};
    matches!(role, From | Day | Month | Quarter | Year | First | Middle | Last | Every)
}

/// The expressions that begin at a token; where the text goes on behind them.
fn phrase(tokens: &Tokens, at: usize, found: &mut Vec<Expression>) -> Option<usize> {
    if tokens.is(at, Role::Every) && tokens.is(at + 1, Role::Quarter) {
        found.push(single(at..at + 2, Moment::new(Shape::Quarterly, None)));
        return Some(at + 2);
    }
    if tokens.is(at, Role::From) {
        return period(tokens, at, skip_to_date(tokens, at + 1), found);
    }
    period(tokens, at, at, found)
}

fn single(tokens: Range<usize>, to: Moment) -> Expression {
    Expression { tokens, from: None, to, open: false, bare: false, weekday: None }
}

/// A moment, and where `đến` or a dash and another moment follow, the period.
fn period(tokens: &Tokens, begin: usize, at: usize, found: &mut Vec<Expression>) -> Option<usize> {
    let after_from = begin < at;
    let may_be_bare = after_from || moments::day_before_dash(tokens, at);
    let first = moments::moment(tokens, at).or_else(|| may_be_bare.then(|| moments::bare_day(tokens, at)).flatten())?;
    let weekday = weekday_before(tokens, at);
    let (first_weekday, behind) = weekday_behind(tokens, first.next);
    if let Some(last) = continuation(tokens, behind, &first).filter(|last| has_month(&last.moment)) {
        let (last_weekday, next) = weekday_behind(tokens, last.next);
        let from = first.moment.filled_from(&last.moment);
        let bare = first.bare && last.bare && !after_from;
        found.push(Expression { from: Some(from), bare, weekday: last_weekday, ..single(begin..last.next, last.moment) });
        return Some(next.max(last.next));
    }
    if let Some(next) = enumeration(tokens, at, &first, found) {
        return Some(next);
    }
    if !has_month(&first.moment) {
        return None;
    }
    let weekday = weekday.or(first_weekday);
    found.push(Expression { open: after_from, bare: first.bare, weekday, ..single(begin..first.next, first.moment) });
    Some(behind)
}

/// A day alone is a date only where it comes back every month.
fn has_month(moment: &Moment) -> bool {
    !matches!(moment.shape, Shape::Day { month: None, .. }) || moment.every == Recurrence::Monthly
}

/// The end of a period behind its beginning.
fn continuation(tokens: &Tokens, at: usize, first: &Parsed) -> Option<Parsed> {
    let at = if tokens.is_mark(at, &[',']) && tokens.is(at + 1, Role::Until) { at + 1 } else { at };
    let dash = tokens.is_mark(at, &['-', '–', '—', '÷', '→', '−']);
    if !dash && !tokens.is(at, Role::Until) {
        return None;
    }
    let at = skip_to_date(tokens, at + 1);
    let plain = moments::moment(tokens, at).filter(|last| fits(first, last, dash));
    plain.or_else(|| moments::like(tokens, at, &first.moment).filter(|last| last.moment.complete() || same_shape(first, last) && !dash))
}

/// Whether two moments can be the ends of one period.
fn fits(first: &Parsed, last: &Parsed, dash: bool) -> bool {
    let day_without_month = matches!(last.moment.shape, Shape::Day { month: None, .. });
    // Across a dash a year alone ends only what is a year or has one.
    let loose_year = dash && matches!(last.moment.shape, Shape::Year) && first.moment.year.is_none();
    !day_without_month && !loose_year
}

fn same_shape(first: &Parsed, last: &Parsed) -> bool {
    std::mem::discriminant(&first.moment.shape) == std::mem::discriminant(&last.moment.shape)
}

/// The most members of an enumeration: the months of a year.
const MEMBERS: usize = 12;

/// `tháng 6, 12 hằng năm`, `quý II, III/2026`, `ngày 9, 10/12/2024`: numbers that share what stands with the last.
fn enumeration(tokens: &Tokens, begin: usize, first: &Parsed, found: &mut Vec<Expression>) -> Option<usize> {
    if first.moment.complete() {
        return None;
    }
    let mut members = vec![(begin..first.next, first.moment)];
    let mut at = first.next;
    while members.len() <= MEMBERS && (tokens.is_mark(at, &[',', '+', '&']) || tokens.is(at, Role::And)) {
        let member = moments::like(tokens, at + 1, &first.moment)?;
        members.push((at + 1..member.next, member.moment));
        at = member.next;
        if member.moment.complete() {
            for (place, moment) in members {
                found.push(single(place, moment.filled_from(&member.moment)));
            }
            return Some(at);
        }
    }
    None
}

/// In `ngày 15/3, ngày 20/6 và ngày 30/9/2025` the year of the last belongs to all.
fn share_years(tokens: &Tokens, found: &mut [Expression]) {
    for right in (1..found.len()).rev() {
        let (before, behind) = found.split_at_mut(right);
        let (Some(left), Some(right)) = (before.last_mut(), behind.first()) else { continue };
        let alike = std::mem::discriminant(&left.to.shape) == std::mem::discriminant(&right.to.shape);
        // A period is no member of a list: in `ngày 10/10, từ ngày 20/8/2025 đến …` the year is its own.
        let list = right.from.is_none() && !right.open;
        if list && alike && !left.to.complete() && right.to.complete() && only_joints(tokens, left.tokens.end..right.tokens.start) {
            left.to = left.to.filled_from(&right.to);
            left.bare &= right.bare;
            left.from = left.from.map(|from| from.filled_from(&left.to));
        }
    }
}

fn only_joints(tokens: &Tokens, mut between: Range<usize>) -> bool {
    let joint = |at| {
        tokens.is_mark(at, &[',', ';', '+', '&']) || tokens.role(at).is_some_and(|role| matches!(role, Role::And | Role::List | Role::Of))
    };
    between.len() <= 3 && !between.is_empty() && between.all(joint)
}

/// Skips `hết`, `cuối`, `khoảng`, a time of day and a day of the week before a date.
fn skip_to_date(tokens: &Tokens, mut at: usize) -> usize {
    // Each turn goes on, and a phrase before a date is short.
    for _ in 0..8 {
        let step = match tokens.role(at) {
            Some(Role::Through | Role::About | Role::Before | Role::Until) => 1,
            Some(Role::Weekday | Role::Sunday) => 2,
            _ if tokens.is_mark(at, &[',']) => 1,
            _ => clock(tokens, at),
        };
        if step == 0 {
            break;
        }
        at += step;
    }
    at
}

/// How many tokens a time of day takes: `17h00`, `17 giờ 30 phút`, `08:00`.
fn clock(tokens: &Tokens, at: usize) -> usize {
    let word = tokens.word(at);
    if word.split_once('h').is_some_and(|(hour, minute)| is_clock_number(hour) && (minute.is_empty() || is_clock_number(minute))) {
        return 1;
    }
    if tokens.number(at, 2).is_none() {
        return 0;
    }
    if tokens.is(at + 1, Role::Clock) {
        let minutes = usize::from(tokens.number(at + 2, 2).is_some() && !tokens.is_mark(at + 3, &['/', '-', '.']));
        return 2 + minutes + usize::from(minutes == 1 && tokens.is(at + 3, Role::Minute));
    }
    if tokens.is_mark(at + 1, &[':']) && tokens.number(at + 2, 2).is_some() { 3 } else { 0 }
}

fn is_clock_number(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `thứ Bảy, ` before a date.
fn weekday_before(tokens: &Tokens, at: usize) -> Option<i8> {
    let at = if at > 0 && tokens.is_mark(at - 1, &[',', '(']) { at - 1 } else { at };
    let name = at.checked_sub(1)?;
    let introduced = name.checked_sub(1).and_then(|before| tokens.role(before));
    matches!(introduced, Some(Role::Weekday | Role::Sunday)).then(|| weekday(tokens, name)).flatten()
}

/// `(thứ Bảy)` behind a date, and where the text goes on.
fn weekday_behind(tokens: &Tokens, at: usize) -> (Option<i8>, usize) {
    let open = usize::from(tokens.is_mark(at, &['(', ',']));
    if open == 0 || !matches!(tokens.role(at + open), Some(Role::Weekday | Role::Sunday)) {
        return (None, at);
    }
    let Some(day) = weekday(tokens, at + open + 1) else { return (None, at) };
    (Some(day), at + open + 2 + usize::from(tokens.is_mark(at + open + 2, &[')'])))
}

fn weekday(tokens: &Tokens, at: usize) -> Option<i8> {
    // `thứ 2` is Monday.
    let by_number = tokens.number(at, 1).filter(|number| (2..=7).contains(number)).and_then(|number| i8::try_from(number - 1).ok());
    by_number.or_else(|| LEXICON.weekday(tokens.word(at)))
}

/// What recurs is said behind a moment: `hằng năm`, `mỗi tháng`, `năm sau`.
pub(super) fn every(tokens: &Tokens, at: usize) -> Option<(Recurrence, usize)> {
    let mut at = at;
    for _ in 0..2 {
        if tokens.is_mark(at, &[',', ')']) || tokens.is(at, Role::Of) || tokens.is(at, Role::List) {
            at += 1;
        }
    }
    match (tokens.role(at)?, tokens.role(at + 1)?) {
        (Role::Every, Role::Year) => Some((Recurrence::Yearly, at + 2)),
        (Role::Every, Role::Month) => Some((Recurrence::Monthly, at + 2)),
        (Role::Year, Role::Next) => Some((Recurrence::Yearly, at + 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every expression as `from..to`, years that are not printed taken to be 2025; `!` for what is no date.
    fn read(text: &str) -> String {
        let tokens = Tokens::new(text);
        let show = |moment: &Moment| moment.when(Some(2025)).map_or_else(|_| "!".to_owned(), |when| when.to_string());
        let one = |found: &Expression| match &found.from {
            Some(from) => format!("{}..{}", show(from), show(&found.to)),
            None if found.open => format!("{}..", show(&found.to)),
            None => show(&found.to),
        };
        expressions(&tokens).iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[rstest::rstest]
    #[case::words("trước ngày 30 tháng 8 năm 2025", "2025-08-30")]
    #[case::bars("trước ngày 30/8/2025", "2025-08-30")]
    #[case::without_day_word("hạn nộp: 05/09/2026", "2026-09-05")]
    #[case::hyphens("ngày 30-8-2025", "2025-08-30")]
    #[case::dots("ngày 30.8.2025", "2025-08-30")]
    #[case::mixed("ngày 30 tháng 8/2025", "2025-08-30")]
    #[case::spaced("ngày 30 / 8 / 2025", "2025-08-30")]
    #[case::short_year("ngày 30/8/26", "2026-08-30")]
    #[case::year_from_around("ngày 25/11", "2025-11-25")]
    #[case::impossible("ngày 30/02/2025", "!")]
    #[case::first_days("mùng 3 tháng 2; ngày mùng 3 tháng 2", "2025-02-03 2025-02-03")]
    #[case::clock("vào lúc 08h00, ngày 20/11/2025", "2025-11-20")]
    #[case::weekday("thứ Bảy, ngày 07/02/2026 (thứ Sáu)", "2026-02-07")]
    fn days(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text), expected);
    }

    #[rstest::rstest]
    #[case("tháng 12/2023", "2023-12")]
    #[case("Tháng 3 năm 2026", "2026-03")]
    #[case("T12/2025", "2025-12")]
    #[case("12/2025", "2025-12")]
    #[case("cuối tháng 9", "2025-09")]
    #[case("quý IV/2025", "2025-Q4")]
    #[case("Quý II năm 2026", "2026-Q2")]
    #[case("quý 3/2026", "2026-Q3")]
    #[case("quí I", "2025-Q1")]
    #[case("cuối quý II/2026", "2026-Q2")]
    #[case("đến năm 2030", "2030")]
    #[case("cuối năm 2025", "2025")]
    #[case("năm học 2024-2025", "2024-2025")]
    #[case("6 tháng đầu năm 2026", "2026-06")]
    #[case("06 tháng cuối năm", "2025-12")]
    fn months_and_more(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text), expected);
    }

    #[rstest::rstest]
    #[case("trước ngày 30/11 hằng năm", "--11-30")]
    #[case("trước ngày 31 tháng 3 hàng năm", "--03-31")]
    #[case("ngày 15 tháng 01 năm sau", "--01-15")]
    #[case("ngày Giải phóng (10/10) hằng năm", "--10-10")]
    #[case("tháng 7 mỗi năm", "--07")]
    #[case("các ngày lễ 3/2, 19/5, 2/9 và 7/11 hàng năm", "--02-03 --05-19 --09-02 --11-07")]
    #[case("tháng 6, 12 hằng năm", "--06 --12")]
    #[case("tháng 6, tháng 12 hằng năm", "--06 --12")]
    #[case("quý IV hằng năm", "--12")]
    #[case("ngày 20 hằng tháng", "---20")]
    #[case("ngày 05 của tháng đầu quý sau", "quarterly")]
    #[case("báo cáo hằng quý", "quarterly")]
    #[case("từ ngày 15/11 đến ngày 15/12 hằng năm", "--11-15..--12-15")]
    fn what_comes_back(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text), expected);
    }

    #[rstest::rstest]
    #[case("từ ngày 08 đến ngày 10 tháng 12 năm 2026", "2026-12-08..2026-12-10")]
    #[case("từ ngày 09/12 – 13/12/2024", "2024-12-09..2024-12-13")]
    #[case("Từ 9/12/2024 đến 13/12/2024", "2024-12-09..2024-12-13")]
    #[case("từ 9 - 13/12/2024", "2024-12-09..2024-12-13")]
    #[case("01-15/6/2022", "2022-06-01..2022-06-15")]
    #[case("các ngày 11 và 12/5/2024", "2024-05-11 2024-05-12")]
    #[case("ngày 08-10/12/2024", "2024-12-08..2024-12-10")]
    #[case("từ ngày 20/8/2025 đến hết ngày 15/10/2025", "2025-08-20..2025-10-15")]
    #[case("từ tháng 10 năm 2025 đến hết tháng 3 năm 2026", "2025-10..2026-03")]
    #[case("tháng 9 - 12/2026", "2026-09..2026-12")]
    #[case("quý III - IV/2026", "2026-Q3..2026-Q4")]
    #[case("Hằng năm từ quý IV/2026 - 2029", "2026-Q4..2029")]
    #[case("từ năm 2026 đến năm 2030", "2026..2030")]
    #[case("năm 2026 - 2030", "2026..2030")]
    #[case("từ 08h00 ngày 20/11 (thứ Năm) đến 17h00 ngày 21/11/2025", "2025-11-20..2025-11-21")]
    #[case("Từ tháng 5/2026, thường xuyên", "2026-05..")]
    #[case("quý II, III/2026", "2026-Q2 2026-Q3")]
    #[case("ngày 15/3, ngày 20/6 và ngày 30/9/2026", "2026-03-15 2026-06-20 2026-09-30")]
    fn periods_and_lists(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text), expected);
    }

    #[rstest::rstest]
    #[case("Quyết định số 10/2024/QĐ-UBND")]
    #[case("Luật số 06/2022/QH15")]
    #[case("số 12/2025")]
    #[case("157/KH-UBND")]
    #[case("mục 1.1.2, điểm 3.2")]
    #[case("trong vòng 10 ngày, 3 tháng, 2 năm")]
    #[case("từ 5 đến 10 người; từ 15 - 20%")]
    #[case("trong quý cơ quan")]
    #[case("mạng 3G/4G")]
    #[case("ngày    tháng    năm")]
    #[case("từ 70 năm tuổi Đảng trở lên")]
    fn what_is_none(#[case] text: &str) {
        assert_eq!(read(text), "");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "(ngày|tháng|năm|quý|từ|đến|hằng|[0-9]{1,4}|[-/., ()]|thứ|hai| ){0,30}") {
            read(&text);
        }
    }
}
