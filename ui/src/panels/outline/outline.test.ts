import { describe, expect, it } from "vitest";
import type { Element, Link } from "../../api/bindings.ts";
import {
  contribution,
  driver,
  finding,
  indicator,
  initiative,
  objective,
  priority,
  stored,
  viewOf,
} from "../../model/fixture.ts";
import { foundOf } from "../../model/found.ts";
import { live } from "../../model/live.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { removalEdits } from "../removal.ts";
import { deeper, movedOut, shallower, takenIn } from "./edits.ts";
import { type Draft, type Row, rowsOf } from "./rows.ts";
import { type Sought, sieveOf } from "./sieve.ts";
import { treeOf } from "./tree.ts";

function part(id: string, from: string, to: string): Link {
  return { id, from, to, kind: "part_of" };
}

interface Given {
  elements: readonly Element[];
  links?: readonly Link[];
  open?: readonly string[];
  sought?: Partial<Sought>;
  found?: readonly Element[];
  draft?: Draft;
  below?: readonly (readonly [string, string | null])[];
}

function outlined({ elements, links = [], open = [], sought, found = [], draft, below = [] }: Given) {
  const portfolio = live(portfolioOf(viewOf(stored(elements, links)).records));
  const tree = treeOf(portfolio.elements, portfolio.linksFrom, new Map(below));
  const findings = foundOf(found.map((it) => finding("D103", it)));
  const asked = { text: "", onlyFound: false, passes: null, touched: new Set<string>(), ...sought };
  const sieve = sieveOf(portfolio.elements.values(), tree, findings, asked);
  const opened = new Map(open.map((key) => [key, true]));
  const rows = rowsOf({ portfolio, tree, sieve, opened, draft: draft ?? null });
  return { portfolio, tree, rows };
}

/** Rows of lanes that hold something, drawn with two spaces a level. */
function drawn(rows: readonly Row[]): string[] {
  return rows
    .filter((row) => row.type !== "lane" || row.all > 0)
    .map((row) => `${"  ".repeat(row.level - 1)}${nameIn(row)}`);
}

function nameIn(row: Row): string {
  if (row.type === "element") return row.element.title;
  if (row.type === "link") return `→ ${row.end.other.title}`;
  if (row.type === "group") return `${row.name} ${row.count}`;
  return row.type === "lane" ? `${row.kind} ${row.count}` : "…";
}

const programme = initiative("i1", "Harbour programme");
const app = initiative("i2", "Booking app");
const pilot = initiative("i3", "Île pilot");
const goal = objective("o1", "Full decks");

describe("the tree of the outline", () => {
  it("stands from why to ground and puts parts below their whole", () => {
    const { rows } = outlined({
      elements: [pilot, app, programme, goal, driver("d1", "Council")],
      links: [part("p1", "i2", "i1"), part("p2", "i3", "i2")],
      open: ["i1", "i2"],
    });
    expect(drawn(rows)).toEqual([
      "driver 1",
      "  Council",
      "objective 1",
      "  Full decks",
      "initiative 3",
      "  Harbour programme",
      "    up 0",
      "    down 0",
      "    Booking app",
      "      up 0",
      "      down 0",
      "      Île pilot",
    ]);
  });

  it("shows every element of a circle of parts once, and ends", () => {
    const elements = [programme, app, pilot, initiative("i4", "Beside")];
    const links = [
      part("p1", "i1", "i2"),
      part("p2", "i2", "i3"),
      part("p3", "i3", "i1"),
      part("p4", "i4", "i3"),
    ];
    const { rows } = outlined({ elements, links, open: ["i1", "i2", "i3", "i4"] });
    const titles = rows.flatMap((row) => (row.type === "element" ? [row.element.id] : []));
    expect(titles.toSorted()).toEqual(["i1", "i2", "i3", "i4"]);
    expect(rows.find((row) => row.key === "i1")?.level).toBe(2);
  });

  it("does not show what is archived, nor links to it; its parts stand by themselves", () => {
    const gone = { ...programme, archived: { on: "2026-10-01", reason: "over" } };
    const links = [part("p1", "i2", "i1"), contribution("l1", "i1", "o1")];
    const { rows } = outlined({ elements: [gone, app, goal], links, open: ["o1"] });
    expect(drawn(rows)).toEqual([
      "objective 1",
      "  Full decks",
      "    up 0",
      "    down 0",
      "initiative 1",
      "  Booking app",
    ]);
  });

  it("tells links from both ends, by what they say, and a place in the tree only once", () => {
    const counted = indicator("m1", "Full sailings");
    const { rows } = outlined({
      elements: [goal, programme, app, counted],
      links: [
        contribution("l1", "i2", "o1"),
        { id: "l2", from: "m1", to: "o1", kind: "measures" },
        { id: "l3", from: "i2", to: "o1", kind: "because" },
        part("p1", "i2", "i1"),
      ],
      open: ["o1", "i1", "i2", "m1", "lane/indicator"],
    });
    expect(drawn(rows)).toEqual([
      "objective 1",
      "  Full decks",
      "    up 0",
      "    down 1",
      "      → Booking app",
      "    measuredBy 1",
      "      → Full sailings",
      "    other 1",
      "      → Booking app",
      "initiative 2",
      "  Harbour programme",
      "    up 0",
      "    down 0",
      "    Booking app",
      "      up 1",
      "        → Full decks",
      "      down 0",
      "      other 1",
      "        → Full decks",
      "indicator 1",
      "  Full sailings",
      "    measures 1",
      "      → Full decks",
    ]);
  });

  it("knows each row’s place among its siblings although most are never drawn", () => {
    const { rows } = outlined({
      elements: [programme, app, pilot],
      links: [part("p1", "i2", "i1"), part("p2", "i3", "i1")],
      open: ["i1"],
    });
    const under = rows.filter((row) => row.level === 3);
    expect(under.map((row) => `${row.at} of ${row.of}`)).toEqual(["1 of 4", "2 of 4", "3 of 4", "4 of 4"]);
    expect(rows.filter((row) => row.level === 1).at(-1)).toMatchObject({ at: 14, of: 14, open: null });
  });

  it("orders priorities by rank, the others by age, and keeps what was put below something there", () => {
    const ranked = [
      priority("p1", "Later"),
      { ...priority("p2", "First"), rank: { known: 1 } } as Element,
      priority("p3", "Added"),
    ];
    const { rows } = outlined({ elements: ranked, below: [["p3", "p2"]] });
    expect(drawn(rows)).toEqual(["priority 3", "  First", "  Added", "  Later"]);
  });

  it("folds the kinds around the line until they are asked for", () => {
    const { rows } = outlined({ elements: [goal, indicator("m1", "Full sailings")] });
    expect(rows.find((row) => row.key === "lane/indicator")?.open).toBe(false);
    expect(rows.find((row) => row.key === "lane/objective")?.open).toBe(true);
  });
});

