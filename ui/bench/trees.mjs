// Asks headless Chromium whether its own accessibility tree of each canvas is the one that the tests keep as text
// (src/shell/reach/trees): same roles, names and states, in the same order. Not part of the tests.
// Usage: node bench/trees.mjs [FOLDER for pictures under forced colours]
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const KINDS = ["strategy_map", "scorecard", "benefits_map", "x_matrix", "capability_map", "trajectory", "delivery_outcome", "free"];
const pictures = process.argv[2];
const server = await createServer({ root: new URL("..", import.meta.url).pathname, logLevel: "error", server: { port: 5197, strictPort: false } });
await server.listen();
const address = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: process.env.THROUGHLINE_BROWSER ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let differ = 0;

/** Lines of Chromium's tree below the section of the canvas, written as ours are; its roles of text are left out. */
function linesOf(nodes, root) {
  const byId = new Map(nodes.map((it) => [it.nodeId, it]));
  const lines = [];
  const walk = (node, depth) => {
    const role = node.role?.value ?? "";
    const skipped = node.ignored || ["generic", "none", "StaticText", "InlineTextBox", "ListMarker", "paragraph", "Canvas", "sectionheader"].includes(role);
    if (!skipped) {
      const of = (name) => node.properties?.find((it) => it.name === name)?.value.value;
      const states = [of("selected") ? "selected" : "", of("pressed") === "true" ? "pressed" : "", of("disabled") ? "disabled" : ""].filter((it) => it !== "");
      lines.push(`${"  ".repeat(depth)}${role === "image" ? "img" : role} “${(node.name?.value ?? "").replace(/\s+/gu, " ").trim()}”${states.length > 0 ? ` (${states.join(", ")})` : ""}`);
    }
    if (["button", "option", "heading"].includes(role)) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, depth + (skipped ? 0 : 1));
    }
  };
  walk(root, 0);
  return lines;
}

for (const kind of KINDS) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}bench/app.html?open=demo&kind=${kind}`);
  await page.waitForSelector(".tl-canvas-surface");
  await page.waitForTimeout(800);
  await page.focus(".tl-canvas-surface");
  await page.keyboard.press("ArrowUp");
  if (kind !== "x_matrix") await page.keyboard.press("Space");
  await page.waitForTimeout(300);
  const ours = await page.evaluate(async () => {
    const { treeOf } = await import("/src/shell/reach/tree.ts");
    return treeOf(document.querySelector(".map-place"));
  });
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const label = await page.getAttribute(".map-place", "aria-label");
  const root = nodes.find((it) => it.role?.value === "region" && it.name?.value === label);
  const theirs = root === undefined ? [] : linesOf(nodes, root);
  // Chromium does not hand out the place in a set, and the mark for the keyboard is ours.
  const plain = ours.map((line) => line.replace(/ ← keyboard$/u, "").replace(/,? ?\d+ of \d+\)$/u, ")").replace(/ \(\)$/u, ""));
  const text = (lines) => lines.join("\n");
  const isSame = text(plain) === text(theirs);
  if (!isSame) differ += 1;
  console.log(`${isSame ? "agrees" : "DIFFERS"}  ${kind}, ${plain.length} lines`);
  if (!isSame) console.log(`--- ours\n${text(plain)}\n--- Chromium\n${text(theirs)}`);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    for (const theme of ["light", "dark"]) {
      await page.emulateMedia({ forcedColors: "active", colorScheme: theme });
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${pictures}/forced-${kind}-${theme}.png` });
    }
  }
  await page.close();
}
await browser.close();
await server.close();
process.exit(differ > 0 ? 1 : 0);
