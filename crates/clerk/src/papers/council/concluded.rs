//! What a meeting of the council came to: award by award, then who decides on what.

use phongtrao_movement::tally::VoteOutcome;
use phongtrao_value::figures;
use phongtrao_value::text::with_small_first;

use super::{Line, Material, Session, layer};
use crate::papers::decision::{authority, decided_above};
use crate::papers::plan;
use crate::papers::words::WORDS;
use crate::{Case, Standing};

/// How many of the cases that were put forward are chosen.
#[derive(Default)]
struct Count {
    cases: usize,
    chosen: usize,
}

/// The conclusions, a sentence each.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Vec<String> {
    let mut own = None;
    let mut above: Vec<(String, Count)> = Vec::new();
    for line in &session.lines {
        let count = match decided_above(material.facts, line.award) {
            None => own.get_or_insert_with(Count::default),
            Some(body) => {
                let place = above.iter().position(|(known, _)| *known == body).unwrap_or(above.len());
                if place == above.len() {
                    above.push((body, Count::default()));
                }
                &mut above[place].1
            }
        };
        count.cases += line.cases.len();
        count.chosen += chosen(session, line).count();
    }
    let awards = session.lines.iter().map(|line| of_award(material, session, line));
    let above = above.iter().map(|(body, count)| upward(material, body, count));
    awards.chain(own.iter().map(|count| decides(material, count))).chain(above).collect()
}

/// Those of a line whom this meeting chose: who passes at a later meeting did not pass here.
fn chosen<'s, 'd>(session: &'s Session<'d>, line: &'s Line<'d>) -> impl Iterator<Item = &'d Case> + 's {
    let is_chosen = |case: &&Case| (case.standing.is_through() || has_come_down(case)) && session.is_last_on(case);
    line.cases.iter().copied().filter(is_chosen)
}

/// Whether the council gave it the lower award.
fn has_come_down(case: &Case) -> bool {
    layer(case).is_some_and(|layer| matches!(layer.result.outcome, VoteOutcome::Downgraded { .. }))
}

/// Whether the votes of this meeting are enough, whatever stands in the way beside them.
fn has_votes(session: &Session<'_>, case: &Case) -> bool {
    session.is_last_on(case) && layer(case).is_some_and(|layer| layer.result.outcome == VoteOutcome::Passed)
}

/// What came of an award: how many were put forward, passed and are chosen; who they are where the votes alone do not say it.
fn of_award(material: &Material<'_, '_>, session: &Session<'_>, line: &Line<'_>) -> String {
    let passed = line.cases.iter().filter(|case| has_votes(session, case)).count();
    let chosen: Vec<&Case> = chosen(session, line).collect();
    let number = |number: usize| figures::two_places(number as u64);
    let mut said = WORDS.concluded_award.fill(&[
        ("award", &line.name),
        ("cases", &number(line.cases.len())),
        ("passed", &number(passed)),
        ("chosen", &number(chosen.len())),
    ]);
    if let Some(quota) = &line.award.quota {
        said.push_str(&WORDS.concluded_quota.fill(&[("quota", &with_small_first(&plan::quota(quota)))]));
    }
    if !chosen.is_empty() && chosen.len() < passed {
        let names: Vec<String> = chosen.iter().map(|case| material.printed_name(&case.subject)).collect();
        said.push_str(&WORDS.concluded_names.fill(&[("names", &names.join(", "))]));
    }
    said
}

/// What the head of the organisation is asked to decide.
fn decides(material: &Material<'_, '_>, count: &Count) -> String {
    let phrase = match count.chosen {
        0 => &WORDS.council_concluded_none,
        chosen if chosen == count.cases => &WORDS.council_concluded_all,
        _ => &WORDS.council_concluded,
    };
    phrase.fill(&[
        ("passed", &figures::two_places(count.chosen as u64)),
        ("cases", &figures::two_places(count.cases as u64)),
        ("desk", &material.facts.organisation.desk.name),
        ("head", &authority(material.facts)),
    ])
}

/// What goes to a body that decides in place of the organisation.
fn upward(material: &Material<'_, '_>, body: &str, count: &Count) -> String {
    WORDS.council_concluded_upward.fill(&[
        ("head", &authority(material.facts)),
        ("body", body),
        ("passed", &figures::two_places(count.chosen as u64)),
        ("cases", &figures::two_places(count.cases as u64)),
    ])
}

/// What must be said of somebody who has the votes and is not chosen.
pub(super) fn beside(session: &Session<'_>, case: &Case) -> Option<String> {
    match case.standing {
        _ if !has_votes(session, case) => None,
        Standing::OverQuota => Some(WORDS.over_quota_here.clone()),
        Standing::AwaitsVote => Some(WORDS.votes_do_not_stand.clone()),
        _ => None,
    }
}
