/*
 * Boxes in boxes, pure: children stand in rows, in their order, and fill the box around them, so that nested boxes
 * are squarish and a small change of the tree moves little.
 */
import type { Box, Size } from "../view";

export interface Packed<T> {
  readonly item: T;
  /** Least size; what it gets is never smaller. */
  readonly size: Size;
  readonly children: readonly Packed<T>[];
  /** How many children stand in each row. */
  readonly rows: readonly number[];
  readonly head: number;
}

export interface Measures {
  readonly leaf: Size;
  readonly gap: number;
  /** Room between a box and what lies in it. */
  readonly inset: number;
  /** Width to height that a box strives for. */
  readonly shape: number;
}

/** The least size of a box around these, and their rows. */
export function packed<T>(item: T, children: readonly Packed<T>[], head: number, m: Measures): Packed<T> {
  if (children.length === 0) {
    return { item, size: { w: m.leaf.w, h: Math.max(m.leaf.h, head) }, children, rows: [], head };
  }
  const { rows, w, h } = shelves(children, m);
  return { item, size: { w: w + 2 * m.inset, h: h + head + m.inset }, children, rows, head };
}

/** Rows of the width that comes nearest to the wanted shape. */
function shelves(
  children: readonly Packed<unknown>[],
  m: Measures,
): { rows: number[]; w: number; h: number } {
  const area = children.reduce((sum, { size }) => sum + (size.w + m.gap) * (size.h + m.gap), 0);
  const widest = Math.max(...children.map(({ size }) => size.w));
  const aim = Math.max(widest, Math.sqrt(area * m.shape));
  let best: { rows: number[]; w: number; h: number } | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const share of [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.45]) {
    const tried = shelved(children, Math.max(widest, aim * share), m.gap);
    const c = Math.abs(Math.log(tried.w / tried.h / m.shape)) + (tried.w * tried.h) / area;
    if (c < cost) {
      cost = c;
      best = tried;
    }
  }
  return best ?? shelved(children, aim, m.gap);
}

function shelved(
  children: readonly Packed<unknown>[],
  room: number,
  gap: number,
): { rows: number[]; w: number; h: number } {
  const rows: number[] = [];
  let [w, h, used, high, count] = [0, 0, 0, 0, 0];
  const close = (): void => {
    if (count === 0) return;
    rows.push(count);
    w = Math.max(w, used);
    h += high + (rows.length > 1 ? gap : 0);
    [used, high, count] = [0, 0, 0];
  };
  for (const { size } of children) {
    if (count > 0 && used + gap + size.w > room + 0.5) close();
    used += size.w + (count > 0 ? gap : 0);
    high = Math.max(high, size.h);
    count += 1;
  }
  close();
  return { rows, w, h };
}

/** Gives every box its place inside of the one around it. */
export function place<T>(node: Packed<T>, box: Box, m: Measures, put: (item: T, box: Box) => void): void {
  put(node.item, box);
  const inner = { x0: box.x0 + m.inset, x1: box.x1 - m.inset, y0: box.y0 + node.head, y1: box.y1 - m.inset };
  const rowsOf: Packed<T>[][] = [];
  let at = 0;
  for (const count of node.rows) {
    rowsOf.push(node.children.slice(at, at + count));
    at += count;
  }
  const highs = rowsOf.map((row) => Math.max(...row.map(({ size }) => size.h)));
  const spare = inner.y1 - inner.y0 - highs.reduce((sum, h) => sum + h, 0) - m.gap * (highs.length - 1);
  const stretch =
    1 +
    Math.max(0, spare) /
      Math.max(
        1,
        highs.reduce((sum, h) => sum + h, 0),
      );
  let y = inner.y0;
  let before = Number.POSITIVE_INFINITY;
  rowsOf.forEach((row, n) => {
    const sum = row.reduce((all, { size }) => all + size.w, 0);
    const full = (inner.x1 - inner.x0 - m.gap * (row.length - 1)) / Math.max(1, sum);
    // A last row that is short keeps the columns above it instead of being blown up.
    const share = n > 0 && n === rowsOf.length - 1 ? Math.min(full, before) : full;
    before = share;
    const h = (highs[n] ?? 0) * stretch;
    let x = inner.x0;
    for (const child of row) {
      const w = child.size.w * share;
      place(child, { x0: x, y0: y, x1: x + w, y1: y + h }, m, put);
      x += w + m.gap;
    }
    y += h + m.gap;
  });
}
