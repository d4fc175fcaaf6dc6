//! Self-assessment of a learning unit (phiếu tự đánh giá Đơn vị học tập): criterion by criterion, by points or by pass and fail.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, figures};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::points::Points;
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(LearningUnitSelfAssessment, "learning-unit-self-assessment", Words);

/// What a unit says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LearningUnitSelfAssessment {
    /// The unit and the body above it.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// The day on which it was signed, once it is known.
    pub date: Option<Date>,
    /// What is asked for: `Đơn vị học tập`, with its level.
    pub title: String,
    /// For what period: `năm 2026`.
    pub occasion: String,
    /// How many people belong to the unit, where it is known.
    pub members: Option<u32>,
    /// What its people are recognised as: `Công dân học tập`.
    pub citizen: String,
    /// How many of them were recognised, where it is known.
    pub citizens: Option<u32>,
    /// The criteria, group by group.
    pub groups: Vec<Group>,
    /// How many points are asked of all together, where points are given.
    pub least: Option<Points>,
    /// What the unit concludes of itself.
    pub conclusion: String,
    /// Who assessed.
    pub assessor: Signature,
    /// Who answers for it: the head of the unit.
    pub head: Signature,
}

/// Criteria that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// Its name; none where criteria stand alone.
    pub name: Option<String>,
    /// The criteria.
    pub criteria: Vec<Criterion>,
}

/// A criterion, and what the unit reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Criterion {
    /// What is asked.
    pub asked: String,
    /// What was reached, with its proof; empty where it is filled in by hand.
    #[serde(default)]
    pub reached: String,
    /// Points, where the set gives them.
    pub points: Option<Marks>,
    /// Whether it is met, where the set knows no points and it is known.
    pub met: Option<bool>,
}

/// Points of a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Marks {
    /// The most that it brings.
    pub most: Points,
    /// What the unit gives itself, where it has.
    pub own: Option<Points>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    unit: Phrase,
    members: Phrase,
    citizens: Phrase,
    group: Phrase,
    met: String,
    not_met: String,
    total: String,
    met_of: Phrase,
    least: Phrase,
    conclusion: Phrase,
    number: String,
    asked: String,
    reached: String,
    most: String,
    own: String,
    result: String,
}

