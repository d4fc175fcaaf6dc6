//! The tables of `cases/`: what was counted, with the rules that the packs give, and what must come out.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Language, Words};
use phongtrao_movement::tally::{
    Attendance, AwardRule, Ballot, Because, Body, BodyKind, Held, Item, Lower, Member, Office, Rule, Ruling, Session, Sheet, foretell,
    tally,
};
use phongtrao_rules::{About, Packs};
use phongtrao_value::Date;
use serde::Deserialize;

#[derive(Deserialize)]
struct Votes {
    about: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    entry: String,
    expects_entry: Option<String>,
    source: String,
    asked: BTreeMap<String, String>,
    body: String,
    on: Date,
    unchecked: String,
    cases: Vec<Vote>,
}

#[derive(Deserialize)]
struct Vote {
    says: String,
    members: usize,
    #[serde(default)]
    absent: usize,
    #[serde(default)]
    wrote: usize,
    #[serde(default)]
    sent: usize,
    #[serde(default)]
    recused: usize,
    #[serde(default)]
    agreed: u64,
    #[serde(default)]
    against: u64,
    #[serde(default)]
    invalid: u64,
    issued: Option<u64>,
    returned: Option<u64>,
    needed: Option<u64>,
    #[serde(default)]
    nobody: bool,
    expect: String,
}

fn words() -> Words {
    Words::new(Language::Vietnamese, &[&phongtrao_movement::texts::TEXTS, &phongtrao_rules::texts::TEXTS])
}

fn rule(asked: &BTreeMap<String, String>, body: BodyKind, on: Date) -> Rule {
    let key = |key: &str| asked.get(key).map(String::as_str);
    let sectors: Vec<&str> = key("sector").into_iter().collect();
    let about = About { honour: key("honour"), decided_by: key("decided_by"), sectors: &sectors, ..About::default() };
    Rule::of_packs(Packs::embedded(), about, body, on)
}

fn body(kind: BodyKind, attendance: impl Iterator<Item = Attendance>) -> Body {
    let member =
        |(at, attendance)| Member { id: format!("m{}", at + 1), office: if at == 0 { Office::Chair } else { Office::Member }, attendance };
    Body { id: "body".to_owned(), kind, held: Held::Meeting, members: attendance.enumerate().map(member).collect() }
}

fn item(id: &str, award: &str) -> Item {
    Item {
        id: id.to_owned(),
        award: award.to_owned(),
        subject: id.to_owned(),
        kind: None,
        within: "organisation".to_owned(),
        requires: Vec::new(),
        recused: BTreeSet::new(),
    }
}

fn award(id: &str, rule: Rule) -> AwardRule {
    AwardRule { award: id.to_owned(), rule, places: BTreeMap::new(), lower: None }
}

