//! Sections whose headings lost their labels: a line of capitals (`TỔ CHỨC THỰC HIỆN`) heads what follows up to the next such line or to the
//! next clause of the highest ranks. The tree knows clauses by their labels alone, so that these are put between its parts here.

use std::sync::LazyLock;

use phongtrao_document::LabelClass;
use phongtrao_value::text::is_capitals;
use serde::Deserialize;

use super::parts::{Part, PartKind, Words};
use super::phrase::{OPENING, Phrases, trimmed};

#[derive(Deserialize)]
struct Data {
    openings: Vec<String>,
}

static OPENINGS: LazyLock<Phrases> = LazyLock::new(|| {
    // The data stands in this crate; the tests read it.
    let data: Data = toml::from_str(include_str!("../../words/sections.toml")).expect("the words of sections are sound");
    Phrases::new(&data.openings)
});

/// How many words a heading has at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 2..=16;

/// The parts with those sections between them; as they were where no heading lost its label.
pub(super) fn between(mut parts: Vec<Part>) -> Vec<Part> {
    let mut headings: Vec<Heading> = Vec::new();
    for (part, place) in parts.iter().enumerate() {
        let found = place.paragraphs.iter().enumerate().filter(|(_, words)| is_heading(words));
        headings.extend(found.map(|(paragraph, words)| Heading { start: start(words), part, paragraph }));
    }
    if headings.is_empty() {
        return parts;
    }
    headings.sort_by_key(|heading| heading.start);
    open_body(&mut parts, &headings);
    let bounds = bounds(&parts, &headings);
    place(parts, &headings, &bounds)
}

/// A line that heads a section.
struct Heading {
    start: usize,
    /// The part in which it stands, and which of its paragraphs it is.
    part: usize,
    paragraph: usize,
}

/// Where a section begins, or where the one before ends.
struct Bound {
    start: usize,
    /// The section, by its heading; none where a clause of high rank or an annex begins.
    section: Option<usize>,
    /// The part that holds both what ends here and what begins.
    holder: Option<usize>,
}

fn start(words: &Words) -> usize {
    words.span(0..words.text().len()).start
}

fn is_heading(words: &Words) -> bool {
    let text = words.text();
    let from = trimmed(text, 0..text.len(), OPENING).start;
    !words.in_table
        && OPENINGS.start(words.lower.get(from..).unwrap_or_default()).is_some()
        && is_capitals(text)
        && WORDS.contains(&text.split_whitespace().count())
}

/// A heading within the preamble heads what the body begins with: the body's parts are then those of the document.
fn open_body(parts: &mut [Part], headings: &[Heading]) {
    let Some(preamble) = headings.iter().map(|heading| heading.part).find(|part| parts[*part].kind == PartKind::Preamble) else { return };
    let body = parts[preamble].end;
    let above = parts[preamble].parent;
    if !parts.get(body).is_some_and(|part| part.kind == PartKind::Frame && part.parent == above && part.heading.is_none()) {
        return;
    }
    for part in &mut parts[body + 1..] {
        if part.parent == Some(body) {
            part.parent = above;
        }
    }
    parts[body].start = parts[preamble].start;
}

/// All beginnings and ends in the order of the text.
fn bounds(parts: &[Part], headings: &[Heading]) -> Vec<Bound> {
    let section = |(at, heading): (usize, &Heading)| Bound { start: heading.start, section: Some(at), holder: None };
    let ends = parts.iter().filter(|part| is_high(part)).map(|part| Bound { start: part.start, section: None, holder: part.parent });
    // A frame may begin with the heading.
    let mut bounds: Vec<Bound> = ends.chain(headings.iter().enumerate().map(section)).collect();
    bounds.sort_by_key(|bound| bound.start);
    let mut open: Option<usize> = None;
    bounds.retain(|bound| {
        // What stands within a part of the section ends it not.
        let inner = bound.section.is_none() && bound.holder.is_some_and(|holder| open.is_some_and(|open| parts[holder].start > open));
        open = if inner { open } else { bound.section.map(|_| bound.start) };
        !inner
    });
    // A clause that ends a section stands beside it; at the end of a frame the section stands in the frame.
    let mut next: Option<usize> = None;
    for at in (0..bounds.len()).rev() {
        match bounds[at].section {
            None => next = bounds[at].holder,
            Some(heading) => {
                let frame = frame(parts, headings[heading].part);
                let beside =
                    next.filter(|holder| parts[*holder].start <= bounds[at].start && is_within(parts, headings[heading].part, *holder));
                bounds[at].holder = Some(beside.unwrap_or(frame));
            }
        }
    }
    bounds
}

