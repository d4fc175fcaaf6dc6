//! New entries of an organisation, beside the law's and beside each other.

use super::*;

fn own(kind: &str, keys: &str) -> String {
    format!("[[{kind}]]\nname_vi = \"x\"\nname_en = \"x\"\nsource = \"Quy chế, Điều 3\"\nconfidence = \"read\"\n{keys}\n")
}

const OF_ALL: &str = "of = \"total-members\"\nbody = \"council\"";
const OF_PRESENT: &str = "of = \"present\"\nbody = \"council\"";
const GRASSROOTS: &str = "scope = { honours = [\"grassroots-emulation-fighter\"] }";

/// An id of its own is no way round the law: what answers the same question for the same award asks as much or more.
#[rstest::rstest]
#[case::stricter("vote", format!("id = \"v\"\npercent = 85\n{OF_ALL}\n{GRASSROOTS}"), &[])]
#[case::as_strict("vote", format!("id = \"v\"\npercent = 80\n{OF_ALL}\n{GRASSROOTS}"), &[])]
#[case::just_under("vote", format!("id = \"v\"\npercent = 79.999\n{OF_ALL}\n{GRASSROOTS}"), &["overlay-looser"])]
#[case::of_those_present("vote", format!("id = \"v\"\npercent = 80\n{OF_PRESENT}\n{GRASSROOTS}"), &["overlay-looser"])]
#[case::half_of_those_present("vote", format!("id = \"v\"\npercent = 50\n{OF_PRESENT}\n{GRASSROOTS}"), &["overlay-looser"])]
#[case::another_body("vote", format!("id = \"v\"\npercent = 50\nof = \"present\"\nbody = \"unit\"\n{GRASSROOTS}"), &[])]
#[case::before_the_law("vote", format!("id = \"v\"\npercent = 50\n{OF_ALL}\n{GRASSROOTS}\nto = \"2023-12-31\""), &[])]
#[case::wider_gives_way("vote", format!("id = \"v\"\npercent = 50\n{OF_ALL}"), &[])]
#[case::not_governed("vote", format!("id = \"v\"\npercent = 50\n{OF_ALL}\nscope = {{ honours = [\"certificate-of-commendation\"] }}"), &[])]
#[case::quorum("quorum", "id = \"q\"\nleast = \"1/2\"\nabout = \"any\"\nscope = { sectors = [\"education\"], decided_by = [\"ministry\"] }".to_owned(), &["overlay-looser"])]
#[case::quorum_for_awards("quorum", "id = \"q\"\nleast = \"1/2\"\nabout = \"awards\"\nscope = { sectors = [\"education\"], decided_by = [\"ministry\"] }".to_owned(), &["overlay-looser"])]
#[case::quorum_of_the_base("quorum", "id = \"q\"\nleast = \"1/2\"\nabout = \"any\"\nscope = { decided_by = [\"base\"] }".to_owned(), &[])]
#[case::posting("posting", "id = \"p\"\nworking_days = 4\nbefore = \"council-meeting\"\nscope = { sectors = [\"education\"], decided_by = [\"ministry\"] }".to_owned(), &["overlay-looser"])]
#[case::posting_of_the_base("posting", "id = \"p\"\nworking_days = 3\nbefore = \"council-meeting\"\nscope = { decided_by = [\"base\"] }".to_owned(), &[])]
#[case::quota("quota", "id = \"t\"\npercent = 21\nnumerator = \"rated-excellent\"\ndenominator = \"rated-good\"\nscope = { categories = [\"civil-servant\"] }".to_owned(), &["overlay-looser"])]
#[case::quota_of_its_own("quota", "id = \"t\"\npercent = 15\nnumerator = \"grassroots-emulation-fighter\"\ndenominator = \"advanced-worker\"\nscope = { honours = [\"grassroots-emulation-fighter\"] }".to_owned(), &[])]
#[case::another_way_to_a_title("eligibility", "id = \"e\"\nhonour = \"advanced-worker\"\nrule = { kind = \"rating\", scale = \"rating\", min = \"completed\" }".to_owned(), &["overlay-looser"])]
fn a_new_entry_of_an_organisation(#[case] kind: &str, #[case] keys: String, #[case] expected: &[&str]) {
    let text = own(kind, &keys);
    let (packs, findings) = over_embedded(&[&text]);
    assert_eq!(codes(&findings), expected, "{findings:?}");
    assert_eq!(packs.packs().len(), Packs::embedded().packs().len() + usize::from(expected.is_empty()));
    let written = pack(&text);
    let places: Vec<&str> = findings.iter().filter_map(|found| Some(found.finding.span?.of(&written))).collect();
    assert!(places.iter().all(|place| place.starts_with(&format!("[[{kind}]]"))), "{places:?}");
}

/// An own title is the organisation's: no law governs how many votes it needs, or what is asked for it.
#[test]
fn an_organisation_adds_a_title_of_its_own_freely() {
    let title = own("honour", "id = \"own-title\"\nform = \"title\"\nsubject = \"individual\"");
    let vote = own("vote", &format!("id = \"v\"\npercent = 50\nabove = true\n{OF_PRESENT}\nscope = {{ honours = [\"own-title\"] }}"));
    let rule = "rule = { kind = \"rating\", scale = \"rating\", min = \"completed\" }";
    let criteria = own("eligibility", &format!("id = \"e\"\nhonour = \"own-title\"\n{rule}"));
    let (packs, findings) = over_embedded(&[&format!("{title}{vote}{criteria}")]);
    assert_eq!(codes(&findings), [] as [&str; 0]);
    let about = About { honour: Some("own-title"), decided_by: Some("ministry"), sectors: &["education"], ..About::default() };
    let found = packs.governing(Kind::Vote, about, "2026-12-01".parse().expect("a day"));
    assert_eq!(found.first().map(|entry| entry.head.id.as_str()), Some("v"));
}

