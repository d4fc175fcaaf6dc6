//! Parsers of others, run where they can do no harm.

/// Runs a foreign parser within bounds of memory and time, in a process of its own. The binary brings it (invariant 1).
pub trait Foreign {
    /// The parser called `parser` (a name of [`crate::read`]'s own list) on the bytes; what it printed.
    ///
    /// # Errors
    ///
    /// When the parser crashed, took too long, or took too much memory.
    fn run(&self, parser: &str, bytes: &[u8]) -> Result<Vec<u8>, ForeignError>;
}

/// A host without parsers of others: every one of them fails, and all other formats are read.
#[derive(Debug, Clone, Copy)]
pub struct NoParsers;

impl Foreign for NoParsers {
    fn run(&self, parser: &str, _: &[u8]) -> Result<Vec<u8>, ForeignError> {
        Err(ForeignError::Failed(parser.to_owned()))
    }
}

/// Why a foreign parser gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ForeignError {
    /// It ended with a fault of its own; what it said last.
    #[error("the parser failed: {0}")]
    Failed(String),
    /// It took longer than it may.
    #[error("the parser took too long")]
    TooSlow,
    /// It wanted more memory than it may have, or printed more than it may.
    #[error("the parser took too much memory")]
    TooLarge,
}
