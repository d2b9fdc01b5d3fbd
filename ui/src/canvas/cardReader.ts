/*
 * Elements as cards: what is written on each, its bars and its mark. A card that says the same as before is the same object; where
 * not even its record changed, its words are not made again.
 */
import type { Element, Finding } from "../api/bindings";
import { markOf } from "../model/findings";
import { foundOf, worstOf } from "../model/found";
import type { Carriers } from "../model/line";
import type { Bar as Measured, Outcome, Standings } from "../model/standing";
import type { Spot } from "./bands";
import { KINDS } from "./kinds";
import { cardKindOf, type Plan } from "./kinds/plan";
import type { MapRecords } from "./records";
import { sameCard } from "./same";
import type { Badge, BandKey, Bar, CardKind, Lane, Rung, SceneCard } from "./scene";
import type { Point } from "./view";
import type { SceneWords } from "./words";

/** As many elements are compared word by word. */
const FEW = 24;

export interface Shown {
  readonly id: string;
  readonly kind: CardKind;
  readonly band: BandKey;
  readonly element: Element;
}

/** Elements that have a place on the canvas: in one of its bands, or, where there are none, where somebody put them. */
export function cardsIn(
  elements: Iterable<Element>,
  plan: Plan,
  places: ReadonlyMap<string, unknown>,
): Shown[] {
  const shown: Shown[] = [];
  for (const element of elements) {
    const kind = cardKindOf(element);
    if (kind === null) continue;
    const band = plan.band(element, kind);
    if (plan.axis === null ? places.has(element.id) : band !== null) {
      shown.push({ id: element.id, kind, band: band ?? kind, element });
    }
  }
  return shown;
}

/** Where and how cards stand on the canvas. */
export interface Laid {
  readonly plan: Plan;
  readonly lanes: readonly Lane[];
  readonly spots: readonly Spot[];
  readonly places: ReadonlyMap<string, { readonly locked: boolean }>;
}

export class CardReader {
  all: readonly SceneCard[] = [];
  byId: ReadonlyMap<string, SceneCard> = new Map();
  private readonly words: SceneWords;
  /** The elements that `all` was made from, in its order. */
  private from: readonly Element[] = [];

  constructor(words: SceneWords) {
    this.words = words;
  }

  /** Returns whether the same cards of the same kinds stand in the same order as before. */
  read(
    shown: readonly Shown[],
    { plan, lanes, spots, places }: Laid,
    standings: Standings,
    carriers: Carriers,
    { findings, ladder }: Pick<MapRecords, "findings" | "ladder">,
  ): boolean {
    const bands = new Map(lanes.flatMap((lane) => lane.bands.map((band) => [band.key, band] as const)));
    const badges = badgesOf(findings);
    const cards: SceneCard[] = [];
    const fresh: SceneCard[] = [];
    let isSame = shown.length === this.all.length;
    shown.forEach(({ id, kind, band, element }, i) => {
      // Cards keep their order from one reading to the next; only after one came or went they are looked up.
      const beside = this.all[i];
      const old = beside?.id === id ? beside : this.byId.get(id);
      isSame &&= beside?.id === id && beside.kind === kind;
      const outcome = standings.outcome(element);
      const spot = spots[i];
      const strip = bands.get(band);
      // Written out and not spread: this is made for each of thousands of cards after every edit.
      const state: State = {
        x: (spot?.x ?? 0) + (strip?.axis === "columns" ? strip.from : 0),
        y: (spot?.y ?? 0) + (strip?.axis === "rows" ? strip.from : 0),
        band: plan.axis === null ? null : band,
        locked: places.get(id)?.locked ?? false,
        ladder: ladder?.get(id) ?? rungOf(element, outcome, carriers),
        delivery: standings.delivery(element),
        outcome,
        badge: badges.get(id),
      };
      const isWritten = old === beside && this.from[i] === element;
      if (old !== undefined && isWritten && standsSo(old, state)) {
        cards.push(old);
        return;
      }
      const card = this.card(element, kind, state);
      const isEqual = old !== undefined && sameCard(old, card);
      cards.push(isEqual ? old : card);
      if (!isEqual) fresh.push(card);
    });
    this.from = shown.map(({ element }) => element);
    if (isSame && fresh.length === 0) return true;
    const byId = new Map(isSame ? this.byId : []);
    for (const card of isSame ? fresh : cards) byId.set(card.id, card);
    this.all = cards;
    this.byId = byId;
    return isSame;
  }

