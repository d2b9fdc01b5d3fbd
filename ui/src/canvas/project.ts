/*
 * Records and selection in, scene out. Pure but for one memory: objects and arrays that did not change keep
 * their identity from scene to scene, so that the engine only redoes what a change reached.
 */
import type { Placement } from "../api/bindings";
import { type Carriers, carriersOf } from "../model/line";
import { portfolioOf } from "../model/portfolio";
import { type Standings, standingsOf } from "../model/standing";
import { placed } from "./bands";
import { CardReader, cardsIn } from "./cardReader";
import { isSane, shownFrames, shownNotes } from "./kinds/paper";
import { type Plan, planOf } from "./kinds/plan";
import { LinkReader } from "./linkReader";
import { type Ground, groundOf, type Missing, missingSteps, NOTHING_MISSING } from "./missing";
import type { Overlay } from "./overlay/overlay";
import type { MapRecords } from "./records";
import { reuse, sameFrame, sameLane, sameNote } from "./same";
import type { Focus, Lane, Scene, SceneFrame, SceneNote } from "./scene";
import { throughline } from "./throughline";
import type { SceneWords } from "./words";

export class Projector {
  private records: MapRecords | null = null;
  private readonly words: SceneWords;
  private readonly cards: CardReader;
  private readonly links: LinkReader;
  private places: ReadonlyMap<string, Placement> = new Map();
  private lanes: readonly Lane[] = [];
  private notes: readonly SceneNote[] = [];
  private frames: readonly SceneFrame[] = [];
  private plan: Plan;
  private mirrored = false;
  private carriers: Carriers = { up: new Map(), down: new Map() };
  private ground: Ground | null = null;

  constructor(words: SceneWords) {
    this.words = words;
    this.plan = planOf("strategy_map", false, words);
    this.cards = new CardReader(words);
    this.links = new LinkReader(words);
  }

  /** `records` of the same identity are not read again: a change of selection or filter alone is cheap. */
  project(
    records: MapRecords,
    selection: ReadonlySet<string>,
    passing: ReadonlySet<string> | null = null,
    overlay: Overlay | null = null,
  ): Scene {
    if (records !== this.records && !this.reword(records)) this.read(records);
    const { cards, links, lanes, notes, frames, mirrored } = this;
    const line = throughline(
      selection,
      (id) => cards.byId.has(id),
      (id) => links.byId.get(id) ?? null,
      this.carriers,
    );
    let focus: Focus | null = null;
    let missing: Missing = NOTHING_MISSING;
    if (line !== null) {
      const on = new Set([...line.up, ...line.down]);
      const lit = links.through.filter((link) => on.has(link.from) && on.has(link.to));
      focus = { cards: on, links: new Set([...line.links, ...lit.map((link) => link.id)]) };
      this.ground ??= groundOf(cards.byId, links.byId, lanes, this.carriers);
      missing = missingSteps(line, selection, this.ground, this.words);
    }
    const { axis, crossing } = this.plan;
    const paper = { axis, crossing, mirrored, lanes, notes, frames };
    return { ...paper, cards: cards.all, links: links.all, focus, passing, overlay, ...missing };
  }

  /** Where nothing but words of a few elements changed, nothing else is read. */
  private reword(records: MapRecords): boolean {
    const before = this.records;
    if (before === null || !isSameBut(before, records)) return false;
    const [was, is] = [before.elements, records.elements];
    if (!Array.isArray(was) || !Array.isArray(is) || !this.cards.reword(was, is)) return false;
    this.ground = null;
    this.records = records;
    return true;
  }

  private read(records: MapRecords): void {
    const before = this.records;
    const { axis } = this.plan;
    const kind = records.kind ?? "strategy_map";
    this.mirrored = (records.mirrored ?? false) && kind === "benefits_map";
    this.plan = planOf(kind, this.mirrored, this.words);
    if (before?.placements !== records.placements) {
      const places = new Map<string, Placement>();
      for (const place of records.placements) if (isSane(place)) places.set(place.element, place);
      this.places = places;
    }
    const { plan, places } = this;
    const shown = cardsIn(records.elements, plan, places);
    const spots = placed(shown, places, plan.axis ?? "rows");
    this.lanes = reuse(this.lanes, plan.lanes(spots), sameLane);
    const { carriers, standings } = barsOf(records);
    // Where cards stand and what is said of them is held against what it was, so another kind of canvas or another day
    // needs no reading from scratch; only what passes through a step is drawn by what carries and by the plan.
    const isCarriedAlike = axis === plan.axis && this.carriers === carriers;
    this.carriers = carriers;
    const laid = { plan, lanes: this.lanes, spots, places };
    const isSame = this.cards.read(shown, laid, standings, carriers, records);
    const { byId } = this.cards;
    // What a link looks like depends on the kinds that it joins and on nothing else of the cards.
    if (!isSame || !isCarriedAlike || before?.links !== records.links) {
      this.links.read(records.links, byId, isSame, plan.axis === "columns" ? carriers : null);
    }
    if (!isSame || before?.notes !== records.notes) {
      this.notes = reuse(this.notes, shownNotes(records.notes ?? [], byId), sameNote);
    }
    this.frames = reuse(this.frames, shownFrames(records.frames ?? []), sameFrame);
    this.ground = null;
    this.records = records;
  }
}

/** Whether all lists but that of the elements are those of before; standings come with the elements. */
function isSameBut(a: MapRecords, b: MapRecords): boolean {
  return (
    a.carriers !== undefined &&
    a.carriers === b.carriers &&
    a.links === b.links &&
    a.placements === b.placements &&
    a.readings === b.readings &&
    a.statuses === b.statuses &&
    a.findings === b.findings &&
    a.ladder === b.ladder &&
    a.notes === b.notes &&
    a.frames === b.frames &&
    a.kind === b.kind &&
    a.mirrored === b.mirrored &&
    a.asOf === b.asOf
  );
}

/** What carries and the bars: those that came with the records, else read from their lists. */
function barsOf(records: MapRecords): { readonly carriers: Carriers; readonly standings: Standings } {
  const { asOf = null, carriers, standings } = records;
  if (carriers !== undefined && standings !== undefined) return { carriers, standings };
  const portfolio = portfolioOf(
    [
      ...[...records.elements].map((record) => ({ type: "element" as const, record })),
      ...[...records.links].map((record) => ({ type: "link" as const, record })),
      ...[...records.readings].map((record) => ({ type: "reading" as const, record })),
      ...[...records.statuses].map((record) => ({ type: "status_report" as const, record })),
    ],
    asOf,
  );
  return { carriers: carriersOf(portfolio), standings: standingsOf(portfolio) };
}
