/*
 * The capability map as a chart: nested boxes coloured by importance × gap, and on each at the top its share of the
 * money above its share of the gap. From afar a box tells its heat alone, and what lies in it returns with the zoom.
 */
import type { Portfolio } from "../../model/portfolio";
import type { Chart, Mark } from "../chart/chart";
import type { Box } from "../view";
import { drawAbility, type Face, HEAD_ROOM, legendOf } from "./capabilityDraw";
import { type Ability, type AbilityTree, abilityTree, type Balance } from "./capabilityTree";
import { drawLegend, LEGEND } from "./legend";
import { type Measures, type Packed, packed, place } from "./packing";
import { once, type Speech } from "./speech";

export type CapabilityWord =
  | "label"
  | "none"
  | "emptyTitle"
  | "emptyHint"
  | "mark"
  | "untitled"
  | "assessed"
  | "unassessed"
  | "hottest"
  | "inside"
  | "hidden"
  | "balance"
  | "uncounted"
  | "importance"
  | "money"
  | "gap"
  | "scale"
  | "less"
  | "more"
  | "unknown"
  | "shares"
  | "maturity"
  | "levels";

export type CapabilitySpeech = Speech<CapabilityWord>;

const MEASURES: Measures = { leaf: { w: 184, h: 76 }, gap: 10, inset: 12, shape: 1.55 };
const TOP_LEAF = { w: 232, h: 128 };
/** Room above what lies in a box below the top: its title. */
const HEAD = 38;
/** A box lower than this on the screen tells nothing but its colour, which is then told by the one around it. */
const LEAST = 27;

export function capabilityChart(portfolio: Portfolio, speech: CapabilitySpeech): Chart {
  const tree = abilityTree(portfolio);
  const placed: Placed[] = [];
  const bounds = layOut(tree, (ability, box) => placed.push({ ability, box }));
  const opens = opening(placed, tree.within);
  const most = mostOf(tree);
  const marks = placed.map((it) => markOf(it, tree, opens, most, speech));
  const note =
    tree.deepest > tree.shown ? speech.say("levels", { shown: tree.shown, count: tree.deepest }) : "";
  return {
    label: speech.say(marks.length === 0 ? "none" : "label"),
    axes: "both",
    bounds,
    largest: 1.4,
    opening: { box: bounds, least: 0.16 },
    marks,
    empty: [speech.say("emptyTitle"), speech.say("emptyHint")],
    left: 0,
    top: LEGEND,
    strips: (pen) => drawLegend(pen, legendOf(pen, speech, note)),
  };
}

interface Placed {
  readonly ability: Ability;
  readonly box: Box;
}

/** Parents come before what lies in them. */
function layOut(tree: AbilityTree, put: (ability: Ability, box: Box) => void): Box {
  const pack = (ability: Ability): Packed<Ability> => {
    const isTop = ability.depth === 1;
    const m = isTop && ability.children.length === 0 ? { ...MEASURES, leaf: TOP_LEAF } : MEASURES;
    return packed(ability, ability.children.map(pack), isTop ? HEAD_ROOM : HEAD, m);
  };
  const all = tree.roots.map(pack);
  if (all.length === 0) return { x0: 0, y0: 0, x1: 900, y1: 500 };
  const world: Measures = { ...MEASURES, gap: 20, inset: 0, shape: 1.9 };
  const { size, rows } = packed(null, all as Packed<Ability | null>[], 0, world);
  const box = { x0: 0, y0: 0, x1: size.w, y1: size.h };
  let at = 0;
  const top: Packed<Ability | null> = { item: null, size, children: all, rows, head: 0 };
  place(top, box, world, (item, here) => {
    // Within a box its own measures count, so each is laid out by itself.
    if (item === null || item.depth !== 1) return;
    const node = all[at];
    at += 1;
    if (node !== undefined) place(node, here, MEASURES, put);
  });
  return box;
}

/** How much nearer one has to be for the next level to open. */
const NEXT = 1.15;

