// Holds the map, as it is drawn from a picture that is kept, against the same map without one: pixel by pixel, after
// gestures and edits, at several densities of the screen. Part of `npm run test:canvas`.
import assert from "node:assert/strict";

const RATIOS = [1, 1.25, 1.5, 2];

/** Runs before the page: counts how often a kept picture is laid down, and gives none where there is to be none. */
function watched(isKept) {
  window.laid = 0;
  let opaque = 0;
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, how) {
    // The first opaque canvas is the map itself, the second what it keeps.
    if (how?.alpha === false) opaque += 1;
    return how?.alpha === false && opaque > 1 && !isKept ? null : getContext.call(this, kind, how);
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (image, ...at) {
    if (at.length === 8 && this.canvas.isConnected && image instanceof HTMLCanvasElement) window.laid += 1;
    drawImage.call(this, image, ...at);
  };
}

/** Until nothing is drawn any more: fades, links of the worker. */
async function still(page) {
  await page.evaluate(async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
    for (let seen = -1; seen !== window.frames.length; await pause()) seen = window.frames.length;
  });
}

const canvasOf = () => document.querySelector(".tl-canvas-surface canvas");

/** Of 255: farther apart no edge of a letter comes by being rounded in another place. */
const FAINT = 64;
/** The share of pixels that may be rounded otherwise. */
const FEW = 0.003;

/** How many pixels are others than in a picture, how many of them plainly, and where the first of those is. */
async function otherwise([canvas, url, faint]) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { width, height } = canvas;
  const other = new OffscreenCanvas(width, height).getContext("2d");
  other.drawImage(image, 0, 0);
  const [a, b] = [canvas.getContext("2d"), other].map((it) => it.getImageData(0, 0, width, height).data);
  let [others, plain, first] = [0, 0, null];
  for (let i = 0; i < a.length; i += 4) {
    const off = Math.max(...[0, 1, 2].map((n) => Math.abs(a[i + n] - b[i + n])));
    if (off > 0) others += 1;
    if (off <= faint) continue;
    plain += 1;
    first ??= { x: (i / 4) % width, y: Math.floor(i / 4 / width) };
  }
  return { share: others / (width * height), plain, first };
}

const wheel = (x, y, times) => async (page) => {
  for (let n = 0; n < times; n += 1) {
    await page.mouse.wheel(x, y);
    await page.waitForTimeout(20);
  }
};
/** The middle of a card on the screen. */
const at = (page, id) =>
  page.evaluate((id) => {
    const card = window.scene().cards.find((it) => it.id === id);
    const v = window.map.getView();
    return [(card.x + 120) * v.zoom + v.x, (card.y + 44) * v.zoom + v.y];
  }, id);
const look = (view) => (page) => page.evaluate((view) => window.map.setView(view), view);

/** Where no link is, nothing but the cards that look otherwise is drawn again. */
const EDITS = {
  "as it opens": look({ x: 40, y: 30, zoom: 0.8 }),
  "panned a little": wheel(17, 9, 2),
  "two cards edited": (page) =>
    page.evaluate(() => {
      const scene = window.scene();
      const titles = { o2: "One pier for all of us", o4: "Quiet mornings" };
      const cards = scene.cards.map((it) => (it.id in titles ? { ...it, shown: titles[it.id] } : it));
      window.map.setScene({ ...scene, cards });
    }),
  "panned after it": wheel(-41, 23, 4),
};

/** What somebody does, one after the other; each ends in a picture. */
const STEPS = {
  "as it opens": look({ x: 40.3, y: 0.7, zoom: 0.75 }),
  "panned a little": wheel(17, 9, 2),
  "panned out of what is kept": wheel(61, 27, 5),
  "panned back": wheel(-43, -31, 6),
  "over a card": async (page) => page.mouse.move(...(await at(page, "w3"))),
  "a card edited": (page) =>
    page.evaluate(() => {
      const scene = window.scene();
      const cards = scene.cards.map((it) => (it.id === "w3" ? { ...it, shown: "One pier for all of us" } : it));
      window.map.setScene({ ...scene, cards });
    }),
  "a card dragged": async (page) => {
    const [x, y] = await at(page, "a5");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 40, { steps: 9 });
  },
  "the card let go": (page) => page.mouse.up(),
  "panned after both": wheel(-23, 11, 4),
  "a card selected": async (page) => page.mouse.click(...(await at(page, "w1"))),
  "panned with a line lit": wheel(31, 7, 4),
  "nearer": look({ x: -201.4, y: 33.3, zoom: 1.13 }),
  "panned there": wheel(29, 41, 6),
};

/** Among so many links the worker paints them, all at one strength, and only what comes into sight. */
const THICKET = {
  "as it opens": look({ x: -400, y: -2000, zoom: 0.8 }),
  "panned out of the picture": wheel(61, 37, 9),
  "panned across it": wheel(-53, 41, 9),
  "panned by parts of a pixel": wheel(-20.4, -30.7, 12),
};

/** In the map that is drawn anew the worker forgets what it painted when it paints another zoom between. */
async function painted(page) {
  const view = await page.evaluate(() => window.map.getView());
  await look({ ...view, zoom: view.zoom * 1.02 })(page);
  await still(page);
  await look(view)(page);
  await still(page);
}

/** The checks by name; `open` gives a page of a query and a density after its script has run. */
export function keptChecks(open) {
  const checks = {};
  for (const ratio of RATIOS) {
    const at = `at ${ratio} pixels to one`;
    checks[`what is kept of the map looks as if drawn anew, ${at}`] = () => hold(open, "", ratio, STEPS);
    checks[`what is kept looks as if drawn anew where single cards change, ${at}`] = () =>
      hold(open, "fresh", ratio, EDITS);
    // A hairline between two pixels may choose the other one, here and there; laid one pixel aside tens of thousands are others.
    checks[`links painted where they come into sight look as if all were painted anew, ${at}`] = () =>
      hold(open, "cards=3000", ratio, THICKET, { faint: 24, few: 0.2, stray: 200, renew: painted });
  }
  return checks;
}

async function hold(open, query, ratio, steps, { faint = FAINT, few = FEW, stray = 0, renew = still } = {}) {
  const how = { deviceScaleFactor: ratio, reducedMotion: "reduce" };
  const [kept, anew] = [await open(query, how, watched, true), await open(query, how, watched, false)];
  for (const [name, step] of Object.entries(steps)) {
    for (const page of [kept, anew]) {
      await step(page);
      await still(page);
    }
    await renew(anew);
    const url = await (await kept.evaluateHandle(canvasOf)).evaluate((it) => it.toDataURL());
    const canvas = await anew.evaluateHandle(canvasOf);
    const { share, plain, first } = await anew.evaluate(otherwise, [canvas, url, faint]);
    assert.ok(plain <= stray, `${name}: ${plain} pixels are others, the first at ${JSON.stringify(first)}`);
    assert.ok(share < few, `${name}: ${(share * 100).toFixed(2)} % of the pixels are a little otherwise`);
  }
  // Otherwise nothing was compared.
  assert.ok((await kept.evaluate(() => window.laid)) > 5, "the kept picture is laid down");
  assert.equal(await anew.evaluate(() => window.laid), 0);
  for (const page of [kept, anew]) await page.close();
}
