/*
 * What did not change keeps its identity from scene to scene, pure: how parts of a scene are compared, and lists in
 * which old objects stand again where the new ones say the same.
 */
import type { Lane, SceneCard, SceneFrame, SceneLink, SceneNote } from "./scene";

function sameBar(a: SceneCard["delivery"], b: SceneCard["delivery"]): boolean {
  return a.fraction === b.fraction && a.status === b.status;
}

export function sameCard(a: SceneCard, b: SceneCard): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.kind === b.kind &&
    a.band === b.band &&
    a.locked === b.locked &&
    a.title === b.title &&
    a.shown === b.shown &&
    a.missing === b.missing &&
    a.meta.join() === b.meta.join() &&
    a.grade === b.grade &&
    a.ladder === b.ladder &&
    sameBar(a.delivery, b.delivery) &&
    sameBar(a.outcome, b.outcome) &&
    a.badge?.severity === b.badge?.severity &&
    a.badge?.count === b.badge?.count &&
    a.badge?.shared === b.badge?.shared
  );
}

/** Whether the same cards stand in the same places. */
export function standsAlike(a: readonly SceneCard[], b: readonly SceneCard[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((card, i) => {
    const other = b[i];
    return card === other || (card.id === other?.id && card.x === other.x && card.y === other.y);
  });
}

export function sameLink(a: SceneLink, b: SceneLink): boolean {
  return (
    a.id === b.id &&
    a.from === b.from &&
    a.to === b.to &&
    a.kind === b.kind &&
    a.strength === b.strength &&
    a.confidence === b.confidence &&
    a.proposed === b.proposed &&
    a.leap === b.leap &&
    a.negative === b.negative &&
    a.label === b.label &&
    a.mechanism === b.mechanism
  );
}

export function sameLane(a: Lane, b: Lane): boolean {
  return (
    a.level === b.level &&
    a.title === b.title &&
    a.axis === b.axis &&
    a.from === b.from &&
    a.depth === b.depth &&
    a.bands.length === b.bands.length &&
    a.bands.every((band, i) => {
      const other = b.bands[i];
      return band.key === other?.key && band.from === other.from && band.depth === other.depth;
    })
  );
}

export function sameNote(a: SceneNote, b: SceneNote): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.text === b.text &&
    a.paper === b.paper &&
    a.about === b.about &&
    a.by === b.by &&
    a.locked === b.locked
  );
}

export function sameFrame(a: SceneFrame, b: SceneFrame): boolean {
  return a.title === b.title && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The new list with old objects where nothing changed; the old list itself when nothing changed at all. */
export function reuse<T extends object>(
  old: readonly T[],
  fresh: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly T[] {
  const known = new Map(old.map((item, i) => [keyOf(item) ?? i, item]));
  const next = fresh.map((item, i) => {
    const before = known.get(keyOf(item) ?? i);
    return before !== undefined && same(before, item) ? before : item;
  });
  return sameItems(old, next) ? old : next;
}

function keyOf(item: object): string | null {
  return "id" in item && typeof item.id === "string" ? item.id : null;
}

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
