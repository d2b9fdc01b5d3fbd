// Tries every gesture of the map with real input in headless Chromium and says what does not answer.
// Usage: npm run test:canvas [-- OUT_DIR [WORDS]]   (with OUT_DIR pictures of the moments are kept there; with WORDS
// only the checks with these in their names are done)
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { keptChecks } from "./kept.mjs";

const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
const [, , out, only = ""] = process.argv;
if (out) mkdirSync(out, { recursive: true });
const server = await createServer({ root: ui, server: { port: 5197, strictPort: false }, logLevel: "error" });
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
  ],
});

async function open(query = "", how = {}, script = null, given = null) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...how });
  if (script !== null) await page.addInitScript(script, given);
  page.on("pageerror", (e) => {
    throw e;
  });
  await page.goto(`${base}bench/canvas.html?${query}`);
  await page.waitForFunction(() => window.ready === true);
  await page.evaluate(() => window.map.setView({ x: 40, y: 0, zoom: 0.75 }));
  await page.waitForTimeout(60);
  return page;
}

/** Checks of other kinds of canvas, by the query that opens them. */
const QUERIES = new Map();
const on = (query, name) => {
  QUERIES.set(name, query);
  return name;
};

/** Screen position of a point of a note. */
const noteAt = (page, id, dx = 40, dy = 30) =>
  page.evaluate(
    ([id, dx, dy]) => {
      const note = window.scene().notes.find((it) => it.id === id);
      const v = window.map.getView();
      return { x: (note.x + dx) * v.zoom + v.x, y: (note.y + dy) * v.zoom + v.y };
    },
    [id, dx, dy],
  );

/** Screen position of a point of a card or ghost, in shares of its size. */
const at = (page, id, fx = 0.5, fy = 0.5) =>
  page.evaluate(
    ([id, fx, fy]) => {
      const scene = window.scene();
      const card = [...scene.cards, ...scene.ghosts].find((c) => c.id === id);
      const v = window.map.getView();
      return { x: (card.x + 240 * fx) * v.zoom + v.x, y: (card.y + 88 * fy) * v.zoom + v.y };
    },
    [id, fx, fy],
  );
const events = (page, kind) =>
  page.evaluate((kind) => window.events.filter((e) => e[0] === kind).map((e) => e.slice(1)), kind);
const picture = async (page, name) => {
  await page.waitForTimeout(220);
  if (out) await page.screenshot({ path: join(out, `${name}.png`) });
};
async function press(page, from, to, steps = 8) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps });
}

