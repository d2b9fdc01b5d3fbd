//! The last line of a check: of how many rules how many found something, hold, had nothing to look at, could not tell,
//! or did not run. A rule that had nothing to look at is no praise, and one that is off must not look like one that holds.

use crate::args::say;
use portfolio::model::Lang;
use portfolio::rules::Coverage;

/// Rules without anything to look at that are named; more are only counted.
const NAMED: usize = 12;

/// “Of 58 rules 20 found something and 9 hold; 24 had nothing to look at; 5 could not tell for want of data.”
pub(crate) fn line(coverage: &Coverage, lang: Lang) -> String {
    let Coverage {
        rules,
        found,
        holds,
        ..
    } = coverage;
    // In French nought and one are singular.
    let is_one = |number: usize| number == 1 || (number == 0 && lang == Lang::Fr);
    let form = |number: usize, one: &'static str, many: &'static str| {
        if is_one(number) { one } else { many }
    };
    let of = |number: &u32, one, many| form(*number as usize, one, many);
    let mut line = match lang {
        Lang::En => format!(
            "Of {rules} {} {found} found something and {holds} {}",
            of(rules, "rule", "rules"),
            of(holds, "holds", "hold"),
        ),
        Lang::Fr => format!(
            "Sur {rules} {}, {found} {} trouvé quelque chose et {holds} {}",
            of(rules, "règle", "règles"),
            of(found, "a", "ont"),
            of(holds, "est satisfaite", "sont satisfaites"),
        ),
    };
    let then = say(lang, "; ", "\u{a0}; ");
    let number = coverage.idle.len();
    if number > 0 {
        let idle: Vec<&str> = coverage.idle.iter().map(|it| it.code.as_str()).collect();
        let codes = if number > NAMED {
            let all = "check --format json";
            match lang {
                Lang::En => format!("“{all}” says what each would need"),
                Lang::Fr => format!("«\u{a0}{all}\u{a0}» dit ce qu’il faudrait à chacune"),
            }
        } else {
            idle.join(", ")
        };
        line.push_str(then);
        line.push_str(&match lang {
            Lang::En => format!("{number} had nothing to look at ({codes})"),
            Lang::Fr => {
                let had = form(number, "n’avait", "n’avaient");
                format!("{number} {had} rien à examiner ({codes})")
            }
        });
    }
    if !coverage.undecided.is_empty() {
        let (number, codes) = (coverage.undecided.len(), coverage.undecided.join(", "));
        line.push_str(then);
        line.push_str(&match lang {
            Lang::En => format!("{number} could not tell for want of data ({codes})"),
            Lang::Fr => {
                let could = form(number, "n’a", "n’ont");
                format!("{number} {could} pu trancher faute de données ({codes})")
            }
        });
    }
    let failed: Vec<&str> = coverage.failed.iter().map(|it| it.code.as_str()).collect();
    let failed = failed.join(", ");
    let one_off = form(coverage.off.len(), "désactivée", "désactivées");
    let one_out = form(
        coverage.not_accepted.len(),
        "inactive, non acceptée ici",
        "inactives, non acceptées ici",
    );
    let one_failed = form(
        coverage.failed.len(),
        "non exécutée, ou en partie",
        "non exécutées, ou en partie",
    );
    let (off, out) = (coverage.off.join(", "), coverage.not_accepted.join(", "));
    let rest = match lang {
        Lang::En => [
            (&failed, format!("not run, or only in part: {failed}")),
            (&off, format!("switched off: {off}")),
            (
                &out,
                format!("off, not accepted here: {out} (--accept-rules runs them)"),
            ),
        ],
        Lang::Fr => [
            (&failed, format!("{one_failed}\u{a0}: {failed}")),
            (&off, format!("{one_off}\u{a0}: {off}")),
            (
                &out,
                format!("{one_out}\u{a0}: {out} (--accept-rules les exécute)"),
            ),
        ],
    };
    for (codes, words) in rest {
        if !codes.is_empty() {
            line.push_str(then);
            line.push_str(&words);
        }
    }
    line.push('.');
    line
}
