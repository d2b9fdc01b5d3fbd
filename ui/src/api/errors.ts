/* How each refusal is presented: the one table from code to manner. The words of a refusal come from the
 * program, in the language of the window; here stand only the tone, the heading and whether it stays. */

import type { Code, Failure } from "./bindings";

/** `calm`: nothing is wrong, the wish cannot be. `warning`: something needs a decision. `error`: work is at stake. */
export type Tone = "calm" | "warning" | "error";

export type ErrorHeading =
  | "error.refused"
  | "error.nothing"
  | "error.file"
  | "error.place"
  | "error.import"
  | "error.fault";

export interface Manner {
  tone: Tone;
  /** Key of the heading in the catalogues. */
  heading: ErrorHeading;
  /** Shown until it is put away; otherwise it goes by itself. */
  stays: boolean;
  /** The page may no longer match what is open: it asks anew. */
  refetch: boolean;
}

const calm = (heading: ErrorHeading): Manner => ({ tone: "calm", heading, stays: false, refetch: false });
const warning = (heading: ErrorHeading): Manner => ({
  tone: "warning",
  heading,
  stays: true,
  refetch: false,
});
const error = (heading: ErrorHeading): Manner => ({ tone: "error", heading, stays: true, refetch: false });

export const manners: Readonly<Record<Code, Manner>> = {
  not_found: { ...calm("error.refused"), refetch: true },
  already_linked: calm("error.refused"),
  bad_id: calm("error.refused"),
  not_allowed: calm("error.refused"),
  bad_value: calm("error.refused"),
  nothing_to_undo: calm("error.nothing"),
  no_portfolio: { ...calm("error.nothing"), refetch: true },
  other_portfolio: { ...warning("error.refused"), refetch: true },
  file_too_new: warning("error.file"),
  not_a_portfolio: warning("error.file"),
  file_damaged: error("error.file"),
  file_in_use: warning("error.file"),
  read_only: warning("error.place"),
  changed_outside: { ...error("error.file"), refetch: true },
  file_unreadable: warning("error.file"),
  file_exists: warning("error.place"),
  disk_failed: error("error.place"),
  password_protected: warning("error.import"),
  too_large: warning("error.import"),
  nothing_to_import: warning("error.import"),
  not_readable: warning("error.import"),
  internal: { ...error("error.fault"), refetch: true },
};

function isFailure(reason: unknown): reason is Failure {
  return (
    typeof reason === "object" &&
    reason !== null &&
    "code" in reason &&
    typeof reason.code === "string" &&
    reason.code in manners &&
    "message" in reason &&
    typeof reason.message === "string" &&
    "hint" in reason &&
    typeof reason.hint === "string"
  );
}

/** Whatever a promise was refused with, as a failure. What is not one of ours is a fault of ours, and its text
 * is kept so that it can be copied. */
export function asFailure(reason: unknown): Failure {
  if (isFailure(reason)) return reason;
  const message = reason instanceof Error ? reason.message : String(reason);
  return { code: "internal", message, hint: "", owner: null };
}

export function mannerOf(reason: unknown): Manner {
  return manners[asFailure(reason).code];
}
