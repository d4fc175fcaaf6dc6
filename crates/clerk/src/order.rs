//! The order of lists: awards from high to low; of an award collectives before households before people; units in the organisation's own order; in a unit by post, where
//! `data.toml` does not say otherwise: by its number, else by who leads and by rank (`seniority.rs`); then by given name. The number in the list is the number on slips, in minutes, in the decision and in the golden book.

use std::collections::BTreeMap;

use phongtrao_movement::agenda;
use phongtrao_plan::{Award, SubjectKind};
use phongtrao_press::lists;
use phongtrao_register::Subject;
use phongtrao_register::rows::{PeopleOrder, Post, PostKind, Status};
use phongtrao_value::{PersonName, SortKey};

use crate::seniority::Seniority;
use crate::{Case, Facts};

/// The place of a unit: its number, then where it stands among the units.
pub(crate) type UnitPlace = (i64, Subject);

/// By what a case stands in a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    award: usize,
    kind: u8,
    /// Of awards of one rank, in the order of the plan: a first prize before a second.
    of_rank: usize,
    unit: UnitPlace,
    post: Seniority,
    name: Option<SortKey>,
    subject: String,
}

/// Puts cases in the order of lists.
pub(crate) struct Order<'f, 'a> {
    facts: &'f Facts<'a>,
    /// The rank of each award, from the highest, and its place among those of its rank.
    awards: BTreeMap<String, (usize, usize)>,
}

impl<'f, 'a> Order<'f, 'a> {
    pub(crate) fn new(facts: &'f Facts<'a>) -> Order<'f, 'a> {
        let all: Vec<&Award> = facts.plan.awards.iter().collect();
        let ranked = agenda::from_high(&all).into_iter().enumerate();
        let places =
            ranked.flat_map(|(rank, group)| group.into_iter().enumerate().map(move |(place, award)| (award.id.clone(), (rank, place))));
        let awards = places.collect();
        Order { facts, awards }
    }

    /// The cases in order.
    pub(crate) fn sorted<'c>(&self, cases: impl Iterator<Item = &'c Case>) -> Vec<&'c Case> {
        let mut placed: Vec<(Place, &Case)> = cases.map(|case| (self.place(case), case)).collect();
        placed.sort_by(|(one, _), (other, _)| one.cmp(other));
        placed.into_iter().map(|(_, case)| case).collect()
    }

    fn place(&self, case: &Case) -> Place {
        let unit = self.facts.unit_of(&case.subject);
        let person = self.facts.index.subject(&case.subject).and_then(|subject| self.facts.index.person(subject));
        let (award, of_rank) = self.awards.get(&case.award).copied().unwrap_or((usize::MAX, usize::MAX));
        let post = match self.facts.register.organisation.people_order {
            PeopleOrder::Post => Seniority::of(self.facts.main_post(&case.subject)),
            PeopleOrder::Name => Seniority::ALIKE,
        };
        Place {
            award,
            kind: match case.kind {
                SubjectKind::Collective => 0,
                SubjectKind::Household => 1,
                SubjectKind::Individual => 2,
            },
            of_rank,
            unit: unit.map_or((i64::MAX, Subject(u32::MAX)), |unit| self.facts.unit_order(unit)),
            post,
            name: person.and_then(|person| PersonName::new(&person.name, person.sort_as.as_deref()).ok()).map(|name| name.sort_key()),
            subject: case.subject.clone(),
        }
    }
}

/// The statuses of those who no longer hold a post.
pub(crate) const AWAY: [&str; 3] = [Status::DEAD, "retired", "left"];

impl Facts<'_> {
    /// Whether a person has one of these statuses on the day of judging.
    pub(crate) fn is_status(&self, person: &str, statuses: &[&str]) -> bool {
        let status = self.index.subject(person).and_then(|person| self.index.status(person, self.as_of()));
        status.is_some_and(|status| statuses.contains(&status.status.as_str()))
    }

    /// The post that a person held last.
    pub(crate) fn last_post(&self, person: &str) -> Option<&Post> {
        let posts = self.index.subject(person).into_iter().flat_map(|person| self.index.posts(person));
        posts.filter(|post| post.kind == PostKind::Main).max_by_key(|post| post.to)
    }

    /// The post by which a person is named in a unit: the one that they hold, of one who is no longer alive the last one.
    pub(crate) fn named_post(&self, person: &str) -> Option<&Post> {
        self.main_post(person).or_else(|| self.last_post(person).filter(|_| self.is_dead(person)))
    }

    /// The unit that puts a subject forward: the one of a person's main post, a unit itself, the unit in which a household lives.
    pub(crate) fn unit_of(&self, subject: &str) -> Option<Subject> {
        let found = self.index.subject(subject)?;
        if self.index.unit(found).is_some() {
            return Some(found);
        }
        if let Some(household) = self.index.household(found) {
            return household.unit.as_deref().and_then(|unit| self.index.subject(unit));
        }
        self.named_post(subject).and_then(|post| self.index.subject(&post.unit))
    }

    /// The main post of a person on the day of judging; of those in several trees that of the first.
    pub(crate) fn main_post(&self, person: &str) -> Option<&Post> {
        let person = self.index.subject(person).filter(|subject| self.index.person(*subject).is_some())?;
        let posts = self.index.posts_on(person, self.as_of());
        posts.iter().find(|post| post.kind == PostKind::Main).or_else(|| posts.first()).copied()
    }

    /// Whether a person held a post here and holds none by now; the dead have not left.
    pub(crate) fn has_left(&self, person: &str) -> bool {
        self.main_post(person).is_none() && self.last_post(person).is_some() && !self.is_dead(person)
    }

    /// Whether a person has died by the day of judging.
    pub(crate) fn is_dead(&self, subject: &str) -> bool {
        let person = self.index.subject(subject).and_then(|subject| self.index.person(subject));
        let died = person.and_then(|person| person.died).is_some_and(|died| died <= self.as_of());
        died || self.is_status(subject, &[Status::DEAD])
    }

    /// The place of a unit in the organisation's own order: those that have a number by it, then the others as they stand in their file.
    pub(crate) fn unit_order(&self, unit: Subject) -> UnitPlace {
        let row = self.index.unit(unit);
        (row.and_then(|row| row.order).unwrap_or(i64::MAX), unit)
    }
}

