//! Packages: what is written is read back; what misleads is refused.

use phongtrao_ooxml::{Bound, Limits, Package, PackageError, PackageWriter, PartFault, kind};
use proptest::prelude::*;
use rstest::rstest;

const XML: &str = "application/xml";

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = PackageWriter::new();
    for (name, bytes) in parts {
        writer.part(name, XML, *bytes);
    }
    writer.finish().expect("small parts always fit")
}

/// The bytes with every occurrence of `from` replaced by `to`, which is as long.
fn patched(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at + from.len() <= out.len() {
        if out[at..].starts_with(from) {
            out[at..at + to.len()].copy_from_slice(to);
        }
        at += 1;
    }
    out
}

fn refusal(bytes: &[u8]) -> PackageError {
    match Package::open(bytes, Limits::default()) {
        Ok(_) => panic!("the package was opened"),
        Err(error) => error,
    }
}

#[test]
fn a_part_is_found_whatever_the_case_of_its_name() {
    let bytes = package(&[("word/document.xml", b"<a/>")]);
    let mut package = Package::open(&bytes, Limits::default()).unwrap();
    let part = package.part("Word/DOCUMENT.xml").unwrap();
    assert_eq!((part.name.as_str(), part.bytes.as_slice(), part.fault), ("word/document.xml", b"<a/>".as_slice(), None));
    assert_eq!(package.part("word/styles.xml"), None);
    assert_eq!(package.content_type("/word/Document.xml"), Some(XML));
}

#[test]
fn the_main_part_is_found_by_its_relationship() {
    let mut writer = PackageWriter::new();
    writer.part("strange/name.xml", XML, "<a/>");
    writer.part("strange/styles.xml", XML, "<s/>");
    writer.relate("", kind::OFFICE_DOCUMENT, "strange/name.xml");
    writer.relate("strange/name.xml", kind::STYLES, "strange/styles.xml");
    let bytes = writer.finish().unwrap();
    let mut package = Package::open(&bytes, Limits::default()).unwrap();
    assert_eq!(package.main_part().as_deref(), Ok("strange/name.xml"));
    let styles = package.relationships("strange/name.xml").remove(0);
    assert_eq!((styles.kind.as_str(), styles.target.as_str(), styles.external), ("styles", "strange/styles.xml", false));
}

#[test]
fn a_package_without_main_part_says_so() {
    let bytes = package(&[("a.xml", b"")]);
    let mut package = Package::open(&bytes, Limits::default()).unwrap();
    assert_eq!(package.main_part(), Err(PackageError::NoMainPart));
}

#[test]
fn the_same_parts_give_the_same_bytes_with_a_fixed_time() {
    let parts: &[(&str, &[u8])] = &[("b.xml", b"<b/>"), ("a.xml", b"<a/>")];
    let bytes = package(parts);
    assert_eq!(bytes, package(parts));
    // Time 00:00:00 and date 1980-01-01 in the form of DOS, after signature, version, flags and method.
    assert_eq!(&bytes[10..14], &[0, 0, 0x21, 0]);
    let place = |name: &[u8]| bytes.windows(name.len()).position(|window| window == name).unwrap();
    assert!(place(b"[Content_Types].xml") < place(b"b.xml") && place(b"b.xml") < place(b"a.xml"));
}

#[rstest]
#[case::empty(b"", PackageError::NotAPackage)]
#[case::text(b"C\xe1\xbb\x99ng h\xc3\xb2a", PackageError::NotAPackage)]
#[case::first_header_only(b"PK\x03\x04 and no more", PackageError::Truncated)]
fn bytes_that_are_no_package_are_told(#[case] bytes: &[u8], #[case] expected: PackageError) {
    assert_eq!(refusal(bytes), expected);
}

#[test]
fn a_package_without_its_end_is_truncated() {
    let bytes = package(&[("a.xml", b"<a/>"), ("b.xml", b"<b/>")]);
    assert_eq!(refusal(&bytes[..bytes.len() - 30]), PackageError::Truncated);
}

#[test]
fn names_that_differ_in_case_only_are_refused() {
    let bytes = patched(&package(&[("part-a.xml", b"1"), ("part-b.xml", b"2")]), b"part-b.xml", b"PART-A.xml");
    assert_eq!(refusal(&bytes), PackageError::DuplicateName("PART-A.xml".to_owned()));
}

#[test]
fn equal_names_are_refused() {
    let bytes = patched(&package(&[("part-a.xml", b"1"), ("part-b.xml", b"2")]), b"part-b.xml", b"part-a.xml");
    assert!(matches!(refusal(&bytes), PackageError::DuplicateName(_)));
}

#[rstest]
#[case(b"../../a.xml")]
#[case(b"/aa/bb/a.xm")]
#[case(b"..\\..\\a.xml")]
fn names_that_leave_the_package_are_refused(#[case] name: &[u8]) {
    let bytes = patched(&package(&[("word/doc.xm", b"1")]), b"word/doc.xm", name);
    assert_eq!(refusal(&bytes), PackageError::UnsafeName(String::from_utf8_lossy(name).into_owned()));
}

