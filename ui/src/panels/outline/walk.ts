/* Going through rows that are there: in, out, beside, to a title that is spelled. Pure; indices in, indices out. */
import { folded } from "../../model/search.ts";
import { type Row, titleIn } from "./rows.ts";

/** The first row under this one; −1 where there is none. */
export function firstUnder(rows: readonly Row[], at: number): number {
  return rows[at + 1]?.parent === at ? at + 1 : -1;
}

/** All rows of the same parent, as keys. */
export function besideAll(rows: readonly Row[], at: number): Row[] {
  const parent = rows[at]?.parent;
  return rows.filter((row) => row.parent === parent);
}

/** The element right above among the siblings of an element. */
export function elementAbove(rows: readonly Row[], at: number): string | null {
  const here = rows[at];
  if (here === undefined) return null;
  for (let index = at - 1; index > here.parent; index -= 1) {
    const row = rows[index];
    if (row?.parent === here.parent && row.type === "element") return row.element.id;
  }
  return null;
}

/** The lane that a row stands in, when it is not that lane itself. */
export function laneAbove(rows: readonly Row[], at: number): Row | null {
  let row = rows[at];
  if (row?.type === "lane") return null;
  while (row !== undefined && row.parent >= 0) row = rows[row.parent];
  return row ?? null;
}

/** Whether a row stands somewhere under another. */
export function isUnder(rows: readonly Row[], at: number, above: number): boolean {
  for (let index = rows[at]?.parent ?? -1; index >= 0; index = rows[index]?.parent ?? -1) {
    if (index === above) return true;
  }
  return false;
}

/**
 * The next row whose title begins with what is spelled, from the row in force on and around. The same letter again
 * and again goes from one to the next.
 */
export function spelled(
  rows: readonly Row[],
  from: number,
  typed: string,
  nameOf: (row: Row) => string,
): number {
  const wanted = folded(typed).trimStart();
  if (wanted === "") return -1;
  const again = [...wanted].every((letter) => letter === wanted[0]);
  const start = again || wanted.length === 1 ? from + 1 : Math.max(from, 0);
  const sought = again ? wanted.charAt(0) : wanted;
  for (let step = 0; step < rows.length; step += 1) {
    const index = (start + step) % rows.length;
    const row = rows[index];
    if (row !== undefined && begins(titleIn(row) ?? nameOf(row), sought)) return index;
  }
  return -1;
}

const LONGEST = 80;

function begins(title: string, sought: string): boolean {
  return folded(title.slice(0, sought.length + LONGEST)).startsWith(sought);
}
