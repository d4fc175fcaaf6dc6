//! Notices to units: who of theirs is not awarded, and why. Who is still open, a pending case among them, is in no notice.

use std::collections::BTreeSet;

use phongtrao_judge::Verdict;
use phongtrao_press::papers::rejection_notice::{Group, Refused, RejectionNotice};
use phongtrao_register::Subject;

use super::super::words::WORDS;
use super::super::{Made, Material, components};
use super::words::FILE;
use super::{by_award, by_unit, grounds, sender};
use crate::round::{Item, slug};
use crate::{Case, Standing};

/// A notice for each unit of whose people, or which itself, somebody is not awarded.
pub(in crate::papers) fn of_units(material: &Material<'_, '_>) -> Made {
    let open: BTreeSet<&str> = material.cases.iter().filter(|case| awaits_vote(case)).map(|case| case.award.as_str()).collect();
    let is_refused = |case: &&Case| match case.standing {
        Standing::NotMet | Standing::NotVoted | Standing::LeftOut => {
            case.proposed != Verdict::NotMet || material.facts.is_proposed_late(case)
        }
        // While votes are open, somebody who stands before it may still fall.
        Standing::OverQuota => !open.contains(case.award.as_str()),
        Standing::Chosen | Standing::AwaitsVote | Standing::AwaitsChair | Standing::Open => false,
        // What a unit did not propose nobody refused, unless it did so too late.
        Standing::NotProposed => material.facts.is_proposed_late(case),
    };
    let is_told = |case: &&Case| is_refused(case) && components::is_told(material.facts, &case.award);
    let units = by_unit(material, material.cases.iter().filter(is_told));
    units.into_iter().map(|(unit, cases)| notice(material, unit, &cases)).collect::<Vec<Item>>().into()
}

fn awaits_vote(case: &Case) -> bool {
    matches!(case.standing, Standing::AwaitsVote | Standing::AwaitsChair)
}

fn notice(material: &Material<'_, '_>, unit: Subject, cases: &[&Case]) -> Item {
    let facts = material.facts;
    let organisation = facts.organisation;
    let name = facts.index.name(unit);
    let council = FILE.of_council.fill(&[("council", &organisation.council.name)]);
    let notice = RejectionNotice {
        frame: material.own_frame(&WORDS.notice, vec![name.to_owned(), council], sender(material)),
        to: name.to_owned(),
        occasion: material.occasion(),
        bases: material.bases(),
        groups: by_award(material, cases, |case| refused(material, case))
            .into_iter()
            .map(|(award, subjects)| Group { award, subjects })
            .collect(),
        replies_to: organisation.desk.name.clone(),
        replies_until: None,
    };
    Item { file: slug(&format!("chua-khen-thuong {}", facts.index.id(unit))), ..Item::new(notice, Some(name)) }
}

fn refused(material: &Material<'_, '_>, case: &Case) -> Refused {
    let nominee = material.nominee(case);
    Refused { name: nominee.name, post: nominee.post, grounds: grounds::of(material, case) }
}
