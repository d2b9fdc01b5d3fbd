/* What an import would make, counted, where it would be saved, and the one button that does it. */

import type { Preview } from "../../api/index.ts";
import { Button, LinkButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";

interface ImportFootProps {
  preview: Preview;
  /** Rows whose initiative is in the open portfolio and is left as it is. */
  alreadyThere: number;
  underway: boolean;
  importing: boolean;
  /** Where a new portfolio will be kept: `null` when one is open, empty while the place is not known. */
  savedTo: string | null;
  onChangeTarget: () => void;
  onConfirm: () => void;
  onCancel: () => void;
}

export function ImportFoot(props: ImportFootProps) {
  const { preview, alreadyThere, underway, importing, savedTo } = props;
  const words = useWords();
  const { counts } = preview;
  const made = [
    counts.owners > 0 ? words.say("import.count.owners", { count: counts.owners }) : null,
    counts.groups > 0 ? words.say("import.count.groups", { count: counts.groups }) : null,
  ].filter((part) => part !== null);
  const rest = [
    counts.links_proposed > 0 ? words.say("import.count.links", { count: counts.links_proposed }) : null,
    counts.status_reports > 0 ? words.say("import.count.statuses", { count: counts.status_reports }) : null,
    counts.reasons_kept > 0 ? words.say("import.count.reasons", { count: counts.reasons_kept }) : null,
    alreadyThere > 0 ? words.say("import.count.already", { count: alreadyThere }) : null,
    counts.set_aside > 0 ? words.say("import.count.aside", { count: counts.set_aside }) : null,
    counts.totals_ignored > 0 ? words.say("import.count.totals", { count: counts.totals_ignored }) : null,
    counts.left_out > 0 ? words.say("import.count.left", { count: counts.left_out }) : null,
  ].filter((part) => part !== null);
  const tally = [
    [words.say("import.count.initiatives", { count: counts.initiatives }), ...made].join(", "),
    ...rest,
  ].join(" · ");
  const fresh = Math.max(0, counts.initiatives - alreadyThere);
  const nothing = fresh === 0;
  return (
    <footer className="import-foot">
      <div className="import-tally" aria-live="polite" data-testid="import-counts">
        <span className="cut" title={tally}>
          <b className="heavy">{words.say("import.count.initiatives", { count: counts.initiatives })}</b>
          {made.map((part) => `, ${part}`).join("")}
          <span className="c2">{rest.map((part) => ` · ${part}`).join("")}</span>
        </span>
        {savedTo === null ? null : (
          <span className="import-target c3 t12">
            <span className="cut" title={savedTo} data-testid="import-target">
              {words.say(savedTo === "" ? "import.savedNowhere" : "import.savedTo", { path: savedTo })}
            </span>
            <LinkButton onPress={props.onChangeTarget} data-testid="import-change-target">
              {words.say("import.change")}
            </LinkButton>
          </span>
        )}
      </div>
      {underway ? <span className="import-again c3 t12">{words.say("import.readingAgain")}</span> : null}
      <Button size="tall" onPress={props.onCancel} isDisabled={importing} data-testid="import-cancel">
        {words.say("common.cancel")}
      </Button>
      <Button
        size="tall"
        look="primary"
        onPress={props.onConfirm}
        isDisabled={nothing || underway || importing || savedTo === ""}
        data-testid="import-confirm"
      >
        {importing
          ? words.say("import.confirming")
          : nothing
            ? words.say("import.nothing")
            : words.say("import.confirm", { count: fresh })}
      </Button>
    </footer>
  );
}
