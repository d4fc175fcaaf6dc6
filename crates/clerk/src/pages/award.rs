//! The pages of an award: everybody, how far they came, and why. Of an award for many there are several, each as long as a browser bears.

use phongtrao_diagnostic::html::Html;
use phongtrao_judge::round::AwardResult;

use super::{Page, View};
use crate::why::why;
use crate::{Case, Standing, texts};

/// Rows of a page.
const ROWS: usize = 1_000;

/// Some people of one standing, on one page.
struct Group<'v> {
    standing: Standing,
    /// How many there are of it on all pages.
    of: usize,
    cases: Vec<&'v Case>,
}

/// Where a page stands among those of its award.
struct Place<'p> {
    at: usize,
    of: usize,
    /// On which page those of a standing begin.
    begins: &'p [(Standing, usize)],
}

/// All pages of an award, in the order of how far people came.
pub(super) fn pages<E>(view: &View<'_>, award: &AwardResult, put: &mut dyn FnMut(Page) -> Result<(), E>) -> Result<(), E> {
    let parts = parts(view, &award.id);
    let begins = |standing: Standing| parts.iter().position(|groups| groups.iter().any(|group| group.standing == standing));
    let begins: Vec<(Standing, usize)> = Standing::ALL.into_iter().filter_map(|standing| Some((standing, begins(standing)?))).collect();
    parts.iter().enumerate().try_for_each(|(at, groups)| {
        let html = page(view, award, groups, &Place { at, of: parts.len(), begins: &begins });
        put(Page { path: view.award_path(&award.id, at), html })
    })
}

/// Those of an award in parts that fill a page each; one part where there is nobody.
fn parts<'v>(view: &View<'v>, award: &str) -> Vec<Vec<Group<'v>>> {
    let mut parts: Vec<Vec<Group<'v>>> = vec![Vec::new()];
    let mut room = ROWS;
    for standing in Standing::ALL {
        let cases: Vec<&Case> = view.finished.cases.iter().filter(|case| case.award == award && case.standing == standing).collect();
        let mut left = cases.as_slice();
        while !left.is_empty() {
            if room == 0 {
                parts.push(Vec::new());
                room = ROWS;
            }
            let (now, rest) = left.split_at(left.len().min(room));
            if let Some(part) = parts.last_mut() {
                part.push(Group { standing, of: cases.len(), cases: now.to_vec() });
            }
            room -= now.len();
            left = rest;
        }
    }
    parts
}

fn page(view: &View<'_>, award: &AwardResult, groups: &[Group<'_>], place: &Place<'_>) -> String {
    view.page(&format!("{} · {}", award.name, view.finished.judged.label), |html| {
        html.element("header", &[], |html| {
            html.element("p", &[("class", "over")], |html| html.words("a", &[("href", "../index.html")], &view.finished.judged.label));
            html.words("h1", &[], &view.facts.award_title(&award.id));
            if place.of > 1 {
                walk(view, &award.id, place, html);
            }
        });
        html.element("main", &[], |html| {
            for caution in &award.cautions {
                html.words("p", &[("class", "caution")], &view.say(caution));
            }
            groups.iter().for_each(|each| group(view, each, html));
        });
    })
}

/// The ways to the other pages: by standing, and one by one.
fn walk(view: &View<'_>, award: &str, place: &Place<'_>, html: &mut Html) {
    let link = |html: &mut Html, at: usize, words: &str| {
        let path = view.award_path(award, at);
        html.words("a", &[("href", path.rsplit('/').next().unwrap_or(&path))], words);
        html.text(" ");
    };
    html.element("p", &[("class", "walk")], |html| {
        place.begins.iter().for_each(|(standing, at)| link(html, *at, &view.say(&standing.words())));
    });
    html.element("p", &[("class", "walk")], |html| {
        if let Some(before) = place.at.checked_sub(1) {
            link(html, before, &view.say(&texts::page_before()));
        }
        html.text(&view.say(&texts::page_part(place.at + 1, place.of)));
        html.text(" ");
        if place.at + 1 < place.of {
            link(html, place.at + 1, &view.say(&texts::page_after()));
        }
    });
}

fn group(view: &View<'_>, group: &Group<'_>, html: &mut Html) {
    let words = view.say(&group.standing.words());
    html.words("h2", &[], &view.say(&texts::page_counted(words, group.of)));
    html.element("div", &[("class", "wide")], |html| {
        html.element("table", &[("class", "people")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for head in [texts::page_name(), texts::page_unit(), texts::page_why()] {
                        html.words("th", &[("scope", "col")], &view.say(&head));
                    }
                });
            });
            html.element("tbody", &[], |html| group.cases.iter().for_each(|case| row(view, case, html)));
        });
    });
}

fn row(view: &View<'_>, case: &Case, html: &mut Html) {
    let index = view.facts.index;
    let name = view.name(&case.subject);
    let unit = view.facts.unit_of(&case.subject).map_or("", |unit| index.name(unit));
    html.element("tr", &[], |html| {
        html.words("th", &[("scope", "row")], &name);
        html.words("td", &[("class", "unit")], unit);
        html.element("td", &[], |html| {
            for words in why(view.words, case) {
                html.words("p", &[], &words);
            }
        });
    });
    html.line();
}
