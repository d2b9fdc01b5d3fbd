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
};
