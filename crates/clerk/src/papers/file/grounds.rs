//! Why somebody is not awarded, as everybody may read it, and where each rule stands.

use phongtrao_judge::reasons::{self, Step};
use phongtrao_movement::tally::{Because, BodyKind, VoteOutcome};
use phongtrao_plan::{Award, Quota};
use phongtrao_press::papers::rejection_notice::Ground;

use super::super::Material;
use super::figure;
use super::words::FILE;
use crate::{Case, Standing, citation};

/// What stands between the rules of one ground.
const RULES: &str = "; ";

/// The grounds of a case that is not awarded; none of one that is, or that is still open.
pub(in crate::papers) fn of(material: &Material<'_, '_>, case: &Case) -> Vec<Ground> {
    let grounds = match case.standing {
        Standing::NotMet | Standing::NotProposed => unmet(material, case),
        Standing::NotVoted => unvoted(material, case),
        Standing::OverQuota => over_quota(material, case),
        Standing::LeftOut => vec![Ground { reason: FILE.left_out.clone(), rule: rule(material, case, None) }],
        Standing::Chosen | Standing::AwaitsVote | Standing::AwaitsChair | Standing::Open => return Vec::new(),
    };
    if grounds.is_empty() {
        // What stands in the way is not for everybody to read: whoever is concerned is told it apart.
        return vec![Ground { reason: FILE.unmet_unsaid.clone(), rule: rule(material, case, None) }];
    }
    grounds
}

fn unmet(material: &Material<'_, '_>, case: &Case) -> Vec<Ground> {
    let steps = reasons::open(&case.reason);
    let mut grounds: Vec<(&Step, Ground)> = Vec::new();
    for step in steps.iter().filter(|step| step.failed) {
        let ground = Ground { reason: said(material, step), rule: rule(material, case, step.source.as_deref()) };
        // What the plan repeats of the law is one ground with two rules.
        match grounds.iter_mut().find(|(known, told)| known.is_same_as(step) || told.reason == ground.reason) {
            Some((_, told)) if told.rule.split(RULES).any(|rule| rule == ground.rule) => {}
            Some((_, told)) => told.rule = [told.rule.as_str(), &ground.rule].join(RULES),
            None => grounds.push((step, ground)),
        }
    }
    grounds.into_iter().map(|(_, ground)| ground).collect()
}

fn said(material: &Material<'_, '_>, step: &Step) -> String {
    let say = |text| material.vietnamese.say(text);
    if let Some(said) = FILE.said_of(step.words.key) {
        return said.to_owned();
    }
    let condition = say(&step.words);
    let condition = ("condition", condition.as_str());
    if step.unwanted {
        return FILE.unwanted.fill(&[condition]);
    }
    if step.unsaid {
        return FILE.unmet_unsaid.clone();
    }
    // Of several ways none is met: one alone would not be the ground.
    if let Some(one_of) = &step.one_of {
        return FILE.unmet.fill(&[("condition", &say(one_of))]);
    }
    // Where at most so many are asked, it is those who fell short that are counted: the condition says it better than the number.
    let asked = step.asked.as_ref().filter(|asked| !asked.is_at_most).map(|asked| say(&asked.words));
    match (asked, step.came.and_then(|came| figure(came, step.asked.as_ref()))) {
        (Some(asked), Some(came)) => FILE.unmet_came.fill(&[condition, ("asked", &asked), ("came", &came)]),
        (Some(asked), None) => FILE.unmet_asked.fill(&[condition, ("asked", &asked)]),
        (None, _) => FILE.unmet.fill(&[condition]),
    }
}

