//! What is written is read back as it was.

use crate::{Document, Node, NodeKind, build, read};

use super::*;

const PLAN: &str = include_str!("tests/plan.txt");

fn written(document: &Document) -> Document {
    build::build(read::docx::read(&docx(&Letter::of(document)).expect("a small letter")))
}

/// The tree without places: what each part is and the words of each paragraph.
fn shape(document: &Document) -> String {
    let mut out = String::new();
    draw(document, &document.root, 0, &mut out);
    out
}

fn draw(document: &Document, node: &Node, depth: usize, out: &mut String) {
    let words = |node: &Node| document.words(node).as_str().trim().to_owned();
    let name = match &node.kind {
        NodeKind::Space | NodeKind::Noise(_) => return,
        NodeKind::Clause(clause) => {
            let heading = clause.heading.as_ref().map(|heading| heading.value.as_str());
            format!("Clause {:?} {} {heading:?} {}", clause.label.class, clause.label.text, clause.depth)
        }
        NodeKind::Paragraph | NodeKind::Text | NodeKind::LabelText => format!("{:?} {}", node.kind, words(node)),
        kind => format!("{kind:?}"),
    };
    out.push_str(&format!("{:depth$}{name}\n", ""));
    if node.kind != NodeKind::Paragraph {
        node.children.iter().for_each(|child| draw(document, child, depth + 1, out));
    }
}

#[test]
fn a_letter_comes_back_as_it_was_written() {
    let first = written(&build::build(read::text::read(PLAN.as_bytes())));
    let again = written(&first);
    assert_eq!(shape(&again), shape(&first));
    assert_eq!(format!("{:?}", Letter::of(&again)), format!("{:?}", Letter::of(&first)));
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    let letter = Letter::of(&build::build(read::text::read(PLAN.as_bytes())));
    assert_eq!(docx(&letter).unwrap(), docx(&letter).unwrap());
}

#[test]
fn the_clauses_and_the_frame_of_a_text_survive() {
    let text = build::build(read::text::read(PLAN.as_bytes()));
    let word = written(&text);
    let clauses = |document: &Document| -> Vec<String> {
        let clause = |(address, node): (crate::Address, &Node)| format!("{address} {}", document.words(node).as_str());
        document.clauses().into_iter().map(clause).collect()
    };
    assert_eq!(clauses(&word), clauses(&text));
    let frame = |document: &Document| {
        let frame = &document.frame;
        let values = |field: &Option<crate::Field<String>>| field.as_ref().map(|field| field.value.clone());
        (
            [&frame.motto, &frame.superior, &frame.number_line, &frame.date_line, &frame.kind, &frame.title, &frame.closing_mark]
                .map(values),
            frame.issuers.iter().map(|issuer| issuer.value.clone()).collect::<Vec<_>>(),
            frame.recipients.iter().map(|recipient| recipient.line.value.clone()).collect::<Vec<_>>(),
            frame
                .signatures
                .iter()
                .map(|block| (block.capacities.clone(), block.post.clone(), block.name.clone().map(|name| name.value)))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(frame(&word), frame(&text));
}
