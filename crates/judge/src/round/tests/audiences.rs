//! Who reads what of a result.

use super::*;

/// The words of the facts that somebody reads behind a result.
fn facts_read(judged: &Judged, award: &str, subject: &str, audience: Audience) -> Vec<phongtrao_diagnostic::Text> {
    let seen = judged.award(award).and_then(|award| award.of(subject)).expect("a result").seen_by(audience);
    let mut words = Vec::new();
    seen.reason.each(&mut |reason| words.extend(reason.grounds.iter().map(|ground| ground.words.clone())));
    words
}

fn undisciplined() -> Rule {
    let asked = phongtrao_rules::criteria::Discipline { level: "warning".to_owned(), duty_only: false, span: Span::Round };
    rule(Test::Fact(Fact::Undisciplined(asked)))
}

#[rstest]
#[case(Audience::All, 0)]
#[case(Audience::Subject, 1)]
#[case(Audience::Chair, 1)]
fn rows_of_discipline_are_for_whom_they_are_about(#[case] audience: Audience, #[case] rows: usize) {
    let register = Register { people: vec![person("an")], discipline: vec![disciplined("warning", None)], ..Register::default() };
    let judged = judge(&round(vec![award("a", SubjectKind::Individual, undisciplined())]), &register, RestsOn::default());
    assert_eq!(facts_read(&judged, "a", "an", audience).len(), rows);
    let outcome = judged.award("a").and_then(|award| award.of("an")).map(|result| result.seen_by(audience).outcome);
    assert_eq!(outcome, Some(Outcome::NotMet));
}

fn members(having: Rule, min: Option<i64>, max: Option<i64>) -> Rule {
    let of = Quantity::Members(Members { among: None, on: Day::PeriodEnd, having: Box::new(having), how: How::Count });
    let limit = |number: Option<i64>| number.and_then(Decimal::whole).map(Limit::Fixed);
    rule(Test::Amount { of, min: limit(min), max: limit(max) })
}

fn judged_of_seven(asked: Rule) -> Judged {
    let disciplined = Discipline { subject: "p3".to_owned(), ..disciplined("warning", None) };
    let register = Register { discipline: vec![disciplined], ..unit_of_seven(5) };
    judge(&round(vec![award("unit", SubjectKind::Collective, asked)]), &register, RestsOn::default())
}

/// Nobody disciplined: who is named is the one who is, and only to those who have to know.
#[rstest]
#[case(Audience::All, &[])]
#[case(Audience::Subject, &[])]
#[case(Audience::Chair, &["Người p3"])]
fn of_members_the_one_who_stands_in_the_way_is_named(#[case] audience: Audience, #[case] named: &[&str]) {
    let judged = judged_of_seven(members(rule(Test::None(vec![undisciplined()])), None, Some(0)));
    let named: Vec<_> = named.iter().map(|name| crate::texts::fact_member_is(*name)).collect();
    assert_eq!(facts_read(&judged, "unit", "u", audience), named);
}

#[rstest]
#[case::at_least_so_many(Some(7), None, &[("p5", false), ("p6", false)])]
#[case::at_most_so_many(None, Some(3), &[("p0", true), ("p1", true), ("p2", true), ("p3", true), ("p4", true)])]
#[case::only_measured(None, None, &[])]
fn members_are_named_by_what_is_asked(#[case] min: Option<i64>, #[case] max: Option<i64>, #[case] named: &[(&str, bool)]) {
    let judged = judged_of_seven(members(courses(1), min, max));
    let words = |(id, is): &(&str, bool)| {
        let name = format!("Người {id}");
        if *is { crate::texts::fact_member_is(name) } else { crate::texts::fact_member_not(name) }
    };
    assert_eq!(facts_read(&judged, "unit", "u", Audience::All), named.iter().map(words).collect::<Vec<_>>());
}

/// Of several ways those for other categories of people are not told, nor what they would need.
#[test]
fn ways_for_others_are_left_out() {
    let of = |category: &str| {
        let is = Test::Fact(Fact::Attribute { of: "category".to_owned(), values: vec![category.to_owned()] });
        rule(Test::All(vec![rule(is), rule(Test::Fact(Fact::Attested { of: category.to_owned() }))]))
    };
    let asked = rule(Test::Any(vec![of("student"), of("official")]));
    let register = Register { people: vec![person("an")], ..Register::default() };
    let judged = judge(&round(vec![award("a", SubjectKind::Individual, asked)]), &register, RestsOn::default());
    let result = judged.award("a").and_then(|award| award.of("an")).expect("a result");
    assert_eq!(crate::reasons::missing(&result.reason), [crate::texts::missing_attestation("official")]);
}
