//! How an organisation writes and signs: `organisation.toml` of the data folder.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Finding;
use phongtrao_press::certificates::Heading;
use phongtrao_press::faces::Calibration;
use phongtrao_press::frame::{Signature, signatory, signatory_if_said};
use phongtrao_press::{filled, filled_if_said};
use phongtrao_register::Register;
use serde::{Deserialize, Serialize};

/// What stands on an organisation's papers beside what a round decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Organisation {
    /// Its name: `Trường Đại học Vĩnh Giang`.
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// The body above it, where its letterhead shows one.
    pub superior: Option<String>,
    /// The place of its dates: `Vĩnh Giang`.
    #[serde(deserialize_with = "filled")]
    pub place: String,
    /// What stands for it in the symbol of a document: `ĐHVG`.
    #[serde(deserialize_with = "filled")]
    pub symbol: String,
    /// Who signs decisions and certificates.
    #[serde(deserialize_with = "signatory")]
    pub head: Signature,
    /// Who signs for the head what the desk sends out: reminders, invitations. Where it is not said, the head does.
    #[serde(default, deserialize_with = "signatory_if_said")]
    pub by_order: Option<Signature>,
    /// The desk of emulation and commendation.
    pub desk: Desk,
    /// The council.
    pub council: Council,
    /// How units sign, by their ids.
    #[serde(default)]
    pub units: BTreeMap<String, UnitOffice>,
    /// How people are addressed in lists, by their category: `student = "Sinh viên"`. Others are addressed by their sex.
    #[serde(default)]
    pub address: BTreeMap<String, String>,
    /// What stands before a name by the rules of the field: degree or rank, by the person's id.
    #[serde(default)]
    pub degrees: BTreeMap<String, String>,
    /// Where lists are posted before the council meets.
    pub posting: Option<Posting>,
    /// From what bonuses are paid, and who signs for them.
    pub bonus: Option<Bonus>,
    /// How its certificates are printed.
    #[serde(default)]
    pub certificates: Certificates,
    /// The sets of papers that the law asks for beside the plan: documents that every decision rests on.
    #[serde(default)]
    pub bases: Vec<String>,
}

/// How an organisation prints its certificates.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Certificates {
    /// Whose head they have.
    #[serde(default)]
    pub heading: Heading,
    /// The file of the emblem's picture in the data folder, in PNG. Without one its room stays blank.
    pub emblem: Option<String>,
    /// For what an award is given, as its certificates say it, by the award's id. Of others they name the round.
    #[serde(default)]
    pub achievements: BTreeMap<String, String>,
    /// The honours whose certificates are printed on blanks, by their ids, and where the lines stand there.
    #[serde(default)]
    pub blanks: BTreeMap<String, Calibration>,
}

/// The desk of emulation and commendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Desk {
    /// Its name: `Phòng Tổng hợp`.
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// What stands for it in the line of the archive: `TH`.
    #[serde(deserialize_with = "filled")]
    pub symbol: String,
    /// The capacity of its head: `Chánh Văn phòng`. Where it is not said, `Trưởng` and the name of the desk.
    #[serde(default, deserialize_with = "filled_if_said")]
    pub head: Option<String>,
}

/// The council of emulation and commendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Council {
    /// Its name: `Hội đồng Thi đua - Khen thưởng`.
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// What stands for it in the symbol of a document: it has a series of its own.
    #[serde(deserialize_with = "filled")]
    pub symbol: String,
    /// Who signs for it.
    #[serde(deserialize_with = "signatory")]
    pub chair: Signature,
    /// Who keeps its minutes.
    #[serde(deserialize_with = "signatory")]
    pub secretary: Signature,
    /// How it votes.
    #[serde(default)]
    pub ballots: BallotForm,
    /// Its members by name and office, in its order.
    #[serde(default)]
    pub members: Vec<CouncilMember>,
}

/// What a voter gets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BallotForm {
    /// One list with all nominees.
    #[default]
    List,
    /// A slip for each nominee.
    Single,
}

/// Where lists are posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Posting {
    /// The places, a line each.
    pub places: Vec<String>,
    /// Where opinions go: unit, room, mail.
    pub opinions_to: String,
}

/// How bonuses are paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bonus {
    /// From what: `Quỹ thi đua, khen thưởng của Trường`.
    pub source: String,
    /// Who answers for the accounts.
    #[serde(deserialize_with = "signatory")]
    pub accountant: Signature,
}

/// A member of the council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CouncilMember {
    /// The name as printed.
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// Post in the organisation.
    pub post: String,
    /// Office in the council: `Chủ tịch`, `Ủy viên`.
    pub office: String,
    /// The person's id, so that a member's own case is known. Without it the name as printed must be the same.
    pub person: Option<String>,
}

/// How a unit signs its letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnitOffice {
    /// What stands for it in the symbol of a document: `KNN`.
    #[serde(deserialize_with = "filled")]
    pub symbol: String,
    /// Its head.
    #[serde(deserialize_with = "signatory")]
    pub head: Signature,
    /// The head's id, so that a namesake is not taken for the head. Without it the name as printed tells it.
    pub head_person: Option<String>,
    /// Who keeps the minutes of its meetings.
    #[serde(default, deserialize_with = "signatory_if_said")]
    pub secretary: Option<Signature>,
    /// The place of its dates; where it is not said, that of the organisation.
    #[serde(default, deserialize_with = "filled_if_said")]
    pub place: Option<String>,
}

impl Council {
    /// Post and office of a member, as minutes write them; nothing of those who are not its members.
    pub(crate) fn post_of(&self, name: &str) -> String {
        let member = self.members.iter().find(|member| member.name == name);
        member.map(|member| format!("{}, {}", member.post, member.office)).unwrap_or_default()
    }
}

