/*
 * What keeps rows back, each as a chip that can be taken away: the filter that holds in all views, then what was asked of
 * the columns of this table. Nothing stands here while every row is shown.
 */
import type { ReactNode } from "react";
import { IconButton, LinkButton } from "../../kit/index.ts";
import { EVERYTHING, isFiltering, type Wanted } from "../../model/filter.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useFilter } from "../desk.tsx";
import { wordOf } from "./filters.ts";
import { plainName } from "./heads.ts";
import type { Arrangement, Settings } from "./view.ts";

interface ConditionsProps {
  settings: Settings;
  arrangement: Arrangement;
  onChange: (change: Partial<Settings>) => void;
}

/** Values that are named in a chip; the rest is counted. */
const NAMED = 3;

export function Conditions({ settings, arrangement, onChange }: ConditionsProps) {
  const words = useWords();
  const { filter } = useDesk();
  const wanted = useFilter();
  const active = arrangement.possible.filter((column) => (settings.filters[column.id]?.length ?? 0) > 0);
  const isHere = active.length > 0 || settings.archived;
  if (!isHere && !isFiltering(wanted)) return null;
  return (
    <div className="table-chips" data-testid="table-conditions">
      {isFiltering(wanted) ? (
        <>
          <span className="c3">{words.say("table.chips.everywhere")}</span>
          {sharedChips(wanted).map(({ part, text }) => (
            <Chip key={part} text={text} onRemove={() => filter.set({ [part]: EVERYTHING[part] })} />
          ))}
        </>
      ) : null}
      {isHere ? (
        <>
          <span className="c3">{words.say("table.chips.here")}</span>
          {active.map((column) => (
            <Chip
              key={column.id}
              text={words.say("table.chip", {
                name: plainName(column, words),
                values: listed((settings.filters[column.id] ?? []).map((key) => wordOf(key, column, words))),
              })}
              onRemove={() => onChange({ filters: { ...settings.filters, [column.id]: [] } })}
            />
          ))}
          {settings.archived ? (
            <Chip text={words.say("table.archived.show")} onRemove={() => onChange({ archived: false })} />
          ) : null}
        </>
      ) : null}
      <span className="gap" />
      <span className="c3 num">
        {words.say("table.chips.count", {
          count: arrangement.passing.length,
          all: arrangement.rows.length,
        })}
      </span>
      <LinkButton
        onPress={() => {
          filter.clear();
          onChange({ text: "", filters: {}, archived: false });
        }}
        data-testid="table-show-all"
      >
        {words.say("filter.clear")}
      </LinkButton>
    </div>
  );

  function listed(values: readonly string[]): string {
    const more = values.length - NAMED;
    const named = values.slice(0, NAMED).join(", ");
    return more > 0 ? `${named} ${words.say("table.andMore", { count: more })}` : named;
  }

  function sharedChips({ text, owner, tag }: Wanted): { part: keyof Wanted; text: string }[] {
    return [
      ...(text.trim() === ""
        ? []
        : [{ part: "text", text: words.say("table.chip.words", { text: text.trim() }) } as const]),
      ...(owner === null
        ? []
        : [
            {
              part: "owner",
              text: words.say("table.chip", {
                name: words.say("filter.owner"),
                values: owner === "" ? words.say("filter.nobody") : owner,
              }),
            } as const,
          ]),
      ...(tag === null
        ? []
        : [
            {
              part: "tag",
              text: words.say("table.chip", { name: words.say("filter.tag"), values: tag }),
            } as const,
          ]),
    ];
  }
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }): ReactNode {
  const words = useWords();
  return (
    <span className="table-chip">
      <span className="cut">{text}</span>
      <IconButton
        icon="close"
        size="small"
        label={words.say("common.without", { title: text })}
        onPress={onRemove}
      />
    </span>
  );
}
