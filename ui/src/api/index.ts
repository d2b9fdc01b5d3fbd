/* The door between the page and the program. */

import type { Host } from "./host";

export type * from "./bindings";
export { asFailure, type ErrorHeading, type Manner, mannerOf, manners, type Tone } from "./errors";
export type { FileDrag, FileKind, Host, Unlisten } from "./host";

/** The host that answers here: the application's window, or plain memory when the page is developed in a browser. */
export async function connect(): Promise<Host> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriHost;
  if (import.meta.env.DEV) return (await import("./fake")).fakeHost();
  throw new Error("This page works only inside Throughline.");
}
