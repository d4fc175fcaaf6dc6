//! The pages through which one walks a finished round from disk, without a network.

mod award;
mod folder;
mod index;

use std::collections::BTreeMap;

use phongtrao_diagnostic::Words;
use phongtrao_diagnostic::html::Html;

use crate::{Facts, FinishedRound, names};

pub(crate) const STYLE: &str = include_str!("style.css");

/// A page among the files of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its place, with slashes.
    pub path: String,
    /// Its text.
    pub html: String,
}

/// Puts all pages of a round, one after the other: the index, the folders of papers where there are many, and of each award everybody and why.
///
/// # Errors
///
/// The first that `put` gives; then nothing more is drawn.
pub fn pages<E>(facts: &Facts<'_>, finished: &FinishedRound, words: &Words, put: &mut dyn FnMut(Page) -> Result<(), E>) -> Result<(), E> {
    let awards = names::of_ids(finished.judged.awards.iter().map(|award| award.id.as_str()));
    let view = View { facts, finished, words, awards };
    put(Page { path: "index.html".to_owned(), html: index::page(&view) })?;
    folder::pages(&view, put)?;
    finished.judged.awards.iter().try_for_each(|award| award::pages(&view, award, put))
}

/// What pages are drawn from.
struct View<'v> {
    facts: &'v Facts<'v>,
    finished: &'v FinishedRound,
    words: &'v Words,
    /// The names of the awards' pages, by their ids.
    awards: BTreeMap<&'v str, String>,
}

impl View<'_> {
    fn say(&self, text: &phongtrao_diagnostic::Text) -> String {
        self.words.say(text)
    }

    fn page(&self, title: &str, body: impl FnOnce(&mut Html)) -> String {
        Html::page(self.words.language().code(), title, STYLE, body)
    }

    /// The pages of an award, the first is 0.
    fn award_path(&self, award: &str, at: usize) -> String {
        let name = self.awards.get(award).map_or("", String::as_str);
        if at == 0 { format!("ket-qua/{name}.html") } else { format!("ket-qua/{name}.{}.html", at + 1) }
    }
}
