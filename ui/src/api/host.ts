/* Everything that the page may ask of the program around it. The page knows this interface only; whether a
 * window, a bridge or plain memory answers is decided in index.ts. Nothing about drawing, words or the
 * selection may enter here. Every promise is refused with a `Failure` (see errors.ts). */

import type {
  About,
  Apart,
  Changed,
  ChangedElsewhere,
  Drawing,
  Edit,
  ElementKind,
  IdleRule,
  Imported,
  ImportPreview,
  Judged,
  Lang,
  Mapping,
  MenuAction,
  Moment,
  Myths,
  ObjectiveScore,
  Origin,
  OwnRule,
  OwnState,
  PackRow,
  Page,
  PictureForm,
  Reconciled,
  Recovered,
  RuleHelp,
  RulePreview,
  RuleText,
  ScoreSince,
  ScoreView,
  SeenDay,
  Start,
  Usefulness,
  View,
  Written,
} from "./bindings";

export type Unlisten = () => void;

/** One kind of file in a question for a path. */
export interface FileKind {
  /** As the dialogue shows it: "Spreadsheets". */
  name: string;
  /** Without the point: "xlsx". */
  extensions: string[];
}

/** Files of the system held over the window or let go on it. Places are in pixels of the page. */
export type FileDrag =
  | { phase: "over"; paths: string[] }
  | { phase: "left" }
  | { phase: "dropped"; paths: string[]; x: number; y: number };

export interface Host {
  /** What the first screen needs. */
  start(): Promise<Start>;
  about(): Promise<About>;

  create(path: string, title: string): Promise<View>;
  /** A free path for a new portfolio beside a spreadsheet. Nothing is created yet. */
  createBeside(source: string): Promise<string>;
  /** Opens a file to change it, or only to read it. One that is open for reading is opened anew to change it. */
  open(path: string, readOnly: boolean): Promise<View>;
  /** Opens a fresh copy of the portfolio that comes with the application. */
  openSample(): Promise<View>;
  close(): Promise<void>;
  /** A further window on the portfolio that is open. */
  newWindow(): Promise<void>;
  /**
   * Lets this window fill the screen, or gives the screen back; `null` only asks. Answers with what was before. Where the
   * system grants no full screen the window stays as it is.
   */
  fillScreen(full: boolean | null): Promise<boolean>;
  /** The open portfolio as it stands, for a mirror that lost its place. */
  view(): Promise<View>;

  /** How the file and what is open here have grown apart; `null` when they have not. */
  look(): Promise<Apart | null>;
  /** Brings both together as one step on top of what the file holds. */
  reconcile(session: number): Promise<Reconciled>;
  /** Goes on in a copy beside the file. */
  keepCopy(session: number): Promise<View>;
  /** Shows what the file holds; what was done only here is given up. */
  takeTheirs(session: number): Promise<Changed>;
  /** Reads what can be read of a damaged file into a copy and opens that. */
  recover(path: string): Promise<Recovered>;

