/* What runs here: version, rules, and how the window is drawn, for a report. */
import { useSyncExternalStore } from "react";
import { useWords } from "../words/index.ts";
import { Mark } from "./Mark.tsx";
import type { Session } from "./session.ts";

export function About({ session }: { session: Session }) {
  const words = useWords();
  const { start } = useSyncExternalStore(session.subscribe, session.snapshot);
  const about = start?.about;
  return (
    <div className="about selectable">
      <Mark />
      <h2>{words.say("app.name")}</h2>
      <p className="c2">{words.say("about.says")}</p>
      {about === undefined ? null : (
        <ul className="c3 t12">
          <li>{words.say("about.version", { version: about.version })}</li>
          <li>{words.say("about.pack", { pack: about.pack })}</li>
          {about.web_engine === null ? null : (
            <li>{words.say("about.engine", { engine: about.web_engine })}</li>
          )}
          <li>{words.say("about.rendering", { rendering: words.say(`rendering.${about.rendering}`) })}</li>
        </ul>
      )}
    </div>
  );
}
