//! How papers name those of whom they speak: form of address, degree, name; what tells namesakes apart; what is said of the dead.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_press::lists::Nominee;
use phongtrao_value::printed_date;
use phongtrao_value::text::with_small_first;

use super::Material;
use super::words::WORDS;
use crate::counted::counted;
use crate::namesakes::{Born, Namesakes};
use crate::{Case, texts};

impl Material<'_, '_> {
    /// Those who would be two identical lines of a list.
    pub(super) fn namesakes(&self) -> Namesakes {
        let shown = |subject: &str| format!("{}\n{}", self.plain_name(subject), self.post_in_unit(subject));
        Namesakes::among(self.facts, self.cases.iter(), shown)
    }

    /// Namesakes whom nothing that is known tells apart.
    pub(super) fn alike(&self) -> Option<Finding> {
        let (number, names) = counted(self.facts, self.namesakes.alike.iter().map(String::as_str));
        let finding = || Finding::new("clerk-namesakes", Severity::Warning, texts::namesakes(number, names));
        (number > 0).then(|| finding().help(texts::namesakes_help()))
    }

    pub(crate) fn nominee(&self, case: &Case) -> Nominee {
        Nominee { name: self.printed_name(&case.subject), post: self.post_in_unit(&case.subject), note: self.late_note(case) }
    }

    /// What lists remark of one who is no longer alive; of whoever lives, nothing.
    pub(super) fn late_note(&self, case: &Case) -> String {
        if !self.facts.is_dead(&case.subject) {
            return String::new();
        }
        let asked = self.facts.round.awards.iter().find(|asked| asked.id == case.award);
        let is_given = asked.is_none_or(|asked| asked.posthumous.allowed != Some(false));
        let died = self.facts.person(&case.subject).and_then(|person| person.died).map(printed_date::short);
        match (is_given, died) {
            (true, Some(date)) => WORDS.posthumous_died.fill(&[("date", &date)]),
            (true, None) => WORDS.posthumous.clone(),
            (false, Some(date)) => WORDS.died_on.fill(&[("date", &date)]),
            (false, None) => WORDS.died.clone(),
        }
    }

    /// A person's name behind degree or rank, as councils name their members.
    pub(crate) fn name_with_degree(&self, person: &str) -> Option<String> {
        let name = &self.facts.person(person)?.name;
        Some(match self.degree_or_rank(person) {
            Some(degree) => format!("{degree} {name}"),
            None => name.clone(),
        })
    }

    /// What stands before a person's name: what the organisation wrote down, else the rank of a soldier in the post of that day.
    fn degree_or_rank(&self, person: &str) -> Option<&str> {
        let written = self.facts.organisation.degrees.get(person).map(String::as_str);
        let is_ranked = self.facts.person(person).is_some_and(|known| WORDS.ranked.contains(&known.category));
        written.or_else(|| self.facts.named_post(person).filter(|_| is_ranked)?.grade.as_deref())
    }

    /// The name as lists print it: form of address, degree or rank, name; of the dead that they are, of namesakes what tells them apart.
    pub(crate) fn printed_name(&self, subject: &str) -> String {
        let name = self.plain_name(subject);
        let name = match self.apart(subject) {
            Some(apart) => format!("{name} {apart}"),
            None => name,
        };
        if !self.facts.is_dead(subject) {
            return name;
        }
        let is_addressed = !self.before_name(subject).is_empty();
        format!("{} {}", WORDS.late, if is_addressed { with_small_first(&name) } else { name })
    }

