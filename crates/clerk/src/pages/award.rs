//! The page of an award: everybody, how far they came, and why.

use phongtrao_diagnostic::html::Html;
use phongtrao_judge::round::AwardResult;

use super::View;
use crate::why::why;
use crate::{Case, Standing, texts};

pub(super) fn page(view: &View<'_>, award: &AwardResult) -> String {
    view.page(&format!("{} · {}", award.name, view.outcome.judged.label), |html| {
        html.element("header", &[], |html| {
            html.element("p", &[("class", "over")], |html| html.words("a", &[("href", "../index.html")], &view.outcome.judged.label));
            html.words("h1", &[], &view.facts.award_title(&award.id));
        });
        html.element("main", &[], |html| {
            for caution in &award.cautions {
                html.words("p", &[("class", "caution")], &view.say(caution));
            }
            for standing in Standing::ALL {
                let cases: Vec<&Case> = view.cases_of(&award.id).filter(|case| case.standing == standing).collect();
                if !cases.is_empty() {
                    group(view, standing, &cases, html);
                }
            }
        });
    })
}

fn group(view: &View<'_>, standing: Standing, cases: &[&Case], html: &mut Html) {
    let words = view.say(&standing.words());
    html.words("h2", &[], &view.say(&texts::page_counted(words, i64::try_from(cases.len()).unwrap_or(i64::MAX))));
    html.element("div", &[("class", "wide")], |html| {
        html.element("table", &[("class", "people")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for head in [texts::page_name(), texts::page_unit(), texts::page_why()] {
                        html.words("th", &[("scope", "col")], &view.say(&head));
                    }
                });
            });
            html.element("tbody", &[], |html| cases.iter().for_each(|case| row(view, case, html)));
        });
    });
}

fn row(view: &View<'_>, case: &Case, html: &mut Html) {
    let index = view.facts.index;
    let name = index.subject(&case.subject).map_or(case.subject.as_str(), |subject| index.name(subject));
    let unit = view.facts.unit_of(&case.subject).map_or("", |unit| index.name(unit));
    html.element("tr", &[], |html| {
        html.words("th", &[("scope", "row")], name);
        html.words("td", &[("class", "unit")], unit);
        html.element("td", &[], |html| {
            for words in why(view.words, case) {
                html.words("p", &[], &words);
            }
        });
    });
    html.line();
}
