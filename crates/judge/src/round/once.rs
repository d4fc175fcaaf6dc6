//! One achievement, one award: the same record or initiative is not used twice.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_register::rows::Place;

use super::{AwardResult, Form, Noticed, Outcome};
use crate::texts;

/// Records used for two commendations of a subject, and initiatives used for a commendation and another award.
pub(super) fn used_twice(awards: &[AwardResult]) -> Vec<Noticed> {
    let mut uses: BTreeMap<(&str, Place), Vec<&AwardResult>> = BTreeMap::new();
    for award in awards {
        for result in award.results.iter().filter(|result| result.outcome == Outcome::Met) {
            let achievements = result.reason.carried_by().into_iter().filter(|place| is_achievement(place.file));
            for place in achievements {
                uses.entry((result.subject.as_str(), place)).or_default().push(award);
            }
        }
    }
    let twice = uses.into_iter().filter(|((_, place), awards)| {
        let commendations = awards.iter().filter(|award| award.form == Some(Form::Commendation)).count();
        commendations > 1 || (commendations == 1 && awards.len() > 1 && place.file.starts_with(INITIATIVES))
    });
    let finding = |((subject, place), awards): ((&str, Place), Vec<&AwardResult>)| {
        let names: Vec<&str> = awards.iter().map(|award| award.id.as_str()).collect();
        let message = texts::achievement_used_twice(subject, place.file, i64::from(place.line), names.join(", "));
        let finding = Finding::new("achievement-used-twice", Severity::Warning, message).help(texts::achievement_used_twice_help());
        Noticed { place: Some(place), finding }
    };
    twice.map(finding).collect()
}

const INITIATIVES: &str = "initiatives";

fn is_achievement(file: &str) -> bool {
    file.starts_with("records") || file.starts_with(INITIATIVES)
}
