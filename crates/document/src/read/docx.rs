//! WordprocessingML: paragraphs with their looks, tables, automatic numbering as words.

mod body;
mod fields;
mod findings;
mod label;
mod numbering;
mod paragraph;
mod properties;
mod sink;
mod styles;

use std::borrow::Cow;

use phongtrao_diagnostic::Finding;
use phongtrao_ooxml::{Limits, Package, PackageError, Relationship, decoded};

use crate::decode::legacy::{self, Encoding};
use crate::{Format, Places, Source};

use body::Walk;
use findings::Told;
pub(crate) use findings::is_compound;
use numbering::{Counting, Numbering};
use styles::Styles;

/// A text of fifty million letters is read; a part of a quarter of a billion bytes is no text.
const LIMITS: Limits = Limits { parts: 10_000, part: 192 << 20, whole: 384 << 20, ratio: 250, free: 16 << 20 };

/// Lines and tables of a Word file. Never fails: what can't be read is a finding.
pub fn read(bytes: &[u8]) -> Source {
    match Package::open(bytes, LIMITS) {
        Ok(package) => of_package(package),
        Err(error) => nothing(findings::unopened(bytes, &error)),
    }
}

fn nothing(finding: Finding) -> Source {
    let (text, blocks, noise) = (String::new(), Vec::new(), Vec::new());
    Source { format: Format::Docx, text, blocks, noise, places: Places::default(), findings: vec![finding] }
}

fn of_package(mut package: Package<'_>) -> Source {
    let main = match package.main_part() {
        Ok(main) => main,
        Err(error) => return nothing(findings::opened_without_text(&error)),
    };
    if let Some(other) = package.content_type(&main).filter(|kind| !is_text(kind)) {
        return nothing(findings::not_word(other));
    }
    let mut told = Told::default();
    let Some(body) = part(&mut package, &main, &mut told) else {
        return nothing(findings::opened_without_text(&PackageError::NoMainPart));
    };
    let parts = Parts::read(&mut package, main, body, &mut told);
    parts.source(told)
}

/// Templates and documents with macros are documents as well; a file that names no type is believed.
fn is_text(content_type: &str) -> bool {
    content_type.contains("wordprocessingml") || content_type.contains("ms-word") || content_type == "application/xml"
}

/// The parts that the text is made of.
struct Parts {
    main: (String, String),
    notes: Vec<(String, String)>,
    heads: Vec<(String, String)>,
    styles: Styles,
    numbering: Numbering,
}

impl Parts {
    fn read(package: &mut Package<'_>, main: String, body: String, told: &mut Told) -> Parts {
        let relationships = package.relationships(&main);
        let mut all = |kinds: &[&str]| -> Vec<(String, String)> {
            let wanted = |relationship: &&Relationship| !relationship.external && kinds.contains(&relationship.kind.as_str());
            let names = relationships.iter().filter(wanted).map(|relationship| relationship.target.clone());
            names.filter_map(|name| Some((name.clone(), part(package, &name, told)?))).collect()
        };
        let first = |parts: Vec<(String, String)>| parts.into_iter().next().map(|(_, text)| text).unwrap_or_default();
        Parts {
            styles: Styles::read(&first(all(&["styles"]))),
            numbering: Numbering::read(&first(all(&["numbering"]))),
            notes: all(&["footnotes", "endnotes"]),
            heads: all(&["header", "footer"]),
            main: (main, body),
        }
    }

    fn source(&self, mut told: Told) -> Source {
        let before = told.clone();
        let mut walk = self.walk(Vec::new(), &mut told);
        let converted = believed(&walk);
        if !converted.is_empty() {
            // What is in old fonts can be judged only when all of it was seen: the few files that have such fonts are walked over again.
            told = before;
            walk = self.walk(converted, &mut told);
        }
        told.running_heads(self.heads.iter().map(|(_, text)| self.words(text)));
        let Walk { sink, met, fonts, .. } = walk;
        let findings = told.findings(&sink.text, &met, &fonts);
        Source { format: Format::Docx, text: sink.text, blocks: sink.blocks, noise: Vec::new(), places: sink.places, findings }
    }

    fn walk(&self, converted: Vec<Encoding>, told: &mut Told) -> Walk<'_> {
        let counting = Counting::new(&self.numbering, &self.styles);
        let mut walk = Walk::new(&self.styles, counting, converted);
        for (name, text) in std::iter::once(&self.main).chain(&self.notes) {
            if let Err((paragraph, error)) = walk.part(text) {
                told.broken(name, paragraph, &error, walk.sink.text.len());
            }
        }
        walk
    }

    /// The words of a part in one line.
    fn words(&self, text: &str) -> String {
        let mut walk = Walk::new(&self.styles, Counting::new(&self.numbering, &self.styles), Vec::new());
        let _ = walk.part(text);
        phongtrao_value::text::squeezed(&walk.sink.text)
    }
}

/// The old encodings that text in their fonts really is in.
fn believed(walk: &Walk<'_>) -> Vec<Encoding> {
    let samples = &walk.fonts.samples;
    let holds = |encoding: &Encoding| {
        let mut own = samples.iter().filter(|(found, _)| found == encoding).map(|(_, text)| text.as_str()).peekable();
        own.peek().is_some() && legacy::holds(*encoding, own)
    };
    [Encoding::Tcvn3, Encoding::Tcvn3Capitals, Encoding::Vni].into_iter().filter(holds).collect()
}

/// The characters of a part; what is wrong with it is told.
fn part(package: &mut Package<'_>, name: &str, told: &mut Told) -> Option<String> {
    let part = package.part(name)?;
    if let Some(fault) = &part.fault {
        told.fault(fault);
    }
    let text = match decoded(&part.bytes) {
        (Cow::Borrowed(_), _) => None,
        (Cow::Owned(text), _) => Some(text),
    };
    // A part in UTF-8, as nearly all are, keeps its bytes.
    Some(text.unwrap_or_else(|| without_mark(part.bytes)))
}

fn without_mark(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes).unwrap_or_default();
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests;
