//! What is wrong with single cells and rows, in words of both languages. A problem never stops a reading.

use serde::{Deserialize, Serialize};

use crate::model::Lang;

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Gravity {
    /// A value was lost to its field and is kept as text.
    Error,
    /// Read, but worth a look.
    Warning,
    /// Said for completeness.
    Note,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    NoTable,
    SheetUnreadable,
    CellError,
    UnreadableNumber,
    UnreadableDate,
    ImpossibleDate,
    UnreadableRating,
    UnreadableState,
    UnreadableCategory,
    PercentOutOfRange,
    TitleMissing,
    RaggedRow,
    TextCut,
    SameTitle,
    OwnerSpelledTwice,
    EndBeforeStart,
    TwoTargets,
    NoTarget,
    DuplicateKey,
    ForeignCurrency,
    MonthOnly,
}

impl ProblemCode {
    #[must_use]
    pub fn severity(self) -> Gravity {
        match self {
            ProblemCode::NoTable
            | ProblemCode::SheetUnreadable
            | ProblemCode::CellError
            | ProblemCode::UnreadableNumber
            | ProblemCode::UnreadableDate
            | ProblemCode::ImpossibleDate
            | ProblemCode::PercentOutOfRange
            | ProblemCode::TitleMissing => Gravity::Error,
            ProblemCode::UnreadableRating
            | ProblemCode::UnreadableState
            | ProblemCode::UnreadableCategory
            | ProblemCode::RaggedRow
            | ProblemCode::TextCut
            | ProblemCode::SameTitle
            | ProblemCode::OwnerSpelledTwice
            | ProblemCode::EndBeforeStart
            | ProblemCode::TwoTargets
            | ProblemCode::DuplicateKey
            | ProblemCode::ForeignCurrency => Gravity::Warning,
            ProblemCode::MonthOnly | ProblemCode::NoTarget => Gravity::Note,
        }
    }
}

/// One thing to look at, at its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Problem {
    pub code: ProblemCode,
    pub severity: Gravity,
    /// Such as `F9`; absent when it concerns a whole row or file.
    pub cell: Option<String>,
    pub row: Option<u32>,
    /// The column's name.
    pub column: String,
    /// What stands in the file.
    pub value: String,
    /// What could stand there instead; taken only when the user accepts it (`Mapping::repairs`).
    pub suggestion: Option<String>,
    /// The problem in words, in the language asked for.
    pub message: String,
}

impl Problem {
    pub(super) fn new(code: ProblemCode) -> Self {
        Problem {
            code,
            severity: code.severity(),
            cell: None,
            row: None,
            column: String::new(),
            value: String::new(),
            suggestion: None,
            message: String::new(),
        }
    }

    pub(super) fn row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    pub(super) fn at(mut self, row: u32, column: u16, name: &str) -> Self {
        self.row = Some(row);
        self.cell = Some(format!("{}{row}", super::grid::letter(column)));
        self.column = name.to_owned();
        self
    }

    pub(super) fn value(mut self, value: &str) -> Self {
        self.value = super::text::shorten(&super::text::one_line(value), 160);
        self
    }

