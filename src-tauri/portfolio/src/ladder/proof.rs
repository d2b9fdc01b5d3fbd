//! What is observed: whether the outcome is read, moved as planned after something was delivered, and stays so.
//!
//! Every indicator that an objective is judged by has to hold, because what one shows does not make up for what another
//! shows: the worst answer of all is the answer.

use super::claims::name;
use super::conflict;
use super::freshness::freshness;
use super::level::{Answer, Missing, Need, Stage};
use super::reach::Reach;
use super::shown::{Delivery, READINGS, Shown, is_lasting};
use super::stage::{MOST_ROWS, about, about_reading, field, percent, tidy, written};
use super::sufficiency::Judged;
use crate::model::{ElementId, Grade, Reading};
use crate::rules::words::{day, say};
use crate::rules::{Context, Evidence, Finding};

/// Stages of the levels *measured*, *proven* and *sustained*, with R of the weakest indicator.
#[derive(Debug)]
pub(super) struct Proof {
    pub(super) stages: Vec<Stage>,
    pub(super) realised: Option<f64>,
    pub(super) indicators: Vec<ElementId>,
}

pub(super) fn of(
    ctx: &Context<'_>,
    objective: usize,
    work: &[(usize, Reach)],
    judged: &Judged,
    conflicts: &[&Finding],
) -> Proof {
    let shown: Vec<Shown<'_>> = judged
        .numbers()
        .into_iter()
        .filter_map(|n| Shown::of(ctx, n))
        .collect();
    let delivery = Delivery::of(ctx, work);
    let realised = shown
        .iter()
        .map(Shown::realised)
        .collect::<Option<Vec<f64>>>()
        .and_then(|all| all.into_iter().min_by(f64::total_cmp))
        .map(tidy);
    Proof {
        stages: vec![
            indicator(ctx, objective, judged),
            baseline(ctx, &shown),
            reading(ctx, &shown),
            conflict::stage(ctx, conflicts),
            delivered(ctx, &shown, &delivery),
            proven(ctx, &shown),
            movement(ctx, &shown),
            duration(ctx, &shown, &delivery),
        ],
        realised,
        indicators: shown.iter().map(|it| it.element.id.clone()).collect(),
    }
}

/// The worst answer of all indicators, none of which is a failure.
fn worst<'a, 's>(
    shown: &'s [Shown<'a>],
    answer: impl Fn(&Shown<'a>) -> Answer,
) -> (Answer, Vec<&'s Shown<'a>>) {
    if shown.is_empty() {
        return (Answer::Fails, Vec::new());
    }
    let all = Answer::all(shown.iter().map(&answer));
    let some = shown.iter().filter(|it| answer(it) == all);
    (all, some.collect())
}

fn named(ctx: &Context<'_>, some: &[&Shown<'_>]) -> String {
    match some.first() {
        Some(first) => name(ctx, first.element),
        None => say!(ctx, "the outcome", "ce résultat"),
    }
}

fn indicator(ctx: &Context<'_>, objective: usize, judged: &Judged) -> Stage {
    let answer = match (judged.indicators.is_empty(), judged.unsorted.is_empty()) {
        (false, _) => Answer::Holds,
        (true, false) => Answer::CannotTell,
        (true, true) => Answer::Fails,
    };
    let text = match answer {
        Answer::Holds => say!(
            ctx,
            "An indicator tells the outcome.",
            "Un indicateur dit le résultat."
        ),
        Answer::CannotTell => say!(
            ctx,
            "It has indicators, and nobody says whether they tell work, adoption or outcome.",
            "Il a des indicateurs, et nul ne dit s’ils parlent de travail, d’adoption ou de résultat."
        ),
        Answer::Fails => say!(
            ctx,
            "No indicator tells the outcome.",
            "Aucun indicateur ne dit le résultat."
        ),
    };
    let rows = judged.indicators.iter().map(|(_, n)| {
        let element = ctx.element(*n);
        about(element, name(ctx, element))
    });
    let unsorted = judged.unsorted.iter();
    let kinds = unsorted.map(|n| field(ctx, ctx.element(*n), "indicator_kind"));
    let none = (answer == Answer::Fails).then(|| field(ctx, ctx.element(objective), "indicator"));
    Stage::new(Need::Indicator, answer, text)
        .shows(rows.take(MOST_ROWS))
        .lacks(kinds.filter(|_| answer == Answer::CannotTell))
        .lacks(none)
        .lifted_by(match answer {
            Answer::CannotTell => say!(
                ctx,
                "Say of each indicator what it speaks of.",
                "Dites de chaque indicateur ce dont il parle."
            ),
            _ => say!(
                ctx,
                "Name an indicator of the outcome: what somebody will notice, not what is done.",
                "Nommez un indicateur de résultat : ce que quelqu’un remarquera, non ce que l’on fait."
            ),
        })
}

