// Takes pictures of the map in headless Chromium, to be looked at. Not a test.
// Usage: node bench/shots.mjs OUT_DIR [NAME...]
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const out = process.argv[2] ?? "target-shots";
const only = process.argv.slice(3);
mkdirSync(out, { recursive: true });
const SHOTS = [
  { name: "light", size: [1280, 800], query: "" },
  { name: "dark", size: [1280, 800], query: "theme=dark" },
  { name: "lit-light", size: [1280, 800], query: "select=w3" },
  { name: "lit-dark", size: [1280, 800], query: "theme=dark&select=w3" },
  { name: "lit-1920", size: [1920, 1080], query: "select=w3" },
  { name: "lit-fr", size: [1280, 800], query: "lang=fr&select=o6" },
  { name: "mock", size: [1064, 852], query: "select=w3", view: { x: 40, y: 0, zoom: 0.8 } },
  { name: "mock-dark", size: [1064, 852], query: "theme=dark&select=w3", view: { x: 40, y: 0, zoom: 0.8 } },
  { name: "near", size: [1280, 800], query: "", view: { x: -400, y: -700, zoom: 1 } },
  { name: "near-2x", size: [1280, 800], dpr: 2, query: "select=w3", view: { x: -400, y: -700, zoom: 1 } },
  { name: "middle", size: [1280, 800], query: "", view: { x: 60, y: 40, zoom: 0.4 } },
  { name: "far-2000", size: [1920, 1080], query: "fit&cards=2000" },
  { name: "far-2000-dark", size: [1920, 1080], query: "fit&cards=2000&theme=dark" },
  { name: "mid-2000", size: [1920, 1080], query: "cards=2000", view: { x: 20, y: -400, zoom: 0.45 } },
  { name: "half-2000", size: [1920, 1080], query: "cards=2000", view: { x: 20, y: -600, zoom: 0.6 } },
  {
    name: "half-2000-2x",
    size: [1280, 800],
    dpr: 2,
    query: "cards=2000",
    view: { x: 20, y: -600, zoom: 0.6 },
  },
  { name: "forced", size: [1280, 800], query: "select=w3", forced: true },
  { name: "far-10000", size: [1920, 1080], query: "fit&cards=10000" },
  { name: "fresh", size: [1280, 800], query: "fresh=1" },
  { name: "fresh-fit", size: [1280, 800], query: "fit&fresh=1" },
  { name: "fresh-lit", size: [1280, 800], query: "fresh=1&select=w9,o2" },
  { name: "score", size: [1280, 800], query: "kind=scorecard&notes=1" },
  { name: "score-dark", size: [1920, 1080], query: "kind=scorecard&theme=dark&lang=fr" },
  { name: "score-empty", size: [1280, 800], query: "kind=scorecard&empty=1" },
  { name: "benefits", size: [1280, 800], query: "kind=benefits_map" },
  { name: "benefits-fit", size: [1280, 800], query: "kind=benefits_map&fit" },
  { name: "benefits-lit", size: [1920, 1080], query: "kind=benefits_map&fit&select=w3" },
  { name: "benefits-dark", size: [1920, 1080], query: "kind=benefits_map&theme=dark&lang=fr&mirrored=1&select=o6" },
  { name: "benefits-fresh", size: [1280, 800], query: "kind=benefits_map&fresh=1&fit" },
  { name: "free", size: [1280, 800], query: "kind=free&notes=1" },
  { name: "free-dark", size: [1920, 1080], query: "kind=free&notes=1&theme=dark&lang=fr&select=n2" },
  { name: "free-half", size: [1280, 800], query: "kind=free&notes=1", view: { x: 80, y: 200, zoom: 0.55 } },
  { name: "free-far", size: [1280, 800], query: "kind=free&notes=1", view: { x: 380, y: 300, zoom: 0.2 } },
  { name: "notes", size: [1280, 800], query: "notes=1", view: { x: 40, y: 240, zoom: 0.9 } },
  { name: "empty", size: [1280, 800], query: "empty=1" },
];
const server = await createServer({
  root: new URL("..", import.meta.url).pathname,
  server: { port: 5199, strictPort: false },
  logLevel: "error",
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const shot of SHOTS) {
  if (only.length > 0 && !only.includes(shot.name)) continue;
  const page = await browser.newPage({
    viewport: { width: shot.size[0], height: shot.size[1] },
    deviceScaleFactor: shot.dpr ?? 1,
    forcedColors: shot.forced ? "active" : "none",
  });
  page.on("console", (m) => m.type() === "error" && console.log(shot.name, m.text()));
  page.on("pageerror", (e) => console.log(shot.name, String(e)));
  await page.goto(`${base}bench/canvas.html?${shot.query}`);
  await page.waitForFunction(() => window.ready === true);
  if (shot.view) await page.evaluate((view) => window.map.setView(view), shot.view);
  // Fades, the worker's picture, and its sharpening.
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${out}/${shot.name}.png` });
  await page.close();
}
await browser.close();
await server.close();
