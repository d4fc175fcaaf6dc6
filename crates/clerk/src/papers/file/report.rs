//! Reports of achievements of those whom a unit puts forward: what the register knows is written in, the rest has room.

mod past;
mod reached;

use phongtrao_plan::{AwardForm, MovementForm, SubjectKind};
use phongtrao_press::achievements::Length;
use phongtrao_press::frame::Signature;
use phongtrao_press::papers::achievement_report_collective::{AchievementReportCollective, Purpose as OfCollective};
use phongtrao_press::papers::achievement_report_individual::{AchievementReportIndividual, Origin, Person, Purpose as OfPerson};
use phongtrao_press::papers::achievement_report_thematic::{AchievementReportThematic, Occasion, Subject as Reporter};
use phongtrao_press::sheet::Letterhead;
use phongtrao_register::Subject;
use phongtrao_value::text::with_small_first;
use phongtrao_value::{Period, YearKind, printed_date};

use super::super::decision;
use super::super::{Made, Material, Proposer, components, proposer, submission};
use super::words::FILE;
use crate::Case;
use crate::round::{Item, slug};

/// A report for each on whom the unit's letter says something, where the award's dossier asks for one.
pub(in crate::papers) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let cases = proposer.put_forward();
    let asked = cases.into_iter().filter(|case| components::asks_report(material, &case.award));
    asked.filter_map(|case| Report::new(material, proposer, case)?.item()).collect::<Vec<Item>>().into()
}

/// The long reports of those on whom another body decides, to go with the organisation's letter to it.
pub(in crate::papers) fn of_others(material: &Material<'_, '_>) -> Made {
    let (proposers, _) = proposer::all(material);
    let report = |case: &Case| {
        components::asks_report(material, &case.award).then_some(())?;
        let proposer = proposers.iter().find(|proposer| material.facts.unit_of(&case.subject) == Some(proposer.unit))?;
        Report::new(material, proposer, case).filter(|report| report.length() == Length::Long)?.item()
    };
    submission::for_others(material).into_iter().filter_map(|(case, _)| report(case)).collect::<Vec<Item>>().into()
}

/// What a report is made from.
struct Report<'r, 'd, 'a> {
    material: &'r Material<'d, 'a>,
    proposer: &'r Proposer<'d>,
    case: &'r Case,
    subject: Subject,
    form: Option<AwardForm>,
}

