//! The submission letter of a unit.

use std::collections::BTreeSet;

use phongtrao_judge::Verdict;
use phongtrao_movement::tally::{BodyKind, VoteOutcome};
use phongtrao_press::lists::AwardGroup;
use phongtrao_press::papers::submission_letter::SubmissionLetter;
use phongtrao_value::text::{folded, with_small_first};
use phongtrao_value::{Date, printed_date};

use super::nominees::{unit_votes, votes};
use super::unit_meeting::meetings_on;
use super::words::WORDS;
use super::{Made, Material, Proposer, decision};
use crate::round::Item;
use crate::{Case, Facts, Standing};

/// None where everybody fell in the unit's own vote.
pub(super) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let organisation = material.facts.organisation;
    let recipients = vec![WORDS.as_above.clone(), organisation.desk.name.clone()];
    let cases = proposer.put_forward();
    let groups = with_votes(material.groups(&cases), &cases, BodyKind::Unit);
    (!groups.is_empty())
        .then(|| {
            Item::new(
                SubmissionLetter {
                    frame: material.unit_frame(proposer, &WORDS.letter, recipients),
                    addressees: vec![format!("{} {}", organisation.council.name, organisation.name)],
                    occasion: material.asked_for(cases.iter().copied()),
                    decided_by: Some(decision::authority(material.facts)),
                    bases: material.bases(),
                    opinions: Vec::new(),
                    met: days(material, &cases),
                    voted_on_all: cases.iter().all(|case| unit_votes(case).is_some()),
                    all_met: cases.iter().all(|case| case.conditions == Verdict::Met),
                    groups,
                },
                None,
            )
        })
        .into()
}

/// The organisation's own letters: to each body that decides on awards which are not its own, with those whom it puts forward.
pub(super) fn upward(material: &Material<'_, '_>) -> Made {
    let mut bodies: Vec<(String, Vec<&Case>)> = Vec::new();
    for (case, body) in for_others(material) {
        match bodies.iter_mut().find(|(known, _)| folded(known) == folded(&body)) {
            Some((_, cases)) => cases.push(case),
            None => bodies.push((body, vec![case])),
        }
    }
    bodies.into_iter().map(|(body, cases)| Item::new(letter_to(material, &body, &cases), Some(&body))).collect::<Vec<Item>>().into()
}

/// Those who are chosen for an award on which another body decides, in the order of lists, each with that body.
pub(super) fn for_others<'d>(material: &Material<'d, '_>) -> Vec<(&'d Case, String)> {
    let body = |case: &Case| {
        let award = material.facts.plan.awards.iter().find(|award| award.id == case.award && award.form.is_some())?;
        decision::decided_above(material.facts, award)
    };
    let chosen = material.in_order.iter().copied().filter(|case| case.standing == Standing::Chosen);
    chosen.filter_map(|case| Some((case, body(case)?))).collect()
}

fn letter_to(material: &Material<'_, '_>, body: &str, cases: &[&Case]) -> SubmissionLetter {
    let organisation = material.facts.organisation;
    let recipients = vec![WORDS.as_above.clone(), organisation.desk.name.clone()];
    SubmissionLetter {
        frame: material.own_frame(&WORDS.letter, recipients, organisation.head.clone()),
        addressees: vec![body.to_owned()],
        occasion: material.asked_for(cases.iter().copied()),
        decided_by: None,
        bases: material.bases(),
        opinions: Vec::new(),
        met: material.council_days(cases).into_iter().collect(),
        voted_on_all: cases.iter().all(|case| votes(case, BodyKind::Council).is_some()),
        all_met: true,
        groups: with_votes(material.groups(cases), cases, BodyKind::Council),
    }
}