/// The same kind in the words of lists.
pub(crate) fn list_kind(kind: SubjectKind) -> lists::SubjectKind {
    match kind {
        SubjectKind::Collective => lists::SubjectKind::Collective,
        SubjectKind::Household => lists::SubjectKind::Household,
        SubjectKind::Individual => lists::SubjectKind::Individual,
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::given::Given;
    use crate::standing::cases;
    use phongtrao_judge::population::Alone;
    use phongtrao_judge::round::judge_among;

    const SECOND: &str = "\n[[award]]\nid = \"tien-tien\"\nform = \"title\"\nname = \"Lao động tiên tiến\"\nhonour = \"advanced-worker\"\nsubject = \"ca-nhan\"\ncriteria = \"xuat-sac\"\nballot = \"none\"\n\n[[round]]";
    const TWIN: &str = "\n[[award]]\nid = \"giay-khen-2\"\nform = \"commendation\"\nname = \"Giấy khen của Hiệu trưởng\"\nhonour = \"certificate-of-commendation\"\nsubject = \"tap-the\"\ncriteria = \"xuat-sac\"\nballot = \"none\"\n\n[[round]]";

    /// Of the college in `given`: An is a lecturer, Bình heads the faculty of electricity, which stands after the one of garments.
    #[rstest::rstest]
    #[case::units_by_protocol_then_people_by_post(&[], "khoa-may khoa-dien binh an")]
    #[case::units_without_numbers_as_in_their_file(
        &[("khoa-dien,Khoa Điện,truong,faculty,3\nkhoa-may,Khoa May,truong,faculty,2", "khoa-may,Khoa May,truong,faculty,\nkhoa-dien,Khoa Điện,truong,faculty,")],
        "khoa-may khoa-dien binh an"
    )]
    #[case::people_by_name_where_the_organisation_wants_it(&[("format = 1\norganisation", "format = 1\npeople_order = \"name\"\norganisation")], "khoa-may khoa-dien an binh")]
    #[case::people_whose_posts_have_no_number(&[("Giảng viên,5,", "Giảng viên,,"), ("Trưởng khoa,1,", "Phó Trưởng khoa,,")], "khoa-may khoa-dien binh an")]
    #[case::people_of_one_post_by_rank(
        &[("title,rank,from\n", "title,rank,from,grade\n"), ("Giảng viên,5,2020-01-01", "Giảng viên,,2020-01-01,Trung úy"), ("Trưởng khoa,1,2020-01-01", "Giảng viên,,2020-01-01,Đại úy chuyên nghiệp")],
        "khoa-may khoa-dien binh an"
    )]
    #[case::people_of_one_post_by_given_name(&[("Trưởng khoa,1,", "Giảng viên,5,")], "khoa-may khoa-dien an binh")]
    #[case::given_name_before_family_name(&[("Trưởng khoa,1,", "Giảng viên,5,"), ("Lê Thị An", "Lê Thị Xuân")], "khoa-may khoa-dien binh an")]
    #[case::units_before_posts(&[("binh,khoa-dien,", "binh,khoa-may,"), ("Trưởng khoa,1,", "Giảng viên,9,")], "khoa-may khoa-dien binh an")]
    #[case::the_award_before_the_kind(&[("\n[[round]]", SECOND)], "binh an khoa-may khoa-dien binh an")]
    #[case::awards_of_one_rank_by_kind(
        &[("subject = [\"tap-the\", \"ca-nhan\"]\ncriteria", "subject = \"ca-nhan\"\ncriteria"), ("\n[[round]]", TWIN)],
        "khoa-may khoa-dien binh an"
    )]
    fn order_of_lists(#[case] changes: &[(&str, &str)], #[case] expected: &str) {
        let given = changes.iter().fold(Given::college(), |given, (from, to)| given.with(from, to));
        given.facts(|facts| {
            let (cases, _) = cases(facts, &mut judge_among(&Alone, facts.round, facts.register, facts.rests_on.clone()));
            let subjects: Vec<&str> = Order::new(facts).sorted(cases.iter()).iter().map(|case| case.subject.as_str()).collect();
            assert_eq!(subjects.join(" "), expected);
        });
    }
}
