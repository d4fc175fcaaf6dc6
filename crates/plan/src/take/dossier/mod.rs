//! Papers of an application or commendation file.
//!
//! A file is met in a heading (`Hồ sơ đề nghị`), in a sentence that leads on to a list (`Hồ sơ gồm:`), in one that lists the papers itself, and in one that
//! asks for a paper more (`hồ sơ … phải có …`). The items of the list that begin with a paper are its components.

mod paper;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use phongtrao_document::Address;

use self::words::WORDS;
use super::Item;
use super::parts::{PartKind, Parts, Words};
use super::phrase::{lowered, sentence_end, tail, trimmed};

/// A file and its papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierList {
    /// What the file is for, in the words of its heading or sentence.
    pub subject: String,
    /// The clause that asks for it.
    pub clause: Address,
    /// Its papers.
    pub components: Vec<Item>,
}

/// How much before the word for a file is looked at, in bytes.
const AROUND: usize = 24;

/// How many items in a row that are no papers end a list that a sentence leads to.
const MISSES: usize = 2;

/// All files in the order of the text; a paper that two of them ask for in the same words stands in the first.
pub(crate) fn take(parts: &Parts) -> Vec<DossierList> {
    let mut taking = Taking { parts, found: Vec::new(), known: BTreeSet::new() };
    let mut heading_ends = 0;
    let mut list: Option<List> = None;
    for (index, part) in parts.0.iter().enumerate() {
        if part.kind == PartKind::Preamble {
            continue;
        }
        if index >= heading_ends && part.heading.as_ref().is_some_and(is_file_heading) {
            heading_ends = part.end;
            taking.begin(index, part.heading.as_ref().map(Words::text).unwrap_or_default());
        }
        let under_heading = index < heading_ends;
        let elsewhere = part.heading.as_ref().is_some_and(|heading| WORDS.elsewhere.within(&heading.lower));
        if elsewhere {
            list = None;
        }
        if part.heading.is_some() && !under_heading {
            list = None;
        }
        taking.part(index, under_heading && !elsewhere, &mut list);
    }
    taking.found.retain(|list| !list.components.is_empty());
    taking.found
}

/// A list to which a sentence has led.
#[derive(Debug, Clone, Copy)]
struct List {
    misses: usize,
}

struct Taking<'a> {
    parts: &'a Parts,
    found: Vec<DossierList>,
    /// The papers taken, in small letters.
    known: BTreeSet<String>,
}

/// Whether a heading is about a file that is handed in.
fn is_file_heading(heading: &Words) -> bool {
    WORDS.file.within(&heading.lower) && !WORDS.elsewhere.within(&heading.lower)
}

impl Taking<'_> {
    fn begin(&mut self, index: usize, subject: &str) {
        let subject = subject.trim().to_owned();
        self.found.push(DossierList { subject, clause: self.parts.0[index].address.clone(), components: Vec::new() });
    }

    /// Reads the paragraphs of a part: as items of the file above it or of the list before it, and for files of their own.
    fn part(&mut self, index: usize, under_heading: bool, list: &mut Option<List>) {
        let parts = self.parts;
        let part = &parts.0[index];
        let is_item = matches!(part.kind, PartKind::Clause(_)) && part.heading.is_none();
        // A heading may itself be an item: `a) Tờ trình: theo mẫu số 1`.
        if let Some(heading) = part.heading.as_ref().filter(|_| under_heading) {
            self.item(index, heading);
        }
        for (place, words) in part.paragraphs.iter().filter(|words| !words.in_table).enumerate() {
            if self.sentence(index, words, list) {
                continue;
            }
            if !(under_heading || list.is_some()) {
                continue;
            }
            let taken = (is_item || place > 0 || list.is_some()) && self.item(index, words);
            if let Some(open) = list {
                open.misses = if taken { 0 } else { open.misses + 1 };
                if open.misses >= MISSES {
                    *list = None;
                }
            }
        }
    }

    /// Takes the papers of an item. Whether there were any.
    fn item(&mut self, index: usize, words: &Words) -> bool {
        let papers = paper::in_item(words.text(), &words.lower);
        let any = !papers.is_empty();
        for range in papers {
            self.keep(index, words, range);
        }
        any
    }

    /// Reads a sentence about a file. Whether it was one.
    fn sentence(&mut self, index: usize, words: &Words, list: &mut Option<List>) -> bool {
        let mut read = 0;
        for file in WORDS.file.all(&words.lower, 0) {
            // Each sentence is read once, from its first mention of a file.
            if file.start < read {
                continue;
            }
            let end = sentence_end(words.text(), file.end);
            read = end;
            let rest = words.lower.get(..end).unwrap_or_default();
            let around = file.start - tail(rest.get(..file.start).unwrap_or_default(), AROUND).len();
            if WORDS.elsewhere.within(rest.get(around..).unwrap_or_default()) {
                continue;
            }
            if let Some(asked) = WORDS.must_have.all(rest, file.end).next() {
                return self.one_more(index, words, asked.end, end);
            }
            let Some(comprises) = WORDS.comprises.all(rest, file.end).next() else { continue };
            let between = rest.get(file.end..comprises.end).unwrap_or_default();
            if !WORDS.application.within(between) {
                continue;
            }
            let subject = words.text().get(file.start..comprises.start).unwrap_or_default().to_owned();
            self.begin(index, &subject);
            let papers = paper::in_sentence(words.text(), &words.lower, comprises.end);
            if papers.is_empty() {
                *list = Some(List { misses: 0 });
            }
            for range in papers {
                self.keep(index, words, range);
            }
            return true;
        }
        false
    }

    /// Takes the paper that a sentence asks for besides the others.
    fn one_more(&mut self, index: usize, words: &Words, from: usize, end: usize) -> bool {
        let range = trimmed(words.text(), from..end, super::phrase::CLOSING);
        if !paper::is_paper(&words.lower, range.start) {
            return false;
        }
        if self.found.is_empty() {
            self.begin(index, "");
        }
        self.keep(index, words, range);
        true
    }

    fn keep(&mut self, index: usize, words: &Words, range: Range<usize>) {
        let item = self.parts.item(index, words, range);
        let key = lowered(&item.words);
        if !self.known.insert(key) {
            return;
        }
        if let Some(list) = self.found.last_mut() {
            list.components.push(item);
        }
    }
}
