//! Who can be honoured: collectives, persons, households, in blocks.

use std::sync::LazyLock;

use phongtrao_document::LabelClass;
use serde::Deserialize;

use super::ids::{Ids, slug};
use super::parts::{PartKind, Parts};
use super::phrase::{CLOSING, Phrases, is_border};
use super::statements::{self, Statement};
use super::topics::Topic;
use crate::{Subject, SubjectKind};

#[derive(Deserialize)]
struct Data {
    blocks: Vec<String>,
    before: Vec<String>,
    opening: Vec<String>,
    applying: Vec<String>,
    collective: KindData,
    individual: KindData,
    household: KindData,
}

#[derive(Deserialize)]
struct KindData {
    slug: String,
    names: Vec<String>,
    words: Vec<String>,
}

struct Vocabulary {
    blocks: Phrases,
    before: Phrases,
    opening: Phrases,
    applying: Phrases,
    kinds: [KindWords; 3],
}

struct KindWords {
    kind: SubjectKind,
    slug: String,
    names: Phrases,
    words: Phrases,
}

static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/subjects.toml")).expect("the words of subjects are sound");
    let kind =
        |kind, data: KindData| KindWords { kind, slug: data.slug, names: Phrases::new(&data.names), words: Phrases::new(&data.words) };
    Vocabulary {
        blocks: Phrases::new(&data.blocks),
        before: Phrases::new(&data.before),
        opening: Phrases::new(&data.opening),
        applying: Phrases::new(&data.applying),
        kinds: [
            kind(SubjectKind::Collective, data.collective),
            kind(SubjectKind::Individual, data.individual),
            kind(SubjectKind::Household, data.household),
        ],
    }
});

/// All of them in the order of the text; where no part names them, those to whom a plan applies, else those of the headings above criteria, guessed.
pub(crate) fn take(parts: &Parts, statements: &[Statement<'_>]) -> Vec<Subject> {
    let mut ids = Ids::default();
    let mut subjects = Vec::new();
    for statement in statements.iter().filter(|statement| speaks_of_subjects(parts, statement)) {
        add(parts, statement, &mut ids, &mut subjects);
    }
    // Articles set rules: those to whom they apply are not those whom somebody honours.
    if subjects.is_empty() && !parts.0.iter().any(|part| part.kind == PartKind::Clause(LabelClass::Article)) {
        for statement in statements.iter().filter(|statement| is_applied_to(parts, statement)) {
            add(parts, statement, &mut ids, &mut subjects);
        }
    }
    if subjects.is_empty() {
        from_criteria(parts, statements, &mut ids, &mut subjects);
    }
    subjects
}

/// Whether a statement stands in a part about subjects, or, where its part is about their scope or time too, names one of them.
fn speaks_of_subjects(parts: &Parts, statement: &Statement<'_>) -> bool {
    let beside = [Topic::Scope, Topic::Period].into_iter().any(|topic| statement.topics.has(topic));
    statement.topics.only(Topic::Subject)
        || statement.topics.has(Topic::Subject)
            && beside
            && !statement.topics.has(Topic::Criteria)
            && (begins_with_kind(statement) || !kinds_above(parts, statement, Topic::Subject).is_empty())
}

/// Whether a statement names somebody under a heading that says to whom the plan applies.
fn is_applied_to(parts: &Parts, statement: &Statement<'_>) -> bool {
    let mut headings =
        std::iter::successors(Some(statement.part), |part| parts.0[*part].parent).filter_map(|part| parts.0[part].heading.as_ref());
    statement.topics.only(Topic::Scope)
        && headings.any(|heading| WORDS.applying.within(&heading.lower))
        && (begins_with_kind(statement) || !kinds_above(parts, statement, Topic::Scope).is_empty())
}

/// Whether the first words of a statement name a kind of subject.
fn begins_with_kind(statement: &Statement<'_>) -> bool {
    let lower = opened(statement.lower());
    !named(statement).0.is_empty() || WORDS.kinds.iter().any(|kind| kind.names.start(lower).or(kind.words.start(lower)).is_some())
}

/// The words behind those that open a list of subjects: `Đối tượng thi đua: tất cả các …`.
fn opened(lower: &str) -> &str {
    let mut rest = lower;
    // The lead, and two words of number at most.
    for _ in 0..3 {
        let Some(length) = WORDS.opening.start(rest) else { break };
        rest = rest.get(length..).unwrap_or_default().trim_start_matches([' ', ':', ',']);
    }
    rest
}

/// The subjects that a statement names: one for each kind that its heading or its words say.
fn add(parts: &Parts, statement: &Statement<'_>, ids: &mut Ids, subjects: &mut Vec<Subject>) {
    let block = block(parts, statement.part);
    let (named, words) = named(statement);
    let said = if named.is_empty() { kinds_above(parts, statement, Topic::Subject) } else { named };
    let heading = own_name(parts, statement);
    let (kinds, guessed) = match (said.is_empty(), heading) {
        (false, _) => (said, &[][..]),
        (true, Some(heading)) => (kinds_within(&heading.lower), &["kind"][..]),
        (true, None) => (kinds_within(statement.lower()), &["kind"][..]),
    };
    let who = match heading {
        Some(heading) => format!("{}: {words}", heading.text().trim()),
        None => words.to_owned(),
    };
    let new = |kind: Option<SubjectKind>, id: &str, guessed: &[&str]| Subject {
        origin: statement.origin(parts, guessed),
        id: id.to_owned(),
        block: block.clone(),
        kind,
        who: who.clone(),
        ..Subject::default()
    };
    if kinds.is_empty() {
        subjects.push(new(None, &ids.unique(&slug(&who)), &[]));
    }
    for kind in kinds {
        let id = match heading {
            Some(heading) => slug(heading.text()),
            None => id_of(kind, block.as_deref()),
        };
        let id = ids.unique(&id);
        subjects.push(new(Some(kind.kind), &id, guessed));
    }
}

/// The kinds that a statement names before a colon, and its words after it: `Tập thể: Các lớp`, `Đối tượng: các lớp`.
fn named<'a>(statement: &Statement<'a>) -> (Vec<&'static KindWords>, &'a str) {
    let (lower, text) = (statement.lower(), statement.text());
    let Some((name, rest)) = lower.split_once(':') else { return (Vec::new(), text) };
    let kinds: Vec<&KindWords> =
        WORDS.kinds.iter().filter(|kind| kind.names.start(name).is_some_and(|end| end == name.trim_end().len())).collect();
    let opens = WORDS.opening.start(name).is_some_and(|end| end == name.trim_end().len());
    let words = if kinds.is_empty() && !opens { text } else { text.get(text.len() - rest.len()..).unwrap_or(text).trim() };
    (kinds, words)
}

