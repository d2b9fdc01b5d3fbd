/*
 * The open portfolio: rail, top bar, and the view that is shown. Owns what the frame shows; what is true is the
 * store's, what is selected is the selection's.
 */
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Moment } from "../api/index.ts";
import { Filter } from "../model/filter.ts";
import { Retrace } from "../model/retrace.ts";
import { Selection } from "../model/selection.ts";
import { Store } from "../model/store.ts";
import { Decisions } from "../panels/decisions/Decisions.tsx";
import { DeskProvider } from "../panels/desk.tsx";
import { Findings, type Sought } from "../panels/findings/Findings.tsx";
import { FindingsSide } from "../panels/findings/FindingsSide.tsx";
import { History } from "../panels/history/History.tsx";
import { Indicators } from "../panels/indicators/Indicators.tsx";
import { Inspector } from "../panels/inspector/Inspector.tsx";
import { MatrixView } from "../panels/matrix/MatrixView.tsx";
import { Outline } from "../panels/outline/Outline.tsx";
import { OutlineSide } from "../panels/outline/OutlineSide.tsx";
import { Rules } from "../panels/rules/Rules.tsx";
import { Settings } from "../panels/settings/Settings.tsx";
import { Sources } from "../panels/sources/Sources.tsx";
import { Standing } from "../panels/standing/Standing.tsx";
import { resetTable, Table } from "../panels/table/Table.tsx";
import { useWords } from "../words/index.ts";
import type { View } from "./actions.ts";
import { Banner } from "./Banner.tsx";
import { CanvasPlace } from "./CanvasPlace.tsx";
import { Carried } from "./Carried.tsx";
import { useFrames } from "./frames/useFrames.ts";
import { Importing } from "./Importing.tsx";
import type { MapHandle } from "./MapView.tsx";
import { type Overlay, Overlays } from "./Overlays.tsx";
import { Rail } from "./Rail.tsx";
import { asksOf } from "./ruleAsks.ts";
import type { Session } from "./session.ts";
import { useShowing } from "./showing.ts";
import { Sight } from "./sight.ts";
import { standingOf } from "./standingAsks.ts";
import { stepWords } from "./steps.ts";
import { TopBar } from "./TopBar.tsx";
import { useBenchDesk } from "./useBenchDesk.ts";
import { useKeys } from "./useKeys.ts";
import { useNews } from "./useNews.ts";
import { useScene } from "./useScene.ts";
import { useSight } from "./useSight.ts";
import { type Beside, makeVerbs } from "./verbs.ts";

interface WorkbenchProps {
  session: Session;
  store: Store;
}

/** The portfolio as it stands, or as it stood after a step that somebody looks back at. */
export function Workbench({ session, store }: WorkbenchProps) {
  const words = useWords();
  const [past, setPast] = useState<{ moment: Moment; store: Store } | null>(null);
  const [first, setFirst] = useState<View>("map");
  const [sight] = useState(() => new Sight());
  const look = useCallback(
    async (moment: Moment | null) => {
      if (moment === null) {
        // Back to where the step was chosen.
        setFirst("history");
        setPast(null);
        return;
      }
      const view = await session.attempt(session.host.past(moment.seq));
      if (view === null) return;
      const said = words.say("history.banner", {
        when: words.instant(moment.at),
        what: stepWords(words, moment.label),
      });
      setFirst("map");
      setPast({ moment, store: new Store(session.host, { ...view, read_only: said }) });
    },
    [session, words],
  );
  return (
    <Bench
      key={past === null ? "now" : past.moment.seq}
      session={session}
      store={past?.store ?? store}
      past={past?.moment ?? null}
      first={first}
      sight={sight}
      onLook={(moment) => void look(moment)}
    />
  );
}

interface BenchProps extends WorkbenchProps {
  /** The step that is looked back at. */
  past: Moment | null;
  /** The view to begin with. */
  first: View;
  sight: Sight;
  onLook: (moment: Moment | null) => void;
}

