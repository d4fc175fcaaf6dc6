//! What happened over the years: ratings, initiatives, the ledger with its chains, discipline, pending cases, results of meetings.

use std::collections::BTreeMap;

use phongtrao_value::{Date, Decimal, YearKind};

use super::organisation::{Body, Founded};
use super::random::Random;
use super::template::{Template, sample};
use super::{LAST_YEAR, Settings, day, days, months};
use crate::Register;
use crate::rows::{
    Award, Discipline, Initiative, InitiativeAuthor, MeetingResult, Pending, PendingKind, Presence, Proposal, Rating, Ruling, SchoolYear,
    Sitting,
};

/// The first year of which anything is known.
const FIRST_YEAR: i16 = 2019;

/// Draws the history of everybody.
pub(super) fn tell(settings: Settings, template: &'static Template, founded: &mut Founded) {
    let kind = YearKind::from_word(&template.year).unwrap_or(YearKind::Calendar);
    let staff = founded.bodies.iter().filter(|body| body.staff).map(|body| body.id.clone()).collect();
    let history = History {
        template,
        kind,
        random: Random::new(settings.seed, 2),
        staff,
        awards: 0,
        register: std::mem::take(&mut founded.register),
    };
    founded.register = history.told(founded);
}

struct History {
    template: &'static Template,
    kind: YearKind,
    random: Random,
    /// Ids of those who work there.
    staff: Vec<String>,
    /// Awards so far.
    awards: u32,
    register: Register,
}

/// How a year of a person was rated: the places of the scale from the best down.
const LEVELS: [&str; 4] = ["excellent", "good", "completed", "not-completed"];

impl History {
    fn told(mut self, founded: &Founded) -> Register {
        for body in founded.bodies.iter().filter(|body| body.staff) {
            self.career(body);
        }
        for body in founded.bodies.iter().filter(|body| !body.staff && self.template.member_status == "studying") {
            self.studies(body);
        }
        self.posthumous();
        self.proposals();
        self.ruling();
        self.sittings();
        for collective in &founded.collectives {
            for year in FIRST_YEAR.max(collective.from.year())..=LAST_YEAR {
                self.collective(&collective.id, collective.able, year);
            }
        }
        for body in founded.bodies.iter().filter(|body| body.there) {
            self.trouble(&body.id);
        }
        self.register
    }

    /// The years of one employee: a row of ratings, and what followed from them.
    fn career(&mut self, body: &Body) {
        let mut fighter_years = 0;
        for year in FIRST_YEAR.max(body.from.year())..=LAST_YEAR {
            if self.last_day(year) < body.from.saturating_add(months(6)) {
                continue;
            }
            let level = self.level(body.able);
            self.rating(&body.id, year, level);
            if level > 1 {
                fighter_years = 0;
                continue;
            }
            if self.random.chance(8500) {
                self.award(&body.id, &self.template.yearly_title, year, None);
            }
            fighter_years = match level == 0 && self.random.chance(6500) {
                true => {
                    let initiative = self.initiative(&body.id, year);
                    self.fighter(&body.id, year, initiative, fighter_years + 1);
                    fighter_years + 1
                }
                false => 0,
            };
            if self.random.chance(900) {
                self.award(&body.id, "certificate-of-commendation", year, None);
            }
        }
    }

    /// The titles of a learner: every full year that they were there.
    fn studies(&mut self, body: &Body) {
        for year in body.from.year()..=LAST_YEAR {
            let drawn = body.able + self.random.bell();
            let title = match drawn {
                320.. => "excellent-student",
                140..320 => "good-student",
                -60..140 => "fair-student",
                _ => continue,
            };
            self.award(&body.id, title, year, None);
        }
    }

    /// Who died is honoured for the last year; what would have been decided later about them was not.
    fn posthumous(&mut self) {
        let people = self.register.people.iter();
        let died: BTreeMap<String, Date> = people.filter_map(|person| Some((person.id.clone(), person.died?))).collect();
        self.register.ledger.retain(|award| died.get(&award.subject).is_none_or(|died| award.decided_on <= Some(*died)));
        self.register.meetings.retain(|result| !died.contains_key(&result.subject));
        let dead: Vec<String> = died.into_keys().collect();
        for person in dead {
            self.award(&person, "certificate-of-merit", LAST_YEAR, None);
            if let Some(award) = self.register.ledger.last_mut() {
                award.posthumous = Some(true);
                award.receiver = Some(sample().words.receiver.clone());
            }
        }
    }

