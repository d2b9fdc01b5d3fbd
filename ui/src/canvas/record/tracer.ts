/*
 * Transforms and the path that is traced under them, as a drawing context keeps them. The path lies in coordinates of
 * the picture from the moment it is traced, as in a browser.
 */
import type { Item, Look } from "../../api/bindings";
import { IDENTITY, times } from "./matrix";
import { Outline } from "./outline";
import { copied, State } from "./state";

type Radii = number | DOMPointInit | Iterable<number | DOMPointInit>;

export class Tracer extends State {
  private readonly saved: State[] = [];
  protected readonly outline = new Outline();
  /** The fill of the path as it stands, which a line along the same path joins. */
  protected filled: { readonly item: Item; readonly look: Look } | null = null;

  save(): void {
    this.saved.push(copied(this));
  }

  restore(): void {
    const state = this.saved.pop();
    if (state !== undefined) Object.assign(this, state);
  }

  setTransform(a?: number | DOMMatrix2DInit, b = 0, c = 0, d = 1, e = 0, f = 0): void {
    if (typeof a === "number") this.matrix = { a, b, c, d, e, f };
    else this.matrix = { a: a?.a ?? 1, b: a?.b ?? 0, c: a?.c ?? 0, d: a?.d ?? 1, e: a?.e ?? 0, f: a?.f ?? 0 };
  }

  translate(x: number, y: number): void {
    this.matrix = times(this.matrix, { ...IDENTITY, e: x, f: y });
  }

  scale(x: number, y: number): void {
    this.matrix = times(this.matrix, { ...IDENTITY, a: x, d: y });
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.matrix = times(this.matrix, { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 });
  }

  setLineDash(dash: Iterable<number>): void {
    this.dash = [...dash];
  }

  beginPath(): void {
    this.filled = null;
    this.outline.clear();
  }

  moveTo(x: number, y: number): void {
    this.traced().move(this.matrix, x, y);
  }

  lineTo(x: number, y: number): void {
    this.traced().line(this.matrix, x, y);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.traced().cubic(this.matrix, ax, ay, bx, by, x, y);
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.traced().quadratic(this.matrix, cx, cy, x, y);
  }

  arc(x: number, y: number, r: number, from: number, to: number, back = false): void {
    this.traced().arc(this.matrix, x, y, r, from, to, back);
  }

  rect(x: number, y: number, w: number, h: number): void {
    this.traced().rect(this.matrix, x, y, w, h, [0]);
  }

  roundRect(x: number, y: number, w: number, h: number, radii: Radii = 0): void {
    const list = typeof radii === "object" && Symbol.iterator in radii ? [...radii] : [radii];
    const plain = list.map((it) => (typeof it === "number" ? it : (it.x ?? 0)));
    this.traced().rect(this.matrix, x, y, w, h, plain);
  }

  closePath(): void {
    this.traced().close();
  }

  private traced(): Outline {
    this.filled = null;
    return this.outline;
  }
}
