//! The packs that hold together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use phongtrao_diagnostic::{Finding, Severity, Text};
use phongtrao_value::Date;

use crate::documents::number_key;
use crate::entries::{AsBody, Body, Entry, Kind};
use crate::pack_file::{self, PackFile};
use crate::{Confidence, DocumentKind, Holiday, Honour, LegalDocument, Pack, across, help, overlay, own_entries, stricter, texts};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../packs");

static EMBEDDED: LazyLock<Packs> = LazyLock::new(|| Packs::read(&files(&FILES)).0);

/// All entries of several packs.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    packs: Vec<Pack>,
    documents: Vec<LegalDocument>,
    by_number: BTreeMap<String, usize>,
    honours: Vec<Honour>,
    fixed_honours: usize,
    kinds: Vec<DocumentKind>,
    holidays: Vec<Holiday>,
    entries: Vec<Entry>,
    by_id: BTreeMap<String, Vec<usize>>,
}

/// A finding and the pack file that it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct PackFinding {
    /// The name of the file.
    pub file: String,
    /// What was found.
    pub finding: Finding,
}

/// Of what award a rule is sought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct About<'a> {
    /// Id of the honour.
    pub honour: Option<&'a str>,
    /// Who decides: `ministry`, `base` … (see [`crate::Scope`]).
    pub decided_by: Option<&'a str>,
    /// The sectors of the organisation.
    pub sectors: &'a [&'a str],
    /// The category of the person.
    pub category: Option<&'a str>,
    /// The kind of commendation.
    pub award_type: Option<&'a str>,
    /// The province, by name.
    pub province: Option<&'a str>,
}

