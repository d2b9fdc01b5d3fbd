//! M502: a why that leads back to where it started, or that only says the title again.

use crate::model::{Element, Link, LinkKind};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Case, OURS, Rule, Said, Threshold};
use crate::rules::tokens;
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::{HashMap, VecDeque};

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
        en: "Reasons that lead back to where they started (high), or a why card of which at least 0.8 of the words, without \
             stop words and words for doing, only repeat the title (medium). Reasons are because links; a contribution on \
             the way closes a circle as well.",
        fr: "Des raisons qui ramènent à leur point de départ (élevé), ou une carte du pourquoi dont au moins 0,8 des mots, hors \
             mots vides et verbes d’exécution, ne font que répéter le titre (moyen). Les raisons sont les liens « parce que » ; \
             une contribution sur le chemin ferme aussi le cercle.",
    },
    why: Said {
        en: "“We build it because we need it” ends every discussion and answers no question. Two goals that justify each other \
             stand on nothing.",
        fr: "« On le fait parce qu’il nous le faut » clôt toute discussion sans répondre à aucune question. Deux buts qui se \
             justifient l’un l’autre ne reposent sur rien.",
    },
    how: Said {
        en: "Ask “so that what changes, for whom?” until the answer names somebody outside the project, and cut the reason that runs backwards.",
        fr: "Demandez « pour que quoi change, et pour qui ? » jusqu’à nommer quelqu’un hors du projet, et coupez la raison qui va à rebours.",
    },
    thresholds: &[OVERLAP],
    check,
    cases: CASES,
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    for circle in circles(ctx) {
        report.add(violated_by_circle(ctx, &circle));
    }
    for (_, element) in ctx.elements() {
        if element.why.is_empty() {
            continue;
        }
        let overlap = tokens::overlap(&element.why.text, &element.title);
        if overlap.share >= OVERLAP.value {
            report.add(violated_by_text(ctx, element, &overlap));
        }
    }
}

fn is_reason(link: &Link) -> bool {
    matches!(link.kind(), LinkKind::Because | LinkKind::Contribution)
}

/// One shortest circle for each knot of elements that justify each other, as elements with the link out of each.
fn circles<'a>(ctx: &Context<'a>) -> Vec<Vec<(usize, &'a Link)>> {
    let knots = knots(ctx);
    let mut first: HashMap<usize, usize> = HashMap::new();
    let mut size: HashMap<usize, usize> = HashMap::new();
    for (n, knot) in knots.iter().enumerate() {
        first.entry(*knot).or_insert(n);
        *size.entry(*knot).or_default() += 1;
    }
    let mut starts: Vec<usize> = first
        .into_iter()
        .filter(|(knot, _)| size.get(knot).is_some_and(|it| *it > 1))
        .map(|(_, n)| n)
        .collect();
    starts.sort_unstable();
    starts
        .into_iter()
        .filter_map(|start| circle(ctx, &knots, start))
        .collect()
}

/// The shortest way from `start` back to itself inside its knot.
fn circle<'a>(ctx: &Context<'a>, knots: &[usize], start: usize) -> Option<Vec<(usize, &'a Link)>> {
    let mut came: HashMap<usize, (usize, &Link)> = HashMap::new();
    let mut queue = VecDeque::from([start]);
    'search: while let Some(at) = queue.pop_front() {
        for step in ctx.up(at).iter().filter(|it| is_reason(it.link)) {
            if knots[step.to] == knots[start] && !came.contains_key(&step.to) {
                came.insert(step.to, (at, step.link));
                if step.to == start {
                    break 'search;
                }
                queue.push_back(step.to);
            }
        }
    }
    let mut steps = Vec::new();
    let mut at = start;
    loop {
        let (from, link) = *came.get(&at)?;
        steps.push((from, link));
        at = from;
        if at == start {
            steps.reverse();
            return Some(steps);
        }
    }
}

/// The strongly connected part of each element (Kosaraju's two passes, without recursion).
fn knots(ctx: &Context<'_>) -> Vec<usize> {
    let mut order = Vec::with_capacity(ctx.len());
    let mut seen = vec![false; ctx.len()];
    for start in 0..ctx.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut stack = vec![(start, 0)];
        while let Some((at, next)) = stack.pop() {
            match ctx.up(at).get(next) {
                Some(step) => {
                    stack.push((at, next + 1));
                    if is_reason(step.link) && !seen[step.to] {
                        seen[step.to] = true;
                        stack.push((step.to, 0));
                    }
                }
                None => order.push(at),
            }
        }
    }
    let mut knot = vec![usize::MAX; ctx.len()];
    for start in order.into_iter().rev() {
        if knot[start] != usize::MAX {
            continue;
        }
        knot[start] = start;
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            for step in ctx.down(at).iter().filter(|it| is_reason(it.link)) {
                if knot[step.to] == usize::MAX {
                    knot[step.to] = start;
                    stack.push(step.to);
                }
            }
        }
    }
    knot
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
            "Ces pourquoi ne font que se justifier l’un l’autre : {chain}."
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
            "{share} de ses mots sont dans le titre : {shared}"
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
            row(say!(ctx, "Why: {said}", "Pourquoi : {said}"))
                .of(element)
                .on(element.why.reviewed_on.or(element.why.accepted_on)),
            row(words).of(element),
        ])
        .stakes(ctx.number(&element.id).and_then(|n| ctx.budget(n)).cloned())
}

const CASES: &[Case] = &[
    Case {
        name: "two_goals_that_justify_each_other_are_a_circle",
        portfolio: r#"
            priority  fast  "Faster care" because wait  # M502:high
            objective wait  "Wait under 20 minutes" because fast
        "#,
    },
    Case {
        name: "a_contribution_closes_the_circle_as_well",
        portfolio: r#"
            driver    digital "Digital first" because wait  # M502:high
            priority  fast    "Faster care" -> digital
            objective wait    "Wait under 20 minutes" -> fast
        "#,
    },
    Case {
        name: "reasons_that_end_at_a_driver_are_no_circle",
        portfolio: r#"
            driver     age  "Twice as many patients over 80 by 2035"
            priority   fast "Faster care" because age
            objective  wait "Wait under 20 minutes" because fast because age -> fast
            initiative desk "Self check-in desks" because wait because fast -> wait
        "#,
    },
    Case {
        name: "a_why_that_repeats_the_title_says_nothing",
        portfolio: r#"
            initiative lake "Data lake, phase 2" why="We need to implement the data lake."  # M502:medium
            initiative fr   "Dématérialisation des dossiers patients" why="Pour dématérialiser les dossiers des patients"
            initiative frd  "Dossiers patients numériques" why="Il faut déployer les dossiers patients numériques"  # M502:medium
            initiative acc  "Système d’accès" why="Mettre en place le systeme d'acces"  # M502:medium
            initiative stop "Cloud move" why="Because we need it."  # M502:medium
        "#,
    },
    Case {
        name: "four_words_of_five_are_too_many_three_of_four_are_not",
        portfolio: r#"
            initiative a "Bed board night ward" why="Bed board night ward falls"  # M502:medium
            initiative b "Bed board night" why="Bed board night falls"
        "#,
    },
    Case {
        name: "a_title_inside_a_longer_reason_is_fine",
        portfolio: r#"
            initiative rx "Electronic prescribing" why="Electronic prescribing stops the misread handwriting behind 120 injuries a year"
        "#,
    },
];
