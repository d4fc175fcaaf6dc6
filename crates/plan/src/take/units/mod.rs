//! Bodies to which the implementation part gives tasks.
//!
//! A part gives work when its heading says so, or when most of its clauses are headed by bodies. In it a body is named by a heading, or by the
//! beginning of an item; bodies below a body that was named alone are no entries of their own.

mod body;
mod same;
#[cfg(test)]
mod tests;
mod words;

use phongtrao_diagnostic::Span;
use phongtrao_document::{Address, LabelClass};

use self::body::Named;
use self::same::Names;
use self::words::WORDS;
use super::Item;
use super::parts::{Part, PartKind, Parts, Words};

/// A body and its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitTasks {
    /// The name of the body.
    pub item: Item,
    /// What it is to do, in the order of the text.
    pub tasks: Vec<TaskWords>,
}

/// A task in the text's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskWords {
    /// The words, mended.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// The innermost clause.
    pub clause: Address,
}

/// All of them in the order of the text; a body that is named again gets the tasks that it has there. In a document of one of the kinds that tell
/// what was done, only parts that say so give work.
pub(crate) fn take(parts: &Parts, kind: &str) -> Vec<UnitTasks> {
    let telling = WORDS.telling.iter().any(|telling| telling == kind);
    let mut taking = Taking { parts, found: Vec::new(), names: Names::default() };
    let mut index = 0;
    while index < parts.0.len() {
        index = if taking.gives_work(index) {
            taking.part(index, true);
            parts.0[index].end.max(index + 1)
        } else {
            taking.article(index);
            index + 1
        };
    }
    if taking.found.is_empty() && !telling {
        taking.addressed_items();
    }
    if taking.found.is_empty() {
        taking.requests_in_items();
    }
    taking.found
}

struct Taking<'a> {
    parts: &'a Parts,
    found: Vec<UnitTasks>,
    names: Names,
}

/// How many clauses must be headed by bodies for a part without a telling heading to give work, and at least which part of all: one in so many.
const LEAST_HEADED: usize = 2;
const ONE_IN: usize = 2;

