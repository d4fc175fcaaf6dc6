//! What is true of every paper.

use std::collections::BTreeSet;

use phongtrao_document::write::Part;
use phongtrao_value::Date;

use super::{KINDS, Kind, Paper};
use crate::pdf::{Standard, pdf};
use crate::{Body, Style, docx};

fn style() -> Style {
    Style::plain(Date::constant(2026, 6, 30))
}

fn example(kind: &Kind) -> Box<dyn Paper> {
    (kind.read)(kind.example).unwrap_or_else(|finding| panic!("the example of {}: {finding:?}", kind.name))
}

#[test]
fn names_are_different_and_in_order() {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    let sorted: Vec<&str> = names.iter().copied().collect::<BTreeSet<&str>>().into_iter().collect();
    assert_eq!(names, sorted);
}

#[test]
fn no_place_of_a_phrase_stays_open() {
    for kind in KINDS {
        let composed = example(kind).compose(&style());
        let text = serde_json::to_string(&composed.body).expect("a body is JSON");
        let open = text.split("\"of\":").find(|part| part.contains("{") && part.contains("}") && part.contains("\"{"));
        assert!(!composed.title.contains('{') && open.is_none_or(|part| !part.starts_with("\"{")), "{}: {open:?}", kind.name);
    }
}

#[test]
fn every_example_is_set_as_pdf_and_word_with_the_same_bytes_twice() {
    for kind in KINDS {
        let paper = example(kind);
        let once = pdf(&*paper, &style(), kind.name, Standard::A2a).unwrap_or_else(|finding| panic!("{}: {finding:?}", kind.name));
        assert!(once.starts_with(b"%PDF-1.7"), "{}", kind.name);
        assert!(pdf(&*paper, &style(), kind.name, Standard::A2a).is_ok_and(|again| again == once), "{}", kind.name);
        let word = docx(&*paper, &style()).unwrap_or_else(|finding| panic!("{}: {finding:?}", kind.name));
        assert!(docx(&*paper, &style()).is_ok_and(|again| again == word), "{}", kind.name);
    }
}

#[test]
fn a_field_that_the_form_requires_cannot_be_left_out() {
    for kind in KINDS {
        let example: toml::Table = kind.example.parse().expect("an example is TOML");
        let required = example.keys().filter(|key| {
            let mut less = example.clone();
            less.remove(key.as_str());
            (kind.read)(&less.to_string()).is_err()
        });
        assert!(required.count() > 0, "{} asks for nothing", kind.name);
    }
}

#[test]
fn an_unknown_letter_is_a_finding() {
    let kind = KINDS.first().expect("there are papers");
    let text = kind.example.replacen("Sông Ngàn", "Sông 雨", 1);
    let paper = (kind.read)(&text).expect("the example reads");
    let finding = pdf(&*paper, &style(), kind.name, Standard::A2a).expect_err("no such letter");
    assert_eq!(finding.code, "paper-letter-unknown");
}

/// Every letter stays whole: what a template shows of a letter are parts that it knows.
#[test]
fn letters_have_a_head_or_a_title() {
    for kind in KINDS {
        let Body::Letter(letter) = example(kind).compose(&style()).body else { continue };
        assert!(letter.parts.iter().any(|part| matches!(part, Part::Head(_) | Part::Title(_))), "{}", kind.name);
    }
}
