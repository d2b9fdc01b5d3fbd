/*
 * Turns one language's catalogue of the map into the words the engine and the projection ask for: numbers and
 * amounts by locale, sentences from the catalogue. No text of its own.
 */
import type { Refusal } from "../canvas/policy";
import type { Bar, CardKind, Level, Status, Weight } from "../canvas/scene";
import type { CanvasWords, SceneWords } from "../canvas/words";

export type KindForms = Readonly<Record<CardKind, string>>;

export interface CanvasCatalogue {
  readonly locale: string;
  readonly label: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly overview: string;
  readonly editTitle: string;
  readonly flipped: string;
  readonly lanes: Readonly<Record<Level, string>>;
  readonly noOwner: string;
  readonly untitled: string;
  readonly strengths: Readonly<Record<Weight, string>>;
  readonly confidences: Readonly<Record<Weight, string>>;
  readonly questions: Readonly<Record<"above" | "below", KindForms>>;
  readonly actions: KindForms;
  readonly refusals: Readonly<Record<Refusal, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly owner: string;
  leap(missing: number): string;
  card(kind: CardKind, title: string, delivery: string, outcome: string, up: number, down: number): string;
  ghost(question: string, action: string): string;
  findings(count: number): string;
  selected(count: number, title: string): string;
  moved(count: number): string;
}

const MILLION = 1_000_000;
const THOUSAND = 1_000;

export function makeCanvasWords(c: CanvasCatalogue): CanvasWords & SceneWords {
  const percent = new Intl.NumberFormat(c.locale, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(c.locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(c.locale, { maximumFractionDigits: 0 });
  // A no-break space: a number never parts from its unit.
  const percentOf = (value: number): string => `${percent.format(value)}\u00A0%`;
  const bar = (b: Bar): string => {
    const status = c.statuses[b.status];
    return b.fraction === null ? status : `${percentOf(b.fraction * 100)}, ${status}`;
  };
  return {
    label: c.label,
    zoomIn: c.zoomIn,
    zoomOut: c.zoomOut,
    fit: c.fit,
    overview: c.overview,
    editTitle: c.editTitle,
    flipped: c.flipped,
    noOwner: c.noOwner,
    untitled: c.untitled,
    zoom: percentOf,
    card(card, up, down) {
      const head = c.card(card.kind, card.shown, bar(card.delivery), bar(card.outcome), up, down);
      const who = card.missing ?? `${c.owner} ${card.meta.join(", ")}`;
      const found = card.badge === null ? "" : ` ${c.findings(card.badge.count)}.`;
      return `${head} ${who}.${found}`;
    },
    ghost: (ghost) => c.ghost(ghost.question, ghost.action),
    selected: c.selected,
    moved: c.moved,
    refusal: (reason) => c.refusals[reason],
    lane: (level) => c.lanes[level],
    strength: (weight) => c.strengths[weight],
    confidence: (weight) => c.confidences[weight],
    leap: c.leap,
    weight: (points) => whole.format(points),
    money(amount, currency) {
      const value = Number(amount);
      const sign = currency === "EUR" ? "€" : currency === "USD" ? "$" : currency === "GBP" ? "£" : currency;
      if (!Number.isFinite(value)) return `${amount}\u00A0${sign}`;
      if (Math.abs(value) >= MILLION) return `${short.format(value / MILLION)}\u00A0M${join(sign)}`;
      if (Math.abs(value) >= 10 * THOUSAND) return `${whole.format(value / THOUSAND)}\u00A0k${join(sign)}`;
      return `${whole.format(value)}\u00A0${sign}`;
    },
    question: (kind, _title, side) => c.questions[side][kind],
    action: (kind) => c.actions[kind],
  };
}

/** A sign follows its prefix closely (M€), a code stands apart (M CHF). */
function join(sign: string): string {
  return sign.length > 1 ? `\u00A0${sign}` : sign;
}
