//! The words by which columns and values are recognised, English and French, as data. All entries are folded: lower case,
//! no accents, no punctuation. To teach the importer a word, add it here; nothing else needs to change.

use super::mapping::Role;
use crate::model::{Category, InitiativeState, Reason, Status};

/// Column names per role, with how sure a header of exactly these words makes us (0 to 100).
#[rustfmt::skip]
pub(super) const HEADERS: &[(Role, u8, &[&str])] = &[
    (Role::Title, 100, &[
        "project name", "initiative name", "project title", "initiative title", "project action", "projet action", "investment name", "epic name",
        "scheme name", "product name", "nom du projet", "intitule du projet", "libelle du projet", "titre du projet", "nom de l initiative",
        "intitule de l action", "nom projet", "libelle projet", "project initiative", "name of project", "name of the project", "intitule de l operation",
        "nom de l operation",
    ]),
    (Role::Title, 93, &[
        "initiative", "project", "projet", "title", "titre", "intitule", "libelle", "chantier", "epic", "initiatives", "projects", "projets",
        "investment title", "title en", "name en", "english name", "operation", "summary",
    ]),
    (Role::Title, 88, &[
        "programme name", "program name", "nom du programme", "name", "nom", "action", "denomination", "designation", "programme", "program", "product",
        "produit", "scheme", "investment", "investissement",
    ]),
    (Role::Title, 70, &[
        "name fr", "title fr", "nom fr", "task", "tache", "activity", "activite", "item", "objet", "issue", "deliverable", "livrable",
    ]),
    (Role::Description, 98, &[
        "description", "project description", "description aims", "aims", "project summary", "descriptif", "desc", "description en", "desc en",
        "description du projet", "description of project", "objet du projet", "initiative description", "resume du projet",
    ]),
    (Role::Description, 82, &[
        "scope", "perimetre", "details", "detail", "resume", "abstract", "overview", "contenu", "presentation", "desc fr", "description fr", "summary",
        "project aims", "objectives of the project",
    ]),
    (Role::Owner, 98, &[
        "owner", "responsible", "resp", "responsable", "project manager", "chef de projet", "cdp", "pilote", "sro", "lead", "project lead",
        "senior responsible owner", "project owner", "accountable", "porteur", "proprietaire", "referent", "assignee", "initiative owner",
        "responsible person", "nom du responsable", "responsable de projet", "product owner", "pilote du projet", "owner name", "porteur de projet",
        "project director", "directeur de projet", "programme manager", "program manager", "delivery lead", "executive sponsor", "responsable projet",
        "accountable executive", "responsible officer",
    ]),
    (Role::Owner, 84, &[
        "sponsor", "manager", "pm", "po", "business owner", "contact", "interlocuteur", "commanditaire", "contact person", "project sponsor",
    ]),
    (Role::Owner, 74, &[
        "lead agency", "agency", "department", "ministry", "organisation", "organization", "ministere", "direction", "lead department",
        "lead organisation", "entity", "entite", "business unit", "division", "agence", "service", "responsible agency", "dept", "service responsable",
        "direction pilote", "owning department", "directorate", "team", "equipe", "maitre d ouvrage",
    ]),
    (Role::PartOf, 97, &[
        "part of", "parent", "parent project", "parent programme", "parent program", "parent name", "parent key", "portfolio", "portefeuille",
        "workstream", "work stream", "stream", "epic link", "projet parent", "programme parent", "fait partie de", "rattachement", "rattache a",
    ]),
    (Role::PartOf, 86, &[
        "programme", "program", "site", "domain", "domaine", "sous programme", "lot", "cluster", "filiere", "programme name", "nom du programme",
        "crso id", "parent id", "group", "groupe",
    ]),
    (Role::PartOf, 58, &[
        "agency", "department", "ministry", "direction", "division", "entity", "entite", "dept", "dept code", "business unit", "service", "directorate",
        "organisation", "area",
    ]),
    (Role::State, 94, &[
        "state", "etat", "phase", "stage", "etape", "project phase", "project stage", "lifecycle", "lifecycle stage", "cycle de vie", "etat d avancement",
        "phase du projet", "project state", "etat du projet", "project lifecycle stage",
    ]),
    (Role::State, 88, &[
        "status", "statut", "delivery status", "project status", "statut du projet", "current status", "implementation status", "situation",
    ]),
    (Role::Status, 97, &[
        "rag", "rag status", "rag rating", "brag", "colour rating", "color rating", "delivery confidence", "delivery confidence assessment", "dca",
        "ipa rating", "meteo", "meteo du projet", "health", "project health", "sante", "overall rag", "traffic light", "feu", "feux", "couleur",
        "ipa rag rating", "dca rating", "it status", "statut it", "overall status", "overall rating", "ipa dca", "delivery confidence rating",
        "indicateur de sante",
    ]),
    (Role::Status, 89, &[
        "status", "statut", "delivery status", "project status", "statut du projet", "current status",
    ]),
    (Role::Status, 80, &[
        "rating", "confidence", "confiance", "risk rating", "colour", "color", "indicateur", "tendance", "overall",
    ]),
    (Role::StatusBusiness, 97, &[
        "business status", "business rag", "sro rating", "sro dca", "sro rag", "sro delivery confidence assessment", "sponsor rating", "sponsor status",
        "statut metier", "meteo metier", "business confidence", "business rating", "avis metier", "sro delivery confidence", "business health",
    ]),
    (Role::StatusDate, 99, &[
        "dca date", "status date", "rating date", "date of rating", "assessment date", "report date", "reporting date", "date du statut",
        "date de situation", "as of", "last updated", "last update", "date maj", "date de mise a jour", "rag date", "mise a jour", "updated on",
        "date of last assessment", "date of assessment", "date of status", "date de la meteo", "last report date",
    ]),
    (Role::StatusDate, 72, &[
        "updated", "maj", "date",
    ]),
    (Role::Start, 99, &[
        "start date", "start", "project start date", "project start", "planned start", "planned start date", "debut", "date de debut", "date debut",
        "demarrage", "date de demarrage", "begin", "begin date", "commencement", "commencement date", "debut du projet", "debut prevu", "actual start",
        "approved start date", "date de lancement", "lancement", "kick off", "start year", "date started",
    ]),
    (Role::Start, 74, &[
        "from", "launch date", "created date", "created", "date de creation", "approval date", "date with dta", "opened", "du",
    ]),
    (Role::End, 99, &[
        "end date", "end", "project end date", "end of project", "fin de projet", "forecast end", "expected end", "project end", "planned end",
        "planned end date", "fin", "date de fin", "date fin", "finish", "finish date", "completion date", "due date", "due", "deadline", "echeance",
        "target date", "date cible", "date d echeance", "expected completion", "expected completion date", "fin prevue", "date de fin prevue",
        "planned completion", "target completion", "target completion date", "go live", "go live date", "mise en service", "end year", "planned finish",
        "expected end date", "date de livraison prevue", "livraison prevue", "forecast end date", "fin du projet", "estimated completion date",
    ]),
    (Role::End, 70, &[
        "to", "until", "target", "au", "horizon",
    ]),
    (Role::DeliveredOn, 98, &[
        "delivered on", "delivery date", "delivered", "actual end", "actual end date", "actual finish", "finished date", "closed date", "closed on",
        "completed on", "date completed", "actual completion date", "actual completion", "date de livraison", "livre le", "fin reelle",
        "date de fin reelle", "resolved", "resolution date", "closure date", "date de cloture", "completed date", "date closed",
    ]),
    (Role::Budget, 99, &[
        "budget", "bud", "total budget", "approved budget", "project budget", "whole life cost", "whole life costs", "wlc", "wlc baseline",
        "total baseline whole life costs", "baseline whole life costs", "whole life cost baseline", "budget total", "budget approuve",
        "total approved budget", "lifetime cost", "total project budget", "budget alloue", "enveloppe budgetaire", "budget prevu", "budget initial",
        "total cost", "cout total", "budget at completion", "bac",
    ]),
    (Role::Budget, 84, &[
        "enveloppe", "montant", "estimated cost", "cout estime", "planned cost", "cost", "cout", "total funding", "funding", "investment amount",
        "planned budget", "capex", "credits", "montant total", "cout previsionnel", "total investment",
    ]),
    (Role::Budget, 66, &[
        "total baseline", "baseline", "amount", "yearly budget", "annual budget", "in year budget", "in year baseline", "budget annuel",
        "financial year baseline", "planned spend", "financement", "value", "opex",
    ]),
    (Role::Spent, 98, &[
        "spent", "actual cost", "actual costs", "actual spend", "spend to date", "spent to date", "expenditure to date", "expenditure", "depense",
        "depenses", "realise", "consomme", "cost to date", "actuals", "cumulative spend", "depense a date", "budget consomme", "engage", "cumul depense",
        "spend", "actual", "budget spent", "budget depense", "montant depense", "depenses a ce jour", "actual expenditure",
    ]),
    (Role::PercentComplete, 98, &[
        "percent complete", "% complete", "complete", "percentage complete", "pct complete", "progress", "% avancement", "avancement",
        "taux d avancement", "% realise", "completion", "% completion", "avancement %", "progress %", "% progress", "percentage completion",
        "% d avancement", "avancement physique",
    ]),
    (Role::Category, 96, &[
        "category", "categorie", "project category", "project type", "type de projet", "investment type", "nature", "investment category", "run change",
        "mandatory", "obligatoire", "type", "nature du projet", "run or change", "classification",
    ]),
    (Role::Reference, 97, &[
        "legal reference", "legal basis", "regulation", "reference reglementaire", "base legale", "texte de reference", "obligation", "statute",
        "mandate", "reference legale", "regulatory reference", "obligation reglementaire", "law",
    ]),
    (Role::ExternalKey, 98, &[
        "id", "project id", "project number", "key", "ref", "reference", "code", "project code", "identifier", "identifiant", "gmpp id number",
        "issue key", "code projet", "unique id", "reference projet", "project ref", "project reference", "numero de projet", "id projet", "n projet",
        "ref projet", "numero projet", "initiative id", "number", "numero", "id number", "activity code", "investment id", "project no", "code operation",
    ]),
    (Role::ExternalKey, 60, &[
        "no", "n", "num", "nr",
    ]),
    (Role::Tags, 92, &[
        "tags", "tag", "labels", "label", "keywords", "mots cles", "etiquettes", "themes", "theme", "thematique", "thematiques", "etiquette",
    ]),
    (Role::Tags, 72, &[
        "report category", "annual report category", "category", "categorie", "type", "project type", "nature", "family", "famille", "classification",
        "region", "secteur", "sector",
    ]),
    (Role::ContributesTo, 98, &[
        "contributes to", "strategic objective", "strategic objectives", "objective", "objectives", "objectif", "objectifs", "objectif strategique",
        "objectifs strategiques", "strategic axis", "strat axis", "axe strategique", "axe strat", "strategic priority", "priorite strategique",
        "strategic goal", "strategic goals", "goal", "goals", "supports objective", "contribue a", "supported objective", "strategic alignment",
        "alignement strategique", "strategic theme", "linked objective", "objective supported", "okr", "strategic pillar", "pilier strategique",
    ]),
    (Role::ContributesTo, 80, &[
        "axe", "pilier", "pillar", "enjeu", "enjeux", "strategy", "strategie", "outcome", "benefit objective", "ambition", "orientation",
    ]),
    (Role::Why, 96, &[
        "why", "pourquoi", "rationale", "justification", "reason", "raison", "business need", "need", "besoin", "problem statement", "motivation",
        "raison d etre", "business driver", "business justification", "purpose", "finalite", "besoin metier", "project rationale",
    ]),
    (Role::Why, 70, &[
        "driver", "drivers", "business case", "problem", "probleme", "enjeux metier",
    ]),
];

