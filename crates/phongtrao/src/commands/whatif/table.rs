//! What a change would do, as one table that a spreadsheet filters.

use phongtrao_judge::round::{Outcome, QuotaUse};

use super::draw::Shown;
use super::{Curve, cost};
use crate::commands::assess::draw::{among, quoted};

/// The parts of the answer stand in one table, told apart by their first column; each range is a table of its own behind an empty line.
pub(super) fn csv(shown: &Shown<'_>) -> String {
    let mut tables: Vec<Vec<String>> = Vec::new();
    if shown.is_changed {
        tables.push(changes(shown));
    }
    tables.extend(shown.curves.iter().map(|curve| points(shown, curve)));
    tables.into_iter().map(|rows| rows.join("\n") + "\n").collect::<Vec<_>>().join("\n")
}

fn row(cells: [&str; 7]) -> String {
    cells.map(quoted).join(",")
}

fn changes(shown: &Shown<'_>) -> Vec<String> {
    let code = |outcome: Option<Outcome>| outcome.map(Outcome::code).unwrap_or_default();
    let mut rows = vec!["part,award,subject,name,condition,before,after".to_owned()];
    for difference in shown.differences() {
        let (before, after) = difference.met;
        rows.push(row(["met", difference.award, "", "", "", &before.to_string(), &after.to_string()]));
        for (part, results) in [("gains", &difference.gains), ("loses", &difference.losses)] {
            for result in results.iter() {
                let [before, after] = shown.outcomes(difference.award, &result.subject).map(code);
                rows.push(row([part, difference.award, &result.subject, &result.name, "", before, after]));
            }
        }
    }
    for line in shown.lines() {
        let (before, after) = (code(line.outcomes.0), code(line.outcomes.1));
        let crossings = shown.crossings(&line);
        if crossings.is_empty() {
            rows.push(row(["line", &line.award.id, line.unit, line.name, "", before, after]));
        }
        rows.extend(crossings.iter().map(|crossing| row(["line", &line.award.id, line.unit, line.name, crossing, before, after])));
    }
    let places = |quota: Option<&QuotaUse>| match quota.and_then(|quota| quota.places) {
        Some(usize::MAX) | None => String::new(),
        Some(places) => places.to_string(),
    };
    let met = |quota: Option<&QuotaUse>| quota.map(|quota| quota.met.to_string()).unwrap_or_default();
    for overflow in shown.overflows() {
        let (award, within, name) = (&overflow.award.id, among(&overflow.after.within, shown.words), shown.within(overflow.after));
        let (before, after) = (overflow.before, Some(overflow.after));
        rows.push(row(["quota", award, &within, &name, "places", &places(before), &places(after)]));
        rows.push(row(["quota", award, &within, &name, "met", &met(before), &met(after)]));
    }
    let [before, after] = shown.costs();
    let each = |of: fn(&cost::Cost) -> String| (of(&before), of(&after));
    let (before_money, after_money) = each(|cost| cost.money.as_dong().to_string());
    rows.push(row(["money", "", "", "", "stated", &before_money, &after_money]));
    let (before_open, after_open) = each(|cost| cost.unknown.to_string());
    rows.push(row(["money", "", "", "", "not-stated", &before_open, &after_open]));
    rows
}

fn points(shown: &Shown<'_>, curve: &Curve) -> Vec<String> {
    let awards = shown.after.judged.awards.iter().map(|award| quoted(&award.id));
    let heading = std::iter::once(quoted(&curve.place)).chain(awards).chain(["money".to_owned()]);
    let mut rows = vec![heading.collect::<Vec<_>>().join(",")];
    rows.extend(curve.points.iter().map(|point| {
        let met = point.met.iter().map(usize::to_string);
        let cells = std::iter::once(point.value.clone()).chain(met).chain([point.cost.money.as_dong().to_string()]);
        cells.collect::<Vec<_>>().join(",")
    }));
    rows
}
