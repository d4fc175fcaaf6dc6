//! Invitation to a meeting of the council (giấy mời), with its agenda.

use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::{Date, Time, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::meeting::{Attendee, labelled, sentence};
use crate::{Body, Composed, Phrase, Style};

super::paper!(Invitation, "invitation", Words);

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Invitation {
    /// Issuer, number, date, recipients, signature: as a rule the desk's head by order of the head.
    pub frame: Frame,
    /// To what: `Họp Hội đồng Thi đua - Khen thưởng năm học 2025-2026`.
    pub about: String,
    /// Who is invited, a line each; of a long list: `Các thành viên Hội đồng`.
    pub invited: Vec<String>,
    /// To take part in what, in a sentence.
    pub purpose: String,
    /// Who leads the meeting.
    pub chair: Attendee,
    /// The day.
    pub day: Date,
    /// The hour.
    pub hour: Time,
    /// Where.
    pub place: String,
    /// What is on the agenda, in its order.
    pub agenda: Vec<String>,
    /// What is asked of those invited: papers to read, word when they cannot come.
    #[serde(default)]
    pub requests: Vec<String>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    invites: Phrase,
    purpose: String,
    chair: String,
    time: String,
    time_at: Phrase,
    place: String,
    agenda: String,
    closing: Phrase,
}

impl Invitation {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&self.about])];
        let time = words.time_at.fill(&[("hour", &printed_date::hour(self.hour)), ("date", &printed_date::long(self.day))]);
        match self.invited.as_slice() {
            [one] => parts.push(labelled(&words.invites.fill(&[("issuer", &self.frame.issuer)]), &sentence(one))),
            many => {
                parts.push(labelled(&words.invites.fill(&[("issuer", &self.frame.issuer)]), ""));
                parts.extend(many.iter().map(|name| Part::Paragraph(format!("- {name};"))));
            }
        }
        parts.extend([
            labelled(&words.purpose, &sentence(&self.purpose)),
            labelled(&words.chair, &sentence(&self.chair.said())),
            labelled(&words.time, &time),
            labelled(&words.place, &sentence(&self.place)),
            labelled(&words.agenda, ""),
        ]);
        parts.extend((1..).zip(&self.agenda).map(|(number, item): (usize, _)| Part::Paragraph(format!("{number}. {}", sentence(item)))));
        parts.extend(self.requests.iter().map(|request| Part::Paragraph(sentence(request))));
        parts.push(frame::last_paragraph(&words.closing.fill(&[("issuer", &self.frame.issuer)])));
        parts.push(self.frame.end());
        Composed { title: format!("{} {}", words.kind, self.about), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }
}
