//! What the papers of a round are made from: what all of them share.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Words;
use phongtrao_movement::meetings::{self, AwardVotes};
use phongtrao_movement::tally::{BodyKind, Rule};
use phongtrao_plan::{Award, AwardForm};
use phongtrao_press::frame::{Frame, Signature};
use phongtrao_press::lists::{self, AwardGroup};
use phongtrao_press::meeting::Votes;
use phongtrao_press::sheet::Record;
use phongtrao_register::Subject;
use phongtrao_value::text::with_small_first;
use phongtrao_value::{Date, YearKind, printed_date};

use super::money::Bonuses;
use super::occasion::Purpose;
use super::proposer::Proposer;
use super::sittings::Sittings;
use super::words::WORDS;
use super::{Printed, components, decision, occasion, submission};
use crate::namesakes::Namesakes;
use crate::order::{Order, list_kind};
use crate::signed::Act;
use crate::targets::Reached;
use crate::{Case, Facts, Standing};

/// What papers are made from.
pub(crate) struct Material<'d, 'a> {
    pub(crate) facts: &'d Facts<'a>,
    pub(crate) order: Order<'d, 'a>,
    pub(crate) cases: &'d [Case],
    /// All cases in the order of lists.
    pub(crate) in_order: Vec<&'d Case>,
    /// The same by the unit that puts them forward.
    pub(crate) by_unit: BTreeMap<Subject, Vec<&'d Case>>,
    /// What became of the plan's targets.
    pub(crate) targets: &'d [Reached],
    /// Those whom units put forward, in the order of lists: who fell in the unit's own vote is not among them.
    pub(crate) put_forward: Vec<&'d Case>,
    /// Those who stand in the organisation's own decision, in the order of lists; those who are honoured after their death last.
    pub(crate) chosen: Vec<&'d Case>,
    /// Those who stand in its decision on what is recognised, in the order of lists.
    pub(crate) recognised: Vec<&'d Case>,
    /// Awards and subjects of those who are put forward.
    forward: BTreeSet<(&'d str, &'d str)>,
    /// Awards and subjects of those in the decision.
    in_decision: BTreeSet<(&'d str, &'d str)>,
    /// How the signed decisions print those who stand in them.
    pub(super) printed: Printed<'a>,
    /// Those whose name and post are another's too.
    pub(super) namesakes: Namesakes,
    /// The bonus money of those in the decision.
    pub(crate) bonuses: Bonuses<'d>,
    /// What is asked of the votes on each award.
    pub(crate) asked: Vec<AwardVotes>,
    /// Meetings, by their ids.
    pub(crate) sittings: Sittings<'d>,
    /// Papers speak Vietnamese in every language of the interface.
    pub(crate) vietnamese: &'d Words,
}

impl<'d, 'a> Material<'d, 'a> {
    pub(crate) fn new(facts: &'d Facts<'a>, cases: &'d [Case], targets: &'d [Reached], vietnamese: &'d Words) -> Material<'d, 'a> {
        let order = Order::new(facts);
        let in_order = order.sorted(cases.iter());
        let is_put_forward = |case: &&Case| {
            is_nominated(facts, case) && !case.fell_in_unit() && (!facts.has_left(&case.subject) || case.was_before_council())
        };
        let put_forward: Vec<&Case> = in_order.iter().copied().filter(is_put_forward).collect();
        let forward = put_forward.iter().map(|case| case.key()).collect();
        let chosen = listed(facts, Act::Award, cases, &in_order);
        let recognised = listed(facts, Act::Recognition, cases, &in_order);
        let bonuses = Bonuses::of(facts, &chosen);
        let in_decision = chosen.iter().map(|case| case.key()).collect();
        let awards: Vec<&Award> = facts.plan.awards.iter().collect();
        let asked = meetings::of_plan(facts.plan, &facts.law(), &awards);
        let sittings = Sittings::of(facts.register);
        let mut by_unit: BTreeMap<Subject, Vec<&Case>> = BTreeMap::new();
        for case in &in_order {
            if let Some(unit) = facts.unit_of(&case.subject) {
                by_unit.entry(unit).or_default().push(case);
            }
        }
        let mut material = Material {
            facts,
            order,
            cases,
            in_order,
            by_unit,
            targets,
            put_forward,
            forward,
            chosen,
            recognised,
            in_decision,
            printed: facts.printed(),
            namesakes: Namesakes::default(),
            bonuses,
            asked,
            sittings,
            vietnamese,
        };
        material.namesakes = material.namesakes();
        material
    }
}

