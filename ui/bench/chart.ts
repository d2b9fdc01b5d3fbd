/*
 * One chart alone on a page, for looking. The address says what is shown: `kind=capability`, `delivery`, `trajectory` or `xmatrix`;
 * `data=sample` (the built-in one), `ferries`, `bare` (91 initiatives), `many` (2,000), `deep`, `empty`; `theme=dark`,
 * `lang=fr`, `select=ID`, `fit`.
 */
import "@fontsource-variable/inter/wght.css";
import "../src/kit/tokens.css";
import { createChart } from "../src/canvas/chart/index";
import { settingsOf } from "../src/api/fakeRecords";
import { portfolioOf } from "../src/model/portfolio";
import { chartOf } from "../src/shell/charts";
import { chartWords } from "../src/shell/chartWords";
import { wordsOf } from "../src/words/index";
import { bare, deep, ferries, many, sampled } from "./charted";

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get("theme") ?? "light";
const lang = query.get("lang") === "fr" ? "fr" : "en";
const words = wordsOf(lang);
const host = document.getElementById("host");
if (host === null) throw new Error("The page has no host element.");

const data = query.get("data") ?? "sample";
const records = data === "ferries" ? ferries() : data === "bare" ? bare() : data === "many" ? many(Number(query.get("count") ?? 2000)) : data === "deep" ? deep() : data === "empty" ? [{ type: "settings" as const, record: settingsOf("") }] : sampled(lang);
const KINDS = { capability: "capability_map", delivery: "delivery_outcome", trajectory: "trajectory", xmatrix: "x_matrix" } as const;
const kind = KINDS[(query.get("kind") ?? "capability") as keyof typeof KINDS];
const portfolio = portfolioOf(records);
const events: unknown[] = [];
const frames: number[] = [];
const start = performance.now();
const made = chartOf(kind, portfolio, "2026-11-26", words);
const took = performance.now() - start;
const chart = createChart(host, {
  words: chartWords(words),
  onFrame: (ms) => frames.push(ms),
  onSelect: (ids) => events.push(["select", ids]),
  onOpen: (mark) => events.push(["open", mark.id]),
  onAct: (mark, act) => events.push(["act", mark.id, act]),
  onRename: (id, title) => events.push(["rename", id, title]),
  onDrag: (it) => events.push(["drag", it.mark.id, it.part, it.x0, it.x1]),
});
chart.setChart(made);
if (query.has("fit")) chart.fit(false);
const select = query.get("select");
if (select !== null) chart.setSelection(select.split(","));
await document.fonts.ready;
Object.assign(window, { chart, made, events, frames, took, ready: true });