/// Header words that only state a unit or a language; they neither help nor hinder.
#[rustfmt::skip]
pub(super) const UNIT_WORDS: &[&str] = &[
    "k",
    "m",
    "bn",
    "eur",
    "keur",
    "meur",
    "gbp",
    "usd",
    "aud",
    "cad",
    "chf",
    "million",
    "millions",
    "thousand",
    "thousands",
    "ht",
    "ttc",
    "euros",
    "euro",
    "mds",
    "000",
    "aud m",
    "incl",
    "including",
];

/// Words that name a column only when they stand alone: within longer headers they say too little.
#[rustfmt::skip]
pub(super) const ALONE: &[&str] = &[
    "actual", "value", "amount", "item", "complete", "from", "to", "target", "overall", "contact", "objet", "summary", "service", "key", "number", "no", "du",
    "au", "date", "lead", "need", "type", "nature", "reason", "outcome", "team", "product", "reference", "code", "spend", "action", "activity", "name", "nom",
    "baseline", "confidence", "group", "site", "end", "fin", "start", "program", "programme", "raison", "besoin", "purpose", "driver", "drivers", "label", "law",
]; // such as "end user" or "product owner"

/// Header words that mark running commentary: such a column is kept as it is.
#[rustfmt::skip]
pub(super) const COMMENTARY: &[&str] = &[
    "comment",
    "comments",
    "commentary",
    "commentaire",
    "commentaires",
    "narrative",
    "narratives",
    "note",
    "notes",
    "remark",
    "remarks",
    "remarque",
    "remarques",
    "observation",
    "observations",
    "explanation",
    "explication",
    "explications",
    "expl",
    "issues",
    "risks",
    "risques",
    "risk",
];

