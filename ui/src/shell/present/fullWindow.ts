/*
 * The whole screen for a presentation, where the page may ask for it. Where it may not, the presentation fills the window
 * and nothing else changes.
 */

/** Takes the screen; gives back what returns it. `left` is told when the person or the system took it back. */
export function takeScreen(left: () => void): () => void {
  const page = document.documentElement;
  let taken = false;
  const changed = () => {
    if (document.fullscreenElement !== null) taken = true;
    else if (taken) left();
  };
  document.addEventListener("fullscreenchange", changed);
  // Refused outside of a press, or where there is no such thing: the window is enough.
  const had = document.fullscreenElement !== null;
  if (!had && typeof page.requestFullscreen === "function") {
    page.requestFullscreen({ navigationUI: "hide" }).catch(() => undefined);
  }
  return () => {
    document.removeEventListener("fullscreenchange", changed);
    if (!had && document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
  };
}
