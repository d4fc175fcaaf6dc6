//! A package and its parts.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::relationship::{self, Relationship};
use crate::types::{self, Types};
use crate::{Bound, Limits, PackageError, PartFault, name};

/// An open package. Parts are unpacked when they are asked for, each within its bounds.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    /// How many bytes may still be inflated.
    budget: u64,
    /// Comparable name → place in the archive and the name as written.
    parts: BTreeMap<String, (usize, String)>,
    types: Types,
}

/// The bytes of a part, as far as they could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name as the package writes it.
    pub name: String,
    /// Its bytes; a beginning of them when there is a fault.
    pub bytes: Vec<u8>,
    /// Why the bytes are not whole.
    pub fault: Option<PartFault>,
}

impl<'a> Package<'a> {
    /// Opens a package and looks at its directory; nothing but the list of types is inflated.
    ///
    /// # Errors
    ///
    /// When the bytes are no sound zip file, or its directory tries to mislead a reader.
    pub fn open(bytes: &'a [u8], limits: Limits) -> Result<Package<'a>, PackageError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unopened(bytes, &error))?;
        if archive.len() > limits.parts {
            return Err(PackageError::TooManyParts(archive.len()));
        }
        let parts = directory(&mut archive)?;
        if archive.has_duplicate_names() {
            return Err(PackageError::DuplicateName(repeated(&archive)));
        }
        if archive.has_overlapping_entries().map_err(|error| damaged(&error))? {
            return Err(PackageError::Overlap);
        }
        let mut package = Package { archive, limits, budget: limits.whole, parts, types: Types::default() };
        package.types = package.part(types::PART).map(|part| Types::read(&part.bytes)).unwrap_or_default();
        Ok(package)
    }

    /// The names of all parts, in the order of their comparable form.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.values().map(|(_, name)| name.as_str())
    }

    /// The content type of a part.
    pub fn content_type(&self, part: &str) -> Option<&str> {
        self.types.of(part)
    }

    /// The bytes of a part by its name, whatever the case of its letters; `None` when there is no such part.
    pub fn part(&mut self, name: &str) -> Option<Part> {
        let (index, name) = self.parts.get(&name::key(name))?.clone();
        Some(self.unpacked(index, name))
    }

    /// The relationships of a part; of the package itself when `source` is empty.
    pub fn relationships(&mut self, source: &str) -> Vec<Relationship> {
        let part = self.part(&name::relationships(source));
        part.map(|part| relationship::read(source, &part.bytes)).unwrap_or_default()
    }

    /// The name of the part that the document begins with, by its relationship.
    ///
    /// # Errors
    ///
    /// When no relationship leads to a part that is there.
    pub fn main_part(&mut self) -> Result<String, PackageError> {
        let relationships = self.relationships("");
        let mut main = relationships.into_iter().filter(|relationship| relationship.kind == "officeDocument" && !relationship.external);
        let found = main.find_map(|relationship| self.parts.get(&name::key(&relationship.target)));
        found.map(|(_, name)| name.clone()).ok_or(PackageError::NoMainPart)
    }

    /// The entries as they stand in the file.
    pub(crate) fn archive_mut(&mut self) -> &mut ZipArchive<Cursor<&'a [u8]>> {
        &mut self.archive
    }

    fn unpacked(&mut self, index: usize, name: String) -> Part {
        let mut bytes = Vec::new();
        let fault = |reason: String| Some(PartFault::Damaged { name: name.clone(), reason });
        let file = match self.archive.by_index(index) {
            Ok(file) => file,
            Err(error) => return Part { fault: fault(error.to_string()), name, bytes },
        };
        let bound = self.limits.inflated(file.compressed_size());
        let allowed = bound.min(self.budget);
        // One byte more than allowed tells a part that just fits from one that doesn't.
        let read = file.take(allowed + 1).read_to_end(&mut bytes);
        let fault = match read {
            _ if bytes.len() as u64 > allowed => {
                bytes.truncate(usize::try_from(allowed).unwrap_or(usize::MAX));
                let bound = match () {
                    () if allowed < bound => Bound::Whole,
                    () if bound < self.limits.part => Bound::Ratio,
                    () => Bound::Part,
                };
                Some(PartFault::TooLarge { name: name.clone(), bound })
            }
            Ok(_) => None,
            Err(error) => fault(error.to_string()),
        };
        self.budget = self.budget.saturating_sub(bytes.len() as u64);
        Part { name, bytes, fault }
    }
}

fn directory(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<BTreeMap<String, (usize, String)>, PackageError> {
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        if file.encrypted() {
            return Err(PackageError::Encrypted);
        }
        if file.name_raw().ends_with(b"/") {
            continue;
        }
        let name = name::checked(&String::from_utf8_lossy(file.name_raw()))?;
        if parts.insert(name::key(&name), (index, name.clone())).is_some() {
            return Err(PackageError::DuplicateName(name));
        }
    }
    Ok(parts)
}

/// The archive keeps the last of several entries with one name and doesn't tell which they were: any name will do, the first is named.
fn repeated(archive: &ZipArchive<Cursor<&[u8]>>) -> String {
    archive.file_names_raw().next().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
}

fn damaged(error: &ZipError) -> PackageError {
    PackageError::Damaged(error.to_string())
}

fn unopened(bytes: &[u8], error: &ZipError) -> PackageError {
    const DIRECTORY_END: &[u8] = b"PK\x05\x06";
    if !bytes.starts_with(b"PK") {
        return PackageError::NotAPackage;
    }
    // The record stands within the last 64 KiB: its comment can't be longer.
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    match tail.windows(DIRECTORY_END.len()).any(|window| window == DIRECTORY_END) {
        true => damaged(error),
        false => PackageError::Truncated,
    }
}