/// Whether a part can end a section: a clause of high rank, one that is headed as a section is, or a frame.
fn is_high(part: &Part) -> bool {
    match part.kind {
        PartKind::Frame | PartKind::Preamble => true,
        PartKind::Clause(class) => class <= LabelClass::Roman || part.heading.as_ref().is_some_and(is_heading),
    }
}

/// The innermost frame around a part; of a preamble the one that it stands in.
fn frame(parts: &[Part], part: usize) -> usize {
    let mut at = part;
    while parts[at].kind != PartKind::Frame
        && let Some(parent) = parts[at].parent
    {
        at = parent;
    }
    at
}

fn is_within(parts: &[Part], part: usize, holder: usize) -> bool {
    std::iter::successors(Some(part), |at| parts[*at].parent).any(|at| at == holder)
}

/// Puts parts and sections in their order, and paragraphs and parts below the sections that they stand in.
fn place(parts: Vec<Part>, headings: &[Heading], bounds: &[Bound]) -> Vec<Part> {
    // The section that holds a place, when what the place is part of began before it.
    let holding = |at: usize, outer: usize| {
        let bound = bounds[..bounds.partition_point(|bound| bound.start <= at)].last()?;
        bound.section.filter(|section| outer <= headings[*section].start)
    };
    let mut sections: Vec<Part> = bounds
        .iter()
        .filter_map(|bound| {
            let heading = headings.get(bound.section?)?;
            let words = parts[heading.part].paragraphs.get(heading.paragraph)?.clone();
            Some(Part { heading: Some(words), paragraphs: Vec::new(), parent: bound.holder, start: heading.start, ..Part::frame() })
        })
        .collect();
    // Of each part whether a section holds it, by the places that they have now.
    let held: Vec<Option<usize>> = parts
        .iter()
        .map(|part| {
            holding(part.start, part.parent.map_or(usize::MAX, |parent| parts[parent].start)).filter(|at| headings[*at].start < part.start)
        })
        .collect();
    let mut kept: Vec<Part> = Vec::with_capacity(parts.len());
    for mut part in parts {
        let began = part.start;
        for words in std::mem::take(&mut part.paragraphs) {
            let at = start(&words);
            match holding(at, began) {
                Some(section) if headings[section].start == at => {}
                Some(section) => sections[section].paragraphs.push(words),
                None => part.paragraphs.push(words),
            }
        }
        kept.push(part);
    }
    ordered(kept, &held, sections)
}

/// A part or a section before it has its new place.
enum Old {
    Part(usize),
    Section(usize),
}

