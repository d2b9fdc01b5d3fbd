/* Brings a cell into sight sideways: it must not lie under the columns that stay, nor beyond the right edge. */
import type { At } from "./useCells.ts";

export function sightOf(box: HTMLElement, at: At): void {
  const row = box.querySelector(`[data-row="${CSS.escape(at.line)}"]`);
  const cell = row?.querySelector(`[data-column="${CSS.escape(at.cell)}"]`);
  const title = row?.querySelector('[data-column="title"]');
  if (!cell || !title || cell === title || getComputedStyle(cell).position === "sticky") return;
  const here = cell.getBoundingClientRect();
  const right = box.getBoundingClientRect().left + box.clientWidth;
  const left = title.getBoundingClientRect().right;
  if (here.left < left) box.scrollBy(here.left - left, 0);
  else if (here.right > right) box.scrollBy(Math.min(here.right - right, here.left - left), 0);
}
