//! Dates with the words around them, for the lints on dates: out of the official text where it is at hand, else out of the entries of the plan.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use phongtrao_diagnostic::Span;
use phongtrao_rules::Packs;
use phongtrao_value::{Date, When};
use serde::Deserialize;

use super::{Context, Passage};
use crate::take::Deadline;
use crate::{Origin, Plan};

/// The words that are recognised (`words/lint-dates.toml`).
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct DateWords {
    handed_in: HandedIn,
    /// What makes two figures with a stroke a date.
    pub(super) sure_date: List,
    /// How a day is printed.
    pub(super) printed_day: PrintedDay,
    after_the_end: List,
    /// How two sentences are told to speak of one thing.
    pub(super) same_thing: SameThing,
    /// The subject of an emulation plan.
    pub(super) emulation: List,
}

/// A list of words.
#[derive(Deserialize)]
pub(super) struct List {
    /// The words.
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct HandedIn {
    limits: Vec<String>,
    things: Vec<String>,
    without_office: Vec<String>,
}

/// How a day is printed.
#[derive(Deserialize)]
pub(super) struct PrintedDay {
    /// What leads to it.
    pub(super) words: Vec<String>,
    /// What stands before the month.
    pub(super) months: Vec<String>,
    /// What stands before the year.
    pub(super) years: Vec<String>,
}

/// How two sentences are told to speak of one thing.
#[derive(Deserialize)]
pub(super) struct SameThing {
    /// Words that tell nothing of the thing.
    pub(super) idle: Vec<String>,
    /// Words that tell two things of one name apart.
    pub(super) ordinals: Vec<String>,
}

/// The words, read once.
pub(super) static WORDS: LazyLock<DateWords> =
    // The file is part of the program and a test reads it.
    LazyLock::new(|| toml::from_str(include_str!("../../words/lint-dates.toml")).expect("words/lint-dates.toml is as written above"));

/// What an entry of the plan is; of the official text, the date tells nothing but its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A date of the official text.
    Text,
    Phase,
    Round,
    Milestone,
    Learning,
    Task,
    Report,
}

/// A date and the words around it.
pub(super) struct Dated<'a> {
    /// Where it was found.
    pub(super) kind: Kind,
    /// The date; of a period its end.
    pub(super) when: When,
    /// The beginning of a period.
    pub(super) from: Option<When>,
    /// The words of the date.
    pub(super) quote: &'a str,
    /// The sentence up to the date, in small letters; of an entry of the plan its label.
    pub(super) before: String,
    /// The rest of the sentence, in small letters.
    pub(super) after: String,
    /// Where the date stands.
    pub(super) span: Option<Span>,
    /// The clause.
    pub(super) clause: &'a str,
}

impl Dated<'_> {
    /// Whether it says that papers are handed in at an office until then.
    pub(super) fn hands_in(&self) -> bool {
        let words = &WORDS.handed_in;
        let quote = self.quote.to_lowercase();
        let says = |list: &[String]| list.iter().any(|word| self.before.contains(word.as_str()) || self.after.contains(word.as_str()));
        if says(&words.without_office) {
            return false;
        }
        let limited = || words.limits.iter().any(|limit| quote.contains(limit.as_str()) || self.near_before().contains(limit.as_str()));
        match self.kind {
            Kind::Text => limited() && says(&words.things),
            Kind::Report => true,
            Kind::Round => quote.is_empty() || limited(),
            Kind::Task => says(&words.things) && (quote.is_empty() || limited()),
            Kind::Phase | Kind::Milestone | Kind::Learning => false,
        }
    }

    /// Whether it is of what comes after the end by its nature: summing up, files, reports.
    pub(super) fn comes_after_the_end(&self) -> bool {
        let says = |word: &String| self.before.contains(word.as_str()) || self.after.contains(word.as_str());
        matches!(self.kind, Kind::Report | Kind::Round) || WORDS.after_the_end.words.iter().any(says)
    }

    /// The last few words before the date.
    fn near_before(&self) -> &str {
        // As long as `chậm nhất là vào lúc 17 giờ`.
        const NEAR: usize = 40;
        let start = (self.before.len().saturating_sub(NEAR)..=self.before.len()).find(|at| self.before.is_char_boundary(*at));
        self.before.get(start.unwrap_or(0)..).unwrap_or_default()
    }
}

