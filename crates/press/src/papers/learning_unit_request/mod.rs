//! Request that a unit be recognised as a learning unit (công văn đề nghị công nhận Đơn vị học tập), with the summary of its results.

use phongtrao_document::write::{Letter, Page, Part};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::{Body, Composed, Phrase, Style};

super::paper!(LearningUnitRequest, "learning-unit-request", Words);

/// A letter that asks for recognition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LearningUnitRequest {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// Whom it is sent to: the body that recognises.
    pub addressees: Vec<String>,
    /// What is asked for: `Đơn vị học tập mức độ 1`.
    pub title: String,
    /// For what period: `năm 2026`.
    pub occasion: String,
    /// What it rests on, a line each: the plan, the rules of recognition.
    pub bases: Vec<String>,
    /// For whom it is asked, in the organisation's order; a unit asks for itself.
    pub units: Vec<String>,
    /// The results in short, a line each.
    pub summary: Vec<String>,
    /// The papers that come with it.
    pub enclosed: Vec<String>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    assessed: Phrase,
    summary: String,
    units: Phrase,
    enclosed: String,
    request: Phrase,
}

impl LearningUnitRequest {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let given = [("title", self.title.as_str()), ("occasion", self.occasion.as_str()), ("issuer", self.frame.issuer.as_str())];
        let about = words.about.fill(&given);
        let mut parts = vec![self.frame.head_about(&about, style), frame::addressees(&self.addressees)];
        parts.extend(frame::bases(&self.bases));
        parts.push(Part::Paragraph(words.assessed.fill(&given)));
        parts.extend(points(Some(words.summary.clone()), &self.summary));
        parts.extend(points(Some(words.units.fill(&given)), &self.units));
        parts.extend(points(Some(words.enclosed.clone()), &self.enclosed));
        let to = self.addressees.join(", ");
        parts.push(frame::last_paragraph(&words.request.fill(&[given.as_slice(), &[("addressee", &to)]].concat())));
        parts.push(self.frame.end());
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }
}

/// An opening line with its points; of none, nothing.
fn points(opening: Option<String>, points: &[String]) -> Vec<Part> {
    let sign = |index: usize| if index + 1 == points.len() { '.' } else { ';' };
    let lines = points.iter().enumerate().map(|(index, point)| format!("- {}{}", point.trim_end_matches(['.', ';']), sign(index)));
    opening.filter(|_| !points.is_empty()).into_iter().chain(lines).map(Part::Paragraph).collect()
}