impl Council {
    /// Ids of the people who are the chair: by the id that its member has, else by the name as printed. None where nobody has named the chair, or the register
    /// knows nobody of that name.
    pub fn chaired_by(&self, register: &Register) -> Option<BTreeSet<String>> {
        let chair = self.chair.name.as_deref()?;
        let by_id = self.members.iter().filter(|member| member.name == chair).find_map(|member| member.person.clone());
        let of_name = register.people.iter().filter(|person| is_called(chair, &person.name)).map(|person| person.id.clone());
        let called = by_id.map_or_else(|| of_name.collect(), |id| BTreeSet::from([id]));
        (!called.is_empty()).then_some(called)
    }
}

impl UnitOffice {
    /// Whether a person is the head: by the id, else by the name, before which only degrees may stand.
    pub(crate) fn is_headed_by(&self, person: &str, name: &str) -> bool {
        match &self.head_person {
            Some(head) => head == person,
            None => self.head.name.as_deref().is_some_and(|head| is_called(head, name)),
        }
    }
}

/// Whether a name as printed is that of a person: only a rank with its comma and degrees may stand before it.
pub(crate) fn is_called(printed: &str, name: &str) -> bool {
    let is_degree = |word: &str| word.contains('.') || word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let Some(before) = printed.strip_suffix(name) else { return false };
    let degrees = before.rsplit_once(',').map_or(before, |(_, degrees)| degrees);
    degrees.split_whitespace().all(is_degree)
}

impl Organisation {
    /// Who signs what the desk sends out.
    pub(crate) fn head_or_deputy(&self) -> Signature {
        self.by_order.clone().unwrap_or_else(|| self.head.clone())
    }

    /// The name of its file in the data folder.
    pub const FILE: &'static str = "organisation.toml";

    /// Reads the file.
    ///
    /// # Errors
    ///
    /// A finding with its place: what is missing, unknown or of another kind.
    pub fn read(text: &str) -> Result<Organisation, Box<Finding>> {
        phongtrao_press::read(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLLEGE: &str = include_str!("given/organisation.toml");

    #[rstest::rstest]
    #[case::head_without_a_name(
        "head = { capacity = [\"Hiệu trưởng\"], name = \"TS. Phạm Văn Cường\" }",
        "head = { capacity = [\"Hiệu trưởng\"] }",
        "paper-field-missing"
    )]
    #[case::a_name_that_is_empty("name = \"TS. Phạm Văn Cường\"", "name = \" \"", "paper-field-empty")]
    #[case::a_capacity_that_is_empty("capacity = [\"Hiệu trưởng\"]", "capacity = [\"\"]", "paper-field-empty")]
    #[case::no_capacity(
        "capacity = [\"Trưởng khoa\"], name = \"Đỗ Thị Giang\"",
        "capacity = [], name = \"Đỗ Thị Giang\"",
        "paper-field-empty"
    )]
    #[case::an_accountant_without_a_name("name = \"Ngô Thị Em\"", "name = \"\"", "paper-field-empty")]
    #[case::a_symbol_that_is_empty("symbol = \"CĐSN\"", "symbol = \"\"", "paper-field-empty")]
    #[case::a_head_of_the_desk_that_is_empty("name = \"Phòng Tổng hợp\"", "name = \"Phòng Tổng hợp\"\nhead = \"\"", "paper-field-empty")]
    fn who_signs_is_required(#[case] from: &str, #[case] to: &str, #[case] code: &str) {
        assert!(COLLEGE.contains(from), "{from}");
        let text = COLLEGE.replacen(from, to, 1);
        let finding = Organisation::read(&text).expect_err("a finding");
        assert_eq!(finding.code, code);
        let span = finding.span.expect("a place");
        let changed = COLLEGE.find(from).expect("a place");
        assert!(span.start >= changed && span.start < changed + to.len(), "{span:?} is not at {changed}: {}", &text[span.start..]);
    }

    #[rstest::rstest]
    #[case::degree(None, "TS. Nguyễn Mỹ Nhung", "Nguyễn Mỹ Nhung", true)]
    #[case::two_degrees(None, "PGS.TS Lê An", "Lê An", true)]
    #[case::none(None, "Lê An", "Lê An", true)]
    #[case::part_of_a_longer_name(None, "Nguyễn Lê An", "Lê An", false)]
    #[case::namesake(Some("p2"), "TS. Lê An", "Lê An", false)]
    #[case::by_id(Some("p1"), "TS. Lê Thị An", "Lê An", true)]
    fn heads(#[case] id: Option<&str>, #[case] printed: &str, #[case] name: &str, #[case] expected: bool) {
        let head = Signature { capacity: Vec::new(), name: Some(printed.to_owned()) };
        let office = UnitOffice { symbol: "K".to_owned(), head, head_person: id.map(str::to_owned), secretary: None, place: None };
        assert_eq!(office.is_headed_by("p1", name), expected);
    }

    /// A paper may leave the name to be written by hand; it may not print an empty one.
    #[rstest::rstest]
    #[case("capacity = [\"Người lập\"]", None)]
    #[case("capacity = []\nname = \"Đỗ Thị Giang\"", None)]
    #[case("capacity = [\"Người lập\"]\nname = \"\"", Some("paper-field-empty"))]
    #[case("capacity = [\"\"]", Some("paper-field-empty"))]
    fn who_signs_a_paper_is_not_empty(#[case] text: &str, #[case] code: Option<&str>) {
        assert_eq!(phongtrao_press::read::<Signature>(text).err().map(|finding| finding.code), code);
    }
}
