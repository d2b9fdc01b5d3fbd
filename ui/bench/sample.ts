/* The built-in sample as records: the portfolio JSON of the command line with its defaults filled in, and what its rules find. */
import type { Element, Finding, IdleRule, Link, Missing, Myths, ObjectiveLine, ObjectiveScore, Record as Stored, ScoreView, Settings, Why } from "../src/api/bindings";
import { linkDetail, newElement, settingsOf } from "../src/api/fakeRecords.ts";

/** A document of `thru export` and one of `thru check`; each leaves out what is as it is at first. */
export interface SampleFiles {
  document: {
    title: string;
    elements: (Partial<Element> & Pick<Element, "id" | "kind" | "title">)[];
    links: (Partial<Link> & Pick<Link, "id" | "kind" | "from" | "to">)[];
    canvases?: { id: string; title?: string; kind?: string }[];
    placements: { id: string; canvas: string; element: string; x: number; y: number }[];
    readings: object[];
    status_reports: object[];
    sources: object[];
    imports: object[];
  } & Partial<Omit<Settings, "title">>;
  /** What is missing stands there as words, and beside them as fields. */
  findings: (Omit<Finding, "missing"> & { missing: string[]; lacks: Omit<Missing, "text">[] })[];
  idle: IdleRule[];
  /** Version of the rule pack. */
  pack: string;
  /** Whole, where the window asks for it line by line. */
  score: Omit<ScoreView, "objectives"> & { objectives: ObjectiveScore[] };
  myths: Myths;
  asOf: string;
}

const MAP = "map";

export function sampleRecords({ document: it }: Pick<SampleFiles, "document">): Stored[] {
  const { currency, rates, fiscal_year, cycle, rules } = it;
  const said = Object.fromEntries(Object.entries({ currency, rates, fiscal_year, cycle, rules }).filter(([, value]) => value !== undefined));
  const of = (type: string, records: readonly object[], blank: object) => records.map((record) => ({ type, record: { ...blank, ...record } }));
  const whole = (element: SampleFiles["document"]["elements"][number]) => {
    const empty = newElement(element.id, element.kind, element.title);
    const why: Partial<Why> = element.why ?? {};
    return { ...empty, ...element, why: { ...empty.why, ...why } };
  };
  // Of several canvases the first; what the address of the page asks for counts on its name here.
  const canvas = it.canvases?.[0] ?? { id: MAP, kind: "strategy_map" };
  const records: { type: string; record: object }[] = [
    { type: "settings", record: { ...settingsOf(it.title), ...said } },
    { type: "canvas", record: { id: MAP, title: "", kind: canvas.kind ?? "strategy_map", frames: [] } },
    ...of("source", it.sources, { description: "", owner: null, every_days: null }),
    ...of("import", it.imports, { sheet: "", quarantined: [], ignored: 0 }),
    ...it.elements.map((element) => ({ type: "element", record: whole(element) })),
    ...it.links.map((link) => ({ type: "link", record: { ...linkDetail(link.kind), ...link } })),
    ...of("placement", it.placements.filter((place) => place.canvas === canvas.id).map((place) => ({ ...place, canvas: MAP })), { pinned: false, locked: false }),
    ...of("reading", it.readings, { source: null, recorded_at: "", recorded_by: "", comment: "", grade: null }),
    ...of("status_report", it.status_reports, { date: null, status: null, said: "", comment: "", percent: null, source: null }),
  ];
  return records as Stored[];
}

export function sampleFindings({ findings, document: { links } }: SampleFiles): Finding[] {
  return findings.map(({ lacks, ...it }) => {
    const missing = lacks.map((lack, at) => ({ ...lack, text: it.missing[at] ?? "" }));
    return { ...it, missing, fix: null, path: pathOf(it, links), accepted: null };
  });
}

/** The command line leaves the path out; from the work that a finding names to its subject it is found again. */
function pathOf({ subject, related }: Pick<Finding, "subject" | "related">, links: SampleFiles["document"]["links"]): string[] {
  const path = new Set<string>();
  for (const { id, kind } of related) {
    const came = new Map<string, string[]>([[id, []]]);
    if (subject !== null && kind === "initiative")
      for (const [at, steps] of came)
        for (const link of links)
          if (link.kind === "contribution" && link.from === at && !came.has(link.to)) came.set(link.to, [...steps, link.id]);
    for (const step of came.get(subject?.id ?? "") ?? []) path.add(step);
  }
  return [...path];
}

/** The score as the window is given it: a line for each objective, whose stages are asked for apart. */
export function sampleScore({ score }: SampleFiles): ScoreView {
  const objectives = score.objectives.map((it): ObjectiveLine => {
    const stage = it.stages.find(({ need }) => need === it.limit);
    const { text: keeps = "", lift = "", evidence = [], missing = [] } = stage ?? {};
    return { ...it, sufficiency: it.sufficiency, realised: null, keeps, lift, evidence, missing, cut: false };
  });
  return { ...score, objectives };
}