impl Packs {
    /// The packs that come with the program.
    pub fn embedded() -> &'static Packs {
        &EMBEDDED
    }

    /// The files of the packs that come with the program, each with its name and text.
    pub fn embedded_files() -> Vec<(String, &'static str)> {
        files(&FILES)
    }

    /// The packs of some files, each with its name and text. A file with a fault is left out whole, with a finding.
    pub fn read(files: &[(String, &str)]) -> (Packs, Vec<Finding>) {
        let (packs, findings) = Packs::laid_over(files, &[]);
        (packs, findings.into_iter().map(|found| found.finding).collect())
    }

    /// The packs of some files, with an organisation's own packs laid over them.
    pub fn laid_over(files: &[(String, &str)], own: &[(String, &str)]) -> (Packs, Vec<PackFinding>) {
        let mut findings = Vec::new();
        let mut read = |files: &[(String, &str)]| -> Vec<PackFile> {
            let read_one = |(name, text): &(String, &str)| match pack_file::read(name, text) {
                Ok(file) => Some(file),
                Err(faults) => {
                    findings.extend(faults.into_iter().map(|finding| PackFinding { file: name.clone(), finding }));
                    None
                }
            };
            files.iter().filter_map(read_one).collect()
        };
        let (base, own) = (read(files), read(own));
        let files = overlay::laid(base, own, &mut findings);
        let mut packs = Packs::default();
        sound(files, &mut findings).into_iter().for_each(|file| packs.add(file));
        packs.index();
        let helped = |found: PackFinding| PackFinding { finding: help::helped(found.finding), ..found };
        (packs, findings.into_iter().map(helped).collect())
    }

    fn add(&mut self, file: PackFile) {
        for document in file.documents {
            self.by_number.insert(number_key(&document.number), self.documents.len());
            self.documents.push(document);
        }
        self.kinds.extend(file.kinds);
        self.holidays.extend(file.holidays);
        self.entries.extend(file.entries);
        self.packs.push(file.pack);
    }

    fn index(&mut self) {
        for (place, entry) in self.entries.iter().enumerate() {
            self.by_id.entry(entry.head.id.clone()).or_default().push(place);
            if let Some(Body::Honour(honour)) = &entry.body {
                self.honours.push((**honour).clone());
            }
        }
        // A stable sort: within each half the order of the files stays.
        self.honours.sort_by_key(|honour| honour.name_varies);
        self.fixed_honours = self.honours.iter().take_while(|honour| !honour.name_varies).count();
        for places in self.by_id.values_mut() {
            places.sort_by_key(|place| self.entries.get(*place).and_then(|entry| entry.head.from));
        }
    }

    /// What the packs say of themselves.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// All legal documents of the register.
    pub fn documents(&self) -> &[LegalDocument] {
        &self.documents
    }

    /// The legal document of that number; spaces, capitals, marks and kinds of dash make no difference.
    pub fn document(&self, number: &str) -> Option<&LegalDocument> {
        self.by_number.get(&number_key(number)).map(|index| &self.documents[*index])
    }

    /// All titles, commendations and recognitions.
    pub fn honours(&self) -> &[Honour] {
        &self.honours
    }

    /// The honours whose names a text must write as the law does.
    pub fn honours_of_fixed_name(&self) -> &[Honour] {
        self.honours.get(..self.fixed_honours).unwrap_or_default()
    }

    /// All kinds of administrative documents.
    pub fn kinds(&self) -> &[DocumentKind] {
        &self.kinds
    }

    /// The kind of document with that abbreviation.
    pub fn kind(&self, symbol: &str) -> Option<&DocumentKind> {
        self.kinds.iter().find(|kind| kind.symbol == symbol)
    }

    /// The public holiday on that day.
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.is(day))
    }

    /// Whether an abbreviation is so well known that a text need not explain it.
    pub fn knows_abbreviation(&self, abbreviation: &str) -> bool {
        self.packs.iter().any(|pack| pack.known.iter().any(|known| known == abbreviation))
    }

    /// All entries, all versions.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All versions of an entry, the earliest first.
    pub fn versions(&self, id: &str) -> impl Iterator<Item = &Entry> {
        self.by_id.get(id).into_iter().flatten().filter_map(|place| self.entries.get(*place))
    }

    /// The entry as it holds on a day.
    pub fn entry(&self, id: &str, on: Date) -> Option<&Entry> {
        self.versions(id).find(|entry| entry.holds_on(on))
    }

    /// What an entry says on a day, when it is of that kind and what it says is known.
    pub fn body<T: AsBody>(&self, id: &str, on: Date) -> Option<&T> {
        T::of(self.entry(id, on)?.body.as_ref()?)
    }

    /// The levels of all scales of a day by id, the lowest first.
    pub fn scales(&self, on: Date) -> BTreeMap<String, Vec<String>> {
        let of = |entry: &Entry| match &entry.body {
            Some(Body::Scale(scale)) if entry.holds_on(on) => {
                Some((entry.head.id.clone(), scale.levels.iter().map(|level| level.id.clone()).collect()))
            }
            _ => None,
        };
        self.entries.iter().filter_map(of).collect()
    }

    /// The entries of a kind that govern an award on a day, those that say most closely whom they govern first.
    pub fn governing(&self, kind: Kind, about: About<'_>, on: Date) -> Vec<&Entry> {
        self.closest(kind, on, |entry| about.within(entry) && about.is_of_category(entry))
    }

    /// The same with entries for any category of people: which of them concern a person is asked of the person.
    pub fn governing_anybody(&self, kind: Kind, about: About<'_>, on: Date) -> Vec<&Entry> {
        self.closest(kind, on, |entry| about.within(entry))
    }

    fn closest(&self, kind: Kind, on: Date, governs: impl Fn(&Entry) -> bool) -> Vec<&Entry> {
        let of_kind = self.entries.iter().filter(|entry| entry.kind == kind && entry.holds_on(on));
        let mut found: Vec<&Entry> = of_kind.filter(|entry| governs(entry)).collect();
        found.sort_by_key(|entry| std::cmp::Reverse(closeness(entry)));
        self.stricter_first(&mut found);
        found
    }

    /// An own entry that asks more than one of the law goes before it, however closely that one says whom it governs; one that asks less than the law
    /// allows goes behind it, and where several are several ways, it is none. What is for an organisation's own honours is left as it is.
    fn stricter_first(&self, found: &mut Vec<&Entry>) {
        let is_own = |honour: &str| self.versions(honour).any(|entry| entry.own && entry.kind == Kind::Honour);
        for own in found.clone().into_iter().filter(|entry| entry.own && !own_entries::is_of(entry, is_own)) {
            let gives_way = |law: &&Entry| !law.own && own_entries::answers(law, own) && stricter::is_stricter(own, law);
            let stands = |law: &&Entry| !law.own && own_entries::is_looser(law, own);
            let Some(place) = found.iter().position(|entry| std::ptr::eq(*entry, own)) else { continue };
            if found.iter().any(stands) {
                found.remove(place);
                if own.kind != Kind::Eligibility {
                    let behind = found.iter().rposition(stands).map_or(found.len(), |last| last + 1);
                    found.insert(behind.max(place), own);
                }
            } else if let Some(before) = found.iter().take(place).position(gives_way) {
                found.remove(place);
                found.insert(before, own);
            }
        }
    }

    /// What whoever rests a result of that day on an entry must be told: documents in force that it was not held against, and what is in doubt.
    pub fn cautions(&self, entry: &Entry, on: Date) -> Vec<Text> {
        let numbers: BTreeSet<&String> =
            self.packs.iter().filter(|pack| entry.packs.contains(&pack.id)).flat_map(|pack| &pack.unchecked).collect();
        let mut cautions: Vec<Text> = numbers.into_iter().filter_map(|number| self.caution_of(number, on)).collect();
        match (&entry.head.doubt, entry.head.confidence) {
            (Some(doubt), _) => cautions.push(texts::caution_doubt(doubt)),
            (None, Confidence::Inferred) => cautions.push(texts::caution_inferred()),
            _ => {}
        }
        cautions.extend(self.transitions(entry, on).map(|transition| texts::caution_transition(transition.head.name())));
        cautions
    }

    /// What is said of files on their way, for an entry that governs some of them and rests on the new document, or was not held against it.
    fn transitions<'p>(&'p self, entry: &'p Entry, on: Date) -> impl Iterator<Item = &'p Entry> {
        self.entries.iter().filter(move |transition| match &transition.body {
            Some(Body::Transition(body)) => {
                transition.holds_on(on)
                    && entry.kind != Kind::Transition
                    && (entry.source.contains(&body.document) || self.is_unchecked(entry, &body.document))
                    && own_entries::meet(transition.head.scope.as_ref(), entry.head.scope.as_ref())
                    && own_entries::concerns(transition, entry)
            }
            _ => false,
        })
    }

    fn is_unchecked(&self, entry: &Entry, number: &str) -> bool {
        self.packs.iter().any(|pack| entry.packs.contains(&pack.id) && pack.unchecked.iter().any(|unchecked| unchecked == number))
    }

    /// The caution for a document that is in force on that day and was not held against; one whose first day is not known is always named.
    fn caution_of(&self, number: &str, on: Date) -> Option<Text> {
        let document = self.document(number);
        let from = document.and_then(|document| document.in_force_from);
        if from.is_some_and(|from| on < from) {
            return None;
        }
        let kind = document.map_or("", |document| document.kind.as_str());
        Some(texts::caution_unchecked(format!("{kind} {number}").trim_start().to_owned()))
    }
}

