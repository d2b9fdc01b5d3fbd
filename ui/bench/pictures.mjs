// Takes a picture of the map in headless Chromium and makes the same one from its recording, to be looked at beside each
// other and compared pixel by pixel. Not a test: two renderers never agree on the edge of a letter.
// Usage: node bench/pictures.mjs OUT_DIR [NAME...]; needs target/release/examples/picture, or what PICTURE names.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const out = process.argv[2] ?? "target-pictures";
const only = process.argv.slice(3);
const picture = process.env.PICTURE ?? new URL("../../target/release/examples/picture", import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const WISH = { part: "view", colours: "shown", backdrop: true, lit: true, title: "A map", lang: "en", foot: null };
const FOOT = {
  title: "Valmere Transit",
  facts: "As of 26 November 2026 · rules 4.0",
  states: { ok: "On track", risk: "At risk", off: "Off track", unknown: "Unknown" },
};
const SHOTS = [
  { name: "light", query: "" },
  { name: "dark", query: "theme=dark" },
  { name: "lit", query: "select=w3" },
  { name: "lit-dark-fr", query: "theme=dark&lang=fr&select=o6" },
  { name: "near-2x", query: "", dpr: 2, view: { x: -400, y: -700, zoom: 1 } },
  { name: "large", query: "select=w3", view: { x: -200, y: -300, zoom: 1.5 } },
  { name: "middle", query: "", view: { x: 60, y: 40, zoom: 0.4 } },
  { name: "far", query: "fit&cards=2000" },
  { name: "half-2000", query: "cards=2000", view: { x: 20, y: -600, zoom: 0.6 } },
  { name: "whole", query: "", wish: { part: "whole", foot: FOOT } },
  { name: "whole-dark", query: "", wish: { part: "whole", foot: FOOT, colours: "dark" } },
  { name: "whole-fr-lit", query: "lang=fr&select=o6", wish: { part: "whole", foot: FOOT } },
  { name: "selection", query: "select=w3,o2", wish: { part: "selection", lit: false } },
  { name: "transparent", query: "select=w3", wish: { part: "whole", backdrop: false } },
  { name: "whole-2000", query: "cards=2000", wish: { part: "whole", foot: FOOT } },
  { name: "whole-10000", query: "cards=10000", wish: { part: "whole", foot: FOOT } },
];
const server = await createServer({
  root: new URL("..", import.meta.url).pathname,
  server: { port: 5197, strictPort: false },
  logLevel: "error",
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
for (const shot of SHOTS) {
  if (only.length > 0 && !only.includes(shot.name)) continue;
  const dpr = shot.dpr ?? 1;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: dpr });
  page.on("console", (m) => m.type() === "error" && console.log(shot.name, m.text()));
  page.on("pageerror", (e) => console.log(shot.name, String(e)));
  await page.goto(`${base}bench/canvas.html?${shot.query}`);
  await page.waitForFunction(() => window.ready === true);
  if (shot.view) await page.evaluate((view) => window.map.setView(view), shot.view);
  await page.waitForTimeout(600);
  const [json, took] = await page.evaluate(async (wish) => {
    const begun = performance.now();
    const drawing = await window.map.picture(wish);
    const drawn = performance.now() - begun;
    return [JSON.stringify(drawing), [drawn, performance.now() - begun - drawn]];
  }, { ...WISH, ...shot.wish });
  const at = `${out}/${shot.name}`;
  writeFileSync(`${at}.json`, json);
  console.log(`${shot.name}: recorded in ${took.map(Math.round).join(" + ")} ms, ${Math.round(json.length / 1000)} kB`);
  const told = (...args) => console.log("  ", spawnSync(picture, args).stderr.toString().trim().replaceAll("\n", ", "));
  told(`${at}.json`, `${at}.svg`);
  told(`${at}.json`, `${at}.png`, String(dpr));
  told(`${at}.json`, `${at}.pdf`);
  if ((shot.wish?.part ?? "view") === "view") {
    await page.addStyleTag({ content: ".tl-canvas > :not(.tl-canvas-surface) { display: none !important }" });
    await page.screenshot({ path: `${at}.screen.png` });
  }
  await page.close();
}
await browser.close();
await server.close();
