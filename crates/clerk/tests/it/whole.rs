//! No table that is empty stops a round.

use rstest::rstest;

use crate::sample::{Sample, contest, digital_skills, drive, partnership, university};

#[rstest]
#[case::university(university().without_packs())]
#[case::digital_skills(digital_skills().without_packs())]
#[case::contest(contest().without_packs())]
#[case::drive(drive().without_packs())]
#[case::partnership(partnership().without_packs())]
#[case::awards_without_form(university().without_in_plan("form = "))]
#[case::awards_without_criteria(university().without_in_plan("criteria = "))]
#[case::nobody_met(university().keep("meetings.csv", |_| false))]
#[case::drive_without_dossier(drive().without_in_plan("dossier = "))]
fn every_paper_names_somebody(#[case] sample: Sample) {
    let worked = sample.worked();
    assert!(!worked.papers().is_empty());
    assert_eq!(worked.refused(), Vec::<String>::new());
}

#[rstest]
#[case::uncounted(drive().without_packs(), "clerk-minutes-uncounted")]
#[case::without_form(university().without_in_plan("form = "), "clerk-awards-without-form")]
#[case::without_criteria(university().without_in_plan("criteria = "), "clerk-recognition-unmeasured")]
fn what_is_not_made_is_told(#[case] sample: Sample, #[case] code: &str) {
    let worked = sample.worked();
    assert!(worked.codes().contains(&code), "{:?}", worked.said());
}

#[test]
fn teams_of_a_contest_put_nobody_forward() {
    for sample in [contest(), contest().without_in_plan("dossier = ")] {
        let worked = sample.worked();
        let letters: Vec<String> = worked.papers().into_iter().map(|(name, _)| name).filter(|name| name.starts_with("don-vi")).collect();
        assert_eq!(letters, Vec::<String>::new());
        assert!(worked.files("hoi-dong").is_empty());
    }
}
