/* A figure that was opened: where it stands, what it is called, and the elements it was counted from. */
import type { ElementId } from "../../api/bindings.ts";

export interface Chosen {
  /** The sentence, or the bar by weight (`weight`) or by money (its currency). */
  readonly from: string;
  /** Place of the figure there. */
  readonly at: number;
  readonly name: string;
  readonly elements: readonly ElementId[];
}

export function isSame(one: Chosen | null, other: Chosen): boolean {
  return one !== null && one.from === other.from && one.at === other.at;
}
