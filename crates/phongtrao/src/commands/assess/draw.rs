//! Results as a calm table, as JSON, CSV and HTML, and one subject explained.

use phongtrao_diagnostic::{FileReport, Report, Words, draw};
use phongtrao_judge::reasons::{self, Drawn, Earliest};
use phongtrao_judge::round::{Among, Assessed, AwardResult, Judged, Noticed, Outcome, QuotaUse, Seen};
use phongtrao_judge::texts as judged;
use phongtrao_rules::criteria::Audience;
use phongtrao_sheet::push_cell;
use serde_json::{Value, json};

use crate::commands::check::style;
use crate::texts;

/// What is shown of a round, to whom, in which words.
pub(crate) struct View<'a> {
    pub(crate) judged: &'a Judged,
    pub(crate) audience: Audience,
    pub(crate) award: Option<&'a str>,
    pub(crate) words: &'a Words,
}

/// From this many names on a list is cut; CSV has all of them.
const NAMED: usize = 40;

impl<'a> View<'a> {
    pub(super) fn awards(&self) -> impl Iterator<Item = &'a AwardResult> {
        let only = self.award;
        self.judged.awards.iter().filter(move |award| only.is_none_or(|id| award.id == id))
    }
}

/// All results.
pub(crate) fn all(view: &View<'_>, format: &str) -> String {
    match format {
        "json" => format!("{:#}\n", json_of(view)),
        "csv" => csv(view),
        "html" => html(view),
        _ => human(view),
    }
}

fn human(view: &View<'_>) -> String {
    let words = view.words;
    let mut lines = vec![words.say(&texts::assess_title(&view.judged.label, view.judged.as_of)), String::new()];
    for award in view.awards() {
        lines.push(format!("{} ({})", award.name, award.id));
        lines.extend(award.cautions.iter().map(|caution| format!("  ! {}", words.say(caution))));
        lines.extend(award.procedure.iter().map(|step| format!("  → {}", words.say(step))));
        for (outcome, count) in award.counts(view.audience) {
            lines.push(format!("  {:<44} {count:>7}", words.say(&outcome_words(outcome, view.audience))));
        }
        lines.extend(award.quotas.iter().map(|quota| format!("  {}", words.say(&quota_words(quota, words)))));
        lines.extend(names(award, view));
        lines.push(String::new());
    }
    if !view.judged.findings.is_empty() {
        let files = view.judged.findings.iter().map(|noticed| {
            let file = noticed.place.map_or("", |place| place.file);
            FileReport::new(file, "", vec![noticed.finding.clone()])
        });
        lines.push(draw::human(&Report { files: files.collect() }, words, style()));
    }
    lines.push(words.say(&texts::assess_next()));
    lines.push(String::new());
    lines.join("\n")
}

/// Who meets an award, and who is close to it, by name.
fn names(award: &AwardResult, view: &View<'_>) -> Vec<String> {
    let met: Vec<&Assessed> = award.results.iter().filter(|result| result.outcome == Outcome::Met).collect();
    let mut lines: Vec<String> = met.iter().take(NAMED).map(|result| format!("    {:<12} {}", result.subject, result.name)).collect();
    if met.len() > NAMED {
        lines.push(format!("    {}", view.words.say(&texts::assess_more(met.len() - NAMED))));
    }
    lines
}

/// An outcome as an audience reads it: for all but the chair, everything that waits reads the same.
fn outcome_words(outcome: Outcome, audience: Audience) -> phongtrao_diagnostic::Text {
    if outcome == Outcome::Unknown && audience < Audience::Chair { texts::assess_waiting() } else { outcome.words() }
}

/// Among whom a quota is taken; nothing for the whole organisation.
pub(crate) fn among(within: &Among, words: &Words) -> String {
    match within {
        Among::Organisation => String::new(),
        Among::Block(id) | Among::Unit(id) => id.clone(),
        Among::NoBlock => words.say(&texts::assess_no_block()),
        Among::NoUnit => words.say(&texts::assess_no_unit()),
    }
}

