//! People, units and households by what lists call them: an id, or a name with unit and date of birth.

use std::cell::Cell;
use std::collections::BTreeMap;

use phongtrao_value::{Date, nearest, nearest_among};

use super::names::{key, loose};
use super::vocabulary::Whom;
use crate::rows::{Person, Unit};
use crate::{Register, SubjectKind};

/// What is known of whom.
#[derive(Debug, Default)]
pub(super) struct Subjects {
    all: Vec<Known>,
    by_id: BTreeMap<String, usize>,
    /// Ids in small letters and without noughts before them: a workbook makes numbers of codes.
    by_bare_id: BTreeMap<String, Vec<usize>>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_loose_name: BTreeMap<String, Vec<usize>>,
    parents: BTreeMap<String, String>,
    /// How many were not found so far.
    misses: Cell<usize>,
}

/// For so many that are not found the nearest name is looked for; the next ones have the same reason.
const MOST_NEAR: usize = 300;

/// With so many ids one that is not found is compared.
const MOST_IDS: usize = 200_000;

/// A person, unit or household.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) kind: SubjectKind,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) born: Option<Date>,
    /// The category of a person, the kind of a unit.
    word: Option<String>,
    /// The units that it stands in.
    units: Vec<String>,
    /// Whether it is a unit that has ended.
    ended: bool,
}

/// What a list says of a subject besides its name.
#[derive(Debug, Clone, Default)]
pub(super) struct Clues {
    /// The unit.
    pub(super) unit: Option<String>,
    /// The date of birth.
    pub(super) born: Option<Date>,
    /// The year of birth, where no more is said.
    pub(super) born_in: Option<i16>,
}

/// Who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sought {
    /// One.
    One(String),
    /// Nobody; with the name that was probably meant and its id.
    Nobody(Option<(String, String)>),
    /// Several, by their ids.
    Several(Vec<String>),
}

impl Subjects {
    pub(super) fn new(register: &Register) -> Subjects {
        let mut subjects = Subjects::default();
        let mut units_of: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        register.posts.iter().for_each(|post| units_of.entry(&post.person).or_default().push(post.unit.clone()));
        register.people.iter().for_each(|person| subjects.add_person(person, units_of.remove(person.id.as_str()).unwrap_or_default()));
        register.units.iter().for_each(|unit| subjects.add_unit(unit));
        for household in &register.households {
            let units = household.unit.iter().cloned().collect();
            let (id, name) = (household.id.clone(), household.name.clone());
            subjects.add(Known { kind: SubjectKind::Household, id, name, born: None, word: None, units, ended: false });
        }
        subjects
    }

    /// Adds a person.
    pub(super) fn add_person(&mut self, person: &Person, units: Vec<String>) {
        let (id, name) = (person.id.clone(), person.name.clone());
        self.add(Known {
            kind: SubjectKind::Person,
            id,
            name,
            born: person.born,
            word: Some(person.category.clone()),
            units,
            ended: false,
        });
    }

    /// Adds a unit.
    pub(super) fn add_unit(&mut self, unit: &Unit) {
        if let Some(parent) = &unit.parent {
            self.parents.insert(unit.id.clone(), parent.clone());
        }
        let (id, name) = (unit.id.clone(), unit.name.clone());
        self.add(Known {
            kind: SubjectKind::Unit,
            id,
            name,
            born: None,
            word: unit.kind.clone(),
            units: Vec::new(),
            ended: unit.to.is_some(),
        });
    }

    fn add(&mut self, known: Known) {
        let at = self.all.len();
        self.by_id.entry(known.id.clone()).or_insert(at);
        self.by_bare_id.entry(bare(&known.id)).or_default().push(at);
        self.by_name.entry(key(&known.name)).or_default().push(at);
        self.by_loose_name.entry(loose(&known.name)).or_default().push(at);
        self.all.push(known);
    }

    /// The subject of an id.
    pub(super) fn of_id(&self, id: &str) -> Option<&Known> {
        self.by_id.get(id).and_then(|at| self.all.get(*at))
    }

    /// What a subject is, for those who ask whom an award is for.
    pub(super) fn whom(&self, id: &str) -> Option<Whom> {
        self.of_id(id).map(|known| Whom { kind: known.kind, word: known.word.clone() })
    }

    /// The subjects of a code as a list has it: the id, else the one id that differs in capitals or noughts before it.
    pub(super) fn of_code(&self, code: &str, kinds: &[SubjectKind]) -> Sought {
        let fits = |known: &&Known| kinds.contains(&known.kind);
        if let Some(known) = self.of_id(code).filter(fits) {
            return Sought::One(known.id.clone());
        }
        let found: Vec<&Known> = self.get(self.by_bare_id.get(&bare(code))).filter(fits).collect();
        self.told(&found, || {
            let ids = self.all.iter().filter(fits).map(|known| known.id.as_str());
            nearest_among(code, MOST_IDS, ids).and_then(|id| self.of_id(id)).map(|known| (known.name.clone(), known.id.clone()))
        })
    }

