//! The pages through which one walks a finished round from disk, without a network.

mod award;
mod folder;
mod index;

use std::collections::BTreeMap;

use phongtrao_diagnostic::Words;
use phongtrao_diagnostic::html::Html;
use phongtrao_value::printed_date;

use crate::namesakes::{Born, Namesakes};
use crate::{Facts, FinishedRound, names, texts};

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
    let unit = |subject: &str| facts.unit_of(subject).map_or_else(String::new, |unit| facts.index.name(unit).to_owned());
    let namesakes = Namesakes::among(facts, finished.cases.iter(), unit);
    let view = View { facts, finished, words, awards, namesakes };
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
    /// Those whose name and unit are another's too.
    namesakes: Namesakes,
}

impl View<'_> {
    fn say(&self, text: &phongtrao_diagnostic::Text) -> String {
        self.words.say(text)
    }

    fn page(&self, title: &str, body: impl FnOnce(&mut Html)) -> String {
        Html::page(self.words.language().code(), title, STYLE, body)
    }

    /// The name of a subject, with what tells it from a namesake.
    fn name(&self, subject: &str) -> String {
        let index = self.facts.index;
        let name = index.subject(subject).map_or(subject, |found| index.name(found));
        match self.namesakes.of(subject) {
            None => name.to_owned(),
            Some(Born::In(year)) => self.say(&texts::page_born_in(name, year.to_string())),
            Some(Born::On(day)) => self.say(&texts::page_born_on(name, printed_date::short(day))),
        }
    }

    /// The pages of an award, the first is 0.
    fn award_path(&self, award: &str, at: usize) -> String {
        let name = self.awards.get(award).map_or("", String::as_str);
        if at == 0 { format!("ket-qua/{name}.html") } else { format!("ket-qua/{name}.{}.html", at + 1) }
    }
}
