//! The one way to standard output. Whoever reads may stop reading (`… | head`): that ends the program quietly and is no fault of it.

use std::fmt::Display;
use std::io::{self, Write as _};

/// Shows a text.
///
/// # Errors
///
/// Standard output could not be written; where its reader is gone, [`is_gone`] says so of the error.
pub(crate) fn text(text: impl Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    write!(out, "{text}")?;
    out.flush()
}

/// Shows a line.
///
/// # Errors
///
/// As [`text`].
pub(crate) fn line(line: impl Display) -> io::Result<()> {
    text(format_args!("{line}\n"))
}

/// Whether an error says only that nobody reads any more.
pub(crate) fn is_gone(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
