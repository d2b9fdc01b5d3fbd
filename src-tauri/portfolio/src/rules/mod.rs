//! The alignment rules: pure functions from portfolio and date to findings.

mod finding;

pub use finding::{Evidence, Family, Finding, Named, Outcome, Parameter, RuleText, Severity};
