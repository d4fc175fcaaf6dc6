//! Invented communes and provinces, as many as the country has.

use super::population::{COMMUNES, PROVINCES, province};
use super::random::Random;
use super::template::sample;
use crate::Register;
use crate::rows::Unit;

/// The names of all communes by their numbers; no two of a province have the same.
pub(super) fn communes() -> Vec<String> {
    let words = &sample().communes;
    let mut names: Vec<String> = words
        .first
        .iter()
        .flat_map(|first| words.second.iter().filter(move |second| *second != first).map(move |second| format!("{first} {second}")))
        .collect();
    // Always the same order: a commune's name does not hang on the seed of a sample.
    let mut random = Random::new(0, 0);
    for place in (1..names.len()).rev() {
        names.swap(place, random.below(place + 1));
    }
    names.truncate(usize::from(COMMUNES));
    names
}

/// The name of a province by its number.
fn province_name(number: u16) -> String {
    sample().communes.provinces.get(usize::from(number)).cloned().unwrap_or_default()
}

/// All communes of a population: number, name, number of the province.
fn places() -> Vec<(u16, String, u16)> {
    (0..COMMUNES).zip(communes()).map(|(number, name)| (number, name, province(number))).collect()
}

/// The country of a population as a register: its communes, named by their numbers, below their provinces.
pub fn country() -> Register {
    let unit = |id: String, name: String, kind: &str, parent: Option<String>| Unit {
        id,
        name,
        tree: "administration".to_owned(),
        kind: Some(kind.to_owned()),
        parent,
        ..Unit::default()
    };
    let above = |number: u16| format!("tinh-{:02}", number + 1);
    let top = "ca-nuoc";
    let mut units = vec![unit(top.to_owned(), sample().words.country.clone(), "country", None)];
    units.extend((0..PROVINCES).map(|number| unit(above(number), province_name(number), "province", Some(top.to_owned()))));
    units.extend(places().into_iter().map(|(number, name, of)| unit(number.to_string(), name, "commune", Some(above(of)))));
    Register { units, ..Register::default() }
}

/// The names of the communes of a province.
pub(super) fn communes_of(number: u16) -> Vec<String> {
    let number = number.min(PROVINCES - 1);
    places().into_iter().filter(|(_, _, of)| *of == number).map(|(_, name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_as_many_as_the_country_has_and_no_two_have_one_name() {
        let names: BTreeSet<String> = communes().into_iter().collect();
        assert_eq!(names.len(), usize::from(COMMUNES));
        let provinces: BTreeSet<String> = (0..PROVINCES).map(province_name).collect();
        assert_eq!(provinces.len(), usize::from(PROVINCES));
        assert!((90..110).contains(&communes_of(0).len()));
        assert_eq!(country().units.len(), 1 + usize::from(PROVINCES) + usize::from(COMMUNES));
    }
}
