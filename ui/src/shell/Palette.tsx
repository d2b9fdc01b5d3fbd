/* The palette: any element and any action in a few letters, accents forgiven. */

import type { Element } from "../api/bindings.ts";
import { type Find, Finder, Icon, KindGlyph } from "../kit/index.ts";
import { isOnMap } from "../model/kinds.ts";
import { live } from "../model/live.ts";
import { best } from "../model/search.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { kindWord, titleOf } from "../panels/words.ts";
import { useWords } from "../words/index.ts";
import { ACTIONS, type Situation, type Verbs } from "./actions.ts";
import { isMac, keyWords } from "./keys.ts";

interface PaletteProps {
  verbs: Verbs;
  situation: Situation;
  onDone: () => void;
}

export function Palette({ verbs, situation, onDone }: PaletteProps) {
  const words = useWords();
  const desk = useDesk();
  const elements = useStore((state) => state.portfolio.elements);
  const counting = useStore((state) => live(state.portfolio).elements);

  function find(query: string): Find[] {
    const actions = ACTIONS.filter((action) => action.id !== "palette" && action.enabled(situation));
    const commands = best(query, actions, (action) => action.label(words, situation), query === "" ? 12 : 6);
    const titled = (all: Iterable<Element>, most: number) =>
      query === "" ? [] : best(query, [...all], (element) => element.title, most);
    const away = [...elements.values()].filter(({ id }) => !counting.has(id));
    // What was put away is still found, after what counts.
    const things = [...titled(counting.values(), 12), ...titled(away, 3)];
    return [
      ...things.map((element) => ({
        id: element.id,
        text: titleOf(words, element),
        mark: <KindGlyph kind={element.kind} hued />,
        hint:
          element.archived === null
            ? kindWord(words, element.kind)
            : `${kindWord(words, element.kind)} · ${words.say("archived.tag")}`,
        group: words.say("palette.elements"),
      })),
      ...commands.map((action) => ({
        id: `action:${action.id}`,
        text: action.label(words, situation),
        mark: <Icon name="right" />,
        group: words.say("palette.commands"),
        ...(action.keys[0] === undefined ? {} : { hint: keyWords(words, action.keys[0], isMac()) }),
      })),
    ];
  }

  function take({ id }: Find): void {
    onDone();
    const action = ACTIONS.find((it) => `action:${it.id}` === id);
    const element = elements.get(id);
    // The sheet gives the keyboard back when it is gone; only then may the next thing take it.
    setTimeout(() => {
      if (action !== undefined) action.run(verbs);
      else if (element !== undefined && isOnMap(element.kind)) desk.showOnMap([id]);
      else desk.selection.set([id]);
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
        data-testid="palette-field"
      />
    </div>
  );
}
