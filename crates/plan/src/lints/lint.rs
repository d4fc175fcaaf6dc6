//! What a lint is.

use phongtrao_diagnostic::Severity;

use super::{Context, Sink};

/// A lint: a fault that is looked for, its explanation, its examples, its check.
pub struct Lint {
    /// Its stable name: the defect, so that "allow NAME" reads well (`deadline-before-issue`). It is the code of its findings.
    pub name: &'static str,
    /// How much a finding weighs unless `plan.toml` or `--level` says otherwise.
    pub level: Severity,
    /// What it needs.
    pub on: On,
    /// `explain.vi.md`: what it looks for, why it matters, example, what to do, source of the rule.
    pub explain_vi: &'static str,
    /// `explain.en.md`: the same in English.
    pub explain_en: &'static str,
    /// `bad.txt` or `bad.toml`: gives exactly one finding, of this lint (other lints may speak too).
    pub bad: &'static str,
    /// `good.txt` or `good.toml`: gives none of this lint.
    pub good: &'static str,
    /// Looks for the fault.
    pub check: fn(&Context<'_>, &mut Sink<'_>),
}

/// What a lint looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// The official text: its examples are texts, and it does not run on a `plan.toml` alone.
    Text,
    /// The plan, taken out of a text or read from `plan.toml`: its examples are either.
    Plan,
}
