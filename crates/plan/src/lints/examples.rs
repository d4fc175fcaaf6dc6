//! Every lint's own examples: the bad one gives exactly one finding of the lint, the good one none, and its fix leaves nothing to find.

use phongtrao_diagnostic::{Edit, Finding};
use phongtrao_document::read::{NoParsers, read};
use phongtrao_rules::Packs;

use super::{Context, LINTS, Levels, Lint, check};
use crate::{file, take};

/// The findings of one lint on one of its examples: a text, or a `plan.toml` when it says its format.
fn found(lint: &Lint, example: &str) -> Vec<Finding> {
    let findings = if example.trim_start().starts_with("format") {
        let (plan, _) = file::read(example);
        check(&Context::of_file(example, &plan, Packs::embedded()), &Levels::new())
    } else {
        let document = read("example.txt", example.as_bytes(), &NoParsers);
        let taken = take::take(&document);
        check(&Context::of_document(&document, &taken, Packs::embedded()), &Levels::new())
    };
    findings.into_iter().filter(|finding| finding.code == lint.name).collect()
}

#[test]
fn every_bad_example_gives_exactly_one_finding_with_help_and_place() {
    let mut faults = Vec::new();
    for lint in LINTS {
        let findings = found(lint, lint.bad);
        match findings.as_slice() {
            [finding] if finding.help.is_some() && finding.span.is_some() => {}
            other => faults.push(format!("{}: {other:#?}", lint.name)),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_good_example_gives_a_finding_of_its_lint() {
    for lint in LINTS {
        assert_eq!(found(lint, lint.good), [], "{}", lint.name);
    }
}

#[test]
fn a_fix_leaves_nothing_to_find() {
    for lint in LINTS {
        for finding in found(lint, lint.bad) {
            let Some(fix) = finding.fix else { continue };
            let mended = apply(lint.bad, fix.edits);
            assert_eq!(found(lint, &mended), [], "{}: {mended}", lint.name);
        }
    }
}

fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
    edits.iter().fold(text.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.range(), &edit.replacement);
        text
    })
}

#[test]
fn every_lint_is_named_and_explained() {
    for lint in LINTS {
        assert!(lint.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", lint.name);
        for explained in [lint.explain_vi, lint.explain_en] {
            assert!(explained.starts_with("# ") && explained.matches("\n## ").count() >= 4, "{}", lint.name);
        }
    }
}
