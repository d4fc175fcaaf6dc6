//! `unit-not-in-recipients`: a body that has tasks and does not get the plan.

use phongtrao_diagnostic::{Severity, Span};

use crate::lints::{Context, Lint, On, Sink, bodies, promises};
use crate::texts;

/// A body that has tasks and does not get the plan.
pub(super) static LINT: Lint = Lint {
    name: "unit-not-in-recipients",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let plan = context.plan;
    if plan.recipients.is_empty() || !promises::promises(context) {
        return;
    }
    let mut seen: Vec<&str> = Vec::new();
    for task in &plan.tasks {
        let Some(unit) = task.unit.as_deref().filter(|unit| !seen.contains(unit)) else { continue };
        seen.push(unit);
        let missing = bodies::of(unit).into_iter().filter(|body| {
            let got = plan.recipients.iter().any(|recipient| body.stands_in(&recipient.who));
            !got && !body.issues(context)
        });
        for body in missing {
            let place = place_of(context, unit).or(task.origin.span);
            let finding = sink.finding(texts::unit_not_in_recipients(body.name.as_str())).at(place);
            sink.push(finding.help(texts::unit_not_in_recipients_help()));
        }
    }
}

/// Where the text names the body.
fn place_of(context: &Context<'_>, unit: &str) -> Option<Span> {
    let named = context.taken?.units.iter().find(|named| named.item.words == unit)?;
    Some(named.item.span)
}
