/* What a presentation may use of the canvas. */
export { typefaceReady } from "../record";
export { themeNamed } from "../theme";
export { Album, type Picture } from "./album";
export { Laser } from "./laser";
export { gone, type ShowCommand, type Slide, showCommand, slidesOf, typed } from "./slides";
export { type Presented, type Stills, stillsOf } from "./stills";
