//! Folders of papers: all of them on the first page, or, where there are many, a line each with a page of its own.

use phongtrao_diagnostic::html::Html;

use super::{Page, View};
use crate::{Folder, texts};

/// So many papers stand on the first page itself.
const FEW: usize = 400;

/// The page of a folder, in it.
const PAGE: &str = "index.html";

/// The folders on the first page: the organisation's own, then the dossiers of units, closed until somebody asks for one.
pub(super) fn all(view: &View<'_>, html: &mut Html) {
    if !are_few(view) {
        lines(view, html);
        return;
    }
    let (of_units, own): (Vec<&Folder>, Vec<&Folder>) = view.finished.folders.iter().partition(|folder| folder.is_of_unit());
    for folder in own {
        html.element("section", &[], |html| {
            html.words("h3", &[], &view.say(&folder.title));
            papers(view, folder, &format!("{}/", folder.path), html);
        });
    }
    for folder in of_units {
        html.element("details", &[], |html| {
            html.element("summary", &[], |html| summary(view, folder, html));
            papers(view, folder, &format!("{}/", folder.path), html);
        });
    }
}

/// The title of a unit's dossier, how much is in it, and whether something is missing.
fn summary(view: &View<'_>, folder: &Folder, html: &mut Html) {
    html.words("b", &[], &view.say(&folder.title));
    html.words("span", &[("class", "under")], &view.say(&texts::page_number_of_papers(folder.items.len())));
    let missing = folder.components.iter().filter(|component| component.is_there == Some(false)).count();
    if missing > 0 {
        html.words("span", &[("class", "missing")], &view.say(&texts::page_components_missing(missing)));
    }
}

/// A line for each folder, which leads to its page.
fn lines(view: &View<'_>, html: &mut Html) {
    html.element("table", &[("class", "papers")], |html| {
        html.element("tbody", &[], |html| {
            for folder in &view.finished.folders {
                html.element("tr", &[], |html| {
                    let page = format!("{}/{PAGE}", folder.path);
                    html.element("td", &[], |html| html.words("a", &[("href", &page)], &view.say(&folder.title)));
                    html.words("td", &[("class", "figure")], &folder.items.len().to_string());
                });
                html.line();
            }
        });
    });
}

/// The pages of the folders, where the first page has no room for their papers.
pub(super) fn pages<E>(view: &View<'_>, put: &mut dyn FnMut(Page) -> Result<(), E>) -> Result<(), E> {
    if are_few(view) {
        return Ok(());
    }
    let mut folders = view.finished.folders.iter();
    folders.try_for_each(|folder| put(Page { path: format!("{}/{PAGE}", folder.path), html: page(view, folder) }))
}

fn are_few(view: &View<'_>) -> bool {
    view.finished.folders.iter().map(|folder| folder.items.len()).sum::<usize>() <= FEW
}

fn page(view: &View<'_>, folder: &Folder) -> String {
    let title = view.say(&folder.title);
    let up = "../".repeat(folder.path.split('/').count());
    view.page(&format!("{title} · {}", view.finished.judged.label), |html| {
        html.element("header", &[], |html| {
            html.element("p", &[("class", "over")], |html| {
                html.words("a", &[("href", &format!("{up}{PAGE}"))], &view.finished.judged.label);
            });
            html.words("h1", &[], &title);
        });
        html.element("main", &[], |html| papers(view, folder, "", html));
    })
}

fn papers(view: &View<'_>, folder: &Folder, from: &str, html: &mut Html) {
    html.element("table", &[("class", "papers")], |html| {
        html.element("tbody", &[], |html| {
            for item in &folder.items {
                html.element("tr", &[], |html| {
                    html.words("td", &[], &item.title);
                    html.element("td", &[("class", "files")], |html| {
                        for ending in item.endings {
                            html.words("a", &[("href", &format!("{from}{}.{ending}", item.file))], &ending.to_uppercase());
                            html.text(" ");
                        }
                    });
                });
                html.line();
            }
        });
    });
    components(view, folder, html);
}

/// What the plan asks of the dossier, and what of it is there.
fn components(view: &View<'_>, folder: &Folder, html: &mut Html) {
    if folder.components.is_empty() {
        return;
    }
    html.words("p", &[("class", "under")], &view.say(&texts::page_components()));
    html.element("ul", &[("class", "components")], |html| {
        for component in &folder.components {
            let words = component.words.as_str();
            let (class, said) = match component.is_there {
                Some(true) => ("there", texts::page_component_there(words)),
                Some(false) => ("missing", texts::page_component_missing(words)),
                None => ("brought", texts::page_component_brought(words)),
            };
            html.words("li", &[("class", class)], &view.say(&said));
        }
    });
}
