/*
 * The far view, pure: instead of a carpet of cards, blocks of those that belong together, in the bands of their kinds
 * and in columns of the themes they serve. Columns are as many as can be read at a zoom; neighbouring themes share
 * one where there are more. Themes keep their order from left to right, so a block lies near its cards.
 */
import { BAND_FOOT, BAND_HEAD, CARD_H, PITCH_X } from "../measures";
import type { BandKey, CardKind, Scene, SceneBand } from "../scene";
import type { Box } from "../view";

export interface Group {
  /** Null where there are several. */
  readonly kind: CardKind | null;
  readonly box: Box;
  readonly members: readonly number[];
  /** The card that gives the block its name; −1 where its cards serve nothing. */
  readonly theme: number;
  /** How many other themes it holds. */
  readonly more: number;
}

export interface Grid {
  readonly groups: readonly Group[];
  /** Number of the group card by card. */
  readonly of: Int32Array;
}

/** A block narrower or lower than this cannot be read, in screen pixels. */
export const LEAST_W = 134;
export const LEAST_H = 62;
/** In a column that is narrower than it should be a name takes three lines, with the number under them. */
const LEAST_SLIM_H = 84;
/** In a flat band name and number stand beside each other, and a name wants to be whole. */
const LEAST_FLAT_W = 196;
const LEAST_TOLD = 27;
/** A block higher than this would be empty paper; what is left over is for the links. */
export const MOST_H = 96;
/** Air between two blocks, in screen pixels. */
export const AIR = 6;
/** Air for links between two bands that can spare it. */
const ALLEY = 18;

interface Theme {
  readonly card: number;
  readonly x: number;
  readonly count: number;
}

export function gridOf(scene: Scene, themes: Int32Array, xs: Float64Array, bounds: Box, zoom: number): Grid {
  const { cards } = scene;
  const order = inOrder(themes, xs);
  const width = Math.max(bounds.x1 - bounds.x0, PITCH_X);
  const columns = chunks(order, columnsIn(width * zoom, scene.axis === "rows" && isFlat(scene, zoom)));
  const columnOf = new Map<number, number>();
  columns.forEach((column, c) => {
    for (const theme of column) columnOf.set(theme.card, c);
  });
  if (scene.axis === "columns") return standing(scene, themes, order, bounds, zoom);
  const cells = new Map<BandKey, number[][]>();
  cards.forEach((card, i) => {
    if (card.band === null) return;
    let row = cells.get(card.band);
    if (row === undefined) {
      row = columns.map(() => []);
      cells.set(card.band, row);
    }
    row[columnOf.get(themes[i] ?? -1) ?? 0]?.push(i);
  });
  const groups: Group[] = [];
  const of = new Int32Array(cards.length).fill(-1);
  const air = AIR / zoom;
  for (const lane of scene.lanes) {
    for (const band of lane.bands) {
      const row = cells.get(band.key);
      if (row === undefined) continue;
      const span = spanOf(band, air, zoom);
      row.forEach((members, c) => {
        const left = bounds.x0 + (c * width) / columns.length;
        const right = bounds.x0 + ((c + 1) * width) / columns.length - air;
        const stacked = stack(members, themes, columns[c] ?? [], rowsIn((span.y1 - span.y0) * zoom));
        stacked.forEach((part, n) => {
          const h = (span.y1 - span.y0) / stacked.length;
          const y0 = span.y0 + n * h;
          const y1 = Math.min(y0 + h - (n + 1 < stacked.length ? air : 0), y0 + MOST_H / zoom);
          for (const i of part.members) of[i] = groups.length;
          groups.push({ kind: band.kind, box: { x0: left, y0, x1: right, y1 }, ...part });
        });
      });
    }
  }
  return { groups, of };
}

/** How many columns so many pixels hold; on a narrow map two that are told in part say more than one. */
export function columnsIn(width: number, isFlat: boolean): number {
  const tight = Math.max(1, Math.floor(width / LEAST_W));
  return isFlat ? Math.max(Math.min(2, tight), Math.floor(width / LEAST_FLAT_W)) : tight;
}

/** Whether a band that holds cards is too low for a name with a number under it. */
export function isFlat(scene: Scene, zoom: number): boolean {
  const held = new Set(scene.cards.map((card) => card.band));
  return scene.lanes.some(({ bands }) => bands.some((it) => held.has(it.key) && it.depth * zoom < LEAST_H));
}

