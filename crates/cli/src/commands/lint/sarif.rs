//! Owns findings as SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>).

use super::Report;
use foreword_lint::{Severity, rules};
use serde_json::{Value, json};

pub(super) fn write(reports: &[Report]) -> String {
    let rules: Vec<Value> = rules::all()
        .map(|rule| {
            let summary = rule.docs.lines().next().unwrap_or("").trim();
            json!({"id": rule.id, "shortDescription": {"text": summary}, "help": {"text": summary, "markdown": rule.docs}})
        })
        .collect();
    let results: Vec<Value> = reports.iter().flat_map(results).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "Foreword", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn results(report: &Report) -> Vec<Value> {
    report
        .places()
        .map(|(finding, start, end)| {
            let level = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "note",
            };
            json!({
                "ruleId": finding.rule,
                "level": level,
                "message": {"text": finding.message},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {"uri": uri(&report.name)},
                    "region": {"startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1},
                }}],
            })
        })
        .collect()
}

/// A relative reference as RFC 3986 wants it: slashes, and percent signs for what may not stand in one.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            byte if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) => {
                uri.push(char::from(byte))
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
