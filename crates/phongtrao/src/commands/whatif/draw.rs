//! What a change would do, as a person at the screen reads it.

use phongtrao_diagnostic::{Text, Words};
use phongtrao_judge::round::{AwardResult, Outcome, QuotaUse};
use phongtrao_judge::whatif::{Difference, compare};
use phongtrao_rules::criteria::Audience;

use super::lines::{self, Line};
use super::{Curve, Variant, annex, cost, table};
use crate::commands::assess::draw::among;
use crate::crossed::turn;
use crate::texts;

/// What is shown.
pub(super) struct Shown<'a> {
    pub(super) before: &'a Variant,
    pub(super) after: &'a Variant,
    /// Whether anything but ranges was tried: without, both sides are the same.
    pub(super) is_changed: bool,
    pub(super) curves: &'a [Curve],
    pub(super) settings: Vec<String>,
    pub(super) words: &'a Words,
}

/// The widest bar of a curve.
const WIDTH: usize = 40;
/// From this many names on a list is cut; CSV has all of them.
const NAMED: usize = 20;

/// How many have an award.
pub(super) fn met(award: &AwardResult) -> usize {
    award.results.iter().filter(|result| result.outcome == Outcome::Met).count()
}

/// A quota with too little room on one side or the other.
pub(super) struct Overflow<'a> {
    pub(super) award: &'a AwardResult,
    pub(super) before: Option<&'a QuotaUse>,
    pub(super) after: &'a QuotaUse,
}

impl<'a> Shown<'a> {
    pub(super) fn drawn(&self, format: &str) -> String {
        match format {
            "csv" => table::csv(self),
            "markdown" => annex::annex(self),
            _ => self.human(),
        }
    }

    pub(super) fn say(&self, text: Text) -> String {
        self.words.say(&text)
    }

