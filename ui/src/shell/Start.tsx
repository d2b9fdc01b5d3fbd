/* The first screen: drop a file, open the sample, begin anew, or take up what was open lately. */
import "./start.css";
import { useEffect } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { Recent, Start as StartFacts } from "../api/index.ts";
import { Button, Icon, type IconName, Menu } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { isMac, isTyping, matches } from "./keys.ts";
import { lookGroups } from "./look.ts";
import { Mark } from "./Mark.tsx";
import { askNew, askOpen, askSpreadsheet } from "./questions.ts";
import type { Session } from "./session.ts";

export function Start({ session, start }: { session: Session; start: StartFacts }) {
  const words = useWords();

  useEffect(() => {
    const mac = isMac();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const wish = [
        { keys: "Mod+O", run: askOpen },
        { keys: "Mod+N", run: askNew },
        { keys: "Mod+I", run: askSpreadsheet },
      ].find(({ keys }) => matches(keys, event, mac));
      if (wish === undefined) return;
      event.preventDefault();
      void wish.run(session);
    };
    window.addEventListener("keydown", onKeyDown);
    const stop = session.host.onMenu((entry) => {
      if (entry === "open") void askOpen(session);
      else if (entry === "new") void askNew(session);
      else if (entry === "import") void askSpreadsheet(session);
    });
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      stop();
    };
  }, [session]);

  return (
    <main className="start scroll">
      <div className="start-corner">
        <Menu label={words.say("top.menu")} groups={lookGroups(session, words)}>
          <Button look="quiet" aria-label={words.say("top.menu")}>
            <Icon name="menu" />
          </Button>
        </Menu>
      </div>
      <div className="start-page">
        <header>
          <Mark />
          <h1>{words.say("app.name")}</h1>
          <p>{words.say("start.lead")}</p>
        </header>
        <AriaButton
          className="start-drop"
          onPress={() => void askSpreadsheet(session)}
          data-testid="start-drop"
        >
          <Icon name="sources" />
          <b>{words.say("start.drop")}</b>
          <span>{words.say("start.dropHint")}</span>
          <span className="btn">{words.say("start.choose")}</span>
        </AriaButton>
        <div className="start-ways">
          <Way
            icon="map"
            text={words.say("start.sample")}
            hint={words.say("start.sampleHint")}
            testid="start-sample"
            onPress={() => void session.sample()}
          />
          <Way
            icon="plus"
            text={words.say("start.new")}
            hint={words.say("start.newHint")}
            testid="start-new"
            onPress={() => void askNew(session)}
          />
          <Way
            icon="open"
            text={words.say("start.openFile")}
            hint={words.say("start.openHint")}
            testid="start-open"
            onPress={() => void askOpen(session)}
          />
        </div>
        {start.recent.length === 0 ? null : <Recents session={session} recent={start.recent} />}
        <footer className="c3 t12">
          <Icon name="lock" />
          {words.say("start.none")}
        </footer>
      </div>
    </main>
  );
}

interface WayProps {
  icon: IconName;
  text: string;
  hint: string;
  testid: string;
  onPress: () => void;
}

function Way({ icon, text, hint, testid, onPress }: WayProps) {
  return (
    <AriaButton className="way" onPress={onPress} data-testid={testid}>
      <Icon name={icon} />
      <b>{text}</b>
      <span>{hint}</span>
    </AriaButton>
  );
}

function Recents({ session, recent }: { session: Session; recent: readonly Recent[] }) {
  const words = useWords();
  return (
    <section className="recents" aria-label={words.say("start.recent")}>
      <h2>{words.say("start.recent")}</h2>
      {recent.slice(0, 6).map((file) => (
        <AriaButton key={file.path} className="recent" onPress={() => void session.open(file.path)}>
          <b className="cut">{file.title}</b>
          <span className="cut c3">{file.path}</span>
          <span className="c3">{words.date(file.opened)}</span>
        </AriaButton>
      ))}
    </section>
  );
}
