//! Lints: one folder each, with its check, its messages, its explanation and its examples.
//!
//! A lint is added with `cargo xtask new-lint NAME`; the list between the marks is written by `cargo xtask tidy --write`.

mod bodies;
mod context;
#[cfg(test)]
mod examples;
mod lint;
mod numbering;
mod promises;
mod run;

pub use context::{Context, Passage, Region, Sink};
pub use lint::{Lint, On};
pub use run::{Levels, check, lint};

// <lints> written by `cargo xtask tidy --write`
mod archive_line_missing;
mod authority_without_power;
mod award_without_authority;
mod award_without_criteria;
mod award_without_dossier;
mod award_without_form;
mod award_without_quota;
mod award_without_round;
mod basis_after_issue;
mod basis_amended;
mod basis_date_wrong;
mod basis_not_yet_in_force;
mod basis_repealed;
mod basis_without_number;
mod closing_mark_missing;
mod consecutive_without_years;
mod criterion_beyond_subject;
mod criterion_unmeasurable;
mod date_blank;
mod doubled_word;
mod missing_reference;
mod motto_missing;
mod number_blank;
mod numbering_jump;
mod numbering_restart;
mod phase_after_period;
mod points_off_total;
mod recipient_without_task;
mod recipients_missing;
mod series_against_dates;
mod signatory_blank;
mod subject_without_criteria;
mod symbol_not_of_kind;
mod task_without_date;
mod task_without_unit;
mod title_called_commendation;
mod title_misspelled;
mod unit_not_in_recipients;

/// All lints by name.
pub static LINTS: &[&Lint] = &[
    &archive_line_missing::LINT,
    &authority_without_power::LINT,
    &award_without_authority::LINT,
    &award_without_criteria::LINT,
    &award_without_dossier::LINT,
    &award_without_form::LINT,
    &award_without_quota::LINT,
    &award_without_round::LINT,
    &basis_after_issue::LINT,
    &basis_amended::LINT,
    &basis_date_wrong::LINT,
    &basis_not_yet_in_force::LINT,
    &basis_repealed::LINT,
    &basis_without_number::LINT,
    &closing_mark_missing::LINT,
    &consecutive_without_years::LINT,
    &criterion_beyond_subject::LINT,
    &criterion_unmeasurable::LINT,
    &date_blank::LINT,
    &doubled_word::LINT,
    &missing_reference::LINT,
    &motto_missing::LINT,
    &number_blank::LINT,
    &numbering_jump::LINT,
    &numbering_restart::LINT,
    &phase_after_period::LINT,
    &points_off_total::LINT,
    &recipient_without_task::LINT,
    &recipients_missing::LINT,
    &series_against_dates::LINT,
    &signatory_blank::LINT,
    &subject_without_criteria::LINT,
    &symbol_not_of_kind::LINT,
    &task_without_date::LINT,
    &task_without_unit::LINT,
    &title_called_commendation::LINT,
    &title_misspelled::LINT,
    &unit_not_in_recipients::LINT,
];
// </lints>
