/*
 * One element becomes several. The first keeps id, history, reports and what the others leave; each other part takes
 * its share of the amounts and all links. What comes of the amounts is said while the shares are typed.
 */
import { useState } from "react";
import type { Edit, Element } from "../../api/bindings.ts";
import { Button, Icon, IconButton, TextField } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { useWords } from "../../words/index.ts";
import { Ask } from "../Ask.tsx";
import { plain, shift } from "../decimal.ts";
import { useDesk } from "../desk.tsx";
import { titleOf } from "../words.ts";
import { amountOf, divided, restOf, shareOf } from "./shares.ts";

/** A part as it is typed. */
interface Typed {
  readonly id: string;
  readonly title: string;
  readonly percent: string;
}

export function SplitForm({ element, onDone }: { element: Element; onDone: () => void }) {
  const words = useWords();
  const desk = useDesk();
  const part = (number: number) => words.say("split.part", { title: element.title, number });
  const [first, setFirst] = useState(element.title);
  const [parts, setParts] = useState<readonly Typed[]>(() => [
    { id: newId(), title: part(2), percent: words.percent(50) },
  ]);

  const shares = parts.map((it) => shareOf(it.percent, words.lang));
  const rest = restOf(shares);
  const amount = amountOf(element);
  const amounts =
    amount === null || rest === null
      ? null
      : divided(
          amount,
          shares.flatMap((share) => share ?? []),
        );
  const said = (at: number) => {
    const money = amounts?.[at];
    return money === undefined ? "" : words.money(money);
  };
  const named = first.trim() !== "" && parts.every((it) => it.title.trim() !== "");
  const change = (id: string, more: Partial<Typed>) =>
    setParts(parts.map((it) => (it.id === id ? { ...it, ...more } : it)));

  /** One more part, which takes half of what the first still has. */
  function add(): void {
    const half = rest === null ? "" : plain(shift({ digits: rest.digits * 5n, scale: rest.scale + 1 }, 2));
    const percent = half === "" ? "" : words.percent(Number(half));
    setParts([...parts, { id: newId(), title: part(parts.length + 2), percent }]);
  }

  async function split(): Promise<void> {
    onDone();
    const taken = parts.map((it, at) => ({
      id: it.id,
      title: it.title.trim(),
      share: plain(shares[at] ?? { digits: 0n, scale: 0 }),
    }));
    const edits: Edit[] = [{ type: "split", element: element.id, parts: taken }];
    if (first.trim() !== element.title) {
      edits.push({ type: "set", element: element.id, patch: { field: "title", value: first.trim() } });
    }
    const changed = await desk.edit(...edits);
    if (changed !== null) desk.selection.reveal([element.id, ...taken.map(({ id }) => id)]);
  }

  return (
    <Ask
      head={words.say("split.head", { title: titleOf(words, element) })}
      says={words.say("split.says")}
      act={words.say("split.act", { count: parts.length + 1 })}
      isReady={named && rest !== null}
      onAct={() => void split()}
      onCancel={onDone}
    >
      <ul className="split">
        <li>
          <TextField
            label={words.say("split.title", { number: 1 })}
            labelHidden
            value={first}
            onChange={setFirst}
            autoFocus
            data-testid="split-title-1"
          />
          <span className="num split-rest" data-testid="split-rest">
            {rest === null ? "–" : words.percent(Number(plain(shift(rest, 2))))}
          </span>
          <span className="num c3 t12">{said(0)}</span>
        </li>
        {parts.map((it, at) => (
          <li key={it.id}>
            <TextField
              label={words.say("split.title", { number: at + 2 })}
              labelHidden
              value={it.title}
              onChange={(title) => change(it.id, { title })}
              data-testid={`split-title-${at + 2}`}
            />
            <TextField
              label={words.say("split.share", { number: at + 2 })}
              labelHidden
              value={it.percent}
              onChange={(percent) => change(it.id, { percent })}
              data-testid={`split-share-${at + 2}`}
            />
            {parts.length > 1 ? (
              <IconButton
                icon="close"
                size="small"
                label={words.say("split.without", { number: at + 2 })}
                onPress={() => setParts(parts.filter((other) => other.id !== it.id))}
              />
            ) : (
              <span className="c3">%</span>
            )}
            <span className="num c3 t12">{said(at + 1)}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button look="quiet" size="small" onPress={add} data-testid="split-add">
          <Icon name="plus" />
          {words.say("split.add")}
        </Button>
        {rest === null ? (
          <span className="t12 field-error" role="status">
            {words.say("split.wrong")}
          </span>
        ) : null}
      </div>
    </Ask>
  );
}
