//! One rule of one's own and the element that breaks it, for all tests that carry such rules about.

use portfolio::edit::Edit;
use portfolio::model::{ElementId, ElementKind, OwnRule, RuleId, Severity};

pub(crate) fn rule(id: &str, code: &str, when: &str) -> OwnRule {
    OwnRule {
        id: RuleId::new(id),
        code: code.to_owned(),
        name: "no-owner".to_owned(),
        title: "Nobody owns it".to_owned(),
        applies_to: ElementKind::Initiative,
        when: when.to_owned(),
        message: "{title} has no owner.".to_owned(),
        evidence: String::new(),
        advice: "Name one.".to_owned(),
        severity: Severity::High,
        written_by: "PMO".to_owned(),
        off: false,
    }
}

pub(crate) fn put(rule: OwnRule) -> Edit {
    Edit::PutOwnRule {
        rule: Box::new(rule),
    }
}

pub(crate) fn desk() -> Edit {
    Edit::AddElement {
        id: ElementId::new("desk"),
        kind: ElementKind::Initiative,
        title: "Check-in desks".to_owned(),
        spot: None,
    }
}
