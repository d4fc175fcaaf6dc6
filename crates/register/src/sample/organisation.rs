//! Units of several trees, people, posts, statuses, households.

use phongtrao_value::{Date, YearKind};

use super::names::name;
use super::places::communes_of;
use super::random::{Random, Shares};
use super::template::{Kind, Template, sample};
use super::{Settings, day};
use crate::Register;
use crate::rows::{Household, Organisation, Person, Post, PostKind, SchoolYear, Status, Unit};

/// A person that facts are drawn for.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub(super) id: String,
    /// Their unit.
    pub(super) unit: String,
    /// How able they are, as a draw of [`Random::bell`]: the same in all years.
    pub(super) able: i64,
    /// From when they are there.
    pub(super) from: Date,
    /// Whether they work there; else they are learners or members.
    pub(super) staff: bool,
    /// Whether they are still there.
    pub(super) there: bool,
}

/// Units that facts are drawn for.
#[derive(Debug, Clone)]
pub(super) struct Collective {
    pub(super) id: String,
    pub(super) able: i64,
    pub(super) from: Date,
}

/// Units and people, as rows and as what the following draws need.
pub(super) struct Founded {
    pub(super) register: Register,
    pub(super) bodies: Vec<Body>,
    pub(super) collectives: Vec<Collective>,
}

struct Founding<'a> {
    template: &'a Template,
    settings: Settings,
    random: Random,
    founded: Founded,
    /// Groups of members: unit id.
    groups: Vec<String>,
    /// Units of staff: id and whether it is a branch.
    desks: Vec<(String, bool)>,
    merged_on: Date,
}

/// Founds the organisation.
pub(super) fn found(settings: Settings, template: &Template) -> Founded {
    let founded = Founded { register: Register::default(), bodies: Vec::new(), collectives: Vec::new() };
    let merged_on = template.merged.on.parse().unwrap_or(Date::MIN);
    let random = Random::new(settings.seed, 1);
    let mut founding = Founding { template, settings, random, founded, groups: Vec::new(), desks: Vec::new(), merged_on };
    founding.organisation();
    founding.units();
    founding.people();
    founding.other_trees();
    if settings.kind == Kind::Province {
        founding.households();
    }
    founding.founded
}

const ROOT: &str = "goc";
const ADMINISTRATION: &str = "administration";

