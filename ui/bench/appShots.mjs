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
/** Keys in the outline. */
const press = (...keys) => async (page) => {
  await page.focus('[data-testid="outline"]');
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
};
const fill = (id, text) => (page) => page.fill(`[data-testid="${id}"]`, text);
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
  { name: "palette", size: S, query: "open=demo", act: [async (p) => { await p.keyboard.press("Control+k"); await p.keyboard.type("ticket"); }] },
  { name: "help", size: S, query: "open=demo&lang=fr", act: [async (p) => p.keyboard.press("?")] },
  { name: "menu", size: S, query: "open=demo", act: [click("menu")] },
  { name: "sources", size: S, query: "open=demo", act: [click("nav-sources")] },
  { name: "about", size: S, query: "open=demo&theme=dark", act: [click("menu"), click("menu-about")] },
  { name: "none-selected", size: [1440, 900], query: "open=many" },
  { name: "drop", size: S, query: "open=demo", act: [async (p) => p.evaluate(() => window.drag({ phase: "over", paths: ["/home/ada/projects-2026.xlsx"] }))] },
  { name: "table", size: S, query: "open=many", act: [click("nav-table")] },
  { name: "outline", size: S, query: "open=demo", act: [click("nav-outline"), press("ArrowDown", "ArrowDown", "ArrowRight")] },
  { name: "outline-open", size: L, query: "open=demo", act: [click("nav-outline"), fill("outline-filter", "app"), press("*")] },
  { name: "outline-fr-dark", size: S, query: "open=demo&lang=fr&theme=dark", act: [click("nav-outline"), press("End"), press("Control+Home", "ArrowDown", "ArrowDown", "ArrowRight")] },
  { name: "outline-empty", size: S, query: "open=empty", act: [click("nav-outline"), press("Insert")] },
  { name: "outline-large", size: [1440, 900], query: "open=large", act: [click("nav-outline"), fill("outline-filter", "move 7"), press("End"), fill("outline-filter", ""), press("*", "ArrowDown")] },
  { name: "outline-many", size: S, query: "open=many", act: [click("nav-outline"), press("ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown")] },
  { name: "outline-nothing", size: S, query: "open=many&lang=fr", act: [click("nav-outline"), fill("outline-filter", "zzz")] },
  { name: "outline-960", size: [960, 600], query: "open=demo&lang=fr", act: [click("nav-outline")] },
  { name: "fr-960", size: [960, 600], query: "open=demo&lang=fr", act: [card("booking app")] },
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
