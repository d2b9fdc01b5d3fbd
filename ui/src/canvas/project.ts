/*
 * Records and selection in, scene out. Pure but for one memory: objects and arrays that did not change keep
 * their identity from scene to scene, so that the engine only redoes what a change reached.
 */
import type { Element, Finding, Link, Placement } from "../api/bindings";
import { type Carriers, carriers } from "../model/line";
import { type Bar as Measured, type Outcome, Standings } from "../model/standing";
import { placed, type Spot } from "./bands";
import { KINDS, skippedSteps } from "./kinds";
import { isSane, shownFrames, shownNotes } from "./kinds/paper";
import { cardKindOf, type Plan, planOf } from "./kinds/plan";
import { isThrough, throughLinks } from "./kinds/through";
import { turned } from "./measures";
import { type Ground, groundOf, type Missing, missingSteps, NOTHING_MISSING } from "./missing";
import type { Overlay } from "./overlay/overlay";
import type { MapRecords } from "./records";
import { reuse, sameCard, sameFrame, sameItems, sameLane, sameLink, sameNote } from "./same";
import type {
  Badge,
  BandKey,
  Bar,
  CardKind,
  Focus,
  Lane,
  Rung,
  Scene,
  SceneBand,
  SceneCard,
  SceneFrame,
  SceneLink,
  SceneNote,
  Severity,
  Weight,
} from "./scene";
import { throughline } from "./throughline";
import type { Point } from "./view";
import type { SceneWords } from "./words";

const STRENGTHS = { marginal: 1, weak: 2, moderate: 3, strong: 4, decisive: 5 } as const;
const CONFIDENCES = { guess: 1, doubtful: 2, plausible: 3, likely: 4, certain: 5 } as const;

export class Projector {
  private records: MapRecords | null = null;
  private readonly words: SceneWords;
  private cards: readonly SceneCard[] = [];
  private links: readonly SceneLink[] = [];
  private lanes: readonly Lane[] = [];
  private through: readonly SceneLink[] = [];
  private notes: readonly SceneNote[] = [];
  private frames: readonly SceneFrame[] = [];
  private plan: Plan;
  private mirrored = false;
  private byId: ReadonlyMap<string, SceneCard> = new Map();
  private linkById: ReadonlyMap<string, SceneLink> = new Map();
  private ground: Ground = groundOf(new Map(), new Map(), [], { up: new Map(), down: new Map() });
  private carriers: Carriers = { up: new Map(), down: new Map() };

  constructor(words: SceneWords) {
    this.words = words;
    this.plan = planOf("strategy_map", false, words);
  }

  /** `records` of the same identity are not read again: a change of selection or filter alone is cheap. */
  project(
    records: MapRecords,
    selection: ReadonlySet<string>,
    passing: ReadonlySet<string> | null = null,
    overlay: Overlay | null = null,
  ): Scene {
    if (records !== this.records) {
      this.read(records);
      this.records = records;
    }
    const line = throughline(
      selection,
      (id) => this.byId.has(id),
      (id) => this.linkById.get(id) ?? null,
      this.carriers,
    );
    let focus: Focus | null = null;
    let missing: Missing = NOTHING_MISSING;
    if (line !== null) {
      const cards = new Set([...line.up, ...line.down]);
      const lit = this.through.filter((link) => cards.has(link.from) && cards.has(link.to));
      focus = { cards, links: new Set([...line.links, ...lit.map((link) => link.id)]) };
      missing = missingSteps(line, selection, this.ground, this.words);
    }
    const { lanes, cards, links, notes, frames, mirrored } = this;
    const { axis, crossing } = this.plan;
    const paper = { axis, crossing, mirrored, lanes, notes, frames };
    return { ...paper, cards, links, focus, passing, overlay, ...missing };
  }

