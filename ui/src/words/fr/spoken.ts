/* Ce qui est dit d’un canevas à qui ne le voit pas, et les touches qui le parcourent. */
import type { spoken as en } from "../en/spoken.ts";

export const spoken: Record<keyof typeof en, string> = {
  "spoken.linked": "Lien tracé : {what}",
  "removed.elements":
    "{count, plural, one {« {title} » supprimé du portefeuille} other {# éléments supprimés du portefeuille}}{links, plural, =0 {} one {, avec un lien} other {, avec # liens}}",
  "removed.elementsHint":
    "Disparu de toutes les vues et de tous les canevas, pas seulement de cette image. Pour écarter quelque chose d’une seule image, prenez le filtre ou un canevas libre.",
  "removed.off":
    "{count, plural, one {« {title} » retiré de ce canevas} other {# cartes retirées de ce canevas}}{links, plural, =0 {} one {, et un lien supprimé} other {, et # liens supprimés}}",
  "removed.offHint":
    "{count, plural, one {L’élément reste} other {Les éléments restent}} dans le portefeuille et sur les autres canevas. {keys} supprime du portefeuille.",
  "removed.links": "{count, plural, one {Lien supprimé : {title}} other {# liens supprimés}}",
  "removed.notes": "{count, plural, one {Note supprimée} other {# notes supprimées}}",
  "removed.things": "{count, plural, one {Supprimé : {title}} other {# liens et notes supprimés}}",
  "removed.reading": "Relevé supprimé : {period}",
  "removed.report": "Rapport supprimé : {lens}, {date}",
  "removed.rule": "Règle {code} supprimée",
  "removed.source": "Source « {title} » supprimée",
  "removed.canvas": "Canevas « {title} » supprimé",
  "action.takeOff": "Retirer la sélection de ce canevas",
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
