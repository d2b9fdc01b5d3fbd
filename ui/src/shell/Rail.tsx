/* The rail at the left: the views of one portfolio. */
import { Button } from "react-aria-components";
import { Icon, type IconName } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import type { View } from "./actions.ts";
import { useSpring } from "./landing.ts";
import { Mark } from "./Mark.tsx";

const VIEWS: readonly { readonly id: View; readonly icon: IconName }[] = [
  { id: "map", icon: "map" },
  { id: "table", icon: "table" },
  { id: "matrix", icon: "matrix" },
  { id: "outline", icon: "outline" },
  { id: "indicators", icon: "indicators" },
  { id: "decisions", icon: "decisions" },
  { id: "standing", icon: "standing" },
  { id: "findings", icon: "findings" },
  { id: "sources", icon: "sources" },
  { id: "history", icon: "history" },
  // Stands apart, at the foot: what is said once, not a way to look.
  { id: "settings", icon: "settings" },
];

interface RailProps {
  view: View;
  onGo: (view: View) => void;
  /** Elements were dropped on the way to the canvas. */
  onPlace: (ids: readonly string[]) => void;
  /** Open findings, counted on the entry. */
  findings: number;
}

export function Rail({ view, onGo, onPlace, findings }: RailProps) {
  const words = useWords();
  const toCanvas = useSpring(() => onGo("map"), onPlace);
  return (
    <nav className="rail" aria-label={words.say("nav.label")}>
      <div className="rail-mark">
        <Mark />
      </div>
      {VIEWS.map(({ id, icon }) => (
        <Button
          key={id}
          {...(id === "map" ? { ref: toCanvas } : {})}
          className={`rail-item of-${id}${id === view ? " on" : ""}`}
          {...(id === view ? { "aria-current": "page" as const } : {})}
          onPress={() => onGo(id)}
          data-testid={`nav-${id}`}
        >
          <Icon name={icon} />
          {words.say(`nav.${id}`)}
          {id === "findings" && findings > 0 ? (
            <span className="rail-count">
              <span aria-hidden="true">{findings > 99 ? "99+" : findings}</span>
              <span className="unseen">{words.say("nav.openFindings", { count: findings })}</span>
            </span>
          ) : null}
        </Button>
      ))}
    </nav>
  );
}
