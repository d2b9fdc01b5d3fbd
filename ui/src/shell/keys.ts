/*
 * Keys of actions: written “Mod+Shift+Z”, where Mod is Cmd on a Mac and Ctrl elsewhere. Pure but for asking once
 * which system this is.
 */
import { isKey, type Words } from "../words/index.ts";

export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a press is the one that is written. */
export function matches(keys: string, press: Press, mac: boolean): boolean {
  const parts = keys.split("+");
  const key = (parts.at(-1) ?? "").toLowerCase();
  const wants = (name: string) => parts.includes(name);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wants("Mod") || other || press.altKey !== wants("Alt")) return false;
  // A sign such as “?” already contains its Shift, differently on each keyboard.
  const letter = /^[a-z0-9]$/.test(key) || key.length > 1;
  if (letter && press.shiftKey !== wants("Shift")) return false;
  return press.key.toLowerCase() === key;
}

/** Keys as they stand on a keyboard of this system and language: “Ctrl Shift Z”, “Ctrl Maj Z”, “⇧⌘Z”. */
export function keyWords(words: Words, keys: string, mac: boolean): string {
  if (keys === "+") return keys;
  const parts = keys.split("+").map((part) => {
    if (part === "Mod") return mac ? "⌘" : "Ctrl";
    if (part === "Shift" && mac) return "⇧";
    if (part === "Alt") return mac ? "⌥" : "Alt";
    const named = `key.${part}`;
    if (isKey(named)) return words.say(named);
    return part.length === 1 ? part.toUpperCase() : part;
  });
  return mac ? [...parts.slice(0, -1).sort().reverse(), parts.at(-1)].join("") : parts.join(" ");
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** Whether the press happens where somebody types. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
