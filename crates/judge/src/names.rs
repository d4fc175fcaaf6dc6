//! Names of what packs and plans know by ids, for reasons.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use phongtrao_diagnostic::Name;
use serde::Deserialize;

/// Attributes of people and units with their values.
static ATTRIBUTES: LazyLock<BTreeMap<String, Attribute>> = LazyLock::new(|| {
    // A file of the program itself: the test below reads it.
    toml::from_str(include_str!("../words/attributes.toml")).unwrap_or_default()
});

/// An attribute as people read it: Vietnamese, English.
#[derive(Debug, Deserialize)]
struct Attribute {
    name: [String; 2],
    #[serde(default)]
    values: BTreeMap<String, [String; 2]>,
}

/// The name of an attribute of people or units.
pub(crate) fn attribute(id: &str) -> Name {
    ATTRIBUTES.get(id).map_or_else(|| Name::same(id), |attribute| of_pair(&attribute.name))
}

/// The name of a value of an attribute.
fn value(attribute: &str, id: &str) -> Name {
    let value = ATTRIBUTES.get(attribute).and_then(|attribute| attribute.values.get(id));
    value.map_or_else(|| Name::same(id), of_pair)
}

fn of_pair([vietnamese, english]: &[String; 2]) -> Name {
    Name { vietnamese: vietnamese.clone(), english: english.clone() }
}

/// Names by id; what has none is called by its id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Honours of the packs.
    pub honours: BTreeMap<String, Name>,
    /// Awards of the round.
    pub awards: BTreeMap<String, Name>,
    /// Scales.
    pub scales: BTreeMap<String, Name>,
    /// Levels, by scale and level.
    pub levels: BTreeMap<(String, String), Name>,
    /// Criteria sets.
    pub sets: BTreeMap<String, Name>,
    /// Indicators of criteria sets.
    pub indicators: BTreeMap<String, Name>,
    /// Criteria of the plan and of the packs, as they are attested.
    pub criteria: BTreeMap<String, Name>,
    /// What the data folder says by codes: kinds of records, courses and contests, statuses, categories of people.
    pub codes: BTreeMap<String, Name>,
}

impl Names {
    /// The name of an honour.
    pub(crate) fn honour(&self, id: &str) -> Name {
        named(&self.honours, id)
    }

    /// The names of honours in a row.
    pub(crate) fn honours(&self, ids: &[String]) -> Name {
        Name::list(ids.iter().map(|id| self.honour(id)))
    }

    /// The name of an award of the round.
    pub(crate) fn award(&self, id: &str) -> Name {
        named(&self.awards, id)
    }

    /// The name of a scale.
    pub(crate) fn scale(&self, id: &str) -> Name {
        named(&self.scales, id)
    }

    /// The name of a level of a scale.
    pub(crate) fn level(&self, scale: &str, level: &str) -> Name {
        self.levels.get(&(scale.to_owned(), level.to_owned())).cloned().unwrap_or_else(|| Name::same(level))
    }

    /// The name of a criteria set.
    pub(crate) fn set(&self, id: &str) -> Name {
        named(&self.sets, id)
    }

    /// The name of a criterion.
    pub(crate) fn criterion(&self, id: &str) -> Name {
        named(&self.criteria, id)
    }

    /// What a code of the data folder says.
    pub(crate) fn code(&self, code: &str) -> Name {
        named(&self.codes, code)
    }

    /// The name of a value of an attribute: what the organisation calls it, else what everybody does.
    pub(crate) fn value(&self, attribute: &str, id: &str) -> Name {
        self.codes.get(id).cloned().unwrap_or_else(|| value(attribute, id))
    }

    /// The names of values of an attribute in a row.
    pub(crate) fn values(&self, attribute: &str, ids: &[String]) -> Name {
        Name::list(ids.iter().map(|id| self.value(attribute, id)))
    }

    /// The name of an indicator.
    pub(crate) fn indicator(&self, id: &str) -> Name {
        named(&self.indicators, id)
    }
}

fn named(names: &BTreeMap<String, Name>, id: &str) -> Name {
    names.get(id).cloned().unwrap_or_else(|| Name::same(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_name_is_called_by_its_id() {
        let good = Name { vietnamese: "Hoàn thành tốt nhiệm vụ".to_owned(), english: "Tasks completed well".to_owned() };
        let names = Names { levels: BTreeMap::from([(("rating".to_owned(), "good".to_owned()), good.clone())]), ..Names::default() };
        assert_eq!(names.level("rating", "good"), good);
        assert_eq!(names.level("rating", "splendid"), Name::same("splendid"));
        assert_eq!(names.honours(&["a".to_owned(), "b".to_owned()]), Name::same("a, b"));
    }

    #[test]
    fn attributes_are_called_as_people_call_them() {
        let cadets = Name { vietnamese: "sinh viên, học viên".to_owned(), english: "students, cadets".to_owned() };
        let names = Names { codes: BTreeMap::from([("poet".to_owned(), Name::same("nhà thơ"))]), ..Names::default() };
        assert_eq!(names.values("category", &["student".to_owned(), "cadet".to_owned()]), cadets);
        assert_eq!(names.value("category", "poet"), Name::same("nhà thơ"));
        assert_eq!((attribute("height"), value("category", "poet")), (Name::same("height"), Name::same("poet")));
    }
}
