//! The dates of one text: a paragraph, the words of a clause, a cell.

use std::ops::Range;

use phongtrao_value::text::is_alphanumeric;
use phongtrao_value::{Recurrence, When};

use super::grammar::{Expression, expressions};
use super::judge::{Case, Place, Scene};
use super::moment::{Moment, NoDate, Shape};
use super::sentence::{Around, quoted};
use super::tokens::{Kind, Tokens};
use super::words::{CUES, LEXICON};

/// A date that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The date, or that the calendar has no such day.
    pub(super) when: Result<When, NoDate>,
    /// The beginning, of a period.
    pub(super) from: Option<When>,
    /// The day of the week printed beside it.
    pub(super) weekday: Option<i8>,
    /// Whether something must be done by it, or is held then.
    pub(super) deadline: bool,
    /// Its words with those that lead to it.
    pub(super) quote: Range<usize>,
}

/// All dates of a text, in order. A text longer than any paragraph is read in stretches, so that memory stays bounded.
pub(super) fn dates(text: &str, place: Place, scene: Scene) -> Vec<Found> {
    const STRETCH: usize = 1 << 18;
    if text.len() <= STRETCH {
        return dates_of_stretch(text, place, scene);
    }
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let most = text.ceil_char_boundary((start + STRETCH).min(text.len()));
        let stretch = &text[start..most];
        let cut = if most == text.len() { None } else { stretch.rfind(char::is_whitespace).filter(|cut| *cut > 0) };
        let end = cut.map_or(most, |cut| start + cut);
        let here = dates_of_stretch(&text[start..end], place, scene);
        found.extend(here.into_iter().map(|date| Found { quote: date.quote.start + start..date.quote.end + start, ..date }));
        start = end;
    }
    found
}

fn dates_of_stretch(text: &str, place: Place, scene: Scene) -> Vec<Found> {
    let tokens = Tokens::new(text);
    let list = expressions(&tokens);
    let stage = stage(&tokens);
    if list.is_empty() {
        return if stage.is_some() { stage.into_iter().collect() } else { lone_year(&tokens, place) };
    }
    let quoted = quoted(text);
    let arounds: Vec<Around<'_>> = list.iter().map(|expression| Around::new(&tokens, expression)).collect();
    let case = |at: usize| Case { tokens: &tokens, text, quoted: &quoted, expression: &list[at], around: &arounds[at], place, scene };
    let cited: Vec<bool> = (0..list.len()).map(|at| case(at).cited()).collect();
    let mut found: Vec<Found> = stage.into_iter().collect();
    for at in (0..list.len()).filter(|at| !cited[*at]) {
        let year = Years { list: &list, arounds: &arounds, cited: &cited, place, scene };
        found.extend(date(&case(at), year.around(at)));
    }
    found
}

/// A date in the year that stands around it; none when the year is not known.
fn date(case: &Case<'_>, year: Option<Year>) -> Option<Found> {
    let expression = case.expression;
    let mut moment = expression.to;
    let mut beginning = expression.from;
    if !moment.complete() && (comes_back(case) || stands_as_rule(case, year)) {
        moment = moment.every(Recurrence::Yearly);
        beginning = beginning.map(|from| if from.complete() { from } else { from.every(Recurrence::Yearly) });
    }
    let (when, year) = settle(&moment, year, case.scene);
    let from = beginning.and_then(|from| from.when(year).ok());
    let deadline = match when {
        Ok(when) => case.is_deadline(when),
        Err(NoDate::Unsaid) => return None,
        Err(NoDate::Impossible) => false,
    };
    Some(Found { when, from, weekday: expression.weekday, deadline, quote: quote(case) })
}

/// `hằng năm` stands in the sentence and no year with the date.
fn comes_back(case: &Case<'_>) -> bool {
    let yearly = &CUES.recurring.yearly;
    matches!(case.expression.to.shape, Shape::Day { .. } | Shape::Month(_) | Shape::Quarter(_))
        && (yearly.last_in(case.around.before).is_some() || yearly.last_in(case.around.after).is_some())
}

/// In a regulation a day without a year is meant every year: `trước ngày 15 tháng 3`.
fn stands_as_rule(case: &Case<'_>, year: Option<Year>) -> bool {
    let day_or_month = matches!(case.expression.to.shape, Shape::Day { .. } | Shape::Month(_) | Shape::Quarter(_));
    case.scene.ruling && day_or_month && year.is_none_or(|year| year.of_issue)
}

