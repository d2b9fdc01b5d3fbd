//! Findings as SARIF 2.1.0 (OASIS), which build pipelines and code hosts read. What a rule cannot tell is of kind
//! `open`, what somebody accepted is a suppressed result; the same file, date and rule pack give the same bytes.

use portfolio::model::{Lang, Waiver};
use portfolio::rules::{Finding, Outcome, Severity};
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
    let rules: Vec<Value> = frozen
        .rules
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": message(&rule.title),
                "fullDescription": message(&rule.what),
                "help": message(&format!("{}\n\n{}", rule.why, rule.how)),
                "defaultConfiguration": { "level": level(rule.severity) },
                "properties": { "family": rule.family },
            })
        })
        .collect();
    let uri = uri(file);
    let results: Vec<Value> = findings.iter().map(|it| result(frozen, it, &uri)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Throughline",
                "version": env!("CARGO_PKG_VERSION"),
                // Left out it would claim American English.
                "language": match lang { Lang::En => "en", Lang::Fr => "fr" },
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "properties": { "asOf": frozen.as_of, "pack": frozen.pack },
            "results": results,
        }],
    })
}

/// A text as a message: braces stand for arguments there and are doubled (3.11.5), and a title may not pass for a link
/// (3.11.6).
fn message(text: &str) -> Value {
    let plain = text.replace("](", "] (");
    json!({ "text": plain.replace('{', "{{").replace('}', "}}") })
}

/// A path as a URI reference (RFC 3986): an absolute one names the scheme `file`, and whatever has a meaning of its own
/// in a URI is written as its bytes.
fn uri(file: &str) -> String {
    let path = file.replace('\\', "/");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let drive = path.as_bytes().get(1) == Some(&b':');
    let mut uri = String::new();
    if drive {
        uri.push_str("file:///");
    } else if path.starts_with('/') {
        uri.push_str("file://");
    }
    for (at, byte) in path.bytes().enumerate() {
        if plain(byte) || (drive && at == 1) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn result(frozen: &Frozen, finding: &Finding, uri: &str) -> Value {
    let place = finding.subject.as_ref().map(|subject| {
        json!([{
            "name": subject.title,
            "fullyQualifiedName": subject.id,
            "kind": subject.kind,
        }])
    });
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri },
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
        "message": message(&format!("{} {}", finding.message, finding.advice)),
        "locations": [location],
        "partialFingerprints": { "throughlineKey/v1": finding.key },
        "properties": {
            "severity": finding.severity,
            "missing": texts(finding),
            "cause": finding.cause,
        },
    });
    let waiver = finding
        .accepted
        .as_ref()
        .and_then(|id| frozen.portfolio.waiver(id));
    // The standard wants it on every result or on none.
    result["suppressions"] = waiver
        .map(|it| json!({ "kind": "external", "justification": said(it) }))
        .into_iter()
        .collect();
    result
}

/// What is missing, in words.
fn texts(finding: &Finding) -> Vec<&str> {
    let all = finding.missing.iter();
    all.map(|it| it.text.as_str()).collect()
}

fn said(waiver: &Waiver) -> String {
    match waiver.until {
        Some(until) => format!("{} ({}, {until})", waiver.reason, waiver.person),
        None => format!("{} ({})", waiver.reason, waiver.person),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_argument_and_no_link_of_a_message() {
        let text = "“{0} [here](https://a.example)” costs {budget}.";
        assert_eq!(
            message(text)["text"],
            "“{{0}} [here] (https://a.example)” costs {{budget}}."
        );
        assert_eq!(message("Lot [2] (A)")["text"], "Lot [2] (A)");
    }

    #[test]
    fn a_path_becomes_a_reference_that_every_reader_understands() {
        for (path, want) in [
            ("p.thru", "p.thru"),
            ("Stratégie 2027.thru", "Strat%C3%A9gie%202027.thru"),
            ("100 %#?.thru", "100%20%25%23%3F.thru"),
            ("plans\\p.thru", "plans/p.thru"),
            ("/srv/plans/p.thru", "file:///srv/plans/p.thru"),
            ("C:\\Plans\\p.thru", "file:///C:/Plans/p.thru"),
            ("\\\\server\\plans\\p.thru", "file:////server/plans/p.thru"),
        ] {
            assert_eq!(uri(path), want);
        }
    }
}
