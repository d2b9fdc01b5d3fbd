/*
 * The latest day on which anybody reported or measured anything. A list that is two years old looks silent from end to
 * end: whoever reads ages has to know from when the news is. Pure.
 */
import { daysBetween } from "./day.ts";
import { known } from "./maybe.ts";
import type { Portfolio } from "./portfolio.ts";

/** A quarter without any news is old, whatever the cycle. */
const OLD_DAYS = 92;

/** The day of the latest report or value, if that is long before the day from which ages are counted. */
export function oldNews({ statuses, readings }: Portfolio, asOf: string): string | null {
  let latest = "";
  const note = (day: string | null) => {
    if (day !== null && day <= asOf && day > latest) latest = day;
  };
  for (const { date } of statuses.values()) note(known(date));
  for (const { nature, period } of readings.values()) if (nature === "actual") note(period);
  return latest === "" || daysBetween(latest, asOf) < OLD_DAYS ? null : latest;
}
