/* A host in plain memory, for unit tests of the page and for looking at it in a browser without the program. */

import type {
  Apart,
  Changed,
  Edit,
  Failure,
  Finding,
  ImportPreview,
  ImportReport,
  Label,
  Moment,
  Origin,
  Reconciled,
  Recovery,
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
  /** What comes of a merge with what others wrote, and of the recovery of a damaged file. */
  reconciled?: Omit<Reconciled, "changed">;
  recovery?: Recovery;
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
  /** Somebody else changed the file, or it is again as it was. */
  growApart(apart: Apart | null): void;
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

function refuse(code: Failure["code"]): never {
  const failure: Failure = { code, message: code, hint: "", owner: null };
  throw failure;
}

export function fakeHost(options: FakeOptions = {}): FakeHost {
  let path = options.records ? "/fake.thru" : "";
  let records: Records = new Map((options.records ?? []).map((it) => [nameOf(it), it]));
  let revision = 0;
  let done: Step[] = [];
  let undone: Step[] = [];
  let refusal: Failure | null = null;
  let readOnly: string | null = null;
  let apart: Apart | null = null;
  let tellApart: (now: Apart | null) => void = () => undefined;
  const paths = [...(options.paths ?? [])];
  const asked: Edit[][] = [];
  const written: string[] = [];

  const steps = () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null });
  const findings = () => options.findings?.([...records.values()]) ?? [];
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
      read_only: readOnly,
      revision,
      records: [...records.values()],
      findings: findings(),
      steps: steps(),
      as_of: "2026-11-01",
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
    growApart: (now) => {
      apart = now;
      tellApart(now);
    },
    start: () => answer(() => ({ ...START, open: path !== "", ...options.start })),
    about: () => answer(() => START.about),
    create: (at, title) => answer(() => layOut(at, [{ type: "settings", record: settingsOf(title) }, MAP])),
    createBeside: (source) => answer(() => source.replace(/\.[^.]*$/, ".thru")),
    open: (at, toRead) =>
      answer(() => {
        readOnly = toRead ? `${at} is open for reading: nothing can be changed.` : null;
        return at === path ? view() : layOut(at, options.records ?? [MAP]);
      }),
    look: () => answer(() => apart),
    reconcile: () =>
      answer(() => {
        apart = null;
        const done = options.reconciled ?? { written: 0, remarks: [], refused: null };
        return { ...done, changed: takeOver({ changes: [] }) };
      }),
    keepCopy: () =>
      answer(() => {
        apart = null;
        return layOut(path.replace(/\.thru$/, " (copy).thru"), [...records.values()]);
      }),
    takeTheirs: () =>
      answer(() => {
        apart = null;
        return takeOver({ changes: [] });
      }),
    recover: (at) =>
      answer(() => {
        const recovery = options.recovery ?? refuse("file_damaged");
        return {
          view: layOut(at.replace(/\.thru$/, " (recovered).thru"), options.records ?? [MAP]),
          recovery,
        };
      }),
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
    onGrownApart: (told) => {
      tellApart = told;
      return () => undefined;
    },
    onChangedElsewhere: nothing,
    onPending: nothing,
    onMenu: nothing,
    onFileDrag: nothing,
  };
}
