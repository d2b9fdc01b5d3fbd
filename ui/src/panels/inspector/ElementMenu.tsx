/* What can be done with an element as a whole: put it away, split it, merge it, remove it. Each is one step. */
import { useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { Anchored, IconButton, Menu, type MenuEntry } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { takeAway } from "../removal.ts";
import { ArchiveForm } from "./ArchiveForm.tsx";
import { MergeWith } from "./MergeWith.tsx";
import { SplitForm } from "./SplitForm.tsx";

type Asking = "archive" | "split" | "merge";

export function ElementMenu({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  // Also of an element that was put away, whose other fields are shut.
  const isReadOnly = useStore((state) => state.readOnly !== null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  if (isReadOnly) return null;
  const done = () => setAsking(null);
  const entry = (id: Asking): MenuEntry => ({ id, text: words.say(`menu.${id}`), run: () => setAsking(id) });
  const restore: MenuEntry = {
    id: "restore",
    text: words.say("archived.restore"),
    run: () => void desk.edit({ type: "restore", elements: [element.id] }),
  };
  const remove: MenuEntry = {
    id: "remove",
    text: words.say("inspector.remove"),
    run: () => void takeAway(desk, words, [element.id]),
  };
  const label = words.say("menu.label");
  return (
    <span ref={anchor}>
      <Menu
        label={label}
        groups={[
          {
            id: "whole",
            entries:
              element.archived === null ? [entry("split"), entry("merge"), entry("archive")] : [restore],
          },
          { id: "end", entries: [remove] },
        ]}
      >
        <IconButton icon="more" size="small" label={label} data-testid="element-menu" />
      </Menu>
      <Anchored
        label={asking === null ? label : words.say(`menu.${asking}`)}
        anchor={anchor}
        isOpen={asking !== null}
        onClose={done}
      >
        {asking === "archive" ? <ArchiveForm elements={[element]} onDone={done} /> : null}
        {asking === "split" ? <SplitForm element={element} onDone={done} /> : null}
        {asking === "merge" ? <MergeWith element={element} onDone={done} /> : null}
      </Anchored>
    </span>
  );
}
