//! `authority-without-power`: an honour offered in the name of an authority that by law cannot give it.

use phongtrao_diagnostic::Severity;
use phongtrao_rules::Honour;

use crate::lints::{Context, Lint, On, Sink};
use crate::take::phrase::{is_border, lowered};
use crate::texts;

/// An honour offered in the name of an authority that by law cannot give it.
pub(super) static LINT: Lint = Lint {
    name: "authority-without-power",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for award in &context.plan.awards {
        let Some(authority) = award.authority.as_deref() else { continue };
        let Some(honour) = honour_of(context.packs.honours_of_fixed_name(), &award.name) else { continue };
        let lower = lowered(authority);
        if honour
            .never_by
            .iter()
            .any(|never| lower.strip_prefix(never.as_str()).is_some_and(|rest| is_border(&lower, lower.len() - rest.len())))
        {
            let message = texts::authority_without_power(authority, honour.name_vi.as_str(), honour.source.as_str());
            sink.push(sink.finding(message).at(award.origin.span).help(texts::authority_without_power_help()));
        }
    }
}

/// The honour with whose name the name of an award begins; of several the one with the longest name.
fn honour_of<'a>(honours: &'a [Honour], name: &str) -> Option<&'a Honour> {
    let lower = lowered(name);
    let starts = |honour: &&Honour| lower.starts_with(&lowered(&honour.name_vi)) && is_border(&lower, honour.name_vi.len());
    honours.iter().filter(starts).max_by_key(|honour| honour.name_vi.len())
}