/// A year that is not printed with a date.
#[derive(Clone, Copy)]
struct Year {
    year: i16,
    /// It is the year of issue, and a date that would be long over belongs to the next.
    of_issue: bool,
}

/// The date, and its year when it has one.
fn settle(moment: &Moment, year: Option<Year>, scene: Scene) -> (Result<When, NoDate>, Option<i16>) {
    // What is over by more than a season when the document is issued belongs to the next year.
    const SEASON: i32 = 90;
    let this = moment.when(year.map(|year| year.year));
    let printed = moment.year.or(year.map(|year| year.year));
    let Some(year) = year.filter(|year| year.of_issue && !moment.complete()) else { return (this, printed) };
    let days_over = |when: When| when.last_day().zip(scene.issued_on).map(|(day, issued)| (issued - day).get_days());
    match this {
        Ok(when) if days_over(when).is_some_and(|days| days > SEASON) => (moment.when(Some(year.year + 1)), Some(year.year + 1)),
        _ => (this, printed),
    }
}

/// Where the year of a date stands that has none.
struct Years<'a> {
    list: &'a [Expression],
    arounds: &'a [Around<'a>],
    cited: &'a [bool],
    place: Place,
    scene: Scene,
}

impl Years<'_> {
    fn around(&self, at: usize) -> Option<Year> {
        // A year further away than a few dates is not this date's.
        const REACH: usize = 4;
        let of = |other: usize| {
            (!self.cited[other] && !matches!(self.list[other].to.shape, Shape::Year | Shape::School))
                .then_some(self.list[other].to.year)
                .flatten()
        };
        let sentence_end = self.arounds[at].sentence.end;
        let before = (at.saturating_sub(REACH)..at).rev().find_map(of);
        let behind =
            (at + 1..self.list.len().min(at + REACH)).take_while(|other| self.arounds[*other].date.start < sentence_end).find_map(of);
        let near = before.or(behind).or(self.place.year).map(|year| Year { year, of_issue: false });
        near.or(self.scene.year.map(|year| Year { year, of_issue: true }))
    }
}

/// A text that begins with a stage that has goals of its own, by its end: `Mục tiêu cụ thể giai đoạn 2027 - 2028`, `Giai đoạn 1 (2027 - 2028)`.
fn stage(tokens: &Tokens) -> Option<Found> {
    // The words before the years are few.
    const MOST_TOKENS: usize = 12;
    let dash = |at: usize| tokens.is_mark(at, &['-', '–']);
    let pair = |at: usize| tokens.year(at).zip(tokens.year(at + 2).filter(|_| dash(at + 1)));
    let at = (0..MOST_TOKENS.min(tokens.len())).find(|at| pair(*at).is_some())?;
    let (first, last) = pair(at).filter(|(first, last)| first < last)?;
    let (start, end) = (tokens.get(at)?.start, tokens.get(at + 2)?.end);
    let before = tokens.small.get(..start)?.trim();
    let stage = &CUES.stage;
    let named = |head: &str| stage.words.iter().find_map(|word| head.trim_end().strip_suffix(word.as_str()).map(str::len));
    let (head, numbered) = match before.strip_suffix('(') {
        Some(head) => (head.trim_end().trim_end_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, 'i' | 'v')), true),
        None => (before, false),
    };
    let goal = head.get(..named(head)?)?.trim_matches(|letter: char| !is_alphanumeric(letter));
    let fits = if numbered { goal.is_empty() } else { stage.goals.iter().any(|word| goal == word) };
    let end = if numbered && tokens.is_mark(at + 3, &[')']) { tokens.get(at + 3)?.end } else { end };
    let quote = head.len() - head.trim_start().len()..end;
    fits.then_some(Found { when: Ok(When::Year(last)), from: Some(When::Year(first)), weekday: None, deadline: true, quote })
}

/// A cell may hold years alone, which are a time where they are two, or where the head says so: `2026 - 2030`, `2025`.
fn lone_year(tokens: &Tokens, place: Place) -> Vec<Found> {
    // Longer texts have numbers of other kinds.
    const MOST_TOKENS: usize = 4;
    let dash = |at: usize| tokens.is_mark(at, &['-', '–', '.']);
    let all_years = tokens.len() <= MOST_TOKENS && (0..tokens.len()).all(|at| tokens.year(at).is_some() || dash(at));
    let years: Vec<i16> = (0..tokens.len()).filter_map(|at| tokens.year(at)).collect();
    match years.as_slice() {
        [first, last] if all_years && (place.timed || place.cell) && first < last => vec![year_found(Some(*first), *last, tokens)],
        [only] if all_years && place.timed => vec![year_found(None, *only, tokens)],
        _ => Vec::new(),
    }
}