  /** One step: all edits or none. Every change names the portfolio it is meant for; another one refuses it. */
  edit(session: number, edits: Edit[], origin: Origin): Promise<Changed>;
  undo(session: number): Promise<Changed>;
  redo(session: number): Promise<Changed>;
  /** The latest steps before a number (from the newest on when `null`), newest first. */
  history(before: number | null, most: number): Promise<Moment[]>;
  /** The portfolio as it stood at the end of a day; nothing is changed. */
  past(seq: number): Promise<View>;
  /** What an import of a file would recognise; `null` lets everything be recognised. Nothing is written. */
  previewImport(path: string, mapping: Mapping | null): Promise<ImportPreview>;
  /** Reads a file into the open portfolio as one step. */
  importFile(session: number, path: string, mapping: Mapping | null): Promise<Imported>;
  /** Every rule as it is explained, in the language of the window. */
  ruleCatalog(): Promise<RuleText[]>;
  /** The rules of one's own and whether each is run on this machine. */
  ownRules(): Promise<OwnState[]>;
  /** What a rule would find, while it is being written. Nothing is kept. */
  previewRule(rule: OwnRule): Promise<RulePreview>;
  /** What a rule about elements of a kind can name. */
  ruleHelp(kind: ElementKind): Promise<RuleHelp>;
  /** Accepts rules that came with a file, on this machine; answers with the portfolio judged anew. */
  acceptRules(session: number, rules: string[]): Promise<View>;
  /** Writes rules as a pack; all of them when none is named. */
  exportRules(path: string, rules: string[]): Promise<void>;
  /** What taking a pack over would do. Nothing is written and nothing is run. */
  previewRules(path: string): Promise<PackRow[]>;
  /** Takes rules of a pack over as one step. They stay off until they are accepted. */
  importRules(session: number, path: string, rules: string[]): Promise<Changed>;
  /** The rules that have nothing to look at, in the language of the window. */
  idleRules(): Promise<IdleRule[]>;
  /** Judges the portfolio as of another day in all windows; `null` is today again. */
  judgeAsOf(session: number, day: string | null): Promise<View>;
  /** What the rules saw day by day, the oldest first. */
  trend(): Promise<SeenDay[]>;
  /** What somebody said of findings, kept on this computer only. */
  judged(): Promise<Judged[]>;
  /** Says of a finding whether it was useful; `null` takes it back. */
  judge(key: string, code: string, verdict: Usefulness | null): Promise<void>;
  /** How sure it is that the objectives are reached, in the language of the window. */
  score(): Promise<ScoreView>;
  /** Every need of one objective with what it rests on; `null` when it is not there. */
  objectiveScore(objective: string): Promise<ObjectiveScore | null>;
  /** Whether each of the five beliefs is lived here, in the language of the window. */
  myths(): Promise<Myths>;
  /** Why the score is another one than at the end of a day. */
  scoreSince(day: string): Promise<ScoreSince>;
  /** Writes the portfolio as it stands today, as HTML, Markdown or JSON by the ending of the path. */
  saveSnapshot(path: string): Promise<void>;
  /** Writes the whole portfolio as readable JSON, over a file of that name. */
  exportTo(path: string): Promise<void>;
  /**
   * Writes a picture of what a canvas shows and tells which part is done, from 0 to 1. Answers with the path, which ends
   * as its form asks for, and the letters that no typeface has; `null` when it was told to stop, and then nothing was written.
   */
  exportPicture(
    path: string,
    drawing: Drawing,
    form: PictureForm,
    told: (part: number) => void,
  ): Promise<Written | null>;
  /** Lets the picture be that is being written. */
  stopPicture(): Promise<void>;
  /** Writes canvases as pages of a PDF of this title, in the same way. */
  exportPages(
    path: string,
    title: string,
    pages: Page[],
    told: (part: number) => void,
  ): Promise<Written | null>;
  /** Hands pages to the program that shows PDF files here, where they are printed. Answers in the same way. */
  printPages(title: string, pages: Page[], told: (part: number) => void): Promise<Written | null>;
  /** The language of findings, errors and menus; answers with the open portfolio told anew. */
  setLanguage(lang: Lang): Promise<View | null>;

  /** Asks a person for a file that is there; `null` when they thought better of it. */
  askOpen(title: string, kinds: FileKind[]): Promise<string | null>;
  /** Asks a person for the path of a file to be written. */
  askSave(title: string, suggestion: string, kinds: FileKind[]): Promise<string | null>;

  /** Somebody else changed the file, or (`null`) it is again as it was left here. */
  onGrownApart(told: (apart: Apart | null) => void): Unlisten;
  /** Another window changed the portfolio, or a file that is only read here was changed. */
  onChangedElsewhere(told: (change: ChangedElsewhere) => void): Unlisten;
  /** Another window opened, made or closed a portfolio, or chose a language: `start` and `view` tell what holds. */
  onDeskChanged(told: () => void): Unlisten;
  /** The system asks for a file to be opened. */
  onPending(told: (path: string) => void): Unlisten;
  /** An entry of the system's menu bar was chosen for this window. */
  onMenu(told: (action: MenuAction) => void): Unlisten;
  onFileDrag(told: (drag: FileDrag) => void): Unlisten;
}
