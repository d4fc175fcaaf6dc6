//! What is drawn: files with their findings.

use crate::{Finding, Severity};

/// The findings of one or more files.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Each file with its findings, in the order of drawing.
    pub files: Vec<FileReport>,
}

/// The findings of one file.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// Its name as the person gave it.
    pub name: String,
    /// The decoded text that the spans point into.
    pub text: String,
    /// What was found, from the top of the text down.
    pub findings: Vec<Finding>,
}

impl FileReport {
    /// The findings of a file in the order of their places; what concerns the file as a whole comes first.
    pub fn new(name: impl Into<String>, text: impl Into<String>, mut findings: Vec<Finding>) -> FileReport {
        findings.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
        FileReport { name: name.into(), text: text.into(), findings }
    }
}

impl Report {
    /// A report of one file.
    pub fn of(file: FileReport) -> Report {
        Report { files: vec![file] }
    }

    /// How many findings weigh this much.
    pub fn count(&self, severity: Severity) -> usize {
        self.files.iter().flat_map(|file| &file.findings).filter(|finding| finding.severity == severity).count()
    }
}
