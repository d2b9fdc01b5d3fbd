/*
 * The palette: any element, finding or command in a few letters. A sign in front narrows to one sort of things and
 * is never needed. What is taken opens where it can be read.
 */
import { useCallback, useMemo } from "react";
import type { Element } from "../api/index.ts";
import { type Find, Finder, Kbd } from "../kit/index.ts";
import { isOnMap } from "../model/kinds.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import type { Situation, Verbs } from "./actions.ts";
import { actionsOf, answers, commandSearch, SIGNS } from "./answers.ts";
import { lately, remember, searchesOf } from "./searches.ts";

interface PaletteProps {
  verbs: Verbs;
  situation: Situation;
  onDone: () => void;
}

export function Palette({ verbs, situation, onDone }: PaletteProps) {
  const words = useWords();
  const desk = useDesk();
  const elements = useStore((state) => state.portfolio.elements);
  const findings = useStore((state) => state.findings);
  const find = useMemo(() => {
    const searches = searchesOf(desk.store, { elements, findings }, words);
    const actions = actionsOf(situation);
    const commands = commandSearch(actions, words, situation);
    const means = { words, situation, elements, searches, actions, commands };
    return (query: string) => answers(query, lately(desk.store), means);
  }, [desk.store, elements, findings, words, situation]);

  const open = useCallback(
    (element: Element) => {
      const { id, kind, archived } = element;
      if (isOnMap(kind) && archived === null) {
        desk.showOnMap([id]);
        return;
      }
      // What has no place on the map is read in its own view, or else beside the map.
      const isShown = archived === null && (kind === "indicator" || kind === "decision");
      verbs.go(isShown ? `${kind}s` : "map");
      desk.selection.set([id]);
    },
    [desk, verbs],
  );

  function take({ id }: Find): void {
    remember(desk.store, id);
    onDone();
    const action = actionsOf(situation).find((it) => `action:${it.id}` === id);
    const element = elements.get(id);
    // The sheet gives the keyboard back when it is gone; only then may the next thing take it.
    setTimeout(() => {
      if (action !== undefined) action.run(verbs);
      else if (element !== undefined) open(element);
      else verbs.showFinding(id.replace(/^finding:/, ""));
    }, 0);
  }

  return (
    <div className="palette">
      <Finder
        label={words.say("palette.label")}
        placeholder={words.say("palette.placeholder")}
        nothing={words.say("palette.nothing")}
        find={find}
        onTake={take}
        foot={
          <span className="palette-signs">
            <span>
              <Kbd>{SIGNS.commands}</Kbd> {words.say("palette.onlyCommands")}
            </span>
            <span>
              <Kbd>{SIGNS.tags}</Kbd> {words.say("palette.onlyTags")}
            </span>
            <span>
              <Kbd>{SIGNS.findings}</Kbd> {words.say("palette.onlyFindings")}
            </span>
          </span>
        }
        data-testid="palette-field"
      />
    </div>
  );
}
