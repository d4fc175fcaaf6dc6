//! `numbering-style-mixed`: parts side by side whose labels are written in different ways (`a)` beside `b.`).

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_document::{Document, LabelClass, Node, NodeKind};

use crate::lints::{Context, Lint, On, Sink, numbering};
use crate::texts;

/// Parts side by side whose labels are written in different ways.
pub(super) static LINT: Lint = Lint {
    name: "numbering-style-mixed",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    look(document, &document.root, sink);
}

fn look(document: &Document, node: &Node, sink: &mut Sink<'_>) {
    for classes in
        [&[LabelClass::Letter][..], &[LabelClass::Arabic, LabelClass::Bracketed], &[LabelClass::Roman], &[LabelClass::CapitalLetter]]
    {
        if let Some((before, odd)) = mixed(document, node, classes) {
            let message = texts::numbering_style_mixed(odd.written.as_str(), before.written.as_str());
            let finding = sink.finding(message).at(odd.span).help(texts::numbering_style_mixed_help());
            sink.push(finding.label(before.span, texts::numbering_style_mixed_before()));
            break;
        }
    }
    let parts = node.children.iter().filter(|child| !matches!(child.kind, NodeKind::Annex | NodeKind::Table));
    parts.for_each(|child| look(document, child, sink));
}

/// A label as it is written.
struct Written {
    span: Span,
    written: String,
    value: u32,
    style: (bool, char),
}

/// The first two labels of one series that follow each other and are written in different ways.
fn mixed(document: &Document, node: &Node, classes: &[LabelClass]) -> Option<(Written, Written)> {
    let mut last: Option<Written> = None;
    for child in &node.children {
        let Some(written) = child.clause().filter(|clause| classes.contains(&clause.label.class)).and_then(|clause| {
            let value = numbering::value(clause.label.class, &clause.label.text)?.0;
            written(document, clause.label.span, value)
        }) else {
            continue;
        };
        match last {
            // Only labels that count on from one another are of one series: the tree may put a list below a list beside it.
            Some(before) if before.value + 1 == written.value && before.style != written.style => return Some((before, written)),
            _ => last = Some(written),
        }
    }
    None
}

/// How a label is written: whether a bracket stands before it, and the mark behind it.
fn written(document: &Document, span: Span, value: u32) -> Option<Written> {
    let text = document.text.as_str();
    let open = text.get(..span.start)?.ends_with('(');
    let mark = text.get(span.end..)?.chars().next().filter(|c| matches!(c, '.' | ')'))?;
    let printed = format!("{}{}{mark}", if open { "(" } else { "" }, span.of(text));
    Some(Written { span, written: printed, value, style: (open, mark) })
}