    pub(super) fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }

    /// The problem in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let value = &self.value;
        let other = self.suggestion.as_deref().unwrap_or_default();
        let (en, fr) = match self.code {
            ProblemCode::NoTable => (
                "No column looks like titles of initiatives. Choose the sheet, the header row and the title column.".to_owned(),
                "Aucune colonne ne ressemble à des intitulés d’initiatives. Choisissez la feuille, la ligne d’en-tête et la colonne des intitulés.".to_owned(),
            ),
            ProblemCode::SheetUnreadable => (
                format!("The sheet “{value}” could not be read; the others were."),
                format!("La feuille « {value} » n’a pas pu être lue ; les autres l’ont été."),
            ),
            ProblemCode::CellError => (
                format!("The formula gives {value}. Without a choice the value stays unknown."),
                format!("La formule donne {value}. Sans choix, la valeur reste inconnue."),
            ),
            ProblemCode::UnreadableNumber => (
                format!("“{value}” cannot be read as an amount. It is kept as text."),
                format!("« {value} » ne se lit pas comme un montant. Le texte est conservé."),
            ),
            ProblemCode::UnreadableDate => (
                format!("“{value}” cannot be read as a date. It is kept as text."),
                format!("« {value} » ne se lit pas comme une date. Le texte est conservé."),
            ),
            ProblemCode::ImpossibleDate if other.is_empty() => (
                format!("{value} cannot be a date. Without a choice it stays unknown."),
                format!("{value} ne peut pas être une date. Sans choix, elle reste inconnue."),
            ),
            ProblemCode::ImpossibleDate => (
                format!("{value} cannot be a date; {other} is the nearest. Without a choice it stays unknown."),
                format!("{value} ne peut pas être une date ; {other} est la plus proche. Sans choix, elle reste inconnue."),
            ),
            ProblemCode::UnreadableRating => (
                format!("“{value}” is no rating that is known. The words are kept."),
                format!("« {value} » n’est pas une évaluation connue. Les mots sont conservés."),
            ),
            ProblemCode::UnreadableState => (
                format!("“{value}” is no state that is known. The words are kept."),
                format!("« {value} » n’est pas un état connu. Les mots sont conservés."),
            ),
            ProblemCode::UnreadableCategory => (
                format!("“{value}” is none of strategic, mandatory or run. The words are kept."),
                format!("« {value} » n’est ni stratégique, ni obligatoire, ni courant. Les mots sont conservés."),
            ),
            ProblemCode::PercentOutOfRange => (
                format!("“{value}” is not between 0 and 100 %. It is kept as text."),
                format!("« {value} » n’est pas entre 0 et 100 %. Le texte est conservé."),
            ),
            ProblemCode::TitleMissing => (
                "The row has values but no title. It is set aside.".to_owned(),
                "La ligne a des valeurs mais pas d’intitulé. Elle est mise de côté.".to_owned(),
            ),
            ProblemCode::RaggedRow => (
                format!("The row has {value} cells where the others have {other}: a separator may be missing or one too many."),
                format!("La ligne a {value} cellules alors que les autres en ont {other} : un séparateur manque ou est en trop."),
            ),
            ProblemCode::TextCut => (
                "The text is longer than a cell may be and was cut.".to_owned(),
                "Le texte dépasse la longueur d’une cellule et a été coupé.".to_owned(),
            ),
            ProblemCode::SameTitle => (
                format!("“{value}” may be the same initiative as “{other}”. Both are kept until you say so."),
                format!("« {value} » est peut-être la même initiative que « {other} ». Les deux sont gardées jusqu’à votre décision."),
            ),
            ProblemCode::OwnerSpelledTwice => (
                format!("“{value}” and “{other}” may be the same owner. Both spellings are kept."),
                format!("« {value} » et « {other} » sont peut-être le même responsable. Les deux graphies sont gardées."),
            ),
            ProblemCode::EndBeforeStart => (
                format!("The end {value} is before the start {other}. Both are kept."),
                format!("La fin {value} précède le début {other}. Les deux sont gardés."),
            ),
            ProblemCode::TwoTargets => (
                format!("“{value}” may name more than one objective. It is proposed as one."),
                format!("« {value} » désigne peut-être plusieurs objectifs. Un seul est proposé."),
            ),
            ProblemCode::NoTarget => (
                "The initiative names no objective.".to_owned(),
                "L’initiative ne nomme aucun objectif.".to_owned(),
            ),
            ProblemCode::DuplicateKey => (
                format!("The key “{value}” is used more than once."),
                format!("La clé « {value} » est utilisée plusieurs fois."),
            ),
            ProblemCode::ForeignCurrency => (
                format!("“{value}” is in another currency than its column ({other})."),
                format!("« {value} » est dans une autre devise que sa colonne ({other})."),
            ),
            ProblemCode::MonthOnly => (
                format!("“{value}” names no day; {other} is taken."),
                format!("« {value} » ne précise pas le jour ; {other} est retenu."),
            ),
        };
        super::error::pick(lang, &en, &fr).to_owned()
    }
}
