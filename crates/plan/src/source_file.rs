//! The official text that a plan was read from, by name and fingerprint.

use sha2::{Digest, Sha256};

use crate::SourceFile;

impl SourceFile {
    /// The file of that name with these bytes.
    pub fn of(name: &str, bytes: &[u8]) -> SourceFile {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        SourceFile { file: name.to_owned(), sha256 }
    }
}
