/*
 * A seeded portfolio map of any size for measuring: six lanes, wrapped rows, about two links a card, one in
 * twenty over a long way. The same seed gives the same scene; its hash is printed with the figures.
 */
import { lanesFor, placed } from "../src/canvas/bands";
import { KINDS, rankOf } from "../src/canvas/kinds";
import { BAND_HEAD, MARGIN_X, PITCH_X, PITCH_Y } from "../src/canvas/measures";
import type { CardKind, Rung, Scene, SceneCard, SceneLink, Status, Weight } from "../src/canvas/scene";
import type { SceneWords } from "../src/canvas/words";

const SHARES: readonly (readonly [CardKind, number])[] = [
  ["driver", 0.03],
  ["priority", 0.03],
  ["objective", 0.1],
  ["outcome", 0.13],
  ["change", 0.12],
  ["capability", 0.15],
  ["initiative", 0.3],
  ["system", 0.14],
];
const HEADS = "Renew,Open,Shorten,Link,Measure,Move,Share,Plan,Retire,Simplify,Protect,Train".split(",");
const THINGS =
  "harbour bookings,crew watches,winter timetable,ticket refunds,deck loading,island freight,shore power,passenger news,spare parts,safety drills,grant reports,quay queues".split(
    ",",
  );
const TAILS =
  "for summer,on all routes,with the councils,before 2028,in one place,without paper,by tide".split(",");
const STATUSES: readonly Status[] = ["ok", "ok", "risk", "off", "unknown"];

/** mulberry32: small, fast, the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function generate(count: number, words: SceneWords, seed = 7): Scene {
  const rnd = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rnd() * list.length)] as T;
  const columns = Math.max(6, Math.min(60, Math.ceil(Math.sqrt(count * 0.3 * 2))));
  const plain: { id: string; band: CardKind }[] = [];
  const places = new Map<string, { x: number; y: number }>();
  for (const [kind, share] of SHARES) {
    const n = Math.max(2, Math.round(count * share));
    for (let i = 0; i < n; i += 1) {
      const id = `${kind}-${i}`;
      plain.push({ id, band: kind });
      places.set(id, {
        x: MARGIN_X + (i % columns) * PITCH_X,
        y: BAND_HEAD + Math.floor(i / columns) * PITCH_Y,
      });
    }
  }
  const spots = placed(plain, places);
  const lanes = lanesFor(spots, (level) => words.lane(level));
  const tops = new Map(lanes.flatMap((lane) => lane.bands.map((band) => [band.key, band.from] as const)));
  const cards: SceneCard[] = spots.map((spot) => {
    const measured = rnd() > 0.3;
    return {
      id: spot.id,
      kind: spot.band as CardKind,
      level: KINDS[spot.band as CardKind].level,
      band: spot.band,
      locked: false,
      x: spot.x,
      y: spot.y + (tops.get(spot.band) ?? 0),
      ...titleOf(pick, rnd),
      missing: rnd() > 0.9 ? words.noOwner : null,
      meta: rnd() > 0.5 ? ["K. Lund", `${(rnd() * 20).toFixed(1)}\u00A0M€`] : ["A. Moreno"],
      grade: `E${Math.floor(rnd() * 5)}`,
      ladder: (rnd() > 0.92 ? null : Math.floor(rnd() * 6)) as Rung,
      delivery: { fraction: rnd() > 0.1 ? rnd() : null, status: pick(STATUSES) },
      outcome: { fraction: measured ? rnd() : null, status: measured ? pick(STATUSES) : "unknown" },
      badge:
        rnd() > 0.75
          ? { severity: pick(["high", "medium", "low"] as const), count: 1 + Math.floor(rnd() * 4) }
          : null,
    };
  });
  return {
    axis: "rows",
    mirrored: false,
    crossing: false,
    notes: [],
    frames: [],
    lanes,
    cards,
    links: linksFor(cards, rnd),
    ghosts: [],
    bridges: [],
    bridged: new Set(),
    focus: null,
    passing: null,
    overlay: null,
  };
}

function titleOf(pick: <T>(list: readonly T[]) => T, rnd: () => number): { title: string; shown: string } {
  const title = `${pick(HEADS)} ${pick(THINGS)}${rnd() > 0.4 ? ` ${pick(TAILS)}` : ""}`;
  return { title, shown: title };
}

function linksFor(cards: readonly SceneCard[], rnd: () => number): SceneLink[] {
  const byRank = new Map<number, SceneCard[]>();
  for (const card of cards) {
    const list = byRank.get(rankOf(card.kind)) ?? [];
    list.push(card);
    byRank.set(rankOf(card.kind), list);
  }
  const links: SceneLink[] = [];
  for (const card of cards) {
    for (let n = 0; n < 2; n += 1) {
      const far = rnd() < 0.05;
      const rank = Math.max(0, rankOf(card.kind) - (far ? 3 : 1));
      const above = byRank.get(rank) ?? [];
      if (above.length === 0 || rank === rankOf(card.kind)) continue;
      const share =
        (byRank.get(rankOf(card.kind)) ?? []).indexOf(card) / (byRank.get(rankOf(card.kind))?.length ?? 1);
      const drift = far ? rnd() : Math.max(0, Math.min(0.999, share + (rnd() - 0.5) * 0.08));
      const to = above[Math.floor(drift * above.length)];
      if (to === undefined) continue;
      links.push({
        id: `l${links.length}`,
        from: card.id,
        to: to.id,
        kind: "contribution",
        strength: (1 + Math.floor(rnd() * 5)) as Weight,
        confidence: (1 + Math.floor(rnd() * 5)) as Weight,
        proposed: rnd() > 0.85,
        leap: far,
        negative: rnd() > 0.96,
        label: "",
        mechanism: "",
      });
    }
  }
  return links;
}

/** FNV-1a over the ends of all links: two runs that print the same hash drew the same graph. */
export function hashOf(scene: Scene): string {
  let hash = 0x811c9dc5;
  for (const link of scene.links) {
    for (const letter of `${link.from}>${link.to};`) {
      hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    }
  }
  return hash.toString(16).padStart(8, "0");
}
