/*
 * What a contender must be able to do to be measured, and how its pictures are counted. A presented frame is a turn of the browser's
 * frame clock after which what is shown differs from the turn before; it is looked at after the frame was handed over, in a task of its
 * own, alike for all. The delay of an input is the time from its stamp to the end of the first such frame after it.
 */
import { Projector } from "../../src/canvas/project";
import { recordsOf } from "../../src/canvas/records";
import type { Scene } from "../../src/canvas/scene";
import type { Portfolio } from "../../src/model/portfolio";
import { CANVAS, generated } from "../records";
import { mapWords } from "../words";

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Contender {
  setView(view: View): void;
  getView(): View;
  /** All of it. */
  fit(): void;
  /** Gives a card another title, or its old one back. */
  rename(id: string, title: string): void;
  /** Whether everything that should be shown is there. */
  whole(): boolean;
  /** Anything that differs when the picture does; looked at once a frame. */
  sign(): string;
}

export interface Given {
  readonly portfolio: Portfolio;
  readonly scene: Scene;
  readonly hash: string;
}

export const query = new URLSearchParams(location.search);

/** The graph that all of them get. */
export function given(): Given {
  const { portfolio, hash } = generated(Number(query.get("cards") ?? 2000));
  return { portfolio, scene: new Projector(mapWords("en")).project(recordsOf(portfolio, CANVAS, []), new Set()), hash };
}

interface Frame {
  readonly at: number;
  readonly delay: number | null;
}

/** Mounts a contender under the clock and hands it to whoever measures. It is mounted when its picture changes no more. */
export async function enter({ scene, hash }: Given, mount: (host: HTMLElement) => Contender | Promise<Contender>): Promise<void> {
  await Promise.all(["400 12px Inter Variable", "550 13px Inter Variable"].map((font) => document.fonts.load(font)));
  const host = document.getElementById("host");
  if (host === null) throw new Error("The page has no host.");
  const start = performance.now();
  const contender = await mount(host);
  const mounted = (await settled(contender, host)) - start;
  const frames: Frame[] = [];
  let pending: number | null = null;
  for (const kind of ["wheel", "pointerdown", "pointermove"]) {
    addEventListener(kind, (event) => { pending ??= event.timeStamp; }, { capture: true, passive: true });
  }
  const channel = new MessageChannel();
  let sign = contender.sign();
  channel.port1.onmessage = () => {
    const now = contender.sign();
    if (now === sign) return;
    sign = now;
    const at = performance.now();
    frames.push({ at, delay: pending === null ? null : at - pending });
    pending = null;
  };
  const turn = (): void => {
    channel.port2.postMessage(null);
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);

  /** Screen position of the middle of the card nearest to a point of the screen. */
  const cardNear = (x: number, y: number): { id: string; x: number; y: number } => {
    const view = contender.getView();
    let best = { id: "", x, y };
    let near = Number.POSITIVE_INFINITY;
    for (const card of scene.cards) {
      const at = { id: card.id, x: (card.x + 100) * view.zoom + view.x, y: (card.y + 40) * view.zoom + view.y };
      const d = Math.hypot(at.x - x, at.y - y);
      if (d < near) [near, best] = [d, at];
    }
    return best;
  };
  const titles = new Map(scene.cards.map((card) => [card.id, card.title]));
  const ids = scene.cards.map((card) => card.id);
  Object.assign(window, {
    contender,
    frames,
    cardNear,
    facts: { cards: scene.cards.length, links: scene.links.length, hash, mount: mounted },
    /** Names a card, waits for the picture, and so on; the milliseconds that each took. */
    async edit(count: number): Promise<number[]> {
      const took: number[] = [];
      for (let n = 0; n < count; n += 1) took.push(await timed(() => contender.rename(ids[(n * 37) % ids.length] ?? "", `Named anew ${n}`)));
      return took;
    },
    /** Takes as many of those names back, the last one first. */
    async undo(count: number): Promise<number[]> {
      const took: number[] = [];
      for (let n = count - 1; n >= 0; n -= 1) {
        const id = ids[(n * 37) % ids.length] ?? "";
        took.push(await timed(() => contender.rename(id, titles.get(id) ?? "")));
      }
      return took;
    },
    /** Resolves when the picture has stayed the same for two frames. */
    async calm(): Promise<void> {
      for (let same = 0, before = ""; same < 2; ) {
        await shown();
        same = contender.sign() === before ? same + 1 : 0;
        before = contender.sign();
      }
    },
    ready: true,
  });
}

/** How long nothing may change until what came last counts as the end. */
const QUIET = 500;

/** When the last picture of mounting was handed over: the last change of what is drawn or of the elements in the page. */
async function settled(contender: Contender, host: HTMLElement): Promise<number> {
  let changes = 0;
  const observer = new MutationObserver(() => { changes += 1; });
  observer.observe(host, { subtree: true, childList: true, attributes: true });
  let last = performance.now();
  for (let before = ""; ; ) {
    await shown();
    const now = `${contender.sign()} ${changes}`;
    // A peer that renders in slices changes nothing for a while, and is not ready for that.
    if (now !== before || !contender.whole()) last = performance.now();
    else if (performance.now() - last > QUIET) break;
    before = now;
  }
  observer.disconnect();
  return last;
}

async function timed(act: () => void): Promise<number> {
  const start = performance.now();
  act();
  await shown();
  return performance.now() - start;
}

/** Resolves when the picture of the next frame has been handed over. */
function shown(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });
}
