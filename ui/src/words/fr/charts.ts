/* Les mots dessinés sur les tableaux qui sont des diagrammes, et dits à leur sujet. */
import type { charts as en } from "../en/charts.ts";

export const charts: Record<keyof typeof en, string> = {
  "chart.selected": "{count, plural, =0 {Rien de sélectionné} one {{title}} other {# sélectionnés}}",
  "chart.moved": "Déplacé : {note}",

  "capabilityMap.label":
    "Carte des capacités. Les flèches vont à la capacité voisine, Alt et bas y entre, Alt et haut en sort, Entrée ouvre, Espace sélectionne.",
  "capabilityMap.none": "Carte des capacités. Il n’y a pas encore de capacité.",
  "capabilityMap.emptyTitle": "Il n’y a pas encore de capacité",
  "capabilityMap.emptyHint":
    "Ajoutez ce que l’organisation doit savoir faire, dites son importance et sa maturité, et rattachez chaque partie à son tout.",
  "capabilityMap.mark": "Capacité : {title}. {facts}",
  "capabilityMap.untitled": "Sans titre",
  "capabilityMap.assessed": "Importance {importance} sur 5, maturité {now} sur 5, {target} visée.",
  "capabilityMap.unassessed": "L’importance, la maturité ou sa cible n’est pas évaluée.",
  "capabilityMap.hottest": "Teinte du plus grand besoin à l’intérieur.",
  "capabilityMap.inside":
    "{count, plural, one {# capacité à l’intérieur.} other {# capacités à l’intérieur.}}",
  "capabilityMap.hidden": "{count, plural, one {# autre dedans} other {# autres dedans}}",
  "capabilityMap.balance":
    "Part de l’argent {money}, part de l’écart {gap}. {count, plural, =0 {Aucune initiative n’y mène.} one {# initiative y mène.} other {# initiatives y mènent ; un budget qui en sert plusieurs est réparti entre elles.}}",
  "capabilityMap.uncounted":
    "{count, plural, one {Le budget de l’une d’elles est inconnu ou sans taux de change.} other {Les budgets de # d’entre elles sont inconnus ou sans taux de change.}}",
  "capabilityMap.importance": "Importance {importance}",
  "capabilityMap.money": "Argent",
  "capabilityMap.gap": "Écart",
  "capabilityMap.scale": "Importance × écart",
  "capabilityMap.less": "nul",
  "capabilityMap.more": "maximal",
  "capabilityMap.unknown": "inconnu",
  "capabilityMap.bars": "Argent : part des budgets qui y mènent. Écart : part du total importance × écart.",
  "capabilityMap.levels": "Les {shown} premiers niveaux sur {count} sont montrés ; le plan les a tous.",

  "deliveryOutcome.label":
    "Livraison et résultat. Les flèches vont à la marque la plus proche, Entrée ouvre, Espace sélectionne.",
  "deliveryOutcome.none": "Livraison et résultat. Il n’y a encore ni initiative ni objectif.",
  "deliveryOutcome.emptyTitle": "Rien à comparer pour l’instant",
  "deliveryOutcome.emptyHint":
    "Ajoutez des initiatives et dites où elles en sont ; mesurez les résultats qu’elles promettent. Chacune se place alors entre les deux.",
  "deliveryOutcome.mark": "{kind} : {title}. {facts}",
  "deliveryOutcome.unplaced": "{kind} sans place : {title}. {reason}.",
  "deliveryOutcome.untitled": "Sans titre",
  "deliveryOutcome.state": "Livraison {delivery}, {delivered} ; résultat {outcome}, {changed}.",
  "deliveryOutcome.budget": "Budget {money}.",
  "deliveryOutcome.noBudget": "Budget inconnu.",
  "deliveryOutcome.came": "Il y a un an ou à la première mesure : livraison {delivery}, résultat {outcome}.",
  "deliveryOutcome.corner.both": "Livré, et cela a changé",
  "deliveryOutcome.corner.delivered": "Livré, rien n’a changé",
  "deliveryOutcome.corner.changed": "Cela change avant la livraison",
  "deliveryOutcome.corner.neither": "Encore à venir",
  "deliveryOutcome.standing.ok": "en bonne voie",
  "deliveryOutcome.standing.risk": "à risque",
  "deliveryOutcome.standing.off": "hors trajectoire",
  "deliveryOutcome.standing.unknown": "inconnu",
  "deliveryOutcome.reason.no_outcome": "Résultat non mesuré",
  "deliveryOutcome.reason.no_delivery": "Livraison non déclarée",
  "deliveryOutcome.reason.neither": "Ni déclaré ni mesuré",
  "deliveryOutcome.kind.initiative": "Initiative",
  "deliveryOutcome.kind.objective": "Objectif",
  "deliveryOutcome.delivery": "Livraison",
  "deliveryOutcome.outcome": "Résultat",
  "deliveryOutcome.area": "Surface : budget",
  "deliveryOutcome.nothing":
    "Aucune initiative ni aucun objectif n’a les deux : livraison déclarée et résultat mesuré. À côté, il manque l’une ou l’autre.",
  "deliveryOutcome.more": "et {count} autres ; le tableau les a tous",
  "deliveryOutcome.noArea": "budget inconnu",
};
