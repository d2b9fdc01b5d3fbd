/* What the shell may use of the map. */
export { ARRANGEMENTS, type Arrangement } from "./arrange";
export { MAP_COMMANDS, type MapCommand } from "./commands";
export { SHAPES } from "./draw/shapes";
export { createCanvas } from "./engine";
export type { AddRequest, CanvasEvents, Move, NewNote, NoteMove, PasteTarget } from "./events";
export type { CanvasHandle, CanvasOptions } from "./handle";
export { isPerspective } from "./kinds/plan";
export { CARD_H, CARD_W } from "./measures";
export {
  initials,
  type LegendRow,
  OVERLAYS,
  type Overlay,
  type OverlayKind,
  overlay,
} from "./overlay/overlay";
export { STATUS_SHAPES } from "./overlay/palette";
export { pictureOfFoot } from "./picture";
export type { Offer, Refusal } from "./policy";
export { Projector } from "./project";
export type { Colours, Foot, Part, Watch, Wish } from "./record";
export { type MapRecords, recordsOf } from "./records";
export type {
  Badge,
  BandKey,
  Bar,
  CardKind,
  Ghost,
  Lane,
  Level,
  Scene,
  SceneCard,
  SceneFrame,
  SceneLink,
  SceneLinkKind,
  SceneNote,
  Severity,
  Status,
  Weight,
} from "./scene";
export type { Newcomer } from "./setDown";
export { throughline } from "./throughline";
export type { TitleWords } from "./titleField";
export type { Box, Point, Size, View } from "./view";
export type { CanvasWords, LinkWords, SceneWords } from "./words";