/// Header words that forbid a role, however well the rest fits.
#[rustfmt::skip]
pub(super) const VETOES: &[(Role, &[&str])] = &[
    (Role::Title, &[
        "department", "dept", "agency", "organisation", "organization", "ministry", "supplier", "contractor", "vendor", "client", "customer", "region",
        "country", "city", "site", "user", "first", "last", "entity", "direction", "sector", "theme", "group", "description", "desc", "id", "number",
        "code", "date", "manager", "owner", "budget", "status", "type", "category", "start", "end", "lead", "key", "numero", "responsable", "chef",
        "cost", "parent", "phase", "sponsor", "director", "state", "rating", "old", "tier", "url", "team", "debut", "fin", "statut", "etat", "cout",
        "reference", "identifiant", "directeur", "pilote", "size", "stage", "priority", "spend", "year", "is", "link", "email",
    ]),
    (Role::Budget, &[
        "benefit", "benefits", "benefice", "benefices", "forecast", "prevision", "variance", "ecart", "spent", "actual", "depense", "code", "centre",
        "line", "ligne", "owner", "manager", "remaining", "reste", "restant", "consomme", "year_to_date", "status", "is", "category",
    ]),
    (Role::Spent, &[
        "benefit", "benefits", "variance", "ecart", "planned", "forecast", "prevu", "date", "end", "start", "finish", "code", "remaining", "reste",
    ]),
    (Role::PercentComplete, &[
        "variance", "ecart", "budget", "date", "share", "part",
    ]),
    (Role::Start, &[
        "end", "fin", "finish",
    ]),
    (Role::End, &[
        "start", "debut", "actual", "user", "users",
    ]),
    (Role::Owner, &[
        "date", "email", "mail", "phone", "id", "code", "budget", "website", "url", "rating", "assessment", "confidence",
    ]),
    (Role::Description, &[
        "code", "id", "old", "short_code", "status", "date",
    ]),
    (Role::ExternalKey, &[
        "parent", "date", "rating",
    ]),
    (Role::Status, &[
        "date", "key", "period",
    ]),
    (Role::State, &[
        "date", "key", "period", "gate",
    ]),
    (Role::ContributesTo, &[
        "date", "id", "code", "number",
    ]),
    (Role::StatusDate, &[
        "start", "end", "debut", "fin", "birth",
    ]),
];

