//! How people are named by their posts: `Trưởng khoa Thủy sản`, `Giảng viên, Khoa Thủy sản`. What the form of address says already is not said again.

use std::sync::LazyLock;

use phongtrao_value::text::{capitalised, with_small_first};
use serde::Deserialize;

use super::Material;
use crate::Case;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    units: Vec<String>,
    heads: Vec<String>,
    places: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../../words/posts.toml")).expect("the words of posts")
});

impl Material<'_, '_> {
    /// Post and unit of a person, as lists have them.
    pub(super) fn post_in_unit(&self, person: &str) -> String {
        if let Some(place) = self.place_of(person) {
            return place;
        }
        let post = self.facts.main_post(person);
        let unit = post.and_then(|post| self.facts.index.subject(&post.unit)).map(|unit| self.facts.index.name(unit));
        in_unit(self.post_title(person), unit)
    }

    /// Where a household, or a resident without a post, lives: `Thôn 3, xã Suối Bạc`; none of others.
    fn place_of(&self, subject: &str) -> Option<String> {
        let (facts, index) = (self.facts, self.facts.index);
        let found = index.subject(subject)?;
        if index.unit(found).is_some() || facts.main_post(subject).is_some_and(|post| post.title.is_some()) {
            return None;
        }
        let unit = facts.unit_of(subject)?;
        let names = std::iter::once(unit).chain(index.ancestors(unit)).map(|unit| index.name(unit));
        let places: Vec<String> = names.take_while(|name| is_place(name)).map(with_small_first).collect();
        let is_household = index.household(found).is_some();
        match places.is_empty() {
            true => is_household.then(|| index.name(unit).to_owned()),
            false => Some(capitalised(&places.join(", "))),
        }
    }

    /// The post of a person, where the form of address before the name does not say it: `Sinh viên Nguyễn Văn Cường` is no student a second time.
    pub(super) fn post_title(&self, person: &str) -> Option<&str> {
        let title = self.facts.main_post(person)?.title.as_deref()?;
        let is_said = self.address(person).is_some_and(|address| address.to_lowercase() == title.to_lowercase());
        (!is_said).then_some(title)
    }

    /// What certificates say below a name, where it may stand far from those who know the unit: post, unit and organisation; of a unit, those above it.
    pub(super) fn post_on_certificate(&self, case: &Case) -> String {
        let (facts, index) = (self.facts, self.facts.index);
        let organisation = facts.organisation.name.as_str();
        let Some(subject) = index.subject(&case.subject) else { return String::new() };
        if index.unit(subject).is_some() {
            // The root of a tree is the organisation, or no unit at all (`Khối lớp`).
            let above = index.ancestors(subject).filter(|unit| index.parent(*unit).is_some()).map(|unit| index.name(unit));
            let is_root = index.parent(subject).is_none();
            let all: Vec<&str> = above.chain((!is_root).then_some(organisation)).collect();
            return all.join(", ");
        }
        if let Some(place) = self.place_of(&case.subject) {
            return place;
        }
        let post = match self.post_in_unit(&case.subject) {
            none if none.is_empty() => self.last_post_in_unit(&case.subject),
            held => held,
        };
        match post.is_empty() {
            true => organisation.to_owned(),
            false if post.ends_with(organisation) => post,
            false => format!("{post}, {organisation}"),
        }
    }

    fn last_post_in_unit(&self, person: &str) -> String {
        let Some(post) = self.facts.last_post(person) else { return String::new() };
        let unit = self.facts.index.subject(&post.unit).map(|unit| self.facts.index.name(unit));
        in_unit(post.title.as_deref(), unit)
    }
}

/// Whether a name is that of a place in which people live.
fn is_place(name: &str) -> bool {
    let small = name.to_lowercase();
    WORDS.places.iter().any(|place| small.strip_prefix(place.as_str()).is_some_and(|rest| rest.starts_with(' ')))
}

/// A post in a unit: words that end the one and begin the other are said once.
fn in_unit(post: Option<&str>, unit: Option<&str>) -> String {
    let (post, unit) = match (post, unit) {
        (Some(post), Some(unit)) => (post, unit),
        (post, unit) => return post.or(unit).unwrap_or_default().to_owned(),
    };
    let begins = |unit: &str, with: &str| unit.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let is_unit = WORDS.units.iter().any(|kind| begins(&unit.to_lowercase(), kind));
    if !is_unit {
        return format!("{post}, {unit}");
    }
    if let Some(rest) = without_what_is_said(post, unit) {
        return if rest.is_empty() { post.to_owned() } else { format!("{post} {rest}") };
    }
    let small = post.to_lowercase();
    let leads =
        WORDS.heads.iter().any(|head| small.strip_suffix(head.as_str()).is_some_and(|before| before.is_empty() || before.ends_with(' ')));
    if leads { format!("{post} {unit}") } else { format!("{post}, {unit}") }
}

