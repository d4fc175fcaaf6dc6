//! Reading packs.

use super::*;

mod limits;
mod own;

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

/// A pack with one entry.
fn pack(entries: &str) -> String {
    format!("[pack]\nid = \"own\"\nname_vi = \"x\"\nname_en = \"x\"\nchecked = \"2026-11-21\"\n{entries}")
}

/// An entry of a vote, with keys of the caller.
fn vote(keys: &str) -> String {
    let keys = if keys.contains("source") { keys.to_owned() } else { format!("{keys}\nsource = \"Quy chế, Điều 3\"") };
    format!("[[vote]]\nname_vi = \"x\"\nname_en = \"x\"\nof = \"total-members\"\nbody = \"council\"\nconfidence = \"read\"\n{keys}\n")
}

fn alone(entries: &str) -> (Packs, Vec<PackFinding>) {
    Packs::laid_over(&[("own.toml".to_owned(), &pack(entries))], &[])
}

fn over_embedded(files: &[&str]) -> (Packs, Vec<PackFinding>) {
    let texts: Vec<String> = files.iter().map(|entries| pack(entries)).collect();
    let own: Vec<(String, &str)> = texts.iter().enumerate().map(|(at, text)| (format!("own-{at}.toml"), text.as_str())).collect();
    Packs::laid_over(&Packs::embedded_files(), &own)
}

fn codes(findings: &[PackFinding]) -> Vec<&'static str> {
    findings.iter().map(|found| found.finding.code).collect()
}

/// Each fault is a finding at its place, and the file is left out whole.
#[rstest::rstest]
#[case::percentage_over_a_hundred("id = \"v\"\npercent = 101", "percentage-out-of-range", "101")]
#[case::percentage_under_nothing("id = \"v\"\npercent = -1", "percentage-out-of-range", "-1")]
#[case::no_source("id = \"v\"\npercent = 80\nsource = \" \"", "entry-without-source", "\"v\"")]
#[case::backwards("id = \"v\"\npercent = 80\nfrom = \"2026-01-02\"\nto = \"2026-01-01\"", "validity-backwards", "\"2026-01-01\"")]
#[case::no_date("id = \"v\"\npercent = 80\nfrom = \"2026-02-30\"", "pack-unreadable", "\"2026-02-30\"")]
#[case::no_such_key("id = \"v\"\npercent = 80\npercentage = 80", "pack-unreadable", "percentage")]
#[case::too_exact("id = \"v\"\npercent = 80.0001", "pack-unreadable", "80.0001")]
fn faults_of_an_entry(#[case] keys: &str, #[case] code: &str, #[case] place: &str) {
    let text = pack(&vote(keys));
    let (packs, findings) = alone(&vote(keys));
    assert_eq!(codes(&findings), [code]);
    assert_eq!(findings[0].finding.span.map(|span| span.of(&text)), Some(place));
    assert!(packs.entries().is_empty() && packs.packs().is_empty());
}

#[rstest::rstest]
#[case::unknown_honour("id = \"v\"\npercent = 80\nscope = { honours = [\"no-such-honour\"] }", "entry-refers-to-nothing")]
#[case::replaces_nothing("id = \"v\"\npercent = 80\nreplaces = [\"no-such-entry\"]", "entry-refers-to-nothing")]
#[case::no_body("id = \"v\"", "pack-unreadable")]
fn faults_between_entries(#[case] keys: &str, #[case] code: &str) {
    let (packs, findings) = alone(&vote(keys));
    assert_eq!(codes(&findings), [code]);
    assert!(packs.entries().is_empty());
}

#[rstest::rstest]
#[case::one_after_the_other("2025-12-31", "2026-01-01", &[])]
#[case::a_day_between("2025-12-30", "2026-01-01", &["validity-gap"])]
#[case::a_day_in_both("2026-01-01", "2026-01-01", &["validity-overlaps"])]
fn versions_of_an_entry(#[case] to: &str, #[case] from: &str, #[case] expected: &[&str]) {
    let earlier = vote(&format!("id = \"v\"\npercent = 80\nto = \"{to}\""));
    let later = vote(&format!("id = \"v\"\npercent = 85\nfrom = \"{from}\""));
    let (packs, findings) = alone(&format!("{earlier}{later}"));
    assert_eq!(codes(&findings), expected);
    assert_eq!(packs.entries().is_empty(), expected.contains(&"validity-overlaps"));
}

