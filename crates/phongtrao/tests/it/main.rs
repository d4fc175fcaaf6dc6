//! The built program and the whole way of reading, on files.

mod assess;
mod assess_command;
mod books;
mod certificates;
mod command_line;
mod completion;
mod conversions;
mod corpus;
mod data;
mod examples;
mod file_papers;
mod import;
mod ledger;
mod looks;
mod oracles;
mod papers;
mod pictures;
mod populations;
mod reports;
mod results;
mod rules;
mod run;
mod run_oracles;
mod score;
mod support;
mod whatif;
