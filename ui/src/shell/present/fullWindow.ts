/*
 * The whole screen for a presentation: the window's own full screen, which the system knows. Where it grants none, the
 * presentation fills the window and nothing else changes.
 */
import type { Host } from "../../api/index.ts";

/**
 * Takes the screen; gives back what returns it as it was. `left` is told when the person or the system took it back, by
 * the system's own keys and buttons.
 */
export function takeScreen(host: Pick<Host, "fillScreen">, left: () => void): () => void {
  let taken = false;
  let over = false;
  const begun = host.fillScreen(true).catch(() => true);
  // The system tells a page of its size only; whether that was the screen it must ask.
  const resized = () => {
    void begun
      .then((was) => (was ? null : host.fillScreen(null)))
      .then((isFull) => {
        if (over || isFull === null) return;
        if (isFull) taken = true;
        else if (taken) left();
      })
      .catch(() => undefined);
  };
  window.addEventListener("resize", resized);
  return () => {
    over = true;
    window.removeEventListener("resize", resized);
    // A window that filled the screen before goes on doing so.
    void begun.then((was) => (was ? null : host.fillScreen(false))).catch(() => undefined);
  };
}