    /// A printed name without what only lists say of the dead and of namesakes.
    pub(super) fn without_marks<'n>(&self, subject: &str, name: &'n str) -> &'n str {
        let name = name.strip_prefix(WORDS.late.as_str()).map_or(name, str::trim_start);
        let apart = self.apart(subject).and_then(|apart| name.strip_suffix(apart.as_str()));
        apart.map_or(name, str::trim_end)
    }

    fn apart(&self, subject: &str) -> Option<String> {
        Some(match self.namesakes.of(subject)? {
            Born::In(year) => WORDS.born_in.fill(&[("year", &year.to_string())]),
            Born::On(day) => WORDS.born_on.fill(&[("date", &printed_date::short(day))]),
        })
    }

    /// Form of address, degree or rank, name.
    fn plain_name(&self, subject: &str) -> String {
        let index = self.facts.index;
        let Some(found) = index.subject(subject) else { return subject.to_owned() };
        let mut words = self.before_name(subject);
        words.push(index.name(found));
        words.join(" ")
    }

    /// The form of address and the degree or rank before the name of a person.
    pub(crate) fn before_name(&self, subject: &str) -> Vec<&str> {
        let degree = self.degree_or_rank(subject);
        let is_person = self.facts.person(subject).is_some();
        [self.address(subject), degree.filter(|_| is_person)].into_iter().flatten().collect()
    }

    /// How a person is addressed: by category, else by sex.
    pub(super) fn address(&self, subject: &str) -> Option<&str> {
        let person = self.facts.person(subject)?;
        let address = &self.facts.organisation.address;
        address.get(&person.category).or_else(|| address.get(person.sex.as_deref()?)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use phongtrao_judge::population::Alone;

    use crate::given::Given;
    use crate::round::vietnamese;
    use crate::{pages, work};

    const PEOPLE: (&str, &str) =
        ("id,name,sex,category\nan,Lê Thị An,female,official\nbinh,Trần Văn Bình,male,official\n", "id,name,sex,category,born,died\n");
    const TITLES: (&str, &str) = ("Trưởng khoa,1", "Giảng viên,5");

    /// Two lecturers of one name in one faculty, born on these days.
    fn two(an: &str, binh: &str) -> Given {
        let people = format!("{}an,Lê Thị An,female,official,{an},\nbinh,Lê Thị An,female,official,{binh},\n", PEOPLE.1);
        Given::college().with(PEOPLE.0, &people).with(TITLES.0, TITLES.1)
    }

    #[rstest::rstest]
    #[case::years("1985-02-03", "1990-04-05", &["Bà Lê Thị An (sinh năm 1985)", "Bà Lê Thị An (sinh năm 1990)"], false)]
    #[case::one_year("1985-02-03", "1985-04-05", &["(sinh ngày 03/02/1985)", "(sinh ngày 05/4/1985)"], false)]
    #[case::unknown("1985-02-03", "", &["Bà Lê Thị An"], true)]
    fn namesakes_of_one_post_are_told_apart(#[case] an: &str, #[case] binh: &str, #[case] expected: &[&str], #[case] told: bool) {
        let worked = two(an, binh).worked();
        for (folder, file) in [("quyet-dinh", "quyet-dinh-khen-thuong"), ("don-vi/khoa-dien", "to-trinh")] {
            let said = worked.said(folder, file).expect("a paper");
            expected.iter().for_each(|words| assert!(said.contains(words), "{words}: {said}"));
        }
        assert_eq!(worked.findings.iter().any(|finding| finding.code == "clerk-namesakes"), told);
        let certificate = worked.said("quyet-dinh", "giay-khen").expect("a certificate");
        assert!(certificate.contains("Lê Thị An") && !certificate.contains("sinh năm"), "{certificate}");
    }

    #[test]
    fn pages_tell_namesakes_of_one_unit_apart() {
        let mut html = String::new();
        two("1985-02-03", "1990-04-05")
            .facts(|facts| {
                let outcome = work(facts, &Alone, &mut |_| ControlFlow::Continue(())).expect("all papers are taken");
                let put = &mut |page: pages::Page| {
                    html.push_str(&page.html);
                    Ok::<(), ()>(())
                };
                pages::pages(facts, &outcome, &vietnamese(), put)
            })
            .expect("pages");
        for name in ["Lê Thị An (sinh năm 1985)", "Lê Thị An (sinh năm 1990)"] {
            assert!(html.contains(name), "{name}");
        }
    }

    #[test]
    fn another_post_tells_namesakes_apart() {
        let people = format!("{}an,Lê Thị An,female,official,,\nbinh,Lê Thị An,female,official,,\n", PEOPLE.1);
        let worked = Given::college().with(PEOPLE.0, &people).worked();
        assert!(worked.findings.iter().all(|finding| finding.code != "clerk-namesakes"));
    }

    const HIGHER: &str = "
[[award]]
id = \"bang-khen\"
form = \"commendation\"
name = \"Huân chương Lao động\"
honour = \"labour-order\"
authority = \"Chủ tịch nước\"
subject = \"ca-nhan\"
criteria = \"xuat-sac\"
ballot = \"none\"

[[round]]";

    #[test]
    fn papers_that_go_up_say_that_a_nominee_has_died() {
        let people = format!("{}an,Lê Thị An,female,official,,2026-10-05\nbinh,Trần Văn Bình,male,official,,\n", PEOPLE.1);
        let outcome = Given::college().with(PEOPLE.0, &people).with("\n[[round]]", HIGHER).worked();
        let letter = outcome.said("trinh-cap-tren", "to-trinh").expect("a letter");
        for words in ["Cố bà Lê Thị An", "Đề nghị truy tặng (mất ngày 05/10/2026)"] {
            assert!(letter.contains(words), "{words}: {letter}");
        }
        let table = outcome.said("hoi-dong", "bang-trich-ngang").expect("a table");
        assert!(table.contains("Cố bà Lê Thị An") && table.contains("truy tặng"), "{table}");
    }
}