/// The heading of a statement that names the subject itself: neither the topic, nor a block, nor a kind.
fn own_name<'a>(parts: &'a Parts, statement: &Statement<'_>) -> Option<&'a super::parts::Words> {
    let heading = parts.0[statement.part].heading.as_ref().filter(|_| !statement.bare_heading)?;
    let general = WORDS.blocks.start(&heading.lower).is_some()
        || WORDS.kinds.iter().any(|kind| kind.names.within(&heading.lower))
        || super::topics::of_heading(&heading.lower).has(Topic::Subject);
    (!general).then_some(heading)
}

fn id_of(kind: &KindWords, block: Option<&str>) -> String {
    match block {
        Some(block) => format!("{}-{}", slug(block), kind.slug),
        None => kind.slug.clone(),
    }
}

/// The kinds for which criteria are set, each once.
fn from_criteria(parts: &Parts, statements: &[Statement<'_>], ids: &mut Ids, subjects: &mut Vec<Subject>) {
    for statement in statements::about(statements, Topic::Criteria) {
        for kind in kinds_above(parts, statement, Topic::Criteria) {
            if subjects.iter().any(|subject| subject.kind == Some(kind.kind)) {
                continue;
            }
            let who = heading_of(parts, statement, kind);
            let mut subject = Subject { id: ids.unique(&kind.slug), kind: Some(kind.kind), who, ..Subject::default() };
            subject.origin = statement.origin(parts, &["who"]);
            subjects.push(subject);
        }
    }
}

/// The words of the nearest heading or lead that name the kind, without what stands before the name.
fn heading_of(parts: &Parts, statement: &Statement<'_>, kind: &KindWords) -> String {
    for words in above(parts, statement) {
        let start = WORDS.before.start(&words.lower).unwrap_or(0);
        let name = words.text().get(start..).unwrap_or_default().trim_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c));
        if kind.names.within(&words.lower) {
            return name.to_owned();
        }
    }
    String::new()
}