/// Whether a unit has a case to put forward: its conditions are met, and the award is not won in a contest. Whoever came before the council was put forward,
/// whatever is known of them by now.
pub(super) fn is_nominated(facts: &Facts<'_>, case: &Case) -> bool {
    (case.standing.is_put_forward() || case.was_before_council()) && components::is_proposed(facts, &case.award)
}

/// The list of one of the organisation's decisions: as it was signed, before that as it would be signed now.
fn listed<'d>(facts: &Facts<'_>, act: Act, cases: &'d [Case], in_order: &[&'d Case]) -> Vec<&'d Case> {
    if let Some(signed) = facts.signed(act) {
        return signed.cases(cases);
    }
    let is_listed = |case: &&Case| case.standing == Standing::Chosen && facts.act_of(&case.award) == Some(act);
    let mut list: Vec<&Case> = in_order.iter().copied().filter(is_listed).collect();
    // A stable order: those who are honoured after their death stand last, as they were.
    list.sort_by_key(|case| act == Act::Award && decision::is_posthumous(facts, case));
    list
}

impl Material<'_, '_> {
    /// Whether a unit put a case forward.
    pub(crate) fn is_put_forward(&self, case: &Case) -> bool {
        self.forward.contains(&case.key())
    }

    /// Whether a case stands in the organisation's own decision.
    pub(crate) fn is_chosen(&self, case: &Case) -> bool {
        self.in_decision.contains(&case.key())
    }

    /// What an award asks of the vote of a body.
    pub(crate) fn vote_rule(&self, award: &str, body: BodyKind) -> Option<&Rule> {
        self.asked.iter().find(|votes| votes.award == award)?.rules.get(&body)
    }

    /// The votes of one meeting on a case, as its row has them, where the body has voted on it again since.
    pub(crate) fn votes_at(&self, case: &Case, body: BodyKind, meeting: &str) -> Option<Votes> {
        let layer = case.votes.as_ref()?.layers.iter().find(|layer| layer.body == body)?;
        let (_, place) = layer.meetings.iter().find(|(own, _)| own == meeting)?;
        let share = meetings::share(self.sittings.row(place)?, self.vote_rule(&case.award, body)?)?;
        Some(Votes { agreed: share.part(), of: share.whole() })
    }

    /// The frame of a letter of a unit.
    pub(crate) fn unit_frame(&self, proposer: &Proposer<'_>, kind: &str, recipients: Vec<String>) -> Frame {
        let organisation = self.facts.organisation;
        Frame {
            superior: Some(organisation.name.clone()),
            issuer: proposer.name.to_owned(),
            place: proposer.place(organisation),
            symbol: format!("{kind}-{}", proposer.office.symbol),
            number: None,
            date: None,
            recipients,
            desk: proposer.office.symbol.clone(),
            signature: proposer.office.head.clone(),
        }
    }

    /// The frame of a letter of the organisation itself.
    pub(crate) fn own_frame(&self, kind: &str, recipients: Vec<String>, signature: Signature) -> Frame {
        let organisation = self.facts.organisation;
        Frame {
            superior: organisation.superior.clone(),
            issuer: organisation.name.clone(),
            place: organisation.place.clone(),
            symbol: format!("{kind}-{}", organisation.symbol),
            number: None,
            date: None,
            recipients,
            desk: organisation.desk.symbol.clone(),
            signature,
        }
    }

