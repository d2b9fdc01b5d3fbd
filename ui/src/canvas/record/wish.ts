/*
 * What somebody wants a picture of, the same for every kind of canvas: which part, in which colours, and what stands
 * below it. Whoever draws a canvas answers with a `Drawing`.
 */
import type { Lang } from "../../api/bindings";
import type { Box } from "../view";

/** Everything, what the window shows, what is selected, or a part of the world. */
export type Part = "whole" | "view" | "selection" | { readonly box: Box };

/** As on the screen, or as in one theme whatever the screen shows. */
export type Colours = "shown" | "light" | "dark";

export interface Foot {
  readonly title: string;
  /** Date and rules, so that a picture that has travelled can be placed. */
  readonly facts: string;
  /** The four states, as they are called. */
  readonly states: Readonly<Record<"ok" | "risk" | "off" | "unknown", string>>;
}

export interface Wish {
  readonly part: Part;
  readonly colours: Colours;
  /** Paper and lanes behind everything; without, the picture shows what it is laid on. */
  readonly backdrop: boolean;
  /** The lit line and the selection, as they stand on the screen. */
  readonly lit: boolean;
  /** What the picture shows, for who cannot see it. */
  readonly title: string;
  readonly lang: Lang;
  readonly foot: Foot | null;
}
