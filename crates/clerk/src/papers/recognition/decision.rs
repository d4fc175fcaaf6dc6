//! The draft of the decision on all that the organisation itself recognises in a round.

use phongtrao_press::papers::recognition_decision::RecognitionDecision;
use phongtrao_value::text::with_small_first;

use super::super::decision::{authority, is_own};
use super::super::{Desk, Made};
use super::words::WORDS;
use crate::round::Item;
use crate::{Case, Standing};

/// How many kinds of recognition a title still names one by one.
const NAMED: usize = 2;

pub(in crate::papers) fn of_round(desk: &Desk<'_, '_>) -> Made {
    let own: Vec<_> = desk.recognitions().filter(|award| is_own(desk.facts, award)).collect();
    let is_chosen = |case: &&Case| case.standing == Standing::Chosen && own.iter().any(|award| award.id == case.award);
    let chosen = desk.order.sorted(desk.cases.iter().filter(is_chosen));
    (!chosen.is_empty()).then(|| Item::new(draft(desk, &chosen), None)).into()
}

fn draft(desk: &Desk<'_, '_>, chosen: &[&Case]) -> RecognitionDecision {
    let organisation = desk.facts.organisation;
    let groups = desk.groups(chosen);
    let mut names: Vec<&str> = Vec::new();
    for group in &groups {
        if !names.contains(&group.award.as_str()) {
            names.push(&group.award);
        }
    }
    let about = match names.len() {
        ..=NAMED => WORDS.about.fill(&[("awards", &names.join(", ")), ("period", &desk.year())]),
        _ => WORDS.about_many.fill(&[("occasion", &desk.occasion())]),
    };
    let executor = WORDS.executor_desk.fill(&[("desk", &with_small_first(&organisation.desk.name))]);
    RecognitionDecision {
        frame: desk.own_frame(&WORDS.decision, vec![WORDS.recipients.clone(), organisation.desk.name.clone()], organisation.head.clone()),
        authority: authority(desk.facts),
        about,
        bases: desk.bases(),
        proposed_by: executor.clone(),
        groups,
        validity: None,
        executors: vec![executor],
    }
}
