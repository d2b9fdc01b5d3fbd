//! The rules as a document, and the version of the pack.

use super::{Family, RULES, Severity};
use crate::model::Lang;

/// Version of the rules: year and a counter, raised whenever a verdict can change. Printed on every snapshot.
pub const PACK: &str = "2026.4";

fn heading(family: Family) -> &'static str {
    match family {
        Family::Why => "Root myth: the why is implicit",
        Family::Rituals => "Myth 1: we share rituals, so we are aligned",
        Family::Progress => "Myth 2: we track progress closely, so we are aligned",
        Family::Tools => "Myth 3: our tools align us",
        Family::Agile => "Myth 4: we are agile, so continuously aligned",
        Family::Visible => "Make strategy visible and actionable",
        Family::Common => "One framework between decision and execution",
        Family::Ground => "Connect steering to the ground",
        Family::Value => "Manage value, not activity",
        Family::Own => "Rules of one’s own",
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Low => "low",
        Severity::Medium => "medium",
        Severity::High => "high",
        Severity::Blocker => "blocker",
    }
}

/// `docs/rules.md`: every rule with its texts, thresholds and a drawn example. A test keeps the file fresh.
#[must_use]
pub fn document() -> String {
    let mut text = format!(
        "# The rules\n\n\
         Generated from the rules themselves (pack {PACK}); change a rule, then run \
         `UPDATE_DOCS=1 cargo test -p portfolio --test house`.\n\n\
         A rule holds, is violated, or cannot tell and names the fields it misses; one that can always decide says why. What is violated is one step\n\
         more severe when its subject carries 10 % or more of the strategic weight or of the active budget in its\n\
         own currency, and at least 1.5 times the equal share of its kind (ours: of eight objectives alike none stands\n\
         out); one step less for an idea without money. What cannot be told is never more than information. A portfolio may set any threshold or severity otherwise, or switch a rule off.\n\n\
         Examples are small portfolios, one record a line. `# D103` marks a line where the rule is violated,\n\
         `# D103?` one where it cannot tell; `->` is an accepted contribution, `~>` a proposed one.\n"
    );
    let mut families: Vec<Family> = RULES.iter().map(|rule| rule.family).collect();
    families.sort_unstable();
    families.dedup();
    for family in families {
        text.push_str(&format!("\n## {}\n", heading(family)));
        for rule in RULES.iter().filter(|rule| rule.family == family) {
            let said = rule.text(Lang::En);
            text.push_str(&format!(
                "\n### {} {}\n\n{}. Severity: {}.\n\n**Fires when.** {}\n\n**Why it matters.** {}\n\n**What to do.** {}\n",
                said.code,
                said.name,
                said.title,
                word(said.severity),
                said.what,
                said.why,
                said.how,
            ));
            if !said.parameters.is_empty() {
                text.push_str("\n| parameter | value | source |\n|---|---|---|\n");
                for parameter in &said.parameters {
                    text.push_str(&format!(
                        "| `{}` | {} | {} |\n",
                        parameter.name, parameter.value, parameter.source
                    ));
                }
            }
            for case in rule.cases().take(1) {
                // What a finding says stands indented in the cases, and is explained above.
                let drawn = case.portfolio.lines();
                let drawn: Vec<&str> = drawn.filter(|it| !it.starts_with(' ')).collect();
                text.push_str(&format!("\n```\n{}\n```\n", drawn.join("\n")));
            }
        }
    }
    text
}
