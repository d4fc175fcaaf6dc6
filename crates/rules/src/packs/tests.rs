//! Reading packs.

use super::*;

#[test]
fn all_embedded_packs_are_read() {
    let (packs, findings) = Packs::read(&files(&FILES));
    assert_eq!(findings, []);
    assert_eq!(packs.packs().len(), files(&FILES).len());
}

#[test]
fn a_pack_with_a_fault_is_left_out_and_said() {
    let fault = "[pack]\nid = \"x\"\nname_vi = \"x\"\nname_en = \"x\"\nchecked = \"2026-01-01\"\n[[kind]]\nsymbol = \"X\"\nname = \"X\"\n";
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
