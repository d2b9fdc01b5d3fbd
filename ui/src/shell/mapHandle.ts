/* What may be asked of a mounted canvas, a map of cards or a diagram, by what stands around it. */
import type { Drawing } from "../api/index.ts";
import type { Box, CardKind, Foot, MapCommand, Part, Point, Watch, Wish } from "../canvas/index.ts";

export interface MapHandle {
  fit(): void;
  /** One step nearer or farther. */
  zoom(step: 1 | -1): void;
  /** False while the map is not there yet. */
  run(command: MapCommand): boolean;
  /** Points a card out without selecting it; none for `null`. */
  mark(id: string | null): void;
  focus(): void;
  /** What the map shows, for a picture; `null` while it is not there, or when it is not wanted any more. */
  picture(wish: Wish, watch: Watch): Promise<Drawing | null>;
  /** How large a picture of a part is, with what stands below it. */
  extent(part: Part, foot: Foot | null): { readonly w: number; readonly h: number };
  /** Adds an element in place and opens its title. */
  add(kind: CardKind): Promise<void>;
  /** The part of the world in sight, and the one around cards; `null` while there is none. */
  seen(): Box | null;
  around(ids: Iterable<string>): Box | null;
  look(box: Box): void;
  /** Shows where elements would come to lie that are carried over a point of the window, and whether any would; none: nothing is carried. */
  carry(ids: readonly string[], at: Point): boolean;
  /** Puts them there. */
  drop(ids: readonly string[], at: Point): void;
  /** Gives the keyboard to a frame. */
  holdFrame(id: string): void;
}
