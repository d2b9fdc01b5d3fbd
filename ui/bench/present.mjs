// Presents generated maps in headless Chromium at 1920 × 1080 and says how long pictures of the window take meanwhile.
// Usage: node bench/present.mjs [OUT_DIR]   (with OUT_DIR pictures of the moments are kept there)
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const ui = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.argv[2];
if (out) mkdirSync(out, { recursive: true });
const server = await createServer({ root: ui, server: { port: 5197, strictPort: false }, logLevel: "error" });
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
});
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
const round = (value) => Math.round(value * 10) / 10;

async function open(query) {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  page.on("pageerror", (e) => {
    throw e;
  });
  await page.goto(`${base}bench/present.html?${query}`);
  await page.waitForFunction(() => window.ready === true);
  await page.waitForTimeout(2500);
  return page;
}
const clear = (page) =>
  page.evaluate(() => {
    window.seen.length = 0;
    window.held.length = 0;
  });
const figures = (page) => page.evaluate(() => ({ seen: [...window.seen], held: [...window.held], ...window.bitmaps() }));
const caption = (page) => page.evaluate(() => document.querySelector(".present-caption b").textContent.replace(/\s/g, ""));

for (const query of process.env.ONLY_HANDS ? [] : ["cards=2000", "cards=10000", "chart=trajectory", "chart=capability"]) {
  const page = await open(query);
  const tell = async (what) => {
    const { seen, held, now, most } = await figures(page);
    console.log(`${query.padEnd(18)} ${what.padEnd(22)} frame ms p50 ${round(at(seen, 0.5))} p95 ${round(at(seen, 0.95))} p99 ${round(at(seen, 0.99))} most ${round(Math.max(...seen))} · held longer than 50 ms: ${held.length} (most ${Math.round(Math.max(0, ...held))}) · bitmaps ${now} (most ${most})`);
  };
  if (out) await page.screenshot({ path: join(out, `${query}-1.png`) });
  await clear(page);
  await page.waitForTimeout(1500);
  await tell("at rest");
  await clear(page);
  for (let i = 0; i < 16; i += 1) {
    await page.keyboard.press(i < 7 ? "PageDown" : i < 14 ? "PageUp" : "ArrowRight");
    await page.waitForTimeout(900);
  }
  await tell("a step a second");
  if (out) await page.screenshot({ path: join(out, `${query}-3.png`) });
  // While a slide is looked at: the light, with nothing to prepare.
  await clear(page);
  await page.keyboard.press("l");
  for (let i = 0; i < 120; i += 1) {
    await page.mouse.move(400 + i * 8, 500 + Math.sin(i / 9) * 200);
    await page.waitForTimeout(8);
  }
  await tell("the light");
  await page.keyboard.press("l");
  // As fast as a thumb can press.
  await clear(page);
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press(i < 5 ? "ArrowRight" : "ArrowLeft");
    await page.waitForTimeout(90);
  }
  await page.waitForTimeout(1500);
  await tell("as fast as can be");
  const { now, most } = await figures(page);
  assert.ok(now <= 3, `${now} bitmaps are held`);
  assert.ok(most <= 6, `${most} bitmaps were held at once`);
  await page.keyboard.press("Home");
  for (const key of ["3", "Enter"]) await page.keyboard.press(key);
  assert.equal(await caption(page), "3/8");
  await page.keyboard.press("b");
  assert.equal(await page.evaluate(() => document.querySelector(".present").dataset.cover), "black");
  await page.keyboard.press("End");
  assert.equal(await caption(page), "8/8");
  await page.mouse.click(900, 500);
  assert.equal(await caption(page), "8/8");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => window.left), true);
  await page.close();
}
// By hand in the whole window: frames are kept, carried, sized and flown to; a room's larger units are met by the pointer.
for (const room of [false, true]) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (e) => {
    throw e;
  });
  await page.goto(`${base}bench/app.html?open=demo`);
  await page.waitForSelector(".tl-canvas-surface");
  if (room) await page.evaluate(() => document.documentElement.toggleAttribute("data-room", true));
  await page.waitForTimeout(600);
  const frames = () => page.evaluate(() => [...window.session.snapshot().store.state.portfolio.canvases.values()][0].frames);
  const tab = page.locator('[data-testid="frame-tab"]').first();
  // The mirror for screen readers says where a card is.
  await page.focus(".tl-canvas-surface");
  await page.waitForTimeout(300);
  const [spot, said] = await page.evaluate(() => {
    const surface = document.querySelector(".tl-canvas-surface");
    const card = document.getElementById(surface.getAttribute("aria-activedescendant"));
    const { x, y, width, height } = card.getBoundingClientRect();
    return [{ x, y, width, height }, card.textContent || card.getAttribute("aria-label")];
  });
  await page.mouse.click(spot.x + spot.width / 2, spot.y + spot.height / 2);
  await page.waitForTimeout(400);
  await page.keyboard.press("Shift+F");
  // Its name is asked for, and stays as it is.
  await page.keyboard.press("Escape");
  await page.waitForTimeout(500);
  const [made] = await frames();
  assert.ok(said.includes(made?.title ?? "nothing"), `pressed “${said}”, framed “${made?.title}”`);
  const unit = room ? 1.5 : 1;
  // With one frame only, its digit shows it whole, wherever one was.
  await page.keyboard.press("1");
  await page.waitForTimeout(500);
  const outline = await page.locator(".tl-frame").first().boundingBox();
  const place = await page.locator(".tl-canvas-surface").boundingBox();
  assert.ok(outline.x >= place.x - 1 && outline.y >= place.y - 1 && outline.x + outline.width <= place.x + place.width + 1, "the frame is not whole in sight");
  const zoom = outline.width / made.width;
  const at = await tab.boundingBox();
  await page.mouse.move(at.x + 20, at.y + 8);
  await page.mouse.down();
  await page.mouse.move(at.x + 120, at.y + 58, { steps: 5 });
  await page.mouse.up();
  await page.waitForTimeout(300);
  const [moved] = await frames();
  assert.ok(Math.abs(moved.x - made.x - 100 / zoom) <= 2, `carried by ${moved.x - made.x} instead of ${100 / zoom} at unit ${unit}`);
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(300);
  assert.equal((await frames())[0].x, made.x);
  if (out) await page.screenshot({ path: join(out, `frames-${room ? "room" : "desk"}.png`) });
  console.log(`ok    frames by hand ${room ? "in a room" : "at a desk"}`);
  await page.close();
}
await browser.close();
await server.close();
