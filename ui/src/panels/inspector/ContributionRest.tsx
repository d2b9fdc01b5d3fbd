/*
 * The rarer half of what contributions say: what is expected of them, after how long, for which share of the work, when they
 * hold and what they stand on. It folds away until it holds something.
 */
import { Icon, IconButton, InPlace } from "../../kit/index.ts";
import { type Key, useWords } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { readNumber } from "../money.ts";
import { useAsk } from "../useAsk.ts";
import { namedWords, titleOf } from "../words.ts";
import { type Contribution, common, type SetLinks } from "./commonLinks.ts";
import { DayInPlace } from "./DayInPlace.tsx";
import { ElementField } from "./ElementField.tsx";
import { Expects } from "./Expects.tsx";
import { Named } from "./Named.tsx";

interface RestProps {
  links: readonly Contribution[];
  onSet: SetLinks;
}

function isPlain(link: Contribution): boolean {
  const { lag_days, share, valid_from, valid_until, evidence, assumptions, expects } = link;
  const unset = [lag_days, share, valid_from, valid_until, expects].every((it) => it === null);
  return unset && evidence === "" && assumptions.length === 0;
}

export function ContributionRest({ links, onSet }: RestProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const [only] = links.length === 1 ? links : [];
  const lag = common(links, (it) => it.lag_days);
  const share = common(links, (it) => it.share);
  const from = common(links, (it) => it.valid_from);
  const until = common(links, (it) => it.valid_until);
  const evidence = common(links, (it) => it.evidence);
  const question = useAsk();
  const ask = ({ isVarious }: { isVarious: boolean }, key: Key) =>
    isVarious ? words.say("inspector.various") : question(key);

  const shared = (links[0]?.assumptions ?? []).filter((id) =>
    links.every((it) => it.assumptions.includes(id)),
  );

  /** A number between two bounds, or nothing; anything else is refused in words. */
  function number(typed: string, most: number, refusal: Key, take: (value: number | null) => void): void {
    const text = typed.replace(/[%\p{L}\s]+$/u, "").trim();
    const read = text === "" ? null : readNumber(text, words.lang);
    const value = read === null ? null : Number(plain(read));
    const isWrong = text === "" ? typed.trim() !== "" : value === null || value < 0 || value > most;
    if (isWrong) desk.tell(words.say("read.number", { text: typed.trim() }), words.say(refusal));
    else take(value);
  }

  return (
    <details className="fold link-rest" open={!links.every(isPlain)}>
      <summary className="c2" data-testid="link-rest">
        <Icon name="right" />
        {words.say("links.rest")}
      </summary>
      <div className="facts">
        {only === undefined ? null : (
          <Expects link={only} onSet={(value) => onSet({ field: "expects", value })} />
        )}
        <Named name={words.say("links.lag")}>
          <InPlace
            label={words.say("links.lag")}
            value={lag.value === null ? "" : words.say("field.days", { count: lag.value })}
            placeholder={ask(lag, "links.lagAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) =>
              number(text, 36_500, "read.numberHint", (value) =>
                onSet({ field: "lag_days", value: value === null ? null : Math.round(value) }),
              )
            }
            data-testid="link-lag"
          />
        </Named>
        <Named name={words.say("links.share")}>
          <InPlace
            label={words.say("links.share")}
            value={share.value === null ? "" : words.percent(share.value * 100)}
            placeholder={ask(share, "links.shareAsk")}
            isReadOnly={isReadOnly}
            onCommit={(text) =>
              number(text, 100, "links.shareHint", (value) =>
                onSet({ field: "share", value: value === null ? null : value / 100 }),
              )
            }
            data-testid="link-share"
          />
        </Named>
        <Named name={words.say("field.valid_from")}>
          <DayInPlace
            label={words.say("field.valid_from")}
            value={from.value}
            placeholder={ask(from, "links.unsaid")}
            edge="first"
            onDay={(value) => onSet({ field: "valid_from", value })}
          />
        </Named>
        <Named name={words.say("field.valid_until")}>
          <DayInPlace
            label={words.say("field.valid_until")}
            value={until.value}
            placeholder={ask(until, "links.unsaid")}
            onDay={(value) => onSet({ field: "valid_until", value })}
          />
        </Named>
        <Named name={words.say("links.evidence")}>
          <InPlace
            label={words.say("links.evidence")}
            value={evidence.value ?? ""}
            placeholder={ask(evidence, "links.evidenceAsk")}
            multiline
            isReadOnly={isReadOnly}
            onCommit={(value) => onSet({ field: "evidence", value: value.trim() })}
            data-testid="link-evidence"
          />
        </Named>
        <Named name={words.say("links.assumptions")}>
          <Assumptions
            ids={shared}
            onAdd={(id) =>
              onSet(({ assumptions }) =>
                assumptions.includes(id) ? null : { field: "assumptions", value: [...assumptions, id] },
              )
            }
            onRemove={(id) =>
              onSet(({ assumptions }) => ({
                field: "assumptions",
                value: assumptions.filter((it) => it !== id),
              }))
            }
          />
        </Named>
      </div>
    </details>
  );
}

interface AssumptionsProps {
  ids: readonly string[];
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
}

/** The assumptions that all of them rest on. */
function Assumptions({ ids, onAdd, onRemove }: AssumptionsProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const elements = useStore((state) => state.portfolio.elements);
  return (
    <div className="assumptions">
      {ids
        .flatMap((id) => elements.get(id) ?? [])
        .map((it) => (
          <div className="row" key={it.id}>
            <button type="button" className="link-title" onClick={() => desk.selection.set([it.id])}>
              {namedWords(words, it)}
            </button>
            <span className="gap" />
            {isReadOnly ? null : (
              <IconButton
                icon="close"
                size="small"
                label={words.say("common.without", { title: titleOf(words, it) })}
                onPress={() => onRemove(it.id)}
              />
            )}
          </div>
        ))}
      {isReadOnly ? null : (
        <ElementField
          label={words.say("links.assumptions")}
          kind="assumption"
          value={null}
          placeholder={words.say("links.assumptionAsk")}
          nothing={words.say("links.noAssumptions")}
          without={ids}
          onChoose={(id) => {
            if (id !== null) onAdd(id);
          }}
          data-testid="link-assumption"
        />
      )}
    </div>
  );
}
