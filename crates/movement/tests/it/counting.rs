//! The tally beside a count that is written apart: every slip of a small council is looked at by itself, and fractions are compared as whole numbers.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_movement::tally::{
    Attendance, AwardRule, Ballot, Basis, Because, Body, BodyKind, Counted, Held, Item, ItemResult, Limit, ListForm, ListSlip, Lower, Mark,
    Member, Need, Office, Rule, Session, Sheet, Slip, Tally, Threshold, Tie, Validity, VoteOutcome, foretell, mark, tally,
};
use phongtrao_rules::entries::{LoweredCount, RecusedBase, VoteBase};
use phongtrao_value::Decimal;
use proptest::prelude::*;

const BASES: [VoteBase; 4] = [VoteBase::TotalMembers, VoteBase::Present, VoteBase::IssuedBallots, VoteBase::ValidBallots];

fn basis() -> Basis {
    Basis { entry: "entry".to_owned(), source: "source".to_owned(), cautions: Vec::new() }
}

fn rule(percent: i64, limit: Limit, of: VoteBase, recused: RecusedBase) -> Rule {
    Rule {
        need: Need::Needed,
        threshold: Some(Threshold { percent: Decimal::from_thousandths(percent * 1000), limit, of, basis: basis() }),
        quorum: None,
        written: Counted::Yes,
        substitutes: Counted::No,
        recused,
        lowered: LoweredCount::Alone,
        most_ballots: None,
        tie: Tie::Unsaid,
        cautions: Vec::new(),
    }
}

/// What each member does on a list.
#[derive(Debug, Clone)]
struct Voter {
    attendance: Attendance,
    /// Whether the slip came back, and whether it counts.
    returns: bool,
    void: bool,
    marks: Vec<Mark>,
}

fn voters(items: usize) -> impl Strategy<Value = Vec<Voter>> {
    let attendance = prop::sample::select(vec![Attendance::Present, Attendance::Present, Attendance::Wrote, Attendance::Absent]);
    let mark = prop::sample::select(vec![Mark::Agreed, Mark::Agreed, Mark::Agreed, Mark::Against, Mark::Silent, Mark::Spoilt]);
    let voter = (attendance, prop::bool::weighted(0.9), prop::bool::weighted(0.1), prop::collection::vec(mark, items));
    prop::collection::vec(voter.prop_map(|(attendance, returns, void, marks)| Voter { attendance, returns, void, marks }), 1..12)
}

fn session(voters: &[Voter], own: &[BTreeSet<usize>], places: Option<u64>, rule: &Rule) -> Session {
    let member = |(at, voter): (usize, &Voter)| Member {
        id: at.to_string(),
        office: if at == 0 { Office::Chair } else { Office::Member },
        attendance: voter.attendance,
    };
    let item = |(at, own): (usize, &BTreeSet<usize>)| Item {
        id: format!("item{at}"),
        award: "award".to_owned(),
        subject: at.to_string(),
        kind: None,
        within: "all".to_owned(),
        requires: Vec::new(),
        recused: own.iter().map(ToString::to_string).collect(),
    };
    let places: BTreeMap<String, u64> = places.map(|places| ("all".to_owned(), places)).into_iter().collect();
    Session {
        body: Body {
            id: "council".to_owned(),
            kind: BodyKind::Council,
            held: Held::Meeting,
            members: voters.iter().enumerate().map(member).collect(),
        },
        awards: vec![AwardRule { award: "award".to_owned(), rule: rule.clone(), places, lower: None }],
        items: own.iter().enumerate().map(item).collect(),
    }
}

/// Who gets a slip.
fn has_slip(voter: &Voter) -> bool {
    voter.attendance != Attendance::Absent
}

fn counted(voters: &[Voter], own: &[BTreeSet<usize>], session: &Session) -> Tally {
    let slip = |(at, voter): (usize, &Voter)| Slip {
        validity: if voter.void { Validity::Void } else { Validity::Valid },
        marks: (0..own.len()).map(|item| if own[item].contains(&at) { Mark::Barred } else { voter.marks[item] }).collect(),
    };
    let slips = voters.iter().enumerate().filter(|(_, voter)| has_slip(voter) && voter.returns).map(slip).collect();
    let issued = voters.iter().filter(|voter| has_slip(voter)).count() as u64;
    let items = session.items.iter().map(|item| item.id.clone()).collect();
    tally(session, &[Ballot::List { items, issued, slips }], &[])
}

