// Measures how long a throughline takes to light at 10,000 cards, and writes target/bench/lighting.json.
// Usage: npm run bench:lighting [-- CARDS]
//
// One figure is one selection, from the ids to what the next picture is drawn from. Times are processor time of this
// thread's process, so that other work on the machine does not judge them. Budget: one frame, at the 95th percentile.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const BUDGET_MS = 16;
const CARDS = Number(process.argv[2] ?? 10_000);
const EACH = 12;
const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
globalThis.navigator ??= { userAgent: "" };
const server = await createServer({ root: ui, server: { middlewareMode: true }, appType: "custom", logLevel: "error" });
const { lighting } = await server.ssrLoadModule("/bench/lighting.ts");
const map = lighting(CARDS);

const clock = process.platform === "win32" ? () => performance.now() : () => { const { user } = process.cpuUsage(); return user / 1000; };
const at = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
const round = (n) => Math.round(n * 100) / 100;
const kinds = [...new Set(map.cards.map((card) => card.kind))];
const selections = kinds.flatMap((kind) => {
  const all = map.cards.filter((card) => card.kind === kind);
  return Array.from({ length: EACH }, (_, i) => [all[Math.floor((i * all.length) / EACH)].id]);
});
// And many at once: what a marquee over a lane selects.
selections.push(map.cards.filter((card) => card.kind === "initiative").slice(0, 300).map((card) => card.id));
selections.push(map.cards.map((card) => card.id));
for (const ids of selections) map.light(ids);
const took = selections.map((ids) => {
  const start = clock();
  const lit = map.light(ids);
  return { ids: ids.length, first: ids[0], lit, ms: round(clock() - start) };
});
const times = took.map((it) => it.ms).sort((a, b) => a - b);
const worst = [...took].sort((a, b) => b.ms - a.ms).slice(0, 5);
const report = {
  schema: "throughline.bench/1",
  bench: "lighting",
  taken: new Date().toISOString(),
  load: round(loadavg()[0] ?? 0),
  cards: map.cards.length,
  budget_ms: BUDGET_MS,
  median_ms: at(times, 0.5),
  p95_ms: at(times, 0.95),
  worst,
  holds: at(times, 0.95) <= BUDGET_MS,
};
console.log(`${report.cards} cards: median ${report.median_ms} ms, p95 ${report.p95_ms} ms, ${report.holds ? "holds" : "OVER BUDGET"}`);
for (const it of worst) console.log(`  ${it.ms} ms for ${it.ids} selected (${it.first}), ${it.lit} lit`);
const file = process.env.THROUGHLINE_BENCH ?? join(ui, "..", "target", "bench", "lighting.json");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
await server.close();
process.exit(report.holds ? 0 : 1);
