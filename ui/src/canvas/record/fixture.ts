/*
 * For tests: a screen that only notes what it is asked, a ruler without a browser, and a wish for everything.
 */
import type { Ctx } from "../draw/ctx";
import type { Theme } from "../theme";
import { Recorder, type Ruler } from "./recorder";
import type { Wish } from "./wish";

/** Every letter is as wide as half the size of the type. */
export const RULER: Ruler = {
  width: (text, font) => text.length * 0.5 * Number(/([\d.]+)px/u.exec(font)?.[1] ?? 10),
  colour: () => "#000000",
};

const level = { 1: "#8b3a6e", 2: "#4a7fa3", 3: "#1f9e93", 4: "#566b12", 5: "#bd830a", 6: "#6e4a36" };
const tint = { 1: "#f6f0f2", 2: "#f0f3f4", 3: "#eef4f1", 4: "#f4f4ec", 5: "#f8f4e9", 6: "#f4f1ec" };
const status = { ok: "#1d7a45", risk: "#9c5a00", off: "#c0281f", unknown: "#6e6a63" };

const note = { paper: "#fbeec2", edge: "#d9c27a", ink: "#1c1b19", quiet: "#5a564f" };

export const LIGHT: Theme = {
  paper: "#f6f5f1",
  surface: "#ffffff",
  ink1: "#1c1b19",
  ink2: "#53504a",
  ink3: "#6e6a63",
  line: "#e4e1da",
  line2: "#cdc9c0",
  hatch: "#8f8a80",
  track: "#e9e6df",
  onInk: "#ffffff",
  thread: "#1a3bf2",
  threadSoft: "#1a3bf21a",
  shade: "#1c1b1912",
  level,
  tint,
  status,
  bar: status,
  severity: { high: "#c0281f", medium: "#9c5a00", low: "#6e6a63" },
  onSeverity: "#ffffff",
  ladder: ["#f6f5f1", "#d5d1c8", "#969186", "#79756d", "#45423d", "#1c1b19"],
  categories: [
    "#1f6f8b",
    "#8b3a6e",
    "#566b12",
    "#bd830a",
    "#4a5fa3",
    "#6e4a36",
    "#1f9e93",
    "#a3564a",
    "#6e6a63",
  ],
  note: { sand: note, rose: note, sky: note, mint: note, grey: note },
  font: "Inter",
  dark: false,
};

export const EVERYTHING: Wish = {
  part: "whole",
  colours: "shown",
  backdrop: true,
  lit: true,
  title: "Valmere Transit",
  lang: "en",
  foot: null,
};

/** `Path2D` and nothing else of a browser, where there is none. */
export function withOutlines(): void {
  if (typeof globalThis.Path2D === "undefined") Object.assign(globalThis, { Path2D: class {} });
}

/** One thing that was drawn: what, where its corner or baseline lies on the screen, and in which colour. */
export interface Seen {
  readonly what: "text" | "fill" | "stroke";
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly text: string;
}

/**
 * A context that notes texts and the starts of paths by its own reckoning of transforms, which shares nothing with the
 * recorder: what both agree on is what was asked to be drawn.
 */
export function noting(): { ctx: Ctx; seen: Seen[] } {
  const seen: Seen[] = [];
  let at = { k: 1, x: 0, y: 0 };
  const saved: { at: typeof at; set: object }[] = [];
  let start: readonly [number, number] | null = null;
  const props = { fillStyle: "#000", strokeStyle: "#000", globalAlpha: 1, font: "", textAlign: "left" };
  const screen = (x: number, y: number) => [at.x + at.k * x, at.y + at.k * y] as const;
  const begin = (x: number, y: number) => {
    start ??= screen(x, y);
  };
  const note = (what: Seen["what"], colour: string, [x, y]: readonly [number, number], text = "") =>
    seen.push({ what, x, y, colour, text });
  const ctx = {
    ...props,
    setTransform: (k: number, _b: number, _c: number, _d: number, x: number, y: number) => {
      at = { k, x, y };
    },
    translate: (x: number, y: number) => {
      at = { ...at, x: at.x + at.k * x, y: at.y + at.k * y };
    },
    scale: (k: number) => {
      at = { ...at, k: at.k * k };
    },
    save: () => {
      const { fillStyle, strokeStyle, globalAlpha, font, textAlign } = ctx;
      saved.push({ at, set: { fillStyle, strokeStyle, globalAlpha, font, textAlign } });
    },
    restore: () => {
      const last = saved.pop();
      if (last === undefined) return;
      at = last.at;
      Object.assign(ctx, last.set);
    },
    beginPath: () => {
      start = null;
    },
    moveTo: begin,
    lineTo: begin,
    rect: begin,
    roundRect: begin,
    arc: (x: number, y: number) => begin(x, y),
    bezierCurveTo: () => undefined,
    quadraticCurveTo: () => undefined,
    closePath: () => undefined,
    setLineDash: () => undefined,
    rotate: () => undefined,
    clip: () => undefined,
    hatching: (colour: string) => colour,
    fill: (path?: unknown) => {
      if (path !== undefined) note("fill", ctx.fillStyle, screen(0, 0));
      else if (start !== null) note("fill", ctx.fillStyle, start);
    },
    stroke: (path?: unknown) => {
      if (path !== undefined) note("stroke", ctx.strokeStyle, screen(0, 0));
      else if (start !== null) note("stroke", ctx.strokeStyle, start);
    },
    fillRect: (x: number, y: number) => note("fill", ctx.fillStyle, screen(x, y)),
    strokeRect: (x: number, y: number) => note("stroke", ctx.strokeStyle, screen(x, y)),
    fillText: (text: string, x: number, y: number) => note("text", ctx.fillStyle, screen(x, y), text),
  };
  return { ctx: ctx as unknown as Ctx, seen };
}

export function recorder(): Recorder {
  return new Recorder(RULER);
}