fn quota_words(quota: &QuotaUse, words: &Words) -> phongtrao_diagnostic::Text {
    let within = among(&quota.within, words);
    let within = if within.is_empty() { within } else { format!("{within}: ") };
    match quota.places {
        Some(usize::MAX) => texts::assess_quota_none(within, quota.met),
        Some(places) => texts::assess_quota(within, places, quota.met),
        None => texts::assess_quota_open(within, quota.met),
    }
}

fn csv(view: &View<'_>) -> String {
    let mut rows = vec!["award,subject,name,outcome,missing".to_owned()];
    for award in view.awards() {
        for result in &award.results {
            let seen = result.seen_by(view.audience);
            let mut missing = still(&seen, view);
            let waits = view.words.say(&seen.words);
            // What waits says so in every line: only some lines saying it would tell which of them a case holds back.
            let says_so = missing.is_empty() || (view.audience < Audience::Chair && !missing.contains(&waits));
            if seen.outcome == Outcome::Unknown && says_so {
                missing.push(waits);
            }
            let cells = [&award.id, &result.subject, &result.name, seen.outcome.code(), &missing.join("; ")];
            rows.push(cells.map(quoted).join(","));
        }
    }
    rows.push(String::new());
    rows.join("\n")
}

/// What a result still needs: the lowest conditions that stand in its way, each with what it waits for. Nothing where it is met.
fn still(seen: &Seen, view: &View<'_>) -> Vec<String> {
    let mut still: Vec<String> = Vec::new();
    for step in reasons::open(&seen.reason) {
        let mut words = step.say(view.words);
        let waits: Vec<String> = step.waits.iter().map(|waits| waits.say(view.words)).filter(|waits| *waits != words).collect();
        // Where the award itself waits (for a place, for the results of others), its name is in the row already.
        if step.words == seen.reason.words && !waits.is_empty() {
            words = waits.join(", ");
        } else if !waits.is_empty() {
            words.push_str(&format!(": {}", waits.join(", ")));
        }
        if !still.contains(&words) {
            still.push(words);
        }
    }
    still
}

/// A cell of CSV. What a spreadsheet would read as a formula gets an apostrophe before it.
pub(crate) fn quoted(cell: &str) -> String {
    let safe = if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.to_owned() };
    let mut text = String::new();
    push_cell(&safe, &[','], &mut text);
    text
}

fn json_of(view: &View<'_>) -> Value {
    let judged = view.judged;
    json!({
        "round": judged.round,
        "label": judged.label,
        "as_of": judged.as_of.to_string(),
        "rests_on": { "plan": judged.rests_on.plan, "packs": judged.rests_on.packs, "facts": judged.rests_on.facts },
        "findings": judged.findings.iter().map(|noticed| finding_json(noticed, view)).collect::<Vec<_>>(),
        "awards": view.awards().map(|award| award_json(award, view)).collect::<Vec<_>>(),
    })
}

fn finding_json(noticed: &Noticed, view: &View<'_>) -> Value {
    json!({
        "code": noticed.finding.code,
        "message": view.words.say(&noticed.finding.message),
        "file": noticed.place.map(|place| place.file),
        "line": noticed.place.map(|place| place.line),
    })
}

fn award_json(award: &AwardResult, view: &View<'_>) -> Value {
    let counts: serde_json::Map<String, Value> =
        award.counts(view.audience).into_iter().map(|(outcome, count)| (outcome.code().to_owned(), count.into())).collect();
    let results = award.results.iter().map(|result| {
        let seen = result.seen_by(view.audience);
        let drawn = Drawn {
            award: &award.name,
            award_id: &award.id,
            code: seen.outcome.code(),
            subject: (&result.name, &result.subject),
            outcome: &seen.words,
            cautions: &[],
            reason: &seen.reason,
            earliest: None,
        };
        reasons::json(&drawn, view.words)
    });
    json!({
        "id": award.id,
        "name": award.name,
        "cautions": award.cautions.iter().map(|caution| view.words.say(caution)).collect::<Vec<_>>(),
        "procedure": award.procedure.iter().map(|step| view.words.say(step)).collect::<Vec<_>>(),
        "counts": counts,
        "results": results.collect::<Vec<_>>(),
    })
}

