/* Arrow keys walk from row to row in a list of findings; the rows themselves are buttons. */
import type { KeyboardEvent } from "react";

const ROWS = ".finding-title, .finding-row-title, .side-row";

export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ROWS)];
  const here = document.activeElement;
  const at = here instanceof HTMLElement ? rows.indexOf(here) : -1;
  const next = rows[at < 0 ? 0 : at + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
