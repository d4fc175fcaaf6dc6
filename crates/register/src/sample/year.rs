//! What was done in the last year: records, tasks, reports, inspections, attendance, results, scores, attestations, registrations.

use phongtrao_value::{Decimal, YearKind};

use super::organisation::{Body, Collective, Founded};
use super::random::Random;
use super::template::{Template, sample};
use super::{LAST_YEAR, Settings, day, days};
use crate::Register;
use crate::rows::{Attendance, Attestation, Duty, LearningResult, Record, Registration, Score, Verification};

/// Draws what everybody did.
pub(super) fn tell(settings: Settings, template: &'static Template, founded: &mut Founded) {
    let kind = YearKind::from_word(&template.year).unwrap_or(YearKind::Calendar);
    let year = Year { template, kind, random: Random::new(settings.seed, 3), register: std::mem::take(&mut founded.register) };
    founded.register = year.told(founded);
}

struct Year {
    template: &'static Template,
    kind: YearKind,
    random: Random,
    register: Register,
}

/// Months of the last year, calendar or school: all of them lie in 2026 or in the year in which the school year began.
const MONTHS: [(i16, i8); 4] = [(LAST_YEAR, 10), (LAST_YEAR, 12), (LAST_YEAR + 1, 3), (LAST_YEAR + 1, 5)];

impl Year {
    fn told(mut self, founded: &Founded) -> Register {
        for body in founded.bodies.iter().filter(|body| body.there) {
            self.person(body);
        }
        for collective in &founded.collectives {
            self.unit(collective);
        }
        self.register
    }

    fn person(&mut self, body: &Body) {
        for _ in 0..self.random.below(4) {
            self.record(&body.id);
        }
        self.learning(body);
        for (place, (year, month)) in MONTHS.into_iter().enumerate().filter(|_| body.staff) {
            self.attendance(body, place, day(year, month, 15));
        }
        self.scores(body);
        if body.staff && self.random.chance(6000) {
            let met = self.random.chance(8800);
            let by = sample().words.attested_by.clone();
            let on = day(2026, 6, self.random.month_day());
            let criterion = "doi-moi".to_owned();
            self.register.attestations.push(Attestation { subject: body.id.clone(), criterion, met, by, on, ..Attestation::default() });
        }
        if body.staff && self.random.chance(7000) {
            self.registration(&body.id, &self.template.yearly_title);
        }
    }

    fn registration(&mut self, subject: &str, of: &str) {
        self.register.registrations.push(Registration {
            place: Default::default(),
            subject: subject.to_owned(),
            of: of.to_owned(),
            year: LAST_YEAR + 1,
            year_kind: self.kind,
            amount: None,
            on: Some(day(LAST_YEAR + 1, 10, self.random.month_day())),
            text: None,
        });
    }

    fn record(&mut self, subject: &str) {
        let Some((kind, text)) = self.random.pick(&self.template.records).cloned() else { return };
        let (year, month) = self.random.pick(&MONTHS).copied().unwrap_or((LAST_YEAR, 12));
        let number = self.register.records.len() + 1;
        let verification = match self.random.below(100) {
            0..=84 => Verification::Verified,
            85..=95 => Verification::Waiting,
            _ => Verification::Refused,
        };
        self.register.records.push(Record {
            place: Default::default(),
            id: format!("mc{number:06}"),
            subject: subject.to_owned(),
            kind,
            on: day(year, month, self.random.month_day()),
            amount: Decimal::whole(self.random.between(1, 4)),
            verification,
            text: Some(text),
            evidence: (verification != Verification::Waiting).then(|| format!("mc/{number:06}.pdf")),
        });
    }

    fn learning(&mut self, body: &Body) {
        if !self.random.chance(7000) {
            return;
        }
        let mark = (70 + body.able / 15 + self.random.between(-15, 15)).clamp(0, 100);
        self.register.results.push(LearningResult {
            of: format!("lop-boi-duong-{}", LAST_YEAR + 1),
            subject: body.id.clone(),
            on: day(LAST_YEAR + 1, 4, self.random.month_day()),
            mark: Some(Decimal::from_thousandths(mark * 100)),
            passed: Some(mark >= 50),
            ..LearningResult::default()
        });
    }

    fn attendance(&mut self, body: &Body, place: usize, on: phongtrao_value::Date) {
        if on < body.from {
            return;
        }
        let (present, excused) = match self.random.below(100) {
            0..=86 => (Some(true), None),
            87..=91 => (Some(false), None),
            92..=96 => (Some(false), Some(sample().words.excused.clone())),
            _ => (None, None),
        };
        self.register.attendance.push(Attendance {
            event: format!("hop-{}-{}", LAST_YEAR, place + 1),
            kind: Some("meeting".to_owned()),
            person: body.id.clone(),
            on,
            present,
            excused,
            ..Attendance::default()
        });
    }

    /// The ten indicators of a learning citizen: of one in ten people some are not appraised yet.
    fn scores(&mut self, body: &Body) {
        if !self.random.chance(if body.staff { 9000 } else { 2500 }) {
            return;
        }
        let late = self.random.chance(1000);
        for indicator in 1..=10 {
            let own = (88 + body.able / 25 + self.random.between(-12, 14)).clamp(0, 100) / 10;
            let appraised = (own - i64::from(self.random.chance(2500))).max(0);
            let missing = late && self.random.chance(2500);
            self.register.scores.push(Score {
                subject: body.id.clone(),
                indicator: format!("learning-citizen-{indicator}"),
                year: LAST_YEAR,
                own: Decimal::whole(own),
                appraised: if missing { None } else { Decimal::whole(appraised) },
                ..Score::default()
            });
        }
    }

    fn unit(&mut self, unit: &Collective) {
        for _ in 0..self.random.between(2, 6) {
            self.record(&unit.id);
        }
        for number in 1..=3 {
            let duty = self.duty("nv", &unit.id, &sample().words.task, number, unit.able);
            self.register.tasks.push(Duty { kind: Some("work-programme".to_owned()), ..duty });
        }
        for number in 1..=4 {
            let duty = self.duty("bc", &unit.id, &sample().words.report, number, unit.able);
            self.register.reports.push(Duty { kind: Some("quarterly".to_owned()), ..duty });
        }
        if self.random.chance(3000) {
            let duty = self.duty("kt", &unit.id, &sample().words.task, 1, unit.able);
            self.register.inspections.push(Duty { kind: Some("yearly".to_owned()), text: None, ..duty });
        }
        if self.random.chance(6000) {
            self.registration(&unit.id, &self.template.yearly_title_of_units);
        }
    }

    /// Something due: mostly done in time, more so by able units.
    fn duty(&mut self, prefix: &str, unit: &str, text: &str, number: usize, able: i64) -> Duty {
        let (year, month) = MONTHS.get(number - 1).copied().unwrap_or((LAST_YEAR, 12));
        let due = day(year, month, 25);
        let late = self.random.between(0, 999) + able / 3;
        let done = match late {
            ..15 => None,
            15..110 => due.saturating_add(days(self.random.between(1, 12))).into(),
            _ => due.saturating_sub(days(self.random.between(0, 9))).into(),
        };
        Duty {
            id: format!("{prefix}-{unit}-{number}"),
            subject: unit.to_owned(),
            text: Some(text.replace("{number}", &number.to_string())),
            due,
            done,
            accepted: done.and_then(|_| (!self.random.chance(500)).then(|| self.random.chance(9300))),
            ..Duty::default()
        }
    }
}
