//! An organisation's own packs, laid over those of the law by id.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity, Span, Text};
use phongtrao_value::Date;
use serde::Deserialize;
use toml::de::DeValue;

use crate::criteria::{Node, Value};
use crate::entries::{Body, Entry, HEAD_KEYS, Head, Kind, RULE_KEYS};
use crate::pack_file::{self, Overlay, PackFile};
use crate::{PackFinding, own_entries, own_faults, stricter, texts};

/// The base files with an organisation's own laid over them. An own file with a fault is left out whole.
pub(crate) fn laid(mut base: Vec<PackFile>, own: Vec<PackFile>, findings: &mut Vec<PackFinding>) -> Vec<PackFile> {
    for file in &base {
        let misplaced =
            file.overlays.iter().map(|overlay| fault(file, overlay, "overlay-misplaced", "over", texts::overlay_misplaced(&overlay.over)));
        findings.extend(misplaced);
    }
    base.retain(|file| file.overlays.is_empty());
    let law: Vec<Entry> = base.iter().flat_map(|file| file.entries.iter().cloned()).collect();
    let mut taken = Taken::new();
    for mut file in own {
        file.entries.iter_mut().for_each(|entry| entry.own = true);
        let mut laying = Laying { file: &file, base: base.clone(), taken: taken.clone(), faults: Vec::new() };
        file.overlays.iter().for_each(|overlay| laying.lay(overlay));
        laying.new_entries(&law);
        if laying.faults.is_empty() {
            (base, taken) = (laying.base, laying.taken);
            base.push(file);
        } else {
            findings.append(&mut laying.faults);
        }
    }
    base
}

/// First and last day; a missing one is open.
type Days = (Option<Date>, Option<Date>);

/// The days on which something is laid over an entry already, and where that stands.
type Taken = BTreeMap<(Kind, String), Vec<Laid>>;

#[derive(Clone)]
struct Laid {
    days: Days,
    file: String,
    span: Span,
}

struct Laying<'a> {
    file: &'a PackFile,
    base: Vec<PackFile>,
    taken: Taken,
    faults: Vec<PackFinding>,
}

impl Laying<'_> {
    fn lay(&mut self, overlay: &Overlay) {
        if let Err(fault) = self.try_lay(overlay) {
            self.faults.push(*fault);
        }
    }

    fn try_lay(&mut self, overlay: &Overlay) -> Result<(), Box<PackFinding>> {
        let at = |code, key: &str, text| Box::new(fault(self.file, overlay, code, key, text));
        let over = &overlay.over;
        if !overlay.raw.contains_key("source") && self.file.pack.source.is_none() {
            return Err(at("entry-without-source", "over", texts::entry_without_source(over)));
        }
        let (from, to) = (day(overlay, "from"), day(overlay, "to"));
        let taken = self.taken.entry((overlay.kind, over.clone())).or_default();
        if let Some(other) = taken.iter().find(|other| meet(other.days, (from, to))) {
            let finding = Finding::new("overlays-contradict", Severity::Error, texts::overlays_contradict(over)).at(other.span);
            self.faults.push(PackFinding { file: other.file.clone(), finding });
            return Err(at("overlays-contradict", "over", texts::overlays_contradict(over)));
        }
        let span = overlay.spans.get("over").copied().unwrap_or(overlay.span);
        taken.push(Laid { days: (from, to), file: self.file.name.clone(), span });
        let same = |entry: &Entry| entry.kind == overlay.kind && entry.head.id == *over;
        if !self.base.iter().any(|file| file.entries.iter().any(same)) {
            return Err(at("overlay-over-nothing", "over", texts::overlay_over_nothing(over)));
        }
        for file in &mut self.base {
            let mut entries = Vec::with_capacity(file.entries.len());
            for entry in std::mem::take(&mut file.entries) {
                if !same(&entry) || !meet((entry.head.from, entry.head.to), (from, to)) {
                    entries.push(entry);
                    continue;
                }
                let changed = merged(&entry, overlay, self.file).map_err(|fault| match fault {
                    Fault::Words(words) => at("pack-unreadable", "over", texts::pack_unreadable(&self.file.name, words)),
                    Fault::Finding(finding) => Box::new(PackFinding { file: self.file.name.clone(), finding: finding.at(overlay.span) }),
                })?;
                if let Some(finding) = own_faults::of(&changed, &overlay.spans).into_iter().next() {
                    return Err(Box::new(PackFinding { file: self.file.name.clone(), finding }));
                }
                if let Some(key) = stricter::looser(&entry, &changed, overlay.raw.contains_key("rule")).filter(|_| entry.head.stricter_only)
                {
                    return Err(at("overlay-looser", key, texts::overlay_looser(over, key)));
                }
                entries.extend(cut(entry, changed));
            }
            file.entries = entries;
        }
        Ok(())
    }

    /// An own entry does not take the id of one that is there; it says `over` instead. Beside the law it asks no less, and nothing else than another
    /// own one.
    fn new_entries(&mut self, law: &[Entry]) {
        for entry in &self.file.entries {
            if let Some(other) = self.base.iter().flat_map(|file| &file.entries).find(|other| other.head.id == entry.head.id) {
                let message = texts::entry_id_taken(&entry.head.id, other.kind.word());
                let finding = Finding::new("entry-id-taken", Severity::Error, message).at(entry.span).help(texts::entry_id_taken_help());
                self.faults.push(PackFinding { file: self.file.name.clone(), finding });
            }
        }
        let own = self.base.iter().flat_map(|file| file.entries.iter().filter(|entry| entry.own));
        let own: Vec<(&str, &Entry)> = own.map(|entry| (self.name_of(entry), entry)).collect();
        let faults = own_entries::faults(self.file, law, &own);
        self.faults.extend(faults);
    }

    /// The name of the file that an own entry, or what was laid over one of the law, stands in.
    fn name_of<'a>(&'a self, entry: &Entry) -> &'a str {
        let is_of = |file: &&PackFile| entry.packs.first() == Some(&file.pack.id);
        self.base.iter().find(is_of).map_or(&self.file.name, |file| &file.name)
    }
}

