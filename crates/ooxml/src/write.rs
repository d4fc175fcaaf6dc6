//! Makes a package.

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::{name, types};

/// Parts on their way into a package. They stand in it in the order in which they were added, with the time 1980-01-01: the same parts give
/// the same bytes.
#[derive(Debug, Clone, Default)]
pub struct PackageWriter {
    parts: Vec<NewPart>,
    /// Source (empty for the package), id, kind, target.
    relationships: Vec<(String, String, String, String)>,
}

#[derive(Debug, Clone)]
struct NewPart {
    name: String,
    content_type: String,
    bytes: Vec<u8>,
}

impl PackageWriter {
    /// A package without parts.
    pub fn new() -> PackageWriter {
        PackageWriter::default()
    }

    /// Adds a part; one of the same name goes.
    pub fn part(&mut self, name: &str, content_type: &str, bytes: impl Into<Vec<u8>>) -> &mut PackageWriter {
        let key = name::key(name);
        self.parts.retain(|part| name::key(&part.name) != key);
        let name = name.trim_start_matches('/').to_owned();
        self.parts.push(NewPart { name, content_type: content_type.to_owned(), bytes: bytes.into() });
        self
    }

    /// Says that `source` (the package itself when empty) uses the part `target`; the id of the relationship.
    pub fn relate(&mut self, source: &str, kind: &str, target: &str) -> String {
        let count = self.relationships.iter().filter(|(from, ..)| from == source).count();
        let id = format!("rId{}", count + 1);
        self.relationships.push((source.to_owned(), id.clone(), kind.to_owned(), target.to_owned()));
        id
    }

    /// The bytes of the package.
    ///
    /// # Errors
    ///
    /// When a part is larger than a zip file of the common form can hold (4 GiB).
    pub fn finish(&self) -> Result<Vec<u8>, std::io::Error> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        add(&mut zip, types::PART, self.content_types().as_bytes())?;
        self.add_relationships(&mut zip, "")?;
        for part in &self.parts {
            add(&mut zip, &part.name, &part.bytes)?;
            self.add_relationships(&mut zip, &part.name)?;
        }
        Ok(zip.finish().map_err(into_io)?.into_inner())
    }

    fn content_types(&self) -> String {
        let mut out = String::from(DECLARATION);
        out.push_str(r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#);
        out.push_str(r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#);
        out.push_str(r#"<Default Extension="xml" ContentType="application/xml"/>"#);
        for part in &self.parts {
            out.push_str(&format!(r#"<Override PartName="/{}" ContentType="{}"/>"#, escaped(&part.name), escaped(&part.content_type)));
        }
        out.push_str("</Types>");
        out
    }

    fn add_relationships(&self, zip: &mut ZipWriter<Cursor<Vec<u8>>>, source: &str) -> Result<(), std::io::Error> {
        let mut own = self.relationships.iter().filter(|(from, ..)| from == source).peekable();
        if own.peek().is_none() {
            return Ok(());
        }
        let mut out = String::from(DECLARATION);
        out.push_str(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
        for (_, id, kind, target) in own {
            out.push_str(&format!(r#"<Relationship Id="{id}" Type="{}" Target="/{}"/>"#, escaped(kind), escaped(target)));
        }
        out.push_str("</Relationships>");
        add(zip, &name::relationships(source), out.as_bytes())
    }
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub(crate) fn add(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), std::io::Error> {
    // Time and system are fixed: both would otherwise tell when and where the package was made.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .system(System::Dos)
        .external_attributes(0);
    zip.start_file(name, options).map_err(into_io)?;
    zip.write_all(bytes)
}

pub(crate) fn into_io(error: ZipError) -> std::io::Error {
    match error {
        ZipError::Io(error) => error,
        other => std::io::Error::other(other),
    }
}

/// Words as character data or as the value of an attribute; what XML can't hold is left out.
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}
