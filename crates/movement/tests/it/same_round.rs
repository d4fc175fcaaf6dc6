//! Titles of a round that count for its collectives: what the packs ask of their members in the judged year.

use phongtrao_judge::round::{Judged, Outcome, RestsOn, RoundInput, judge};
use phongtrao_movement::rounds::{Wanted, round};
use phongtrao_plan::file;
use phongtrao_register::Register;
use phongtrao_rules::Packs;
use rstest::rstest;

const PLAN: &str = r#"
format = 1

[plan]
id = "thi-dua"
title = "Phong trào thi đua năm 2026"
issued_on = "2026-01-10"
period = { from = "2026-01-01", to = "2026-12-31" }

[[subject]]
id = "ca-nhan"
kind = "individual"
who = "Viên chức"

[[subject]]
id = "tap-the"
kind = "collective"
who = "Các khoa"
unit_kinds = ["faculty"]

[[award]]
id = "ca-nhan-tien-tien"
form = "title"
name = "Lao động tiên tiến"
honour = "PERSON"
subject = "ca-nhan"

[[award]]
id = "chien-si"
form = "title"
name = "Chiến sĩ thi đua cơ sở"
honour = "grassroots-emulation-fighter"
subject = "ca-nhan"

[[award]]
id = "tap-the-tien-tien"
form = "title"
name = "Danh hiệu tập thể"
honour = "UNIT"
subject = "tap-the"

[[round]]
id = "nam"
kind = "yearly"
closes = "2026-12-31"
counts = "calendar-year"
"#;

/// A faculty of ten people: the first so many are rated well, the first of them excellently.
fn judged(plan: &str, good: usize, ledger: &str) -> (RoundInput, Judged) {
    let people: Vec<String> = (0..10).map(|at| format!("p{at}")).collect();
    let rows = |row: &dyn Fn(usize, &str) -> String| people.iter().enumerate().map(|(at, id)| row(at, id)).collect::<String>();
    let level = |at: usize| match at {
        0 => "excellent",
        at if at < good => "good",
        _ => "completed",
    };
    let said =
        |id: &str| ["spirit", "takes-part", "solidarity"].map(|criterion| format!("{id},{criterion},yes,Hội đồng,2026-12-01\n")).concat();
    let files = [
        ("data.toml", "format = 1\nyear = \"calendar\"\n".to_owned()),
        ("units.csv", "id,name,kind\nkhoa,Khoa Điện,faculty\n".to_owned()),
        ("people.csv", format!("id,name,category\n{}", rows(&|_, id| format!("{id},Lê Thị An,public-employee\n")))),
        ("posts.csv", format!("person,unit,from\n{}", rows(&|_, id| format!("{id},khoa,2020-01-01\n")))),
        (
            "ratings.csv",
            format!(
                "subject,year,scale,level\nkhoa,2026,rating,excellent\n{}",
                rows(&|at, id| format!("{id},2026,rating,{}\n", level(at)))
            ),
        ),
        ("statuses.csv", format!("person,status,from,to\n{}", rows(&|_, id| format!("{id},working,2020-01-01,\n")))),
        ("attestations.csv", format!("subject,criterion,met,by,on\n{}{}", said("khoa"), rows(&|_, id| said(id)))),
        ("ledger.csv", format!("id,subject,honour,decision,decided_on,year,year_kind,status\n{ledger}")),
    ];
    let (register, reports) = Register::read(&files.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    assert!(reports.is_empty(), "{reports:?}");
    let (plan, findings) = file::read(plan);
    assert!(findings.is_empty(), "{findings:?}");
    let round = round(&plan, Packs::embedded(), &register, &Wanted::default()).expect("a round");
    let judged = judge(&round, &register, RestsOn::default());
    (round, judged)
}

fn plan(person: &str, unit: &str) -> String {
    PLAN.replace("PERSON", person).replace("UNIT", unit)
}

fn of_unit(judged: &Judged) -> Outcome {
    let result = judged.award("tap-the-tien-tien").and_then(|award| award.of("khoa")).expect("the faculty is judged");
    result.outcome
}

#[rstest]
#[case::seven_of_ten("advanced-worker", "advanced-workers-collective", 7, Outcome::Met)]
#[case::six_of_ten("advanced-worker", "advanced-workers-collective", 6, Outcome::NotMet)]
#[case::soldiers("advanced-soldier", "advanced-unit", 7, Outcome::Met)]
#[case::too_few_soldiers("advanced-soldier", "advanced-unit", 6, Outcome::NotMet)]
#[case::excellent("advanced-worker", "excellent-workers-collective", 7, Outcome::Met)]
#[case::victorious("advanced-soldier", "victorious-unit", 7, Outcome::Met)]
#[case::too_few_to_be_victorious("advanced-soldier", "victorious-unit", 6, Outcome::NotMet)]
fn titles_of_the_round_count_for_the_share_of_members(
    #[case] person: &str,
    #[case] unit: &str,
    #[case] good: usize,
    #[case] expected: Outcome,
) {
    let (_, judged) = judged(&plan(person, unit), good, "");
    assert_eq!(judged.findings, []);
    assert_eq!(of_unit(&judged), expected, "{:?}", judged.award("tap-the-tien-tien"));
}

#[test]
fn titles_of_signed_decisions_count_beside_them() {
    let signed = "a1,p8,advanced-worker,12/QĐ,2026-06-30,2026,calendar,in-force\n";
    let (_, judged) = judged(&plan("advanced-worker", "advanced-workers-collective"), 6, signed);
    assert_eq!(of_unit(&judged), Outcome::Met);
}

#[test]
fn an_own_stricter_share_stays_beside_that_of_the_law() {
    let own = r#"criteria = "ty-le"

[[criterion]]
id = "ty-le"
label = "Từ 80 % viên chức đạt Lao động tiên tiến"
subject = "tap-the"
measure = { kind = "members", how = "share", having = { kind = "title", award = "ca-nhan-tien-tien" }, min = "80%" }
"#;
    let plan = plan("advanced-worker", "advanced-workers-collective");
    let stricter = plan.replace("subject = \"tap-the\"\n\n[[round]]", &format!("subject = \"tap-the\"\n{own}\n[[round]]"));
    assert_ne!(stricter, plan);
    assert_eq!([7, 8].map(|good| of_unit(&judged(&stricter, good, "").1)), [Outcome::NotMet, Outcome::Met]);
}

/// A plan may give the title of people to members of advanced collectives only: then nothing is left but the ledger.
#[test]
fn a_circle_with_the_plan_is_none() {
    let own = "criteria = \"cua-tap-the\"\n\n[[criterion]]\nid = \"cua-tap-the\"\nlabel = \"Thuộc tập thể tiên tiến\"\nmeasure = { kind = \"title\", award = \"tap-the-tien-tien\" }\n";
    let plan = plan("advanced-worker", "advanced-workers-collective").replacen(
        "honour = \"advanced-worker\"\nsubject = \"ca-nhan\"\n",
        &format!("honour = \"advanced-worker\"\nsubject = \"ca-nhan\"\n{own}"),
        1,
    );
    let (_, judged) = judged(&plan, 10, "");
    assert_eq!(judged.findings, []);
    assert_eq!(of_unit(&judged), Outcome::NotMet);
}
