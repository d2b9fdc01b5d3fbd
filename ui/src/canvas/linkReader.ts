/*
 * Link records as links of the map. Links keep their order from one reading to the next, so that both lists are walked side by side
 * and only what changed is made again.
 */
import type { Link } from "../api/bindings";
import type { Carriers } from "../model/line";
import { skippedSteps } from "./kinds";
import { throughLinks } from "./kinds/through";
import { reuse, sameItems, sameLink } from "./same";
import type { CardKind, SceneCard, SceneLink, Weight } from "./scene";
import type { SceneWords } from "./words";

const STRENGTHS = { marginal: 1, weak: 2, moderate: 3, strong: 4, decisive: 5 } as const;
const CONFIDENCES = { guess: 1, doubtful: 2, plausible: 3, likely: 4, certain: 5 } as const;

interface Row {
  readonly link: Link;
  /** Kinds of the cards at its ends; a link looks as it does because of these. */
  readonly ends: readonly [CardKind | undefined, CardKind | undefined];
  /** Null for what has no place on this map. */
  readonly drawn: SceneLink | null;
}

export class LinkReader {
  all: readonly SceneLink[] = [];
  /** Those of `all` that only stand for others. */
  through: readonly SceneLink[] = [];
  byId: ReadonlyMap<string, SceneLink> = new Map();
  private readonly words: SceneWords;
  private rows: readonly Row[] = [];
  /** Words are formatted once, not for each of thousands of links. */
  private readonly labels = new Map<string, string>();

  constructor(words: SceneWords) {
    this.words = words;
  }

  /**
   * `isSame` says that there are the same cards of the same kinds as at the last reading; `by` is what carries where links
   * pass through steps that are left out, null where none is.
   */
  read(
    links: Iterable<Link>,
    cards: ReadonlyMap<string, SceneCard>,
    isSame: boolean,
    by: Carriers | null,
  ): void {
    const before = this.rows;
    const kindOf = (id: string): CardKind | undefined => cards.get(id)?.kind;
    const rows: Row[] = [];
    const all: SceneLink[] = [];
    let at = 0;
    for (const link of links) {
      // One that went leaves a gap of one.
      if (before[at]?.link.id !== link.id && before[at + 1]?.link.id === link.id) at += 1;
      const old = before[at];
      if (old?.link.id === link.id) at += 1;
      const isOld =
        old?.link === link &&
        (isSame || (old.ends[0] === kindOf(link.from) && old.ends[1] === kindOf(link.to)));
      const row = isOld ? old : this.row(link, [kindOf(link.from), kindOf(link.to)]);
      rows.push(row);
      if (row.drawn !== null) all.push(row.drawn);
    }
    this.rows = rows;
    const through = by === null ? [] : throughLinks([...links], by, (id) => cards.has(id));
    this.through = reuse(this.through, through, sameLink);
    all.push(...this.through);
    if (sameItems(this.all, all)) return;
    this.all = all;
    this.byId = new Map(all.map((it) => [it.id, it]));
  }

  /** Indicators, assumptions and decisions have no place on this map, and with them their links. */
  private row(link: Link, ends: Row["ends"]): Row {
    const [from, to] = ends;
    const isRetired = link.kind === "contribution" && link.state === "retired";
    if (from === undefined || to === undefined || isRetired) return { link, ends, drawn: null };
    const leap = link.kind === "contribution" && skippedSteps(from, to).length > 0;
    const drawn = this.sceneLink(link, leap);
    const old = this.byId.get(link.id);
    return { link, ends, drawn: old !== undefined && sameLink(old, drawn) ? old : drawn };
  }

  private label(strength: Weight | null, confidence: Weight | null): string {
    const key = `${strength}/${confidence}`;
    const known = this.labels.get(key);
    if (known !== undefined) return known;
    const said: string[] = [];
    if (strength !== null) said.push(this.words.strength(strength));
    if (confidence !== null) said.push(this.words.confidence(confidence));
    this.labels.set(key, said.join(", "));
    return said.join(", ");
  }

  /** Written out and not spread: this is made for each of thousands of links. */
  private sceneLink(link: Link, leap: boolean): SceneLink {
    const { id, from, to, kind } = link;
    const said = kind === "contribution" ? link : null;
    const strength = said?.strength ?? null;
    const confidence = said?.confidence ?? null;
    const weight: Weight | null = strength === null ? null : STRENGTHS[strength];
    const trust: Weight | null = confidence === null ? null : CONFIDENCES[confidence];
    return {
      id,
      from,
      to,
      kind,
      strength: weight ?? (said === null ? 1 : 2),
      confidence: trust ?? 3,
      proposed: said?.state === "proposed",
      leap,
      negative: said?.sign === "harms",
      label: said === null ? "" : this.label(weight, trust),
      mechanism: said?.mechanism ?? "",
    };
  }
}
