//! Public notice of a list (thông báo niêm yết công khai): who is put forward, from when to when it is posted, where opinions go.

use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::{Date, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::lists::{self, AwardGroup, ListWords};
use crate::meeting::sentence;
use crate::{Body, Composed, Phrase, Style};

super::paper!(PublicNotice, "public-notice", Words);

/// A notice with the list that is posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PublicNotice {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// What is asked for: `khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// The first day; without it, there is room for it.
    pub from: Option<Date>,
    /// The last day; without it, there is room for it.
    pub to: Option<Date>,
    /// How many working days that are, as they were counted.
    pub working_days: u32,
    /// Where the list is posted, a line each.
    pub places: Vec<String>,
    /// Where opinions go: unit, room, mail.
    pub opinions_to: String,
    /// The last day for opinions, where it is not the last of the posting.
    pub opinions_until: Option<Date>,
    /// Those who are put forward, in the organisation's order.
    pub groups: Vec<AwardGroup>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    says: Phrase,
    time: Phrase,
    day_blank: String,
    places: String,
    opinions: Phrase,
    signed: String,
    closing: Phrase,
    annex: String,
    annex_about: Phrase,
    annex_of: Phrase,
    list: ListWords,
}

impl PublicNotice {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let day = |day: Option<Date>| day.map_or_else(|| words.day_blank.clone(), printed_date::long);
        let (from, to, until) = (day(self.from), day(self.to), day(self.opinions_until.or(self.to)));
        let days = figures::two_places(u64::from(self.working_days));
        let issuer = ("issuer", self.frame.issuer.as_str());
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&about])];
        parts.extend(frame::bases(&self.bases));
        parts.push(Part::Paragraph(words.says.fill(&[
            issuer,
            ("occasion", &self.occasion),
            ("subjects", &words.list.subjects(&self.groups)),
        ])));
        parts.push(Part::Paragraph(words.time.fill(&[("from", &from), ("to", &to), ("days", &days)])));
        parts.push(Part::Paragraph(words.places.clone()));
        parts.extend(self.places.iter().map(|place| Part::Paragraph(format!("- {}", sentence(place)))));
        parts.push(Part::Paragraph(words.opinions.fill(&[("to", &self.opinions_to), ("until", &until)])));
        parts.push(Part::Paragraph(words.signed.clone()));
        parts.push(frame::last_paragraph(&words.closing.fill(&[issuer])));
        parts.push(self.frame.end());
        parts.extend(self.annex(words, style));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
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
