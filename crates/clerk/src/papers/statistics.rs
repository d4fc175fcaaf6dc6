//! The statistical table of a round: what was judged and chosen, by award, kind of subject and sex.

use std::sync::LazyLock;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_judge::Calendar;
use phongtrao_plan::{AwardForm, SubjectKind};
use phongtrao_press::Phrase;
use phongtrao_press::frame::Signature;
use phongtrao_press::papers::statistics_table::{Count, Line, StatisticsTable, Unknown};
use phongtrao_value::{Period, YearKind, figures, printed_date};
use serde::Deserialize;

use super::{Made, Material};
use crate::round::Item;
use crate::{Case, Standing, texts};

/// The word of the data folder for women.
const FEMALE: &str = "female";

/// How many figures stand in a line.
const FIGURES: usize = 6;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) report: String,
    pub(super) subject: Phrase,
    pub(super) recipient_units: String,
    pub(super) as_of: Phrase,
    pub(super) between: Phrase,
    statistics: Phrase,
    period: Phrase,
    counted_in: String,
    title: String,
    commendation: String,
    recognition: String,
    praise: String,
    unsaid: String,
    columns: [String; FIGURES],
    maker: String,
}

pub(super) static REPORTING: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../words/reporting.toml")).expect("the words of reports")
});

pub(super) fn of_round(material: &Material<'_, '_>) -> Made {
    let table = table(material);
    if table.lines.is_empty() && !material.cases.is_empty() {
        let finding = Finding::new("clerk-awards-without-form", Severity::Warning, texts::awards_without_form());
        return Made { items: Vec::new(), findings: vec![finding.help(texts::awards_without_form_help())] };
    }
    (!table.lines.is_empty()).then(|| Item::new(table, None)).into()
}

fn table(material: &Material<'_, '_>) -> StatisticsTable {
    let organisation = material.facts.organisation;
    let calendar = &material.facts.round.calendar;
    let period = statistics_year(calendar).unwrap_or(calendar.period);
    let [from, to] = [period.from, period.to].map(printed_date::short);
    StatisticsTable {
        reporter: organisation.name.clone(),
        place: organisation.place.clone(),
        date: None,
        received: None,
        code: None,
        name: REPORTING.statistics.fill(&[("occasion", &material.occasion())]),
        period: REPORTING.period.fill(&[("from", &from), ("to", &to)]),
        receiver: organisation.superior.clone(),
        counted_in: REPORTING.counted_in.clone(),
        columns: REPORTING.columns.to_vec(),
        lines: lines(material),
        prepared_by: Signature { capacity: vec![REPORTING.maker.clone()], name: None },
        signature: organisation.head.clone(),
    }
}

/// The year of statistics in which the middle of the round's days lies; of a round of several years, and where no pack knows such a year, none.
fn statistics_year(calendar: &Calendar) -> Option<Period> {
    let length = |days: Period| days.from.duration_until(days.to);
    let middle = calendar.period.from.checked_add(length(calendar.period) / 2).ok()?;
    let year = calendar.year(YearKind::Statistics, calendar.year_of(YearKind::Statistics, middle)?)?;
    (length(calendar.period) <= length(year)).then_some(year)
}

/// Titles, commendations, recognition and praise are four things, each with its sum; what the plan says of none of them stands last.
fn lines(material: &Material<'_, '_>) -> Vec<Line> {
    let forms = [
        (Some(AwardForm::Title), &REPORTING.title),
        (Some(AwardForm::Commendation), &REPORTING.commendation),
        (Some(AwardForm::Recognition), &REPORTING.recognition),
        (Some(AwardForm::Praise), &REPORTING.praise),
        (None, &REPORTING.unsaid),
    ];
    let mut lines = Vec::new();
    let mut roman = 0;
    for (form, name) in forms {
        let of_form = material.facts.plan.awards.iter().filter(|award| award.form == form);
        let counted: Vec<(String, [Count; FIGURES])> =
            of_form.filter_map(|award| Some((material.facts.award_title(&award.id), of_award(material, &award.id)?))).collect();
        if counted.is_empty() {
            continue;
        }
        roman += 1;
        let sums = std::array::from_fn(|column| sum(counted.iter().map(|(_, counts)| counts[column])));
        lines.push(line(figures::roman(roman).unwrap_or_default(), name.clone(), true, sums));
        lines.extend((1_usize..).zip(counted).map(|(number, (award, counts))| line(number.to_string(), award, false, counts)));
    }
    lines
}

fn line(number: String, label: String, is_sum: bool, counts: [Count; FIGURES]) -> Line {
    Line { number, label, is_sum, counts: counts.to_vec() }
}

/// None where nobody was judged for it in this round.
fn of_award(material: &Material<'_, '_>, award: &str) -> Option<[Count; FIGURES]> {
    let cases: Vec<&Case> = material.cases.iter().filter(|case| case.award == award).collect();
    let chosen: Vec<&Case> = cases.iter().copied().filter(|case| case.standing == Standing::Chosen).collect();
    let of_kind = |kind| count(chosen.iter().filter(|case| case.kind == kind).count());
    (!cases.is_empty()).then(|| {
        [
            count(cases.len()),
            count(chosen.len()),
            of_kind(SubjectKind::Collective),
            of_kind(SubjectKind::Household),
            of_kind(SubjectKind::Individual),
            women(material, &chosen),
        ]
    })
}

/// Not known as long as the sex of one of them is not.
fn women(material: &Material<'_, '_>, chosen: &[&Case]) -> Count {
    let index = material.facts.index;
    let people = chosen.iter().filter_map(|case| index.person(index.subject(&case.subject)?));
    let sexes: Option<Vec<&str>> = people.map(|person| person.sex.as_deref()).collect();
    sexes.map_or(Count::Word(Unknown::Unknown), |sexes| count(sexes.iter().filter(|sex| **sex == FEMALE).count()))
}

fn count(number: usize) -> Count {
    Count::Number(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Not known as soon as a part of it is not.
fn sum(counts: impl Iterator<Item = Count>) -> Count {
    let add = |sum: u32, count: Count| match count {
        Count::Number(number) => sum.checked_add(number),
        Count::Word(Unknown::Unknown) => None,
    };
    let mut counts = counts;
    counts.try_fold(0, add).map_or(Count::Word(Unknown::Unknown), Count::Number)
}

#[cfg(test)]
mod tests {
    use super::{Count, Unknown, sum};

    #[rstest::rstest]
    #[case(&[Count::Number(2), Count::Number(3)], Count::Number(5))]
    #[case(&[], Count::Number(0))]
    #[case(&[Count::Number(2), Count::Word(Unknown::Unknown)], Count::Word(Unknown::Unknown))]
    fn a_sum_is_known_where_all_its_parts_are(#[case] counts: &[Count], #[case] expected: Count) {
        assert_eq!(sum(counts.iter().copied()), expected);
    }
}
