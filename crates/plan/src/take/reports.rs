//! Duties to report: regular ones and those on demand.

use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_document::Address;
use phongtrao_value::Recurrence;
use phongtrao_value::text::is_lowercase;
use serde::Deserialize;

use super::Deadline;
use super::parts::{PartKind, Parts};
use super::phrase::{CLOSING, Phrases, trimmed};
use super::sentences;
use super::statements::{Statement, origin};
use super::topics::Topic;
use crate::Report;

#[derive(Deserialize)]
struct Data {
    duty: Vec<String>,
    not_duty: Vec<String>,
    regular: Vec<String>,
    results: Vec<String>,
    giving: Vec<String>,
    not_bodies: Vec<String>,
    telling: Vec<String>,
    demand: Vec<String>,
    yearly: Vec<String>,
    quarterly: Vec<String>,
    monthly: Vec<String>,
    toward: Vec<String>,
    bodies: Vec<String>,
    until: Vec<String>,
    objects: Vec<String>,
    who_until: Vec<String>,
}

struct Words {
    duty: Phrases,
    not_duty: Phrases,
    regular: Phrases,
    results: Phrases,
    giving: Phrases,
    not_bodies: Phrases,
    telling: Vec<String>,
    demand: Phrases,
    often: [(Recurrence, Phrases); 3],
    toward: Phrases,
    bodies: Phrases,
    until: Phrases,
    objects: Phrases,
    who_until: Phrases,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/reporting.toml")).expect("the words of reporting are sound");
    Words {
        duty: Phrases::new(&data.duty),
        not_duty: Phrases::new(&data.not_duty),
        regular: Phrases::new(&data.regular),
        results: Phrases::new(&data.results),
        giving: Phrases::new(&data.giving),
        not_bodies: Phrases::new(&data.not_bodies),
        telling: data.telling,
        demand: Phrases::new(&data.demand),
        often: [
            (Recurrence::Yearly, Phrases::new(&data.yearly)),
            (Recurrence::Quarterly, Phrases::new(&data.quarterly)),
            (Recurrence::Monthly, Phrases::new(&data.monthly)),
        ],
        toward: Phrases::new(&data.toward),
        bodies: Phrases::new(&data.bodies),
        until: Phrases::new(&data.until),
        objects: Phrases::new(&data.objects),
        who_until: Phrases::new(&data.who_until),
    }
});

