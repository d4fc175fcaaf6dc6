//! The first page: how far the round came, what it waits for, and all papers.

use phongtrao_diagnostic::Severity;
use phongtrao_diagnostic::html::Html;

use super::{View, folder};
use crate::{Standing, texts};

pub(super) fn page(view: &View<'_>) -> String {
    let judged = &view.finished.judged;
    let organisation = &view.facts.organisation.name;
    view.page(&format!("{} · {organisation}", judged.label), |html| {
        html.element("header", &[], |html| {
            html.words("p", &[("class", "over")], organisation);
            html.words("h1", &[], &judged.label);
            html.words("p", &[("class", "under")], &view.say(&texts::page_as_of(judged.as_of)));
        });
        html.element("main", &[], |html| {
            summary(view, html);
            findings(view, html);
            cautions(view, html);
            if view.facts.is_pathway() {
                steps(view, html);
            }
            html.words("h2", &[], &view.say(&texts::page_papers()));
            folder::all(view, html);
            rests_on(view, html);
        });
    })
}

fn cautions(view: &View<'_>, html: &mut Html) {
    let mut said: Vec<String> = Vec::new();
    for caution in view.finished.judged.awards.iter().flat_map(|award| &award.cautions).chain(&view.finished.judged.cautions) {
        let words = view.say(caution);
        if !said.contains(&words) {
            html.words("p", &[("class", "caution")], &words);
            said.push(words);
        }
    }
}

/// Awards × how far everybody came; a column that nobody stands in is left out.
fn summary(view: &View<'_>, html: &mut Html) {
    let awards = &view.finished.judged.awards;
    let is_used = |standing: &Standing| awards.iter().any(|award| view.finished.count(&award.id, *standing) > 0);
    let columns: Vec<Standing> = Standing::ALL.into_iter().filter(is_used).collect();
    html.element("div", &[("class", "wide")], |html| {
        html.element("table", &[("class", "summary")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    html.words("th", &[("scope", "col")], &view.say(&texts::page_award()));
                    columns
                        .iter()
                        .for_each(|standing| html.words("th", &[("scope", "col"), ("class", "figure")], &view.say(&standing.words())));
                });
            });
            html.element("tbody", &[], |html| {
                for award in awards {
                    html.element("tr", &[], |html| {
                        html.element("th", &[("scope", "row")], |html| {
                            html.words("a", &[("href", &view.award_path(&award.id, 0))], &view.facts.award_title(&award.id))
                        });
                        for standing in &columns {
                            let count = view.finished.count(&award.id, *standing);
                            let class = if count == 0 { "figure none" } else { "figure" };
                            // On a phone the head is not shown: each figure says itself what it counts.
                            html.words("td", &[("class", class), ("data-of", &view.say(&standing.words()))], &count.to_string());
                        }
                    });
                    html.line();
                }
            });
        });
    });
}

fn findings(view: &View<'_>, html: &mut Html) {
    if view.finished.findings.is_empty() {
        return;
    }
    html.words("h2", &[], &view.say(&texts::page_to_mend()));
    html.element("ul", &[("class", "mend")], |html| {
        for finding in &view.finished.findings {
            html.element("li", &[("class", if finding.severity == Severity::Error { "error" } else { "warning" })], |html| {
                html.text(&view.say(&finding.message));
                if let Some(help) = &finding.help {
                    html.words("p", &[], &view.say(help));
                }
            });
        }
    });
}

/// Of a pathway to membership: its steps, what each asks, and by when.
fn steps(view: &View<'_>, html: &mut Html) {
    html.words("h2", &[], &view.say(&texts::page_steps()));
    html.words("p", &[], &view.say(&texts::page_no_papers()));
    html.element("div", &[("class", "wide")], |html| {
        html.element("table", &[], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for head in [texts::page_step(), texts::page_asked(), texts::page_within()] {
                        html.words("th", &[("scope", "col")], &view.say(&head));
                    }
                });
            });
            html.element("tbody", &[], |html| {
                for stage in &view.facts.plan.stages {
                    html.element("tr", &[], |html| {
                        html.words("th", &[("scope", "row")], stage.label.as_deref().unwrap_or(&stage.id));
                        html.element("td", &[], |html| stage.conditions.iter().for_each(|asked| html.words("p", &[], asked)));
                        html.words("td", &[], stage.within.as_deref().unwrap_or_default());
                    });
                    html.line();
                }
            });
        });
    });
}

/// The hashes of what the round rests on, so that the same can be made again.
fn rests_on(view: &View<'_>, html: &mut Html) {
    let rests_on = &view.finished.judged.rests_on;
    html.element("footer", &[], |html| {
        html.words("p", &[], &view.say(&texts::page_rests_on(rests_on.plan.as_str(), rests_on.packs.as_str(), rests_on.facts.as_str())));
    });
}
