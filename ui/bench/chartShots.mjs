// Takes pictures of the charts in headless Chromium, to be looked at. Not a test.
// Usage: node bench/chartShots.mjs OUT_DIR [NAME...]
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const out = process.argv[2] ?? "target-shots";
const only = process.argv.slice(3);
mkdirSync(out, { recursive: true });
const S = [1280, 800];
const L = [1920, 1080];
const SHOTS = ["capability", "delivery", "trajectory", "xmatrix"].flatMap((kind) => [
  { name: `${kind}-sample`, size: S, query: `kind=${kind}` },
  { name: `${kind}-sample-dark-fr`, size: L, query: `kind=${kind}&theme=dark&lang=fr` },
  { name: `${kind}-sample-fr`, size: S, query: `kind=${kind}&lang=fr` },
  { name: `${kind}-ferries`, size: S, query: `kind=${kind}&data=ferries` },
  { name: `${kind}-bare`, size: S, query: `kind=${kind}&data=bare` },
  { name: `${kind}-bare-large`, size: L, query: `kind=${kind}&data=bare` },
  { name: `${kind}-many`, size: S, query: `kind=${kind}&data=many` },
  { name: `${kind}-many-dark`, size: L, query: `kind=${kind}&data=many&theme=dark` },
  { name: `${kind}-many-near`, size: L, query: `kind=${kind}&data=many`, zoom: 4 },
  { name: `${kind}-many-fit`, size: L, query: `kind=${kind}&data=many&fit` },
  { name: `${kind}-empty`, size: S, query: `kind=${kind}&data=empty` },
  { name: `${kind}-forced`, size: S, query: `kind=${kind}`, forced: true },
  { name: `${kind}-selected`, size: S, query: `kind=${kind}&select=i-frontdoor,cap-flow`, hover: [640, 420] },
  { name: `${kind}-keys`, size: S, query: `kind=${kind}`, keys: ["Tab", "ArrowDown", "ArrowRight"] },
]).concat([
  { name: "capability-deep", size: S, query: "kind=capability&data=deep" },
  { name: "capability-many-2x", size: S, dpr: 2, query: "kind=capability&data=many", zoom: 3 },
  { name: "trajectory-far", size: L, query: "kind=trajectory&data=many", zoom: -4 },
  { name: "xmatrix-rename", size: S, query: "kind=xmatrix", keys: ["Tab", "ArrowRight", "F2"] },
  { name: "xmatrix-far", size: L, query: "kind=xmatrix&data=many", zoom: -5 },
  { name: "xmatrix-near", size: S, query: "kind=xmatrix", zoom: 2 },
  { name: "trajectory-rename", size: S, query: "kind=trajectory", keys: ["Tab", "ArrowUp", "ArrowUp", "F2"] },
  { name: "capability-rename-dark", size: S, query: "kind=capability&theme=dark", keys: ["Tab", "F2"] },
  { name: "delivery-rename", size: S, query: "kind=delivery", keys: ["Tab", "F2"] },
  { name: "trajectory-link", size: S, query: "kind=trajectory", keys: ["Tab", "ArrowUp", "l", "ArrowUp", "ArrowUp"] },
  { name: "trajectory-link-dark-fr", size: L, query: "kind=trajectory&theme=dark&lang=fr", keys: ["Tab", "l", "ArrowDown"] },
  { name: "trajectory-link-drag", size: S, query: "kind=trajectory", drag: [[700, 476], [721, 476], [740, 500], [800, 548]] },
  { name: "trajectory-half", size: S, query: "kind=trajectory", hover: [350, 620] },
  { name: "trajectory-half-drag", size: S, query: "kind=trajectory", drag: [[360, 620], [368, 620], [400, 620], [470, 622]] },
  { name: "delivery-many-lit", size: S, query: "kind=delivery&data=many&lang=fr", hover: [1050, 448] },
  { name: "trajectory-near", size: S, query: "kind=trajectory&select=i-frontdoor", zoom: 5 },
]);
const server = await createServer({ root: new URL("..", import.meta.url).pathname, server: { port: 5198, strictPort: false, fs: { allow: [new URL("../..", import.meta.url).pathname] } }, logLevel: "error" });
await server.listen();
const base = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const shot of SHOTS) {
  if (only.length > 0 && !only.some((name) => shot.name === name || (name.endsWith("*") && shot.name.startsWith(name.slice(0, -1))))) continue;
  const page = await browser.newPage({ viewport: { width: shot.size[0], height: shot.size[1] }, deviceScaleFactor: shot.dpr ?? 1, forcedColors: shot.forced ? "active" : "none" });
  page.on("console", (m) => m.type() === "error" && console.log(shot.name, m.text()));
  page.on("pageerror", (e) => console.log(shot.name, String(e)));
  await page.goto(`${base}bench/chart.html?${shot.query}`);
  await page.waitForFunction(() => window.ready === true);
  for (let n = 0; n < Math.abs(shot.zoom ?? 0); n += 1) {
    await page.evaluate((step) => window.chart.zoom(step), Math.sign(shot.zoom));
    await page.waitForTimeout(220);
  }
  for (const key of shot.keys ?? []) await page.keyboard.press(key);
  // Held, not let go: what is seen on the way.
  for (const [n, at] of (shot.drag ?? []).entries()) {
    await page.mouse.move(...at, { steps: 4 });
    if (n === 1) await page.mouse.down();
  }
  if (shot.hover) await page.mouse.move(...shot.hover);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${out}/${shot.name}.png` });
  console.log(shot.name, await page.evaluate(() => `made in ${Math.round(window.took)} ms, worst frame ${Math.round(Math.max(...window.frames))} ms`));
  await page.close();
}
await browser.close();
await server.close();
