//! The pages through which one walks a finished round from disk, without a network.

mod award;
mod folder;
mod index;

use phongtrao_diagnostic::Words;
use phongtrao_diagnostic::html::Html;

use crate::{Facts, Outcome};

pub(crate) const STYLE: &str = include_str!("style.css");

/// A page among the files of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its place, with slashes.
    pub path: String,
    /// Its text.
    pub html: String,
}

/// All pages of a round: the index, the folders of papers where there are many, and of each award everybody and why.
pub fn pages(facts: &Facts<'_>, outcome: &Outcome, words: &Words) -> Vec<Page> {
    let view = View { facts, outcome, words };
    let mut pages = vec![Page { path: "index.html".to_owned(), html: index::page(&view) }];
    pages.extend(folder::pages(&view));
    pages.extend(outcome.judged.awards.iter().flat_map(|award| award::pages(&view, award)));
    pages
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
}

/// The pages of an award, the first is 0.
fn award_path(award: &str, at: usize) -> String {
    let slug = crate::round::slug(award);
    if at == 0 { format!("ket-qua/{slug}.html") } else { format!("ket-qua/{slug}.{}.html", at + 1) }
}
