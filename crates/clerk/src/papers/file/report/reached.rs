//! What a subject reached in the time that counts: the figures that the criteria ask, records that were verified, tasks that were done.

use phongtrao_judge::Verdict;
use phongtrao_judge::reasons::Reason;
use phongtrao_press::achievements::Figure;
use phongtrao_register::rows::Verification;
use phongtrao_value::{Date, Decimal, figures, printed_date};

use super::super::figure;
use super::super::words::FILE;
use super::Report;

/// The numbers that the award's conditions look at, as they were judged.
pub(super) fn numbers(report: &Report<'_, '_, '_>) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    gather(report, &report.case.reason, &mut figures);
    figures
}

/// The lowest conditions with a number; the parts that a number is made of are not told.
fn gather(report: &Report<'_, '_, '_>, reason: &Reason, figures: &mut Vec<Figure>) {
    let say = |text| report.material.vietnamese.say(text);
    let Some(amount) = reason.amount else {
        return reason.parts.iter().for_each(|part| gather(report, part, figures));
    };
    // What is not met, not known, or only ranked by is no achievement; of what may be at most so much, the number is none.
    let (Some(Verdict::Met), Some(asked), Some(reached)) = (reason.verdict, &reason.asked, figure(amount, reason.asked.as_ref())) else {
        return;
    };
    if asked.is_at_most {
        return;
    }
    let figure = Figure { measure: say(&reason.words), before: None, asked: Some(say(&asked.words)), reached: Some(reached) };
    if !figures.contains(&figure) {
        figures.push(figure);
    }
}

/// Figures and records, a sentence each.
pub(super) fn in_sentences(report: &Report<'_, '_, '_>) -> Vec<String> {
    let said = numbers(report).into_iter().map(|figure| {
        let (measure, reached) = (("measure", figure.measure.as_str()), figure.reached.unwrap_or_default());
        match &figure.asked {
            Some(asked) => FILE.reached_asked.fill(&[measure, ("reached", &reached), ("asked", asked)]),
            None => FILE.reached.fill(&[measure, ("reached", &reached)]),
        }
    });
    said.chain(records(report)).collect()
}

/// Verified records of the time that counts, those of one kind together, and tasks that were done by their day.
pub(super) fn records(report: &Report<'_, '_, '_>) -> Vec<String> {
    let facts = report.material.facts;
    let period = facts.round.calendar.period;
    let is_counted = |day| period.holds(day) && day <= facts.as_of();
    let mut kinds: Vec<(&str, Vec<Told<'_>>)> = Vec::new();
    let verified =
        facts.index.records(report.subject).filter(|record| record.verification == Verification::Verified && is_counted(record.on));
    for (kind, text, amount) in verified.filter_map(|record| Some((record.kind.as_str(), record.text.as_deref()?, record.amount))) {
        let place = kinds.iter().position(|(known, _)| *known == kind).unwrap_or(kinds.len());
        if place == kinds.len() {
            kinds.push((kind, Vec::new()));
        }
        let told = &mut kinds[place].1;
        match told.iter_mut().find(|known| known.text == text) {
            Some(known) => known.times += 1,
            None => told.push(Told { text, times: 1, amount }),
        }
    }
    let said = kinds.iter().flat_map(|(kind, told)| of_kind(facts.round.names.codes.get(*kind).map(|name| name.vietnamese.as_str()), told));
    said.chain(tasks(report, &is_counted)).collect()
}

/// A record in words, and how often it is there.
struct Told<'d> {
    text: &'d str,
    times: u32,
    amount: Option<Decimal>,
}

impl Told<'_> {
    fn said(&self) -> String {
        // One is the amount of a record that only says yes.
        match (self.times, self.amount.filter(|amount| Some(*amount) != Decimal::whole(1))) {
            (1, Some(amount)) => FILE.reached.fill(&[("measure", self.text), ("reached", &figures::decimal(amount))]),
            (1, None) => self.text.to_owned(),
            (times, _) => FILE.times.fill(&[("what", self.text), ("times", &times.to_string())]),
        }
    }
}

/// Up to how many records of a kind are named; of more their number is told.
const NAMED: usize = 5; // no figure of law: what can be read

/// What there is of one kind, behind its name where it has one that does not stand in the words already.
fn of_kind(kind: Option<&str>, told: &[Told<'_>]) -> Vec<String> {
    let Some(kind) = kind else { return told.iter().map(Told::said).collect() };
    let number = told.iter().map(|told| told.times).sum::<u32>().to_string();
    let says_kind = |told: &Told<'_>| told.text.to_lowercase().starts_with(&kind.to_lowercase());
    match told {
        [one] if says_kind(one) => vec![one.said()],
        [one] => vec![FILE.of_kind.fill(&[("kind", kind), ("what", &one.said())])],
        many if many.len() > NAMED || many.iter().all(says_kind) => {
            vec![FILE.many_of_kind.fill(&[("kind", kind), ("number", &number)])]
        }
        several => {
            let what: Vec<String> = several.iter().map(Told::said).collect();
            vec![FILE.several_of_kind.fill(&[("kind", kind), ("number", &number), ("what", &what.join("; "))])]
        }
    }
}

fn tasks(report: &Report<'_, '_, '_>, is_counted: &dyn Fn(Date) -> bool) -> Vec<String> {
    let tasks = report.material.facts.index.tasks(report.subject);
    let done = tasks.filter_map(|task| {
        let (what, done) = (task.text.as_deref()?, task.done.filter(|done| *done <= task.due && is_counted(*done))?);
        // What somebody looked at and did not accept was not reached.
        (task.accepted != Some(false))
            .then(|| FILE.done.fill(&[("what", what), ("date", &printed_date::short(done)), ("due", &printed_date::short(task.due))]))
    });
    done.collect()
}

#[cfg(test)]
mod tests {
    use super::{Told, of_kind};

    #[rstest::rstest]
    #[case::one(&["Ngoại ngữ"], &["Khóa học: Ngoại ngữ"])]
    #[case::several(&["Ngoại ngữ", "Tin học"], &["Khóa học (2): Ngoại ngữ; Tin học"])]
    #[case::that_says_what_it_is(&["Khóa học chính trị"], &["Khóa học chính trị"])]
    #[case::a_row_of_one_kind(&["Khóa học thứ 1", "Khóa học thứ 2"], &["Khóa học: 2 lần"])]
    #[case::more_than_can_be_read(&["a", "b", "c", "d", "e", "g"], &["Khóa học: 6 lần"])]
    fn records_of_one_kind_stand_together(#[case] texts: &[&str], #[case] expected: &[&str]) {
        let told: Vec<Told<'_>> = texts.iter().map(|text| Told { text, times: 1, amount: None }).collect();
        assert_eq!(of_kind(Some("Khóa học"), &told), expected);
        assert_eq!(of_kind(None, &told), texts);
    }
}