    pub(super) fn differences(&self) -> Vec<Difference<'a>> {
        compare(&self.before.judged, &self.after.judged)
    }

    pub(super) fn lines(&self) -> Vec<Line<'a>> {
        lines::lines(&self.before.judged, &self.after.judged, &self.after.loaded.register)
    }

    pub(super) fn costs(&self) -> [cost::Cost; 2] {
        [self.before, self.after].map(|variant| cost::cost(&variant.judged, &variant.loaded.packs, &variant.loaded.register))
    }

    /// Quotas with more who meet the conditions than places, on either side.
    pub(super) fn overflows(&self) -> Vec<Overflow<'a>> {
        let mut overflows = Vec::new();
        for award in &self.after.judged.awards {
            let was = self.before.judged.award(&award.id);
            for quota in &award.quotas {
                let before = was.and_then(|was| was.quotas.iter().find(|other| other.within == quota.within));
                if lines::is_over(quota) || before.is_some_and(lines::is_over) {
                    overflows.push(Overflow { award, before, after: quota });
                }
            }
        }
        overflows
    }

    /// The outcome of a subject before and after, as everybody may read it.
    pub(super) fn outcomes(&self, award: &str, subject: &str) -> [Option<Outcome>; 2] {
        [self.before, self.after].map(|variant| {
            let result = variant.judged.award(award)?.of(subject)?;
            Some(result.outcome.seen_by(Audience::All))
        })
    }

    fn human(&self) -> String {
        let mut lines = vec![self.say(texts::whatif_title())];
        lines.extend(self.settings.iter().map(|setting| format!("  {setting}")));
        if self.is_changed {
            lines.push(String::new());
            for difference in self.differences() {
                lines.push(self.headline(&difference));
                lines.extend(self.names(&difference));
            }
            lines.extend(self.section(texts::whatif_lines(), self.lines().iter().flat_map(|line| self.line(line))));
            lines.extend(self.section(texts::whatif_overflows(), self.overflows().iter().map(|overflow| self.overflow(overflow))));
            lines.push(String::new());
            lines.extend(self.money());
        }
        for curve in self.curves {
            lines.push(String::new());
            lines.extend(self.curve(curve));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// A part of the answer with its heading; that there is nothing in it is an answer too.
    fn section(&self, heading: Text, lines: impl Iterator<Item = String>) -> Vec<String> {
        let mut section = vec![String::new(), self.say(heading)];
        section.extend(lines.map(|line| format!("  {line}")));
        if section.len() == 2 {
            section.push(format!("  {}", self.say(texts::whatif_nothing())));
        }
        section
    }

    fn headline(&self, difference: &Difference<'_>) -> String {
        let (before, after) = difference.met;
        let met = texts::whatif_met(before, after, difference.gains.len(), difference.losses.len());
        let [open_before, open_after] = self.open(difference.award);
        let mut line = format!("{} ({}): {}", difference.name, difference.award, self.say(met));
        if open_before + open_after > 0 {
            line.push_str(&format!("; {}", self.say(texts::whatif_open(open_before, open_after))));
        }
        line
    }

    /// How many wait for facts or for the chair, before and after.
    pub(super) fn open(&self, award: &str) -> [usize; 2] {
        [self.before, self.after].map(|variant| {
            let counts = variant.judged.award(award).map(|award| award.counts(Audience::All));
            counts.and_then(|counts| counts.get(&Outcome::Unknown).copied()).unwrap_or_default()
        })
    }

    fn names(&self, difference: &Difference<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        for (sign, results) in [("+", &difference.gains), ("−", &difference.losses)] {
            for result in results.iter().take(NAMED) {
                let turn = self.turn(self.outcomes(difference.award, &result.subject));
                lines.push(format!("  {sign} {:<12} {} ({turn})", result.subject, result.name));
            }
            if results.len() > NAMED {
                lines.push(format!("  {sign} {}", self.say(texts::assess_more(results.len() - NAMED))));
            }
        }
        lines
    }

    /// An outcome before and after.
    pub(super) fn turn(&self, outcomes: [Option<Outcome>; 2]) -> String {
        turn(outcomes, self.words)
    }

    fn line(&self, line: &Line<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        let (before, after) = line.outcomes;
        let turn = if before.is_some() || after.is_some() { format!(": {}", self.turn([before, after])) } else { String::new() };
        lines.push(format!("{:<12} {} · {} ({}){turn}", line.unit, line.name, line.award.name, line.award.id));
        lines.extend(self.crossings(line).into_iter().map(|crossing| format!("    {crossing}")));
        lines
    }

    /// The lines that a unit crosses, in words.
    pub(super) fn crossings(&self, line: &Line<'_>) -> Vec<String> {
        let conditions = line.conditions.iter().map(|crossed| crossed.say(self.words));
        let quota = line.quota.iter().map(|(before, after)| {
            let [before, after] = [before, after].map(|quota| self.places(quota));
            format!("{before} → {after}")
        });
        conditions.chain(quota).collect()
    }

    pub(super) fn places(&self, quota: &QuotaUse) -> String {
        self.say(match quota.places {
            Some(usize::MAX) => texts::assess_quota_none("", quota.met),
            Some(places) => texts::assess_quota("", places, quota.met),
            None => texts::assess_quota_open("", quota.met),
        })
    }

    /// The name of the unit or the block that a quota is taken in; nothing for the whole organisation.
    pub(super) fn within(&self, quota: &QuotaUse) -> String {
        let units = &self.after.loaded.register.units;
        let unit = lines::unit_of(quota).and_then(|id| units.iter().find(|unit| unit.id == id));
        unit.map_or_else(|| among(&quota.within, self.words), |unit| unit.name.clone())
    }

    fn overflow(&self, overflow: &Overflow<'_>) -> String {
        let within = self.within(overflow.after);
        let within = if within.is_empty() { within } else { format!(" · {within}") };
        let after = self.places(overflow.after);
        let before = overflow.before.map(|before| self.places(before)).filter(|before| *before != after);
        let turn = before.map_or_else(|| after.clone(), |before| format!("{before} → {after}"));
        format!("{} ({}){within}: {turn}", overflow.award.name, overflow.award.id)
    }

    pub(super) fn money(&self) -> Vec<String> {
        let [before, after] = self.costs();
        let more = after.money.minus(before.money).unwrap_or(after.money);
        let sign = if more.as_dong() > 0 { "+" } else { "" };
        let mut lines = vec![self.say(texts::whatif_cost(before.money.to_string(), after.money.to_string(), format!("{sign}{more}")))];
        if before.unknown + after.unknown > 0 {
            lines.push(self.say(texts::whatif_cost_unknown(before.unknown, after.unknown)));
        }
        if before.at_most + after.at_most > 0 {
            lines.push(self.say(texts::whatif_cost_at_most(before.at_most, after.at_most)));
        }
        let new = after.cautions.iter().filter(|caution| !before.cautions.contains(caution));
        lines.extend(before.cautions.iter().chain(new).map(|caution| format!("! {}", self.words.say(caution))));
        lines
    }

    /// One bar a value for each award that the range changes.
    pub(super) fn curve(&self, curve: &Curve) -> Vec<String> {
        let mut lines = vec![self.say(texts::whatif_curve(curve.place.as_str()))];
        for (at, award) in self.after.judged.awards.iter().enumerate() {
            let counts: Vec<usize> = curve.points.iter().filter_map(|point| point.met.get(at).copied()).collect();
            let most = counts.iter().copied().max().unwrap_or_default();
            if counts.iter().all(|count| *count == most) {
                continue;
            }
            lines.push(format!("  {} ({})", award.name, award.id));
            for (point, count) in curve.points.iter().zip(&counts) {
                let bar = "█".repeat((count * WIDTH).div_ceil(most.max(1)));
                let money = self.say(texts::whatif_money(point.cost.money.to_string()));
                lines.push(format!("  {:>8} {bar:<WIDTH$} {count:>6}  {money}", point.value));
            }
        }
        if lines.len() == 1 {
            lines.push(format!("  {}", self.say(texts::whatif_flat())));
        }
        lines
    }
}
