//! Whether what sound contributions promise is enough for what is left to do.
//!
//! S(o) is the sum of expected movements of work to come, each times its confidence, divided by what is left from the latest
//! value to the target. The context weighs it as for rule D204, at the **middle** between the low and the high estimates;
//! here it may rest on sound links and on values that are evidence only, and the weakest indicator decides. Missing
//! estimates make it a lower bound: enough is enough, but less cannot be told.

use super::claims::name;
use super::level::{Answer, Missing, Need, Stage, Sufficiency};
use super::stage::{MOST_ROWS, about, about_link, field, field_of_link, percent, tidy, written};
use super::ways::Ways;
use crate::model::{Confidence, Grade, IndicatorKind, LinkDetail, LinkId};
use crate::rules::words::say;
use crate::rules::{Balance, Basis, Context, Evidence};

/// What an objective is judged by.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Outcome and impact indicators, each with the objective or outcome that it measures: those of the objective, or where
    /// it has none, of the outcomes that contribute to it directly and soundly.
    pub(super) indicators: Vec<(usize, usize)>,
    /// Indicators of which nobody says what they speak of.
    pub(super) unsorted: Vec<usize>,
}

impl Judged {
    pub(super) fn of(ctx: &Context<'_>, ways: &Ways<'_>, objective: usize) -> Self {
        let mut found = Self::default();
        found.add(ctx, objective);
        if found.indicators.is_empty() {
            for n in ways.soundly_under(objective).iter().copied() {
                if ctx.element(n).outcome().is_some_and(|it| !it.harmful) {
                    found.add(ctx, n);
                }
            }
        }
        found
    }

    fn add(&mut self, ctx: &Context<'_>, goal: usize) {
        for n in ctx.indicators(goal) {
            match ctx.indicator_kind(n) {
                Some(kind) if kind >= IndicatorKind::Outcome => {
                    if self.indicators.iter().all(|(_, it)| *it != n) {
                        self.indicators.push((goal, n));
                    }
                }
                Some(_) => {}
                None => self.unsorted.push(n),
            }
        }
    }

    pub(super) fn numbers(&self) -> Vec<usize> {
        self.indicators.iter().map(|(_, n)| *n).collect()
    }
}

/// What is promised on one indicator, as shares of what is left before confidence.
#[derive(Debug)]
pub(super) struct Sum<'a> {
    pub(super) terms: Vec<(&'a LinkId, f64, Confidence)>,
    /// Nothing is left to do.
    pub(super) reached: bool,
}

/// One balance as it was judged.
struct Verdict<'a> {
    balance: Balance<'a>,
    answer: Answer,
    value: Option<Sufficiency>,
}

pub(super) fn of<'a>(
    ctx: &Context<'a>,
    ways: &Ways<'a>,
    objective: usize,
    judged: &Judged,
) -> (Stage, Option<Sufficiency>, Vec<Sum<'a>>) {
    let verdicts: Vec<Verdict<'a>> = judged
        .indicators
        .iter()
        .filter_map(|(goal, n)| balance(ctx, ways, *goal, *n))
        .map(judge)
        .collect();
    if judged.indicators.is_empty() {
        return (unmeasured(ctx, objective, judged), None, Vec::new());
    }
    let answer = Answer::all(verdicts.iter().map(|it| it.answer));
    // The least of what the worst verdicts say.
    let middle = |it: &Verdict<'_>| it.value.map_or(f64::NEG_INFINITY, |it| it.middle);
    let of_answer = verdicts.iter().filter(|it| it.answer == answer);
    let weakest = of_answer.min_by(|a, b| middle(a).total_cmp(&middle(b)));
    let stage = match weakest {
        Some(weakest) => told(ctx, weakest),
        None => Stage::new(
            Need::Sufficiency,
            Answer::Holds,
            say!(
                ctx,
                "It is to be held, not moved: nothing is left to do.",
                "Il s’agit de tenir, non de faire bouger : il ne reste rien à parcourir."
            ),
        ),
    };
    let sums = verdicts.iter().map(|it| sum(&it.balance)).collect();
    (stage, weakest.and_then(|it| it.value), sums)
}

