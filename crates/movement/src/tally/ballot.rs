//! Ballots of a session, in the order in which they were held, and their tally.

use std::collections::BTreeMap;

use super::slips::{Slip, count};
use super::{AwardRule, Because, Case, Doubt, Doubted, Item, ItemResult, Ruling, Session, Sheet, Tally, VoteOutcome, decide};

/// One ballot of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ballot {
    /// On one item.
    One {
        /// Id of the item.
        item: String,
        /// What was counted.
        sheet: Sheet,
    },
    /// On many items with one slip, name by name.
    List {
        /// Ids of the items, in the order of the slip.
        items: Vec<String>,
        /// Slips that were handed out.
        issued: u64,
        /// Slips that came back.
        slips: Vec<Slip>,
    },
    /// On many items at once: one vote for the whole list.
    Bloc {
        /// Ids of the items.
        items: Vec<String>,
        /// What was counted.
        sheet: Sheet,
    },
}

/// What the ballots of a session say of each item.
pub fn tally(session: &Session, ballots: &[Ballot], rulings: &[Ruling]) -> Tally {
    let mut doubts = Vec::new();
    let mut sheets = sheets(session, ballots, &mut doubts);
    let awards: BTreeMap<&str, &AwardRule> = session.awards.iter().map(|award| (award.award.as_str(), award)).collect();
    let mut cases = Vec::new();
    for item in &session.items {
        let Some(award) = awards.get(item.award.as_str()).copied() else {
            doubts.push(Doubted { item: item.id.clone(), doubt: Doubt::NoSuchAward { award: item.award.clone() } });
            continue;
        };
        let strength = session.body.strength(&award.rule, &item.recused);
        let (sheets, doubts) = sheets.remove(item.id.as_str()).unwrap_or_default();
        cases.push(Case { item, award, strength, sheets, doubts });
    }
    let rulings = sound(session, rulings, &mut doubts);
    let decided = decide(&session.awards, &cases, &rulings);
    doubts.extend(decided.doubts);
    let mut results: BTreeMap<String, ItemResult> = decided.results.into_iter().map(|result| (result.item.clone(), result)).collect();
    let results = session.items.iter().map(|item| results.remove(&item.id).unwrap_or_else(|| without_award(item))).collect();
    Tally { results, doubts }
}

/// An item of an award that is not before the body.
fn without_award(item: &Item) -> ItemResult {
    ItemResult {
        item: item.id.clone(),
        award: item.award.clone(),
        subject: item.subject.clone(),
        outcome: VoteOutcome::Unknown,
        votes: None,
        ballot: None,
        ballots_left: None,
        because: vec![Because::NoThreshold],
        cautions: Vec::new(),
    }
}

/// Sheets by item, and what is wrong with the ballots on it.
type Sheets<'s> = BTreeMap<&'s str, (Vec<Sheet>, Vec<Doubt>)>;

/// Every ballot as a sheet for each of its items.
fn sheets<'s>(session: &'s Session, ballots: &[Ballot], doubts: &mut Vec<Doubted>) -> Sheets<'s> {
    let items: BTreeMap<&str, &'s Item> = session.items.iter().map(|item| (item.id.as_str(), item)).collect();
    let mut sheets = Sheets::new();
    let mut put = |id: &str, sheet: Sheet, own_case: bool| {
        let Some(item) = items.get(id) else {
            doubts.push(Doubted { item: id.to_owned(), doubt: Doubt::NoSuchItem });
            return;
        };
        let (held, wrong) = sheets.entry(item.id.as_str()).or_default();
        held.push(sheet);
        // A list that is voted on as one leaves no way to stay out of one of its lines.
        let member = item.recused.first().filter(|_| own_case);
        wrong.extend(member.map(|member| Doubt::OwnCaseInBloc { member: member.clone() }));
    };
    for ballot in ballots {
        match ballot {
            Ballot::One { item, sheet } => put(item, *sheet, false),
            Ballot::Bloc { items, sheet } => items.iter().for_each(|item| put(item, *sheet, true)),
            Ballot::List { items: ids, issued, slips } => {
                let barred: Vec<u64> = ids.iter().map(|id| items.get(id.as_str()).map_or(0, |item| barred(session, item))).collect();
                let counted = count(slips, *issued, &barred, ids.len());
                ids.iter().zip(counted).for_each(|(id, sheet)| put(id, sheet, false));
            }
        }
    }
    sheets
}

/// How many of those who get a slip may not vote on an item.
fn barred(session: &Session, item: &Item) -> u64 {
    let Some(award) = session.awards.iter().find(|award| award.award == item.award) else { return 0 };
    let all = session.body.strength(&award.rule, &Default::default()).voters;
    let allowed = session.body.strength(&award.rule, &item.recused).voters;
    all.zip(allowed).map_or(0, |(all, allowed)| all.saturating_sub(allowed))
}

/// Rulings of the chair with a reason.
fn sound<'r>(session: &Session, rulings: &'r [Ruling], doubts: &mut Vec<Doubted>) -> Vec<&'r Ruling> {
    let mut sound = Vec::new();
    for ruling in rulings {
        let doubt = if !session.body.is_chair(&ruling.by) {
            Doubt::NotTheChair { by: ruling.by.clone() }
        } else if ruling.reason.trim().is_empty() {
            Doubt::RulingWithoutReason
        } else {
            sound.push(ruling);
            continue;
        };
        doubts.push(Doubted { item: ruling.item.clone(), doubt });
    }
    sound
}
