//! How much a package may hold.

/// How much of a package is read at most. What goes beyond is an error value, never memory or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many entries.
    pub parts: usize,
    /// How many bytes one part may have when inflated.
    pub part: u64,
    /// How many bytes all parts that are asked for may have when inflated.
    pub whole: u64,
    /// How many times larger than its packed form a part may be; small parts (see [`Limits::free`]) may be more.
    pub ratio: u64,
    /// Up to this many bytes no ratio is looked at: a page of white space packs very well.
    pub free: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        // Deflate packs 1,032 to 1 at most; running text in WordprocessingML packs 10 to 1, a table of equal rows up to 100 to 1.
        Limits { parts: 10_000, part: 256 << 20, whole: 512 << 20, ratio: 250, free: 16 << 20 }
    }
}

impl Limits {
    /// How many bytes a part of this packed size may have when inflated.
    pub(crate) fn inflated(&self, packed: u64) -> u64 {
        self.part.min(self.free.max(packed.saturating_mul(self.ratio)))
    }
}
