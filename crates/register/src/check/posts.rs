//! Posts: one main post at a time in each tree, and only while the unit exists.

use phongtrao_value::Date;

use crate::fault::{Fault, Faults};
use crate::rows::{Post, PostKind};
use crate::{Index, texts};

pub(super) fn check(index: &Index<'_>, faults: &mut Faults) {
    for person in index.people() {
        let mut main: Vec<(&str, &Post)> = index
            .posts(person)
            .filter(|post| post.kind == PostKind::Main)
            .filter_map(|post| Some((index.unit(index.subject(&post.unit)?)?.tree.as_str(), post)))
            .collect();
        // Sorted, the one that began before is the only one that can still be held, unless a longer one was seen: that is kept.
        main.sort_by_key(|(tree, post)| (*tree, first(post)));
        let mut before: Option<(&str, &Post)> = None;
        for (tree, post) in main {
            if let Some((_, held)) = before.filter(|(other, held)| *other == tree && last(held) >= first(post)) {
                let message = texts::data_two_main_posts(index.name(person), tree, &held.unit, &post.unit);
                let fault = Fault::error("data-two-main-posts", post.place, "unit", message, texts::data_two_main_posts_help());
                faults.push(fault.beside(held.place, "unit", texts::data_other_post()));
            }
            before = match before.filter(|(other, held)| *other == tree && last(held) > last(post)) {
                Some(longer) => Some(longer),
                None => Some((tree, post)),
            };
        }
    }
    for post in &index.register().posts {
        outside(index, post, faults);
    }
}

/// A post that begins before its unit, or ends after it.
fn outside(index: &Index<'_>, post: &Post, faults: &mut Faults) {
    let Some(unit) = index.subject(&post.unit).and_then(|unit| index.unit(unit)) else { return };
    if let (Some(from), Some(begin)) = (post.from, unit.from)
        && from < begin
    {
        let message = texts::data_post_before_unit(from, &unit.name, begin);
        faults.push(Fault::error("data-post-outside", post.place, "from", message, texts::data_post_outside_help()));
    }
    // A unit that ended has ended for all who stood there.
    if let Some(end) = unit.to
        && post.to.is_none_or(|to| to > end)
    {
        let message = texts::data_post_after_unit(&unit.name, end);
        faults.push(Fault::error("data-post-outside", post.place, "to", message, texts::data_post_outside_help()));
    }
}

fn first(post: &Post) -> Date {
    post.from.unwrap_or(Date::MIN)
}

fn last(post: &Post) -> Date {
    post.to.unwrap_or(Date::MAX)
}
