/*
 * The map alone on a page, for looking and measuring. The address says what is shown: `cards=2000` for a
 * generated map, nothing for the demo; `theme=dark`, `lang=fr`, `select=ID`.
 */
import "@fontsource-variable/inter/wght.css";
import "../src/kit/tokens.css";
import type { CanvasKind, Note } from "../src/api/bindings";
import { createCanvas } from "../src/canvas/engine";
import { Projector } from "../src/canvas/project";
import type { MapRecords } from "../src/canvas/records";
import type { Scene } from "../src/canvas/scene";
import { demo, element } from "./demo";
import { generate, hashOf } from "./generate";
import { mapWords } from "./words";

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get("theme") ?? "light";
const words = mapWords(query.get("lang") === "fr" ? "fr" : "en");
const host = document.getElementById("host");
if (host === null) throw new Error("The page has no host element.");

const count = Number(query.get("cards") ?? 0);
const projector = new Projector(words);
const events: unknown[] = [];
/** A list dropped in and nothing linked yet: what the map looks like on the first day. */
const fresh: MapRecords = {
  elements: Array.from({ length: 110 }, (_, i) =>
    i < 6
      ? element(`o${i}`, "objective", `Objective number ${i + 1} of the plan`, "I. Falk")
      : element(
          `w${i}`,
          "initiative",
          `Initiative ${i} as it stands in the list`,
          i % 4 === 0 ? "" : "L. Varga",
        ),
  ),
  links: [],
  placements: [],
  readings: [],
  statuses: [],
  findings: [],
};
const shown: MapRecords = query.has("empty") ? { ...fresh, elements: [] } : query.has("fresh") ? fresh : demo;
const records = as(query.get("kind") as CanvasKind | null, shown);
/** The same records on a canvas of another kind, with notes on it. */
function as(kind: CanvasKind | null, from: MapRecords): MapRecords {
  const seen = ["financial", "customer", "customer", "process", "process", "learning"] as const;
  let n = 0;
  const elements = [...from.elements].map((it) => {
    if (kind !== "scorecard" || it.kind !== "objective") return it;
    const known = seen[n++];
    return known === undefined ? it : { ...it, perspective: { known } };
  });
  const note = (id: string, text: string, x: number, y: number, more: Partial<Note> = {}): Note => ({
    ...{ id, canvas: "map", text, x, y, paper: "sand", about: null, by: "", on: null, locked: false },
    ...more,
  });
  const notes = !query.has("notes")
    ? []
    : [
        note("n1", "Who pays for the second pier if the grant is late?", 60, -230),
        note("n2", "Ask Ada before May: does the winter timetable stand without the new boat, and who says so to the island council?", 292, -230, { paper: "rose", by: "L. Varga" }),
        note("n3", "Parked", 524, -230, { paper: "grey", locked: true }),
        note("n4", "Idea: one ticket\nfor boat and bus", 756, -230, { paper: "mint" }),
        note("n5", "Vote on Friday", 988, -230, { paper: "sky" }),
        note("n6", "Is 92 % honest?", 90, 940, { about: "w3", by: "T. Roche" }),
      ];
  if (kind === null) return { ...from, notes };
  const placements =
    kind !== "free"
      ? []
      : elements.slice(0, 14).map((it, i) => ({
          id: `map.${it.id}`, canvas: "map", element: it.id, pinned: true, locked: i === 3,
          x: 60 + (i % 4) * 320 + (i % 3) * 14, y: Math.floor(i / 4) * 150 + (i % 2) * 30,
        }));
  const frames = kind === "free" ? [{ id: "f", title: "What the council sees", x: 30, y: -40, width: 980, height: 330 }] : [];
  return { ...from, elements, placements, kind, notes, frames, mirrored: query.has("mirrored") };
}

let scene: Scene = count > 0 ? generate(count, words) : projector.project(records, new Set());

/** Times at which pictures were drawn and what each took on the main thread. */
const frames: { at: number; took: number }[] = [];

const map = createCanvas(host, {
  onFrame(took) {
    frames.push({ at: performance.now(), took });
  },
  words,
  onSelect(ids) {
    events.push(["select", ids]);
    if (count > 0) return;
    scene = projector.project(records, new Set(ids));
    map.setScene(scene);
  },
  onMove(moves, notes) {
    events.push(notes.length === 0 ? ["move", moves] : ["move", moves, notes]);
  },
  onConnect({ kind, from, to }) {
    events.push(["connect", kind, from, to]);
  },
  onMechanism(id, text) {
    events.push(["mechanism", id, text]);
  },
  onDuplicate(ids) {
    events.push(["duplicate", ids]);
  },
  onRename(id, title) {
    events.push(["rename", id, title]);
  },
  onAdd(request) {
    events.push(["add", request]);
  },
  onGhost(id) {
    events.push(["ghost", id]);
  },
  onOpen(id) {
    events.push(["open", id]);
  },
  onRemove(ids) {
    events.push(["remove", ids]);
  },
  onMirror() {
    events.push(["mirror"]);
  },
  onNote(note) {
    events.push(["note", note]);
  },
  onBecome(id, as) {
    events.push(["become", id, as]);
  },
  onLock(cards, notes, locked) {
    events.push(["lock", cards, notes, locked]);
  },
  onAnnounce(text) {
    events.push(["announce", text]);
  },
});
const mounting = performance.now();
map.setScene(scene);
const select = query.get("select");
if (select !== null) {
  scene = projector.project(records, new Set(select.split(",")));
  map.setScene(scene);
  map.setSelection(select.split(","));
}
if (query.has("fit")) map.fit(false);
else map.home();
const mounted = performance.now();
await document.fonts.ready;

/** Screen position of the card nearest to a point of the screen, for dragging it. */
function cardNear(x: number, y: number): { x: number; y: number } {
  const view = map.getView();
  let best = { x, y };
  let near = Number.POSITIVE_INFINITY;
  for (const card of scene.cards) {
    const at = { x: (card.x + 120) * view.zoom + view.x, y: (card.y + 44) * view.zoom + view.y };
    const d = Math.hypot(at.x - x, at.y - y);
    if (d < near) {
      near = d;
      best = at;
    }
  }
  return best;
}

Object.assign(window, {
  map,
  events,
  frames,
  facts: {
    cards: scene.cards.length,
    links: scene.links.length,
    hash: hashOf(scene),
    mount: mounted - mounting,
  },
  cardNear,
  scene: () => scene,
  ready: true,
});
