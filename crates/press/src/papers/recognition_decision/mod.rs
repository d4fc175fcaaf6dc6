//! Decision that recognises (quyết định công nhận): learning units, learning citizens, winners of contests. It gives no title and no commendation.

use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::figures;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::lists::{self, AwardGroup, ListWords, SubjectKind};
use crate::{Body, Composed, Phrase, Style};

super::paper!(RecognitionDecision, "recognition-decision", Words);

/// A decision that recognises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RecognitionDecision {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// Who decides, as printed above the bases and as another paper cites it.
    pub authority: String,
    /// What it is about: `công nhận Đơn vị học tập năm 2026`.
    pub about: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// On whose proposal: `Trưởng phòng Tổng hợp`.
    pub proposed_by: String,
    /// Those who are recognised, in the order of the list.
    pub groups: Vec<AwardGroup>,
    /// For how long it holds, where the rules say so: `03 năm kể từ ngày ký`.
    pub validity: Option<String>,
    /// Who carries it out, beside those recognised.
    pub executors: Vec<String>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    proposed_by: Phrase,
    enacts: String,
    article: Phrase,
    recognises: Phrase,
    collectives: Phrase,
    households: Phrase,
    individuals: Phrase,
    group: Phrase,
    validity: Phrase,
    force: Phrase,
    and: String,
    annex: String,
    annex_of: Phrase,
    list: ListWords,
}

impl RecognitionDecision {
    /// The number of the article that says who carries it out, the last one.
    pub fn last_article(&self) -> usize {
        2 + usize::from(self.validity.is_some())
    }

    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("about", &self.about)]);
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&about]), Part::Centred(self.authority.to_uppercase())];
        let proposed_by = words.proposed_by.fill(&[("who", &self.proposed_by)]);
        parts.extend(frame::bases(&self.bases.iter().cloned().chain([proposed_by]).collect::<Vec<String>>()));
        parts.push(Part::Centred(words.enacts.clone()));
        let validity = self.validity.as_ref().map(|validity| vec![words.validity.fill(&[("validity", validity)])]);
        let articles = [Some(self.recognises(words)), validity, Some(vec![self.force(words)])];
        for (index, article) in articles.into_iter().flatten().enumerate() {
            let mut paragraphs = article.into_iter();
            let label = words.article.fill(&[("number", &(index + 1).to_string())]);
            parts.extend(paragraphs.next().map(|words| Part::Labelled { label, words }));
            parts.extend(paragraphs.map(Part::Paragraph));
        }
        parts.push(self.frame.end());
        parts.extend(self.annex(words, style));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn recognises(&self, words: &Words) -> Vec<String> {
        let first = words.recognises.fill(&[("counts", &counts(&self.groups, words))]);
        let awards: Vec<&[AwardGroup]> = lists::by_award(&self.groups).collect();
        let line = |(index, award): (usize, &&[AwardGroup])| {
            let sign = if index + 1 == awards.len() { "." } else { ";" };
            let name = award.first().map(|group| group.award.as_str()).unwrap_or_default();
            words.group.fill(&[("award", name), ("counts", &counts(award, words))]) + sign
        };
        std::iter::once(first).chain(awards.iter().enumerate().map(line)).collect()
    }

    fn force(&self, words: &Words) -> String {
        let executors = match self.executors.as_slice() {
            [before @ .., last] if !before.is_empty() => format!("{} {} {last}", before.join(", "), words.and),
            one => one.join(""),
        };
        match frame::last_paragraph(&words.force.fill(&[("executors", &executors), ("subjects", &words.list.subjects(&self.groups))])) {
            Part::Paragraph(said) => said,
            _ => String::new(),
        }
    }

    fn annex(&self, words: &Words, style: &Style) -> [Part; 3] {
        let (number, date) = self.frame.citation(style);
        let of = words.annex_of.fill(&[("number", &number), ("date", &date), ("authority", &self.authority)]);
        let title = frame::title(&words.annex, &[&self.about, &frame::enclosed(&of)]);
        [Part::Section(Page::Upright), title, lists::table(&self.groups, &words.list)]
    }
}

/// `03 tập thể, 41 cá nhân`: only what there is.
fn counts(groups: &[AwardGroup], words: &Words) -> String {
    let kinds = [
        (SubjectKind::Collective, &words.collectives),
        (SubjectKind::Household, &words.households),
        (SubjectKind::Individual, &words.individuals),
    ];
    let counted = kinds.map(|(kind, phrase)| (lists::number_of(groups, kind), phrase));
    let said = counted.iter().filter(|(number, _)| *number > 0);
    said.map(|(number, phrase)| phrase.fill(&[("number", &figures::two_places(*number as u64))])).collect::<Vec<String>>().join(", ")
}
