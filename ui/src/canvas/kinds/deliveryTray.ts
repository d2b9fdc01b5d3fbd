/*
 * How the tray beneath the plane is drawn: those without a place, by reason, on the hatching of what nobody knows.
 */
import type { Stance } from "../chart/chart";
import type { Eye } from "../chart/eye";
import type { Lettering, Pen } from "../chart/pen";
import type { CardKind } from "../scene";
import type { Box } from "../view";

/** Those without a place for one reason; `more` says how many more there are than are listed. */
export interface TrayGroup {
  readonly title: string;
  readonly more: string;
  /** The same where there is little room. */
  readonly brief: string;
  readonly box: Box;
  /** Where that stands. */
  readonly last: Box;
}

/** Lower than this a line has no room for words. */
const LOW = 9.6;

export function drawTray(pen: Pen, eye: Eye, { title, more, brief, box, last }: TrayGroup): void {
  const { theme } = pen;
  const b = eye.box(last);
  const lines = b.y1 - b.y0;
  const at = eye.box(box);
  pen.fill(at, theme.surface, 6);
  pen.faded(0.32, () => pen.unknown(at, 6));
  pen.edge(at, theme.line2, 6);
  const head = Math.min(Math.max(20, 34 * eye.ky), at.y1 - at.y0);
  const y = at.y0 + head / 2;
  if (head < 14) return;
  const as: Lettering = { strong: true, size: head >= 24 ? 13 : 12 };
  const words = pen.lines(title, at.x1 - at.x0 - 20, 1, as)[0];
  if (words === undefined) return;
  pen.fill({ x0: at.x0 + 6, y0: y - 9, x1: at.x0 + 18 + pen.width(words, as), y1: y + 9 }, theme.surface, 3);
  pen.text(words, at.x0 + 12, y, as);
  if (more === "" || lines < LOW) return;
  pen.fill(b, theme.surface, 3);
  const room = b.x1 - b.x0 - 12;
  const text = pen.width(more) <= room ? more : brief;
  pen.text(text, b.x0 + 8, (b.y0 + b.y1) / 2, { colour: theme.ink2, room });
}

export function drawUnplaced(pen: Pen, b: Box, stance: Stance, title: string, kind: CardKind): void {
  const { theme } = pen;
  // From afar the head of the list counts them; lines that cannot be read would be a carpet.
  if (b.y1 - b.y0 < LOW) return;
  pen.fill(b, theme.surface, 3);
  if (stance.hovered) pen.edge(b, theme.ink2, 3);
  const y = (b.y0 + b.y1) / 2;
  pen.glyph(kind, b.x0 + 5, y - 6, 12, theme.ink3);
  pen.text(title, b.x0 + 23, y, { room: b.x1 - b.x0 - 28, colour: theme.ink2 });
}
