/*
 * The names that an element has in other systems, by which an import knows it again, and imported columns that have
 * no field of ours. Keys are kept by hand too: what an import missed can be said here.
 */
import { useRef, useState } from "react";
import type { Element, ExternalKey } from "../../api/bindings.ts";
import { Anchored, Icon, IconButton, InPlace, LinkButton, TextField } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { Ask } from "../Ask.tsx";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";

export function Keys({ element }: { element: Element }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const keys = element.external_keys;
  const extras = Object.entries(element.extra).sort(([a], [b]) => words.compare(a, b));
  if (isReadOnly && keys.length + extras.length === 0) return null;
  const set = (value: ExternalKey[]) =>
    void desk.edit({ type: "set", element: element.id, patch: { field: "external_keys", value } });
  const change = (at: number, part: Partial<ExternalKey>) =>
    set(keys.map((key, index) => (index === at ? { ...key, ...part } : key)));

  return (
    <section className="insp-sec" aria-label={words.say("keys.label")}>
      <details className="fold">
        <summary className="strong" data-testid="keys">
          <Icon name="right" />
          {words.say("keys.head", { keys: keys.length, extras: extras.length })}
        </summary>
        <ul className="keys">
          {keys.map((key, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key that is being typed may read like another.
            <li key={at}>
              <InPlace
                label={words.say("keys.source")}
                value={key.source}
                isReadOnly={isReadOnly}
                onCommit={(source) => {
                  if (source.trim() !== "") change(at, { source: source.trim() });
                }}
              />
              <InPlace
                label={words.say("keys.keyIn", { source: key.source })}
                value={key.key}
                isReadOnly={isReadOnly}
                onCommit={(text) => {
                  if (text.trim() !== "") change(at, { key: text.trim() });
                }}
                data-testid={`key-${at}`}
              />
              {isReadOnly ? null : (
                <IconButton
                  icon="close"
                  size="small"
                  label={words.say("keys.remove", { key: key.key, source: key.source })}
                  onPress={() => set(keys.filter((_, index) => index !== at))}
                />
              )}
            </li>
          ))}
        </ul>
        {isReadOnly ? null : <AddKey onAdd={(key) => set([...keys, key])} />}
        <dl className="extras selectable">
          {extras.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function AddKey({ onAdd }: { onAdd: (key: ExternalKey) => void }) {
  const words = useWords();
  const anchor = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const sources = useStore((state) => state.portfolio.sources);
  const titles = [...sources.values()].map(({ title }) => title);
  const [source, setSource] = useState("");
  const [key, setKey] = useState("");
  const label = words.say("keys.add");
  return (
    <div ref={anchor}>
      <LinkButton onPress={() => setOpen(true)} data-testid="key-add">
        {label}
      </LinkButton>
      <Anchored label={label} anchor={anchor} isOpen={open} onClose={() => setOpen(false)}>
        <Ask
          head={label}
          says={words.say("keys.says")}
          act={words.say("common.add")}
          isReady={source.trim() !== "" && key.trim() !== ""}
          onAct={() => {
            setOpen(false);
            setKey("");
            onAdd({ source: source.trim(), key: key.trim() });
          }}
          onCancel={() => setOpen(false)}
        >
          <TextField
            label={words.say("keys.source")}
            value={source}
            onChange={setSource}
            autoFocus
            data-testid="key-source"
          />
          {titles.length === 0 ? null : (
            <div className="offers">
              {titles.slice(0, 6).map((title) => (
                <LinkButton key={title} onPress={() => setSource(title)}>
                  {title}
                </LinkButton>
              ))}
            </div>
          )}
          <TextField label={words.say("keys.key")} value={key} onChange={setKey} data-testid="key-key" />
        </Ask>
      </Anchored>
    </div>
  );
}
