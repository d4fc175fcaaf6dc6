//! Which bodies a plan asks to vote on its awards, and by what rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use phongtrao_plan::{Award, Plan, Step, StepKind};
use phongtrao_value::text::folded;
use serde::Deserialize;

use super::AwardVotes;
use crate::agenda;
use crate::law::Law;
use crate::tally::{BodyKind, Lower, Need, Rule};

#[derive(Deserialize)]
struct Words {
    council: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../../words/bodies.toml")).expect("the words of bodies are sound")
});

/// The word of `plan.toml` for an award without a ballot.
const NONE: &str = "none";

/// What the plan and the packs ask of votes on these awards, in the order of the agenda. Places are not among it: a round gives those by its quotas,
/// which `judge` counts. Where the plan says nothing of a ballot, a council votes if the packs know what it is asked; where the plan names one, it is held although no law asks it.
pub fn of_plan(plan: &Plan, law: &Law<'_>, awards: &[&Award]) -> Vec<AwardVotes> {
    let mut ids: Vec<&str> = Vec::new();
    for line in agenda::lines(plan, awards) {
        if !ids.contains(&line.award.id.as_str()) {
            ids.push(&line.award.id);
        }
    }
    let named = ids.iter().filter_map(|id| awards.iter().find(|award| award.id == *id));
    named.map(|award| of_award(plan, law, award)).collect()
}

fn of_award(plan: &Plan, law: &Law<'_>, award: &Award) -> AwardVotes {
    let rule = |body| Rule::of_packs(law.packs, law.about(award), body, law.day);
    let rules: BTreeMap<BodyKind, Rule> = match bodies(plan, award) {
        Some(bodies) => bodies.into_iter().map(|body| (body, Rule { need: Need::Needed, ..rule(body) })).collect(),
        None => {
            let council = rule(BodyKind::Council);
            let is_asked = council.need == Need::Needed && council.threshold.is_some();
            is_asked.then_some((BodyKind::Council, council)).into_iter().collect()
        }
    };
    AwardVotes { award: award.id.clone(), rules, places: BTreeMap::new(), requires: award.requires.clone(), lower: lower(award) }
}

/// The lower title of an award; nothing is lower than itself.
fn lower(award: &Award) -> Option<Lower> {
    award.lower.clone().filter(|lower| *lower != award.id).map(|award| Lower { award })
}

/// The bodies that vote on an award: those of all voting steps of its way up to the one that it names. None where the plan says nothing of a ballot.
pub fn bodies(plan: &Plan, award: &Award) -> Option<BTreeSet<BodyKind>> {
    let ballot = award.ballot.as_deref()?;
    if ballot == NONE {
        return Some(BTreeSet::new());
    }
    let last = plan.steps.iter().find(|step| step.id == ballot)?;
    let of_way = || plan.steps.iter().filter(|step| step.way == last.way);
    let votes = of_way().take_while(|step| step.id != ballot).filter(|step| step.kind == Some(StepKind::Vote));
    Some(votes.chain([last]).map(body).collect())
}

fn body(step: &Step) -> BodyKind {
    let by = folded(step.by.as_deref().unwrap_or_default());
    if WORDS.council.iter().any(|words| by.contains(words.as_str())) { BodyKind::Council } else { BodyKind::Unit }
}

#[cfg(test)]
mod tests {
    use phongtrao_plan::file;
    use phongtrao_register::rows::{Organisation, Said};
    use phongtrao_rules::Packs;

    use super::*;

    const UNIVERSITY: &str = include_str!("../../../../examples/lifelong-learning-university/plan.toml");
    const PEAK_DRIVE: &str = include_str!("../../../../examples/peak-drive/plan.toml");

    fn said(word: &str) -> Said {
        Said { word: word.to_owned(), span: Default::default() }
    }

    fn school() -> Organisation {
        Organisation { sectors: vec![said("education")], ..Organisation::default() }
    }

    fn law<'l>(packs: &'l Packs, organisation: &'l Organisation) -> Law<'l> {
        Law::new(packs, organisation, "2026-11-21".parse().expect("a day"))
    }

