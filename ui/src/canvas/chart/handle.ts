/*
 * What a mounted chart is given and what can be asked of it: the whole of what the outside sees of the engine.
 */
import type { Drawing } from "../../api/bindings";
import type { MapCommand } from "../commands";
import type { OverviewWords } from "../overview";
import type { Foot, Part, Wish } from "../record";
import type { Box, Size, View } from "../view";
import type { Chart, ChartEvents, ChartWords } from "./chart";
import type { Eye } from "./eye";

export interface ChartOptions extends ChartEvents {
  readonly words: ChartWords;
  /** Nothing can be changed, only looked at. */
  readonly readOnly?: boolean;
  /** What the zoom controls and the small picture say; without it there are none. */
  readonly overview?: OverviewWords;
  /** Told with every picture: how the world lies in it. */
  onPaint?(eye: Eye): void;
  /** When the view has come to rest. */
  onView?(view: View): void;
  /** Told after every picture: milliseconds it took on this thread. For the benchmark. */
  onFrame?(milliseconds: number): void;
}

export interface ChartHandle {
  setChart(chart: Chart): void;
  /** Ids of elements and links; does not call back. */
  setSelection(subjects: Iterable<string>): void;
  /** Subjects that pass the filter, the others are dimmed; null when nothing is kept back. */
  setPassing(subjects: ReadonlySet<string> | null): void;
  /** Subjects on the line through the selection: they are outlined and the others step back; null when nothing is lit. */
  setLine(subjects: ReadonlySet<string> | null): void;
  /** How much of the top strip tools of the window cover, at its right end. */
  setCovered(width: number): void;
  /** Shows everything, never larger than life. */
  fit(gently?: boolean): void;
  /** One step nearer or farther, about the middle. */
  zoom(step: 1 | -1): void;
  /** Looks as a button or the palette asks; false for what a chart cannot do. */
  run(command: MapCommand): boolean;
  /** The view a chart opens with. */
  home(): void;
  /** Brings the marks of these elements or links into sight. */
  zoomTo(subjects: Iterable<string>, gently?: boolean): void;
  /** Points an element out without selecting it, in sight; nothing for `null`. */
  mark(subject: string | null): void;
  /** The part of the chart in sight, and the one around marks; null where none of them is there. */
  seen(): Box;
  around(subjects: Iterable<string>): Box | null;
  /** Flies to a part of the chart and shows it whole. */
  look(box: Box): void;
  getView(): View;
  setView(view: View): void;
  /** Opens the field over the title of an element; false when it has none here. */
  editTitle(subject: string): boolean;
  /** What the chart shows, for a picture; drawn once the typeface can be measured. */
  picture(wish: Wish): Promise<Drawing>;
  /** How large a picture of a part is, in units, with what stands below it. */
  extent(part: Part, foot: Foot | null): Size;
  focus(): void;
  destroy(): void;
}
