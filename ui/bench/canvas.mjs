// Measures the map beside its peers in the same run and writes target/bench/canvas.json.
// Usage: npm run bench:canvas [-- SIZE...]   (sizes: 500 2000 10000; SECONDS=2.5 of each movement)
//
// The peers: React Flow 12 at 500 and 2,000 cards, Cytoscape.js at 10,000, both MIT, both set up as their own documentation
// advises for many nodes (see the heads of bench/peers/*). All draw the same graph from the same seed with the same cards: title,
// owner and money, grade, two bars, coloured edge; all drop the same content at the same zoom. Ours further gathers cards into blocks
// from afar, which is how it is shipped; a peer has no such thing and draws plain blocks. Our edits go the whole
// way through mirror and projection; those of a peer only change its own node. All pages are built for production. Contenders run in
// the order ours, peer, peer, ours, each in a browser of its own, so that a busier minute does not fall on one of them.
//
// Only ratios are judged, because a ratio within a run is what other work on the machine changes least. Movements are told per presented
// frame and acts (a click that lights a line, an edit, a step taken back) per act, once they have been done before: in a young page most
// of an edit is the browser's compiler at work on code that it meets for the first time (`first`, and `zoom1` for the way through all
// zooms, told and not judged). A peer that shows fewer frames is not helped by it: processor time is that of the whole browser tree, divided by the frames that it showed.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { heapOf, launch, open } from "./browser.mjs";
import { SCENES } from "./scenes.mjs";
import { serve, ui } from "./site.mjs";
import { inWebKit } from "./webkit.mjs";

const PEERS = { 500: "flow", 2000: "flow", 10000: "cytoscape" };
/** Ours to the peer's. */
const LIMIT = { size: 2000, cpu: 0.35, mount: 0.15 };
/** Told, not judged: the browser's compiler at work in a young page, and for each of a contender's functions once. */
const TOLD = new Set(["first", "zoom1"]);
/** Told, not judged: a quiet machine of two cores without a graphics card. */
const AIM = { size: 10000, fps: 55, gap_p95_ms: 34, main_ms: 8 };
const wanted = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = Object.keys(PEERS).map(Number).filter((size) => wanted.length === 0 || wanted.includes(size));
const round = (n) => (n === null || n === undefined || !Number.isFinite(n) ? null : Math.round(n * 100) / 100);

const site = await serve("peers/ours.html", "peers/flow.html", "peers/cytoscape.html");

/** Opens a contender's page and waits until it is shown; its facts. */
async function entered(chrome, contender, size, more = "") {
  const page = await open(chrome.browser, `${site.base}bench/peers/${contender}.html?cards=${size}${more}`);
  await page.waitForFunction(() => window.ready === true, null, { timeout: 180_000 });
  return { page, facts: await page.evaluate(() => window.facts) };
}

/** One turn of one contender: all scenes in a browser of its own. */
async function run(contender, size) {
  const chrome = await launch();
  try {
    const first = await entered(chrome, contender, size, "&near");
    await first.page.close();
    const { page, facts } = await entered(chrome, contender, size);
    await page.client.send("Performance.enable");
    await page.mouse.move(640, 400);
    const scenes = {};
    for (const [name, scene] of Object.entries(SCENES)) {
      // Inputs of the scene before may still be under way where each takes long.
      await page.waitForTimeout(700);
      await page.evaluate(() => window.calm());
      scenes[name] = await scene(page, chrome.root);
    }
    return { facts, mount: facts.mount, mount_near: first.facts.mount, heap: await heapOf(page), scenes, version: chrome.browser.version() };
  } finally {
    await chrome.close();
  }
}

const sum = (runs, of) => runs.reduce((all, it) => all + (of(it) ?? Number.NaN), 0);
const least = (runs, of) => Math.min(...runs.map((it) => of(it) ?? Number.POSITIVE_INFINITY));

/** Two turns of a contender as one row: costs are added up over both, delays are those of the better one. */
function joined(runs) {
  const scenes = {};
  for (const name of Object.keys(SCENES)) {
    const both = runs.map((it) => it.scenes[name]);
    const [frames, acts] = [sum(both, (it) => it.frames), sum(both, (it) => it.acts)];
    const per = acts > 0 ? acts : frames;
    scenes[name] = {
      per: acts > 0 ? "act" : "frame",
      fps: acts > 0 ? null : round(frames / sum(both, (it) => it.seconds)),
      cpu_ms: round(sum(both, (it) => it.cpu) / per),
      main_ms: round(sum(both, (it) => it.main) / per),
      gap_p95_ms: acts > 0 ? null : round(least(both, (it) => it.gap_p95)),
      gap_p99_ms: acts > 0 ? null : round(least(both, (it) => it.gap_p99)),
      delay_ms: round(least(both, (it) => it.act ?? it.delay)),
      delay_p95_ms: round(least(both, (it) => it.act_p95 ?? it.delay_p95)),
    };
  }
  return {
    mount_ms: round(sum(runs, (it) => it.mount) / runs.length),
    mount_near_ms: round(sum(runs, (it) => it.mount_near) / runs.length),
    heap_mb: round(sum(runs, (it) => it.heap) / runs.length),
    scenes,
  };
}

