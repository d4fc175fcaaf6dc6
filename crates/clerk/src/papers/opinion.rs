//! What the desk says of a nominee before the council: what was judged and nothing else.

use phongtrao_value::printed_date;

use super::words::WORDS;
use super::{Material, file};
use crate::{Case, Standing};

/// The desk's opinion on a case: its conditions with the ground where they are not met, what is missing, and room where it is for others to say.
pub(super) fn of(material: &Material<'_, '_>, case: &Case) -> String {
    let late = Some(material.late_note(case)).filter(|late| !late.is_empty());
    [Some(judged(material, case)), late, gone(material, case)].into_iter().flatten().collect::<Vec<String>>().join("; ")
}

fn judged(material: &Material<'_, '_>, case: &Case) -> String {
    match case.standing {
        Standing::NotMet => WORDS.opinion_not_met.fill(&[("grounds", &grounds(material, case))]),
        Standing::OverQuota | Standing::NotProposed => grounds(material, case),
        Standing::Open => {
            let lacks = file::lacks(material, case);
            // Whoever is held waits like anybody on whom something is open: nothing tells them apart.
            if lacks.is_empty() { WORDS.opinion_open.clone() } else { WORDS.opinion_lacks.fill(&[("lacks", &lacks.join("; "))]) }
        }
        // Votes and signature are for others to say.
        Standing::Chosen | Standing::LeftOut | Standing::AwaitsVote | Standing::AwaitsChair | Standing::NotVoted => {
            WORDS.opinion_met.clone()
        }
    }
}

fn grounds(material: &Material<'_, '_>, case: &Case) -> String {
    let grounds = file::grounds(material, case).into_iter();
    grounds
        .map(|ground| WORDS.opinion_ground.fill(&[("reason", &ground.reason), ("rule", &ground.rule)]))
        .collect::<Vec<String>>()
        .join("; ")
}

/// Of one who holds no post by now, until when they did.
fn gone(material: &Material<'_, '_>, case: &Case) -> Option<String> {
    let facts = material.facts;
    if !facts.has_left(&case.subject) {
        return None;
    }
    let left = facts.last_post(&case.subject)?.to.filter(|to| *to <= facts.as_of())?;
    Some(WORDS.opinion_gone.fill(&[("date", &printed_date::short(left))]))
}