impl LearningUnitSelfAssessment {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("title", &self.title), ("occasion", &self.occasion)]);
        let mut parts = vec![self.letterhead.dated(&self.place, self.date, style), frame::title(&words.kind, &[&about])];
        parts.push(Part::Paragraph(words.unit.fill(&[("unit", &self.letterhead.issuer)])));
        let counted = [(self.members, &words.members), (self.citizens, &words.citizens)];
        let counted = counted.iter().filter_map(|(number, phrase)| {
            Some(phrase.fill(&[("citizen", &self.citizen), ("number", &figures::two_places((*number)?.into()))]))
        });
        parts.extend(counted.map(Part::Paragraph));
        parts.push(Part::Table(self.table(words)));
        parts.extend(self.sums(words).into_iter().map(Part::Paragraph));
        parts.push(Part::Paragraph(words.conclusion.fill(&[("conclusion", &self.conclusion)])));
        parts.push(Part::Signatures(vec![self.assessor.block(), self.head.block()]));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.groups.iter().flat_map(|group| &group.criteria)
    }

    fn by_points(&self) -> bool {
        self.criteria().any(|criterion| criterion.points.is_some())
    }

    fn table(&self, words: &Words) -> Table {
        let by_points = self.by_points();
        let mut columns = vec![(8, Side::Middle), (36, Side::Left), (32, Side::Left)];
        let mut heads = vec![&words.number, &words.asked, &words.reached];
        if by_points {
            columns.extend([(12, Side::Middle), (12, Side::Middle)]);
            heads.extend([&words.most, &words.own]);
        } else {
            columns.push((18, Side::Middle));
            heads.push(&words.result);
        }
        let mut rows = vec![Row::of(RowKind::Head, heads)];
        let mut number = 0_usize;
        for (roman, group) in (1..).zip(&self.groups) {
            let roman = figures::roman(roman).unwrap_or_default();
            rows.extend(group.name.as_ref().map(|name| {
                let cell = TableCell::of(words.group.fill(&[("roman", &roman), ("name", name)]));
                Row { kind: RowKind::Group, cells: vec![cell.across(if by_points { 4 } else { 3 })] }
            }));
            for criterion in &group.criteria {
                number += 1;
                rows.push(criterion.row(number, by_points, words));
            }
        }
        rows.extend(self.total(words));
        let columns = columns.into_iter().map(|(width, side)| Column { width, side }).collect();
        Table { columns, rows }
    }

    /// The row of sums. What the unit has not given itself yet has no sum.
    fn total(&self, words: &Words) -> Option<Row> {
        let points: Vec<Marks> = self.criteria().filter_map(|criterion| criterion.points).collect();
        if points.is_empty() {
            return None;
        }
        let most = Points::sum(points.iter().map(|points| points.most));
        let own = points.iter().map(|points| points.own).collect::<Option<Vec<Points>>>().map(Points::sum);
        let cells = vec![
            TableCell::of(&words.total).across(2),
            TableCell::of(most.said()),
            TableCell::of(own.map(Points::said).unwrap_or_default()),
        ];
        Some(Row { kind: RowKind::Total, cells })
    }

    /// How many criteria are met, where that is known of all; what all together must reach.
    fn sums(&self, words: &Words) -> Vec<String> {
        let known: Option<Vec<bool>> = self.criteria().map(|criterion| criterion.met).collect();
        let met = known.filter(|known| !self.by_points() && !known.is_empty()).map(|known| {
            let met = known.iter().filter(|met| **met).count();
            words.met_of.fill(&[("met", &met.to_string()), ("of", &known.len().to_string())])
        });
        let least = self.least.map(|least| words.least.fill(&[("title", &self.title), ("least", &least.said())]));
        met.into_iter().chain(least).collect()
    }
}

impl Criterion {
    fn row(&self, number: usize, by_points: bool, words: &Words) -> Row {
        let result = match self.met {
            Some(true) => words.met.clone(),
            Some(false) => words.not_met.clone(),
            None => String::new(),
        };
        let mut cells = vec![number.to_string(), self.asked.clone(), self.reached.clone()];
        if by_points {
            let points = self.points.map(|points| [Some(points.most), points.own]).unwrap_or_default();
            cells.extend(points.map(|points| points.map(Points::said).unwrap_or_default()));
        } else {
            cells.push(result);
        }
        Row::of(RowKind::Plain, cells)
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_value::Date;

    use super::{KIND, LearningUnitSelfAssessment};
    use crate::{Body, Paper as _, Style};

    fn said(criteria: &str) -> String {
        let text = KIND.example.split("[[groups]]").next().unwrap_or_default();
        let paper: LearningUnitSelfAssessment =
            crate::read(&format!("{text}\n[[groups]]\ncriteria = [{criteria}]")).expect("an assessment");
        let Body::Letter(letter) = paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body else {
            unreachable!("the paper is a letter")
        };
        format!("{:?}", letter.parts)
    }

    #[rstest::rstest]
    #[case::points(
        "{ asked = 'A', points = { most = 10, own = 8.5 } }, { asked = 'B', points = { most = 20, own = 20 } }",
        "\"28,5\"",
        true
    )]
    #[case::a_missing_point_is_no_zero(
        "{ asked = 'A', points = { most = 10, own = 8 } }, { asked = 'B', points = { most = 20 } }",
        "\"8\"), Paragraph",
        false
    )]
    #[case::met("{ asked = 'A', met = true }, { asked = 'B', met = false }", "1/2", true)]
    #[case::what_is_not_known_is_not_counted("{ asked = 'A', met = true }, { asked = 'B' }", "/2", false)]
    fn sums_are_made_of_what_is_known(#[case] criteria: &str, #[case] words: &str, #[case] is_there: bool) {
        assert_eq!(said(criteria).contains(words), is_there, "{}", said(criteria));
    }
}
