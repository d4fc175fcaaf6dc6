//! Evidence that records name as files of the data folder, and that is not there.

use std::path::{Component, Path};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_register::Register;

use crate::texts;

/// So many are named; of the others their number is told.
const NAMED: usize = 5;

/// A finding where files are missing. Only what names a folder that is there is looked for: evidence may be a number, an address, or kept elsewhere.
pub(super) fn missing(register: &Register, data: &Path) -> Option<Finding> {
    let named = register.records.iter().filter_map(|record| record.evidence.as_deref());
    let missing: Vec<&str> = named.filter(|evidence| is_missing(evidence, data)).collect();
    if missing.is_empty() {
        return None;
    }
    let first = missing.iter().take(NAMED).copied().collect::<Vec<&str>>().join(", ");
    let finding = Finding::new("run-evidence-missing", Severity::Warning, texts::run_evidence_missing(missing.len(), first));
    Some(finding.help(texts::run_evidence_missing_help(data.display().to_string())))
}

fn is_missing(evidence: &str, data: &Path) -> bool {
    let path = Path::new(evidence);
    let is_below = path.components().all(|part| matches!(part, Component::Normal(_))) && !evidence.contains("://");
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    is_below && folder.is_some_and(|folder| data.join(folder).is_dir()) && !data.join(path).is_file()
}
