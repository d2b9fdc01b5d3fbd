/*
 * The light that a presenter points with: a dot in the accent with a short trail that fades behind it. Draws only around
 * itself, and rests when there is nothing left to fade.
 */

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** When it was there. */
  readonly at: number;
}

/** How long a place of the trail glows, in milliseconds. */
export const GLOW = 420;
const RADIUS = 9;

/** The trail without what has faded; the last place stays for as long as the light is on. */
export function glowing(trail: readonly Spot[], now: number, on: boolean): readonly Spot[] {
  const last = trail[trail.length - 1];
  const left = trail.filter((spot) => now - spot.at < GLOW);
  return left.length === 0 && on && last !== undefined ? [last] : left;
}

export class Laser {
  private trail: readonly Spot[] = [];
  private on = false;
  private frame = 0;
  private readonly context: CanvasRenderingContext2D | null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly look: { readonly colour: string; readonly still: boolean },
  ) {
    this.context = canvas.getContext("2d");
  }

  get isOn(): boolean {
    return this.on;
  }

  /** In pixels of the page. */
  move(x: number, y: number): void {
    this.on = true;
    const spot = { x, y, at: performance.now() };
    this.trail = this.look.still ? [spot] : [...this.trail, spot];
    this.schedule();
  }

  out(): void {
    this.on = false;
    if (this.look.still) this.trail = [];
    this.schedule();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.trail = [];
  }

  private schedule(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame((now) => this.draw(now));
  }

  private draw(now: number): void {
    this.frame = 0;
    this.trail = glowing(this.trail, now, this.on);
    const { context, canvas, trail } = this;
    if (context === null) return;
    const scale = canvas.width / Math.max(1, canvas.clientWidth);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.lineCap = "round";
    context.strokeStyle = this.look.colour;
    for (let i = 1; i < trail.length; i += 1) {
      const [a, b] = [trail[i - 1], trail[i]];
      if (a === undefined || b === undefined) continue;
      const left = Math.max(0, 1 - (now - b.at) / GLOW);
      // It becomes thinner, not fainter: faint pieces would show where they overlap.
      context.lineWidth = Math.max(0.5, RADIUS * 1.4 * left);
      context.beginPath();
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
      context.stroke();
    }
    const tip = trail[trail.length - 1];
    if (tip !== undefined && this.on) this.dot(context, tip);
    context.globalAlpha = 1;
    if (trail.length > (this.on ? 1 : 0)) this.schedule();
  }

  private dot(context: CanvasRenderingContext2D, { x, y }: Spot): void {
    context.fillStyle = this.look.colour;
    for (const [radius, share] of [
      [RADIUS * 2.2, 0.18],
      [RADIUS, 1],
    ] as const) {
      context.globalAlpha = share;
      context.beginPath();
      context.arc(x, y, radius, 0, Math.PI * 2);
      context.fill();
    }
  }
}
