/* What can be done with the selected rows: how many and how much they are, set their owner, show them, remove them. */
import { Button, Finder, Icon, IconButton, Menu, Popover } from "../../kit/index.ts";
import { among } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { sumWords } from "./Sum.tsx";
import { moneyTotal, type Rates } from "./totals.ts";
import type { Arrangement } from "./view.ts";

/** Most owners that are offered at once; letters find the others. */
const MOST = 8;

interface SelectedRowsProps {
  arrangement: Arrangement;
  selected: readonly string[];
  rates: Rates;
  owners: () => readonly string[];
  readOnly: boolean;
  onOwner: (owner: string | null) => void;
  onShow: () => void;
  onRemove: () => void;
  /** Takes what was put away out again. */
  onRestore: (ids: readonly string[]) => void;
}

export function SelectedRows({
  arrangement,
  selected,
  rates,
  owners,
  readOnly,
  onOwner,
  onShow,
  onRemove,
  onRestore,
}: SelectedRowsProps) {
  const words = useWords();
  const held = new Set(selected);
  const rows = arrangement.rows.filter((row) => held.has(row.id));
  const money = arrangement.columns.find((column) => column.sets?.input === "money");
  const sums = money ? sumWords(moneyTotal(rows, money), arrangement.units, rates, words, true).figures : [];
  const owned = arrangement.possible.some((column) => column.id === "owner");
  const away = rows.filter((row) => row.element.archived !== null).map((row) => row.id);
  return (
    <>
      <span className="c2 table-count" aria-live="polite" data-testid="table-selected">
        <b className="heavy">{words.say("table.selected", { count: selected.length })}</b>
        {sums.length === 0 ? null : ` · ${sums.join(" · ")}`}
      </span>
      {readOnly || !owned ? null : (
        <Popover label={words.say("table.setOwner")} trigger={<Button>{words.say("table.setOwner")}</Button>}>
          {(close) => (
            <Finder
              label={words.say("table.setOwner")}
              placeholder={words.say("table.setOwner.hint", { count: selected.length })}
              nothing={words.say("table.edit.nobody")}
              find={(query) => found(query)}
              onTake={(find) => {
                close();
                onOwner(find.id === NOBODY ? null : find.text);
              }}
              data-testid="table-owner"
            />
          )}
        </Popover>
      )}
      <Button onPress={onShow}>{words.say("table.showOnMap")}</Button>
      {readOnly ? null : (
        <Menu
          label={words.say("table.more")}
          groups={[
            {
              id: "more",
              entries: [
                ...(away.length === 0
                  ? []
                  : [
                      {
                        id: "table-restore",
                        text: words.say("table.restore", { count: away.length }),
                        run: () => onRestore(away),
                      },
                    ]),
                { id: "table-remove", text: words.say("table.remove"), hint: "Ctrl ⌫", run: onRemove },
              ],
            },
          ]}
        >
          <IconButton icon="more" label={words.say("table.more")} />
        </Menu>
      )}
    </>
  );

  function found(query: string) {
    const all = owners();
    const known = among(all.map((owner) => ({ id: owner, text: owner })))(query, MOST);
    const typed = query.trim();
    const fresh =
      typed === "" || all.includes(typed)
        ? []
        : [{ id: `new ${typed}`, text: typed, mark: <Icon name="plus" /> }];
    return [...known, ...fresh, { id: NOBODY, text: words.say("table.setOwner.none") }];
  }
}

const NOBODY = "\u0000nobody";
