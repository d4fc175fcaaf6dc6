//! Reasons as text, as JSON, and as HTML.

use phongtrao_diagnostic::html::Html;
use phongtrao_diagnostic::{Text, Words};
use serde_json::{Value, json as object};

use super::{Earliest, Reason, open};
use crate::{Amount, Verdict, texts};

/// What stands above a tree of reasons.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    /// The award's name.
    pub award: &'a str,
    /// The award's id.
    pub award_id: &'a str,
    /// What it came to, as other programs read it.
    pub code: &'static str,
    /// Name and id of the subject.
    pub subject: (&'a str, &'a str),
    /// What it came to.
    pub outcome: &'a Text,
    /// What whoever reads it must know: packs that were not checked against a newer law.
    pub cautions: &'a [Text],
    /// The tree.
    pub reason: &'a Reason,
    /// When it is possible at the earliest, where it is not met.
    pub earliest: Option<Earliest>,
}

/// As lines, each level two spaces further in.
pub fn text(drawn: &Drawn<'_>, words: &Words) -> String {
    let mut lines = vec![
        drawn.award.to_owned(),
        words.say(&texts::reason_subject(drawn.subject.0, drawn.subject.1)),
        words.say(&texts::reason_outcome(words.say(drawn.outcome))),
    ];
    lines.extend(drawn.cautions.iter().map(|caution| format!("! {}", words.say(caution))));
    lines.push(String::new());
    lines_of(drawn.reason, 0, Side::Wanted, words, &mut lines);
    lines.extend(drawn.earliest.map(|earliest| words.say(&earliest.words())));
    lines.push(String::new());
    lines.join("\n")
}

fn lines_of(reason: &Reason, depth: usize, side: Side, words: &Words, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let source = reason.source.as_ref().map(|source| format!(" [{}]", words.say(&texts::reason_source(source)))).unwrap_or_default();
    lines.push(format!("{indent}{} {}{source}", side.mark(reason.verdict), headline(reason, side, words)));
    for ground in &reason.grounds {
        let place = words.say(&texts::reason_place(ground.place.file, i64::from(ground.place.line)));
        lines.push(format!("{indent}    · {} ({place})", words.say(&ground.words).trim_end()));
    }
    for missing in &reason.missing {
        lines.push(format!("{indent}    · {}", words.say(&texts::reason_missing(missing.say(words)))));
    }
    for part in &reason.parts {
        lines_of(part, depth + 1, side.below(reason), words, lines);
    }
}

/// Whether a condition is to be met, is a case that nobody may fall under, or only says whether such a case is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Wanted,
    Excluded,
    OfExcluded,
}

impl Side {
    fn below(self, reason: &Reason) -> Side {
        match self {
            Side::Wanted if reason.excludes => Side::Excluded,
            Side::Wanted => Side::Wanted,
            Side::Excluded | Side::OfExcluded => Side::OfExcluded,
        }
    }

    /// Good or bad for whoever is judged; of a part of a case that is neither by itself, a dash.
    fn mark(self, verdict: Option<Verdict>) -> &'static str {
        match (self, verdict) {
            (Side::Wanted, Some(Verdict::Met)) | (Side::Excluded, Some(Verdict::NotMet)) => "✓",
            (Side::Wanted, Some(Verdict::NotMet)) | (Side::Excluded, Some(Verdict::Met)) => "✗",
            (_, Some(Verdict::Unknown)) => "?",
            (Side::OfExcluded, Some(_)) => "–",
            (_, None) => "=",
        }
    }

    fn words(self, verdict: Verdict) -> Text {
        match (self, verdict) {
            (_, Verdict::Unknown) => texts::verdict_unknown(),
            (Side::Wanted, Verdict::Met) => texts::verdict_met(),
            (Side::Wanted, Verdict::NotMet) => texts::verdict_not_met(),
            (Side::Excluded, Verdict::Met) => texts::verdict_is_case(),
            (Side::Excluded, Verdict::NotMet) => texts::verdict_no_case(),
            (Side::OfExcluded, Verdict::Met) => texts::verdict_true(),
            (Side::OfExcluded, Verdict::NotMet) => texts::verdict_false(),
        }
    }
}

