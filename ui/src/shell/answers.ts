/*
 * What the palette answers to a query: elements, findings and commands, the sort with the best answer first. A sign
 * in front asks for one sort alone. Pure; the rows themselves are made in finds.tsx.
 */
import type { Element } from "../api/index.ts";
import type { Find } from "../kit/index.ts";
import { type Found, Search } from "../model/search.ts";
import type { Words } from "../words/index.ts";
import { ACTIONS, type Action, type Situation } from "./actions.ts";
import { goings } from "./canvasActions.ts";
import { type Asked, actionRow, elementRow, findingRow } from "./finds.tsx";
import type { Searches } from "./searches.ts";

export interface Means {
  readonly words: Words;
  readonly situation: Situation;
  readonly elements: ReadonlyMap<string, Element>;
  readonly searches: Searches;
  readonly actions: readonly Action[];
  readonly commands: Search<Action>;
}

/** Most rows of a sort when all are searched, and when one is searched alone. */
const MOST = { elements: 12, findings: 5, commands: 6, all: 12 };
const ALONE = 60;

/** The signs that narrow. */
export const SIGNS = { commands: ">", tags: "#", findings: "!" } as const;

export function actionsOf(situation: Situation): Action[] {
  return [...ACTIONS, ...goings(situation)].filter(
    (action) => action.id !== "palette" && action.enabled(situation),
  );
}

export function commandSearch(
  actions: readonly Action[],
  words: Words,
  situation: Situation,
): Search<Action> {
  return new Search<Action>([["label", 1]], (action) => [action.label(words, situation)]).hold(actions);
}

export function answers(typed: string, lately: readonly string[], means: Means): Find[] {
  const text = typed.trim();
  const rest = text.slice(1).trim();
  if (text === "") return atFirst(lately, means);
  if (text.startsWith(SIGNS.commands)) return commandsFor(rest, means, ALONE).map(({ row }) => row);
  if (text.startsWith(SIGNS.findings)) return findingsFor(rest, means, ALONE).map(({ row }) => row);
  if (text.startsWith(SIGNS.tags)) return elementsFor(rest, means, ALONE, "tags").map(({ row }) => row);
  const sorts = [
    elementsFor(text, means, MOST.elements),
    commandsFor(text, means, MOST.commands),
    findingsFor(text, means, MOST.findings),
  ];
  // Beside something that is spelt so, a command or finding that is not is noise.
  const isSure = sorts.some((sort) => sort.some((answer) => !answer.isGuess));
  return sorts
    .map((sort, at) => sort.filter((answer) => at === 0 || !(isSure && answer.isGuess)))
    .filter((sort) => sort.length > 0)
    .sort((a, b) => (b[0]?.points ?? 0) - (a[0]?.points ?? 0))
    .flatMap((sort) => sort.map(({ row }) => row));
}

/** What was chosen lately, then what can be done. */
function atFirst(lately: readonly string[], means: Means): Find[] {
  const group = means.words.say("palette.recent");
  const recent = lately.flatMap((id) => rowOf(id, means) ?? []).map((row) => ({ ...row, group }));
  const commands = commandsFor("", means, MOST.all).map(({ row }) => row);
  return [...recent, ...commands.filter(({ id }) => !lately.includes(id))];
}

const UNASKED: Asked = () => [];

function rowOf(id: string, { words, situation, elements, searches, actions }: Means): Find | undefined {
  const element = elements.get(id);
  if (element !== undefined) return elementRow(words, element, UNASKED);
  const finding = searches.open.get(id.replace(/^finding:/, ""));
  if (finding !== undefined) return findingRow(words, finding, UNASKED);
  const action = actions.find((it) => `action:${it.id}` === id);
  return action === undefined ? undefined : actionRow(words, action, situation, UNASKED);
}

interface Answer {
  readonly row: Find;
  readonly points: number;
  readonly isGuess: boolean;
}

function elementsFor(
  query: string,
  { words, elements, searches }: Means,
  most: number,
  only?: "tags",
): Answer[] {
  const group = words.say("palette.elements");
  const asked: Asked = (text) => searches.elements.spans(query, text);
  const found =
    query === "" && only === "tags"
      ? all(
          [...elements.values()].filter((it) => it.tags.length > 0),
          most,
          ["tags"],
        )
      : searches.elements.find(query, most, only);
  return found.map(({ thing, beside, points, isGuess }) => ({
    row: { ...elementRow(words, thing, asked, beside), group },
    points,
    isGuess,
  }));
}

function findingsFor(query: string, { words, searches }: Means, most: number): Answer[] {
  const group = words.say("palette.findings");
  const asked: Asked = (text) => searches.findings.spans(query, text);
  const found = query === "" ? all([...searches.open.values()], most) : searches.findings.find(query, most);
  return found.map(({ thing, beside, points, isGuess }) => ({
    row: { ...findingRow(words, thing, asked, beside), group },
    points,
    isGuess,
  }));
}

function commandsFor(query: string, { words, situation, actions, commands }: Means, most: number): Answer[] {
  const group = words.say("palette.commands");
  const asked: Asked = (text) => commands.spans(query, text);
  const found = query === "" ? all(actions, most) : commands.find(query, most);
  return found.map(({ thing, points, isGuess }) => ({
    row: { ...actionRow(words, thing, situation, asked), group },
    points,
    isGuess,
  }));
}

/** Things that nothing was asked about, in their order. */
function all<T>(things: readonly T[], most: number, beside: readonly string[] = []): Found<T>[] {
  return things.slice(0, most).map((thing) => ({ thing, beside, points: 0, isGuess: false }));
}
