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

/** Links as they were counted when somebody chose to read by them: no line jumps while its cells are set. */
const counted = new WeakMap<MatrixReading, ReadonlyMap<string, number>>();

function tiesIn(links: Iterable<Link>, reading: MatrixReading): ReadonlyMap<string, number> {
  const before = counted.get(reading);
  if (before !== undefined) return before;
  const ties = new Map<string, number>();
  for (const { from, to } of links) for (const id of [from, to]) ties.set(id, (ties.get(id) ?? 0) + 1);
  counted.set(reading, ties);
  return ties;
}

/** The lines of each side from the midst outwards; they come as they weigh. */
export function arranged(lines: Lines, links: Iterable<Link>, reading: MatrixReading): Lines {
  const { order } = reading;
  if (order === "weight") return lines;
  const titled = (list: readonly Line[], way: 1 | -1): Line[] =>
    [...list].sort((a, b) => way * a.title.localeCompare(b.title));
  if (order === "ties") {
    const ties = tiesIn(links, reading);
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