    /// Whomever a unit voted on it proposes, a week later.
    fn proposals(&mut self) {
        let of_units = self.register.meetings.iter().filter(|result| result.body == "unit");
        self.register.proposals = of_units
            .map(|result| Proposal {
                award: result.award.clone(),
                subject: result.subject.clone(),
                on: result.on.saturating_add(days(7)),
                ..Proposal::default()
            })
            .collect();
    }

    /// Of the fighters who have as many votes as another the chair chose the first.
    fn ruling(&mut self) {
        let of_council = || self.register.meetings.iter().filter(|result| result.body == "council");
        let is_equal = |one: &MeetingResult| of_council().any(|other| other.subject != one.subject && other.agreed == one.agreed);
        let chosen = of_council().find(|result| is_equal(result)).map(|result| (result.award.clone(), result.subject.clone(), result.on));
        if let (Some((award, subject, on)), Some(chair)) = (chosen, self.register.people.first()) {
            let (by, reason) = (chair.id.clone(), sample().words.ruling.clone());
            self.register.rulings.push(Ruling { award, subject, by, on, reason, ..Ruling::default() });
        }
    }

    /// Each meeting as it was held: everybody of the body was there, who presided is the first of the list.
    fn sittings(&mut self) {
        let mut held: BTreeMap<String, Sitting> = BTreeMap::new();
        for row in &self.register.meetings {
            let (meeting, body, on) = (row.meeting.clone(), row.body.clone(), row.on);
            held.entry(row.meeting.clone()).or_insert(Sitting { meeting, body, on, ..Sitting::default() });
        }
        let chair = self.register.people.first().map(|person| (person.id.clone(), person.name.clone()));
        for mut sitting in held.into_values() {
            sitting.chair = chair.as_ref().map(|(_, name)| name.clone());
            if let Some((person, _)) = &chair {
                let (meeting, person) = (sitting.meeting.clone(), person.clone());
                self.register.roll.push(Presence { meeting, person, present: Some(true), ..Presence::default() });
            }
            self.register.sittings.push(sitting);
        }
    }

    /// A fighter of the year, and what a chain of such years leads to.
    fn fighter(&mut self, person: &str, year: i16, initiative: String, years: u32) {
        self.award(person, "grassroots-emulation-fighter", year, Some(initiative));
        if years == 2 && self.random.chance(5000) {
            self.award(person, "certificate-of-merit", year, None);
        }
        if years == 3 && self.random.chance(6000) {
            self.award(person, "ministry-emulation-fighter", year, None);
        }
        if year == LAST_YEAR {
            self.meetings(person);
        }
    }

    /// The place in [`LEVELS`]: about a fifth excellent, two thirds good.
    fn level(&mut self, able: i64) -> usize {
        let drawn = able + self.random.bell();
        match drawn {
            170.. => 0,
            -220..170 => 1,
            -450..-220 => 2,
            _ => 3,
        }
    }

    fn rating(&mut self, subject: &str, year: i16, level: usize) {
        self.register.ratings.push(Rating {
            place: Default::default(),
            subject: subject.to_owned(),
            year,
            year_kind: self.kind,
            scale: self.template.rating_scale.clone(),
            level: LEVELS.get(level).copied().unwrap_or_default().to_owned(),
            decision: Some(decision(year, 1)),
            decided_on: Some(self.decided(year)),
        });
    }

    fn collective(&mut self, unit: &str, able: i64, year: i16) {
        let level = self.level(able);
        self.rating(unit, year, level);
        if level <= 1 && self.random.chance(7000) {
            self.award(unit, &self.template.yearly_title_of_units, year, None);
        }
    }

    fn award(&mut self, subject: &str, honour: &str, year: i16, initiative: Option<String>) {
        self.awards += 1;
        let number = self.awards;
        let on = self.decided(year).saturating_add(days(20));
        self.register.ledger.push(Award {
            id: format!("kt{number:06}"),
            subject: subject.to_owned(),
            honour: honour.to_owned(),
            decision: Some(decision(year, 2)),
            decided_on: Some(on),
            authority: Some(self.template.leader.clone()),
            year: Some(year),
            year_kind: Some(self.kind),
            kind: Some("merit".to_owned()),
            initiative,
            ..Award::default()
        });
    }

