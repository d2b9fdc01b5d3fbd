/*
 * A part of a portfolio on the clipboard: elements, the links among them, notes, and where they lay. Written as a
 * document of the portfolio format; read with suspicion, for anybody can put anything there. What is not understood is
 * left out, what is too much is refused, and numbers are brought to where somebody can find them.
 */
import type { Element, Link, LinkKind, Note } from "../api/bindings.ts";
import { KINDS } from "./kinds.ts";
import type { Portfolio } from "./portfolio.ts";

const SCHEMA = "throughline.portfolio/1";
/** As many letters are looked at, and as many things taken over at once. */
const LONGEST = 8_000_000;
const MOST = 2_000;
/** Records are flat; what is nested deeper than this is none of ours. */
const DEEPEST = 12;

/** A place in the world. */
export interface Lying {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface Fragment {
  /** Which portfolio it was taken from. */
  readonly from: string;
  readonly elements: readonly Element[];
  readonly links: readonly Link[];
  readonly notes: readonly Note[];
  readonly places: readonly Lying[];
}

export type Read = { readonly fragment: Fragment } | { readonly refused: "unreadable" | "tooMuch" };

/** What is copied of a portfolio: these elements and notes, and every link that runs among the elements. */
export function fragmentOf(portfolio: Portfolio, from: string, lying: readonly Lying[]): Fragment {
  const elements = lying.flatMap(({ id }) => portfolio.elements.get(id) ?? []);
  const ids = new Set(elements.map((it) => it.id));
  return {
    from,
    elements,
    links: elements.flatMap((it) =>
      (portfolio.linksFrom.get(it.id) ?? []).filter((link) => ids.has(link.to)),
    ),
    notes: lying.flatMap(({ id }) => portfolio.notes.get(id) ?? []),
    places: lying.filter(({ id }) => ids.has(id)),
  };
}

export function written(fragment: Fragment): string {
  return JSON.stringify({ schema: SCHEMA, ...fragment });
}

/** Titles and first words, one a line: what any other program pastes. */
export function plainText({ elements, notes }: Fragment): string {
  return [...elements.map((it) => it.title), ...notes.map((it) => it.text)].join("\n");
}

export function read(text: string): Read {
  if (text.length > LONGEST) return { refused: "tooMuch" };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    // Not JSON, or nested so deeply that the reader gives up.
    return { refused: "unreadable" };
  }
  if (!isRecord(given) || given.schema !== SCHEMA || depthOf(given, 0) > DEEPEST)
    return { refused: "unreadable" };
  const elements = listOf(given.elements).filter(isElement);
  const notes = listOf(given.notes).flatMap(noteFrom);
  if (elements.length + notes.length > MOST) return { refused: "tooMuch" };
  const ids = new Set(elements.map((it) => it.id));
  const links = listOf(given.links)
    .filter(isLink)
    .filter((it) => ids.has(it.from) && ids.has(it.to));
  const places = listOf(given.places)
    .flatMap(lyingFrom)
    .filter((it) => ids.has(it.id));
  const from = typeof given.from === "string" ? given.from : "";
  return { fragment: { from, elements, links: links.slice(0, 4 * MOST), notes, places } };
}

type Unknown = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Stops counting just beyond what is allowed. */
function depthOf(value: unknown, depth: number): number {
  if (depth > DEEPEST || typeof value !== "object" || value === null) return depth;
  let most = depth;
  for (const inner of Object.values(value)) {
    most = Math.max(most, depthOf(inner, depth + 1));
    if (most > DEEPEST) break;
  }
  return most;
}

function isElement(value: unknown): value is Element {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.title === "string" &&
    KINDS.some((kind) => kind === value.kind) &&
    isRecord(value.why)
  );
}

function isLink(value: unknown): value is Link {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.from === "string" &&
    typeof value.to === "string" &&
    LINKS.some((kind) => kind === value.kind)
  );
}

const LINKS: readonly LinkKind[] = [
  "contribution",
  "because",
  "part_of",
  "depends_on",
  "conflicts_with",
  "rests_on",
  "measures",
  "cites",
];

function noteFrom(value: unknown): Note[] {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.text !== "string") return [];
  const [lying] = lyingFrom(value);
  return [
    {
      id: value.id,
      canvas: "",
      text: value.text.slice(0, LONGEST_NOTE),
      x: lying?.x ?? 0,
      y: lying?.y ?? 0,
      paper: PAPERS.find((it) => it === value.paper) ?? "sand",
      about: typeof value.about === "string" ? value.about : null,
      by: typeof value.by === "string" ? value.by : "",
      on: null,
      locked: false,
    },
  ];
}

const PAPERS = ["sand", "rose", "sky", "mint", "grey"] as const;
/** A note holds at most so many letters. */
export const LONGEST_NOTE = 2_000;
const FARTHEST = 900_000;

function lyingFrom(value: unknown): Lying[] {
  if (!isRecord(value) || typeof value.id !== "string") return [];
  const sane = (given: unknown): number =>
    typeof given === "number" && Number.isFinite(given) ? Math.max(-FARTHEST, Math.min(FARTHEST, given)) : 0;
  return [{ id: value.id, x: sane(value.x), y: sane(value.y) }];
}
