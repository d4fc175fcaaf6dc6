//! A yearly round of an invented university: its plan, its rules, how it signs, and the votes of those who meet the conditions.

use std::collections::BTreeMap;

use phongtrao_clerk::prepared::{Prepared, Sources};
use phongtrao_clerk::{Organisation, UnitOffice};
use phongtrao_diagnostic::Words;
use phongtrao_judge::Verdict;
use phongtrao_judge::population::Workers;
use phongtrao_judge::round::{Outcome, judge_among};
use phongtrao_press::frame::Signature;
use phongtrao_register::rows::{LearningResult, MeetingResult, Post, PostKind, Sitting};
use phongtrao_register::{Index, Register};
use phongtrao_value::{Date, Decimal};

use crate::{rounds, texts};

const PLAN: &str = include_str!("../../../sample/plan.toml");
const RULES: &str = include_str!("../../../sample/rules.toml");
const ORGANISATION: &str = include_str!("../../../sample/organisation.toml");

/// What the plan calls the appraisal of a year.
const APPRAISAL: &str = "danh-gia-nam-hoc";

/// The council of the organisation above.
const COUNCIL: &str = "hoi-dong-2026";
const COUNCIL_MEMBERS: u32 = 7;

/// The awards of the plan that are put to the vote.
const VOTED: [&str; 2] = ["giay-khen-tap-the", "giay-khen-vien-chuc"];

/// The files of the round, by their place in the folder.
pub(super) fn files(mut register: Register, workers: &dyn Workers, words: &Words) -> anyhow::Result<Vec<(String, String)>> {
    let organisation = organisation(&register)?;
    // Lists and votes of other years are history that nobody asks of this plan.
    register.proposals = Vec::new();
    (register.meetings, register.sittings, register.roll, register.rulings) = Default::default();
    appraise(&mut register);
    vote(&mut register, workers, words)?;
    let data = register.write().into_iter().map(|(name, text)| (format!("data/{name}"), text));
    let own = [("plan.toml", PLAN.to_owned()), ("packs/rules.toml", RULES.to_owned()), ("data/organisation.toml", organisation)];
    Ok(data.chain(own.map(|(name, text)| (name.to_owned(), text))).collect())
}

/// How the organisation signs, each unit by the one who stands first in it.
fn organisation(register: &Register) -> anyhow::Result<String> {
    let mut organisation = Organisation::read(ORGANISATION).map_err(|finding| anyhow::anyhow!("{finding:?}"))?;
    let people: BTreeMap<&str, &str> = register.people.iter().map(|person| (person.id.as_str(), person.name.as_str())).collect();
    let mut first: BTreeMap<&str, &Post> = BTreeMap::new();
    for post in register.posts.iter().filter(|post| post.kind == PostKind::Main && post.to.is_none() && post.title.is_some()) {
        let held = first.entry(&post.unit).or_insert(post);
        if post.rank < held.rank {
            *held = post;
        }
    }
    for (unit, post) in first {
        let name = people.get(post.person.as_str()).map(|name| (*name).to_owned());
        let head = Signature { capacity: post.title.iter().cloned().collect(), name };
        organisation
            .units
            .insert(unit.to_owned(), UnitOffice { symbol: symbol(unit), head, head_person: None, secretary: None, place: None });
    }
    Ok(toml::to_string(&organisation)?)
}

/// The first letters of an id, and its number: `KSP`, `N0012`.
fn symbol(unit: &str) -> String {
    let short = |part: &str| {
        if part.starts_with(|letter: char| letter.is_ascii_digit()) { part.to_owned() } else { part.chars().take(1).collect() }
    };
    unit.split('-').map(short).collect::<String>().to_uppercase()
}

/// A mark of the year for everybody, so that places are given by it: from 5 to 10, no two in a row alike.
fn appraise(register: &mut Register) {
    let mark = |number: usize| i64::try_from(5_000 + number * 7_919 % 5_000).unwrap_or_default();
    let appraised = register.people.iter().enumerate().map(|(number, person)| LearningResult {
        of: APPRAISAL.to_owned(),
        subject: person.id.clone(),
        on: day(6, 20),
        mark: Some(Decimal::from_thousandths(mark(number))),
        passed: Some(true),
        ..LearningResult::default()
    });
    register.results.extend(appraised);
}

