//! What is true of every paper.

use std::collections::BTreeSet;

use phongtrao_document::write::Part;
use phongtrao_value::Date;

use super::{KINDS, Kind, Paper};
use crate::pdf::{Standard, pdf};
use crate::required::required;
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

/// A place of a phrase that nothing fills is printed as it stands: `{date}`.
#[test]
fn no_place_of_a_phrase_stays_open() {
    for kind in KINDS {
        let composed = example(kind).compose(&style());
        let body = serde_json::to_value(&composed.body).expect("a body is JSON");
        let mut said = vec![composed.title];
        words_of(&body, &mut said);
        assert!(said.len() > 5, "{} says nothing", kind.name);
        let open: Vec<&String> = said.iter().filter(|words| words.contains(['{', '}'])).collect();
        assert!(open.is_empty(), "{}: {open:?}", kind.name);
    }
}

/// All strings of a value.
fn words_of(value: &serde_json::Value, said: &mut Vec<String>) {
    match value {
        serde_json::Value::String(words) => said.push(words.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| words_of(value, said)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| words_of(value, said)),
        _ => {}
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

/// What may be left out stands in the documentation of the paper behind `**May be left out.**`; all else is required by its form.
#[test]
fn what_the_form_requires_cannot_be_left_out_and_nothing_else_must_be_written() {
    for kind in KINDS.iter().filter(|kind| kind.name != "plan") {
        let example: toml::Value = toml::Value::Table(kind.example.parse().expect("an example is TOML"));
        let mut fields = BTreeSet::new();
        fields_of(&example, "", &mut fields);
        let reads = |fields: &toml::Value| (kind.read)(&toml::to_string(fields).expect("TOML")).is_ok();
        assert!(reads(&example), "{}", kind.name);
        let may: BTreeSet<String> = fields.iter().filter(|field| reads(&without(&example, field))).cloned().collect();
        let listed: BTreeSet<String> = kind.optional().unwrap_or_default().into_iter().map(str::to_owned).collect();
        assert_eq!(may, listed, "{}: {}", kind.name, may.iter().map(|field| format!("`{field}`")).collect::<Vec<String>>().join(", "));
        assert!(may.len() < fields.len(), "{} asks for nothing", kind.name);
    }
}

/// A field that is left blank is no better than one that is left out.
#[test]
fn what_the_form_requires_cannot_be_left_blank() {
    for kind in KINDS.iter().filter(|kind| kind.name != "plan") {
        let example: toml::Value = toml::Value::Table(kind.example.parse().expect("an example is TOML"));
        let mut asked = 0;
        for field in required(kind) {
            let blanked = blanked(&example, &field);
            if blanked != example {
                assert!((kind.read)(&toml::to_string(&blanked).expect("TOML")).is_err(), "{}: {field}", kind.name);
                asked += 1;
            }
        }
        assert!(asked > 3, "{} asks for nothing", kind.name);
    }
}

/// The same with a text or list of nothing in a field, wherever it stands; fields of another kind stay as they are.
fn blanked(value: &toml::Value, path: &str) -> toml::Value {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let blank = |value: &toml::Value| match (rest, value) {
        (Some(rest), value) => blanked(value, rest),
        (None, toml::Value::String(_)) => toml::Value::String(" ".to_owned()),
        (None, toml::Value::Array(_)) => toml::Value::Array(Vec::new()),
        (None, other) => other.clone(),
    };
    match value {
        toml::Value::Table(table) => {
            let fields = table.iter().map(|(key, value)| (key.clone(), if key == first { blank(value) } else { value.clone() }));
            toml::Value::Table(fields.collect())
        }
        toml::Value::Array(values) => toml::Value::Array(values.iter().map(|value| blanked(value, path)).collect()),
        other => other.clone(),
    }
}

/// The paths of all fields: `frame.number`, `groups.nominees.name`.
fn fields_of(value: &toml::Value, path: &str, fields: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                fields.insert(path.clone());
                fields_of(value, &path, fields);
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| fields_of(value, path, fields)),
        _ => {}
    }
}

/// The same without a field, wherever it stands.
fn without(value: &toml::Value, path: &str) -> toml::Value {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let less = |value: &toml::Value| rest.map(|rest| without(value, rest));
    match value {
        toml::Value::Table(table) => {
            let kept = table.iter().filter_map(|(key, value)| Some((key.clone(), if key == first { less(value)? } else { value.clone() })));
            toml::Value::Table(kept.collect())
        }
        toml::Value::Array(values) => toml::Value::Array(values.iter().map(|value| without(value, path)).collect()),
        other => other.clone(),
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
