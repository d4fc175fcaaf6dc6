//! The plan itself (kế hoạch), from what runs back to an official text; of two bodies, where they issue it together.

use phongtrao_document::write::{HeadKind, Letter, Page, Part};
use phongtrao_value::Date;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::grid::Grid;
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(Plan, "plan", Words);

/// A plan as an official text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Plan {
    /// Who issues it.
    pub letterhead: Letterhead,
    /// The other body, where two issue it together.
    pub partner: Option<String>,
    /// Whether a body of the Party issues it, under the Party's heading.
    #[serde(default)]
    pub of_party: bool,
    /// The place of the date.
    pub place: String,
    /// Number with symbol, once the clerk has given it: `112/KH-ĐHSN`.
    pub number: Option<String>,
    /// What stands behind the number while it is blank.
    #[serde(default)]
    pub symbol: String,
    /// The date, once it is known.
    pub date: Option<Date>,
    /// What it is: `Kế hoạch`, `Chương trình`.
    pub kind: String,
    /// What it is about.
    pub about: String,
    /// What it rests on, a line each.
    #[serde(default)]
    pub bases: Vec<String>,
    /// What it says, clause by clause.
    pub clauses: Vec<Clause>,
    /// Who gets it, with what for, the archive last.
    pub recipients: Vec<String>,
    /// Who signs; two where two bodies issue it.
    pub signatures: Vec<Signature>,
    /// Where the clauses that its own words name had stood in the text that it was read from.
    #[serde(default)]
    pub moved: Vec<Moved>,
}

/// A clause, or a point below one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Clause {
    /// Its depth, from 1.
    pub level: u8,
    /// Its label with its sign: `II.`, `1.`, `a)`, `-`.
    pub label: String,
    /// Its words.
    pub words: String,
    /// Whether these are a heading.
    #[serde(default)]
    pub heading: bool,
    /// A table below them.
    pub table: Option<Grid>,
}

/// A clause that has another address than in the text that the plan was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Moved {
    /// Its address there.
    pub from: String,
    /// Its address here.
    pub to: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    party: String,
    party_star: String,
    number: Phrase,
    party_number: Phrase,
    opening: Phrase,
    opening_together: Phrase,
    closing: Phrase,
    recipients: String,
    moved: String,
    moved_line: Phrase,
}

