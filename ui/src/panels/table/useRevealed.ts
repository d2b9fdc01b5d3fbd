/*
 * An element that another view asked the table to show: its kind is turned to, and what would hide its row, a filter of
 * the table or a folded group, is put aside for it. The grid brings the row into sight, and takes the keyboard when
 * nothing else has it.
 */
import { useEffect, useState } from "react";
import { useDesk, useStore } from "../desk.tsx";
import { type Arrangement, type Settings, UNFILTERED } from "./view.ts";

export function useRevealed(
  { kind }: Settings,
  { rows, order }: Arrangement,
  change: (change: Partial<Settings>) => void,
): void {
  const { selection } = useDesk();
  const elements = useStore((state) => state.portfolio.elements);
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => selection.onReveal((ids) => setWanted(ids[0] ?? null)), [selection]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: carried out when it is wanted and once its kind is shown.
  useEffect(() => {
    const element = elements.get(wanted ?? "");
    if (element === undefined) return;
    if (kind !== element.kind) {
      change({ kind: element.kind });
      return;
    }
    if (!rows.some((row) => row.id === element.id)) return;
    setWanted(null);
    // Turning to another kind makes the grid anew, and what had the keyboard went with its view.
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(".table-grid")?.focus({ preventScroll: true });
    if (!order.includes(element.id)) change({ ...UNFILTERED, folded: new Set() });
  }, [wanted, elements, kind, rows, order]);
}
