//! The refusals of edits, each said once.

use crate::error::{Code, Error, Words};
use crate::model::{Element, LinkKind};

fn nothing_changed(code: Code, en: String, fr: String, hint_en: &str, hint_fr: &str) -> Error {
    Error::new(
        code,
        Words::new(
            format!("{en} Nothing was changed."),
            format!("{fr} Rien n’a été modifié."),
        ),
        Words::new(hint_en, hint_fr),
    )
}

pub(super) fn not_found(what: &str) -> Error {
    nothing_changed(
        Code::NotFound,
        format!("“{what}” is no longer in the portfolio."),
        format!("« {what} » n’est plus dans le portefeuille."),
        "It may have been removed in another window. Undo brings it back.",
        "L’élément a peut-être été supprimé dans une autre fenêtre. Annuler le fait revenir.",
    )
}

pub(super) fn bad_id(id: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("The name “{id}” is already in use or is not a valid name of a record."),
        format!("Le nom « {id} » est déjà pris ou n’est pas un nom d’enregistrement valable."),
        "Give a new id of letters, digits, points and dashes.",
        "Donnez un nouvel identifiant fait de lettres, chiffres, points et tirets.",
    )
}

pub(super) fn id_taken(id: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("The id “{id}” already belongs to a record of another sort."),
        format!("L’identifiant « {id} » appartient déjà à un enregistrement d’une autre nature."),
        "Give a new id: each is used once in a portfolio, and “settings” is that of its settings.",
        "Donnez un nouvel identifiant : chacun sert une fois dans un portefeuille, et « settings » est celui de ses réglages.",
    )
}

pub(super) fn already_linked(from: &Element, to: &Element) -> Error {
    nothing_changed(
        Code::AlreadyLinked,
        format!(
            "“{}” is already linked to “{}” in this way.",
            from.title, to.title
        ),
        format!(
            "« {} » est déjà relié ainsi à « {} ».",
            from.title, to.title
        ),
        "Select the link to change what it says.",
        "Sélectionnez le lien pour modifier ce qu’il dit.",
    )
}

pub(super) fn link_not_allowed(kind: LinkKind, from: &Element, to: &Element) -> Error {
    let (hint_en, hint_fr) = match kind {
        LinkKind::Contribution => (
            "A contribution goes from a lower level to a higher one, for instance from an initiative to an objective.",
            "Une contribution va d’un niveau plus bas vers un plus haut, par exemple d’une initiative vers un objectif.",
        ),
        LinkKind::Because => (
            "A reason is a driver, a priority or an objective.",
            "Une raison est un moteur, une priorité ou un objectif.",
        ),
        LinkKind::PartOf => (
            "Parts form a tree of elements of one kind.",
            "Les parties forment un arbre d’éléments de même nature.",
        ),
        _ => (
            "Choose another kind of link.",
            "Choisissez un autre type de lien.",
        ),
    };
    nothing_changed(
        Code::NotAllowed,
        format!(
            "“{}” cannot be linked to “{}” in this way.",
            from.title, to.title
        ),
        format!(
            "« {} » ne peut pas être relié ainsi à « {} ».",
            from.title, to.title
        ),
        hint_en,
        hint_fr,
    )
}

pub(super) fn wrong_field(element: &Element) -> Error {
    nothing_changed(
        Code::NotAllowed,
        format!("“{}” has no such field.", element.title),
        format!("« {} » n’a pas ce champ.", element.title),
        "Choose a field of this kind of element.",
        "Choisissez un champ propre à cette nature d’élément.",
    )
}

pub(super) fn no_title() -> Error {
    nothing_changed(
        Code::BadValue,
        "A title cannot be empty.".to_owned(),
        "Un titre ne peut pas être vide.".to_owned(),
        "Type a few words.",
        "Saisissez quelques mots.",
    )
}

pub(super) fn out_of_range(en: &str, fr: &str) -> Error {
    nothing_changed(
        Code::BadValue,
        format!("The value is out of range: {en}."),
        format!("La valeur est hors limites : {fr}."),
        "Give a value inside the range.",
        "Donnez une valeur dans les limites.",
    )
}

