//! Certificates of those whom the decision names, and of those who are recognised. Who is honoured by many gets several files, so that none grows without bound.

use std::num::NonZeroUsize;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::level;
use phongtrao_plan::{Award, AwardForm};
use phongtrao_press::certificates::{Decision, Giver, Recipient};
use phongtrao_press::faces::Printing;
use phongtrao_press::papers::certificate::{Act as Honoured, Certificate};
use phongtrao_press::papers::learning_certificate::{LearningCertificate, Recognised};
use phongtrao_press::{Paper, faces::Sheet};
use phongtrao_rules::entries::{AsBody, Certificate as Size};
use phongtrao_rules::{About, Kind};
use phongtrao_value::text::{capitalised, folded, with_small_first};

use super::decision::{authority, is_own, is_posthumous};
use super::words::WORDS;
use super::{Made, Material};
use crate::order::{AWAY, list_kind};
use crate::round::{Content, Item, slug};
use crate::signed::Act;
use crate::{Case, texts};

/// How many sheets a file has at most.
const SHEETS: NonZeroUsize = NonZeroUsize::new(200).expect("more than none");

/// The certificates of those in the decision, award by award in its order. The number in the golden book is the place in the list.
pub(super) fn of_decision(material: &Material<'_, '_>) -> Made {
    let (mut items, mut findings) = (Vec::new(), Vec::new());
    for (award, recipients) in by_award(&material.chosen) {
        let Some(award) = material.facts.award(award) else { continue };
        let Some(printing) = printing(material, award) else {
            findings.extend(has_sheet(material, award).then(|| unprinted(award)));
            continue;
        };
        let honour = honour(material, award);
        let certificate = Certificate {
            act: if award.form == Some(AwardForm::Title) { Honoured::Title } else { Honoured::Merit },
            honour: honour.clone(),
            giver: giver(material, Act::Award),
            printing,
            recipients: recipients.iter().map(|(number, case)| recipient(material, *number, case)).collect(),
        };
        items.extend(in_files(&honour, &recipients, certificate));
    }
    Made { items, findings }
}

/// Whether a sheet is handed over: of some titles the rules know nothing besides money.
fn has_sheet(material: &Material<'_, '_>, award: &Award) -> bool {
    let known = award.honour.as_ref().and_then(|honour| material.facts.packs.honours().iter().find(|known| known.id == *honour));
    award.form != Some(AwardForm::Title) || known.is_none_or(|known| !known.objects.is_empty())
}

/// An award of which nobody knows on what sheet its certificates are printed.
fn unprinted(award: &Award) -> Finding {
    let message = texts::certificate_unknown(award.name.as_str());
    let help = match &award.honour {
        Some(_) => texts::certificate_unsized_help(),
        None => texts::certificate_unknown_help(award.id.as_str()),
    };
    Finding::new("clerk-certificate-unknown", Severity::Warning, message).help(help)
}

/// The certificates of those whom the organisation itself recognises as learning citizens, families, units. Each award has a list of its own.
pub(super) fn of_learning(material: &Material<'_, '_>) -> Made {
    let facts = material.facts;
    let mut items = Vec::new();
    for award in facts.plan.awards.iter().filter(|award| is_of_learning(award) && is_own(facts, award)) {
        let recognised = material.recognised.iter().copied().filter(|case| case.award == award.id);
        let recipients: Vec<(u32, &Case)> = (1..).zip(recognised).collect();
        if recipients.is_empty() {
            continue;
        }
        let honour = honour(material, award);
        let certificate = LearningCertificate {
            honour: honour.clone(),
            year: facts.as_of().year(),
            giver: giver(material, Act::Recognition),
            // No rule says on which sheet: the one of certificates of commendation.
            printing: on(material, award, Sheet::A4),
            recipients: recipients.iter().map(|(number, case)| named(material, *number, case)).collect(),
        };
        items.extend(in_files(&honour, &recipients, certificate));
    }
    items.into()
}

