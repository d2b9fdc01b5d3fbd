/* What the whole window says while files are held over it. */
import { Icon } from "../kit/index.ts";
import { useWords } from "../words/index.ts";
import { fileKind } from "./files.ts";

export function DropVeil({ paths }: { paths: readonly string[] }) {
  const words = useWords();
  const kind = fileKind(paths[0] ?? "");
  const name = (paths[0] ?? "").split(/[\\/]/).at(-1) ?? "";
  return (
    <div className="drop-veil" role="status">
      <div>
        <Icon name={kind === "unknown" ? "close" : "sources"} />
        <h2>{words.say(`drop.${kind}`)}</h2>
        <p className="c2">{kind === "unknown" ? words.say("drop.unknownHint") : name}</p>
      </div>
    </div>
  );
}
