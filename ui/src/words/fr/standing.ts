/* Les mots de la page « Où nous en sommes » : l’échelle, ce qui a changé, les cinq mythes. */
import type { standing as en } from "../en/standing.ts";

export const standing: Record<keyof typeof en, string> = {
  "standing.parts": "Ce qui est montré",
  "standing.ladder": "L’échelle",
  "standing.myths": "Les cinq mythes",
  "standing.wait": "Évaluation…",
  "standing.today": "L’échelle se lit aujourd’hui",
  "standing.todayHint":
    "Revenez à aujourd’hui pour voir où en est le portefeuille, et ce qui a changé depuis le jour que vous regardez.",
  "standing.none": "Rien à atteindre pour l’instant",
  "standing.noneHint":
    "Écrivez les objectifs, donnez à chacun ses points et reliez-y les travaux. On pourra dire alors quelle part de ce qui compte n’est que supposée, et quelle part est prouvée.",
  "standing.objectives": "Les objectifs",
  "standing.points": "Points",
  "standing.all": "Revenir à tous les objectifs",
  "standing.byWeight": "Par poids",
  "standing.weightSays":
    "{objectives, plural, =0 {aucun objectif} one {un objectif} other {# objectifs}}, {points, plural, one {{shown} point} other {{shown} points}}",
  "standing.byMoney": "Par budget actif",
  "standing.noMoney": "aucun budget connu",
  "standing.noWidth": "Rien à dessiner pour l’instant",
  "standing.withoutPoints":
    "{count, plural, one {Un objectif n’a pas de points, donc pas de largeur ici} other {# objectifs n’ont pas de points, donc pas de largeur ici}}",
  "standing.withoutBudget":
    "{count, plural, one {Une initiative n’a pas de budget connu, donc pas de largeur ici} other {# initiatives n’ont pas de budget connu, donc pas de largeur ici}}",
  "standing.legend": "Les niveaux",
  "standing.unlinkedNote":
    "Un travail non relié peut mener à un objectif qui n’a encore ni pourquoi ni responsable.",
  "standing.between": "{floor} au moins, {ceiling} au plus",
  "standing.next":
    "Pour être {level, select, linked {relié} plausible {plausible} measured {mesuré} proven {prouvé} other {tenu}} :",
  "standing.onMap": "Montrer sur la carte",
  "standing.findings": "Ses constats",
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
  "standing.spend.leaks": "n’en atteint aucun de façon plausible",
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
  "since.never": "L’historique de ce fichier est encore vide.",
  "since.begins": "L’historique de ce fichier commence le {date}.",
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
    "{lived, plural, =0 {Aucun des cinq mythes n’est vécu} =1 {Un des cinq mythes est vécu} =2 {Deux des cinq mythes sont vécus} =3 {Trois des cinq mythes sont vécus} =4 {Quatre des cinq mythes sont vécus} other {Les cinq mythes sont vécus}}{partly, plural, =0 {} =1 {, un en partie} =2 {, deux en partie} =3 {, trois en partie} =4 {, quatre en partie} other {, cinq en partie}}{untold, plural, =0 {} =1 { ; d’un seul, on ne peut encore rien dire} =2 { ; de deux, on ne peut encore rien dire} =3 { ; de trois, on ne peut encore rien dire} other { ; de quatre, on ne peut encore rien dire}}.",
  "myth.headingUntold": "On ne peut encore rien dire d’aucun des cinq mythes.",
  "myth.is.lived": "Vécu",
  "myth.is.partly_lived": "Vécu en partie",
  "myth.is.not_seen": "Non constaté",
  "myth.is.cannot_tell": "Impossible à dire",
  "myth.wait": "Examen en cours…",
  "myth.rules":
    "{decided, plural, one {# règle sur {rules} a pu trancher} other {# règles sur {rules} ont pu trancher}}",
  "myth.undecided": "N’ont pas pu trancher :",
  "myth.parameters": "Comment c’est jugé",
  "myth.all": "Les {count, number} constats",
  "quality.missing": "absent",
  "quality.circular": "circulaire",
  "quality.generic": "passe-partout",
  "quality.expired": "périmé",
  "quality.good": "bon",
  "picture.why": "Les pourquoi, selon leur qualité",
  "picture.rituals": "Décisions par mois, pleines si elles nomment un but",
  "picture.rituals.says": "{with} décisions sur {all} nomment un but",
  "picture.progress":
    "Livré → et résultat ↑, une marque par initiative ; creuse si l’un des deux n’est pas connu",
  "picture.progress.says": "{both} initiatives sur {all} disent les deux ; pour {without}, rien n’est connu",
  "picture.tools": "Initiatives par source, pleines si elles mènent à un objectif",
  "picture.tools.typed": "sans source",
  "picture.agile": "Travaux livrés selon l’âge, pleins si un résultat a bougé depuis",
  "picture.agile.until": "< {days} j",
  "picture.agile.from": "≥ {days} j",
  "picture.nothing": "Rien à dessiner pour l’instant",
  "myth.evidence": "Preuves",
};