/// Whether somebody is recognised for learning: prizes of contests are recognised too.
fn is_of_learning(award: &Award) -> bool {
    award.form == Some(AwardForm::Recognition) && folded(&award.name).ends_with(&folded(&WORDS.learning))
}

/// Those of one award and kind that stand beside each other in a list, with their numbers.
fn by_award<'c>(cases: &[&'c Case]) -> Vec<(&'c str, Vec<(u32, &'c Case)>)> {
    let mut groups: Vec<(&str, Vec<(u32, &Case)>)> = Vec::new();
    for (number, case) in (1..).zip(cases.iter().copied()) {
        match groups.last_mut().filter(|(award, _)| *award == case.award) {
            Some((_, group)) => group.push((number, case)),
            None => groups.push((&case.award, vec![(number, case)])),
        }
    }
    groups
}

/// A paper as files, each named by the numbers that it holds.
fn in_files(honour: &str, recipients: &[(u32, &Case)], paper: impl Paper + 'static) -> Vec<Item> {
    let mut parts = paper.parts(SHEETS);
    if parts.is_empty() {
        parts.push(Box::new(paper));
    }
    let numbers = recipients.chunks(SHEETS.get()).map(|chunk| {
        let number = |end: Option<&(u32, &Case)>| end.map(|(number, _)| number.to_string()).unwrap_or_default();
        let (from, to) = (number(chunk.first()), number(chunk.last()));
        let numbers = if from == to { from } else { format!("{from}-{to}") };
        WORDS.certificates_of.fill(&[("honour", honour), ("numbers", &numbers)])
    });
    numbers.zip(parts).map(|(title, paper)| Item { file: slug(&title), title, content: Content::Paper(paper) }).collect()
}

fn giver(material: &Material<'_, '_>, act: Act) -> Giver {
    let organisation = material.facts.organisation;
    let signed = material.facts.signed(act);
    let (number, date) = (signed.as_ref().and_then(|signed| signed.number), signed.and_then(|signed| signed.on));
    Giver {
        heading: organisation.certificates.heading,
        decided_by: authority(material.facts),
        decision: Decision { number, symbol: format!("{}-{}", WORDS.decision, organisation.symbol), date },
        place: organisation.place.clone(),
        date,
        signature: organisation.head.clone(),
    }
}

/// The name of what is given, without who gives it.
fn honour(material: &Material<'_, '_>, award: &Award) -> String {
    award.honour.as_deref().map_or_else(|| award.name.clone(), |honour| material.honour(honour))
}

/// On what the certificates of an award are printed; none where the rules know no certificate for it.
fn printing(material: &Material<'_, '_>, award: &Award) -> Option<Printing> {
    let facts = material.facts;
    let about = About { honour: award.honour.as_deref(), decided_by: level::decided_by(award, facts.packs), ..About::default() };
    let sizes = facts.packs.governing(Kind::Certificate, about, facts.as_of());
    let size = sizes.into_iter().find_map(|entry| entry.body.as_ref().and_then(Size::of))?;
    Some(on(material, award, Certificate::sheet_of(size.width, size.height)?))
}

fn on(material: &Material<'_, '_>, award: &Award, sheet: Sheet) -> Printing {
    let blank = award.honour.as_ref().and_then(|honour| material.facts.organisation.certificates.blanks.get(honour));
    Printing { sheet, on_blank: blank.is_some(), ruler: false, calibration: blank.cloned().unwrap_or_default() }
}

fn recipient(material: &Material<'_, '_>, number: u32, case: &Case) -> Recipient {
    let former = material.facts.is_dead(&case.subject) || material.facts.is_status(&case.subject, &AWAY);
    Recipient {
        of: list_kind(case.kind),
        name: name(material, case),
        post: post(material, case),
        achievement: achievement(material, &case.award),
        golden_book: number,
        former,
        late: is_posthumous(material.facts, case),
    }
}