const pad = (it, width) => String(it ?? "–").padStart(width);
const results = [];
let version = "";
for (const size of sizes) {
  const peer = PEERS[size];
  const turns = { ours: [], peer: [] };
  let facts = null;
  for (const who of ["ours", "peer", "peer", "ours"]) {
    const turn = await run(who === "ours" ? "ours" : peer, size);
    if (facts !== null && facts.hash !== turn.facts.hash) throw new Error("The contenders drew different graphs.");
    ({ facts, version } = turn);
    turns[who].push(turn);
  }
  const [ours, theirs] = [joined(turns.ours), joined(turns.peer)];
  const ratios = { mount: round(ours.mount_ms / theirs.mount_ms), mount_near: round(ours.mount_near_ms / theirs.mount_near_ms), heap: round(ours.heap_mb / theirs.heap_mb) };
  for (const name of Object.keys(SCENES)) ratios[name] = round(ours.scenes[name].cpu_ms / theirs.scenes[name].cpu_ms);
  const judged = size === LIMIT.size;
  const failed = judged
    ? [...Object.keys(SCENES).filter((name) => !TOLD.has(name) && ratios[name] !== null && ratios[name] > LIMIT.cpu), ...(ratios.mount > LIMIT.mount ? ["mount"] : [])]
    : [];
  const { hash, cards, links } = facts;
  console.log(`\n${cards} cards, ${links} links, graph ${hash}: ours against ${peer}${judged ? ` (to hold: ≤ ${LIMIT.cpu}, mount ≤ ${LIMIT.mount})` : ""}`);
  console.log("scene      per     cpu ms  peer   ratio   main ms  peer     fps  peer   p95 ms  peer   p99 ms  delay ms  peer");
  for (const name of Object.keys(SCENES)) {
    const [a, b] = [ours.scenes[name], theirs.scenes[name]];
    console.log(
      `${name.padEnd(10)} ${a.per.padEnd(5)} ${pad(a.cpu_ms, 8)} ${pad(b.cpu_ms, 7)} ${pad(ratios[name], 6)} ${pad(a.main_ms, 8)} ${pad(b.main_ms, 7)} ${pad(a.fps, 6)} ${pad(b.fps, 6)} ${pad(a.gap_p95_ms, 7)} ${pad(b.gap_p95_ms, 7)} ${pad(a.gap_p99_ms, 7)} ${pad(a.delay_ms, 8)} ${pad(b.delay_ms, 7)}${failed.includes(name) ? "  OVER" : ""}`,
    );
  }
  console.log(`mount      whole ${pad(ours.mount_ms, 8)} ${pad(theirs.mount_ms, 7)} ${pad(ratios.mount, 6)}${failed.includes("mount") ? "  OVER" : ""}`);
  console.log(`mount      near  ${pad(ours.mount_near_ms, 8)} ${pad(theirs.mount_near_ms, 7)} ${pad(ratios.mount_near, 6)}`);
  console.log(`heap MB          ${pad(ours.heap_mb, 8)} ${pad(theirs.heap_mb, 7)} ${pad(ratios.heap, 6)}`);
  const aims =
    size === AIM.size
      ? Object.fromEntries(Object.entries(ours.scenes).filter(([, it]) => it.per === "frame").map(([name, it]) => [name, it.fps >= AIM.fps && it.gap_p95_ms <= AIM.gap_p95_ms && it.main_ms <= AIM.main_ms]))
      : null;
  if (aims !== null) console.log(`${AIM.fps} fps, p95 ≤ ${AIM.gap_p95_ms} ms, main ≤ ${AIM.main_ms} ms a frame: ${Object.entries(aims).map(([name, is]) => `${name} ${is ? "reached" : "missed"}`).join(", ")}`);
  results.push({ hash, cards, links, peer, ours, theirs, ratios, failed, aims });
}
const webkit = await inWebKit(site.base, sizes.filter((size) => size >= 2000));
await site.close();

const holds = results.every((it) => it.failed.length === 0);
const report = {
  schema: "throughline.bench/1",
  bench: "canvas",
  taken: new Date().toISOString(),
  machine: { cpus: cpus().length, model: cpus()[0]?.model ?? "", load: round(loadavg()[0] ?? 0) },
  browser: version,
  viewport: [1280, 800],
  limit: LIMIT,
  aim: AIM,
  holds,
  sizes: results,
  webkit,
};
const file = process.env.THROUGHLINE_BENCH ?? join(ui, "..", "target", "bench", "canvas.json");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
process.exit(holds ? 0 : 1);