/** Blocks under each other in bands that stand side by side, as many as can be read. */
function standing(
  scene: Scene,
  themes: Int32Array,
  order: readonly Theme[],
  bounds: Box,
  zoom: number,
): Grid {
  const groups: Group[] = [];
  const of = new Int32Array(scene.cards.length).fill(-1);
  const air = AIR / zoom;
  for (const band of scene.lanes.flatMap((lane) => lane.bands)) {
    const members = [...scene.cards.keys()].filter((i) => scene.cards[i]?.band === band.key);
    const isSlim = band.depth * zoom < LEAST_W;
    const least = isSlim ? LEAST_SLIM_H : LEAST_H;
    const parts = stack(members, themes, order, rowsIn((bounds.y1 - bounds.y0) * zoom, least));
    const h = (bounds.y1 - bounds.y0) / Math.max(1, parts.length);
    parts.forEach((part, n) => {
      const y0 = bounds.y0 + n * h;
      const y1 = Math.min(y0 + h - air, y0 + MOST_H / zoom);
      for (const i of part.members) of[i] = groups.length;
      // The room at the right is for the links; a narrow column needs it for words.
      const gap = Math.max(air, Math.min(3 * air, band.depth / (isSlim ? 9 : 6)));
      const [x0, x1] = [band.from + air, band.from + band.depth - gap];
      groups.push({ kind: band.kind, box: { x0, y0, x1, y1 }, ...part });
    });
  }
  return { groups, of };
}

/** Themes from left to right as their cards lie; what serves nothing comes last. */
export function inOrder(themes: Int32Array, xs: Float64Array): Theme[] {
  const sums = new Map<number, { x: number; count: number }>();
  themes.forEach((theme, i) => {
    const sum = sums.get(theme) ?? { x: 0, count: 0 };
    sum.x += xs[i] ?? 0;
    sum.count += 1;
    sums.set(theme, sum);
  });
  return [...sums]
    .map(([card, { x, count }]) => ({ card, x: card < 0 ? Number.POSITIVE_INFINITY : x / count, count }))
    .sort((a, b) => a.x - b.x || a.card - b.card);
}

/** Neighbours together, in at most so many parts of about equal weight. What serves nothing stays by itself. */
function chunks(order: readonly Theme[], most: number): Theme[][] {
  const last = order[order.length - 1];
  const alone = last !== undefined && last.card < 0 && order.length > 1 && most > 1;
  const rest = alone ? order.slice(0, -1) : order;
  const parts = Math.min(rest.length, alone ? most - 1 : most);
  // Where there is room for each, none shares a part.
  if (parts === rest.length) return order.map((theme) => [theme]);
  const total = rest.reduce((sum, theme) => sum + theme.count, 0);
  const out: Theme[][] = Array.from({ length: Math.max(1, parts) }, () => []);
  let sum = 0;
  rest.forEach((theme, i) => {
    const byWeight = Math.floor(((sum + theme.count / 2) * parts) / Math.max(1, total));
    // No part stays empty: as many themes as parts that are left must be left as well.
    const least = Math.max(0, parts - (rest.length - i));
    out[Math.min(parts - 1, Math.max(byWeight, least))]?.push(theme);
    sum += theme.count;
  });
  const filled = out.filter((part) => part.length > 0);
  return alone && last !== undefined ? [...filled, [last]] : filled;
}

/** How many blocks that can be read stand under each other in so many pixels. */
export function rowsIn(height: number, least = LEAST_H): number {
  return Math.max(1, Math.floor(height / least));
}

type Part = Pick<Group, "members" | "theme" | "more">;

/** The cards of one cell in at most so many blocks. */
export function stack(
  members: readonly number[],
  themes: Int32Array,
  column: readonly Theme[],
  most: number,
): Part[] {
  if (members.length === 0) return [];
  const counts = new Map<number, number[]>();
  for (const i of members) {
    const theme = themes[i] ?? -1;
    const list = counts.get(theme);
    if (list === undefined) counts.set(theme, [i]);
    else list.push(i);
  }
  const present = column.flatMap(({ card, x }) => {
    const count = counts.get(card)?.length ?? 0;
    return count === 0 ? [] : [{ card, x, count }];
  });
  return chunks(present, most).map((part) => {
    const biggest = part.reduce((a, b) => (b.count > a.count ? b : a));
    return {
      members: part.flatMap(({ card }) => counts.get(card) ?? []),
      theme: biggest.card,
      more: part.length - 1,
    };
  });
}

/** The height of a band without the air above and below its cards. */
export function spanOf(band: SceneBand, air: number, zoom: number): { y0: number; y1: number } {
  // In a band that is hardly higher than a line of words, words are worth more than air.
  if (band.depth * zoom < LEAST_TOLD)
    return { y0: band.from + 1 / zoom, y1: band.from + band.depth - 1.5 / zoom };
  const alley = band.depth > (ALLEY / AIR) * air * 4 ? (ALLEY / AIR) * air : air;
  const y0 = band.from + Math.max(BAND_HEAD / 4, air / 2);
  return {
    y0,
    y1: Math.max(y0 + CARD_H / 2, band.from + band.depth - Math.max(BAND_FOOT / 4, alley - air / 2)),
  };
}
