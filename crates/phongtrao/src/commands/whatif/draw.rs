//! What a change would do: as a table, as CSV, as an annex for the draft plan.

use phongtrao_diagnostic::Words;
use phongtrao_judge::round::{AwardResult, Outcome};
use phongtrao_judge::whatif::{Difference, compare};

use super::{Curve, Variant, cost};
use crate::commands::assess::draw::{among, quoted};
use crate::texts;

/// What is shown.
pub(super) struct Shown<'a> {
    pub(super) before: &'a Variant,
    pub(super) after: &'a Variant,
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

impl Shown<'_> {
    pub(super) fn drawn(&self, format: &str) -> String {
        match format {
            "csv" => self.csv(),
            "markdown" => self.annex(),
            _ => self.human(),
        }
    }

    fn human(&self) -> String {
        let say = |text| self.words.say(&text);
        let mut lines = vec![say(texts::whatif_title(self.settings.join(", "))), String::new()];
        for difference in compare(&self.before.judged, &self.after.judged) {
            lines.push(format!("{}: {}", difference.name, say(texts::whatif_met(difference.met.0, difference.met.1))));
            lines.extend(self.names(&difference));
            for quota in &difference.overflows {
                let within = among(&quota.within, self.words);
                lines.push(format!("  ! {}", say(texts::whatif_overflow(within, quota.met, quota.places.unwrap_or_default()))));
            }
        }
        lines.push(String::new());
        lines.extend(self.costs());
        for curve in self.curves {
            lines.push(String::new());
            lines.extend(self.curve(curve));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn names(&self, difference: &Difference<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        for (sign, results) in [("+", &difference.gains), ("−", &difference.losses)] {
            lines.extend(results.iter().take(NAMED).map(|result| format!("  {sign} {:<12} {}", result.subject, result.name)));
            if results.len() > NAMED {
                lines.push(format!("  {sign} {}", self.words.say(&texts::assess_more(results.len() - NAMED))));
            }
        }
        lines
    }

    fn costs(&self) -> Vec<String> {
        let [before, after] =
            [self.before, self.after].map(|variant| cost::cost(&variant.judged, &variant.loaded.packs, &variant.loaded.register));
        let mut lines = vec![self.words.say(&texts::whatif_cost(before.money.to_string(), after.money.to_string()))];
        if before.unknown + after.unknown > 0 {
            lines.push(self.words.say(&texts::whatif_cost_unknown(before.unknown, after.unknown)));
        }
        lines
    }

    /// One bar a value for each award that the range changes.
    fn curve(&self, curve: &Curve) -> Vec<String> {
        let mut lines = vec![self.words.say(&texts::whatif_curve(curve.place.as_str()))];
        for (at, award) in self.after.judged.awards.iter().enumerate() {
            let counts: Vec<usize> = curve.points.iter().filter_map(|(_, counts, _)| counts.get(at).copied()).collect();
            let most = counts.iter().copied().max().unwrap_or_default();
            if counts.iter().all(|count| *count == most) {
                continue;
            }
            lines.push(format!("  {}", award.name));
            for ((value, _, cost), count) in curve.points.iter().zip(&counts) {
                let bar = "█".repeat((count * WIDTH).div_ceil(most.max(1)));
                lines.push(format!("  {value:>8} {bar:<WIDTH$} {count:>6}  {}", cost.money));
            }
        }
        lines
    }

    fn csv(&self) -> String {
        let mut rows = vec!["award,subject,name,change".to_owned()];
        for difference in compare(&self.before.judged, &self.after.judged) {
            for (change, results) in [("gains", &difference.gains), ("loses", &difference.losses)] {
                for result in results.iter() {
                    rows.push([difference.award, &result.subject, &result.name, change].map(quoted).join(","));
                }
            }
        }
        for curve in self.curves {
            rows.push(String::new());
            let names = self.after.judged.awards.iter().map(|award| quoted(&award.id));
            rows.push(std::iter::once(quoted(&curve.place)).chain(names).chain(["money".to_owned()]).collect::<Vec<_>>().join(","));
            for (value, counts, cost) in &curve.points {
                let counts = counts.iter().map(usize::to_string);
                rows.push(
                    std::iter::once(value.clone()).chain(counts).chain([quoted(&cost.money.to_string())]).collect::<Vec<_>>().join(","),
                );
            }
        }
        rows.push(String::new());
        rows.join("\n")
    }

    /// An annex for the draft plan.
    fn annex(&self) -> String {
        let say = |text| self.words.say(&text);
        let mut lines = vec![format!("# {}", say(texts::whatif_title(self.settings.join(", ")))), String::new()];
        lines.push(format!("| {} |", say(texts::whatif_columns()).replace(';', " |")));
        lines.push("| --- | ---: | ---: | ---: | ---: |".to_owned());
        for difference in compare(&self.before.judged, &self.after.judged) {
            let name = difference.name.replace('|', "\\|");
            let (before, after) = difference.met;
            lines.push(format!("| {name} | {before} | {after} | {} | {} |", difference.gains.len(), difference.losses.len()));
        }
        lines.push(String::new());
        lines.extend(self.costs());
        for curve in self.curves {
            lines.push(String::new());
            lines.push("```".to_owned());
            lines.extend(self.curve(curve));
            lines.push("```".to_owned());
        }
        lines.push(String::new());
        lines.join("\n")
    }
}
