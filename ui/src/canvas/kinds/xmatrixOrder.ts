/*
 * In which order the lines of an X-matrix are read, pure: the heaviest or those with most links next to the midst, or
 * by title as a list is read. The order never decides what is shown, only where.
 */
import type { Link } from "../../api/bindings";
import type { Line, Side } from "./xmatrixData";

export const MATRIX_ORDERS = ["weight", "ties", "title"] as const;
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

export interface MatrixReading {
  readonly order: MatrixOrder;
  /** Whether those who answer for the lines stand beside them. */
  readonly people: boolean;
}

export const AS_WEIGHED: MatrixReading = { order: "weight", people: true };

type Lines = Readonly<Record<Side, readonly Line[]>>;

/** The links of each line as they were counted when it was first read by them: none jumps while its cells are set. */
const counted = new WeakMap<MatrixReading, Map<string, number>>();

function tiesIn(lines: Lines, links: Iterable<Link>, reading: MatrixReading): ReadonlyMap<string, number> {
  const ties = counted.get(reading) ?? new Map<string, number>();
  counted.set(reading, ties);
  const now = new Map<string, number>();
  for (const { from, to } of links) for (const id of [from, to]) now.set(id, (now.get(id) ?? 0) + 1);
  for (const { id } of Object.values(lines).flat()) if (!ties.has(id)) ties.set(id, now.get(id) ?? 0);
  return ties;
}

/** The lines of each side from the midst outwards; they come as they weigh. */
export function arranged(lines: Lines, links: Iterable<Link>, reading: MatrixReading): Lines {
  const { order } = reading;
  if (order === "weight") return lines;
  const titled = (list: readonly Line[], way: 1 | -1): Line[] =>
    [...list].sort((a, b) => way * a.title.localeCompare(b.title));
  if (order === "ties") {
    const ties = tiesIn(lines, links, reading);
    const tied = (list: readonly Line[]): Line[] =>
      [...list].sort((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0));
    return {
      ...lines,
      objectives: tied(lines.objectives),
      initiatives: tied(lines.initiatives),
      indicators: tied(lines.indicators),
      directions: tied(lines.directions),
    };
  }
  // From the left to the right and from above: on two sides that ends at the midst.
  return {
    objectives: titled(lines.objectives, -1),
    initiatives: titled(lines.initiatives, -1),
    indicators: titled(lines.indicators, 1),
    directions: titled(lines.directions, 1),
    people: titled(lines.people, 1),
  };
}