/// Words that stand in the place of a value. Whole cell, folded.
#[rustfmt::skip]
pub(super) const NON_VALUES: &[(Reason, &[&str])] = &[
    (Reason::Withheld, &[
        "nfp", "not for publication", "not published", "withheld", "confidential", "commercial in confidence", "redacted", "restricted", "classified",
        "exempt", "non publie", "non publiee", "confidentiel", "non communicable", "secret", "non diffuse", "non diffusable", "protected",
    ]),
    (Reason::NotRequired, &[
        "n a", "na", "not applicable", "not required", "ongoing", "on going", "continuous", "continuing", "none", "no end date", "perpetual",
        "sans objet", "s o", "so", "non applicable", "non requis", "permanent", "en continu", "continu", "neant", "aucun", "aucune", "sans fin",
        "recurrent", "bau", "n ap",
    ]),
    (Reason::NotReported, &[
        "not reported", "not provided", "not available", "unavailable", "no data", "not supplied", "missing", "did not provide", "not disclosed", "nr",
        "data not provided", "non communique", "non communiquee", "non renseigne", "non renseignee", "non fourni", "non fournie", "indisponible",
        "non disponible", "nc", "n c", "nd", "n d", "non indique", "manquant", "no rating", "not rated", "unrated", "non evalue", "not assessed",
    ]),
    (Reason::Unknown, &[
        "tbd", "tba", "tbc", "t b d", "t b a", "t b c", "to be determined", "to be defined", "to be confirmed", "to be announced", "unknown", "unk", "pending", "null", "nan", "nil",
        "undefined", "not set", "not yet", "not yet known", "under review", "in review", "a definir", "a determiner", "a preciser", "a confirmer",
        "inconnu", "inconnue", "non defini", "non definie", "en attente", "a completer", "x x x", "xx", "xxx", "tdb", "not known", "ne sait pas",
        "en cours de definition", "not decided", "later", "vacant", "poste vacant", "a pourvoir", "unassigned", "not assigned", "non attribue", "non affecte",
    ]),
];

