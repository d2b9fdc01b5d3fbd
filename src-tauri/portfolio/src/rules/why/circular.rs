//! M502: a why that leads back to where it started, or that only says the title again.

use crate::model::{Element, ElementKind, Link, LinkKind};
use crate::rules::circles::circles;
use crate::rules::footing::Footing;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::tokens;
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const OVERLAP: Threshold = Threshold {
    name: "overlap",
    value: 0.8,
    unit: Said {
        en: "of the words of the why stand in the title",
        fr: "des mots du pourquoi sont dans le titre",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M502",
    name: "circular",
    family: Family::Why,
    severity: Severity::High,
    title: Said {
        en: "Whys that go round in a circle",
        fr: "Pourquoi qui tournent en rond",
    },
    what: Said {
        en: "Reasons that lead back to where they started (high), or a why card of which at least {overlap} of the words, without \
             stop words and words for doing, only repeat the title, in the same form or another (medium). Reasons are because links; a contribution on \
             the way closes a circle as well.",
        fr: "Des raisons qui ramènent à leur point de départ (élevé), ou une carte du pourquoi dont au moins {overlap} des mots, hors \
             mots vides et verbes d’exécution, ne font que répéter le titre, sous la même forme ou une autre (moyen). Les raisons sont les liens « parce que » ; \
             une contribution sur le chemin ferme aussi le cercle.",
    },
    why: Said {
        en: "“We build it because we need it” ends every discussion and answers no question. Two goals that justify each other \
             stand on nothing.",
        fr: "« On le fait parce qu’il nous le faut » clôt toute discussion sans répondre à aucune question. Deux buts qui se \
             justifient l’un l’autre ne reposent sur rien.",
    },
    how: Said {
        en: "Ask “so that what changes, for whom?” until the answer names somebody outside the project, and cut the reason that runs backwards.",
        fr: "Demandez « pour que quoi change, et pour qui ? » jusqu’à nommer quelqu’un hors du projet, et coupez la raison qui va à rebours.",
    },
    thresholds: &[OVERLAP],
    footing: Footing {
        needs: Said {
            en: "a written why, or links that say why",
            fr: "un pourquoi écrit, ou des liens qui disent pourquoi",
        },
        there_is: |ctx| {
            ctx.elements()
                .any(|(n, it)| !it.why.is_empty() || !ctx.up(n).is_empty())
        },
    },
    check: Check::Both(&ElementKind::ALL, text, circle),
    cases: include_str!("circular.cases"),
};

fn text<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    if element.why.is_empty() {
        return;
    }
    let overlap = tokens::overlap(&element.why.text, &element.title);
    if overlap.share >= report.value(&OVERLAP) {
        report.add(violated_by_text(ctx, element, &overlap));
    }
}

fn circle<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    for circle in circles(ctx) {
        report.add(violated_by_circle(ctx, &circle));
    }
}

fn violated_by_circle<'a>(ctx: &Context<'a>, circle: &[(usize, &'a Link)]) -> Verdict<'a> {
    let members: Vec<&Element> = circle.iter().map(|(n, _)| ctx.element(*n)).collect();
    let names: Vec<String> = members
        .iter()
        .chain(members.first())
        .map(|it| quoted(&it.title, ctx.lang))
        .collect();
    let chain = names.join(" → ");
    let rows: Vec<Evidence> = circle
        .iter()
        .zip(names.windows(2))
        .map(|((n, link), pair)| {
            let [from, to] = pair else {
                return row("").by(link);
            };
            let text = if link.kind() == LinkKind::Because {
                say!(ctx, "{from} because of {to}", "{from} parce que {to}")
            } else {
                say!(ctx, "{from} contributes to {to}", "{from} contribue à {to}")
            };
            row(text).of(ctx.element(*n)).by(link)
        })
        .collect();
    let mut verdict = Verdict::violated(ctx.element(circle[0].0));
    let others: Vec<&str> = members.iter().skip(1).map(|it| it.id.as_str()).collect();
    verdict = verdict.facet(&format!("circle:{}", others.join("+")));
    verdict
        .says(say!(
            ctx,
            "These whys only justify each other: {chain}.",
            "Ces pourquoi ne font que se justifier l’un l’autre : {chain}."
        ))
        .advises(say!(
            ctx,
            "Remove the reason that runs backwards and name a driver outside the circle.",
            "Retirez la raison qui va à rebours et nommez un moteur hors du cercle."
        ))
        .shows(rows)
        .relates(members.into_iter().skip(1))
}

fn violated_by_text<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    overlap: &tokens::Overlap,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let said = quoted(element.why.text.trim(), ctx.lang);
    let share = percent(overlap.share, ctx.lang);
    let shared = overlap.shared.join(", ");
    let words = if overlap.shared.is_empty() {
        say!(
            ctx,
            "It holds only stock words",
            "Il ne contient que des mots vides"
        )
    } else {
        say!(
            ctx,
            "{share} of its words stand in the title: {shared}",
            "{share} de ses mots sont dans le titre : {shared}"
        )
    };
    Verdict::violated(element)
        .facet("text")
        .at(Severity::Medium)
        .not_raised()
        .says(say!(
            ctx,
            "The why of {name} only says its title again.",
            "Le pourquoi de {name} ne fait que redire son titre."
        ))
        .advises(say!(
            ctx,
            "Say what changes and for whom, or name the driver it answers.",
            "Dites ce qui change et pour qui, ou nommez le moteur auquel il répond."
        ))
        .shows([
            row(say!(ctx, "Why: {said}", "Pourquoi : {said}"))
                .of(element)
                .on(element.why.reviewed_on.or(element.why.accepted_on)),
            row(words).of(element),
        ])
        .stakes(ctx.number(&element.id).and_then(|n| ctx.budget(n)).cloned())
}
