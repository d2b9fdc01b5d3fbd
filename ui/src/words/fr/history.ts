/* Words of the history, in French. */
export const history: Record<keyof typeof import("../en/history.ts").history, string> = {
  "history.none": "Rien n’a encore été fait",
  "history.noneHint": "Chaque étape sera inscrite ici, avec de quoi revoir le portefeuille tel qu’il était.",
  "history.hint":
    "Regarder en arrière ne change rien. Annuler revient sur la dernière étape, ou sur toutes celles qui ont suivi l’une d’elles.",
  "history.takeBack":
    "{count, plural, one {Annuler l’étape suivante} other {Annuler les # étapes suivantes}}",
  "history.look": "Voir",
  "history.lookAt": "Voir le portefeuille juste après : {what}",
  "history.more": "Montrer les étapes plus anciennes",
  "history.ofField": "{what} ({field})",
  "history.undone": "annulée",
  "history.typed": "à la main",
  "history.pasted": "collé",
  "history.imported": "importé",
  "history.merged": "fusionné",
  "history.fixed": "correction proposée par la règle {rule}",
  "history.banner": "Voici le portefeuille tel qu’il était le {when}, après : {what}.",
  "history.back": "Revenir à maintenant",
};