fn year_found(from: Option<i16>, to: i16, tokens: &Tokens) -> Found {
    let end = tokens.len().checked_sub(1).and_then(|last| tokens.get(last)).map_or(0, |token| token.end);
    let start = tokens.get(0).map_or(0, |token| token.start);
    Found { when: Ok(When::Year(to)), from: from.map(When::Year), weekday: None, deadline: true, quote: start..end }
}

/// The words of a date from the first word that leads to it.
fn quote(case: &Case<'_>) -> Range<usize> {
    // The longest lead is `phấn đấu hoàn thành xong trước ngày`.
    const LONGEST: usize = 7;
    let tokens = case.tokens;
    let mut first = case.expression.tokens.start;
    for _ in 0..LONGEST {
        let Some(before) = first.checked_sub(1) else { break };
        let is_word = matches!(tokens.get(before).map(|token| token.kind), Some(Kind::Word));
        if !is_word || !LEXICON.leads(tokens.word(before)) {
            break;
        }
        first = before;
    }
    // What stands before the word of a limit belongs to it only when it says how it is met: `6 tháng trước ngày` begins with `trước`.
    let limit = (first..case.expression.tokens.start).rev().find(|at| LEXICON.limits(tokens.word(*at)));
    if let Some(limit) = limit {
        first = (first..limit).rev().take_while(|at| LEXICON.leads_to_limit(tokens.word(*at))).last().unwrap_or(limit);
    }
    tokens.get(first).map_or(case.around.date.start, |token| token.start)..case.around.date.end
}

#[cfg(test)]
mod tests {
    use phongtrao_value::Date;

    use super::*;

    /// A plan issued on 18 November 2025.
    fn plan() -> Scene {
        Scene { issued_on: Date::new(2025, 11, 18).ok(), year: Some(2025), telling: false, ruling: false }
    }

    fn read(text: &str, place: Place, scene: Scene) -> String {
        let found = dates(text, place, scene);
        let deadlines = found.iter().filter(|found| found.deadline);
        deadlines.filter_map(|found| found.when.ok()).map(|when| when.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[rstest::rstest]
    #[case("báo cáo kết quả 6 tháng trước ngày 15/6/2026", "trước ngày 15/6/2026")]
    #[case("ký cam kết trước ngày 20/4/2026", "trước ngày 20/4/2026")]
    #[case("gửi hồ sơ cuối năm trước ngày 05/12/2026", "trước ngày 05/12/2026")]
    #[case("phấn đấu hoàn thành xong trước ngày 05/12/2026", "phấn đấu hoàn thành xong trước ngày 05/12/2026")]
    #[case("nộp vào cuối tháng 12/2026", "vào cuối tháng 12/2026")]
    fn quotes_begin_with_what_leads_to_the_date(#[case] text: &str, #[case] expected: &str) {
        let found = dates(text, Place::default(), plan());
        assert_eq!(found.iter().map(|found| &text[found.quote.clone()]).collect::<Vec<_>>(), [expected]);
    }

    #[rstest::rstest]
    #[case::goals("Mục tiêu cụ thể giai đoạn 2026 - 2028:", "2028")]
    #[case::numbered("Giai đoạn 2 (2029 - 2031)", "2031")]
    #[case::name("Phong trào thi đua giai đoạn 2026 - 2030", "")]
    #[case::posted("10:37 28/11/2025", "")]
    #[case::signed("Vân Hà, ngày 18 tháng 11 năm 2025", "")]
    #[case::week("Chung kết: tuần 4 tháng 12/2025", "2025-12")]
    #[case::results("báo cáo kết quả vào ngày 15/12/2025", "2025-12-15")]
    #[case::results_of("kết quả năm 2026 được công bố", "")]
    #[case::quarterly("báo cáo kết quả vào ngày 15 tháng cuối quý", "quarterly")]
    fn stages_and_days_of_other_kinds(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text, Place::default(), plan()), expected);
    }

