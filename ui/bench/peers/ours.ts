/* Our map as a contender. An edit goes the whole way: the diff into the mirror, the records into a scene, the scene to the engine. */
import "@fontsource-variable/inter/wght.css";
import "../../src/kit/tokens.css";
import { createCanvas } from "../../src/canvas/engine";
import type { Finding } from "../../src/api/bindings";
import { Projector } from "../../src/canvas/project";
import { recordsOf } from "../../src/canvas/records";
import { patched } from "../../src/model/portfolio";
import { CANVAS, changed } from "../records";
import { mapWords } from "../words";
import { enter, given, query } from "./contender";

const words = mapWords("en");
const all = given();
const nothing = () => undefined;
// The first reading of the records is measured by itself (bench/reading.mjs): a peer is given its nodes as well.
const projector = new Projector(words);
let { portfolio } = all;
// As the window does: a list that did not change stays the same.
const findings: readonly Finding[] = [];
let records = recordsOf(portfolio, CANVAS, findings);
projector.project(records, new Set());

await enter(all, (host) => {
  let selected: ReadonlySet<string> = new Set();
  let drawn = 0;
  const show = () => map.setScene(projector.project(records, selected));
  const map = createCanvas(host, {
    words,
    onFrame() {
      drawn += 1;
    },
    onSelect(ids) {
      selected = new Set(ids);
      show();
    },
    onMove: nothing,
    onConnect: nothing,
    onMechanism: nothing,
    onDuplicate: nothing,
    onRename: nothing,
    onAdd: nothing,
    onGhost: nothing,
    onOpen: nothing,
    onRemove: nothing,
    onAnnounce: nothing,
  });
  show();
  if (query.has("near")) map.setView({ x: 40, y: 0, zoom: 0.8 });
  else map.fit(false);
  return {
    setView: (view) => map.setView(view),
    getView: () => map.getView(),
    fit: () => map.fit(false),
    rename(id, title) {
      portfolio = patched(portfolio, changed(portfolio, id, { title }));
      records = recordsOf(portfolio, CANVAS, findings);
      show();
    },
    whole: () => drawn > 0,
    sign: () => String(drawn),
  };
});