/// The dates that are said: those of the text where there is one, else those of the plan's entries.
pub(super) fn dated<'a>(context: &'a Context<'_>) -> Vec<Dated<'a>> {
    match context.taken {
        Some(taken) => taken.deadlines.iter().map(|deadline| of_text(deadline, &context.passages)).collect(),
        None => of_plan(context.plan),
    }
}

/// The days by which papers are handed in at an office, and where they are said; once for what one clause says in several entries.
pub(super) fn days_of_handing_in(context: &Context<'_>) -> Vec<(Date, Option<Span>)> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for date in dated(context).into_iter().filter(Dated::hands_in) {
        let When::Day(day) = date.when else { continue };
        if date.kind == Kind::Text || date.clause.is_empty() || seen.insert((day, date.clause.to_owned())) {
            found.push((day, date.span));
        }
    }
    found
}

fn of_text<'a>(deadline: &'a Deadline, passages: &[Passage]) -> Dated<'a> {
    let (before, after) = sentence(deadline, passages).unwrap_or_default();
    Dated {
        kind: Kind::Text,
        when: deadline.when,
        from: deadline.from,
        quote: &deadline.quote,
        before,
        after,
        span: Some(deadline.span),
        clause: &deadline.clause.0,
    }
}

/// The sentence around a date: what stands before it and behind it.
fn sentence(deadline: &Deadline, passages: &[Passage]) -> Option<(String, String)> {
    let source = deadline.span.start;
    let next = passages.partition_point(|passage| passage.span(0..1).start <= source);
    let passage = passages.get(next.checked_sub(1)?)?;
    let at = place(passage, source);
    let words = passage.as_str();
    let end = (at + deadline.quote.len()).min(words.len());
    (words.get(at..end)? == deadline.quote).then_some(())?;
    Some((head(words.get(..at)?).to_lowercase(), tail(words.get(end..)?).to_lowercase()))
}

