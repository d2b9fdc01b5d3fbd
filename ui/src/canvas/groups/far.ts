/*
 * Keeps the blocks of the far view for the zoom that is looked at: worked out again when the scene changes or the
 * zoom has passed a step, never from frame to frame.
 */

import { KINDS } from "../kinds";
import { NO_TONE, UNKNOWN_TONE } from "../overlay/overlay";
import type { Level } from "../scene";
import type { Space } from "../space";
import type { Point } from "../view";
import type { CanvasWords } from "../words";
import { type Bundle, bundlesOf } from "./bundles";
import { type Grid, type Group, gridOf } from "./grid";
import { loosely } from "./loose";
import { nearby } from "./nearby";
import { ownerOf, ownersOf, themesOf } from "./themes";

/** Zooms within a step of this factor share their blocks. */
const STEP = 1.3;
/** Tones, then unknown, then none. */
const TONES = 11;

/** What a block is called. */
export interface GroupNames {
  /** Its name alone and with how many others, and how many cards it holds, in words and in digits. */
  readonly name: string;
  readonly title: string;
  readonly said: string;
  readonly number: string;
  /** False where its cards serve nothing: then the name only says so. */
  readonly isNamed: boolean;
  /** It is one card and called by its name, and needs no count. */
  readonly isAlone: boolean;
}

export interface FarGroup extends Group {
  readonly level: Level;
  /** Put into words when it is first asked for: most blocks of a step of zoom are never in sight in it. */
  readonly names: () => GroupNames;
  /** How many members have each tone; the last two are unknown and none. */
  readonly tones: Uint16Array;
  /** How many the filter lets pass, how many are lit, and how many selected. */
  readonly passing: number;
  readonly lit: number;
}

export interface FarView {
  readonly groups: readonly FarGroup[];
  readonly bundles: readonly Bundle[];
  readonly grid: Grid;
}

export class Far {
  private themes: Int32Array | null = null;
  /** Whether a theme is an owner. */
  private isOwned = false;
  private readonly views = new Map<number, FarView>();
  private readonly space: Space;
  private readonly words: CanvasWords;

  constructor(space: Space, words: CanvasWords) {
    this.space = space;
    this.words = words;
  }

  /** Cards or links changed. */
  reset(): void {
    this.themes = null;
    this.views.clear();
  }

  /** Only what is lit, kept back or overlaid changed. */
  flagged(): void {
    this.views.clear();
  }

  /** Works out all that zooms between these two show, block by block: between two parts somebody may do something else. */
  *ahead(least: number, most: number): Generator<void, void> {
    for (let level = levelOf(least); level <= levelOf(most); level += 1) {
      const view = this.at(STEP ** (level - 0.5));
      yield;
      for (const { names } of view.groups) {
        names();
        yield;
      }
    }
  }

  at(zoom: number): FarView {
    const level = levelOf(zoom);
    const known = this.views.get(level);
    if (known !== undefined) return known;
    const { space } = this;
    const themes = this.themesNow();
    // The lower end of the step: what can be read there can be read in all of it.
    const grid = this.arranged(themes, STEP ** (level - 1));
    const groups = grid.groups.map((group) => ({
      ...group,
      ...counted(space, group),
      level: levelOfMost(space, group),
      names: once(() => this.named(group)),
    }));
    const view = { groups, bundles: bundlesOf(space, grid), grid };
    this.views.set(level, view);
    return view;
  }

  private arranged(themes: Int32Array, zoom: number): Grid {
    const { scene, x, y, bounds } = this.space;
    if (scene.axis === null) return nearby(scene, themes, x, y, bounds, zoom);
    const arranged = this.isOwned && scene.axis === "rows" ? loosely : gridOf;
    return arranged(scene, themes, x, bounds, zoom);
  }

  private themesNow(): Int32Array {
    if (this.themes !== null) return this.themes;
    const { scene, from, to } = this.space;
    const served = themesOf(scene, from, to);
    const owners = served.every((it) => it < 0) ? ownersOf(scene) : null;
    this.isOwned = owners !== null;
    this.themes = owners ?? served;
    return this.themes;
  }

  private named(group: Group): GroupNames {
    const { space, words } = this;
    // A lit line is told by its own cards, however far away they are; else a lone card by itself, others by what they serve.
    const lit = group.members.filter((i) => space.lit[i] === 1);
    const isAlone = group.members.length === 1 && (lit.length > 0 || !this.isOwned);
    const own = lit.length > 0 ? lit : isAlone ? group.members : [];
    const owner = own.length === 0 && this.isOwned ? ownerOf(space.card(group.theme)) : null;
    const name = owner ?? space.card(own[0] ?? group.theme)?.title ?? null;
    const more = own.length > 0 ? own.length - 1 : group.more;
    const passing =
      lit.length > 0 ? lit.length : group.members.reduce((sum, i) => sum + (space.out[i] === 1 ? 0 : 1), 0);
    const count = group.members.length;
    return {
      isNamed: name !== null,
      isAlone,
      name: words.group(group.kind, name, 0),
      title: words.group(group.kind, name, more),
      said: words.groupCount(group.kind, count, passing),
      number: passing === count ? words.number(count) : `${words.number(passing)} / ${words.number(count)}`,
    };
  }

  /** The block under a point of the world, or −1. */
  groupAt(zoom: number, p: Point): number {
    return this.at(zoom).groups.findIndex(
      ({ box }) => p.x >= box.x0 && p.x <= box.x1 && p.y >= box.y0 && p.y <= box.y1,
    );
  }
}

function levelOf(zoom: number): number {
  return Math.ceil(Math.log(zoom) / Math.log(STEP));
}

/** The level that most of its cards are of. */
function levelOfMost(space: Space, { kind, members }: Group): Level {
  if (kind !== null) return KINDS[kind].level;
  const counts = new Map<Level, number>();
  for (const i of members) {
    const level = space.card(i)?.level ?? 1;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return [...counts].reduce<[Level, number]>((a, b) => (b[1] > a[1] ? b : a), [1, 0])[0];
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function counted(space: Space, { members }: Group): Pick<FarGroup, "tones" | "passing" | "lit"> {
  const tones = new Uint16Array(TONES);
  let passing = 0;
  let lit = 0;
  for (const i of members) {
    const tone = space.tone[i] ?? NO_TONE;
    const slot = tone === UNKNOWN_TONE ? TONES - 2 : tone === NO_TONE ? TONES - 1 : tone;
    tones[slot] = (tones[slot] ?? 0) + 1;
    if (space.out[i] !== 1) passing += 1;
    if (space.lit[i] === 1) lit += 1;
  }
  return { tones, passing, lit };
}
