//! What a script would do: `cargo xtask tidy [--write]`, `cargo xtask examples`, `cargo xtask new-lint NAME`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};

mod examples;
mod fault;
mod lexer;
mod new_lint;
mod tidy;
mod tree;

const USAGE: &str = "cargo xtask tidy [--write]     checks what compilers do not; --write brings generated files up to date
cargo xtask examples           makes the Word files of the official texts under examples/
cargo xtask new-lint NAME      makes the folder of a new lint from templates";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> anyhow::Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the workspace")?;
    match arguments {
        ["tidy"] => tidy::check(root),
        ["tidy", "--write"] => tidy::write(root),
        ["examples"] => examples::make(root),
        ["new-lint", name] => new_lint::make(root, name),
        _ => bail!("not understood: {}\n{USAGE}", arguments.join(" ")),
    }
}
