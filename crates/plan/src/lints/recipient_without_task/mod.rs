//! `recipient-without-task`: a body that gets the plan to carry it out and has no task in it.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use serde::Deserialize;

use crate::lints::bodies::{self, Body};
use crate::lints::{Context, Lint, On, Region, Sink, promises};
use crate::take::phrase::{Phrases, lowered};
use crate::texts;

/// A body that gets the plan to carry it out and has no task in it.
pub(super) static LINT: Lint = Lint {
    name: "recipient-without-task",
    level: Severity::Note,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

#[derive(Deserialize)]
struct Data {
    carry_out: Vec<String>,
    not: Vec<String>,
}

static WORDS: LazyLock<(Phrases, Phrases)> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of carrying out are sound");
    (Phrases::new(&data.carry_out), Phrases::new(&data.not))
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let plan = context.plan;
    if plan.tasks.is_empty() || !promises::promises(context) {
        return;
    }
    for recipient in plan.recipients.iter().filter(|recipient| is_to_carry_out(recipient.words.as_deref())) {
        // Of a collective somebody has a task; only one that is named alone can be left out.
        // A line of several names that are not all known is left alone.
        let named = bodies::of(&recipient.who).into_iter().filter(|body| body.is_one() && !body.name.contains([',', ';']));
        let idle = named.filter(|body| !body.issues(context) && !has_task(context, body));
        for body in idle {
            let finding = sink.finding(texts::recipient_without_task(body.name.as_str())).at(recipient.origin.span);
            sink.push(finding.help(texts::recipient_without_task_help()));
        }
    }
}

/// Whether the words in the bracket say that it is to be carried out, and not only led or helped with.
fn is_to_carry_out(words: Option<&str>) -> bool {
    let lower = lowered(words.unwrap_or_default());
    WORDS.0.within(&lower) && !WORDS.1.within(&lower)
}

fn has_task(context: &Context<'_>, body: &Body) -> bool {
    let named = |words: &str| body.stands_in(words);
    let tasks = context.plan.tasks.iter().any(|task| task.unit.as_deref().is_none_or(named) || named(&task.text));
    tasks || context.passages.iter().any(|passage| passage.region == Region::Body && named(passage.as_str()))
}
