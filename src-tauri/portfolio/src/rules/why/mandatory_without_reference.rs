//! M510: work called mandatory that names nothing that imposes it, or so much mandatory work that little is chosen.

use crate::model::{Category, Currency, Element, ElementKind, Initiative, Maybe, Money, Reason};
use crate::rules::context::Sum;
use crate::rules::footing::{Footing, some_work};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, gap_words, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{money, number, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use rust_decimal::{Decimal, prelude::ToPrimitive};

const TOTAL: Threshold = Threshold {
    name: "mandatory_budget_share",
    value: 40.0,
    unit: Said {
        en: "% of active budget",
        fr: "% du budget actif",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M510",
    name: "mandatory-without-reference",
    family: Family::Why,
    severity: Severity::Medium,
    title: Said {
        en: "Mandatory work that nothing imposes",
        fr: "Obligations que rien n’impose",
    },
    what: Said {
        en: "An open initiative marked as mandatory that names no law, contract or end-of-support date, itself or through \
             a driver it exists because of; or mandatory work that holds more than {mandatory_budget_share} % of the active budget of a currency.",
        fr: "Une initiative ouverte classée obligatoire qui ne nomme ni loi, ni contrat, ni fin de support, elle-même ou par le \
             moteur dont elle relève ; ou un obligatoire qui dépasse {mandatory_budget_share} % du budget actif d’une monnaie.",
    },
    why: Said {
        en: "“Mandatory” is the label that ends arbitration. Without a reference it protects habits, and when it takes most of \
             the money the strategy has nothing left to decide.",
        fr: "« Obligatoire » est l’étiquette qui met fin à l’arbitrage. Sans référence elle protège des habitudes, et quand elle \
             absorbe l’essentiel du budget, la stratégie n’a plus rien à décider.",
    },
    how: Said {
        en: "Write the law, contract clause or end-of-support notice with its date, or make it compete with the rest.",
        fr: "Inscrivez la loi, la clause ou l’avis de fin de support avec sa date, ou remettez-la en concurrence avec le reste.",
    },
    thresholds: &[TOTAL],
    footing: Footing {
        needs: Said {
            en: "work under way that is called mandatory",
            fr: "du travail en cours dit obligatoire",
        },
        there_is: |ctx| some_work(ctx, |n| mandatory(ctx, n).is_some()),
    },
    check: Check::Both(&[ElementKind::Initiative], each, whole),
    cases: include_str!("mandatory_without_reference.cases"),
};

/// Budgets of active mandatory work, by currency.
pub(in crate::rules) const MANDATORY: Sum = Sum {
    place: 3,
    part: |ctx, n| {
        mandatory(ctx, n)?;
        ctx.own_budget(n)
    },
};

fn mandatory<'a>(ctx: &Context<'a>, number: usize) -> Option<&'a Initiative> {
    let mandatory = Some(Maybe::Known(Category::Mandatory));
    ctx.active_initiative(number)
        .filter(|it| it.category == mandatory)
}

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if let Some(initiative) = mandatory(ctx, number)
        && !ctx.answers_a_reference(number)
    {
        report_reference(ctx, report, number, ctx.element(number), initiative);
    }
}

fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let totals: Vec<(String, Decimal)> = ctx
        .active_budget()
        .map(|(code, total)| (code.to_owned(), total))
        .collect();
    for (code, total) in totals {
        let sum = ctx.sum_of(&MANDATORY, &code);
        let share = sum.checked_div(total).and_then(|it| it.to_f64());
        let most = report.value(&TOTAL);
        if let Some(share) = share.filter(|it| it * 100.0 > most) {
            let members: Vec<&Element> = ctx
                .active()
                .filter(|(n, ..)| mandatory(ctx, *n).is_some())
                .filter(|(n, ..)| ctx.own_budget(*n).is_some_and(|(it, _)| it == code))
                .map(|(_, element, _)| element)
                .collect();
            let Some(currency) = Currency::parse(&code) else {
                continue;
            };
            let total = Money {
                amount: sum,
                currency,
            };
            report.add(too_much(ctx, share, total, most, &members));
        }
    }
}

