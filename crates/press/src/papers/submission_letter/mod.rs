//! Submission letter (tờ trình) of a unit or an organisation, with the grouped list of those whom it puts forward.

use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::{Date, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::lists::{self, AwardGroup, ListWords, SubjectKind};
use crate::{Body, Composed, Phrase, Style};

super::paper!(SubmissionLetter, "submission-letter", Words);

/// A letter that puts units and people forward for awards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SubmissionLetter {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// Whom it is sent to: the council or the head who decides.
    pub addressees: Vec<String>,
    /// What is asked for: `khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`, as in the title.
    pub occasion: String,
    /// Who decides, where that is not the addressee: `Hiệu trưởng Trường Đại học Sông Ngàn`.
    pub decided_by: Option<String>,
    /// What it rests on, a line each: Law, decree, the movement's plan, the minutes of the meeting.
    pub bases: Vec<String>,
    /// What other bodies said of the nominees, where they were asked.
    #[serde(default)]
    pub opinions: Vec<String>,
    /// The days on which the issuer met and voted on them; without one the letter says nothing of a meeting.
    #[serde(default)]
    pub met: Vec<Date>,
    /// Whether all of them were voted on there.
    #[serde(default)]
    pub voted_on_all: bool,
    /// Those who are put forward, in the organisation's order; their votes stand in the notes.
    pub groups: Vec<AwardGroup>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    proposal: Phrase,
    proposal_met: Phrase,
    day: Phrase,
    counts: Phrase,
    collectives: Counted,
    households: Counted,
    individuals: Counted,
    rules: String,
    rules_voted: String,
    opinions: String,
    request: Phrase,
    request_to_submit: Phrase,
    annex: String,
    annex_about: Phrase,
    annex_of: Phrase,
    list: ListWords,
}

/// How many; whoever stands in the list for two awards is counted twice, and that is said.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    once: Phrase,
    repeated: Phrase,
}

impl SubmissionLetter {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&about]), frame::addressees(&self.addressees)];
        parts.extend(frame::bases(&self.bases));
        parts.push(Part::Paragraph(self.proposal(words)));
        parts.push(Part::Paragraph(words.counts.fill(&[("counts", &self.counts(words))])));
        parts.push(Part::Paragraph(if self.voted_on_all { words.rules_voted.clone() } else { words.rules.clone() }));
        if !self.opinions.is_empty() {
            parts.push(Part::Paragraph(words.opinions.clone()));
            parts.extend(self.opinions.iter().map(|opinion| Part::Paragraph(format!("- {opinion}"))));
        }
        let to = self.addressees.join(", ");
        let request = match &self.decided_by {
            Some(decider) => words.request_to_submit.fill(&[("addressee", &to), ("decider", decider)]),
            None => words.request.fill(&[("addressee", &to)]),
        };
        parts.push(frame::last_paragraph(&request));
        parts.push(self.frame.end());
        parts.extend(self.annex(words, style));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn proposal(&self, words: &Words) -> String {
        let days: Vec<String> = self.met.iter().map(|day| words.day.fill(&[("date", &printed_date::short(*day))])).collect();
        let subjects = words.list.subjects(&self.groups);
        let given =
            [("issuer", self.frame.issuer.as_str()), ("occasion", &self.occasion), ("subjects", &subjects), ("days", &days.join(", "))];
        if days.is_empty() { words.proposal.fill(&given[..3]) } else { words.proposal_met.fill(&given) }
    }

    /// `3 tập thể, 41 cá nhân`: only what there is.
    fn counts(&self, words: &Words) -> String {
        let kinds = [
            (SubjectKind::Collective, &words.collectives),
            (SubjectKind::Household, &words.households),
            (SubjectKind::Individual, &words.individuals),
        ];
        let counted = kinds.map(|(kind, words)| {
            let phrase = if lists::has_repeated(&self.groups, kind) { &words.repeated } else { &words.once };
            (lists::number_of(&self.groups, kind), phrase)
        });
        let said =
            counted.iter().filter(|(number, _)| *number > 0).map(|(number, phrase)| phrase.fill(&[("number", &format!("{number:02}"))]));
        said.collect::<Vec<String>>().join(", ")
    }

    fn annex(&self, words: &Words, style: &Style) -> [Part; 3] {
        let (number, date) = self.frame.citation(style);
        let about = words.annex_about.fill(&[("occasion", &self.occasion)]);
        let of = words.annex_of.fill(&[("number", &number), ("date", &date), ("issuer", &self.frame.issuer)]);
        [
            Part::Section(Page::Upright),
            frame::title(&words.annex, &[&about, &frame::enclosed(&of)]),
            lists::table(&self.groups, &words.list),
        ]
    }
}
