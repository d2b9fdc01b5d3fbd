/* The window: the start screen or the open portfolio, dropped files, messages. */
import "./shell.css";
import "./overlays.css";
import { useEffect, useState, useSyncExternalStore } from "react";
import { I18nProvider } from "react-aria-components";
import { Toasts } from "../kit/index.ts";
import { useWords, WordsProvider } from "../words/index.ts";
import { Boundary } from "./Boundary.tsx";
import { DropVeil } from "./DropVeil.tsx";
import { FileQuestions } from "./FileQuestions.tsx";
import { Importing } from "./Importing.tsx";
import { Start } from "./Start.tsx";
import type { Session } from "./session.ts";
import { Workbench } from "./Workbench.tsx";

export function App({ session }: { session: Session }) {
  const { lang } = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => {
    const stop = session.listen();
    void session.begin();
    return stop;
  }, [session]);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <I18nProvider locale={lang}>
      <WordsProvider lang={lang}>
        <Boundary>
          <Screen session={session} />
        </Boundary>
      </WordsProvider>
    </I18nProvider>
  );
}

function Screen({ session }: { session: Session }) {
  const words = useWords();
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const { start, store, importing } = state;
  const [over, setOver] = useState<readonly string[] | null>(null);

  useEffect(
    () =>
      session.host.onFileDrag((drag) => {
        setOver(drag.phase === "over" ? drag.paths : null);
        const path = drag.phase === "dropped" ? drag.paths[0] : undefined;
        if (path === undefined) return;
        void session.take(path).then(() => {
          const file = path.split(/[/\\]/).at(-1) ?? path;
          if (drag.phase === "dropped" && drag.paths.length > 1)
            session.tell(words.say("drop.first", { file }));
        });
      }),
    [session, words],
  );

  return (
    <>
      {store !== null ? <Workbench key={store.session} session={session} store={store} /> : null}
      {store === null && importing !== null ? (
        <div className="solo">
          <Importing session={session} path={importing} intoOpen={false} />
        </div>
      ) : null}
      {store === null && importing === null && start !== null ? (
        <Start session={session} start={start} />
      ) : null}
      {over === null ? null : <DropVeil paths={over} />}
      <FileQuestions session={session} state={state} />
      <Toasts
        board={session.board}
        words={{
          close: words.say("common.close"),
          details: words.say("common.details"),
          copy: words.say("common.copy"),
        }}
      />
    </>
  );
}
