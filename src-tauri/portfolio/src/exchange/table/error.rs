//! Why a file could not be read at all: one distinct fault per cause, each with its code, its place and its remedy in
//! English and French. Nothing here is about single cells: those are `Problem`s and never stop a reading.

use crate::error::{Code, Error, Words};
use crate::model::Lang;

/// What a file that is not a table turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Pdf,
    Html,
    Thru,
    Word,
    Slides,
    Image,
    Xml,
    Json,
    OtherZip,
    Binary,
}

impl Found {
    fn name(self, lang: Lang) -> &'static str {
        let (en, fr) = match self {
            Found::Pdf => ("a PDF document", "un document PDF"),
            Found::Html => ("a web page (HTML)", "une page web (HTML)"),
            Found::Thru => ("a Throughline portfolio", "un portefeuille Throughline"),
            Found::Word => ("a text document", "un document texte"),
            Found::Slides => ("a presentation", "une présentation"),
            Found::Image => ("an image", "une image"),
            Found::Xml => ("an XML file", "un fichier XML"),
            Found::Json => ("a JSON file", "un fichier JSON"),
            Found::OtherZip => (
                "a zip archive without a workbook",
                "une archive zip sans classeur",
            ),
            Found::Binary => (
                "binary data of an unknown kind",
                "des données binaires d’un genre inconnu",
            ),
        };
        pick(lang, en, fr)
    }
}

/// The cause, without the file it happened in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the file is empty")]
    Empty,
    #[error("{bytes} bytes are more than the {limit} that are read")]
    TooBig { bytes: u64, limit: u64 },
    #[error("not a table: {0:?}")]
    NotATable(Found),
    #[error("protected by a password")]
    Password,
    #[error("the archive is cut short")]
    Truncated,
    #[error("damaged at {place}: {detail}")]
    Damaged { place: String, detail: String },
    #[error("{place} unpacks to more than the limit")]
    Bomb { place: String },
    #[error("{place} holds more than {limit} {what}")]
    TooMany {
        place: String,
        what: Counted,
        limit: u64,
    },
    #[error("old binary workbook (.xls)")]
    OldExcel,
    #[error("binary workbook (.xlsb)")]
    BinaryExcel,
    #[error("no sheet is called {0}")]
    NoSuchSheet(String),
    #[error("no table with a title column was recognised")]
    NoTable,
    #[error("the text could not be split into columns: {0}")]
    BadText(String),
}

/// What was counted against a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    Cells,
    Columns,
    Bytes,
    Sheets,
    Entries,
}

impl std::fmt::Display for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name(Lang::En))
    }
}

impl Counted {
    fn name(self, lang: Lang) -> &'static str {
        let (en, fr) = match self {
            Counted::Cells => ("filled cells", "cellules remplies"),
            Counted::Columns => ("columns", "colonnes"),
            Counted::Bytes => ("bytes of text", "octets de texte"),
            Counted::Sheets => ("sheets", "feuilles"),
            Counted::Entries => ("parts", "éléments"),
        };
        pick(lang, en, fr)
    }
}

/// A file that could not be read, and why. Nothing was created and the file was not touched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Lang::En))]
pub struct ReadError {
    /// The file's own name, without its folder.
    pub file: String,
    #[source]
    pub fault: Fault,
}

impl ReadError {
    pub(super) fn new(file: &str, fault: Fault) -> Self {
        ReadError {
            file: file.to_owned(),
            fault,
        }
    }

    /// What the caller can react to.
    #[must_use]
    pub fn code(&self) -> Code {
        match self.fault {
            Fault::Empty | Fault::NoTable => Code::NothingToImport,
            Fault::TooBig { .. } | Fault::Bomb { .. } | Fault::TooMany { .. } => Code::TooLarge,
            Fault::Password => Code::PasswordProtected,
            Fault::NoSuchSheet(_) => Code::NotFound,
            Fault::NotATable(_)
            | Fault::Truncated
            | Fault::Damaged { .. }
            | Fault::OldExcel
            | Fault::BinaryExcel
            | Fault::BadText(_) => Code::NotReadable,
        }
    }

