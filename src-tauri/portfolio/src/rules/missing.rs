//! What keeps a rule from deciding: the field that is not told, whose it is, and what one can do about it. Window and
//! command line count by these; the words are for whoever reads one finding.

use super::finding::Named;
use super::rule::Said;
use super::words::quoted;
use crate::model::{Element, Field, Gap, Lang, Maybe, Reason};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What is done about something that is not told.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Somebody knows it and has only to write it down.
    FillIn,
    /// Somebody has to look, and to count.
    Measure,
    /// Several people have to settle it between them.
    Agree,
    /// It is put right where the figures come from.
    Source,
    /// It exists and is withheld: ask whoever withholds it.
    Ask,
}

impl Way {
    /// Every way, the one that costs least first.
    pub const ALL: [Self; 5] = [
        Self::FillIn,
        Self::Measure,
        Self::Agree,
        Self::Source,
        Self::Ask,
    ];
}

macro_rules! lacks {
    ($($(#[$doc:meta])* $name:ident $way:ident ($en:literal, $fr:literal);)+) => {
        /// A field, by what it tells.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum Lack {
            $($(#[$doc])* $name),+
        }

        impl Lack {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// What a person calls it, without an article.
            #[must_use]
            pub fn name(self) -> Said {
                match self {
                    $(Self::$name => Said { en: $en, fr: $fr }),+
                }
            }

            fn way(self) -> Way {
                match self {
                    $(Self::$name => Way::$way),+
                }
            }
        }
    };
}

lacks! {
    Owner FillIn ("owner", "responsable");
    Budget FillIn ("budget", "budget");
    Spent FillIn ("money spent", "dépense à ce jour");
    Start FillIn ("start", "lancement");
    End FillIn ("end", "fin");
    DeliveredOn FillIn ("delivery date", "date de livraison");
    AdoptionDate FillIn ("adoption date", "date d’adoption");
    NeededOn FillIn ("day of need", "date de besoin");
    Reference FillIn ("reference", "référence");
    ValidUntil FillIn ("last day", "date de fin");
    Status FillIn ("status", "point d’avancement");
    StatusDate Source ("date of the status report", "date du point d’avancement");
    Side FillIn ("side", "côté");
    Role FillIn ("role", "rôle");
    Horizon Agree ("horizon", "horizon");
    Weight Agree ("weight", "poids");
    WhyAcceptedOn FillIn ("date on which the why was accepted", "date d’acceptation du pourquoi");
    ExpectedValue Agree ("expected value", "valeur attendue");
    BusinessOwner Agree ("business owner", "responsable métier");
    AcceptedOn FillIn ("date of acceptance", "date d’acceptation");
    ReviewOn FillIn ("review date", "date de revue");
    Reviewer FillIn ("reviewer", "responsable de la revue");
    ClaimedOn FillIn ("date of the claim", "date de l’annonce");
    Movement Agree ("expected movement", "effet attendu");
    Confidence Agree ("confidence", "confiance");
    DecidedOn FillIn ("date", "date");
    Ruling FillIn ("ruling", "teneur");
    Rationale FillIn ("rationale", "motif");
    IndicatorKind FillIn ("kind", "type");
    Baseline Measure ("baseline", "valeur de départ");
    BaselineOn FillIn ("date of the baseline", "date de la valeur de départ");
    Target Agree ("target", "cible");
    TargetOn Agree ("date of the target", "date de la cible");
    Direction FillIn ("direction", "sens");
    Unit FillIn ("unit", "unité");
    EveryDays Agree ("interval between readings", "rythme de relevé");
    Reading Measure ("fresh reading", "relevé récent");
    ReadingSource Source ("source of the last value", "source de la dernière valeur");
    Rhythm Source ("days between two deliveries", "délai entre deux livraisons");
    Rate FillIn ("exchange rate", "taux de change");
    /// A rule of one's own that cannot be run.
    Rule FillIn ("a rule that can be run", "une règle exécutable");
    /// A field that only rules of one's own ask for.
    Other FillIn ("another field", "un autre champ");
}

impl Lack {
    /// The field that has this name in the model; one that no rule of ours asks for is [`Lack::Other`].
    pub(crate) fn of_model(name: &str) -> Self {
        match name {
            "expects" => Self::Movement,
            "last" | "last_on" | "fresh" | "standing" => Self::Reading,
            "status" | "status_business" => Self::Status,
            "why.accepted_on" => Self::WhyAcceptedOn,
            _ => serde_json::from_value(name.into()).unwrap_or(Self::Other),
        }
    }
}

/// One thing that is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Missing {
    pub field: Lack,
    pub way: Way,
    /// Whose field it is; `None` when that is no element.
    pub of: Option<Named>,
    /// It in words, with the name of whose it is.
    pub text: String,
}

impl Missing {
    /// “baseline of “Lead time””.
    pub(super) fn of(field: Lack, element: &Element, lang: Lang) -> Self {
        let (name, title) = (field.name().get(lang), quoted(&element.title, lang));
        let text = match lang {
            Lang::En => format!("{name} of {title}"),
            Lang::Fr => format!("{name} de {title}"),
        };
        Self::said(field, Some(element), text)
    }

    /// In words of its own.
    pub(super) fn said<'e>(
        field: Lack,
        element: impl Into<Option<&'e Element>>,
        text: impl Into<String>,
    ) -> Self {
        Self {
            field,
            way: field.way(),
            of: element.into().map(Named::from),
            text: text.into(),
        }
    }

    /// As somebody answered where there is no value.
    pub(super) fn because(self, gap: &Gap) -> Self {
        if gap.reason == Reason::Withheld {
            self.withheld()
        } else {
            self
        }
    }

    /// It is known to somebody who does not tell it here.
    pub(super) fn withheld(mut self) -> Self {
        self.way = Way::Ask;
        self
    }
}

/// Whether there is a value that somebody does not tell here.
pub(super) fn is_withheld<T>(field: &Field<T>) -> bool {
    matches!(field, Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld)
}

impl std::fmt::Display for Missing {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.text)
    }
}

/// What is missing, in words, one after the other.
#[must_use]
pub fn missing_words(all: &[Missing]) -> String {
    let texts: Vec<&str> = all.iter().map(|it| it.text.as_str()).collect();
    texts.join(", ")
}