/// The same by hand: votes for, and the base.
fn by_hand(voters: &[Voter], own: &BTreeSet<usize>, item: usize, of: VoteBase, recused: RecusedBase) -> (i64, i64) {
    let (mut agreed, mut base) = (0, 0);
    for (at, voter) in voters.iter().enumerate() {
        let is_own = own.contains(&at);
        let votes = has_slip(voter) && !is_own;
        let back = votes && voter.returns;
        let valid = back && !voter.void && voter.marks[item] != Mark::Spoilt;
        if valid && voter.marks[item] == Mark::Agreed {
            agreed += 1;
        }
        let stays = !(is_own && recused == RecusedBase::OutOfBase);
        let counts = match of {
            VoteBase::TotalMembers => stays,
            VoteBase::Present => stays && has_slip(voter),
            VoteBase::IssuedBallots => votes,
            VoteBase::ValidBallots => valid,
        };
        base += i64::from(counts);
    }
    (agreed, base)
}

proptest! {
    #[test]
    fn lists_are_counted_as_slip_by_slip(
        voters in voters(4),
        own in prop::collection::vec(prop::collection::btree_set(0_usize..12, 0..3), 4),
        percent in 1_i64..=100,
        (base, above, leaves) in (0_usize..4, any::<bool>(), any::<bool>()),
    ) {
        let recused = if leaves { RecusedBase::OutOfBase } else { RecusedBase::InBase };
        let limit = if above { Limit::Above } else { Limit::AtLeast };
        let rule = rule(percent, limit, BASES[base], recused);
        let session = session(&voters, &own, None, &rule);
        let tally = counted(&voters, &own, &session);
        prop_assert!(tally.doubts.is_empty(), "{:?}", tally.doubts);
        for (at, result) in tally.results.iter().enumerate() {
            let (agreed, base) = by_hand(&voters, &own[at], at, BASES[base], recused);
            let enough = if above { agreed * 100 > percent * base } else { agreed * 100 >= percent * base };
            let expected = match (base, enough) {
                (0, _) => VoteOutcome::Unknown,
                (_, true) => VoteOutcome::Passed,
                (_, false) => VoteOutcome::Failed,
            };
            prop_assert_eq!(&result.outcome, &expected, "{} of {}: {:?}", agreed, base, result.because);
            let votes = result.votes.map(|votes| (votes.part() as i64, votes.whole() as i64));
            prop_assert_eq!(votes, (base > 0).then_some((agreed, base)));
        }
    }

    #[test]
    fn nobody_can_pass_where_all_votes_for_are_too_few_and_only_there(
        voters in voters(1),
        own in prop::collection::btree_set(0_usize..12, 0..3),
        percent in 1_i64..=100,
        base in 0_usize..4,
    ) {
        let rule = rule(percent, Limit::AtLeast, BASES[base], RecusedBase::InBase);
        let all_agree: Vec<Voter> =
            voters.iter().map(|voter| Voter { returns: true, void: false, marks: vec![Mark::Agreed], ..voter.clone() }).collect();
        let own = vec![own];
        let session = session(&all_agree, &own, None, &rule);
        let tally = counted(&all_agree, &own, &session);
        let foretold = foretell(&rule, &session.body.strength(&rule, &session.items[0].recused));
        let nobody = foretold.obstacles.iter().any(|because| matches!(because, Because::NobodyCanPass { .. }));
        prop_assert_eq!(nobody, tally.results[0].outcome == VoteOutcome::Failed);
        let enough = foretold.needed.zip(foretold.voters).is_some_and(|(needed, voters)| needed <= voters);
        prop_assert_eq!(enough, tally.results[0].outcome == VoteOutcome::Passed);
    }

    #[test]
    fn places_go_to_the_greatest_shares_and_equals_to_the_chair(voters in voters(6), places in 0_u64..7) {
        let rule = rule(40, Limit::AtLeast, VoteBase::TotalMembers, RecusedBase::InBase);
        let own = vec![BTreeSet::new(); 6];
        let tally = counted(&voters, &own, &session(&voters, &own, Some(places), &rule));
        let votes: Vec<i64> = (0..6).map(|at| by_hand(&voters, &own[at], at, VoteBase::TotalMembers, RecusedBase::InBase).0).collect();
        let reached = |votes: i64| votes * 100 >= 40 * voters.len() as i64;
        let places = places as i64;
        for (at, result) in tally.results.iter().enumerate() {
            // Every way in which equals could be put in order: does the item always, sometimes or never have a place?
            let before = votes.iter().filter(|other| reached(**other) && **other > votes[at]).count() as i64;
            let beside = votes.iter().filter(|other| reached(**other) && **other == votes[at]).count() as i64 - 1;
            let ranks: Vec<bool> = (before..=before + beside.max(0)).map(|rank| rank < places).collect();
            let expected = if !reached(votes[at]) || !ranks.contains(&true) {
                VoteOutcome::Failed
            } else if ranks.contains(&false) {
                VoteOutcome::ChairDecides
            } else {
                VoteOutcome::Passed
            };
            prop_assert_eq!(&result.outcome, &expected, "{:?}", result.because);
        }
        let passed = tally.results.iter().filter(|result| result.outcome == VoteOutcome::Passed).count() as i64;
        prop_assert!(passed <= places);
    }

    #[test]
    fn a_list_in_any_form_reads_as_its_marks(
        struck in prop::collection::btree_set(0_usize..6, 0..6),
        barred in prop::collection::btree_set(0_usize..6, 0..2),
        most in 0_usize..7,
    ) {
        let slip = ListSlip { struck: struck.clone(), barred: barred.clone(), ..ListSlip::default() };
        let by_striking = mark(ListForm::Struck, &slip, 6);
        let ticked: BTreeSet<usize> = (0..6).filter(|at| !struck.contains(at)).collect();
        let slip = ListSlip { ticked: ticked.clone(), barred: barred.clone(), ..ListSlip::default() };
        let by_ticking = mark(ListForm::Ticked { most: Some(most) }, &slip, 6);
        prop_assert_eq!(&by_striking.marks, &by_ticking.marks);
        let ticks = ticked.difference(&barred).count();
        prop_assert_eq!(by_ticking.validity == Validity::Void, ticks > most);
        let boxes = mark(ListForm::Boxes, &ListSlip { struck, ticked, barred, ..ListSlip::default() }, 6);
        prop_assert_eq!(boxes.marks, by_striking.marks);
    }
}