/// The votes of a body as the remark of each; where the unit met, whoever it is still to vote on is not taken for one on whom it has.
fn with_votes(mut groups: Vec<AwardGroup>, cases: &[&Case], body: BodyKind) -> Vec<AwardGroup> {
    let has_met = cases.iter().any(|case| votes(case, body).is_some());
    let nominees = groups.iter_mut().flat_map(|group| &mut group.nominees);
    for (nominee, case) in nominees.zip(cases) {
        let voted = match votes(case, body) {
            Some(votes) => WORDS.votes_agreed.fill(&[("votes", &votes.said())]),
            None if has_met && awaits_unit(case) => WORDS.not_voted_in_unit.clone(),
            None => continue,
        };
        nominee.note = if nominee.note.is_empty() { voted } else { format!("{}; {voted}", nominee.note) };
    }
    groups
}

fn awaits_unit(case: &Case) -> bool {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers);
    layers.into_iter().any(|layer| layer.body == BodyKind::Unit && layer.result.outcome == VoteOutcome::Unknown)
}

/// The days on which the unit met and voted on them.
fn days(material: &Material<'_, '_>, cases: &[&Case]) -> Vec<Date> {
    let meetings = cases.iter().flat_map(|case| meetings_on(case)).filter_map(|meeting| material.sittings.counted(meeting));
    meetings.map(|row| row.on).collect::<BTreeSet<Date>>().into_iter().collect()
}

/// The plan as a document that others rest on, its issuer as the organisation writes its own name.
pub(super) fn plan_as_basis(facts: &Facts<'_>) -> Option<String> {
    let identity = &facts.plan.identity;
    let title = as_about(with_small_first(identity.title.as_deref()?));
    let number = identity.number.as_deref().unwrap_or_default();
    let own = &facts.organisation.name;
    // A letterhead in two lines is read as one name: the body above stands before the own one.
    let named = |issuer: &String| if folded(issuer).ends_with(&folded(own)) { own.clone() } else { issuer.clone() };
    let issuer = identity.issuers.iter().map(named).collect::<Vec<String>>().join(&WORDS.issued_together);
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let kind = facts.packs.kind(abbreviation).map_or(abbreviation, |kind| kind.name.as_str());
    let given = [("kind", kind), ("title", title.as_str()), ("number", number), ("issuer", issuer.as_str())];
    Some(match identity.issued_on.map(printed_date::long) {
        Some(date) => WORDS.plan_dated.fill(&[given.as_slice(), &[("date", &date)]].concat()),
        None => WORDS.plan_undated.fill(&given),
    })
}

/// What a plan does follows upon its number and issuer; what it is about needs a word before it.
fn as_about(title: String) -> String {
    let is_thing = WORDS.about_begins.iter().any(|begin| title.starts_with(begin.as_str()));
    if is_thing { WORDS.about.fill(&[("title", &title)]) } else { title }
}

#[cfg(test)]
mod tests {
    use super::super::proposer::Proposer;
    use crate::given::Given;

    /// A commune dates its letters in its own place.
    #[test]
    fn a_unit_may_have_a_place_of_its_own() {
        let given = Given::college().with("[units.khoa-may]\n", "[units.khoa-may]\nplace = \"Sông Cạn\"\n");
        let place = |unit| {
            given.facts(|facts| {
                let organisation = facts.organisation;
                let proposer =
                    Proposer { unit: facts.index.subject(unit)?, name: unit, office: organisation.units.get(unit)?, cases: Vec::new() };
                Some(proposer.place(organisation))
            })
        };
        assert_eq!([place("khoa-may"), place("khoa-dien")], [Some("Sông Cạn".to_owned()), Some("Sông Ngàn".to_owned())]);
    }

    #[rstest::rstest]
    #[case("thi đua, khen thưởng năm 2026", "về thi đua, khen thưởng năm 2026")]
    #[case("phong trào đọc sách", "về phong trào đọc sách")]
    #[case("tổ chức phong trào đọc sách", "tổ chức phong trào đọc sách")]
    #[case("đẩy mạnh phong trào đọc sách", "đẩy mạnh phong trào đọc sách")]
    fn a_plan_is_about_a_thing_or_does_something(#[case] title: &str, #[case] expected: &str) {
        assert_eq!(super::as_about(title.to_owned()), expected);
    }

