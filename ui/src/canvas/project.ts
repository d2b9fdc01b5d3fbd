/*
 * Records and selection in, scene out. Pure but for one memory: objects and arrays that did not change keep
 * their identity from scene to scene, so that the engine only redoes what a change reached.
 */
import { type Carriers, carriersOf } from "../model/line";
import { portfolioOf } from "../model/portfolio";
import { type Standings, standingsOf } from "../model/standing";
import { lanesFor, placed } from "./bands";
import { CardReader, cardsIn } from "./cardReader";
import { LinkReader } from "./linkReader";
import { type Ground, groundOf, type Missing, missingSteps, NOTHING_MISSING } from "./missing";
import type { Overlay } from "./overlay/overlay";
import type { MapRecords } from "./records";
import type { Focus, Lane, Scene } from "./scene";
import { throughline } from "./throughline";
import type { Point } from "./view";
import type { SceneWords } from "./words";

export class Projector {
  private records: MapRecords | null = null;
  private readonly words: SceneWords;
  private readonly cards: CardReader;
  private readonly links: LinkReader;
  private places: ReadonlyMap<string, Point> = new Map();
  private lanes: readonly Lane[] = [];
  private carriers: Carriers = { up: new Map(), down: new Map() };
  private ground: Ground | null = null;

  constructor(words: SceneWords) {
    this.words = words;
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
    if (records !== this.records) this.read(records);
    const { cards, links, lanes } = this;
    const line = throughline(
      selection,
      (id) => cards.byId.has(id),
      (id) => links.byId.get(id) ?? null,
      this.carriers,
    );
    let focus: Focus | null = null;
    let missing: Missing = NOTHING_MISSING;
    if (line !== null) {
      focus = { cards: new Set([...line.up, ...line.down]), links: line.links };
      this.ground ??= groundOf(cards.byId, links.byId, lanes, this.carriers);
      missing = missingSteps(line, selection, this.ground, this.words);
    }
    return { lanes, cards: cards.all, links: links.all, focus, passing, overlay, ...missing };
  }

  private read(records: MapRecords): void {
    const before = this.records;
    if (before?.placements !== records.placements) {
      const places = new Map<string, Point>();
      for (const place of records.placements) places.set(place.element, place);
      this.places = places;
    }
    const shown = cardsIn(records.elements);
    const spots = placed(shown, this.places);
    const lanes = lanesFor(spots, (level) => this.words.lane(level));
    this.lanes = sameLanes(this.lanes, lanes) ? this.lanes : lanes;
    const { carriers, standings } = barsOf(records);
    this.carriers = carriers;
    const isSame = this.cards.read(shown, spots, this.lanes, standings, carriers, records);
    // What a link looks like depends on the kinds that it joins and on nothing else of the cards.
    if (!isSame || before?.links !== records.links) this.links.read(records.links, this.cards.byId, isSame);
    this.ground = null;
    this.records = records;
  }
}

/** Whether two rows of lanes have the same names, places and heights. */
function sameLanes(a: readonly Lane[], b: readonly Lane[]): boolean {
  return a.length === b.length && a.every((lane, i) => sameLane(lane, b[i]));
}

function sameLane(a: Lane, b: Lane | undefined): boolean {
  return (
    a.level === b?.level &&
    a.title === b.title &&
    a.y === b.y &&
    a.height === b.height &&
    a.bands.every((band, i) => band.y === b.bands[i]?.y && band.height === b.bands[i]?.height)
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