/// All of them in the order of the text. `kind` is the kind of document; `bodies` are the bodies to which clauses give tasks.
pub(crate) fn take(
    kind: &str,
    parts: &Parts,
    statements: &[Statement<'_>],
    dates: &[Deadline],
    bodies: &[(&Address, &str)],
) -> Vec<Report> {
    let mut reports = Vec::new();
    if WORDS.telling.iter().any(|telling| telling == kind) {
        return reports;
    }
    for statement in statements.iter().filter(|statement| speaks_of_work(parts, statement) && WORDS.duty.within(statement.lower())) {
        for sentence in sentences::of(statement) {
            for piece in pieces(statement, sentence.clone(), dates) {
                reports.extend(of_piece(parts, statement, sentence.clone(), piece, dates, bodies));
            }
        }
    }
    reports
}

/// Purposes and criteria mention reports; they give no duty.
fn speaks_of_work(parts: &Parts, statement: &Statement<'_>) -> bool {
    parts.0[statement.part].kind != PartKind::Preamble
        && ![Topic::Purpose, Topic::Requirement, Topic::Criteria, Topic::Subject].into_iter().any(|topic| statement.topics.has(topic))
}

/// The pieces of a sentence that have a duty and a date each: `báo cáo 6 tháng trước ngày …, báo cáo năm trước ngày …`; else the whole.
fn pieces(statement: &Statement<'_>, sentence: Range<usize>, dates: &[Deadline]) -> Vec<Range<usize>> {
    let Some(lower) = statement.words.lower.get(sentence.clone()) else { return Vec::new() };
    let behind_comma = |duty: &Range<usize>| lower.get(..duty.start).is_some_and(|before| before.trim_end().ends_with(','));
    let mut starts: Vec<usize> = WORDS.duty.all(lower, 0).filter(behind_comma).map(|duty| sentence.start + duty.start).collect();
    starts.insert(0, sentence.start);
    let ends = starts.iter().skip(1).copied().chain([sentence.end]);
    let found: Vec<Range<usize>> = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    let each = found.iter().all(|piece| {
        let dated = sentences::date(statement, piece.clone(), dates).is_some();
        dated && statement.words.lower.get(piece.clone()).is_some_and(|words| duty(words).is_some())
    });
    if each { found } else { vec![sentence] }
}

/// The report of a sentence, or of a piece of it; the whole tells who reports and to whom where the piece does not.
fn of_piece(
    parts: &Parts,
    statement: &Statement<'_>,
    whole: Range<usize>,
    sentence: Range<usize>,
    dates: &[Deadline],
    bodies: &[(&Address, &str)],
) -> Option<Report> {
    let lower = statement.words.lower.get(sentence.clone())?;
    let text = statement.words.text().get(sentence.clone())?;
    let duty = duty(lower)?;
    let date = sentences::date(statement, sentence.clone(), dates);
    let on_demand = WORDS.demand.within(lower);
    let in_whole = |find: &dyn Fn(&str, &str) -> Option<Range<usize>>| {
        let text = statement.words.text().get(whole.clone())?;
        find(text, statement.words.lower.get(whole.clone())?).and_then(|range| text.get(range)).map(str::to_owned)
    };
    let receiver = to(text, lower, duty.start).and_then(|to| text.get(to)).map(str::to_owned);
    let receiver = receiver.or_else(|| in_whole(&|text, lower| to(text, lower, 0)).filter(|_| whole != sentence));
    let regular = WORDS.regular.all(lower, 0).next();
    let of_results = receiver.is_some() && WORDS.results.within(lower);
    if date.is_none() && !on_demand && regular.is_none() && !of_results {
        return None;
    }
    let recurs = WORDS.often.iter().find(|(_, phrases)| phrases.within(lower)).map(|(recurs, _)| *recurs);
    let said = in_whole(&who);
    let who = said.or_else(|| body_of(parts, statement.part, bodies));
    let to = receiver;
    let mut guessed = Vec::new();
    guessed.extend(who.is_some().then_some("who"));
    guessed.extend(to.is_some().then_some("to"));
    let what = object(lower, duty.end).and_then(|what| text.get(what)).unwrap_or(text);
    Some(Report {
        origin: origin(&parts.0[statement.part].address, statement.words.span(sentence), &guessed),
        who,
        to,
        what: what.to_owned(),
        due: date.map(|date| date.when),
        recurs: recurs.filter(|_| date.is_none()),
        words: date.map(|date| date.quote.clone()).or_else(|| text.get(regular?).map(str::to_owned)),
        on_demand,
    })
}

/// Where the sentence names the duty, and not a paper or a person with the same word.
fn duty(lower: &str) -> Option<Range<usize>> {
    let others: Vec<Range<usize>> = WORDS.not_duty.all(lower, 0).collect();
    WORDS.duty.all(lower, 0).find(|duty| !others.iter().any(|other| other.start < duty.end && duty.start < other.end))
}

/// The words before the first verb, when they name a body.
fn who(text: &str, lower: &str) -> Option<Range<usize>> {
    let verb = WORDS.who_until.all(lower, 0).find(|verb| verb.start == 0 || is_small(text, verb.start))?;
    let given = WORDS.giving.start(lower).unwrap_or(0);
    let who = trimmed(lower, given..verb.start.max(given), CLOSING);
    let words = lower.get(who.clone())?;
    let body = WORDS
        .bodies
        .all(words, 0)
        .next()
        .is_some_and(|body| words.get(..body.start).is_some_and(|before| before.split_whitespace().count() <= 1));
    (body && words.split_whitespace().count() <= 20).then_some(who)
}

/// The body to which the part, or one around it, gives tasks.
fn body_of(parts: &Parts, part: usize, bodies: &[(&Address, &str)]) -> Option<String> {
    let mut at = Some(part);
    while let Some(index) = at {
        let address = &parts.0[index].address;
        if let Some((_, body)) = bodies.iter().find(|(clause, _)| !clause.0.is_empty() && *clause == address) {
            return Some((*body).to_owned());
        }
        at = parts.0[index].parent;
    }
    None
}

/// The receiver: a body after `về`, `gửi`, `cho`, or right after the duty.
fn to(text: &str, lower: &str, from: usize) -> Option<Range<usize>> {
    for toward in WORDS.toward.all(lower, from) {
        let rest = lower.get(toward.end..).unwrap_or_default();
        let start = toward.end + (rest.len() - rest.trim_start().len());
        if is_body(lower.get(start..).unwrap_or_default()) {
            let end = receiver_end(text, lower, start);
            let range = trimmed(text, start..end, CLOSING);
            if !range.is_empty() {
                return Some(range);
            }
        }
    }
    None
}

fn receiver_end(text: &str, lower: &str, start: usize) -> usize {
    let mark = text.get(start..).and_then(|rest| rest.find([',', ';', '(', ')', ':'])).map_or(text.len(), |at| start + at);
    // The first words are the receiver's own: `ủy ban`, `trường`.
    let word = WORDS.until.all(lower, start).map(|until| until.start).find(|at| *at > start + 1 && is_small(text, *at));
    mark.min(word.unwrap_or(text.len()))
}

/// Whether words in small letters begin with a body.
fn is_body(lower: &str) -> bool {
    WORDS.bodies.start(lower).is_some() && WORDS.not_bodies.start(lower).is_none()
}

/// Whether the word at a place begins with a small letter: a capital belongs to a name, `Phòng Tổng hợp`.
fn is_small(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(is_lowercase))
}

