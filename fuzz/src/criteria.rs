//! Any text is read as a criterion: nothing panics, what is half read is left out, what is written is read back.

use phongtrao_rules::criteria::{Node, read_rule, write_rule};

/// Text is read; other bytes are none.
pub fn check(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let text = format!("measure = {text}");
    let (table, _) = toml::de::DeTable::parse_recoverable(&text);
    let Some(measure) = table.get_ref().get("measure") else { return };
    let reading = read_rule(&Node::of_toml(measure), Some("c"));
    assert!(reading.value.is_some() || !reading.findings.is_empty());
    assert!(reading.findings.iter().all(|finding| finding.span.is_none_or(|span| text.get(span.range()).is_some())));
    if let Some(rule) = reading.value.filter(|_| reading.findings.is_empty()) {
        let again = read_rule(&write_rule(&rule), None);
        assert!(again.findings.is_empty());
        assert_eq!(again.value, Some(rule));
    }
}
