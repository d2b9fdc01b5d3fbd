/*
 * The gestures of the X-matrix as edits: a cell that is pressed, a key typed on it, a title that was changed, a first
 * element of a side. Each is one step, and is said. Where a link may not stand, the first press says why and offers
 * the one that may; the second takes it.
 */
import type { ElementKind } from "../api/bindings.ts";
import type { ChartEvents, Mark } from "../canvas/chart/index.ts";
import { answerTo, CellMark, HeadMark, type Stroke, spoken, strokeOfKey } from "../canvas/kinds/index.ts";
import { newId } from "../model/id.ts";
import type { Desk } from "../panels/desk.tsx";
import type { Words } from "../words/index.ts";
import { xMatrixSpeech } from "./chartWords.ts";

export interface MatrixTools {
  desk(): Desk;
  readonly words: Words;
  announce(text: string): void;
  /** A new element waits to be named: the field over its title opens as soon as it is drawn. */
  name(id: string): void;
}

const FIRST_OF: Readonly<Record<HeadMark["line"]["side"], ElementKind>> = {
  objectives: "objective",
  initiatives: "initiative",
  indicators: "indicator",
  directions: "priority",
  people: "team",
};

/** What the chart engine reports of a matrix. Marks of other charts are left to whoever else listens. */
export function matrixActs(tools: MatrixTools): Required<Pick<ChartEvents, "onAct" | "onKey" | "onRename">> {
  const { words } = tools;
  /** The cell whose other kind of link was offered last. */
  let offered: string | null = null;

  function isLocked(): boolean {
    const { readOnly } = tools.desk().store.state;
    if (readOnly !== null) tools.desk().tell(words.told(readOnly));
    return readOnly !== null;
  }

  function strike(mark: CellMark, stroke: Stroke): boolean {
    if (isLocked()) return true;
    const answer = answerTo(mark, stroke, newId);
    if (answer === null) return false;
    if (answer.offered && offered !== mark.id) {
      offered = mark.id;
      const kind = mark.across.element?.kind ?? "priority";
      const [why, hint] = [
        words.say("xMatrix.refused", { kind }),
        words.say("xMatrix.refusedHint", { kind }),
      ];
      tools.desk().tell(why, hint);
      tools.announce(`${why}. ${hint}`);
      return true;
    }
    offered = null;
    void tools
      .desk()
      .edit(...answer.edits)
      .then((changed) => {
        // A refusal is told by the desk; nothing is to be said of what did not happen.
        if (changed !== null)
          tools.announce(spoken(mark.across, mark.down, answer.stand, xMatrixSpeech(words)));
      });
    return true;
  }

  function begin({ line: { side } }: HeadMark): void {
    if (isLocked()) return;
    const id = newId();
    tools.name(id);
    void tools.desk().edit({
      type: "add_element",
      id,
      kind: FIRST_OF[side],
      title: words.say("xMatrix.newTitle", { side }),
      spot: null,
    });
  }

  return {
    onAct(mark: Mark, act) {
      if (mark instanceof CellMark) strike(mark, { does: act });
      else if (mark instanceof HeadMark && act === "press") begin(mark);
    },
    onKey(mark, event) {
      if (!(mark instanceof CellMark) || event.ctrlKey || event.metaKey || event.altKey) return false;
      const stroke = strokeOfKey(event.key);
      return stroke !== null && strike(mark, stroke);
    },
    onRename(element, value) {
      void tools.desk().edit({ type: "set", element, patch: { field: "title", value } });
    },
  };
}