    /// The frame of a decision with its number and day, once it has them.
    pub(crate) fn signed_frame(&self, act: Act, frame: Frame) -> Frame {
        match self.facts.signed(act) {
            Some(signed) => Frame { number: signed.number, date: signed.on, ..frame },
            None => frame,
        }
    }

    /// The head of minutes of the council.
    pub(crate) fn council_record(&self) -> Record {
        let organisation = self.facts.organisation;
        Record {
            superior: Some(organisation.name.clone()),
            issuer: organisation.council.name.clone(),
            symbol: format!("{}-{}", WORDS.minutes, organisation.council.symbol),
            number: None,
            recipients: vec![WORDS.council_members.clone(), organisation.desk.name.clone()],
            desk: organisation.desk.symbol.clone(),
        }
    }

    /// What the round is for, as titles say it.
    pub(crate) fn occasion(&self) -> String {
        let facts = self.facts;
        occasion::of(&facts.round.label, facts.plan.identity.title.as_deref(), self.movement().as_deref(), &self.judged_year())
    }

    /// What a paper on some cases asks for: `khen thưởng năm 2026`.
    pub(crate) fn asked_for<'c>(&self, cases: impl IntoIterator<Item = &'c Case>) -> String {
        self.purpose(cases).asked_for(&self.occasion())
    }

    /// What a body that votes on some cases votes on: `thi đua, khen thưởng năm 2026`.
    pub(crate) fn voted_on<'c>(&self, cases: impl IntoIterator<Item = &'c Case>) -> String {
        self.purpose(cases).voted_on(&self.occasion())
    }

    fn purpose<'c>(&self, cases: impl IntoIterator<Item = &'c Case>) -> Purpose {
        Purpose::of(cases.into_iter().map(|case| self.facts.award(&case.award).and_then(|award| award.form)))
    }

    /// The year that is judged, as papers name it: a school year by both of its halves.
    fn judged_year(&self) -> String {
        let calendar = &self.facts.round.calendar;
        match (calendar.year_kind, calendar.judged(calendar.year_kind)) {
            (YearKind::School, Some(year)) => printed_date::of_school_year(year),
            (_, Some(year)) => printed_date::of_year(year),
            (_, None) => printed_date::of_year(calendar.closes.year()),
        }
    }

    /// What is honoured, as decisions and certificates put it: achievements in the movement, or else in what the round is for.
    pub(crate) fn achievement(&self) -> String {
        let Some(movement) = self.movement() else { return WORDS.achievement_of_round.fill(&[("occasion", &self.occasion())]) };
        let is_named = WORDS.movement_begins.iter().any(|begin| movement.starts_with(begin.as_str()));
        let phrase = if is_named { &WORDS.achievement_in_movement } else { &WORDS.achievement };
        phrase.fill(&[("movement", &movement)])
    }

    /// The movement by its name, as within a sentence: what a plan does with it is not said.
    pub(crate) fn movement(&self) -> Option<String> {
        let mut title = with_small_first(self.facts.plan.identity.title.as_deref()?);
        while let Some(rest) = WORDS.plan_begins.iter().find_map(|begin| title.strip_prefix(begin.as_str())) {
            title = rest.to_owned();
        }
        let renamed =
            WORDS.movement_called.iter().find_map(|(begin, called)| Some(format!("{called}{}", title.strip_prefix(begin.as_str())?)));
        Some(renamed.unwrap_or(title))
    }

    /// The head of the desk, by whom the head is asked to decide and who carries it out.
    pub(crate) fn head_of_desk(&self) -> String {
        let desk = &self.facts.organisation.desk;
        desk.head.clone().unwrap_or_else(|| WORDS.executor_desk.fill(&[("desk", &with_small_first(&desk.name))]))
    }

    /// What decisions and letters rest on: the organisation's own list, then the plan.
    pub(crate) fn bases(&self) -> Vec<String> {
        let mut bases = self.facts.organisation.bases.clone();
        bases.extend(submission::plan_as_basis(self.facts));
        bases
    }

    /// What a decision rests on: the same, then the minutes of the council that voted on those in it.
    pub(crate) fn bases_of_decision(&self, cases: &[&Case]) -> Vec<String> {
        let organisation = self.facts.organisation;
        let minutes = self.council_days(cases).into_iter().map(|day| {
            let date = printed_date::long(day);
            WORDS.minutes_as_basis.fill(&[("council", &organisation.council.name), ("organisation", &organisation.name), ("date", &date)])
        });
        self.bases().into_iter().chain(minutes).collect()
    }

    /// The days on which the council voted on some of these.
    pub(crate) fn council_days(&self, cases: &[&Case]) -> BTreeSet<Date> {
        let layers = cases.iter().filter_map(|case| case.votes.as_ref()).flat_map(|votes| &votes.layers);
        let meetings = layers.filter(|layer| layer.body == BodyKind::Council).flat_map(|layer| &layer.meetings);
        meetings.filter_map(|(meeting, _)| Some(self.sittings.counted(meeting)?.on)).collect()
    }

    /// Who gets a decision: those whom its last article names, and the desk.
    pub(crate) fn recipients_of_decision(&self, last_article: usize) -> Vec<String> {
        vec![WORDS.as_article.fill(&[("number", &last_article.to_string())]), self.facts.organisation.desk.name.clone()]
    }

    /// Cases that are in the order of lists, in groups of one award and kind.
    pub(crate) fn groups(&self, cases: &[&Case]) -> Vec<AwardGroup> {
        let mut groups: Vec<(String, AwardGroup)> = Vec::new();
        for case in cases {
            let kind = list_kind(case.kind);
            let same = groups.last_mut().filter(|(award, group)| *award == case.award && group.of == kind);
            match same {
                Some((_, group)) => group.nominees.push(self.nominee(case)),
                None => groups.push((
                    case.award.clone(),
                    AwardGroup {
                        award: self.award_name(&case.award),
                        of: kind,
                        form: self.list_form(&case.award),
                        nominees: vec![self.nominee(case)],
                    },
                )),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// What an award is, in the words of lists.
    fn list_form(&self, award: &str) -> Option<lists::AwardForm> {
        match self.facts.award(award)?.form? {
            AwardForm::Title => Some(lists::AwardForm::Title),
            AwardForm::Commendation => Some(lists::AwardForm::Commendation),
            AwardForm::Recognition | AwardForm::Praise => None,
        }
    }

    pub(crate) fn award_name(&self, award: &str) -> String {
        self.facts.award(award).map(|award| award.name.clone()).unwrap_or_default()
    }

    /// The Vietnamese name of a level of a scale.
    pub(crate) fn level(&self, scale: &str, level: &str) -> String {
        let name = self.facts.round.names.levels.get(&(scale.to_owned(), level.to_owned()));
        name.map_or_else(|| level.to_owned(), |name| name.vietnamese.clone())
    }

    /// The Vietnamese name of an honour.
    pub(crate) fn honour(&self, honour: &str) -> String {
        self.facts.round.names.honours.get(honour).map_or_else(|| honour.to_owned(), |name| name.vietnamese.clone())
    }

    /// What whoever signs a paper of the round must know: rules that were not checked. What packs doubt stands on the pages alone.
    pub(crate) fn cautions(&self) -> Vec<String> {
        let mut said = Vec::new();
        for caution in self.facts.round.awards.iter().flat_map(|award| &award.cautions).chain(&self.facts.round.cautions) {
            let words = self.vietnamese.say(caution);
            if WORDS.cautions.iter().any(|key| key == caution.key) && !said.contains(&words) {
                said.push(words);
            }
        }
        said
    }
}
