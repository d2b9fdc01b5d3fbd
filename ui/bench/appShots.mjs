// Takes pictures of the application in headless Chromium, to be looked at. Not a test.
// Usage: node bench/appShots.mjs OUT_DIR [NAME...], or `node bench/appShots.mjs ../docs/pictures gallery` for those of the gallery.
// The rules are those of the command line, when it has been built: target/debug/thru, or what THRU names.
// PORTFOLIO names a portfolio that stands in the place of the built-in sample.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const out = process.argv[2] ?? "target-shots";
const only = process.argv.slice(3);
const thru = process.env.THRU ?? new URL("../../target/debug/thru", import.meta.url).pathname;
const ruleTexts = (lang) =>
  existsSync(thru) ? JSON.parse(execFileSync(thru, ["rule", "--format", "json", "--lang", lang]).toString()).rules : [];
/** The built-in sample in a language, or another portfolio, as the command line tells it. */
function sample(lang) {
  if (!existsSync(thru)) return null;
  const at = mkdtempSync(join(tmpdir(), "sample-"));
  const run = (...args) => execFileSync(thru, args, { cwd: at, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 30 }).toString();
  const asOf = "2026-11-26";
  if (process.env.PORTFOLIO) copyFileSync(process.env.PORTFOLIO, join(at, "s.thru"));
  else {
    run("new", "s.thru");
    run("import", "s.thru", new URL(`../../src-tauri/portfolio/samples/hospital.${lang}.json`, import.meta.url).pathname);
  }
  run("export", "s.thru", "--to", "s.json");
  const document = JSON.parse(readFileSync(join(at, "s.json"), "utf8"));
  const told = (what) => JSON.parse(run(what, "s.thru", "--as-of", asOf, "--format", "json", "--lang", lang));
  const { findings, coverage, pack } = told("check");
  const [score, myths] = [told("score"), told("myths")];
  rmSync(at, { recursive: true });
  return { document, findings, idle: coverage.idle, pack, score, myths, asOf };
}
/** What an import of a workbook, that of the fixtures or what WORKBOOK names, would recognise. */
const inspected = existsSync(thru)
  ? JSON.parse(execFileSync(thru, ["inspect", process.env.WORKBOOK ?? new URL("../../tests/fixtures/imports/xlsx/valmere-digital.input.xlsx", import.meta.url).pathname, "--format", "json"]).toString())
  : null;
