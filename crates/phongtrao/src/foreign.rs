//! Foreign parsers in a child process of this program: what they do wrong ends with them.
//!
//! The child is this program again, with the hidden subcommand [`SUBCOMMAND`] and the parser's name. It reads the file from its standard input
//! and writes what the parser made to its standard output. Memory is bounded by the child itself before it reads a byte (on Unix; elsewhere only
//! the bounds within the parsers hold), time and output by the parent.

use std::{
    ffi::OsString,
    io::{self, Read, Write},
    process::{Child, Command, ExitCode, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use phongtrao_document::read::{Foreign, ForeignError, pdf};

/// The hidden subcommand that runs a parser.
pub(crate) const SUBCOMMAND: &str = "foreign-parser";

/// What a parser may use up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Address space, in bytes.
    pub(crate) memory: u64,
    /// From start to end.
    pub(crate) time: Duration,
    /// What it may print, in bytes.
    pub(crate) output: u64,
}

/// The bounds of every parser. A plan of 100 pages takes 30 MB and a tenth of a second.
const BOUNDS: Bounds = Bounds { memory: 1 << 30, time: Duration::from_secs(30), output: 128 << 20 };

/// How much of a parser's last words is kept, in bytes.
const LAST_WORDS: usize = 4096;

/// How often the parent looks whether a child that has closed its output has ended.
const LOOK: Duration = Duration::from_millis(2);

/// The child's exit code when its parser panicked.
const PANICKED: u8 = 3;

/// The child's exit code when it was called wrongly, or its input could not be read.
const MISUSED: u8 = 4;

/// What the standard library says last when memory is refused.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// Runs parsers in a child process of this program.
pub(crate) struct ChildProcess {
    arguments: Vec<OsString>,
    bounds: Bounds,
}

impl ChildProcess {
    /// With the usual bounds.
    pub(crate) fn new() -> ChildProcess {
        ChildProcess { arguments: vec![SUBCOMMAND.into()], bounds: BOUNDS }
    }
}

impl Foreign for ChildProcess {
    fn run(&self, parser: &str, bytes: &[u8]) -> Result<Vec<u8>, ForeignError> {
        let program = std::env::current_exe().map_err(|error| ForeignError::Failed(error.to_string()))?;
        let mut command = Command::new(program);
        command.args(&self.arguments).arg(parser);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().map_err(|error| ForeignError::Failed(error.to_string()))?;
        attend(child, bytes, self.bounds)
    }
}

/// Feeds the child, takes its output, and ends it when it goes beyond its bounds.
fn attend(mut child: Child, bytes: &[u8], bounds: Bounds) -> Result<Vec<u8>, ForeignError> {
    let deadline = Instant::now() + bounds.time;
    let (input, output, words) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        // Each pipe has a thread of its own: a child that writes before it has read can't block us, nor we it.
        scope.spawn(move || {
            if let Some(mut input) = input {
                // A child that ends early closes its input; what it printed tells why.
                let _ = input.write_all(bytes);
            }
        });
        let output = listen(scope, output, bounds.output);
        let words = listen(scope, words, u64::MAX);
        let result = outcome(&mut child, &output, &words, deadline, bounds);
        // Ends the threads too: the pipes close with the child.
        let _ = child.kill();
        let _ = child.wait();
        result
    })
}

/// Reads a pipe in a thread, up to `most` bytes and one.
fn listen<'scope>(scope: &'scope thread::Scope<'scope, '_>, pipe: Option<impl Read + Send + 'scope>, most: u64) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    scope.spawn(move || {
        let mut taken = Vec::new();
        if let Some(mut pipe) = pipe {
            let kept = if most == u64::MAX { LAST_WORDS as u64 } else { most + 1 };
            let _ = pipe.by_ref().take(kept).read_to_end(&mut taken);
            let _ = sender.send(taken);
            if most == u64::MAX {
                let _ = io::copy(&mut pipe, &mut io::sink());
            }
        }
    });
    receiver
}

fn outcome(
    child: &mut Child,
    output: &Receiver<Vec<u8>>,
    words: &Receiver<Vec<u8>>,
    deadline: Instant,
    bounds: Bounds,
) -> Result<Vec<u8>, ForeignError> {
    let left = || deadline.saturating_duration_since(Instant::now());
    let output = match output.recv_timeout(left()) {
        Ok(output) => output,
        Err(RecvTimeoutError::Timeout) => return Err(ForeignError::TooSlow),
        Err(RecvTimeoutError::Disconnected) => return Err(ForeignError::Failed(String::new())),
    };
    if output.len() as u64 > bounds.output {
        return Err(ForeignError::TooLarge);
    }
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if left().is_zero() => return Err(ForeignError::TooSlow),
            Ok(None) => thread::sleep(LOOK),
            Err(error) => return Err(ForeignError::Failed(error.to_string())),
        }
    };
    if status.success() {
        return Ok(output);
    }
    let words = words.recv_timeout(left()).unwrap_or_default();
    Err(failure(status, &String::from_utf8_lossy(&words)))
}

/// What the child's end and its last words tell.
fn failure(status: ExitStatus, words: &str) -> ForeignError {
    if words.contains(OUT_OF_MEMORY) {
        return ForeignError::TooLarge;
    }
    let last = words.lines().map(str::trim).rfind(|line| !line.is_empty());
    ForeignError::Failed(last.map_or_else(|| status.to_string(), str::to_owned))
}

/// The parser that this process was started to run, when it was: `phongtrao foreign-parser NAME`.
pub(crate) fn parser_of(arguments: &[OsString]) -> Option<String> {
    match arguments {
        [_, subcommand, parser] if subcommand == SUBCOMMAND => Some(parser.to_string_lossy().into_owned()),
        _ => None,
    }
}

