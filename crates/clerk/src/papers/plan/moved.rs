//! References within a plan's own words (`khoản 2 mục III`): its entries were numbered otherwise in the text that it was read from, so the paper says where they now stand.

use std::collections::BTreeSet;

use phongtrao_plan::{Origin, Plan};
use phongtrao_press::papers::plan::{Clause, Moved};
use phongtrao_value::text::folded;

use super::words::WORDS;

/// The references that lead to other places now, in the order of the entries that make them.
pub(super) fn of(plan: &Plan, clauses: &[Clause]) -> Vec<Moved> {
    let entries = entries(plan);
    let places = places(clauses);
    let mut moved: Vec<Moved> = Vec::new();
    for reference in entries.iter().flat_map(|(_, words)| references(words)) {
        let is_meant = |origin: &Origin| origin.clause.as_ref().is_some_and(|address| reference.leads_to(&address.0));
        let found = entries.iter().filter(|(origin, _)| is_meant(origin)).filter_map(|(_, words)| place(&places, words));
        let found: BTreeSet<usize> = found.collect();
        let mut to: Vec<&str> = found.into_iter().map(|place| places[place].said.as_str()).collect();
        to.dedup();
        let is_new = moved.iter().all(|known| known.from != reference.said) && to.iter().any(|place| *place != reference.said);
        if is_new {
            moved.push(Moved { from: reference.said, to: to.join(", ") });
        }
    }
    moved
}

/// A reference by labels: `khoản 2 mục III`.
#[derive(Debug, PartialEq, Eq)]
struct Reference {
    /// As it stands in the words.
    said: String,
    /// Its labels from the outermost: `III`, `2`.
    labels: Vec<String>,
}

impl Reference {
    /// Whether an address is that of the clause, or of a part of it.
    fn leads_to(&self, address: &str) -> bool {
        let labels: Vec<&str> = address.split(['.', '[', '/', '~']).map(|label| label.trim_end_matches(']')).collect();
        labels.windows(self.labels.len()).any(|window| window.iter().zip(&self.labels).all(|(one, other)| one == other))
    }
}

/// The references in words. They name the innermost part first.
fn references(words: &str) -> Vec<Reference> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let begin = at;
        let mut labels = Vec::new();
        while let [name, label, ..] = &words[at..]
            && WORDS.reference.contains(&name.to_lowercase())
            && let Some(label) = label_of(label)
        {
            labels.insert(0, label.to_owned());
            at += 2;
        }
        if labels.is_empty() {
            at += 1;
        } else {
            let said = words[begin..at].join(" ");
            found.push(Reference { said: said.trim_end_matches([',', ';', '.', ')', ':']).to_owned(), labels });
        }
    }
    found
}

/// A number, a Roman number or one letter, without the signs behind it.
fn label_of(word: &str) -> Option<&str> {
    let label = word.trim_end_matches([',', ';', '.', ')', ':']);
    let is_number = !label.is_empty() && label.chars().all(|letter| letter.is_ascii_digit());
    let is_roman = !label.is_empty() && label.chars().all(|letter| "IVXLC".contains(letter));
    (is_number || is_roman || label.chars().count() == 1).then_some(label)
}

/// The entries of the plan with the words by which they are found again.
fn entries(plan: &Plan) -> Vec<(&Origin, &str)> {
    let mut entries: Vec<(&Origin, &str)> = Vec::new();
    entries.extend(plan.purposes.iter().chain(&plan.requirements).map(|entry| (&entry.origin, entry.text.as_str())));
    entries.extend(plan.subjects.iter().map(|entry| (&entry.origin, entry.who.as_str())));
    entries.extend(plan.criteria.iter().map(|entry| (&entry.origin, entry.label.as_str())));
    entries.extend(plan.targets.iter().map(|entry| (&entry.origin, entry.label.as_str())));
    entries.extend(plan.awards.iter().map(|entry| (&entry.origin, entry.name.as_str())));
    entries.extend(plan.rounds.iter().filter_map(|entry| Some((&entry.origin, entry.label.as_deref()?))));
    entries.extend(plan.steps.iter().filter_map(|entry| Some((&entry.origin, entry.label.as_deref()?))));
    entries.extend(plan.stages.iter().filter_map(|entry| Some((&entry.origin, entry.label.as_deref()?))));
    entries.extend(plan.stages.iter().flat_map(|entry| entry.conditions.iter().map(|words| (&entry.origin, words.as_str()))));
    entries.extend(plan.courses.iter().chain(&plan.contests).filter_map(|entry| Some((&entry.origin, entry.label.as_deref()?))));
    entries.extend(plan.milestones.iter().map(|entry| (&entry.origin, entry.label.as_str())));
    entries.extend(plan.tasks.iter().map(|entry| (&entry.origin, entry.text.as_str())));
    entries.extend(plan.reports.iter().map(|entry| (&entry.origin, entry.what.as_str())));
    entries
}

/// A clause where words stand.
struct Place {
    /// Its words and those of its cells, folded.
    words: Vec<String>,
    /// How one refers to it.
    said: String,
}

fn places(clauses: &[Clause]) -> Vec<Place> {
    let (mut section, mut number) = (String::new(), String::new());
    let mut places = Vec::new();
    for clause in clauses {
        match clause.level {
            1 => (section, number) = (clause.label.trim_end_matches('.').to_owned(), String::new()),
            2 if !clause.label.is_empty() => clause.label.trim_end_matches('.').clone_into(&mut number),
            _ => {}
        }
        let said = match number.is_empty() {
            true => WORDS.at_section.fill(&[("section", &section)]),
            false => WORDS.at_clause.fill(&[("number", &number), ("section", &section)]),
        };
        let cells = clause.table.iter().flat_map(|table| &table.rows).flatten();
        let words = std::iter::once(&clause.words).chain(cells).map(|words| bare(words)).collect();
        places.push(Place { words, said });
    }
    places
}

/// The place of the clause that says just these words; otherwise of the first that says them too.
fn place(places: &[Place], words: &str) -> Option<usize> {
    let sought = bare(words);
    let just = |place: &Place| place.words.contains(&sought);
    let too = |place: &Place| place.words.iter().any(|words| words.contains(&sought));
    places.iter().position(just).or_else(|| places.iter().position(too))
}

fn bare(words: &str) -> String {
    folded(words.trim().trim_end_matches(['.', ';']))
}

#[cfg(test)]
mod tests {
    use super::{Reference, references};

    #[rstest::rstest]
    #[case("Phối hợp tổ chức cuộc thi tại khoản 2 mục III.", &[("khoản 2 mục III", "III.2")])]
    #[case("trao học bổng quy định tại điểm a khoản 2 mục II; gửi", &[("điểm a khoản 2 mục II", "II.2.a")])]
    #[case("đúng thời hạn quy định tại khoản 2 mục IV phần này", &[("khoản 2 mục IV", "C.IV.2")])]
    #[case("đủ tiêu chuẩn tại mục III", &[("mục III", "III.1.a")])]
    #[case("các khoản chi, mục tiêu và điểm số", &[])]
    fn references_lead_to_addresses(#[case] words: &str, #[case] expected: &[(&str, &str)]) {
        let found: Vec<Reference> = references(words);
        assert_eq!(
            found.iter().map(|reference| reference.said.as_str()).collect::<Vec<_>>(),
            expected.iter().map(|(said, _)| *said).collect::<Vec<_>>()
        );
        assert!(found.iter().zip(expected).all(|(reference, (_, address))| reference.leads_to(address) && !reference.leads_to("IX.9.z")));
    }
}