/// What is asked, the days, what it came to.
fn headline(reason: &Reason, side: Side, words: &Words) -> String {
    let mut line = words.say(&reason.words);
    let days = reason.period.map(|period| words.say(&texts::reason_period(period.from, period.to)));
    let asked = reason.asked.as_ref().map(|asked| words.say(&asked.words));
    let details: Vec<String> = days.into_iter().chain(asked).collect();
    if !details.is_empty() {
        line.push_str(&format!(" ({})", details.join("; ")));
    }
    let amount = reason.amount.map(|amount| words.say(&amount_words(amount)));
    let verdict = reason.verdict.map(|verdict| words.say(&side.words(verdict)));
    let came: Vec<String> = amount.into_iter().chain(verdict).collect();
    if !came.is_empty() {
        line.push_str(&format!(": {}", came.join(", ")));
    }
    line
}

/// A number in words, cut off after three places, so that what is shown never reaches a limit that the number does not reach.
pub(crate) fn amount_words(amount: Amount) -> Text {
    let least = amount.least.down().to_string();
    if amount.is_known() {
        texts::amount_known(least)
    } else if amount.most.is_finite() {
        texts::amount_between(least, amount.most.down().to_string())
    } else {
        texts::amount_open(least)
    }
}

/// As a value for other programs.
pub fn json(drawn: &Drawn<'_>, words: &Words) -> Value {
    object!({
        "award": drawn.award,
        "award_id": drawn.award_id,
        "subject": drawn.subject.1,
        "name": drawn.subject.0,
        "outcome": words.say(drawn.outcome),
        "code": drawn.code,
        "cautions": drawn.cautions.iter().map(|caution| words.say(caution)).collect::<Vec<_>>(),
        "reason": node(drawn.reason, words),
        "earliest": drawn.earliest.map(|earliest| earliest_json(earliest, words)),
    })
}

fn earliest_json(earliest: Earliest, words: &Words) -> Value {
    let said = words.say(&earliest.words());
    match earliest {
        Earliest::In { year, kind, open } => object!({ "year": year, "kind": kind.word(), "open": open, "words": said }),
        Earliest::Never => object!({ "year": null, "words": said }),
    }
}

fn node(reason: &Reason, words: &Words) -> Value {
    let verdict = reason.verdict.map(|verdict| match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not-met",
        Verdict::Unknown => "unknown",
    });
    let end = |number: crate::program::Number| number.is_finite().then(|| number.down().to_string());
    let grounds = reason
        .grounds
        .iter()
        .map(|ground| object!({ "file": ground.place.file, "line": ground.place.line, "words": words.say(&ground.words) }));
    object!({
        "id": reason.id,
        "words": words.say(&reason.words),
        "asked": reason.asked.as_ref().map(|asked| words.say(&asked.words)),
        "from": reason.period.map(|period| period.from.to_string()),
        "to": reason.period.map(|period| period.to.to_string()),
        "source": reason.source,
        "verdict": verdict,
        "least": reason.amount.and_then(|amount| end(amount.least)),
        "most": reason.amount.and_then(|amount| end(amount.most)),
        "facts": grounds.collect::<Vec<_>>(),
        "missing": reason.missing.iter().map(|missing| words.say(&missing.words)).collect::<Vec<_>>(),
        "parts": reason.parts.iter().map(|part| node(part, words)).collect::<Vec<_>>(),
    })
}

