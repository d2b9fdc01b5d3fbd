/* “Show on…”: from a finding to its place in any view that has one, by mouse or by a letter. */
import type { Finding } from "../api/bindings.ts";
import { Button, Menu } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { type Desk, useDesk } from "./desk.tsx";
import { PLACE_KEYS, type Place, placesOf, type Seeable } from "./places.ts";

/** Goes to a finding in a view, or in the most telling one; whether there was any. */
export function goToFinding(desk: Desk, finding: Seeable, wanted: Place | null = null): boolean {
  const all = placesOf(finding);
  const seen = wanted === null ? all[0] : all.find(({ place }) => place === wanted);
  if (seen === undefined) return false;
  if (seen.place === "map") desk.showOnMap(seen.ids);
  else desk.showIn(seen.place, seen.ids);
  return true;
}

export function ShowOn({ finding }: { finding: Finding }) {
  const words = useWords();
  const desk = useDesk();
  const places = placesOf(finding);
  if (places.length === 0) return null;
  return (
    <Menu
      label={words.say("findings.showOn")}
      groups={[
        {
          id: "places",
          entries: places.map(({ place }) => ({
            id: `show-${place}`,
            text: words.say(`nav.${place}`),
            hint: PLACE_KEYS[place],
            run: () => void goToFinding(desk, finding, place),
          })),
        },
      ]}
    >
      <Button size="small" look="quiet" data-testid={`show-${finding.key}`}>
        {words.say("findings.showOn")}
      </Button>
    </Menu>
  );
}
