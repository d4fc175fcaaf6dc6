//! Awards, dossiers and tasks of the plan, out of the offers, lists and bodies that were found; and what links them to subjects, criteria and rounds.

use std::sync::LazyLock;

use serde::Deserialize;

use super::ids::{Ids, slug};
use super::parts::{Part, Parts, Words};
use super::phrase::{Phrases, sentence_end, trimmed};
use super::statements::origin;
use super::{AwardOffer, Deadline, DossierList, UnitTasks};
use crate::{Award, Component, Criterion, Dossier, Plan, Quota, Task};

static WORDS: LazyLock<OfferWords> = LazyLock::new(|| {
    // The data is embedded; its test reads it.
    let data: OfferData = toml::from_str(include_str!("../../words/quotas.toml")).expect("words/quotas.toml");
    OfferWords { counts: Phrases::new(&data.counts), signed: Phrases::new(&data.signed) }
});

#[derive(Deserialize)]
struct OfferData {
    /// Words before the number of an award.
    counts: Vec<String>,
    /// Words of a paper that must be signed or confirmed.
    signed: Vec<String>,
}

struct OfferWords {
    counts: Phrases,
    signed: Phrases,
}

/// Adds the awards, dossiers and tasks to a plan whose subjects, criteria and rounds are known.
pub(crate) fn add(
    plan: &mut Plan,
    parts: &Parts,
    awards: &[AwardOffer],
    dossiers: &[DossierList],
    units: &[UnitTasks],
    dates: &[Deadline],
) {
    plan.dossiers = dossiers.iter().zip(1..).map(|(list, number)| dossier(list, number)).collect();
    plan.awards = self::awards(plan, parts, awards);
    plan.tasks = units.iter().flat_map(|unit| tasks(unit, dates)).collect();
}

fn dossier(list: &DossierList, number: usize) -> Dossier {
    /// The id of a file whose words give none.
    const ID: &str = "ho-so";
    let components = list.components.iter().map(|paper| {
        let signed = WORDS.signed.within(&paper.words.to_lowercase()).then_some(true);
        Component { span: Some(paper.span), paper: paper.words.clone(), from: None, signed }
    });
    let id = if number == 1 { ID.to_owned() } else { format!("{ID}-{number}") };
    let span = list.components.first().zip(list.components.last()).map(|(first, last)| first.span.to(last.span));
    Dossier { origin: origin(&list.clause, span.unwrap_or_default(), &[]), id, components: components.collect() }
}

fn awards(plan: &Plan, parts: &Parts, offers: &[AwardOffer]) -> Vec<Award> {
    let mut ids = Ids::default();
    // Criteria below a heading that names an honour are those of that honour alone.
    let owned: Vec<&str> = offers.iter().flat_map(|offer| criteria_below(plan, offer)).map(|criterion| criterion.id.as_str()).collect();
    offers.iter().map(|offer| award(plan, parts, offer, &owned, &mut ids)).collect()
}

/// The criteria in the clauses that an honour heads.
fn criteria_below<'a>(plan: &'a Plan, offer: &'a AwardOffer) -> impl Iterator<Item = &'a Criterion> {
    let is_below = |clause: &str| {
        offer
            .heads
            .iter()
            .any(|head| clause.strip_prefix(head.0.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])))
    };
    plan.criteria.iter().filter(move |criterion| criterion.origin.clause.as_ref().is_some_and(|clause| is_below(&clause.0)))
}

