//! Owns findings as SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>).

use super::Report;
use foreword_core::Span;
use foreword_lint::{Diagnostic, Fix, Rule, Severity, pages, rules};
use serde_json::{Value, json};

pub(super) fn write(reports: &[Report]) -> String {
    let rules: Vec<Value> = rules::all().map(rule).collect();
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

fn rule(rule: &'static Rule) -> Value {
    let summary = pages::summary(rule);
    let mut told = json!({
        "id": rule.id,
        "shortDescription": {"text": summary},
        "help": {"text": summary, "markdown": pages::text(rule)},
        "defaultConfiguration": {"enabled": !rule.quiet, "level": level(rule.severity)},
        "properties": {"tags": [rule.group.id()], "aliases": rule.aliases},
    });
    // Where the project's pages can be reached is known once it has a public place.
    let repository = env!("CARGO_PKG_REPOSITORY");
    if let Some(object) = told.as_object_mut().filter(|_| !repository.is_empty()) {
        object
            .insert("helpUri".to_owned(), json!(format!("{repository}/blob/main/docs/rules/{}.md", rule.id)));
    }
    told
}

fn results(report: &Report) -> Vec<Value> {
    let place = report.index();
    let region = |span: Span| {
        let (start, end) = place(span);
        json!({"startLine": start.0, "startColumn": start.1, "endLine": end.0, "endColumn": end.1})
    };
    let artifact = json!({"uri": uri(&report.name)});
    let fix = |fix: &Fix| {
        let replacements = fix.edits.iter();
        let replacements: Vec<Value> = replacements
            .map(|edit| json!({"deletedRegion": region(edit.span), "insertedContent": {"text": edit.text}}))
            .collect();
        json!({
            "description": {"text": fix.title},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        })
    };
    let result = |finding: &Diagnostic| {
        json!({
            "ruleId": finding.rule,
            "ruleIndex": rules::all().position(|rule| rule.id == finding.rule),
            "level": level(finding.severity),
            "message": {"text": finding.message},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region(finding.span)}}],
            "fixes": finding.fixes.iter().map(fix).collect::<Vec<_>>(),
        })
    };
    report.findings.iter().map(result).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
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
