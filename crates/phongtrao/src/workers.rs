//! Threads for work that judging shares among workers.

use std::num::NonZeroUsize;

use clap::ArgMatches;
use phongtrao_judge::population::Workers;

/// So many threads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Threads(pub(crate) NonZeroUsize);

impl Threads {
    /// As many as `--threads` says, else as the machine has cores.
    pub(crate) fn of(matches: &ArgMatches) -> Threads {
        let asked = matches.get_one::<NonZeroUsize>("threads").copied();
        Threads(asked.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN))
    }
}

impl Workers for Threads {
    fn all(&self, work: &(dyn Fn() + Sync)) {
        // The caller's own thread is one of them.
        std::thread::scope(|scope| {
            for _ in 1..self.0.get() {
                scope.spawn(work);
            }
            work();
        });
    }
}
