/* Ce qui est dit d’un canevas à qui ne le voit pas, et les touches qui le parcourent. */
import type { spoken as en } from "../en/spoken.ts";

export const spoken: Record<keyof typeof en, string> = {
  "spoken.linked": "Lien tracé : {what}",
  "spoken.removed": "{count, plural, one {{title} : supprimé} other {# supprimés}}",
  "spoken.takenOff": "{count, plural, one {{title} : retiré de ce canevas} other {# retirés de ce canevas}}",
  "spoken.duplicated": "{count, plural, one {# copie faite} other {# copies faites}}",
  "spoken.locked":
    "{locked, select, yes {{count, plural, one {Verrouillé} other {# verrouillés}}} other {{count, plural, one {Déverrouillé} other {# déverrouillés}}}}",
  "spoken.tidied":
    "{count, plural, =0 {Tout est déjà en ordre} one {Une carte déplacée} other {# cartes déplacées}}",
  "spoken.map":
    "{kind}. Les flèches vont à la carte voisine, Alt et les flèches suivent les liens, Entrée modifie, Espace sélectionne, le point d’interrogation donne tous les raccourcis.",
  "action.beside": "Aller à l’inspecteur et en revenir",
  "help.selectAlso": "Ajouter à la sélection, ou en retirer",
  "help.open": "Vers tout ce que l’on en sait, dans l’inspecteur",
};