fn baseline(ctx: &Context<'_>, shown: &[Shown<'_>]) -> Stage {
    let (answer, some) = worst(shown, Shown::baseline);
    let of = named(ctx, &some);
    let text = match answer {
        Answer::Holds => say!(
            ctx,
            "It is known from where it starts.",
            "Le point de départ est connu."
        ),
        Answer::CannotTell => say!(
            ctx,
            "The baseline of {of} was not given.",
            "La valeur de départ de {of} n’a pas été donnée."
        ),
        Answer::Fails => say!(
            ctx,
            "Nobody knows from where {of} starts.",
            "Personne ne sait d’où part {of}."
        ),
    };
    let missing = some.iter().map(|it| field(ctx, it.element, "baseline"));
    Stage::new(Need::Baseline, answer, text)
        .lacks(missing.filter(|_| answer != Answer::Holds))
        .lifted_by(say!(
            ctx,
            "Write the baseline with its day, before more is delivered.",
            "Notez la valeur de départ et sa date, avant toute nouvelle livraison."
        ))
}

/// The reading of each indicator, with how much it still says.
fn readings<'a>(
    ctx: &Context<'_>,
    shown: &[Shown<'a>],
    of: impl Fn(&Shown<'a>) -> Option<(&'a Reading, Grade)>,
) -> Vec<Evidence> {
    let rows = shown.iter().filter_map(|it| {
        let (reading, grade) = of(it)?;
        let (value, grade) = (written(reading.value, ctx.lang), grade as u8);
        let fresh = freshness(reading, it.indicator, ctx.as_of);
        let text = match fresh.map(percent) {
            Some(fresh) => say!(
                ctx,
                "{value} (E{grade}, freshness {fresh})",
                "{value} (E{grade}, fraîcheur {fresh})"
            ),
            None => say!(ctx, "{value} (E{grade})", "{value} (E{grade})"),
        };
        Some(about_reading(ctx, it.element, reading, text))
    });
    rows.take(MOST_ROWS).collect()
}

fn reading(ctx: &Context<'_>, shown: &[Shown<'_>]) -> Stage {
    let (answer, some) = worst(shown, |it| it.fresh(ctx, it.newest));
    let of = named(ctx, &some);
    let read = some.first().and_then(|it| it.newest);
    let text = match (answer, read) {
        (Answer::Holds, _) => say!(
            ctx,
            "The outcome is read, with source and definition.",
            "Le résultat est relevé, avec source et définition."
        ),
        (Answer::CannotTell, _) => say!(
            ctx,
            "Whether the reading of {of} is still fresh cannot be told: nobody says how often it is read.",
            "On ne peut dire si le relevé de {of} est encore frais : nul ne dit à quel rythme il se relève."
        ),
        (Answer::Fails, Some((it, _))) => {
            let day = day(it.period, ctx.lang);
            say!(
                ctx,
                "The last reading of {of}, of {day}, is too old.",
                "Le dernier relevé de {of}, du {day}, est trop ancien."
            )
        }
        (Answer::Fails, None) => say!(
            ctx,
            "There is no reading of {of} with source and definition.",
            "Il n’y a pas de relevé de {of} avec source et définition."
        ),
    };
    let period = some.iter().filter(|_| answer == Answer::CannotTell);
    Stage::new(Need::Reading, answer, text)
        .shows(readings(ctx, shown, |it| it.newest))
        .lacks(period.map(|it| field(ctx, it.element, "every_days")))
        .lifted_by(match answer {
            Answer::CannotTell => say!(
                ctx,
                "Say how often {of} is read.",
                "Dites à quel rythme {of} se relève."
            ),
            _ => say!(
                ctx,
                "Read {of} and name the source; write down what is counted.",
                "Relevez {of} en nommant la source, et écrivez ce qui est compté."
            ),
        })
}

