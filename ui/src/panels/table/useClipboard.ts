/*
 * The clipboard of the page for a grid. The events are heard on the document, because where nothing is marked as text
 * they are sent to the body; WebKit asks beforehand whether there is anything to copy, cut or paste into.
 */
import { type RefObject, useEffect, useRef } from "react";
import type { Flavours } from "./clipboard.ts";

export interface Exchange {
  copy(): Flavours | null;
  cut(): Flavours | null;
  paste(text: string, html: string): void;
}

/** `anywhere`: also while nothing on the page has the keyboard. */
export function useClipboard(box: RefObject<HTMLElement | null>, exchange: Exchange, anywhere = false): void {
  const latest = useRef(exchange);
  latest.current = exchange;
  useEffect(() => {
    const isHere = (event: Event) => {
      const focused = document.activeElement;
      if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) return false;
      const inside = box.current;
      if (inside === null) return false;
      if (anywhere && (focused === null || focused === document.body)) return true;
      return inside.contains(focused) || (event.target instanceof Node && inside.contains(event.target));
    };
    const ask = (event: Event) => {
      if (isHere(event)) event.preventDefault();
    };
    const give = (flavours: Flavours | null, event: ClipboardEvent) => {
      if (flavours === null || event.clipboardData === null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", flavours.text);
      event.clipboardData.setData("text/html", flavours.html);
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isHere(event)) give(latest.current.copy(), event);
    };
    const onCut = (event: ClipboardEvent) => {
      if (isHere(event)) give(latest.current.cut(), event);
    };
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!isHere(event) || data === null) return;
      event.preventDefault();
      latest.current.paste(data.getData("text/plain"), data.getData("text/html"));
    };
    const before = ["beforecopy", "beforecut", "beforepaste"];
    for (const name of before) document.addEventListener(name, ask);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      for (const name of before) document.removeEventListener(name, ask);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
    };
  }, [box, anywhere]);
}
