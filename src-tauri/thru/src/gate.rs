//! Which rules a check was asked for, and whether all of them were run: a gate must not pass because the rule that
//! would have closed it stood still.

use crate::failure::Failure;
use crate::terminal::clean;
use clap::ArgMatches;
use portfolio::error::Words;
use portfolio::model::OwnRule;
use portfolio::rules::{self, Coverage, OwnState, Running};
use press::Frozen;

/// The rules that were asked for, as somebody wrote them; `None` for all. What can be no rule of anybody's is refused
/// before a file is opened.
pub(crate) fn asked(matches: &ArgMatches) -> Result<Option<Vec<String>>, Failure> {
    let Some(asked) = matches.get_many::<String>("select") else {
        return Ok(None);
    };
    let words: Vec<String> = asked.map(|it| it.trim().to_owned()).collect();
    match words.iter().find(|it| it.is_empty()) {
        Some(none) => Err(no_rule(none, &[])),
        None => Ok(Some(words)),
    }
}

/// The codes of the rules that were asked for, ours and those of the file.
pub(crate) fn found(asked: Vec<String>, own: &[OwnState]) -> Result<Vec<String>, Failure> {
    let code = |word: &String| {
        if let Some(code) = known(word) {
            return Ok(code.to_owned());
        }
        let is_it = |it: &&OwnState| {
            it.code.eq_ignore_ascii_case(word) || (it.name == *word && !OwnRule::is_code(word))
        };
        let found = own.iter().find(is_it);
        found
            .map(|it| it.code.clone())
            .ok_or_else(|| no_rule(word, own))
    };
    asked.iter().map(code).collect()
}

/// The code of one of our rules that is named by its code or its name.
pub(crate) fn known(word: &str) -> Option<&'static str> {
    let word = word.trim();
    let mut all = rules::RULES.iter();
    let found = all.find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name == word);
    found.map(|rule| rule.code)
}

pub(crate) fn no_rule(word: &str, own: &[OwnState]) -> Failure {
    let word = clean(word);
    let all = rules::RULES.iter().map(|rule| rule.code);
    let all: Vec<&str> = all.chain(own.iter().map(|it| it.code.as_str())).collect();
    let all = all.join(", ");
    Failure::wrong(
        Words::new(
            format!("There is no rule “{word}”."),
            format!("Il n’y a pas de règle « {word} »."),
        ),
        Words::new(
            format!("The rules are {all}; “thru rule” explains them."),
            format!("Les règles sont {all} ; « thru rule » les explique."),
        ),
    )
}

/// Refuses where a rule that was asked for did not run at all.
pub(crate) fn all_ran(
    coverage: &Coverage,
    own: &[OwnState],
    frozen: &Frozen,
) -> Result<(), Failure> {
    let off = coverage.off.iter().map(|code| {
        Words::new(
            format!("Rule {code} was not run: it is switched off in this portfolio."),
            format!(
                "La règle {code} n’a pas été exécutée : elle est désactivée dans ce portefeuille."
            ),
        )
    });
    let not_accepted = coverage.not_accepted.iter().map(|code| {
        Words::new(
            format!("Rule {code} was not run: it came with the file and is not accepted here."),
            format!("La règle {code} n’a pas été exécutée : elle est venue avec le fichier et n’est pas acceptée ici."),
        )
    });
    let stood_still = own.iter().filter(|it| {
        matches!(
            it.running,
            Running::Faulty | Running::SwitchedOff | Running::TooMany
        )
    });
    let failed = stood_still.map(|it| {
        let mut about = frozen.findings.iter();
        let why = about.find(|of| of.code == it.code && of.is_of_its_rule());
        let why = why.map_or(it.code.as_str(), |it| &it.message);
        Words::new(why, why)
    });
    let all: Vec<Words> = off.chain(not_accepted).chain(failed).collect();
    if all.is_empty() {
        return Ok(());
    }
    let (en, fr): (Vec<&str>, Vec<&str>) = all
        .iter()
        .map(|it| (it.en.as_str(), it.fr.as_str()))
        .unzip();
    let hint = if coverage.not_accepted.is_empty() {
        Words::new(
            "Put it right in the portfolio, or leave it out of --select.",
            "Corrigez-la dans le portefeuille, ou retirez-la de --select.",
        )
    } else {
        Words::new(
            "Read it in the portfolio; --accept-rules runs it.",
            "Lisez-la dans le portefeuille ; --accept-rules l’exécute.",
        )
    };
    Err(Failure::wrong(Words::new(en.join(" "), fr.join(" ")), hint))
}

/// What a gate says where rules that are on could not be run, wholly or on some elements.
pub(crate) fn of_failed(coverage: &Coverage) -> Option<Failure> {
    let says: Vec<&str> = coverage.failed.iter().map(|it| it.says.as_str()).collect();
    if says.is_empty() {
        return None;
    }
    let says = says.join(" ");
    Some(Failure::wrong(
        Words::new(
            format!("The gate cannot be passed, because not every rule could be run. {says}"),
            format!(
                "Le contrôle ne peut pas être franchi, car toutes les règles n’ont pas pu être exécutées. {says}"
            ),
        ),
        Words::new(
            "Correct such a rule, switch it off, or --select others.",
            "Corrigez une telle règle, désactivez-la, ou choisissez-en d’autres avec --select.",
        ),
    ))
}