#[test]
fn single_votes_come_out_as_the_tables_say() {
    let votes: Votes = toml::from_str(include_str!("../../cases/votes.toml")).expect("tables of votes");
    let mut wrong = Vec::new();
    for table in &votes.about {
        let kind = BodyKind::from_word(&table.body).expect("a body");
        let rule = rule(&table.asked, kind, table.on);
        let entry = rule.threshold.as_ref().map_or("", |threshold| threshold.basis.entry.as_str());
        assert_eq!(entry, table.expects_entry.as_ref().unwrap_or(&table.entry), "{}", table.source);
        wrong.extend(
            table.cases.iter().filter_map(|vote| fault(vote, kind, &rule, &table.unchecked).map(|fault| format!("{}: {fault}", vote.says))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn fault(vote: &Vote, kind: BodyKind, rule: &Rule, unchecked: &str) -> Option<String> {
    let present = vote.members - vote.absent - vote.wrote - vote.sent;
    let away = [(Attendance::Absent, vote.absent), (Attendance::Wrote, vote.wrote), (Attendance::Represented, vote.sent)];
    let away = away.into_iter().flat_map(|(attendance, number)| std::iter::repeat_n(attendance, number));
    let body = body(kind, std::iter::repeat_n(Attendance::Present, present).chain(away));
    let mut item = item("item", "award");
    item.recused = body.members.iter().take(vote.recused).map(|member| member.id.clone()).collect();
    let foretold = foretell(rule, &body.strength(rule, &item.recused));
    let all = vote.agreed + vote.against + vote.invalid;
    let sheet = Sheet {
        issued: Some(vote.issued.unwrap_or(all)),
        returned: Some(vote.returned.unwrap_or(all)),
        invalid: Some(vote.invalid),
        agreed: Some(vote.agreed),
        against: Some(vote.against),
        ..Sheet::default()
    };
    let session = Session { body, awards: vec![award("award", rule.clone())], items: vec![item] };
    let tally = tally(&session, &[Ballot::One { item: "item".to_owned(), sheet }], &[]);
    let nobody = foretold.obstacles.iter().any(|because| matches!(because, Because::NobodyCanPass { .. }));
    let got = (foretold.needed, nobody, tally.results[0].outcome.code());
    let expected = (vote.needed, vote.nobody, vote.expect.as_str());
    let reasons: Vec<String> = tally.results[0].because.iter().map(|because| words().say(&because.text())).collect();
    let cautions: Vec<String> = tally.results[0].cautions.iter().map(|caution| words().say(caution)).collect();
    let rests_on_law = rule.threshold.is_none() || tally.results[0].because.iter().any(|because| because.basis().is_some());
    if rests_on_law && !cautions.iter().any(|caution| caution.contains(unchecked)) {
        return Some(format!("no caution of {unchecked}: {cautions:?}"));
    }
    (got != expected).then(|| format!("{got:?} {reasons:?} {:?}", tally.doubts))
}

#[derive(Deserialize)]
struct Sessions {
    session: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    says: String,
    sector: Option<String>,
    members: usize,
    awards: Vec<WrittenAward>,
    items: Vec<WrittenItem>,
    #[serde(default)]
    rulings: Vec<WrittenRuling>,
}

#[derive(Deserialize)]
struct WrittenAward {
    id: String,
    honour: String,
    places: Option<u64>,
    lower: Option<String>,
}

#[derive(Deserialize)]
struct WrittenItem {
    id: String,
    award: String,
    #[serde(default)]
    requires: Vec<String>,
    ballots: Vec<u64>,
    #[serde(default)]
    lowered: u64,
    expect: String,
    doubt: Option<String>,
    caution: Option<String>,
}

#[derive(Deserialize)]
struct WrittenRuling {
    item: String,
    by: String,
    reason: String,
}

#[test]
fn sessions_come_out_as_the_tables_say() {
    let sessions: Sessions = toml::from_str(include_str!("../../cases/sessions.toml")).expect("tables of sessions");
    for written in &sessions.session {
        let session = session(written);
        let rulings = written.rulings.iter();
        let rulings: Vec<Ruling> =
            rulings.map(|ruling| Ruling { item: ruling.item.clone(), by: ruling.by.clone(), reason: ruling.reason.clone() }).collect();
        let tally = tally(&session, &ballots(written), &rulings);
        for (item, result) in written.items.iter().zip(&tally.results) {
            let reasons: Vec<String> = result.because.iter().map(|because| words().say(&because.text())).collect();
            assert_eq!(result.outcome.code(), item.expect, "{}: {}: {reasons:?}", written.says, item.id);
            let mut cautions = result.cautions.iter().map(|caution| words().say(caution));
            assert!(item.caution.as_ref().is_none_or(|asked| cautions.any(|caution| caution.contains(asked))), "{}", written.says);
            let doubts: BTreeSet<&str> =
                tally.doubts.iter().filter(|doubted| doubted.item == item.id).map(|doubted| doubted.doubt.code()).collect();
            assert_eq!(doubts, item.doubt.as_deref().into_iter().collect(), "{}: {}", written.says, item.id);
        }
    }
}

fn session(written: &Written) -> Session {
    let on = "2026-11-21".parse().expect("a day");
    let award = |written: &WrittenAward, sector: &Option<String>| {
        let asked = [("honour", Some(&written.honour)), ("sector", sector.as_ref())];
        let asked = asked.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.clone()))).collect();
        let mut award = award(&written.id, rule(&asked, BodyKind::Council, on));
        award.places = written.places.into_iter().map(|places| ("organisation".to_owned(), places)).collect();
        award.lower = written.lower.clone().map(|award| Lower { award });
        award
    };
    Session {
        body: body(BodyKind::Council, std::iter::repeat_n(Attendance::Present, written.members)),
        awards: written.awards.iter().map(|award_written| award(award_written, &written.sector)).collect(),
        items: written.items.iter().map(|own| Item { requires: own.requires.clone(), ..item(&own.id, &own.award) }).collect(),
    }
}

fn ballots(written: &Written) -> Vec<Ballot> {
    let members = written.members as u64;
    let one = |item: &WrittenItem, agreed: u64| Ballot::One {
        item: item.id.clone(),
        sheet: Sheet {
            issued: Some(members),
            returned: Some(members),
            invalid: Some(0),
            agreed: Some(agreed),
            lowered: Some(item.lowered),
            against: Some(members - agreed - item.lowered),
            silent: Some(0),
        },
    };
    written.items.iter().flat_map(|item| item.ballots.iter().map(move |agreed| one(item, *agreed))).collect()
}
