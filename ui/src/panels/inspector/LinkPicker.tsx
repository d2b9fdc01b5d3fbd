/* The button beside the links of an element that opens the choice of another end. */
import { useRef, useState } from "react";
import type { Element } from "../../api/bindings.ts";
import { IconButton } from "../../kit/index.ts";
import type { Way } from "../../model/kinds.ts";
import { LinkFinder } from "../LinkFinder.tsx";

interface LinkPickerProps {
  element: Element;
  way: Way;
  label: string;
  "data-testid"?: string;
}

export function LinkPicker({ element, way, label, ...rest }: LinkPickerProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor} className="picker">
      <IconButton icon="plus" size="small" label={label} onPress={() => setOpen(true)} {...rest} />
      <LinkFinder
        element={element}
        ways={open ? [way] : null}
        label={label}
        anchor={anchor}
        onClose={() => setOpen(false)}
      />
    </span>
  );
}
