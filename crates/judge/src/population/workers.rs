//! Work cut into parts that workers take one after the other. Who works beside whom is decided by the binary, which hands the workers in.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Whoever can do work beside each other: the threads of the binary.
pub trait Workers: Sync {
    /// Calls `work` once on each worker, and returns when all of them are done.
    fn all(&self, work: &(dyn Fn() + Sync));
}

/// The caller's own thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct Alone;

impl Workers for Alone {
    fn all(&self, work: &(dyn Fn() + Sync)) {
        work();
    }
}

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

/// Shares parts of work among workers. What they bring comes in no order that says anything.
pub fn side_by_side<T: Send>(workers: &dyn Workers, parts: usize, work: impl Fn(&Next) -> T + Sync) -> Vec<T> {
    let next = Next { next: AtomicUsize::new(0), parts };
    let brought = Mutex::new(Vec::new());
    workers.all(&|| {
        let result = work(&next);
        if let Ok(mut brought) = brought.lock() {
            brought.push(result);
        }
    });
    // A worker that panicked takes its caller along, so that nothing half-done comes here.
    brought.into_inner().unwrap_or_default()
}
