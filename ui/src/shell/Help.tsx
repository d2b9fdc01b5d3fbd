/* All keys on one sheet, read from the table of actions and from what the map does itself. */
import { Kbd } from "../kit/index.ts";
import { type Key, useWords } from "../words/index.ts";
import { ACTIONS, type Situation } from "./actions.ts";
import { isMac, keyWords } from "./keys.ts";

/** Keys that the map's own engine handles. */
const ON_MAP: readonly { readonly keys: readonly string[]; readonly says: Key }[] = [
  { keys: ["←", "↑", "→", "↓"], says: "help.near" },
  { keys: ["Alt+↑", "Alt+↓"], says: "help.follow" },
  { keys: ["[", "]"], says: "help.lanes" },
  { keys: ["Enter"], says: "help.edit" },
  { keys: ["Space"], says: "help.select" },
  { keys: ["Shift+←", "Shift+→"], says: "help.move" },
  { keys: ["F"], says: "help.line" },
  { keys: ["Esc"], says: "help.out" },
  { keys: ["+", "−", "0"], says: "help.zoom" },
  { keys: ["Del"], says: "help.remove" },
];

/** Keys that the table handles; copy, cut and paste are those of the system. */
const IN_TABLE: typeof ON_MAP = [
  { keys: ["Enter", "F2"], says: "table.keys.edit" },
  { keys: ["Shift+↓", "Shift+→"], says: "table.keys.range" },
  { keys: ["Mod+Shift+↓"], says: "table.keys.whole" },
  { keys: ["Mod+C", "Mod+V"], says: "table.keys.copy" },
  { keys: ["Mod+D"], says: "table.keys.fill" },
  { keys: ["Del"], says: "table.keys.clear" },
  { keys: ["Space"], says: "table.keys.select" },
];

export function Help({ situation }: { situation: Situation }) {
  const words = useWords();
  const mac = isMac();
  return (
    <div className="help scroll">
      <h2>{words.say("help.title")}</h2>
      <div className="help-columns">
        <section>
          <h3>{words.say("help.everywhere")}</h3>
          {ACTIONS.filter((action) => action.keys.length > 0).map((action) => (
            <p key={action.id}>
              <span>{action.label(words, { ...situation, state: null })}</span>
              <span className="help-keys">
                {action.keys.slice(0, 1).map((keys) => (
                  <Kbd key={keys}>{keyWords(keys, mac)}</Kbd>
                ))}
              </span>
            </p>
          ))}
        </section>
        <section>
          <h3>{words.say("help.map")}</h3>
          {ON_MAP.map(line)}
          <h3>{words.say("table.keys.head")}</h3>
          {IN_TABLE.map(line)}
        </section>
      </div>
    </div>
  );

  function line({ keys, says }: (typeof ON_MAP)[number]) {
    return (
      <p key={says}>
        <span>{words.say(says)}</span>
        <span className="help-keys">
          {keys.map((key) => (
            <Kbd key={key}>{keyWords(key, mac)}</Kbd>
          ))}
        </span>
      </p>
    );
  }
}