/// Beginnings (or parts, where marked) of prose that stands in the place of a value. Folded.
#[rustfmt::skip]
pub(super) const NON_VALUE_PROSE: &[(Reason, &[&str])] = &[
    (Reason::Withheld, &[
        "exempt under", "exempt from", "exempted under", "withheld", "not for publication", "commercial in confidence", "commercially sensitive",
        "redacted", "this information is exempt", "information is withheld", "non communicable", "couvert par le secret", "confidentiel",
    ]),
    (Reason::NotReported, &[
        "did not provide", "did not report", "not reported", "not provided", "no data", "data not available", "not available", "was not provided",
        "have not been provided", "non communique", "non renseigne", "n a pas fourni", "non fourni", "non disponible", "information not supplied",
        "has not provided",
    ]),
    (Reason::NotRequired, &[
        "not applicable", "not required", "sans objet", "non applicable", "no longer required", "n a as", "n a due",
    ]),
    (Reason::Unknown, &[
        "to be confirmed", "to be determined", "to be defined", "early planning", "not yet", "yet to be", "under review", "subject to", "a definir",
        "a confirmer", "a determiner", "en cours de definition", "pas encore", "awaiting", "en attente", "tbc", "tbd",
    ]),
];

/// Rating words and the step of three they mean. Five-step ratings keep their own words beside it.
#[rustfmt::skip]
pub(super) const RATINGS: &[(Status, &[&str])] = &[
    (Status::Green, &[
        "green", "g", "vert", "verte", "v", "high", "very high", "medium high", "amber green", "green amber", "on track", "on schedule", "good",
        "vert orange", "orange vert", "en bonne voie", "bon", "soleil", "ensoleille", "conforme", "elevee", "moyenne elevee", "highly likely", "probable",
        "healthy", "ok", "dark green", "light green", "low risk", "moderately low risk",
    ]),
    (Status::Amber, &[
        "amber", "a", "orange", "o", "yellow", "y", "jaune", "medium", "moderate", "at risk", "some risk", "moyen", "moyenne", "nuageux", "a surveiller",
        "vigilance", "feasible", "ambre", "attention", "needs attention", "medium risk", "minor issues", "sous surveillance", "caution",
    ]),
    (Status::Red, &[
        "red", "r", "rouge", "low", "very low", "medium low", "amber red", "red amber", "orange rouge", "rouge orange", "off track", "critical",
        "critique", "orage", "orageux", "en retard", "late", "delayed", "behind", "faible", "moyenne faible", "in doubt", "unachievable", "bad",
        "mauvais", "high risk", "moderately high risk", "major issues", "en alerte", "bloque", "blocked",
    ]),
];

/// Signs that are a rating by their own colour.
#[rustfmt::skip]
pub(super) const COLOURED: &[(Status, &[&str])] = &[
    (Status::Green, &["🟢", "🟩", "💚"]),
    (Status::Amber, &["🟡", "🟠", "🟨", "🟧", "💛", "🧡"]),
    (Status::Red, &["🔴", "🟥", "❤"]),
];

