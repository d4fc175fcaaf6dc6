//! Summary of a movement or of a phase of it (báo cáo sơ kết, tổng kết): targets, counts by award and by unit, and a chart. What only people can say has room to be
//! written.

use phongtrao_document::write::{Bar, Letter, Page, Part, Side};
use phongtrao_value::figures;
use phongtrao_value::text::with_small_first;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::grid::Grid;
use crate::meeting;
use crate::{Body, Composed, Phrase, Style};

super::paper!(SummaryReport, "summary-report", Words);

/// Lines that are left for what is written by hand.
const ROOM: u8 = 3;

/// A report on what was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SummaryReport {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// Whether the movement goes on.
    pub stage: Stage,
    /// What is summed up: `phong trào thi đua “Dạy tốt, học tốt” năm học 2025-2026`.
    pub subject: String,
    /// What it rests on, a line each.
    #[serde(default)]
    pub bases: Vec<String>,
    /// How it was led and carried out, a line each.
    #[serde(default)]
    pub carried_out: Vec<String>,
    /// What became of the targets.
    pub targets: Vec<Target>,
    /// What became of those who were judged, award by award in the organisation's order.
    pub awards: Vec<AwardCount>,
    /// The same, unit by unit in the organisation's order.
    pub units: Vec<UnitCount>,
    /// What went well.
    #[serde(default)]
    pub strengths: Vec<String>,
    /// What did not.
    #[serde(default)]
    pub limits: Vec<String>,
    /// Why.
    #[serde(default)]
    pub causes: Vec<String>,
    /// What is to be done next.
    #[serde(default)]
    pub tasks: Vec<String>,
    /// What is asked of the level above.
    #[serde(default)]
    pub proposals: Vec<String>,
    /// What must be said of the figures: rules that were not checked, what is not known.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// Which summary it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// At the end of a phase: sơ kết.
    Interim,
    /// At the end: tổng kết.
    Final,
}

/// A target, and what was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Target {
    /// Its words.
    pub label: String,
    /// The value that was planned, as printed.
    #[serde(default)]
    pub planned: String,
    /// The value that was reached, as printed; empty where it is not known.
    #[serde(default)]
    pub reached: String,
    /// What is concluded, where that is known.
    pub outcome: Option<TargetOutcome>,
}

/// What is concluded of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TargetOutcome {
    /// It was reached.
    Met,
    /// Its day came, and it was not reached.
    NotMet,
    /// It was not reached yet, and its day is still to come.
    NotDue,
}

/// What became of those who were judged for an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AwardCount {
    /// The award as printed.
    pub award: String,
    /// How many were judged.
    pub judged: u32,
    /// How many are chosen.
    pub chosen: u32,
    /// How many wait: for a vote, for facts, for somebody who decides.
    pub open: u32,
    /// How many are not chosen.
    pub not_chosen: u32,
}

/// What became of those of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnitCount {
    /// The unit.
    pub unit: String,
    /// How many of them were put forward.
    pub put_forward: u32,
    /// How many are chosen.
    pub chosen: u32,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    interim: Phrase,
    r#final: Phrase,
    carried_out: String,
    results: String,
    targets: String,
    awards: String,
    units: String,
    judged: String,
    strengths: String,
    limits: String,
    causes: String,
    tasks: String,
    proposals: String,
    counts: Phrase,
    targets_said: Phrase,
    targets_met: Phrase,
    targets_not_met: Phrase,
    targets_not_due: Phrase,
    targets_unknown: Phrase,
    none: String,
    table: Phrase,
    chart: Phrase,
    target_table: String,
    award_table: String,
    unit_table: String,
    unit_chart: String,
    met: String,
    not_met: String,
    not_due: String,
    unknown: String,
    total: String,
    notes: String,
    closing: Phrase,
    target_heads: [String; 5],
    award_heads: [String; 6],
    unit_heads: [String; 4],
}

