//! What packs and a plan call honours and levels: handed in, since this crate knows no rules.

use std::collections::BTreeSet;

use phongtrao_value::nearest;

use super::words::plain;

/// Names of honours, awards and levels with their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Names and abbreviations of honours, each with the id; an id as often as it has names.
    pub honours: Vec<(String, String)>,
    /// The same of the awards of a plan.
    pub awards: Vec<(String, String)>,
    /// The levels of scales.
    pub levels: Vec<LevelName>,
}

/// A name of a level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LevelName {
    /// The scale.
    pub scale: String,
    /// The id of the level.
    pub level: String,
    /// What it is called.
    pub name: String,
}

impl Vocabulary {
    fn names(&self, of_plan: bool) -> &[(String, String)] {
        if of_plan { &self.awards } else { &self.honours }
    }

    /// Whether an honour, or an award of the plan, has an id. Without a plan any word may be one of its awards.
    pub(super) fn is_honour(&self, id: &str, of_plan: bool) -> bool {
        let any = of_plan && self.awards.is_empty() && !id.contains(' ') && id.is_ascii();
        any || self.names(of_plan).iter().any(|(_, known)| known == id)
    }

    /// The ids of a name.
    pub(super) fn honours_called(&self, name: &str, of_plan: bool) -> BTreeSet<String> {
        let name = plain(name);
        self.names(of_plan).iter().filter(|(known, _)| plain(known) == name).map(|(_, id)| id.clone()).collect()
    }

    /// The name and id that were probably meant.
    pub(super) fn nearest_honour(&self, name: &str, of_plan: bool) -> Option<(String, String)> {
        let names = self.names(of_plan);
        let near = nearest(name, names.iter().map(|(known, _)| known.as_str()))?;
        names.iter().find(|(known, _)| known == near).cloned()
    }

    /// The levels of a name, each with its scale; of one scale where it is said.
    pub(super) fn levels_called(&self, name: &str, scale: Option<&str>) -> BTreeSet<(String, String)> {
        let name = plain(name);
        let of = self.levels.iter().filter(|known| scale.is_none_or(|scale| known.scale == scale));
        of.filter(|known| plain(&known.name) == name || known.level == name.replace(' ', "-"))
            .map(|known| (known.scale.clone(), known.level.clone()))
            .collect()
    }

    /// The names of the levels of a scale.
    pub(super) fn levels_of(&self, scale: Option<&str>) -> Vec<&str> {
        /// More of them are no help.
        const MOST: usize = 12;
        let mut names: Vec<&str> = Vec::new();
        for level in self.levels.iter().filter(|known| scale.is_none_or(|scale| known.scale == scale)) {
            if !names.contains(&level.name.as_str()) && names.len() < MOST {
                names.push(&level.name);
            }
        }
        names
    }
}
