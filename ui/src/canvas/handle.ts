/*
 * What a mounted map is given and what can be asked of it: the whole of what the outside sees of the engine.
 */
import type { Drawing } from "../api/bindings";
import type { MapCommand } from "./commands";
import type { AddRequest, CanvasEvents, Move } from "./events";
import type { Foot, Part, Watch, Wish } from "./record";
import type { CardKind, Scene } from "./scene";
import type { Newcomer } from "./setDown";
import type { Box, Point, Size, View } from "./view";
import type { CanvasWords } from "./words";

export interface CanvasOptions extends CanvasEvents {
  readonly words: CanvasWords;
  /** Nothing can be changed, only looked at. */
  readonly readOnly?: boolean;
  /** Told with every picture: the view that it shows. */
  onPaint?(view: View): void;
  /** Told after every picture: milliseconds it took on this thread. For the benchmark. */
  onFrame?(milliseconds: number): void;
  /** What stands over the map from outside; views that show everything leave cards clear of it. */
  over?(): Iterable<Element>;
  /** The small map with zoom controls; shown unless told otherwise. */
  readonly overview?: boolean;
}

export interface CanvasHandle {
  setScene(scene: Scene): void;
  /** Ids of cards and links; does not call back. */
  setSelection(ids: Iterable<string>): void;
  /** Shows everything, never larger than life. */
  fit(gently?: boolean): void;
  /** One step nearer or farther, about the middle. */
  zoom(step: 1 | -1): void;
  /** The view a map opens with: from the top, large enough to read, whole if that fits. */
  home(): void;
  /** Shows these cards, links or ghosts; stays where it is when they can be read already. */
  zoomTo(ids: Iterable<string>, gently?: boolean): void;
  /** Starts editing the title of a card; false when it is not on the map. */
  edit(id: string): boolean;
  /** Does what a button or the palette asks. */
  run(command: MapCommand): void;
  /** A free place for a card of a kind, where somebody looks; `promised` are places for cards that are still to come. */
  roomFor(kind: CardKind, promised?: readonly Point[]): AddRequest;
  /** Free places for cards of these kinds, near what is looked at, as placements store them. */
  places(kinds: readonly CardKind[]): readonly Point[];
  /** Shows where elements would come to lie that are carried over a point of the window, and whether any would; none takes the outlines away. */
  carry(things: readonly Newcomer[], at: Point): boolean;
  /** Where they come to lie when they are dropped there, as placements store it; what is locked is left out. */
  land(things: readonly Newcomer[], at: Point): readonly Move[];
  /** Points a card out without selecting it, in sight and large enough to read; nothing for `null`. */
  mark(id: string | null): void;
  /** The part of the world in sight, and the one around cards; null where none of them is there. */
  seen(): Box;
  around(ids: Iterable<string>): Box | null;
  /** Flies to a part of the world and shows it whole. */
  look(box: Box): void;
  getView(): View;
  setView(view: View): void;
  /** What the map shows, for a picture; drawn once the typeface can be measured. */
  picture(wish: Wish, watch?: Watch): Promise<Drawing | null>;
  /** How large a picture of a part is, in units, with what stands below it. */
  extent(part: Part, foot: Foot | null): Size;
  focus(): void;
  destroy(): void;
}