impl SummaryReport {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = match self.stage {
            Stage::Interim => words.interim.fill(&[("subject", &self.subject)]),
            Stage::Final => words.r#final.fill(&[("subject", &self.subject)]),
        };
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&about])];
        parts.extend(frame::bases(&self.bases));
        parts.push(meeting::heading(1, &words.carried_out));
        parts.extend(written(&self.carried_out));
        parts.push(meeting::heading(2, &words.results));
        parts.extend(self.results(words));
        parts.push(meeting::heading(3, &words.judged));
        for (index, (heading, said)) in
            [(&words.strengths, &self.strengths), (&words.limits, &self.limits), (&words.causes, &self.causes)].into_iter().enumerate()
        {
            parts.push(below(index + 1, heading));
            parts.extend(written(said));
        }
        parts.push(meeting::heading(4, &words.tasks));
        parts.extend(written(&self.tasks));
        parts.push(meeting::heading(5, &words.proposals));
        parts.extend(written(&self.proposals));
        if !self.notes.is_empty() {
            parts.push(Part::Remark(words.notes.clone()));
            parts.extend(self.notes.iter().map(|note| Part::Remark(format!("- {}", meeting::sentence(note)))));
        }
        parts.push(frame::last_paragraph(&words.closing.fill(&[("about", &with_small_first(&about)), ("issuer", &self.frame.issuer)])));
        parts.push(self.frame.end());
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn results(&self, words: &Words) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut table = 0;
        let mut captioned = |name: &str, grid: &Grid| {
            table += 1;
            [Part::Centred(words.table.fill(&[("number", &table.to_string()), ("name", name)])), grid.part()]
        };
        parts.push(below(1, &words.targets));
        if self.targets.is_empty() {
            parts.push(Part::Paragraph(words.none.clone()));
        } else {
            parts.push(Part::Paragraph(self.targets_said(words)));
            parts.extend(captioned(&words.target_table, &self.target_grid(words)));
        }
        parts.push(below(2, &words.awards));
        parts.push(Part::Paragraph(self.counts_said(words)));
        parts.extend(captioned(&words.award_table, &self.award_grid(words)));
        if !self.units.is_empty() {
            parts.push(below(3, &words.units));
            parts.extend(captioned(&words.unit_table, &self.unit_grid(words)));
            parts.push(Part::Centred(words.chart.fill(&[("number", "1"), ("name", &words.unit_chart)])));
            parts.push(Part::Bars(bars(&self.units)));
        }
        parts
    }

    /// Only outcomes that there are.
    fn targets_said(&self, words: &Words) -> String {
        let outcomes = [
            (Some(TargetOutcome::Met), &words.targets_met),
            (Some(TargetOutcome::NotMet), &words.targets_not_met),
            (Some(TargetOutcome::NotDue), &words.targets_not_due),
            (None, &words.targets_unknown),
        ];
        let counted = outcomes.map(|(outcome, phrase)| (self.targets.iter().filter(|target| target.outcome == outcome).count(), phrase));
        let said = counted.iter().filter(|(number, _)| *number > 0);
        let said: Vec<String> = said.map(|(number, phrase)| phrase.fill(&[("number", &two_places(*number))])).collect();
        words.targets_said.fill(&[("number", &two_places(self.targets.len())), ("outcomes", &said.join("; "))])
    }

    fn counts_said(&self, words: &Words) -> String {
        let [judged, chosen, open, not_chosen] = self.award_sums().map(figures::grouped);
        words.counts.fill(&[("judged", &judged), ("chosen", &chosen), ("open", &open), ("not_chosen", &not_chosen)])
    }

    fn award_sums(&self) -> [u64; 4] {
        let sum = |of: fn(&AwardCount) -> u32| self.awards.iter().map(|award| u64::from(of(award))).sum();
        [sum(|award| award.judged), sum(|award| award.chosen), sum(|award| award.open), sum(|award| award.not_chosen)]
    }

    fn target_grid(&self, words: &Words) -> Grid {
        let sides = [(8, Side::Middle), (42, Side::Left), (15, Side::Middle), (17, Side::Middle), (18, Side::Middle)];
        let mut grid = grid(&words.target_heads, &sides);
        grid.rows.extend((1_usize..).zip(&self.targets).map(|(number, target)| {
            let said = match target.outcome {
                Some(TargetOutcome::Met) => &words.met,
                Some(TargetOutcome::NotMet) => &words.not_met,
                Some(TargetOutcome::NotDue) => &words.not_due,
                None => &words.unknown,
            };
            vec![number.to_string(), target.label.clone(), target.planned.clone(), target.reached.clone(), said.clone()]
        }));
        grid
    }

    fn award_grid(&self, words: &Words) -> Grid {
        let figure = |width| (width, Side::Right);
        let mut grid = grid(&words.award_heads, &[(8, Side::Middle), (42, Side::Left), figure(12), figure(13), figure(12), figure(13)]);
        grid.rows.extend((1_usize..).zip(&self.awards).map(|(number, award)| {
            let counts = [award.judged, award.chosen, award.open, award.not_chosen].map(|count| figures::grouped(count.into()));
            [number.to_string(), award.award.clone()].into_iter().chain(counts).collect()
        }));
        grid.total = Some([String::new(), words.total.clone()].into_iter().chain(self.award_sums().map(figures::grouped)).collect());
        grid
    }

    fn unit_grid(&self, words: &Words) -> Grid {
        let mut grid = grid(&words.unit_heads, &[(8, Side::Middle), (52, Side::Left), (20, Side::Right), (20, Side::Right)]);
        grid.rows.extend((1_usize..).zip(&self.units).map(|(number, unit)| {
            let counts = [unit.put_forward, unit.chosen].map(|count| figures::grouped(count.into()));
            [number.to_string(), unit.unit.clone()].into_iter().chain(counts).collect()
        }));
        let sum = |of: fn(&UnitCount) -> u32| figures::grouped(self.units.iter().map(|unit| u64::from(of(unit))).sum());
        grid.total = Some(vec![String::new(), words.total.clone(), sum(|unit| unit.put_forward), sum(|unit| unit.chosen)]);
        grid
    }
}