#[rstest::rstest]
#[case::figures("confidence = \"unknown\"\ndoubt = \"x\"\npercent = 80", "unknown-with-figures")]
#[case::no_words("confidence = \"unknown\"", "unknown-without-words")]
fn what_is_not_known_has_words_and_no_figure(#[case] keys: &str, #[case] code: &str) {
    let entry = format!("[[vote]]\nid = \"v\"\nname_vi = \"x\"\nname_en = \"x\"\nsource = \"x\"\n{keys}\n");
    assert_eq!(codes(&alone(&entry).1), [code]);
}

#[test]
fn bands_follow_each_other_and_sets_add_up() {
    let scale = |least: &str| {
        format!(
            "[[scale]]\nid = \"s\"\nname_vi = \"x\"\nname_en = \"x\"\nsource = \"x\"\nconfidence = \"read\"\nlevels = [\n\
             {{ id = \"a\", name_vi = \"a\", name_en = \"a\", least = 0, below = 50 }},\n\
             {{ id = \"b\", name_vi = \"b\", name_en = \"b\", least = {least} }},\n]\n"
        )
    };
    assert_eq!(codes(&alone(&scale("50")).1), [] as [&str; 0]);
    assert_eq!(codes(&alone(&scale("51")).1), ["bands-broken"]);
    assert_eq!(codes(&alone(&scale("49.5")).1), ["bands-broken"]);
}

#[rstest::rstest]
#[case::stricter("over = \"vote-base-titles\"\npercent = 85", &[])]
#[case::the_same("over = \"vote-base-titles\"\npercent = 80", &[])]
#[case::looser("over = \"vote-base-titles\"\npercent = 79.999", &["overlay-looser"])]
#[case::of_those_present("over = \"vote-base-titles\"\nof = \"present\"", &["overlay-looser"])]
#[case::over_nothing("over = \"vote-of-nobody\"\npercent = 85", &["overlay-over-nothing"])]
#[case::over_another_kind("over = \"base-salary\"\npercent = 85", &["overlay-over-nothing"])]
#[case::out_of_range("over = \"vote-base-titles\"\npercent = 120", &["percentage-out-of-range"])]
#[case::taken("id = \"vote-base-titles\"\nname_vi = \"x\"\nname_en = \"x\"\nconfidence = \"read\"\nof = \"total-members\"\nbody = \"council\"\npercent = 85", &["entry-id-taken"])]
fn what_an_organisation_lays_over(#[case] keys: &str, #[case] expected: &[&str]) {
    let (packs, findings) = over_embedded(&[&format!("[[vote]]\nsource = \"Quy chế, Điều 3\"\n{keys}\n")]);
    assert_eq!(codes(&findings), expected);
    assert_eq!(packs.packs().len(), Packs::embedded().packs().len() + usize::from(expected.is_empty()));
}

#[test]
fn an_overlay_holds_on_its_days_only() {
    let own =
        "[[vote]]\nover = \"vote-base-titles\"\npercent = 85\nfrom = \"2026-01-01\"\nto = \"2026-12-31\"\nsource = \"Quy chế, Điều 3\"\n";
    let (packs, findings) = over_embedded(&[own]);
    assert_eq!(codes(&findings), [] as [&str; 0]);
    let percent = |day: &str| {
        let vote: Option<&crate::entries::Vote> = packs.body("vote-base-titles", day.parse().expect("a day"));
        vote.map(|vote| vote.percent.to_string())
    };
    let days = ["2025-06-30", "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"];
    assert_eq!(days.map(percent), ["80", "80", "85", "85", "80"].map(|percent| Some(percent.to_owned())));
    let own = packs.entry("vote-base-titles", "2026-06-01".parse().expect("a day")).expect("in force");
    assert_eq!((own.source.as_str(), own.packs.as_slice()), ("Quy chế, Điều 3", ["own".to_owned(), "vn/law/votes".to_owned()].as_slice()));
    assert!(packs.cautions(own, "2026-10-01".parse().expect("a day")).contains(&texts::caution_unchecked("Luật 06/2026/QH16")));
}