/// The balance of an indicator on sound links, counted from the latest value that is evidence, or from the baseline before
/// the first: what somebody merely says neither shortens the way nor lengthens it.
fn balance<'a>(
    ctx: &Context<'a>,
    ways: &Ways<'a>,
    goal: usize,
    indicator: usize,
) -> Option<Balance<'a>> {
    let basis = Basis {
        least: Grade::Manual,
        sound: Some(&|step| ways.is_sound(step)),
    };
    ctx.balance(goal, indicator, &basis)
}

fn judge(balance: Balance<'_>) -> Verdict<'_> {
    let value = balance.share().map(|it| Sufficiency {
        low: tidy(it.low),
        middle: tidy(it.middle()),
        high: tidy(it.high),
        complete: balance.reached || balance.is_told(),
    });
    let answer = match balance.covers(1.0) {
        Some(covered) => Answer::of(covered),
        None => Answer::CannotTell,
    };
    Verdict {
        balance,
        answer,
        value,
    }
}

fn sum<'a>(balance: &Balance<'a>) -> Sum<'a> {
    let left = balance.left().unwrap_or(f64::NAN);
    let terms = balance.promises.iter().filter_map(|it| {
        let LinkDetail::Contribution(detail) = &it.link.detail else {
            return None;
        };
        let middle = it.expected.middle() / left;
        Some((&it.link.id, middle, detail.confidence?))
    });
    Sum {
        terms: terms.collect(),
        reached: balance.reached,
    }
}

fn unmeasured(ctx: &Context<'_>, objective: usize, judged: &Judged) -> Stage {
    let element = ctx.element(objective);
    let text = say!(
        ctx,
        "Whether it is enough cannot be told: no indicator tells the outcome.",
        "On ne peut dire si cela suffit : aucun indicateur ne dit le résultat."
    );
    let unsorted = judged.unsorted.iter();
    let missing = unsorted.map(|n| field(ctx, ctx.element(*n), "indicator_kind"));
    let missing: Vec<Missing> = missing.collect();
    let none = missing.is_empty().then(|| field(ctx, element, "indicator"));
    Stage::new(Need::Sufficiency, Answer::CannotTell, text)
        .lacks(missing)
        .lacks(none)
        .lifted_by(say!(
            ctx,
            "Name the indicator that tells the outcome, with its target, and write on each contribution how far it moves it.",
            "Nommez l’indicateur qui dit le résultat, avec sa cible, et écrivez sur chaque contribution de combien elle le fait bouger."
        ))
}

