//! What tidy finds.

use std::fmt;

/// Something in the tree that breaks a rule of the house.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    /// Where, from the root of the workspace.
    pub(crate) path: String,
    /// The line, from 1; 0 when it concerns the file as a whole.
    pub(crate) line: usize,
    /// What is wrong and what to do.
    pub(crate) message: String,
    /// A warning does not fail the build.
    pub(crate) warning: bool,
}

impl Fault {
    /// A fault of a whole file.
    pub(crate) fn new(path: impl Into<String>, message: impl Into<String>) -> Fault {
        Fault { path: path.into(), line: 0, message: message.into(), warning: false }
    }

    /// A fault at a line.
    pub(crate) fn at(path: impl Into<String>, line: usize, message: impl Into<String>) -> Fault {
        Fault { path: path.into(), line, message: message.into(), warning: false }
    }

    /// The same, but only worth saying.
    pub(crate) fn only_warns(mut self) -> Fault {
        self.warning = true;
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.warning { "warning: " } else { "error: " })?;
        formatter.write_str(&self.path)?;
        if self.line > 0 {
            write!(formatter, ":{}", self.line)?;
        }
        write!(formatter, ": {}", self.message)
    }
}

/// The line of a byte of a text, from 1.
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    1 + text.as_bytes()[..byte.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}
