//! What tells whether bytes are the same: their hashes.

use sha2::{Digest as _, Sha256};

/// The hash of some bytes, in hexadecimal.
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of some files with their names.
pub fn hash_of_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut sha = Sha256::new();
    for part in files.into_iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]) {
        // The length of each part keeps two different folders from having the same bytes.
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