/// The closest is found first; but an own entry that asks more than the law goes before it.
#[rstest::rstest]
#[case::stricter_though_wider("percent = 90", "v")]
#[case::as_strict_though_wider("percent = 80", "vote-base-titles")]
#[case::looser_and_wider("percent = 50", "vote-base-titles")]
fn the_stricter_is_found_first(#[case] percent: &str, #[case] expected: &str) {
    let (packs, findings) = over_embedded(&[&own("vote", &format!("id = \"v\"\n{percent}\n{OF_ALL}"))]);
    assert_eq!(codes(&findings), [] as [&str; 0]);
    let about = About { honour: Some("grassroots-emulation-fighter"), decided_by: Some("base"), ..About::default() };
    let found = packs.governing(Kind::Vote, about, "2026-12-01".parse().expect("a day"));
    assert_eq!(found.first().map(|entry| entry.head.id.as_str()), Some(expected));
}

/// A pack does not say whose it is. Where an organisation is of a sector whose law asks more, the law's stands before its own entry.
#[rstest::rstest]
#[case::of_the_sector(&["education"], "ministry", "education-vote-other")]
#[case::of_another_level(&["education"], "base", "v")]
#[case::of_no_sector(&[], "ministry", "v")]
fn what_asks_less_gives_way_where_the_law_governs(#[case] sectors: &[&str], #[case] level: &str, #[case] expected: &str) {
    let entry = own("vote", &format!("id = \"v\"\npercent = 50\n{OF_ALL}\nscope = {{ honours = [\"certificate-of-merit\"] }}"));
    let (packs, findings) = over_embedded(&[&entry]);
    assert_eq!(codes(&findings), [] as [&str; 0]);
    let about = About { honour: Some("certificate-of-merit"), decided_by: Some(level), sectors, ..About::default() };
    let found = packs.governing(Kind::Vote, about, "2026-12-01".parse().expect("a day"));
    assert_eq!(found.first().map(|entry| entry.head.id.as_str()), Some(expected));
}

/// Another way to an honour is none where the law's criteria govern.
#[rstest::rstest]
#[case::of_the_sector(&["education"], false)]
#[case::of_no_sector(&[], true)]
fn another_way_to_an_honour(#[case] sectors: &[&str], #[case] is_one: bool) {
    let rule = "rule = { kind = \"rating\", scale = \"rating\", min = \"completed\" }";
    let (packs, findings) = over_embedded(&[&own("eligibility", &format!("id = \"e\"\nhonour = \"certificate-of-commendation\"\n{rule}"))]);
    assert_eq!(codes(&findings), [] as [&str; 0]);
    let about = About { honour: Some("certificate-of-commendation"), decided_by: Some("base"), sectors, ..About::default() };
    let found = packs.governing_anybody(Kind::Eligibility, about, "2026-12-01".parse().expect("a day"));
    assert_eq!(found.iter().any(|entry| entry.head.id == "e"), is_one);
}

/// Two own entries that answer one question differently are found at both places, in one file and in two.
#[rstest::rstest]
#[case::two_votes("vote", format!("percent = 60\n{OF_ALL}"), format!("percent = 75\n{OF_PRESENT}"), "certificate-of-commendation", true)]
#[case::the_same_twice("vote", format!("percent = 60\n{OF_ALL}"), format!("percent = 60\n{OF_ALL}"), "certificate-of-commendation", false)]
#[case::two_quotas("quota", of_workers(15), of_workers(20), "grassroots-emulation-fighter", true)]
#[case::days_apart("quota", format!("{}to = \"2025-12-31\"", of_workers(15)), format!("{}from = \"2026-01-01\"", of_workers(20)), "grassroots-emulation-fighter", false)]
#[case::two_quorums("quorum", "least = \"2/3\"\nabout = \"any\"".to_owned(), "least = \"3/4\"\nabout = \"any\"".to_owned(), "certificate-of-commendation", true)]
#[case::two_questions("quorum", "least = \"2/3\"\nabout = \"any\"".to_owned(), "least = \"3/4\"\nabout = \"awards\"".to_owned(), "certificate-of-commendation", false)]
fn two_own_entries_contradict_each_other(
    #[case] kind: &str,
    #[case] one: String,
    #[case] other: String,
    #[case] honour: &str,
    #[case] contradict: bool,
) {
    let entry = |id: &str, keys: &str| own(kind, &format!("id = \"{id}\"\nscope = {{ honours = [\"{honour}\"] }}\n{keys}"));
    let (one, other) = (entry("one", &one), entry("other", &other));
    let expected: Vec<&str> = if contradict { vec!["overlays-contradict"; 2] } else { Vec::new() };
    let (_, findings) = over_embedded(&[&format!("{one}{other}")]);
    assert_eq!(codes(&findings), expected, "in one file");
    let (packs, findings) = over_embedded(&[&one, &other]);
    assert_eq!(codes(&findings), expected, "in two files");
    assert_eq!(packs.packs().len(), Packs::embedded().packs().len() + 2 - usize::from(contradict), "the first stays");
    let mut files: Vec<&str> = findings.iter().map(|found| found.file.as_str()).collect();
    files.sort_unstable();
    assert_eq!(files, if contradict { vec!["own-0.toml", "own-1.toml"] } else { Vec::new() });
}

fn of_workers(percent: u32) -> String {
    format!("percent = {percent}\nnumerator = \"grassroots-emulation-fighter\"\ndenominator = \"advanced-worker\"\n")
}
