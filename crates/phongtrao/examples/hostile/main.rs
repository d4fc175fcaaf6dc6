//! How time and memory of reading grow with files made of one thing: `cargo run --release -p phongtrao --example hostile [NAME]`.
//!
//! Each shape is read at one, two and four times its length, each time in a process of its own. A growth of more than 2.2 for twice the length is marked.
//! Time is that of the processor and memory the highest that was taken, both as Linux counts them.

use std::hint::black_box;
use std::process::{Command, ExitCode};

use phongtrao_document::read::{self, NoParsers};
use phongtrao_plan::take;

mod shapes;

use shapes::Shape;

/// More is marked.
const MOST_GROWTH: f64 = 2.2;

/// Times below this many milliseconds say nothing about growth.
const LEAST: f64 = 60.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--one", name, times] => {
            let shape = shapes::all().into_iter().find(|shape| shape.name == *name).expect("a shape of the list");
            println!("{}", one(&shape, times.parse().expect("a number")));
            ExitCode::SUCCESS
        }
        names => {
            let shapes = shapes::all().into_iter().filter(|shape| names.is_empty() || names.contains(&shape.name.as_str()));
            println!("| made of | length | time | twice | four times | memory | twice | four times |");
            println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
            let grown = shapes.filter(|shape| !row(shape)).count();
            if grown == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

/// Prints the row of a shape; whether it grows as it should.
fn row(shape: &Shape) -> bool {
    /// The best of so many runs counts: other work of the machine only adds.
    const RUNS: usize = 2;
    let best = |times: usize| (0..RUNS).filter_map(|_| measured(shape, times)).min_by(|a, b| a.milliseconds.total_cmp(&b.milliseconds));
    let [Some(once), Some(twice), Some(four)] = [best(1), best(2), best(4)] else {
        println!("| {} | did not end | | | | | | |", shape.name);
        return false;
    };
    let mut fits = true;
    let mut growth = |more: f64, less: f64, least: f64| {
        let grown = more / less.max(0.1);
        let too_much = grown > MOST_GROWTH && more > least;
        fits &= !too_much;
        format!("{grown:.1}{}", if too_much { " **!**" } else { "" })
    };
    let time = [growth(twice.milliseconds, once.milliseconds, LEAST), growth(four.milliseconds, twice.milliseconds, LEAST)];
    let memory = [growth(twice.megabytes, once.megabytes, 32.0), growth(four.megabytes, twice.megabytes, 32.0)];
    println!(
        "| {} | {:.1} MB | {:.0} ms | {} | {} | {:.0} MB | {} | {} |",
        shape.name, once.length, once.milliseconds, time[0], time[1], once.megabytes, memory[0], memory[1]
    );
    fits
}

/// What reading one file took.
struct Measured {
    /// The length of the file in MB.
    length: f64,
    milliseconds: f64,
    megabytes: f64,
}

/// Reads a shape in a process of its own.
fn measured(shape: &Shape, times: usize) -> Option<Measured> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).args(["--one", &shape.name, &times.to_string()]).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    let figures: Vec<f64> = printed.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let [length, milliseconds, megabytes] = figures[..] else { return None };
    Some(Measured { length, milliseconds, megabytes })
}

/// Reads a shape here: its length in MB, milliseconds of the processor, and MB of memory beyond those for the file itself.
fn one(shape: &Shape, times: usize) -> String {
    // What is made once in a process is made before.
    let first = shapes::all().into_iter().next().expect("a shape");
    read_whole("a.txt", &shape_of(&first, 1)[..100]);
    let bytes = shape_of(shape, times);
    let (memory, before) = (memory(), processor());
    read_whole(shape.file(), &bytes);
    let spent = processor() - before;
    format!("{} {spent} {}", bytes.len() as f64 / 1e6, (self::memory() - memory).max(0.0))
}

fn shape_of(shape: &Shape, times: usize) -> Vec<u8> {
    shape.bytes(shape.count * times)
}

fn read_whole(name: &str, bytes: &[u8]) {
    let document = read::read(name, bytes, &NoParsers);
    black_box(take::take(&document));
}

/// Milliseconds that this process had on a processor.
fn processor() -> f64 {
    let figures = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    figures.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or_default() / 1e6
}

/// The most memory in MB that this process ever had.
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}