fn delivered(ctx: &Context<'_>, shown: &[Shown<'_>], delivery: &Delivery) -> Stage {
    let (answer, _) = worst(shown, |it| match it.proof.or(it.newest) {
        Some((reading, _)) => delivery.before(reading.period),
        None => Answer::Fails,
    });
    let first = delivery
        .shows
        .map(|(date, n)| (day(date, ctx.lang), ctx.element(n)));
    let text = match (answer, &first) {
        (Answer::Holds, Some((_, it))) => {
            let it = name(ctx, it);
            say!(
                ctx,
                "It was read after {it} was delivered.",
                "Il a été relevé après la livraison de {it}."
            )
        }
        (Answer::CannotTell, _) => say!(
            ctx,
            "Work is delivered, and nobody says when.",
            "Un travail est livré, et nul ne dit quand."
        ),
        (_, Some((date, _))) => say!(
            ctx,
            "What was delivered can show from {date}; there is no reading since.",
            "Ce qui est livré peut se voir dès le {date} ; aucun relevé depuis."
        ),
        (_, None) => say!(
            ctx,
            "Nothing that leads here is delivered.",
            "Rien de ce qui mène ici n’est livré."
        ),
    };
    let undated = delivery.undated.iter();
    let undated = undated.map(|n| field(ctx, ctx.element(*n), "delivered_on"));
    let row = delivery
        .shows
        .map(|(_, n)| about(ctx.element(n), name(ctx, ctx.element(n))));
    Stage::new(Need::Delivery, answer, text)
        .shows(row)
        .lacks(undated.filter(|_| answer == Answer::CannotTell))
        .lifted_by(match answer {
            Answer::CannotTell => say!(
                ctx,
                "Write the day of delivery.",
                "Notez la date de livraison."
            ),
            _ => say!(
                ctx,
                "Deliver, wait for the lag, and read the outcome again.",
                "Livrez, laissez passer le délai d’effet et relevez de nouveau le résultat."
            ),
        })
}

fn proven(ctx: &Context<'_>, shown: &[Shown<'_>]) -> Stage {
    let (answer, some) = worst(shown, |it| it.fresh(ctx, it.proof));
    let of = named(ctx, &some);
    let text = match answer {
        Answer::Holds => say!(
            ctx,
            "A system or a second source shows it.",
            "Un système ou une seconde source le montre."
        ),
        Answer::CannotTell => say!(
            ctx,
            "Whether what proves {of} is still fresh cannot be told.",
            "On ne peut dire si ce qui prouve {of} est encore frais."
        ),
        Answer::Fails => say!(
            ctx,
            "No fresh reading of {of} comes from a system or is seconded by another source.",
            "Aucun relevé frais de {of} ne vient d’un système ni n’est confirmé par une autre source."
        ),
    };
    let period = some.iter().filter(|_| answer == Answer::CannotTell);
    Stage::new(Need::Proof, answer, text)
        .shows(readings(ctx, shown, |it| it.proof))
        .lacks(period.map(|it| field(ctx, it.element, "every_days")))
        .lifted_by(say!(
            ctx,
            "Import {of} from the system that counts it, or have a second source confirm it.",
            "Importez {of} depuis le système qui le compte, ou faites-le confirmer par une seconde source."
        ))
}

