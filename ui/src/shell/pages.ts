/*
 * Sheets of paper: which there are, how they lie under a picture, and how wide they are between their margins. Sizes
 * are in millimetres, as paper is sold; pixels are those of the screen.
 */
import type { Drawing, Page } from "../api/index.ts";

export const PAPERS = ["a4", "a3", "letter", "own"] as const;
export type Paper = (typeof PAPERS)[number];

interface Sheet {
  readonly width: number;
  readonly height: number;
}

const SHEETS: Readonly<Record<Exclude<Paper, "own">, Sheet>> = {
  a4: { width: 297, height: 210 },
  a3: { width: 420, height: 297 },
  letter: { width: 279.4, height: 215.9 },
};
/** What many printers leave white. */
const MARGIN = 10;
/** Between the picture and its foot. */
const GAP = 5;
/** Room for a foot of one line. */
const FOOT = 12;
const PIXEL = 25.4 / 96;
/** The smallest and largest sheet that programs show. */
const LEAST = 100;
const MOST = 5080;

/** The sheet under a picture, lying or standing, whichever shows it larger. A sheet of its own shows it at life size. */
export function sheetFor(paper: Paper, picture: { readonly w: number; readonly h: number }): Sheet {
  const [w, h] = [picture.w * PIXEL, picture.h * PIXEL];
  if (paper === "own") {
    const within = (side: number) => Math.min(MOST, Math.max(LEAST, Math.ceil(side)));
    return { width: within(w + 2 * MARGIN), height: within(h + 2 * MARGIN + GAP + FOOT) };
  }
  const lying = SHEETS[paper];
  const standing = { width: lying.height, height: lying.width };
  const scale = (sheet: Sheet) =>
    Math.min((sheet.width - 2 * MARGIN) / w, (sheet.height - 2 * MARGIN - GAP - FOOT) / h);
  return scale(standing) > scale(lying) ? standing : lying;
}

/** How many pixels a foot has between the margins. */
export function footWidth(sheet: Sheet): number {
  return Math.floor((sheet.width - 2 * MARGIN) / PIXEL);
}

export function pageOf({ width, height }: Sheet, picture: Drawing, foot: Drawing | null): Page {
  return { width, height, picture, foot };
}
