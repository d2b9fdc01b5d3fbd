/* What stands in a list whose entries are all kept back by the shared filter: it says so, and shows everything again. */
import "./nothing-passes.css";
import { Button, Icon } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { useDesk } from "./desk.tsx";

export function NothingPasses() {
  const words = useWords();
  const { filter } = useDesk();
  return (
    <div className="empty nothing-passes" data-testid="nothing-passes">
      <Icon name="filter" />
      <h2>{words.say("filter.nothing")}</h2>
      <p>{words.say("filter.nothingHint")}</p>
      <Button size="tall" onPress={() => filter.clear()} data-testid="show-everything">
        {words.say("filter.clear")}
      </Button>
    </div>
  );
}
