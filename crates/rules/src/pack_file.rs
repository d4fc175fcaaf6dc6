//! One pack file: its text into entries with places, or findings.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity, Span, Text};
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::criteria::{Node, read_rule};
use crate::entries::{Body, Entry, HEAD_KEYS, Head, Kind, RULE_KEYS};
use crate::{Confidence, DocumentKind, Holiday, LegalDocument, Pack, own_faults, texts};

/// A pack file that was read.
#[derive(Debug, Clone)]
pub(crate) struct PackFile {
    pub(crate) name: String,
    pub(crate) pack: Pack,
    pub(crate) documents: Vec<LegalDocument>,
    pub(crate) kinds: Vec<DocumentKind>,
    pub(crate) holidays: Vec<Holiday>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) overlays: Vec<Overlay>,
}

/// An entry that is laid over another: only the keys that it changes.
#[derive(Debug, Clone)]
pub(crate) struct Overlay {
    pub(crate) over: String,
    pub(crate) kind: Kind,
    pub(crate) raw: toml::Table,
    pub(crate) spans: BTreeMap<String, Span>,
    pub(crate) span: Span,
}

/// Reads a pack file; any fault and it is left out whole.
pub(crate) fn read(name: &str, text: &str) -> Result<PackFile, Vec<Finding>> {
    let mut reader = Reader { name, findings: Vec::new() };
    let file = reader.file(text);
    match file {
        Some(file) if reader.findings.is_empty() => Ok(file),
        _ => Err(reader.findings),
    }
}

struct Reader<'a> {
    name: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn file(&mut self, text: &str) -> Option<PackFile> {
        let root = DeTable::parse(text).map_err(|error| self.unreadable(&error)).ok()?;
        let whole = Span::from(root.span());
        let mut tables = root.into_inner();
        let Some(pack) = tables.remove("pack") else {
            self.fault("pack-without-head", whole, texts::pack_without_head(self.name));
            return None;
        };
        let pack: Pack = self.value(pack)?;
        let mut file = PackFile {
            name: self.name.to_owned(),
            pack,
            documents: Vec::new(),
            kinds: Vec::new(),
            holidays: Vec::new(),
            entries: Vec::new(),
            overlays: Vec::new(),
        };
        for (key, value) in tables {
            match key.get_ref().as_ref() {
                "document" => file.documents = self.value(value).unwrap_or_default(),
                "kind" => file.kinds = self.value(value).unwrap_or_default(),
                "holiday" => file.holidays = self.value(value).unwrap_or_default(),
                word => match (Kind::from_word(word), value.into_inner()) {
                    (Some(kind), DeValue::Array(tables)) => tables.iter().for_each(|table| self.entry(kind, table, &mut file)),
                    _ => self.fault("entry-of-no-kind", Span::from(key.span()), texts::entry_of_no_kind(word)),
                },
            }
        }
        Some(file)
    }

    fn entry(&mut self, kind: Kind, value: &Spanned<DeValue<'_>>, file: &mut PackFile) {
        let span = Span::from(value.span());
        let DeValue::Table(table) = value.get_ref() else {
            return self.fault("entry-of-no-kind", span, texts::entry_of_no_kind(kind.word()));
        };
        let Some(raw) = self.value::<toml::Table>(value.clone()) else { return };
        let spans = table.iter().map(|(key, value)| (key.get_ref().to_string(), Span::from(value.span()))).collect();
        if let Some(over) = raw.get("over").and_then(toml::Value::as_str) {
            file.overlays.push(Overlay { over: over.to_owned(), kind, spans, span, raw });
            return;
        }
        let Some(head) = self.value::<Head>(kept(value, table, |key| HEAD_KEYS.contains(&key))) else { return };
        if head.confidence == Confidence::Unknown && kind != Kind::Honour {
            if let Some((key, _)) = table.iter().find(|(key, _)| !HEAD_KEYS.contains(&key.get_ref().as_ref())) {
                self.fault("unknown-with-figures", Span::from(key.span()), texts::unknown_with_figures(&head.id));
            }
            file.entries.push(entry(kind, head, None, raw, span, &file.pack));
        } else {
            let body = Body::read(kind, ValueDeserializer::from(kept(value, table, |key| of_body(kind, key))));
            match body {
                Ok(body) => {
                    let mut entry = entry(kind, head, Some(body), raw, span, &file.pack);
                    let rules = RULE_KEYS.iter().filter_map(|key| Some((*key, Node::of_toml(table.get(*key)?))));
                    self.findings.extend(read_rules(&mut entry, rules));
                    file.entries.push(entry);
                }
                Err(error) => return self.unreadable(&error),
            }
        }
        if let Some(entry) = file.entries.last() {
            self.findings.extend(own_faults::of(entry, &spans));
        }
    }

    fn value<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<T> {
        T::deserialize(ValueDeserializer::from(value)).map_err(|error| self.unreadable(&error)).ok()
    }

    fn unreadable(&mut self, error: &toml::de::Error) {
        let message = texts::pack_unreadable(self.name, error.message());
        let span = error.span().map(Span::from);
        self.findings.push(Finding::new("pack-unreadable", Severity::Error, message).at(span).help(texts::pack_unreadable_help()));
    }

    fn fault(&mut self, code: &'static str, span: Span, message: Text) {
        self.findings.push(Finding::new(code, Severity::Error, message).at(span).help(texts::pack_unreadable_help()));
    }
}

