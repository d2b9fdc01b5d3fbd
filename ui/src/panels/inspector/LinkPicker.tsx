/* The button beside the links of an element that opens the choice of another end. */
import { useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { IconButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { LinkFinder } from "../LinkFinder.tsx";

interface LinkPickerProps {
  element: Element;
  /** Towards what it serves, or towards what serves it. */
  upwards: boolean;
}

export function LinkPicker({ element, upwards }: LinkPickerProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor} className="picker">
      <IconButton
        icon="plus"
        size="small"
        label={words.say(upwards ? "links.addUp" : "links.addDown")}
        onPress={() => setOpen(true)}
        data-testid={upwards ? "link-up" : "link-down"}
      />
      <LinkFinder
        element={element}
        upwards={upwards}
        anchor={anchor}
        isOpen={open}
        onClose={() => setOpen(false)}
      />
    </span>
  );
}
