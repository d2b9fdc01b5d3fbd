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
  { name: "table-range", size: [1440, 900], query: "open=many", act: [click("nav-table"), range("m3", "budget", "m9", "end")] },
  { name: "table-edit-dark", size: S, query: "open=demo&theme=dark", act: [click("nav-table"), edit("state")] },
  { name: "table-where", size: S, query: "open=many", act: [click("nav-table"), click("table-where")] },
  { name: "table-where-value", size: S, query: "open=many&lang=fr", act: [click("nav-table"), click("table-where"), async (p) => { await p.keyboard.type("budget"); await p.keyboard.press("Enter"); }] },
  { name: "table-pasted", size: S, query: "open=many", act: [click("nav-table"), range("m3", "title", "m3", "title"), lastRow, paste("Bridge repair\tA. Moreno\tActive\nHarbour lights\tn/a\tsoon\nNew quay\tT. Roche\tPlanned\n\tI. Falk\tIdea")] },
  { name: "table-pasted-fr-dark", size: [1440, 900], query: "open=many&lang=fr&theme=dark", act: [click("nav-table"), range("m3", "title", "m3", "title"), lastRow, paste("Bridge repair\tA. Moreno\tActive\nHarbour lights\tn/a\tbientôt\n\tI. Falk\tIdea")] },
  { name: "table-long", size: S, query: "open=demo", act: [click("nav-table"), column("why"), edit("why"), async (p) => p.keyboard.type("Travellers change boats without a second ticket,")] },
  { name: "table-filtered-fr", size: S, query: "open=many&lang=fr", act: [click("nav-table"), click("table-where"), async (p) => { for (const typed of ["fin", "inconnu"]) { await p.keyboard.type(typed); await p.keyboard.press("Enter"); } await p.keyboard.press("Escape"); }] },
  { name: "table-1920-fr-dark", size: L, query: "open=demo&theme=dark&lang=fr", act: [click("nav-table")] },
  { name: "table-objectives", size: S, query: "open=demo", act: [click("nav-table"), kind("objective")] },
  { name: "table-capabilities-fr", size: S, query: "open=demo&lang=fr", act: [click("nav-table"), kind("capability")] },
  { name: "table-systems-dark", size: S, query: "open=demo&theme=dark", act: [click("nav-table"), kind("system")] },
  { name: "table-nobody", size: S, query: "open=demo&lang=fr", act: [click("nav-table"), kind("person")] },
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
