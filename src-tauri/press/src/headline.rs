//! The sentence at the top: two or three true figures, each leading to what it was counted from.

use crate::figures::Figures;
use crate::format::{count, counted, is_one, percent};
use portfolio::model::Lang;
use rust_decimal::Decimal;
use serde::Serialize;

/// A run of the sentence; a figure names the section that it was counted from.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) section: Option<&'static str>,
}

#[derive(Default)]
struct Sentence {
    pieces: Vec<Piece>,
}

impl Sentence {
    fn figure(&mut self, text: String, section: &'static str) -> &mut Self {
        self.pieces.push(Piece {
            text,
            section: Some(section),
        });
        self
    }

    fn say(&mut self, text: &str) -> &mut Self {
        self.pieces.push(Piece {
            text: text.to_owned(),
            section: None,
        });
        self
    }
}

pub(crate) fn sentence(figures: &Figures, lang: Lang) -> Vec<Piece> {
    let mut all = Sentence::default();
    if figures.active == 0 {
        without_work(&mut all, figures, lang);
        return all.pieces;
    }
    let named = money(&mut all, figures, lang);
    all.say(separator(lang));
    whys(&mut all, figures, named, lang);
    missing(&mut all, figures, lang);
    all.say(".");
    all.pieces
}

/// The sentence without its marks.
pub(crate) fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{a0}; ",
    }
}

fn without_work(all: &mut Sentence, figures: &Figures, lang: Lang) {
    let nothing =
        figures.drivers + figures.priorities + figures.objectives + figures.initiatives == 0;
    match (nothing, figures.initiatives, lang) {
        (true, _, Lang::En) => all.say("Nothing is written yet: no objective and no initiative."),
        (true, _, Lang::Fr) => all.say("Rien n’est encore écrit : ni objectif ni initiative."),
        (false, 0, Lang::En) => all
            .figure(
                counted(figures.objectives, "objective", "objectives", lang),
                "objectives",
            )
            .say(if is_one(figures.objectives, lang) {
                " is written"
            } else {
                " are written"
            })
            .say(" and no initiative yet."),
        (false, 0, Lang::Fr) => all
            .figure(
                counted(
                    figures.objectives,
                    "objectif écrit",
                    "objectifs écrits",
                    lang,
                ),
                "objectives",
            )
            .say(", et aucune initiative encore."),
        (false, _, Lang::En) => all
            .say("None of ")
            .figure(
                counted(figures.initiatives, "initiative", "initiatives", lang),
                "initiatives",
            )
            .say(" is open."),
        (false, _, Lang::Fr) => all
            .say("Sur ")
            .figure(
                counted(figures.initiatives, "initiative", "initiatives", lang),
                "initiatives",
            )
            .say(", aucune n’est ouverte."),
    };
}

/// What the first clause counted: when it named the initiatives, the next need not name them again.
#[derive(Clone, Copy)]
enum Named {
    Money,
    Initiatives,
}

/// The share of the budget that reaches no objective; by initiatives when there is no single currency.
fn money(all: &mut Sentence, figures: &Figures, lang: Lang) -> Named {
    let single = match figures.spend.as_slice() {
        [one] if one.active > Decimal::ZERO => Some(one),
        _ => None,
    };
    let Some(spend) = single else {
        return initiatives(all, figures, lang);
    };
    let (part, reaches) = if spend.reaching_none.is_zero() {
        (spend.active, true)
    } else {
        (spend.reaching_none, false)
    };
    let Some(share) = percent(part, spend.active, lang) else {
        return initiatives(all, figures, lang);
    };
    all.figure(capital(share), "objectives")
        .say(match (reaches, lang) {
            (true, Lang::En) => " of the active budget reaches an objective",
            (true, Lang::Fr) => " du budget actif atteint un objectif",
            (false, Lang::En) => " of the active budget reaches no objective",
            (false, Lang::Fr) => " du budget actif n’atteint aucun objectif",
        });
    Named::Money
}

fn capital(text: String) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