#[test]
fn two_overlays_for_one_entry_contradict_each_other_only_on_the_same_days() {
    let own = |from: &str, to: &str| {
        format!("[[vote]]\nover = \"vote-base-titles\"\npercent = 85\nfrom = \"{from}\"\nto = \"{to}\"\nsource = \"Quy chế, Điều 3\"\n")
    };
    let first = own("2026-01-01", "2026-06-30");
    assert_eq!(codes(&over_embedded(&[&first, &own("2026-07-01", "2026-12-31")]).1), [] as [&str; 0]);
    let (packs, findings) = over_embedded(&[&first, &own("2026-06-30", "2026-12-31")]);
    assert_eq!(codes(&findings), ["overlays-contradict", "overlays-contradict"]);
    assert_eq!([findings[0].file.as_str(), &findings[1].file], ["own-0.toml", "own-1.toml"], "at both places");
    assert_eq!(packs.packs().len(), Packs::embedded().packs().len() + 1, "the first stays");
}

#[test]
fn an_organisation_asks_more_beside_the_law_and_never_replaces_its_rule() {
    let also = "[[eligibility]]\nover = \"advanced-worker-criteria\"\nsource = \"Quy chế, Điều 4\"\nalso = { kind = \"rating\", scale = \"rating\", min = \"excellent\" }\n";
    let (packs, findings) = over_embedded(&[also]);
    assert_eq!(codes(&findings), [] as [&str; 0]);
    let day = "2026-12-01".parse().expect("a day");
    let criteria: &crate::entries::Eligibility = packs.body("advanced-worker-criteria", day).expect("in force");
    assert!(matches!(criteria.asked().test, crate::criteria::Test::All(parts) if parts.len() == 2));
    let replaced = also.replace("also =", "rule =");
    assert_eq!(codes(&over_embedded(&[&replaced]).1), ["overlay-looser"]);
    let unreadable = also.replace("excellent", "splendid");
    assert_eq!(codes(&over_embedded(&[&unreadable]).1), ["rule-unknown-reference"]);
}

#[test]
fn differences_are_told_key_by_key() {
    let (packs, _) = over_embedded(&["[[vote]]\nover = \"vote-base-titles\"\npercent = 85\nsource = \"Quy chế\"\nfrom = \"2025-07-01\"\n"]);
    let changes = crate::diff::between(Packs::embedded().entries().iter(), packs.entries().iter());
    let keys = changes.iter().map(|change| match &change.difference {
        crate::diff::Difference::Changed(keys) => (change.id.as_str(), keys.iter().map(|key| key.key.as_str()).collect::<Vec<_>>()),
        other => panic!("{other:?}"),
    });
    assert_eq!(keys.collect::<Vec<_>>(), [("vote-base-titles", vec!["percent", "source"])]);
}

proptest::proptest! {
    /// Whatever a file holds, reading ends with packs and findings.
    #[test]
    fn any_file_is_read(text in "[\\[\\]a-z=\" \n{},0-9.-]{0,200}") {
        let text = pack(&format!("[[vote]]\n{text}"));
        let _ = Packs::laid_over(&[("a.toml".to_owned(), &text)], &[("b.toml".to_owned(), &text)]);
    }
}

/// The list at the end of `docs/packs.md`, and its list of kinds, are complete.
#[test]
fn the_documentation_lists_all_packs_and_kinds() {
    let documentation = include_str!("../../../../docs/packs.md");
    let mut rows: Vec<String> =
        Packs::embedded().packs().iter().map(|pack| format!("| `{}` | {} | {} |", pack.id, pack.name_en, pack.checked)).collect();
    rows.sort();
    let listed: Vec<&str> = documentation.lines().filter(|line| line.starts_with("| `vn/")).collect();
    assert_eq!(listed, rows);
    for kind in Kind::ALL {
        assert!(documentation.contains(&format!("| `{}` |", kind.word())), "{} is not described", kind.word());
    }
}
