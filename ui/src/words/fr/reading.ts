/* Ce qui se dit d’une valeur saisie ou collée. */
export const reading = {
  "read.refused": "« {text} » n’a pas été repris. Le champ est resté tel quel.",
  "read.date": "« {text} » ne se lit pas comme une date. Le champ est resté tel quel.",
  "read.dateHint": "Écrivez par exemple 31 déc. 2026, sept. 2026, T3 2026 ou 2026-12-31.",
  "read.number": "« {text} » ne se lit pas comme un nombre. Le champ est resté tel quel.",
  "read.numberHint": "Écrivez seulement des chiffres, par exemple 26 ou 4,5.",
  "read.gap": "{said} · {reason}",

  "read.wrong.title": "Un intitulé ne peut pas être vide.",
  "read.wrong.date":
    "Pas de date. Essayez 31 déc. 2026, 31/12/2026 ou T3 2026, ou un mot comme « à définir ».",
  "read.wrong.money": "Pas de montant. Essayez 4,1 M€ ou 250 k, ou un mot comme « confidentiel ».",
  "read.wrong.currency": "Quelle devise ? Essayez 4,1 M€ ou 250 000 USD.",
  "read.wrong.number": "Pas de nombre.",
  "read.wrong.rank": "Un rang est un nombre entier à partir de 1.",
  "read.wrong.weight": "Un poids est compris entre 0 et 100 points.",
  "read.wrong.percent": "Une part est comprise entre 0 et 100 %.",
  "read.wrong.days": "Un rythme est un nombre entier de jours, de 1 à 3 660.",
  "read.wrong.negative": "Ce ne peut pas être moins que zéro.",
  "read.wrong.titleLong": "Un intitulé a 300 caractères au plus.",
  "read.wrong.choice": "Aucun des choix.",
};
