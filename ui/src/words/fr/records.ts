/* Les mots de ce que l’on fait d’un élément entier : archiver, scinder, fusionner, étiquettes, clés. */
import type { records as en } from "../en/records.ts";

export const records: Record<keyof typeof en, string> = {
  "menu.label": "Autres actions",
  "menu.archive": "Archiver…",
  "menu.split": "Scinder en parties…",
  "menu.merge": "Fusionner avec…",
  "common.add": "Ajouter",

  "archive.head": "{count, plural, one {Archiver « {title} » ?} other {Archiver # éléments ?}}",
  "archive.says":
    "Liens, relevés et rapports sont conservés. Les cartes, les listes et les règles l’ignorent jusqu’à ce qu’on le restaure.",
  "archive.reason": "Motif",
  "archive.reasonAsk": "Pourquoi l’archiver ?",
  "archive.act": "Archiver",
  "archived.label": "Archives",
  "archived.on": "Archivé le {date}.",
  "archived.noReason": "Aucun motif n’a été donné.",
  "archived.says": "On peut le lire, pas le modifier. Aucune règle ne le juge.",
  "archived.restore": "Restaurer",
  "archived.list": "{count, plural, one {# élément archivé} other {# éléments archivés}}",
  "archived.more": "En montrer plus",

  "split.head": "Scinder « {title} »",
  "split.says":
    "La première partie garde l’historique, les relevés, les rapports et les clés. Chaque partie reprend tous les liens et sa part des montants.",
  "split.part": "{title}, partie {number}",
  "split.title": "Titre de la partie {number}",
  "split.share": "Part de la partie {number}, en pour cent",
  "split.without": "Retirer la partie {number}",
  "split.add": "Ajouter une partie",
  "split.wrong": "Chaque part est supérieure à 0, et leur somme reste inférieure à 100 %.",
  "split.act": "{count, plural, one {Scinder} other {Scinder en #}}",

  "merge.with": "Fusionner « {title} » avec",
  "merge.find": "Chercher l’autre élément",
  "merge.nothing": "Aucun autre élément de cette nature ne porte ce nom.",
  "merge.foot": "Les titres les plus proches d’abord.",
  "merge.head": "{count, plural, one {Fusionner} other {N’en faire qu’un de ces #}}",
  "merge.stays": "Reste",
  "merge.goes": "« {title} » disparaît.",
  "merge.along": "Suivent : {what}.",
  "merge.alone": "Rien d’autre n’en dépend.",
  "merge.says":
    "Ce que « {title} » laisse vide est repris de l’autre. Là où les deux se prononcent, « {title} » l’emporte.",
  "merge.act": "Fusionner",
  "count.links": "{count, plural, one {# lien} other {# liens}}",
  "count.readings": "{count, plural, one {# relevé} other {# relevés}}",
  "count.reports": "{count, plural, one {# rapport} other {# rapports}}",
  "count.imports": "{count, plural, one {# import} other {# imports}}",

  "tags.add": "Ajouter une étiquette",
  "tags.new": "Nouvelle étiquette « {tag} »",
  "tags.find": "Chercher ou saisir une étiquette",
  "tags.nothing": "Aucune étiquette n’est en usage. Saisissez la première.",
  "tags.remove": "Retirer l’étiquette « {tag} »",

  "keys.label": "Noms ailleurs",
  "keys.head":
    "{keys, plural, =0 {Aucune clé dans d’autres systèmes} one {# clé dans un autre système} other {# clés dans d’autres systèmes}}{extras, plural, =0 {} one {, # autre champ importé} other {, # autres champs importés}}",
  "keys.source": "Système ou source",
  "keys.key": "Clé dans ce système",
  "keys.keyIn": "Clé dans {source}",
  "keys.add": "Ajouter une clé",
  "keys.says": "C’est à cette clé qu’un import le reconnaît, quel que soit son titre.",
  "keys.remove": "Supprimer la clé {key} de {source}",

  "field.harmful": "Effet",
  "worth.helps": "un bénéfice",
  "worth.harms": "un désavantage",
  "field.synonyms": "Synonymes",
  "field.synonymsAsk": "d’autres mots, séparés par des virgules",
};