impl Taking<'_> {
    /// Whether the part gives work body by body.
    fn gives_work(&self, index: usize) -> bool {
        let part = &self.parts.0[index];
        match &part.heading {
            Some(heading) => {
                says_implementation(heading)
                    || (!WORDS.other.within(&heading.lower) && self.headed_by_bodies(index) && !self.is_below_other(index))
            }
            None => part.kind != PartKind::Preamble && self.headed_by_bodies(index) && !self.is_below_other(index),
        }
    }

    /// Whether a heading above is about something else.
    fn is_below_other(&self, index: usize) -> bool {
        let mut above = self.parts.0[index].parent;
        while let Some(at) = above {
            let part = &self.parts.0[at];
            if part.heading.as_ref().is_some_and(|heading| WORDS.other.within(&heading.lower)) {
                return true;
            }
            above = part.parent;
        }
        false
    }

    /// Whether most clauses of the part are headed by bodies that are told to do something.
    fn headed_by_bodies(&self, index: usize) -> bool {
        let (mut all, mut named, mut headed) = (0, 0, 0);
        for child in self.parts.children(index) {
            let part = &self.parts.0[child];
            let PartKind::Clause(class) = part.kind else { continue };
            if !class.names() {
                continue;
            }
            all += 1;
            // Articles of a charter are headed by its organs; only `Trách nhiệm của …` gives work.
            if self.heading_body(part).is_some_and(|body| body.given || class != LabelClass::Article) {
                named += 1;
                headed += usize::from(self.is_told(child));
            } else if part.heading.is_none() && self.sentence_body(part).is_some() {
                named += 1;
            }
        }
        headed >= LEAST_HEADED && named * ONE_IN >= all
    }

    /// Whether most clauses of the part name bodies, be it in headings or as those at whom their sentences are addressed.
    fn addressed_to_bodies(&self, index: usize) -> bool {
        let (mut all, mut named) = (0, 0);
        for child in self.parts.children(index) {
            let part = &self.parts.0[child];
            let PartKind::Clause(class) = part.kind else { continue };
            if !class.names() || class == LabelClass::Article {
                continue;
            }
            all += 1;
            let body = if part.heading.is_some() { self.heading_body(part) } else { self.sentence_body(part) };
            named += usize::from(body.or_else(|| self.matter_body(child)).is_some());
        }
        named >= LEAST_HEADED && named * ONE_IN >= all
    }

    /// Whether two clauses at least give work to bodies below a body: `1.1. Giao Phòng A`, `1.2. Giao Phòng B`.
    fn gives_below(&self, index: usize) -> bool {
        let given = |child: &usize| self.heading_body(&self.parts.0[*child]).is_some_and(|body| body.given);
        self.parts.children(index).filter(given).take(LEAST_HEADED).count() >= LEAST_HEADED
    }

    /// The body of the first sentence under a heading that names a matter: `Về đề nghị của X: Sở Y tế xem xét …`.
    fn matter_body(&self, index: usize) -> Option<Named> {
        let part = &self.parts.0[index];
        let matter = part.heading.as_ref().is_some_and(|heading| WORDS.matters.start(&heading.lower).is_some());
        if matter { self.sentence_body(part) } else { None }
    }

    /// Whether what stands under a heading begins with work.
    fn is_told(&self, index: usize) -> bool {
        let first = (index..self.parts.0[index].end).find_map(|at| self.parts.0[at].opening());
        first.is_some_and(|words| {
            let start = body::beginning(words.text());
            let tail = words.lower.get(start..).unwrap_or_default();
            WORDS.verbs.start(tail).or(WORDS.cutters.start(tail)).or(WORDS.openers.start(tail)).is_some()
                || body::begins(&words.lower, start)
        })
    }

    fn heading_body(&self, part: &Part) -> Option<Named> {
        let heading = part.heading.as_ref()?;
        body::in_heading(heading.text(), &heading.lower)
    }

    fn sentence_body(&self, part: &Part) -> Option<Named> {
        let words = part.opening()?;
        (!is_closing(words)).then(|| body::in_sentence(words.text(), &words.lower)).flatten()
    }

    /// Takes the bodies of a part that gives work; `items` says whether its items may begin with bodies, not only be headed by them.
    fn part(&mut self, index: usize, items: bool) {
        let before = self.found.len();
        for child in self.parts.children(index).collect::<Vec<_>>() {
            self.clause(child, items);
        }
        if items {
            self.paragraphs(index, self.found.len() > before);
        }
    }

    fn clause(&mut self, index: usize, items: bool) {
        let parts = self.parts;
        let part = &parts.0[index];
        let Some(heading) = &part.heading else { return self.item(index, items) };
        if let Some(named) = self.heading_body(part) {
            let several = named.given && is_several(heading, &named);
            let shared = self.headed_by_bodies(index) || several && self.addressed_to_bodies(index);
            // A duty of several bodies (`Trách nhiệm của các đơn vị`) whose clauses are headed by bodies is a part, not a body.
            if !(named.given && shared) {
                self.take(index, heading, &named, None);
            }
            let collective = is_collective(heading.text().get(named.name).unwrap_or_default());
            if shared && (named.given || collective) || self.gives_below(index) {
                self.part(index, items);
            }
            return;
        }
        let is_part = says_implementation(heading) || !WORDS.other.within(&heading.lower);
        self.part(index, items && is_part);
    }

    /// Takes the body at which an item is addressed.
    fn item(&mut self, index: usize, items: bool) {
        let parts = self.parts;
        let part = &parts.0[index];
        let named = if items { self.sentence_body(part) } else { None };
        match (named, part.opening()) {
            (Some(named), Some(words)) => {
                let shared = self.headed_by_bodies(index);
                self.take(index, words, &named, named.work);
                if shared {
                    self.part(index, items);
                }
            }
            _ if items && part.opening().is_some_and(|words| body::in_line(words.text(), &words.lower).is_some()) => {
                if let Some((words, named)) = part.opening().and_then(|words| Some((words, body::in_line(words.text(), &words.lower)?))) {
                    self.take(index, words, &named, Some(named.name.end));
                }
            }
            _ => {
                self.part(index, false);
                if items {
                    self.later_paragraphs(index);
                }
            }
        }
    }

    /// The bodies at which paragraphs behind the first of an item are addressed: an item that lost its label stands there.
    fn later_paragraphs(&mut self, index: usize) {
        let parts = self.parts;
        let part = &parts.0[index];
        if part.end > index + 1 {
            return;
        }
        for words in part.paragraphs.iter().filter(|words| !words.in_table).skip(1).filter(|words| !is_no_task(words)) {
            if let Some(named) = body::in_sentence(words.text(), &words.lower) {
                self.take_only(index, words, &named);
            }
        }
    }

    /// Takes the bodies of paragraphs that stand in the part itself: all of them when the part has no items, else those before its items.
    fn paragraphs(&mut self, index: usize, has_items: bool) {
        let parts = self.parts;
        let part = &parts.0[index];
        let first_child = parts.children(index).next().map_or(usize::MAX, |child| parts.0[child].start);
        let mut lines = false;
        for words in part.paragraphs.iter().filter(|words| !words.in_table) {
            let start = words.span(0..words.text().len()).start;
            let leads_on = words.text().trim_end().ends_with(':') && first_child != usize::MAX;
            if has_items && (start > first_child || leads_on) {
                continue;
            }
            if let Some(named) = body::in_line(words.text(), &words.lower) {
                self.take(index, words, &named, Some(named.name.end));
                lines = true;
                continue;
            }
            let named = if is_closing(words) { None } else { body::in_sentence(words.text(), &words.lower) };
            match named {
                Some(named) if !lines => self.take(index, words, &named, named.work),
                None if !has_items && !lines && !self.is_item(index) => self.request(index, words),
                _ => self.add_task(index, words, 0),
            }
        }
    }

    /// Whether the part is a clause that does not say that it gives work: a closing sentence behind it belongs to what stands above.
    fn is_item(&self, index: usize) -> bool {
        let part = &self.parts.0[index];
        matches!(part.kind, PartKind::Clause(_)) && !part.heading.as_ref().is_some_and(says_implementation)
    }

    /// The body of whom a closing sentence asks something, in a part that has no items.
    fn request(&mut self, index: usize, words: &Words) {
        let found = WORDS.requests.all(&words.lower, 0).find_map(|request| {
            let tail = request.start..words.text().len();
            let named = body::in_sentence(words.text().get(tail.clone())?, words.lower.get(tail.clone())?)?;
            Some(Named {
                name: named.name.start + tail.start..named.name.end + tail.start,
                work: named.work.map(|at| at + tail.start),
                given: true,
            })
        });
        if let Some(named) = found {
            self.take(index, words, &named, named.work);
        }
    }

    /// An article of a decision that gives work to a body without a part of its own: `Điều 2. Giao Sở Y tế …`.
    fn article(&mut self, index: usize) {
        let parts = self.parts;
        let part = &parts.0[index];
        if part.kind != PartKind::Clause(LabelClass::Article) || part.heading.is_some() {
            return;
        }
        if let (Some(named), Some(words)) = (self.sentence_body(part), part.opening())
            && named.given
        {
            self.take(index, words, &named, named.work);
        }
    }

    /// In a notice of conclusions or a directive, which has no implementation part: the items of a part most of which are addressed at bodies.
    fn addressed_items(&mut self) {
        let parts = self.parts;
        for (index, part) in parts.0.iter().enumerate() {
            let other = part.heading.as_ref().is_some_and(|heading| WORDS.other.within(&heading.lower));
            if other
                || part.kind == PartKind::Preamble
                || self.is_in_article(index)
                || self.is_below_other(index)
                || !self.addressed_to_bodies(index)
            {
                continue;
            }
            for child in parts.children(index) {
                match (self.matter_body(child), parts.0[child].opening()) {
                    (Some(named), Some(words)) => self.take(child, words, &named, named.work),
                    _ => self.clause(child, true),
                }
            }
        }
    }

    /// Whether the part is an article or stands in one.
    fn is_in_article(&self, index: usize) -> bool {
        let mut at = Some(index);
        while let Some(part) = at.map(|at| &self.parts.0[at]) {
            if part.kind == PartKind::Clause(LabelClass::Article) {
                return true;
            }
            at = part.parent;
        }
        false
    }

    /// In a letter without an implementation part, the items that ask a body for something: `1. Đề nghị các xã …`, `2. Giao Trung tâm …`.
    fn requests_in_items(&mut self) {
        let parts = self.parts;
        for (index, part) in parts.0.iter().enumerate() {
            let numbered =
                matches!(part.kind, PartKind::Clause(LabelClass::Arabic | LabelClass::Roman | LabelClass::Letter | LabelClass::Ordinal));
            if !numbered || part.heading.is_some() || self.is_below_other(index) {
                continue;
            }
            if let (Some(named), Some(words)) = (self.sentence_body(part), part.opening())
                && named.given
            {
                self.take(index, words, &named, named.work);
            }
        }
    }

    /// Keeps a body with its work: the rest of its sentence from `work` on, and all that stands below.
    fn take(&mut self, index: usize, words: &Words, named: &Named, work: Option<usize>) {
        let Some(place) = self.place(index, words, named) else { return };
        let mut tasks = Vec::new();
        if let Some(work) = work {
            tasks.extend(self.task(index, words, work));
        }
        if matches!(self.parts.0[index].kind, PartKind::Clause(_)) && !self.is_part_of_bodies(index) {
            self.gather(index, words, &mut tasks);
        }
        self.found[place].tasks.extend(tasks);
    }

    /// Keeps a body with the rest of its sentence alone.
    fn take_only(&mut self, index: usize, words: &Words, named: &Named) {
        let Some(place) = self.place(index, words, named) else { return };
        let task = named.work.and_then(|work| self.task(index, words, work));
        self.found[place].tasks.extend(task);
    }

    /// The place of a body among those that were found; a new one is added.
    fn place(&mut self, index: usize, words: &Words, named: &Named) -> Option<usize> {
        if self.found.len() >= MOST {
            return None;
        }
        let item = self.parts.item(index, words, named.name.clone());
        let place = self.names.place(&item.words, self.found.len());
        if place == self.found.len() {
            self.found.push(UnitTasks { item, tasks: Vec::new() });
        }
        Some(place)
    }

    fn is_part_of_bodies(&self, index: usize) -> bool {
        self.parts.0[index].heading.as_ref().is_some_and(says_implementation) && self.heading_body(&self.parts.0[index]).is_none()
    }

    /// The tasks below a body: its other paragraphs, and one for each clause directly below.
    fn gather(&self, index: usize, taken: &Words, tasks: &mut Vec<TaskWords>) {
        let part = &self.parts.0[index];
        let from = taken.span(0..taken.text().len()).start;
        let own =
            part.paragraphs.iter().filter(|words| !words.in_table && words.span(0..words.text().len()).start != from && !is_no_task(words));
        // Behind a heading that names bodies in general stands which ones, and then their work: `Các cơ quan: Phòng A, Phòng B`.
        let named =
            |words: &&Words| part.heading.is_some() && part.paragraphs.len() > 1 && body::in_line(words.text(), &words.lower).is_some();
        let own = own.enumerate().filter(|(at, words)| *at > 0 || !named(words)).map(|(_, words)| words);
        tasks.extend(own.filter_map(|words| self.task(index, words, 0)));
        for child in self.parts.children(index) {
            tasks.extend(self.clause_task(child));
        }
    }

    /// A clause as one task: all of its words, with those of the clauses below.
    fn clause_task(&self, index: usize) -> Option<TaskWords> {
        let below = &self.parts.0[index..self.parts.0[index].end];
        let pieces = below.iter().flat_map(|part| {
            // The first paragraph is the clause's own; a closing sentence may stand behind the last.
            let own = part.paragraphs.iter().enumerate().filter(|(at, words)| !words.in_table && (*at == 0 || !is_no_task(words)));
            part.heading.iter().chain(own.map(|(_, words)| words))
        });
        let mut words = String::new();
        let mut span: Option<Span> = None;
        for piece in pieces {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(piece.text().trim());
            let there = piece.span(0..piece.text().len());
            span = Some(span.map_or(there, |span| span.to(there)));
        }
        Some(TaskWords { words, span: span?, clause: self.parts.0[index].address.clone() })
    }

    fn task(&self, index: usize, words: &Words, from: usize) -> Option<TaskWords> {
        let range = super::phrase::trimmed(words.text(), from..words.text().len(), &[':', ' ', '*']);
        (!range.is_empty()).then(|| TaskWords {
            words: words.text().get(range.clone()).unwrap_or_default().to_owned(),
            span: words.span(range),
            clause: self.parts.0[index].address.clone(),
        })
    }

    /// Adds a paragraph to the tasks of the body before it.
    fn add_task(&mut self, index: usize, words: &Words, from: usize) {
        if is_closing(words) || is_heading_alone(words) {
            return;
        }
        let task = self.task(index, words, from);
        if let Some(last) = self.found.last_mut() {
            last.tasks.extend(task);
        }
    }
}

