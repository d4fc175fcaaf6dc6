//! A completion laid over a plan that was taken from an official text: what the text does not say in a way that can be counted.
//!
//! A completion is a `plan.toml` of which only some keys are there. Its entries meet those of the plan by `id` (those that have none by what tells them apart: a basis
//! by its number), else by `clause`; see
//! `docs/plan-toml.md`.

mod follow;

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity, Span};
use toml_edit::{ArrayOfTables, Item, Table};

use crate::texts;
use follow::follow;

use super::complete_places::{Places, Set};
use super::edit::parse;
use super::read::{error, read};
use super::schema::{self, schema};

/// The key that leaves an entry, or keys of it, out.
pub(super) const DROP: &str = "drop";
const CLAUSE: &str = "clause";
const GUESSED: &str = "guessed";

/// A plan with its completion.
#[derive(Debug, Clone)]
pub struct Completed {
    /// The file of the plan as it is judged.
    pub text: String,
    /// What is wrong with the completion, at its places.
    pub findings: Vec<Finding>,
    places: Places,
}

impl Completed {
    /// The place in the completion of what stands at a place of the plan; none where the official text put it there.
    pub fn place(&self, span: Span) -> Option<Span> {
        self.places.of(span)
    }
}

/// Lays a completion over a plan; `has_clause` knows the addresses of the official text.
pub fn lay_over(plan: &str, completion: &str, has_clause: &dyn Fn(&str) -> bool) -> Completed {
    let mut findings = own_findings(completion);
    let (Some(mut taken), Some(mut given)) = (parse(plan), parse(completion)) else {
        return Completed { text: plan.to_owned(), findings, places: Places::default() };
    };
    let set = Set::of(completion);
    let mut laying = Laying { set: &set, has_clause, findings: Vec::new(), renamed: Vec::new(), dropped: Vec::new() };
    let mut tables: Vec<(&'static schema::Table, Vec<Slot>)> = Vec::new();
    for table in schema().tables.iter() {
        let (old, new) = (entries(taken.remove(&table.name)), entries(given.remove(&table.name)));
        let slots = match table.name.as_str() {
            "source" => laying.source(old, &new),
            _ => laying.table(table, old, new),
        };
        tables.push((table, slots));
    }
    follow(&mut tables, &laying.renamed, &laying.dropped);
    findings.append(&mut laying.findings);
    let origins =
        tables.iter().map(|(table, slots)| (table.name.as_str(), slots.iter().map(|slot| slot.given.clone()).collect())).collect();
    put(taken.as_table_mut(), tables);
    let text = super::format::format(&taken.to_string());
    let places = Places::between(&text, &set, &origins);
    Completed { text, findings, places }
}

/// What is wrong with a completion by itself: all that would be wrong with a plan, but what the official text gives may be missing.
fn own_findings(completion: &str) -> Vec<Finding> {
    let mut findings = read(completion).1;
    findings.retain(|finding| {
        let is_drop = finding.span.and_then(|span| completion.get(span.start..span.end)).is_some_and(|word| word == DROP);
        match finding.code {
            "plan-missing-key" | "plan-unknown-reference" => false,
            "plan-unknown-key" => !is_drop,
            _ => true,
        }
    });
    findings
}

/// The entries of a table, however it is written.
fn entries(item: Option<Item>) -> Vec<Table> {
    match item {
        Some(Item::Table(table)) => vec![table],
        Some(item) => match item.into_array_of_tables() {
            Ok(tables) => tables.into_iter().collect(),
            Err(item) => item.into_table().into_iter().collect(),
        },
        None => Vec::new(),
    }
}

/// An entry of the plan to be.
struct Slot {
    content: Table,
    /// The entry of the completion, and the keys that it gave.
    given: Option<Given>,
}

/// Which entry of a table of the completion, and the keys that it gave.
pub(super) type Given = (usize, BTreeSet<String>);

struct Laying<'a> {
    set: &'a Set,
    has_clause: &'a dyn Fn(&str) -> bool,
    findings: Vec<Finding>,
    /// Ids of the taken plan that the completion replaces, by table.
    renamed: Vec<(&'static str, String, String)>,
    /// Ids that are left out, by table.
    dropped: Vec<(&'static str, String)>,
}

impl Laying<'_> {
    /// The official text stays what it is; a completion that names another one is not for it.
    fn source(&mut self, old: Vec<Table>, new: &[Table]) -> Vec<Slot> {
        let hash = |tables: &[Table]| word(tables.first()?, "sha256").map(str::to_owned);
        if let (Some(taken), Some(given)) = (hash(&old), hash(new))
            && !taken.eq_ignore_ascii_case(&given)
        {
            let finding = error("completion-other-text", texts::completion_other_text()).help(texts::completion_other_text_help(taken));
            self.findings.push(finding.at(self.set.value("source", 0, "sha256")));
        }
        old.into_iter().map(|content| Slot { content, given: None }).collect()
    }

    fn table(&mut self, table: &'static schema::Table, old: Vec<Table>, new: Vec<Table>) -> Vec<Slot> {
        let matches = matches(table, &old, &new);
        // Where one entry of the text is several to whoever judges, the others begin as it is.
        let taken: BTreeMap<String, Table> =
            old.iter().filter_map(|entry| Some((word(entry, CLAUSE)?.to_owned(), entry.clone()))).collect();
        let mut slots: Vec<Option<Slot>> = old.into_iter().map(|content| Some(Slot { content, given: None })).collect();
        // Entries that are added stand after the one before them in the completion.
        let mut added: BTreeMap<usize, Vec<Slot>> = BTreeMap::new();
        // Those that come first stand before the first one that meets an entry.
        let mut after = matches.iter().flatten().next().copied().unwrap_or(slots.len());
        for (index, (content, place)) in new.into_iter().zip(matches).enumerate() {
            self.clause(table, index, &content);
            let out = content.get(DROP).and_then(Item::as_bool) == Some(true);
            match place.and_then(|place| Some((place, slots.get_mut(place)?))) {
                Some((place, slot)) => {
                    after = place + 1;
                    if out {
                        let id = slot.take().and_then(|slot| word(&slot.content, "id").map(str::to_owned));
                        self.dropped.extend(id.map(|id| (table.name.as_str(), id)));
                    } else if let Some(slot) = slot {
                        self.overlay(table, slot, index, content);
                    }
                }
                None if out => {
                    let finding = error("completion-nothing-to-drop", texts::completion_nothing_to_drop(table.name.as_str()));
                    let finding = finding.help(texts::completion_nothing_to_drop_help());
                    self.findings.push(finding.at(self.set.entry(&table.name, index)));
                }
                None => {
                    let like = word(&content, CLAUSE).and_then(|clause| taken.get(clause)).filter(|_| table.many);
                    added.entry(after).or_default().push(Self::added(like, index, content));
                }
            }
        }
        let mut all = added.remove(&0).unwrap_or_default();
        for (place, slot) in slots.into_iter().enumerate() {
            all.extend(slot);
            all.extend(added.remove(&(place + 1)).unwrap_or_default());
        }
        all
    }

    fn added(like: Option<&Table>, index: usize, content: Table) -> Slot {
        let mut slot = Slot { content: like.cloned().unwrap_or_default(), given: None };
        *slot.content.decor_mut() = content.decor().clone();
        lay(&mut slot, index, content);
        slot
    }

    fn clause(&mut self, table: &schema::Table, index: usize, content: &Table) {
        let Some(clause) = word(content, CLAUSE).filter(|clause| !(self.has_clause)(clause)) else { return };
        let finding = error("completion-unknown-clause", texts::completion_unknown_clause(clause));
        let finding = finding.help(texts::completion_unknown_clause_help());
        self.findings.push(finding.at(self.set.value(&table.name, index, CLAUSE)));
    }

    /// The keys of an entry of the completion over those of the plan; other entries will follow a new id.
    fn overlay(&mut self, table: &'static schema::Table, slot: &mut Slot, index: usize, content: Table) {
        if let (Some(old), Some(new)) = (word(&slot.content, "id"), word(&content, "id"))
            && old != new
        {
            self.renamed.push((&table.name, old.to_owned(), new.to_owned()));
        }
        lay(slot, index, content);
    }
}

fn lay(slot: &mut Slot, index: usize, mut content: Table) {
    for key in content.remove(DROP).map(|item| words(&item)).unwrap_or_default() {
        slot.content.remove(&key);
    }
    let mut keys = BTreeSet::new();
    for (key, item) in content {
        keys.insert(key.to_string());
        // A key that stands there already keeps the comments at it.
        slot.content.insert(&key, item);
    }
    looked_at(&mut slot.content, &keys);
    slot.given = Some((index, keys));
}

/// What somebody gave is no longer a guess.
fn looked_at(content: &mut Table, keys: &BTreeSet<String>) {
    let Some(guessed) = content.get_mut(GUESSED).and_then(Item::as_array_mut) else { return };
    guessed.retain(|key| !key.as_str().is_some_and(|key| keys.contains(key)));
    if guessed.is_empty() {
        content.remove(GUESSED);
    }
}

/// The entry of the plan that each entry of the completion is about: that with its id, or what stands for one, else the next one of its clause.
fn matches(table: &schema::Table, old: &[Table], new: &[Table]) -> Vec<Option<usize>> {
    if !table.many {
        return new.iter().map(|_| (!old.is_empty()).then_some(0)).collect();
    }
    let place = |key: &str, value: &str, taken: &BTreeSet<usize>| {
        let same = |(place, entry): &(usize, &Table)| !taken.contains(place) && word(entry, key) == Some(value);
        old.iter().enumerate().find(same).map(|(place, _)| place)
    };
    let mut taken = BTreeSet::new();
    let mut found: Vec<Option<usize>> = Vec::new();
    let name = table.meets.as_deref().unwrap_or("id");
    for entry in new {
        let by_id = word(entry, name).and_then(|id| place(name, id, &taken));
        taken.extend(by_id);
        found.push(by_id);
    }
    for (entry, found) in new.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
        *found = word(entry, CLAUSE).and_then(|clause| place(CLAUSE, clause, &taken));
        taken.extend(*found);
    }
    found
}