/// An entry of what was read of it.
pub(crate) fn entry(kind: Kind, head: Head, body: Option<Body>, raw: toml::Table, span: Span, pack: &Pack) -> Entry {
    let source = head.source.clone().or_else(|| pack.source.clone()).unwrap_or_default();
    let checked = head.checked.unwrap_or(pack.checked);
    Entry { kind, body, packs: vec![pack.id.clone()], checked, source, raw, span, head, own: false, references: Vec::new() }
}

/// Reads the rules of an entry into their places.
pub(crate) fn read_rules(entry: &mut Entry, rules: impl Iterator<Item = (&'static str, Node)>) -> Vec<Finding> {
    let Some(body) = entry.body.as_mut().filter(|_| entry.kind.has_rules()) else { return Vec::new() };
    let mut findings = Vec::new();
    let mut asks = entry.kind == Kind::Condition;
    for (key, node) in rules {
        asks |= key == "rule";
        let reading = read_rule(&node, Some(&entry.head.id));
        findings.extend(reading.findings);
        entry.references.extend(reading.references);
        if let Some(rule) = reading.value {
            body.put_rule(key, rule);
        }
    }
    if !asks {
        let message = texts::eligibility_without_rule(&entry.head.id);
        findings.push(Finding::new("eligibility-without-rule", Severity::Error, message).at(entry.span));
    }
    findings
}

/// Keys of the head that an honour holds too, so that whoever has the honour need not look for its entry.
const SHARED_WITH_HONOURS: [&str; 10] = ["id", "name_vi", "name_en", "subject", "confidence", "source", "scope", "from", "to", "replaces"];

/// Whether a key belongs to the body of such an entry.
pub(crate) fn of_body(kind: Kind, key: &str) -> bool {
    !(HEAD_KEYS.contains(&key) || kind.has_rules() && RULE_KEYS.contains(&key))
        || (kind == Kind::Honour && SHARED_WITH_HONOURS.contains(&key))
}

/// The same table with some of its keys.
fn kept<'a>(value: &Spanned<DeValue<'a>>, table: &DeTable<'a>, keep: impl Fn(&str) -> bool) -> Spanned<DeValue<'a>> {
    let kept = table.iter().filter(|(key, _)| keep(key.get_ref())).map(|(key, value)| (key.clone(), value.clone())).collect();
    Spanned::new(value.span(), DeValue::Table(kept))
}
