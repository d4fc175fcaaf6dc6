//! The pages through which one walks a finished round from disk, without a network.

mod award;
mod index;

use phongtrao_diagnostic::Words;
use phongtrao_diagnostic::html::Html;

use crate::{Case, Facts, Outcome};

pub(crate) const STYLE: &str = include_str!("style.css");

/// A page among the files of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its place, with slashes.
    pub path: String,
    /// Its text.
    pub html: String,
}

/// All pages of a round: the index, and one for each award with everybody and why.
pub fn pages(facts: &Facts<'_>, outcome: &Outcome, words: &Words) -> Vec<Page> {
    let view = View { facts, outcome, words };
    let awards = outcome.judged.awards.iter().map(|award| Page { path: award_path(&award.id), html: award::page(&view, award) });
    [Page { path: "index.html".to_owned(), html: index::page(&view) }].into_iter().chain(awards).collect()
}

/// What pages are drawn from.
struct View<'v> {
    facts: &'v Facts<'v>,
    outcome: &'v Outcome,
    words: &'v Words,
}

impl View<'_> {
    fn say(&self, text: &phongtrao_diagnostic::Text) -> String {
        self.words.say(text)
    }

    fn page(&self, title: &str, body: impl FnOnce(&mut Html)) -> String {
        Html::page(self.words.language().code(), title, STYLE, body)
    }

    fn cases_of<'a>(&'a self, award: &'a str) -> impl Iterator<Item = &'a Case> {
        self.outcome.cases.iter().filter(move |case| case.award == award)
    }
}

fn award_path(award: &str) -> String {
    format!("ket-qua/{}.html", crate::round::slug(award))
}
