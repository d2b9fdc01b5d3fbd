/*
 * What stands below a picture: what it is called, as of which day and by which rules, and what its shapes mean. What
 * does not fit beside the rest leaves whole, the shapes first.
 */
import type { Ctx } from "../draw/ctx";
import { drawStatus } from "../draw/marks";
import type { Status } from "../scene";
import type { Theme } from "../theme";
import type { TitleBreaker } from "../titles";
import type { Foot } from "./wish";

export const FOOT_H = 44;
const SIDE = 16;
const GAP = 24;
const STATES: readonly Status[] = ["ok", "risk", "off", "unknown"];

export function drawFoot(
  ctx: Ctx,
  foot: Foot,
  theme: Theme,
  at: { readonly y: number; readonly width: number },
  titles: TitleBreaker,
  texts: TitleBreaker,
): void {
  const base = at.y + FOOT_H / 2 + 4.5;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, at.y, at.width, FOOT_H);
  ctx.fillStyle = theme.line2;
  ctx.fillRect(0, at.y, at.width, 1);
  ctx.textAlign = "left";
  ctx.font = `550 13px ${theme.font}`;
  ctx.fillStyle = theme.ink1;
  const room = at.width - 2 * SIDE;
  const title = titles.lines(foot.title, (room * 12) / 13, 1, false).lines[0] ?? "";
  ctx.fillText(title, SIDE, base);
  let left = SIDE + (titles.width(title) * 13) / 12 + GAP;
  ctx.font = `400 12px ${theme.font}`;
  ctx.fillStyle = theme.ink3;
  const facts = texts.width(foot.facts);
  if (left + facts > at.width - SIDE) return;
  ctx.fillText(foot.facts, left, base);
  left += facts + GAP;
  const widths = STATES.map((state) => 16 + texts.width(foot.states[state]) + 16);
  let x = at.width - SIDE + 16 - widths.reduce((sum, width) => sum + width, 0);
  if (x < left) return;
  STATES.forEach((state, i) => {
    drawStatus(ctx, state, x + 4, at.y + FOOT_H / 2, 9, theme);
    ctx.fillStyle = theme.ink2;
    ctx.fillText(foot.states[state], x + 14, base);
    x += widths[i] ?? 0;
  });
}