/// What is left of a unit's name behind the words with which the post ends; none where it ends with no such words, or is nothing else.
fn without_what_is_said(post: &str, unit: &str) -> Option<String> {
    let post: Vec<String> = post.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let words: Vec<&str> = unit.split_whitespace().collect();
    let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let most = words.len().min(post.len().saturating_sub(1));
    let said = (1..=most).rev().find(|said| post.ends_with(&small[..*said]))?;
    Some(words[said..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::in_unit;
    use crate::given::Given;

    /// The rank of the post of that day, but what the organisation wrote down goes before it; of civilians the grade is no rank.
    #[rstest::rstest]
    #[case::rank("officer", "", "Ông Đại úy Trần Văn Bình")]
    #[case::written_down("officer", "[degrees]\nbinh = \"Đại úy, ThS.\"\n", "Ông Đại úy, ThS. Trần Văn Bình")]
    #[case::civilian("official", "", "Ông Trần Văn Bình")]
    fn ranks_of_soldiers_stand_before_their_names(#[case] category: &str, #[case] degrees: &str, #[case] expected: &str) {
        let given = Given::college()
            .with("[\"official\"]", "[\"official\", \"officer\"]")
            .with("binh,Trần Văn Bình,male,official", &format!("binh,Trần Văn Bình,male,{category}"))
            .with("title,rank,from\n", "title,rank,from,grade\n")
            .with("Trưởng khoa,1,2020-01-01", "Trưởng khoa,1,2020-01-01,Đại úy")
            .with("[units.khoa-may]", &format!("{degrees}[units.khoa-may]"));
        let decision = given.worked().said("quyet-dinh", "quyet-dinh").expect("a decision");
        assert!(decision.contains(&format!("\"{expected}\"")), "{decision}");
    }

    /// Who lives in a place and has no post there stands with the place, and with no organisation.
    #[test]
    fn households_and_residents_stand_with_where_they_live() {
        let given = Given::college()
            .with("khoa-may,Khoa May", "khoa-may,Xã Sông Cạn")
            .with("khoa-dien,Khoa Điện,truong", "khoa-dien,Thôn Đông,khoa-may")
            .with("an,khoa-dien,Giảng viên", "an,khoa-dien,");
        let worked = given.worked();
        assert!(worked.said("quyet-dinh", "quyet-dinh").is_some_and(|decision| decision.contains("\"Thôn Đông, xã Sông Cạn\"")));
        let certificate = worked.said("giay-khen", "giay-khen").or_else(|| worked.said("bang-chung-nhan", "giay-khen"));
        assert!(certificate.is_none_or(|certificate| !certificate.contains("Sông Cạn, Trường")));
    }

    #[rstest::rstest]
    #[case(Some("Trưởng khoa"), Some("Khoa Thủy sản"), "Trưởng khoa Thủy sản")]
    #[case(Some("Phó Trưởng phòng"), Some("Phòng Tổ chức - Hành chính"), "Phó Trưởng phòng Tổ chức - Hành chính")]
    #[case(Some("Giám đốc Trung tâm"), Some("Trung tâm Thông tin - Thư viện"), "Giám đốc Trung tâm Thông tin - Thư viện")]
    #[case(Some("Chủ tịch Hội Khuyến học"), Some("Hội Khuyến học xã Sông Cạn"), "Chủ tịch Hội Khuyến học xã Sông Cạn")]
    #[case(Some("Trưởng phòng Tổng hợp"), Some("Phòng Tổng hợp"), "Trưởng phòng Tổng hợp")]
    #[case(Some("Viện trưởng"), Some("Viện Nghiên cứu Sông nước"), "Viện trưởng Viện Nghiên cứu Sông nước")]
    #[case(Some("Lớp trưởng"), Some("Lớp D26 Nông nghiệp"), "Lớp trưởng Lớp D26 Nông nghiệp")]
    #[case(Some("Giảng viên"), Some("Khoa Thủy sản"), "Giảng viên, Khoa Thủy sản")]
    #[case(Some("Giảng viên Toán"), Some("Toán - Tin"), "Giảng viên Toán, Toán - Tin")]
    #[case(Some("Khoa"), Some("Khoa Thủy sản"), "Khoa, Khoa Thủy sản")]
    #[case(Some("Giám đốc"), Some("Công ty Sông Ngàn"), "Giám đốc, Công ty Sông Ngàn")]
    #[case(Some("Giảng viên"), None, "Giảng viên")]
    #[case(None, Some("Lớp D26"), "Lớp D26")]
    #[case(None, None, "")]
    fn posts_in_units(#[case] post: Option<&str>, #[case] unit: Option<&str>, #[case] expected: &str) {
        assert_eq!(in_unit(post, unit), expected);
    }
}