fn grid<const N: usize>(heads: &[String; N], columns: &[(u16, Side); N]) -> Grid {
    Grid::new(heads.iter().zip(columns).map(|(head, (width, side))| (head.as_str(), *width, *side)))
}

/// A bar for each unit, the greatest as long as there is room.
fn bars(units: &[UnitCount]) -> Vec<Bar> {
    let greatest = units.iter().map(|unit| unit.chosen).max().unwrap_or_default().max(1);
    let bar = |unit: &UnitCount| Bar {
        label: unit.unit.clone(),
        figure: figures::grouped(unit.chosen.into()),
        // No more than a hundred.
        length: u8::try_from((u64::from(unit.chosen) * 100).div_ceil(greatest.into())).unwrap_or(100),
    };
    units.iter().map(bar).collect()
}

/// What people wrote, or room for it.
fn written(said: &[String]) -> Vec<Part> {
    if said.is_empty() {
        return vec![Part::Dotted(ROOM)];
    }
    said.iter().map(|said| Part::Paragraph(format!("- {}", meeting::sentence(said)))).collect()
}

/// A heading of the second depth: `1. Ưu điểm`.
fn below(number: usize, words: &str) -> Part {
    Part::Heading { level: 2, words: format!("{number}. {words}"), centred: false }
}

fn two_places(number: usize) -> String {
    figures::two_places(number as u64)
}

#[cfg(test)]
mod tests {
    use super::{UnitCount, bars};

    #[rstest::rstest]
    #[case::the_greatest_fills_the_room(&[8, 4, 1, 0], &[100, 50, 13, 0])]
    #[case::nobody(&[0, 0], &[0, 0])]
    #[case::large(&[u32::MAX, 1], &[100, 1])]
    fn bars_are_as_long_as_their_figures_say(#[case] counts: &[u32], #[case] lengths: &[u8]) {
        let units: Vec<UnitCount> =
            counts.iter().map(|chosen| UnitCount { unit: String::new(), put_forward: *chosen, chosen: *chosen }).collect();
        assert_eq!(bars(&units).iter().map(|bar| bar.length).collect::<Vec<u8>>(), lengths);
    }
}