impl Plan {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let mut parts = vec![self.head(words, style), frame::title(&self.kind, &[&self.about])];
        parts.extend(frame::bases(&self.bases));
        parts.push(Part::Paragraph(self.opening(words)));
        parts.extend(self.clauses.iter().flat_map(Clause::parts));
        if !self.moved.is_empty() {
            parts.push(Part::Remark(words.moved.clone()));
            let said = self.moved.iter().map(|moved| words.moved_line.fill(&[("from", &moved.from), ("to", &moved.to)]));
            parts.extend(said.map(Part::Remark));
        }
        parts.push(frame::last_paragraph(&words.closing.fill(&[("kind", &self.kind)])));
        parts.push(self.end(words));
        Composed { title: format!("{} {}", self.kind, self.about), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn head(&self, words: &Words, style: &Style) -> Part {
        let number = match &self.number {
            Some(number) => (if self.of_party { &words.party_number } else { &words.number }).fill(&[("number", number)]),
            None => frame::number_line(None, &self.symbol),
        };
        let number = frame::line(HeadKind::Number, &number);
        let date = frame::line(HeadKind::PlaceDate, &frame::place_and_date(&self.place, self.date, style));
        let mut head = frame::head(self.letterhead.superior.as_deref(), &self.letterhead.issuer, Some(number), Some(date));
        if let Part::Head(rows) = &mut head
            && let Some(first) = rows.first_mut()
        {
            first.left.extend(self.partner.iter().map(|partner| frame::line(HeadKind::Issuer, &partner.to_uppercase())));
            if self.of_party {
                // Papers of the Party: its name with a rule, and a star where others have a rule (Regulation 399-QĐ/TW).
                first.right = vec![frame::line(HeadKind::Motto, &words.party)];
                first.left.iter_mut().filter(|line| line.kind == HeadKind::Issuer).for_each(|line| line.kind = HeadKind::Country);
                first.left.push(frame::line(HeadKind::Superior, &words.party_star));
            }
        }
        head
    }

    fn opening(&self, words: &Words) -> String {
        let kind = self.kind.as_str();
        match &self.partner {
            Some(partner) => words.opening_together.fill(&[("issuer", &self.letterhead.issuer), ("partner", partner), ("kind", kind)]),
            None => words.opening.fill(&[("issuer", &self.letterhead.issuer), ("kind", kind)]),
        }
    }

    fn end(&self, words: &Words) -> Part {
        let last = self.recipients.len().saturating_sub(1);
        let sign = |index: usize| if index == last { '.' } else { ';' };
        let lines = self.recipients.iter().enumerate().map(|(index, name)| format!("- {name}{}", sign(index)));
        let recipients = if self.recipients.is_empty() { Vec::new() } else { vec![words.recipients.clone()] };
        Part::End {
            recipients: recipients.into_iter().chain(lines).collect(),
            signatures: self.signatures.iter().map(Signature::block).collect(),
        }
    }
}

impl Clause {
    fn parts(&self) -> Vec<Part> {
        let words =
            [self.label.as_str(), self.words.as_str()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<&str>>().join(" ");
        let said = match (words.is_empty(), self.heading) {
            (true, _) => None,
            (false, true) => Some(Part::Heading { level: self.level, words, centred: false }),
            (false, false) => Some(Part::Paragraph(words)),
        };
        said.into_iter().chain(self.table.iter().map(Grid::part)).collect()
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_document::write::Part;
    use phongtrao_value::Date;

    use super::{KIND, Plan};
    use crate::{Body, Paper as _, Style};

    fn parts(change: impl FnOnce(&mut Plan)) -> Vec<Part> {
        let mut plan: Plan = crate::read(KIND.example).expect("a plan");
        change(&mut plan);
        let Body::Letter(letter) = plan.compose(&Style::plain(Date::constant(2026, 6, 30))).body;
        letter.parts
    }

    #[rstest::rstest]
    #[case::given(Some("112/KH-ĐHSN"), false, "Số: 112/KH-ĐHSN")]
    #[case::blank(None, false, "Số:       /KH-ĐHSN")]
    #[case::of_the_party(Some("05-KH/CB"), true, "Số 05-KH/CB")]
    fn the_number_stands_as_the_issuer_writes_it(#[case] number: Option<&str>, #[case] of_party: bool, #[case] expected: &str) {
        let parts = parts(|plan| {
            plan.number = number.map(str::to_owned);
            plan.symbol = "KH-ĐHSN".into();
            plan.of_party = of_party;
        });
        let Some(Part::Head(rows)) = parts.first() else { panic!("a head") };
        let line = rows.iter().flat_map(|row| &row.left).last().map(|line| line.words.clone()).unwrap_or_default();
        assert_eq!(line.split_whitespace().collect::<Vec<_>>(), expected.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn two_bodies_stand_in_one_head_and_sign_side_by_side() {
        let parts = parts(|plan| {
            plan.partner = Some("Hội Khuyến học tỉnh Sông Ngàn".into());
            plan.signatures.push(plan.signatures[0].clone());
        });
        let said = format!("{parts:?}");
        assert!(
            said.contains("HỘI KHUYẾN HỌC TỈNH SÔNG NGÀN") && said.contains("Trường Đại học Sông Ngàn và Hội Khuyến học tỉnh Sông Ngàn")
        );
        assert!(matches!(parts.last(), Some(Part::End { signatures, .. }) if signatures.len() == 2));
    }
}