/// The votes of the bodies that did not choose it.
fn unvoted(material: &Material<'_, '_>, case: &Case) -> Vec<Ground> {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers);
    let against =
        layers.filter(|layer| !matches!(layer.result.outcome, VoteOutcome::Passed | VoteOutcome::Unknown | VoteOutcome::ChairDecides));
    let because = against.flat_map(|layer| layer.result.because.iter().map(|because| (layer.body, because)));
    // That it fell in the body before is said by the votes of that body.
    let decisive = because.filter(|(_, because)| !matches!(because, Because::Enough { .. } | Because::FellBefore));
    decisive
        .map(|(body, because)| {
            let phrase = match body {
                BodyKind::Unit => &FILE.votes_of_unit,
                BodyKind::Council => &FILE.votes_of_council,
            };
            let votes = material.vietnamese.say(&because.text());
            let source = because.basis().map(|basis| basis.source.as_str());
            Ground { reason: phrase.fill(&[("votes", &votes)]), rule: rule(material, case, source) }
        })
        .collect()
}

fn over_quota(material: &Material<'_, '_>, case: &Case) -> Vec<Ground> {
    let quota = award(material, case).and_then(|award| match award.quota.as_ref()? {
        Quota::Words(words) => Some(words.as_str()),
        Quota::Number(_) => None,
        Quota::Rule(rule) => rule.words.as_deref(),
    });
    let reason = quota.map_or_else(|| FILE.over_quota.clone(), |quota| FILE.over_quota_of.fill(&[("quota", quota)]));
    vec![Ground { reason, rule: rule(material, case, None) }]
}

/// Where a rule stands; where it does not say so, the award's own clause of the plan.
fn rule(material: &Material<'_, '_>, case: &Case, source: Option<&str>) -> String {
    let own = award(material, case).and_then(|award| award.origin.clause.as_ref()).map(ToString::to_string);
    match source.map(str::to_owned).or(own) {
        Some(source) if is_clause(&source) => FILE.clause.fill(&[("clause", &source), ("plan", &plan_in_short(material))]),
        Some(source) => citation::of_source(material.facts.packs, &source),
        None => plan_in_short(material),
    }
}

fn award<'d>(material: &Material<'d, '_>, case: &Case) -> Option<&'d Award> {
    material.facts.award(&case.award)
}

/// Whether a source is an address in the plan's own text: a document of its own is named in words.
fn is_clause(source: &str) -> bool {
    !source.contains(char::is_whitespace)
}

/// `Kế hoạch số 112/KH-ĐHSN`.
fn plan_in_short(material: &Material<'_, '_>) -> String {
    let identity = &material.facts.plan.identity;
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let kind = material.facts.packs.kind(abbreviation).map_or(abbreviation, |kind| kind.name.as_str());
    match &identity.number {
        Some(number) => FILE.plan.fill(&[("kind", kind), ("number", number)]),
        None => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::given::Given;

    const CRITERIA: &str = "
[[criterion]]
id = \"bai-viet\"
label = \"Có từ 02 bài viết\"
measure = { kind = \"count\", of = \"bai\", min = 2 }

[[criterion]]
id = \"bai-dang\"
label = \"Từ 02 bài được đăng\"
measure = { kind = \"count\", of = \"KIND\", min = 2, source = \"Quy chế, Điều 4\" }

[[award]]";

    /// An has written one of two; the second rule asks for the same, or for another thing of which there is one too.
    #[rstest::rstest]
    #[case::the_same("bai", 1)]
    #[case::another_thing("sach", 2)]
    fn what_two_rules_ask_is_one_ground(#[case] kind: &str, #[case] grounds: usize) {
        let worked = Given::college()
            .with("\n[[award]]", &CRITERIA.replace("KIND", kind))
            .with("criteria = \"xuat-sac\"", "criteria = [\"bai-viet\", \"bai-dang\"]")
            .and_table("records.csv", "id,subject,kind,on,verification\nr1,an,bai,2026-06-01,verified\nr2,an,sach,2026-06-02,verified\n")
            .with("binh,Trần Văn Bình,male,official\n", "")
            .with("binh,khoa-dien,Trưởng khoa,1,2020-01-01\n", "")
            .with("binh,xuat-sac,yes,Hội đồng,2026-12-01\n", "")
            .with("unit_kinds = [\"faculty\"]", "unit_kinds = [\"none\"]")
            .worked();
        let notice = worked.said("thong-bao", "chua-khen-thuong-khoa-dien").expect("a notice");
        assert_eq!(notice.matches("Chưa đạt").count(), grounds, "{notice}");
    }
}