pub(super) fn not_own_code(code: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("“{code}” is not a code that a rule of your own can have."),
        format!("« {code} » n’est pas un code possible pour une règle à vous."),
        "Give it X and three digits, such as X001.",
        "Donnez-lui X suivi de trois chiffres, comme X001.",
    )
}

pub(super) fn bad_name(code: &str, name: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("“{name}” is not a name that the rule {code} can have."),
        format!("« {name} » n’est pas un nom possible pour la règle {code}."),
        "A name is small letters and digits joined by dashes, 60 at most, such as budget-without-owner.",
        "Un nom est fait de minuscules sans accent et de chiffres reliés par des tirets, 60 au plus, comme budget-without-owner.",
    )
}

pub(super) fn bad_threshold(code: &str, name: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("“{name}” is not a name that a threshold of {code} can have."),
        format!("« {name} » n’est pas un nom possible pour un seuil de {code}."),
        "Take the name of the threshold as the rule gives it.",
        "Reprenez le nom du seuil tel que la règle le donne.",
    )
}

pub(super) fn bad_code(code: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("“{code}” is not a code that a rule can have."),
        format!("« {code} » n’est pas un code possible pour une règle."),
        "A code is a letter and three digits, such as D103; a rule of your own has the name you gave it.",
        "Un code est une lettre suivie de trois chiffres, comme D103 ; une règle à vous a le nom que vous lui avez donné.",
    )
}

pub(super) fn code_taken(code: &str) -> Error {
    nothing_changed(
        Code::BadId,
        format!("The code {code} already belongs to another rule of this portfolio."),
        format!("Le code {code} est déjà celui d’une autre règle de ce portefeuille."),
        "Give the rule a code that is free: X and three digits.",
        "Donnez à la règle un code libre : X suivi de trois chiffres.",
    )
}

pub(super) fn bad_rule(code: &str, field: &str) -> Error {
    nothing_changed(
        Code::BadValue,
        format!("The field “{field}” of the rule {code} is empty or too long."),
        format!("Le champ « {field} » de la règle {code} est vide ou trop long."),
        "A rule has a condition of at most 2,000 characters and a message of at most 1,000.",
        "Une règle a une condition d’au plus 2 000 caractères et un message d’au plus 1 000.",
    )
}

pub(super) fn source_in_use(title: &str) -> Error {
    nothing_changed(
        Code::NotAllowed,
        format!("Readings, reports or imports came from “{title}”."),
        format!("Des relevés, rapports ou imports viennent de « {title} »."),
        "Remove them first, or give them another source.",
        "Retirez-les d’abord, ou donnez-leur une autre source.",
    )
}

pub(super) fn not_alike(one: &Element, other: &Element) -> Error {
    nothing_changed(
        Code::NotAllowed,
        format!(
            "“{}” and “{}” are of different kinds and cannot be merged.",
            one.title, other.title
        ),
        format!(
            "« {} » et « {} » sont de nature différente et ne peuvent être fusionnés.",
            one.title, other.title
        ),
        "Merge elements of one kind, or link them.",
        "Fusionnez des éléments de même nature, ou reliez-les.",
    )
}

pub(super) fn last_canvas(title: &str) -> Error {
    nothing_changed(
        Code::NotAllowed,
        format!("“{title}” is the only canvas there is."),
        format!("« {title} » est le seul canevas."),
        "Add another canvas first.",
        "Ajoutez d’abord un autre canevas.",
    )
}

/// The start of a title or a note, as much as a sentence bears.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 60;
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let start: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}

pub(super) fn locked(title: &str) -> Error {
    let title = shortened(title);
    nothing_changed(
        Code::NotAllowed,
        format!("“{title}” is locked on this canvas."),
        format!("« {title} » est verrouillé sur ce canevas."),
        "Unlock it to move it.",
        "Déverrouillez-le pour le déplacer.",
    )
}

pub(super) fn shows_all(title: &str) -> Error {
    nothing_changed(
        Code::NotAllowed,
        format!("“{title}” shows every element of its kinds; none can be taken off it."),
        format!(
            "« {title} » montre tous les éléments de ses natures ; aucun ne peut en être retiré."
        ),
        "Filter the view, or put the elements on a free canvas.",
        "Filtrez la vue, ou placez les éléments sur un canevas libre.",
    )
}
