//! The order in which a body votes: persons before collectives, titles from low to high, and what others rest on first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use phongtrao_plan::{Award, AwardForm, Plan, SubjectKind};
use serde::Deserialize;

use crate::tally::order;

#[derive(Deserialize)]
struct Words {
    order: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/agenda.toml")).expect("the order of honours is sound")
});

/// A line of the agenda: an award for one kind of subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'p> {
    /// The award.
    pub award: &'p Award,
    /// For whom; none where the plan does not say it.
    pub kind: Option<SubjectKind>,
}

impl Line<'_> {
    fn id(&self) -> String {
        format!("{}/{}", self.award.id, kind_rank(self.kind))
    }

    fn rank(&self) -> (u8, u8, usize) {
        let honour = self.award.honour.as_deref().and_then(|honour| WORDS.order.iter().position(|known| known == honour));
        (kind_rank(self.kind), form_rank(self.award.form), honour.unwrap_or(usize::MAX))
    }
}

/// The lines of the agenda for these awards of a plan, in order. Awards that wait for each other come last.
pub fn lines<'p>(plan: &'p Plan, awards: &[&'p Award]) -> Vec<Line<'p>> {
    in_order(awards.iter().flat_map(|award| of_award(plan, award)).collect())
}

/// The same for the kinds of subjects that are put forward, whatever the plan says of them. An award for which nobody is has no line.
pub fn lines_of<'p>(awards: &[&'p Award], kinds: impl Fn(&Award) -> BTreeSet<SubjectKind>) -> Vec<Line<'p>> {
    let of_award = |award: &&'p Award| {
        let award = *award;
        kinds(award).into_iter().map(move |kind| Line { award, kind: Some(kind) })
    };
    in_order(awards.iter().flat_map(of_award).collect())
}

/// Awards from the highest to the lowest, as lists name them; those beside each other together, in the order of the plan. The Law tells titles before
/// commendations; what the packs' order does not name stands after what it names, and what rests on another award before that award.
pub fn from_high<'p>(awards: &[&'p Award]) -> Vec<Vec<&'p Award>> {
    let place = |award: &Award| {
        let honour = award.honour.as_deref().and_then(|honour| WORDS.order.iter().position(|known| known == honour));
        let form = match award.form {
            Some(AwardForm::Title) => 4,
            Some(AwardForm::Commendation) => 3,
            Some(AwardForm::Recognition) => 2,
            Some(AwardForm::Praise) => 1,
            None => 0,
        };
        (form, honour.map_or(0, |place| place + 1))
    };
    let mut from_low: Vec<&'p Award> = awards.to_vec();
    from_low.sort_by_key(|award| place(award));
    let ids: Vec<&str> = from_low.iter().map(|award| award.id.as_str()).collect();
    let rests_on = from_low.iter().map(|award| (award.id.as_str(), award.requires.iter().map(String::as_str).collect())).collect();
    let (ordered, circle) = order(&ids, &rests_on);
    let mut groups: Vec<Vec<&'p Award>> = Vec::new();
    for award in ordered.iter().chain(&circle).filter_map(|id| from_low.iter().copied().find(|award| award.id == *id)) {
        let is_beside =
            |other: &&Award| place(other) == place(award) && !other.requires.contains(&award.id) && !award.requires.contains(&other.id);
        match groups.last_mut().filter(|group| group.iter().all(is_beside)) {
            Some(group) => group.push(award),
            None => groups.push(vec![award]),
        }
    }
    groups.reverse();
    groups
}

fn in_order(mut lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    // A stable sort: equals stay in the order of the plan.
    lines.sort_by_key(Line::rank);
    let ids: Vec<String> = lines.iter().map(Line::id).collect();
    let names: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut rests_on: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (line, name) in lines.iter().zip(&names) {
        let ground = lines.iter().zip(&names).filter(|(other, _)| line.award.requires.contains(&other.award.id));
        rests_on.insert(name, ground.map(|(_, name)| *name).collect());
    }
    let (ordered, circle) = order(&names, &rests_on);
    let by_id: BTreeMap<&str, Line<'_>> = names.iter().copied().zip(lines.iter().copied()).collect();
    ordered.iter().chain(&circle).filter_map(|id| by_id.get(id).copied()).collect()
}

/// An award as one line for each kind of subject that it is for.
fn of_award<'p>(plan: &'p Plan, award: &'p Award) -> Vec<Line<'p>> {
    let subjects = plan.subjects.iter().filter(|subject| award.subjects.is_empty() || award.subjects.contains(&subject.id));
    let kinds: BTreeSet<SubjectKind> = subjects.filter_map(|subject| subject.kind).collect();
    if kinds.is_empty() {
        return vec![Line { award, kind: None }];
    }
    kinds.into_iter().map(|kind| Line { award, kind: Some(kind) }).collect()
}