/**
 * Zoom from which on each box shows what lies in it: when the smallest of that is worth drawing, all of it is. Boxes
 * come before what lies in them, and open before it does.
 */
function opening(placed: readonly Placed[], within: ReadonlyMap<string, string>): Map<string, number> {
  const boxes = new Map(placed.map(({ ability, box }) => [ability.element.id, box]));
  const opens = new Map<string, number>();
  for (const { ability } of placed) {
    if (ability.children.length === 0) continue;
    let least = 0;
    for (const child of ability.children) {
      const box = boxes.get(child.element.id);
      if (box !== undefined)
        least = Math.max(least, LEAST / Math.min((box.x1 - box.x0) / 2, box.y1 - box.y0));
    }
    const around = opens.get(within.get(ability.element.id) ?? "") ?? 0;
    // Below the top a title has to fit above what lies in the box.
    const titled = ability.depth === 1 ? 0 : 20 / HEAD;
    opens.set(ability.element.id, Math.max(least, titled, around * NEXT));
  }
  return opens;
}

function markOf(
  { ability, box }: Placed,
  tree: AbilityTree,
  opens: ReadonlyMap<string, number>,
  most: number,
  speech: CapabilitySpeech,
): Mark {
  const { element } = ability;
  const balance = tree.balance.get(element.id) ?? null;
  const title = element.title === "" ? speech.say("untitled") : element.title;
  const facts = once(() => factsOf(ability, balance, speech));
  const within = tree.within.get(element.id);
  const appears = within === undefined ? 0 : (opens.get(within) ?? 0);
  const face: Face = {
    title,
    ability,
    balance,
    importance:
      ability.importance === null ? "" : speech.say("importance", { importance: ability.importance }),
    more:
      ability.children.length === 0 && ability.hidden > 0
        ? speech.say("hidden", { count: ability.hidden })
        : "",
    money: bar(balance?.money ?? null, speech.say("money"), speech),
    gap: bar(balance?.gap ?? null, speech.say("gap"), speech),
    most,
    appears,
    opens: opens.get(element.id) ?? null,
  };
  return {
    id: element.id,
    subject: element.id,
    box,
    within,
    title: element.title,
    near: appears,
    get label() {
      return speech.say("mark", { title, facts: facts().join(" ") });
    },
    get tip() {
      return [title, ...facts()].join("\n");
    },
    draw: (pen, at, stance) => drawAbility(pen, at, stance, face),
  };
}

function bar(share: number | null, name: string, speech: CapabilitySpeech): Face["money"] {
  return {
    name,
    share,
    text: share === null ? speech.say("unknown") : speech.percent(Math.round(share * 100)),
  };
}

/** The longest bar fills its track: what is compared is the pairs, and those with each other. */
function mostOf(tree: AbilityTree): number {
  let most = 0.01;
  for (const { money, gap } of tree.balance.values()) most = Math.max(most, money ?? 0, gap ?? 0);
  return most;
}

/** What is known of a capability, in sentences. */
function factsOf(ability: Ability, balance: Balance | null, speech: CapabilitySpeech): string[] {
  const facts: string[] = [];
  const { importance, now, target, own, heat, inside } = ability;
  if (own !== null) {
    facts.push(speech.say("assessed", { importance: importance ?? 0, now: now ?? 0, target: target ?? 0 }));
  } else {
    facts.push(speech.say("unassessed"));
    if (heat !== null) facts.push(speech.say("hottest"));
  }
  if (balance !== null) {
    const share = (it: number | null) =>
      it === null ? speech.say("unknown") : speech.percent(Math.round(it * 100));
    facts.push(
      speech.say("balance", {
        money: share(balance.money),
        gap: share(balance.gap),
        count: balance.reaching,
      }),
    );
    if (balance.uncounted > 0) facts.push(speech.say("uncounted", { count: balance.uncounted }));
  }
  if (inside > 0) facts.push(speech.say("inside", { count: inside }));
  if (ability.hidden > 0 && ability.children.length === 0)
    facts.push(speech.say("hidden", { count: ability.hidden }));
  return facts;
}
