//! What the roles of columns are called.

use crate::args::say;
use portfolio::exchange::Role;
use portfolio::model::Lang;

pub(crate) fn name(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Title => say(lang, "title", "intitulé"),
        Role::Description => say(lang, "description", "description"),
        Role::Owner => say(lang, "owner", "responsable"),
        Role::PartOf => say(lang, "part of", "partie de"),
        Role::State => say(lang, "state", "état"),
        Role::Status => say(lang, "delivery status", "état de livraison"),
        Role::StatusBusiness => say(lang, "business status", "état vu du métier"),
        Role::StatusDate => say(lang, "date of status", "date de l’état"),
        Role::Start => say(lang, "start", "début"),
        Role::End => say(lang, "end", "fin"),
        Role::DeliveredOn => say(lang, "delivered on", "livré le"),
        Role::Budget => say(lang, "budget", "budget"),
        Role::Spent => say(lang, "spent", "dépensé"),
        Role::PercentComplete => say(lang, "percent complete", "avancement"),
        Role::Category => say(lang, "category", "catégorie"),
        Role::Reference => say(lang, "reference", "référence"),
        Role::ExternalKey => say(lang, "key in the source", "clé dans la source"),
        Role::Tags => say(lang, "tags", "étiquettes"),
        Role::ContributesTo => say(lang, "contributes to", "contribue à"),
        Role::Why => say(lang, "why", "pourquoi"),
        Role::ExtraField => say(lang, "kept as it is", "conservé tel quel"),
        Role::Ignore => say(lang, "left out", "écarté"),
    }
}