/// Items of three awards, each resting on the same subject's item of the award before, with few places.
fn chain(votes: &[(u64, u64)]) -> (Session, Vec<Ballot>) {
    let rule = rule(50, Limit::AtLeast, VoteBase::TotalMembers, RecusedBase::InBase);
    let names = ["low", "middle", "high"];
    let voters = vec![Voter { attendance: Attendance::Present, returns: true, void: false, marks: vec![] }; 10];
    let mut session = session(&voters, &[], None, &rule);
    session.awards = names
        .iter()
        .map(|name| AwardRule {
            award: (*name).to_owned(),
            rule: rule.clone(),
            places: BTreeMap::from([("all".to_owned(), 3)]),
            lower: (*name == "high").then(|| Lower { award: "low".to_owned() }),
        })
        .collect();
    let mut ballots = Vec::new();
    for (at, (agreed, lowered)) in votes.iter().enumerate() {
        let (subject, level) = (at / 3, at % 3);
        let id = |level: usize| format!("{subject}-{}", names[level]);
        session.items.push(Item {
            id: id(level),
            award: names[level].to_owned(),
            subject: subject.to_string(),
            kind: None,
            within: "all".to_owned(),
            requires: level.checked_sub(1).map(id).into_iter().collect(),
            recused: BTreeSet::new(),
        });
        let lowered = if level == 2 { (*lowered).min(10 - agreed) } else { 0 };
        let against = 10 - agreed - lowered;
        let sheet = Sheet { agreed: Some(*agreed), lowered: Some(lowered), against: Some(against), invalid: Some(0), ..Sheet::default() };
        ballots.push(Ballot::One { item: id(level), sheet });
    }
    (session, ballots)
}