const CHECKS = {
  async "a click selects and lights the line, a click on paper lets go"(page) {
    const p = await at(page, "w3");
    await page.mouse.click(p.x, p.y);
    assert.deepEqual(await events(page, "select"), [[["w3"]]]);
    await picture(page, "selected");
    await page.mouse.click(1240, 60);
    assert.deepEqual((await events(page, "select")).at(-1), [[]]);
  },
  async "shift adds to the selection"(page) {
    for (const id of ["w1", "w2"]) {
      const p = await at(page, id);
      await page.keyboard.down("Shift");
      await page.mouse.click(p.x, p.y);
      await page.keyboard.up("Shift");
    }
    assert.deepEqual((await events(page, "select")).at(-1), [["w1", "w2"]]);
  },
  async "shift and drag on paper selects what the frame touches"(page) {
    const a = await at(page, "w1", -0.1, -0.15);
    const b = await at(page, "w2", 0.6, 0.7);
    await page.keyboard.down("Shift");
    await press(page, a, b);
    await picture(page, "marquee");
    await page.mouse.up();
    await page.keyboard.up("Shift");
    assert.deepEqual(new Set((await events(page, "select")).at(-1)[0]), new Set(["w1", "w2"]));
  },
  async "a drag moves once, within its band"(page) {
    const p = await at(page, "a5");
    await press(page, p, { x: p.x + 75, y: p.y + 30 });
    await picture(page, "dragging");
    await page.mouse.up();
    const moves = await events(page, "move");
    assert.equal(moves.length, 1);
    assert.equal(moves[0][0].length, 1);
    assert.equal(moves[0][0][0].id, "a5");
    assert.equal(moves[0][0][0].y, 28);
    assert.ok(Math.abs(moves[0][0][0].x - (40 + 4.25 * 264 + 100)) <= 2);
  },
  async "a drag against the edge takes the view along"(page) {
    const p = await at(page, "w3");
    await press(page, p, { x: 1276, y: p.y });
    await page.waitForTimeout(500);
    await page.mouse.up();
    assert.ok((await page.evaluate(() => window.map.getView())).x < -40);
    const moves = await events(page, "move");
    assert.equal(moves.length, 1);
    assert.ok(moves[0][0][0].x > 40 + 2 * 264 + (1276 - p.x) / 0.75);
  },
  async "pulled far down a card opens a new row of its band"(page) {
    const p = await at(page, "a5");
    await press(page, p, { x: p.x, y: p.y + 160 });
    await picture(page, "new-row");
    await page.mouse.up();
    assert.equal((await events(page, "move"))[0][0][0].y, 28 + 132);
  },
  async "Escape takes a drag back"(page) {
    const p = await at(page, "a5");
    await page.mouse.click(p.x, p.y);
    await press(page, p, { x: p.x + 120, y: p.y });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    assert.deepEqual(await events(page, "move"), []);
  },
  async "a link is drawn from the handle to another card"(page) {
    const from = await at(page, "w5");
    await page.mouse.move(from.x, from.y);
    const handle = await at(page, "w5", 0.5, 0);
    const to = await at(page, "o5");
    await page.mouse.move(handle.x, handle.y);
    await picture(page, "handle");
    await press(page, handle, to);
    await picture(page, "linking");
    await page.mouse.up();
    assert.deepEqual(await events(page, "connect"), [["contribution", "w5", "o5"]]);
  },
  async "drawn downwards a link is turned round"(page) {
    const from = await at(page, "o6");
    await page.mouse.move(from.x, from.y);
    const handle = await at(page, "o6", 0.5, 0);
    const to = await at(page, "w5");
    await press(page, handle, to);
    await picture(page, "flipped");
    await page.mouse.up();
    assert.deepEqual(await events(page, "connect"), [["contribution", "w5", "o6"]]);
  },
  async "a link that may not be is refused with a reason"(page) {
    const from = await at(page, "w5");
    await page.mouse.move(from.x, from.y);
    const handle = await at(page, "w5", 0.5, 0);
    const to = await at(page, "w4");
    await press(page, handle, to);
    await picture(page, "refused");
    await page.mouse.up();
    await picture(page, "offered");
    assert.deepEqual(await events(page, "connect"), []);
    assert.match((await events(page, "announce")).at(-1)[0], /lower level to a higher.*depends on/);
    await page.keyboard.press("Enter");
    assert.deepEqual(await events(page, "connect"), [["depends_on", "w5", "w4"]]);
  },
  async "a double click on a title edits it, Enter keeps it"(page) {
    const p = await at(page, "w3", 0.4, 0.25);
    await page.mouse.dblclick(p.x, p.y);
    await picture(page, "editing");
    await page.keyboard.type("One Booking, everywhere");
    await page.keyboard.press("Enter");
    assert.deepEqual(await events(page, "rename"), [["w3", "One Booking, everywhere"]]);
  },
  async "Escape leaves a title as it was"(page) {
    const p = await at(page, "w3", 0.4, 0.25);
    await page.mouse.dblclick(p.x, p.y);
    await page.keyboard.type("Nothing");
    await page.keyboard.press("Escape");
    assert.deepEqual(await events(page, "rename"), []);
  },
  async "a double click on paper asks for a card of that band"(page) {
    const p = await at(page, "u4", 1.4, 0.5);
    await page.mouse.dblclick(p.x, p.y);
    const [[request]] = await events(page, "add");
    assert.equal(request.kind, "outcome");
    assert.equal(request.level, 3);
  },
  async "a double click on the lower part opens the card"(page) {
    const p = await at(page, "w3", 0.5, 0.85);
    await page.mouse.dblclick(p.x, p.y);
    assert.deepEqual(await events(page, "open"), [["w3"]]);
  },
  async "a ghost is acted on by a click"(page) {
    const p = await at(page, "w3");
    await page.mouse.click(p.x, p.y);
    await page.waitForTimeout(200);
    const ghost = (await page.evaluate(() => window.scene().ghosts[0])).id;
    const g = await at(page, ghost);
    await page.mouse.click(g.x, g.y);
    assert.deepEqual(await events(page, "ghost"), [[ghost]]);
  },
  async "hovering a link names it"(page) {
    const spot = await page.evaluate(() => {
      const s = window.scene();
      const [a, b] = ["u2", "o2"].map((id) => s.cards.find((c) => c.id === id));
      const v = window.map.getView();
      return { x: ((a.x + b.x) / 2 + 120) * v.zoom + v.x, y: (a.y - 15) * v.zoom + v.y };
    });
    await page.mouse.move(spot.x, spot.y);
    await picture(page, "hover-link");
    await page.mouse.click(spot.x, spot.y);
    assert.deepEqual((await events(page, "select")).at(-1), [["u2>o2"]]);
  },
  async "the keyboard walks, selects, edits, moves and removes"(page) {
    await page.keyboard.press("Tab");
    const p = await at(page, "w1");
    await page.mouse.click(p.x, p.y);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await picture(page, "keyboard");
    await page.keyboard.press(" ");
    assert.deepEqual((await events(page, "select")).at(-1), [["w3"]]);
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press(" ");
    assert.deepEqual((await events(page, "select")).at(-1), [["a3"]]);
    await page.keyboard.press("]");
    await page.keyboard.press(" ");
    assert.deepEqual((await events(page, "select")).at(-1), [["w3"]]);
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Shift");
    const moves = await events(page, "move");
    assert.equal(moves.length, 1);
    assert.equal(moves[0][0][0].x, 40 + 2 * 264 + 16);
    await page.keyboard.press("Delete");
    assert.deepEqual(await events(page, "remove"), [[["w3"]]]);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
    await page.keyboard.press("Escape");
    await page.keyboard.press("f");
    await picture(page, "throughline");
    const label = await page.evaluate(() => {
      const box = document.querySelector(".tl-canvas-surface");
      return document.getElementById(box.getAttribute("aria-activedescendant"))?.textContent;
    });
    assert.match(label, /Initiative: One Booking app/);
  },
  async "a dragged card clicks into the column above it"(page) {
    const p = await at(page, "a5");
    // Four pixels beside the left edge of the card in the row above.
    const goal = await page.evaluate(() => window.scene().cards.find((c) => c.id === "u4").x);
    const from = await page.evaluate(() => window.scene().cards.find((c) => c.id === "a5").x);
    const by = (goal - from) * 0.75 + 4;
    await press(page, p, { x: p.x + by, y: p.y });
    await picture(page, "snapping");
    await page.mouse.up();
    assert.equal((await events(page, "move"))[0][0][0].x, goal);
  },
  async "with Alt a card is put exactly there"(page) {
    const p = await at(page, "a5");
    const goal = await page.evaluate(() => window.scene().cards.find((c) => c.id === "u4").x);
    const from = await page.evaluate(() => window.scene().cards.find((c) => c.id === "a5").x);
    await page.mouse.move(p.x, p.y);
    await page.mouse.down();
    await page.keyboard.down("Alt");
    await page.mouse.move(p.x + (goal - from) * 0.75 + 4, p.y, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up("Alt");
    assert.ok(Math.abs((await events(page, "move"))[0][0][0].x - goal) > 3);
  },
  async "several cards are put in order by mouse and by keyboard, as one step each"(page) {
    for (const id of ["u1", "u2", "o3"]) {
      const p = await at(page, id);
      await page.keyboard.down("Shift");
      await page.mouse.click(p.x, p.y);
      await page.keyboard.up("Shift");
    }
    await page.mouse.move(1240, 60);
    await page.waitForTimeout(250);
    await picture(page, "arrange");
    const over = await page.evaluate(() => {
      const bar = document.querySelector(".tl-canvas-arrange").getBoundingClientRect();
      const v = window.map.getView();
      return window
        .scene()
        .cards.filter((c) => ["u1", "u2", "o3"].includes(c.id))
        .filter((c) => {
          const [x, y] = [c.x * v.zoom + v.x, c.y * v.zoom + v.y];
          return bar.left < x + 240 * v.zoom && bar.right > x && bar.top < y + 88 * v.zoom && bar.bottom > y;
        }).length;
    });
    assert.equal(over, 0);
    await page.click('[data-testid="arrange-alignLeft"]');
    const moves = (await events(page, "move"))[0][0];
    assert.equal(new Set(moves.map((m) => m.x)).size, 1);
    await page.focus(".tl-canvas-surface");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "arrange-alignCentre");
    await picture(page, "arrange-keyboard");
    await page.keyboard.press("Enter");
    assert.equal((await events(page, "move")).length, 2);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.className), "tl-canvas-surface");
  },
  async "a link is drawn from the keyboard: L, letters, Enter"(page) {
    const p = await at(page, "w3");
    await page.mouse.click(p.x, p.y);
    await page.keyboard.press("l");
    await page.keyboard.type("quay");
    await picture(page, "keyboard-link");
    await page.keyboard.press("Enter");
    const [[kind, from, to]] = await events(page, "connect");
    assert.deepEqual([kind, from], ["contribution", "w3"]);
    assert.match(await page.evaluate((id) => window.scene().cards.find((c) => c.id === id).title, to), /quay/i);
  },
  async "Escape leaves a link that was begun by key, and the next Escape the selection"(page) {
    const p = await at(page, "w3");
    await page.mouse.click(p.x, p.y);
    await page.keyboard.press("l");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Escape");
    assert.deepEqual(await events(page, "connect"), []);
    assert.deepEqual((await events(page, "select")).at(-1), [["w3"]]);
    await page.keyboard.press("Escape");
    assert.deepEqual((await events(page, "select")).at(-1), [[]]);
  },
  async "a double click on a link writes what it says, and so does Enter on a selected one"(page) {
    const spot = await page.evaluate(() => {
      const s = window.scene();
      const [a, b] = ["u2", "o2"].map((id) => s.cards.find((c) => c.id === id));
      const v = window.map.getView();
      return { x: ((a.x + b.x) / 2 + 120) * v.zoom + v.x, y: (a.y - 15) * v.zoom + v.y };
    });
    await page.mouse.dblclick(spot.x, spot.y);
    await picture(page, "mechanism");
    await page.keyboard.type("Ships that turn round fast leave on time");
    await page.keyboard.press("Enter");
    assert.deepEqual(await events(page, "mechanism"), [["u2>o2", "Ships that turn round fast leave on time"]]);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "link-mechanism");
  },
  async "keys fit, zoom to the selection, show life size, and go back and forward"(page) {
    const view = () => page.evaluate(() => window.map.getView());
    const rest = () => page.waitForTimeout(400);
    const p = await at(page, "w3");
    await page.mouse.click(p.x, p.y);
    await page.keyboard.press("Shift+Digit1");
    await rest();
    const whole = await view();
    await page.keyboard.press("Shift+Digit2");
    await rest();
    const near = await view();
    assert.ok(near.zoom > whole.zoom);
    await page.keyboard.press("Shift+Digit0");
    await rest();
    assert.equal((await view()).zoom, 1);
    for (let i = 0; i < 5; i += 1) await page.keyboard.press("-");
    await rest();
    assert.equal((await view()).zoom, 0.25);
    await page.keyboard.press("Alt+ArrowLeft");
    await rest();
    assert.equal((await view()).zoom, 1);
    await page.keyboard.press("Alt+ArrowRight");
    await rest();
    assert.equal((await view()).zoom, 0.25);
  },
  async "the fourth and fifth button of a mouse go back and forward"(page) {
    const client = await page.context().newCDPSession(page);
    const press = async (button, buttons) => {
      for (const type of ["mousePressed", "mouseReleased"])
        await client.send("Input.dispatchMouseEvent", { type, x: 600, y: 400, button, buttons, clickCount: 1 });
      await page.waitForTimeout(400);
    };
    const zoom = () => page.evaluate(() => window.map.getView().zoom);
    await page.focus(".tl-canvas-surface");
    await page.keyboard.press("Shift+Digit0");
    await page.waitForTimeout(400);
    for (let i = 0; i < 5; i += 1) await page.keyboard.press("-");
    await page.waitForTimeout(400);
    await press("back", 8);
    assert.equal(await zoom(), 1);
    await press("forward", 16);
    assert.equal(await zoom(), 0.25);
  },
  async "one pixel at a time, and one step for a held key"(page) {
    const p = await at(page, "a5");
    await page.mouse.click(p.x, p.y);
    await page.keyboard.down("Shift");
    await page.keyboard.down("Control");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Control");
    await page.keyboard.up("Shift");
    const moves = await events(page, "move");
    assert.equal(moves.length, 1);
    assert.ok(moves[0][0][0].x > 0);
  },
  async "far away cards stand in blocks, a double click or Enter goes into one"(page) {
    await page.evaluate(() => window.map.setView({ x: 40, y: 40, zoom: 0.2 }));
    await page.waitForTimeout(300);
    await page.mouse.move(100, 150);
    await picture(page, "far");
    await page.mouse.dblclick(100, 150);
    await page.waitForTimeout(500);
    assert.ok((await page.evaluate(() => window.map.getView())).zoom >= 0.25);
    await page.evaluate(() => window.map.setView({ x: 40, y: 40, zoom: 0.2 }));
    await page.focus(".tl-canvas-surface");
    await page.keyboard.press("ArrowDown");
    await picture(page, "far-keyboard");
    assert.match((await events(page, "announce")).at(-1)[0], /\. \d+ /);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
    assert.ok((await page.evaluate(() => window.map.getView())).zoom >= 0.25);
  },
  async "a finger that rests on a card adds it, on paper it draws a marquee, two fingers move the view"(page) {
    const client = await page.context().newCDPSession(page);
    const touch = (type, ...points) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((p, id) => ({ ...p, id })) });
    for (const id of ["w1", "w2"]) {
      const p = await at(page, id);
      await touch("touchStart", p);
      await page.waitForTimeout(550);
      await touch("touchEnd");
    }
    assert.deepEqual((await events(page, "select")).at(-1), [["w1", "w2"]]);
    const a = await at(page, "w4", -0.05, -0.12);
    const b = await at(page, "w5", 0.6, 0.7);
    await touch("touchStart", a);
    await page.waitForTimeout(550);
    await touch("touchMove", b);
    await touch("touchEnd");
    assert.ok((await events(page, "select")).at(-1)[0].includes("w4"));
    assert.ok((await events(page, "select")).at(-1)[0].includes("w5"));
    const before = await page.evaluate(() => window.map.getView());
    await touch("touchStart", { x: 300, y: 300 }, { x: 400, y: 300 });
    await touch("touchMove", { x: 340, y: 360 }, { x: 440, y: 360 });
    await touch("touchEnd");
    await page.waitForTimeout(100);
    const after = await page.evaluate(() => window.map.getView());
    assert.ok(Math.abs(after.x - before.x - 40) < 3 && Math.abs(after.y - before.y - 60) < 3);
    assert.ok(Math.abs(after.zoom - before.zoom) < 0.01);
  },
  async "ctrl and wheel zoom at the pointer, the wheel alone pans"(page) {
    await page.mouse.move(600, 400);
    const before = await page.evaluate(() => window.map.getView());
    await page.mouse.wheel(0, 50);
    await page.waitForTimeout(60);
    const panned = await page.evaluate(() => window.map.getView());
    assert.equal(panned.y, before.y - 50);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -60);
    await page.waitForTimeout(60);
    await page.keyboard.up("Control");
    const zoomed = await page.evaluate(() => window.map.getView());
    assert.ok(zoomed.zoom > panned.zoom);
    assert.ok(Math.abs((600 - zoomed.x) / zoomed.zoom - (600 - panned.x) / panned.zoom) < 0.5);
  },
  async "the small map and its buttons move the view"(page) {
    await page.getByRole("button", { name: "Zoom in", includeHidden: true }).click();
    await page.waitForTimeout(300);
    assert.equal((await page.evaluate(() => window.map.getView())).zoom, 0.8);
    await page.getByRole("button", { name: "Show everything" }).click();
    await page.waitForTimeout(300);
    assert.ok((await page.evaluate(() => window.map.getView())).zoom < 0.8);
  },
  async [on("kind=scorecard", "on a scorecard a card taken to another band says so, and within its own it does not")](page) {
    const [first] = await page.evaluate(() => window.scene().cards.map((it) => it.id));
    const p = await at(page, first);
    await press(page, p, { x: p.x + 60, y: p.y + 132 * 0.75 });
    await page.mouse.up();
    const [[crossed]] = (await events(page, "move")).at(-1);
    assert.equal(crossed.band, "customer");
    await page.evaluate(() => window.events.splice(0));
    const other = (await page.evaluate(() => window.scene().cards.map((it) => it.id)))[1];
    const q = await at(page, other);
    await press(page, q, { x: q.x + 300, y: q.y + 4 });
    await page.mouse.up();
    const [[stayed]] = (await events(page, "move")).at(-1);
    assert.equal(stayed.band, undefined);
  },
  async [on("kind=benefits_map", "on a benefits map a card goes up and down and stays in its column")](page) {
    const p = await at(page, "o6");
    await press(page, p, { x: p.x + 90, y: p.y + 130 });
    await page.mouse.up();
    const [[move]] = (await events(page, "move")).at(-1);
    assert.equal(move.x, 40);
    assert.ok(move.y > 100);
  },
  async [on("kind=benefits_map", "on a benefits map M and its button ask for the other side, and a link leaves sideways")](page) {
    await page.focus(".tl-canvas-surface");
    await page.keyboard.press("m");
    await page.click('[data-testid="mirror-columns"]');
    assert.equal((await events(page, "mirror")).length, 2);
    const h = await at(page, "w3", 0, 0.5);
    await page.mouse.move(h.x + 20, h.y);
    await press(page, h, await at(page, "o6"));
    await picture(page, "benefits-link");
    await page.mouse.up();
    assert.deepEqual((await events(page, "connect")).at(-1), ["contribution", "w3", "o6"]);
  },
  async [on("kind=free&notes=1", "a note is chosen, moved and put among others by a frame around them")](page) {
    await page.evaluate(() => window.map.setView({ x: 40, y: 260, zoom: 0.8 }));
    const p = await noteAt(page, "n1");
    await press(page, p, { x: p.x - 16, y: p.y + 32 });
    await page.mouse.up();
    const [cards, [note]] = (await events(page, "move")).at(-1);
    assert.deepEqual(cards, []);
    assert.equal(note.id, "n1");
    await page.keyboard.down("Shift");
    const from = await noteAt(page, "n4", -4, -20);
    await press(page, from, await noteAt(page, "n5", 120, 40));
    await page.mouse.up();
    await page.keyboard.up("Shift");
    assert.deepEqual((await events(page, "select")).at(-1)[0].sort(), ["n4", "n5"]);
    await picture(page, "notes-chosen");
  },
  async [on("kind=free&notes=1", "what is locked is not dragged")](page) {
    await page.evaluate(() => window.map.setView({ x: 40, y: 260, zoom: 0.8 }));
    const p = await noteAt(page, "n3");
    await press(page, p, { x: p.x + 80, y: p.y + 80 });
    await page.mouse.up();
    assert.deepEqual(await events(page, "move"), []);
    assert.match((await events(page, "announce")).at(-1)[0], /locked/);
  },
  async [on("kind=free&notes=1", "a double click with Alt lays a note there, Escape keeps what was written")](page) {
    await page.evaluate(() => window.map.setView({ x: 40, y: 260, zoom: 0.8 }));
    await page.keyboard.down("Alt");
    await page.mouse.dblclick(900, 740);
    await page.keyboard.up("Alt");
    await page.keyboard.type("Ask Ada");
    await page.keyboard.press("Enter");
    await page.keyboard.type("before May");
    await picture(page, "note-written");
    await page.keyboard.press("Escape");
    const [[note]] = await events(page, "note");
    assert.equal(note.text, "Ask Ada\nbefore May");
  },
  async [on("kind=free", "on a free canvas a new card has a place of its own beside the one that lies in the middle")](page) {
    const [at, others] = await page.evaluate(() => {
      const { cards } = window.scene();
      const [{ x, y }] = cards;
      const zoom = 0.8;
      window.map.setView({ x: 640 - (x + 120) * zoom, y: 400 - (y + 44) * zoom, zoom });
      return [window.map.roomFor("outcome"), cards.map((it) => [it.x, it.y])];
    });
    for (const [x, y] of others)
      assert.ok(Math.abs(x - at.x) >= 240 || Math.abs(y - at.y) >= 88, `${at.x},${at.y} lies on ${x},${y}`);
    const [[x, y]] = others;
    assert.ok(Math.hypot(x - at.x, y - at.y) < 400, `${at.x},${at.y} is far from the middle`);
  },
  async [on("kind=free&notes=1&select=n1", "a selected note becomes an element by its menu")](page) {
    await page.evaluate(() => window.map.setView({ x: 40, y: 260, zoom: 0.8 }));
    await page.focus(".tl-canvas-surface");
    await page.keyboard.press("b");
    await picture(page, "note-becomes");
    await page.click('[data-testid="become-outcome"]');
    const [[id, request]] = await events(page, "become");
    assert.equal(id, "n1");
    assert.equal(request.kind, "outcome");
  },
};

let failed = 0;
const all = { ...CHECKS, ...keptChecks(open) };
for (const [name, check] of Object.entries(all)) {
  if (!name.includes(only)) continue;
  const page = await open(QUERIES.get(name) ?? "");
  try {
    await check(page);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAIL  ${name}\n      ${String(error?.message ?? error)
        .split("\n")
        .slice(0, 12)
        .join("\n      ")}`,
    );
  }
  await page.close();
}
await browser.close();
await server.close();
process.exit(failed === 0 ? 0 : 1);