  private read(records: MapRecords): void {
    this.mirrored = (records.mirrored ?? false) && records.kind === "benefits_map";
    this.plan = planOf(records.kind ?? "strategy_map", this.mirrored, this.words);
    const { axis } = this.plan;
    const places = new Map<string, Placement>();
    for (const place of records.placements) if (isSane(place)) places.set(place.element, place);
    const shown: Shown[] = [];
    for (const element of records.elements) {
      const kind = cardKindOf(element);
      if (kind === null) continue;
      const band = this.plan.band(element, kind);
      if (axis === null ? places.has(element.id) : band !== null) {
        shown.push({ id: element.id, kind, band: band ?? kind, element });
      }
    }
    const spots = placed(shown, places, axis ?? "rows");
    this.lanes = reuse(this.lanes, this.plan.lanes(spots), sameLane);

    const links = [...records.links];
    this.carriers = carriers(links, records.asOf);
    const standings = new Standings({ ...records, links }, this.carriers);
    const badges = badgesOf(records.findings);
    const spotById = new Map<string, Spot>(spots.map((spot) => [spot.id, spot]));
    const bands = new Map<BandKey, SceneBand>();
    for (const lane of this.lanes) for (const band of lane.bands) bands.set(band.key, band);
    const cards: SceneCard[] = [];
    for (const { id, kind, band, element } of shown) {
      const spot = spotById.get(id);
      if (spot === undefined) continue;
      const outcome = standings.outcome(element);
      const card: SceneCard = {
        id,
        kind,
        level: KINDS[kind].level,
        band: axis === null ? null : band,
        ...inWorld(spot, bands.get(band)),
        locked: places.get(id)?.locked ?? false,
        ...this.texts(element),
        grade: `E${outcome.grade}`,
        ladder: records.ladder?.get(id) ?? rungOf(element, outcome, this.carriers),
        delivery: barOf(standings.delivery(element)),
        outcome: barOf(outcome),
        badge: badges.get(id) ?? null,
      };
      const old = this.byId.get(id);
      cards.push(old !== undefined && sameCard(old, card) ? old : card);
    }
    this.cards = sameItems(this.cards, cards) ? this.cards : cards;
    this.byId = new Map(this.cards.map((card) => [card.id, card]));
    const own = this.sceneLinks(links);
    const shows = (id: string): boolean => this.byId.has(id);
    const through = axis === "columns" ? throughLinks(links, this.carriers, shows) : [];
    this.links = reuse(this.links, [...own, ...through], sameLink);
    this.through = this.links.filter((link) => isThrough(link.id));
    this.linkById = new Map(this.links.map((link) => [link.id, link]));
    this.ground = groundOf(this.byId, this.linkById, this.lanes, this.carriers);
    this.notes = reuse(this.notes, shownNotes(records.notes ?? [], this.byId), sameNote);
    this.frames = reuse(this.frames, shownFrames(records.frames ?? []), sameFrame);
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

  /** Links between two cards; indicators, assumptions and decisions have no place on this map. */
  private sceneLinks(links: readonly Link[]): SceneLink[] {
    const out: SceneLink[] = [];
    for (const link of links) {
      const from = this.byId.get(link.from);
      const to = this.byId.get(link.to);
      if (from === undefined || to === undefined) continue;
      if (link.kind === "contribution" && link.state === "retired") continue;
      out.push(this.sceneLink(link, from, to));
    }
    return out;
  }

  private sceneLink(link: Link, from: SceneCard, to: SceneCard): SceneLink {
    const base = { id: link.id, from: link.from, to: link.to, kind: link.kind };
    if (link.kind !== "contribution") {
      return {
        ...base,
        strength: 1,
        confidence: 3,
        proposed: false,
        leap: false,
        negative: false,
        label: "",
        mechanism: "",
      };
    }
    const strength: Weight = link.strength === null ? 2 : STRENGTHS[link.strength];
    const confidence: Weight = link.confidence === null ? 3 : CONFIDENCES[link.confidence];
    const said: string[] = [];
    if (link.strength !== null) said.push(this.words.strength(strength));
    if (link.confidence !== null) said.push(this.words.confidence(confidence));
    const leap = skippedSteps(from.kind, to.kind).length > 0;
    return {
      ...base,
      strength,
      confidence,
      proposed: link.state === "proposed",
      leap,
      negative: link.sign === "harms",
      label: said.join(", "),
      mechanism: link.mechanism,
    };
  }
}

interface Shown {
  readonly id: string;
  readonly kind: CardKind;
  readonly band: BandKey;
  readonly element: Element;
}

/** Where a card that stands so in its band stands in the world. */
function inWorld(spot: Point, band: SceneBand | undefined): Point {
  if (band === undefined) return { x: spot.x, y: spot.y };
  const at = turned(band.axis, spot);
  return turned(band.axis, { x: at.x, y: at.y + band.from });
}

/** Worst severity and count of what was found wrong, by element. What a rule cannot tell is not counted. */
function badgesOf(findings: readonly Finding[]): Map<string, Badge> {
  const order: readonly Severity[] = ["low", "medium", "high"];
  const badges = new Map<string, Badge>();
  for (const finding of findings) {
    if (finding.result !== "violated" || finding.subject === null || finding.severity === "info") continue;
    const severity: Severity = finding.severity === "blocker" ? "high" : finding.severity;
    const old = badges.get(finding.subject.id);
    const worst =
      old !== undefined && order.indexOf(old.severity) > order.indexOf(severity) ? old.severity : severity;
    badges.set(finding.subject.id, { severity: worst, count: (old?.count ?? 0) + 1 });
  }
  return badges;
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