fn initiatives(all: &mut Sentence, figures: &Figures, lang: Lang) -> Named {
    let (none, total) = (figures.active_reaching_none, figures.active);
    if none == 0 {
        match lang {
            Lang::En if total == 1 => all.say("The one open initiative reaches an objective"),
            Lang::En => all
                .say("All ")
                .figure(
                    counted(total, "open initiative", "open initiatives", lang),
                    "initiatives",
                )
                .say(" reach an objective"),
            Lang::Fr if total == 1 => all.say("La seule initiative ouverte atteint un objectif"),
            Lang::Fr => all
                .say("Les ")
                .figure(
                    counted(total, "initiative ouverte", "initiatives ouvertes", lang),
                    "initiatives",
                )
                .say(" atteignent toutes un objectif"),
        };
        return Named::Initiatives;
    }
    share_of(all, none, figures, "initiatives", lang);
    all.say(match (is_one(none, lang), lang) {
        (true, Lang::En) => " reaches no objective",
        (false, Lang::En) => " reach no objective",
        (true, Lang::Fr) => " n’atteint aucun objectif",
        (false, Lang::Fr) => " n’atteignent aucun objectif",
    });
    Named::Initiatives
}

/// “57 of 91 open initiatives”, “57 initiatives ouvertes sur 91”.
fn share_of(all: &mut Sentence, part: usize, figures: &Figures, section: &'static str, lang: Lang) {
    let (shown, total) = (count(part, lang), count(figures.active, lang));
    match lang {
        Lang::En => {
            let noun = if figures.active == 1 {
                " open initiative"
            } else {
                " open initiatives"
            };
            all.figure(format!("{shown} of {total}"), section).say(noun)
        }
        Lang::Fr => {
            let noun = if is_one(part, lang) {
                "initiative ouverte"
            } else {
                "initiatives ouvertes"
            };
            all.figure(format!("{shown}\u{a0}{noun} sur\u{a0}{total}"), section)
        }
    };
}

fn whys(all: &mut Sentence, figures: &Figures, named: Named, lang: Lang) {
    let none = figures.active_without_why;
    let total = figures.active;
    match (none, named, lang) {
        (0, Named::Money, Lang::En) => {
            all.say("every open initiative has a written why");
            return;
        }
        (0, Named::Initiatives, Lang::En) => {
            all.say("every one has a written why");
            return;
        }
        (0, Named::Money, Lang::Fr) => {
            all.say("chaque initiative ouverte a un pourquoi écrit");
            return;
        }
        (0, Named::Initiatives, Lang::Fr) => {
            all.say("chacune a un pourquoi écrit");
            return;
        }
        (_, Named::Money, _) => share_of(all, none, figures, "findings", lang),
        (_, Named::Initiatives, Lang::En) => {
            all.figure(
                format!("{} of {}", count(none, lang), count(total, lang)),
                "findings",
            );
        }
        (_, Named::Initiatives, Lang::Fr) => {
            all.figure(
                format!("{} sur {}", count(none, lang), count(total, lang)),
                "findings",
            );
        }
    }
    all.say(match (is_one(none, lang), lang) {
        (true, Lang::En) => " has no written why",
        (false, Lang::En) => " have no written why",
        (true, Lang::Fr) => " n’a pas de pourquoi écrit",
        (false, Lang::Fr) => " n’ont pas de pourquoi écrit",
    });
}

/// Budgets that were asked for and not given, then those that nobody wrote.
fn missing(all: &mut Sentence, figures: &Figures, lang: Lang) {
    let budgets = figures.budgets;
    if budgets.withheld > 0 {
        all.say(separator(lang));
        let noun = counted(budgets.withheld, "budget", "budgets", lang);
        all.figure(noun, "coverage")
            .say(match (is_one(budgets.withheld, lang), lang) {
                (true, Lang::En) => " is withheld",
                (false, Lang::En) => " are withheld",
                (true, Lang::Fr) => " n’est pas communiqué",
                (false, Lang::Fr) => " ne sont pas communiqués",
            });
    }
    let untold = budgets.not_reported + budgets.unknown + budgets.empty;
    if untold > 0 {
        all.say(separator(lang));
        let noun = counted(untold, "budget", "budgets", lang);
        all.figure(noun, "coverage")
            .say(match (is_one(untold, lang), lang) {
                (true, Lang::En) => " is not known",
                (false, Lang::En) => " are not known",
                (true, Lang::Fr) => " n’est pas connu",
                (false, Lang::Fr) => " ne sont pas connus",
            });
    }
}
