/* What we assumed about the file, each with what it rests on and with the other choices a person may make. */

import type { ImportAssumption, Mapping, Preview } from "../../api/index.ts";
import { LinkButton, Menu } from "../../kit/index.ts";
import { useWords, type Words } from "../../words/index.ts";
import { ListDay } from "./ListDay.tsx";
import { taken } from "./mapping.ts";
import { address, columnAt, type Spot } from "./places.ts";

interface AssumedProps {
  preview: Preview;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
  onShow: (spot: Spot | null) => void;
}

export function Assumed({ preview, onChoose, onShow }: AssumedProps) {
  const words = useWords();
  // What the file leaves open stands first, in the order in which it is met.
  const open = preview.assumptions.filter((it) => !it.decided);
  const all = [...open, ...preview.assumptions.filter((it) => it.decided)];
  return (
    <section aria-labelledby="import-assumed">
      <h2 id="import-assumed">{words.say("import.assumed")}</h2>
      <dl className="import-assumed">
        {all.map((assumption) => (
          <div
            key={assumption.about}
            className={assumption.decided ? "" : "open"}
            data-testid={`import-about-${assumption.about}`}
          >
            <dt>{words.say(`import.about.${assumption.about}`)}</dt>
            <dd>
              <span className="import-choice">
                <b className="strong">{assumption.choice}</b>
                {assumption.about === "as_of" ? (
                  <ListDay preview={preview} decided={assumption.decided} onChoose={onChoose} />
                ) : (
                  <Change assumption={assumption} under={preview.mapping} onChoose={onChoose} />
                )}
                {assumption.places.length === 0 ? null : (
                  <LinkButton onPress={() => onShow(placeOf(assumption.places[0] ?? "", preview))}>
                    {words.say("import.show")}
                  </LinkButton>
                )}
              </span>
              {saysNothing(assumption, words) ? null : (
                <span className={asks(assumption) ? "import-undecided" : "import-evidence"}>
                  {assumption.evidence}
                </span>
              )}
              {assumption.decided || asks(assumption) ? null : (
                <span className="import-undecided">{words.say("import.open")}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whether it is said as a question already. */
function asks({ decided, choice, evidence }: ImportAssumption): boolean {
  return !decided && (choice.endsWith("?") || evidence.endsWith("?"));
}

/** Whether the evidence is only what is said below it anyway: that there is none. */
function saysNothing({ decided, evidence }: ImportAssumption, words: Words): boolean {
  return !decided && words.compare(evidence, words.say("import.open")) === 0;
}

interface ChangeProps {
  assumption: ImportAssumption;
  under: Mapping;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
}

function Change({ assumption, under, onChoose }: ChangeProps) {
  const words = useWords();
  if (assumption.alternatives.length === 0) return null;
  const about = words.say(`import.about.${assumption.about}`);
  return (
    <Menu
      label={words.say("import.changeOf", { about })}
      groups={[
        {
          id: assumption.about,
          entries: assumption.alternatives.map((alternative, index) => ({
            id: `${assumption.about}-${index}`,
            text: alternative.label,
            run: () => onChoose((now) => taken(now, under, alternative.mapping)),
          })),
        },
      ]}
    >
      <LinkButton data-testid={`import-change-${assumption.about}`}>
        {words.say(asks(assumption) ? "import.answer" : "import.change")}
      </LinkButton>
    </Menu>
  );
}

/** A place is a cell or the number of a row. */
function placeOf(place: string, preview: Preview): Spot | null {
  const at = address(place);
  if (at) return { row: at.row, column: columnAt(preview.columns, at.column) };
  const row = Number(place);
  return Number.isInteger(row) && row > 0 ? { row, column: null } : null;
}
