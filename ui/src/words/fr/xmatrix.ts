/* Les mots dessinés sur la matrice en X, et dits à son sujet. */
import type { xmatrix as en } from "../en/xmatrix.ts";

export const xmatrix: Record<keyof typeof en, string> = {
  "xMatrix.label":
    "Matrice en X. Les flèches vont de case en case et passent par les titres du milieu, Entrée ou Espace règle la force d’un lien, 1 à 5 la fixent d’un coup, Suppr l’efface, F2 modifie un titre, Début et Fin parcourent une ligne.",
  "xMatrix.hub": "Ce qui sert quoi",
  "xMatrix.hubHint": "Les flèches mènent aux titres des quatre côtés.",
  "xMatrix.untitled": "Sans titre",
  "xMatrix.side.objectives": "Objectifs",
  "xMatrix.side.initiatives": "Initiatives",
  "xMatrix.side.indicators": "Indicateurs",
  "xMatrix.side.directions": "Priorités",
  "xMatrix.side.drivers": "Moteurs",
  "xMatrix.side.people": "Équipes et responsables",
  "xMatrix.more":
    "{side, select, objectives {les {shown, number} plus lourds} initiatives {les {shown, number} plus lourdes} other {{shown, number}}} sur {count, number}",
  "xMatrix.shown": "Un filtre fait venir les autres",
  "xMatrix.loose": "{count, plural, one {# entrée orpheline} other {# entrées orphelines}}",
  "xMatrix.loose.objectives": "{count, plural, one {# que rien ne sert} other {# que rien ne sert}}",
  "xMatrix.loose.initiatives":
    "{count, plural, one {# ne sert aucun objectif} other {# ne servent aucun objectif}}",
  "xMatrix.loose.indicators": "{count, plural, one {# ne mesure rien} other {# ne mesurent rien}}",
  "xMatrix.loose.directions": "{count, plural, one {# sans objectif} other {# sans objectif}}",
  "xMatrix.loose.people": "{count, plural, one {# ne répond de rien} other {# ne répondent de rien}}",
  "xMatrix.isLoose.objectives": "Aucun lien accepté n’y mène depuis une initiative.",
  "xMatrix.isLoose.initiatives":
    "Aucun lien accepté ne mène d’ici à un objectif, ni directement ni par un résultat.",
  "xMatrix.isLoose.indicators": "Il ne mesure rien.",
  "xMatrix.isLoose.directions": "Aucun objectif ne la porte par un lien accepté.",
  "xMatrix.isLoose.people": "Ne répond de rien.",
  "xMatrix.meta.objectives": "Poids {meta}.",
  "xMatrix.meta.initiatives": "Budget {meta}.",
  "xMatrix.meta.indicators": "{meta}",
  "xMatrix.meta.directions": "Rang {meta}.",
  "xMatrix.meta.people": "{meta}",
  "xMatrix.first.objectives": "Ajouter le premier objectif",
  "xMatrix.first.initiatives": "Ajouter la première initiative",
  "xMatrix.first.indicators": "Ajouter le premier indicateur",
  "xMatrix.first.directions": "Ajouter la première priorité",
  "xMatrix.first.people": "Ajouter la première équipe",
  "xMatrix.firstHint.objectives": "Ce qui doit être atteint cette année ou la suivante",
  "xMatrix.firstHint.initiatives": "Le travail qui doit y conduire",
  "xMatrix.firstHint.indicators": "Le chiffre auquel chacun le verra",
  "xMatrix.firstHint.directions": "Où va l’organisation à long terme",
  "xMatrix.firstHint.people": "Qui en répond",
  "xMatrix.line":
    "{kind, select, objective {Objectif} priority {Priorité} driver {Moteur} initiative {Initiative} indicator {Indicateur} team {Équipe} other {Responsable}} {title}",
  "xMatrix.lineIn":
    "{kind, select, objective {objectif} priority {priorité} driver {moteur} initiative {initiative} indicator {indicateur} team {équipe} other {responsable}} {title}",
  "xMatrix.cell": "{to} par {from} : {what}",
  "xMatrix.cellTip": "{row} × {column}",
  "xMatrix.next":
    "Entrée ou un second clic {act, select, own {le désigne responsable} measures {dit qu’il le mesure} because {dit qu’il est suivi à ce titre} weak {trace un lien faible, accepté} moderate {rend le lien moyen} strong {rend le lien fort} other {l’enlève}}",
  "xMatrix.none": "pas de lien",
  "xMatrix.way": "pas de lien, mais atteint par « {title} »",
  "xMatrix.link":
    "{harms, select, yes {agit contre, } other {}}{strength, select, weak {faible} moderate {moyen} strong {fort} other {force non précisée}}, {state, select, accepted {accepté{by, select, none {} other { par {by}}}} proposed {proposé{by, select, none {} other { par {by}}}, pas encore accepté} disputed {contesté} other {plus valable}}",
  "xMatrix.measures": "mesuré",
  "xMatrix.because": "suivi à ce titre",
  "xMatrix.owner": "responsable",
  "xMatrix.legend":
    "{shape, select, weight {poids d’un objectif} strong {fort} moderate {moyen} weak {faible} unknown {force non précisée} proposed {proposé} disputed {contesté} harms {agit contre} measures {mesure} because {à ce titre} other {par d’autres}}",
  "xMatrix.refused": "Un indicateur ne mesure pas {kind, select, driver {un moteur} other {une priorité}}",
  "xMatrix.refusedHint":
    "Il mesure ce qui {kind, select, driver {le} other {la}} porte. Appuyez encore pour dire qu’il est suivi à ce titre.",
  "xMatrix.newTitle":
    "{side, select, objectives {Nouvel objectif} initiatives {Nouvelle initiative} indicators {Nouvel indicateur} directions {Nouvelle priorité} other {Nouvelle équipe}}",
  "xMatrix.help.head": "Dans une matrice en X",
  "xMatrix.help.press": "Tracer un lien, le renforcer, l’enlever ; un clic sur la case choisie fait de même",
  "xMatrix.help.strength": "Dire sa force ; X : moyenne",
  "xMatrix.help.state": "L’accepter, le proposer, le contester",
  "xMatrix.help.clear": "Enlever le lien",
  "xMatrix.help.ends": "Début et fin de la ligne",
  "xMatrix.help.page": "Dix lignes plus loin",
  "xMatrix.order": "Ordre des lignes",
  "xMatrix.order.weight": "Par poids, rang et budget",
  "xMatrix.order.ties": "Par nombre de liens",
  "xMatrix.order.title": "Par titre",
  "xMatrix.people": "Montrer équipes et responsables",
  "xMatrix.read":
    "{order, select, weight {Les plus lourds d’abord} ties {Les plus liés d’abord} other {Par titre}}",
  "xMatrix.help.rename": "Modifier le titre d’une ligne",
};