/// What is reported: the words after the duty up to where a date or a receiver begins.
fn object(lower: &str, from: usize) -> Option<Range<usize>> {
    let rest = lower.get(from..)?;
    let start = from + (rest.len() - rest.trim_start().len());
    WORDS.objects.start(lower.get(start..)?)?;
    let tail = lower.get(start..)?;
    let mark = tail.find([',', ';', '(', ')']).map_or(lower.len(), |at| start + at);
    let toward = WORDS.toward.all(lower, start).find(|range| is_body(lower.get(range.end..).unwrap_or_default().trim_start()));
    let until = WORDS.until.all(lower, start).map(|range| range.start).find(|at| *at > start && !stays(lower, *at));
    let end = mark.min(toward.map_or(lower.len(), |range| range.start)).min(until.unwrap_or(lower.len()));
    Some(trimmed(lower, start..end, CLOSING))
        .filter(|range| lower.get(range.clone()).is_some_and(|words| words.split_whitespace().count() > 2))
}

/// Words that end a receiver but go on in what is reported.
fn stays(lower: &str, at: usize) -> bool {
    let rest = lower.get(at..).unwrap_or_default();
    WORDS.objects.start(rest).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(
        "Các khoa báo cáo kết quả thực hiện về Phòng Tổng hợp trước ngày 20/11",
        Some("Các khoa"),
        Some("Phòng Tổng hợp"),
        Some("kết quả thực hiện")
    )]
    #[case("Định kỳ hằng năm báo cáo Ủy ban nhân dân tỉnh xem xét", None, Some("Ủy ban nhân dân tỉnh"), None)]
    #[case("Giao Phòng Tổng hợp định kỳ báo cáo Hiệu trưởng về kết quả", Some("Phòng Tổng hợp"), Some("Hiệu trưởng"), None)]
    #[case("Thực hiện chế độ báo cáo đột xuất theo yêu cầu", None, None, None)]
    fn parts_of_a_duty(#[case] text: &str, #[case] by: Option<&str>, #[case] receiver: Option<&str>, #[case] what: Option<&str>) {
        let lower = super::super::phrase::lowered(text);
        let duty = duty(&lower).expect("each names a duty");
        assert_eq!(who(text, &lower).map(|range| &text[range]), by);
        assert_eq!(to(text, &lower, duty.start).map(|range| &text[range]), receiver);
        assert_eq!(object(&lower, duty.end).map(|range| &text[range]), what);
    }

    #[test]
    fn each_date_of_a_sentence_is_a_report() {
        let body = "I. TỔ CHỨC THỰC HIỆN\n1. Các khoa\n- Báo cáo kết quả 6 tháng trước ngày 15/6/2027, báo cáo năm trước ngày 15/11/2027 về Phòng Tổng hợp.\n";
        let plan = crate::take::take(&crate::take::testing::document(body)).plan;
        let reports: Vec<_> = plan
            .reports
            .iter()
            .map(|report| (report.who.as_deref(), report.to.as_deref(), report.due.map(|due| due.to_string())))
            .collect();
        let (who, to) = (Some("Các khoa"), Some("Phòng Tổng hợp"));
        assert_eq!(reports, [(who, to, Some("2027-06-15".to_owned())), (who, to, Some("2027-11-15".to_owned()))]);
    }

    #[rstest::rstest]
    #[case("báo cáo viên của tỉnh")]
    #[case("nộp báo cáo thành tích cá nhân")]
    fn no_duty(#[case] lower: &str) {
        assert_eq!(duty(lower), None);
    }
}
