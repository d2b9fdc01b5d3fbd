/* The shared filter in the top bar: what is wanted, how much of the portfolio passes, and a way back to everything. */
import { useMemo, useRef } from "react";
import { Anchored, Button, Field, Hint, Icon, IconButton, Select, TextField } from "../kit/index.ts";
import { facetsOf, isFiltering, passing } from "../model/filter.ts";
import { live } from "../model/live.ts";
import { useDesk, useFilter, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";

interface FilterControlProps {
  isOpen: boolean;
  onOpen: (open: boolean) => void;
}

/** A choice in a list: one of its own names, or one of the two that are no name. */
const ANY = "any";
const NOBODY = "nobody";
const named = (name: string) => `is:${name}`;

export function FilterControl({ isOpen, onOpen }: FilterControlProps) {
  const words = useWords();
  const { filter } = useDesk();
  const wanted = useFilter();
  const portfolio = useStore((state) => state.portfolio);
  const button = useRef<HTMLSpanElement>(null);
  const isOn = isFiltering(wanted);
  const counts = useMemo(() => {
    const all = live(portfolio).elements.size;
    return { count: passing(portfolio, wanted)?.size ?? all, all };
  }, [portfolio, wanted]);

  return (
    <span className="row filter" ref={button}>
      <Hint text={words.say("filter.label")}>
        <Button
          look="quiet"
          pressed={isOn}
          aria-label={isOn ? words.say("filter.onLabel", counts) : words.say("filter.label")}
          onPress={() => onOpen(!isOpen)}
          data-testid="filter"
        >
          <Icon name="filter" />
          {isOn ? (
            <span className="num">{words.say("filter.on", counts)}</span>
          ) : (
            <span className="wide-only">{words.say("filter.label")}</span>
          )}
        </Button>
      </Hint>
      {isOn ? (
        <IconButton
          icon="close"
          label={words.say("filter.clear")}
          onPress={() => filter.clear()}
          data-testid="filter-clear"
        />
      ) : null}
      <Anchored
        label={words.say("filter.label")}
        anchor={button}
        isOpen={isOpen}
        onClose={() => onOpen(false)}
      >
        <Choices counts={counts} />
      </Anchored>
    </span>
  );
}

function Choices({ counts }: { counts: { count: number; all: number } }) {
  const words = useWords();
  const { filter } = useDesk();
  const wanted = useFilter();
  const portfolio = useStore((state) => state.portfolio);
  const facets = useMemo(() => {
    const { owners, tags } = facetsOf(portfolio);
    const sorted = (names: ReadonlySet<string>) =>
      [...names].sort((a, b) => words.compare(a, b)).map((name) => ({ id: named(name), text: name }));
    return {
      owners: [
        { id: ANY, text: words.say("filter.anybody") },
        { id: NOBODY, text: words.say("filter.nobody") },
        ...sorted(owners),
      ],
      tags: [{ id: ANY, text: words.say("filter.anyTag") }, ...sorted(tags)],
    };
  }, [portfolio, words]);

  return (
    <div className="filter-choices">
      <TextField
        label={words.say("filter.text")}
        hint={words.say("filter.textHint")}
        value={wanted.text}
        onChange={(text) => filter.set({ text })}
        autoFocus
        data-testid="filter-text"
      />
      <Field label={words.say("filter.owner")}>
        <Select
          label={words.say("filter.owner")}
          value={wanted.owner === null ? ANY : wanted.owner === "" ? NOBODY : named(wanted.owner)}
          options={facets.owners}
          onChange={(id) =>
            filter.set({ owner: id === ANY ? null : id === NOBODY ? "" : id.slice(named("").length) })
          }
          data-testid="filter-owner"
        />
      </Field>
      {facets.tags.length > 1 || wanted.tag !== null ? (
        <Field label={words.say("filter.tag")}>
          <Select
            label={words.say("filter.tag")}
            value={wanted.tag === null ? ANY : named(wanted.tag)}
            options={facets.tags}
            onChange={(id) => filter.set({ tag: id === ANY ? null : id.slice(named("").length) })}
            data-testid="filter-tag"
          />
        </Field>
      ) : null}
      <div className="row filter-foot">
        <span className="c2 t12 num" role="status" data-testid="filter-count">
          {words.say("filter.passes", counts)}
        </span>
        <Button
          size="small"
          isDisabled={!isFiltering(wanted)}
          onPress={() => filter.clear()}
          data-testid="filter-everything"
        >
          {words.say("filter.clear")}
        </Button>
      </div>
    </div>
  );
}
