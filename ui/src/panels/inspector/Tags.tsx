/* Tags as small labels: taken away by their cross, added by a few letters of one that is in use or by a new word. */
import { useRef, useState } from "react";
import { Anchored, Finder, Icon, IconButton } from "../../kit/index.ts";
import { among, folded } from "../../model/search.ts";
import { useWords } from "../../words/index.ts";
import { useReadOnly, useStore } from "../desk.tsx";

/** Most tags that are offered at once; letters find the others. */
const MOST = 12;

interface TagsProps {
  tags: readonly string[];
  /** Of several elements: tags that only some of them have. */
  some?: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
}

export function Tags({ tags, some = [], onAdd, onRemove }: TagsProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const elements = useStore((state) => state.portfolio.elements);
  const add = words.say("tags.add");

  function offered(query: string) {
    const used = new Set([...elements.values()].flatMap((it) => it.tags));
    const rest = [...used].filter((tag) => !tags.includes(tag)).sort(words.compare);
    const found = among(rest.map((tag) => ({ id: tag, text: tag })))(query, MOST);
    const typed = query.trim();
    const isNew = typed !== "" && ![...used].some((tag) => folded(tag) === folded(typed));
    return isNew
      ? [...found, { id: typed, text: words.say("tags.new", { tag: typed }), mark: <Icon name="plus" /> }]
      : found;
  }

  return (
    <div className="tags">
      {[...tags, ...some].map((tag) => (
        <span key={tag} className={some.includes(tag) ? "tag some" : "tag"}>
          <span className="cut">{tag}</span>
          {isReadOnly ? null : (
            <IconButton
              icon="close"
              size="small"
              label={words.say("tags.remove", { tag })}
              onPress={() => onRemove(tag)}
            />
          )}
        </span>
      ))}
      {isReadOnly ? (
        tags.length + some.length === 0 ? (
          <span className="c3">{words.say("inspector.notGiven")}</span>
        ) : null
      ) : (
        <span ref={anchor}>
          <IconButton
            icon="plus"
            size="small"
            label={add}
            onPress={() => setOpen(true)}
            data-testid="tag-add"
          />
        </span>
      )}
      <Anchored label={add} anchor={anchor} isOpen={open} onClose={() => setOpen(false)}>
        <Finder
          label={add}
          placeholder={words.say("tags.find")}
          nothing={words.say("tags.nothing")}
          find={offered}
          onTake={({ id }) => {
            setOpen(false);
            onAdd(id);
          }}
          data-testid="tag-find"
        />
      </Anchored>
    </div>
  );
}
