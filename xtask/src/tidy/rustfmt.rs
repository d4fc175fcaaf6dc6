//! Generated code looks as `cargo fmt` would have it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

/// The code as rustfmt writes it under the workspace's settings.
pub(super) fn format(root: &Path, code: &str) -> anyhow::Result<String> {
    let mut child = Command::new("rustfmt")
        .arg("--config-path")
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("rustfmt is part of the toolchain: rustup component add rustfmt")?;
    child.stdin.take().context("stdin was piped")?.write_all(code.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("rustfmt refused generated code");
    }
    Ok(String::from_utf8(output.stdout)?)
}
