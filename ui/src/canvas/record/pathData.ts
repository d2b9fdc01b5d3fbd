/*
 * Path data as it is written in SVG, read into moves, lines and curves in absolute coordinates. Only what our own
 * glyphs are written with; nothing from outside comes here.
 */
export interface Step {
  readonly letter: "M" | "L" | "Q" | "C" | "Z";
  readonly at: readonly number[];
}

const COUNT: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, S: 4, A: 7, Z: 0 };
const known = new Map<string, readonly Step[]>();

export function stepsOf(d: string): readonly Step[] {
  let steps = known.get(d);
  if (steps === undefined) {
    steps = read(d);
    known.set(d, steps);
  }
  return steps;
}

function read(d: string): Step[] {
  const steps: Step[] = [];
  let [x, y, x0, y0, cx, cy] = [0, 0, 0, 0, 0, 0];
  for (const [, letter = "", rest = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/gu)) {
    const upper = letter.toUpperCase();
    const count = COUNT[upper] ?? 0;
    const numbers = upper === "A" ? arcNumbers(rest) : plainNumbers(rest);
    for (let at = 0; at === 0 || (count > 0 && at + count <= numbers.length); at += Math.max(1, count)) {
      const n = numbers.slice(at, at + count);
      const shift = letter === upper ? [0, 0] : [x, y];
      const point = (i: number): [number, number] => [
        (n[i] ?? 0) + (shift[0] ?? 0),
        (n[i + 1] ?? 0) + (shift[1] ?? 0),
      ];
      if (upper === "Z") {
        steps.push({ letter: "Z", at: [] });
        [x, y] = [x0, y0];
      } else if (upper === "M" || upper === "L") {
        const to = point(0);
        const first = upper === "M" && at === 0;
        steps.push({ letter: first ? "M" : "L", at: to });
        [x, y] = to;
        if (first) [x0, y0] = to;
      } else if (upper === "H" || upper === "V") {
        const to: [number, number] =
          upper === "H" ? [(n[0] ?? 0) + (shift[0] ?? 0), y] : [x, (n[0] ?? 0) + (shift[1] ?? 0)];
        steps.push({ letter: "L", at: to });
        [x, y] = to;
      } else if (upper === "Q") {
        steps.push({ letter: "Q", at: [...point(0), ...point(2)] });
        [x, y] = point(2);
      } else if (upper === "A") {
        const to = point(5);
        steps.push(...arc(x, y, to, n));
        [x, y] = to;
      } else {
        // A smooth curve leaves as the one before it arrived.
        const last = steps[steps.length - 1];
        const mirrored: [number, number] = last?.letter === "C" ? [2 * x - cx, 2 * y - cy] : [x, y];
        const [first, second, to] =
          upper === "C" ? [point(0), point(2), point(4)] : [mirrored, point(0), point(2)];
        steps.push({ letter: "C", at: [...first, ...second, ...to] });
        [cx, cy] = second;
        [x, y] = to;
      }
    }
  }
  return steps;
}

function plainNumbers(text: string): number[] {
  return (text.match(/-?(?:\d+\.?\d*|\.\d+)/gu) ?? []).map(Number);
}

/** The two flags of an arc may stand together without a space. */
function arcNumbers(text: string): number[] {
  const arcs = text.matchAll(
    /(-?[\d.]+)[ ,]+(-?[\d.]+)[ ,]+(-?[\d.]+)[ ,]+([01])[ ,]*([01])[ ,]*(-?(?:\d+\.?\d*|\.\d+))[ ,]*(-?(?:\d+\.?\d*|\.\d+))/gu,
  );
  return [...arcs].flatMap((arc) => arc.slice(1).map(Number));
}

/** An elliptic arc whose axes lie level, as curves of at most a quarter. */
function arc(x: number, y: number, [tx, ty]: readonly [number, number], n: readonly number[]): Step[] {
  let [rx = 0, ry = 0] = n;
  const [, , , large = 0, clockwise = 0] = n;
  const [dx, dy] = [(x - tx) / 2, (y - ty) / 2];
  const stretch = Math.sqrt((dx / rx) ** 2 + (dy / ry) ** 2);
  if (stretch > 1) [rx, ry] = [rx * stretch, ry * stretch];
  const share = Math.sqrt(
    Math.max(0, (rx * ry) ** 2 - (rx * dy) ** 2 - (ry * dx) ** 2) / ((rx * dy) ** 2 + (ry * dx) ** 2),
  );
  const side = large === clockwise ? -share : share;
  const [cx, cy] = [(side * rx * dy) / ry + (x + tx) / 2, (-side * ry * dx) / rx + (y + ty) / 2];
  const angle = (px: number, py: number): number => Math.atan2((py - cy) / ry, (px - cx) / rx);
  const from = angle(x, y);
  let sweep = angle(tx, ty) - from;
  if (clockwise === 1 && sweep < 0) sweep += 2 * Math.PI;
  if (clockwise === 0 && sweep > 0) sweep -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / parts;
  const k = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: parts }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const at = [ca - k * sa, sa + k * ca, cb + k * sb, sb - k * cb, cb, sb];
    return { letter: "C", at: at.map((v, j) => (j % 2 === 0 ? cx + rx * v : cy + ry * v)) } as const;
  });
}
