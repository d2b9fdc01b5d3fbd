/* A host in plain memory, for unit tests of the page and for looking at it in a browser without the program. */

import type {
  Apart,
  Changed,
  Edit,
  Failure,
  Finding,
  IdleRule,
  ImportPreview,
  ImportReport,
  Judged,
  Label,
  Moment,
  Myths,
  ObjectiveScore,
  Origin,
  OwnRule,
  PackRow,
  Reconciled,
  Recovery,
  RuleHelp,
  RulePreview,
  RuleText,
  ScoreSince,
  ScoreView,
  SeenDay,
  Start,
  Record as Stored,
  View,
} from "./bindings";
import { type Ears, ears, listen } from "./fakeEars";
import { apply, inverse, nameOf, patched, type Records } from "./fakeEdits";
import { standing } from "./fakeFindings";
import { settingsOf } from "./fakeRecords";
import { NOTHING_FOUND, ownStates } from "./fakeRules";
import { nothingScored } from "./fakeScore";
import { fieldOf, stepOf } from "./fakeSteps";
import type { Host, Unlisten } from "./host";

export interface FakeOptions {
  /** A portfolio that is open from the start. */
  records?: Stored[];
  start?: Partial<Start>;
  /** What the rules would say; nothing unless given. */
  findings?: (records: Stored[], asOf: string) => Finding[];
  rules?: RuleText[];
  /** The day for which the rules are run. */
  asOf?: string;
  /** What the rules saw day by day, and what was said of findings on this computer. */
  trend?: SeenDay[];
  /** The rules that have nothing to look at; none unless given. */
  idle?: IdleRule[];
  /** Version of the rule pack. */
  packVersion?: string;
  judged?: Judged[];
  /** The score, and why it changed; nothing to be scored unless given. */
  score?: ScoreView;
  objectives?: ObjectiveScore[];
  scoreSince?: ScoreSince;
  myths?: Myths;
  /** Rules of one's own: what one would find, what it can name, what a pack holds, and which wait to be accepted. */
  preview?: (rule: OwnRule) => RulePreview;
  help?: RuleHelp;
  pack?: PackRow[];
  notAccepted?: Set<string>;
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
  /** Somebody else changed the file, or it is again as it was; all windows are told. */
  growApart(apart: Apart | null): void;
  /** Another window of the same program: it hears what is done here, and this one what is done there. */
  beside(): FakeHost;
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

const MAP: Stored = {
  type: "canvas",
  record: { id: "map", title: "Strategy map", kind: "strategy_map" },
};

/** The day for which the rules are run, unless another is given. */
const AS_OF = "2026-11-01";

function refuse(code: Failure["code"]): never {
  const failure: Failure = { code, message: code, hint: "", owner: null };
  throw failure;
}

export function fakeHost(options: FakeOptions = {}): FakeHost {
  const now = options.asOf ?? AS_OF;
  let asOf = now;
  let path = options.records ? "/fake.thru" : "";
  let session = options.records ? 1 : 0;
  let language = options.start?.language ?? START.language;
  const windows: Ears[] = [];
  let records: Records = new Map((options.records ?? []).map((it) => [nameOf(it), it]));
  let revision = 0;
  let done: Step[] = [];
  let undone: Step[] = [];
  let refusal: Failure | null = null;
  let readOnly: string | null = null;
  let apart: Apart | null = null;
  const paths = [...(options.paths ?? [])];
  const judged = new Map((options.judged ?? []).map((it) => [it.key, it]));
  const asked: Edit[][] = [];
  const written: string[] = [];

  const steps = () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null });
  const findings = () => {
    const all = [...records.values()];
    return standing(options.findings?.(all, asOf) ?? [], all, asOf);
  };
  const answer = async <T>(make: () => T): Promise<T> => {
    const refused = refusal;
    refusal = null;
    if (refused) throw refused;
    return structuredClone(make());
  };
  /** What was told last. */
  let said: Finding[] = [];
  const view = (): View => {
    if (path === "") refuse("no_portfolio");
    said = findings();
    return {
      session,
      path,
      read_only: readOnly,
      revision,
      records: [...records.values()],
      findings: said,
      steps: steps(),
      as_of: asOf,
      as_of_chosen: asOf !== now,
      pack: options.packVersion ?? "0",
    };
  };
  const takeOver = (diff: Step["diff"]): Changed => {
    records = patched(records, diff);
    revision += 1;
    const now = findings();
    const keys = new Set(now.map((it) => it.key));
    const gone = said.map((it) => it.key).filter((key) => !keys.has(key));
    said = now;
    return { revision, diff, findings: { gone, now }, steps: steps() };
  };
  const step = (edits: Edit[], origin: Origin): Changed => {
    asked.push(edits);
    let diff: Step["diff"];
    try {
      diff = apply(records, edits);
    } catch {
      return refuse("not_found");
    }
    done.push({
      diff,
      label: { ...stepOf(records, edits), count: edits.length, origin, field: fieldOf(edits) },
    });
    undone = [];
    return takeOver(diff);
  };
  const layOut = (at: string, all: Stored[]): View => {
    path = at;
    session += 1;
    asOf = now;
    records = new Map(all.map((it) => [nameOf(it), it]));
    revision = 0;
    done = [];
    undone = [];
    return view();
  };
  const meant = (asking: number): void => {
    if (path === "") refuse("no_portfolio");
    if (asking !== session) refuse("other_portfolio");
  };
  const nothing = (): Unlisten => () => undefined;

  return windowOn();

  function windowOn(): FakeHost {
    const mine = ears();
    let full = false;
    const origin = windows.length === 0 ? "main" : `window-${windows.length + 1}`;
    windows.push(mine);
    const others = () => windows.filter((it) => it !== mine);
    const told = (changed: Changed): Changed => {
      const event = structuredClone({ origin, session, changed });
      for (const { changed } of others()) for (const hear of changed) hear(event);
      return changed;
    };
    const followed = <T>(answer: T): T => {
      for (const { desk } of others()) for (const hear of desk) hear();
      return answer;
    };
    const grown = (now: Apart | null, whom: readonly Ears[]): Apart | null => {
      apart = now;
      for (const { apart: told } of whom) for (const hear of told) hear(now);
      return now;
    };
    return {
      beside: windowOn,
      asked,
      written,
      refuseNext: (next) => {
        refusal = next;
      },
      growApart: (now) => void grown(now, windows),
      start: () => answer(() => ({ ...START, open: path !== "", ...options.start, language })),
      about: () => answer(() => START.about),
      create: (at, title) =>
        answer(() => followed(layOut(at, [{ type: "settings", record: settingsOf(title) }, MAP]))),
      createBeside: (source) => answer(() => source.replace(/\.[^.]*$/, ".thru")),
      open: (at, toRead) =>
        answer(() => {
          const again = readOnly !== null && !toRead;
          readOnly = toRead ? `${at} is open for reading: nothing can be changed.` : null;
          if (at !== path) return followed(layOut(at, options.records ?? [MAP]));
          if (again) revision += 1;
          return followed(view());
        }),
      look: () => answer(() => grown(apart, others())),
      reconcile: (asking) =>
        answer(() => {
          meant(asking);
          grown(null, others());
          const done = options.reconciled ?? { written: 0, remarks: [], refused: null };
          return { ...done, changed: told(takeOver({ changes: [] })) };
        }),
      keepCopy: (asking) =>
        answer(() => {
          meant(asking);
          apart = null;
          return followed(layOut(path.replace(/\.thru$/, " (copy).thru"), [...records.values()]));
        }),
      takeTheirs: (asking) =>
        answer(() => {
          meant(asking);
          grown(null, others());
          return told(takeOver({ changes: [] }));
        }),
      recover: (at) =>
        answer(() => {
          const recovery = options.recovery ?? refuse("file_damaged");
          const copy = layOut(at.replace(/\.thru$/, " (recovered).thru"), options.records ?? [MAP]);
          return { view: followed(copy), recovery };
        }),
      openSample: () => answer(() => followed(layOut("/sample.thru", options.records ?? [MAP]))),
      close: () =>
        answer(() => {
          path = "";
          records = new Map();
          followed(null);
        }),
      newWindow: async () => undefined,
      fillScreen: async (wanted) => {
        const was = full;
        full = wanted ?? was;
        return was;
      },
      view: () => answer(view),
      edit: (asking, edits, from) =>
        answer(() => {
          meant(asking);
          return told(step(edits, from));
        }),
      undo: (asking) =>
        answer(() => {
          meant(asking);
          const last = done.pop() ?? refuse("nothing_to_undo");
          undone.push(last);
          return told(takeOver(inverse(last.diff)));
        }),
      redo: (asking) =>
        answer(() => {
          meant(asking);
          const next = undone.pop() ?? refuse("nothing_to_undo");
          done.push(next);
          return told(takeOver(next.diff));
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
      importFile: (asking) =>
        answer(() => {
          meant(asking);
          const { edits, report } = options.imports ?? refuse("nothing_to_import");
          return { changed: told(step(edits, { from: "imported" })), report };
        }),
      ruleCatalog: () => answer(() => options.rules ?? []),
      ownRules: () => answer(() => ownStates(records, options.notAccepted ?? new Set())),
      previewRule: (rule) => answer(() => options.preview?.(rule) ?? NOTHING_FOUND),
      ruleHelp: () => answer(() => options.help ?? { fields: [], lists: [], functions: [] }),
      acceptRules: (asking, rules) =>
        answer(() => {
          meant(asking);
          for (const rule of rules) options.notAccepted?.delete(rule);
          return followed(view());
        }),
      exportRules: (at) => answer(() => void written.push(at)),
      previewRules: () => answer(() => options.pack ?? []),
      importRules: (asking, _, rules) =>
        answer(() => {
          meant(asking);
          const rows = (options.pack ?? []).filter((row) => rules.includes(row.rule.id));
          for (const { rule } of rows) options.notAccepted?.add(rule.id);
          const edits = rows.map(({ rule }): Edit => ({ type: "put_own_rule", rule }));
          return told(step(edits, { from: "imported" }));
        }),
      idleRules: () => answer(() => options.idle ?? []),
      judgeAsOf: (asking, day) =>
        answer(() => {
          meant(asking);
          asOf = day ?? now;
          revision += 1;
          return followed(view());
        }),
      trend: () => answer(() => options.trend ?? []),
      judged: () => answer(() => [...judged.values()]),
      judge: (key, code, verdict) =>
        answer(() => {
          if (verdict === null) judged.delete(key);
          else judged.set(key, { key, code, verdict });
        }),
      score: () => answer(() => options.score ?? nothingScored(asOf)),
      objectiveScore: (id) =>
        answer(() => options.objectives?.find(({ objective }) => objective.id === id) ?? null),
      scoreSince: (day) => answer(() => options.scoreSince ?? { since: day, begins: null, change: null }),
      myths: () => answer(() => options.myths ?? { as_of: asOf, pack: "0", myths: [], parameters: [] }),
      saveSnapshot: (at) => answer(() => void written.push(at)),
      exportTo: (at) => answer(() => void written.push(at)),
      exportPicture: (at) =>
        answer(() => {
          written.push(at);
          return { path: at, undrawn: [] };
        }),
      stopPicture: () => answer(() => undefined),
      exportPages: (at) =>
        answer(() => {
          written.push(at);
          return { path: at, undrawn: [] };
        }),
      printPages: (title) =>
        answer(() => {
          written.push("printer");
          return { path: title, undrawn: [] };
        }),
      setLanguage: (lang) =>
        answer(() => {
          language = lang;
          return followed(path === "" ? null : view());
        }),
      askOpen: async () => paths.shift() ?? null,
      askSave: async () => paths.shift() ?? null,
      onChangedElsewhere: (hear) => listen(mine.changed, hear),
      onGrownApart: (hear) => listen(mine.apart, hear),
      onDeskChanged: (hear) => listen(mine.desk, hear),
      onPending: nothing,
      onMenu: nothing,
      onFileDrag: nothing,
    };
  }
}
