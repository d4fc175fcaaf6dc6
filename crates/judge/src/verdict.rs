//! *Met*, *not met*, *unknown*; numbers and the bounds between which they lie while facts are missing.

use phongtrao_value::Decimal;

/// The result of a test. The order is the one of Kleene's logic: *all* is the least, *any* the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Verdict {
    /// Not met, whatever the missing facts turn out to be.
    NotMet = 0,
    /// It depends on facts that are missing.
    Unknown = 1,
    /// Met, whatever the missing facts turn out to be.
    Met = 2,
}

impl Verdict {
    /// Met or not met.
    pub fn of(met: bool) -> Verdict {
        if met { Verdict::Met } else { Verdict::NotMet }
    }
}

/// A number, or the bounds between which it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The least that it can be.
    pub least: Decimal,
    /// The greatest that it can be; `None` where nothing bounds it.
    pub most: Option<Decimal>,
}

impl Bounds {
    /// The number, where it is known.
    pub fn known(self) -> Option<Decimal> {
        (self.most == Some(self.least)).then_some(self.least)
    }
}
