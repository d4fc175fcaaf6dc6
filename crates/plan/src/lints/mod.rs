//! Lints: one folder each, with its check, its messages, its explanation and its examples.
//!
//! A lint is added with `cargo xtask new-lint NAME`; the list between the marks is written by `cargo xtask tidy --write`.

mod bodies;
mod context;
mod dates;
#[cfg(test)]
mod examples;
mod form;
mod lint;
mod nearby;
mod numbering;
mod phase_series;
mod promises;
mod run;

pub use context::{Context, Passage, Region, Sink};
pub use lint::{Lint, On};
pub use run::{Levels, check, lint};

// <lints> written by `cargo xtask tidy --write`
mod abbreviation_unexplained;
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
mod blank_left_open;
mod closing_mark_missing;
mod consecutive_without_years;
mod criterion_beyond_subject;
mod criterion_unmeasurable;
mod date_blank;
mod day_that_does_not_exist;
mod deadline_before_issue;
mod deadline_given_twice;
mod deadline_on_holiday;
mod deadline_on_weekend;
mod deadline_outside_period;
mod deadline_outside_phase;
mod doubled_word;
mod interim_called_final;
mod issue_date_year;
mod judging_circle;
mod leading_zero_missing;
mod missing_reference;
mod motto_missing;
mod motto_misspelled;
mod nothing_of_a_plan;
mod number_blank;
mod numbering_jump;
mod numbering_restart;
mod numbering_style_mixed;
mod period_missing;
mod personal_data;
mod phase_after_period;
mod phases_out_of_order;
mod phases_overlap;
mod place_missing;
mod points_off_total;
mod quotation_unclosed;
mod range_reversed;
mod recipient_without_task;
mod recipients_missing;
mod series_against_dates;
mod signatory_blank;
mod subject_without_criteria;
mod symbol_not_of_kind;
mod task_without_date;
mod task_without_unit;
mod threshold_words_missing;
mod title_called_commendation;
mod title_misspelled;
mod unit_not_in_recipients;
mod weekday_wrong;
mod word_broken;

/// All lints by name.
pub static LINTS: &[&Lint] = &[
    &abbreviation_unexplained::LINT,
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
    &blank_left_open::LINT,
    &closing_mark_missing::LINT,
    &consecutive_without_years::LINT,
    &criterion_beyond_subject::LINT,
    &criterion_unmeasurable::LINT,
    &date_blank::LINT,
    &day_that_does_not_exist::LINT,
    &deadline_before_issue::LINT,
    &deadline_given_twice::LINT,
    &deadline_on_holiday::LINT,
    &deadline_on_weekend::LINT,
    &deadline_outside_period::LINT,
    &deadline_outside_phase::LINT,
    &doubled_word::LINT,
    &interim_called_final::LINT,
    &issue_date_year::LINT,
    &judging_circle::LINT,
    &leading_zero_missing::LINT,
    &missing_reference::LINT,
    &motto_missing::LINT,
    &motto_misspelled::LINT,
    &nothing_of_a_plan::LINT,
    &number_blank::LINT,
    &numbering_jump::LINT,
    &numbering_restart::LINT,
    &numbering_style_mixed::LINT,
    &period_missing::LINT,
    &personal_data::LINT,
    &phase_after_period::LINT,
    &phases_out_of_order::LINT,
    &phases_overlap::LINT,
    &place_missing::LINT,
    &points_off_total::LINT,
    &quotation_unclosed::LINT,
    &range_reversed::LINT,
    &recipient_without_task::LINT,
    &recipients_missing::LINT,
    &series_against_dates::LINT,
    &signatory_blank::LINT,
    &subject_without_criteria::LINT,
    &symbol_not_of_kind::LINT,
    &task_without_date::LINT,
    &task_without_unit::LINT,
    &threshold_words_missing::LINT,
    &title_called_commendation::LINT,
    &title_misspelled::LINT,
    &unit_not_in_recipients::LINT,
    &weekday_wrong::LINT,
    &word_broken::LINT,
];
// </lints>