    #[rstest::rstest]
    #[case("Các đơn vị gửi hồ sơ về phòng Tổ chức trước ngày 30/12/2025 để tổng hợp.", "2025-12-30")]
    #[case("Chậm nhất ngày 05 tháng 12, các khoa báo cáo kết quả.", "2025-12-05")]
    #[case("Định kỳ hằng năm báo cáo kết quả về Sở trước ngày 31 tháng 12 để tổng hợp.", "--12-31")]
    #[case("Đợt 1: từ ngày 15/12 đến ngày 20/12/2025.", "2025-12-20")]
    #[case("Tổng kết vào tháng 4 năm 2026.", "2026-04")]
    #[case("- Ngày thi: 04/01/2026", "2026-01-04")]
    #[case("Hoàn thành trong quý II năm 2026.", "2026-Q2")]
    #[case("Phấn đấu đến năm 2030, 80% gia đình đạt danh hiệu.", "2030")]
    #[case("Năm 2026 đạt 60% số xã.", "2026")]
    #[case("Tỷ lệ đạt 50% vào năm 2027.", "2027")]
    #[case("Hưởng ứng “Ngày Quốc tế về gia đình” (ngày 25/11).", "2025-11-25")]
    #[case("Nộp bài trước ngày 15/01.", "2026-01-15")]
    #[case("Báo cáo hằng quý về kết quả.", "quarterly")]
    #[case("Lễ phát động được tổ chức vào lúc 8h00 ngày 26/12/2025 tại hội trường.", "2025-12-26")]
    fn deadlines(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text, Place::default(), plan()), expected);
    }

    #[rstest::rstest]
    #[case::cited("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/12/2025 của Ủy ban nhân dân tỉnh;")]
    #[case::cited_law("theo Luật Thư viện ngày 21 tháng 11 năm 2025, các đơn vị")]
    #[case::name("thực hiện Đề án “Xây dựng xã hội học tập đến năm 2030”")]
    #[case::name_without_marks("thực hiện Chiến lược phát triển thư viện đến năm 2030")]
    #[case::period_of_a_name("trong giai đoạn 2026 - 2030 của ngành")]
    #[case::force("Kế hoạch này có hiệu lực kể từ ngày 01/12/2025.")]
    #[case::open("từ năm 2026 trở đi, năm 2026 và các năm tiếp theo")]
    #[case::count("tính đến ngày 30/11/2025 có 20 chi hội")]
    #[case::vision("định hướng, tầm nhìn đến năm 2045")]
    #[case::history("Trong năm 2024, toàn trường đã có 12 lớp; đến tháng 10/2025 đã mở thêm.")]
    #[case::plan_of_a_year("xây dựng kế hoạch năm 2026 và dự toán năm 2026")]
    #[case::holiday("chào mừng kỷ niệm ngày Quốc khánh 02/9")]
    #[case::lunar("từ ngày 15 – 28 tháng 12 Âm lịch")]
    #[case::duration("trong thời hạn 10 ngày làm việc, 150 ngày")]
    fn none(#[case] text: &str) {
        assert_eq!(read(text, Place::default(), plan()), "");
    }

    #[rstest::rstest]
    #[case("2026", "2026")]
    #[case("2026 - 2030", "2030")]
    #[case("Từ quý II/2027", "2027-Q2")]
    #[case("Năm 2026", "2026")]
    #[case("Quý I", "2026-Q1")]
    fn in_a_column_of_times(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(read(text, Place { timed: true, year: Some(2026), ..Place::default() }, plan()), expected);
    }

    #[test]
    fn a_text_without_end_is_read_in_stretches() {
        let paragraph = format!("Nộp trước ngày 30/12/2025 về trường. {}", "Các đơn vị thi đua dạy tốt, học tốt. ".repeat(10));
        let text = paragraph.repeat(1_000);
        let found = dates(&text, Place::default(), plan());
        let whole = found.iter().filter(|found| &text[found.quote.clone()] == "trước ngày 30/12/2025").count();
        // Only what lies across the border of two stretches may be read otherwise.
        assert!(found.len() >= 998 && whole >= 998, "{} {whole}", found.len());
    }

    #[test]
    fn a_day_that_is_none_is_kept() {
        let found = dates("trước ngày 30/02/2026", Place::default(), plan());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].when, found[0].deadline), (Err(NoDate::Impossible), false));
    }
}
