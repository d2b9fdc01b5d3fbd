//! What was assumed about dates and amounts: the part of `assume` that speaks of whole columns of values.

use super::assume::{About, Speaker, counted};
use super::conventions::Ground;
use super::error::pick;
use super::list_day::{self, Said};
use super::mapping::{Role, Scale};
use super::number;
use super::recognise::Table;
use super::rows::Rows;
use super::typed::scale_words;

impl Speaker<'_> {
    pub(super) fn dates(&mut self, table: &Table) {
        let orders = &self.found.conventions.orders;
        let Some(order) = orders
            .values()
            .find(|o| matches!(o.by, Ground::Values(n) if n > 0) || o.by == Ground::User)
            .or_else(|| orders.values().next())
        else {
            return;
        };
        let open: u32 = orders.values().map(|o| o.open).sum();
        let decided = orders.values().all(|o| o.by.is_firm());
        let sure: u32 = orders
            .values()
            .map(|o| if let Ground::Values(n) = o.by { n } else { 0 })
            .sum();
        if open > 0 || sure > 0 {
            let choice = if order.day_first {
                self.say("Day first".into(), "Jour d’abord".into())
            } else {
                self.say("Month first".into(), "Mois d’abord".into())
            };
            let evidence = if order.by == Ground::User {
                self.say("your choice".into(), "votre choix".into())
            } else if decided {
                let (en, fr) = counted(
                    size(sure),
                    (
                        "# cell allows no other order",
                        "# cells allow no other order",
                    ),
                    (
                        "# cellule ne permet pas d’autre ordre",
                        "# cellules ne permettent pas d’autre ordre",
                    ),
                );
                self.say(en, fr)
            } else {
                let (en, fr) = counted(
                    size(open),
                    (
                        "# date can be read both ways",
                        "# dates can be read both ways",
                    ),
                    (
                        "# date se lit dans les deux sens",
                        "# dates se lisent dans les deux sens",
                    ),
                );
                self.say(en, fr)
            };
            let other = !order.day_first;
            let label = if other {
                self.say("Day first".into(), "Jour d’abord".into())
            } else {
                self.say("Month first".into(), "Mois d’abord".into())
            };
            let alternatives = vec![self.alternative(label, |m| m.day_first = Some(other))];
            self.add(About::Dates, decided, choice, evidence, alternatives);
        }
        if self.found.conventions.fiscal_seen > 0 {
            let month = self.found.conventions.fiscal_month;
            let names = [
                (1, "January", "janvier"),
                (4, "April", "avril"),
                (7, "July", "juillet"),
                (10, "October", "octobre"),
            ];
            let name = names.iter().find(|(m, ..)| *m == month).map_or_else(
                || month.to_string(),
                |(_, en, fr)| pick(self.lang, en, fr).to_owned(),
            );
            let choice = self.say(
                format!("Fiscal years start in {name}"),
                format!("L’exercice commence en {name}"),
            );
            let (en, fr) = counted(
                size(self.found.conventions.fiscal_seen),
                ("# cell names", "# cells name"),
                ("# cellule nomme", "# cellules nomment"),
            );
            let evidence = self.say(
                format!("{en} a fiscal year; the file does not say when it starts"),
                format!("{fr} un exercice ; le fichier ne dit pas quand il commence"),
            );
            let alternatives = names
                .iter()
                .filter(|(m, ..)| *m != month)
                .map(|(m, en, fr)| {
                    self.alternative(pick(self.lang, en, fr).to_owned(), |map| {
                        map.fiscal_month = u8::try_from(*m).ok()
                    })
                })
                .collect();
            self.add(
                About::FiscalYear,
                self.mapping.fiscal_month.is_some(),
                choice,
                evidence,
                alternatives,
            );
        }
        let _ = table;
    }

    /// The day that ratings without one of their own get. Nobody guesses it: where nothing names it, it is asked for.
    pub(super) fn list_day(&mut self, rows: &Rows) {
        if rows.undated == 0 {
            return;
        }
        let (en, fr) = counted(
            size(rows.undated),
            (
                "# rating carries no day of its own",
                "# ratings carry no day of their own",
            ),
            (
                "# évaluation n’a pas de date propre",
                "# évaluations n’ont pas de date propre",
            ),
        );
        let named = list_day::named(self.found);
        let found = list_day::list_day(self.found, self.mapping);
        let decided = found.is_some() || self.mapping.undated;
        let (choice, evidence) = match &found {
            Some((day, said)) => {
                let (said_en, said_fr) = match said {
                    Said::User => ("your choice".to_owned(), "votre choix".to_owned()),
                    Said::Above(text) => (
                        format!("said above the table: “{text}”"),
                        format!("dit au-dessus du tableau : « {text} »"),
                    ),
                    Said::Sheet(name) => (
                        format!("in the name of the sheet: “{name}”"),
                        format!("dans le nom de la feuille : « {name} »"),
                    ),
                    Said::File(name) => (
                        format!("in the name of the file: “{name}”"),
                        format!("dans le nom du fichier : « {name} »"),
                    ),
                };
                let evidence = self.say(format!("{en}; {said_en}"), format!("{fr} ; {said_fr}"));
                (list_day::words(*day, self.lang), evidence)
            }
            None if decided => (
                self.say("Left without a date".into(), "Laissées sans date".into()),
                self.say(en, fr),
            ),
            None => (
                self.say(
                    "Which day is this list of?".into(),
                    "De quel jour est cette liste ?".into(),
                ),
                self.say(
                    format!("{en}, and neither the file nor its name says which day they are of"),
                    format!("{fr}, et ni le fichier ni son nom ne dit de quel jour elles sont"),
                ),
            ),
        };
        let mut alternatives = Vec::new();
        if let Some((day, _)) = named.filter(|it| Some(it.0) != found.as_ref().map(|it| it.0)) {
            alternatives.push(self.alternative(list_day::words(day, self.lang), |m| {
                m.as_of = None;
                m.undated = false;
            }));
        }
        if !self.mapping.undated {
            let label = self.say(
                "Leave them without a date".into(),
                "Les laisser sans date".into(),
            );
            alternatives.push(self.alternative(label, |m| {
                m.as_of = None;
                m.undated = true;
            }));
        }
        self.add(About::AsOf, decided, choice, evidence, alternatives);
    }

    pub(super) fn numbers(&mut self, table: &Table) {
        let Some((at, unit)) = table
            .role(Role::Budget)
            .or_else(|| table.role(Role::Spent))
            .and_then(|(at, _)| {
                self.found
                    .conventions
                    .units
                    .get(&at)
                    .map(|u| (at, u.clone()))
            })
        else {
            return;
        };
        let currency = if unit.currency == super::conventions::NO_CURRENCY {
            self.say("no currency stated".into(), "devise non précisée".into())
        } else {
            unit.currency.clone()
        };
        let asks = unit.scale_by == Ground::Nothing && unit.typical > 0.0;
        let choice = if unit.scale == Scale::Ones && !asks {
            currency.clone()
        } else {
            let words = scale_words(unit.scale, self.lang);
            self.say(
                format!("{}, {currency}", capital(words)),
                format!("{}, {currency}", capital(words)),
            )
        };
        let example = self.example(table, at, unit.scale, &unit.currency);
        let ground = |g: &Ground| match g {
            Ground::User => self.say("your choice".into(), "votre choix".into()),
            Ground::Header => self.say("said in the header".into(), "dit dans l’en-tête".into()),
            Ground::Values(_) => self.say("from the values".into(), "d’après les valeurs".into()),
            Ground::TitleLine(text) => self.say(
                format!("said above the table: “{text}”"),
                format!("dit au-dessus du tableau : « {text} »"),
            ),
            Ground::Sibling(name) => self.say(
                format!("as in column “{name}”"),
                format!("comme dans la colonne « {name} »"),
            ),
            Ground::Nothing => self.say(
                "the file does not say".into(),
                "le fichier ne le dit pas".into(),
            ),
        };
        let evidence = if asks {
            let middle = group(&number::plain(unit.typical));
            self.say(
                format!("the middle one is {middle}, which is little for a project: are these amounts in millions, or in thousands?"),
                format!("celui du milieu est {middle}, ce qui est peu pour un projet : ces montants sont-ils en millions, ou en milliers ?"),
            )
        } else {
            format!("{}{}", example, ground(&unit.scale_by))
        };
        let decided = unit.scale_by.is_firm() && unit.currency_by.is_firm();
        let mut alternatives = Vec::new();
        // The likeliest answers to the question stand first.
        let scales = if asks {
            [
                Scale::Millions,
                Scale::Thousands,
                Scale::Ones,
                Scale::Billions,
            ]
        } else {
            [
                Scale::Ones,
                Scale::Thousands,
                Scale::Millions,
                Scale::Billions,
            ]
        };
        for scale in scales {
            if scale != unit.scale || asks {
                alternatives.push(
                    self.alternative(capital(scale_words(scale, self.lang)), |m| {
                        m.scale = Some(scale)
                    }),
                );
            }
        }
        for code in ["EUR", "GBP", "USD", "AUD", "CAD", "CHF"] {
            if code != unit.currency {
                alternatives.push(
                    self.alternative(code.to_owned(), |m| m.currency = Some(code.to_owned())),
                );
            }
        }
        self.add(About::Numbers, decided, choice, evidence, alternatives);
    }

    /// "4 100 is read as 4.1 million; ", when the scale is not one.
    fn example(&self, table: &Table, at: usize, scale: Scale, currency: &str) -> String {
        let texts = table
            .profiles
            .get(at)
            .map(|p| p.examples.clone())
            .unwrap_or_default();
        let comma = self.found.conventions.comma.get(&at).copied();
        let shown = texts
            .iter()
            .find_map(|t| number::parse(t, comma).map(|a| (t, a)));
        let Some((text, amount)) = shown.filter(|_| scale != Scale::Ones) else {
            return String::new();
        };
        let Some(value) = amount
            .value
            .checked_mul(rust_decimal::Decimal::from(scale.factor()))
        else {
            return String::new();
        };
        let grouped = group(&value.normalize().to_string());
        self.say(
            format!("{text} is read as {currency} {grouped}; "),
            format!("{text} est lu {grouped} {currency} ; "),
        )
    }
}

fn size(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().collect::<String>() + chars.as_str())
        .unwrap_or_default()
}

/// Groups the digits of a whole number by three.
fn group(number: &str) -> String {
    let (whole, rest) = number
        .split_once('.')
        .map_or((number, None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && c.is_ascii_digit() && !out.ends_with('-') {
            out.push('\u{202F}');
        }
        out.push(c);
    }
    match rest {
        Some(rest) => format!("{out}.{rest}"),
        None => out,
    }
}
