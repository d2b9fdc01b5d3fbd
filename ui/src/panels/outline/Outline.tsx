/*
 * The outline: lane, element, links in and out, as one tree that a keyboard and a screen reader can walk. The twin of
 * the map over the same model; what is selected in one is selected in the other.
 */
import "./outline.css";
import { useId, useRef } from "react";
import { Button } from "../../kit/index.ts";
import { isFiltering } from "../../model/filter.ts";
import { useWords } from "../../words/index.ts";
import { NothingPasses } from "../NothingPasses.tsx";
import { Grid } from "./Grid.tsx";
import { OutlineBar } from "./OutlineBar.tsx";
import { useOutline } from "./useOutline.ts";

interface OutlineProps {
  /** Beside a canvas, in step with it and to be dragged from. */
  beside?: boolean;
}

export function Outline({ beside = false }: OutlineProps) {
  const words = useWords();
  const outline = useOutline();
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const panel = useRef<HTMLElement>(null);
  const { rows, here, shownAll, kept, settings } = outline;
  const row = rows.find((it) => it.key === here.key) ?? rows[0];
  const toGrid = () => panel.current?.querySelector<HTMLElement>("[role=treegrid]")?.focus();
  return (
    <section
      ref={panel}
      className={beside ? "outline lean" : "outline"}
      {...(beside ? {} : { "aria-label": words.say("nav.outline") })}
    >
      <OutlineBar outline={outline} lean={beside} row={row} field={field} onLeave={toGrid} />
      {shownAll === 0 ? (
        <header className="outline-start">
          <h2>{words.say("outline.start.title")}</h2>
          <p className="c2">{words.say("outline.start.text")}</p>
        </header>
      ) : null}
      {rows.length > 0 ? (
        <Grid outline={outline} lean={beside} hint={hint} onSeek={() => field.current?.focus()} />
      ) : settings.text.trim() === "" && isFiltering(settings.shared) ? (
        <NothingPasses />
      ) : (
        <div className="empty outline-nothing">
          <h2>{words.say(settings.text.trim() === "" ? "outline.clean.title" : "outline.nothing.title")}</h2>
          <p>{words.say(settings.text.trim() === "" ? "outline.clean.text" : "outline.nothing.text")}</p>
          <Button onPress={() => kept.filter({ text: "", onlyFound: false })}>
            {words.say("outline.filter.clear")}
          </Button>
        </div>
      )}
      {outline.isReadOnly ? null : (
        <p id={hint} className="outline-keys c3 t12 cut">
          {words.say(beside ? "outline.dragHint" : "outline.keys")}
        </p>
      )}
      <div className="unseen" aria-live="polite" data-testid="outline-news">
        {outline.news}
      </div>
    </section>
  );
}