fn named(material: &Material<'_, '_>, number: u32, case: &Case) -> Recognised {
    Recognised { of: list_kind(case.kind), name: name(material, case), post: post(material, case), number }
}

fn achievement(material: &Material<'_, '_>, award: &str) -> String {
    let own = material.facts.organisation.certificates.achievements.get(award);
    own.cloned().unwrap_or_else(|| capitalised(&material.achievement()))
}

/// The name; of one who is no longer alive the form of address or degree before it stands within a line.
fn name(material: &Material<'_, '_>, case: &Case) -> String {
    let signed = material.as_signed(case).name;
    let name = material.without_marks(&case.subject, &signed);
    let is_addressed = !material.before_name(&case.subject).is_empty();
    if is_addressed && is_posthumous(material.facts, case) { with_small_first(name) } else { name.to_owned() }
}

/// Post, unit and organisation, as they were signed where that was written down.
fn post(material: &Material<'_, '_>, case: &Case) -> String {
    let (signed, now) = (material.as_signed(case).post, material.nominee(case).post);
    let organisation = material.facts.organisation.name.as_str();
    match signed {
        same if same == now => material.post_on_certificate(case),
        signed if signed.ends_with(organisation) => signed,
        signed => format!("{signed}, {organisation}"),
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_judge::population::Alone;
    use phongtrao_judge::round::judge_among;

    use crate::given::Given;
    use crate::papers::Material;
    use crate::round::vietnamese;
    use crate::standing::cases;

    /// Bình has died; only what stands before the name is small within the line.
    #[rstest::rstest]
    #[case::address(&[], "ông Tiến sĩ Trần Văn Bình")]
    #[case::degree(&[("male = \"Ông\"\n", "")], "tiến sĩ Trần Văn Bình")]
    #[case::neither(&[("male = \"Ông\"\n", ""), ("binh = \"Tiến sĩ\"\n", "")], "Trần Văn Bình")]
    fn names_of_the_dead(#[case] changes: &[(&str, &str)], #[case] expected: &str) {
        let dead = Given::college()
            .with("id,name,sex,category", "id,name,sex,category,died")
            .with("Trần Văn Bình,male,official", "Trần Văn Bình,male,official,2026-06-01")
            .with("[units.khoa-dien]", "[degrees]\nbinh = \"Tiến sĩ\"\n\n[units.khoa-dien]");
        let given = changes.iter().fold(dead, |given, (from, to)| given.with(from, to));
        given.facts(|facts| {
            let (cases, _) = cases(facts, &mut judge_among(&Alone, facts.round, facts.register, facts.rests_on.clone()));
            let words = vietnamese();
            let material = Material::new(facts, &cases, &[], &words);
            let case = cases.iter().find(|case| case.subject == "binh").expect("the case of Bình");
            assert_eq!(super::name(&material, case), expected);
        });
    }

    /// Where a certificate hangs nobody knows the unit.
    #[rstest::rstest]
    #[case::a_head("binh", "Trưởng khoa Điện, Trường Cao đẳng Sông Ngàn")]
    #[case::a_post_that_the_address_says("an", "Khoa Điện, Trường Cao đẳng Sông Ngàn")]
    #[case::a_unit("khoa-may", "Trường Cao đẳng Sông Ngàn")]
    fn the_organisation_stands_behind_the_unit(#[case] subject: &str, #[case] expected: &str) {
        let given = Given::college().with("female = \"Bà\"", "female = \"Giảng viên\"");
        given.facts(|facts| {
            let (cases, _) = cases(facts, &mut judge_among(&Alone, facts.round, facts.register, facts.rests_on.clone()));
            let words = vietnamese();
            let material = Material::new(facts, &cases, &[], &words);
            let case = cases.iter().find(|case| case.subject == subject).expect("a case");
            assert_eq!(material.post_on_certificate(case), expected);
        });
    }
}
