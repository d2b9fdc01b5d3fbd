/* What is carried, at the pointer: the first by its title, the others by how many they are. */
import { useSyncExternalStore } from "react";
import { KindGlyph } from "../kit/index.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { titleOf } from "../panels/words.ts";
import { useWords } from "../words/index.ts";

export function Carried() {
  const words = useWords();
  const { carry } = useDesk();
  const load = useSyncExternalStore(carry.subscribe, carry.load);
  const elements = useStore((state) => state.portfolio.elements);
  const first = elements.get(load?.ids[0] ?? "");
  if (load === null || first === undefined) return null;
  const others = load.ids.length - 1;
  return (
    <div
      className={`carried${load.isTaken ? "" : " nowhere"}`}
      // At the edge of the window it stays whole.
      style={{
        translate: `min(${load.at.x}px, 100vw - 100% - 14px) min(${load.at.y}px, 100vh - 100% - 16px)`,
      }}
      aria-hidden="true"
      data-testid="carried"
    >
      <KindGlyph kind={first.kind} hued />
      <span className="cut">{titleOf(words, first)}</span>
      {others > 0 ? <b>{words.say("carry.others", { count: others })}</b> : null}
    </div>
  );
}