fn report_reference<'a>(
    ctx: &Context<'a>,
    report: &mut Report<'_, 'a>,
    number: usize,
    element: &'a Element,
    initiative: &Initiative,
) {
    let name = quoted(&element.title, ctx.lang);
    let budget = ctx.budget(number);
    let advice = say!(
        ctx,
        "Write the law, contract or end-of-support notice that imposes it, or change its category.",
        "Inscrivez la loi, le contrat ou l’avis de fin de support qui l’impose, ou changez sa catégorie."
    );
    let said = match &initiative.reference {
        Some(Maybe::Known(text)) if !text.trim().is_empty() => return,
        Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld => {
            let why = gap_words(ctx, gap.reason, &gap.said);
            let told = row(say!(ctx, "Reference: {why}", "Référence : {why}"));
            let missing = vec![Missing::of(Lack::Reference, element, ctx.lang).withheld()];
            report.add(
                Verdict::cannot_tell(element, missing)
                    .says(say!(
                        ctx,
                        "What makes {name} mandatory cannot be told: its reference is withheld.",
                        "On ne peut dire ce qui rend {name} obligatoire : sa référence n’est pas communiquée."
                    ))
                    .advises(advice)
                    .shows([told.imported(ctx, element)])
                    .stakes(budget.cloned()),
            );
            return;
        }
        Some(Maybe::Missing(gap)) => gap_words(ctx, gap.reason, &gap.said),
        Some(Maybe::Known(_)) | None => say!(ctx, "empty", "vide"),
    };
    let message = match budget.map(|it| money(it, ctx.lang)) {
        Some(sum) => say!(
            ctx,
            "{name} spends {sum} as mandatory work and names nothing that imposes it.",
            "{name} dépense {sum} au titre de l’obligatoire et ne nomme rien qui l’impose."
        ),
        None => say!(
            ctx,
            "{name} is called mandatory and names nothing that imposes it.",
            "{name} est dite obligatoire et ne nomme rien qui l’impose."
        ),
    };
    report.add(
        Verdict::violated(element)
            .says(message)
            .advises(advice)
            .shows([
                row(say!(ctx, "Reference: {said}", "Référence : {said}")).imported(ctx, element)
            ])
            .stakes(budget.cloned()),
    );
}

fn too_much<'a>(
    ctx: &Context<'a>,
    share: f64,
    total: Money,
    most: f64,
    members: &[&'a Element],
) -> Verdict<'a> {
    let sum = money(&total, ctx.lang);
    // With a decimal, so that what is just over the threshold does not read as being on it.
    let [share, most] = [share * 100.0, most].map(|it| number(it, ctx.lang));
    let [share, most] = [share, most].map(|it| format!("{it}\u{a0}%"));
    let rows: Vec<_> = members
        .iter()
        .filter_map(|it| {
            let amount = money(ctx.budget(ctx.number(&it.id)?)?, ctx.lang);
            let name = quoted(&it.title, ctx.lang);
            Some(row(say!(ctx, "{name}: {amount}", "{name} : {amount}")).imported(ctx, it))
        })
        .collect();
    Verdict::violated_by_all(format!("total:{}", total.currency.as_str()))
        .says(say!(
            ctx,
            "Mandatory work takes {sum}, {share} of the active budget; little is left to choose.",
            "L’obligatoire prend {sum}, soit {share} du budget actif ; il reste peu à choisir."
        ))
        .advises(say!(
            ctx,
            "Check each reference, and bring the share to {most} or less by re-scoping what is not imposed.",
            "Vérifiez chaque référence et ramenez la part à {most} ou moins en révisant ce que rien n’impose."
        ))
        .shows(rows)
        .relates(members.iter().copied())
        .stakes([total])
}