/** The sample as leadership receives it: a page of its own, without the application. */
function snapshot(page) {
  const at = mkdtempSync(join(tmpdir(), "snapshot-"));
  execFileSync(thru, ["new", "s.thru"], { cwd: at, stdio: "ignore" });
  execFileSync(thru, ["import", "s.thru", new URL("../../src-tauri/portfolio/samples/hospital.en.json", import.meta.url).pathname], { cwd: at, stdio: "ignore" });
  execFileSync(thru, ["snapshot", "s.thru", "--to", "s.html"], { cwd: at, stdio: "ignore" });
  return page.goto(`file://${at}/s.html`);
}
const samples = { en: sample("en"), fr: sample("fr") };
const rules = { en: ruleTexts("en"), fr: ruleTexts("fr") };
mkdirSync(out, { recursive: true });
const see = (id) => async (page) => page.locator(`[data-testid="${id}"]`).scrollIntoViewIfNeeded();
const wait = (ms) => (page) => page.waitForTimeout(ms);
const click = (id) => (page) => page.click(`[data-testid="${id}"]`);
const card = (text) => async (page) => {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(400);
};
const gallery = async (page) => {
  await page.click('[data-testid="canvas-switch"]');
  await page.click('[data-testid="menu-new-canvas"]');
  await page.waitForTimeout(300);
};
/** A frame of what is seen, made smaller by keys where it lies. */
async function heldFrame(p) {
  await p.locator(".tl-canvas-surface").focus();
  await p.keyboard.press("Shift+F");
  await p.keyboard.press("Enter");
  await p.locator(".frame-row [aria-haspopup]").first().click();
  await p.getByTestId("menu-hold").click();
  await p.waitForTimeout(300);
  for (let n = 0; n < 12; n += 1) await p.keyboard.press("Shift+ArrowUp");
  for (let n = 0; n < 12; n += 1) await p.keyboard.press("Shift+ArrowLeft");
  for (let n = 0; n < 4; n += 1) await p.keyboard.press("ArrowDown");
  await p.waitForTimeout(800);
}
const KINDS = ["strategy_map", "scorecard", "benefits_map", "x_matrix", "capability_map", "trajectory", "delivery_outcome", "free"];
const canvas = (kind) => async (page) => {
  await gallery(page);
  await page.click(`[data-testid="kind-${kind}"]`);
  await page.click('[data-testid="canvas-make"]');
  await page.waitForTimeout(900);
};
/** Forty canvases, one of them with a title that is too long for any bar. */
const manyCanvases = async (page) => {
  await page.evaluate((kinds) => {
    const { store } = window.session.snapshot();
    const long = "Steering committee of the transformation programme, autumn review, with everything that was asked for in the spring";
    const edits = Array.from({ length: 39 }, (_, i) => ({ type: "add_canvas", id: `zz${String(i).padStart(2, "0")}`, kind: kinds[(i * 3) % 8], title: i === 4 ? long : `${["Board pack", "Workshop North", "Steering", "Finance review"][i % 4]} ${2027 + Math.floor(i / 4)}` }));
    return store.edit(edits);
  }, KINDS);
  await page.keyboard.press("Control+PageDown");
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("Control+PageDown");
  await page.waitForTimeout(900);
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
const salvaged = (noun, read, lost = 0, from_history = 0, at_least = false) => ({ noun, read, lost, from_history, at_least });
const RECOVERY = {
  file: "/home/ada/skerry.thru",
  copy: "/home/ada/skerry (recovered).thru",
  kinds: [salvaged("settings", 1), salvaged("element", 1204, 3, 12), salvaged("canvas", 1), salvaged("link", 2310, 0, 40), salvaged("placement", 1200), salvaged("reading", 96, 14, 0, true)],
  dropped: [of("Booking app → Ticket gates", "link"), of("Load factor, 2026-09-30", "reading")],
  steps: 118,
  steps_lost: 31,
};
/** Keys in the outline. */
const press = (...keys) => async (page) => {
  await page.focus('[data-testid="outline"]');
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
};
const fill = (id, text) => (page) => page.fill(`[data-testid="${id}"]`, text);
/** Opens the menu of the selected element and chooses. */
const whole = (entry) => async (page) => {
  await page.click('[data-testid="element-menu"]');
  await page.click(`[data-testid="menu-${entry}"]`);
};
const type = (text) => async (page) => page.keyboard.type(text);
const enter = async (page) => page.keyboard.press("Enter");
const down = (by = 900) => async (page) => page.locator(".insp").evaluate((it, top) => it.scrollTo(0, top), by);
/** Selects every card of the map. */
const all = async (page) => {
  await page.focus('[data-testid="map"], .map-place [tabindex="0"]');
  await page.keyboard.press("Control+a");
};
/** Shows the whole map. */
const fitted = async (page) => {
  await page.focus(".tl-canvas-surface");
  await page.keyboard.press("0");
  await page.waitForTimeout(800);
};
/** Colours the map by something. */
const overlaid = (kind) => async (page) => {
  await page.click('[data-testid="overlay"]');
  await page.click(`[data-testid="menu-overlay-${kind}"]`);
  await page.waitForTimeout(400);
};
/** Selects three cards of a row. */
const several = async (page) => {
  await page.focus(".tl-canvas-surface");
  await page.mouse.click(412, 395);
  await page.keyboard.down("Shift");
  for (const x of [602, 222]) await page.mouse.click(x, 395);
  await page.keyboard.up("Shift");
  await page.waitForTimeout(500);
};
/** Frames on the canvas, as somebody made them; without a list the two that most people would make. */
const framed = (list) => async (page) => {
  await page.evaluate((list) => {
    const { store } = window.session.snapshot();
    const canvas = [...store.state.portfolio.canvases.keys()][0];
    const french = window.session.words.lang === "fr";
    const two = [
      [french ? "Pourquoi nous sommes là" : "Why we are here", 20, 10, 1320, 400],
      [french ? "De ce que nous savons faire au travail" : "From what we can do to the work", 20, 410, 1080, 420],
      [french ? "Le travail lui-même" : "The work itself", 20, 540, 800, 260],
    ];
    return store.edit([{ type: "set_frames", canvas, frames: (list ?? two).map(([title, x, y, width, height], i) => ({ id: `f${i}`, title, x, y, width, height })) }]);
  }, list);
  await page.waitForTimeout(300);
};
/** Begins to present and goes so many frames on. */
const present = (steps = 0) => async (page) => {
  await page.keyboard.press("F5");
  await page.waitForTimeout(700);
  for (let i = 0; i < steps; i += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(400);
  }
};
/** All that has a card, in rows on a free canvas that is empty. */
const strewn = (columns = 10) => async (page) => {
  await page.evaluate((columns) => {
    const { store } = window.session.snapshot();
    const { canvases, elements } = store.state.portfolio;
    const canvas = [...canvases.values()].findLast((it) => it.kind === "free").id;
    const kinds = ["driver", "priority", "objective", "outcome", "change", "capability", "initiative", "system", "team"];
    const all = [...elements.values()].filter((it) => kinds.includes(it.kind));
    return store.edit([{ type: "place", canvas, moves: all.map(({ id }, i) => ({ element: id, x: (i % columns) * 264, y: Math.floor(i / columns) * 132 })) }]);
  }, columns);
  await page.waitForTimeout(400);
};
/** Shows everything. */
const far = async (page) => {
  await page.focus(".tl-canvas-surface");
  await page.keyboard.press("Control+0");
  await page.waitForTimeout(600);
};
/** A free canvas in the middle of a workshop: one line of the sample, what somebody asked about it, and a frame. */
const workshop = async (page) => {
  await page.evaluate(() => {
    const { store } = window.session.snapshot();
    const { canvases, placements } = store.state.portfolio;
    const canvas = [...canvases.keys()][0];
    const at = { "o-wait": [300, 0], "o-beds": [610, 0], "u-wait": [300, 160], "u-bedflow": [610, 160], "c-triage": [300, 320], "c-discharge": [610, 320], "i-frontdoor": [300, 480], "i-bedboard": [610, 480] };
    const moves = Object.entries(at).map(([element, [x, y]]) => ({ element, x, y }));
    const note = (id, text, x, y, paper, about = null) => ({ id, canvas, text, x, y, paper, about, by: "", on: "2026-11-26", locked: false });
    const notes = [
      note("n1", "Who greets walk-ins at night?", 44, 10, "sand"),
      note("n2", "Ask the front desk before we promise a date", 880, 300, "sky"),
      note("n3", "Nearly delivered, and nobody triages with it yet", 44, 470, "rose", "i-frontdoor"),
    ];
    const others = [...placements.values()].filter((it) => it.canvas === canvas && !(it.element in at)).map((it) => it.element);
    return store.edit([{ type: "unplace", canvas, elements: others }, { type: "place", canvas, moves }, { type: "remove_notes", notes: ["n1", "n2"] }, { type: "put_notes", notes }, { type: "set_frames", canvas, frames: [{ id: "f1", title: "The front door, for Thursday", x: 270, y: 130, width: 610, height: 470 }] }]);
  });
  await page.waitForTimeout(300);
  await far(page);
};
/** Rows of the outline on their way onto the canvas, and dropped where `dropped`. */
const dragged = (dropped = false) => async (page) => {
  await page.click('[data-testid="toggle-outline"]');
  await page.waitForTimeout(400);
  const rows = page.locator(".outline .is-element");
  for (const n of [3, 4, 6]) await rows.nth(n).click({ modifiers: ["Control"] });
  const box = await rows.nth(4).boundingBox();
  await page.mouse.move(box.x + 90, box.y + 12);
  await page.mouse.down();
  for (let i = 0; i <= 12; i += 1) await page.mouse.move(box.x + 90 + i * 30, box.y + 12 + i * 12);
  await page.waitForTimeout(200);
  if (dropped) await page.mouse.up();
  await page.waitForTimeout(600);
};
/** A row of the table on its way, over the place of the map. */
const overRail = async (page) => {
  const box = await page.locator(".table-glyph").nth(2).boundingBox();
  await page.mouse.move(box.x + 12, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 40);
  const rail = await page.locator('[data-testid="nav-map"]').boundingBox();
  await page.mouse.move(rail.x + 30, rail.y + 25);
  await page.waitForTimeout(900);
  await page.mouse.move(640, 400);
  await page.waitForTimeout(300);
};
/** The light follows the mouse in a bow. */
const pointed = async (page) => {
  await page.keyboard.press("l");
  for (let i = 0; i <= 24; i += 1) {
    await page.mouse.move(700 + i * 16, 420 - Math.sin(i / 5) * 120);
    await page.waitForTimeout(8);
  }
  await page.screenshot({ path: `${out}/present-laser-now.png` });
};
/** From the page of findings to a place of the first finding of a rule, by its letter, and back where that is asked. */
const place = (code, ...keys) => async (page) => {
  await page.keyboard.press("Control+3");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(`!${code}`);
  await page.waitForTimeout(300);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(500);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(1200);
  }
};
const room = (page) => page.evaluate(() => document.documentElement.toggleAttribute("data-room", true));
/** Work that nobody gave dates, and the tray of it in sight. */
const undated = (page) =>
  page.evaluate(() => window.session.snapshot().store.edit(["Ward tablets", "Night bus for shifts"].map((title, i) => ({ type: "add_element", id: `undated${i}`, kind: "initiative", title, spot: null }))));
