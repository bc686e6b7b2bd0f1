//! Owns findings as JSON.

use super::{Report, severity};
use serde_json::{Value, json};

pub(super) fn write(reports: &[Report]) -> String {
    let posts: Vec<Value> = reports.iter().map(post).collect();
    format!("{:#}\n", Value::Array(posts))
}

fn post(report: &Report) -> Value {
    let findings: Vec<Value> = report
        .places()
        .map(|(finding, start, end)| {
            let fixes: Vec<Value> = finding
                .fixes
                .iter()
                .map(|fix| {
                    let edits: Vec<Value> = fix
                        .edits
                        .iter()
                        .map(
                            |edit| json!({"start": edit.span.start, "end": edit.span.end, "text": edit.text}),
                        )
                        .collect();
                    json!({"title": fix.title, "safe": fix.safe, "edits": edits})
                })
                .collect();
            json!({
                "rule": finding.rule,
                "severity": severity(finding),
                "message": finding.message,
                "line": start.0,
                "column": start.1,
                "endLine": end.0,
                "endColumn": end.1,
                "start": finding.span.start,
                "end": finding.span.end,
                "fixes": fixes,
            })
        })
        .collect();
    json!({"file": report.name, "findings": findings})
}
