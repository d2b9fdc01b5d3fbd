/* The map's words in English. Same shape as canvas.fr.ts; the type says what is missing. */
import type { CanvasWords, SceneWords } from "../canvas/words";
import { type KindForms, makeCanvasWords } from "./canvas";

const KIND: KindForms = {
  driver: "driver",
  priority: "priority",
  objective: "objective",
  outcome: "outcome",
  change: "change",
  capability: "capability",
  initiative: "initiative",
  system: "system",
  team: "team",
};

export const canvasEn: CanvasWords & SceneWords = makeCanvasWords({
  locale: "en",
  label: "Strategy map. Arrow keys go from card to card, Enter edits, Space selects.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Show everything",
  overview: "The whole map in small; the frame is what you see",
  editTitle: "Title",
  flipped: "Will be drawn the other way: the lower card contributes to the higher one",
  lanes: { 1: "Why", 2: "Direction", 3: "Value", 4: "Ability", 5: "Work", 6: "Ground" },
  noOwner: "no owner",
  untitled: "Untitled",
  strengths: { 1: "marginal", 2: "weak", 3: "moderate", 4: "strong", 5: "decisive" },
  confidences: { 1: "guess", 2: "doubtful", 3: "plausible", 4: "likely", 5: "certain" },
  leap: (n) =>
    n === 1 ? "leap: one step missing" : n === 2 ? "leap: two steps missing" : `leap: ${n} steps missing`,
  questions: {
    above: {
      driver: "What makes this necessary?",
      priority: "Which priority does this carry?",
      objective: "Which objective does this serve?",
      outcome: "What does this change for anyone?",
      change: "What will people do differently?",
      capability: "What does this make possible?",
      initiative: "Which initiative needs this?",
      system: "What does this run on?",
      team: "Who does this?",
    },
    below: {
      driver: "What makes this necessary?",
      priority: "What comes first here?",
      objective: "What is to be reached?",
      outcome: "What will we see when this is reached?",
      change: "What will people do differently?",
      capability: "What must we be able to do?",
      initiative: "Which initiative delivers this?",
      system: "What does this run on?",
      team: "Who does this?",
    },
  },
  actions: {
    driver: "Add the driver",
    priority: "Add the priority",
    objective: "Add the objective",
    outcome: "Add the outcome",
    change: "Add the change",
    capability: "Add the capability",
    initiative: "Add the initiative",
    system: "Add the system",
    team: "Add the team",
  },
  refusals: {
    nothing_there: "Let go over a card to link it",
    itself: "A card cannot contribute to itself",
    same_rung: "Both are on the same rung; a contribution goes from a lower one to a higher one",
    already_linked: "These two are linked already",
  },
  card: (kind, title, delivery, outcome, up, down) =>
    `${title}, ${KIND[kind]}. Delivery ${delivery}, outcome ${outcome}. ` +
    `Contributes to ${up}, served by ${down}.`,
  ghost: (question, action) => `Missing: ${question} Enter: ${action}.`,
  statuses: { ok: "on track", risk: "at risk", off: "off track", unknown: "unknown" },
  owner: "owner",
  findings: (n) => (n === 1 ? "1 finding" : `${n} findings`),
  selected: (n, title) => (n === 0 ? "Nothing selected" : n === 1 ? `${title} selected` : `${n} selected`),
  moved: (n) => (n === 1 ? "1 card moved" : `${n} cards moved`),
});
