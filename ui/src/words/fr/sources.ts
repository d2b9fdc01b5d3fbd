/* Les mots des sources. */
import type { sources as en } from "../en/sources.ts";

export const sources: Record<keyof typeof en, string> = {
  "sources.none": "Aucun fichier n’a encore été importé",
  "sources.noneHint":
    "Déposez un tableur sur cette fenêtre. Son contenu est montré avant que rien ne soit écrit, et le fichier lui-même n’est jamais modifié.",
  "sources.counts":
    "{sheet, select, none {} other {Feuille {sheet} : }}{created, plural, one {# élément créé} other {# éléments créés}}{ignored, plural, =0 {} one {, # ligne écartée} other {, # lignes écartées}}{aside, plural, =0 {.} one {, # ligne mise de côté.} other {, # lignes mises de côté.}}",
  "sources.aside":
    "{count, plural, one {Montrer la ligne mise de côté} other {Montrer les # lignes mises de côté}}",
  "sources.add": "Ajouter une source",
  "sources.newTitle": "Nouvelle source",
  "sources.title": "Titre de la source",
  "sources.owner": "En répond",
  "sources.holds": "Contient",
  "sources.holdsAsk": "Que contient-elle, et que laisse-t-elle de côté ?",
  "sources.every": "Arrive tous les",
  "sources.everyAsk": "Combien de jours entre deux livraisons ?",
  "sources.gave": "A donné",
  "sources.nothing": "rien pour l’instant",
  "sources.knows":
    "{count, plural, one {connaît # élément par une clé} other {connaît # éléments par une clé}}",
  "sources.imports":
    "{count, plural, one {Importée une fois, {last}} other {Importée # fois, la dernière {last}}}",
  "sources.remove": "Supprimer la source « {title} »",
  "sources.inUse": "« {title} » reste : {came} en viennent.",
  "sources.inUseHint":
    "Ce qui a été saisi doit pouvoir dire d’où il vient. Supprimez d’abord ces données, ou donnez-leur une autre source.",
};
