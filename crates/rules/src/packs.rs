//! The packs that hold together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use phongtrao_diagnostic::{Finding, Severity, Span};
use phongtrao_value::Date;

use crate::documents::number_key;
use crate::pack::PackFile;
use crate::{DocumentKind, Holiday, Honour, LegalDocument, Pack, texts};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../packs");

static EMBEDDED: LazyLock<Packs> = LazyLock::new(|| Packs::read(&files(&FILES)).0);

/// All entries of several packs.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    packs: Vec<Pack>,
    documents: Vec<LegalDocument>,
    by_number: BTreeMap<String, usize>,
    honours: Vec<Honour>,
    kinds: Vec<DocumentKind>,
    holidays: Vec<Holiday>,
}

impl Packs {
    /// The packs that come with the program.
    pub fn embedded() -> &'static Packs {
        &EMBEDDED
    }

    /// The packs of some files, each with its name and text. A file that can't be read is left out whole, with a finding.
    pub fn read(files: &[(String, &str)]) -> (Packs, Vec<Finding>) {
        let mut packs = Packs::default();
        let mut findings = Vec::new();
        for (name, text) in files {
            match toml::from_str::<PackFile>(text) {
                Ok(file) => packs.add(file),
                Err(error) => findings.push(unreadable(name, &error)),
            }
        }
        (packs, findings)
    }

    fn add(&mut self, file: PackFile) {
        for document in file.documents {
            self.by_number.insert(number_key(&document.number), self.documents.len());
            self.documents.push(document);
        }
        self.honours.extend(file.honours);
        self.kinds.extend(file.kinds);
        self.holidays.extend(file.holidays);
        self.packs.push(file.pack);
    }

    /// What the packs say of themselves.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// All legal documents of the register.
    pub fn documents(&self) -> &[LegalDocument] {
        &self.documents
    }

    /// The legal document of that number; spaces, capitals, marks and kinds of dash make no difference.
    pub fn document(&self, number: &str) -> Option<&LegalDocument> {
        self.by_number.get(&number_key(number)).map(|index| &self.documents[*index])
    }

    /// All titles, commendations and recognitions.
    pub fn honours(&self) -> &[Honour] {
        &self.honours
    }

    /// All kinds of administrative documents.
    pub fn kinds(&self) -> &[DocumentKind] {
        &self.kinds
    }

    /// The kind of document with that abbreviation.
    pub fn kind(&self, symbol: &str) -> Option<&DocumentKind> {
        self.kinds.iter().find(|kind| kind.symbol == symbol)
    }

    /// The public holiday on that day.
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.is(day))
    }

    /// Whether an abbreviation is so well known that a text need not explain it.
    pub fn knows_abbreviation(&self, abbreviation: &str) -> bool {
        self.packs.iter().any(|pack| pack.known.iter().any(|known| known == abbreviation))
    }
}

fn unreadable(name: &str, error: &toml::de::Error) -> Finding {
    let message = texts::pack_unreadable(name, error.message());
    let span = error.span().map(Span::from);
    Finding::new("pack-unreadable", Severity::Error, message).at(span).help(texts::pack_unreadable_help())
}

fn files(folder: &'static Dir<'static>) -> Vec<(String, &'static str)> {
    let mut found: Vec<_> =
        folder.files().filter_map(|file| Some((file.path().to_string_lossy().into_owned(), file.contents_utf8()?))).collect();
    found.extend(folder.dirs().flat_map(files));
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_embedded_packs_are_read() {
        let (packs, findings) = Packs::read(&files(&FILES));
        assert_eq!(findings, []);
        assert_eq!(packs.packs().len(), files(&FILES).len());
    }

    #[test]
    fn a_pack_with_a_fault_is_left_out_and_said() {
        let fault =
            "[pack]\nid = \"x\"\nname_vi = \"x\"\nname_en = \"x\"\nchecked = \"2026-01-01\"\n[[kind]]\nsymbol = \"X\"\nname = \"X\"\n";
        let (packs, findings) = Packs::read(&[("x.toml".to_owned(), fault)]);
        assert_eq!(packs.packs(), []);
        assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["pack-unreadable"], "an entry without source");
    }

    #[test]
    fn what_replaces_and_amends_is_in_the_register() {
        let packs = Packs::embedded();
        for document in packs.documents() {
            for number in document.replaced_by.iter().chain(document.amended.iter().map(|amendment| &amendment.by)) {
                let replaced_by_later_text = ["05-HD/VPTW", "87/2025/QH15"].contains(&number.as_str());
                assert!(replaced_by_later_text || packs.document(number).is_some(), "{} names {number}", document.number);
            }
        }
    }

    #[rstest::rstest]
    #[case("2025-09-02", true)]
    #[case("2026-02-17", true)]
    #[case("2026-04-26", true)]
    #[case("2026-04-27", false)]
    fn holidays(#[case] day: &str, #[case] expected: bool) {
        assert_eq!(Packs::embedded().holiday(day.parse().expect("a day")).is_some(), expected);
    }
}