proptest! {
    #[test]
    fn the_order_of_lists_changes_nothing(
        votes in prop::collection::vec((0_u64..=10, 0_u64..=10), 18),
        order in Just((0..18_usize).collect::<Vec<_>>()).prop_shuffle(),
        awards in Just(vec![0_usize, 1, 2]).prop_shuffle(),
    ) {
        let (session, ballots) = chain(&votes);
        let mut other = session.clone();
        other.items = order.iter().map(|at| session.items[*at].clone()).collect();
        other.awards = awards.iter().map(|at| session.awards[*at].clone()).collect();
        let shuffled: Vec<Ballot> = order.iter().rev().map(|at| ballots[*at].clone()).collect();
        let (one, two) = (tally(&session, &ballots, &[]), tally(&other, &shuffled, &[]));
        for result in &one.results {
            prop_assert_eq!(Some(&result.outcome), two.of(&result.item).map(|result| &result.outcome));
        }
    }

    #[test]
    fn what_rests_on_others_and_places_hold(votes in prop::collection::vec((0_u64..=10, 0_u64..=10), 18)) {
        let (session, ballots) = chain(&votes);
        let tally = tally(&session, &ballots, &[]);
        let outcome = |id: &str| tally.of(id).map(|result| result.outcome.clone());
        for item in &session.items {
            let got = outcome(&item.id);
            let ground = item.requires.first().and_then(|id| outcome(id));
            if got == Some(VoteOutcome::Passed) {
                prop_assert!(ground.is_none() || ground == Some(VoteOutcome::Passed));
            }
            if ground == Some(VoteOutcome::Failed) {
                prop_assert_eq!(got, Some(VoteOutcome::NotPut));
            }
        }
        for award in &session.awards {
            let has = |result: &&ItemResult| match &result.outcome {
                VoteOutcome::Passed => result.award == award.award,
                VoteOutcome::Downgraded { to } => {
                    let own = outcome(&format!("{}-low", result.subject)) == Some(VoteOutcome::Passed);
                    *to == award.award && !own
                }
                _ => false,
            };
            prop_assert!(tally.results.iter().filter(has).count() <= 3);
        }
    }

    #[test]
    fn one_more_vote_never_takes_a_title_away(votes in prop::collection::vec((0_u64..=9, Just(0_u64)), 18), at in 0_usize..18) {
        let (session, ballots) = chain(&votes);
        let mut more = votes;
        more[at].0 += 1;
        let (session_more, ballots_more) = chain(&more);
        let id = session.items[at].id.clone();
        let before = tally(&session, &ballots, &[]);
        let after = tally(&session_more, &ballots_more, &[]);
        if before.of(&id).is_some_and(|result| result.outcome == VoteOutcome::Passed) {
            prop_assert_eq!(after.of(&id).map(|result| &result.outcome), Some(&VoteOutcome::Passed));
        }
    }
}

/// Every way in which a council of up to five votes on one item, not one left out.
#[test]
fn every_vote_of_small_councils() {
    let marks = [Mark::Agreed, Mark::Against, Mark::Spoilt];
    for members in 1..=5_u32 {
        for way in 0..3_usize.pow(members) {
            let mark = |at: u32| marks[way / 3_usize.pow(at) % 3];
            let voter = |at: u32| Voter { attendance: Attendance::Present, returns: true, void: false, marks: vec![mark(at)] };
            let voters: Vec<Voter> = (0..members).map(voter).collect();
            let own = vec![BTreeSet::new()];
            let agreed = voters.iter().filter(|voter| voter.marks == [Mark::Agreed]).count();
            for percent in [50, 66, 80, 90, 100] {
                let rule = rule(percent, Limit::AtLeast, VoteBase::TotalMembers, RecusedBase::InBase);
                let tally = counted(&voters, &own, &session(&voters, &own, None, &rule));
                let expected = agreed * 100 >= percent as usize * members as usize;
                assert_eq!(tally.results[0].outcome == VoteOutcome::Passed, expected, "{agreed} of {members}, {percent} %");
            }
        }
    }
}

#[test]
fn a_list_that_is_voted_on_as_one_gives_all_its_items_the_same_votes_but_no_own_case() {
    let voters: Vec<Voter> = vec![Voter { attendance: Attendance::Present, returns: true, void: false, marks: vec![] }; 5];
    let rule = rule(80, Limit::AtLeast, VoteBase::TotalMembers, RecusedBase::InBase);
    let own = vec![BTreeSet::new(), BTreeSet::from([3]), BTreeSet::new()];
    let session = session(&voters, &own, None, &rule);
    let sheet = Sheet { issued: Some(4), returned: Some(4), invalid: Some(0), agreed: Some(4), against: Some(0), ..Default::default() };
    let items = session.items.iter().map(|item| item.id.clone()).chain(["other".to_owned()]).collect();
    let tally = tally(&session, &[Ballot::Bloc { items, sheet }], &[]);
    let outcomes: Vec<&str> = tally.results.iter().map(|result| result.outcome.code()).collect();
    assert_eq!(outcomes, ["passed", "unknown", "passed"]);
    let doubts: Vec<(&str, &str)> = tally.doubts.iter().map(|doubted| (doubted.item.as_str(), doubted.doubt.code())).collect();
    assert_eq!(doubts, [("other", "ballot-on-nothing"), ("item1", "own-case-in-list")]);
}
