//! Every word of a snapshot, in English and in French.

use portfolio::model::{ElementKind, InitiativeState, Lang, Level, Reason, Status};
use portfolio::rules::{Family, Severity};
use serde::Serialize;

macro_rules! words {
    ($($name:ident: $en:literal, $fr:literal;)+) => {
        /// The fixed words, by the name under which the templates know them.
        #[derive(Debug, Clone, Copy, Serialize)]
        pub(crate) struct Words { $(pub(crate) $name: &'static str,)+ }
        const EN: Words = Words { $($name: $en,)+ };
        const FR: Words = Words { $($name: $fr,)+ };
    };
}

words! {
    lang: "en", "fr";
    document: "Alignment snapshot", "Instantané d’alignement";
    untitled: "Untitled portfolio", "Portefeuille sans titre";
    as_of: "As of", "Au";
    pack: "Rule pack", "Règles";
    nav_map: "Map", "Carte";
    nav_objectives: "Objectives", "Objectifs";
    nav_findings: "Findings", "Constats";
    nav_initiatives: "Initiatives", "Initiatives";
    nav_coverage: "Coverage", "Couverture";
    nav_sources: "Sources", "Sources";
    map_title: "From why to ground", "Du pourquoi au terrain";
    map_note: "Solid: reaches an objective. Hollow: reaches none. Grey: not active.", "Plein : atteint un objectif. Creux : n’en atteint aucun. Gris : inactive.";
    map_cards: "Dashed cards: an objective without work, or work without an objective.", "Cartes tiretées : un objectif sans travail, ou un travail sans objectif.";
    map_links: "Dashed lines are proposed and count for nothing yet.", "Les traits tiretés sont proposés et ne comptent pas encore.";
    map_crowded: "Too many links to draw them all; every one counts in the figures.", "Trop de liens pour les tracer tous ; chacun compte dans les chiffres.";
    colon: ":", "\u{a0}:";
    objectives_none: "No objective is written, so no money can reach one. Write the three to seven results that matter, then link the initiatives to them.", "Aucun objectif n’est écrit : aucun argent ne peut donc en atteindre un. Écrivez les trois à sept résultats qui comptent, puis reliez-y les initiatives.";
    priority: "Priority", "Priorité";
    objective: "Objective", "Objectif";
    weight: "Weight", "Poids";
    reaching: "Open initiatives", "Initiatives ouvertes";
    budget: "Budget", "Budget";
    active_budget: "Active budget", "Budget actif";
    why: "Why", "Pourquoi";
    why_written: "written", "écrit";
    why_missing: "not written", "non écrit";
    no_priority: "no priority", "sans priorité";
    findings: "Findings", "Constats";
    findings_none: "No rule has anything to say.", "Aucune règle n’a rien à dire.";
    to_pass: "To pass", "Pour le lever";
    evidence: "Evidence", "Éléments";
    cannot_tell: "cannot tell", "indécidable";
    accepted: "accepted", "accepté";
    accepted_many: "accepted", "acceptés";
    misses: "Missing", "Il manque";
    portfolio: "The portfolio as a whole", "Le portefeuille entier";
    initiative: "Initiative", "Initiative";
    initiatives_none: "No initiative is written.", "Aucune initiative n’est écrite.";
    owner: "Owner", "Responsable";
    state: "State", "État";
    delivery: "Delivery", "Livraison";
    business: "Business view", "Vue métier";
    end: "End", "Fin";
    reaches: "Reaches", "Atteint";
    nothing: "nothing", "rien";
    unwritten: "not filled in", "non renseigné";
    more: "and {} more", "et {} de plus";
    coverage: "What is known of the initiatives", "Ce que l’on sait des initiatives";
    coverage_note: "Hatched: somebody was asked and gave no value. Blank: nobody wrote anything. Missing is never counted as zero.", "Hachuré : la question a été posée, sans valeur en réponse. Vide : personne n’a rien écrit. Ce qui manque n’est jamais compté pour zéro.";
    percent_complete: "Percent complete", "Avancement";
    category: "Category", "Catégorie";
    start: "Start", "Début";
    spent: "Spent", "Dépensé";
    sources: "Where it comes from", "D’où cela vient";
    sources_none: "Nothing was imported; everything was typed here.", "Rien n’a été importé ; tout a été saisi ici.";
    file: "File", "Fichier";
    source: "Source", "Source";
    imported_on: "Imported on", "Importé le";
    created: "Created", "Créées";
    ignored: "Left out on purpose", "Écartées à dessein";
    set_aside: "Set aside", "Mises de côté";
    sha: "SHA-256", "SHA-256";
    footer: "Read only. Works without a network.", "Lecture seule. Fonctionne sans réseau.";
    hash_of: "Hash of the portfolio, the date and the rule pack", "Empreinte du portefeuille, de la date et des règles";
    reaches_objective: "reach an objective", "atteignent un objectif";
    reaches_none: "reach none", "n’en atteignent aucun";
    money_reaches: "reaches an objective", "atteint un objectif";
    money_reaches_none: "reaches none", "n’en atteint aucun";
    without_amount: "without an amount", "sans montant";
    active_initiatives: "Open initiatives", "Initiatives ouvertes";
    why_accepted: "written and accepted", "écrits et acceptés";
    why_only_written: "written, not accepted", "écrits, non acceptés";
    why_unwritten: "not written", "non écrits";
    why_of: "Why of open initiatives", "Pourquoi des initiatives ouvertes";
    skip: "To the findings", "Aller aux constats";
}

pub(crate) fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

fn pick(lang: Lang, en: &'static str, fr: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

/// The belief that a family of rules tests, or the demand that it serves.
#[must_use]
pub fn family(family: Family, lang: Lang) -> &'static str {
    let (en, fr) = match family {
        Family::Why => (
            "Root myth: the why goes without saying",
            "Mythe racine : le pourquoi va de soi",
        ),
        Family::Rituals => (
            "Myth 1: we share rituals, so we are aligned",
            "Mythe 1 : nous partageons des rituels, donc nous sommes alignés",
        ),
        Family::Progress => (
            "Myth 2: we track progress closely",
            "Mythe 2 : nous suivons l’avancement de près",
        ),
        Family::Tools => (
            "Myth 3: our tools align us",
            "Mythe 3 : nos outils nous alignent",
        ),
        Family::Agile => (
            "Myth 4: we are agile, so always aligned",
            "Mythe 4 : nous sommes agiles, donc toujours alignés",
        ),
        Family::Visible => (
            "Demand 1: strategy that can be seen and acted on",
            "Exigence 1 : une stratégie visible et actionnable",
        ),
        Family::Common => (
            "Demand 2: one frame between decision and execution",
            "Exigence 2 : un cadre commun entre décision et exécution",
        ),
        Family::Ground => (
            "Demand 3: steering tied to the ground",
            "Exigence 3 : un pilotage relié au terrain",
        ),
        Family::Value => (
            "Demand 4: value managed, not activity",
            "Exigence 4 : piloter la valeur, non l’activité",
        ),
        Family::Own => ("Rules of one’s own", "Règles écrites par vos soins"),
    };
    pick(lang, en, fr)
}

#[must_use]
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    let (en, fr) = match severity {
        Severity::Blocker => ("blocker", "bloquant"),
        Severity::High => ("high", "élevé"),
        Severity::Medium => ("medium", "moyen"),
        Severity::Low => ("low", "faible"),
        Severity::Info => ("info", "info"),
    };
    pick(lang, en, fr)
}

pub(crate) fn state(state: InitiativeState, lang: Lang) -> &'static str {
    let (en, fr) = match state {
        InitiativeState::Idea => ("Idea", "Idée"),
        InitiativeState::Planned => ("Planned", "Planifiée"),
        InitiativeState::Active => ("Active", "En cours"),
        InitiativeState::Paused => ("Paused", "En pause"),
        InitiativeState::Delivered => ("Delivered", "Livrée"),
        InitiativeState::Stopped => ("Stopped", "Arrêtée"),
    };
    pick(lang, en, fr)
}

