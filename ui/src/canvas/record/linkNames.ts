/*
 * Links are painted many at a time, as on the screen, so that what crosses does not grow darker. So that a reader can
 * point at one and hear what it joins, each is also in the picture by itself, without ink, below the cards.
 */
import { newCurve } from "../geometry";
import type { Stage } from "../stage";
import { Outline } from "./outline";
import type { Recorder } from "./recorder";

const AT_ONCE = 1000;

/** Names every link in sight, and lets go between some of them. */
export function* nameLinks(recorder: Recorder, stage: Stage): Generator<void, void> {
  const { space, view, size } = stage;
  const at = { a: view.zoom, b: 0, c: 0, d: view.zoom, e: view.x, f: view.y };
  const right = (size.w - view.x) / view.zoom;
  const bottom = (size.h - view.y) / view.zoom;
  const seen = { x0: -view.x / view.zoom, y0: -view.y / view.zoom, x1: right, y1: bottom };
  const curve = newCurve();
  let named = 0;
  for (const i of [...space.linksIn(seen)].sort((a, b) => a - b)) {
    named += 1;
    if (named % AT_ONCE === 0) yield;
    const [link, from, to] = [space.link(i), space.card(space.from[i] ?? -1), space.card(space.to[i] ?? -1)];
    if (link === undefined || from === undefined || to === undefined || space.linkOff[i] === 1) continue;
    space.curve(curve, i);
    const [x0 = 0, y0 = 0, ax = 0, ay = 0, bx = 0, by = 0, x1 = 0, y1 = 0] = curve;
    const outline = new Outline();
    outline.move(at, x0, y0);
    outline.cubic(at, ax, ay, bx, by, x1, y1);
    const said = [link.label, link.mechanism].filter((it) => it !== "").join(". ");
    recorder.name(link.id, `${from.title} → ${to.title}${said === "" ? "" : `: ${said}`}`, outline.text);
  }
}
