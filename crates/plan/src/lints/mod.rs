//! Lints: one folder each, with its check, its messages, its explanation and its examples.
//!
//! A lint is added with `cargo xtask new-lint NAME`; the list between the marks is written by `cargo xtask tidy --write`.

mod context;
mod dates;
#[cfg(test)]
mod examples;
mod lint;
mod numbering;
mod phase_series;
mod run;

pub use context::{Context, Passage, Region, Sink};
pub use lint::{Lint, On};
pub use run::{Levels, check, lint};

// <lints> written by `cargo xtask tidy --write`
mod archive_line_missing;
mod award_without_authority;
mod award_without_criteria;
mod award_without_dossier;
mod award_without_quota;
mod award_without_round;
mod basis_after_issue;
mod basis_amended;
mod basis_date_wrong;
mod basis_not_yet_in_force;
mod basis_repealed;
mod basis_without_number;
mod closing_mark_missing;
mod date_blank;
mod day_that_does_not_exist;
mod deadline_before_issue;
mod deadline_given_twice;
mod deadline_on_holiday;
mod deadline_on_weekend;
mod deadline_outside_period;
mod deadline_outside_phase;
mod doubled_word;
mod missing_reference;
mod motto_missing;
mod number_blank;
mod numbering_jump;
mod numbering_restart;
mod period_missing;
mod phase_after_period;
mod phases_out_of_order;
mod phases_overlap;
mod range_reversed;
mod recipients_missing;
mod series_against_dates;
mod signatory_blank;
mod subject_without_criteria;
mod symbol_not_of_kind;
mod task_without_date;
mod task_without_unit;
mod weekday_wrong;

/// All lints by name.
pub static LINTS: &[&Lint] = &[
    &archive_line_missing::LINT,
    &award_without_authority::LINT,
    &award_without_criteria::LINT,
    &award_without_dossier::LINT,
    &award_without_quota::LINT,
    &award_without_round::LINT,
    &basis_after_issue::LINT,
    &basis_amended::LINT,
    &basis_date_wrong::LINT,
    &basis_not_yet_in_force::LINT,
    &basis_repealed::LINT,
    &basis_without_number::LINT,
    &closing_mark_missing::LINT,
    &date_blank::LINT,
    &day_that_does_not_exist::LINT,
    &deadline_before_issue::LINT,
    &deadline_given_twice::LINT,
    &deadline_on_holiday::LINT,
    &deadline_on_weekend::LINT,
    &deadline_outside_period::LINT,
    &deadline_outside_phase::LINT,
    &doubled_word::LINT,
    &missing_reference::LINT,
    &motto_missing::LINT,
    &number_blank::LINT,
    &numbering_jump::LINT,
    &numbering_restart::LINT,
    &period_missing::LINT,
    &phase_after_period::LINT,
    &phases_out_of_order::LINT,
    &phases_overlap::LINT,
    &range_reversed::LINT,
    &recipients_missing::LINT,
    &series_against_dates::LINT,
    &signatory_blank::LINT,
    &subject_without_criteria::LINT,
    &symbol_not_of_kind::LINT,
    &task_without_date::LINT,
    &task_without_unit::LINT,
    &weekday_wrong::LINT,
];
// </lints>
