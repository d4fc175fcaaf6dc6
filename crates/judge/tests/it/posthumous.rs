//! The table `cases/posthumous.toml`: which honours of the packs somebody who died can have.

use phongtrao_judge::round::{Posthumous, RestsOn, judge};
use phongtrao_register::Register;
use phongtrao_register::rows::Person;
use phongtrao_rules::criteria::{Audience, Rule, Test};
use phongtrao_rules::{Honour, Packs};
use phongtrao_value::Date;
use serde::Deserialize;

use crate::law::{SUBJECT, YEAR, day, round};

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    honour: String,
    source: String,
    died: Date,
    expect: String,
}

#[test]
fn honours_for_somebody_who_died() {
    let file: File = toml::from_str(include_str!("../../cases/posthumous.toml")).expect("a table of cases");
    let nothing = Rule { id: None, label: None, source: None, audience: Audience::All, test: Test::All(Vec::new()) };
    for case in file.case {
        let honour: &Honour = Packs::embedded().body(&case.honour, day(YEAR, 12, 31)).unwrap_or_else(|| panic!("no {}", case.honour));
        let mut round = round(&nothing, false);
        round.awards[0].posthumous = Posthumous { allowed: honour.posthumous, source: Some(honour.source.clone()) };
        let person = Person { id: SUBJECT.to_owned(), category: "official".to_owned(), died: Some(case.died), ..Person::default() };
        let judged = judge(&round, &Register { people: vec![person], ..Register::default() }, RestsOn::default());
        let result = judged.awards[0].of(SUBJECT).expect("the subject is judged");
        assert_eq!(result.outcome.code(), case.expect, "{} of one who died on {} ({})", case.honour, case.died, case.source);
    }
}
