/*
 * Since when somebody has a file open: “9:12” of today, “Monday 16 Nov, 9:12” of another day. The moment is the local
 * one of the other computer, as it wrote it down.
 */
import { type Lang, LOCALES } from "../words/say.ts";

const NBSP = "\u00a0";

/** `2026-11-26 09:12` in words; a text that is no such moment is shown as it is. */
export function sinceWords(lang: Lang, since: string, now: Date): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(since);
  if (parts === null) return since;
  const [year, month, day, hour, minute] = parts.slice(1).map(Number);
  const then = new Date(year ?? 0, (month ?? 1) - 1, day ?? 1);
  const time =
    lang === "fr" ? `${hour}${NBSP}h${NBSP}${parts[5]}` : `${hour}:${String(minute).padStart(2, "0")}`;
  if (then.toDateString() === now.toDateString()) return time;
  const date = new Intl.DateTimeFormat(LOCALES[lang], {
    weekday: "long",
    day: "numeric",
    month: "short",
    ...(then.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  });
  return `${date.format(then).replace(/^(\p{L}+),/u, "$1")}, ${time}`;
}
