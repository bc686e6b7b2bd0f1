//! Owns findings as JSON.

use super::Report;
use foreword_lint::pages::severity;
use foreword_lint::{Diagnostic, Fix, rules};
use serde_json::{Value, json};

pub(super) fn write(reports: &[Report]) -> String {
    let posts: Vec<Value> = reports.iter().map(post).collect();
    format!("{:#}\n", Value::Array(posts))
}

fn post(report: &Report) -> Value {
    let place = report.index();
    let finding = |finding: &Diagnostic| {
        let (start, end) = place(finding.span);
        let rule = rules::by_id(finding.rule);
        json!({
            "rule": finding.rule,
            "group": finding.group.id(),
            "aliases": rule.map(|rule| rule.aliases),
            "severity": severity(finding.severity),
            "message": finding.message,
            "line": start.0,
            "column": start.1,
            "endLine": end.0,
            "endColumn": end.1,
            "start": finding.span.start,
            "end": finding.span.end,
            "fixes": finding.fixes.iter().map(fix).collect::<Vec<_>>(),
        })
    };
    let mut post =
        json!({"file": report.name, "findings": report.findings.iter().map(finding).collect::<Vec<_>>()});
    if let Some(object) = post.as_object_mut().filter(|_| report.before.is_some()) {
        object.insert("fixed".to_owned(), json!(report.fixed));
    }
    post
}

fn fix(fix: &Fix) -> Value {
    let edits = fix
        .edits
        .iter()
        .map(|edit| json!({"start": edit.span.start, "end": edit.span.end, "text": edit.text}));
    json!({"title": fix.title, "safe": fix.safe, "edits": edits.collect::<Vec<_>>()})
}
