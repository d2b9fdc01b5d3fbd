//! What can go wrong with a file, in words: what happened, what was kept, what to do.

use crate::error::{Code, Error, Owner, Words};
use std::path::Path;

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn error(code: Code, en: String, fr: String, hint_en: &str, hint_fr: &str) -> Error {
    Error::new(code, Words::new(en, fr), Words::new(hint_en, hint_fr))
}

pub(super) fn save_a_copy() -> Words {
    Words::new(
        "Copy the file to a folder of your own and open the copy.",
        "Copiez le fichier dans un dossier à vous et ouvrez la copie.",
    )
}

pub(super) fn exists(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::FileExists,
        format!("{file} is already there and was left as it is."),
        format!("{file} existe déjà et n’a pas été touché."),
        "Choose another name, or open that file.",
        "Choisissez un autre nom, ou ouvrez ce fichier.",
    )
}

pub(super) fn cannot_create(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::ReadOnly,
        format!(
            "{file} cannot be created: its folder is missing or cannot be written. Nothing was created."
        ),
        format!(
            "Impossible de créer {file} : son dossier est absent ou protégé en écriture. Rien n’a été créé."
        ),
        "Choose a folder of your own.",
        "Choisissez un dossier à vous.",
    )
}

pub(super) fn not_a_portfolio(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::NotAPortfolio,
        format!("{file} is not a Throughline portfolio. It was left as it is."),
        format!("{file} n’est pas un portefeuille Throughline. Il n’a pas été touché."),
        "Open a .thru file. To bring in a spreadsheet, import it.",
        "Ouvrez un fichier .thru. Pour reprendre un tableur, importez-le.",
    )
}

pub(super) fn too_new(path: &Path, found: u32, known: u32) -> Error {
    let file = name(path);
    error(
        Code::FileTooNew,
        format!(
            "{file} was written by a newer Throughline (file format {found}; this one knows {known}). It was left as it is."
        ),
        format!(
            "{file} a été écrit par un Throughline plus récent (format {found} ; celui-ci connaît le {known}). Il n’a pas été touché."
        ),
        "Update Throughline, or ask for a JSON export from the newer one.",
        "Mettez Throughline à jour, ou demandez un export JSON à la version récente.",
    )
}

pub(super) fn needs_upgrade(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::ReadOnly,
        format!(
            "{file} is in an older format and cannot be upgraded where it is. It was left as it is."
        ),
        format!(
            "{file} est dans un ancien format et ne peut être mis à jour là où il se trouve. Il n’a pas été touché."
        ),
        "Copy the file to a folder of your own and open the copy.",
        "Copiez le fichier dans un dossier à vous et ouvrez la copie.",
    )
}

pub(super) fn damaged(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::FileDamaged,
        format!("{file} is damaged and could not be read. It was left as it is."),
        format!("{file} est endommagé et n’a pas pu être lu. Il n’a pas été touché."),
        "Open an earlier copy of it, for instance from a backup or the history of a synced folder.",
        "Ouvrez une copie antérieure, par exemple depuis une sauvegarde ou l’historique d’un dossier synchronisé.",
    )
}

pub(super) fn changed_outside(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::ChangedOutside,
        format!(
            "{file} was changed, moved or replaced by something else while it was open. The last edit was not saved and nothing was overwritten."
        ),
        format!(
            "{file} a été modifié, déplacé ou remplacé pendant qu’il était ouvert. La dernière modification n’a pas été enregistrée et rien n’a été écrasé."
        ),
        "Merge both, keep yours as a copy, or take what the file holds now.",
        "Fusionnez les deux, gardez votre version en copie, ou prenez celle du fichier.",
    )
}

pub(super) fn in_use(path: &Path, owner: Option<&Owner>, lock: &Path) -> Error {
    let (file, lock) = (name(path), name(lock));
    let (en, fr) = match owner {
        Some(it) => (
            format!(
                "{file} is open on {} since {}. It was left as it is.",
                it.computer, it.since
            ),
            format!(
                "{file} est ouvert sur {} depuis {}. Il n’a pas été touché.",
                it.computer, it.since
            ),
        ),
        None => (
            format!("{file} is open in another Throughline. It was left as it is."),
            format!("{file} est ouvert dans un autre Throughline. Il n’a pas été touché."),
        ),
    };
    Error {
        owner: owner.cloned().map(Box::new),
        ..Error::new(
            Code::FileInUse,
            Words::new(en, fr),
            Words::new(
                format!(
                    "Close it there, then open it again here. If nobody has it open, delete {lock}."
                ),
                format!(
                    "Fermez-le là-bas, puis rouvrez-le ici. Si personne ne l’a ouvert, supprimez {lock}."
                ),
            ),
        )
    }
}

