//! The finding.

use crate::{Span, Text, texts};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing needs doing.
    Note,
    /// Probably wrong, or missing: a person should look.
    Warning,
    /// Wrong: the text must not be signed like this, or the file could not be used.
    Error,
}

impl Severity {
    /// `note`, `warning` or `error`: what other programs read.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// What a person reads.
    pub fn text(self) -> Text {
        match self {
            Severity::Note => texts::severity_note(),
            Severity::Warning => texts::severity_warning(),
            Severity::Error => texts::severity_error(),
        }
    }
}

/// Something that was found, where it was found, and what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The stable name of the fault: of the lint, or of the reader's finding.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong; it stands alone in the short format.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
    /// Where; none when it concerns the file as a whole.
    pub span: Option<Span>,
    /// Other places that explain it.
    pub labels: Vec<Label>,
    /// A safe repair, where there is one.
    pub fix: Option<Fix>,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What it says.
    pub text: Text,
}

/// A repair that changes no meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// What the repair does.
    pub title: Text,
    /// Its edits, none overlapping another.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes in its place.
    pub replacement: String,
}

impl Finding {
    /// A finding without place, help or fix; the other parts are added by the methods below.
    pub fn new(code: &'static str, severity: Severity, message: Text) -> Finding {
        Finding { code, severity, message, help: None, span: None, labels: Vec::new(), fix: None }
    }

    /// The same at a place.
    #[must_use]
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Finding {
        self.span = span.into();
        self
    }

    /// The same with what to do.
    #[must_use]
    pub fn help(mut self, help: Text) -> Finding {
        self.help = Some(help);
        self
    }

    /// The same with another place that explains it.
    #[must_use]
    pub fn label(mut self, span: Span, text: Text) -> Finding {
        self.labels.push(Label { span, text });
        self
    }

    /// The same with a safe repair.
    #[must_use]
    pub fn fix(mut self, title: Text, edits: Vec<Edit>) -> Finding {
        self.fix = Some(Fix { title, edits });
        self
    }
}
