//! M306: a source that was to be imported by now, and was not.

use crate::model::{Date, ImportRecord, Known, Source, SourceId};
use crate::rules::footing::Footing;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::BTreeMap;

const LATE: Threshold = Threshold {
    name: "times_the_agreed_days",
    value: 1.5,
    unit: Said {
        en: "times the agreed days",
        fr: "fois le délai convenu",
    },
    source: OURS,
};
const NOT_AGREED: Threshold = Threshold {
    name: "days_without_an_agreement",
    value: 45.0,
    unit: Said {
        en: "days",
        fr: "jours",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M306",
    name: "stale-source",
    family: Family::Tools,
    severity: Severity::Medium,
    title: Said {
        en: "Sources that have not been imported in time",
        fr: "Sources qui n’ont pas été importées à temps",
    },
    what: Said {
        en: "The last import of a source is older than {times_the_agreed_days} times the days agreed between two deliveries. Only sources that were \
             imported at least once are judged. Cannot tell when no rhythm was agreed and the last import is more than {days_without_an_agreement} days old.",
        fr: "Le dernier import d’une source remonte à plus de {times_the_agreed_days} fois le délai convenu entre deux livraisons. Seules sont jugées \
             les sources importées au moins une fois. Indécidable si aucun rythme n’est convenu et si le dernier import a plus de {days_without_an_agreement} jours.",
    },
    why: Said {
        en: "Old data looks exactly like fresh data. People decide on it until somebody who knows better happens to be in the room.",
        fr: "Une donnée périmée ressemble trait pour trait à une donnée fraîche. On décide avec elle jusqu’au jour où, par hasard, \
             quelqu’un de mieux informé est dans la salle.",
    },
    how: Said {
        en: "Import the source again, or say on every page until when its figures hold. If nobody needs it that often, agree on a longer rhythm.",
        fr: "Réimportez la source, ou indiquez sur chaque page la date de ses chiffres. Si personne n’en a besoin si souvent, convenez d’un rythme plus lâche.",
    },
    thresholds: &[LATE, NOT_AGREED],
    footing: Footing {
        needs: Said {
            en: "an imported source with an agreed rhythm",
            fr: "une source importée, avec un rythme convenu",
        },
        there_is: |ctx| {
            let has_rhythm = |id| {
                ctx.source(id)
                    .is_some_and(|it| it.every_days.value().is_some())
            };
            ctx.imports().any(|it| has_rhythm(&it.source))
        },
    },
    check: Check::Whole(check),
    cases: include_str!("stale_source.cases"),
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let mut last: BTreeMap<&SourceId, &ImportRecord> = BTreeMap::new();
    for import in ctx.imports() {
        let newest = last.entry(&import.source).or_insert(import);
        if (import.at, &import.id) > (newest.at, &newest.id) {
            *newest = import;
        }
    }
    for source in ctx.sources() {
        let Some(import) = last.get(&source.id) else {
            continue;
        };
        let date = import.at.date_naive();
        let age = (ctx.as_of - date).num_days();
        match source.every_days.value() {
            Some(every) if above(age, f64::from(*every) * report.value(&LATE)) => {
                report.add(violated(ctx, source, import, date, age, *every));
            }
            None if above(age, report.value(&NOT_AGREED)) => {
                report.add(cannot_tell(ctx, source, import, date, age));
            }
            _ => {}
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "days between calendar dates are small"
)]
fn above(days: i64, limit: f64) -> bool {
    days as f64 > limit
}

fn import_row(ctx: &Context<'_>, source: &Source, import: &ImportRecord, date: Date) -> Evidence {
    let file = quoted(&import.file, ctx.lang);
    row(say!(
        ctx,
        "Last import, from the file {file}",
        "Dernier import, depuis le fichier {file}"
    ))
    .on(Some(date))
    .from(&source.title)
}

fn violated<'a>(
    ctx: &Context<'a>,
    source: &Source,
    import: &ImportRecord,
    date: Date,
    age: i64,
    every: u32,
) -> Verdict<'a> {
    let name = quoted(&source.title, ctx.lang);
    let since = day(date, ctx.lang);
    let message = if every == 1 {
        say!(
            ctx,
            "The last import of {name} was {age} days ago, on {since}; one a day was agreed.",
            "Le dernier import de {name} remonte à {age} jours, au {since} ; le rythme convenu est d’un import par jour."
        )
    } else {
        say!(
            ctx,
            "The last import of {name} was {age} days ago, on {since}; one every {every} days was agreed.",
            "Le dernier import de {name} remonte à {age} jours, au {since} ; le rythme convenu est d’un import tous les {every} jours."
        )
    };
    Verdict::violated_by_all(source.id.as_str())
        .says(message)
        .advises(say!(
            ctx,
            "Import {name} again, or agree on a longer rhythm for it.",
            "Réimportez {name}, ou convenez d’un rythme plus lâche."
        ))
        .shows([import_row(ctx, source, import, date)])
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    source: &Source,
    import: &ImportRecord,
    date: Date,
    age: i64,
) -> Verdict<'a> {
    let name = quoted(&source.title, ctx.lang);
    let missing = say!(
        ctx,
        "days between two deliveries of {name}",
        "délai entre deux livraisons de {name}"
    );
    Verdict::cannot_tell_of_all(source.id.as_str(), vec![Missing::said(Lack::Rhythm, None, missing)])
        .says(say!(
            ctx,
            "The last import of {name} is {age} days old; whether that is late cannot be told, as no rhythm was agreed.",
            "Le dernier import de {name} remonte à {age} jours ; faute de rythme convenu, on ne peut dire si c’est trop."
        ))
        .advises(say!(
            ctx,
            "Say how many days there should be between two deliveries of {name}.",
            "Indiquez combien de jours doivent séparer deux livraisons de {name}."
        ))
        .shows([import_row(ctx, source, import, date)])
}