fn ordered(parts: Vec<Part>, held: &[Option<usize>], sections: Vec<Part>) -> Vec<Part> {
    let mut order: Vec<(usize, Old)> = parts.iter().enumerate().map(|(at, part)| (part.start, Old::Part(at))).collect();
    order.extend(sections.iter().enumerate().map(|(at, section)| (section.start, Old::Section(at))));
    // What stands around begins at the same place as its first part, and comes before it already.
    order.sort_by_key(|(start, _)| *start);
    let (mut of_parts, mut of_sections) = (vec![0; parts.len()], vec![0; sections.len()]);
    for (new, (_, old)) in order.iter().enumerate() {
        match old {
            Old::Part(at) => of_parts[*at] = new,
            Old::Section(at) => of_sections[*at] = new,
        }
    }
    let (mut parts, mut sections): (Vec<_>, Vec<_>) = (parts.into_iter().map(Some).collect(), sections.into_iter().map(Some).collect());
    let mut placed: Vec<Part> = Vec::with_capacity(order.len());
    for (_, old) in &order {
        let (part, parent) = match old {
            Old::Part(at) => {
                let Some(part) = parts[*at].take() else { continue };
                let parent = held[*at].map(|section| of_sections[section]).or(part.parent.map(|parent| of_parts[parent]));
                (part, parent)
            }
            Old::Section(at) => {
                let Some(section) = sections[*at].take() else { continue };
                let parent = section.parent.map(|parent| of_parts[parent]);
                (section, parent)
            }
        };
        let end = placed.len() + 1;
        placed.push(Part { parent, end, ..part });
    }
    for at in (0..placed.len()).rev() {
        if let Some(parent) = placed[at].parent {
            placed[parent].end = placed[parent].end.max(placed[at].end);
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use crate::take::parts::Parts;
    use crate::take::testing::document;

    /// Each heading with how deep it stands, and each other part by its first words.
    fn outline(body: &str) -> Vec<(usize, String)> {
        let parts = Parts::new(&document(body));
        let depth = |at: usize| std::iter::successors(Some(at), |at| parts.0[*at].parent).count();
        let words = |at: usize| parts.0[at].heading.as_ref().or(parts.0[at].opening()).map(|words| words.text().trim().to_owned());
        (0..parts.0.len()).filter_map(|at| Some((depth(at), words(at)?))).collect()
    }

    fn of(expected: &[(usize, &str)]) -> Vec<(usize, String)> {
        expected.iter().map(|(depth, words)| (*depth, (*words).to_owned())).collect()
    }

    #[test]
    fn a_heading_without_a_label_holds_what_follows_up_to_the_next_part() {
        let body = "I. NỘI DUNG\n1. Phòng Đào tạo\n- Mở lớp.\n\nTỔ CHỨC THỰC HIỆN\n\n1. Các khoa\n- Cử người học.\n\nII. KINH PHÍ\nDo Trường cấp.\n";
        let expected = [
            (3, "NỘI DUNG"),
            (4, "Phòng Đào tạo"),
            (5, "Mở lớp."),
            (3, "TỔ CHỨC THỰC HIỆN"),
            (4, "Các khoa"),
            (5, "Cử người học."),
            (3, "KINH PHÍ"),
        ];
        assert_eq!(outline(body), of(&expected));
    }

    #[test]
    fn headings_before_the_first_label_hold_the_parts_of_the_body() {
        let body = "Các đơn vị thực hiện như sau:\n\nMỤC ĐÍCH\n\nNâng cao nhận thức.\n\nĐỐI TƯỢNG THI ĐUA\n\n1. Các khoa.\n\n2. Sinh viên.\n\nKHEN THƯỞNG\n\n1. Giấy khen.\n";
        let expected = [
            (2, "Các đơn vị thực hiện như sau:"),
            (2, "MỤC ĐÍCH"),
            (2, "ĐỐI TƯỢNG THI ĐUA"),
            (3, "Các khoa."),
            (3, "Sinh viên."),
            (2, "KHEN THƯỞNG"),
            (3, "Giấy khen."),
        ];
        assert_eq!(outline(body), of(&expected));
    }

    #[test]
    fn every_part_ends_behind_what_it_holds() {
        let body =
            "MỤC ĐÍCH\n\n1. Một.\n\nYÊU CẦU CHUNG\n\n1. Hai\n- Ba.\n\nII. KINH PHÍ\n1. Bốn\n\nTỔ CHỨC THỰC HIỆN\n\n2. Năm.\n\nIII. SÁU\n";
        let parts = Parts::new(&document(body));
        for (at, part) in parts.0.iter().enumerate() {
            let mut inner = (at + 1..parts.0.len())
                .filter(|inner| std::iter::successors(Some(*inner), |at| parts.0[*at].parent).any(|above| above == at));
            assert_eq!(inner.next_back().map_or(at + 1, |last| last + 1), part.end, "{at}");
        }
    }
}
