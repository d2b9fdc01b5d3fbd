/* What can be done with the selected rows: how many and how much they are, set their owner, show them, remove them. */
import { Button, Finder, Icon, IconButton, Menu, Popover } from "../../kit/index.ts";
import { best } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { withUnit } from "./money.ts";
import { moneyTotal } from "./totals.ts";
import type { Arrangement } from "./view.ts";

interface SelectedRowsProps {
  arrangement: Arrangement;
  selected: readonly string[];
  owners: readonly string[];
  readOnly: boolean;
  onOwner: (owner: string | null) => void;
  onShow: () => void;
  onRemove: () => void;
}

export function SelectedRows({
  arrangement,
  selected,
  owners,
  readOnly,
  onOwner,
  onShow,
  onRemove,
}: SelectedRowsProps) {
  const words = useWords();
  const held = new Set(selected);
  const rows = arrangement.rows.filter((row) => held.has(row.id));
  const sums = moneyTotal(rows, "budget").sums.flatMap(({ currency, sum }) => {
    const unit = arrangement.units.find((it) => it.currency === currency);
    return unit ? [withUnit(sum, unit, words.lang)] : [];
  });
  return (
    <>
      <span className="c2 table-count" aria-live="polite" data-testid="table-selected">
        <b className="heavy">{words.say("table.selected", { count: selected.length })}</b>
        {sums.length === 0 ? null : ` · ${sums.join(" + ")}`}
      </span>
      {readOnly ? null : (
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
    const known = best(query, owners, (owner) => owner, 8).map((owner) => ({ id: owner, text: owner }));
    const typed = query.trim();
    const fresh =
      typed === "" || owners.includes(typed)
        ? []
        : [{ id: `new ${typed}`, text: typed, mark: <Icon name="plus" /> }];
    return [...known, ...fresh, { id: NOBODY, text: words.say("table.setOwner.none") }];
  }
}

const NOBODY = "\u0000nobody";