/// Words of progress and the state they mean.
#[rustfmt::skip]
pub(super) const STATES: &[(InitiativeState, &[&str])] = &[
    (InitiativeState::Idea, &[
        "idea", "idee", "proposed", "proposal", "propose", "proposee", "concept", "candidate", "candidat", "opportunity", "pipeline", "a l etude",
        "etude", "under consideration", "backlog", "pre project", "pre initiation", "demande",
    ]),
    (InitiativeState::Planned, &[
        "planned", "planning", "planifie", "planifiee", "not started", "non demarre", "non commence", "a venir", "to do", "todo", "a faire", "approved",
        "approuve", "initiation", "scheduled", "programme", "upcoming", "cadrage", "prevu", "prevue", "valide", "validated", "funded", "early planning",
        "committed", "definition", "initiating", "not yet started", "a lancer", "future", "a demarrer",
    ]),
    (InitiativeState::Active, &[
        "in delivery", "active", "actif", "active", "in progress", "en cours", "ongoing", "on going", "delivery", "execution", "implementation",
        "implementing", "in implementation", "underway", "under way", "started", "demarre", "lance", "monitoring", "closing", "in flight", "wip", "doing",
        "realisation", "mise en oeuvre", "en realisation", "deploiement", "development", "developpement", "build", "construction", "testing", "test",
        "recette", "in execution", "pilot", "pilote", "design", "conception", "open", "ouvert", "live delivery", "running", "under construction",
        "en execution", "rollout", "in development", "en cloture", "cloture en cours", "executing", "mobilisation",
    ]),
    (InitiativeState::Paused, &[
        "on hold", "paused", "hold", "suspended", "suspendu", "suspendue", "en pause", "pause", "under review", "deferred", "reporte", "differe", "gele",
        "gelee", "en attente", "stand by", "standby", "parked", "blocked", "bloque", "frozen", "postponed",
    ]),
    (InitiativeState::Delivered, &[
        "closed", "done", "delivered", "completed", "complete", "finished", "termine", "terminee", "livre", "livree", "clos", "close", "cloture",
        "cloturee", "acheve", "achevee", "fini", "resolved", "live", "released", "fait", "realise", "realisee", "in production", "en production",
        "implemented", "100%", "deployed", "deploye", "operational", "en service",
    ]),
    (InitiativeState::Stopped, &[
        "stopped", "cancelled", "canceled", "abandoned", "annule", "annulee", "abandonne", "abandonnee", "arrete", "arretee", "terminated", "rejected",
        "rejete", "refuse", "withdrawn", "dropped", "discontinued", "retired",
    ]),
];

/// Words of investment category.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(Category, &[&str])] = &[
    (Category::Strategic, &[
        "strategic", "strategique", "strategy", "transformation", "growth", "croissance", "innovation", "change", "transform", "grow",
        "developpement strategique", "change the business", "discretionary",
    ]),
    (Category::Mandatory, &[
        "mandatory", "obligatoire", "regulatory", "reglementaire", "compliance", "conformite", "legal", "legislation", "statutory", "obligation",
        "mandate", "contractual", "legal obligation", "obligation legale", "end of support", "obsolescence",
    ]),
    (Category::Run, &[
        "run", "bau", "business as usual", "maintenance", "operations", "operational", "sustain", "run the business", "keep the lights on",
        "exploitation", "mco", "maintien", "renewal", "renouvellement", "support", "recurrent",
    ]),
];

/// First words of rows that only add up.
#[rustfmt::skip]
pub(super) const TOTALS: &[&str] = &[
    "total",
    "totals",
    "totaux",
    "subtotal",
    "sub total",
    "sum",
    "grand total",
    "total general",
    "sous total",
    "somme",
    "ensemble",
    "overall total",
    "totale",
    "cumul",
    "sous totaux",
    "total portfolio",
];

/// First words of notes under a table.
#[rustfmt::skip]
pub(super) const FOOTNOTES: &[&str] = &[
    "note",
    "notes",
    "source",
    "sources",
    "nb",
    "n b",
    "legend",
    "legende",
    "disclaimer",
    "key",
    "remarque",
    "remarques",
    "avertissement",
    "printed",
    "generated",
    "last updated",
    "mise a jour",
    "imprime",
    "edite",
    "page",
];

/// Cell texts that mean yes or no.
#[rustfmt::skip]
pub(super) const YES: &[&str] = &[
    "\u{F0FC}", "\u{F0FE}", "✓", "✔", "☑", "√", "●", "■", "yes", "oui", "y", "true", "vrai",
];
#[rustfmt::skip]
pub(super) const NO: &[&str] = &[
    "✗", "✘", "☒", "\u{F0FB}", "\u{F0FD}", "\u{F0A8}", "☐", "no", "non", "false", "faux",
];

#[cfg(test)]
mod tests {
    use super::super::text::fold;
    use super::*;

    #[test]
    fn every_entry_is_folded_so_that_it_can_be_found() {
        let headers = HEADERS.iter().flat_map(|(_, _, w)| w.iter());
        let values = NON_VALUES
            .iter()
            .chain(NON_VALUE_PROSE)
            .flat_map(|(_, w)| w.iter());
        let ratings = RATINGS.iter().flat_map(|(_, w)| w.iter());
        let states = STATES.iter().flat_map(|(_, w)| w.iter());
        let categories = CATEGORIES.iter().flat_map(|(_, w)| w.iter());
        for word in headers
            .chain(values)
            .chain(ratings)
            .chain(states)
            .chain(categories)
            .chain(TOTALS)
            .chain(FOOTNOTES)
        {
            assert_eq!(*word, fold(word), "not folded");
        }
    }
}