/// A result of an award as somebody may read it.
type SeenResult<'a> = (&'a AwardResult, &'a Assessed, Seen);

fn drawn<'a>((award, result, seen): &'a SeenResult<'a>) -> Drawn<'a> {
    Drawn {
        award: &award.name,
        award_id: &award.id,
        code: seen.outcome.code(),
        subject: (&result.name, &result.subject),
        outcome: &seen.words,
        cautions: &award.cautions,
        reason: &seen.reason,
        earliest: None,
    }
}

fn html(view: &View<'_>) -> String {
    let seen: Vec<SeenResult<'_>> =
        view.awards().flat_map(|award| award.results.iter().map(move |result| (award, result, result.seen_by(view.audience)))).collect();
    let drawn: Vec<Drawn<'_>> = seen.iter().map(drawn).collect();
    reasons::html(&drawn, &view.words.say(&texts::assess_title(&view.judged.label, view.judged.as_of)), view.words)
}

/// One subject for each award that it can have, with the first year in which one that is not met is possible; `None` where no award concerns it.
pub(crate) fn explained(view: &View<'_>, subject: &str, format: &str, earliest: &dyn Fn(&str) -> Option<Earliest>) -> Option<String> {
    let of: Vec<_> = view.awards().filter_map(|award| Some((award, award.of(subject)?))).collect();
    if of.is_empty() {
        return None;
    }
    let seen: Vec<SeenResult<'_>> = of.iter().map(|(award, result)| (*award, *result, result.seen_by(view.audience))).collect();
    let first = |seen: &Seen, award: &AwardResult| if seen.outcome == Outcome::NotMet { earliest(&award.id) } else { None };
    let drawn: Vec<Drawn<'_>> = seen.iter().map(|result| Drawn { earliest: first(&result.2, result.0), ..drawn(result) }).collect();
    Some(match format {
        "json" => format!("{:#}\n", Value::Array(drawn.iter().map(|drawn| reasons::json(drawn, view.words)).collect())),
        "html" => reasons::html(&drawn, subject, view.words),
        "csv" => csv_of_steps(&seen, view),
        _ => drawn.iter().map(|drawn| explained_text(drawn, view)).collect::<Vec<_>>().join("\n"),
    })
}

fn explained_text(drawn: &Drawn<'_>, view: &View<'_>) -> String {
    let mut text = reasons::text(drawn, view.words);
    let steps = reasons::open(drawn.reason);
    if !steps.is_empty() {
        text.push_str(&format!("\n{}\n", view.words.say(&judged::reason_still())));
        for step in steps {
            let waits = step.waits.iter().map(|waits| waits.say(view.words)).collect::<Vec<_>>().join("; ");
            let waits = if waits.is_empty() { waits } else { format!(": {waits}") };
            text.push_str(&format!("  - {}{waits}\n", step.say(view.words)));
        }
    }
    text
}

fn csv_of_steps(seen: &[(&AwardResult, &Assessed, Seen)], view: &View<'_>) -> String {
    let mut rows = vec!["award,outcome,condition,waits".to_owned()];
    for (award, _, seen) in seen {
        for step in reasons::open(&seen.reason) {
            let waits: Vec<String> = step.waits.iter().map(|waits| waits.say(view.words)).collect();
            let cells = [award.id.clone(), seen.outcome.code().to_owned(), step.say(view.words), waits.join("; ")];
            rows.push(cells.map(|cell| quoted(&cell)).join(","));
        }
    }
    rows.push(String::new());
    rows.join("\n")
}