impl<'r, 'd, 'a> Report<'r, 'd, 'a> {
    fn new(material: &'r Material<'d, 'a>, proposer: &'r Proposer<'d>, case: &'r Case) -> Option<Report<'r, 'd, 'a>> {
        let subject = material.facts.index.subject(&case.subject)?;
        let form = material.facts.award(&case.award)?.form;
        Some(Report { material, proposer, case, subject, form })
    }

    /// None of a household where the award has no form for it.
    fn item(&self) -> Option<Item> {
        let name = format!("{} – {}", self.material.printed_name(&self.case.subject), self.material.award_name(&self.case.award));
        let item = match self.case.kind {
            _ if self.is_thematic() => Item::new(self.thematic(), Some(&name)),
            SubjectKind::Collective => Item::new(self.collective(), Some(&name)),
            SubjectKind::Individual => Item::new(self.individual(), Some(&name)),
            SubjectKind::Household => return None,
        };
        // Ids, so that no two share a file: people of one name, and one who is put forward twice.
        Some(Item { file: slug(&format!("bao-cao-thanh-tich {} {}", self.case.subject, self.case.award)), ..item })
    }

    /// A commendation in a thematic movement has a short form of its own.
    fn is_thematic(&self) -> bool {
        self.material.facts.plan.identity.form == Some(MovementForm::Thematic) && !self.is_title() && !self.is_recognition()
    }

    fn is_title(&self) -> bool {
        self.form == Some(AwardForm::Title)
    }

    fn is_recognition(&self) -> bool {
        self.form == Some(AwardForm::Recognition)
    }

    fn individual(&self) -> AchievementReportIndividual {
        let facts = self.material.facts;
        let name = self.name();
        AchievementReportIndividual {
            letterhead: self.letterhead(),
            place: self.place(),
            date: None,
            purpose: match self.form {
                Some(AwardForm::Title) => OfPerson::Title,
                Some(AwardForm::Recognition) => OfPerson::Recognition,
                _ => OfPerson::Merit(self.origin()),
            },
            award: self.award(),
            period: self.period(),
            length: self.length(),
            person: Person {
                name: name.clone(),
                unit: format!("{}, {}", self.proposer.name, facts.organisation.name),
                posts: self.posts(),
                education: None,
                degree: self.degree(),
            },
            duties: Vec::new(),
            leads: None,
            achievements: reached::in_sentences(self),
            initiatives: past::initiatives(self),
            conduct: Vec::new(),
            past: past::of(self),
            reporter: Signature { capacity: Vec::new(), name: Some(name) },
            // Nobody confirms what they report themselves.
            unit: (!self.is_of_head()).then(|| self.proposer.office.head.clone()),
            level: facts.organisation.head.clone(),
        }
    }

    /// The place of its date: that of whose head signs it.
    fn place(&self) -> String {
        self.proposer.place(self.material.facts.organisation)
    }

    fn collective(&self) -> AchievementReportCollective {
        let facts = self.material.facts;
        AchievementReportCollective {
            letterhead: self.letterhead(),
            place: self.place(),
            date: None,
            purpose: match self.form {
                Some(AwardForm::Title) => OfCollective::Title,
                Some(AwardForm::Recognition) => OfCollective::Recognition,
                _ => OfCollective::Merit,
            },
            award: self.award(),
            period: self.period(),
            length: self.length(),
            name: format!("{}, {}", self.name(), facts.organisation.name),
            members: self.members(),
            characteristics: Vec::new(),
            functions: Vec::new(),
            figures: reached::numbers(self),
            achievements: reached::records(self),
            measures: Vec::new(),
            initiatives: Vec::new(),
            conduct: Vec::new(),
            bodies: Vec::new(),
            past: past::of(self),
            head: self.proposer.office.head.clone(),
            level: facts.organisation.head.clone(),
        }
    }

    fn thematic(&self) -> AchievementReportThematic {
        let facts = self.material.facts;
        let name = self.name();
        let subject = match self.case.kind {
            SubjectKind::Collective => Reporter::Collective {
                name,
                structure: None,
                members: self.members(),
                functions: None,
                head: self.proposer.office.head.clone(),
            },
            SubjectKind::Household => Reporter::Household { name, residence: None },
            SubjectKind::Individual => Reporter::Individual {
                name,
                born: self.origin().born,
                home: None,
                residence: None,
                post: self.posts(),
                degree: self.degree(),
                unit: format!("{}, {}", self.proposer.name, facts.organisation.name),
            },
        };
        let past = past::of(self);
        AchievementReportThematic {
            letterhead: self.letterhead(),
            place: self.place(),
            date: None,
            occasion: Occasion::Thematic(self.material.movement().unwrap_or_else(|| self.material.occasion())),
            award: self.award(),
            subject,
            achievements: reached::records(self),
            figures: reached::numbers(self),
            past: past.titles.into_iter().chain(past.commendations).collect(),
            level: self.level(),
        }
    }

    fn name(&self) -> String {
        self.material.facts.index.name(self.subject).to_owned()
    }

    /// Without anybody in the register nobody knows how many there are.
    fn members(&self) -> Option<u32> {
        let members = self.material.facts.index.all_members(self.subject, self.material.facts.as_of()).len();
        u32::try_from(members).ok().filter(|members| *members > 0)
    }

    /// Academic title and degree in full, without a rank that may stand beside them.
    fn degree(&self) -> Option<String> {
        FILE.degree_in_full(self.material.facts.organisation.degrees.get(&self.case.subject)?)
    }

    fn letterhead(&self) -> Letterhead {
        Letterhead { superior: Some(self.material.facts.organisation.name.clone()), issuer: self.proposer.name.to_owned() }
    }

    /// `danh hiệu “Lao động tiên tiến”`, `Giấy khen của Hiệu trưởng`; recognition is no title.
    fn award(&self) -> String {
        let name = self.material.award_name(&self.case.award);
        let small = with_small_first(&name);
        if self.is_recognition() {
            return FILE.recognised.fill(&[("award", &name)]);
        }
        match self.is_title() {
            true if FILE.title_begins.iter().any(|begin| small.starts_with(begin.as_str())) => small,
            true => FILE.title.fill(&[("award", &name)]),
            false => name,
        }
    }

    /// The year that the round judges, or its days.
    fn period(&self) -> String {
        let calendar = &self.material.facts.round.calendar;
        let Period { from, to } = calendar.period;
        let year = calendar.year_of(calendar.year_kind, from).filter(|year| calendar.year_of(calendar.year_kind, to) == Some(*year));
        match (calendar.year_kind, year) {
            (YearKind::Calendar, Some(year)) if self.is_whole_year() => printed_date::of_year(year),
            (YearKind::School, Some(year)) => printed_date::of_school_year(year),
            _ => FILE.days.fill(&[("from", &printed_date::short(from)), ("to", &printed_date::short(to))]),
        }
    }

    fn is_whole_year(&self) -> bool {
        let Period { from, to } = self.material.facts.round.calendar.period;
        (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31)
    }

    /// What is decided above the organisation is told at length.
    fn length(&self) -> Length {
        let is_put_forward = matches!(self.form, Some(AwardForm::Title | AwardForm::Commendation));
        if is_put_forward && !decision::is_of(self.material.facts, &self.case.award) { Length::Long } else { Length::Short }
    }

    fn posts(&self) -> Option<String> {
        let facts = self.material.facts;
        let posts = facts.index.posts_on(self.subject, facts.as_of());
        let titles: Vec<&str> = posts.iter().filter_map(|post| post.title.as_deref()).collect();
        (!titles.is_empty()).then(|| titles.join("; "))
    }

    /// The day of birth stands in the register; the rest is written in by the person.
    fn origin(&self) -> Origin {
        let person = self.material.facts.index.person(self.subject);
        Origin { born: person.and_then(|person| person.born), ..Default::default() }
    }

    /// Who puts forward to whoever decides, in the short form: to the organisation the head of the unit, unless it is the unit or its head who reports.
    fn level(&self) -> Signature {
        let is_of_unit = self.length() == Length::Short && !self.is_of_head();
        if is_of_unit { self.proposer.office.head.clone() } else { self.material.facts.organisation.head.clone() }
    }

    fn is_of_head(&self) -> bool {
        match self.case.kind {
            SubjectKind::Collective => self.subject == self.proposer.unit,
            _ => self.proposer.office.is_headed_by(&self.case.subject, &self.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::given::Given;

    /// The report of a subject of the college in `given`: An is a lecturer, Bình heads the faculty of electricity.
    fn report(given: &Given, subject: &str) -> Option<String> {
        let worked = given.worked();
        ["don-vi/khoa-dien", "don-vi/khoa-may"]
            .iter()
            .find_map(|unit| worked.said(unit, &format!("bao-cao-thanh-tich-{subject}-giay-khen")))
    }

    #[rstest::rstest]
    #[case::of_a_person("regular", "an", &["XÁC NHẬN, ĐỀ NGHỊ", "TRƯỞNG KHOA", "NGƯỜI BÁO CÁO THÀNH TÍCH", "SignedBelow", "\"HIỆU TRƯỞNG\""], &[])]
    #[case::of_a_head("regular", "binh", &["XÁC NHẬN CỦA CẤP TRÌNH", "\"HIỆU TRƯỞNG\""], &["XÁC NHẬN, ĐỀ NGHỊ", "SignedBelow"])]
    #[case::of_a_unit("regular", "khoa-may", &["XÁC NHẬN CỦA CẤP TRÌNH", "\"HIỆU TRƯỞNG\"", "ĐƠN VỊ TRÌNH KHEN", "TRƯỞNG KHOA"], &["SignedBelow"])]
    #[case::of_a_person_in_short("thematic", "an", &["XÁC NHẬN CỦA CẤP TRÌNH", "TRƯỞNG KHOA", "CÁ NHÂN"], &["\"HIỆU TRƯỞNG\""])]
    #[case::of_a_head_in_short("thematic", "binh", &["\"HIỆU TRƯỞNG\"", "CÁ NHÂN"], &["TRƯỞNG KHOA\""])]
    #[case::of_a_unit_in_short("thematic", "khoa-may", &["\"HIỆU TRƯỞNG\"", "TRƯỞNG KHOA"], &[])]
    fn who_confirms(#[case] form: &str, #[case] subject: &str, #[case] there: &[&str], #[case] not: &[&str]) {
        let given = Given::college().with("form = \"regular\"", &format!("form = \"{form}\""));
        let said = report(&given, subject).expect("a report");
        there.iter().for_each(|words| assert!(said.contains(words), "{words}: {said}"));
        not.iter().for_each(|words| assert!(!said.contains(words), "{words}: {said}"));
    }

    /// Recognition is no title: where it has papers of its own there is no report, elsewhere the report asks for recognition.
    #[rstest::rstest]
    #[case::with_papers_of_its_own("honour = \"learning-citizen\"\n", None)]
    #[case::without("", Some("Đề nghị công nhận “Giấy khen của Hiệu trưởng”"))]
    fn recognition(#[case] honour: &str, #[case] expected: Option<&str>) {
        let dossier = "\n[[dossier]]\nid = \"ho-so\"\ncomponents = [{ paper = \"Báo cáo thành tích\", from = \"cá nhân\" }]\n\n[[round]]";
        let given = Given::college()
            .with("form = \"commendation\"", "form = \"recognition\"\ndossier = \"ho-so\"")
            .with("honour = \"certificate-of-commendation\"\n", honour)
            .with("\n[[round]]", dossier);
        let said = report(&given, "an");
        assert_eq!(said.is_some(), expected.is_some(), "{said:?}");
        assert!(expected.is_none_or(|words| said.unwrap_or_default().contains(words)));
    }
}
