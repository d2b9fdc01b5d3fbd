/* What the shell may use of the map. */
export { type CanvasHandle, type CanvasOptions, createCanvas } from "./engine";
export type { Refusal } from "./policy";
export { Projector } from "./project";
export type { Colours, Foot, Part, Wish } from "./record";
export { type MapRecords, recordsOf } from "./records";
export type {
  Badge,
  Bar,
  CardKind,
  Ghost,
  Lane,
  Level,
  Scene,
  SceneCard,
  SceneLink,
  Severity,
  Status,
  Weight,
} from "./scene";
export type { AddRequest, CanvasEvents, Move } from "./stage";
export type { View } from "./view";
export type { CanvasWords, SceneWords } from "./words";
