//! M307: an import that left a part of its rows behind.

use crate::model::{ElementKind, ImportRecord, Source, SourceId};
use crate::rules::context::Origin;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::Footing;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use std::collections::BTreeMap;

const LOST: Threshold = Threshold {
    name: "rows_set_aside",
    value: 5.0,
    unit: Said {
        en: "% of the rows",
        fr: "% des lignes",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M307",
    name: "rows-set-aside",
    family: Family::Tools,
    severity: Severity::Medium,
    title: Said {
        en: "Imports that left rows behind",
        fr: "Imports qui ont laissé des lignes de côté",
    },
    what: Said {
        en: "The last import of a source set aside more than {rows_set_aside} % of its rows because nothing could be made of them. Totals, \
             headings and notes that were left out on purpose are not counted. As rows that are already known leave no trace \
             in an import, the share is taken of all initiatives and values that ever came from the source; rows that vanish from one \
             file to the next cannot be seen here.",
        fr: "Le dernier import d’une source a mis de côté plus de {rows_set_aside} % de ses lignes, faute de pouvoir en tirer quoi que ce soit. \
             Les totaux, titres et notes écartés à dessein ne comptent pas. Comme une ligne déjà connue ne laisse pas de trace \
             dans un import, la part se rapporte à toutes les initiatives et valeurs venues de la source ; les lignes qui disparaissent \
             d’un fichier à l’autre ne se voient pas ici.",
    },
    why: Said {
        en: "What falls out of an import is missing from every sum and every map, and nobody notices, because nothing shows a gap.",
        fr: "Ce qui tombe d’un import manque à toutes les sommes et à toutes les cartes, et personne ne le remarque, puisque rien ne montre le trou.",
    },
    how: Said {
        en: "Go through the rows that were set aside, repair them in the source and import again, or confirm that they do not belong here.",
        fr: "Passez en revue les lignes mises de côté, corrigez-les à la source et réimportez, ou confirmez qu’elles n’ont rien à faire ici.",
    },
    thresholds: &[LOST],
    footing: Footing {
        needs: Said {
            en: "an import",
            fr: "un import",
        },
        there_is: |ctx| ctx.imports().any(|it| ctx.source(&it.source).is_some()),
    },
    check: Check::Whole(check),
    cases: include_str!("rows_set_aside.cases"),
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let mut imports: BTreeMap<&SourceId, Vec<&ImportRecord>> = BTreeMap::new();
    for import in ctx.imports() {
        imports.entry(&import.source).or_default().push(import);
    }
    for (id, mut all) in imports {
        all.sort_by_key(|it| (it.at, &it.id));
        if let (Some(source), Some(last)) = (ctx.source(id), all.last())
            && !last.quarantined.is_empty()
        {
            let made: usize = all.iter().map(|it| it.created as usize).sum();
            judge(ctx, report, source, last, made + values(ctx, id));
        }
    }
}

/// Confirmed values that came from a source: also they were rows once.
fn values(ctx: &Context<'_>, source: &SourceId) -> usize {
    let from = Origin::Source(source.clone());
    let tracks = ctx
        .of_kind(ElementKind::Indicator)
        .map(|(n, _)| ctx.track(n));
    tracks
        .flat_map(|it| {
            it.voices
                .iter()
                .filter(|it| it.from == from)
                .map(|it| it.values)
                .collect::<Vec<_>>()
        })
        .sum()
}

fn judge<'a>(
    ctx: &Context<'a>,
    report: &mut Report<'_, 'a>,
    source: &Source,
    last: &ImportRecord,
    read: usize,
) {
    let lost = last.quarantined.len();
    let share = share(lost, read + lost);
    if share * 100.0 <= report.value(&LOST) {
        return;
    }
    let name = quoted(&source.title, ctx.lang);
    let part = percent(share, ctx.lang);
    let date = Some(last.at.date_naive());
    let rows = last.quarantined.iter().take(MOST_ROWS).map(|text| {
        row(say!(ctx, "Set aside: {text}", "Mise de côté : {text}"))
            .on(date)
            .from(&source.title)
    });
    let message = if lost == 1 {
        say!(
            ctx,
            "The last import of {name} set aside one row, {part} of what it was to bring.",
            "Le dernier import de {name} a mis une ligne de côté, soit {part} de ce qu’il devait apporter."
        )
    } else {
        say!(
            ctx,
            "The last import of {name} set aside {lost} rows, {part} of what it was to bring.",
            "Le dernier import de {name} a mis {lost} lignes de côté, soit {part} de ce qu’il devait apporter."
        )
    };
    let file = quoted(&last.file, ctx.lang);
    report.add(
        Verdict::violated_by_all(source.id.as_str())
            .says(message)
            .advises(say!(
                ctx,
                "Repair these rows in {file} and import it again.",
                "Corrigez ces lignes dans {file} et réimportez-le."
            ))
            .shows(rows)
            .shows([row(say!(
                ctx,
                "Initiatives and values taken over from this source so far: {read}",
                "Initiatives et valeurs reprises de cette source à ce jour : {read}"
            ))
            .from(&source.title)]),
    );
}

#[expect(clippy::cast_precision_loss, reason = "rows of a file are few")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
