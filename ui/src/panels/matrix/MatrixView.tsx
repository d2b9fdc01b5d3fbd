/*
 * The matrix: two kinds crossed, a link typed in each cell, and what is empty seen at once.
 */
import "./matrix.css";
import { useEffect, useMemo, useState } from "react";
import type { ElementKind } from "../../api/bindings.ts";
import { Button, Segmented, Select } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { live } from "../../model/live.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, usePasses, useReadOnly, useStore } from "../desk.tsx";
import { NothingPasses } from "../NothingPasses.tsx";
import { MatrixGrid, type Sought } from "./MatrixGrid.tsx";
import { crossingOf, matrixOf, type Order } from "./matrix.ts";

/** Pairs that a PMO asks for most. */
const PRESETS: readonly (readonly [ElementKind, ElementKind])[] = [
  ["initiative", "objective"],
  ["initiative", "outcome"],
  ["driver", "priority"],
  ["system", "capability"],
];

export function MatrixView() {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const passes = usePasses();
  const portfolio = useStore((state) => live(state.portfolio));
  const [kinds, setKinds] = useState<readonly [ElementKind, ElementKind]>(["initiative", "objective"]);
  const [order, setOrder] = useState<Order>("title");
  const [onlyEmpty, setOnlyEmpty] = useState(false);
  const [sought, setSought] = useState<Sought | null>(null);
  const { selection } = useDesk();
  const elements = portfolio.elements;
  useEffect(
    () =>
      selection.onReveal((ids) => {
        const element = ids.map((id) => elements.get(id)).find((it) => it !== undefined);
        if (element === undefined) return;
        const { kind } = element;
        setOnlyEmpty(false);
        setKinds(([rows, columns]) =>
          kind === rows || kind === columns ? [rows, columns] : [kind, columnFor(kind, columns)],
        );
        setSought({ ids: new Set(ids) });
      }),
    [selection, elements],
  );

  const matrix = useMemo(
    () =>
      matrixOf(portfolio, {
        rows: kinds[0],
        columns: kinds[1],
        order,
        onlyEmpty,
        passes,
        compare: words.compare,
      }),
    [portfolio, kinds, order, onlyEmpty, passes, words],
  );
  const noun = (kind: ElementKind) => words.say(`kind.${kind}`);
  return (
    <div className="matrix">
      <header className="row matrix-bar">
        <h1>{words.say("nav.matrix")}</h1>
        <Select
          label={words.say("matrix.rows")}
          value={kinds[0]}
          options={KINDS.map((id) => ({ id, text: noun(id) }))}
          onChange={(kind) => setKinds([kind, columnFor(kind, kinds[1])])}
          data-testid="matrix-rows"
        />
        <span className="c3">×</span>
        <Select
          label={words.say("matrix.columns")}
          value={kinds[1]}
          options={KINDS.filter((id) => crossingOf(kinds[0], id) !== null).map((id) => ({
            id,
            text: noun(id),
          }))}
          onChange={(kind) => setKinds([kinds[0], kind])}
          data-testid="matrix-columns"
        />
        <span className="gap" />
        <Segmented
          label={words.say("matrix.order")}
          value={order}
          options={(["title", "most", "fewest"] as const).map((id) => ({
            id,
            text: words.say(`matrix.${id}`),
          }))}
          onChange={setOrder}
        />
        <Button pressed={onlyEmpty} onPress={() => setOnlyEmpty(!onlyEmpty)} data-testid="matrix-empty">
          {words.say("matrix.onlyEmpty")}
        </Button>
      </header>
      {matrix?.isKeptBack ? (
        <NothingPasses />
      ) : matrix === null || matrix.rows.length === 0 || matrix.columns.length === 0 ? (
        <div className="empty">
          <h2>{words.say(onlyEmpty ? "matrix.noneEmpty" : "matrix.none")}</h2>
          <p>{words.say("matrix.noneHint", { rows: noun(kinds[0]), columns: noun(kinds[1]) })}</p>
          <div className="row matrix-presets">
            {PRESETS.map((preset) => (
              <Button key={preset.join()} onPress={() => setKinds(preset)}>
                {noun(preset[0])} × {noun(preset[1])}
              </Button>
            ))}
          </div>
        </div>
      ) : (
        <>
          <MatrixGrid key={kinds.join()} matrix={matrix} kinds={kinds} sought={sought} />
          <p className="matrix-keys c3 t12">{words.say(isReadOnly ? "matrix.keysRead" : "matrix.keys")}</p>
        </>
      )}
    </div>
  );
}

/** Keeps the columns when the new rows can be crossed with them. */
function columnFor(rows: ElementKind, columns: ElementKind): ElementKind {
  if (crossingOf(rows, columns) !== null) return columns;
  return KINDS.find((kind) => crossingOf(rows, kind) !== null) ?? columns;
}
