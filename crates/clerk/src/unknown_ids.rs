//! Ids in `organisation.toml` that nobody else knows: what stands under a mistyped one is never used.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_value::nearest_among;

use crate::{Facts, Organisation, texts};

/// So many are named; of the others their number is told.
const NAMED: usize = 5;

/// A table of `organisation.toml`.
struct Table<'a> {
    name: &'static str,
    /// What stands in it.
    ids: Vec<&'a str>,
    /// What may stand there.
    known: BTreeSet<&'a str>,
    /// Whether what is not known now may be meant for another plan or for people to come: then only what is nearly a known one is told.
    is_open: bool,
}

/// A finding for each table that names what is not there.
pub(crate) fn findings(facts: &Facts<'_>) -> Vec<Finding> {
    tables(facts).iter().filter_map(finding).collect()
}

fn tables<'a>(facts: &Facts<'a>) -> [Table<'a>; 7] {
    let organisation = facts.organisation;
    let people: BTreeSet<&str> = facts.register.people.iter().map(|person| person.id.as_str()).collect();
    let honours = facts.packs.honours().iter().map(|honour| honour.id.as_str());
    let of_plan = facts.plan.awards.iter().filter_map(|award| award.honour.as_deref());
    let addressed = facts.register.people.iter().flat_map(|person| [Some(person.category.as_str()), person.sex.as_deref()]);
    let table = |name, ids, known, is_open| Table { name, ids, known, is_open };
    [
        table("units", keys(&organisation.units), facts.register.units.iter().map(|unit| unit.id.as_str()).collect(), false),
        table("units.*.head-person", heads(organisation), people.clone(), false),
        table("council.members.person", members(organisation), people.clone(), false),
        table("degrees", keys(&organisation.degrees), people, false),
        table("address", keys(&organisation.address), addressed.flatten().collect(), true),
        table("certificates.blanks", keys(&organisation.certificates.blanks), honours.chain(of_plan).collect(), false),
        table(
            "certificates.achievements",
            keys(&organisation.certificates.achievements),
            facts.plan.awards.iter().map(|award| award.id.as_str()).collect(),
            true,
        ),
    ]
}

fn keys<V>(table: &BTreeMap<String, V>) -> Vec<&str> {
    table.keys().map(String::as_str).collect()
}

fn heads(organisation: &Organisation) -> Vec<&str> {
    organisation.units.values().filter_map(|unit| unit.head_person.as_deref()).collect()
}

fn members(organisation: &Organisation) -> Vec<&str> {
    organisation.council.members.iter().filter_map(|member| member.person.as_deref()).collect()
}

fn finding(table: &Table<'_>) -> Option<Finding> {
    let near = |id: &str| nearest_among(id, table.known.len(), table.known.iter().copied());
    let is_strange = |id: &&str| !table.known.contains(id) && (!table.is_open || near(id).is_some());
    let strange: Vec<&str> = table.ids.iter().copied().filter(is_strange).collect();
    let named = strange.iter().take(NAMED).map(|id| near(id).map_or_else(|| format!("“{id}”"), |near| format!("“{id}” (→ “{near}”)")));
    let named = named.collect::<Vec<String>>().join(", ");
    let message = texts::organisation_ids_unknown(table.name, strange.len(), named);
    (!strange.is_empty())
        .then(|| Finding::new("clerk-organisation-id-unknown", Severity::Warning, message).help(texts::organisation_ids_unknown_help()))
}

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::{Language, Words};

    use crate::given::Given;
    use crate::texts;

    #[rstest::rstest]
    #[case::nothing("male = \"Ông\"", "male = \"Ông\"", None)]
    #[case::unit("[units.khoa-may]", "[units.khoa-mai]", Some(["units", "“khoa-mai” (→ “khoa-may”)"]))]
    #[case::degree("[units.khoa-may]", "[degrees]\nnobody = \"TS.\"\n[units.khoa-may]", Some(["degrees", "“nobody”"]))]
    #[case::blank(
        "[units.khoa-may]",
        "[certificates.blanks.certificate-of-comendation]\n[units.khoa-may]",
        Some(["certificates.blanks", "“certificate-of-comendation” (→ “certificate-of-commendation”)"])
    )]
    #[case::blank_that_is_known("[units.khoa-may]", "[certificates.blanks.certificate-of-commendation]\n[units.khoa-may]", None)]
    #[case::mistyped_category("male = \"Ông\"", "mael = \"Ông\"", Some(["address", "“mael” (→ “male”)"]))]
    #[case::category_of_nobody_yet("male = \"Ông\"", "male = \"Ông\"\nstudent = \"Sinh viên\"", None)]
    #[case::award_of_another_plan("[units.khoa-may]", "[certificates.achievements]\nolympic = \"Đã đạt giải\"\n[units.khoa-may]", None)]
    #[case::head("[units.khoa-may]\n", "[units.khoa-may]\nhead-person = \"bihn\"\n", Some(["units.*.head-person", "“bihn” (→ “binh”)"]))]
    fn ids_that_nobody_knows_are_told(#[case] from: &str, #[case] to: &str, #[case] expected: Option<[&str; 2]>) {
        let findings = Given::college().with(from, to).facts(super::findings);
        let words = Words::new(Language::English, &[&texts::TEXTS]);
        let told: Vec<String> = findings.iter().map(|finding| words.say(&finding.message)).collect();
        assert_eq!(told.len(), usize::from(expected.is_some()), "{told:?}");
        assert!(expected.iter().flatten().all(|part| told[0].contains(part)), "{told:?}");
    }
}
