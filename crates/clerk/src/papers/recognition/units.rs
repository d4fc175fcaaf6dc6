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
use super::super::{Made, Material, Proposer, submission};
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
pub(super) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let id = material.facts.index.id(proposer.unit);
    let own = |award: &Award| proposer.cases.iter().copied().find(|case| case.award == award.id && case.subject == id);
    let found: Vec<(&Award, &Case)> = material.unit_recognitions().filter_map(|award| Some((award, own(award)?))).collect();
    let several = found.len() > 1;
    let mut made = Made::default();
    for (award, case) in found {
        let checked = result::of(material.facts.plan, award, case);
        if checked.is_empty() {
            made.findings.push(without_criteria(award));
            continue;
        }
        let of = several.then_some(award.name.as_str());
        made.items.push(Item::new(assessment(material, proposer, award, &checked), of));
        made.items.push(Item::new(request(material, proposer, award, &checked), of));
    }
    made
}

/// An award by which a unit is recognised for nothing that could be assessed.
fn without_criteria(award: &Award) -> Finding {
    let finding = Finding::new("clerk-recognition-unmeasured", Severity::Warning, texts::recognition_unmeasured(&award.name));
    finding.help(texts::recognition_unmeasured_help(&award.id))
}

fn assessment(material: &Material<'_, '_>, proposer: &Proposer<'_>, award: &Award, checked: &[Checked<'_>]) -> LearningUnitSelfAssessment {
    let organisation = material.facts.organisation;
    let people = people(material, proposer.unit);
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
        occasion: material.year(),
        members: people.map(|people| people.members),
        citizen: citizen(material),
        citizens: people.map(|people| people.citizens),
        groups: vec![Group { name: None, criteria: criteria.collect() }],
        least: None,
        conclusion: WORDS.conclusion.fill(&[("title", &award.name)]),
        assessor: Signature { capacity: vec![WORDS.assessor.clone()], name: None },
        head: proposer.office.head.clone(),
    }
}

fn request(material: &Material<'_, '_>, proposer: &Proposer<'_>, award: &Award, checked: &[Checked<'_>]) -> LearningUnitRequest {
    let organisation = material.facts.organisation;
    let mut frame = material.unit_frame(proposer, "", vec![WORDS.as_above.clone(), organisation.desk.name.clone()]);
    // A letter that is of no named kind has no kind in its symbol.
    frame.symbol.clone_from(&proposer.office.symbol);
    let (met, of) = result::met(checked);
    let citizen = citizen(material);
    let people = people(material, proposer.unit).map(|people| {
        let [citizens, members] = [people.citizens, people.members].map(|number| number.to_string());
        WORDS.citizens.fill(&[("citizen", &citizen), ("citizens", &citizens), ("members", &members)])
    });
    let met = WORDS.met_of.fill(&[("met", &met.to_string()), ("of", &of.to_string())]);
    let list = people.is_some().then(|| WORDS.list.fill(&[("citizen", &citizen)]));
    LearningUnitRequest {
        frame,
        addressees: vec![authority(material.facts)],
        title: award.name.clone(),
        occasion: material.year(),
        bases: submission::plan_as_basis(material.facts).into_iter().collect(),
        units: vec![proposer.name.to_owned()],
        summary: people.into_iter().chain([met]).collect(),
        enclosed: std::iter::once(WORDS.assessment.clone()).chain(list).collect(),
    }
}

/// The table of all units that were judged, in the organisation's order.
pub(in crate::papers) fn summary(material: &Material<'_, '_>) -> Made {
    let organisation = material.facts.organisation;
    let awards: Vec<&Award> = material.unit_recognitions().filter(|award| material.cases_of(award).next().is_some()).collect();
    let several = awards.len() > 1;
    let table = |award: &Award| LearningUnitSummary {
        letterhead: Letterhead { superior: organisation.superior.clone(), issuer: organisation.name.clone() },
        place: organisation.place.clone(),
        date: None,
        title: award.name.clone(),
        citizen: citizen(material),
        occasion: material.year(),
        units: material.order.sorted(material.cases_of(award)).into_iter().map(|case| row(material, award, case)).collect(),
        prepared_by: Signature { capacity: vec![WORDS.table_maker.clone()], name: None },
        signature: organisation.head_or_deputy(),
    };
    let items = awards.into_iter().map(|award| Item::new(table(award), several.then_some(award.name.as_str())));
    items.collect::<Vec<Item>>().into()
}

fn row(material: &Material<'_, '_>, award: &Award, case: &Case) -> UnitRow {
    let unit = material.facts.index.subject(&case.subject);
    let people = unit.and_then(|unit| people(material, unit));
    let (met, of) = result::met(&result::of(material.facts.plan, award, case));
    let proposed = match case.standing {
        Standing::Chosen => &WORDS.proposed,
        Standing::LeftOut | Standing::AwaitsVote | Standing::AwaitsChair | Standing::Open => &WORDS.not_known,
        Standing::OverQuota | Standing::NotVoted | Standing::NotProposed | Standing::NotMet => &WORDS.not_proposed,
    };
    UnitRow {
        unit: material.printed_name(&case.subject),
        members: people.map(|people| people.members),
        citizens: people.map(|people| people.citizens),
        assessed: WORDS.met_of_short.fill(&[("met", &met.to_string()), ("of", &of.to_string())]),
        proposed: proposed.clone(),
        note: String::new(),
    }
}

/// None where the plan recognises no people, so that nobody was judged.
fn people(material: &Material<'_, '_>, unit: Subject) -> Option<People> {
    let award = material.citizen_recognition()?;
    let of_unit = material.by_unit.get(&unit).into_iter().flatten();
    let mut people = People::default();
    for case in of_unit.filter(|case| case.award == award.id && case.kind == SubjectKind::Individual) {
        people.members += 1;
        people.citizens += u32::from(case.standing == Standing::Chosen);
    }
    Some(people)
}

fn citizen(material: &Material<'_, '_>) -> String {
    material.citizen_recognition().map_or_else(|| WORDS.citizen.clone(), |award| award.name.clone())
}
