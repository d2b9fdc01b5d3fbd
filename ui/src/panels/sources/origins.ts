/* What came from each source: imports, readings, reports, and the elements that it knows by a key. Pure. */
import type { Edit, ImportRecord, Source } from "../../api/bindings.ts";
import type { Portfolio } from "../../model/portfolio.ts";

export interface Origin {
  readonly source: Source;
  /** The latest first. */
  readonly imports: readonly ImportRecord[];
  readonly readings: number;
  readonly reports: number;
  /** Elements that have a key of this source. */
  readonly known: number;
}

/** All sources, the one last imported first, and imports whose source is not there. */
export function originsOf(
  portfolio: Portfolio,
  compare: (a: string, b: string) => number,
): { origins: Origin[]; lost: ImportRecord[] } {
  const readings = counted([...portfolio.readings.values()].map((it) => it.source));
  const reports = counted([...portfolio.statuses.values()].map((it) => it.source));
  const keys = counted(
    [...portfolio.elements.values()].flatMap((it) => [...new Set(it.external_keys.map((key) => key.source))]),
  );
  const imports = [...portfolio.imports.values()].sort((a, b) => b.at.localeCompare(a.at));
  const origins = [...portfolio.sources.values()].map((source) => ({
    source,
    imports: imports.filter((it) => it.source === source.id),
    readings: readings.get(source.id) ?? 0,
    reports: reports.get(source.id) ?? 0,
    known: keys.get(source.title) ?? 0,
  }));
  origins.sort(
    (a, b) =>
      (b.imports[0]?.at ?? "").localeCompare(a.imports[0]?.at ?? "") ||
      compare(a.source.title, b.source.title),
  );
  return { origins, lost: imports.filter((it) => !portfolio.sources.has(it.source)) };
}

function counted(names: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** A source is known by its title to the keys of elements, so that they take the new one in the same step. */
export function renamed(source: Source, title: string, portfolio: Portfolio): Edit[] {
  const keyed = [...portfolio.elements.values()].filter((it) =>
    it.external_keys.some((key) => key.source === source.title),
  );
  return [
    { type: "set_source", source: { ...source, title } },
    ...keyed.map((it): Edit => {
      const value = it.external_keys.map((key) =>
        key.source === source.title ? { ...key, source: title } : key,
      );
      return { type: "set", element: it.id, patch: { field: "external_keys", value } };
    }),
  ];
}
