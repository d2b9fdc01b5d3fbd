/* What may be used of the frames of a canvas. */
export {
  added,
  boxOf,
  grown,
  MOST_FRAMES,
  placed,
  removed,
  renamed,
  reordered,
  reshaped,
  tidied,
} from "./frames";
export { GRIPS, type Grip, pulled } from "./grips";
export { FrameLayer, type FrameLayerTools } from "./layer";
export { lensOf } from "./lens";
