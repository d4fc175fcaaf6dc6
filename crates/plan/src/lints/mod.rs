//! Lints: one folder each, with its check, its messages, its explanation and its examples.
//!
//! A lint is added with `cargo xtask new-lint NAME`; the list between the marks is written by `cargo xtask tidy --write`.

mod context;
#[cfg(test)]
mod examples;
mod lint;
mod run;

pub use context::{Context, Passage, Region, Sink};
pub use lint::{Lint, On};
pub use run::{Levels, check, lint};

// <lints> written by `cargo xtask tidy --write`
mod award_without_authority;
mod award_without_criteria;
mod award_without_dossier;
mod award_without_quota;
mod award_without_round;
mod doubled_word;
mod phase_after_period;
mod subject_without_criteria;
mod task_without_date;
mod task_without_unit;

/// All lints by name.
pub static LINTS: &[&Lint] = &[
    &award_without_authority::LINT,
    &award_without_criteria::LINT,
    &award_without_dossier::LINT,
    &award_without_quota::LINT,
    &award_without_round::LINT,
    &doubled_word::LINT,
    &phase_after_period::LINT,
    &subject_without_criteria::LINT,
    &task_without_date::LINT,
    &task_without_unit::LINT,
];
// </lints>
