/* The map's words in French. Same shape as canvas.en.ts; the type says what is missing. */
import type { CanvasWords, SceneWords } from "../canvas/words";
import { type KindForms, makeCanvasWords } from "./canvas";

const KIND: KindForms = {
  driver: "motif",
  priority: "priorité",
  objective: "objectif",
  outcome: "résultat",
  change: "changement",
  capability: "capacité",
  initiative: "initiative",
  system: "système",
  team: "équipe",
};

export const canvasFr: CanvasWords & SceneWords = makeCanvasWords({
  locale: "fr",
  label: "Carte stratégique. Les flèches vont de carte en carte, Entrée modifie, Espace sélectionne.",
  zoomIn: "Agrandir",
  zoomOut: "Réduire",
  fit: "Tout afficher",
  overview: "Toute la carte en petit ; le cadre montre ce que vous voyez",
  editTitle: "Titre",
  flipped: "Sera tracé dans l’autre sens : c’est la carte du bas qui contribue à celle du haut",
  lanes: { 1: "Pourquoi", 2: "Cap", 3: "Valeur", 4: "Aptitude", 5: "Travaux", 6: "Socle" },
  noOwner: "sans responsable",
  untitled: "Sans titre",
  strengths: { 1: "marginal", 2: "faible", 3: "moyen", 4: "fort", 5: "décisif" },
  confidences: { 1: "supposé", 2: "douteux", 3: "plausible", 4: "probable", 5: "certain" },
  leap: (n) =>
    n === 1
      ? "saut : une étape manque"
      : n === 2
        ? "saut : deux étapes manquent"
        : `saut : ${n} étapes manquent`,
  questions: {
    above: {
      driver: "Qu’est-ce qui l’impose ?",
      priority: "Quelle priorité porte-t-il ?",
      objective: "Quel objectif cela sert-il ?",
      outcome: "Qu’est-ce que cela change, et pour qui ?",
      change: "Que fera-t-on autrement ?",
      capability: "Qu’est-ce que cela rend possible ?",
      initiative: "Quelle initiative en a besoin ?",
      system: "Sur quoi cela repose-t-il ?",
      team: "Qui s’en charge ?",
    },
    below: {
      driver: "Qu’est-ce qui l’impose ?",
      priority: "Qu’est-ce qui passe en premier ?",
      objective: "Que veut-on atteindre ?",
      outcome: "Que verra-t-on une fois l’objectif atteint ?",
      change: "Que fera-t-on autrement ?",
      capability: "Que faut-il savoir faire ?",
      initiative: "Quelle initiative l’apporte ?",
      system: "Sur quoi cela repose-t-il ?",
      team: "Qui s’en charge ?",
    },
  },
  actions: {
    driver: "Ajouter le motif",
    priority: "Ajouter la priorité",
    objective: "Ajouter l’objectif",
    outcome: "Ajouter le résultat",
    change: "Ajouter le changement",
    capability: "Ajouter la capacité",
    initiative: "Ajouter l’initiative",
    system: "Ajouter le système",
    team: "Ajouter l’équipe",
  },
  refusals: {
    nothing_there: "Relâchez sur une carte pour la relier",
    itself: "Une carte ne peut pas contribuer à elle-même",
    same_rung: "Les deux sont au même échelon ; une contribution monte d’un échelon vers un autre",
    already_linked: "Ces deux cartes sont déjà reliées",
  },
  card: (kind, title, delivery, outcome, up, down) =>
    `${title}, ${KIND[kind]}. Réalisation : ${delivery}, effet : ${outcome}. ` +
    `Liens vers le haut : ${up}, vers le bas : ${down}.`,
  ghost: (question, action) => `Manque : ${question} Entrée : ${action}.`,
  statuses: { ok: "en bonne voie", risk: "à risque", off: "hors trajectoire", unknown: "inconnu" },
  owner: "responsable",
  findings: (n) => (n === 1 ? "1 constat" : `${n} constats`),
  selected: (n, title) =>
    n === 0 ? "Rien de sélectionné" : n === 1 ? `${title} : sélection` : `${n} éléments sélectionnés`,
  moved: (n) => (n <= 1 ? "1 carte déplacée" : `${n} cartes déplacées`),
});