fn fault(file: &PackFile, overlay: &Overlay, code: &'static str, key: &str, message: Text) -> PackFinding {
    let span = overlay.spans.get(key).copied().unwrap_or(overlay.span);
    PackFinding { file: file.name.clone(), finding: Finding::new(code, Severity::Error, message).at(span) }
}

fn day(overlay: &Overlay, key: &str) -> Option<Date> {
    overlay.raw.get(key)?.as_str()?.parse().ok()
}

/// Whether two validities share a day; a missing end is open.
fn meet(one: Days, other: Days) -> bool {
    let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(end), Some(start)) if end < start);
    !before(one.1, other.0) && !before(other.1, one.0)
}

/// The entry with the keys of the overlay in place of its own, in force where both are.
fn merged(entry: &Entry, overlay: &Overlay, file: &PackFile) -> Result<Entry, Fault> {
    let mut raw = entry.raw.clone();
    let own = overlay.raw.iter().filter(|(key, _)| key.as_str() != "over" && key.as_str() != "id");
    raw.extend(own.map(|(key, value)| (key.clone(), value.clone())));
    // Whoever says how sure an entry is settles what was in doubt about the one below.
    if overlay.raw.contains_key("confidence") && !overlay.raw.contains_key("doubt") {
        raw.remove("doubt");
    }
    if !overlay.raw.contains_key("source")
        && let Some(source) = &file.pack.source
    {
        raw.insert("source".to_owned(), toml::Value::String(source.clone()));
    }
    for (key, end) in [("from", entry.head.from.max(day(overlay, "from"))), ("to", earlier(entry.head.to, day(overlay, "to")))] {
        match end {
            Some(end) => raw.insert(key.to_owned(), toml::Value::String(end.to_string())),
            None => raw.remove(key),
        };
    }
    let part = |keep: &dyn Fn(&str) -> bool| {
        toml::Value::Table(raw.iter().filter(|(key, _)| keep(key)).map(|(key, value)| (key.clone(), value.clone())).collect())
    };
    let head = Head::deserialize(part(&|key| HEAD_KEYS.contains(&key)))?;
    let body_part = part(&|key| pack_file::of_body(entry.kind, key));
    let body = Body::read(entry.kind, body_part)?;
    let mut changed = pack_file::entry(entry.kind, head, Some(body), raw, overlay.span, &file.pack);
    let nodes: Vec<(&'static str, Node)> = RULE_KEYS.iter().filter_map(|key| Some((*key, node(changed.raw.get(*key)?)?))).collect();
    if let Some(fault) = pack_file::read_rules(&mut changed, nodes.into_iter()).into_iter().next() {
        return Err(Fault::Finding(Box::new(fault)));
    }
    changed.packs.extend(entry.packs.iter().cloned());
    changed.own = true;
    Ok(changed)
}

/// Why an overlay can't be laid.
enum Fault {
    /// In the words of the reader of TOML.
    Words(String),
    /// A finding at its place.
    Finding(Box<Finding>),
}

impl From<toml::de::Error> for Fault {
    fn from(error: toml::de::Error) -> Fault {
        Fault::Words(error.message().to_owned())
    }
}

/// A value as the node that rules are read from. It has no place of its own.
fn node(value: &toml::Value) -> Option<Node> {
    let text = value.to_string();
    let read = DeValue::parse(&text).ok()?;
    let mut node = Node::of_toml(&read);
    without_places(&mut node);
    Some(node)
}

fn without_places(node: &mut Node) {
    node.span = Span::default();
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(without_places),
        Value::Table(entries) => entries.iter_mut().for_each(|entry| {
            entry.span = Span::default();
            without_places(&mut entry.value);
        }),
        _ => {}
    }
}

/// The earlier of two ends, where a missing one is open.
fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The changed entry, and what is left of the old one before and after it.
fn cut(entry: Entry, changed: Entry) -> Vec<Entry> {
    let mut pieces = Vec::new();
    let mut left = |from: Option<Date>, to: Option<Date>| {
        let mut piece = entry.clone();
        (piece.head.from, piece.head.to) = (from, to);
        for (key, end) in [("from", from), ("to", to)] {
            match end {
                Some(end) => piece.raw.insert(key.to_owned(), toml::Value::String(end.to_string())),
                None => piece.raw.remove(key),
            };
        }
        pieces.push(piece);
    };
    if let Some(start) = changed.head.from.filter(|start| entry.head.from != Some(*start)) {
        left(entry.head.from, start.yesterday().ok());
    }
    if let Some(end) = changed.head.to.filter(|end| entry.head.to != Some(*end)) {
        left(end.tomorrow().ok(), entry.head.to);
    }
    pieces.push(changed);
    pieces
}