const tray = async (page) => {
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 9000);
};
/** A name on its way into time. */
const halfway = async (page) => {
  await page.mouse.move(150, 610);
  await page.mouse.down();
  for (let x = 160; x <= 620; x += 20) await page.mouse.move(x, 612);
};
const cell = (row, column) => `[data-row="${row}"] > [data-column="${column}"]`;
const range = (row, column, lastRow, lastColumn) => async (page) => {
  await page.click(cell(row, column));
  await page.click(cell(lastRow, lastColumn), { modifiers: ["Shift"] });
};
const edit = (column) => async (page) => {
  await page.dblclick(`[data-row] > [data-column="${column}"] >> nth=1`);
};
const paste = (text) => async (page) => {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData("text/plain", given);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
};
const column = (name) => async (page) => {
  await page.click('button:has-text("Columns")');
  await page.click(`[data-testid="menu-column-${name}"]`);
  await page.keyboard.press("Escape");
};
const lastRow = (page) => page.keyboard.press("Control+ArrowDown");
const kind = (name) => async (page) => {
  await page.click('[data-testid="table-kind"]');
  await page.click(`[role="option"][data-key="${name}"]`);
};
const readOnly = async (page) => {
  await page.evaluate(() => window.session.open("/fake.thru", true));
  await page.waitForTimeout(400);
};
/** What the names of the pictures of the gallery begin with; there they go without it. */
const GALLERY = "gallery-";
const edited = async (page) => {
  const set = (element, field, value) => page.evaluate((edit) => window.session.snapshot().store.edit([edit]), { type: "set", element, patch: { field, value } });
  await set("o-turnover", "title", "Nurse turnover under 9 %");
  await set("o-turnover", "owner", { known: "S. Lindgren" });
  await set("i-archive", "state", { known: "paused" });
  await set("i-chatbot", "owner", { known: "E. Joubert" });
  await set("i-roster", "tags", ["wards", "wave 1"]);
  await page.evaluate(() => window.session.snapshot().store.edit([{ type: "add_element", id: "new", kind: "outcome", title: "Fewer shifts filled by agencies", spot: null }]));
  await page.evaluate(() => window.session.snapshot().store.edit([{ type: "archive", elements: ["i-intranet", "i-hosting"], on: "2026-11-26", reason: "done" }]));
  await page.evaluate(() => window.session.snapshot().store.edit([{ type: "set_rule", code: "M105", setting: { off: false, severity: null, parameters: { priorities: 6 } } }]));
};
const S = [1280, 800];
const L = [1920, 1080];
/** Opens the question what a picture shall show, and chooses. */
const pictured = (...choices) => async (p) => {
  await p.keyboard.press("Control+Shift+e");
  await p.waitForTimeout(400);
  for (const said of choices) await p.getByRole("radio", { name: said, exact: true }).click();
  await p.waitForTimeout(300);
};
const SHOTS = [
  { name: "start", size: S, query: "recent=1" },
  { name: "start-fr-dark", size: S, query: "theme=dark&lang=fr" },
  { name: "start-960", size: [960, 600], query: "recent=1&lang=fr" },
  { name: "empty", size: S, query: "open=empty" },
  { name: "map", size: S, query: "open=demo" },
  { name: "frames", size: S, query: "open=demo", act: [framed(), click("frames")] },
  { name: "frames-active-dark-fr", size: L, query: "open=demo&theme=dark&lang=fr", act: [framed(), click("frames"), async (p) => p.locator('[data-testid="frame-tab"]').nth(1).click()] },
  { name: "frames-none", size: S, query: "open=demo", act: [click("frames")] },
  { name: "present-1", size: L, query: "open=demo", act: [framed(), present()] },
  { name: "present-3-dark-fr", size: L, query: "open=demo&theme=dark&lang=fr", act: [framed(), present(2)] },
  { name: "present-whole", size: L, query: "open=demo", act: [present()] },
  { name: "present-line", size: L, query: "open=demo", act: [card("booking app"), present(1)] },
  { name: "present-sample", size: L, query: "open=sample", act: [framed(), present(1)] },
  { name: "present-sample-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [framed(), present(0)] },
  { name: "present-2000", size: L, query: "open=2000", act: [present()] },
  { name: "present-black", size: S, query: "open=demo", act: [framed(), present(), (p) => p.keyboard.press("b")] },
  { name: "present-laser", size: L, query: "open=demo", act: [framed(), present(1), pointed] },
  { name: "present-empty", size: S, query: "open=empty&lang=fr", act: [present()] },
  { name: "frames-help-fr", size: L, query: "open=demo&lang=fr", act: [(p) => p.keyboard.press("F1")] },
  { name: "present-forced", size: S, query: "open=demo", act: [(p) => p.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" }), framed(), present(1)] },
  { name: "frames-forced", size: S, query: "open=demo", act: [(p) => p.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" }), framed(), click("frames"), async (p) => p.locator('[data-testid="frame-tab"]').nth(1).click()] },
  { name: "room-inspect", size: S, query: "open=demo", act: [room, card("booking app"), click("menu")] },
  { name: "room", size: L, query: "open=demo", act: [room] },
  { name: "room-dark-fr", size: L, query: "open=demo&theme=dark&lang=fr", act: [framed(), room, card("booking app"), click("frames")] },
  ...[["", "open=sample"], ["-2000", "open=2000"], ["-fr-dark", "open=sample&lang=fr&theme=dark"]].flatMap(([name, query]) => {
    const press = (...keys) => async (p) => {
      await p.locator(".tl-canvas-surface").focus();
      for (const key of keys) await p.keyboard.press(key);
      await p.waitForTimeout(500);
    };
    const title = query.includes("2000") ? "Archive move 7" : query.includes("fr") ? "Application de tri" : "Front-door triage app";
    return [
      { name: `new-removed${name}`, size: L, query, act: [card(title), press("Delete"), wait(400)] },
      { name: `new-find${name}`, size: L, query: query, act: [press("Control+f"), type(query.includes("2000") ? "Roads" : "Haddad"), wait(600)] },
      { name: `new-frame${name}`, size: L, query, act: [card(title), press("Shift+F"), wait(400)] },
      { name: `new-arrange${name}`, size: L, query, act: [card(title), press("Control+a"), wait(600)] },
      { name: `new-cell${name}`, size: L, query, act: [canvas("x_matrix"), press("ArrowUp", "ArrowRight", "ArrowUp"), wait(300)] },
    ];
  }),
  { name: "card-key", size: S, query: "open=sample", act: [card("Front-door triage app"), click("card-key")] },
  { name: "card-key-fr-dark", size: L, query: "open=sample&theme=dark&lang=fr", act: [all, click("card-key")] },
  { name: "lit", size: [1440, 900], query: "open=demo", act: [card("booking app")] },
  { name: "lit-fr-dark", size: [1440, 900], query: "open=demo&theme=dark&lang=fr", act: [card("booking app")] },
  { name: "lit-1920", size: L, query: "open=demo", act: [card("booking app")] },
  { name: "lit-960", size: [960, 600], query: "open=demo", act: [card("booking app"), click("toggle-findings")] },
  { name: "far-2000", size: S, query: "open=2000", act: [async (p) => { await p.keyboard.press("Control+0"); await p.waitForTimeout(600); }] },
  { name: "far-2000-fr-dark", size: L, query: "open=2000&lang=fr&theme=dark", act: [async (p) => { await p.keyboard.press("Control+0"); await p.waitForTimeout(600); }] },
  { name: "far-2000-lit", size: S, query: "open=2000", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("permit portal 8"); await p.keyboard.press("Enter"); await p.waitForTimeout(400); await p.keyboard.press("Control+0"); await p.waitForTimeout(700); }] },
  { name: "overlay-owner", size: S, query: "open=demo", act: [overlaid("owner")] },
  { name: "overlay-owner-fr-dark", size: L, query: "open=demo&lang=fr&theme=dark", act: [overlaid("owner")] },
  { name: "overlay-money", size: S, query: "open=demo", act: [overlaid("money")] },
  { name: "overlay-freshness-fr", size: S, query: "open=demo&lang=fr", act: [overlaid("freshness")] },
  { name: "overlay-severity-dark", size: S, query: "open=demo&theme=dark", act: [overlaid("severity")] },
  { name: "overlay-outcome", size: S, query: "open=demo", act: [overlaid("outcome")] },
  { name: "overlay-outcome-2000", size: S, query: "open=2000", act: [overlaid("outcome"), async (p) => { await p.keyboard.press("Control+0"); await p.waitForTimeout(600); }] },
  { name: "overlay-menu-fr", size: S, query: "open=demo&lang=fr", act: [click("overlay")] },
  { name: "map-find", size: S, query: "open=demo", act: [async (p) => { await p.keyboard.press("Control+f"); await p.keyboard.type("crew"); await p.waitForTimeout(500); await p.keyboard.press("Enter"); await p.waitForTimeout(400); }] },
  { name: "map-find-fr-dark", size: L, query: "open=demo&lang=fr&theme=dark", act: [async (p) => { await p.keyboard.press("Control+f"); await p.keyboard.type("zzzz"); await p.waitForTimeout(500); }] },
  { name: "map-benefits", size: S, query: "open=demo&kind=benefits_map" },
  { name: "map-benefits-many-dark-fr", size: L, query: "open=many&kind=benefits_map&lang=fr&theme=dark" },
  { name: "map-benefits-2000", size: L, query: "open=2000&kind=benefits_map", act: [async (p) => { await p.focus(".tl-canvas-surface"); await p.keyboard.press("0"); await p.waitForTimeout(500); }] },
  { name: "map-scorecard-2000-fr", size: S, query: "open=2000&kind=scorecard&lang=fr" },
  { name: "map-free", size: S, query: "open=demo&kind=free" },
  { name: "drag-outline", size: S, query: "open=sample&kind=free", act: [workshop, dragged()] },
  { name: "drag-outline-fr-dark", size: L, query: "open=sample&kind=free&lang=fr&theme=dark", act: [workshop, dragged()] },
  { name: "drag-dropped", size: S, query: "open=sample&kind=free", act: [workshop, dragged(true)] },
  { name: "drag-map", size: S, query: "open=sample", act: [dragged()] },
  { name: "drag-diagram", size: S, query: "open=sample&kind=trajectory", act: [canvas("trajectory"), dragged(true)] },
  { name: "drag-table", size: S, query: "open=sample&kind=free", act: [click("nav-table"), overRail] },
  { name: "drag-outline-narrow", size: [960, 700], query: "open=sample&kind=free", act: [workshop, dragged()] },
  { name: "picture-pdf", size: S, query: "open=demo", act: [framed(), pictured("PDF")] },
  { name: "picture-frames-fr-dark", size: L, query: "open=demo&lang=fr&theme=dark", act: [framed(), pictured("Tous les cadres")] },
  { name: "picture-png-fr", size: S, query: "open=demo&lang=fr", act: [framed(), pictured("PNG", "Cadre")] },
  { name: "map-arrange", size: S, query: "open=demo", act: [several] },
  { name: "map-arrange-dark-fr", size: L, query: "open=demo&lang=fr&theme=dark", act: [several] },
  { name: "many", size: L, query: "open=many" },
  { name: "many-side", size: [1440, 900], query: "open=many", act: [click("toggle-findings"), card("grants renewal 4")] },
  { name: "findings", size: [1440, 900], query: "open=demo", act: [click("nav-findings")] },
  { name: "findings-many", size: S, query: "open=many", act: [click("nav-findings"), click("cause-D103")] },
  { name: "findings-many-fr-dark", size: [1440, 900], query: "open=many&lang=fr&theme=dark", act: [click("nav-findings")] },
  { name: "picture", size: S, query: "open=demo", act: [async (p) => p.keyboard.press("Control+Shift+E")] },
  { name: "picture-png-fr-dark", size: S, query: "open=demo&lang=fr&theme=dark", act: [card("booking app"), async (p) => p.keyboard.press("Control+Shift+E"), async (p) => p.getByRole("radio", { name: "PNG" }).click()] },
  { name: "picture-large", size: S, query: "open=large", act: [wait(1500), async (p) => p.keyboard.press("Control+Shift+E"), async (p) => p.getByRole("radio", { name: "PNG" }).click(), async (p) => p.getByRole("radio", { name: "4×" }).click()] },
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
  { name: "as-of", size: S, query: "open=demo", act: [click("as-of")] },
  { name: "as-of-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [click("as-of")] },
  { name: "as-of-chosen", size: S, query: "open=demo", act: [click("nav-findings"), click("as-of"), fill("as-of-day", "31/8/2026"), click("as-of-take"), wait(400)] },
  { name: "as-of-chosen-fr-dark", size: [960, 600], query: "open=demo&theme=dark&lang=fr", act: [click("as-of"), fill("as-of-day", "31/8/2026"), click("as-of-take"), wait(400)] },
  { name: "accept-along", size: S, query: "open=sample", act: [click("nav-findings"), wait(500), async (p) => p.locator('[data-testid^="accept-"]').first().click(), wait(300)] },
  { name: "accept-along-fr-dark", size: S, query: "open=sample&theme=dark&lang=fr", act: [click("nav-findings"), wait(500), async (p) => p.locator('[data-testid^="accept-"]').first().click(), wait(300)] },
  { name: "import-asks", size: S, query: "open=empty", act: [async (p) => void p.evaluate(() => window.session.take("/home/ada/list.xlsx")), wait(900)] },
  { name: "import-asks-fr-dark", size: S, query: "open=empty&theme=dark&lang=fr", act: [async (p) => void p.evaluate(() => window.session.take("/home/ada/list.xlsx")), wait(900), click("import-list-day")] },
  { name: "filter", size: S, query: "open=demo", act: [click("filter"), async (p) => p.keyboard.type("booking")] },
  { name: "filter-fr-dark", size: [1440, 900], query: "open=demo&theme=dark&lang=fr", act: [click("filter"), async (p) => p.keyboard.type("booking")] },
  { name: "filter-lit", size: S, query: "open=demo", act: [click("filter"), async (p) => { await p.keyboard.type("booking"); await p.keyboard.press("Escape"); }, card("booking app")] },
  { name: "filter-many", size: L, query: "open=many", act: [click("filter"), async (p) => { await p.keyboard.type("grants"); await p.keyboard.press("Escape"); await p.keyboard.press("Control+0"); }] },
  { name: "filter-nothing-960", size: [960, 600], query: "open=demo&lang=fr", act: [click("filter"), async (p) => p.keyboard.type("zzz")] },
  { name: "filter-indicators", size: S, query: "open=demo", act: [click("nav-indicators"), click("filter"), async (p) => { await p.keyboard.type("zzz"); await p.keyboard.press("Escape"); }] },
  { name: "about", size: S, query: "open=demo&theme=dark", act: [click("menu"), click("menu-about")] },
  { name: "none-selected", size: [1440, 900], query: "open=many" },
  { name: "drop", size: S, query: "open=demo", act: [async (p) => p.evaluate(() => window.drag({ phase: "over", paths: ["/home/ada/projects-2026.xlsx"] }))] },
  { name: "filter-table", size: S, query: "open=many", act: [click("nav-table"), click("filter"), async (p) => { await p.keyboard.type("grants"); await p.keyboard.press("Escape"); }] },
  { name: "filter-table-nothing-fr-dark", size: S, query: "open=many&lang=fr&theme=dark", act: [click("nav-table"), click("filter"), async (p) => { await p.keyboard.type("zzz"); await p.keyboard.press("Escape"); }] },
  { name: "filter-outline", size: S, query: "open=demo", act: [click("nav-outline"), click("filter"), async (p) => { await p.keyboard.type("booking"); await p.keyboard.press("Escape"); }] },
  { name: "filter-matrix-fr", size: [1440, 900], query: "open=demo&lang=fr", act: [click("nav-matrix"), click("filter"), async (p) => { await p.keyboard.type("booking"); await p.keyboard.press("Escape"); }] },
  { name: "link-find-letters", size: S, query: "open=demo", act: [card("booking app"), down(), click("link-other"), click("menu-depends_on-out"), type("sh")] },
  { name: "table", size: S, query: "open=many", act: [click("nav-table")] },
  { name: "outline", size: S, query: "open=demo", act: [click("nav-outline"), press("ArrowDown", "ArrowDown", "ArrowRight")] },
  { name: "outline-open", size: L, query: "open=demo", act: [click("nav-outline"), fill("outline-filter", "app"), press("*")] },
  { name: "outline-fr-dark", size: S, query: "open=demo&lang=fr&theme=dark", act: [click("nav-outline"), press("End"), press("Control+Home", "ArrowDown", "ArrowDown", "ArrowRight")] },
  { name: "outline-empty", size: S, query: "open=empty", act: [click("nav-outline"), press("Insert")] },
  { name: "outline-large", size: [1440, 900], query: "open=large", act: [click("nav-outline"), fill("outline-filter", "move 7"), press("End"), fill("outline-filter", ""), press("*", "ArrowDown")] },
  { name: "outline-many", size: S, query: "open=many", act: [click("nav-outline"), press("ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown")] },
  { name: "outline-nothing", size: S, query: "open=many&lang=fr", act: [click("nav-outline"), fill("outline-filter", "zzz")] },
  { name: "outline-960", size: [960, 600], query: "open=demo&lang=fr", act: [click("nav-outline")] },
  { name: "table-range", size: [1440, 900], query: "open=many", act: [click("nav-table"), range("m3", "budget", "m9", "end")] },
  { name: "table-edit-dark", size: S, query: "open=demo&theme=dark", act: [click("nav-table"), edit("state")] },
  { name: "table-where", size: S, query: "open=many", act: [click("nav-table"), click("table-where")] },
  { name: "table-where-value", size: S, query: "open=many&lang=fr", act: [click("nav-table"), click("table-where"), async (p) => { await p.keyboard.type("budget"); await p.keyboard.press("Enter"); }] },
  { name: "table-pasted", size: S, query: "open=many", act: [click("nav-table"), range("m3", "title", "m3", "title"), lastRow, paste("Bridge repair\tA. Moreno\tActive\nHarbour lights\tn/a\tsoon\nNew quay\tT. Roche\tPlanned\n\tI. Falk\tIdea")] },
  { name: "table-pasted-fr-dark", size: [1440, 900], query: "open=many&lang=fr&theme=dark", act: [click("nav-table"), range("m3", "title", "m3", "title"), lastRow, paste("Bridge repair\tA. Moreno\tActive\nHarbour lights\tn/a\tbientôt\n\tI. Falk\tIdea")] },
  { name: "table-chips", size: S, query: "open=many", act: [click("nav-table"), click("filter"), async (p) => { await p.keyboard.type("grants"); await p.keyboard.press("Escape"); }, async (p) => p.hover('[data-head="state"]'), click("only-state"), async (p) => { await p.keyboard.type("active"); await p.keyboard.press("Enter"); }] },
  { name: "table-chips-fr-dark", size: S, query: "open=many&lang=fr&theme=dark", act: [click("nav-table"), click("filter"), async (p) => { await p.keyboard.type("grants"); await p.keyboard.press("Escape"); }, async (p) => p.hover('[data-head="end"]'), click("only-end"), async (p) => { await p.keyboard.type("inconnu"); await p.keyboard.press("Enter"); await p.keyboard.press("Escape"); }] },
  { name: "table-toast", size: S, query: "open=many", act: [click("nav-table"), range("m3", "title", "m3", "title"), async (p) => p.keyboard.press("Control+End"), paste("Bridge repair\tA. Moreno\tActive\nHarbour lights\tn/a\tsoon\n\tI. Falk\tIdea")] },
  { name: "table-long", size: S, query: "open=demo", act: [click("nav-table"), column("why"), edit("why"), async (p) => p.keyboard.type("Travellers change boats without a second ticket,")] },
  { name: "table-filtered-fr", size: S, query: "open=many&lang=fr", act: [click("nav-table"), click("table-where"), async (p) => { for (const typed of ["fin", "inconnu"]) { await p.keyboard.type(typed); await p.keyboard.press("Enter"); } await p.keyboard.press("Escape"); }] },
  { name: "table-1920-fr-dark", size: L, query: "open=demo&theme=dark&lang=fr", act: [click("nav-table")] },
  { name: "table-objectives", size: S, query: "open=demo", act: [click("nav-table"), kind("objective")] },
  { name: "table-capabilities-fr", size: S, query: "open=demo&lang=fr", act: [click("nav-table"), kind("capability")] },
  { name: "table-systems-dark", size: S, query: "open=demo&theme=dark", act: [click("nav-table"), kind("system")] },
  { name: "table-nobody", size: S, query: "open=demo&lang=fr", act: [click("nav-table"), kind("person")] },
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
  { name: "insp-links-many", size: S, query: "open=demo", act: [async (p) => p.mouse.click(412, 337), async (p) => { await p.keyboard.down("Shift"); await p.mouse.click(602, 337); await p.mouse.click(222, 337); await p.keyboard.up("Shift"); }] },
  { name: "insp-expects", size: S, query: "open=demo", act: [card("booking app"), down(), async (p) => p.click(".link-row .btn.icon"), click("link-rest"), async (p) => { await p.fill('[data-testid="link-expects-likely"]', "12"); await p.keyboard.press("Enter"); await p.waitForTimeout(200); await p.fill('[data-testid="link-expects-low"]', "8"); await p.keyboard.press("Enter"); }, see("link-assumption")] },
  { name: "ro-insp", size: S, query: "open=demo", act: [readOnly, card("booking app"), down(), async (p) => p.click(".link-row .btn.icon"), down(1150)] },
  { name: "ro-many", size: S, query: "open=demo", act: [readOnly, all] },
  { name: "ro-table", size: S, query: "open=demo", act: [readOnly, click("nav-table"), range("book", "title", "book", "title")] },
  { name: "ro-matrix", size: S, query: "open=demo&lang=fr", act: [readOnly, click("nav-matrix"), async (p) => p.locator("[role=gridcell]").nth(3).click()] },
  { name: "ro-outline", size: S, query: "open=demo", act: [readOnly, click("nav-outline"), press("ArrowDown", "F2")] },
  { name: "ro-indicators", size: S, query: "open=demo", act: [readOnly, click("nav-indicators")] },
  { name: "ro-decisions", size: S, query: "open=demo&theme=dark", act: [readOnly, click("nav-decisions")] },
  { name: "ro-findings", size: S, query: "open=demo&judge=1", act: [readOnly, click("nav-findings"), click("cause-M501")] },
  { name: "ro-sources", size: S, query: "open=demo&lang=fr", act: [readOnly, click("nav-sources")] },
  { name: "ro-settings", size: S, query: "open=demo&rules=1&otherwise=1", act: [readOnly, click("nav-settings")] },
  { name: "ro-rules", size: S, query: "open=demo&rules=1&otherwise=1", act: [readOnly, click("nav-settings"), click("open-D104"), see("threshold-steps_to_an_objective")] },
  { name: "insp-menu", size: S, query: "open=demo", act: [card("booking app"), click("element-menu")] },
  { name: "insp-archive", size: S, query: "open=demo", act: [card("booking app"), whole("archive")] },
  { name: "insp-archived", size: S, query: "open=demo&theme=dark", act: [card("booking app"), whole("archive"), type("Bought from the harbour authority instead"), enter] },
  { name: "table-archived", size: S, query: "open=demo", act: [card("booking app"), whole("archive"), type("Bought"), enter, click("nav-table"), click("table-where"), enter, async (p) => p.keyboard.press("Escape")] },
  { name: "table-archived-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [card("booking app"), whole("archive"), type("Acheté"), enter, click("nav-table"), click("table-where"), enter, async (p) => p.keyboard.press("Escape")] },
  { name: "palette-archived", size: S, query: "open=demo&lang=fr", act: [card("booking app"), whole("archive"), type("Acheté"), enter, async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("booking"); }] },
  { name: "insp-split", size: S, query: "open=demo", act: [card("booking app"), whole("split"), click("split-add")] },
  { name: "insp-split-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [card("booking app"), whole("split"), click("split-add")] },
  { name: "insp-merge", size: S, query: "open=many", act: [card("grants renewal 4"), whole("merge")] },
  { name: "insp-merge-say", size: S, query: "open=many&lang=fr", act: [card("grants renewal 4"), whole("merge"), enter] },
  { name: "insp-foot", size: S, query: "open=demo", act: [card("booking app"), down(), click("keys"), down()] },
  { name: "insp-report", size: S, query: "open=demo", act: [card("booking app"), click("reports-past"), click("report-business")] },
  { name: "insp-report-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [card("booking app"), click("reports-past"), click("report-it")] },
  { name: "insp-measures", size: S, query: "open=demo", act: [card("car decks sail"), down(330)] },
  { name: "insp-indicator-fr", size: S, query: "open=demo&lang=fr", act: [card("seats filled"), down(500)] },
  { name: "insp-links", size: S, query: "open=demo", act: [card("booking app"), down(), click("link-other")] },
  { name: "insp-link-find", size: S, query: "open=demo&lang=fr", act: [card("booking app"), down(), click("link-other"), click("menu-depends_on-out")] },
  { name: "accept", size: S, query: "open=demo&judge=1", act: [click("nav-findings"), click("cause-M501"), click("accept-M501.w3")] },
  { name: "accept-fr-dark", size: S, query: "open=many&theme=dark&lang=fr", act: [click("nav-findings"), click("accept-D103")] },
  { name: "accepted", size: S, query: "open=many", act: [click("nav-findings"), click("accept-D103"), type("Run work of the departments; no objective is meant to be served before the new term."), async (p) => { await p.keyboard.press("Tab"); await p.keyboard.type("A. Moreno"); }, enter, async (p) => p.click(".family:has-text('Accepted')")] },
  { name: "insp-accept", size: S, query: "open=demo&judge=1", act: [card("booking app"), down(700), click("accept-M501.w3")] },
  { name: "insp-many", size: S, query: "open=demo", act: [all] },
  { name: "insp-many-fr-dark", size: S, query: "open=many&theme=dark&lang=fr", act: [all, down(2000), click("many-archive")] },
  { name: "insp-many-kind", size: S, query: "open=many", act: [all] },
  { name: "settings", size: S, query: "open=demo", act: [click("nav-settings")] },
  { name: "settings-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [click("nav-settings")] },
  { name: "rules-built", size: S, query: "open=demo&rules=1&judge=1&otherwise=1", act: [click("nav-settings"), see("rules-search"), click("open-D104"), see("threshold-steps_to_an_objective")] },
  { name: "rules-built-fr-dark", size: L, query: "open=demo&otherwise=1&theme=dark&lang=fr", act: [click("nav-settings"), click("open-D104"), click("open-D204"), see("threshold-confidence_certain")] },
  { name: "rules-otherwise", size: S, query: "open=demo&otherwise=1", act: [click("nav-settings"), async (p) => p.getByText(/Set otherwise \d/).click(), see("rules-search")] },
  { name: "rules", size: S, query: "open=demo&rules=1", act: [click("nav-settings"), see("own-rules")] },
  { name: "rules-new", size: S, query: "open=demo&rules=1", act: [click("nav-settings"), click("rule-new"), fill("rule-title", "Large budget without an owner"), fill("rule-when", "element.budget.amount > 1000000 && !has(element.owner)"), wait(700), see("rule-save")] },
  { name: "rules-new-fr-dark", size: S, query: "open=demo&rules=1&theme=dark&lang=fr", act: [click("nav-settings"), click("rule-new"), fill("rule-title", "Gros budget sans responsable"), fill("rule-when", "element.budgt.amount > 1000000"), wait(700), async (p) => p.click(".own-help summary"), see("rule-save")] },
  { name: "rules-pack", size: L, query: "open=demo&rules=1", act: [click("nav-settings"), click("rules-import"), see("rules-pack")] },
  { name: "rules-empty", size: S, query: "open=empty&lang=fr", act: [click("nav-settings"), see("own-rules")] },
  { name: "settings-1920", size: L, query: "open=many", act: [click("nav-settings")] },
  { name: "sources-empty-fr", size: S, query: "open=empty&lang=fr", act: [click("nav-sources")] },
  { name: "sources-dark", size: S, query: "open=demo&theme=dark", act: [click("nav-sources"), async (p) => p.click(".source summary")] },
  { name: "insp-why", size: S, query: "open=demo", act: [card("booking app"), click("why-signed"), click("why-because")] },
  { name: "insp-why-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [card("booking app"), click("why-signed"), down(200)] },
  { name: "insp-contribution", size: S, query: "open=demo", act: [card("booking app"), down(), async (p) => p.click('.link-row .btn.icon'), click("link-rest"), async (p) => p.locator(".link-editor").scrollIntoViewIfNeeded()] },
  { name: "insp-contribution-fr-dark", size: S, query: "open=demo&theme=dark&lang=fr", act: [card("booking app"), down(), async (p) => p.click('.link-row .btn.icon'), click("link-rest"), down(1150)] },
  { name: "findings-960-fr", size: [960, 600], query: "open=demo&judge=1&lang=fr", act: [click("nav-findings"), click("cause-M501")] },
  { name: "settings-960-fr", size: [960, 600], query: "open=demo&lang=fr", act: [click("nav-settings")] },
  { name: "insp-report-1920", size: L, query: "open=demo&lang=fr", act: [card("booking app")] },
  { name: "insp-none", size: S, query: "open=demo", act: [card("booking app"), whole("archive"), type("Bought"), enter, async (p) => p.click(".insp-head [aria-label=Close]"), down(2000), click("archived-list"), down(2000)] },
  { name: "indicators", size: S, query: "open=demo", act: [click("nav-indicators")] },
  { name: "findings-empty", size: S, query: "open=empty", act: [click("nav-findings")] },
  { name: "findings-big", size: S, query: "open=big", act: [click("nav-findings"), click("cause-D103")] },
  { name: "findings-owner-dark", size: L, query: "open=many&theme=dark", act: [click("nav-findings"), async (p) => p.click('text="By owner"')] },
  { name: "findings-judged", size: [1440, 900], query: "open=demo&judge=1&seen=1", act: [click("nav-findings")] },
  { name: "findings-judged-fr-dark", size: S, query: "open=demo&judge=1&seen=1&lang=fr&theme=dark", act: [click("nav-findings"), async (p) => p.click('text="Par mythe"')] },
  { name: "findings-told", size: [1280, 800], query: "open=sample", act: [click("nav-findings"), async (p) => p.click(".coverage-line:has-text('nothing')"), see("coverage")] },
  { name: "findings-told-fr-dark", size: L, query: "open=sample&lang=fr&theme=dark", act: [click("nav-findings"), async (p) => p.click('text="Impossible à dire"'), async (p) => p.click(".gap-row .finding-title"), async (p) => p.click(".coverage-line:has-text('rien')")] },
  { name: "findings-lacks", size: S, query: "open=sample", act: [click("nav-findings"), async (p) => p.click('text="Cannot be told"')] },
  { name: "rules-idle", size: S, query: "open=sample", act: [click("nav-settings"), async (p) => p.fill('[data-testid="rules-search"]', "realised"), click("open-M409"), see("open-M409")] },
  { name: "findings-untold", size: S, query: "open=demo&judge=1&seen=1", act: [click("nav-findings"), async (p) => p.click('text="Cannot be told"')] },
  { name: "place-path", size: S, query: "open=sample", act: [place("M202", "m")] },
  { name: "place-far", size: S, query: "open=sample", act: [place("M202 tilleuls", "m")] },
  { name: "place-path-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [place("M202", "m")] },
  // With PORTFOLIO set to a list that is all work, these are told once of many.
  ...["m", "t", "o", "x"].map((key) => ({ name: `place-many-${key}`, size: S, query: "open=sample", act: [place("D304", key)] })),
  { name: "place-many-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [place("D304", "m")] },
  ...["m", "t", "o", "x"].map((key) => ({ name: `place-many-back-${key}`, size: S, query: "open=sample", act: [place("D304", key, "Escape")] })),
  { name: "place-standing", size: S, query: "open=sample", act: [place("M202", "s")] },
  { name: "place-standing-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [place("M202", "s")] },
  { name: "standing", size: S, query: "open=demo&seen=1", act: [click("nav-standing")] },
  { name: "standing-fr-dark", size: L, query: "open=demo&seen=1&lang=fr&theme=dark", act: [click("nav-standing"), click("segment-weight-linked")] },
  { name: "since", size: S, query: "open=demo&seen=1", act: [click("nav-standing"), async (p) => p.getByTestId("since").scrollIntoViewIfNeeded()] },
  { name: "since-fr-dark", size: S, query: "open=demo&seen=1&lang=fr&theme=dark", act: [click("nav-standing"), async (p) => p.getByTestId("since").scrollIntoViewIfNeeded()] },
  { name: "trend", size: S, query: "open=demo&seen=1", act: [click("nav-findings")] },
  { name: "trend-fr-dark", size: L, query: "open=demo&seen=1&lang=fr&theme=dark", act: [click("nav-findings")] },
  { name: "standing-empty", size: S, query: "open=empty", act: [click("nav-standing")] },
  { name: "first-page", size: S, query: "open=sample", act: [click("nav-findings")] },
  { name: "first-page-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [click("nav-findings")] },
  { name: "first-myth-fr", size: S, query: "open=sample&lang=fr", act: [click("nav-findings"), async (p) => p.click('text="Par mythe"')] },
  { name: "first-standing", size: S, query: "open=sample", act: [click("nav-standing")] },
  { name: "first-standing-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [click("nav-standing")] },
  { name: "first-myths", size: S, query: "open=sample", act: [click("nav-standing"), async (p) => p.click('text="The five myths"')] },
  { name: "first-myths-fr-dark", size: S, query: "open=sample&lang=fr&theme=dark", act: [click("nav-standing"), async (p) => p.click('text="Les cinq mythes"')] },
  { name: "myths", size: S, query: "open=demo&seen=1", act: [click("nav-standing"), async (p) => p.click('text="The five myths"')] },
  { name: "added", size: S, query: "open=empty", act: [click("add-objective")] },
  ...[
    ["en", S, "open=sample"],
    ["fr-dark", L, "open=sample&lang=fr&theme=dark"],
  ].flatMap(([name, size, query]) => [
    { name: `canvas-kinds-${name}`, size, query, act: [gallery, async (p) => p.keyboard.press("ArrowRight"), async (p) => p.keyboard.press("ArrowDown")] },
    { name: `canvas-list-${name}`, size, query, act: [manyCanvases, click("canvas-switch")] },
    { name: `canvas-remove-${name}`, size, query, act: [canvas("free"), click("canvas-switch"), click("menu-remove-canvas")] },
    ...KINDS.map((kind) => ({ name: `canvas-${kind}-${name}`, size, query, act: [canvas(kind)] })),
    ...KINDS.map((kind) => ({ name: `canvas-${kind}-empty-${name}`, size, query: query.replace("sample", "empty"), act: [canvas(kind)] })),
  ]),
  { name: "canvas-fit", size: S, query: "open=sample", act: [fitted] },
  { name: "canvas-fit-dark", size: L, query: "open=sample&theme=dark", act: [fitted] },
  { name: "canvas-start", size: S, query: "open=sample" },
  { name: "canvas-start-large", size: L, query: "open=sample" },
  { name: "canvas-kinds-dark", size: L, query: "open=sample&theme=dark", act: [gallery] },
  { name: "canvas-kinds-fr", size: [960, 640], query: "open=sample&lang=fr", act: [gallery] },
  { name: "canvas-narrow", size: [960, 640], query: "open=sample&lang=fr", act: [manyCanvases, click("canvas-switch")] },
  { name: "canvas-rename", size: S, query: "open=sample", act: [click("canvas-switch"), click("menu-rename-canvas")] },
  { name: "chart-help", size: S, query: "open=sample", act: [(p) => p.keyboard.press("F1")] },
  { name: "chart-help-fr", size: L, query: "open=sample&lang=fr", act: [(p) => p.keyboard.press("F1"), async (p) => p.locator(".help").evaluate((it) => it.scrollTo(0, 9000))] },
  { name: "chart-undated", size: S, query: "open=sample", act: [undated, canvas("trajectory"), tray, wait(300), halfway] },
  { name: "chart-fit", size: L, query: "open=sample", act: [canvas("trajectory"), async (p) => p.keyboard.press("Control+0"), wait(500)] },
  ...["capability_map", "trajectory", "delivery_outcome", "x_matrix"].flatMap((kind) => [
    { name: `chart-${kind}`, size: S, query: "open=sample", act: [canvas(kind)] },
    { name: `chart-${kind}-fr-dark`, size: L, query: "open=sample&lang=fr&theme=dark", act: [canvas(kind)] },
    { name: `chart-${kind}-fr`, size: S, query: "open=sample&lang=fr", act: [canvas(kind)] },
    { name: `chart-${kind}-room`, size: L, query: "open=sample", act: [canvas(kind), room, wait(400)] },
    { name: `chart-${kind}-frames`, size: S, query: "open=sample", act: [canvas(kind), click("frames")] },
    { name: `chart-${kind}-held`, size: S, query: "open=demo", act: [canvas(kind), heldFrame] },
    { name: `chart-${kind}-2000`, size: L, query: "open=2000", act: [canvas(kind)] },
  ]),
  ...["capability_map", "delivery_outcome"].flatMap((kind) => ["", "-dark"].map((it) => (
    { name: `chart-${kind}-lit${it}`, size: S, query: `open=sample${it === "" ? "" : "&theme=dark"}`, act: [card("Relieve the emergency departments"), canvas(kind)] }
  ))),
  ...["", "-fr-dark"].map((it) => ({ name: `matrix-order${it}`, size: S, query: `open=demo${it === "" ? "" : "&lang=fr&theme=dark"}`, act: [canvas("x_matrix"), click("matrix-order"), click("menu-order-title"), wait(300), click("matrix-order"), click("menu-people"), wait(300), click("matrix-order"), wait(300)] })),
  { name: "canvas-find", size: S, query: "open=sample", act: [canvas("trajectory"), async (p) => p.keyboard.press("Control+f"), async (p) => p.keyboard.type("app")] },
  { name: "canvas-picture", size: S, query: "open=sample", act: [canvas("trajectory"), async (p) => p.keyboard.press("Control+Shift+e")] },
  { name: "canvas-palette", size: S, query: "open=sample", act: [manyCanvases, async (p) => p.keyboard.press("Control+k"), async (p) => p.keyboard.type("steering")] },
]
  .concat([
    { name: "gallery-map", size: S, query: "open=sample", act: [card("Bed board on every ward")] },
    { name: "gallery-scorecard", size: S, query: "open=sample&kind=scorecard", act: [far] },
    { name: "gallery-benefits", size: S, query: "open=sample&kind=benefits_map", act: [card("Front-door triage app"), far] },
    { name: "gallery-free-dark", size: S, query: "open=sample&kind=free&theme=dark", act: [workshop] },
    { name: "gallery-dragging", size: S, query: "open=sample&kind=free", act: [workshop, dragged()] },
    { name: "gallery-present", size: [1600, 900], query: "open=sample&kind=benefits_map", act: [framed([["From what we change to what we are after", 300, 0, 900, 560]]), present()] },
    { name: "gallery-x-matrix", size: S, query: "open=sample", act: [canvas("x_matrix")] },
    { name: "gallery-trajectory", size: S, query: "open=sample", act: [canvas("trajectory")] },
    { name: "gallery-delivery-outcome", size: S, query: "open=sample", act: [canvas("delivery_outcome")] },
    { name: "gallery-capability-map-dark-fr", size: [1280, 720], query: "open=sample&lang=fr&theme=dark", act: [canvas("capability_map")] },
    { name: "gallery-map-dark-fr", size: S, query: "open=sample&theme=dark&lang=fr", act: [card("Tableau des lits dans chaque service")] },
    { name: "gallery-findings", size: S, query: "open=sample", act: [click("nav-findings")] },
    { name: "gallery-standing", size: S, query: "open=demo&seen=1", act: [click("nav-standing")] },
    { name: "gallery-myths-dark", size: S, query: "open=demo&seen=1&theme=dark", act: [click("nav-standing"), async (p) => p.click('text="The five myths"')] },
    { name: "gallery-table", size: S, query: "open=sample", act: [click("nav-table")] },
    { name: "gallery-matrix-fr", size: S, query: "open=sample&lang=fr", act: [click("nav-matrix")] },
    { name: "gallery-outline-dark", size: S, query: "open=sample&theme=dark", act: [click("nav-outline"), press("ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown")] },
    { name: "gallery-indicators", size: S, query: "open=sample", act: [click("nav-indicators")] },
    { name: "gallery-decisions-dark-fr", size: S, query: "open=sample&theme=dark&lang=fr", act: [click("nav-decisions")] },
    { name: "gallery-palette", size: S, query: "open=sample", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("nurse"); }] },
    { name: "gallery-rules", size: S, query: "open=sample&rules=1", act: [edited, click("nav-settings"), see("rules-search"), async (p) => p.fill('[data-testid="rules-search"]', "priority"), click("open-M105"), async (p) => p.locator(".rules-built").evaluate((it) => it.scrollIntoView())] },
    { name: "gallery-history-dark", size: S, query: "open=sample&theme=dark", act: [edited, click("nav-history")] },
    { name: "gallery-file", size: S, query: "open=sample", act: [async (p) => p.evaluate(() => window.session.open("/home/ada/Sauvemont Hospitals.thru")), wait(600), heed({ found: "forked", mine: 2, theirs: 3, waiting: true, why: "" })] },
    { name: "gallery-import", size: S, query: "open=empty", act: [async (p) => void p.evaluate(() => window.session.take("/home/ada/valmere-digital.xlsx")), wait(900)] },
    { name: "gallery-snapshot", size: S, query: "open=empty", act: [snapshot, wait(400)] },
    { name: "gallery-windows", size: [1760, 680], query: "open=sample&windows=2", act: [async (p) => p.locator('[data-testid="nav-table"]').nth(1).click()] },
  ])
  .concat(
    // Every kind of canvas, light, dark in French and before an audience; with PORTFOLIO set, of that portfolio.
    [
      // With PORTFOLIO set, the canvas that it has.
      { name: "look", size: S, query: "open=sample" },
      { name: "look-far", size: S, query: "open=sample", act: [far] },
      { name: "look-far-dark", size: L, query: "open=sample&theme=dark", act: [far] },
      { name: "look-room", size: L, query: "open=sample", act: [present()] },
      { name: "look-room-after", size: L, query: "open=sample", act: [far, room, wait(600)] },
      { name: "look-room-near", size: L, query: "open=sample", act: [room, wait(600)] },
      { name: "look-free-all", size: S, query: "open=sample", act: [canvas("free"), strewn(), far] },
      { name: "look-free-all-fr-dark", size: L, query: "open=sample&theme=dark&lang=fr", act: [canvas("free"), strewn(), far] },
      { name: "look-free-all-room", size: L, query: "open=sample", act: [canvas("free"), strewn(), present()] },
      { name: "look-free-all-forced", size: S, query: "open=sample", act: [(p) => p.emulateMedia({ forcedColors: "active" }), canvas("free"), strewn(), far] },
      { name: "look-free-all-2000", size: S, query: "open=2000", act: [canvas("free"), strewn(50), far] },
      { name: "look-free-all-2000-dark", size: L, query: "open=2000&theme=dark", act: [canvas("free"), strewn(50), far] },
      // The first lane on its way out: whole, as high as a line of words, and lower than that.
      ...[40, 72, 79, 83].map((by) => ({ name: `look-lane-${by}`, size: S, query: "open=sample", act: [async (p) => p.mouse.move(500, 400), async (p) => p.mouse.wheel(0, by), wait(400)] })),
      { name: "look-lit", size: S, query: "open=sample", act: [card("Front-door triage app")] },
      { name: "look-wide", size: S, query: "open=sample", act: [card("Single patient record"), far] },
      { name: "look-wide-room", size: L, query: "open=sample", act: [card("Single patient record"), present(1)] },
      { name: "look-wide-benefits", size: L, query: "open=sample&kind=benefits_map", act: [card("Single patient record"), far] },
      { name: "look-lit-far", size: S, query: "open=sample", act: [card("Front-door triage app"), far] },
      { name: "look-lit-dark", size: L, query: "open=sample&theme=dark", act: [card("Bed board on every ward"), far] },
    ],
    KINDS.flatMap((kind) => [
      { name: `look-${kind}`, size: S, query: "open=sample", act: [canvas(kind), far] },
      { name: `look-${kind}-fr-dark`, size: L, query: "open=sample&lang=fr&theme=dark", act: [canvas(kind), far] },
      { name: `look-${kind}-room`, size: L, query: "open=sample", act: [canvas(kind), present()] },
      { name: `look-${kind}-room-fr`, size: L, query: "open=sample&lang=fr", act: [canvas(kind), present()] },
      { name: `look-${kind}-2000`, size: S, query: `open=2000&kind=${kind}`, act: [far] },
      { name: `look-${kind}-2000-room`, size: L, query: `open=2000&kind=${kind}`, act: [present()] },
      { name: `look-${kind}-forced`, size: S, query: "open=sample", act: [(p) => p.emulateMedia({ forcedColors: "active" }), canvas(kind), far] },
      { name: `look-${kind}-half`, size: [960, 800], query: "open=sample&lang=fr", act: [canvas(kind)] },
      { name: `look-${kind}-narrow`, size: [700, 800], query: "open=sample", act: [canvas(kind)] },
      { name: `look-${kind}-2000-dark`, size: L, query: `open=2000&kind=${kind}&theme=dark`, act: [far] },
    ]),
  )
  .concat(
    // Every view: 2,000 elements and none, light and dark, in both languages and sizes.
    ["map", "table", "matrix", "outline", "indicators", "decisions", "findings", "sources", "history", "settings"].flatMap((view) => [
      { name: `v-${view}`, size: S, query: "open=2000", act: [click(`nav-${view}`)] },
      { name: `v-${view}-fr-dark`, size: L, query: "open=2000&theme=dark&lang=fr", act: [click(`nav-${view}`)] },
      { name: `v-${view}-empty`, size: L, query: "open=empty", act: [click(`nav-${view}`)] },
      { name: `v-${view}-empty-fr-dark`, size: S, query: "open=empty&theme=dark&lang=fr", act: [click(`nav-${view}`)] },
    ]),
  );
const server = await createServer({ root: new URL("..", import.meta.url).pathname, server: { port: 5198, strictPort: false }, logLevel: "error" });
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const shot of SHOTS) {
  const isOfGallery = shot.name.startsWith(GALLERY);
  if (only[0] === "gallery" ? !isOfGallery : only.length > 0 && !only.includes(shot.name)) continue;
  const page = await browser.newPage({ viewport: { width: shot.size[0], height: shot.size[1] } });
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log(shot.name, m.text().slice(0, 400)));
  page.on("pageerror", (e) => console.log(shot.name, String(e)));
  const lang = shot.query.includes("lang=fr") ? "fr" : "en";
  await page.addInitScript((given) => Object.assign(window, given), { ruleTexts: rules[lang], sample: samples[lang], inspected });
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
  await page.screenshot({ path: `${out}/${shot.name.replace(GALLERY, "")}.png` });
  await page.close();
}
await browser.close();
await server.close();
