//! `award-without-authority`: an award that does not say who decides on it.

use phongtrao_diagnostic::Severity;

use crate::lints::promises::{self, Question};
use crate::lints::{Context, Lint, On, Sink};
use crate::{Award, texts};

/// An award that does not say who decides on it.
pub(super) static LINT: Lint = Lint {
    name: "award-without-authority",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let open = |award: &&Award| award.authority.is_none() && !promises::shares_authority(context, award) && !promises::is_of_the_law(award);
    for award in promises::promised(context).filter(open).filter(|award| !promises::answered(context, award, Question::Authority)) {
        sink.push(
            sink.finding(texts::award_without_authority(award.name.as_str()))
                .at(award.origin.span)
                .help(texts::award_without_authority_help()),
        );
    }
}