  /**
   * Writes anew the cards of elements of which only words changed, nothing that is measured and no place. Returns false where
   * anything else did; then all is to be read.
   */
  reword(before: readonly Element[], now: readonly Element[]): boolean {
    if (before.length !== now.length) return false;
    const fresh = new Map<Element, Element>();
    for (let i = 0; i < now.length; i += 1) {
      const [was, is] = [before[i], now[i]];
      if (was === is || was === undefined || is === undefined) continue;
      if (fresh.size === FEW || bare(was) !== bare(is)) return false;
      fresh.set(was, is);
    }
    if (fresh.size === 0) return true;
    const [all, from, byId] = [[...this.all], [...this.from], new Map(this.byId)];
    for (const [was, is] of fresh) {
      const at = from.indexOf(was);
      const old = all[at];
      // What is no card of this canvas has no words on it.
      if (old === undefined) continue;
      from[at] = is;
      const card = { ...old, ...this.texts(is) };
      if (sameCard(old, card)) continue;
      all[at] = card;
      byId.set(card.id, card);
    }
    this.from = from;
    if (all.some((card, i) => card !== this.all[i])) [this.all, this.byId] = [all, byId];
    return true;
  }

  private card(
    element: Element,
    kind: CardKind,
    { x, y, band, locked, ladder, delivery, outcome, badge }: State,
  ): SceneCard {
    return {
      id: element.id,
      kind,
      level: KINDS[kind].level,
      band,
      x,
      y,
      locked,
      ...this.texts(element),
      grade: GRADES[outcome.grade] ?? null,
      ladder,
      delivery: barOf(delivery),
      outcome: barOf(outcome),
      badge: badge ?? null,
    };
  }

  private texts(element: Element): Pick<SceneCard, "title" | "shown" | "missing" | "meta"> {
    const { words } = this;
    const title = element.title;
    const named = title === "" ? words.untitled : title;
    const owner = element.owner?.known ?? "";
    const parts: string[] = [];
    if (owner !== "") parts.push(owner);
    let shown = named;
    let owned = true;
    switch (element.kind) {
      case "driver":
        owned = false;
        if (owner === "" && element.reference?.known) parts.push(element.reference.known);
        break;
      case "priority":
        if (element.rank?.known !== undefined) shown = `${element.rank.known} · ${named}`;
        break;
      case "objective":
        if (element.weight?.known !== undefined) parts.push(words.weight(element.weight.known));
        break;
      case "initiative":
        if (element.budget?.known !== undefined) {
          parts.push(words.money(element.budget.known.amount, element.budget.known.currency));
        }
        break;
      case "team":
        owned = false;
        break;
      default:
    }
    return { title, shown, missing: owned && owner === "" ? words.noOwner : null, meta: parts };
  }
}

/** What of a card does not follow from its element alone. */
interface State extends Point {
  readonly band: BandKey | null;
  readonly locked: boolean;
  readonly ladder: Rung;
  readonly delivery: Measured;
  readonly outcome: Outcome;
  readonly badge: Badge | undefined;
}

/** An element without the words that stand on its card. */
function bare(element: Element): string {
  return JSON.stringify({ ...element, title: "", owner: null, reference: null });
}

const GRADES = ["E0", "E1", "E2", "E3", "E4"] as const;

/** Worst severity and count of what was found wrong, by element. What is only for information is not counted. */
function badgesOf(findings: readonly Finding[]): Map<string, Badge> {
  const badges = new Map<string, Badge>();
  for (const [id, found] of foundOf(findings.filter(({ severity }) => severity !== "info"))) {
    const badge = { severity: markOf(worstOf(found.findings)), count: found.findings.length };
    badges.set(id, found.isShared ? { ...badge, shared: true } : badge);
  }
  return badges;
}

function sameBar(bar: Bar, { percent, standing }: Measured): boolean {
  return bar.status === standing && bar.fraction === (percent === null ? null : percent / 100);
}

function standsSo(card: SceneCard, { x, y, band, locked, ladder, delivery, outcome, badge }: State): boolean {
  return (
    card.x === x &&
    card.y === y &&
    card.band === band &&
    card.locked === locked &&
    card.ladder === ladder &&
    card.grade === GRADES[outcome.grade] &&
    sameBar(card.delivery, delivery) &&
    sameBar(card.outcome, outcome) &&
    card.badge?.severity === badge?.severity &&
    card.badge?.count === badge?.count &&
    card.badge?.shared === badge?.shared
  );
}

function barOf(bar: Measured): Bar {
  return { fraction: bar.percent === null ? null : bar.percent / 100, status: bar.standing };
}

/** A first estimate of the ladder where the engine's own was not given. */
function rungOf(element: Element, outcome: Outcome, { up, down }: Carriers): Rung {
  const linked = (up.get(element.id)?.length ?? 0) > 0 || (down.get(element.id)?.length ?? 0) > 0;
  if (!linked) return 0;
  if (outcome.percent === null || outcome.grade < 2) return 1;
  return outcome.standing === "ok" && outcome.grade >= 3 ? 4 : 3;
}
