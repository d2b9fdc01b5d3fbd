/* The bar at the top: what is open, whether it is saved, undo and redo by name, search, and the menu. */
import { Button as AriaButton } from "react-aria-components";
import { Button, Hint, Icon, IconButton, Kbd, Menu, type MenuEntry } from "../kit/index.ts";
import type { State } from "../model/store.ts";
import { useWords, type Words } from "../words/index.ts";
import { AsOf } from "./AsOf.tsx";
import { type Action, actionOf, FILTERED, type Situation, type Verbs } from "./actions.ts";
import { CanvasSwitcher } from "./CanvasSwitcher.tsx";
import { FilterControl } from "./FilterControl.tsx";
import { FrameControl } from "./frames/FrameControl.tsx";
import type { Frames } from "./frames/useFrames.ts";
import { isMac, keyWords } from "./keys.ts";
import { lookGroups } from "./look.ts";
import type { Overlay } from "./Overlays.tsx";
import type { Session } from "./session.ts";
import type { Back } from "./showing.ts";

interface TopBarProps {
  session: Session;
  situation: Situation;
  verbs: Verbs;
  state: State;
  /** The findings stand beside the map. */
  beside: boolean;
  /** A past state is looked at. */
  past: boolean;
  /** The frames of the canvas that is shown. */
  frames: Frames;
  /** The way back from a place that was gone to; `null` where nobody was led here. */
  back: Back | null;
  /** What of the bar is open. */
  overlay: Overlay;
  onOverlay: (overlay: Overlay) => void;
}

export function TopBar(props: TopBarProps) {
  const { session, situation, verbs, state, beside, back, overlay, onOverlay } = props;
  const words = useWords();
  const mac = isMac();
  const done = session.snapshot().apart === null ? "top.saved" : "apart.unsaved";
  const fresh = state.underway > 0 ? "top.saving" : done;
  const saved = state.readOnly === null ? fresh : "top.readOnly";

  const step = (id: "undo" | "redo") => {
    const action = actionOf(id);
    return (
      <IconButton
        icon={id}
        label={action.label(words, situation)}
        keys={keyWords(words, action.keys[0] ?? "", mac)}
        isDisabled={!action.enabled(situation)}
        onPress={() => action.run(verbs)}
        data-testid={id}
      />
    );
  };

  return (
    <header className="top" data-view={situation.view}>
      <h1 className="top-title">
        <span className="cut">{state.portfolio.settings.title || fileName(state.path)}</span>
        <i>/</i>
        {situation.view === "map" && situation.canvas !== null ? (
          <CanvasSwitcher
            canvas={situation.canvas}
            situation={situation}
            verbs={verbs}
            isRenaming={overlay === "rename-canvas"}
            onRenamed={() => onOverlay(null)}
          />
        ) : (
          <span>{words.say(`nav.${situation.view}`)}</span>
        )}
      </h1>
      {back === null ? null : (
        <Hint
          text={words.say("top.backTo", { view: words.say(`nav.${back.from}`) })}
          keys={keyWords(words, "Esc", mac)}
        >
          <Button
            look="quiet"
            onPress={back.go}
            aria-label={words.say("top.backTo", { view: words.say(`nav.${back.from}`) })}
            data-testid="back"
          >
            <Icon name="left" />
            <span className={situation.view === "map" ? "roomy-only" : "wide-only"}>
              {words.say("top.back")}
            </span>
          </Button>
        </Hint>
      )}
      {situation.view === "map" ? (
        <Hint text={words.say("nav.findings")}>
          <Button
            look="quiet"
            pressed={beside}
            onPress={verbs.toggleFindings}
            aria-label={words.say("nav.findings")}
            data-testid="toggle-findings"
          >
            <Icon name="findings" />
            <span className="wide-only">{words.say("nav.findings")}</span>
          </Button>
        </Hint>
      ) : null}
      {FILTERED.has(situation.view) ? (
        <FilterControl isOpen={overlay === "filter"} onOpen={(open) => onOverlay(open ? "filter" : null)} />
      ) : null}
      {situation.view === "map" && situation.canvas !== null ? (
        <FrameControl frames={props.frames} onPresent={verbs.present} />
      ) : null}
      <span className="gap" />
      <AsOf
        session={session}
        state={state}
        past={props.past}
        isOpen={overlay === "as-of"}
        onOpen={(open) => onOverlay(open ? "as-of" : null)}
      />
      <span className="top-saved c3 t12">
        <span data-testid="save-state">{words.say(saved)}</span>
      </span>
      <div className="top-steps">
        {step("undo")}
        {step("redo")}
      </div>
      <AriaButton
        className="search"
        onPress={verbs.palette}
        aria-label={words.say("top.search")}
        data-testid="palette"
      >
        <Icon name="search" />
        <span className="cut">{words.say("top.search")}</span>
        <Kbd>{keyWords(words, "Mod+K", mac)}</Kbd>
      </AriaButton>
      <Menu
        label={words.say("top.menu")}
        groups={[
          {
            id: "file",
            entries: entries(["new", "open", "import", "new-window", "close"], words, situation, verbs),
          },
          { id: "out", entries: entries(["snapshot", "picture", "export"], words, situation, verbs) },
          ...lookGroups(session, words),
          { id: "more", entries: entries(["help", "about"], words, situation, verbs) },
        ]}
      >
        <Button look="quiet" aria-label={words.say("top.menu")} data-testid="menu">
          <Icon name="menu" />
        </Button>
      </Menu>
    </header>
  );
}

function entries(ids: readonly string[], words: Words, situation: Situation, verbs: Verbs): MenuEntry[] {
  return ids.map((id) => {
    const action: Action = actionOf(id);
    const keys = action.keys[0];
    return {
      id,
      text: action.label(words, situation),
      ...(keys === undefined ? {} : { hint: keyWords(words, keys, isMac()) }),
      isDisabled: !action.enabled(situation),
      run: () => action.run(verbs),
    };
  });
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