fn kind_rank(kind: Option<SubjectKind>) -> u8 {
    match kind {
        Some(SubjectKind::Individual) => 0,
        Some(SubjectKind::Household) => 1,
        Some(SubjectKind::Collective) => 2,
        None => 3,
    }
}

fn form_rank(form: Option<AwardForm>) -> u8 {
    match form {
        Some(AwardForm::Title) => 0,
        Some(AwardForm::Recognition) => 1,
        Some(AwardForm::Commendation) => 2,
        Some(AwardForm::Praise) => 3,
        None => 4,
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_plan::Subject;
    use phongtrao_rules::Packs;

    use super::*;

    fn plan() -> Plan {
        let subject = |id: &str, kind| Subject { id: id.to_owned(), kind: Some(kind), ..Subject::default() };
        let award = |id: &str, form, honour: &str, subjects: &[&str], requires: &[&str]| Award {
            id: id.to_owned(),
            form: Some(form),
            honour: Some(honour.to_owned()),
            subjects: subjects.iter().map(|id| (*id).to_owned()).collect(),
            requires: requires.iter().map(|id| (*id).to_owned()).collect(),
            ..Award::default()
        };
        Plan {
            subjects: vec![subject("ca-nhan", SubjectKind::Individual), subject("tap-the", SubjectKind::Collective)],
            awards: vec![
                award("giay-khen", AwardForm::Commendation, "certificate-of-commendation", &[], &[]),
                award("xuat-sac", AwardForm::Title, "excellent-workers-collective", &["tap-the"], &[]),
                award("chien-si-bo", AwardForm::Title, "ministry-emulation-fighter", &["ca-nhan"], &[]),
                award("chien-si", AwardForm::Title, "grassroots-emulation-fighter", &["ca-nhan"], &[]),
                award("tien-tien", AwardForm::Title, "advanced-worker", &["ca-nhan"], &[]),
                award("rieng", AwardForm::Title, "own-title", &["ca-nhan"], &["giay-khen"]),
            ],
            ..Plan::default()
        }
    }

    #[test]
    fn persons_come_first_then_low_titles_then_what_rests_on_others() {
        let plan = plan();
        let awards: Vec<&Award> = plan.awards.iter().collect();
        let lines: Vec<String> = lines(&plan, &awards).iter().map(Line::id).collect();
        let expected = ["tien-tien/0", "chien-si/0", "chien-si-bo/0", "giay-khen/0", "xuat-sac/2", "giay-khen/2", "rieng/0"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn lists_go_from_high_to_low() {
        let plan = plan();
        let mut awards: Vec<&Award> = plan.awards.iter().collect();
        let prize = |id: &str| Award { id: id.to_owned(), form: Some(AwardForm::Recognition), ..Award::default() };
        let prizes = [prize("nhat"), prize("nhi")];
        awards.extend(&prizes);
        let ranks: Vec<String> =
            from_high(&awards).iter().map(|rank| rank.iter().map(|award| award.id.as_str()).collect::<Vec<&str>>().join("+")).collect();
        // A title that rests on a commendation stands above it; titles above commendations, and these above what is recognised.
        assert_eq!(ranks, ["xuat-sac", "chien-si-bo", "chien-si", "tien-tien", "rieng", "giay-khen", "nhat+nhi"]);
    }

    #[test]
    fn what_is_put_forward_has_a_line_whatever_the_plan_says_of_kinds() {
        let mut plan = plan();
        plan.subjects.iter_mut().for_each(|subject| subject.kind = None);
        let awards: Vec<&Award> = plan.awards.iter().collect();
        let both = BTreeSet::from([SubjectKind::Individual, SubjectKind::Collective]);
        let kinds = |award: &Award| if award.id == "giay-khen" { both.clone() } else { BTreeSet::new() };
        let lines: Vec<String> = lines_of(&awards, kinds).iter().map(Line::id).collect();
        assert_eq!(lines, ["giay-khen/0", "giay-khen/2"]);
    }

    #[test]
    fn awards_in_a_circle_are_not_lost() {
        let mut plan = plan();
        if let Some(award) = plan.awards.first_mut() {
            award.requires = vec!["rieng".to_owned()];
        }
        let awards: Vec<&Award> = plan.awards.iter().collect();
        assert_eq!(lines(&plan, &awards).len(), 7);
    }

    #[test]
    fn the_order_names_honours_of_the_packs() {
        for honour in &WORDS.order {
            assert!(Packs::embedded().honours().iter().any(|known| known.id == *honour), "{honour}");
        }
    }
}
