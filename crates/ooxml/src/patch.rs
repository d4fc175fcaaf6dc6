//! The same package again with a few parts changed: all others keep their packed bytes, their order and their times.

use std::collections::BTreeMap;
use std::io::{self, Cursor};

use zip::ZipWriter;

use crate::write::{add, into_io};
use crate::{Package, name};

impl Package<'_> {
    /// The bytes of this package with some parts in place of those of the same name, and new ones behind all others.
    ///
    /// # Errors
    ///
    /// When an entry of the package cannot be copied, or the result would be larger than a zip file can be.
    pub fn patched(&mut self, changes: &[(String, Vec<u8>)]) -> Result<Vec<u8>, io::Error> {
        let mut changes: BTreeMap<String, &(String, Vec<u8>)> = changes.iter().map(|change| (name::key(&change.0), change)).collect();
        let archive = self.archive_mut();
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(into_io)?;
            let written = String::from_utf8_lossy(file.name_raw()).into_owned();
            match changes.remove(&name::key(&written.replace('\\', "/"))) {
                Some((_, bytes)) => add(&mut zip, &written, bytes)?,
                None => zip.raw_copy_file(file).map_err(into_io)?,
            }
        }
        for (name, bytes) in changes.values() {
            add(&mut zip, name, bytes)?;
        }
        Ok(zip.finish().map_err(into_io)?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Limits, Package, PackageWriter};

    fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut package = Package::open(bytes, Limits::default()).expect("a sound package");
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        names.into_iter().filter_map(|name| package.part(&name)).map(|part| (part.name, part.bytes)).collect()
    }

    #[test]
    fn what_is_not_changed_stays_byte_for_byte() {
        let mut writer = PackageWriter::new();
        writer.part("xl/a.xml", "text/a", "<a/>").part("xl/b.xml", "text/b", "<b/>").part("xl/media/c.png", "image/png", vec![0; 3000]);
        let original = writer.finish().expect("a small package");
        let mut package = Package::open(&original, Limits::default()).expect("a sound package");
        let same = package.patched(&[]).expect("copied");
        assert_eq!(parts(&same), parts(&original));

        let changes = [("XL/b.xml".to_owned(), b"<b>1</b>".to_vec()), ("xl/new.xml".to_owned(), b"<new/>".to_vec())];
        let changed = parts(&package.patched(&changes).expect("copied"));
        assert_eq!(changed.iter().find(|(name, _)| name == "xl/b.xml").map(|(_, bytes)| bytes.as_slice()), Some(b"<b>1</b>".as_slice()));
        assert!(changed.contains(&changes[1]));
        let others = |parts: &[(String, Vec<u8>)]| {
            parts.iter().filter(|(name, _)| name != "xl/b.xml" && name != "xl/new.xml").cloned().collect::<Vec<_>>()
        };
        assert_eq!(others(&changed), others(&parts(&original)));
    }
}
