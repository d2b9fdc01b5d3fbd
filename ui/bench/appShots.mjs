// Takes pictures of the application in headless Chromium, to be looked at. Not a test.
// Usage: node bench/appShots.mjs OUT_DIR [NAME...]
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const out = process.argv[2] ?? "target-shots";
const only = process.argv.slice(3);
mkdirSync(out, { recursive: true });
const click = (id) => (page) => page.click(`[data-testid="${id}"]`);
const card = (text) => async (page) => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(400);
};
const ask = (question) => (page) => page.evaluate((it) => window.session.ask(it), question);
const heed = (apart) => (page) => page.evaluate((it) => window.session.heed(it), apart);
const of = (title, noun = "element") => ({ noun, id: title, kind: null, title });
const MERGED = {
  written: 4,
  refused: null,
  remarks: [
    { type: "both", of: of("Booking app"), field: "budget", mine: "420000 EUR", theirs: "390000 EUR" },
    { type: "both", of: of("Full decks in winter"), field: "why.text", mine: "The island loses its doctor otherwise, and with the doctor the school", theirs: "Winter crossings pay for the summer" },
    { type: "both", of: of("Booking app"), field: "state", mine: "paused", theirs: "" },
    { type: "stays", of: of("Pier repair"), removed: "mine" },
    { type: "left_out", of: of("Booking app → Pier repair", "link") },
  ],
};
const kind = (noun, read, lost = 0, from_history = 0, at_least = false) => ({ noun, read, lost, from_history, at_least });
const RECOVERY = {
  file: "/home/ada/skerry.thru",
  copy: "/home/ada/skerry (recovered).thru",
  kinds: [kind("settings", 1), kind("element", 1204, 3, 12), kind("canvas", 1), kind("link", 2310, 0, 40), kind("placement", 1200), kind("reading", 96, 14, 0, true)],
  dropped: [of("Booking app → Ticket gates", "link"), of("Load factor, 2026-09-30", "reading")],
  steps: 118,
  steps_lost: 31,
};
const S = [1280, 800];
const L = [1920, 1080];
const SHOTS = [
  { name: "start", size: S, query: "recent=1" },
  { name: "start-fr-dark", size: S, query: "theme=dark&lang=fr" },
  { name: "start-960", size: [960, 600], query: "recent=1&lang=fr" },
  { name: "empty", size: S, query: "open=empty" },
  { name: "map", size: S, query: "open=demo" },
  { name: "lit", size: [1440, 900], query: "open=demo", act: [card("booking app")] },
  { name: "lit-fr-dark", size: [1440, 900], query: "open=demo&theme=dark&lang=fr", act: [card("booking app")] },
  { name: "lit-1920", size: L, query: "open=demo", act: [card("booking app")] },
  { name: "lit-960", size: [960, 600], query: "open=demo", act: [card("booking app"), click("toggle-findings")] },
  { name: "many", size: L, query: "open=many" },
  { name: "many-side", size: [1440, 900], query: "open=many", act: [click("toggle-findings"), card("grants renewal 4")] },
  { name: "findings", size: [1440, 900], query: "open=demo", act: [click("nav-findings")] },
  { name: "findings-many", size: S, query: "open=many", act: [click("nav-findings"), click("cause-D103")] },
  { name: "findings-many-fr-dark", size: [1440, 900], query: "open=many&lang=fr&theme=dark", act: [click("nav-findings")] },
  { name: "palette", size: S, query: "open=demo", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("book"); }] },
  { name: "palette-empty", size: S, query: "open=demo", act: [card("booking app"), async (p) => p.keyboard.press("Control+k")] },
  { name: "palette-typo-fr-dark", size: S, query: "open=demo&lang=fr&theme=dark", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("bokoing"); }] },
  { name: "palette-beside", size: S, query: "open=many&judge=1", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("grants roads"); }] },
  { name: "palette-findings", size: S, query: "open=many", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("!d103"); }] },
  { name: "palette-nothing", size: S, query: "open=many&theme=dark", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("xylofrage"); }] },
  { name: "palette-sought", size: [1440, 900], query: "open=many", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("!data exchange 9 objective"); await p.keyboard.press("Enter"); }] },
  { name: "palette-1920-fr", size: L, query: "open=demo&lang=fr", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("pass"); }] },
  { name: "palette-960", size: [960, 600], query: "open=many&lang=fr", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("grants roads"); }] },
  { name: "picker", size: S, query: "open=demo", act: [card("booking app"), click("link-up"), async (p) => p.keyboard.type("engi")] },
  { name: "help", size: S, query: "open=demo&lang=fr", act: [async (p) => p.keyboard.press("?")] },
  { name: "menu", size: S, query: "open=demo", act: [click("menu")] },
  { name: "sources", size: S, query: "open=demo", act: [click("nav-sources")] },
  { name: "filter", size: S, query: "open=demo", act: [click("filter"), async (p) => p.keyboard.type("booking")] },
  { name: "filter-fr-dark", size: [1440, 900], query: "open=demo&theme=dark&lang=fr", act: [click("filter"), async (p) => p.keyboard.type("booking")] },
  { name: "filter-lit", size: S, query: "open=demo", act: [click("filter"), async (p) => { await p.keyboard.type("booking"); await p.keyboard.press("Escape"); }, card("booking app")] },
  { name: "filter-many", size: L, query: "open=many", act: [click("filter"), async (p) => { await p.keyboard.type("grants"); await p.keyboard.press("Escape"); await p.keyboard.press("Control+0"); }] },
  { name: "filter-nothing-960", size: [960, 600], query: "open=demo&lang=fr", act: [click("filter"), async (p) => p.keyboard.type("zzz")] },
  { name: "filter-indicators", size: S, query: "open=demo", act: [click("nav-indicators"), click("filter"), async (p) => { await p.keyboard.type("zzz"); await p.keyboard.press("Escape"); }] },
  { name: "about", size: S, query: "open=demo&theme=dark", act: [click("menu"), click("menu-about")] },
  { name: "none-selected", size: [1440, 900], query: "open=many" },
  { name: "drop", size: S, query: "open=demo", act: [async (p) => p.evaluate(() => window.drag({ phase: "over", paths: ["/home/ada/projects-2026.xlsx"] }))] },
  { name: "table", size: S, query: "open=many", act: [click("nav-table")] },
  { name: "fr-960", size: [960, 600], query: "open=demo&lang=fr", act: [card("booking app")] },
  { name: "in-use", size: S, query: "recent=1", act: [ask({ about: "in_use", path: "/home/ada/Portfolio/skerry-ferries.thru", owner: { computer: "LAPTOP-7", process: 1, since: "2026-11-23 09:12" } })] },
  { name: "damaged-fr-dark", size: S, query: "lang=fr&theme=dark&recent=1", act: [ask({ about: "damaged", path: "/home/ada/Portfolio/skerry-ferries.thru" })] },
  { name: "apart", size: S, query: "open=demo", act: [heed({ found: "forked", mine: 2, theirs: 3, waiting: true, why: "" })] },
  { name: "apart-fr-dark", size: L, query: "open=demo&lang=fr&theme=dark", act: [heed({ found: "forked", mine: 1, theirs: 1, waiting: false, why: "" })] },
  { name: "apart-gone", size: S, query: "open=demo", act: [heed({ found: "gone", mine: 0, theirs: 0, waiting: false, why: "" }), click("decide-later")] },
  { name: "merged", size: S, query: "open=demo", act: [ask({ about: "merged", merged: MERGED })] },
  { name: "merged-fr", size: [960, 600], query: "open=demo&lang=fr", act: [ask({ about: "merged", merged: MERGED })] },
  { name: "recovered", size: S, query: "open=demo", act: [ask({ about: "recovered", recovery: RECOVERY })] },
  { name: "recovered-fr-dark", size: S, query: "open=demo&lang=fr&theme=dark", act: [ask({ about: "recovered", recovery: RECOVERY })] },
  { name: "read-only", size: S, query: "open=demo", act: [async (p) => p.evaluate(() => window.session.open("/fake.thru", true))] },
  { name: "added", size: S, query: "open=empty", act: [click("add-objective")] },
];
const server = await createServer({ root: new URL("..", import.meta.url).pathname, server: { port: 5198, strictPort: false }, logLevel: "error" });
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const shot of SHOTS) {
  if (only.length > 0 && !only.includes(shot.name)) continue;
  const page = await browser.newPage({ viewport: { width: shot.size[0], height: shot.size[1] } });
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log(shot.name, m.text().slice(0, 400)));
  page.on("pageerror", (e) => console.log(shot.name, String(e)));
  await page.goto(`${base}bench/app.html?${shot.query}`);
  await page.waitForSelector("main");
  await page.waitForTimeout(500);
  try {
    for (const act of shot.act ?? []) {
      await act(page);
      await page.waitForTimeout(250);
    }
  } catch (error) {
    console.log(shot.name, String(error).split("\n")[0]);
  }
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${out}/${shot.name}.png` });
  await page.close();
}
await browser.close();
await server.close();