/// Writes the tables in the order of the description.
fn put(root: &mut Table, tables: Vec<(&'static schema::Table, Vec<Slot>)>) {
    let mut position = 0;
    for (table, mut slots) in tables {
        comment(table, &mut slots);
        let mut list = ArrayOfTables::new();
        for mut slot in slots {
            position += 1;
            slot.content.set_position(Some(position));
            slot.content.set_implicit(false);
            if !table.many {
                root.insert(&table.name, Item::Table(slot.content));
                break;
            }
            list.push(slot.content);
        }
        if !list.is_empty() {
            root.insert(&table.name, Item::ArrayOfTables(list));
        }
    }
}

/// The comment that says what a group of entries is.
fn comment(table: &schema::Table, slots: &mut [Slot]) {
    let Some(first) = slots.first_mut() else { return };
    let prefix = first.content.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned();
    if !prefix.contains(&table.vi) {
        first.content.decor_mut().set_prefix(format!("\n# {}\n{}", table.vi, prefix.trim_start_matches('\n')));
    }
}

fn word<'t>(content: &'t Table, key: &str) -> Option<&'t str> {
    content.get(key).and_then(Item::as_str).map(str::trim)
}

fn words(item: &Item) -> Vec<String> {
    item.as_array().into_iter().flatten().filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

/// A plan without what judging needs most: what is missing, for whoever writes a completion.
pub fn missing(plan: &crate::Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut lacks = |table: &str| {
        findings.push(
            Finding::new("completion-needed", Severity::Error, texts::completion_needs(table)).help(texts::completion_needed_help(table)),
        )
    };
    if plan.awards.is_empty() {
        lacks("award");
    }
    if plan.subjects.is_empty() {
        lacks("subject");
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAKEN: &str = r#"format = 1

[source]
file = "van-ban.docx"
sha256 = "00ff"

[plan]
title = "Phong trào Đọc sách mỗi ngày"
form = "thematic"
guessed = ["form"]

[[basis]]
kind = "Kế hoạch"
number = "12/KH-X"

[[basis]]
kind = "Nghị định"
number = "98/2023/NĐ-CP"

[[criterion]]
id = "c1"
label = "Đọc ít nhất 06 cuốn sách"
clause = "II.1"

[[award]]
id = "giay-khen-cua-hieu-truong"
form = "commendation"
name = "Giấy khen của Hiệu trưởng"
criteria = ["c1"]
round = "round-2"
clause = "II.2"

[[round]]
id = "round-1"
clause = "II.3"

[[round]]
id = "round-2"
clause = "II.3"
"#;

    fn laid(completion: &str) -> (crate::Plan, Vec<&'static str>) {
        let laid = lay_over(TAKEN, completion, &|clause| clause.starts_with("II"));
        let (plan, findings) = read(&laid.text);
        let codes = laid.findings.iter().chain(&findings).map(|finding| finding.code).collect();
        (plan, codes)
    }

    #[test]
    fn entries_meet_by_clause_and_references_follow_new_ids() {
        let (plan, codes) = laid(
            "format = 1\n[[criterion]]\nid = \"doc-sach\"\nmeasure = { kind = \"count\", of = \"sach\", min = 6 }\nclause = \"II.1\"\n",
        );
        assert!(codes.is_empty(), "{codes:?}");
        assert_eq!(plan.criteria[0].label, "Đọc ít nhất 06 cuốn sách");
        assert!(plan.criteria[0].measure.is_some());
        assert_eq!(plan.awards[0].criteria, ["doc-sach"]);
    }

    #[test]
    fn several_entries_of_one_clause_are_one_of_the_text_each_then_copies() {
        let (plan, codes) =
            laid("format = 1\n[[award]]\nid = \"tap-the\"\nquota = 3\nclause = \"II.2\"\n[[award]]\nid = \"ca-nhan\"\nclause = \"II.2\"\n");
        assert!(codes.is_empty(), "{codes:?}");
        let awards: Vec<(&str, &str)> = plan.awards.iter().map(|award| (award.id.as_str(), award.name.as_str())).collect();
        assert_eq!(awards, [("tap-the", "Giấy khen của Hiệu trưởng"), ("ca-nhan", "Giấy khen của Hiệu trưởng")]);
    }

    #[test]
    fn entries_without_an_id_meet_by_what_tells_them_apart() {
        let (plan, codes) = laid(
            "format = 1\n[[basis]]\nkind = \"Luật\"\nnumber = \"06/2022/QH15\"\n[[basis]]\nnumber = \"12/KH-X\"\nissuer = \"Trường X\"\n\
             [[basis]]\nnumber = \"98/2023/NĐ-CP\"\ndrop = true\n",
        );
        assert!(codes.is_empty(), "{codes:?}");
        let bases: Vec<_> = plan.bases.iter().map(|basis| (basis.number.as_deref().unwrap_or_default(), basis.issuer.as_deref())).collect();
        assert_eq!(bases, [("06/2022/QH15", None), ("12/KH-X", Some("Trường X"))]);
    }

    #[test]
    fn what_is_left_out_takes_its_references_with_it() {
        let (plan, codes) = laid("format = 1\n[[round]]\nid = \"round-2\"\ndrop = true\n[plan]\nform = \"regular\"\n");
        assert!(codes.is_empty(), "{codes:?}");
        assert_eq!((plan.rounds.len(), plan.awards[0].round.as_deref()), (1, None));
        assert!(plan.identity.origin.guessed.is_empty());
    }

    #[rstest::rstest]
    #[case("[[award]]\nid = \"a\"\nname = \"x\"\nclause = \"V.9\"\n", "completion-unknown-clause")]
    #[case("[[award]]\nid = \"a\"\ndrop = true\n", "completion-nothing-to-drop")]
    #[case("[source]\nsha256 = \"11\"\n", "completion-other-text")]
    #[case("[[award]]\nid = \"a\"\nname = \"x\"\ncolour = \"red\"\n", "plan-unknown-key")]
    #[case("[[award]]\nid = \"giay-khen-cua-hieu-truong\"\nround = \"none\"\n", "plan-unknown-reference")]
    fn what_is_wrong_with_a_completion_is_said(#[case] entries: &str, #[case] code: &str) {
        let (_, codes) = laid(&format!("format = 1\n{entries}"));
        assert!(codes.contains(&code), "{codes:?}");
    }

    #[test]
    fn a_finding_about_a_given_value_stands_in_the_completion() {
        let completion = "format = 1\n\n[[award]]\nid = \"giay-khen-cua-hieu-truong\"\nround   = \"none\"\n";
        let laid = lay_over(TAKEN, completion, &|_| true);
        let (_, findings) = read(&laid.text);
        let span = findings.iter().find_map(|finding| finding.span).and_then(|span| laid.place(span)).expect("a place");
        assert_eq!(&completion[span.start..span.end], "\"none\"");
    }
}