/// As a page of its own.
pub fn html(drawn: &[Drawn<'_>], title: &str, words: &Words) -> String {
    Html::page(words.language().code(), title, STYLE, |html| {
        html.words("h1", &[], title);
        for drawn in drawn {
            section(drawn, words, html);
        }
    })
}

fn section(drawn: &Drawn<'_>, words: &Words, html: &mut Html) {
    html.element("section", &[], |html| {
        html.words("h2", &[], &format!("{} — {}", drawn.award, words.say(&texts::reason_subject(drawn.subject.0, drawn.subject.1))));
        html.words("p", &[], &words.say(&texts::reason_outcome(words.say(drawn.outcome))));
        for caution in drawn.cautions {
            html.words("p", &[("class", "caution")], &words.say(caution));
        }
        html.element("ul", &[], |html| item(drawn.reason, Side::Wanted, words, html));
        still(drawn.reason, words, html);
        if let Some(earliest) = drawn.earliest {
            html.words("p", &[], &words.say(&earliest.words()));
        }
    });
    html.line();
}

/// What would still have to be true.
fn still(reason: &Reason, words: &Words, html: &mut Html) {
    let steps = open(reason);
    if steps.is_empty() {
        return;
    }
    html.words("p", &[], &words.say(&texts::reason_still()));
    html.element("ul", &[], |html| {
        for step in steps {
            let waits: Vec<String> = step.waits.iter().map(|waits| waits.say(words)).collect();
            let waits = if waits.is_empty() { String::new() } else { format!(": {}", waits.join("; ")) };
            html.words("li", &[], &format!("{}{waits}", step.say(words)));
        }
    });
}

fn item(reason: &Reason, side: Side, words: &Words, html: &mut Html) {
    html.element("li", &[], |html| {
        html.words("span", &[("class", "mark")], side.mark(reason.verdict));
        html.text(&format!(" {}", headline(reason, side, words)));
        if let Some(source) = &reason.source {
            html.words("small", &[], &format!(" {}", words.say(&texts::reason_source(source))));
        }
        if reason.grounds.is_empty() && reason.missing.is_empty() && reason.parts.is_empty() {
            return;
        }
        html.element("ul", &[], |html| {
            for ground in &reason.grounds {
                let place = words.say(&texts::reason_place(ground.place.file, i64::from(ground.place.line)));
                html.words("li", &[("class", "fact")], &format!("{} ({place})", words.say(&ground.words).trim_end()));
            }
            for missing in &reason.missing {
                html.words("li", &[("class", "missing")], &words.say(&texts::reason_missing(missing.say(words))));
            }
            for part in &reason.parts {
                item(part, side.below(reason), words, html);
            }
        });
    });
}

const STYLE: &str = "\
body{font:16px/1.5 serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}\
ul{list-style:none;padding-left:1.2rem;border-left:1px solid #ddd}\
.mark{display:inline-block;width:1.2em}\
.fact{color:#555}.missing{color:#8a5a00}.caution{border-left:3px solid #c80;padding-left:.6rem}\
small{color:#666}";

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::Language;
    use rstest::rstest;

    use super::*;
    use crate::facts::{Addition, Missing};

    fn leaf(label: &str, verdict: Verdict, parts: Vec<Reason>) -> Reason {
        Reason { verdict: Some(verdict), parts, ..Reason::new(texts::reason_label(label)) }
    }

    fn lines(reason: &Reason) -> Vec<String> {
        let mut lines = Vec::new();
        lines_of(reason, 0, Side::Wanted, &Words::new(Language::English, &[&texts::TEXTS]), &mut lines);
        lines.iter().map(|line| line.trim().to_owned()).collect()
    }

    #[rstest]
    #[case::nobody_falls_under_it(Verdict::Met, Verdict::NotMet, "✓ no case: met", "✓ recruited lately: no such case")]
    #[case::somebody_does(Verdict::NotMet, Verdict::Met, "✗ no case: not met", "✗ recruited lately: is such a case")]
    #[case::nobody_knows(Verdict::Unknown, Verdict::Unknown, "? no case: unknown", "? recruited lately: unknown")]
    fn a_case_that_must_not_be_is_good_where_it_is_not(
        #[case] whole: Verdict,
        #[case] part: Verdict,
        #[case] said: &str,
        #[case] below: &str,
    ) {
        let recruited = leaf("recruited lately", part, vec![leaf("a month", Verdict::Met, Vec::new())]);
        let none = Reason { excludes: true, ..leaf("no case", whole, vec![recruited]) };
        assert_eq!(lines(&none), [said, below, "– a month: true"]);
    }

    #[test]
    fn what_waits_for_a_row_says_which() {
        let missing = Missing::of_unit(Addition::Attestation, texts::missing_attestation("solidarity"))
            .entered_as(texts::entered_attestation("doan-ket"));
        let reason = Reason { missing: vec![missing], ..leaf("solidarity", Verdict::Unknown, Vec::new()) };
        assert!(lines(&reason).iter().any(|line| line.contains("(attestations.csv, criterion: doan-ket)")), "{:?}", lines(&reason));
    }
}
