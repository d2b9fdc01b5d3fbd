// The scenes of the canvas benchmark, driven by real input through the browser's protocol: what is done in each, and what of it is
// counted. Moving scenes get their inputs as a mouse or a trackpad gives them and do not wait for the page; what it cannot keep up with
// shows as fewer frames.
// Acts, and the way through all zooms, have been done before they are counted, as an hour of use does: what is counted is the act and not
// the compiling of its code.
import { cpuOf } from "./browser.mjs";

/**
 * Inputs a second, as a mouse or a trackpad gives them. With sixty they beat with the sixty pictures of the browser: in some runs every
 * sixth picture had two of them and the next none, whatever was shown.
 */
const INPUTS = 120;
const SECONDS = Number(process.env.SECONDS ?? 2.5);
const MIDDLE = { x: 640, y: 400 };
/** How often a card is clicked, how many steps are taken back, and how many edits are made, the first ones and later. */
const CLICKS = 8;
const STEPS = 50;
const FIRST = 20;
/** As many as make a turn of the processor's clock, ten milliseconds, a small part of what they cost. */
const EDITS = 60;

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? null;

async function mainThread(page) {
  const { metrics } = await page.client.send("Performance.getMetrics");
  return (metrics.find((it) => it.name === "TaskDuration")?.value ?? 0) * 1000;
}

/** What a stretch of work cost; `acts` is how many clicks or edits it was, 0 for a movement. */
async function counted(page, root, work) {
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    window.frames.length = 0;
  });
  const [cpu, main, start] = [cpuOf(root), await mainThread(page), performance.now()];
  const { acts = 0, took = [] } = (await work()) ?? {};
  const seconds = (performance.now() - start) / 1000;
  const [cpuAfter, mainAfter] = [cpuOf(root), await mainThread(page)];
  const frames = await page.evaluate(() => [...window.frames]);
  const gaps = frames.slice(1).map((frame, i) => frame.at - frames[i].at);
  const delays = frames.flatMap((frame) => frame.delay ?? []);
  return {
    seconds,
    frames: frames.length,
    acts,
    cpu: cpu === null || cpuAfter === null ? null : cpuAfter - cpu,
    main: mainAfter - main,
    gap_p95: at(gaps, 0.95),
    gap_p99: at(gaps, 0.99),
    delay: at(delays, 0.5),
    delay_p95: at(delays, 0.95),
    act: at(took, 0.5),
    act_p95: at(took, 0.95),
  };
}

/** Acts for as long as a scene takes; told how many sixtieths of a second it is since the beginning. */
async function moving(act) {
  const start = performance.now();
  for (let step = 0; performance.now() - start < SECONDS * 1000; ) {
    act((step * 60) / INPUTS);
    step += 1;
    const due = start + (step * 1000) / INPUTS - performance.now();
    if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
  }
}

/** One of the inputs of a sixtieth of a second in which the wheel turns so far. */
const share = (turn) => (turn * 60) / INPUTS;

function wheel(page, deltaX, deltaY, ctrl = false) {
  return page.client
    .send("Input.dispatchMouseEvent", { type: "mouseWheel", ...MIDDLE, deltaX, deltaY, modifiers: ctrl ? 2 : 0 })
    .catch(() => undefined);
}

/** The view that has the middle of everything in the middle of the window. */
const look = (page, zoom) =>
  page.evaluate((zoom) => {
    window.contender.fit();
    const { x, y, zoom: whole } = window.contender.getView();
    const centre = { x: (640 - x) / whole, y: (400 - y) / whole };
    window.contender.setView({ x: 640 - centre.x * zoom, y: 400 - centre.y * zoom, zoom });
  }, zoom);
const near = (page, x, y) => page.evaluate(([x, y]) => window.cardNear(x, y), [x, y]);

/** Wheel turn for one sixtieth of the way from the whole to life size: each contender counts in units of its own. */
async function turn(page) {
  await page.evaluate(() => window.contender.fit());
  await page.waitForTimeout(400);
  const zoom = () => page.evaluate(() => window.contender.getView().zoom);
  const whole = await zoom();
  await wheel(page, 0, -20, true);
  await page.waitForTimeout(600);
  const step = Math.log2((await zoom()) / whole) / 20;
  await page.evaluate(() => window.contender.fit());
  return Math.log2(1 / whole) / 45 / Math.max(step, 1e-4);
}

async function throughZooms(page, root) {
  const by = await turn(page);
  return counted(page, root, () => moving((n) => wheel(page, 0, share(n % 90 < 45 ? -by : by), true)));
}

export const SCENES = {
  async near(page, root) {
    await look(page, 0.8);
    return counted(page, root, () => moving((n) => wheel(page, share(n % 80 < 40 ? 24 : -24), share(n % 50 < 25 ? 14 : -14))));
  },
  async far(page, root) {
    await page.evaluate(() => window.contender.fit());
    return counted(page, root, () => moving((n) => wheel(page, share(n % 40 < 20 ? 12 : -12), share(n % 60 < 30 ? 4 : -4))));
  },
  // The first way through all zooms meets most of what can be drawn for the first time: told by itself, not judged, as the first edits are.
  zoom1: throughZooms,
  zoom: throughZooms,
  async drag(page, root) {
    await look(page, 0.6);
    await page.waitForTimeout(400);
    const start = await near(page, MIDDLE.x, MIDDLE.y);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    const result = await counted(page, root, () =>
      moving((n) =>
        page.client
          .send("Input.dispatchMouseEvent", {
            type: "mouseMoved",
            x: start.x + Math.sin(n / 12) * 220,
            y: start.y + Math.cos(n / 9) * 60,
            button: "left",
            buttons: 1,
          })
          .catch(() => undefined),
      ),
    );
    await page.keyboard.press("Escape");
    await page.mouse.up();
    return result;
  },
  async focus(page, root) {
    // Ours fades the line in; a peer has no such movement, so that less of it is asked for.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await look(page, 0.6);
    await page.waitForTimeout(400);
    const spots = [];
    for (let n = 0; n < CLICKS; n += 1) spots.push(await near(page, 200 + (n % 4) * 260, n < 4 ? 250 : 520));
    const clicks = async () => {
      for (const spot of spots) {
        await page.mouse.click(spot.x, spot.y);
        // No longer than it takes: a browser at rest costs something, too, and the same for everybody.
        await page.evaluate(() => window.calm());
      }
      return { acts: CLICKS };
    };
    await clicks();
    const result = await counted(page, root, clicks);
    await page.keyboard.press("Escape");
    await page.emulateMedia({ reducedMotion: null });
    return result;
  },
  // The first edits of a page make the browser compile what it interpreted until then: told by themselves, not judged.
  async first(page, root) {
    await look(page, 0.8);
    return counted(page, root, async () => ({
      acts: FIRST,
      took: await page.evaluate((count) => window.edit(count), FIRST),
    }));
  },
  async edit(page, root) {
    await look(page, 0.8);
    await page.evaluate((count) => window.undo(count), FIRST);
    const result = await counted(page, root, async () => ({
      acts: EDITS,
      took: await page.evaluate((count) => window.edit(count), EDITS),
    }));
    await page.evaluate((count) => window.undo(count), EDITS);
    return result;
  },
  async undo50(page, root) {
    await look(page, 0.8);
    await page.evaluate((count) => window.edit(count), STEPS);
    return counted(page, root, async () => ({
      acts: STEPS,
      took: await page.evaluate((count) => window.undo(count), STEPS),
    }));
  },
};
