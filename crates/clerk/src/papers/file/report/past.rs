//! What a subject was given in the years before: ratings, titles, commendations, and the initiatives that were recognised.

use phongtrao_press::achievements::{Act, Given, Initiative, Past};
use phongtrao_register::rows::AwardStatus;
use phongtrao_rules::HonourForm;
use phongtrao_value::{Date, YearKind, figures};

use super::super::super::nominees::YEARS;
use super::super::words::FILE;
use super::Report;

pub(super) fn of(report: &Report<'_, '_, '_>) -> Past {
    let desk = report.desk;
    let first = desk.facts.as_of().year() - YEARS;
    let ratings = desk.facts.index.ratings(report.subject).filter(|rating| rating.year > first);
    let ratings = ratings.map(|rating| Given {
        year: year(rating.year, Some(rating.year_kind)),
        what: desk.level(&rating.scale, &rating.level),
        decision: act(rating.decision.as_deref(), rating.decided_on, None),
    });
    let mut past = Past { ratings: ratings.collect(), ..Past::default() };
    // Who had an award taken back does not have it.
    for award in desk.facts.index.ledger(report.subject).filter(|award| award.status == AwardStatus::InForce) {
        let Some(of) = award.year.or_else(|| award.decided_on.map(Date::year)).filter(|year| *year > first) else { continue };
        let given = Given {
            year: year(of, award.year.and(award.year_kind)),
            what: desk.honour(&award.honour),
            decision: act(award.decision.as_deref(), award.decided_on, award.authority.as_deref()),
        };
        let honour = desk.facts.packs.honours().iter().find(|honour| honour.id == award.honour);
        match honour.map(|honour| honour.form) {
            Some(HonourForm::Title | HonourForm::Recognition) => past.titles.push(given),
            Some(HonourForm::Commendation) | None => past.commendations.push(given),
        }
    }
    past
}

pub(super) fn initiatives(report: &Report<'_, '_, '_>) -> Vec<Initiative> {
    let index = report.desk.facts.index;
    let written = index.authors(report.subject).filter_map(|author| Some((author, index.initiative(&author.initiative)?)));
    written
        .map(|(author, initiative)| Initiative {
            title: initiative.title.clone(),
            share: author.share.map(|share| FILE.share.fill(&[("share", &figures::decimal(share))])),
            decision: act(initiative.decision.as_deref(), initiative.recognised_on, None),
        })
        .collect()
}

/// `2025`; a school year by both of its years.
fn year(year: i16, kind: Option<YearKind>) -> String {
    match kind {
        Some(YearKind::School) => FILE.years.fill(&[("from", &year.to_string()), ("to", &(i32::from(year) + 1).to_string())]),
        _ => year.to_string(),
    }
}

fn act(number: Option<&str>, date: Option<Date>, issuer: Option<&str>) -> Option<Act> {
    Some(Act { number: number?.to_owned(), date, issuer: issuer.map(str::to_owned) })
}