fn told(ctx: &Context<'_>, verdict: &Verdict<'_>) -> Stage {
    let Verdict {
        balance,
        answer,
        value,
    } = verdict;
    let indicator = ctx.element(balance.indicator);
    let on = name(ctx, indicator);
    let bound = value.filter(|it| !balance.reached && it.low < it.high);
    let range = bound.map_or(String::new(), |it| {
        let (low, high) = (percent(it.low), percent(it.high));
        say!(ctx, ", between {low} and {high}", ", entre {low} et {high}")
    });
    let middle = percent(value.map_or(0.0, |it| it.middle));
    let text = match (answer, value) {
        _ if balance.reached => say!(
            ctx,
            "The target of {on} is reached.",
            "La cible de {on} est atteinte."
        ),
        (Answer::CannotTell, Some(value)) if value.middle <= 0.0 => say!(
            ctx,
            "What the work to come will bring of what is left on {on} is not said.",
            "Rien ne dit ce que le travail à venir apportera de ce qui reste sur {on}."
        ),
        (Answer::CannotTell, Some(_)) => say!(
            ctx,
            "Work to come is expected to bring at least {middle} of what is left on {on}; the rest is not said.",
            "Le travail à venir doit apporter au moins {middle} de ce qui reste sur {on} ; le reste n’est pas dit."
        ),
        (Answer::CannotTell, None) => say!(
            ctx,
            "Whether it is enough cannot be told: what is left on {on} is not known.",
            "On ne peut dire si cela suffit : on ignore ce qui reste sur {on}."
        ),
        _ => say!(
            ctx,
            "Work to come is expected to bring {middle} of what is left on {on}{range}.",
            "Le travail à venir doit apporter {middle} de ce qui reste sur {on}{range}."
        ),
    };
    let lift = match answer {
        Answer::CannotTell if balance.target.is_some() && balance.last.is_some() => say!(
            ctx,
            "Write on each contribution how far it moves {on} and how sure that is.",
            "Écrivez sur chaque contribution de combien elle fait bouger {on} et avec quelle confiance."
        ),
        Answer::CannotTell if balance.target.is_some() => say!(
            ctx,
            "Record where {on} stands, and write on each contribution how far it moves it and how sure that is.",
            "Relevez où en est {on}, et écrivez sur chaque contribution de combien elle le fait bouger et avec quelle confiance."
        ),
        Answer::CannotTell => say!(
            ctx,
            "Give {on} a target, and write on each contribution how far it moves it and how sure that is.",
            "Donnez une cible à {on}, et écrivez sur chaque contribution de combien elle le fait bouger et avec quelle confiance."
        ),
        _ => say!(
            ctx,
            "Add work that moves {on}, lower its target, or move its date.",
            "Ajoutez un travail qui fasse bouger {on}, abaissez sa cible ou repoussez son échéance."
        ),
    };
    Stage::new(Need::Sufficiency, *answer, text)
        .shows(rows(ctx, balance))
        .lacks(missing(ctx, balance))
        .lifted_by(lift)
}

fn rows<'c>(ctx: &'c Context<'_>, balance: &'c Balance<'_>) -> impl Iterator<Item = Evidence> + 'c {
    let indicator = ctx.element(balance.indicator);
    let gap = balance.last.zip(balance.target).map(|(last, target)| {
        let [last, target] = [last, target].map(|it| written(it, ctx.lang));
        let text = say!(
            ctx,
            "It stands at {last} and is to be {target}",
            "Il est à {last} et doit atteindre {target}"
        );
        about(indicator, text)
    });
    let promises = balance.promises.iter().take(MOST_ROWS);
    let promises = promises.map(|it| {
        let whole = written(it.expected.likely, ctx.lang);
        let counted = it.weighted.map(|it| it.likely);
        let remark = match counted {
            Some(counted) => {
                let counted = written((counted * 1000.0).round() / 1000.0, ctx.lang);
                say!(
                    ctx,
                    "expected {whole}, counted {counted}",
                    "{whole} attendu, {counted} compté"
                )
            }
            None => say!(
                ctx,
                "expected {whole}, how sure is not said",
                "{whole} attendu, sans dire avec quelle confiance"
            ),
        };
        about_link(ctx, it.link, &remark)
    });
    gap.into_iter().chain(promises)
}

fn missing(ctx: &Context<'_>, balance: &Balance<'_>) -> Vec<Missing> {
    let indicator = ctx.element(balance.indicator);
    let mut found = Vec::new();
    if balance.reached {
        return found;
    }
    if balance.target.is_none() {
        found.push(field(ctx, indicator, "target"));
    }
    if balance.last.is_none() {
        found.push(field(ctx, indicator, "baseline"));
    }
    let silent = balance.silent.iter();
    found.extend(silent.map(|it| field_of_link(ctx, it.link, "expects")));
    let doubtful = balance.promises.iter().filter(|it| it.weighted.is_none());
    found.extend(doubtful.map(|it| field_of_link(ctx, it.link, "confidence")));
    found.truncate(MOST_ROWS);
    found
}
