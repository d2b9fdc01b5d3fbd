/*
 * How many days ago anybody last reported on an element, measured it, or looked it over, pure. What lies in the
 * future is no evidence yet; what nobody ever said anything about has no age.
 */
import { daysBetween } from "../../model/day";
import { known } from "../../model/maybe";
import type { MapRecords } from "../records";

export function newest(records: MapRecords, day: string): ReadonlyMap<string, number> {
  const latest = new Map<string, string>();
  const note = (id: string, on: string | null): void => {
    if (on !== null && on !== "" && on <= day && on > (latest.get(id) ?? "")) latest.set(id, on);
  };
  for (const report of records.statuses) note(report.element, known(report.date));
  for (const reading of records.readings) {
    if (reading.nature === "actual") note(reading.indicator, reading.period);
  }
  // A measure speaks for what it measures, and for what it is the proof of.
  for (const link of records.links) {
    if (link.kind === "measures") note(link.to, latest.get(link.from) ?? null);
  }
  for (const element of records.elements) {
    note(element.id, element.why.reviewed_on);
    if (element.why.proof !== null) note(element.id, latest.get(element.why.proof) ?? null);
  }
  const ages = new Map<string, number>();
  for (const [id, on] of latest) ages.set(id, daysBetween(on, day));
  return ages;
}
