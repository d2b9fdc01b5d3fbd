/* What the signs of a trajectory mean: those that stand on it, at the right of how many initiatives there are. */
import type { Pen } from "../chart/pen";
import type { Sign } from "./legend";
import type { TrajectoryScene } from "./trajectoryAxis";
import type { Trajectory } from "./trajectoryData";
import { drawCall, drawMilestone, drawReading, tick } from "./trajectoryDraw";

const STILL = { selected: false, hovered: false, moving: false };

export function signsOf(
  pen: Pen,
  { groups, calls }: Trajectory,
  { speech, count, waits }: TrajectoryScene,
): Sign[] {
  const { theme } = pen;
  const bars = groups.flatMap((it) => it.bars);
  const targets = groups.flatMap((it) => it.milestones);
  const at = (x: number, y: number) => ({ x0: x + 7, x1: x + 7, y0: y, y1: y });
  const signs: (Sign | false)[] = [
    { wide: 0, text: count, as: { strong: true } },
    ...(["ok", "risk", "off"] as const).map(
      (standing): Sign => ({
        wide: 30,
        draw: (x, y) => {
          // The shape of a row and the colour of its bar, which say the same.
          pen.status(standing, x + 4, y, 8);
          const b = { x0: x + 12, x1: x + 30, y0: y - 5, y1: y + 5 };
          pen.fill(b, theme.track, 3);
          pen.fill({ ...b, x1: x + 23 }, theme.bar[standing], 3);
          pen.edge(b, theme.line2, 3);
        },
        text: speech.say(`standing.${standing}`),
      }),
    ),
    bars.length > 0 && {
      wide: 22,
      draw: (x, y) => {
        const b = { x0: x, x1: x + 22, y0: y - 5, y1: y + 5 };
        pen.unknown(b, 3);
        pen.edge(b, theme.line2, 3);
      },
      text: speech.say("standing.unknown"),
    },
    targets.some((it) => it.reached !== true) && {
      wide: 14,
      draw: (x, y) => drawMilestone(pen, at(x, y), STILL, "", "notYet", null),
      text: speech.say("sign.target"),
    },
    targets.some((it) => it.reached === true) && {
      wide: 14,
      draw: (x, y) => drawMilestone(pen, at(x, y), STILL, "", "reached", null),
      text: speech.say("sign.reached"),
    },
    calls.length > 0 && {
      wide: 12,
      draw: (x, y) => drawCall(pen, { x0: x + 1, x1: x + 1, y0: y, y1: y }, STILL),
      text: speech.say("sign.decision"),
    },
    bars.some((it) => it.delivered !== null) && {
      wide: 14,
      draw: (x, y) => tick(pen, x + 7, y, 7.5),
      text: speech.say("sign.delivered"),
    },
    groups.some((it) => it.readings.length > 0) && {
      wide: 8,
      draw: (x, y) => drawReading(pen, { x0: x + 4, x1: x + 4, y0: y, y1: y }),
      text: speech.say("sign.value"),
    },
    ...([false, true] as const).map(
      (late) =>
        waits.some((it) => it.late === late) && {
          wide: 22,
          draw: (x: number, y: number) => {
            pen.path([x, y, x + 17, y], theme.ink3, 1, late ? [4, 3] : []);
            pen.path([x + 15, y - 3.5, x + 21, y, x + 15, y + 3.5], theme.ink3, 1);
          },
          text: speech.say(late ? "sign.late" : "sign.waits"),
        },
    ),
  ];
  return signs.filter((it) => it !== false);
}