pub(crate) fn status(status: Option<Status>, lang: Lang) -> &'static str {
    let (en, fr) = match status {
        Some(Status::Green) => ("On track", "En bonne voie"),
        Some(Status::Amber) => ("At risk", "À risque"),
        Some(Status::Red) => ("Off track", "En dérive"),
        None => ("Unknown", "Inconnu"),
    };
    pick(lang, en, fr)
}

pub(crate) fn reason(reason: Reason, lang: Lang) -> &'static str {
    let (en, fr) = match reason {
        Reason::Withheld => ("withheld", "non communiqué"),
        Reason::NotRequired => ("not required", "non requis"),
        Reason::NotReported => ("not reported", "non déclaré"),
        Reason::Unknown => ("unknown", "inconnu"),
    };
    pick(lang, en, fr)
}

pub(crate) fn level(level: Level, lang: Lang) -> &'static str {
    let (en, fr) = match level {
        Level::Why => ("Why", "Pourquoi"),
        Level::Direction => ("Direction", "Direction"),
        Level::Value => ("Value", "Valeur"),
        Level::Ability => ("Ability", "Capacité à faire"),
        Level::Work => ("Work", "Travail"),
        Level::Ground => ("Ground", "Terrain"),
    };
    pick(lang, en, fr)
}

