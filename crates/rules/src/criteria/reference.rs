//! Names that a criterion uses and others give: honours and scales of packs, awards and phases of a plan, kinds of records.

use phongtrao_diagnostic::{Finding, Severity, Span};
use phongtrao_value::nearest;

use crate::texts;

/// What a name is a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Naming {
    /// A kind of record of the register.
    Record,
    /// A kind of task.
    Task,
    /// A kind of report.
    Report,
    /// A kind of event.
    Event,
    /// A criterion of the plan.
    Criterion,
    /// A scale of a pack.
    Scale,
    /// A level of the scale before it.
    Level,
    /// An honour of a pack.
    Honour,
    /// An award of the plan.
    Award,
    /// A level of the scale of discipline.
    Discipline,
    /// A level at which initiatives are recognised.
    Initiative,
    /// An attribute of the subject.
    Attribute,
    /// A column of a population.
    Column,
    /// A course or contest of the plan.
    Learning,
    /// An indicator.
    Indicator,
    /// A criteria set of a pack.
    Set,
    /// A status or kind of post.
    Status,
    /// A phase of the plan.
    Phase,
}

/// A name that is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Of what.
    pub naming: Naming,
    /// The name.
    pub name: String,
    /// What it is a part of: the scale of a level.
    pub within: Option<String>,
    /// Where it is used.
    pub span: Span,
}

/// The names that nobody gives. `known` says which names there are of a kind (of a level: within its scale); `None` where the caller can't know.
pub fn unknown_references<'k>(references: &[Reference], known: impl Fn(Naming, Option<&str>) -> Option<Vec<&'k str>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for reference in references {
        let Some(names) = known(reference.naming, reference.within.as_deref()) else { continue };
        if names.contains(&reference.name.as_str()) {
            continue;
        }
        let message = texts::rule_unknown_reference(reference.name.as_str());
        let help = match nearest(&reference.name, names.iter().copied()) {
            Some(meant) => texts::rule_nearest(meant),
            None if names.is_empty() => texts::rule_no_such_names(),
            None => texts::rule_known_names(names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ")),
        };
        findings.push(Finding::new("rule-unknown-reference", Severity::Error, message).help(help).at(reference.span));
    }
    findings
}

/// How many names a help lists.
const MOST_NAMES: usize = 40;