impl About<'_> {
    fn within(&self, entry: &Entry) -> bool {
        let Some(scope) = &entry.head.scope else { return true };
        let holds =
            |named: &[String], asked: Option<&str>| named.is_empty() || asked.is_some_and(|asked| named.iter().any(|own| own == asked));
        holds(&scope.honours, self.honour)
            && holds(&scope.decided_by, self.decided_by)
            && (scope.sectors.is_empty() || self.sectors.iter().any(|asked| scope.sectors.iter().any(|own| own == asked)))
            && holds(&scope.types, self.award_type)
            && holds(&scope.provinces, self.province)
    }

    fn is_of_category(&self, entry: &Entry) -> bool {
        let Some(scope) = &entry.head.scope else { return true };
        scope.categories.is_empty() || self.category.is_some_and(|category| scope.categories.iter().any(|own| own == category))
    }
}

/// How closely an entry says whom it governs: by the honour, then by sector and category, then by who decides.
pub(crate) fn closeness(entry: &Entry) -> u32 {
    let Some(scope) = &entry.head.scope else { return 0 };
    let named = |list: &[String], weight: u32| if list.is_empty() { 0 } else { weight };
    named(&scope.honours, 16)
        + named(&scope.sectors, 8)
        + named(&scope.categories, 4)
        + named(&scope.decided_by, 2)
        + named(&scope.types, 1)
}

/// The files that are left when each that has a fault between entries is taken out, until none has.
fn sound(mut files: Vec<PackFile>, findings: &mut Vec<PackFinding>) -> Vec<PackFile> {
    loop {
        let faults = across::faults(&files);
        let broken: BTreeSet<usize> =
            faults.iter().filter(|(_, finding)| finding.severity == Severity::Error).map(|(file, _)| *file).collect();
        let last = broken.is_empty();
        let told = faults.into_iter().filter(|(file, finding)| last || (broken.contains(file) && finding.severity == Severity::Error));
        findings.extend(told.filter_map(|(file, finding)| Some(PackFinding { file: files.get(file)?.name.clone(), finding })));
        if last {
            return files;
        }
        let mut place = 0;
        files.retain(|_| {
            place += 1;
            !broken.contains(&(place - 1))
        });
    }
}

fn files(folder: &'static Dir<'static>) -> Vec<(String, &'static str)> {
    let mut found: Vec<_> =
        folder.files().filter_map(|file| Some((file.path().to_string_lossy().into_owned(), file.contents_utf8()?))).collect();
    found.extend(folder.dirs().flat_map(files));
    found.sort();
    found
}

#[cfg(test)]
mod tests;
