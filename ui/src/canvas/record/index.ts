/* Pictures of canvases: what is wanted, and what draws it. */
export { chartExtent, drawChart } from "./chart";
export { footAlone } from "./foot";
export { drawMap, extentOf, mapSteps, type Shown } from "./map";
export { Recorder, type Ruler } from "./recorder";
export { screenRuler, typefaceReady } from "./ruler";
export { inTurns, type Watch } from "./steps";
export type { Colours, Foot, Part, Wish } from "./wish";
