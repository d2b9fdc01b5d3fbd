/* Les mots du plan. */
export const outline: Record<keyof typeof import("../en/outline.ts").outline, string> = {
  "outline.label": "Plan du portefeuille, du pourquoi au terrain",
  "outline.filter": "Chercher une ligne",
  "outline.filterBy": "Chercher par titre, responsable ou étiquette",
  "outline.filter.clear": "Montrer toutes les lignes",
  "outline.onlyFound": "Avec constats seulement",
  "outline.count": "{count, plural, =0 {Rien encore} one {# élément} other {# éléments}}",
  "outline.countOf": "{shown, number} sur {count, plural, one {# élément} other {# éléments}}",
  "outline.selected": "{count, plural, one {# sélectionné} other {# sélectionnés}}",
  "outline.add": "Ajouter",
  "outline.link": "Relier",
  "outline.show": "Montrer sur la carte",

  "outline.col.title": "Élément",
  "outline.col.owner": "Responsable",
  "outline.col.state": "État",
  "outline.col.findings": "Constats",

  "outline.lane":
    "{kind, select, driver {Moteurs} priority {Priorités} objective {Objectifs} outcome {Résultats} change {Changements} capability {Capacités} initiative {Initiatives} system {Systèmes} team {Équipes} indicator {Indicateurs} assumption {Hypothèses} decision {Décisions} person {Personnes} other {Termes}}",
  "outline.ask":
    "{kind, select, driver {Qu’est-ce qui presse, au-dehors ou au-dedans ?} priority {Qu’est-ce qui passe en premier ?} objective {Que veut-on atteindre ?} outcome {Qu’est-ce qui changera, et pour qui ?} change {Que fera-t-on autrement ?} capability {Que faut-il savoir faire ?} initiative {Quels travaux l’apportent ?} system {Sur quoi cela repose-t-il ?} team {Qui s’en charge ?} indicator {À quoi le verra-t-on ?} assumption {Que tient-on pour acquis ?} decision {Qu’a-t-on tranché, et pourquoi ?} person {Qui en répond ?} other {Quels mots doivent n’avoir qu’un sens ?}}",
  "outline.laneCount": "{shown, number} sur {all, number}",

  "outline.group":
    "{name, select, up {Contribue à} down {Porté par} measuredBy {Mesuré par} measures {Mesure} other {Autres liens}}",
  "outline.group.none": "rien encore",
  "outline.group.link": "Ajouter un lien à « {group} »",
  "outline.unsaid": "mécanisme non précisé",
  "outline.go": "Aller à « {title} »",

  "outline.newTitle": "Titre du nouvel élément",
  "outline.rename": "Titre de « {title} »",
  "outline.linked": "Lien ajouté.",
  "outline.accepted": "{count, plural, one {Lien accepté} other {# liens acceptés}}",
  "outline.movedIn": "Fait désormais partie de « {title} ».",
  "outline.movedOut": "Ne fait plus partie de rien.",
  "outline.noneAbove": "Rien de même nature juste au-dessus. L’élément reste où il est.",
  "outline.onTop": "L’élément ne fait partie de rien. Il reste où il est.",
  "outline.findings": "{count, plural, one {# constat} other {# constats}}",

  "outline.dragHint":
    "Glissez des lignes sur le canevas. Ctrl ou ⌘ avec un clic en prend plusieurs. Sans souris : Ctrl ou ⌘ K, « Placer la sélection ici ».",
  "outline.keys":
    "F2 : renommer · Inser ou Ctrl/Cmd Entrée : ajouter dessous · Tab : partie de la ligne du dessus · L : relier · / : chercher · F1 : tous les raccourcis",
  "outline.help.head": "Dans le plan",
  "outline.help.walk": "Ouvrir ou entrer, replier ou sortir",
  "outline.help.siblings": "Tout ouvrir à ce niveau",
  "outline.help.rename": "Modifier le titre, suivre un lien",
  "outline.help.add": "Ajouter dessous",
  "outline.help.move": "Dans la ligne du dessus, ou hors d’elle",
  "outline.help.link": "Relier, accepter un lien",
  "outline.help.mark": "Sélectionner, étendre",
  "outline.help.show": "Montrer sur la carte",
  "outline.help.seek": "Chercher une ligne",
  "outline.start.title": "Toute la ligne, du pourquoi au terrain",
  "outline.start.text":
    "Chaque couloir pose une question. Placez-vous dessus, appuyez sur Inser et écrivez la première réponse ; Tab fait d’une ligne une partie de celle du dessus.",
  "outline.nothing.title": "Rien ne répond à cela",
  "outline.nothing.text": "Aucun titre, responsable ou étiquette ne contient tous ces mots.",
  "outline.clean.title": "Aucun constat ici",
  "outline.clean.text": "Rien de ce qui est montré n’a de constat ouvert.",
  "outline.readOnly": "Vous pouvez tout consulter et ne rien modifier.",
};
