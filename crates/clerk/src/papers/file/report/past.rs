//! What a subject was given in the years before, as reports of achievements tell it.

use phongtrao_press::achievements::{Act, Given, Initiative, Past};
use phongtrao_rules::HonourForm;
use phongtrao_value::{Date, figures};

use super::super::super::past;
use super::super::words::FILE;
use super::Report;

pub(super) fn of(report: &Report<'_, '_, '_>) -> Past {
    let material = report.material;
    let found = past::Past::of(material.facts, &report.case.subject);
    let ratings = found.ratings.into_iter().map(|rating| Given {
        year: rating.year,
        what: material.level(&rating.given.scale, &rating.given.level),
        decision: act(rating.given.decision.as_deref(), rating.given.decided_on, None),
    });
    let mut past = Past { ratings: ratings.collect(), ..Past::default() };
    for past::OfYear { year, given: award } in found.honours {
        let given = Given {
            year,
            what: material.honour(&award.honour),
            decision: act(award.decision.as_deref(), award.decided_on, award.authority.as_deref()),
        };
        let honour = material.facts.packs.honours().iter().find(|honour| honour.id == award.honour);
        match honour.map(|honour| honour.form) {
            Some(HonourForm::Title | HonourForm::Recognition) => past.titles.push(given),
            Some(HonourForm::Commendation) | None => past.commendations.push(given),
        }
    }
    past
}

pub(super) fn initiatives(report: &Report<'_, '_, '_>) -> Vec<Initiative> {
    let found = past::Past::of(report.material.facts, &report.case.subject).initiatives.into_iter();
    found
        .map(|(author, initiative)| Initiative {
            title: initiative.title.clone(),
            share: author.share.map(|share| FILE.share.fill(&[("share", &figures::decimal(share))])),
            decision: act(initiative.decision.as_deref(), initiative.recognised_on, None),
        })
        .collect()
}

fn act(number: Option<&str>, date: Option<Date>, issuer: Option<&str>) -> Option<Act> {
    Some(Act { number: number?.to_owned(), date, issuer: issuer.map(str::to_owned) })
}
