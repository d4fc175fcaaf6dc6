//! What stands beside the conditions of an award: death, pending cases, rules that hold back or prefer.

use phongtrao_register::rows::{PendingKind, Status};
use phongtrao_rules::criteria::Audience;

use super::judge::Seat;
use super::{AwardInput, Beside, SubjectKind};
use crate::facts::{Ground, Missing, of};
use crate::reasons::Reason;
use crate::{Verdict, texts};

impl Seat<'_> {
    /// What the rules beside the asked ones say of a subject.
    pub(super) fn beside<'b>(&'b self, rules: &'b [Beside], subject: &'b str) -> impl Iterator<Item = Reason> + 'b {
        let kind = self.kind_of(subject);
        let concerned = rules.iter().filter(move |beside| beside.kind.is_none() || beside.kind == kind);
        concerned.map(move |beside| self.builder.reason(&beside.rule, subject, self.facts, self))
    }

    fn kind_of(&self, subject: &str) -> Option<SubjectKind> {
        let rows = self.facts.rows;
        let is = |holds: bool, kind: SubjectKind| holds.then_some(kind);
        is(rows.people.contains_key(subject), SubjectKind::Individual)
            .or_else(|| is(rows.units.contains_key(subject), SubjectKind::Collective))
            .or_else(|| is(rows.households.contains_key(subject), SubjectKind::Household))
    }

    /// Of somebody who died: whether the award may still be given.
    pub(super) fn posthumous(&self, award: &AwardInput, subject: &str) -> Option<Reason> {
        let day = self.facts.calendar.as_of;
        let died = self.facts.rows.people.get(subject).filter(|person| person.died.is_some_and(|died| died <= day));
        let dead = || {
            let statuses = of(&self.facts.rows.statuses, subject).iter();
            statuses.into_iter().find(|row| row.status == Status::DEAD && crate::facts::is_on(row.from, row.to, day))
        };
        let place = died.map(|person| person.place).or_else(|| Some(dead()?.place))?;
        let words = died.and_then(|person| person.died).map_or_else(texts::fact_dead, texts::fact_died);
        let mut reason = Reason::new(texts::ask_posthumous());
        reason.source.clone_from(&award.posthumous.source);
        reason.verdict = Some(award.posthumous.allowed.map_or(Verdict::Unknown, Verdict::of));
        reason.grounds.push(Ground { place, words, audience: Audience::All });
        if award.posthumous.allowed.is_none() {
            reason.missing.push(Missing::new(texts::missing_posthumous()));
        }
        Some(reason)
    }

    /// The pending cases of a subject on the day of judging, and the other rules that hold it back; the chair reads what they are. One line for all of
    /// them: their number would betray them.
    pub(super) fn held_back(&self, award: &AwardInput, subject: &str) -> Option<Reason> {
        let mut reason = Reason::new(texts::pending_none());
        reason.audience = Audience::Chair;
        reason.verdict = Some(Verdict::Unknown);
        reason.source.clone_from(&award.pending_source);
        reason.grounds = self.pending(subject);
        reason.parts = self.beside(&award.holds, subject).filter(|rule| rule.verdict != Some(Verdict::NotMet)).collect();
        (!reason.grounds.is_empty() || !reason.parts.is_empty()).then_some(reason)
    }

    fn pending(&self, subject: &str) -> Vec<Ground> {
        let day = self.facts.calendar.as_of;
        let open = of(&self.facts.rows.pending, subject).iter().filter(|case| case.from <= day && case.to.is_none_or(|to| day <= to));
        open.map(|case| {
            let words = match case.kind {
                PendingKind::Discipline => texts::pending_discipline(case.from),
                PendingKind::Inspection => texts::pending_inspection(case.from),
                PendingKind::Complaint => texts::pending_complaint(case.from),
                PendingKind::Denunciation => texts::pending_denunciation(case.from),
                PendingKind::Investigation => texts::pending_investigation(case.from),
            };
            Ground { place: case.place, words, audience: Audience::Chair }
        })
        .collect()
    }
}