describe("the filter of the outline", () => {
  const elements = [programme, app, pilot, goal];
  const links = [part("p1", "i2", "i1"), part("p2", "i3", "i2")];

  it("forgives accents and keeps the way to what it finds", () => {
    const { rows } = outlined({ elements, links, sought: { text: "ile" } });
    const seen = rows.flatMap((row) => (row.type === "element" ? [[row.element.title, row.isWay]] : []));
    expect(seen).toEqual([
      ["Harbour programme", true],
      ["Booking app", true],
      ["Île pilot", false],
    ]);
  });

  it("wants every word, in title or owner", () => {
    const owned = { ...app, owner: { known: "Noël" } };
    const { rows } = outlined({ elements: [owned, goal], sought: { text: "noel book" } });
    expect(drawn(rows)).toEqual(["initiative 1", "  Booking app"]);
    expect(outlined({ elements: [owned], sought: { text: "noel harbour" } }).rows).toEqual([]);
  });

  it("shows the parts of what answers", () => {
    const { rows } = outlined({ elements, links, open: ["i1"], sought: { text: "programme" } });
    expect(drawn(rows)).toContain("    Booking app");
  });

  it("can show only what has findings", () => {
    const { rows } = outlined({ elements, found: [pilot], sought: { onlyFound: true } });
    expect(drawn(rows)).toEqual(["initiative 1", "  Île pilot"]);
  });

  it("keeps in sight what was just changed", () => {
    const { rows } = outlined({ elements, sought: { text: "full", touched: new Set(["i3"]) } });
    expect(drawn(rows)).toEqual(["objective 1", "  Full decks", "initiative 1", "  Île pilot"]);
  });
});

describe("changing the tree", () => {
  const elements = [programme, app, pilot];

  it("moves a part in and out in one batch each", () => {
    const { portfolio, tree } = outlined({
      elements,
      links: [part("p1", "i2", "i1"), part("p2", "i3", "i2")],
    });
    expect(takenIn(portfolio, tree, "i3", "i1", () => "n")).toEqual([
      { type: "disconnect", links: ["p2"] },
      { type: "connect", id: "n", from: "i3", to: "i1", kind: "part_of" },
    ]);
    expect(movedOut(portfolio, tree, "i3", () => "n")).toHaveLength(2);
    expect(movedOut(portfolio, tree, "i2", () => "n")).toEqual([{ type: "disconnect", links: ["p1"] }]);
    expect(movedOut(portfolio, tree, "i1", () => "n")).toEqual([]);
  });

  it("does not draw a link that is there already", () => {
    const links = [part("p1", "i3", "i1"), part("p2", "i3", "i2")];
    const { portfolio, tree } = outlined({ elements, links });
    expect(takenIn(portfolio, tree, "i3", "i2", () => "n")).toEqual([{ type: "disconnect", links: ["p1"] }]);
  });

  it("cuts links before it removes elements, which would take them along", () => {
    const { portfolio } = outlined({ elements, links: [part("p1", "i2", "i1")] });
    expect(removalEdits(portfolio, ["i2", "p1"]).map((edit) => edit.type)).toEqual(["disconnect", "remove"]);
  });

  it("puts a new row below the last part of the one above it, and out again", () => {
    const { tree } = outlined({ elements, links: [part("p1", "i2", "i1")] });
    const draft: Draft = { kind: "initiative", whole: null, after: "i1" };
    const inside = deeper(draft, tree);
    expect(inside).toEqual({ kind: "initiative", whole: "i1", after: "i2" });
    expect(inside && shallower(inside, tree)).toEqual(draft);
    expect(deeper({ ...draft, after: null }, tree)).toBeNull();
    expect(shallower(draft, tree)).toBeNull();
  });

  it("draws the new row after everything that stands below its neighbour", () => {
    const draft: Draft = { kind: "initiative", whole: null, after: "i1" };
    const { rows } = outlined({ elements, links: [part("p1", "i2", "i1")], open: ["i1"], draft });
    expect(drawn(rows).slice(-3)).toEqual(["    Booking app", "  …", "  Île pilot"]);
  });
});