fn award(plan: &Plan, parts: &Parts, offer: &AwardOffer, owned: &[&str], ids: &mut Ids) -> Award {
    let subjects: Vec<String> = plan
        .subjects
        .iter()
        .filter(|subject| subject.kind.is_some_and(|kind| offer.subjects.contains(&kind)))
        .map(|subject| subject.id.clone())
        .collect();
    let asked = |subjects: &[String]| {
        subjects.is_empty()
            || offer.subjects.is_empty()
            || plan
                .subjects
                .iter()
                .any(|subject| subjects.contains(&subject.id) && subject.kind.is_some_and(|kind| offer.subjects.contains(&kind)))
    };
    let own: Vec<String> = criteria_below(plan, offer).map(|criterion| criterion.id.clone()).collect();
    let shared = plan.criteria.iter().filter(|criterion| asked(&criterion.subjects) && !owned.contains(&criterion.id.as_str()));
    let criteria = if own.is_empty() { shared.map(|criterion| criterion.id.clone()).collect() } else { own };
    // A plan with one file and one round means them for all of its awards, and says so nowhere: guessed.
    let dossier = plan.dossiers.first().map(|dossier| dossier.id.clone());
    let round = plan.rounds.first().filter(|_| plan.rounds.len() == 1).map(|round| round.id.clone());
    let mut guessed = vec!["form"];
    for (key, linked) in
        [("subject", !subjects.is_empty()), ("criteria", !criteria.is_empty()), ("dossier", dossier.is_some()), ("round", round.is_some())]
    {
        guessed.extend(linked.then_some(key));
    }
    Award {
        origin: origin(&offer.item.clause, offer.item.span, &guessed),
        id: ids.unique(&slug(&offer.item.words)),
        form: Some(offer.form),
        name: offer.item.words.clone(),
        authority: offer.authority.clone(),
        subjects,
        criteria,
        quota: offer.quota.clone().or_else(|| quota(parts, offer)).map(Quota::Words),
        dossier,
        round,
        ..Award::default()
    }
}

/// Where no number stands beside the honour, the words that say how many: the sentence or part of one with a word of counting, in the clause of the offer.
fn quota(parts: &Parts, offer: &AwardOffer) -> Option<String> {
    let part = parts.0.iter().find(|part| part.address == offer.item.clause)?;
    own_words(part).find_map(|words| {
        let counted = WORDS.counts.all(&words.lower, 0).next()?;
        let end = sentence_end(words.text(), counted.start);
        let range = trimmed(words.text(), counted.start..end, super::phrase::CLOSING);
        Some(words.text()[range].to_owned())
    })
}

fn own_words(part: &Part) -> impl Iterator<Item = &Words> {
    part.paragraphs.iter().chain(&part.heading)
}

/// The tasks of a body, each with its date.
fn tasks(unit: &UnitTasks, dates: &[Deadline]) -> Vec<Task> {
    let tasks = unit.tasks.iter().map(|task| {
        let first = dates.partition_point(|date| date.span.start < task.span.start);
        let date = dates[first..].first().filter(|date| task.span.holds(date.span));
        Task {
            origin: origin(&task.clause, task.span, &[]),
            unit: Some(unit.item.words.clone()),
            text: task.words.clone(),
            due: date.map(|date| date.when),
            recurs: None,
            words: date.map(|date| date.quote.clone()),
        }
    });
    tasks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_are_read() {
        assert!(WORDS.counts.within("không quá 10%") && WORDS.signed.within("có xác nhận của đơn vị"));
    }

    #[test]
    fn criteria_below_a_title_are_its_own() {
        let body = "I. DANH HIỆU VÀ TIÊU CHUẨN\n1. Danh hiệu “Vườn xanh”: không dùng thuốc cấm trong cả năm.\n2. Danh hiệu “Bạn vườn”: hướng dẫn ít nhất 05 hộ khác làm vườn.\nII. KHEN THƯỞNG\n1. Chủ tịch Hội tặng Giấy khen cho 10 hộ.\n";
        let plan = crate::take::take(&crate::take::testing::document(body)).plan;
        let awards: Vec<_> = plan.awards.iter().map(|award| (award.name.as_str(), award.criteria.join(" "))).collect();
        assert_eq!(awards, [("Vườn xanh", "c1".to_owned()), ("Bạn vườn", "c2".to_owned()), ("Giấy khen của Chủ tịch Hội", String::new())]);
    }
}
