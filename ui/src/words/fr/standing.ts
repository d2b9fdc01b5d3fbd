/* Les mots de la page « Où nous en sommes » : l’échelle, ce qui a changé, les cinq mythes. */
import type { standing as en } from "../en/standing.ts";

export const standing: Record<keyof typeof en, string> = {
  "standing.parts": "Ce qui est montré",
  "standing.ladder": "L’échelle",
  "standing.myths": "Les cinq mythes",
  "standing.wait": "Évaluation…",
  "standing.none": "Rien à atteindre pour l’instant",
  "standing.noneHint":
    "Écrivez les objectifs, donnez à chacun ses points et reliez-y les travaux. On pourra dire alors quelle part de ce qui compte n’est que supposée, et quelle part est prouvée.",
  "standing.objectives": "Les objectifs",
  "standing.points": "Points",
  "standing.all": "Revenir à tous les objectifs",
  "standing.byWeight": "Par poids",
  "standing.weightSays":
    "{objectives, plural, =0 {aucun objectif} one {un objectif} other {# objectifs}}, {points} points",
  "standing.byMoney": "Par budget actif",
  "standing.noMoney": "aucun budget connu",
  "standing.noWidth": "Rien qui puisse être dessiné",
  "standing.withoutPoints":
    "{count, plural, one {Un objectif n’a pas de points, donc pas de largeur ici} other {# objectifs n’ont pas de points, donc pas de largeur ici}}",
  "standing.withoutBudget":
    "{count, plural, one {Une initiative n’a pas de budget connu, donc pas de largeur ici} other {# initiatives n’ont pas de budget connu, donc pas de largeur ici}}",
  "standing.legend": "Les niveaux",
  "standing.between": "{floor} au moins, {ceiling} au plus",
  "standing.next":
    "Pour être {level, select, linked {relié} plausible {plausible} measured {mesuré} proven {prouvé} other {tenu}} :",
  "standing.onMap": "Montrer sur la carte",
  "standing.findings": "Ses constats",
  "standing.missingOf": "{field} de « {title} »",
  "standing.answer.holds": "c’est le cas",
  "standing.answer.fails": "ce n’est pas le cas",
  "standing.answer.cannot_tell": "impossible à dire",
  "standing.sufficiency":
    "Les travaux à venir promettent {middle} de ce qui reste à faire ({low} à {high}){complete, select, yes {.} other {, et tous ne disent pas combien.}}",
  "standing.realised": "Le résultat a fait {share} du chemin prévu à ce jour.",
  "standing.flow":
    "{meant} lui sont destinés ; {sure, select, yes {{low}} other {entre {low} et {high}}} y parviennent de façon plausible.",
  "standing.part": "{bar} : {level}, {percent}",
  "standing.nowhere": "Budget actif sans aucun chemin vers un objectif : {money}",
  "standing.figure": "Au moins mesuré",
  "standing.noFigure": "Aucun objectif n’a de points : il n’y a pas de part à dire.",
  "standing.interval":
    "du poids{moves, select, yes {, entre {low} et {high}} other {, dans tous les tirages}}{isUnknown, select, yes { ; pour {unknown}, impossible à dire} other {}}.",
  "standing.draws":
    "Neuf tirages sur dix parmi {draws, number}, poids à 25 % près et confiances dans leurs fourchettes. {date}, jeu de règles {pack}.",
  "standing.spend": "Où va le budget actif",
  "standing.spend.total": "Budget actif",
  "standing.spend.reaches": "atteint un objectif, de façon plausible",
  "standing.spend.unknown": "l’atteint peut-être, vu ce qui est dit",
  "standing.spend.leaks": "ne l’atteint pas",
  "standing.spend.nowhere": "dont sans aucun chemin",
  "standing.remarks": "À savoir en le lisant",
  "standing.showThem": "{count, plural, one {Le montrer} other {Montrer les #}}",
  "standing.means.unlinked":
    "Aucun chemin accepté depuis des travaux, ou personne ne dit pourquoi il est là ni n’en répond.",
  "standing.means.linked": "Un chemin depuis des travaux, un pourquoi et un responsable.",
  "standing.means.plausible":
    "Chaque étape dit comment elle agit, aucune n’est sautée, et ensemble elles suffisent pour la cible.",
  "standing.means.measured": "Une valeur de départ, et un relevé récent du résultat avec sa source.",
  "standing.means.proven":
    "Il a bougé comme prévu après une livraison, comme le montre un système ou une seconde source.",
  "standing.means.sustained": "Il le reste depuis douze mois ou quatre relevés.",
  "standing.means.unknown": "Des données manquantes laissent le niveau ouvert.",

  "rung.unlinked": "Non relié",
  "rung.linked": "Relié",
  "rung.plausible": "Plausible",
  "rung.measured": "Mesuré",
  "rung.proven": "Prouvé",
  "rung.sustained": "Tenu",
  "rung.unknown": "Inconnu",

  "since.head": "Ce qui a changé",
  "since.when": "Par rapport à",
  "since.days": "en {days} jours",
  "since.first": "depuis le {date}",
  "since.from": "Au moins mesuré : {before} alors, {after} aujourd’hui. En points du poids, par",
  "since.cause.readings": "Relevés",
  "since.cause.links": "Liens",
  "since.cause.weights": "Poids",
  "since.cause.scope": "Périmètre",
  "since.cause.rules": "Règles",
  "since.move": "{before} → {after} ({cause})",
  "since.absent": "absent",
  "since.gone": "Un objectif retiré",
  "since.nothing": "Aucun objectif n’a changé de niveau.",

  "myth.heading":
    "{lived, plural, =0 {Aucun des cinq mythes n’est vécu} =1 {Un des cinq mythes est vécu} =2 {Deux des cinq mythes sont vécus} =3 {Trois des cinq mythes sont vécus} =4 {Quatre des cinq mythes sont vécus} other {Les cinq mythes sont vécus}}{partly, plural, =0 {} one {, un en partie} other {, # en partie}}{untold, plural, =0 {} one { ; pour un, impossible à dire} other { ; pour #, impossible à dire}}.",
  "myth.headingUntold": "On ne peut encore rien dire d’aucun des cinq mythes.",
  "myth.is.lived": "Vécu",
  "myth.is.partly": "Vécu en partie",
  "myth.is.unseen": "Non constaté",
  "myth.is.untold": "Impossible à dire",
  "myth.rests":
    "{findings, plural, =0 {Aucun constat ne l’étaye.} one {Un constat l’étaye.} other {# constats l’étayent.}}{waiting, plural, =0 {} one { Une question attend des données.} other { # questions attendent des données.}}",
  "myth.evidence": "Preuves",
  "myth.why.belief": "« Tout le monde sait pourquoi nous le faisons »",
  "myth.why.says":
    "Le pourquoi est si évident pour ceux qui ont décidé que personne ne l’écrit. Il diffère alors d’une tête à l’autre, part avec son auteur et survit à sa raison d’être. Ce qui manque, c’est le pourquoi lui-même : écrit, partagé, signé, et relu avant qu’il n’expire.",
  "myth.rituals.belief": "« Nous avons des rituels communs, donc nous sommes alignés »",
  "myth.rituals.says":
    "Les comités se réunissent et l’ordre du jour se remplit de l’urgent. Se voir souvent n’est pas décider dans le même sens. Ce qui manque, c’est une vue longue, des priorités qui excluent quelque chose, et des décisions qui nomment l’objectif qu’elles servent.",
  "myth.progress.belief": "« Nous suivons l’avancement de près »",
  "myth.progress.says":
    "Les jalons sont au vert, et ceux qui devraient sentir la différence ne la sentent pas. L’avancement des travaux ne dit rien de leur effet. Ce qui manque, c’est un cadre pour les deux : la livraison à côté du résultat, chacun avec son relevé.",
  "myth.tools.belief": "« Nos outils nous alignent »",
  "myth.tools.says":
    "Chaque équipe a son outil, et chaque outil sa vérité : le même indicateur avec deux valeurs, des travaux qu’aucune autre source ne connaît. Ce qui manque, c’est une vue commune où les chiffres doivent s’accorder.",
  "myth.agile.belief": "« Nous sommes agiles, donc alignés en continu »",
  "myth.agile.says":
    "On livre toutes les deux semaines, et personne ne revient voir ce que cela a changé. Tourner vite n’est pas tourner vers le but. Ce qui manque, c’est la preuve que ce qui fut livré a fait bouger quelque chose, et une décision quand ce n’est pas le cas.",
};
