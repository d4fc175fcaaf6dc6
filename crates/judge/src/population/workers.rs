//! Work cut into parts that threads take one after the other.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Hands out parts, each once.
#[derive(Debug)]
pub struct Next {
    next: AtomicUsize,
    parts: usize,
}

impl Next {
    /// The next part that nobody has taken.
    pub fn take(&self) -> Option<usize> {
        let part = self.next.fetch_add(1, Ordering::Relaxed);
        (part < self.parts).then_some(part)
    }

    /// Takes all parts away, so that everybody stops soon.
    pub fn stop(&self) {
        self.next.store(self.parts, Ordering::Relaxed);
    }
}

/// Runs the same work on so many threads, which share the parts among them. What they bring comes in no order that says anything.
pub fn side_by_side<T: Send>(threads: usize, parts: usize, work: impl Fn(&Next) -> T + Sync) -> Vec<T> {
    let next = Next { next: AtomicUsize::new(0), parts };
    let threads = threads.min(parts).max(1);
    if threads == 1 {
        return vec![work(&next)];
    }
    #[expect(clippy::disallowed_methods, reason = "the number of threads is handed in, and the result does not depend on it")]
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..threads).map(|_| scope.spawn(|| work(&next))).collect();
        started.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}
