//! The draft of the decision on all that the organisation itself recognises in a round.

use phongtrao_press::papers::recognition_decision::RecognitionDecision;

use super::super::decision::authority;
use super::super::{Made, Material};
use super::words::WORDS;
use crate::Case;
use crate::round::Item;
use crate::signed::Act;

/// How many kinds of recognition a title still names one by one.
const NAMED: usize = 2;

pub(in crate::papers) fn of_round(material: &Material<'_, '_>) -> Made {
    (!material.recognised.is_empty()).then(|| Item::new(draft(material, &material.recognised), None)).into()
}

fn draft(material: &Material<'_, '_>, chosen: &[&Case]) -> RecognitionDecision {
    let organisation = material.facts.organisation;
    let groups = material.signed_groups(chosen);
    let mut names: Vec<&str> = Vec::new();
    for group in &groups {
        if !names.contains(&group.award.as_str()) {
            names.push(&group.award);
        }
    }
    let about = match names.len() {
        ..=NAMED => WORDS.about.fill(&[("awards", &names.join(", ")), ("period", &material.year())]),
        _ => WORDS.about_many.fill(&[("occasion", &material.occasion())]),
    };
    let executor = material.head_of_desk();
    let frame = material.own_frame(&WORDS.decision, Vec::new(), organisation.head.clone());
    let mut decision = RecognitionDecision {
        frame: material.signed_frame(Act::Recognition, frame),
        authority: authority(material.facts),
        about,
        bases: material.bases_of_decision(chosen),
        proposed_by: executor.clone(),
        groups,
        validity: None,
        executors: vec![executor],
    };
    decision.frame.recipients = material.recipients_of_decision(decision.last_article());
    decision
}