#[test]
fn an_encrypted_part_is_refused() {
    let mut bytes = package(&[("a.xml", b"<a/>")]);
    for signature in [b"PK\x03\x04".as_slice(), b"PK\x01\x02"] {
        let flags = if signature == b"PK\x03\x04" { 6 } else { 8 };
        for at in 0..bytes.len() - 4 {
            if bytes[at..].starts_with(signature) {
                bytes[at + flags] |= 1;
            }
        }
    }
    assert_eq!(refusal(&bytes), PackageError::Encrypted);
}

#[test]
fn entries_that_share_bytes_are_refused() {
    let mut bytes = package(&[("a.xml", b"the same words in both"), ("b.xml", b"the same words in both")]);
    // The directory entry of the last part is led to the bytes of the one before.
    let entries: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    let (before, last) = (entries[entries.len() - 2] + 42, entries[entries.len() - 1] + 42);
    let offset = bytes[before..before + 4].to_vec();
    bytes[last..last + 4].copy_from_slice(&offset);
    assert_eq!(refusal(&bytes), PackageError::Overlap);
}

#[test]
fn more_parts_than_the_bound_are_refused() {
    let bytes = package(&[("a.xml", b""), ("b.xml", b"")]);
    let limits = Limits { parts: 2, ..Limits::default() };
    assert_eq!(Package::open(&bytes, limits).err(), Some(PackageError::TooManyParts(3)));
}

#[rstest]
#[case::part(Limits { part: 1_000, ..Limits::default() }, Bound::Part, 1_000)]
#[case::ratio(Limits { free: 1_000, ratio: 1, ..Limits::default() }, Bound::Ratio, 1_000)]
fn a_bomb_is_inflated_up_to_its_bound_and_no_further(#[case] limits: Limits, #[case] bound: Bound, #[case] kept: usize) {
    let bytes = package(&[("bomb.xml", &vec![b' '; 300_000])]);
    let mut package = Package::open(&bytes, limits).unwrap();
    let part = package.part("bomb.xml").unwrap();
    assert_eq!(part.bytes.len(), kept);
    assert_eq!(part.fault, Some(PartFault::TooLarge { name: "bomb.xml".to_owned(), bound }));
}

#[test]
fn all_parts_together_stay_within_their_bound() {
    let bytes = package(&[("a.xml", &[b'a'; 3_000]), ("b.xml", &[b'b'; 3_000])]);
    let mut package = Package::open(&bytes, Limits { whole: 5_000, ..Limits::default() }).unwrap();
    assert_eq!(package.part("a.xml").unwrap().fault, None);
    let second = package.part("b.xml").unwrap();
    assert!(second.bytes.len() < 2_000);
    assert_eq!(second.fault, Some(PartFault::TooLarge { name: "b.xml".to_owned(), bound: Bound::Whole }));
}

#[test]
fn a_damaged_part_keeps_what_could_be_read() {
    let words: String = (0..3_000).map(|number| format!("word {number} ")).collect();
    let mut bytes = package(&[("a.xml", words.as_bytes())]);
    let start = bytes.windows(5).position(|window| window == b"a.xml").unwrap();
    bytes[start + 2_000] ^= 0xff;
    let mut package = Package::open(&bytes, Limits::default()).unwrap();
    let part = package.part("a.xml").unwrap();
    assert!(matches!(part.fault, Some(PartFault::Damaged { .. })), "{:?}", part.fault);
    assert!(part.bytes.starts_with(b"word 0 word 1 "));
}

proptest! {
    #[test]
    fn parts_come_back_as_they_were(contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..400), 0..6)) {
        let mut writer = PackageWriter::new();
        for (index, content) in contents.iter().enumerate() {
            writer.part(&format!("folder/part{index}.xml"), XML, content.clone());
        }
        let bytes = writer.finish().unwrap();
        let mut package = Package::open(&bytes, Limits::default()).unwrap();
        for (index, content) in contents.iter().enumerate() {
            prop_assert_eq!(&package.part(&format!("folder/part{index}.xml")).unwrap().bytes, content);
        }
    }

    #[test]
    fn a_changed_byte_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = package(&[("word/document.xml", b"<w:p>words</w:p>"), ("b.xml", b"<b/>")]);
        let place = at.index(bytes.len());
        bytes[place] = byte;
        for end in [bytes.len(), cut.index(bytes.len())] {
            if let Ok(mut package) = Package::open(&bytes[..end], Limits::default()) {
                let names: Vec<String> = package.names().map(str::to_owned).collect();
                for name in names {
                    let _ = package.part(&name);
                }
                let _ = package.main_part();
            }
        }
    }
}
