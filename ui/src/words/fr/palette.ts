/* Words of the palette, in French. */
export const palette: Record<keyof typeof import("../en/palette.ts").palette, string> = {
  "palette.label": "Chercher ou lancer une commande",
  "palette.placeholder": "Un élément, un constat ou une commande",
  "palette.nothing": "Rien ne répond à cela, même à une lettre près. Moins de lettres trouvent davantage.",
  "palette.elements": "Éléments",
  "palette.commands": "Commandes",
  "palette.findings": "Constats",
  "palette.recent": "Choisis récemment",
  "palette.onlyCommands": "commandes seules",
  "palette.onlyTags": "étiquettes seules",
  "palette.onlyFindings": "constats seuls",

  "foundIn.synonyms": "Aussi appelé",
  "foundIn.keys": "Clé",
  "foundIn.owner": "Responsable",
  "foundIn.tags": "Étiquettes",
  "foundIn.description": "Description",
  "foundIn.why": "Pourquoi",
  "foundIn.rule": "Règle",
  "foundIn.subject": "Au sujet de",
};
