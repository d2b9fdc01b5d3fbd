/*
 * A diagram as the small picture in its corner shows it: its marks as boxes, the selected ones dark. Where all of it is
 * in sight there is nothing to show.
 */
import type { Ctx } from "../draw/frame";
import type { Overlooked, OverviewWords, Small } from "../overview";
import type { Box, Point } from "../view";
import type { Board } from "./board";
import type { Chart } from "./chart";
import { opening } from "./eye";

export class ChartOverview implements Overlooked {
  private chart: Chart | null = null;
  private selection: ReadonlySet<string> | null = null;

  constructor(
    private readonly board: Board,
    readonly words: OverviewWords,
    private readonly viewed: () => void,
  ) {}

  /** Of time as many times what it opened with: nobody counts pixels of a day. */
  get zoom() {
    const { chart, view, size } = this.board;
    return chart.axes === "both" ? view.zoom : view.zoom / opening(chart, size).zoom;
  }

  get theme() {
    return this.board.theme;
  }

  get dpr() {
    return this.board.dpr;
  }

  get isEven() {
    return this.board.chart.axes === "both";
  }

  get isLarge() {
    const { chart } = this.board;
    const [all, seen] = [chart.bounds, this.sight()];
    const [w, h] = [(all.x1 - all.x0) * 0.02, (all.y1 - all.y0) * 0.02];
    return (
      chart.marks.length > 0 &&
      (seen.x0 > all.x0 + w || seen.x1 < all.x1 - w || seen.y0 > all.y0 + h || seen.y1 < all.y1 - h)
    );
  }

  whole(): Box {
    return this.board.chart.bounds;
  }

  sight(): Box {
    return this.board.eye.seen();
  }

  centre({ x, y }: Point, gently: boolean): void {
    const { board } = this;
    const { chart, heading, size } = board;
    const ky = chart.axes === "both" ? heading.zoom : (heading.rows ?? 1);
    const middle = { x: (size.w + chart.left) / 2, y: (size.h + chart.top) / 2 };
    board.show({ ...heading, x: middle.x - x * heading.zoom, y: middle.y - y * ky }, gently);
    this.viewed();
  }

  isStale(): boolean {
    const { chart, selection } = this.board;
    if (this.chart === chart && this.selection === selection) return false;
    this.chart = chart;
    this.selection = selection;
    return true;
  }

  paint(ctx: Ctx, small: Small): void {
    const { board } = this;
    const { chart, theme } = board;
    const box = (b: Box, reach: number): void => {
      const w = Math.max(reach > 0 ? 2.5 : 1, (b.x1 - b.x0) * small.kx);
      const h = Math.max(1, (b.y1 - b.y0) * small.ky, reach > 0 ? 2.5 : 0);
      ctx.fillRect(small.x(b.x0) - (reach > 0 ? 1.25 : 0), small.y(b.y0) - (reach > 0 ? 1.25 : 0), w, h);
    };
    ctx.fillStyle = theme.line2;
    for (const b of chart.blocks ?? []) box(b, 0);
    // Boxes in boxes are told by the outermost, cells by the blocks that they make.
    const told = chart.marks.filter(
      (it) => it.pin === undefined && it.inert !== true && it.acts !== true && it.within === undefined,
    );
    for (const chosen of [false, true]) {
      ctx.fillStyle = chosen ? theme.ink1 : theme.line2;
      for (const mark of told) if (board.isSelected(mark) === chosen) box(mark.box, mark.reach ?? 0);
    }
  }
}
