//! What became of results when facts changed: only what rests on these is judged again.

use std::collections::BTreeSet;

use phongtrao_clerk::prepared::PreparedRound;
use phongtrao_judge::round::{Assessed, Before, Judged, judge, judge_again};
use phongtrao_register::changes;
use serde_json::{Value, json};

use super::draw::{View, quoted};
use crate::crossed::{crossed, turn};
use crate::texts;

/// The results before the facts changed, and how much was judged again.
pub(super) struct Again {
    before: Judged,
    /// Rows that are there on one side only.
    rows: usize,
    /// Rows that only stand on another line.
    moved: usize,
    /// Results that were judged again.
    again: usize,
}

/// Judges the earlier facts, and of the later ones what the changes concern.
pub(super) fn judge_since(earlier: &PreparedRound, later: &PreparedRound) -> (Again, Judged) {
    let before = judge(&earlier.round, &earlier.register, earlier.rests_on.clone());
    let changes = changes(&earlier.register, &later.register);
    let rests_on = later.rests_on.clone();
    let decided = earlier.round.decided_otherwise(&later.round).filter(|_| !changes.concerns_all);
    let (judged, again) = if let Some(decided) = decided {
        let changed: BTreeSet<String> = changes.subjects.union(&decided).cloned().collect();
        judge_again(&later.round, &later.register, rests_on, Before { judged: &before, changed: &changed })
    } else {
        let judged = judge(&later.round, &later.register, rests_on);
        let all = judged.awards.iter().map(|award| award.results.len()).sum();
        (judged, all)
    };
    (Again { before, rows: changes.rows, moved: changes.moved, again }, judged)
}

/// A result that is another than before.
struct Turned<'a> {
    award: &'a str,
    subject: &'a str,
    name: &'a str,
    was: Option<&'a Assessed>,
    is: Option<&'a Assessed>,
}

fn turned<'a>(again: &'a Again, view: &View<'a>) -> Vec<Turned<'a>> {
    let mut all = Vec::new();
    for award in view.awards() {
        let was = again.before.award(&award.id);
        let mut of_award: Vec<Turned<'a>> = Vec::new();
        for is in &award.results {
            let was = was.and_then(|was| was.of(&is.subject));
            if was.is_none_or(|was| was.seen_by(view.audience) != is.seen_by(view.audience)) {
                of_award.push(Turned { award: &award.id, subject: &is.subject, name: &is.name, was, is: Some(is) });
            }
        }
        let gone = was.into_iter().flat_map(|was| &was.results).filter(|was| award.of(&was.subject).is_none());
        of_award.extend(gone.map(|was| Turned { award: &award.id, subject: &was.subject, name: &was.name, was: Some(was), is: None }));
        of_award.sort_by_key(|turned| turned.subject);
        all.extend(of_award);
    }
    all
}

impl Turned<'_> {
    fn codes(&self, view: &View<'_>) -> [&'static str; 2] {
        [self.was, self.is].map(|result| result.map(|result| result.outcome.seen_by(view.audience).code()).unwrap_or_default())
    }

    /// Conditions that came out differently, in words.
    fn conditions(&self, view: &View<'_>) -> Vec<String> {
        let (Some(was), Some(is)) = (self.was, self.is) else { return Vec::new() };
        let [was, is] = [was, is].map(|result| result.seen_by(view.audience).reason);
        crossed(&was, &is).iter().map(|crossed| crossed.say(view.words)).collect()
    }
}

/// The results that are others than before.
pub(super) fn drawn(again: &Again, view: &View<'_>, format: &str) -> String {
    let turned = turned(again, view);
    match format {
        "json" => format!("{:#}\n", json_of(again, &turned, view)),
        "csv" => csv(&turned, view),
        _ => human(again, &turned, view),
    }
}

fn human(again: &Again, turned: &[Turned<'_>], view: &View<'_>) -> String {
    let words = view.words;
    let of = view.judged.awards.iter().map(|award| award.results.len()).sum::<usize>();
    let mut lines = vec![words.say(&texts::assess_title(&view.judged.label, view.judged.as_of))];
    lines.push(words.say(&texts::assess_changed(again.rows, again.moved, again.again, of)));
    for award in view.awards() {
        let of_award: Vec<&Turned<'_>> = turned.iter().filter(|turned| turned.award == award.id).collect();
        if of_award.is_empty() {
            continue;
        }
        lines.extend([String::new(), format!("{} ({})", award.name, award.id)]);
        let (others, same): (Vec<_>, Vec<_>) = of_award.into_iter().partition(|turned| {
            let [was, is] = turned.codes(view);
            was != is || !turned.conditions(view).is_empty()
        });
        for turned in others {
            let outcomes = [turned.was, turned.is].map(|result| result.map(|result| result.outcome.seen_by(view.audience)));
            lines.push(format!("  {:<12} {}: {}", turned.subject, turned.name, turn(outcomes, words)));
            lines.extend(turned.conditions(view).into_iter().map(|condition| format!("      {condition}")));
        }
        if !same.is_empty() {
            lines.push(format!("  {}", words.say(&texts::assess_changed_reasons(same.len()))));
        }
    }
    if turned.is_empty() {
        lines.extend([String::new(), words.say(&texts::assess_changed_nothing())]);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn csv(turned: &[Turned<'_>], view: &View<'_>) -> String {
    let mut rows = vec!["award,subject,name,before,after,conditions".to_owned()];
    rows.extend(turned.iter().map(|turned| {
        let [was, is] = turned.codes(view);
        [turned.award, turned.subject, turned.name, was, is, &turned.conditions(view).join("; ")].map(quoted).join(",")
    }));
    rows.push(String::new());
    rows.join("\n")
}

fn json_of(again: &Again, turned: &[Turned<'_>], view: &View<'_>) -> Value {
    let hashes = |judged: &Judged| json!({ "plan": judged.rests_on.plan, "packs": judged.rests_on.packs, "facts": judged.rests_on.facts });
    let changed = turned.iter().map(|turned| {
        let [was, is] = turned.codes(view).map(|code| (!code.is_empty()).then_some(code));
        json!({
            "award": turned.award,
            "subject": turned.subject,
            "name": turned.name,
            "before": was,
            "after": is,
            "conditions": turned.conditions(view),
        })
    });
    json!({
        "round": view.judged.round,
        "as_of": view.judged.as_of.to_string(),
        "before": hashes(&again.before),
        "after": hashes(view.judged),
        "rows": again.rows,
        "moved": again.moved,
        "judged_again": again.again,
        "changed": changed.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests;