    /// The subject of a name, as far as the clues tell several apart.
    pub(super) fn of_name(&self, name: &str, kinds: &[SubjectKind], clues: &Clues) -> Sought {
        let of_kinds = |known: &&Known| kinds.contains(&known.kind);
        let found: Vec<&Known> = self.get(self.by_name.get(&key(name))).filter(of_kinds).filter(|known| self.fits(known, clues)).collect();
        // Units that ended keep their names: the living one is meant.
        let living: Vec<&Known> = found.iter().copied().filter(|known| !known.ended).collect();
        let found = if living.is_empty() { found } else { living };
        self.told(&found, || {
            let near = self.get(self.by_name.get(&key(name))).chain(self.get(self.by_loose_name.get(&loose(name))));
            let mut near = near.filter(of_kinds);
            let first = near.next();
            let first = first.or_else(|| {
                // Names of units differ in a word or a letter; people of similar names are other people.
                let names =
                    self.all.iter().filter(|known| known.kind == SubjectKind::Unit).filter(of_kinds).map(|known| known.name.as_str());
                nearest(name, names).and_then(|near| self.get(self.by_name.get(&key(near))).find(of_kinds))
            });
            first.map(|known| (known.name.clone(), known.id.clone()))
        })
    }

    fn get<'s>(&'s self, places: Option<&'s Vec<usize>>) -> impl Iterator<Item = &'s Known> {
        places.into_iter().flatten().filter_map(|at| self.all.get(*at))
    }

    fn told(&self, found: &[&Known], near: impl FnOnce() -> Option<(String, String)>) -> Sought {
        match found {
            [] => {
                self.misses.set(self.misses.get() + 1);
                Sought::Nobody(if self.misses.get() > MOST_NEAR { None } else { near() })
            }
            [one] => Sought::One(one.id.clone()),
            several => Sought::Several(several.iter().map(|known| known.id.clone()).collect()),
        }
    }

    /// Whether nothing that is said contradicts what is known.
    fn fits(&self, known: &Known, clues: &Clues) -> bool {
        if known.kind == SubjectKind::Person {
            let day = clues.born.zip(known.born).is_none_or(|(said, born)| said == born);
            let year = clues.born_in.zip(known.born).is_none_or(|(said, born)| said == born.year());
            if !day || !year {
                return false;
            }
        }
        match (&clues.unit, known.kind) {
            (None, _) | (Some(_), SubjectKind::Unit) => true,
            (Some(unit), _) => known.units.is_empty() || known.units.iter().any(|own| self.is_within(own, unit)),
        }
    }

    fn is_within(&self, unit: &str, above: &str) -> bool {
        /// Units are not nested deeper; a circle ends here as well.
        const DEEPEST: usize = 32;
        let mut at = Some(unit);
        for _ in 0..DEEPEST {
            match at {
                Some(unit) if unit == above => return true,
                Some(unit) => at = self.parents.get(unit).map(String::as_str),
                None => return false,
            }
        }
        false
    }
}

fn bare(id: &str) -> String {
    id.trim().trim_start_matches('0').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::{Place, Post};

    fn subjects() -> Subjects {
        let unit = |id: &str, name: &str, parent: Option<&str>| Unit {
            id: id.to_owned(),
            name: name.to_owned(),
            parent: parent.map(str::to_owned),
            ..Unit::default()
        };
        let person = |id: &str, name: &str, born: &str| Person {
            id: id.to_owned(),
            name: name.to_owned(),
            born: born.parse().ok(),
            ..Person::default()
        };
        let post = |person: &str, unit: &str| Post {
            person: person.to_owned(),
            unit: unit.to_owned(),
            place: Place::default(),
            ..Post::default()
        };
        Subjects::new(&Register {
            units: vec![unit("toan", "Khoa Toán", None), unit("dai-so", "Bộ môn Đại số", Some("toan")), unit("van", "Khoa Văn", None)],
            people: vec![person("0012", "Trần Bình", "1980-02-01"), person("p2", "Trần Bình", "1985-05-05"), person("p3", "Lê Hoà", "")],
            posts: vec![post("0012", "dai-so"), post("p2", "van")],
            ..Register::default()
        })
    }

    const PEOPLE: [SubjectKind; 1] = [SubjectKind::Person];

    #[rstest::rstest]
    #[case::as_it_is("0012", "0012")]
    #[case::noughts_lost("12", "0012")]
    #[case::capitals("P2", "p2")]
    fn a_code_is_found(#[case] code: &str, #[case] expected: &str) {
        assert_eq!(subjects().of_code(code, &PEOPLE), Sought::One(expected.to_owned()));
    }

    #[test]
    fn clues_tell_people_of_one_name_apart() {
        let subjects = subjects();
        let sought = |clues: Clues| subjects.of_name("TRẦN BÌNH", &PEOPLE, &clues);
        assert_eq!(sought(Clues::default()), Sought::Several(vec!["0012".to_owned(), "p2".to_owned()]));
        assert_eq!(sought(Clues { unit: Some("toan".to_owned()), ..Clues::default() }), Sought::One("0012".to_owned()));
        assert_eq!(sought(Clues { born_in: Some(1985), ..Clues::default() }), Sought::One("p2".to_owned()));
        assert_eq!(
            sought(Clues { born_in: Some(1990), ..Clues::default() }),
            Sought::Nobody(Some(("Trần Bình".to_owned(), "0012".to_owned())))
        );
    }

    #[test]
    fn a_name_without_its_marks_is_pointed_at_and_not_taken() {
        let near = Some(("Lê Hoà".to_owned(), "p3".to_owned()));
        assert_eq!(subjects().of_name("Le Hoa", &PEOPLE, &Clues::default()), Sought::Nobody(near));
        assert_eq!(subjects().of_name("Lê Hòa", &PEOPLE, &Clues::default()), Sought::One("p3".to_owned()));
        assert_eq!(subjects().of_name("Khoa Tóan", &[SubjectKind::Unit], &Clues::default()), Sought::One("toan".to_owned()));
        let near = Some(("Khoa Văn".to_owned(), "van".to_owned()));
        assert_eq!(subjects().of_name("Khoa Van", &[SubjectKind::Unit], &Clues::default()), Sought::Nobody(near));
    }
}