fn movement(ctx: &Context<'_>, shown: &[Shown<'_>]) -> Stage {
    let (answer, some) = worst(shown, Shown::moved);
    let of = named(ctx, &some);
    let lacking: Vec<Missing> = some.iter().flat_map(|it| it.unplanned(ctx)).collect();
    let r = some.first().and_then(|it| it.realised()).map(percent);
    let text = match (answer, &r) {
        (Answer::Holds, _) => say!(ctx, "It moved as planned.", "Il a bougé comme prévu."),
        (Answer::CannotTell, _) => say!(
            ctx,
            "Whether {of} moved as planned cannot be told: the plan was not given.",
            "On ne peut dire si {of} a bougé comme prévu : le plan n’a pas été donné."
        ),
        (_, Some(r)) => say!(
            ctx,
            "{of} has made {r} of the movement planned until then.",
            "{of} a fait {r} du mouvement prévu à cette date."
        ),
        (_, None) if lacking.is_empty() => say!(
            ctx,
            "No reading can yet be held against the plan of {of}.",
            "Aucun relevé ne peut encore être confronté au plan de {of}."
        ),
        (_, None) => say!(
            ctx,
            "Nothing says where {of} should stand: a baseline and a target with their days are needed, and a reading.",
            "Rien ne dit où {of} devrait en être : il faut un départ et une cible datés, et un relevé."
        ),
    };
    let lift = match &r {
        Some(_) => say!(
            ctx,
            "Review with the owner why {of} does not move: wrong work, too early, or the wrong indicator.",
            "Voyez avec le responsable pourquoi {of} ne bouge pas : mauvais travail, trop tôt, ou mauvais indicateur."
        ),
        None if lacking.is_empty() => say!(
            ctx,
            "Read {of} after its baseline, from the system that counts it or with its source.",
            "Relevez {of} après son départ, depuis le système qui le compte ou avec sa source."
        ),
        None => say!(
            ctx,
            "Give {of} a baseline and a target, each with its day.",
            "Donnez à {of} un départ et une cible, chacun avec sa date."
        ),
    };
    Stage::new(Need::Movement, answer, text)
        .lacks(lacking.into_iter().filter(|_| answer != Answer::Holds))
        .lifted_by(lift)
}

fn duration<'a>(ctx: &Context<'a>, shown: &[Shown<'a>], delivery: &Delivery) -> Stage {
    let lasting = |open| -> Vec<Vec<&Reading>> {
        let all = shown.iter().map(|it| it.lasting(ctx, delivery, open));
        all.collect()
    };
    let holds =
        |all: &[Vec<&Reading>]| !all.is_empty() && all.iter().all(|readings| is_lasting(readings));
    let answer = match (holds(&lasting(false)), holds(&lasting(true))) {
        (true, _) => Answer::Holds,
        (false, true) => Answer::CannotTell,
        (false, false) => Answer::Fails,
    };
    let lasting = lasting(false);
    let count = lasting.iter().map(Vec::len).min().unwrap_or(0);
    let text = match (answer, count) {
        (Answer::Holds, _) => say!(ctx, "It has stayed so.", "Il s’y est tenu."),
        (Answer::CannotTell, _) => say!(
            ctx,
            "Whether it has stayed so cannot be told.",
            "On ne peut dire s’il s’y est tenu."
        ),
        (Answer::Fails, 0) => say!(
            ctx,
            "No reading shows yet that it stays so.",
            "Aucun relevé ne montre encore qu’il s’y tient."
        ),
        (Answer::Fails, 1) => say!(
            ctx,
            "One of {READINGS} readings, or of twelve months, shows that it stays so.",
            "Un relevé sur {READINGS}, ou sur douze mois, montre qu’il s’y tient."
        ),
        (Answer::Fails, _) => say!(
            ctx,
            "{count} of {READINGS} readings, or of twelve months, show that it stays so.",
            "{count} relevés sur {READINGS}, ou sur douze mois, montrent qu’il s’y tient."
        ),
    };
    let plan = shown.iter().flat_map(|it| it.unplanned(ctx));
    let undated = delivery.undated.iter();
    let undated = undated.map(|n| field(ctx, ctx.element(*n), "delivered_on"));
    let open = |_: &Missing| answer == Answer::CannotTell;
    let rows = shown.iter().zip(&lasting).flat_map(|(it, all)| {
        let shown = all.iter().take(READINGS);
        shown.map(|reading| {
            about_reading(ctx, it.element, reading, written(reading.value, ctx.lang))
        })
    });
    Stage::new(Need::Duration, answer, text)
        .shows(rows)
        .lacks(plan.chain(undated).filter(open))
        .lifted_by(say!(
            ctx,
            "Keep reading it, and keep what was delivered in use.",
            "Continuez de le relever, et gardez en usage ce qui est livré."
        ))
}
