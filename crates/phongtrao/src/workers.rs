//! Threads for work that judging shares among workers.

use std::num::NonZeroUsize;

use phongtrao_judge::population::Workers;

/// So many threads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Threads(pub(crate) NonZeroUsize);

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
