/* A table without rows takes a paste too: it is how a list that stands in a spreadsheet begins. */
import type { RefObject } from "react";
import { useClipboard } from "./useClipboard.ts";
import type { Sheet } from "./useSheet.ts";

const CORNER = { top: 0, bottom: 0, left: 0, right: 0 };

export function useEmptyPaste(box: RefObject<HTMLElement | null>, sheet: Sheet): void {
  const exchange = {
    copy: () => null,
    cut: () => null,
    paste: (text: string, html: string) => void sheet.paste(CORNER, text, html),
  };
  useClipboard(box, exchange, true);
}