/// Who meets the conditions and has a place is put to the vote of the unit and of the council; one in twenty falls in the council.
fn vote(register: &mut Register, workers: &dyn Workers, words: &Words) -> anyhow::Result<()> {
    let data = register.write().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let plan = ("plan.toml".to_owned(), PLAN.as_bytes().to_vec());
    let sources = Sources { plan, completion: None, data, organisation: None, packs: vec![("rules.toml".to_owned(), RULES.to_owned())] };
    let Prepared::Sound(loaded) = rounds::prepare(&sources, None, None, words)? else {
        anyhow::bail!(words.say(&texts::assess_nothing_judged()));
    };
    let judged = judge_among(workers, &loaded.round, &loaded.register, loaded.rests_on.clone());
    let index = Index::new(&loaded.register);
    let mut drawn = Votes { members: members(&loaded.register), ..Votes::default() };
    for award in judged.awards.iter().filter(|award| VOTED.contains(&award.id.as_str())) {
        let put = award.results.iter().filter(|result| result.outcome == Outcome::Met && result.conditions == Verdict::Met);
        for result in put {
            let unit = index.subject(&result.subject).and_then(|subject| match index.unit(subject) {
                Some(unit) => Some(unit.id.clone()),
                None => index.posts_on(subject, loaded.round.calendar.as_of).first().map(|post| post.unit.clone()),
            });
            if let Some(unit) = unit {
                drawn.unit(&unit, &award.id, &result.subject);
                drawn.council(&award.id, &result.subject);
            }
        }
    }
    (register.meetings, register.sittings) = (drawn.meetings, drawn.sittings.into_values().collect());
    Ok(())
}

/// How many stand in each unit.
fn members(register: &Register) -> BTreeMap<String, u32> {
    let mut members = BTreeMap::new();
    for post in register.posts.iter().filter(|post| post.kind == PostKind::Main && post.to.is_none()) {
        *members.entry(post.unit.clone()).or_default() += 1;
    }
    members
}

#[derive(Default)]
struct Votes {
    members: BTreeMap<String, u32>,
    meetings: Vec<MeetingResult>,
    sittings: BTreeMap<String, Sitting>,
}

impl Votes {
    fn unit(&mut self, unit: &str, award: &str, subject: &str) {
        let members = self.members.get(unit).copied().unwrap_or(1).max(1);
        let on = day(6, 22);
        self.sitting(&format!("binh-xet-{unit}"), "unit", Some(unit), on);
        self.row(&format!("binh-xet-{unit}"), "unit", on, (award, subject), members, members - members / 8);
    }

    fn council(&mut self, award: &str, subject: &str) {
        let on = day(7, 15);
        self.sitting(COUNCIL, "council", None, on);
        let agreed = if self.meetings.len() % 40 == 1 { COUNCIL_MEMBERS - 2 } else { COUNCIL_MEMBERS };
        self.row(COUNCIL, "council", on, (award, subject), COUNCIL_MEMBERS, agreed);
    }

    fn sitting(&mut self, meeting: &str, body: &str, unit: Option<&str>, on: Date) {
        self.sittings.entry(meeting.to_owned()).or_insert_with(|| Sitting {
            meeting: meeting.to_owned(),
            body: body.to_owned(),
            unit: unit.map(str::to_owned),
            on,
            ..Sitting::default()
        });
    }

    fn row(&mut self, meeting: &str, body: &str, on: Date, (award, subject): (&str, &str), members: u32, agreed: u32) {
        self.meetings.push(MeetingResult {
            meeting: meeting.to_owned(),
            body: body.to_owned(),
            on,
            award: award.to_owned(),
            subject: subject.to_owned(),
            members,
            present: Some(members),
            issued: Some(members),
            returned: Some(members),
            agreed: Some(agreed),
            against: Some(members - agreed),
            invalid: Some(0),
            ..MeetingResult::default()
        });
    }
}

/// A day of the year in which the round closes; all of them are in the calendar.
fn day(month: i8, day: i8) -> Date {
    Date::new(2026, month, day).unwrap_or(Date::MIN)
}