    /// An initiative that was recognised before the year ended; some have several authors.
    fn initiative(&mut self, person: &str, year: i16) -> String {
        let id = format!("sk{:05}", self.register.initiatives.len() + 1);
        let title = self.random.pick(&self.template.initiatives).cloned().unwrap_or_default();
        let recognised = self.last_day(year).saturating_sub(days(self.random.between(10, 90)));
        self.register.initiatives.push(Initiative {
            id: id.clone(),
            title,
            level: Some(if self.random.chance(600) { "ministry" } else { "base" }.to_owned()),
            decision: Some(decision(year, 3)),
            recognised_on: Some(recognised),
            ..Initiative::default()
        });
        let alone = self.random.chance(6000);
        let share = if alone { 100 } else { self.random.between(5, 9) * 10 };
        let mut author = |person: &str, share: i64| {
            let share = Decimal::whole(share);
            self.register.authors.push(InitiativeAuthor {
                initiative: id.clone(),
                person: person.to_owned(),
                share,
                ..InitiativeAuthor::default()
            });
        };
        author(person, share);
        if let Some(other) = self.random.pick(&self.staff).filter(|other| *other != person && share < 100).cloned() {
            author(&other, 100 - share);
        }
        id
    }

    /// Of a few: discipline, complaints, inspections.
    fn trouble(&mut self, person: &str) {
        if self.random.chance(80) {
            let on = day(i16::try_from(self.random.between(2023, 2026)).unwrap_or(2025), self.random.month(), self.random.month_day());
            let level = if self.random.chance(7500) { "reprimand" } else { "warning" };
            self.register.discipline.push(Discipline {
                subject: person.to_owned(),
                level: level.to_owned(),
                duty: (!self.random.chance(2000)).then(|| self.random.chance(7000)),
                on,
                until: Some(on.saturating_add(months(12))),
                decision: Some(decision(on.year(), 4)),
                ..Discipline::default()
            });
        }
        if self.random.chance(60) {
            let kinds = [PendingKind::Complaint, PendingKind::Denunciation, PendingKind::Inspection, PendingKind::Discipline];
            let from = day(2026, self.random.month().min(8), self.random.month_day());
            let to = self.random.chance(5000).then(|| from.saturating_add(months(2)));
            let kind = self.random.pick(&kinds).copied().unwrap_or_default();
            self.register.pending.push(Pending { subject: person.to_owned(), kind, from, to, ..Pending::default() });
        }
    }

    /// The meeting of the unit and the council's, of the last year's fighters.
    fn meetings(&mut self, person: &str) {
        let on = self.decided(LAST_YEAR);
        for (meeting, body, members, later) in [("hop-don-vi", "unit", 24, 0), ("hop-hoi-dong", "council", 15, 10)] {
            let absent = self.random.between(0, members / 6);
            let present = members - absent;
            let invalid = i64::from(self.random.chance(500));
            let against = self.random.between(0, present / 6);
            let count = |number: i64| u32::try_from(number).unwrap_or_default();
            self.register.meetings.push(MeetingResult {
                meeting: format!("{meeting}-{LAST_YEAR}"),
                body: body.to_owned(),
                on: on.saturating_add(days(later)),
                award: "grassroots-emulation-fighter".to_owned(),
                subject: person.to_owned(),
                members: count(members),
                present: Some(count(present)),
                issued: Some(count(present)),
                agreed: Some(count(present - against - invalid)),
                against: Some(count(against)),
                invalid: Some(count(invalid)),
                ..MeetingResult::default()
            });
        }
    }

    fn last_day(&self, year: i16) -> Date {
        let (month, first) = self.template.school_year;
        let school = || SchoolYear { month, day: first }.period(year).map(|period| period.to);
        match self.kind {
            YearKind::School => school().unwrap_or(Date::MAX),
            YearKind::Calendar | YearKind::Statistics => day(year, 12, 31),
        }
    }

    /// When the year was judged: some weeks after its end.
    fn decided(&self, year: i16) -> Date {
        self.last_day(year).saturating_add(days(25))
    }
}

fn decision(year: i16, number: usize) -> String {
    sample().words.decision.replace("{number}", &format!("{}", i64::from(year) % 100 * 10 + i64::try_from(number).unwrap_or_default()))
}
