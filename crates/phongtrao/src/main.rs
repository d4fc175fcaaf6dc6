//! The binary: one file a subcommand, words from Fluent, exit codes that scripts can rely on.

#![deny(clippy::print_stdout, reason = "`shown` is the one way out: it knows when nobody reads any more")]

use std::process::ExitCode;

use mimalloc::MiMalloc;

mod checked;
mod commands;
mod crossed;
mod data;
mod fault;
mod files;
mod foreign;
mod full;
mod language;
mod pack_honours;
mod rounds;
mod shown;
mod texts;
mod workers;

/// Setting papers is a great many small pieces of memory, taken and given back.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    if let Some(parser) = foreign::parser_of(&arguments) {
        return foreign::run_parser(&parser);
    }
    let words = language::words(language::of(&arguments));
    let matches = commands::command(&words).get_matches_from(arguments);
    match commands::run(&matches, &words) {
        Ok(code) => code,
        Err(error) if shown::is_gone(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", words.say(&texts::stopped(fault::said(&error, &words))));
            ExitCode::from(commands::COULD_NOT_READ)
        }
    }
}
