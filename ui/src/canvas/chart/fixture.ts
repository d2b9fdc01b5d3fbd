/* A small chart for tests: boxes in a plane, or bars in rows, with what a test is about named. */
import { type Chart, type ChartWords, type Drag, EMPTY_CHART, type Mark } from "./chart";

/** Words that a test can read. */
export const WORDS: ChartWords = {
  selected: (count, title) => (count === 1 ? `${title} selected` : `${count} selected`),
  moved: (note) => `Moved: ${note}`,
  editTitle: "Title",
  titleHint: "Write a title",
  titleKept: "The old title was kept",
  refusal: (reason) => `Refused: ${reason}`,
  flipped: "The other way round",
  offered: (refusal, kind) => `${refusal}. Possible: ${kind}`,
  linkKinds: "Kinds of link",
  linkOffer: (kind, from, to) => `${from} ${kind} ${to}`,
  linkLacks: (why) => ({ text: why, hint: "" }),
  linkFrom: (title) => `Link from ${title}`,
  linkHow: "Walk or type",
  linkTyped: (typed) => `“${typed}”`,
  linkTake: "Enter links",
  linkLeft: "No link",
  gone: "Gone",
};

export function mark(
  id: string,
  x0: number,
  y0: number,
  w: number,
  h: number,
  more: Partial<Mark> = {},
): Mark {
  const box = { x0, y0, x1: x0 + w, y1: y0 + h };
  return { id, subject: id, box, label: `Mark ${id}`, tip: "", draw: () => undefined, ...more };
}

/** Snaps to tens; a step is ten. */
export const BY_TENS: Drag = {
  start: true,
  end: true,
  snap: (at) => Math.round(at / 10) * 10,
  step: (at, _zoom, way) => Math.round(at / 10) * 10 + way * 10,
  note: (x0, x1) => `${x0} to ${x1}`,
};

export function chart(marks: readonly Mark[], more: Partial<Chart> = {}): Chart {
  const bounds = {
    x0: Math.min(...marks.map((it) => it.box.x0)),
    y0: Math.min(...marks.map((it) => it.box.y0)),
    x1: Math.max(...marks.map((it) => it.box.x1)),
    y1: Math.max(...marks.map((it) => it.box.y1)),
  };
  return { ...EMPTY_CHART, label: "A chart", bounds, marks, ...more };
}
