//! SARIF 2.1.0, which editors and code hosts show beside a text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{FileReport, Finding, Fix, LineIndex, Report, Severity, Span, Words};

/// Who looked.
#[derive(Debug, Clone)]
pub struct Tool<'a> {
    /// The name of the program.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// What it looks for.
    pub rules: Vec<Rule<'a>>,
}

/// What can be found, and the words that explain it.
#[derive(Debug, Clone)]
pub struct Rule<'a> {
    /// The code of its findings.
    pub code: &'a str,
    /// The fault in a few words.
    pub title: String,
    /// The whole explanation, in Markdown.
    pub help: String,
    /// How much its findings weigh when nobody says otherwise.
    pub level: Severity,
}

/// The findings as one run of a SARIF log.
pub fn sarif(report: &Report, words: &Words, tool: &Tool<'_>) -> String {
    let mut places: BTreeMap<&str, usize> = tool.rules.iter().enumerate().map(|(place, rule)| (rule.code, place)).collect();
    let mut rules: Vec<Value> = tool.rules.iter().map(described).collect();
    let mut results = Vec::new();
    for (number, file) in report.files.iter().enumerate() {
        let drawing = Drawing { index: LineIndex::new(&file.text), artifact: artifact(file, number), words };
        for finding in &file.findings {
            let place = *places.entry(finding.code).or_insert_with(|| {
                // What a reader finds has no page of explanation; it is listed by its code.
                rules.push(json!({ "id": finding.code }));
                rules.len() - 1
            });
            results.push(drawing.result(finding, place));
        }
    }
    let artifacts: Vec<Value> = report.files.iter().map(|file| json!({ "location": { "uri": uri(&file.name) } })).collect();
    super::pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": tool.name, "version": tool.version, "language": words.language().code(), "rules": rules } },
            "language": words.language().code(),
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts,
            "results": results,
        }],
    }))
}

fn described(rule: &Rule<'_>) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.title },
        "help": { "text": rule.help, "markdown": rule.help },
        "defaultConfiguration": { "level": rule.level.code() },
    })
}

fn artifact(file: &FileReport, number: usize) -> Value {
    json!({ "uri": uri(&file.name), "index": number })
}

struct Drawing<'a> {
    index: LineIndex<'a>,
    artifact: Value,
    words: &'a Words,
}

impl Drawing<'_> {
    fn result(&self, finding: &Finding, rule: usize) -> Value {
        let message = self.words.say(&finding.message);
        let said = match &finding.help {
            Some(help) => format!("{message}\n{}", self.words.say(help)),
            None => message,
        };
        let mut result = json!({
            "ruleId": finding.code,
            "ruleIndex": rule,
            "level": finding.severity.code(),
            "message": { "text": said },
            "locations": [self.location(finding.span)],
        });
        if !finding.labels.is_empty() {
            let related = finding.labels.iter().enumerate().map(|(number, label)| {
                let mut location = self.location(Some(label.span));
                location["id"] = number.into();
                location["message"] = json!({ "text": self.words.say(&label.text) });
                location
            });
            result["relatedLocations"] = related.collect();
        }
        if let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.edits.is_empty()) {
            result["fixes"] = json!([self.fix(fix)]);
        }
        result
    }

    fn location(&self, span: Option<Span>) -> Value {
        let mut physical = json!({ "artifactLocation": self.artifact });
        if let Some(span) = span {
            physical["region"] = self.region(span);
        }
        json!({ "physicalLocation": physical })
    }

    fn region(&self, span: Span) -> Value {
        let (start, end) = (self.index.position(span.start), self.index.position(span.end.max(span.start)));
        json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
    }

    fn fix(&self, fix: &Fix) -> Value {
        let replacements = fix
            .edits
            .iter()
            .map(|edit| json!({ "deletedRegion": self.region(edit.span), "insertedContent": { "text": edit.replacement } }));
        let replacements: Vec<Value> = replacements.collect();
        json!({
            "description": { "text": self.words.say(&fix.title) },
            "artifactChanges": [{ "artifactLocation": self.artifact, "replacements": replacements }],
        })
    }
}

/// A path as a relative reference: everything but plain letters, digits and a few signs as bytes in percent form.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Rule, Tool, sarif};
    use crate::{Severity, sample};

    fn log() -> Value {
        let rule =
            Rule {
                code: "doubled-word", title: "Từ viết hai lần".to_owned(), help: "# Từ viết hai lần".to_owned(), level: Severity::Note
            };
        let tool = Tool { name: "phongtrao", version: "0.1.0", rules: vec![rule] };
        serde_json::from_str(&sarif(&sample::report(), &sample::words(), &tool)).unwrap()
    }

    #[test]
    fn a_result_has_its_region_and_its_fix() {
        let log = log();
        let result = &log["runs"][0]["results"][2];
        assert_eq!(result["ruleId"], "doubled-word");
        assert_eq!(result["level"], "warning");
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], "k%E1%BA%BF%20ho%E1%BA%A1ch.txt");
        assert_eq!(location["region"], json!({ "startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 25 }));
        let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(replacement["deletedRegion"], json!({ "startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 25 }));
        assert_eq!(replacement["insertedContent"]["text"], "");
    }

    #[test]
    fn every_result_names_its_rule() {
        let log = log();
        let run = &log["runs"][0];
        for result in run["results"].as_array().unwrap() {
            let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
        }
    }

    #[test]
    fn what_concerns_the_whole_file_has_no_region() {
        assert_eq!(log()["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"], Value::Null);
    }
}