    #[rstest::rstest]
    #[case(UNIVERSITY, "giay-khen-vien-chuc", &[BodyKind::Unit, BodyKind::Council])]
    #[case(UNIVERSITY, "cong-dan", &[])]
    #[case(PEAK_DRIVE, "giay-khen-ca-nhan", &[BodyKind::Unit])]
    fn bodies_that_a_plan_asks(#[case] text: &str, #[case] award: &str, #[case] expected: &[BodyKind]) {
        let (plan, _) = file::read(text);
        let awards: Vec<&Award> = plan.awards.iter().collect();
        let votes = of_plan(&plan, &law(Packs::embedded(), &school()), &awards);
        assert_eq!(votes.len(), plan.awards.len());
        let votes = votes.iter().find(|votes| votes.award == award).expect("an award of the plan");
        assert_eq!(votes.rules.keys().copied().collect::<Vec<_>>(), expected);
    }

    /// The council of a school has its own rules, laid over what the law leaves open.
    const OWN: &str = "[pack]\nid = \"own\"\nname_vi = \"Quy chế\"\nname_en = \"Rules\"\nchecked = \"2026-01-01\"\n\
        [[vote]]\nid = \"own-unit\"\nname_vi = \"x\"\nname_en = \"x\"\npercent = 50\nabove = true\nof = \"valid-ballots\"\nbody = \"unit\"\n\
        scope = { decided_by = [\"base\"] }\nconfidence = \"read\"\nsource = \"Quy chế, Điều 5\"\n\
        [[vote]]\nover = \"vote-other-honours\"\npercent = 70\nof = \"present\"\nbody = \"council\"\nconfidence = \"read\"\nsource = \"Quy chế, Điều 6\"\n\
        [[ballot]]\nid = \"own-ballot\"\nname_vi = \"x\"\nname_en = \"x\"\nrecused = \"out-of-base\"\nlowered = \"with-higher\"\n\
        scope = { decided_by = [\"base\"] }\nconfidence = \"read\"\nsource = \"Quy chế, Điều 7\"\n";

    #[test]
    fn a_council_has_its_own_rules() {
        let (packs, findings) = Packs::laid_over(&Packs::embedded_files(), &[("own.toml".to_owned(), OWN)]);
        assert!(findings.is_empty(), "{findings:?}");
        let (plan, _) = file::read(UNIVERSITY);
        let awards: Vec<&Award> = plan.awards.iter().collect();
        let votes = of_plan(&plan, &law(&packs, &school()), &awards);
        let votes = votes.iter().find(|votes| votes.award == "giay-khen-vien-chuc").expect("an award of the plan");
        let needed = |body| votes.rules.get(&body).and_then(|rule| rule.threshold.as_ref()).map(|threshold| threshold.needed(10));
        assert_eq!([needed(BodyKind::Unit), needed(BodyKind::Council)], [Some(6), Some(7)]);
        let unit = votes.rules.get(&BodyKind::Unit).expect("the unit votes");
        use phongtrao_rules::entries::{LoweredCount, RecusedBase};
        assert_eq!((unit.recused, unit.lowered), (RecusedBase::OutOfBase, LoweredCount::WithHigher));
    }

    #[test]
    fn a_province_has_its_own_quorum() {
        let (plan, _) = file::read(UNIVERSITY);
        let awards: Vec<&Award> = plan.awards.iter().collect();
        let quorum = |province: Option<&str>| {
            let organisation = Organisation { province: province.map(said), ..school() };
            let votes = of_plan(&plan, &law(Packs::embedded(), &organisation), &awards);
            let votes = votes.into_iter().find(|votes| votes.award == "giay-khen-vien-chuc").expect("an award of the plan");
            votes.rules.get(&BodyKind::Council).and_then(|rule| rule.quorum.as_ref().map(|quorum| quorum.basis.entry.clone()))
        };
        assert_eq!(quorum(Some("Bắc Ninh")).as_deref(), Some("bac-ninh-quorum-awards"));
        assert_ne!(quorum(Some("Hải Phòng")), quorum(Some("Bắc Ninh")));
    }
}
