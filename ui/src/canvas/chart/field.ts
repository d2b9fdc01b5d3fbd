/*
 * The marks of a chart as numbers: a spatial index for each of the body and its strips, and where a mark lies now.
 * A dragged mark lies elsewhere than in the index until it is let go, and is asked one by one.
 */
import Flatbush from "flatbush";
import type { Box, Point } from "../view";
import { type Chart, EMPTY_CHART, type Mark } from "./chart";
import type { Eye } from "./eye";

type Place = "body" | "left" | "top" | "corner";

interface Sheet {
  readonly marks: number[];
  tree: Flatbush | null;
}

/** Where the strips begin on the screen, and how wide they are. */
function stripsOf({ hub, left, top }: Eye) {
  return hub === null
    ? { x: { at: 0, wide: left }, y: { at: 0, wide: top } }
    : { x: { at: hub.x0, wide: hub.x1 - hub.x0 }, y: { at: hub.y0, wide: hub.y1 - hub.y0 } };
}

export class Field {
  chart: Chart = EMPTY_CHART;
  readonly index = new Map<string, number>();
  /** Marks of each subject. */
  private readonly bySubject = new Map<string, number[]>();
  private readonly sheets: Record<Place, Sheet> = {
    body: { marks: [], tree: null },
    left: { marks: [], tree: null },
    top: { marks: [], tree: null },
    corner: { marks: [], tree: null },
  };
  /** How far the widest mark reaches beyond its box on the screen. */
  private reach = 0;
  /** Where dragged marks lie now, along x. */
  readonly moved = new Map<number, { x0: number; x1: number }>();

  load(chart: Chart): void {
    this.chart = chart;
    this.index.clear();
    this.bySubject.clear();
    this.moved.clear();
    this.reach = 0;
    for (const sheet of Object.values(this.sheets)) sheet.marks.length = 0;
    chart.marks.forEach((mark, i) => {
      this.index.set(mark.id, i);
      this.sheets[mark.pin ?? "body"].marks.push(i);
      this.reach = Math.max(this.reach, mark.reach ?? 0);
      if (mark.subject === null) return;
      const same = this.bySubject.get(mark.subject);
      if (same === undefined) this.bySubject.set(mark.subject, [i]);
      else same.push(i);
    });
    for (const sheet of Object.values(this.sheets)) {
      sheet.tree = sheet.marks.length === 0 ? null : new Flatbush(sheet.marks.length);
      for (const i of sheet.marks) {
        const b = chart.marks[i]?.box;
        if (b !== undefined) sheet.tree?.add(b.x0, b.y0, b.x1, b.y1);
      }
      sheet.tree?.finish();
    }
  }

  mark(i: number): Mark | undefined {
    return this.chart.marks[i];
  }

  of(subject: string): readonly number[] {
    return this.bySubject.get(subject) ?? [];
  }

  /** Whether a mark is there at this zoom. */
  shows(i: number, zoom: number): boolean {
    const mark = this.mark(i);
    return mark !== undefined && zoom >= (mark.near ?? 0) && zoom < (mark.far ?? Number.POSITIVE_INFINITY);
  }

  /** Where a mark lies in the world, or along its strip. */
  boxOf(i: number): Box {
    const box = this.mark(i)?.box ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    const moved = this.moved.get(i);
    return moved === undefined ? box : { ...box, x0: moved.x0, x1: moved.x1 };
  }

  /** Where a mark lies on the screen. */
  screenBox(i: number, eye: Eye): Box {
    const mark = this.mark(i);
    const b = this.boxOf(i);
    const r = mark?.reach ?? 0;
    const at = eye.box(b);
    const [x, y] = [eye.hub?.x0 ?? 0, eye.hub?.y0 ?? 0];
    switch (mark?.pin) {
      case "left":
        return { ...at, x0: b.x0 + x, x1: b.x1 + x };
      case "top":
        return { ...at, y0: b.y0 + y, y1: b.y1 + y };
      case "corner":
        return { x0: b.x0 + x, x1: b.x1 + x, y0: b.y0 + y, y1: b.y1 + y };
      default:
        return { x0: at.x0 - r, y0: at.y0 - r, x1: at.x1 + r, y1: at.y1 + r };
    }
  }

  /** Marks of a place in a box, in the order of drawing. */
  within(place: Place, box: Box, zoom: number): number[] {
    const { tree, marks } = this.sheets[place];
    if (tree === null) return [];
    const found = tree
      .search(box.x0, box.y0, box.x1, box.y1)
      .map((n) => marks[n] ?? -1)
      .filter((i) => !this.moved.has(i));
    if (place === "body") found.push(...this.moved.keys());
    return found.filter((i) => this.shows(i, zoom)).sort((a, b) => a - b);
  }

  /** Marks in sight. */
  seen(place: Place, eye: Eye): number[] {
    const around = this.reach + 24;
    const seen = eye.seen(around);
    const zoom = eye.view.zoom;
    if (place === "body") return this.within(place, seen, zoom);
    const { x, y } = stripsOf(eye);
    if (place === "left") return this.within(place, { ...seen, x0: 0, x1: x.wide }, zoom);
    if (place === "top") return this.within(place, { ...seen, y0: 0, y1: y.wide }, zoom);
    return this.within(place, { x0: 0, y0: 0, x1: x.wide, y1: y.wide }, zoom);
  }

  /** The topmost mark under a point of the screen, or −1. */
  hit(p: Point, eye: Eye): number {
    if (p.y > eye.size.h - (this.chart.bottom ?? 0)) return -1;
    if (eye.hub !== null && (p.x < eye.left || p.y < eye.top)) return -1;
    const strips = stripsOf(eye);
    const inLeft = p.x >= strips.x.at && p.x < strips.x.at + strips.x.wide;
    const inTop = p.y >= strips.y.at && p.y < strips.y.at + strips.y.wide;
    const place: Place = inLeft ? (inTop ? "corner" : "left") : inTop ? "top" : "body";
    const w = eye.world(p);
    const [rx, ry] = [this.reach / eye.kx, this.reach / eye.ky];
    const x = place === "body" || place === "top" ? w.x : p.x - strips.x.at;
    const y = place === "body" || place === "left" ? w.y : p.y - strips.y.at;
    const slack = place === "body" ? { x: rx, y: ry } : { x: 0, y: 0 };
    const box = { x0: x - slack.x, y0: y - slack.y, x1: x + slack.x, y1: y + slack.y };
    return (
      this.within(place, box, eye.view.zoom).findLast(
        (i) => this.mark(i)?.inert !== true && this.holds(i, p, eye),
      ) ?? -1
    );
  }

  private holds(i: number, p: Point, eye: Eye): boolean {
    const b = this.screenBox(i, eye);
    if (this.mark(i)?.round === true) {
      const r = Math.max(6, (b.x1 - b.x0) / 2);
      return Math.hypot(p.x - (b.x0 + b.x1) / 2, p.y - (b.y0 + b.y1) / 2) <= r;
    }
    // What is thinner than a finger is given a little more.
    const [mx, my] = [Math.max(0, 6 - (b.x1 - b.x0)) / 2, Math.max(0, 6 - (b.y1 - b.y0)) / 2];
    return p.x >= b.x0 - mx && p.x <= b.x1 + mx && p.y >= b.y0 - my && p.y <= b.y1 + my;
  }
}
