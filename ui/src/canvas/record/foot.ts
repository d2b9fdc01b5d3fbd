/*
 * What stands below a picture: what it is called, as of which day and by which rules, and what its shapes mean. Where
 * the picture is narrow the day goes below the title, and the shapes leave.
 */
import type { Drawing } from "../../api/bindings";
import type { Ctx } from "../draw/ctx";
import { drawStatus } from "../draw/marks";
import type { Status } from "../scene";
import type { Theme } from "../theme";
import { TitleBreaker } from "../titles";
import { Recorder, type Ruler } from "./recorder";
import type { Foot, Wish } from "./wish";

const ROW_H = 44;
const SECOND_ROW = 20;
const SIDE = 16;
const GAP = 24;
const STATES: readonly Status[] = ["ok", "risk", "off", "unknown"];

/** The widths of both kinds of words, at 12 px. */
export interface Widths {
  readonly titles: TitleBreaker;
  readonly texts: TitleBreaker;
}

/** The title as far as it fits, and whether the facts fit beside it. */
function laid(foot: Foot, width: number, { titles, texts }: Widths) {
  const room = width - 2 * SIDE;
  const title = titles.lines(foot.title, (room * 12) / 13, 1, false).lines[0] ?? "";
  const end = SIDE + (titles.width(title) * 13) / 12;
  return { title, end, beside: end + GAP + texts.width(foot.facts) <= width - SIDE };
}

export function footHeight(foot: Foot, width: number, widths: Widths): number {
  return ROW_H + (laid(foot, width, widths).beside ? 0 : SECOND_ROW);
}

export function drawFoot(ctx: Ctx, foot: Foot, theme: Theme, y: number, width: number, widths: Widths): void {
  const { title, end, beside } = laid(foot, width, widths);
  const { texts } = widths;
  const base = y + ROW_H / 2 + 4.5;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, y, width, footHeight(foot, width, widths));
  ctx.fillStyle = theme.line2;
  ctx.fillRect(0, y, width, 1);
  ctx.textAlign = "left";
  ctx.font = `550 13px ${theme.font}`;
  ctx.fillStyle = theme.ink1;
  ctx.fillText(title, SIDE, base);
  ctx.font = `400 12px ${theme.font}`;
  ctx.fillStyle = theme.ink3;
  const facts = beside ? foot.facts : (texts.lines(foot.facts, width - 2 * SIDE, 1, false).lines[0] ?? "");
  ctx.fillText(facts, beside ? end + GAP : SIDE, beside ? base : base + SECOND_ROW);
  const states = STATES.map((state) => 16 + texts.width(foot.states[state]) + 16);
  let x = width - SIDE + 16 - states.reduce((sum, it) => sum + it, 0);
  if (!beside || x < end + GAP + texts.width(facts) + GAP) return;
  STATES.forEach((state, i) => {
    drawStatus(ctx, state, x + 4, y + ROW_H / 2, 9, theme);
    ctx.fillStyle = theme.ink2;
    ctx.fillText(foot.states[state], x + 14, base);
    x += states[i] ?? 0;
  });
}

/** A foot by itself, for a page that is so many units wide. */
export function footAlone(foot: Foot, wish: Wish, width: number, theme: Theme, ruler: Ruler): Drawing {
  const widths = {
    titles: new TitleBreaker((text) => ruler.width(text, `550 12px ${theme.font}`)),
    texts: new TitleBreaker((text) => ruler.width(text, `400 12px ${theme.font}`)),
  };
  const recorder = new Recorder(ruler);
  // The page has the paper.
  drawFoot(recorder, foot, { ...theme, paper: "#00000000" }, 0, width, widths);
  const [height, { title, lang }] = [footHeight(foot, width, widths), wish];
  return recorder.finish({ width, height, paper: null, title, lang });
}