pub(super) fn asked_read_only(path: &Path) -> Words {
    let file = name(path);
    Words::new(
        format!(
            "{file} is open for reading: nothing can be changed here, and what others write is shown."
        ),
        format!(
            "{file} est ouvert en lecture : rien ne peut être modifié ici, et ce que d’autres écrivent s’affiche."
        ),
    )
}

pub(super) fn cannot_write(path: &Path) -> Words {
    let file = name(path);
    Words::new(
        format!("{file} or its folder is protected against writing: nothing can be changed."),
        format!("{file} ou son dossier est protégé en écriture : rien ne peut être modifié."),
    )
}

pub(super) fn io(path: &Path, cause: &std::io::Error) -> Error {
    use std::io::ErrorKind as Kind;
    let file = name(path);
    match cause.kind() {
        Kind::NotFound => error(
            Code::FileUnreadable,
            format!("{file} is not there."),
            format!("{file} n’existe pas."),
            "Check the name, or that the drive or share is connected.",
            "Vérifiez le nom, ou que le disque ou le partage est connecté.",
        ),
        Kind::StorageFull | Kind::QuotaExceeded => full(path),
        _ => error(
            Code::FileUnreadable,
            format!("{file} could not be read or written ({cause}). Nothing was changed."),
            format!("{file} n’a pas pu être lu ou écrit ({cause}). Rien n’a été modifié."),
            "Check that you may use this file and folder.",
            "Vérifiez vos droits sur ce fichier et ce dossier.",
        ),
    }
}

fn full(path: &Path) -> Error {
    let file = name(path);
    error(
        Code::DiskFailed,
        format!(
            "There is no room left to write {file}. The last edit was not saved; everything before it is."
        ),
        format!(
            "Il n’y a plus de place pour écrire {file}. La dernière modification n’est pas enregistrée ; tout ce qui précède l’est."
        ),
        "Free some space, then repeat the last edit.",
        "Libérez de la place, puis refaites la dernière modification.",
    )
}

pub(super) fn sql(path: &Path, cause: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Kind;
    let file = name(path);
    match cause.sqlite_error_code() {
        Some(Kind::DiskFull) => full(path),
        Some(Kind::DatabaseBusy | Kind::DatabaseLocked) => {
            in_use(path, None, &super::lock::beside(path, "lock"))
        }
        Some(Kind::ReadOnly | Kind::PermissionDenied) => {
            Error::new(Code::ReadOnly, cannot_write(path), save_a_copy())
        }
        // Its header bears our mark: it was one.
        Some(Kind::NotADatabase | Kind::DatabaseCorrupt) => damaged(path),
        Some(Kind::CannotOpen) => error(
            Code::FileUnreadable,
            format!("{file} could not be opened."),
            format!("{file} n’a pas pu être ouvert."),
            "Check the name, and that you may use this file and folder.",
            "Vérifiez le nom et vos droits sur ce fichier et ce dossier.",
        ),
        Some(Kind::SystemIoFailure) => error(
            Code::DiskFailed,
            format!(
                "The disk failed while {file} was used ({cause}). Everything saved before is kept."
            ),
            format!(
                "Le disque a failli pendant l’usage de {file} ({cause}). Tout ce qui était enregistré est conservé."
            ),
            "Check the drive or the share, then try again.",
            "Vérifiez le disque ou le partage, puis réessayez.",
        ),
        _ if has_lost_a_name(cause) => damaged(path),
        None if matches!(
            cause,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..)
        ) =>
        {
            damaged(path)
        }
        _ => error(
            Code::Internal,
            format!("{file} could not be changed ({cause}). It is as it was before."),
            format!("{file} n’a pas pu être modifié ({cause}). Il est resté comme avant."),
            "Try again. If it happens again, report these words.",
            "Réessayez. Si cela se reproduit, signalez ces mots.",
        ),
    }
}

/// The statements are ours: a table or column that they do not find has lost its name to a damage.
fn has_lost_a_name(cause: &rusqlite::Error) -> bool {
    let said = match cause {
        rusqlite::Error::SqliteFailure(_, Some(said)) => said,
        rusqlite::Error::SqlInputError { msg, .. } => msg,
        _ => return false,
    };
    said.starts_with("no such ")
}