    /// What happened and where, as one sentence that names the file.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let file = &self.file;
        let en = lang == Lang::En;
        match &self.fault {
            Fault::Empty if en => format!("“{file}” is empty: it holds 0 bytes."),
            Fault::Empty => format!("« {file} » est vide : il contient 0 octet."),
            Fault::TooBig { bytes, limit } => {
                let (b, l) = (bytes / 1_048_576, limit / 1_048_576);
                if en {
                    format!("“{file}” is {b} MB; tables up to {l} MB are read.")
                } else {
                    format!("« {file} » pèse {b} Mo ; les tableaux sont lus jusqu’à {l} Mo.")
                }
            }
            Fault::NotATable(found) if en => format!(
                "“{file}” is not a table: inside it is {}.",
                found.name(lang)
            ),
            Fault::NotATable(found) => {
                format!(
                    "« {file} » n’est pas un tableau : c’est en réalité {}.",
                    found.name(lang)
                )
            }
            Fault::Password if en => {
                format!("“{file}” is protected by a password and cannot be opened.")
            }
            Fault::Password => {
                format!("« {file} » est protégé par un mot de passe et ne peut être ouvert.")
            }
            Fault::Truncated if en => {
                format!("“{file}” is cut short: the end of the workbook is missing.")
            }
            Fault::Truncated => format!("« {file} » est tronqué : la fin du classeur manque."),
            Fault::Damaged { place, detail } if en => {
                format!("“{file}” is damaged at {place} ({detail}).")
            }
            Fault::Damaged { place, detail } => {
                format!("« {file} » est endommagé à {place} ({detail}).")
            }
            Fault::Bomb { place } if en => {
                format!("“{file}” unpacks to far more than it should, at {place}.")
            }
            Fault::Bomb { place } => {
                format!("« {file} » se décompresse bien au-delà du raisonnable, à {place}.")
            }
            Fault::TooMany { place, what, limit } if en => {
                format!(
                    "“{file}” holds more than {limit} {} ({place}).",
                    what.name(lang)
                )
            }
            Fault::TooMany { place, what, limit } => {
                format!(
                    "« {file} » contient plus de {limit} {} ({place}).",
                    what.name(lang)
                )
            }
            Fault::OldExcel if en => {
                format!("“{file}” is a workbook in the old Excel 97–2003 format (.xls).")
            }
            Fault::OldExcel => {
                format!("« {file} » est un classeur à l’ancien format Excel 97–2003 (.xls).")
            }
            Fault::BinaryExcel if en => format!("“{file}” is a binary workbook (.xlsb)."),
            Fault::BinaryExcel => format!("« {file} » est un classeur binaire (.xlsb)."),
            Fault::NoSuchSheet(name) if en => format!("“{file}” has no sheet called “{name}”."),
            Fault::NoSuchSheet(name) => format!("« {file} » n’a pas de feuille nommée « {name} »."),
            Fault::NoTable if en => format!("No table of initiatives was recognised in “{file}”."),
            Fault::NoTable => {
                format!("Aucun tableau d’initiatives n’a été reconnu dans « {file} ».")
            }
            Fault::BadText(detail) if en => {
                format!("“{file}” could not be split into columns ({detail}).")
            }
            Fault::BadText(detail) => {
                format!("« {file} » n’a pas pu être découpé en colonnes ({detail}).")
            }
        }
    }

    /// What was kept and what to do now.
    #[must_use]
    pub fn remedy(&self, lang: Lang) -> String {
        let (en, fr) = match &self.fault {
            Fault::Empty => (
                "Export it again from its source, or choose another file.",
                "Exportez-le de nouveau depuis sa source, ou choisissez un autre fichier.",
            ),
            Fault::TooBig { .. } | Fault::TooMany { .. } => (
                "Keep only the sheet and columns you need, save them as a new file, and drop that one.",
                "Ne gardez que la feuille et les colonnes utiles, enregistrez-les dans un nouveau fichier, et déposez celui-ci.",
            ),
            Fault::NotATable(Found::Thru) => (
                "Open it with File › Open instead of importing it.",
                "Ouvrez-le par Fichier › Ouvrir au lieu de l’importer.",
            ),
            Fault::NotATable(Found::Html) => (
                "Open it in a spreadsheet program and save it as .xlsx or .csv.",
                "Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou .csv.",
            ),
            Fault::NotATable(_) => (
                "Choose a workbook (.xlsx, .xlsm, .ods) or a text table (.csv, .tsv).",
                "Choisissez un classeur (.xlsx, .xlsm, .ods) ou un tableau texte (.csv, .tsv).",
            ),
            Fault::Password => (
                "Open it in its program, remove the password, save, and drop it again.",
                "Ouvrez-le dans son logiciel, retirez le mot de passe, enregistrez, puis déposez-le de nouveau.",
            ),
            Fault::Truncated | Fault::Damaged { .. } => (
                "Copy or download the file again; if it opens elsewhere, save it there under a new name.",
                "Recopiez ou retéléchargez le fichier ; s’il s’ouvre ailleurs, enregistrez-le sous un nouveau nom.",
            ),
            Fault::Bomb { .. } => (
                "Do not trust this file; if you know its author, ask for a fresh export as .csv.",
                "Méfiez-vous de ce fichier ; si vous connaissez son auteur, demandez un nouvel export en .csv.",
            ),
            Fault::OldExcel | Fault::BinaryExcel => (
                "Open it in a spreadsheet program and save it as .xlsx.",
                "Ouvrez-le dans un tableur et enregistrez-le en .xlsx.",
            ),
            Fault::NoSuchSheet(_) => (
                "Choose one of the sheets that are listed.",
                "Choisissez l’une des feuilles de la liste.",
            ),
            Fault::NoTable => (
                "Say which sheet, which header row and which column holds the titles.",
                "Indiquez la feuille, la ligne d’en-tête et la colonne des intitulés.",
            ),
            Fault::BadText(_) => (
                "Choose the separator yourself, or save the file as .xlsx.",
                "Choisissez vous-même le séparateur, ou enregistrez le fichier en .xlsx.",
            ),
        };
        let kept = pick(
            lang,
            "Nothing was imported; the file was not changed.",
            "Rien n’a été importé ; le fichier n’a pas été modifié.",
        );
        format!("{kept} {}", pick(lang, en, fr))
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        let words = |text: &dyn Fn(Lang) -> String| Words::new(text(Lang::En), text(Lang::Fr));
        Error::new(
            error.code(),
            words(&|l| error.message(l)),
            words(&|l| error.remedy(l)),
        )
    }
}

/// The one of two texts that fits the language.
pub(super) fn pick<'a>(lang: Lang, en: &'a str, fr: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}
