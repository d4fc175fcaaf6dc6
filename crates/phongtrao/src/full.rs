//! What `read --json --full` adds: the place of each entry, and the tree. Places count characters of the decoded text from 0, the end not included.

use phongtrao_diagnostic::Span;
use phongtrao_document::{Document, Node, NodeKind, Noise, Place};
use phongtrao_plan::take::Taken;
use serde_json::{Map, Value, json};

/// Adds `spans` and `tree` to the object of a reading.
pub(crate) fn add(object: &mut Map<String, Value>, document: &Document, taken: &Taken) {
    let characters = Characters::new(&document.text);
    object.insert("spans".to_owned(), spans(document, taken, &characters));
    object.insert("tree".to_owned(), tree(document, &document.root, &characters));
}

/// Bytes → characters.
struct Characters(Vec<u32>);

impl Characters {
    fn new(text: &str) -> Characters {
        let mut count = 0;
        let mut before = Vec::with_capacity(text.len() + 1);
        for c in text.chars() {
            before.extend(std::iter::repeat_n(count, c.len_utf8()));
            count += 1;
        }
        before.push(count);
        Characters(before)
    }

    fn of(&self, span: Span) -> Value {
        let at = |byte: usize| self.0.get(byte).or(self.0.last()).copied().unwrap_or_default();
        json!([at(span.start), at(span.end)])
    }
}

fn spans(document: &Document, taken: &Taken, characters: &Characters) -> Value {
    let frame = &document.frame;
    let of = |span: Option<Span>| span.map_or(Value::Null, |span| characters.of(span));
    let item = |span: Span, clause: &dyn std::fmt::Display| json!({ "span": characters.of(span), "clause": clause.to_string() });
    json!({
        "kind": of(frame.kind.as_ref().map(|field| field.span)),
        "number": of(frame.number.as_ref().map(|field| field.span)),
        "issued_on": of(frame.issued_on.as_ref().map(|field| field.span)),
        "place": of(frame.place.as_ref().map(|field| field.span)),
        "issuer": of(frame.issuers.first().map(|field| field.span)),
        "superior": of(frame.superior.as_ref().map(|field| field.span)),
        "title": of(frame.title.as_ref().map(|field| field.span)),
        "legal_bases": frame.bases.iter().filter(|basis| basis.number.is_some()).map(|basis| characters.of(basis.span)).collect::<Vec<_>>(),
        "deadlines": taken.deadlines.iter().map(|deadline| item(deadline.span, &deadline.clause)).collect::<Vec<_>>(),
        "responsibilities": taken.units.iter().map(|unit| item(unit.item.span, &unit.item.clause)).collect::<Vec<_>>(),
        "awards": taken.awards.iter().map(|award| item(award.item.span, &award.item.clause)).collect::<Vec<_>>(),
        "dossier": taken.dossiers.iter().flat_map(|dossier| &dossier.components).map(|paper| item(paper.span, &paper.clause)).collect::<Vec<_>>(),
        "recipients": frame.recipients.iter().map(|recipient| characters.of(recipient.line.span)).collect::<Vec<_>>(),
        "signatory": of(frame.signatures.first().map(|signature| signature.span)),
    })
}

/// The tree's depth is bounded by its builder, and so is this recursion.
fn tree(document: &Document, node: &Node, characters: &Characters) -> Value {
    let mut object = Map::new();
    object.insert("kind".to_owned(), kind(&node.kind).into());
    object.insert("span".to_owned(), characters.of(node.span));
    if let NodeKind::Noise(noise) = &node.kind {
        object.insert("reason".to_owned(), reason(*noise).into());
    }
    if let Some(clause) = node.clause() {
        object.insert("label".to_owned(), clause.label.text.as_str().into());
        object.insert("heading".to_owned(), clause.heading.as_ref().map(|heading| heading.value.as_str()).into());
        object.insert("depth".to_owned(), clause.depth.into());
        object.insert("place".to_owned(), place(document.places.of(node.span.start)));
    }
    if !node.children.is_empty() {
        object.insert("children".to_owned(), node.children.iter().map(|child| tree(document, child, characters)).collect());
    }
    Value::Object(object)
}

fn kind(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::Document => "document",
        NodeKind::Letterhead => "letterhead",
        NodeKind::Title => "title",
        NodeKind::Addressees => "addressees",
        NodeKind::Preamble => "preamble",
        NodeKind::Body => "body",
        NodeKind::Clause(_) => "clause",
        NodeKind::Signatures => "signatures",
        NodeKind::Recipients => "recipients",
        NodeKind::Annex => "annex",
        NodeKind::Paragraph => "paragraph",
        NodeKind::Table => "table",
        NodeKind::Row => "row",
        NodeKind::Cell => "cell",
        NodeKind::Text => "text",
        NodeKind::LabelText => "label",
        NodeKind::Space => "space",
        NodeKind::Noise(_) => "noise",
    }
}

fn reason(noise: Noise) -> &'static str {
    match noise {
        Noise::PageNumber => "page-number",
        Noise::RunningHeader => "running-header",
        Noise::Markup => "markup",
        Noise::FrontMatter => "front-matter",
        Noise::Rule => "rule",
        Noise::SignatureStamp => "signature-stamp",
        Noise::Invisible => "invisible",
    }
}

fn place(place: Option<Place>) -> Value {
    match place {
        Some(Place::Line(line)) => json!({ "line": line }),
        Some(Place::Page { page, line }) => json!({ "page": page, "line": line }),
        Some(Place::Paragraph(paragraph)) => json!({ "paragraph": paragraph }),
        None => Value::Null,
    }
}