/// The lead, and the headings from the innermost outward.
fn above<'a>(parts: &'a Parts, statement: &Statement<'a>) -> impl Iterator<Item = &'a super::parts::Words> + use<'a> {
    let headings =
        std::iter::successors(Some(statement.part), |part| parts.0[*part].parent).filter_map(|part| parts.0[part].heading.as_ref());
    statement.lead.into_iter().chain(headings)
}

/// The kinds that the nearest heading or lead names, up to the heading that names the topic.
fn kinds_above(parts: &Parts, statement: &Statement<'_>, topic: Topic) -> Vec<&'static KindWords> {
    for words in above(parts, statement) {
        let named: Vec<&KindWords> = WORDS.kinds.iter().filter(|kind| kind.names.within(&words.lower)).collect();
        if !named.is_empty() {
            return named;
        }
        if super::topics::of_heading(&words.lower).has(topic) {
            break;
        }
    }
    Vec::new()
}

/// The kinds of the ids of subjects that a criterion is asked of: those that a heading above it names.
pub(crate) fn kinds_of(parts: &Parts, statement: &Statement<'_>) -> Vec<SubjectKind> {
    kinds_above(parts, statement, Topic::Criteria).into_iter().map(|kind| kind.kind).collect()
}

/// The kinds that the words of a statement name: by name, else by who is meant.
fn kinds_within(lower: &str) -> Vec<&'static KindWords> {
    let by_name: Vec<&KindWords> = WORDS.kinds.iter().filter(|kind| kind.names.within(lower)).collect();
    if !by_name.is_empty() {
        return by_name;
    }
    // Whoever is named first is meant: what follows says of which unit.
    let first = WORDS.kinds.iter().filter_map(|kind| kind.words.all(lower, 0).next().map(|range| (range.start, kind)));
    first.min_by_key(|(start, _)| *start).map(|(_, kind)| kind).into_iter().collect()
}

/// The block of a part: the nearest heading above that begins with its word.
pub(crate) fn block(parts: &Parts, part: usize) -> Option<String> {
    let mut at = Some(part);
    while let Some(index) = at {
        if let Some(heading) = &parts.0[index].heading {
            let starts = WORDS.blocks.start(&heading.lower).is_some_and(|end| is_border(&heading.lower, end));
            if starts {
                return Some(heading.text().trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c)).to_owned());
            }
        }
        at = parts.0[index].parent;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::SubjectKind::{self, Collective, Household, Individual};
    use crate::take::{take, testing::document};

    #[rstest::rstest]
    #[case::numbered("ĐỐI TƯỢNG THI ĐUA")]
    #[case::with_scope("ĐỐI TƯỢNG, PHẠM VI")]
    #[case::with_time("THỜI GIAN VÀ ĐỐI TƯỢNG")]
    #[case::applying("ĐỐI TƯỢNG ÁP DỤNG")]
    fn those_who_take_part_are_subjects(#[case] heading: &str) {
        let lines = "1. Các khoa, phòng thuộc Trường;\n2. Toàn thể giảng viên, người lao động;\n3. Hộ gia đình của nhân viên.\n";
        let expected = [
            (Some(Collective), "Các khoa, phòng thuộc Trường"),
            (Some(Individual), "Toàn thể giảng viên, người lao động"),
            (Some(Household), "Hộ gia đình của nhân viên"),
        ];
        assert_eq!(
            subjects(&format!("I. {heading}\n{lines}\nII. KINH PHÍ\nDo Trường cấp.\n")),
            expected.map(|(kind, who)| (kind, who.to_owned()))
        );
        assert_eq!(
            subjects(&format!("{heading}\n\n{lines}\nKINH PHÍ\n\nDo Trường cấp.\n")),
            expected.map(|(kind, who)| (kind, who.to_owned()))
        );
    }

    #[test]
    fn scope_and_time_beside_them_are_none() {
        let body = "I. ĐỐI TƯỢNG, PHẠM VI\n- Phạm vi: toàn Trường.\n- Đối tượng: các lớp.\n- Thời gian: từ tháng 3.\n";
        assert_eq!(subjects(body), [(Some(Collective), "các lớp".to_owned())]);
    }

    #[test]
    fn rules_apply_to_whom_nobody_honours() {
        let body = "Điều 1. Đối tượng áp dụng\n1. Các cơ quan, tổ chức.\n2. Cá nhân có liên quan.\n";
        assert_eq!(subjects(body), []);
    }

    fn subjects(body: &str) -> Vec<(Option<SubjectKind>, String)> {
        take(&document(body)).plan.subjects.into_iter().map(|subject| (subject.kind, subject.who)).collect()
    }
}