/// What the map says where a level is empty.
pub(crate) fn level_empty(level: Level, lang: Lang) -> &'static str {
    let (en, fr) = match level {
        Level::Why => (
            "No driver is written: nothing says why",
            "Aucun moteur n’est écrit : rien ne dit pourquoi",
        ),
        Level::Direction => (
            "No priority and no objective is written",
            "Ni priorité ni objectif n’est écrit",
        ),
        Level::Value => (
            "No outcome and no change is written: nothing says for whom",
            "Ni bénéfice ni changement n’est écrit : rien ne dit pour qui",
        ),
        Level::Ability => ("No capability is written", "Aucune capacité n’est écrite"),
        Level::Work => ("No initiative is written", "Aucune initiative n’est écrite"),
        Level::Ground => (
            "No system and no team is written",
            "Ni système ni équipe n’est écrit",
        ),
    };
    pick(lang, en, fr)
}

/// One and many of a kind.
#[must_use]
pub fn kind(kind: ElementKind, lang: Lang) -> (&'static str, &'static str) {
    let (en, fr) = match kind {
        ElementKind::Driver => (("driver", "drivers"), ("moteur", "moteurs")),
        ElementKind::Priority => (("priority", "priorities"), ("priorité", "priorités")),
        ElementKind::Objective => (("objective", "objectives"), ("objectif", "objectifs")),
        ElementKind::Outcome => (("outcome", "outcomes"), ("bénéfice", "bénéfices")),
        ElementKind::Change => (("change", "changes"), ("changement", "changements")),
        ElementKind::Capability => (("capability", "capabilities"), ("capacité", "capacités")),
        ElementKind::Initiative => (("initiative", "initiatives"), ("initiative", "initiatives")),
        ElementKind::System => (("system", "systems"), ("système", "systèmes")),
        ElementKind::Team => (("team", "teams"), ("équipe", "équipes")),
        ElementKind::Indicator => (("indicator", "indicators"), ("indicateur", "indicateurs")),
        ElementKind::Assumption => (("assumption", "assumptions"), ("hypothèse", "hypothèses")),
        ElementKind::Decision => (("decision", "decisions"), ("décision", "décisions")),
        ElementKind::Person => (("person", "people"), ("personne", "personnes")),
        ElementKind::Term => (("term", "terms"), ("terme", "termes")),
    };
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}
