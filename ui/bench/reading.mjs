// Measures at 10,000 elements how long records take to become a scene: the first time, and after each kind of edit. Writes
// target/bench/reading.json. Usage: npm run bench:reading [-- CARDS]
//
// Times are processor time of this process, so that other work on the machine does not judge them; a kind of edit is told by the
// median of its tries. Budget: 200 ms for the first reading; one frame for an edit, from diff to what the next picture is drawn from.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { ui } from "./site.mjs";

const BUDGET = { first_ms: 200, edit_ms: 33 };
const CARDS = Number(process.argv[2] ?? 10_000);
const TRIES = Number(process.env.TRIES ?? 15);
globalThis.navigator ??= { userAgent: "" };
// Built as it is shipped: what is loaded module by module for development is a few times slower.
const outDir = mkdtempSync(join(tmpdir(), "throughline-bench-"));
await build({ root: ui, logLevel: "error", ssr: { noExternal: true }, build: { ssr: join(ui, "bench", "reading.ts"), outDir, emptyOutDir: true } });
const { reading } = await import(pathToFileURL(join(outDir, "reading.js")).href);
rmSync(outDir, { recursive: true });

const clock = () => process.cpuUsage().user / 1000;
const round = (n) => Math.round(n * 10) / 10;
const timed = (act) => {
  const start = clock();
  act();
  return clock() - start;
};
const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const all = reading(CARDS);
const first = timed(() => all.first());
all.mount();
console.log(`${CARDS} cards, graph ${all.hash}: first reading ${round(first)} ms (budget ${BUDGET.first_ms})`);
const edits = {};
for (const act of all.acts) {
  const parts = { mirror: [], read: [], tell: [] };
  for (let n = 0; n < TRIES; n += 1) {
    const changes = all.prepare(act, n);
    parts.mirror.push(timed(() => all.mirror(changes)));
    let scene;
    parts.read.push(timed(() => { scene = all.read(); }));
    parts.tell.push(timed(() => all.tell(scene)));
  }
  const of = Object.fromEntries(Object.entries(parts).map(([name, list]) => [`${name}_ms`, round(middle(list))]));
  const sum = of.mirror_ms + of.read_ms + of.tell_ms;
  edits[act] = { ...of, sum_ms: round(sum), holds: sum <= BUDGET.edit_ms };
  console.log(`  ${act.padEnd(13)} mirror ${of.mirror_ms}  read ${of.read_ms}  engine ${of.tell_ms}  = ${round(sum)} ms  ${edits[act].holds ? "holds" : "OVER BUDGET"}`);
}
const holds = first <= BUDGET.first_ms && Object.values(edits).every((it) => it.holds);
const report = { schema: "throughline.bench/1", bench: "reading", taken: new Date().toISOString(), load: loadavg()[0], cards: CARDS, hash: all.hash, budget: BUDGET, first_ms: round(first), edits, holds };
const file = process.env.THROUGHLINE_BENCH ?? join(ui, "..", "target", "bench", "reading.json");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
process.exit(holds ? 0 : 1);
