//! What a rule has to find in a portfolio before its silence says anything.
//!
//! A rule that holds makes no finding, and neither does one that has nothing to look at. Each rule says beside its check
//! what there must be for the one to be told from the other: what the check reads before it can find anything.

use super::{Context, RULES, Rule, Said};
use crate::model::ElementKind;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Footing {
    /// What is missing where there is nothing, in the words of the user.
    pub(crate) needs: Said,
    pub(crate) there_is: fn(&Context<'_>) -> bool,
}

/// Whether an element of these kinds is one to look at.
pub(super) fn some_of(
    ctx: &Context<'_>,
    kinds: &[ElementKind],
    looks: impl Fn(usize) -> bool,
) -> bool {
    let mut kinds = kinds.iter();
    kinds.any(|kind| ctx.of_kind(*kind).any(|(n, _)| looks(n)))
}

/// Whether some work under way is work to look at.
pub(super) fn some_work(ctx: &Context<'_>, looks: impl Fn(usize) -> bool) -> bool {
    ctx.active().any(|(n, ..)| looks(n))
}

/// The rules that have nothing to look at, by their codes.
#[derive(Debug)]
pub(crate) struct Ground {
    bare: Vec<&'static str>,
    /// Nobody has written why.
    no_why: bool,
}

impl Ground {
    pub(crate) fn of(ctx: &Context<'_>) -> Self {
        let bare = RULES.iter().filter(|it| !(it.footing.there_is)(ctx));
        Self {
            bare: bare.map(|it| it.code).collect(),
            no_why: ctx.elements().all(|(n, it)| {
                let mut up = ctx.up(n).iter();
                let because = crate::model::LinkKind::Because;
                it.why.is_empty() && !up.any(|step| step.link.kind() == because)
            }),
        }
    }

    pub(crate) fn bears(&self, rule: &Rule) -> bool {
        !self.bare.contains(&rule.code)
    }

    /// Whether a rule asks what does not arise: how good a why is where there should be one and is none, because that it
    /// is missing is the answer; what imposes work of which nobody says that it is imposed; or how sums are made where
    /// there are none.
    pub(crate) fn makes_moot(&self, rule: &Rule) -> bool {
        const OF_A_WHY: [&str; 4] = ["M502", "M503", "M504", "M506"];
        let of_a_why = self.no_why && OF_A_WHY.contains(&rule.code);
        let no_case = ["M310", "M510"].contains(&rule.code) && !self.bears(rule);
        (of_a_why || no_case) && !self.bare.contains(&"M501")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Finding, run_one};
    use super::*;
    use crate::fixture::draw;
    use crate::model::Lang;

    /// Of every case of every rule: its name, what the rule found, and whether there was anything to look at.
    fn judged(rule: &'static Rule) -> Vec<(&'static str, Vec<Finding>, bool)> {
        let all = rule.cases().map(|case| {
            let drawing = draw(case.portfolio).unwrap();
            let portfolio = drawing.portfolio();
            let ctx = Context::new(&portfolio, drawing.as_of, Lang::En);
            let found = run_one(rule, &ctx);
            (case.name, found, (rule.footing.there_is)(&ctx))
        });
        all.collect()
    }

    #[test]
    fn a_rule_that_finds_a_fault_had_something_to_look_at() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for (case, found, there_is) in judged(rule) {
                let violated = found
                    .iter()
                    .any(|it| it.result == super::super::Outcome::Violated);
                if violated && !there_is {
                    wrong.push(format!("{} {case}", rule.code));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_rule_has_a_drawn_case_in_which_its_silence_says_something() {
        let mute = RULES.iter().filter(|rule| {
            let mut cases = judged(rule).into_iter();
            !cases.any(|(_, found, there_is)| found.is_empty() && there_is)
        });
        let mute: Vec<&str> = mute.map(|it| it.code).collect();
        assert!(mute.is_empty(), "{mute:?}");
    }

    /// What holds of this portfolio.
    fn holding(drawing: &str) -> Vec<&'static str> {
        let drawing = draw(drawing).unwrap();
        let portfolio = drawing.portfolio();
        let ctx = Context::new(&portfolio, drawing.as_of, Lang::En);
        let ground = Ground::of(&ctx);
        let quiet = RULES.iter().filter(|rule| run_one(rule, &ctx).is_empty());
        let quiet = quiet.filter(|rule| ground.bears(rule));
        quiet.map(|rule| rule.code).collect()
    }

    #[test]
    fn a_list_of_projects_says_nothing_of_what_was_never_measured() {
        let held = holding(
            r#"
            source     reg "Register"
            import     reg 2026-06-02
            initiative old "Slipway" state=delivered delivered_on=2025-01-31 key=reg:P-1
            initiative new "New ferry" state=active budget="14 M EUR" key=reg:P-2
        "#,
        );
        for code in [
            "M401", "M402", "M306", "M308", "M510", "M301", "M303", "M304", "M107", "D206", "D202",
            "D203", "D209", "D104", "D408", "M503", "M506",
        ] {
            assert!(!held.contains(&code), "{code}: {held:?}");
        }
        // Nothing of the import was set aside.
        assert!(held.contains(&"M307"), "{held:?}");
    }

    #[test]
    fn a_portfolio_without_opposition_or_second_effects_has_no_conflict_to_judge() {
        let bare = "objective a \"A\"\ninitiative x \"X\" state=active -> a";
        assert!(!holding(bare).contains(&"D206"));
        let two = r#"
            objective  a "A"
            indicator  i "I" indicator_kind=outcome measures a
            initiative x "X" state=active -> a (expects=5 on=i)
            initiative y "Y" state=active -> a (expects=5 on=i)
        "#;
        assert!(holding(two).contains(&"D206"));
    }
}
