//! `award-without-round`: an award that does not say when it is judged.

use phongtrao_diagnostic::Severity;

use crate::lints::promises::{self, Question};
use crate::lints::{Context, Lint, On, Sink};
use crate::{Award, texts};

/// An award that does not say when it is judged.
pub(super) static LINT: Lint = Lint {
    name: "award-without-round",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let open = |award: &&Award| award.round.is_none() && context.plan.rounds.is_empty();
    for award in promises::promised(context).filter(open).filter(|award| !promises::answered(context, award, Question::Round)) {
        sink.push(
            sink.finding(texts::award_without_round(award.name.as_str())).at(award.origin.span).help(texts::award_without_round_help()),
        );
    }
}
