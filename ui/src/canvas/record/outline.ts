/*
 * The path that is being traced, in coordinates of the picture: as path data with hundredths, and as a plain
 * rectangle or disc while it is no more than that, which is shorter to write and to read.
 */
import { growth, isPlain, type Matrix } from "./matrix";
import type { Step } from "./pathData";

export type Plain =
  | { readonly kind: "rect"; readonly at: readonly [number, number, number, number, number] }
  | { readonly kind: "disc"; readonly at: readonly [number, number, number] };

/** The control point of a quarter of a circle. */
const KAPPA = 0.5522847498;

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export class Outline {
  text = "";
  plain: Plain | null = null;
  private started = false;

  clear(): void {
    this.text = "";
    this.plain = null;
    this.started = false;
  }

  get isEmpty(): boolean {
    return this.text === "";
  }

  move(m: Matrix, x: number, y: number): void {
    this.add("M", m, [x, y]);
    this.started = true;
  }

  line(m: Matrix, x: number, y: number): void {
    this.add(this.started ? "L" : "M", m, [x, y]);
    this.started = true;
  }

  quadratic(m: Matrix, cx: number, cy: number, x: number, y: number): void {
    if (!this.started) this.move(m, cx, cy);
    this.add("Q", m, [cx, cy, x, y]);
  }

  cubic(m: Matrix, ...points: [number, number, number, number, number, number]): void {
    if (!this.started) this.move(m, points[0], points[1]);
    this.add("C", m, points);
  }

  close(): void {
    if (!this.started) return;
    this.text += "Z";
  }

  arc(m: Matrix, x: number, y: number, r: number, from: number, to: number, back: boolean): void {
    const whole = Math.abs(to - from) >= 2 * Math.PI - 1e-9;
    const wasEmpty = this.isEmpty;
    let sweep = whole ? 2 * Math.PI : (to - from) % (2 * Math.PI);
    if (!whole && !back && sweep < 0) sweep += 2 * Math.PI;
    if (back) sweep = whole ? -sweep : sweep > 0 ? sweep - 2 * Math.PI : sweep;
    const parts = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
    const step = sweep / parts;
    const reach = (4 / 3) * Math.tan(step / 4) * r;
    this.line(m, x + r * Math.cos(from), y + r * Math.sin(from));
    for (let i = 0; i < parts; i += 1) {
      const [a, b] = [from + i * step, from + (i + 1) * step];
      const [x0, y0, x1, y1] = [r * Math.cos(a), r * Math.sin(a), r * Math.cos(b), r * Math.sin(b)];
      const out = reach / r;
      this.cubic(
        m,
        x + x0 - out * y0,
        y + y0 + out * x0,
        x + x1 + out * y1,
        y + y1 - out * x1,
        x + x1,
        y + y1,
      );
    }
    if (whole && wasEmpty && isPlain(m)) {
      const at = [m.a * x + m.e, m.d * y + m.f, r * growth(m)] as const;
      this.plain = { kind: "disc", at };
    }
  }

  rect(m: Matrix, x: number, y: number, w: number, h: number, radii: readonly number[]): void {
    if (w < 0 || h < 0) {
      this.rect(m, Math.min(x, x + w), Math.min(y, y + h), Math.abs(w), Math.abs(h), radii);
      return;
    }
    const wasEmpty = this.isEmpty;
    const [tl = 0, tr = tl, br = tl, bl = tr] = radii;
    // Corners that do not fit beside each other shrink together.
    const crowd = Math.max(1, (tl + tr) / w, (bl + br) / w, (tl + bl) / h, (tr + br) / h);
    const fit = Number.isFinite(crowd) ? 1 / crowd : 0;
    const [a, b, c, d] = [tl * fit, tr * fit, br * fit, bl * fit];
    this.move(m, x + a, y);
    this.line(m, x + w - b, y);
    this.corner(m, x + w - b, y, b, 0, 0, b);
    this.line(m, x + w, y + h - c);
    this.corner(m, x + w, y + h - c, 0, c, -c, 0);
    this.line(m, x + d, y + h);
    this.corner(m, x + d, y + h, -d, 0, 0, -d);
    if (a > 0) this.line(m, x, y + a);
    this.corner(m, x, y + a, 0, -a, a, 0);
    this.close();
    this.started = false;
    if (!wasEmpty || !isPlain(m) || a !== b || a !== c || a !== d) return;
    const k = growth(m);
    this.plain = { kind: "rect", at: [m.a * x + m.e, m.d * y + m.f, w * k, h * k, a * k] };
  }

  /** A rounded corner that first goes one way and then the other. */
  private corner(m: Matrix, x: number, y: number, ax: number, ay: number, bx: number, by: number): void {
    if (ax === 0 && ay === 0 && bx === 0 && by === 0) return;
    const [ex, ey] = [x + ax + bx, y + ay + by];
    this.cubic(m, x + ax * KAPPA, y + ay * KAPPA, ex - bx * KAPPA, ey - by * KAPPA, ex, ey);
  }

  steps(m: Matrix, steps: readonly Step[]): void {
    this.started = true;
    for (const step of steps) {
      if (step.letter === "Z") this.close();
      else this.add(step.letter, m, step.at);
    }
  }

  private add(letter: string, m: Matrix, at: readonly number[]): void {
    // A browser ignores a step that leads nowhere.
    if (!at.every(Number.isFinite)) return;
    this.plain = null;
    let text = letter;
    for (let i = 0; i < at.length; i += 2) {
      const [x = 0, y = 0] = [at[i], at[i + 1]];
      text += `${i > 0 ? " " : ""}${rounded(m.a * x + m.c * y + m.e)} ${rounded(m.b * x + m.d * y + m.f)}`;
    }
    this.text += text;
  }
}