/// The child's side: bounds itself, reads its input, runs the parser, prints what it made.
pub(crate) fn run_parser(parser: &str) -> ExitCode {
    serve(parser, BOUNDS, |parser, bytes| (parser == pdf::PARSER).then(|| pdf::extract(bytes)))
}

fn serve(parser: &str, bounds: Bounds, parse: impl Fn(&str, &[u8]) -> Option<Vec<u8>> + std::panic::RefUnwindSafe) -> ExitCode {
    bound_memory(bounds.memory);
    // Only the message: places in the source say nothing to who reads the finding.
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.payload_as_str().unwrap_or_default();
        let _ = writeln!(io::stderr(), "{message}");
    }));
    let mut bytes = Vec::new();
    if io::stdin().lock().read_to_end(&mut bytes).is_err() {
        return ExitCode::from(MISUSED);
    }
    match std::panic::catch_unwind(|| parse(parser, &bytes)) {
        Ok(Some(output)) => match io::stdout().lock().write_all(&output) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(MISUSED),
        },
        Ok(None) => ExitCode::from(MISUSED),
        Err(_) => ExitCode::from(PANICKED),
    }
}

/// From here on, an allocation beyond the bound fails and ends the process.
#[cfg(unix)]
fn bound_memory(bytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Where the system refuses a bound, the parsers' own still hold.
    let _ = setrlimit(Resource::As, Rlimit { current: Some(bytes), maximum: Some(bytes) });
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// There is no bound of a process's memory for itself here: the parsers' own bounds hold.
#[cfg(not(unix))]
fn bound_memory(_bytes: u64) {}

#[cfg(all(test, unix))]
mod tests {
    //! The child is this test binary again: it runs [`child`], the one ignored test, which finds the parser's name behind its own.

    use super::*;

    const SMALL: Bounds = Bounds { memory: 512 << 20, time: Duration::from_secs(20), output: 1 << 20 };

    fn run(parser: &str, bytes: &[u8], bounds: Bounds) -> Result<Vec<u8>, ForeignError> {
        let arguments = ["foreign::tests::child", "--exact", "--ignored", "--nocapture", "--skip"].map(OsString::from).to_vec();
        ChildProcess { arguments, bounds }.run(parser, bytes)
    }

    #[test]
    #[ignore = "run by the other tests in a process of its own"]
    fn child() {
        let parser = std::env::args().next_back().unwrap_or_default();
        let parse = |parser: &str, bytes: &[u8]| match parser {
            "test-length" => Some(format!("length {}", bytes.len()).into_bytes()),
            "test-panic" => panic!("a fault of its own"),
            "test-hang" => loop {
                thread::sleep(Duration::from_secs(60));
            },
            "test-silent" => {
                // Says nothing and reads nothing more, but does not end.
                loop {
                    std::hint::spin_loop();
                }
            }
            "test-memory" => {
                let mut all = Vec::new();
                while all.len() < 64 {
                    all.push(vec![1_u8; 32 << 20]);
                }
                Some(vec![u8::try_from(all.len()).unwrap_or(0)])
            }
            "test-depth" => Some(vec![deep(0)]),
            "test-flood" => Some(vec![b'x'; 8 << 20]),
            _ => None,
        };
        assert!(serve(&parser, SMALL, parse) == ExitCode::SUCCESS, "{parser}");
    }

    /// Never comes back.
    #[allow(unconditional_recursion, reason = "a parser that recurses as deep as the file says")]
    fn deep(depth: u64) -> u8 {
        let here = [depth; 64];
        let below = deep(std::hint::black_box(depth + 1));
        std::hint::black_box(here).iter().fold(below, |sum, one| sum ^ u8::try_from(one % 7).unwrap_or(0))
    }

    #[test]
    fn the_output_comes_back() {
        let output = run("test-length", &vec![0; 3 << 20], SMALL).map(|output| String::from_utf8_lossy(&output).into_owned());
        assert!(output.as_ref().is_ok_and(|output| output.contains("length 3145728")), "{output:?}");
    }

    #[test]
    fn a_panic_is_a_failure() {
        assert!(matches!(run("test-panic", b"", SMALL), Err(ForeignError::Failed(_))));
    }

    #[rstest::rstest]
    #[case::asleep("test-hang")]
    #[case::busy("test-silent")]
    fn a_parser_that_does_not_end_is_ended(#[case] parser: &str) {
        let bounds = Bounds { time: Duration::from_millis(300), ..SMALL };
        assert_eq!(run(parser, b"", bounds), Err(ForeignError::TooSlow));
    }

    #[test]
    fn memory_is_bounded() {
        assert_eq!(run("test-memory", b"", SMALL), Err(ForeignError::TooLarge));
    }

    #[test]
    fn a_stack_that_overflows_is_a_failure() {
        assert!(matches!(run("test-depth", b"", SMALL), Err(ForeignError::Failed(_))));
    }

    #[test]
    fn output_is_bounded() {
        assert_eq!(run("test-flood", b"", SMALL), Err(ForeignError::TooLarge));
    }

    #[test]
    fn a_child_that_reads_nothing_does_not_block() {
        assert!(matches!(run("test-unknown", &vec![0; 8 << 20], SMALL), Err(ForeignError::Failed(_))));
    }

    #[rstest::rstest]
    #[case(&["phongtrao", "foreign-parser", "pdf"], Some("pdf"))]
    #[case(&["phongtrao", "read", "pdf"], None)]
    #[case(&["phongtrao", "foreign-parser"], None)]
    fn hidden_subcommand(#[case] arguments: &[&str], #[case] expected: Option<&str>) {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        assert_eq!(parser_of(&arguments).as_deref(), expected);
    }
}