    const HIGHER: &str = "
[[award]]
id = \"bang-khen\"
form = \"commendation\"
name = \"Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh\"
authority = \"Chủ tịch Ủy ban nhân dân tỉnh Sông Ngàn\"
subject = [\"tap-the\", \"ca-nhan\"]
criteria = \"xuat-sac\"
ballot = \"none\"

[[award]]
id = \"hoi\"
form = \"commendation\"
name = \"Giấy khen của Hội Khuyến học\"
authority = \"Hội Khuyến học tỉnh Sông Ngàn\"
subject = \"ca-nhan\"
criteria = \"xuat-sac\"
ballot = \"none\"

[[round]]";

    #[test]
    fn who_is_awarded_by_others_is_put_forward_to_them() {
        let outcome = Given::college().with("\n[[round]]", HIGHER).worked();
        let letter = outcome.said("trinh-cap-tren", "to-trinh-de-nghi-khen-thuong-chu-tich").expect("a letter");
        for said in [
            "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Sông Ngàn",
            "02 tập thể, 02 cá nhân",
            "TS. Phạm Văn Cường",
            "I. Tập thể",
            "II. Cá nhân",
        ] {
            assert!(letter.contains(said), "{said}: {letter}");
        }
        assert!(!letter.contains("Hội Khuyến học"), "{letter}");
        let folder = outcome.folders.iter().find(|folder| folder.path == "trinh-cap-tren").expect("a folder");
        assert_eq!(folder.items.iter().filter(|item| item.file.starts_with("to-trinh")).count(), 2, "{:?}", folder.items);
    }

    const STEPS: &str = "
[[way]]
id = \"xet\"
for = \"dossier\"

[[step]]
id = \"khoa\"
way = \"xet\"
kind = \"vote\"
by = \"Khoa\"

[[step]]
id = \"hoi-dong\"
way = \"xet\"
kind = \"vote\"
by = \"Hội đồng\"

[[round]]";

    /// The faculty and the council have voted on An; on Bình the bodies that are named.
    fn voted_on(binh: &[&str]) -> Given {
        let row = |body: &&str, subject: &str| format!("hop-{body},{body},2026-12-10,giay-khen,{subject},7,7,7,7\n");
        let an = ["unit", "council"].iter().map(|body| row(body, "an"));
        let rows: String = an.chain(binh.iter().map(|body| row(body, "binh"))).collect();
        Given::college()
            .with("ballot = \"none\"", "ballot = \"hoi-dong\"")
            .with("\n[[round]]", STEPS)
            .and_table("meetings.csv", &format!("meeting,body,on,award,subject,members,present,issued,agreed\n{rows}"))
    }

    #[rstest::rstest]
    #[case::all_meet_the_conditions(voted_on(&["unit", "council"]), "02 cá nhân", true)]
    #[case::one_does_not(voted_on(&["unit", "council"]).with("binh,xuat-sac,yes", "binh,xuat-sac,no"), "02 cá nhân", false)]
    #[case::nobody_knows_of_one(voted_on(&["unit", "council"]).with("binh,xuat-sac,yes,Hội đồng,2026-12-01\n", ""), "02 cá nhân", false)]
    #[case::the_council_alone_proposes_nobody(voted_on(&["council"]).with("binh,xuat-sac,yes", "binh,xuat-sac,no"), "01 cá nhân", true)]
    fn a_unit_assures_what_is_true(#[case] given: Given, #[case] whom: &str, #[case] assured: bool) {
        let outcome = given.with("\nsubject = [\"tap-the\", \"ca-nhan\"]\ncriteria", "\nsubject = [\"ca-nhan\"]\ncriteria").worked();
        let letter = outcome.said("don-vi/khoa-dien", "to-trinh").expect("a letter");
        assert!(letter.contains(whom), "{letter}");
        assert_eq!(letter.contains("đều đủ điều kiện"), assured, "{letter}");
    }

    #[test]
    fn what_the_organisation_decides_itself_goes_to_nobody() {
        assert!(Given::college().worked().folders.iter().all(|folder| folder.path != "trinh-cap-tren"));
    }
}