/// Whether a sentence closes a document or a part.
fn is_closing(words: &Words) -> bool {
    let start = super::phrase::trimmed(words.text(), 0..words.text().len(), super::phrase::OPENING).start;
    words.lower.get(start..).is_some_and(|tail| WORDS.closing.start(tail).is_some())
}

/// Whether a line is nothing but the name of a part that gives work, without its label.
fn is_heading_alone(words: &Words) -> bool {
    let line = super::phrase::trimmed(words.text(), 0..words.text().len(), &[super::phrase::OPENING, super::phrase::CLOSING].concat());
    let lower = words.lower.get(line).unwrap_or_default();
    WORDS.implementation.start(lower) == Some(lower.len())
}

/// Whether a paragraph behind the tasks of the last body is none of them.
fn is_no_task(words: &Words) -> bool {
    is_closing(words) || is_heading_alone(words) || WORDS.no_tasks.start(&words.lower).is_some()
}

/// How many bodies are kept: no document has so many.
const MOST: usize = 1000;

/// How long a heading of an implementation part may be, in bytes; a longer one names a task.
const LONGEST_HEADING: usize = 110;

/// Whether a heading names bodies in general, not one: `Trách nhiệm của các đơn vị`.
fn is_several(heading: &Words, named: &Named) -> bool {
    let plural = heading.lower.get(named.name.start..).is_some_and(|name| WORDS.determiners.start(name).is_some());
    plural || is_collective(heading.text().get(named.name.clone()).unwrap_or_default())
}

/// Whether a name is of several bodies.
fn is_collective(name: &str) -> bool {
    name.contains([',', ';'])
}

/// Whether a heading says that the part gives work.
fn says_implementation(heading: &Words) -> bool {
    let lower = &heading.lower;
    if lower.len() > LONGEST_HEADING && !phongtrao_value::text::is_capitals(heading.text()) {
        return false;
    }
    let surely = WORDS.implementation.within(lower) && !WORDS.not_implementation.within(lower);
    surely || (WORDS.perhaps_implementation.within(lower) && !WORDS.other.within(lower))
}