function Bench({ session, store, past, first, sight, onLook }: BenchProps) {
  const words = useWords();
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  const { importing, imported, question } = useSyncExternalStore(session.subscribe, session.snapshot);
  const [view, setView] = useState<View>(first);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [beside, setBeside] = useState<Beside>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const [newLink, setNewLink] = useState<string | null>(null);
  const [news, setNews] = useNews();
  const [finding, setFinding] = useState(false);
  const [selection] = useState(() => new Selection());
  const selected = useSyncExternalStore(selection.subscribe, selection.ids);
  const [retrace] = useState(() => new Retrace(store, selection));
  const travel = useRef<{ undo(): void } | null>(null);
  const [filter] = useState(() => new Filter());
  const wanted = useDeferredValue(useSyncExternalStore(filter.subscribe, filter.wanted));
  const map = useRef<MapHandle>(null);

  const load = useCallback(
    (before: number | null, most: number) => session.attempt(session.host.history(before, most)),
    [session],
  );
  const ruleAsks = useMemo(() => asksOf(session, store, words), [session, store, words]);
  const standingAsks = useMemo(() => standingOf(session, words), [session, words]);
  const { portfolio, findings } = state;
  const { canvas, toCanvas } = useSight(sight, session, store, state);
  const shown = useScene(state, words, selected, wanted, canvas);
  const { setOverlay: setOverlayOfMap } = shown;

  const isCovered = overlay !== null || importing !== null || question !== null;
  const { showing, back } = useShowing({ selection, view, toCanvas, setView, setSought, isCovered });
  const isPast = past !== null;
  const desk = useBenchDesk({
    session,
    store,
    selection,
    retrace,
    filter,
    portfolio,
    showing,
    isPast,
    travel,
  });

  const frames = useFrames(desk, canvas?.id ?? "", map, words);
  const verbs = useMemo(
    () =>
      makeVerbs({
        session,
        store,
        retrace,
        selection,
        words,
        desk,
        setView,
        setOverlay,
        setBeside,
        setNews,
        map,
        sight,
        canvas,
        onFind: () => setFinding(true),
        frames,
        onOverlay: setOverlayOfMap,
      }),
    [session, store, retrace, selection, words, desk, sight, canvas, frames, setNews, setOverlayOfMap],
  );
  travel.current = verbs;
  const situation = { state, selected: selected.length, view, canvas };
  // Under a dialogue or the preview of an import nothing of the portfolio is seen, so nothing of it may change.
  useKeys(session.host, verbs, situation, !isCovered);

  useEffect(resetTable, []);
  useEffect(() => {
    if (view !== "findings") setSought(null);
    if (view !== "map") setFinding(false);
  }, [view]);
  useEffect(() => {
    if (imported) {
      // What is wrong with the list comes first.
      setView("findings");
      setBeside("findings");
      session.showed();
    }
  }, [imported, session]);
  useEffect(
    () =>
      selection.keep(
        (id) => portfolio.elements.has(id) || portfolio.links.has(id) || portfolio.notes.has(id),
      ),
    [selection, portfolio],
  );
  useEffect(() => {
    document.title = `${portfolio.settings.title} · ${words.say("app.name")}`;
  }, [portfolio.settings.title, words]);

  return (
    <DeskProvider value={desk}>
      <div className="frame" inert={overlay === "present"}>
        <Rail
          view={view}
          onGo={setView}
          onPlace={(ids) => {
            selection.set(ids);
            verbs.placeHere();
          }}
          findings={findings.filter((it) => it.result === "violated").length}
        />
        <TopBar
          session={session}
          situation={situation}
          verbs={verbs}
          state={state}
          beside={beside === "findings"}
          past={isPast}
          frames={frames}
          back={back}
          overlay={overlay}
          onOverlay={setOverlay}
        />
        <div className="work" data-view={importing === null ? view : "import"}>
          <Banner session={session} state={state} past={isPast} onBack={() => onLook(null)} />
          {importing === null ? (
            <main className="views">
              {view === "map" ? (
                <>
                  {beside === "findings" ? <FindingsSide onClose={() => setBeside(null)} /> : null}
                  {beside === "outline" ? <OutlineSide onClose={verbs.toggleOutline} /> : null}
                  <CanvasPlace
                    sight={sight}
                    map={map}
                    canvas={canvas}
                    shown={shown}
                    frames={frames}
                    isOutlined={beside === "outline"}
                    onOutline={verbs.toggleOutline}
                    isFinding={finding}
                    onFinding={setFinding}
                    onImport={verbs.importFile}
                    onLinked={setNewLink}
                    onRemove={verbs.remove}
                    onAnnounce={setNews}
                  />
                  <Inspector newLink={newLink} hint={words.say("map.sweepHint")} />
                </>
              ) : null}
              {view === "table" ? <Table /> : null}
              {view === "matrix" ? <MatrixView /> : null}
              {view === "outline" ? (
                <>
                  <Outline />
                  <Inspector newLink={null} />
                </>
              ) : null}
              {view === "findings" ? <Findings sought={sought} /> : null}
              {view === "standing" ? <Standing asks={isPast ? null : standingAsks} /> : null}
              {view === "sources" ? <Sources onImport={verbs.importFile} /> : null}
              {view === "indicators" ? <Indicators /> : null}
              {view === "decisions" ? <Decisions /> : null}
              {view === "settings" ? (
                <Settings>
                  <Rules asks={ruleAsks} />
                </Settings>
              ) : null}
              {view === "history" ? (
                <History
                  load={load}
                  stepWords={(label) => stepWords(words, label)}
                  onLook={onLook}
                  onTakeBack={verbs.takeBack}
                />
              ) : null}
            </main>
          ) : (
            <Importing session={session} path={importing} intoOpen />
          )}
        </div>
      </div>
      <Carried />
      <Overlays
        overlay={overlay}
        onClose={() => setOverlay(null)}
        verbs={verbs}
        situation={situation}
        session={session}
        map={map}
        shown={shown}
      />
      <div className="unseen" aria-live="polite">
        {news}
      </div>
    </DeskProvider>
  );
}
