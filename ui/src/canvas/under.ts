/*
 * Decides how what lies under the cards comes onto the map: painted directly, or from the worker's picture
 * where there is too much for a frame. Keeps the sheet of numbers both are painted from.
 */
import type { Frame } from "./draw/frame";
import { alike, linksInWindow, paintLinks, type Sheet, sheetOf } from "./draw/sheet";
import type { Space } from "./space";
import { OVERSCAN, Underlay } from "./underlay";
import type { Box, Size } from "./view";

/** As many links in sight are drawn directly; beyond it the worker's picture is cheaper. */
const CROWD = 300;
/** With fewer than this it is drawn directly again; between the two it stays as it was, or it would change with every step. */
const THIN = 240;
/** A usual window, in CSS pixels. */
const WINDOW: Size = { w: 1280, h: 800 };

export class Under {
  private readonly space: Space;
  private readonly arrived: () => void;
  /** Undefined until a map first needs it; null where there are no workers. */
  private worker: Underlay | null | undefined;
  private sent: Sheet | null = null;
  private made: Sheet | null = null;
  private hidden: Uint8Array = new Uint8Array(0);
  private isFlagged = true;
  private isMany = false;
  /** By how many links in sight their strength is chosen, and at which zoom. */
  private crowd = { links: 0, zoom: 0 };
  /** Counts how often what is painted changed otherwise than by the view. */
  revision = 0;

  /** A picture that is recorded is painted directly, however much there is. */
  private readonly recorded: boolean;

  constructor(space: Space, arrived: () => void, recorded: boolean) {
    this.space = space;
    this.arrived = arrived;
    this.recorded = recorded;
    if (recorded) this.worker = null;
  }

  /** Cards or links changed. */
  reset(): void {
    this.made = null;
    this.revision += 1;
    this.flagged();
  }

  /** What is hidden from the sheet may have changed: lit, bridged or dragged links. */
  flagged(): void {
    this.isFlagged = true;
  }

  /** Before a frame: what it will need for its view. */
  ask(f: Frame, size: Size, seen: Box): void {
    const links = this.space.scene.links.length > THIN ? this.space.linksIn(seen).length : 0;
    const isMany = links > (this.isMany ? THIN : CROWD);
    if (isMany !== this.isMany) {
      this.isMany = isMany;
      // The worker chooses strengths by what it paints around: half of each would show a seam.
      this.revision += 1;
      this.flagged();
    }
    if (this.crowd.zoom !== f.view.zoom || !alike(links, this.crowd.links)) {
      this.crowd = { links, zoom: f.view.zoom };
      this.revision += 1;
    }
    const hidden = this.hiddenLinks();
    const worker = isMany ? this.started() : null;
    if (worker === null) return;
    if (this.sent !== this.sheet()) {
      this.sent = this.sheet();
      worker.setSheet(this.sent);
    }
    worker.want(f.view, size, f.dpr, hidden, f.theme.ink2);
  }

  /** Draws what touches `seen`, faded by `fade`. */
  draw(f: Frame, seen: Box, fade: number): void {
    const { theme, view } = f;
    if (this.isMany && this.worker) {
      this.worker.lay(f.ctx, view, seen, f.dpr, fade);
      return;
    }
    const brush = { x: view.x, y: view.y, zoom: view.zoom, scale: f.dpr, ink: theme.ink2 };
    let crowd: number | null = this.crowd.links;
    if (this.recorded) crowd = this.isMany ? this.usual(seen, view.zoom) : null;
    paintLinks(f.ctx, this.sheet(), this.hiddenLinks(), seen, brush, fade, crowd);
  }

  /**
   * How many links the worker would paint for one window, with what it paints around it: a large picture is no more
   * crowded than each of the windows that would be needed to see all of it.
   */
  private usual(seen: Box, zoom: number): number {
    const w = Math.min(seen.x1 - seen.x0, WINDOW.w / zoom);
    const h = Math.min(seen.y1 - seen.y0, WINDOW.h / zoom);
    const [x, y] = [w * OVERSCAN, h * OVERSCAN];
    const around: Box = { x0: seen.x0 - x, y0: seen.y0 - y, x1: seen.x1 + x, y1: seen.y1 + y };
    return linksInWindow(this.sheet(), this.hiddenLinks(), around, w + 2 * x, h + 2 * y);
  }

  /** What was drawn last waits for the worker; it will tell when it is done. */
  get isWaiting(): boolean {
    return this.worker?.isBusy ?? false;
  }

  private started(): Underlay | null {
    if (this.worker === undefined) {
      const arrived = (isNew: boolean): void => {
        if (isNew) this.revision += 1;
        this.arrived();
      };
      this.worker = Underlay.start(arrived, () => {
        this.destroy();
        this.revision += 1;
        this.arrived();
      });
    }
    return this.worker;
  }

  /** Positions are those of the scene, not of a running drag: links of dragged cards are hidden here. */
  private sheet(): Sheet {
    this.made ??= sheetOf(this.space);
    return this.made;
  }

  /** The same list while the same links are hidden: after most edits the picture that is there still serves. */
  private hiddenLinks(): Uint8Array {
    if (!this.isFlagged) return this.hidden;
    this.isFlagged = false;
    const { space } = this;
    const hidden = space.linkOff.slice();
    // Among so many, all of them faded, nobody sees the plain line below a lit one; a new picture for each would be dear.
    if (this.isMany && !this.recorded) {
      for (const id of space.scene.bridged) {
        const i = space.linkIndex.get(id) ?? -1;
        if (space.out[space.from[i] ?? -1] !== 1 && space.out[space.to[i] ?? -1] !== 1) hidden[i] = 0;
      }
    } else for (let i = 0; i < hidden.length; i += 1) if (space.linkLit[i] === 1) hidden[i] = 1;
    for (const i of space.movedLinks()) hidden[i] = 1;
    const before = this.hidden;
    if (before.length === hidden.length && before.every((it, i) => it === hidden[i])) return before;
    this.hidden = hidden;
    this.revision += 1;
    this.worker?.stale();
    return hidden;
  }

  destroy(): void {
    this.worker?.destroy();
    this.worker = null;
  }
}