impl Founding<'_> {
    fn organisation(&mut self) {
        let (month, day) = self.template.school_year;
        self.founded.register.organisation = Organisation {
            name: Some(self.template.name.clone()),
            school_year: Some(SchoolYear { month, day }),
            year_kind: YearKind::from_word(&self.template.year),
            ..Organisation::default()
        };
    }

    fn units(&mut self) {
        let template = self.template;
        self.unit(ROOT, &template.name, ADMINISTRATION, None, "organisation");
        for (id, name) in &template.offices {
            self.unit(id, name, ADMINISTRATION, Some(ROOT), "office");
            self.desks.push((id.clone(), false));
        }
        self.merger();
        let communes: Vec<(String, String, String)> =
            communes_of(0).into_iter().enumerate().map(|(number, name)| (format!("xa-{:03}", number + 1), name.clone(), name)).collect();
        let branches = if template.branches.is_empty() { &communes } else { &template.branches };
        let groups = self.members().div_ceil(template.group_size.max(1)).max(1);
        if template.group_tree != ADMINISTRATION {
            self.unit("khoi-lop", &template.name, &template.group_tree, None, "organisation");
        }
        let branches: Vec<&(String, String, String)> = branches.iter().take(groups).collect();
        for (id, name, _) in &branches {
            self.unit(id, name, ADMINISTRATION, Some(ROOT), &template.branch_kind);
            self.desks.push((id.clone(), true));
        }
        for number in 0..groups {
            let Some((branch, _, short)) = branches.get(number % branches.len().max(1)) else { continue };
            self.group(branch, short, number, branches.len());
        }
    }

    fn group(&mut self, branch: &str, short: &str, number: usize, branches: usize) {
        let template = self.template;
        let within = number / branches.max(1) + 1;
        let shown = if template.group_name.contains("{branch}") { within } else { number + 1 };
        let name = template.group_name.replace("{branch}", short).replace("{number}", &format!("{shown:02}"));
        let id = format!("nhom-{:04}", number + 1);
        let parent = if template.group_tree == ADMINISTRATION { branch } else { "khoi-lop" };
        self.unit(&id, &name, &template.group_tree, Some(parent), &template.group_kind);
        self.groups.push(id);
    }

    /// Two offices of which one became.
    fn merger(&mut self) {
        let merged = &self.template.merged;
        for (id, name) in &merged.old {
            self.unit(id, name, ADMINISTRATION, Some(ROOT), "office");
            if let Some(unit) = self.founded.register.units.last_mut() {
                unit.to = self.merged_on.yesterday().ok();
                unit.successors = vec![merged.new.0.clone()];
            }
        }
        self.unit(&merged.new.0, &merged.new.1, ADMINISTRATION, Some(ROOT), "office");
        let on = self.merged_on;
        if let (Some(unit), Some(collective)) = (self.founded.register.units.last_mut(), self.founded.collectives.last_mut()) {
            unit.from = Some(on);
            collective.from = on;
        }
        self.desks.push((merged.new.0.clone(), false));
    }

    fn unit(&mut self, id: &str, name: &str, tree: &str, parent: Option<&str>, kind: &str) {
        let units = &mut self.founded.register.units;
        let order = i64::try_from(units.len()).unwrap_or_default() + 1;
        let from = day(2006, 1, 1);
        units.push(Unit {
            id: id.to_owned(),
            name: name.to_owned(),
            tree: tree.to_owned(),
            parent: parent.map(str::to_owned),
            kind: Some(kind.to_owned()),
            order: Some(order),
            from: Some(from),
            ..Unit::default()
        });
        let ended = self.template.merged.old.iter().any(|(old, _)| old == id);
        if parent.is_some() && !ended {
            self.founded.collectives.push(Collective { id: id.to_owned(), able: self.random.bell(), from });
        }
    }

    fn staff(&self) -> usize {
        let usual = || self.settings.people.saturating_mul(self.template.staff) / 1000;
        let staff = self.settings.staff.unwrap_or_else(usual).min(self.settings.people);
        usize::try_from(staff).unwrap_or(usize::MAX).max(1)
    }

    fn members(&self) -> usize {
        usize::try_from(self.settings.people).unwrap_or(usize::MAX).saturating_sub(self.staff())
    }

    fn people(&mut self) {
        let staff = Shares::new(self.template.staff_category.clone());
        let members = Shares::new(self.template.member_category.clone());
        let titles = [Shares::new(self.template.office_member.clone()), Shares::new(self.template.branch_member.clone())];
        for number in 0..self.staff() {
            self.employee(number, &staff, &titles);
        }
        for number in 0..self.members() {
            self.member(number, &members);
        }
    }

    fn employee(&mut self, number: usize, categories: &Shares<String>, titles: &[Shares<String>; 2]) {
        let from = self.day_between(2008, 2025);
        let age = self.random.between(23, 34);
        let category = categories.draw(&mut self.random).cloned().unwrap_or_default();
        let person = self.person(&format!("cb{:05}", number + 1), category, from, age);
        let (unit, title, rank) = self.post_of(number, titles);
        let body = Body { id: person.id.clone(), unit, able: self.random.bell(), from, staff: true, there: true };
        let body = if rank > 2 { self.left(body) } else { body };
        let died = self.posts(&body, Some(title), rank);
        self.absences(&body, person.sex.as_deref() == Some("female"));
        self.founded.register.people.push(Person { died, ..person });
        self.founded.bodies.push(body);
    }

    /// Unit, title and rank of an employee: the first are the leaders, then each unit has its head and deputy.
    fn post_of(&mut self, number: usize, titles: &[Shares<String>; 2]) -> (String, String, i64) {
        let template = self.template;
        let Some(number) = number.checked_sub(2) else {
            let title = if number == 0 { &template.leader } else { &template.deputy_leader };
            return (ROOT.to_owned(), title.clone(), if number == 0 { 1 } else { 2 });
        };
        let Some((unit, branch)) = self.desks.get(number % self.desks.len().max(1)) else {
            return (ROOT.to_owned(), template.deputy_leader.clone(), 2);
        };
        let (head, deputy) = if *branch { &template.branch_head } else { &template.office_head };
        let (title, rank) = match number / self.desks.len().max(1) {
            0 => (head.clone(), 10),
            1 => (deputy.clone(), 11),
            _ => (titles[usize::from(*branch)].draw(&mut self.random).cloned().unwrap_or_default(), 20),
        };
        (unit.clone(), title, rank)
    }

    fn member(&mut self, number: usize, categories: &Shares<String>) {
        let template = self.template;
        let learns = template.member_status == "studying";
        let from = if learns {
            let (month, first) = template.school_year;
            day(i16::try_from(self.random.between(2022, 2025)).unwrap_or(2025), month, first)
        } else {
            self.day_between(2012, 2025)
        };
        let age = if learns { self.random.between(18, 22) } else { self.random.between(18, 66) };
        let category = categories.draw(&mut self.random).cloned().unwrap_or_default();
        let person = self.person(&format!("hv{:06}", number + 1), category, from, age);
        let unit = self.groups.get(number % self.groups.len().max(1)).cloned().unwrap_or_default();
        let body = Body { id: person.id.clone(), unit, able: self.random.bell(), from, staff: false, there: true };
        let (title, rank) = match number / self.groups.len().max(1) {
            0 => (template.group_head.0.clone(), 30),
            1 => (template.group_head.1.clone(), 31),
            _ => (template.group_member.clone(), 40),
        };
        self.founded.register.posts.push(post(&body.id, &body.unit, Some(title), rank, Some(body.from), None));
        self.founded.register.people.push(person);
        self.founded.bodies.push(body);
    }

    fn person(&mut self, id: &str, category: String, from: Date, age: i64) -> Person {
        let female = self.random.chance(5200);
        let name = name(female, &mut self.random);
        let year = i64::from(from.year()) - age;
        let born = day(i16::try_from(year).unwrap_or(1980), self.random.month(), self.random.month_day());
        // Of a few the register knows neither sex nor day of birth.
        let known = !self.random.chance(40);
        Person {
            id: id.to_owned(),
            name: name.printed,
            sort_as: name.sort_as,
            sex: known.then(|| if female { "female" } else { "male" }.to_owned()),
            born: known.then_some(born),
            category,
            ..Person::default()
        }
    }

    /// Few have retired, left or died.
    fn left(&mut self, body: Body) -> Body {
        let there = !self.random.chance(250);
        Body { there, ..body }
    }

    /// The main post, with the unit before it where it was merged or the person moved; some stand elsewhere besides. Who died is told by the day.
    fn posts(&mut self, body: &Body, title: Option<String>, rank: i64) -> Option<Date> {
        let end = (!body.there).then(|| day(2026, 3, 31));
        let merged = self.template.merged.new.0 == body.unit && body.from < self.merged_on;
        let moved = !merged && body.unit != ROOT && body.from < day(2018, 1, 1) && self.random.chance(700);
        let mut from = body.from;
        if merged || moved {
            let change = if merged { self.merged_on } else { day(2022, 9, 1) };
            let before =
                if merged { self.random.pick(&self.template.merged.old).map(|(id, _)| id.clone()) } else { self.elsewhere(&body.unit) };
            if let Some(before) = before {
                let row = post(&body.id, &before, title.clone(), rank, Some(from), change.yesterday().ok());
                self.founded.register.posts.push(row);
                from = change;
            }
        } else if self.template.merged.new.0 == body.unit && from < self.merged_on {
            from = self.merged_on;
        }
        self.founded.register.posts.push(post(&body.id, &body.unit, title, rank, Some(from), end));
        if rank > 2 && self.random.chance(600) {
            let kind = if self.random.chance(1500) { PostKind::Seconded } else { PostKind::Concurrent };
            if let Some(unit) = self.elsewhere(&body.unit) {
                let row = post(&body.id, &unit, None, 50, Some(body.from.max(self.merged_on)), end);
                self.founded.register.posts.push(Post { kind, ..row });
            }
        }
        let end = end?;
        let status = match self.random.below(100) {
            0..=59 => "retired",
            60..=89 => "left",
            _ => "dead",
        };
        let dead = status == "dead";
        let from = if dead { Some(end) } else { end.tomorrow().ok() };
        self.founded.register.statuses.push(Status { person: body.id.clone(), status: status.to_owned(), from, ..Status::default() });
        dead.then_some(end)
    }

    /// Another unit of staff that has always been there.
    fn elsewhere(&mut self, unit: &str) -> Option<String> {
        let (other, _) = self.random.pick(&self.desks)?;
        (other != unit && *other != self.template.merged.new.0).then(|| other.clone())
    }

    fn absences(&mut self, body: &Body, female: bool) {
        let (status, months) = match self.random.below(1000) {
            0..=29 if female => ("maternity", 6),
            30..=49 => ("training", 10),
            50..=59 => ("leave", 2),
            60..=64 => ("treatment", 4),
            _ => return,
        };
        let month = self.random.between(1, 12 - months).max(1);
        let from = day(2026, i8::try_from(month).unwrap_or(1), 1).max(body.from);
        let to = day(2026, i8::try_from(month + months - 1).unwrap_or(12), 1).last_of_month().max(from);
        if body.there {
            let row = Status { person: body.id.clone(), status: status.to_owned(), from: Some(from), to: Some(to), ..Status::default() };
            self.founded.register.statuses.push(row);
        }
    }

    /// Party, union, youth union: a cell beside each unit of staff; most of its people are in some of them.
    fn other_trees(&mut self) {
        let template = self.template;
        for (tree, prefix, top, below) in &template.trees {
            self.unit(prefix, top, tree, None, "organisation");
            for (desk, _) in self.desks.clone() {
                let name =
                    self.founded.register.units.iter().find(|unit| unit.id == desk).map(|unit| unit.name.clone()).unwrap_or_default();
                self.unit(&format!("{prefix}-{desk}"), &format!("{below} {name}"), tree, Some(prefix), "cell");
            }
            for body in self.founded.bodies.clone() {
                let joins = body.staff && body.there && body.unit != ROOT && self.random.chance(6000);
                if joins {
                    let from = body.from.max(day(2015, 5, 19));
                    let row = post(&body.id, &format!("{prefix}-{}", body.unit), None, 60, Some(from), None);
                    self.founded.register.posts.push(row);
                }
            }
        }
    }

    /// Households of three to five people of a village, all of them in the order of the register.
    fn households(&mut self) {
        let words = &sample().words;
        let mut people = std::mem::take(&mut self.founded.register.people);
        let units: Vec<String> = self.founded.bodies.iter().map(|body| body.unit.clone()).collect();
        let mut of_unit: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
        for (place, unit) in units.iter().enumerate().filter(|(_, unit)| self.groups.contains(unit)) {
            of_unit.entry(unit).or_default().push(place);
        }
        for (unit, places) in of_unit {
            let mut places = places.as_slice();
            while !places.is_empty() {
                let size = usize::try_from(self.random.between(2, 5)).unwrap_or(3).min(places.len());
                let (home, rest) = places.split_at(size);
                places = rest;
                let id = format!("ho{:05}", self.founded.register.households.len() + 1);
                let Some(head) = home.first().and_then(|place| people.get(*place)) else { continue };
                let pattern = if head.sex.as_deref() == Some("female") { &words.household_of_woman } else { &words.household_of_man };
                self.founded.register.households.push(Household {
                    id: id.clone(),
                    name: pattern.replace("{name}", &head.name),
                    head: Some(head.id.clone()),
                    unit: Some(unit.to_owned()),
                    from: Some(day(2016, 1, 1)),
                    ..Household::default()
                });
                for place in home {
                    if let Some(person) = people.get_mut(*place) {
                        person.household = Some(id.clone());
                    }
                }
            }
        }
        self.founded.register.people = people;
    }

    fn day_between(&mut self, first: i64, last: i64) -> Date {
        day(i16::try_from(self.random.between(first, last)).unwrap_or(2020), self.random.month(), self.random.month_day())
    }
}

fn post(person: &str, unit: &str, title: Option<String>, rank: i64, from: Option<Date>, to: Option<Date>) -> Post {
    Post { person: person.to_owned(), unit: unit.to_owned(), title, rank: Some(rank), from, to, ..Post::default() }
}
