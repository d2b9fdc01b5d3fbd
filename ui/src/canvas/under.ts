/*
 * Decides how what lies under the cards comes onto the map: painted directly, or from the worker's picture
 * where there is too much for a frame. Keeps the sheet of numbers both are painted from.
 */
import type { Detail, Frame } from "./draw/frame";
import { paintBlocks, paintLinks, type Sheet, sheetOf } from "./draw/sheet";
import type { Space } from "./space";
import { Underlay } from "./underlay";
import type { Box, Size } from "./view";

/** As many links in sight are drawn directly; beyond it the worker's picture is cheaper. */
const CROWD = 300;
/** As many cards are drawn as blocks directly. */
const BLOCKS = 300;
/** A usual window, in CSS pixels: a recorded picture is as crowded as the part of it that one window shows. */
const WINDOW = 1280 * 800;

export class Under {
  private readonly space: Space;
  private readonly arrived: () => void;
  /** Undefined until a map first needs it; null where there are no workers. */
  private worker: Underlay | null | undefined;
  private sent: Sheet | null = null;
  private made: Sheet | null = null;
  private hidden: Uint8Array | null = null;

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
    this.flagged();
  }

  /** Only what is hidden from the sheet changed: lit, bridged or dragged links. */
  flagged(): void {
    this.hidden = null;
    this.worker?.stale();
  }

  /** Whether cards are blocks in the worker's picture. */
  blocks(detail: Detail): boolean {
    const many = this.space.cardCount > BLOCKS && detail.card <= 0;
    return many && (this.recorded || this.started() !== null);
  }

  /** Draws it, faded by `fade`. */
  draw(f: Frame, size: Size, seen: Box, fade: number): void {
    const { theme, view } = f;
    const colours = { ink: theme.ink2, hatch: theme.hatch, surface: theme.surface, ladder: theme.ladder };
    const blocks = this.blocks(f.detail);
    const many = blocks || (this.space.scene.links.length > CROWD && this.space.linksIn(seen).length > CROWD);
    const worker = many ? this.started() : null;
    if (worker === null) {
      const brush = { x: view.x, y: view.y, zoom: view.zoom, scale: f.dpr, ...colours };
      const windows = this.recorded ? Math.max(1, (size.w * size.h) / WINDOW) : 1;
      paintLinks(f.ctx, this.sheet(), this.hiddenLinks(), seen, brush, fade, windows);
      if (blocks) paintBlocks(f.ctx, this.sheet(), this.space.out, seen, brush, f.hatch);
      return;
    }
    if (this.sent !== this.sheet()) {
      this.sent = this.sheet();
      worker.setSheet(this.sent);
    }
    const flags = { hidden: this.hiddenLinks(), out: this.space.out };
    worker.want(view, size, f.dpr, blocks, flags, colours);
    worker.lay(f.ctx, view, f.dpr, fade);
  }

  private started(): Underlay | null {
    if (this.worker === undefined) {
      this.worker = Underlay.start(this.arrived, () => {
        this.destroy();
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

  private hiddenLinks(): Uint8Array {
    if (this.hidden !== null) return this.hidden;
    const { space } = this;
    const hidden = space.linkOff.slice();
    for (let i = 0; i < hidden.length; i += 1) if (space.linkLit[i] === 1) hidden[i] = 1;
    for (const i of space.movedLinks()) hidden[i] = 1;
    this.hidden = hidden;
    return hidden;
  }

  destroy(): void {
    this.worker?.destroy();
    this.worker = null;
  }
}
