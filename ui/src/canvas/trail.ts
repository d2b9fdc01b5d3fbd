/*
 * Where the map was looked at: places that were rested at, so that one can go back after a jump and forward again.
 * Pure. A short way is no jump; whoever pans along a lane does not fill the trail.
 */
import type { Size, View } from "./view";

const MOST = 50;
/** A jump is a change of zoom beyond this factor, or a way of more than this share of the view. */
const ZOOM = 1.6;
const WAY = 0.6;

export class Trail {
  private places: View[] = [];
  private at = -1;

  /** The view rests here. */
  rest(view: View, size: Size): void {
    const here = this.places[this.at];
    if (here !== undefined && !isJump(here, view, size)) {
      this.places[this.at] = view;
      return;
    }
    this.places = [...this.places.slice(0, this.at + 1), view].slice(-MOST);
    this.at = this.places.length - 1;
  }

  /** The place before (−1) or after (1) this one, which is then where one is; null at either end. */
  go(step: -1 | 1): View | null {
    const there = this.places[this.at + step];
    if (there === undefined) return null;
    this.at += step;
    return there;
  }

  has(step: -1 | 1): boolean {
    return this.places[this.at + step] !== undefined;
  }
}

export function isJump(from: View, to: View, size: Size): boolean {
  const ratio = to.zoom / from.zoom;
  if (ratio > ZOOM || ratio < 1 / ZOOM) return true;
  // How far what was in the middle of the screen has gone.
  const x = (size.w / 2 - from.x) * ratio + to.x - size.w / 2;
  const y = (size.h / 2 - from.y) * ratio + to.y - size.h / 2;
  return Math.abs(x) > size.w * WAY || Math.abs(y) > size.h * WAY;
}
