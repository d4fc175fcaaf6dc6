//! Who belongs to what on a day.

use phongtrao_value::Date;

use super::{Index, Subject};
use crate::rows::{Household, Person, Post, PostKind, Status};

impl<'r> Index<'r> {
    /// The people whose main post is in a unit on a day, in the order of the posts' file.
    pub fn members(&self, unit: Subject, day: Date) -> impl Iterator<Item = Subject> + '_ {
        self.posts_in(unit).filter(move |post| post.kind == PostKind::Main && post.holds(day)).filter_map(|post| self.subject(&post.person))
    }

    /// The people whose main post is in a unit or in one below it on a day, each once.
    pub fn all_members(&self, unit: Subject, day: Date) -> Vec<Subject> {
        let mut members: Vec<Subject> = self.with_units_below(unit, day).into_iter().flat_map(|unit| self.members(unit, day)).collect();
        // A main post in two units of one tree is refused when the folder is read; once is once all the same.
        members.sort_unstable();
        members.dedup();
        members
    }

    /// All posts in a unit, of whatever kind and time.
    pub fn posts_in(&self, unit: Subject) -> impl Iterator<Item = &'r Post> + '_ {
        self.groups.posts_in.of(unit).iter().map(|row| &self.register.posts[*row as usize])
    }

    /// The posts of a person on a day: the main one first, then by their place in the order of posts.
    pub fn posts_on(&self, person: Subject, day: Date) -> Vec<&'r Post> {
        let mut posts: Vec<&Post> = self.posts(person).filter(|post| post.holds(day)).collect();
        posts.sort_by_key(|post| (post.kind != PostKind::Main, post.rank.unwrap_or(i64::MAX)));
        posts
    }

    /// The status of a person on a day, where one is written down.
    pub fn status(&self, person: Subject, day: Date) -> Option<&'r Status> {
        // The last that began: a leave within a time of work is what holds.
        self.statuses(person).filter(|status| holds(status.from, status.to, day)).max_by_key(|status| status.from)
    }

    /// The households of a hamlet or commune.
    pub fn households_in(&self, unit: Subject) -> impl Iterator<Item = &'r Household> + '_ {
        self.groups.households_in.of(unit).iter().map(|row| &self.register.households[*row as usize])
    }

    /// The people of a household.
    pub fn people_of(&self, household: Subject) -> impl Iterator<Item = &'r Person> + '_ {
        self.groups.people_of.of(household).iter().map(|row| &self.register.people[*row as usize])
    }
}

impl Post {
    /// Whether it is held on a day.
    pub fn holds(&self, day: Date) -> bool {
        holds(self.from, self.to, day)
    }
}

fn holds(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}
