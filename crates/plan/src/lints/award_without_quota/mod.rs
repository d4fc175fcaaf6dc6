//! `award-without-quota`: an award that does not say how many there may be.

use phongtrao_diagnostic::Severity;

use crate::lints::promises::{self, Question};
use crate::lints::{Context, Lint, On, Sink};
use crate::{Award, texts};

/// An award that does not say how many there may be.
pub(super) static LINT: Lint = Lint {
    name: "award-without-quota",
    level: Severity::Note,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let open = |award: &&Award| award.quota.is_none() && promises::is_counted(award);
    for award in promises::promised(context).filter(open).filter(|award| !promises::answered(context, award, Question::Quota)) {
        sink.push(
            sink.finding(texts::award_without_quota(award.name.as_str())).at(award.origin.span).help(texts::award_without_quota_help()),
        );
    }
}
