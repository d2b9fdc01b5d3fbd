//! Findings as SARIF 2.1.0 (OASIS), which build pipelines and code hosts read. What a rule cannot tell is of kind
//! `open`, what somebody accepted is a suppressed result; the same file, date and rule pack give the same bytes.

use portfolio::model::{Lang, Waiver};
use portfolio::rules::{Finding, Outcome, RULES, Severity};
use press::Frozen;
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

/// The findings, with those that were accepted. `file` is the portfolio as it was named on the command line.
pub(crate) fn document(frozen: &Frozen, findings: &[Finding], file: &str, lang: Lang) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": { "text": rule.title.get(lang) },
                "fullDescription": { "text": rule.what.get(lang) },
                "help": { "text": format!("{}\n\n{}", rule.why.get(lang), rule.how.get(lang)) },
                "defaultConfiguration": { "level": level(rule.severity) },
                "properties": { "family": rule.family },
            })
        })
        .collect();
    let results: Vec<Value> = findings.iter().map(|it| result(frozen, it, file)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Throughline",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "properties": { "asOf": frozen.as_of, "pack": frozen.pack },
            "results": results,
        }],
    })
}

fn result(frozen: &Frozen, finding: &Finding, file: &str) -> Value {
    let place = finding.subject.as_ref().map(|subject| {
        json!([{
            "name": subject.title,
            "fullyQualifiedName": subject.id,
            "kind": subject.kind,
        }])
    });
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": file.replace('\\', "/") },
            // A portfolio has no lines; whoever shows results by line needs one.
            "region": { "startLine": 1 },
        },
    });
    if let Some(place) = place {
        location["logicalLocations"] = place;
    }
    let (kind, level) = match finding.result {
        Outcome::Violated => ("fail", level(finding.severity)),
        Outcome::CannotTell => ("open", "none"),
    };
    let mut result = json!({
        "ruleId": finding.code,
        "kind": kind,
        "level": level,
        "message": { "text": format!("{} {}", finding.message, finding.advice) },
        "locations": [location],
        "partialFingerprints": { "throughlineKey/v1": finding.key },
        "properties": {
            "severity": finding.severity,
            "missing": finding.missing,
            "cause": finding.cause,
        },
    });
    let waiver = finding
        .accepted
        .as_ref()
        .and_then(|id| frozen.portfolio.waiver(id));
    if let Some(waiver) = waiver {
        result["suppressions"] = json!([{ "kind": "external", "justification": said(waiver) }]);
    }
    result
}

fn said(waiver: &Waiver) -> String {
    match waiver.until {
        Some(until) => format!("{} ({}, {until})", waiver.reason, waiver.person),
        None => format!("{} ({})", waiver.reason, waiver.person),
    }
}
