//! What is told of votes on somebody who is not put forward: who, for what, and why, once for each award.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Language, Name, Severity, Text};
use phongtrao_judge::Verdict;
use phongtrao_plan::Award;
use phongtrao_register::rows::Place;

use crate::round::words_of;
use crate::why::why_not_met;
use crate::{Case, Facts, texts};

/// How many are named with their reasons, and how many rows; the others are counted.
const NAMED: usize = 8;

/// For each award one of those who surely do not meet it or are not proposed, and one of those of whom that is not known yet.
pub(crate) fn findings(facts: &Facts<'_>, cases: &[Case]) -> Vec<Finding> {
    let of_award = |award: &Award| {
        let voted = |is_open: bool| -> Vec<&Case> {
            let of = cases.iter().filter(|case| case.award == award.id && rows(case).next().is_some());
            of.filter(|case| asked(case) == if is_open { Verdict::Unknown } else { Verdict::NotMet }).collect()
        };
        let name = facts.award_title(&award.id);
        let surely = told(&voted(false), Severity::Warning, |number, names| texts::vote_unasked(&name, number, names), facts);
        let perhaps = told(&voted(true), Severity::Note, |number, names| texts::vote_undecided(&name, number, names), facts);
        surely.into_iter().chain(perhaps)
    };
    facts.plan.awards.iter().flat_map(of_award).collect()
}

/// Whether somebody was to be voted on.
fn asked(case: &Case) -> Verdict {
    case.conditions.min(case.proposed)
}

fn rows(case: &Case) -> impl Iterator<Item = Place> {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers);
    layers.flat_map(|layer| &layer.meetings).map(|(_, place)| *place)
}

fn told(cases: &[&Case], severity: Severity, message: impl Fn(i64, Name) -> Text, facts: &Facts<'_>) -> Option<Finding> {
    let places: BTreeSet<(&str, u32)> = cases.iter().flat_map(|case| rows(case)).map(|place| (place.file, place.line)).collect();
    let (file, _) = places.first()?;
    let mut lines: Vec<String> = places.iter().take(NAMED).map(|(_, line)| line.to_string()).collect();
    if places.len() > NAMED {
        lines.push("…".to_owned());
    }
    let number = i64::try_from(cases.len()).unwrap_or(i64::MAX);
    let names = Name { vietnamese: names(cases, Language::Vietnamese, facts), english: names(cases, Language::English, facts) };
    let finding = Finding::new("vote-not-asked", severity, message(number, names));
    Some(finding.help(texts::vote_unasked_help(*file, lines.join(", "))))
}

/// `Lê Thị An (chưa đạt: …), Trần Văn Bình (…), …`
fn names(cases: &[&Case], language: Language, facts: &Facts<'_>) -> String {
    let words = words_of(language);
    let named = cases.iter().take(NAMED).map(|case| {
        let name = facts.index.subject(&case.subject).map_or(case.subject.as_str(), |subject| facts.index.name(subject));
        match why_not_met(&words, case) {
            Some(why) => format!("{name} ({why})"),
            None => name.to_owned(),
        }
    });
    let mut named: Vec<String> = named.collect();
    if cases.len() > NAMED {
        named.push("…".to_owned());
    }
    named.join(", ")
}

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::{Finding, Language, Severity};

    use crate::given::Given;
    use crate::round::words_of;

    const HEADER: &str = "meeting,body,on,award,subject,members,present,issued,agreed\n";

    fn voted(rows: &[&str]) -> String {
        let row = |of: &&str| {
            format!("hop,{},2026-12-10,giay-khen,{},7,7,7,7\n", of.split(' ').next().unwrap_or(""), of.split(' ').nth(1).unwrap_or(""))
        };
        format!("{HEADER}{}", rows.iter().map(row).collect::<String>())
    }

    fn told(given: &Given) -> Vec<(Severity, String)> {
        let words = words_of(Language::Vietnamese);
        let said = |finding: &Finding| (finding.severity, words.say(&finding.message));
        given.worked().findings.iter().filter(|finding| finding.code == "vote-not-asked").map(said).collect()
    }

    #[test]
    fn votes_on_those_who_are_not_put_forward_are_told_once_for_each_award() {
        let college = Given::college()
            .with("ballot = \"none\"", "ballot = \"hoi-dong\"")
            .with("\n[[round]]", "\n[[way]]\nid = \"xet\"\nfor = \"dossier\"\n\n[[step]]\nid = \"hoi-dong\"\nway = \"xet\"\nkind = \"vote\"\nby = \"Hội đồng\"\n\n[[round]]")
            .and_table("meetings.csv", &voted(&["council an", "council binh", "council khoa-dien", "council khoa-may"]));
        assert_eq!(told(&college), []);
        let two = college.with("an,xuat-sac,yes", "an,xuat-sac,no").with("binh,xuat-sac,yes", "binh,xuat-sac,no");
        let [(severity, said)] = told(&two).try_into().expect("one finding");
        assert_eq!(severity, Severity::Warning);
        for part in ["Giấy khen", "2 trường hợp", "Lê Thị An (chưa đạt: Có thành tích xuất sắc)", "Trần Văn Bình"]
        {
            assert!(said.contains(part), "{said}");
        }
    }

    #[test]
    fn of_whom_it_is_not_known_yet_is_told_apart() {
        let college = Given::college()
            .with("ballot = \"none\"", "ballot = \"hoi-dong\"")
            .with("\n[[round]]", "\n[[way]]\nid = \"xet\"\nfor = \"dossier\"\n\n[[step]]\nid = \"hoi-dong\"\nway = \"xet\"\nkind = \"vote\"\nby = \"Hội đồng\"\n\n[[round]]")
            .with("an,xuat-sac,yes,Hội đồng,2026-12-01\n", "")
            .and_table("meetings.csv", &voted(&["council an", "council binh", "council khoa-dien", "council khoa-may"]));
        let [(severity, said)] = told(&college).try_into().expect("one finding");
        assert_eq!(severity, Severity::Note);
        assert!(said.contains("Lê Thị An") && said.contains("1 trường hợp"), "{said}");
    }
}