/// The byte of the words that came from that byte of the decoded text.
fn place(passage: &Passage, source: usize) -> usize {
    let (mut low, mut high) = (0, passage.as_str().len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if passage.span(middle..middle + 1).start < source {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The longest part of a sentence that is looked at, to either side, in bytes.
const LONGEST: usize = 600;

fn head(words: &str) -> &str {
    let start = (words.len().saturating_sub(LONGEST)..=words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(0);
    let near = words.get(start..).unwrap_or_default();
    let ends = [near.rfind(". "), near.rfind(';')];
    let begin = ends.into_iter().flatten().max().map_or(0, |end| end + 1);
    near.get(begin..).unwrap_or_default().trim_start()
}

fn tail(words: &str) -> &str {
    let limit = (0..=LONGEST.min(words.len())).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
    let near = words.get(..limit).unwrap_or_default();
    let ends = [near.find(". "), near.find(';')];
    let end = ends.into_iter().flatten().min().unwrap_or(near.len());
    near.get(..end).unwrap_or_default()
}

/// The dates of the plan's entries.
pub(super) fn of_plan(plan: &Plan) -> Vec<Dated<'_>> {
    let phases = plan
        .phases
        .iter()
        .filter_map(|phase| of_entry(Kind::Phase, &phase.origin, phase.to.or(phase.from), phase.from, None, &phase.label));
    let rounds = plan.rounds.iter().filter_map(|round| {
        let label = round.label.as_deref().unwrap_or_default();
        of_entry(Kind::Round, &round.origin, round.closes, round.opens, round.words.as_deref(), label)
    });
    let milestones = plan
        .milestones
        .iter()
        .filter_map(|entry| of_entry(Kind::Milestone, &entry.origin, entry.due, None, entry.words.as_deref(), &entry.label));
    let learning = plan.courses.iter().chain(&plan.contests);
    let learning = learning
        .filter_map(|entry| of_entry(Kind::Learning, &entry.origin, entry.due, None, None, entry.label.as_deref().unwrap_or_default()));
    let tasks = plan.tasks.iter().filter_map(|task| of_entry(Kind::Task, &task.origin, task.due, None, task.words.as_deref(), &task.text));
    let reports = plan
        .reports
        .iter()
        .filter_map(|report| of_entry(Kind::Report, &report.origin, report.due, None, report.words.as_deref(), &report.what));
    phases.chain(rounds).chain(milestones).chain(learning).chain(tasks).chain(reports).collect()
}

fn of_entry<'a>(
    kind: Kind,
    origin: &'a Origin,
    when: Option<When>,
    from: Option<When>,
    words: Option<&'a str>,
    label: &str,
) -> Option<Dated<'a>> {
    let clause = origin.clause.as_ref().map_or("", |clause| clause.0.as_str());
    let (before, after) = (label.to_lowercase(), String::new());
    Some(Dated { kind, when: when?, from, quote: words.unwrap_or_default(), before, after, span: origin.span, clause })
}

/// Whether the period of the plan is said, and not that of one activity.
pub(super) fn period_is_of_the_whole(context: &Context<'_>) -> bool {
    // Part and item: deeper down a time is that of one activity.
    const DEEPEST: usize = 1;
    let identity = &context.plan.identity;
    // A period that was put together from a title or from the phases limits nothing.
    let guessed = identity.origin.guessed.iter().any(|key| key == "period");
    let same = |deadline: &&Deadline| deadline.from == identity.from && Some(deadline.when) == identity.to;
    let source = context.taken.and_then(|taken| taken.deadlines.iter().find(same));
    !guessed && source.is_none_or(|deadline| deadline.clause.0.matches(['.', '[']).count() <= DEEPEST)
}

/// Whether offices are closed.
pub(super) fn is_closed(day: Date, packs: &Packs) -> bool {
    is_weekend(day) || packs.holiday(day).is_some()
}

/// Saturday or Sunday.
pub(super) fn is_weekend(day: Date) -> bool {
    // Counted from Monday.
    const SATURDAY: i8 = 6;
    day.weekday().to_monday_one_offset() >= SATURDAY
}

/// The last day before on which offices are open.
pub(super) fn working_day_before(day: Date, packs: &Packs) -> Option<Date> {
    // Longer than any holiday with the weekends around it.
    const LONGEST_REST: usize = 20;
    std::iter::successors(day.yesterday().ok(), |day| day.yesterday().ok()).take(LONGEST_REST).find(|day| !is_closed(*day, packs))
}

/// The day of the week as the messages choose by: 1 is Monday.
pub(super) fn weekday(day: Date) -> i64 {
    i64::from(day.weekday().to_monday_one_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_read() {
        assert!(!WORDS.handed_in.things.is_empty() && !WORDS.after_the_end.words.is_empty() && !WORDS.same_thing.idle.is_empty());
    }

    fn dated(quote: &'static str, before: &str, after: &str) -> Dated<'static> {
        let when = When::Quarterly;
        Dated { kind: Kind::Text, when, from: None, quote, before: before.to_owned(), after: after.to_owned(), span: None, clause: "" }
    }

    #[rstest::rstest]
    #[case("các khoa gửi báo cáo về phòng tổ chức", "trước ngày 15/11/2026", "", true)]
    #[case("hạn nộp hồ sơ:", "ngày 15/11/2026", "", true)]
    #[case("chậm nhất là", "ngày 15/11/2026", "các lớp gửi danh sách", true)]
    #[case("đăng ký trực tuyến", "đến hết ngày 15/11/2026", "", false)]
    #[case("khai mạc hội thi", "ngày 15/11/2026", "", false)]
    #[case("trao hồ sơ tốt nghiệp", "ngày 15/11/2026", "", false)]
    #[case("hoàn thành tủ sách", "trước ngày 15/11/2026", "", false)]
    fn papers_are_handed_in_at_an_office(#[case] before: &str, #[case] quote: &'static str, #[case] after: &str, #[case] hands_in: bool) {
        assert_eq!(dated(quote, before, after).hands_in(), hands_in);
    }

    #[rstest::rstest]
    #[case("tổng kết phong trào", true)]
    #[case("trao giải hội thi", true)]
    #[case("tổ chức hội thi kể chuyện theo sách", false)]
    fn some_things_come_after_the_end(#[case] before: &str, #[case] after_the_end: bool) {
        assert_eq!(dated("ngày 15/11/2026", before, "").comes_after_the_end(), after_the_end);
    }

    #[rstest::rstest]
    #[case("2026-11-15", Some("2026-11-13"))]
    #[case("2026-05-01", Some("2026-04-29"))]
    #[case("2026-02-18", Some("2026-02-13"))]
    fn the_working_day_before_is_neither_weekend_nor_holiday(#[case] day: Date, #[case] before: Option<&str>) {
        let found = working_day_before(day, Packs::embedded()).map(|day| day.to_string());
        assert_eq!(found.as_deref(), before);
    }
}
