/*
 * A presentation alone on a page, for measuring. The address says of what: `cards=2000` of a generated map, `chart=trajectory`
 * of a diagram; `frames=8`; `theme=dark`, `lang=fr`.
 */
import "@fontsource-variable/inter/wght.css";
import "../src/kit/index.css";
import { createRoot } from "react-dom/client";
import type { Presented } from "../src/canvas/show/index.ts";
import type { DiagramKind } from "../src/model/canvases.ts";
import { chartOf } from "../src/shell/charts.ts";
import { portfolioOf } from "../src/model/portfolio.ts";
import { canvasWords } from "../src/shell/mapWords.ts";
import { Present } from "../src/shell/present/Present.tsx";
import { WordsProvider, wordsOf } from "../src/words/index.ts";
import { many } from "./charted";
import { generate } from "./generate";
import { mapWords } from "./words";

const query = new URLSearchParams(location.search);
const lang = query.get("lang") === "fr" ? "fr" : "en";
document.documentElement.dataset.theme = query.get("theme") ?? "light";
const words = wordsOf(lang);
const kind = query.get("chart") as DiagramKind | null;
const scene = generate(Number(query.get("cards") ?? 2000), mapWords(lang));
const presented: Presented =
  kind === null
    ? { kind: "map", scene, words: canvasWords(words) }
    : { kind: "chart", chart: chartOf(kind, portfolioOf(many()), "2026-11-26", words), passing: null };
const bounds =
  presented.kind === "chart"
    ? presented.chart.bounds
    : {
        x0: 0,
        y0: 0,
        x1: Math.max(...scene.cards.map((card) => card.x)) + 280,
        y1: Math.max(...scene.cards.map((card) => card.y)) + 120,
      };
const count = Number(query.get("frames") ?? 8);
// From the whole to parts that are read, across and down.
const frames = Array.from({ length: count }, (_, i) => {
  const share = [1, 0.5, 0.25, 0.12][i % 4] ?? 1;
  const [width, height] = [(bounds.x1 - bounds.x0) * share, (bounds.y1 - bounds.y0) * share];
  const along = i / Math.max(1, count - 1);
  return { id: `f${i}`, title: `Part ${i + 1}`, x: bounds.x0 + (bounds.x1 - bounds.x0 - width) * along, y: bounds.y0 + (bounds.y1 - bounds.y0 - height) * along, width, height };
});
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
createRoot(root).render(
  <WordsProvider lang={lang}>
    <Present host={{ fillScreen: async () => false }} presented={presented} isEmpty={false} frames={frames} selection={[]} onLeave={() => Object.assign(window, { left: true })} />
  </WordsProvider>,
);

/** Times between pictures of the window, and what held it for long. */
const seen: number[] = [];
const held: number[] = [];
let last = 0;
const tick = (now: number) => {
  if (last > 0) seen.push(now - last);
  last = now;
  requestAnimationFrame(tick);
};
requestAnimationFrame(tick);
new PerformanceObserver((list) => held.push(...list.getEntries().map((it) => it.duration))).observe({ entryTypes: ["longtask"] });
/** Bitmaps that were made and not given back. */
let bitmaps = 0;
let most = 0;
const make = window.createImageBitmap.bind(window);
window.createImageBitmap = (async (source: ImageBitmapSource) => {
  const made = await make(source);
  bitmaps += 1;
  most = Math.max(most, bitmaps);
  const close = made.close.bind(made);
  made.close = () => {
    bitmaps -= 1;
    close();
  };
  return made;
}) as typeof window.createImageBitmap;
Object.assign(window, { seen, held, bitmaps: () => ({ now: bitmaps, most }), ready: true });
