//! The draft of the decision on all that the organisation itself recognises in a round.

use phongtrao_press::papers::recognition_decision::RecognitionDecision;

use super::super::decision::authority;
use super::super::{Desk, Made};
use super::words::WORDS;
use crate::Case;
use crate::round::Item;
use crate::signed::Act;

/// How many kinds of recognition a title still names one by one.
const NAMED: usize = 2;

pub(in crate::papers) fn of_round(desk: &Desk<'_, '_>) -> Made {
    (!desk.recognised.is_empty()).then(|| Item::new(draft(desk, &desk.recognised), None)).into()
}

fn draft(desk: &Desk<'_, '_>, chosen: &[&Case]) -> RecognitionDecision {
    let organisation = desk.facts.organisation;
    let groups = desk.signed_groups(chosen);
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
    let executor = desk.head_of_desk();
    let frame = desk.own_frame(&WORDS.decision, Vec::new(), organisation.head.clone());
    let mut decision = RecognitionDecision {
        frame: desk.signed_frame(Act::Recognition, frame),
        authority: authority(desk.facts),
        about,
        bases: desk.bases_of_decision(chosen),
        proposed_by: executor.clone(),
        groups,
        validity: None,
        executors: vec![executor],
    };
    decision.frame.recipients = desk.recipients_of_decision(decision.last_article());
    decision
}
