/* Les mots des réglages. */
import type { settings as en } from "../en/settings.ts";

export const settings: Record<keyof typeof en, string> = {
  "nav.settings": "Réglages",
  "action.settings": "Aller aux réglages",
  "settings.parts": "Parties des réglages",
  "settings.portfolio": "Portefeuille",
  "settings.title": "Titre",
  "settings.titleSays": "Tel qu’il figure sur les instantanés et parmi les portefeuilles récents.",
  "settings.money": "Argent",
  "settings.currency": "Devise des totaux",
  "settings.currencyAsk": "aucune, par exemple EUR",
  "settings.currencySays":
    "Chaque montant garde sa devise. Un total de plusieurs devises se dit dans celle-ci là où un taux y mène, et jamais autrement.",
  "settings.currencyHint": "Écrivez un code ISO comme EUR, ou un signe comme €.",
  "settings.notCurrency": "« {text} » ne se lit pas comme une devise. Le champ est resté tel quel.",
  "settings.rates": "Taux de change déclarés",
  "settings.ratesSay": "Rien n’est cherché en ligne : un taux compte parce que quelqu’un l’a déclaré.",
  "settings.rate": "Taux",
  "settings.one": "1 {from} =",
  "settings.oneUnit": "1 unité de",
  "settings.isWorth": "vaut",
  "settings.in": "en",
  "settings.on": "Au",
  "settings.from": "Origine",
  "settings.fromAsk": "Trésorerie, fin de mois",
  "settings.rateOf": "Taux de {from} en {to}",
  "settings.dayOf": "Date du taux de {from} en {to}",
  "settings.sourceOf": "Origine du taux de {from} en {to}",
  "settings.removeRate": "Supprimer le taux de {from} en {to}",
  "settings.addRate": "Ajouter",
  "settings.giveRate": "Donner un taux pour {from}",
  "settings.notRate": "« {text} » ne se lit pas comme un taux. Le champ est resté tel quel.",
  "settings.rateHint":
    "Écrivez un nombre supérieur à zéro, par exemple 0,9215. Tous les chiffres sont conservés.",
  "settings.unrated":
    "{count, plural, one {Les montants en {list} n’ont pas de taux vers {currency}.} other {Les montants en {list} n’ont pas de taux vers {currency}.}}",
  "settings.year": "Exercice et cycle",
  "settings.cycle": "Revu chaque",
  "settings.cycle.month": "Mois",
  "settings.cycle.quarter": "Trimestre",
  "settings.cycleSays":
    "Le rythme auquel le portefeuille est examiné dans son ensemble. Les règles qui comptent en cycles suivent ce rythme.",
  "settings.begins": "Commence le",
  "settings.day": "Jour où il commence",
  "settings.month": "Mois où il commence",
  "settings.today": "Aujourd’hui, {date}, nous sommes au {quarter} ; l’exercice se termine le {end}.",
};
