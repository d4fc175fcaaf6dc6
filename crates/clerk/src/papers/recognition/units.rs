//! The dossier of a learning unit: self-assessment, request, and the table of all units.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::rounds;
use phongtrao_plan::{Award, SubjectKind};
use phongtrao_press::frame::Signature;
use phongtrao_press::papers::learning_unit_request::LearningUnitRequest;
use phongtrao_press::papers::learning_unit_self_assessment::{Criterion, Group, LearningUnitSelfAssessment};
use phongtrao_press::papers::learning_unit_summary::{LearningUnitSummary, UnitRow};
use phongtrao_press::sheet::Letterhead;
use phongtrao_register::Subject;

use super::super::decision::authority;
use super::super::{Desk, Made, Proposer, submission};
use super::result::{self, Checked};
use super::words::WORDS;
use crate::round::Item;
use crate::{Case, Standing, texts};

/// The people of a unit who were judged, and those of them who are recognised.
#[derive(Default, Clone, Copy)]
struct People {
    members: u32,
    citizens: u32,
}

/// Self-assessment and request, where the unit itself is to be recognised.
pub(super) fn of_unit(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let id = desk.facts.index.id(proposer.unit);
    let own = |award: &Award| proposer.cases.iter().copied().find(|case| case.award == award.id && case.subject == id);
    let found: Vec<(&Award, &Case)> = desk.unit_recognitions().filter_map(|award| Some((award, own(award)?))).collect();
    let several = found.len() > 1;
    let mut made = Made::default();
    for (award, case) in found {
        let checked = result::of(desk.facts.plan, award, case);
        if checked.is_empty() {
            made.findings.push(without_criteria(award));
            continue;
        }
        let of = several.then_some(award.name.as_str());
        made.items.push(Item::new(assessment(desk, proposer, award, &checked), of));
        made.items.push(Item::new(request(desk, proposer, award, &checked), of));
    }
    made
}

/// An award by which a unit is recognised for nothing that could be assessed.
fn without_criteria(award: &Award) -> Finding {
    let finding = Finding::new("clerk-recognition-unmeasured", Severity::Warning, texts::recognition_unmeasured(&award.name));
    finding.help(texts::recognition_unmeasured_help(&award.id))
}

fn assessment(desk: &Desk<'_, '_>, proposer: &Proposer<'_>, award: &Award, checked: &[Checked<'_>]) -> LearningUnitSelfAssessment {
    let organisation = desk.facts.organisation;
    let people = people(desk, proposer.unit);
    let criteria = checked.iter().map(|checked| Criterion {
        asked: rounds::criterion_label(checked.criterion),
        reached: checked.reached.clone(),
        points: None,
        met: checked.met,
    });
    LearningUnitSelfAssessment {
        letterhead: Letterhead { superior: Some(organisation.name.clone()), issuer: proposer.name.to_owned() },
        place: proposer.place(organisation),
        date: None,
        title: award.name.clone(),
        occasion: desk.year(),
        members: people.map(|people| people.members),
        citizen: citizen(desk),
        citizens: people.map(|people| people.citizens),
        groups: vec![Group { name: None, criteria: criteria.collect() }],
        least: None,
        conclusion: WORDS.conclusion.fill(&[("title", &award.name)]),
        assessor: Signature { capacity: vec![WORDS.assessor.clone()], name: None },
        head: proposer.office.head.clone(),
    }
}

fn request(desk: &Desk<'_, '_>, proposer: &Proposer<'_>, award: &Award, checked: &[Checked<'_>]) -> LearningUnitRequest {
    let organisation = desk.facts.organisation;
    let mut frame = desk.unit_frame(proposer, "", vec![WORDS.as_above.clone(), organisation.desk.name.clone()]);
    // A letter that is of no named kind has no kind in its symbol.
    frame.symbol.clone_from(&proposer.office.symbol);
    let (met, of) = result::met(checked);
    let citizen = citizen(desk);
    let people = people(desk, proposer.unit).map(|people| {
        let [citizens, members] = [people.citizens, people.members].map(|number| number.to_string());
        WORDS.citizens.fill(&[("citizen", &citizen), ("citizens", &citizens), ("members", &members)])
    });
    let met = WORDS.met_of.fill(&[("met", &met.to_string()), ("of", &of.to_string())]);
    let list = people.is_some().then(|| WORDS.list.fill(&[("citizen", &citizen)]));
    LearningUnitRequest {
        frame,
        addressees: vec![authority(desk.facts)],
        title: award.name.clone(),
        occasion: desk.year(),
        bases: submission::plan_as_basis(desk.facts).into_iter().collect(),
        units: vec![proposer.name.to_owned()],
        summary: people.into_iter().chain([met]).collect(),
        enclosed: std::iter::once(WORDS.assessment.clone()).chain(list).collect(),
    }
}

/// The table of all units that were judged, in the organisation's order.
pub(in crate::papers) fn summary(desk: &Desk<'_, '_>) -> Made {
    let organisation = desk.facts.organisation;
    let awards: Vec<&Award> = desk.unit_recognitions().filter(|award| desk.cases_of(award).next().is_some()).collect();
    let several = awards.len() > 1;
    let table = |award: &Award| LearningUnitSummary {
        letterhead: Letterhead { superior: organisation.superior.clone(), issuer: organisation.name.clone() },
        place: organisation.place.clone(),
        date: None,
        title: award.name.clone(),
        citizen: citizen(desk),
        occasion: desk.year(),
        units: desk.order.sorted(desk.cases_of(award)).into_iter().map(|case| row(desk, award, case)).collect(),
        prepared_by: Signature { capacity: vec![WORDS.table_maker.clone()], name: None },
        signature: organisation.head_or_deputy(),
    };
    let items = awards.into_iter().map(|award| Item::new(table(award), several.then_some(award.name.as_str())));
    items.collect::<Vec<Item>>().into()
}

fn row(desk: &Desk<'_, '_>, award: &Award, case: &Case) -> UnitRow {
    let unit = desk.facts.index.subject(&case.subject);
    let people = unit.and_then(|unit| people(desk, unit));
    let (met, of) = result::met(&result::of(desk.facts.plan, award, case));
    let proposed = match case.standing {
        Standing::Chosen => &WORDS.proposed,
        Standing::LeftOut | Standing::AwaitsVote | Standing::AwaitsChair | Standing::Open => &WORDS.not_known,
        Standing::OverQuota | Standing::NotVoted | Standing::NotProposed | Standing::NotMet => &WORDS.not_proposed,
    };
    UnitRow {
        unit: desk.printed_name(&case.subject),
        members: people.map(|people| people.members),
        citizens: people.map(|people| people.citizens),
        assessed: WORDS.met_of_short.fill(&[("met", &met.to_string()), ("of", &of.to_string())]),
        proposed: proposed.clone(),
        note: String::new(),
    }
}

/// None where the plan recognises no people, so that nobody was judged.
fn people(desk: &Desk<'_, '_>, unit: Subject) -> Option<People> {
    let award = desk.citizen_recognition()?;
    let of_unit = desk.by_unit.get(&unit).into_iter().flatten();
    let mut people = People::default();
    let is_member = |case: &&&Case| case.award == award.id && case.kind == SubjectKind::Individual && !desk.facts.is_dead(&case.subject);
    for case in of_unit.filter(is_member) {
        people.members += 1;
        people.citizens += u32::from(case.standing == Standing::Chosen);
    }
    Some(people)
}

fn citizen(desk: &Desk<'_, '_>) -> String {
    desk.citizen_recognition().map_or_else(|| WORDS.citizen.clone(), |award| award.name.clone())
}
