/* A host in plain memory, for unit tests of the page and for looking at it in a browser without the program. */

import type {
  Changed,
  Edit,
  Failure,
  Finding,
  ImportPreview,
  ImportReport,
  Label,
  Moment,
  Origin,
  RuleText,
  Start,
  Record as Stored,
  View,
} from "./bindings";
import { apply, inverse, nameOf, patched, type Records, settingsOf } from "./fakeEdits";
import type { Host, Unlisten } from "./host";

export interface FakeOptions {
  /** A portfolio that is open from the start. */
  records?: Stored[];
  start?: Partial<Start>;
  /** What the rules would say; nothing unless given. */
  findings?: (records: Stored[]) => Finding[];
  rules?: RuleText[];
  /** What a file would look like, and what its import does. */
  imports?: { preview: ImportPreview; edits: Edit[]; report: ImportReport };
  /** Answers to questions for a path, in order; then `null`. */
  paths?: string[];
}

/** The fake host with what a test may want to see or to cause. */
export interface FakeHost extends Host {
  /** All edits asked for, batch by batch. */
  readonly asked: Edit[][];
  /** The paths of all files written. */
  readonly written: string[];
  /** The next command is refused with this. */
  refuseNext(failure: Failure): void;
}

interface Step {
  diff: ReturnType<typeof apply>;
  label: Label;
}

const START: Start = {
  recent: [],
  pending: null,
  open: false,
  language: null,
  about: { version: "0.0.0", platform: "linux", web_engine: null, rendering: "usual", pack: "0" },
};

const MAP: Stored = { type: "canvas", record: { id: "map", title: "Strategy map", kind: "strategy_map" } };

/** The day for which the rules are run. */
const AS_OF = "2026-11-01";

function holds(until: string | null): boolean {
  return until === null || until >= AS_OF;
}

function saidOf({ code, subject }: { code: string; subject: string }): string {
  return `${code} ${subject}`;
}

function refuse(code: Failure["code"]): never {
  const failure: Failure = { code, message: code, hint: "" };
  throw failure;
}

export function fakeHost(options: FakeOptions = {}): FakeHost {
  let path = options.records ? "/fake.thru" : "";
  let records: Records = new Map((options.records ?? []).map((it) => [nameOf(it), it]));
  let revision = 0;
  let done: Step[] = [];
  let undone: Step[] = [];
  let refusal: Failure | null = null;
  const paths = [...(options.paths ?? [])];
  const asked: Edit[][] = [];
  const written: string[] = [];

  const steps = () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null });
  /** As the rules of the house: what was put away is not judged, what somebody accepted is not said. */
  const findings = () => {
    const all = [...records.values()];
    const away = new Set(
      all.flatMap((it) => (it.type === "element" && it.record.archived !== null ? [it.record.id] : [])),
    );
    const accepted = new Set(
      all.flatMap((it) => (it.type === "waiver" && holds(it.record.until) ? [saidOf(it.record)] : [])),
    );
    return (options.findings?.(all) ?? []).filter(
      ({ code, subject }) =>
        subject === null || !(away.has(subject.id) || accepted.has(saidOf({ code, subject: subject.id }))),
    );
  };
  const answer = async <T>(make: () => T): Promise<T> => {
    const refused = refusal;
    refusal = null;
    if (refused) throw refused;
    return structuredClone(make());
  };
  const view = (): View => {
    if (path === "") refuse("no_portfolio");
    return {
      path,
      read_only: null,
      revision,
      records: [...records.values()],
      findings: findings(),
      steps: steps(),
      as_of: AS_OF,
      pack: "0",
    };
  };
  const takeOver = (diff: Step["diff"]): Changed => {
    records = patched(records, diff);
    revision += 1;
    return { revision, diff, findings: findings(), steps: steps() };
  };
  const step = (edits: Edit[], origin: Origin): Changed => {
    asked.push(edits);
    let diff: Step["diff"];
    try {
      diff = apply(records, edits);
    } catch {
      return refuse("not_found");
    }
    done.push({ diff, label: { verb: "change", kind: null, title: "", count: edits.length, origin } });
    undone = [];
    return takeOver(diff);
  };
  const layOut = (at: string, all: Stored[]): View => {
    path = at;
    records = new Map(all.map((it) => [nameOf(it), it]));
    revision = 0;
    done = [];
    undone = [];
    return view();
  };
  const nothing = (): Unlisten => () => undefined;

  return {
    asked,
    written,
    refuseNext: (next) => {
      refusal = next;
    },
    start: () => answer(() => ({ ...START, open: path !== "", ...options.start })),
    about: () => answer(() => START.about),
    create: (at, title) => answer(() => layOut(at, [{ type: "settings", record: settingsOf(title) }, MAP])),
    createBeside: (source) => answer(() => source.replace(/\.[^.]*$/, ".thru")),
    open: (at) => answer(() => layOut(at, options.records ?? [MAP])),
    openSample: () => answer(() => layOut("/sample.thru", options.records ?? [MAP])),
    close: () =>
      answer(() => {
        path = "";
        records = new Map();
      }),
    view: () => answer(view),
    edit: (edits, origin) => answer(() => step(edits, origin)),
    undo: () =>
      answer(() => {
        const last = done.pop() ?? refuse("nothing_to_undo");
        undone.push(last);
        return takeOver(inverse(last.diff));
      }),
    redo: () =>
      answer(() => {
        const next = undone.pop() ?? refuse("nothing_to_undo");
        done.push(next);
        return takeOver(next.diff);
      }),
    history: (before, most) =>
      answer(() => {
        const all = [...done, ...undone.toReversed()].map(
          ({ label }, at): Moment => ({
            seq: at + 1,
            at: "2026-11-01T09:00:00Z",
            label,
            undone: at >= done.length,
          }),
        );
        return all
          .filter((it) => before === null || it.seq < before)
          .toReversed()
          .slice(0, most);
      }),
    past: (seq) =>
      answer(() => {
        let then = records;
        for (const { diff } of done.slice(seq).toReversed()) then = patched(then, inverse(diff));
        return { ...view(), records: [...then.values()] };
      }),
    previewImport: () => answer(() => options.imports?.preview ?? refuse("nothing_to_import")),
    importFile: () =>
      answer(() => {
        const { edits, report } = options.imports ?? refuse("nothing_to_import");
        return { changed: step(edits, { from: "imported" }), report };
      }),
    ruleCatalog: () => answer(() => options.rules ?? []),
    saveSnapshot: (at) => answer(() => void written.push(at)),
    exportTo: (at) => answer(() => void written.push(at)),
    setLanguage: () => answer(() => (path === "" ? null : view())),
    askOpen: async () => paths.shift() ?? null,
    askSave: async () => paths.shift() ?? null,
    onChangedElsewhere: nothing,
    onPending: nothing,
    onMenu: nothing,
    onFileDrag: nothing,
  };
}
